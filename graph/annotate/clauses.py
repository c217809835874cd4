"""A parsed Doc in, with verbs the tagger took for adjectives and what the parser hung on the wrong clause put right, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .captives import mend_captive, mend_taken
from .conjuncts import mend_conjunct
from .misreadings import mend_no_clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PAST = frozenset({"VBD", "VBN"})
OBJECTS = frozenset({"dobj", "pobj"})
PROTEST, CLAIM = "protest", "claim"
FORBIDDING = frozenset({"ban", "curfew", "lockdown"})
DEMANDING = frozenset({"demand", "denounce", "condemn", "protest"})
PROCLAIMING = frozenset({"declare", "announce", "proclaim"})


@dataclass(frozen=True, slots=True)
class Forms:
    """What the mending knows of words: participles and verb forms taken for nouns, each with its verb, lemmas of verbs that only
    report, those of them that accuse, verbs and objects that tell of one thing together ("open fire"), verbs that lay something
    to somebody with the preposition between the two ("accuse of"), nouns for deeds of violence and crime and for bodies."""

    participles: Mapping[str, str]
    nouns: Mapping[str, str]
    cues: Collection[str]
    charges: Collection[str]
    pairs: Collection[tuple[str, ...]]
    laying: Collection[str] = ()
    deeds: Collection[str] = ()
    bodies: Collection[str] = ()
    judging: Collection[str] = ()


def mend_clauses(doc: Doc, forms: Forms) -> None:
    """Changes the parse of the Doc."""
    participles, cues = forms.participles, forms.cues
    for word in doc:
        _mend_heading(word, cues)
        mend_captive(word)
        mend_no_clause(word, forms.judging)
        if word.tag_ == "JJ" and word.lower_ in participles and _tells(word):
            word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", participles[word.lower_]
        elif word.tag_ == "NN" and word.lower_ in forms.nouns:
            _mend_noun(word, forms.nouns[word.lower_])
        elif (word.dep_ == "npadvmod" and word.ent_type_ == "DATE") or _is_on_a_day(word):
            _mend_day(word, cues)
        elif word.dep_ == "conj":
            mend_conjunct(word)
        elif word.dep_ in ("relcl", "dobj", "pobj", "prep", "acl"):
            _mend_beside(word, forms)
        elif word.dep_ == "advcl" and word.tag_ == "VBG":
            _mend_participle(word, cues)
        elif word.dep_ == "amod" and word.tag_ == "VBG":
            _mend_done(word, forms)
        elif word.dep_ in ("acomp", "ccomp"):
            _mend_complement(word, forms)


def _mend_complement(word: Token, forms: Forms) -> None:
    if word.dep_ == "acomp" and word.tag_ == "VBN" and _is_in_two_words(word, forms):
        _mend_hyphened(word)
    elif word.dep_ == "ccomp" and word.tag_ == "VB" and word.head.lemma_ in PROCLAIMING:
        _mend_proclaimed(word)
    elif word.dep_ == "ccomp":
        _mend_called(word, forms)


def _mend_proclaimed(clause: Token) -> None:
    """ "Declared a state of emergency to end the unrest": the emergency is declared, and ends nothing by itself."""
    noun = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
    to = any(child.tag_ == "TO" for child in clause.lefts)
    if (
        noun is not None
        and to
        and clause.lemma_ != "be"
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.left_edge.nbor(-1) == clause.head
    ):
        noun.head, noun.dep_ = clause.head, "dobj"
        clause.dep_ = "advcl"


def _mend_claim(participle: Token, deeds: Collection[str]) -> None:
    """ "The attack on a hall claimed by rebels": they claim the attack, of which the hall is a part."""
    held = participle.head
    if participle.lemma_.lower() != CLAIM or not any(child.dep_ == "agent" for child in participle.children):
        return
    while held.lemma_.lower() not in deeds and held.dep_ == "pobj" and held.head.dep_ == "prep":
        held = held.head.head
    participle.head = held if held.lemma_.lower() in deeds else participle.head


def _mend_called(adjective: Token, forms: Forms) -> None:
    """ "Holds the rebels responsible": they are whom it holds so, and no clause is said."""
    verb, whom = adjective.head, next((child for child in adjective.lefts if child.dep_ == "nsubj"), None)
    called = adjective.pos_ == "ADJ" and (verb.lemma_.lower(), adjective.lower_) in forms.pairs
    if called and whom is not None and verb.i < whom.i:
        whom.head, whom.dep_ = verb, "dobj"
        adjective.dep_ = "oprd"


def _is_in_two_words(participle: Token, forms: Forms) -> bool:
    dash = participle.i > 1 and participle.nbor(-1).text == "-" and participle.head.lemma_ == "be"
    return dash and (participle.nbor(-2).lower_, participle.lemma_.lower()) in forms.pairs


def _mend_hyphened(participle: Token) -> None:
    """ "Students were tear-gassed": what befell them, and not what they are like."""
    helper = participle.head
    beside = [child for child in helper.children if child != participle]
    participle.head, participle.dep_ = (participle, "ROOT") if helper.dep_ == "ROOT" else (helper.head, helper.dep_)
    for child in beside:
        child.head = participle
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    helper.head, helper.dep_ = participle, "auxpass"


def _mend_heading(noun: Token, cues: Collection[str]) -> None:
    """ "Kenya protests: five killed" is about protests; who "says:" says it."""
    happening = noun.lemma_.lower() == PROTEST or noun.lemma_.lower() not in cues
    name = noun.doc[noun.i - 1] if noun.i else noun
    colon = noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ":"
    if colon and noun.tag_ == "VBZ" and happening and name.pos_ == "PROPN" and name.dep_ == "nsubj":
        noun.tag_, noun.pos_, name.dep_ = "NNS", "NOUN", "compound"


def _mend_beside(word: Token, forms: Forms) -> None:
    if word.dep_ == "relcl":
        _mend_relative(word)
        _mend_when(word)
        _mend_purpose(word, forms)
    elif word.dep_ == "acl":
        _mend_purpose(word, forms)
        _mend_claim(word, forms.deeds)
    elif word.dep_ == "dobj":
        _mend_second_object(word)
        mend_taken(word, forms.pairs)
    elif word.dep_ == "pobj" and word.head.lower_ == "of":
        mend_taken(word, forms.pairs)
    elif word.lower_ == "against":
        _mend_against(word)
    elif (verb := _laying(word, forms)) is not None:
        word.head = verb


def _tells(adjective: Token) -> bool:
    """ "Leaving 12 dead and 30 wounded": an adjective with a subject and no verb of its own."""
    return any(child.dep_ in SUBJECTS for child in adjective.children) and not any(
        child.dep_ in ("cop", "aux") for child in adjective.children
    )


def _mend_noun(noun: Token, lemma: str) -> None:
    """ "Gunmen on a motorbike shot and killed a judge", "shot dead the mayor": there is no motorbike shot."""
    deps = {child.dep_ for child in noun.children}
    doers = _doers_beside(noun)
    if doers is not None:
        _give_verb(noun, doers)
    if doers is not None or {"nsubj", "dobj"} <= deps:
        noun.tag_, noun.pos_, noun.lemma_ = "VBD", "VERB", lemma


def _doers_beside(noun: Token) -> Token | None:
    """Those of whom a second verb is told right behind it, where a noun before it can do without it."""
    joined = noun.i + 2 < len(noun.doc) and noun.nbor(1).dep_ == "cc"
    second = noun.nbor(2) if joined else noun
    held = noun.i and noun.nbor(-1).dep_ == "compound" and noun.nbor(-1).head == noun and noun.dep_ == "pobj"
    told = second.tag_ == "VBD" and second.dep_ == "conj" and any(child.dep_ == "dobj" for child in second.children)
    doers = noun.head.head
    return doers if held and told and second.head in (noun, doers) and doers.pos_ in ("NOUN", "PROPN") else None


def _give_verb(verb: Token, doers: Token) -> None:
    """The word becomes what the doers did, and the one before it what their preposition names."""
    last, preposition = verb.nbor(-1), verb.head
    behind = [child for child in doers.rights if child.i > verb.i]
    before = [child for child in verb.lefts if child != last]
    verb.head, verb.dep_ = (verb, "ROOT") if doers.dep_ == "ROOT" else (doers.head, doers.dep_)
    last.head, last.dep_ = preposition, "pobj"
    doers.head, doers.dep_ = verb, "nsubj"
    for word in behind:
        word.head = verb
    for word in before:
        word.head = last


def _is_on_a_day(word: Token) -> bool:
    return word.dep_ == "prep" and word.lower_ == "on" and any(child.ent_type_ == "DATE" for child in word.children)


def _mend_day(day: Token, cues: Collection[str]) -> None:
    verb = day.head
    if verb.pos_ != "VERB":
        return
    if day.i < verb.i:
        _give_to_subject(day, verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        _give_to_main_verb(day, verb, cues)


def _give_to_subject(day: Token, verb: Token) -> None:
    """ "Youths angered by the arrest of a priest last week marched on Tuesday": one day each, and the first is the arrest's."""
    last = day.doc[day.left_edge.i - 1] if day.left_edge.i else day
    told = any(child.dep_ in SUBJECTS and child.i < last.i <= child.right_edge.i for child in verb.children)
    if told and last.pos_ in ("NOUN", "PROPN") and _has_other_day(verb, day):
        day.head = last


