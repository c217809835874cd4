"""A word of a parsed Doc in, what the parser took for a clause there and is none put right, out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_no_clause(word: Token, judging: Collection[str]) -> None:
    """`judging` are lemmas of verbs whose object is judged: "welcome"."""
    _mend_judged(word, judging)
    _mend_to_each_other(word)


def _mend_judged(participle: Token, judging: Collection[str]) -> None:
    """ "Welcomed the accord reached in Oslo": it is the accord that is welcome, and what was done with it describes it."""
    verb = participle.head
    if participle.dep_ != "ccomp" or participle.tag_ != "VBN" or verb.lemma_.lower() not in judging:
        return
    subject = next((child for child in participle.lefts if child.dep_ in SUBJECTS), None)
    helped = any(child.dep_ in ("aux", "auxpass", "mark") for child in participle.children)
    if subject is not None and not helped and subject.i > verb.i:
        subject.head, subject.dep_ = verb, "dobj"
        participle.head, participle.dep_ = subject, "acl"


def _mend_to_each_other(second: Token) -> None:
    """ "Stands shoulder to shoulder with Kenya": nobody shoulders anything."""
    if second.tag_ != "VB" or second.i < 2 or second.nbor(-2).lower_ != second.lower_ or second.nbor(-1).lower_ != "to":
        return
    first, to, verb = second.nbor(-2), second.nbor(-1), second.nbor(-2).head
    for child in [child for child in second.children if child.i > second.i]:
        child.head = verb
    second.tag_, second.pos_ = first.tag_, first.pos_
    to.head, to.dep_, to.pos_ = first, "prep", "ADP"
    second.head, second.dep_ = to, "pobj"
