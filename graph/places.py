"""Entities the gazetteer knows in, the places they lie in and where these are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .gazetteer import Candidate, Gazetteer
from .iris import fingerprint, segment
from .model import Entity


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
    added: dict[str, Entity] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)
    around: dict[str, str] = field(default_factory=dict)

    def walk(self, key: str) -> None:
        """Places the candidate and all that lies around it."""
        inner = self._place(key)
        if inner is None or self.candidates[inner].kind == "actor":
            return
        for outer_key in self.gazetteer.within(key):
            outer = self._place(outer_key)
            if outer is not None and outer != inner:
                self.around.setdefault(inner, outer)
                inner = outer

    def _place(self, key: str) -> str | None:
        if key in self.ids and self.ids[key] in self.candidates:
            return self.ids[key]
        candidate = self.gazetteer.get(key)
        if candidate is None:
            return None
        entity = self.ids.setdefault(key, self._mint(candidate))
        self.candidates[entity] = candidate
        if entity not in self.taken:
            self.taken.add(entity)
            self.added[entity] = _entity(entity, candidate)
        return entity

    def _mint(self, candidate: Candidate) -> str:
        plain = segment(candidate.label.casefold().replace(" ", "-"))
        return f"{plain}-{fingerprint(candidate.key)[:6]}" if plain in self.taken else plain


def survey(entities: Sequence[Entity], gazetteer: Gazetteer) -> Places:
    """Deterministic: the same entities give the same places in any order."""
    known = sorted((entity for entity in entities if entity.known), key=lambda entity: entity.id)
    found = _Survey(gazetteer, {entity.known: entity.id for entity in known if entity.known}, {entity.id for entity in entities})
    for entity in known:
        found.walk(entity.known or "")
    return Places(tuple(found.added[key] for key in sorted(found.added)), found.candidates, found.around)


def _entity(entity: str, candidate: Candidate) -> Entity:
    matches = tuple(match for match in (candidate.wikidata, candidate.geonames) if match)
    return Entity(entity, candidate.type, candidate.label, (), (), matches, candidate.key)