def _has_other_day(verb: Token, day: Token) -> bool:
    later = (word for child in verb.rights if child.dep_ in ("prep", "npadvmod") for word in child.subtree)
    return any(word.ent_type_ == "DATE" and word.i > day.i for word in later)


def _give_to_main_verb(day: Token, participle: Token, cues: Collection[str]) -> None:
    """ "It hit a bus carrying cadets late Thursday near Kabul": what goes on meanwhile is not what the day is told of."""
    main = next((above for above in participle.head.ancestors if above.pos_ == "VERB"), None)
    described = participle.head.dep_ in OBJECTS and main is not None and main.i < participle.head.i
    if main is None or not described or main.tag_ not in PAST or main.lemma_.lower() in cues or _has_other_day(main, participle):
        return
    after = [child for child in participle.rights if child.i > day.i and child.dep_ in ("prep", "npadvmod")]
    for word in (day, *after):
        word.head = main


def _mend_when(verb: Token) -> None:
    """ "Four were hurt, two badly, when a pipe burst": the two are no time that the clause describes."""
    number = verb.head
    marked = any(child.lower_ == "when" and child.dep_ == "advmod" for child in verb.lefts)
    if marked and number.tag_ == "CD" and number.ent_type_ not in ("DATE", "TIME") and number.head.pos_ == "VERB":
        verb.head, verb.dep_ = number.head, "advcl"


