"""Entities the gazetteer knows in, the places they lie in and where these are out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..gazetteer import Candidate, Gazetteer
from ..iris import fingerprint
from ..model import Entity
from ..resolve.names import plain, slug

COUNTRY = "country:"


@dataclass(frozen=True, slots=True)
class Places:
    """What stands beside the resolved entities.

    `added` are places no article names that lie around those it does; `candidates` and `around` go by entity id.
    """

    added: tuple[Entity, ...]
    candidates: Mapping[str, Candidate]
    around: Mapping[str, str]

    def chain(self, entity: str) -> Iterator[str]:
        """The places around an entity, from the next to the country."""
        seen = {entity}
        while (outer := self.around.get(entity)) is not None and outer not in seen:
            seen.add(outer)
            yield outer
            entity = outer


@dataclass(slots=True)
class _Survey:
    gazetteer: Gazetteer
    ids: dict[str, str]
    taken: set[str]
    labels: dict[str, Entity]
    added: dict[str, Entity] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)

    def place(self, key: str) -> None:
        candidate = self.gazetteer.get(key)
        if candidate is None:
            return
        if key not in self.ids:
            self.ids[key] = self._namesake(candidate) or self._add(candidate)
        self.candidates[self.ids[key]] = candidate

    def _namesake(self, candidate: Candidate) -> str | None:
        """An entity of that name and class which nobody has found in the gazetteer."""
        same = self.labels.get(plain(candidate.label))
        return same.id if same is not None and not same.known and same.type == candidate.type else None

    def _add(self, candidate: Candidate) -> str:
        name = slug(candidate.label)
        free = name if name and name not in self.taken else f"{name}-{fingerprint(candidate.key)[:6]}".strip("-")
        matches = tuple(match for match in (candidate.wikidata, candidate.geonames) if match)
        entity = Entity(free, candidate.type, self._label(candidate), (), (), matches, candidate.key)
        self.taken.add(free)
        self.labels[plain(entity.label)] = self.added[candidate.key] = entity
        return free

    def _label(self, candidate: Candidate) -> str:
        """No two entities have one label: the province of Baghdad is not called as the city."""
        country = self.gazetteer.get(candidate.country or "")
        ways = ("", f" ({candidate.type})", f" ({candidate.type}, {country.label if country else ''})", f" ({candidate.key})")
        return next(candidate.label + way for way in ways if plain(candidate.label + way) not in self.labels)


def survey(entities: Sequence[Entity], gazetteer: Gazetteer) -> Places:
    """Deterministic: the same entities give the same places in any order."""
    ids = {entity.known: entity.id for entity in sorted(entities, key=lambda each: each.id, reverse=True) if entity.known}
    chains = {key: _chain(key, gazetteer) for key in ids}
    found = _Survey(gazetteer, ids, {entity.id for entity in entities}, {plain(entity.label): entity for entity in entities})
    for key in sorted({key for chain in chains.values() for key in chain}, key=lambda key: (not key.startswith(COUNTRY), key)):
        found.place(key)
    return Places(tuple(found.added[key] for key in sorted(found.added)), found.candidates, _around(chains.values(), found))


def _chain(key: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The key and, for a place, those of the places around it."""
    candidate = gazetteer.get(key)
    return (key,) if candidate is None or candidate.kind == "actor" else (key, *gazetteer.within(key))


def _around(chains: Iterable[Sequence[str]], found: _Survey) -> dict[str, str]:
    around: dict[str, str] = {}
    for chain in chains:
        places = [found.ids[key] for key in chain if found.ids.get(key) in found.candidates]
        around.update((inner, outer) for inner, outer in pairwise(places) if inner != outer)
    return around
