"""A verb joined to another in a parsed Doc in, hung on the one it goes on with, and given its own subject and object, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS, TIMES = frozenset({"nsubj", "nsubjpass"}), frozenset({"DATE", "TIME"})
CLAUSES, FINITE = frozenset({"xcomp", "ccomp", "advcl", "acl"}), frozenset({"VBP", "VBZ", "VBD", "VBN", "VBG"})
MEANWHILE = frozenset({"as", "when"})


def mend_conjunct(verb: Token) -> None:
    if verb.head.pos_ == "ADV" and verb.pos_ == "VERB":
        _mend_way(verb)
    if verb.tag_ == "VBD":
        _mend_tense(verb)
        _mend_predicate(verb)
        _mend_meanwhile(verb)
        _mend_set_off(verb)
        _mend_befallen(verb)
    elif verb.tag_ == "VB":
        _mend_bare(verb)
    elif verb.tag_ == "VBN":
        _mend_befallen(verb)


def _mend_way(verb: Token) -> None:
    """ "Firing wildly and burning houses": two deeds, and the houses are burned."""
    adverb, first = verb.head, verb.head.head
    if first.tag_ != verb.tag_ or first.pos_ != "VERB":
        return
    behind = [child for child in first.rights if child.i > verb.i and child.dep_ in ("dobj", "prep", "prt")]
    joining = [child for child in adverb.children if child.dep_ == "cc"]
    verb.head = first
    for word in (*joining, *behind):
        word.head = first if word.dep_ == "cc" else verb


def _mend_set_off(verb: Token) -> None:
    """ "He left after a mob seized his home, and named a deputy": what a comma sets off goes on with the main clause."""
    clause, start = verb.head, verb.left_edge
    main = clause.head
    parted = start.i > verb.sent.start + 1 and start.nbor(-1).dep_ == "cc" and start.nbor(-2).text == ","
    told = {child.dep_ for child in clause.children if child.i < clause.i}
    alone = sum(child.dep_ == "conj" for child in clause.children) == 1 and not any(c.dep_ in SUBJECTS for c in verb.children)
    if parted and alone and clause.dep_ == "advcl" and {"mark", "advmod"} & told and SUBJECTS & told and main.i < clause.i:
        for word in (verb, start.nbor(-1)) if main.tag_ == "VBD" else ():
            word.head = main


def _mend_befallen(verb: Token) -> None:
    """ "The siege ended and more than 300 people, half of them children, were killed", "it sank within minutes and 90 passengers
    drowned": the people belong to the second verb, and are neither object nor minutes of the first."""
    helper = next((child for child in verb.lefts if child.dep_ == "auxpass"), verb)
    if any(child.dep_ in SUBJECTS for child in verb.children) or helper.nbor(-1).dep_ == "cc":
        return
    nouns = (noun for noun in verb.doc[verb.head.i + 1 : helper.i] if noun.left_edge.nbor(-1).dep_ == "cc")
    people = next((noun for noun in nouns if _is_stray(noun, passive=helper != verb)), None)
    if people is None:
        return
    between = [child for child in verb.head.rights if people.i < child.i < helper.i and child.dep_ != "punct"]
    people.head, people.dep_ = verb, "nsubjpass" if helper != verb else "nsubj"
    for word in between:
        word.head, word.dep_ = people, "appos" if word.pos_ == "NOUN" else word.dep_


def _is_stray(noun: Token, *, passive: bool) -> bool:
    """Whether a noun behind "and" may be the subject of what follows: no day or hour goes together with people."""
    timed = noun.dep_ == "conj" and noun.head.ent_type_ in TIMES and noun.ent_type_ not in TIMES
    return noun.pos_ in ("NOUN", "PROPN") and (timed or (passive and noun.dep_ in ("dobj", "npadvmod", "conj")))


def _mend_bare(verb: Token) -> None:
    """ "They seek to destabilize it, create distrust": a bare form behind a finite verb goes on with that one's infinitive."""
    finite = verb.head
    helped = any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in verb.children)
    if helped or finite.tag_ not in FINITE:
        return
    inside = (word for child in finite.rights for word in (child, *(child.rights if child.dep_ == "dobj" else ())))
    infinitives = [word for word in inside if word.tag_ == "VB" and word.i < verb.i and _is_led(word)]
    if infinitives:
        verb.head = infinitives[-1]


def _is_led(infinitive: Token) -> bool:
    return infinitive.dep_ in CLAUSES and any(child.tag_ in ("TO", "MD") for child in infinitive.lefts)


def _mend_tense(verb: Token) -> None:
    """ "Vowed not to repeat it and set up a panel": what is told in the past is no part of what is vowed."""
    infinitive, told = verb.head, verb.head.head
    to = infinitive.tag_ == "VB" and any(child.tag_ == "TO" for child in infinitive.lefts)
    if to and told.tag_ == "VBD" and not any(child.dep_ in SUBJECTS for child in verb.children):
        for word in (verb, *(child for child in infinitive.children if child.dep_ == "cc" and child.i < verb.i)):
            word.head = told


def _mend_predicate(verb: Token) -> None:
    """ "Hackers linked to the army stole it": without a conjunction the second verb is what is told, the first a description."""
    first = _described(verb)
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    helped = any(child.dep_ in ("aux", "auxpass", "neg", "cc", "punct") for child in first.children)
    if first.tag_ != "VBN" or subject is None or helped or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    marks = [child for child in first.lefts if child.dep_ in ("mark", "advmod") and child.i < subject.i]
    verb.head, verb.dep_ = (verb, "ROOT") if first.dep_ == "ROOT" else (first.head, first.dep_)
    for word in (subject, *marks):
        word.head = verb
    first.head, first.dep_ = subject, "acl"


def _described(verb: Token) -> Token:
    """The participle the verb is hung on, or the one right before it: "died when men armed with knives attacked"."""
    beside = (child for child in verb.head.children if child.dep_ == "advcl" and child.right_edge.i == verb.left_edge.i - 1)
    return next(beside, verb.head)


def _mend_meanwhile(verb: Token) -> None:
    """ "Ten were hurt as rockets hit the town": what happens meanwhile is no second thing told of the ten."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    mark = verb.doc[subject.left_edge.i - 1] if subject is not None and subject.left_edge.i else verb
    if mark.dep_ == "prep" and mark.lower_ in MEANWHILE and mark.head == verb.head and not any(True for _ in mark.children):
        mark.head, mark.dep_, verb.dep_ = verb, "mark", "advcl"