def _mend_purpose(verb: Token, forms: Forms) -> None:
    """ "Defied a ban to march", "blocked a road to demand more pay": a ban is on something and no road demands; they do."""
    noun = verb.head
    deed = verb.lemma_ in DEMANDING and (noun.head.lemma_.lower(), noun.lemma_.lower()) in forms.pairs
    infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)
    if infinitive and noun.dep_ == "dobj" and (deed or noun.lemma_.lower() in FORBIDDING):
        verb.head, verb.dep_ = noun.head, "advcl"


def _mend_relative(verb: Token) -> None:
    """ "Reports that they fled" tells what is reported; "Ruiz, a dealer convicted of it" is convicted himself."""
    noun = verb.head
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children):
        verb.dep_ = "acl"
        return
    if noun.ent_type_ == "PERSON":
        _mend_which(verb, noun)
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    helped = any(child.dep_ in ("aux", "auxpass", "neg", "dobj") for child in verb.children)
    if verb.tag_ not in PAST or subject is None or helped or subject.pos_ not in ("NOUN", "PROPN"):
        return
    if verb.doc[subject.left_edge.i - 1].text == "," and noun.i < subject.i:
        subject.head, subject.dep_ = noun, "appos"
        verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def _mend_which(verb: Token, person: Token) -> None:
    """ "Ruiz of the bank, which lends": the bank lends, for no person is a "which"."""
    first = verb.left_edge
    body = verb.doc[first.i - 2] if first.i > 1 else first
    if first.lower_ == "which" and first.nbor(-1).text == "," and person.is_ancestor(body) and body.pos_ in ("NOUN", "PROPN"):
        verb.head = body


def _mend_against(preposition: Token) -> None:
    """ "Made 15 raids using jets against rebels": the raids are against them, not the jets."""
    using = next((above for above in preposition.ancestors if above.lower_ == "using"), None)
    if using is None or using.dep_ not in ("acl", "advcl") or preposition.head == using:
        return
    verb = next((above for above in using.ancestors if above.pos_ == "VERB" and above.tag_ in PAST), None)
    done = (
        next((child for child in verb.rights if child.dep_ == "dobj" and child.i < using.i), None) if verb is not None else None
    )
    if done is not None:
        preposition.head = done


