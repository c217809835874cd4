"""What an article says and judgements about classes in, the same as a reader corrected it, without what it tells only aside, out.

A judgement with a class on its right side says what the thing on its left is or is not: `same` as `ng:Airstrike`, `different`
from `ng:Event`, which means from anything that happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from .errors import UsageError
from .iris import segment
from .model import ASIDE, Chain, Event, Extraction, Judgement
from .ontology import Ontology
from .resolve.references import Place, keys, located, places, surface_keys

T = TypeVar("T")

_CLASS = "ng:"
_ROOTS = ("Event", "Entity")


@dataclass(frozen=True, slots=True)
class Correction:
    """`places` or else `names` tell what is meant; `holds` whether it is of the class `kind` or not."""

    places: tuple[Place, ...]
    names: frozenset[str]
    kind: str
    holds: bool

    def fits(self, extraction: Extraction) -> frozenset[str]:
        """The ids of chains and events that are meant in an article."""
        here = [place for place in self.places if place.article == segment(extraction.article.id)]
        found = {local.id for _, local in located(extraction, here)}
        named = (chain for chain in extraction.entities if self.names)
        return frozenset(found | {chain.id for chain in named if self._is_called(chain)})

    def _is_called(self, chain: Chain) -> bool:
        return any(self.names & surface_keys(name) for name in (chain.label, *chain.aliases))


class Corrections:
    """Judgements about classes. Raises UsageError for a class that the vocabulary does not have."""

    def __init__(self, judgements: Iterable[Judgement], ontology: Ontology) -> None:
        self._ontology = ontology
        self._known = {*ontology.event_classes, *ontology.entity_classes, *_ROOTS}
        binding = (judgement for judgement in judgements if judgement.verdict != "unsure")
        self._rows = [self._read(judgement) for judgement in binding if judgement.right.startswith(_CLASS)]

    def _read(self, judgement: Judgement) -> Correction:
        kind = judgement.right.removeprefix(_CLASS)
        if kind not in self._known:
            raise UsageError(f"judgement of {judgement.by}: {judgement.right} is no class; `newsgraph ontology` lists them")
        stand = places(judgement.left)
        return Correction(stand, frozenset() if stand else keys(judgement.left), kind, judgement.verdict == "same")

    def applied(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        return map(self._as_told, map(self.corrected, extractions) if self._rows else extractions)

    def corrected(self, extraction: Extraction) -> Extraction:
        for row in self._rows:
            meant = row.fits(extraction)
            if meant:
                extraction = self._obey(row, meant, extraction)
        return extraction

    def _as_told(self, extraction: Extraction) -> Extraction:
        """What an article has only aside is no event, unless a reader says so."""
        asides = {event.id for event in extraction.events if event.rule == ASIDE and event.confidence < 1}
        return _without(extraction, asides)

    def _obey(self, row: Correction, meant: frozenset[str], extraction: Extraction) -> Extraction:
        """A class of events says nothing of names that stand in the same place, nor the other way round."""
        if row.kind in self._ontology.event_classes:
            events = {event.id: self._kind(row, event.type) for event in extraction.events if event.id in meant}
            changed = tuple(_retyped(event, events.get(event.id), row.holds) for event in extraction.events)
            return _without(replace(extraction, events=changed), _nothing(events))
        chains = {chain.id: self._kind(row, chain.type) for chain in extraction.entities if chain.id in meant}
        renamed = tuple(_renamed(chain, chains.get(chain.id)) for chain in extraction.entities)
        return _without(replace(extraction, entities=renamed), _nothing(chains))

    def _kind(self, row: Correction, known: str) -> str | None:
        """The class that something has from now on, None if it is nothing."""
        if row.holds:
            return known if row.kind in _ROOTS else row.kind
        if row.kind in _ROOTS:
            return None
        above = (parent for parent in self._ontology.parents.get(row.kind, ()) if parent in self._known)
        return next(above, None) if self._ontology.is_a(known, row.kind) else known


def _nothing(kinds: dict[str, str | None]) -> set[str]:
    return {each for each, kind in kinds.items() if kind is None}


def _retyped(event: Event, kind: str | None, sure: bool) -> Event:
    """What a reader says is so is certain."""
    return replace(event, type=kind, confidence=1.0 if sure else event.confidence) if kind else event


def _renamed(chain: Chain, kind: str | None) -> Chain:
    """Of another class, it is not what the gazetteer took it for."""
    return replace(chain, type=kind, known=None, same_as=None) if kind and kind != chain.type else chain


def _without(extraction: Extraction, gone: set[str]) -> Extraction:
    """Without some events and chains, and what speaks of them."""
    if not gone:
        return extraction
    lost = {mention.id for mention in extraction.mentions if mention.entity in gone}
    relations = (relation for relation in extraction.relations if not gone & {relation.subject, relation.object})
    return replace(
        extraction,
        mentions=_kept(extraction.mentions, lambda mention: mention.id not in lost),
        entities=_kept(extraction.entities, lambda chain: chain.id not in gone),
        events=tuple(_loosened(event, gone, lost) for event in extraction.events if event.id not in gone),
        relations=tuple(relations),
        attributions=tuple(
            replace(
                said,
                events=_kept(said.events, lambda event: event not in gone),
                speaker=None if said.speaker in gone else said.speaker,
                mention=None if said.mention in lost else said.mention,
            )
            for said in extraction.attributions
        ),
    )


def _loosened(event: Event, gone: set[str], lost: set[str]) -> Event:
    return replace(
        event,
        arguments=_kept(event.arguments, lambda argument: argument.mention not in lost),
        part_of=None if event.part_of in gone else event.part_of,
        same_as=None if event.same_as in gone else event.same_as,
        because=_kept(event.because, lambda other: other not in gone),
        after=_kept(event.after, lambda other: other not in gone),
    )


def _kept(rows: Sequence[T], stays: Callable[[T], bool]) -> tuple[T, ...]:
    return tuple(row for row in rows if stays(row))
