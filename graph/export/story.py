"""The graph in, the story the page tells out: lists of events, names, articles and claims that point at each other by number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from .. import terms
from ..assemble import GraphData
from ..index import Index, local_name
from ..ontology import Ontology
from ..terms import ng
from .budget import OPENING, affordable
from .claim_rows import CLAIM, ClaimRows, status
from .graphml import EVENT_LINKS
from .heard import Heard
from .numbering import Numbering

MOST_EVENTS = 3000
MOST_NAMES = 3000
MOST_PLACES = 30

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "force": ("Assault", "Coerce", "Mobilize", "Protest", "Sanction"),
    "dispute": ("Accuse", "Reject", "Request", "Threaten"),
    "accord": ("Agree", "Concede", "Consult", "Support"),
    "aid": ("Aid", "Cooperate", "Retreat"),
    "speech": ("Statement",),
}
_GROUPS = (("people", ("Person", "Group", "Role")), ("places", ("Place",)))
_SUMMED = ("fatalities", "injuries")
_NO_OUTLET = -1
_APART = re.compile(r" \([0-9a-f]{8}\)(?=$|,)")

Json = dict[str, object]
Edge = tuple[int, int, str, bool]


@dataclass(frozen=True, slots=True)
class Story:
    """`data` is plain JSON; nodes are numbered through, names first, then events, each by how much is told of it."""

    data: Json
    labels: list[str]
    kinds: list[str]
    weights: list[int]
    edges: list[Edge]
    names: int
    articles: int


def tell(data: GraphData) -> Story:
    return _Telling(data).story()


class _Telling:
    """The tables of the story while they fill."""

    def __init__(self, data: GraphData) -> None:
        self.index: Index = data.index
        self.ontology: Ontology = data.ontology
        self.base = data.base_iri
        chosen = _Chosen(data.index, data.ontology)
        self.events, self.entities, self.left_out = chosen.events, chosen.entities, chosen.left_out
        self.articles = sorted(self.index.instances_of(terms.ARTICLE), key=lambda node: self.index.text(node, terms.IDENTIFIER))
        self.tables = Numbering([*self.entities, *self.events], self.articles)
        self.outlets = {article: self._outlet(article) for article in self.articles}
        self.told_by = {article.value: outlet for article, outlet in self.outlets.items()}
        self.told_in = {article.value: number for number, article in enumerate(self.articles)}
        self.rows = ClaimRows(self.index, self.ontology, self.tables)
        self.roles = [(role, ng(role)) for role in dict.fromkeys((*self.ontology.roles, *EVENT_LINKS))]
        self.edges: dict[Edge, None] = {}

    def story(self) -> Story:
        nodes, tables = [*self.entities, *self.events], self.tables
        body: Json = {
            "claims": list(self._claims(nodes)),
            "articles": [self._article(article) for article in self.articles],
            "entities": [self._entity(entity) for entity in self.entities],
            "events": [self._event(event) for event in self.events],
            "fields": CLAIM,
            "disagreements": list(self._disagreements()),
            "leftOut": self.left_out,
            "base": self.base,
            "vocabulary": terms.ng("").value,
            "classes": list(self._classes()),
        }
        body |= {"kinds": [self._kind(kind) for kind in tables.kinds.rows], "outlets": tables.outlets.rows}
        body |= {"texts": tables.texts.rows, "words": tables.words.rows, "labels": self._labels()}
        weights = [int(self.index.text(node, ng("mentionCount")) or self._sources(node)) for node in nodes]
        labels, kinds = list(map(self._label, nodes)), list(map(self.index.kind, nodes))
        return Story(body, labels, kinds, weights, list(self.edges), len(self.entities), len(self.articles))

    def _claims(self, nodes: Sequence[NamedNode]) -> Iterator[list[object]]:
        half = OPENING // 2
        chosen = affordable(self.index, nodes, frozenset((*self.entities[:half], *self.events[:half])))
        self.rows.learn(claim for claims in chosen.values() for claim in claims)
        return (self.rows.row(node, claim) for node, claims in chosen.items() for claim in claims)

    # what stands in the tables

    def _kind(self, kind: str) -> Json:
        """Events have a root and a family, names the group of classes the legend shows them in."""
        label = self.ontology.label(kind) or kind
        if kind in self.ontology.event_classes:
            root = self.ontology.codes(kind).root or "Other"
            family = next((family for family, roots in _FAMILIES.items() if root in roots), "other")
            return {"id": kind, "label": label, "root": root, "rootLabel": self.ontology.label(root) or root, "family": family}
        group = next((name for name, classes in _GROUPS if any(self.ontology.is_a(kind, each) for each in classes)), "bodies")
        return {"id": kind, "label": label, "group": group}

    def _classes(self) -> Iterator[list[object]]:
        """What a node may be retyped to: class, label, whether of events."""
        for classes, of_events in ((self.ontology.entity_classes, 0), (self.ontology.event_classes, 1)):
            for name in sorted(classes):
                yield [name, self.ontology.label(name) or name, of_events]

    def _outlet(self, article: NamedNode) -> int:
        publisher = self.index.node(article, terms.PUBLISHER)
        return self.tables.outlets.number(self.index.label(publisher)) if publisher else _NO_OUTLET

    def _article(self, article: NamedNode) -> Json:
        index = self.index
        return _known(
            id=index.text(article, terms.IDENTIFIER),
            node=self._slug(article),
            headline=index.text(article, terms.HEADLINE),
            date=index.text(article, terms.PUBLISHED),
            inferred=bool(index.text(article, ng("dateInferred"))),
            outlet=self.outlets[article] if self.outlets[article] != _NO_OUTLET else None,
            url=index.text(article, terms.URL),
            copies=self.tables.article(index.node(article, ng("copiesFrom"))),
        )

    def _entity(self, entity: NamedNode) -> Json:
        index = self.index
        self._relate(entity)
        names = sorted({value.value for value in index.values(entity, terms.ALT_LABEL)})
        spelled = self._spellings(entity, {self._label(entity), *names} if names else None)
        seen = {words for words, _, _ in spelled}
        return _known(
            id=self._slug(entity),
            kind=self.tables.kinds.number(index.kind(entity)),
            mentions=int(index.text(entity, ng("mentionCount")) or 0),
            names=[name for name in names if name not in seen],
            spelled=[[self.tables.texts.number(words), outlet, count] for words, outlet, count in spelled],
            matches=[value.value for value in index.nodes(entity, terms.EXACT_MATCH)],
            within=self.tables.node(index.node(entity, ng("locatedIn"))),
            at=self._coordinates(entity),
            places=self._places(entity),
            told=len(index.claims.get(entity, ())),
        )

    def _spellings(self, entity: NamedNode, names: set[str] | None) -> list[tuple[str, int, int]]:
        """Words, outlet, how often: names that differ in blanks only count as one; words that are no names are passed over."""
        found = Counter(
            (" ".join(sighting.words.split()), self.told_by.get(sighting.article, _NO_OUTLET))
            for sighting in self.rows.seen.of(entity.value)
        )
        rows = ((words, outlet, count) for (words, outlet), count in found.items())
        return sorted((row for row in rows if names is None or row[0] in names), key=lambda row: (-row[2], row))

    def _coordinates(self, place: NamedNode) -> list[float]:
        found = [self.index.text(place, each) for each in (terms.LATITUDE, terms.LONGITUDE)]
        return [round(float(each), 3) for each in found] if all(found) else []

    def _places(self, node: NamedNode) -> list[list[int]]:
        """Article, begin, end, words: where a node is named, once for each wording of each article."""
        first = {(each.article, each.words): each for each in reversed(self.rows.seen.of(node.value))}
        rows = ((self.told_in.get(each.article), each) for each in first.values())
        known = sorted((article, each.begin, each.end, each.words) for article, each in rows if article is not None)
        return [[*place, self.tables.texts.number(words)] for *place, words in known[:MOST_PLACES]]

    def _relate(self, entity: NamedNode) -> None:
        """Relations that stand as fact because someone claims them."""
        own, number = self.index.properties(entity), self.tables.nodes[entity]
        for claim in self.index.claims.get(entity, ()):
            predicate, target = self.index.node(claim, terms.PREDICATE), self.index.node(claim, terms.OBJECT)
            other = self.tables.node(target)
            if predicate is not None and other is not None and target in own.get(predicate, ()):
                self.edges[number, other, local_name(predicate), True] = None

    def _event(self, event: NamedNode) -> Json:
        index, words = self.index, self.tables.words
        heard = Heard(index, index.claims.get(event, ()))
        return _known(
            id=self._slug(event),
            kind=self.tables.kinds.number(index.kind(event)),
            time=index.text(event, ng("time")),
            first=index.text(event, terms.EARLIEST),
            last=index.text(event, terms.LATEST),
            status=words.number(status(index.properties(event))),
            sources=self._sources(event),
            roles=list(self._roles(event, heard)),
            figures=self._figures(event),
            quote=self.tables.texts.known(index.text(event, ng("quote"))),
            mentions=[number for number in map(self.tables.node, index.nodes(event, terms.MENTIONS)) if number is not None],
            outlets=sorted({self.outlets.get(article, _NO_OUTLET) for article in heard.articles}),
            stances=[words.number(stance) for stance in heard.stances],
            surest=heard.surest,
            places=self._places(event),
            told=len(index.claims.get(event, ())),
        )

    def _roles(self, event: NamedNode, heard: Heard) -> Iterator[list[object]]:
        """Role, who or what fills it, whether that stands as fact."""
        number, own = self.tables.nodes[event], self.index.properties(event)
        for role, predicate in self.roles:
            stated = own.get(predicate, ())
            for filler in map(self.tables.node, stated or heard.said.get(predicate, ())):
                if filler is not None:
                    self.edges[number, filler, role, bool(stated)] = None
                    yield [self.tables.words.number(role), filler, int(bool(stated))]

    def _figures(self, event: NamedNode) -> list[list[object]]:
        """Figure, then low, best and high, or every value that is told."""
        found: list[list[object]] = []
        for figure in self.ontology.figures:
            levels = [self.index.text(event, ng(figure + level)) for level in ("Low", "Best", "High")]
            values = levels if figure in _SUMMED and all(levels) else [v.value for v in self.index.values(event, ng(figure))]
            if values:
                found.append([self.tables.words.number(figure), *map(int, values)])
        return found

    def _disagreements(self) -> Iterator[Json]:
        index, words = self.index, self.tables.words
        for found in sorted(index.instances("Disagreement"), key=lambda node: node.value):
            event = self.tables.node(index.node(found, ng("aboutEvent")))
            if event is not None:
                slot = words.number(local_name(index.node(found, ng("slot"))))
                yield {"event": event, "slot": slot, "kind": words.number(index.word(found, ng("kind")))}

    # small things

    def _labels(self) -> dict[str, str]:
        """Words of the vocabulary → what people call them."""
        return {word: self.ontology.label(word) for word in sorted(self.tables.words.rows) if self.ontology.label(word)}

    def _sources(self, event: NamedNode) -> int:
        return int(self.index.text(event, ng("independentSources")) or 0)

    def _slug(self, node: NamedNode) -> str:
        return node.value.removeprefix(self.base)

    def _label(self, node: NamedNode) -> str:
        """What people call it; the mark that keeps two unnamed groups apart is no part of that."""
        label = _APART.sub("", self.index.label(node))
        return label or self.ontology.label(self.index.kind(node)) or "unnamed"


class _Chosen:
    """Events by sources, the dated ones first, and names by mentions; of many the first, with all names those events join."""

    def __init__(self, index: Index, ontology: Ontology) -> None:
        events = sorted((node for node, _ in index.of(ontology.event_classes)), key=_event_rank(index))
        entities = sorted((node for node, _ in index.of(ontology.entity_classes)), key=_entity_rank(index))
        self.events = events[:MOST_EVENTS]
        self.entities = entities if len(entities) <= MOST_NAMES else self._joined(index, ontology, entities)
        self.left_out = len(events) - len(self.events)

    def _joined(self, index: Index, ontology: Ontology, entities: Sequence[NamedNode]) -> list[NamedNode]:
        joined = {node for event in self.events for role in ontology.roles for node in index.fillers(event, role)}
        return [node for at, node in enumerate(entities) if at < MOST_NAMES // 2 or node in joined][:MOST_NAMES]


def _event_rank(index: Index) -> Callable[[NamedNode], tuple[object, ...]]:
    def rank(event: NamedNode) -> tuple[object, ...]:
        sources = int(index.text(event, ng("independentSources")) or 0)
        speech = index.kind(event) == "Statement"
        return -sources, speech, not index.text(event, ng("time")), -len(index.claims.get(event, ())), event.value

    return rank


def _entity_rank(index: Index) -> Callable[[NamedNode], tuple[int, str]]:
    return lambda entity: (-int(index.text(entity, ng("mentionCount")) or 0), entity.value)


def _known(**fields: object) -> Json:
    """Without what is unknown, empty or false; nought is known."""
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}
