"""The graph in, FollowTheMoney entities as JSON lines out: people, bodies, events, the ties between them, and the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from .. import records, terms
from ..assemble import GraphData
from ..errors import UsageError
from ..iris import fingerprint
from ..records import ArticleRecord, EntityRecord, EventRecord
from ..terms import ng

if TYPE_CHECKING:
    from followthemoney import EntityProxy, Model

SCHEMATA = (
    ("Person", "Person"),
    ("Company", "Company"),
    ("Government", "PublicBody"),
    ("GovernmentAgency", "PublicBody"),
    ("MilitaryForce", "PublicBody"),
    ("SecurityForce", "PublicBody"),
    ("Court", "PublicBody"),
    ("Country", "PublicBody"),
    ("Organization", "Organization"),
    ("Group", "LegalEntity"),
    ("Actor", "LegalEntity"),
    ("Role", "Position"),
    ("Place", "Address"),
)
"""Class → schema; the first that a class is or stands below."""
TIES = {
    "memberOf": ("Membership", "member", "organization"),
    "worksFor": ("Employment", "employee", "employer"),
    "headOf": ("Directorship", "director", "organization"),
    "leaderOf": ("Directorship", "director", "organization"),
    "ownerOf": ("Ownership", "owner", "asset"),
    "positionHeld": ("Occupancy", "holder", "post"),
    "parentOf": ("Family", "person", "relative"),
    "spouseOf": ("Family", "person", "relative"),
}
"""Relation → schema of the tie, with the properties of its ends; all others are an UnknownLink from subject to object."""
WIKIDATA = "http://www.wikidata.org/entity/"
_SPACES = re.compile(r"\s+")


def write(data: GraphData, path: Path) -> None:
    """One entity a line, each valid in FollowTheMoney's own model. Raises UsageError if that is not installed."""
    maker = _Maker(data)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for proxy in maker.entities():
            file.write(_line(proxy) + "\n")


def _line(proxy: EntityProxy) -> str:
    import orjson  # noqa: PLC0415  # with the rest of an export that few ask for

    return orjson.dumps(proxy.to_dict(), option=orjson.OPT_SORT_KEYS).decode()


def _model() -> Model:
    try:
        from followthemoney import model  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise UsageError('FollowTheMoney is not installed; `pip install "newsgraph[ftm]"` brings it') from error
    return model


class _Maker:
    """Turns records into entities of one model."""

    def __init__(self, data: GraphData) -> None:
        self._data = data
        self._model = _model()
        self._schema: dict[str, str] = {}

    def entities(self) -> Iterator[EntityProxy]:
        for article in records.articles(self._data):
            yield self._article(article)
        for entity in records.entities(self._data):
            schema = next((schema for known, schema in SCHEMATA if self._data.ontology.is_a(entity.type, known)), None)
            if schema is not None:
                self._schema[entity.iri] = schema
                yield self._entity(entity, schema)
        for event in records.events(self._data):
            yield self._event(event)
        yield from self._ties()

    def _make(self, schema: str, key: str, **properties: object) -> EntityProxy:
        proxy = self._model.make_entity(schema)
        proxy.id = f"newsgraph-{fingerprint(key)}"
        for name, values in properties.items():
            for value in values if isinstance(values, tuple) else (values,):
                if value not in (None, ""):
                    proxy.add(name, _SPACES.sub(" ", str(value)), quiet=True)
        return proxy

    def _id(self, iri: str) -> str:
        return f"newsgraph-{fingerprint(iri)}"

    def _article(self, article: ArticleRecord) -> EntityProxy:
        return self._make(
            "Article",
            article.iri,
            title=article.headline or article.id,
            fileName=article.id,
            publishedAt=article.published,
            publisher=article.publisher,
            sourceUrl=article.url,
        )

    def _entity(self, entity: EntityRecord, schema: str) -> EntityProxy:
        wikidata = tuple(match.removeprefix(WIKIDATA) for match in entity.matches if match.startswith(WIKIDATA))
        proxy = self._make(schema, entity.iri, name=entity.label, alias=entity.aliases, wikidataId=wikidata, notes=entity.type)
        if schema == "Address":
            latitude, longitude = (
                self._data.index.text(NamedNode(entity.iri), each) for each in (terms.LATITUDE, terms.LONGITUDE)
            )
            proxy.add("full", entity.label, quiet=True)
            proxy.add("latitude", latitude or None, quiet=True)
            proxy.add("longitude", longitude or None, quiet=True)
        return proxy

    def _event(self, event: EventRecord) -> EntityProxy:
        """Who acts organizes it, all others are involved; what is only claimed is said to be so."""
        acting: list[str] = []
        others: list[str] = []
        places: list[str] = []
        for party in event.parties:
            schema = self._schema.get(party.iri)
            if schema == "Address" or party.role in ("place", "origin", "destination"):
                places.append(party.label)
            elif schema is not None and schema != "Position":
                (acting if party.role == "agent" else others).append(self._id(party.iri))
        return self._make(
            "Event",
            event.iri,
            name=event.label,
            startDate=event.earliest,
            endDate=event.latest,
            organizer=tuple(acting),
            involved=tuple(others),
            location=tuple(places),
            publisher=event.outlets,
            keywords=(event.type, event.modality, event.polarity),
            proof=tuple(self._id(article) for article in self._articles(event.iri)),
        )

    def _articles(self, iri: str) -> Iterator[str]:
        return (article.value for article in self._data.index.articles(NamedNode(iri)))

    def _ties(self) -> Iterator[EntityProxy]:
        index = self._data.index
        for subject, _kind in index.typed():
            for relation in self._data.ontology.relations:
                for target in index.nodes(subject, ng(relation.name)):
                    if subject.value in self._schema and target.value in self._schema:
                        yield self._tie(subject.value, relation.name, target.value)

    def _tie(self, subject: str, relation: str, target: str) -> EntityProxy:
        """As the schema named for it, if both ends are of a kind that it joins."""
        schema, one, other = TIES.get(relation, ("UnknownLink", "subject", "object"))
        if not (self._fits(schema, one, subject) and self._fits(schema, other, target)):
            schema, one, other = "UnknownLink", "subject", "object"
        role = "relationship" if schema == "Family" else "role"
        ends = {one: self._id(subject), other: self._id(target), role: self._data.ontology.label(relation)}
        return self._make(schema, f"{subject} {relation} {target}", **ends)

    def _fits(self, schema: str, end: str, iri: str) -> bool:
        wanted = self._model[schema].properties[end].range
        return wanted is not None and self._model[self._schema[iri]].is_a(wanted)
