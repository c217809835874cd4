"""The records of the vocabulary, filled by `ontology.py`: names in, what the vocabulary says of them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from .errors import OntologyError
from .model import Modality, PassageKind, Polarity, Stance

SHAPES = "shapes.ttl"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Lemmas that tell of an event: verb first (pos v) or head noun last (pos n)."""

    words: tuple[str, ...]
    pos: Literal["n", "v"]
    type: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.words[0 if self.pos == "v" else -1], self.pos)


@dataclass(frozen=True, slots=True)
class RoleSlot:
    """Grammatical places, best first, whose filler plays a role; `classes` empty = anything, else any of them.

    Unnamed people fill it only if the word list `among` has their noun.
    """

    role: str
    slots: tuple[str, ...]
    classes: tuple[str, ...] = ()
    required: bool = False
    among: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What to look for around a trigger of an event class; roles and figures of ancestors come after its own.

    `reads` is the class that an event found so gets: the class itself, or the one it is a special way of telling.
    """

    type: str
    reads: str
    triggers: tuple[Trigger, ...]
    roles: tuple[RoleSlot, ...]
    absent: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A position people hold; `tie` is the relation it also gives to the body or country it is of."""

    id: str
    label: str
    titles: tuple[str, ...]
    tie: str


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """How a relation is put in words: verb (v), noun (n) or participle compound (a); `swapped`: object named first."""

    words: tuple[str, ...]
    pos: Literal["n", "v", "a"]
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class RelationType:
    name: str
    label: str
    patterns: tuple[RelationPattern, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says that somebody says something."""

    lemma: str
    stance: Stance
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """A word that says whether what it governs has happened."""

    lemma: str
    modality: Modality
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class CleaningRule:
    id: str
    kind: PassageKind
    regex: str
    comment: str


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """ "scores": at least `low`, at most `high` if the word says so."""

    lemma: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of an event class in other schemes, its own or the nearest ancestor's; `root` is the class below Event."""

    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None
    root: str | None = None


_UNCODED = Codes()


def _table() -> Any:  # noqa: ANN401  # as dataclasses.field
    return field(compare=False, repr=False)


@dataclass(frozen=True)
class Ontology:
    """The vocabulary by local names; equal and hashed by its folder and digest, its mappings not to be written to."""

    folder: Path
    digest: str
    parents: Mapping[str, tuple[str, ...]] = _table()
    ancestors: Mapping[str, tuple[str, ...]] = _table()
    """Class → itself and the classes above it, nearest first."""
    labels: Mapping[str, str] = _table()
    comments: Mapping[str, str] = _table()
    frames: tuple[Frame, ...] = _table()
    triggers: Mapping[tuple[str, str], tuple[Trigger, ...]] = _table()
    nouns: Mapping[str, str] = _table()
    positions: tuple[Position, ...] = _table()
    titles: Mapping[str, Position] = _table()
    relations: tuple[RelationType, ...] = _table()
    cues: Mapping[str, Cue] = _table()
    modality_cues: Mapping[str, ModalityCue] = _table()
    cleaning: tuple[CleaningRule, ...] = _table()
    vague: Mapping[str, VagueNumber] = _table()
    word_lists: Mapping[str, frozenset[str]] = _table()
    roles: tuple[str, ...] = _table()
    figures: tuple[str, ...] = _table()
    entity_classes: tuple[str, ...] = _table()
    event_classes: tuple[str, ...] = _table()
    coded: Mapping[str, Codes] = _table()

    @property
    def shapes_path(self) -> Path:
        return self.folder / SHAPES

    @property
    def queries_folder(self) -> Path:
        return self.folder / "queries"

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether a class is the other or stands below it; an unknown class is only itself."""
        return cls == ancestor or ancestor in self.ancestors.get(cls, ())

    def joins(self, name: str, subject: str, target: str) -> bool:
        """Whether a relation may hold between things of these two classes; one that is unknown holds between none."""
        relation = self._by_relation.get(name)
        if relation is None:
            return False
        return any(self.is_a(subject, cls) for cls in relation.domain) and any(self.is_a(target, cls) for cls in relation.range)

    @cached_property
    def _by_relation(self) -> Mapping[str, RelationType]:
        return {relation.name: relation for relation in self.relations}

    def depth(self, cls: str) -> int:
        """How many classes stand above it: the more, the more specific."""
        return max(len(self.ancestors.get(cls, ())) - 1, 0)

    def label(self, name: str) -> str:
        """The label of a class, property or individual, else its name."""
        return self.labels.get(name, name)

    def comment(self, name: str) -> str:
        return self.comments.get(name, "")

    def codes(self, cls: str) -> Codes:
        return self.coded.get(cls, _UNCODED)

    def words(self, name: str) -> frozenset[str]:
        """The lemmas of a word list. Raises OntologyError if no file has it."""
        found = self.word_lists.get(name)
        if found is None:
            raise OntologyError(f"{self.folder} has no word list {name!r}")
        return found
