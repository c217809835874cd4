"""A word of a parsed article in, what the grammar makes of it out: verb or noun, whom it stands for, what is joined to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import takewhile

from ..parse import Token
from .phrases import Lexicon, Predicate, Slot

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
NOMINAL_POS = frozenset({"NOUN", "PROPN"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
HANDS = "at hands of"
OCCASION, MONEY = "EVENT", "MONEY"
TIMES, SPOTS = frozenset({"DATE", "TIME"}), frozenset({"in", "at", "near", "outside", "inside"})
WAYS = frozenset({"back", "home", "away", "out", "up", "down", "over", "off", "across", "north", "south", "east", "west"})
ONE = frozenset({"was", "is", "has"})
"""Verbs and helpers of one only: "supporters of Ruiz, who was held"."""
DONE_BY_OBJECT = frozenset({"of", "from", "for", "into", "over", "with"})
AGAINST, CAUTIONING = "against", frozenset({"warn", "caution", "advise", "counsel"})
"""With "against" they tell what somebody had better not do."""
LONG = 6
NOUN_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})


def is_verb(token: Token) -> bool:
    first = token.head if token.dep_ == "conj" and token.head.dep_ == "amod" and token.tag_ in ("VBN", "VBG") else token
    return (token.pos_ == "VERB" and first.dep_ not in ("amod", "compound", "prep")) or (
        token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")
    )


def is_noun(token: Token) -> bool:
    """A noun by its tag, or by its place and determiner where the tagger took it for a verb ("The U.S. airstrikes have …")."""
    if token.pos_ in NOMINAL_POS:
        return True
    return token.dep_ in NOUN_DEPS and any(child.dep_ in ("det", "poss", "compound") for child in token.children)


def is_passive(token: Token) -> bool:
    """A verb form whose surface subject is what the verb acts on; bare participles after nouns included."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass", "agent") for child in token.children):
        return True
    if token.dep_ == "conj" and token.tag_ == "VBN" and not any(child.dep_ in SUBJECTS | {"aux"} for child in token.children):
        return is_verb(token.head) and is_passive(token.head)
    if token.dep_ == "advcl" and token.tag_ in ("VBN", "VBD") and _is_shortened(token):
        return True
    if any(c.dep_ in ("aux", "dobj") for c in token.children):
        return False
    mistaken = token.tag_ == "VBD" and token.dep_ == "acl" and not any(c.dep_ in SUBJECTS | {"ccomp"} for c in token.children)
    return mistaken or (token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "pcomp", "xcomp", "oprd"))


def _is_shortened(clause: Token) -> bool:
    """ "When asked, …", "if convicted": a conjunction right before a participle without subject, helper or object."""
    deps = {child.dep_ for child in clause.children}
    opens = clause.i > 0 and clause.nbor(-1).lower_ in ("when", "if", "once", "unless", "until", "though", "although", "while")
    return opens and not deps & (SUBJECTS | {"aux", "dobj"})


def is_question(clause: Token) -> bool:
    """ "Asked why they left", "asked if he knew", "“Who knows?” she asked": a clause that wants an answer."""
    first = next((word for word in clause.subtree if not (word.is_punct or word.is_quote or word.is_space)), clause)
    if clause.dep_ == "advcl":
        deed = any(child.dep_ in ("xcomp", "ccomp") for child in clause.head.children)
        return first.lower_ == "whether" or (
            first.lower_ == "if" and first.dep_ == "mark" and clause.i > clause.head.i and not deed
        )
    if clause.dep_ not in ("ccomp", "xcomp"):
        return False
    opened = first.tag_ in RELATIVE_TAGS or first.lower_ in ("whether", "if")
    behind = clause.dep_ == "ccomp" or first.i > clause.head.i
    return (opened and behind) or any(word.text == "?" for word in clause.subtree)


def expand(token: Token) -> Iterator[Token]:
    """The word and those coordinated with it, in text order."""
    if not token.is_punct:
        yield token
        yield from (child for child in token.conjuncts if child.i > token.i)


