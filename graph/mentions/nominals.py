"""A parsed article and the names in it in, the noun phrases and pronouns that speak of people, bodies and places out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..gazetteer import Gazetteer
from ..model import MentionKind, Span
from ..ontology import Ontology
from ..parse import Doc, Token
from .names import is_dash

MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "punct", "quantmod", "nummod"})
NO_HEAD = frozenset({"compound", "npadvmod", "amod", "punct"})
EDGES = frozenset({"det", "predet", "poss", "nummod", "quantmod", "punct", "cc", "preconj", "advmod", "case", "prep"})
EMPTY = frozenset({"AUX", "ADP", "PART", "CCONJ", "SCONJ", "PRON", "DET"})
COUNTED = frozenset({"CD", "DT", "PDT", "PRP$", "JJR", "JJS", "RBR", "RBS"})
PERSONAL = frozenset({"PRP", "PRP$"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
EXPLETIVE = "expl"
WEAPON, VIOLENT = "Weapon", "Assault"
GROUP, PERSON, ACTOR, EMBASSY, COUNTRY, PLACE = "Group", "Person", "Actor", "Embassy", "Country", "Place"
HERE, BAND = "here", "group"
LONGEST = 4
PEOPLE = re.compile(r"(?:(?<!oi)(?<!s)s|[sc]hmen)$")
ALSO_PLURAL = re.compile(r"(?:sh|ch|ese|ss)$")
ONE = frozenset({"a", "an", "another", "one"})
THE = frozenset({"the", "this", "that"})
GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
COUNTING = frozenset({"nummod", "quantmod"})
BEFALLEN = frozenset({"nsubj", "nsubjpass", "dobj"})
NO_PEOPLE = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
TO_PEOPLE = ("Killing", "Death", "Injury", "Arrest", "Detention", "Kidnapping")
THOSE, SPOT = "those", "spot"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun: its characters, its head word and its class."""

    span: Span
    head: Token
    kind: MentionKind
    type: str


def find_phrases(doc: Doc, covered: Collection[int], ontology: Ontology) -> tuple[Phrase, ...]:
    """In text order; `covered` are the tokens of names, which head no phrase here."""
    phrases = [
        _nominal(token, ontology) or _stricken(token, ontology) or _counted(token, ontology) or _pronoun(token)
        for token in doc
        if token.i not in covered
    ]
    return tuple(phrase for phrase in phrases if phrase is not None)


# ------------------------------------------------------------------------------------------------------- noun phrases
def _nominal(head: Token, ontology: Ontology) -> Phrase | None:
    if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in ("DATE", "TIME"):
        return None
    if head.dep_ in NO_HEAD and not _is_means(head, ontology):
        return None
    if any(test(head, ontology) for test in (_is_rubric, _is_shore, _is_condition, _is_mass, _is_aboard)):
        return None
    cls = noun_class(head, ontology) or _speaker_class(head, ontology) or _leader_class(head, ontology)
    if cls is None:
        return None
    first = _first(head, ontology)
    last = _last(head)
    return Phrase(Span(first.idx, last.idx + len(last)), head, "nominal", cls)


def _is_means(word: Token, ontology: Ontology) -> bool:
    """The car bomb of "a car bomb attack"."""
    if word.dep_ != "compound" or not ontology.is_a(noun_class(word, ontology) or "", WEAPON):
        return False
    told = ontology.triggers.get((word.head.lemma_.lower(), "n"), ())
    return any(ontology.is_a(trigger.type, VIOLENT) for trigger in told)


def people_phrase(word: Token, gazetteer: Gazetteer, ontology: Ontology) -> Phrase | None:
    """ "Some Kenyans", "an American", "two Chinese": a demonym as a noun speaks of people, as a modifier of the country."""
    if gazetteer.demonym(word.text) is None:
        return None
    cls = GROUP if PEOPLE.search(word.lower_) else _counted_class(word, ontology)
    return Phrase(Span(_first(word, ontology).idx, word.idx + len(word)), word, "nominal", cls) if cls else None


def _counted_class(word: Token, ontology: Ontology) -> str | None:
    """ "The British" may be their government, and "the Iranian and" begin what it modifies."""
    if word.pos_ not in ("NOUN", "PROPN") or word.dep_ in MODIFIERS:
        return None
    before = {child.lower_ for child in word.lefts if child.dep_ == "det"}
    counted = {
        child.lower_ for child in word.lefts if child.dep_ in COUNTING or child.lemma_.lower() in ontology.words("quantity")
    }
    if before & ONE or counted & ONE:
        return PERSON
    if counted or _is_counted(word, ontology):
        return GROUP
    alone = not ALSO_PLURAL.search(word.lower_) and not any(child.dep_ == "cc" for child in word.rights)
    return PERSON if before & THE and alone else None


