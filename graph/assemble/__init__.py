"""Extractions and their Resolution in, the sorted quads of the whole graph out.

The default graph is the merged one: entities, events, what stands as fact, links between claims. Each article has a
named graph with its metadata, mentions and claims, so that an article can be replaced by one PUT.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from .. import terms
from ..collector import paused
from ..edtf import whole_day
from ..gazetteer import Gazetteer
from ..index import Index
from ..iris import Names
from ..model import Claim, Extraction, Judgement, Resolution, Span
from ..ontology import Ontology
from ..resolve import references
from ..terms import ng, node, value
from .agreement import Agreement, Link, compare, link
from .article_graph import Provenance, article_quads
from .binding import bind
from .claims import Said, Statement, claims_of
from .denials import Denotation, denials
from .entity_nodes import EntityNodes
from .event_nodes import EventNodes, Told, facts
from .sources import Sources


@dataclass(frozen=True)
class GraphData:
    """The graph, ready to write: quads graph by graph, in an order the articles alone decide, claims, and counts by kind."""

    quads: list[Quad]
    claims: tuple[Claim, ...]
    base_iri: str
    ontology: Ontology
    counts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        """What the flat exports share."""
        with paused():
            return Index(self.quads)


def assemble(
    extractions: Callable[[], Iterable[Extraction]],
    resolution: Resolution,
    *,
    ontology: Ontology,
    gazetteer: Gazetteer,
    base_iri: str,
) -> GraphData:
    """Articles are read one at a time; the same articles give the same quads in any order."""
    names = Names(base_iri)
    graph = _Merging(resolution, ontology, EntityNodes(resolution.entities, ontology, gazetteer, names), names)
    with paused():
        for extraction in extractions():
            graph.add(extraction)
        return graph.finish()


class _Merging:
    """The graph while articles are added to it."""

    def __init__(self, resolution: Resolution, ontology: Ontology, entities: EntityNodes, names: Names) -> None:
        self.resolution = resolution
        self.ontology = ontology
        self.names = names
        self.entities = entities
        self.binding = bind(resolution)
        self.dated = dict(resolution.dated)
        self.sources = Sources(resolution.copies)
        self.merged: list[Quad] = []
        self.article_graphs: dict[str, list[Quad]] = {}
        self.claims: list[Claim] = []
        self.denials: list[Link] = []
        self.statements: dict[str, tuple[Statement, str | None]] = {}
        self.lemmas: dict[str, Counter[str]] = {}
        self.articles = 0

    def add(self, extraction: Extraction) -> None:
        article = extraction.article
        said = claims_of(extraction, self.binding, self.ontology, self.names)
        publisher, inferred = self.entities.publisher(article.publisher), self.dated.get(article.id)
        published = whole_day(article.published or inferred)
        provenance = Provenance(node(self.names.entity(publisher)) if publisher else None, inferred)
        self.sources.add(article.id, publisher, published)
        self.article_graphs[self.names.article_graph(article.id)] = article_quads(extraction, said, self.names, provenance)
        self._add_nodes(extraction, said)
        self.claims.extend(said.claims)
        self.statements.update((statement.iri, (statement, published)) for statement in said.statements)
        self.articles += 1

    def _add_nodes(self, extraction: Extraction, said: Said) -> None:
        """What stands in the merged graph because this article speaks of it."""
        entities = list(self._entity_mentions(extraction))
        denoting = [
            *entities,
            *self._event_mentions(extraction),
            *((found.iri, found.span) for found in said.statements if found.minted),
        ]
        article = self.names.article(extraction.article.id)
        for address, span in denoting:
            self.merged.append(Quad(node(address), terms.DENOTED_BY, NamedNode(f"{article}#char={span.start},{span.end}")))
        for statement in said.statements:
            self.merged.extend(_content(statement, entities))
        self.denials.extend(link(one, other, "contradicts") for one, other in denials(said.claims, entities))

    def _entity_mentions(self, extraction: Extraction) -> Iterator[Denotation]:
        entities = self.binding.entities.get(extraction.article.id, {})
        for mention in extraction.mentions:
            entity = entities.get(mention.entity or "")
            if entity is not None:
                self.entities.mentioned[entity] += 1
                yield self.names.entity(entity), mention.span

    def _event_mentions(self, extraction: Extraction) -> Iterator[tuple[str, Span]]:
        incidents = self.binding.incidents.get(extraction.article.id, {})
        for event in extraction.events:
            incident = incidents.get(event.id)
            if incident is not None:
                address = self.names.event(incident)
                self.lemmas.setdefault(address, Counter())[event.lemma] += 1
                yield address, event.trigger

    def finish(self) -> GraphData:
        claims = tuple(sorted(self.claims, key=lambda claim: claim.id))
        events = self._event_nodes(claims)
        compared = [claim for claim in claims if claim.subject not in self.statements]
        agreement = compare(compared, self.sources, self.entities.around())
        self.merged.extend(self.entities.quads())
        self.merged.extend(events.quads())
        self.merged.extend(facts(claims))
        self.merged.extend(self._ties(agreement))
        self.merged.extend(self._disagreements(agreement, events.by_event))
        self.merged.extend(self._copies())
        return GraphData(self._all_quads(), claims, self.names.base, self.ontology, self._counts(claims, events))

    def _all_quads(self) -> list[Quad]:
        """The merged graph first, then the others by address; those of articles are in order as they are made."""
        graphs = {**self.article_graphs, self.names.review: terms.ordered(self._review())}
        return [*terms.ordered(self.merged), *(quad for address in sorted(graphs) for quad in graphs[address])]

    def _event_nodes(self, claims: tuple[Claim, ...]) -> EventNodes:
        told = Told(
            claims=claims,
            incidents={self.names.event(incident.id): incident for incident in self.resolution.incidents},
            statements=self.statements,
            labels={self.names.entity(entity.id): entity.label for entity in self.entities.all()},
            lemmas=self.lemmas,
        )
        return EventNodes(told, self.ontology, self.sources)

    def _counts(self, claims: tuple[Claim, ...], events: EventNodes) -> dict[str, int]:
        return {
            "articles": self.articles,
            "entities": len(self.entities.all()),
            "events": len(events.by_event),
            "claims": len(claims),
        }

    def _ties(self, agreement: Agreement) -> Iterator[Quad]:
        claim = self.names.claim
        for tie in (*agreement.links, *self.denials):
            left, right = node(claim(tie.left)), node(claim(tie.right))
            yield Quad(left, ng(tie.kind), right)
            yield Quad(right, ng(tie.kind), left)
        for identifier, count in agreement.sources.items():
            yield Quad(node(claim(identifier)), ng("independentSources"), terms.integer(count))

    def _disagreements(self, agreement: Agreement, events: Mapping[str, object]) -> Iterator[Quad]:
        for found in agreement.disagreements:
            if found.event in events:
                subject = node(self.names.disagreement(found.event, found.slot))
                yield Quad(subject, terms.A, ng("Disagreement"))
                yield Quad(subject, ng("aboutEvent"), node(found.event))
                yield Quad(subject, ng("slot"), node(found.slot))
                yield Quad(subject, ng("kind"), value(found.kind))
                for identifier in found.claims:
                    yield Quad(subject, ng("between"), node(self.names.claim(identifier)))

    def _copies(self) -> Iterator[Quad]:
        for copy, original in self.resolution.copies:
            yield Quad(node(self.names.article(copy)), ng("copiesFrom"), node(self.names.article(original)))

    def _review(self) -> Iterator[Quad]:
        known = {entity.id: self.names.entity(entity.id) for entity in self.resolution.entities}
        known.update((incident.id, self.names.event(incident.id)) for incident in self.resolution.incidents)
        for judgement in self.resolution.judgements:
            yield from self._judgement(judgement, known)

    def _judged(self, side: str, known: Mapping[str, str]) -> Iterator[NamedNode | Literal]:
        """The places in articles that one side names, or its entity or event; a name of neither stands for itself."""
        found = references.places(side)
        yield from (NamedNode(self.names.mention(each.article, each.span)) for each in found)
        if not found:
            key = references.identifier(side)
            yield node(known[key]) if key in known else Literal(side)

    def _judgement(self, judgement: Judgement, known: Mapping[str, str]) -> Iterator[Quad]:
        graph, agent = NamedNode(self.names.review), node(self.names.agent(judgement.by))
        parts = (judgement.left, judgement.right, judgement.verdict, judgement.by, judgement.reason)
        subject = node(self.names.judgement(*parts))
        yield Quad(subject, terms.A, ng("Judgement"), graph)
        for side, words in (("left", judgement.left), ("right", judgement.right)):
            yield from (Quad(subject, ng(side), each, graph) for each in self._judged(words, known))
        yield Quad(subject, ng("verdict"), value(judgement.verdict), graph)
        yield Quad(subject, ng("reason"), Literal(judgement.reason), graph)
        yield Quad(subject, ng("score"), terms.decimal(judgement.score), graph)
        yield Quad(subject, terms.ATTRIBUTED_TO, agent, graph)
        yield Quad(agent, terms.A, terms.AGENT, graph)
        yield Quad(agent, terms.LABEL, Literal(judgement.by), graph)


def _content(statement: Statement, entities: Iterable[Denotation]) -> Iterator[Quad]:
    """The words of a statement, and the entities they speak of."""
    subject = node(statement.iri)
    yield Quad(subject, ng("quote"), Literal(statement.quote))
    for address, span in entities:
        if any(content.holds(span) for content in statement.content):
            yield Quad(subject, terms.MENTIONS, node(address))
