"""The graph in, its articles, entities, events and claims as plain records out, for those who work in Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from . import terms
from .assemble import GraphData
from .index import Index, local_name
from .terms import ng


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """`id` is the id or file name as given; what is not known is empty."""

    iri: str
    id: str
    headline: str
    published: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """`aliases` are the spellings found, `matches` addresses in Wikidata or GeoNames."""

    iri: str
    label: str
    type: str
    aliases: tuple[str, ...]
    matches: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role; `stated` False where it is only claimed."""

    role: str
    iri: str
    label: str
    stated: bool


@dataclass(frozen=True, slots=True)
class EventRecord:
    """`time` is EDTF, `earliest` and `latest` are days; `figures` are low, best and high values by name."""

    iri: str
    label: str
    type: str
    time: str
    earliest: str
    latest: str
    modality: str
    polarity: str
    parties: tuple[Party, ...]
    figures: tuple[tuple[str, int], ...]
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int

    def who(self, role: str) -> tuple[str, ...]:
        """The labels of those in a role."""
        return tuple(party.label for party in self.parties if party.role == role)


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One thing an article says: `predicate` is a role, figure or relation, `object` a label or value, `speaker` empty if it is
    the article itself."""

    iri: str
    subject: str
    predicate: str
    object: str
    quote: str
    article: str
    speaker: str
    stance: str
    polarity: str
    modality: str
    confidence: float


def articles(data: GraphData) -> Iterator[ArticleRecord]:
    """By address."""
    index = data.index
    for node in sorted(index.instances_of(terms.ARTICLE), key=lambda node: node.value):
        publisher = index.node(node, terms.PUBLISHER)
        yield ArticleRecord(
            iri=node.value,
            id=index.text(node, terms.IDENTIFIER),
            headline=index.text(node, terms.HEADLINE),
            published=index.text(node, terms.PUBLISHED),
            publisher=index.label(publisher) if publisher is not None else "",
            url=index.text(node, terms.URL),
        )


def entities(data: GraphData) -> Iterator[EntityRecord]:
    """The most mentioned first."""
    found = (_entity(data.index, node, kind) for node, kind in data.index.of(data.ontology.entity_classes))
    return iter(sorted(found, key=lambda entity: (-entity.mentions, entity.iri)))


def events(data: GraphData) -> Iterator[EventRecord]:
    """By day, undated ones last."""
    found = (_event(data, node, kind) for node, kind in data.index.of(data.ontology.event_classes))
    return iter(sorted(found, key=lambda event: (event.earliest == "", event.earliest, event.iri)))


def claims(data: GraphData) -> Iterator[ClaimRecord]:
    """By address."""
    return (_claim(data.index, node) for node in sorted(data.index.instances("Claim"), key=lambda node: node.value))


def _entity(index: Index, node: NamedNode, kind: str) -> EntityRecord:
    return EntityRecord(
        iri=node.value,
        label=index.label(node),
        type=kind,
        aliases=tuple(value.value for value in index.values(node, terms.ALT_LABEL)),
        matches=tuple(value.value for value in index.values(node, terms.EXACT_MATCH)),
        mentions=int(index.text(node, ng("mentionCount")) or 0),
    )


def _event(data: GraphData, node: NamedNode, kind: str) -> EventRecord:
    index = data.index
    return EventRecord(
        iri=node.value,
        label=index.label(node),
        type=kind,
        time=index.text(node, ng("time")),
        earliest=index.text(node, terms.EARLIEST),
        latest=index.text(node, terms.LATEST),
        modality=index.word(node, ng("modality")),
        polarity=index.word(node, ng("polarity")),
        parties=tuple(_parties(data, node)),
        figures=tuple(_figures(data, node)),
        outlets=tuple(index.outlets(node)),
        articles=tuple(index.text(article, terms.IDENTIFIER) for article in index.articles(node)),
        sources=int(index.text(node, ng("independentSources")) or 0),
    )


def _parties(data: GraphData, node: NamedNode) -> Iterator[Party]:
    index = data.index
    for role in data.ontology.roles:
        stated = bool(index.nodes(node, ng(role)))
        for filler in index.fillers(node, role):
            yield Party(role, filler.value, index.label(filler), stated)


def _figures(data: GraphData, node: NamedNode) -> Iterator[tuple[str, int]]:
    names = (figure + level for figure in data.ontology.figures for level in ("", "Low", "Best", "High"))
    for name in names:
        yield from ((name, int(value.value)) for value in data.index.values(node, ng(name)))


def _claim(index: Index, node: NamedNode) -> ClaimRecord:
    article = index.node(node, terms.DERIVED_FROM)
    return ClaimRecord(
        iri=node.value,
        subject=_shown(index, node, terms.SUBJECT),
        predicate=_name(index.node(node, terms.PREDICATE)),
        object=_shown(index, node, terms.OBJECT),
        quote=index.text(node, ng("quote")),
        article=index.text(article, terms.IDENTIFIER) if article is not None else "",
        speaker=_shown(index, node, ng("speaker")),
        stance=index.word(node, ng("stance")),
        polarity=index.word(node, ng("polarity")),
        modality=index.word(node, ng("modality")),
        confidence=float(index.text(node, ng("confidence")) or 0),
    )


def _name(predicate: NamedNode | None) -> str:
    """The local name of a property, of ours or of others."""
    return local_name(predicate) or (predicate.value.replace("#", "/").rpartition("/")[2] if predicate is not None else "")


def _shown(index: Index, node: NamedNode, predicate: NamedNode) -> str:
    """The label of what is meant, else its value."""
    values = index.values(node, predicate)
    if not values:
        return ""
    first = values[0]
    return (index.label(first) or first.value) if isinstance(first, NamedNode) else first.value
