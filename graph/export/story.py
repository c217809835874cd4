"""The graph in, the story the page tells out: lists of events, names, articles and claims that point at each other by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..assemble import GraphData
from ..index import Index, local_name
from ..ontology import Ontology
from ..terms import ng
from .graphml import EVENT_LINKS
from .sightings import Sighting, Sightings, sightings

MOST_EVENTS = 3000
CLAIM = (
    "subject", "predicate", "object", "article", "text", "marks",
    "speaker", "cue", "stance", "status", "confidence", "extra",
)  # fmt: skip

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "force": ("Assault", "Coerce", "Mobilize", "Protest", "Sanction"),
    "dispute": ("Accuse", "Reject", "Request", "Threaten"),
    "accord": ("Agree", "Concede", "Consult", "Support"),
    "aid": ("Aid", "Cooperate", "Retreat"),
    "speech": ("Statement",),
}
_SUMMED = ("fatalities", "injuries")

Json = dict[str, object]
Edge = tuple[int, int, str, bool]


@dataclass(slots=True)
class Table:
    """Texts, each kept once and known by its number."""

    rows: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.rows)
            self.rows.append(text)
        return self._numbers[text]


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
        self.seen: Sightings = sightings(data.quads)
        self.texts, self.words, self.kinds, self.outlets = Table(), Table(), Table(), Table()
        events, entities = _ranked(self.index, self.ontology)
        self.left_out = max(0, len(events) - MOST_EVENTS)
        self.events = events[:MOST_EVENTS]
        self.entities = entities
        self.numbers = {node: number for number, node in enumerate([*self.entities, *self.events])}
        self.articles = sorted(_articles(data), key=lambda article: self.index.text(article, terms.IDENTIFIER))
        self.article_numbers = {article: number for number, article in enumerate(self.articles)}
        self.edges: dict[Edge, None] = {}

    def story(self) -> Story:
        claims = list(self._claims())
        nodes = [*self.entities, *self.events]
        body: Json = {
            "articles": [self._article(article) for article in self.articles],
            "entities": [self._entity(entity) for entity in self.entities],
            "events": [self._event(event) for event in self.events],
            "fields": CLAIM,
            "claims": claims,
            "disagreements": list(self._disagreements()),
            "leftOut": self.left_out,
        }
        body |= {"kinds": [self._kind(kind) for kind in self.kinds.rows], "outlets": self.outlets.rows, "texts": self.texts.rows}
        body |= {"words": self.words.rows, "labels": self._labels()}
        weights = [int(self.index.text(node, ng("mentionCount")) or self._sources(node)) for node in nodes]
        labels, kinds = list(map(self._label, nodes)), list(map(self.index.kind, nodes))
        return Story(body, labels, kinds, weights, list(self.edges), len(self.entities), len(self.articles))

    # what stands in the tables

    def _kind(self, kind: str) -> Json:
        """Events have a root and a family, names the group of classes the legend shows them in."""
        label = self.ontology.label(kind) or kind
        if kind in self.ontology.event_classes:
            root = self.ontology.codes(kind).root or "Other"
            family = next((family for family, roots in _FAMILIES.items() if root in roots), "other")
            return {"id": kind, "label": label, "root": root, "rootLabel": self.ontology.label(root) or root, "family": family}
        groups = (("people", ("Person", "Group", "Role")), ("places", ("Place",)))
        group = next((name for name, classes in groups if any(self.ontology.is_a(kind, each) for each in classes)), "bodies")
        return {"id": kind, "label": label, "group": group}

    def _article(self, article: NamedNode) -> Json:
        index, publisher = self.index, self.index.node(article, terms.PUBLISHER)
        copied = index.node(article, ng("copiesFrom"))
        return _known(
            id=index.text(article, terms.IDENTIFIER),
            headline=index.text(article, terms.HEADLINE),
            date=index.text(article, terms.PUBLISHED),
            inferred=bool(index.text(article, ng("dateInferred"))),
            outlet=self.outlets.number(index.label(publisher)) if publisher else None,
            url=index.text(article, terms.URL),
            copies=self.article_numbers.get(copied) if copied else None,
        )

    def _entity(self, entity: NamedNode) -> Json:
        index = self.index
        return _known(
            id=self._slug(entity),
            label=self._label(entity),
            kind=self.kinds.number(index.kind(entity)),
            mentions=int(index.text(entity, ng("mentionCount")) or 0),
            names=sorted({value.value for value in index.values(entity, terms.ALT_LABEL)}),
            spelled=self._spellings(entity),
            matches=[value.value for value in index.nodes(entity, terms.EXACT_MATCH)],
            within=self._number(index.node(entity, ng("locatedIn"))),
        )

    def _spellings(self, entity: NamedNode) -> list[list[object]]:
        """Words, article, how often: names that differ in blanks only count as one."""
        found = Counter(
            (" ".join(sighting.words.split()), self.article_numbers[NamedNode(sighting.article)])
            for sighting in self.seen.of.get(entity.value, ())
            if NamedNode(sighting.article) in self.article_numbers
        )
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [[self.texts.number(words), article, count] for (words, article), count in ordered]

    def _event(self, event: NamedNode) -> Json:
        index = self.index
        return _known(
            id=self._slug(event),
            label=self._label(event),
            kind=self.kinds.number(index.kind(event)),
            time=index.text(event, ng("time")),
            first=index.text(event, terms.EARLIEST),
            last=index.text(event, terms.LATEST),
            status=self.words.number(_status(index.word(event, ng("modality")), index.word(event, ng("polarity")))),
            sources=self._sources(event),
            roles=list(self._roles(event)),
            figures=self._figures(event),
            quote=self._text(index.text(event, ng("quote"))),
            mentions=[number for number in map(self._number, index.nodes(event, terms.MENTIONS)) if number is not None],
        )

    def _roles(self, event: NamedNode) -> Iterator[list[object]]:
        """Role, who or what fills it, whether that stands as fact."""
        number = self.numbers[event]
        for role in dict.fromkeys((*self.ontology.roles, *EVENT_LINKS)):
            stated = bool(self.index.nodes(event, ng(role)))
            for filler in map(self._number, self.index.fillers(event, role)):
                if filler is not None:
                    self.edges[number, filler, role, stated] = None
                    yield [self.words.number(role), filler, int(stated)]

    def _figures(self, event: NamedNode) -> list[list[object]]:
        """Figure, then low, best and high, or every value that is told."""
        found: list[list[object]] = []
        for figure in self.ontology.figures:
            levels = [self.index.text(event, ng(figure + level)) for level in ("Low", "Best", "High")]
            values = levels if figure in _SUMMED and all(levels) else [v.value for v in self.index.values(event, ng(figure))]
            if values:
                found.append([self.words.number(figure), *map(int, values)])
        return found

    def _disagreements(self) -> Iterator[Json]:
        index = self.index
        for found in sorted(index.instances("Disagreement"), key=lambda node: node.value):
            event = self._number(index.node(found, ng("aboutEvent")))
            if event is not None:
                slot = self.words.number(local_name(index.node(found, ng("slot"))))
                yield {"event": event, "slot": slot, "kind": self.words.number(index.word(found, ng("kind")))}

    # claims

    def _claims(self) -> Iterator[list[object]]:
        chosen = [(node, claim) for node in self.numbers for claim in self.index.claims.get(node, ())]
        self.seen.learn_sentences(_evidence(self.index, claim) for _, claim in chosen)
        for node, claim in chosen:
            yield self._claim(node, claim)

    def _claim(self, subject: NamedNode, claim: NamedNode) -> list[object]:
        index = self.index
        predicate, value = local_name(index.node(claim, terms.PREDICATE)), self._object(subject, claim)
        article, speaker = index.node(claim, terms.DERIVED_FROM), index.node(claim, ng("speaker"))
        text, marks = self._quotation(subject, claim)
        status = _status(index.word(claim, ng("modality")), index.word(claim, ng("polarity")))
        return [
            self.numbers[subject],
            self.words.number(predicate or "type"),
            value,
            self.article_numbers.get(article) if article else None,
            self.texts.number(text),
            marks,
            self._number(speaker),
            self._word(index.text(claim, ng("cue"))),
            self.words.number(index.word(claim, ng("stance"))),
            self.words.number(status),
            float(index.text(claim, ng("confidence")) or 0),
            self._extra(claim),
        ]

    def _object(self, subject: NamedNode, claim: NamedNode) -> object:
        """A node by its number, a class as `{"kind": …}`, a time as text, a figure as `{"value": …}`."""
        term = next(iter(self.index.values(claim, terms.OBJECT)), None)
        if isinstance(term, Literal):
            return {"value": int(term.value)} if term.datatype.value.endswith("integer") else term.value
        if self.index.node(claim, terms.PREDICATE) == terms.A and term is not None:
            kind = local_name(term) or self.index.kind(subject)
            return {"kind": self.kinds.number(kind)}
        number = self._number(term)
        if number is None and term is not None:
            return self.index.label(term) or None
        if number is not None and self.index.kind(subject) not in self.ontology.event_classes:
            self._relate(subject, claim, number)
        return number

    def _relate(self, subject: NamedNode, claim: NamedNode, target: int) -> None:
        predicate = self.index.node(claim, terms.PREDICATE)
        stated = map(self._number, self.index.nodes(subject, predicate)) if predicate else ()
        if target in stated:
            self.edges[self.numbers[subject], target, local_name(predicate), True] = None

    def _quotation(self, subject: NamedNode, claim: NamedNode) -> tuple[str, list[int]]:
        """The sentence a claim rests on and, as begin, end, begin, end…, the words in it that tell the claim."""
        quote = self.index.text(claim, ng("quote"))
        evidence = self.seen.mentions.get(_evidence(self.index, claim))
        if evidence is None:
            return quote, []
        sentence = self.seen.sentence(evidence)
        marks = self._marks(subject, claim, sentence)
        if sentence != evidence:
            marks = [(evidence.begin - sentence.begin, evidence.end - sentence.begin)]
        elif quote and quote != sentence.words and quote in sentence.words:
            begin = sentence.words.index(quote)
            marks = [(begin, begin + len(quote))]
        return sentence.words, [offset for mark in _merged(marks) for offset in mark]

    def _marks(self, subject: NamedNode, claim: NamedNode, sentence: Sighting) -> list[tuple[int, int]]:
        marks = self.seen.inside(subject.value, sentence)
        for term in self.index.values(claim, terms.OBJECT):
            if isinstance(term, NamedNode):
                marks += self.seen.inside(term.value, sentence)
            elif term.value in sentence.words:
                begin = sentence.words.index(term.value)
                marks.append((begin, begin + len(term.value)))
        return marks

    def _extra(self, claim: NamedNode) -> Json | int:
        index = self.index
        found = _known(
            low=_integer(index.text(claim, ng("lowerBound"))),
            high=_integer(index.text(claim, ng("upperBound"))),
            about=bool(index.text(claim, ng("approximate"))),
            former=bool(index.text(claim, ng("former"))),
            since=index.text(claim, ng("validFrom")),
            until=index.text(claim, ng("validUntil")),
        )
        return found or 0

    # small things

    def _labels(self) -> dict[str, str]:
        """Words of the vocabulary → what people call them."""
        return {word: self.ontology.label(word) for word in sorted(self.words.rows) if self.ontology.label(word)}

    def _sources(self, event: NamedNode) -> int:
        return int(self.index.text(event, ng("independentSources")) or 0)

    def _slug(self, node: NamedNode) -> str:
        return node.value.removeprefix(self.base)

    def _label(self, node: NamedNode) -> str:
        return self.index.label(node) or self.ontology.label(self.index.kind(node)) or "unnamed"

    def _number(self, node: object) -> int | None:
        return self.numbers.get(node) if isinstance(node, NamedNode) else None

    def _text(self, text: str) -> int | None:
        return self.texts.number(text) if text else None

    def _word(self, word: str) -> int | None:
        return self.words.number(word) if word else None


def _articles(data: GraphData) -> set[NamedNode]:
    found = (quad.subject for quad in data.quads if quad.predicate == terms.A and quad.object == terms.ARTICLE)
    return {subject for subject in found if isinstance(subject, NamedNode)}


def _evidence(index: Index, claim: NamedNode) -> str:
    return index.text(claim, ng("evidence"))


def _ranked(index: Index, ontology: Ontology) -> tuple[list[NamedNode], list[NamedNode]]:
    """Events by sources, the dated ones first, and names by mentions."""
    typed = list(index.typed())
    events = [node for node, kind in typed if kind in ontology.event_classes]
    entities = [node for node, kind in typed if kind in ontology.entity_classes]
    return sorted(events, key=_event_rank(index)), sorted(entities, key=_entity_rank(index))


def _event_rank(index: Index) -> Callable[[NamedNode], tuple[object, ...]]:
    def rank(event: NamedNode) -> tuple[object, ...]:
        sources = int(index.text(event, ng("independentSources")) or 0)
        speech = index.kind(event) == "Statement"
        return -sources, speech, not index.text(event, ng("time")), -len(index.claims.get(event, ())), event.value

    return rank


def _entity_rank(index: Index) -> Callable[[NamedNode], tuple[int, str]]:
    return lambda entity: (-int(index.text(entity, ng("mentionCount")) or 0), entity.value)


def _status(modality: str, polarity: str) -> str:
    return "Negative" if polarity == "Negative" else modality or "Actual"


def _known(**fields: object) -> Json:
    """Without what is unknown, empty or false; nought is known."""
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}


def _integer(text: str) -> int | None:
    return int(text) if text else None


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(set(marks)):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged
