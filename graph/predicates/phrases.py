"""The nouns of the grammar, nothing in and nothing out: predicates with their filled places, and the word lists to find them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from ..parse import Token

Pos = Literal["v", "n"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One filled place: its name and the head word of what fills it; `inherited` if another word's clause says it."""

    name: str
    token: Token
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or event noun with its filled places; `support` is the light verb that carries a noun ("carried out")."""

    token: Token
    pos: Pos
    slots: tuple[Slot, ...] = ()
    passive: bool = False
    support: Token | None = None

    def fillers(self, *names: str) -> Iterator[Slot]:
        return (slot for slot in self.slots if slot.name in names)

    def first(self, *names: str) -> Token | None:
        return next((slot.token for slot in self.fillers(*names)), None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of the grammar, as lemmas; what each is for stands beside it in ontology/grammar.ttl."""

    event_nouns: Collection[str] = frozenset()
    light: Collection[str] = frozenset()
    empty: Collection[str] = frozenset()
    undergo: Collection[str] = frozenset()
    occur: Collection[str] = frozenset()
    affect: Collection[str] = frozenset()
    carry: Collection[str] = frozenset()
    object_control: Collection[str] = frozenset()
    sending: Collection[str] = frozenset()
    relation_noun: Collection[str] = frozenset()
    called_on: Collection[str] = frozenset()
    befall: Collection[str] = frozenset()
    suffered: Collection[str] = frozenset()
    befall_places: Collection[str] = frozenset()
    measure: Collection[str] = frozenset()
    people: Collection[str] = frozenset()
    places: Collection[str] = frozenset()
    angered: Collection[str] = frozenset()
    cause: Collection[str] = frozenset()
    lead_to: Collection[str] = frozenset()
    come_from: Collection[str] = frozenset()
    follow: Collection[str] = frozenset()
    answer: Collection[str] = frozenset()
    because: Collection[str] = frozenset()
    after: Collection[str] = frozenset()
    within: Collection[str] = frozenset()
    put_off: Collection[str] = frozenset()
    plain_stop: Collection[str] = frozenset()
    uncounted: Collection[str] = frozenset()
    helping: Collection[str] = frozenset()
    aimed: Collection[str] = frozenset()
    general: Collection[str] = frozenset()
    undertaking: Collection[str] = frozenset()
    happening: Collection[str] = frozenset()
    situated: Collection[str] = frozenset()
    stricken: Collection[str] = frozenset()
    scene: Collection[str] = frozenset()
    witness: Collection[str] = frozenset()
    granted: Collection[str] = frozenset()
    disposed: Collection[str] = frozenset()
    quoting: Collection[str] = frozenset()
    outpouring: Collection[str] = frozenset()
    substance: Collection[str] = frozenset()