def _is_counted(word: Token, ontology: Ontology) -> bool:
    """The Japanese of "hundreds of Japanese"."""
    above = word.head.head
    named = {above.lower_, above.lemma_.lower()} & ontology.words("quantity")
    return word.dep_ == "pobj" and word.head.lower_ == "of" and bool(named)


def _is_rubric(head: Token, ontology: Ontology) -> bool:
    """As "Editor's note:" speaks of no editor."""
    opens = bool(head.is_sent_start) and head.i + 1 < len(head.doc)
    return opens and head.nbor(1).text in ("'s", ":") and head.lower_ in ontology.words("rubric")


def _is_aboard(head: Token, ontology: Ontology) -> bool:
    """As "on board": on a ship, and no board of directors; nor is "on the spot" a place, but at once."""
    bare = {child.lower_ for child in head.lefts} <= ({"the"} if head.lower_ == SPOT else set())
    return bare and head.head.lower_ == "on" and (head.lower_ == SPOT or head.lemma_.lower() in ontology.words("aboard"))


def _is_shore(head: Token, ontology: Ontology) -> bool:
    """As "the banks of the Tigris"."""
    return head.lemma_.lower() in ontology.words("shore") and any(child.lower_ == "of" for child in head.rights)


def _is_condition(head: Token, ontology: Ontology) -> bool:
    """As "a state of shock"; the state of Texas is a place."""
    of = (noun for child in head.rights if child.lower_ == "of" for noun in child.children)
    return head.lemma_.lower() in ontology.words("condition") and any(noun.pos_ == "NOUN" for noun in of)


def _is_mass(head: Token, ontology: Ontology) -> bool:
    """As "deadly force", "by force"; "a force", "police force" and "Iraqi force" are people."""
    opened = any(child.dep_ in ("det", "poss", "nummod", "compound", "nmod") or child.ent_type_ for child in head.lefts)
    return head.lemma_.lower() in ontology.words("mass") and not is_plural(head) and not opened


def noun_class(head: Token, ontology: Ontology) -> str | None:
    """The class the noun names, by the longest phrase that ends in it; plural people and countries are a group."""
    modifiers = modifying_words(head)
    lemma = head.lemma_.lower()
    nearest = modifiers[-1].lemma_.lower() if modifiers else ""
    if lemma in ontology.words("part_of_embassy") and nearest in ontology.words("name_Embassy"):
        return EMBASSY
    none = ontology.words("not_meant")
    phrase = next((phrase for phrase in _phrases(modifiers, head) if phrase in ontology.nouns or phrase in none), "")
    cls = ontology.nouns.get(phrase) if phrase not in none else None
    if cls is None:
        return None
    if phrase == lemma in ontology.words("generic_group") and modifiers:
        narrower = ontology.nouns.get(nearest)
        if narrower is not None and ontology.is_a(narrower, "Organization"):
            return narrower
    if phrase == BAND and _is_of_fighters(head, ontology):
        return GROUP
    return GROUP if (cls == COUNTRY or ontology.is_a(cls, PERSON)) and is_plural(head) else cls