def _laying(preposition: Token, forms: Forms) -> Token | None:
    """The verb between whose object and what is laid to that the preposition stands, though it may be hung on a word that only
    tells who they are: "prevent those who are behind the raid from fleeing"."""
    whom = next((above for above in preposition.ancestors if above.dep_ == "dobj"), None)
    if whom is None or f"{whom.head.lemma_.lower()} {preposition.lower_}" not in forms.laying:
        return None
    above = preposition.head
    bound = f"{above.lemma_.lower()} {preposition.lower_}" in forms.laying
    told_of = above.lemma_ == "be" or (any(child.dep_ == "auxpass" for child in above.children) and not bound)
    inside = above.pos_ in ("NOUN", "PROPN", "PRON") or told_of
    deed = any(child.tag_ == "VBG" and child.dep_ == "pcomp" for child in preposition.children)
    kept = preposition.lower_ == "from" and inside and deed
    return whom.head if kept or (preposition.head == whom and _is_laid(preposition, forms)) else None


def _is_laid(preposition: Token, forms: Forms) -> bool:
    """ "Accused the army of torture", "blamed the raid on it": no army of torture; but "the head of the protest" is one thing."""
    told = next((child for child in preposition.children if child.dep_ in ("pobj", "pcomp")), None)
    whom = preposition.head
    if told is None or whom.dep_ != "dobj" or whom.i < whom.head.i:
        return False
    if preposition.lower_ in ("on", "to"):
        return whom.lemma_.lower() in forms.deeds
    acting = whom.pos_ == "PROPN" or whom.lemma_.lower() in forms.bodies
    deed = told.tag_ == "VBG" or (acting and told.lemma_.lower() in forms.deeds)
    again = any(child.dep_ == "prep" and child.lower_ == preposition.lower_ for child in whom.rights if child.i > told.i)
    return deed and not again


def _mend_second_object(noun: Token) -> None:
    """ "Shot 81 men, the largest execution in years": what stands behind a comma is not shot too."""
    first = next((child for child in noun.head.rights if child.dep_ == "dobj"), noun)
    if first.i < noun.i and noun.doc[noun.left_edge.i - 1].text == ",":
        noun.dep_ = "appos"


def _mend_participle(verb: Token, cues: Collection[str]) -> None:
    """ "…, which Baku denied, saying it had not": who denies says so."""
    last = verb.doc[verb.left_edge.i - 2] if verb.left_edge.i > 1 and verb.nbor(-1).text == "," else verb
    inside = last.dep_ == "relcl" and last.lemma_.lower() in cues and last != verb.head
    if verb.lemma_.lower() in cues and inside and verb.left_edge.i == verb.i:
        verb.head = last


def _mend_done(gerund: Token, forms: Forms) -> None:
    """ "Shooting and burning tents": two deeds, for no tents are shooting's second."""
    noun = gerund.head
    first = noun.head
    if noun.dep_ == "conj" and first.tag_ == "VBG" and first.pos_ == "VERB" and noun.left_edge == gerund:
        gerund.head, gerund.dep_, gerund.pos_ = first, "conj", "VERB"
        noun.head, noun.dep_ = gerund, "dobj"
    elif _is_done(gerund, forms):
        _mend_gerund(gerund)


def _is_done(gerund: Token, forms: Forms) -> bool:
    """Whether it tells of a deed rather than describes a thing: "opening fire", "accused of burning houses"."""
    together = (gerund.lemma_.lower(), gerund.head.lemma_.lower()) in forms.pairs
    return together or gerund.head.head.head.lemma_.lower() in forms.charges


def _mend_gerund(gerund: Token) -> None:
    """ "Accused of opening fire on its posts": fire is opened there, and is no opening one."""
    noun, preposition = gerund.head, gerund.head.head
    if noun.dep_ != "pobj" or noun.left_edge.i != gerund.i or preposition.i != gerund.i - 1:
        return
    gerund.head, gerund.dep_, gerund.pos_ = preposition, "pcomp", "VERB"
    noun.head, noun.dep_ = gerund, "dobj"
    for other in [child for child in noun.children if child.dep_ == "conj" and child.tag_ == "VBG"]:
        other.head = gerund
    behind = gerund.doc[noun.i + 1] if noun.i + 1 < len(gerund.doc) else noun
    if behind.dep_ == "prep" and behind.head in (noun, preposition.head):
        behind.head = gerund