def listed(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """ "Two cars and a bridge" of "three houses, two cars and a bridge", which a parser may take to say what the houses are; "two
    men and a girl" of "three people, two men and a girl" does say who they are."""
    counted = any(child.dep_ == "nummod" for child in token.children) and token.lemma_.lower() in lexicon.people
    for noun in token.rights if not counted else ():
        items = (noun, *noun.conjuncts)
        many = any(item.tag_ == "NNS" or any(c.dep_ == "nummod" for c in item.children) for item in items)
        if noun.dep_ == "appos" and len(items) > 1 and many and all(item.pos_ == "NOUN" for item in items):
            yield from items


def antecedent(token: Token, lexicon: Lexicon) -> Token:
    """The noun that a relative pronoun stands for, else the word itself; so does "who" after a noun that is no people."""
    if token.tag_ not in RELATIVE_TAGS:
        return token
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    if clause is None:
        return token
    if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS and (deed := _deed(token, clause, lexicon)) is not None:
        return deed
    if token.lower_ == "which" and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS and token.doc[token.i - 1].text == ",":
        return _made_up(clause.head, lexicon)
    if token.lower_ in ("who", "whom", "whose"):
        noun = _people_from(clause, lexicon)
        return noun if _may_be_people(noun, lexicon) else token
    return _happening(clause.head, lexicon) if token.dep_ == "pobj" else clause.head


def _deed(token: Token, clause: Token, lexicon: Lexicon) -> Token | None:
    """The event that a "which" or "that" must be, by what is said of it."""
    if told_of_events(clause, lexicon):
        return _happening(clause.head, lexicon)
    return _harming(clause, lexicon) if token.lower_ in ("which", "that") and token.dep_ in SUBJECTS else None


def told_of_events(clause: Token, lexicon: Lexicon) -> bool:
    """ "The murder of a judge, which occurred in Lima", "took place"."""
    lemma = clause.lemma_.lower()
    return lemma in lexicon.happening or any(
        f"{lemma} {c.lower_}" in lexicon.happening for c in clause.children if c.dep_ == "dobj"
    )


def _people_from(clause: Token, lexicon: Lexicon) -> Token:
    """ "Fighters from Lima, who fled", "a man armed with a knife who fled": they, not the city or knife."""
    noun = clause.head
    above = noun.head.head
    if above.dep_ == "acl" and above.pos_ == "VERB":
        above = above.head
    people = noun.lemma_.lower() in lexicon.people or noun.ent_type_ == "NORP"
    one = any(child.lower_ in ONE for child in (clause, *clause.lefts))
    told_of = noun.ent_type_ in PLACES or not people or (one and noun.tag_ == "NNS")
    placed = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and told_of
    many = above.tag_ == "NNS" and one
    return above if placed and not many and above.lemma_.lower() in lexicon.people else noun


def _harming(clause: Token, lexicon: Lexicon) -> Token | None:
    """ "The shelling of a market in Donetsk, which killed ten": no place does that, but what happened there."""
    named = {clause.head.lemma_.lower(), *(child.lower_ for child in clause.head.lefts if child.dep_ == "compound")}
    placed = clause.head.ent_type_ in PLACES or not named.isdisjoint(lexicon.places)
    if not placed or clause.lemma_.lower() not in lexicon.affect:
        return None
    nouns = list(takewhile(lambda above: not is_verb(above), clause.head.ancestors))
    return next((noun for noun in reversed(nouns) if is_noun(noun) and noun.lemma_.lower() in lexicon.event_nouns), None)


def _made_up(noun: Token, lexicon: Lexicon) -> Token:
    """ "an umbrella group of militias, which said": bare people after "of" only tell of what the group is made."""
    bare = noun.head.lower_ == "of" and not any(child.dep_ in ("det", "poss") for child in noun.children)
    return noun.head.head if bare and all(t.lemma_.lower() in lexicon.people for t in (noun, noun.head.head)) else noun


def _happening(noun: Token, lexicon: Lexicon) -> Token:
    """ "an attack in Kirkuk in which …" goes back to the attack."""
    above = (t for t in (noun, *noun.ancestors) if t.pos_ in NOMINAL_POS and t.lemma_.lower() in lexicon.event_nouns)
    return next(above, noun)


def _may_be_people(token: Token, lexicon: Lexicon) -> bool:
    return token.pos_ != "NOUN" or token.lemma_.lower() in lexicon.people


def content(token: Token, lexicon: Lexicon) -> Token:
    """ "series" of "a series of attacks" → "attacks"; "euros" of "two million euros in aid" → "aid"."""
    if token.ent_type_ == MONEY:
        return _worth(token, lexicon) or token
    if token.lemma_.lower() not in lexicon.measure and not is_outpouring(token, lexicon.outpouring, lexicon.substance):
        return token
    of = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of")
    return next((c for prep in of for c in prep.children if c.dep_ == "pobj"), token)


def is_outpouring(noun: Token, outpourings: Collection[str], substances: Collection[str]) -> bool:
    """ "A storm of protests", "a flood of refugees" only say how many; not so "a storm of sand", "the flood of 2010"."""
    if noun.lemma_.lower() not in outpourings:
        return False
    of = (inner for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of" for inner in child.children)
    poured = next((inner for inner in of if inner.dep_ == "pobj"), None)
    if poured is None or poured.tag_ not in ("NN", "NNS") or poured.ent_type_ in TIMES:
        return False
    named = any(child.dep_ in ("det", "poss", "nummod") for child in poured.children)
    return not named and poured.lemma_.lower() not in substances


def _worth(amount: Token, lexicon: Lexicon) -> Token | None:
    """What happens to the worth of a sum, said right behind it, though the parser may hang it on the verb."""
    after = amount.doc[amount.i + 1] if amount.i + 1 < len(amount.doc) else amount
    inside = (child for child in after.children if child.dep_ == "pobj") if after.lower_ == "in" else ()
    return next((noun for noun in inside if noun.lemma_.lower() in lexicon.event_nouns), None)


def fill(name: str, token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """Slots for a word and those coordinated with it, each as the word that carries the meaning."""
    words = (*expand(token), *listed(token, lexicon))
    return (Slot(name, content(antecedent(t, lexicon), lexicon)) for t in words)


def preposition_slots(token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """`from the embassy` → from: embassy; `in response to the raids` → in response to: raids; at whose hands, by whom."""
    for preposition in _prepositions(token):
        found = _preposition(preposition, preposition.lower_, lexicon)
        named = (replace(slot, name="by") if slot.name == HANDS else slot for slot in found)
        yield from (slot for slot in named if slot.name != "by" or not _is_named(token))


def _prepositions(token: Token) -> Iterator[Token]:
    """Those of the word, also where a parser hangs them on its day or way: "arrested Friday in Lima", "flew back to Lima"."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "ADJ"):
            yield from _joined(child)
            yield from (each for day in child.children for each in _behind_day(day))
        elif child.dep_ == "npadvmod":
            yield from _behind_day(child)
        elif child.dep_ == "advmod" and child.lower_ in WAYS and not any(child.lefts):
            yield from (each for each in child.rights if each.dep_ == "prep" and each.lower_ != "of")


def _behind_day(day: Token) -> Iterator[Token]:
    if day.ent_type_ in TIMES or (day.ent_type_ == OCCASION and day.head.lower_ in ("during", "on")):
        for child in day.rights:
            if child.dep_ == "prep" and child.lower_ in SPOTS and not any(c.ent_type_ in TIMES for c in child.children):
                yield child


def _joined(preposition: Token) -> Iterator[Token]:
    """Both of "in Lima and in Cuzco", "charged with theft and with fraud"."""
    yield preposition
    for child in preposition.rights:
        if child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _joined(child)


def _is_named(noun: Token) -> bool:
    """ "The September 11 attacks": behind a name "by" tells who did what the verb says ("launched … by the president")."""
    return noun.pos_ == "NOUN" and noun.ent_type_ == "EVENT"


def _preposition(preposition: Token, name: str, lexicon: Lexicon) -> Iterator[Slot]:
    second = next((child for child in preposition.children if child.dep_ == "pcomp" and child.pos_ == "ADP"), None)
    if second is not None:
        name = f"{name} {second.lower_}"
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child != second:
            inner = [c for c in child.children if c.dep_ == "prep"] if child.lemma_.lower() in lexicon.relation_noun else []
            for preposition_in in inner:
                yield from _preposition(preposition_in, f"{name} {child.lower_} {preposition_in.lower_}", lexicon)
            if not inner:
                yield from fill(name, child, lexicon)
        elif child.dep_ == "prep":
            yield from _preposition(child, f"{name} {child.lower_}", lexicon)


def verb_lemma(token: Token) -> str:
    """The lemma with its particle: "carry out"."""
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
    return f"{token.lemma_.lower()} {particle}" if particle else token.lemma_.lower()


def launched(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The attack of "the attack that rebels launched", which a parser may take for what the attack says."""
    told = verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)
    light = verb_lemma(verb) in lexicon.light and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    return [verb.head] if told and light and verb.head.lemma_.lower() in lexicon.event_nouns else []


def with_preposition(verb: Predicate, slot: Slot) -> list[str]:
    """ "Engage in", "take part in": the verb, its object and the preposition of a place."""
    lemma = verb_lemma(verb.token)
    return [f"{lemma} {slot.name}", *(f"{lemma} {part.token.lemma_.lower()} {slot.name}" for part in verb.fillers("object"))]


def is_bare_object(noun: Token) -> bool:
    """ "In support of Ana Ruiz", "tweeted support of her": what nobody's article or name opens is done to those behind "of"."""
    opened = any(child.dep_ in ("det", "poss", "nummod", "predet") for child in noun.lefts)
    governed = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ == "in")
    return governed and noun.tag_ == "NN" and not opened


def is_judged(infinitive: Token, verb: Token, lexicon: Lexicon) -> bool:
    """ "It is an honour to welcome them", "it would take weeks to meet": nobody is told who does; not "it is due to leave"."""
    dummy = any(child.dep_ == "nsubj" and child.lower_ == "it" for child in verb.children)
    said = (child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd", "dobj"))
    called = any(child.lower_ not in lexicon.disposed for child in said)
    to = infinitive.tag_ == "VB" and any(child.lower_ == "to" for child in infinitive.lefts)
    return dummy and called and to and verb.lemma_ in ("be", "take")


def where(verb: Token) -> Iterator[Slot]:
    """The town of "the town where rebels attacked a convoy"; not of "where experts say that …"."""
    said = any(child.dep_ == "ccomp" for child in verb.children)
    if verb.dep_ == "relcl" and not said and any(child.lower_ == "where" for child in verb.lefts):
        yield Slot("in", verb.head, True)


def is_done_by_object(token: Token, verb: Token, quoting: Collection[str]) -> bool:
    """ "Accused them of looting", "kept them from leaving", "jailed him for killing", "quoted him as saying"."""
    preposition, lemma = token.head.lower_, verb.lemma_.lower()
    if token.dep_ != "pcomp" or lemma == "use":
        return False
    if preposition == AGAINST:
        return lemma in CAUTIONING
    return preposition in DONE_BY_OBJECT or (preposition == "as" and lemma in quoting)


def completes(verb: Token) -> bool:
    """ "Left ten dead": what it left the ten; not so "left the city in ruins"."""
    return any(child.dep_ in ("oprd", "acomp", "xcomp", "ccomp") for child in verb.rights)


def is_sought(verb: str, noun: Token, lexicon: Lexicon) -> bool:
    """ "Sought congressional approval": who seeks it does not give it."""
    return verb == "seek" and noun.lemma_.lower() in lexicon.granted


def given_time(infinitive: Token, above: Predicate) -> list[Token]:
    """Those who are to do it of "gave the junta one week to leave"."""
    before = infinitive.doc[infinitive.left_edge.i - 1] if infinitive.left_edge.i else infinitive
    to_do = infinitive.dep_ in ("xcomp", "advcl") and infinitive.tag_ == "VB"
    if not to_do or before.dep_ != "npadvmod" or before.head != above.token or above.passive:
        return []
    return [slot.token for slot in above.slots if slot.name in ("indirect", "object") and slot.token.i < before.left_edge.i]


def is_rounded_off(verb: Token) -> bool:
    """ "Shooting wildly and burning houses": what stands behind the first verb parts it from the object of the second."""
    told = any(child.dep_ in ("prep", "xcomp", "ccomp", "prt") for child in verb.children)
    return told or any(child.dep_ == "advmod" for child in verb.rights)


def is_stranded(verb: Token) -> bool:
    """ "The town that they drove to": a preposition with nothing behind it."""
    return any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)


def is_of_a_side(word: Token, noun: Token) -> bool:
    """ "Kuwaiti" of "the Kuwaiti request", "U.S." of "U.S. aid", right before the noun: an adjective in all but its tag."""
    letters = word.text.replace(".", "")
    short = letters.isupper() and letters.isalpha() and 1 < len(letters) < LONG
    return noun.i == word.i + 1 and (word.ent_type_ == "NORP" or (short and word.ent_type_ in ("GPE", "ORG")))