def _is_of_fighters(head: Token, ontology: Ontology) -> bool:
    """As "a group of armed rebels": no body of theirs, but some of them."""
    inside = (noun for child in head.rights if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj")
    return any(is_plural(noun) and noun.lemma_.lower() in ontology.words("fighter") for noun in inside)


def modifying_words(head: Token) -> list[Token]:
    """The words right before a noun that belong to it: "Iran-backed paramilitary" of "groups"."""
    words: list[Token] = []
    for token in reversed(list(head.lefts)):
        if token.dep_ in ("compound", "amod", "nmod"):
            words.insert(0, token)
        elif token.dep_ != "punct":
            break
    return words


def is_plural(head: Token) -> bool:
    return head.tag_ in ("NNS", "NNPS") or "Number=Plur" in head.morph


def _phrases(modifiers: list[Token], head: Token) -> Iterator[str]:
    lemma = head.lemma_.lower()
    for size in range(min(LONGEST - 1, len(modifiers)), 0, -1):
        words = modifiers[-size:]
        yield " ".join([*(word.lower_ for word in words), lemma])
        yield " ".join([*(word.lemma_.lower() for word in words), lemma])
    if not any(child.tag_ == "PRP$" for child in head.lefts):
        yield head.lower_
    yield lemma


def _speaker_class(head: Token, ontology: Ontology) -> str | None:
    """Whoever says something in so many words is somebody, unless the noun is one of a text or of what happens."""
    speaks = head.dep_ == "nsubj" and head.head.lemma_.lower() in ontology.words("speaks") and head.pos_ == "NOUN"
    lemma = head.lemma_.lower()
    agentive = lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent")) and not lemma.endswith("ment")
    agentive = agentive or lemma in ontology.words("speaking_noun")
    if not (speaks and agentive) or (lemma, "n") in ontology.triggers or lemma in ontology.words("nobody"):
        return None
    return GROUP if is_plural(head) else PERSON


def _leader_class(head: Token, ontology: Ontology) -> str | None:
    """ "The head of the bank", but not "at the head of the march"."""
    led = any(child.dep_ == "prep" and child.lower_ == "of" for child in head.rights)
    if head.lemma_.lower() not in ontology.words("leading") or not led or (head.dep_ == "pobj" and head.head.lower_ == "at"):
        return None
    return GROUP if is_plural(head) else PERSON


def _stricken(word: Token, ontology: Ontology) -> Phrase | None:
    """ "The wounded", "the dead and injured": adjectives and participles that speak of people."""
    if word.lower_ not in ontology.words("people_so_called") or word.dep_ not in GOVERNED:
        return None
    first = word.head if word.dep_ == "conj" else word
    if first.lower_ not in ontology.words("people_so_called") or not any(c.lower_ == "the" for c in first.lefts):
        return None
    return Phrase(Span(word.idx, word.idx + len(word)), word, "nominal", GROUP)


def _first(head: Token, ontology: Ontology) -> Token:
    """The first word of the phrase after articles, numbers, possessors and words of quantity."""
    quantity = ontology.words("quantity")
    lefts = list(head.doc[head.left_edge.i : head.i])
    broken = max((token.i + 1 for token in lefts if token.is_space or token.is_quote or is_dash(token)), default=0)
    owners = [token for token in head.lefts if token.dep_ in EDGES or token.dep_ not in MODIFIERS]
    start = max((owner.right_edge.i + 1 for owner in owners if owner.dep_ != "punct"), default=head.left_edge.i)
    inside = [token for token in lefts if token.i >= max(start, broken)]
    while inside and not _is_age(inside) and (_says_nothing(inside[0]) or inside[0].lemma_.lower() in quantity):
        inside.pop(0)
    return inside[0] if inside else head


def _is_age(words: list[Token]) -> bool:
    """As "a 16-year-old boy" begins."""
    return len(words) > 1 and words[0].like_num and words[1].text == "-" and not words[0].whitespace_


def _says_nothing(token: Token) -> bool:
    """ "its own", "the government's own": a word that only stresses whose it is, like a number or an article."""
    return token.lower_ == "own" or token.tag_ in COUNTED or token.pos_ in EMPTY or not token.text[0].isalnum()


def _last(head: Token) -> Token:
    """The last word: the head itself, or the end of the noun phrase that "of" joins to it."""
    after = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of" and c.i - head.i <= 1), None)
    inner = next((c for c in after.rights if c.dep_ == "pobj"), None) if after is not None else None
    if inner is not None:
        return _last(inner)
    name = next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == head.i + 1), None)
    return name if name is not None else head


def _counted(word: Token, ontology: Ontology) -> Phrase | None:
    """ "Killed 24", "wounded 13 others", "those injured": of whom only the number is told, as by a pronoun for nobody known."""
    alone = word.tag_ == "CD" or word.lower_ == THOSE or word.lemma_.lower() in ontology.words("uncounted")
    if not alone or word.ent_type_ in NO_PEOPLE or any(child.lower_ == "of" or child.tag_ == "$" for child in word.children):
        return None
    verbs = [word.head] if word.dep_ in BEFALLEN and word.lower_ != THOSE else []
    verbs += [child for child in word.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    if not any(_befalls_people(verb, ontology) for verb in verbs):
        return None
    return Phrase(Span(word.idx, word.idx + len(word)), word, "pronoun", GROUP)


def _befalls_people(verb: Token, ontology: Ontology) -> bool:
    told = ontology.triggers.get((verb.lemma_.lower(), "v"), ())
    return any(ontology.is_a(trigger.type, cls) for trigger in told if len(trigger.words) == 1 for cls in TO_PEOPLE)


# ------------------------------------------------------------------------------------------------------------ pronouns
def _pronoun(token: Token) -> Phrase | None:
    if token.lower_ == HERE and token.dep_ == "advmod" and token.head.pos_ in ("VERB", "NOUN"):
        return Phrase(Span(token.idx, token.idx + len(token)), token, "pronoun", PLACE)
    if token.dep_ == EXPLETIVE or not (token.tag_ in PERSONAL or _is_relative(token)):
        return None
    return Phrase(Span(token.idx, token.idx + len(token)), token, "pronoun", _pronoun_class(token))


def _is_relative(token: Token) -> bool:
    if token.tag_ not in RELATIVE:
        return False
    return any(ancestor.dep_ == "relcl" for ancestor in (token.head, *token.ancestors) if ancestor.i >= token.i)


def _pronoun_class(token: Token) -> str:
    if token.lemma_.lower() in ("it", "they", "we", "which", "that", "whose", "its", "our", "their"):
        return ACTOR
    return PERSON
