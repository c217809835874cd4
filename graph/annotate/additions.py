"""A parsed Doc and the verbs of saying in, with participles that go on with what somebody said hung on that saying out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
SILENT_SUBJECTS = frozenset({"nsubjpass", "expl"})
LOOSE = frozenset({"advcl", "acl", "dep", "ccomp", "xcomp"})


def mend_additions(doc: Doc, cues: Collection[str], adding: Collection[str]) -> None:
    """ "The army said rebels had fled, adding that …": the army adds it. Changes the parse of the Doc.

    `adding` are the lemmas that only ever go on with another saying; any of the `cues` does behind what nobody in it could say.
    """
    for verb in doc:
        if verb.tag_ == "VBG" and verb.dep_ in LOOSE and _is_loose(verb):
            lemma = verb.lemma_.lower()
            told = _told(verb, cues, always=lemma in adding) if lemma in cues or lemma in adding else None
            if told is not None:
                verb.head, verb.dep_ = told, "advcl"


def _is_loose(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > verb.sent.start and first.nbor(-1).text == "," and not any(c.dep_ in SUBJECTS for c in verb.children)


def _told(verb: Token, cues: Collection[str], *, always: bool) -> Token | None:
    """The verb of saying in whose content it hangs; none if that content tells of a saying itself."""
    clause = verb.head
    while clause.dep_ != "ccomp" or clause.pos_ not in ("VERB", "AUX"):
        if clause.lemma_.lower() in cues or clause.head == clause:
            return None
        clause = clause.head
    told = clause.head
    if clause.lemma_.lower() in cues or told.lemma_.lower() not in cues or not told.i < clause.i < verb.i:
        return None
    quoted = sum(token.is_quote for token in verb.doc[told.i : verb.i]) % 2
    return told if not quoted and (always or _is_silent(clause)) else None


def _is_silent(clause: Token) -> bool:
    """Whether its subject is none that speaks: "that 12 were killed", "that there was no need"."""
    return any(child.dep_ in SILENT_SUBJECTS for child in clause.lefts)
