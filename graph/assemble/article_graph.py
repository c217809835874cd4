"""One article's Extraction and Claims in, the quads of its named graph out: its metadata, mentions and claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from .. import terms
from ..edtf import whole_day
from ..iris import Names
from ..model import Article, Claim, Extraction, Span
from ..ontology import iri
from ..terms import ng, node, value
from .claims import Said

_TIME = iri("time")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the other articles say of this one: who publishes it, and the day that shared events give it."""

    publisher: NamedNode | None = None
    inferred_date: str | None = None


def article_quads(extraction: Extraction, said: Said, names: Names, provenance: Provenance) -> list[Quad]:
    """Always in the same order: metadata, mentions as they stand in the text, claims by id."""
    graph = ArticleGraph(extraction.article, names)
    quads = list(graph.metadata(provenance))
    quads.extend(graph.mentions(sorted(evidence(extraction, said), key=lambda span: (span.start, span.end))))
    for claim in sorted(said.claims, key=lambda claim: claim.id):
        quads.extend(graph.claim(claim))
    return quads


def evidence(extraction: Extraction, said: Said) -> set[Span]:
    """Every stretch of the text that the graph points at."""
    spans = {mention.span for mention in extraction.mentions if mention.entity}
    spans.update(event.trigger for event in extraction.events)
    spans.update(claim.evidence for claim in said.claims)
    spans.update(statement.span for statement in said.statements if statement.minted)
    return spans


class ArticleGraph:
    """Makes the quads of one article's graph."""

    def __init__(self, article: Article, names: Names) -> None:
        self.article = article
        self.names = names
        self.address = names.article(article.id)
        self.node = NamedNode(self.address)
        self.graph = NamedNode(names.article_graph(article.id))

    def mention(self, span: Span) -> NamedNode:
        return NamedNode(f"{self.address}#char={span.start},{span.end}")

    def metadata(self, provenance: Provenance) -> Iterator[Quad]:
        article, subject, graph = self.article, self.node, self.graph
        digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        yield Quad(subject, terms.A, terms.ARTICLE, graph)
        yield Quad(subject, terms.IDENTIFIER, Literal(article.id), graph)
        yield Quad(subject, ng("digest"), Literal(f"sha256:{digest}"), graph)
        if article.title and article.title.strip():
            yield Quad(subject, terms.HEADLINE, terms.text(article.title), graph)
        if article.url:
            yield Quad(subject, terms.URL, Literal(article.url), graph)
        if article.language:
            yield Quad(subject, terms.LANGUAGE, Literal(article.language), graph)
        for copy in article.copies:
            yield Quad(subject, ng("sourceFile"), Literal(copy), graph)
        if provenance.publisher is not None:
            yield Quad(subject, terms.PUBLISHER, provenance.publisher, graph)
        yield from self._date(provenance)

    def _date(self, provenance: Provenance) -> Iterator[Quad]:
        published = whole_day(self.article.published or provenance.inferred_date)
        if published is None:
            return
        yield Quad(self.node, terms.PUBLISHED, terms.day(published), self.graph)
        if not self.article.published:
            yield Quad(self.node, ng("dateInferred"), Literal(True), self.graph)

    def mentions(self, spans: Iterable[Span]) -> Iterator[Quad]:
        graph, kind, context, words = self.graph, ng("Mention"), self.node, self.article.text
        for span in spans:
            subject = self.mention(span)
            yield Quad(subject, terms.A, kind, graph)
            yield Quad(subject, terms.BEGIN, terms.integer(span.start), graph)
            yield Quad(subject, terms.END, terms.integer(span.end), graph)
            yield Quad(subject, terms.ANCHOR, Literal(span.of(words)), graph)
            yield Quad(subject, terms.CONTEXT, context, graph)

    def claim(self, claim: Claim) -> Iterator[Quad]:
        subject, graph = NamedNode(self.names.claim(claim.id)), self.graph
        yield Quad(subject, terms.A, ng("Claim"), graph)
        yield Quad(subject, terms.SUBJECT, node(claim.subject), graph)
        yield Quad(subject, terms.PREDICATE, node(claim.predicate), graph)
        yield Quad(subject, terms.OBJECT, claim_object(claim), graph)
        yield Quad(subject, ng("evidence"), self.mention(claim.evidence), graph)
        yield Quad(subject, ng("quote"), Literal(claim.quote), graph)
        yield Quad(subject, terms.DERIVED_FROM, self.node, graph)
        yield Quad(subject, ng("stance"), value(claim.stance), graph)
        yield Quad(subject, ng("polarity"), value(claim.polarity), graph)
        yield Quad(subject, ng("modality"), value(claim.modality), graph)
        yield Quad(subject, ng("confidence"), terms.decimal(claim.confidence), graph)
        yield from self._source(claim, subject)
        yield from self._qualifiers(claim, subject)

    def _source(self, claim: Claim, subject: NamedNode) -> Iterator[Quad]:
        if claim.speaker:
            yield Quad(subject, ng("speaker"), node(claim.speaker), self.graph)
        if claim.cue:
            yield Quad(subject, ng("cue"), Literal(claim.cue), self.graph)
        if claim.rule:
            yield Quad(subject, ng("rule"), Literal(claim.rule), self.graph)

    def _qualifiers(self, claim: Claim, subject: NamedNode) -> Iterator[Quad]:
        if claim.lower is not None:
            yield Quad(subject, ng("lowerBound"), terms.integer(claim.lower), self.graph)
        if claim.upper is not None:
            yield Quad(subject, ng("upperBound"), terms.integer(claim.upper), self.graph)
        if claim.approximate:
            yield Quad(subject, ng("approximate"), Literal(True), self.graph)
        if claim.former:
            yield Quad(subject, ng("former"), Literal(True), self.graph)
        if claim.valid_from:
            yield Quad(subject, ng("validFrom"), Literal(claim.valid_from), self.graph)
        if claim.valid_until:
            yield Quad(subject, ng("validUntil"), Literal(claim.valid_until), self.graph)


def claim_object(claim: Claim) -> NamedNode | Literal:
    """The object as RDF: a number, a time (EDTF) or a node."""
    if isinstance(claim.object, int):
        return terms.integer(claim.object)
    return Literal(claim.object) if claim.predicate == _TIME else node(claim.object)
