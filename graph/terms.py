"""Plain values in, RDF terms out; the only place that knows the vocabularies borrowed from others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from .iris import safe_iri
from .ontology import PREFIXES, iri

Graph = NamedNode | BlankNode | DefaultGraph

_XSD = PREFIXES["xsd"]
_DECIMAL = NamedNode(_XSD + "decimal")
_DATE = NamedNode(_XSD + "date")
_WKT = NamedNode(PREFIXES["geo"] + "wktLiteral")


def _term(prefix: str, local: str) -> NamedNode:
    return NamedNode(PREFIXES[prefix] + local)


A = _term("rdf", "type")
SUBJECT, PREDICATE, OBJECT = _term("rdf", "subject"), _term("rdf", "predicate"), _term("rdf", "object")
LABEL, PREF_LABEL, ALT_LABEL = _term("rdfs", "label"), _term("skos", "prefLabel"), _term("skos", "altLabel")
EXACT_MATCH, CLOSE_MATCH = _term("skos", "exactMatch"), _term("skos", "closeMatch")
DERIVED_FROM, ATTRIBUTED_TO = _term("prov", "wasDerivedFrom"), _term("prov", "wasAttributedTo")
AGENT = _term("prov", "Agent")
DENOTED_BY = _term("gaf", "denotedBy")
BEGIN, END = _term("nif", "beginIndex"), _term("nif", "endIndex")
ANCHOR, CONTEXT = _term("nif", "anchorOf"), _term("nif", "referenceContext")
ARTICLE, IDENTIFIER, HEADLINE = _term("schema", "NewsArticle"), _term("schema", "identifier"), _term("schema", "headline")
PUBLISHED, PUBLISHER = _term("schema", "datePublished"), _term("schema", "publisher")
URL, LANGUAGE, MENTIONS = _term("schema", "url"), _term("schema", "inLanguage"), _term("schema", "mentions")
LATITUDE, LONGITUDE = _term("wgs", "lat"), _term("wgs", "long")
GEOMETRY, HAS_GEOMETRY, AS_WKT = _term("geo", "Geometry"), _term("geo", "hasGeometry"), _term("geo", "asWKT")
EARLIEST, LATEST = _term("sem", "hasEarliestBeginTimeStamp"), _term("sem", "hasLatestEndTimeStamp")


@lru_cache(maxsize=4096)
def ng(local: str) -> NamedNode:
    """A term of our own vocabulary, by local name."""
    return NamedNode(iri(local))


@lru_cache(maxsize=4096)
def value(name: str) -> NamedNode:
    """A value of the vocabulary for a word of the model: `reports` → ng:Reports."""
    return ng(name[0].upper() + name[1:])


@lru_cache(maxsize=65536)
def node(address: str) -> NamedNode:
    """A node for an IRI minted by us."""
    return NamedNode(address)


def outer_node(address: str) -> NamedNode:
    """A node for an IRI that came from elsewhere."""
    return NamedNode(safe_iri(address))


@lru_cache(maxsize=4096)
def integer(number: int) -> Literal:
    return Literal(number)


@lru_cache(maxsize=4096)
def decimal(number: float) -> Literal:
    return Literal(f"{number:.6f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


def day(iso: str) -> Literal:
    return Literal(iso, datatype=_DATE)


def point(latitude: float, longitude: float) -> Literal:
    return Literal(f"POINT({decimal(longitude).value} {decimal(latitude).value})", datatype=_WKT)


def text(words: str) -> Literal:
    """A label or headline: white space is made one blank."""
    return Literal(" ".join(words.split()))


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Each quad once, by graph (the default one first), subject, predicate, object."""
    by_graph: dict[Graph, dict[str, Quad]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, {})[str(quad)] = quad
    graphs = sorted(by_graph, key=lambda graph: "" if isinstance(graph, DefaultGraph) else graph.value)
    return [by_graph[graph][words] for graph in graphs for words in sorted(by_graph[graph])]
