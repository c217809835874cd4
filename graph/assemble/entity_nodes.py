"""Resolved entities and what the gazetteer knows of them in, their quads out: names, matches, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from .. import terms
from ..gazetteer import Candidate, Gazetteer
from ..iris import Names, fingerprint
from ..model import Entity
from ..ontology import Ontology
from ..resolve.names import plain, slug
from ..terms import ng, node
from .places import Places, survey

MEDIA = "MediaOrganization"
MOST_CANDIDATES = 5


class EntityNodes:
    """The entities of the merged graph: those resolved, the places around them, and the publishers of the articles."""

    def __init__(self, entities: Sequence[Entity], ontology: Ontology, gazetteer: Gazetteer, names: Names) -> None:
        self.ontology = ontology
        self.gazetteer = gazetteer
        self.names = names
        self.places: Places = survey(entities, gazetteer)
        self.mentioned: Counter[str] = Counter()
        self.entities = {entity.id: entity for entity in (*entities, *self.places.added)}
        self.spelled: dict[str, Counter[str]] = {}
        self.organizations = self._organizations()

    def publisher(self, name: str | None) -> str | None:
        """The id of the organization so called; one that no article speaks of is added."""
        if not name or not name.strip():
            return None
        medium = self._medium(name)
        key = plain(medium.label if medium else name)
        if key not in self.organizations:
            self.organizations[key] = self._mint(key)
        publisher = self.organizations[key]
        if publisher not in self.entities:
            self.spelled.setdefault(publisher, Counter())[" ".join(name.split())] += 1
        return publisher

    def around(self) -> dict[str, frozenset[str]]:
        """The address of each place the gazetteer knows → the addresses of the places around it."""
        address = self.names.entity
        return {address(place): frozenset(map(address, self.places.chain(place))) for place in self.places.candidates}

    def all(self) -> list[Entity]:
        """To be asked for when every article is in: how a publisher is mostly spelled is known only then."""
        return [*self.entities.values(), *(self._publisher(entity, self.spelled[entity]) for entity in sorted(self.spelled))]

    def quads(self) -> Iterator[Quad]:
        for entity in self.all():
            subject = node(self.names.entity(entity.id))
            yield from self._entity(entity, subject)
            yield from self._location(entity.id, subject)
            yield from self._candidates(entity, subject)

    def _entity(self, entity: Entity, subject: NamedNode) -> Iterator[Quad]:
        label = " ".join(entity.label.split()) or entity.id
        yield Quad(subject, terms.A, ng(entity.type))
        yield Quad(subject, terms.LABEL, Literal(label))
        yield Quad(subject, terms.PREF_LABEL, Literal(label))
        for spelling in {" ".join(alias.split()) for alias in entity.aliases} - {"", label}:
            yield Quad(subject, terms.ALT_LABEL, Literal(spelling))
        yield Quad(subject, ng("mentionCount"), terms.integer(self.mentioned[entity.id]))
        for match in entity.matches:
            yield Quad(subject, terms.EXACT_MATCH, terms.outer_node(match))

    def _location(self, entity: str, subject: NamedNode) -> Iterator[Quad]:
        outer, candidate = self.places.around.get(entity), self.places.candidates.get(entity)
        if outer is not None:
            yield Quad(subject, ng("locatedIn"), node(self.names.entity(outer)))
        if candidate is None or candidate.lat is None or candidate.lon is None or candidate.kind == "actor":
            return
        geometry = node(self.names.geometry(entity))
        yield Quad(subject, terms.LATITUDE, terms.decimal(candidate.lat))
        yield Quad(subject, terms.LONGITUDE, terms.decimal(candidate.lon))
        yield Quad(subject, terms.HAS_GEOMETRY, geometry)
        yield Quad(geometry, terms.A, terms.GEOMETRY)
        yield Quad(geometry, terms.AS_WKT, terms.point(candidate.lat, candidate.lon))

    def _candidates(self, entity: Entity, subject: NamedNode) -> Iterator[Quad]:
        """What the name of an unlinked entity may stand for, where that is not certain: never a fact, only offered.

        "The region" is no name.
        """
        if entity.known or entity.matches or not entity.members or entity.label.islower():
            return
        fitting = ((each, score) for each, score in self.gazetteer.scored(entity.label) if self._may_be(entity, each))
        for candidate, score in islice(fitting, MOST_CANDIDATES):
            offered = node(self.names.candidate(entity.id, candidate.key))
            yield Quad(subject, ng("candidate"), offered)
            yield Quad(offered, terms.A, ng("Candidate"))
            yield Quad(offered, terms.LABEL, Literal(candidate.label))
            yield Quad(offered, ng("score"), terms.decimal(round(score, 4)))
            for match in filter(None, (candidate.wikidata, candidate.geonames)):
                yield Quad(offered, terms.CLOSE_MATCH, terms.outer_node(match))

    def _may_be(self, entity: Entity, candidate: Candidate) -> bool:
        return self.ontology.is_a(candidate.type, entity.type) or self.ontology.is_a(entity.type, candidate.type)

    def _organizations(self) -> dict[str, str]:
        """Name → id; a medium comes before another organization of that name, a label before an alias."""
        found: dict[str, str] = {}
        bodies = [entity for entity in self.entities.values() if self.ontology.is_a(entity.type, "Organization")]
        for entity in sorted(bodies, key=lambda body: (not self.ontology.is_a(body.type, MEDIA), body.id)):
            found.setdefault(plain(entity.label), entity.id)
        for entity in sorted(bodies, key=lambda body: (not self.ontology.is_a(body.type, MEDIA), body.id)):
            for alias in entity.aliases:
                found.setdefault(plain(alias), entity.id)
        return found

    def _publisher(self, entity: str, spelled: Counter[str]) -> Entity:
        names = sorted(spelled, key=lambda name: (-spelled[name], name))
        medium = self._medium(names[0])
        label = medium.label if medium else names[0]
        if any(plain(label) == plain(other.label) for other in self.entities.values()):
            label = f"{label} (publisher)"
        matches = tuple(match for match in (medium.wikidata, medium.geonames) if match) if medium else ()
        return Entity(entity, MEDIA, label, tuple(names), (), matches, medium.key if medium else None)

    def _medium(self, name: str) -> Candidate | None:
        found = (candidate for candidate in self.gazetteer.lookup(name) if self.ontology.is_a(candidate.type, MEDIA))
        return next(found, None)

    def _mint(self, key: str) -> str:
        name = slug(key)
        return name if name and name not in self.entities else f"{name}-{fingerprint(MEDIA, key)[:6]}".strip("-")
