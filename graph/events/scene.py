"""Drafts of an article's events in, the same by number and by word out, with what reading them together needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Lexicon, Slot
from .drafts import Draft
from .frames import Reading

GENERAL_CLASSES = frozenset({"Event", "Statement", "Movement", "Planning", "Agreement", "Consult", "Other"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The drafts by number and by word, with what reading them needs."""

    drafts: Sequence[Draft]
    at: Mapping[int, int]
    times: Mapping[int, str]
    reading: Reading
    ontology: Ontology
    lexicon: Lexicon

    def event(self, token: Token) -> int | None:
        """The event of a word; of "attempt" in "attempt to storm", that of its infinitive."""
        if token.i in self.at:
            return self.at[token.i]
        inner = (c for c in token.children if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB") if token.pos_ == "NOUN" else ()
        return next((self.at[c.i] for c in inner if c.i in self.at), None)

    def events(self, slots: Iterator[Slot]) -> Iterator[int]:
        return (number for slot in slots if (number := self.event(slot.token)) is not None)


def related(scene: Scene, one: Draft, other: Draft) -> bool:
    if one.type in GENERAL_CLASSES or other.type in GENERAL_CLASSES:
        return False
    return scene.ontology.is_a(one.type, other.type) or scene.ontology.is_a(other.type, one.type)
