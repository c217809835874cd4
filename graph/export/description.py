"""The graph in, a description of it as a dataset out: VoID for what is in it, PROV for what it was made from and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox

from .. import terms
from ..assemble import GraphData
from ..iris import segment
from ..ontology import DATA, PREFIXES
from ..terms import integer, node, ordered
from .rdf import union

VOID, DCTERMS, FORMATS = "http://rdfs.org/ns/void#", "http://purl.org/dc/terms/", "http://www.w3.org/ns/formats/"
VOCABULARIES = ("ng", "sem", "schema", "skos", "prov", "nif", "gaf", "geo", "wgs")
LINKED = (("wikidata", "http://www.wikidata.org/"), ("geonames", "https://sws.geonames.org/"))


def write(data: GraphData, path: Path) -> None:
    quads = ordered(_description(data, (data.base_iri or DATA) + "dataset"))
    prefixes = {
        "void": VOID,
        "dcterms": DCTERMS,
        **{name: PREFIXES[name] for name in ("prov", "schema", "rdfs", "xsd", "ng", "skos")},
    }
    ox.serialize([quad.triple for quad in quads], path, ox.RdfFormat.TURTLE, prefixes=prefixes)


def _void(name: str) -> ox.NamedNode:
    return node(VOID + name)


def _description(data: GraphData, iri: str) -> Iterator[ox.Quad]:
    dataset, triples = node(iri), set(union(data.quads))
    kinds = Counter(
        triple.object for triple in triples if triple.predicate == terms.A and isinstance(triple.object, ox.NamedNode)
    )
    properties = Counter(triple.predicate for triple in triples)
    yield ox.Quad(dataset, terms.A, _void("Dataset"))
    yield ox.Quad(dataset, node(DCTERMS + "title"), ox.Literal("News articles as a graph of events, actors and claims"))
    yield ox.Quad(dataset, _void("uriSpace"), ox.Literal(data.base_iri))
    yield from (ox.Quad(dataset, _void("vocabulary"), node(PREFIXES[name])) for name in VOCABULARIES)
    yield from (ox.Quad(dataset, _void("feature"), node(FORMATS + name)) for name in ("Turtle", "TriG", "N-Quads", "JSON-LD"))
    counts = {
        "triples": len(triples),
        "distinctSubjects": len({triple.subject for triple in triples}),
        "distinctObjects": len({triple.object for triple in triples}),
        "classes": len(kinds),
        "properties": len(properties),
        "documents": kinds[terms.ARTICLE],
    }
    yield from (ox.Quad(dataset, _void(name), integer(count)) for name, count in counts.items())
    yield from _partitions(dataset, "class", "entities", kinds)
    yield from _partitions(dataset, "property", "triples", properties)
    yield from _links(dataset, triples)
    yield from _provenance(data, dataset)


def _partitions(dataset: ox.NamedNode, kind: str, counted: str, counts: Counter[ox.NamedNode]) -> Iterator[ox.Quad]:
    for thing, count in counts.items():
        part = node(f"{dataset.value}#{kind}-{segment(thing.value)}")
        yield ox.Quad(dataset, _void(kind + "Partition"), part)
        yield ox.Quad(part, _void(kind), thing)
        yield ox.Quad(part, _void(counted), integer(count))


def _links(dataset: ox.NamedNode, triples: set[ox.Triple]) -> Iterator[ox.Quad]:
    """To Wikidata and GeoNames, each if there are any."""
    matches = [str(triple.object)[1:-1] for triple in triples if triple.predicate == terms.EXACT_MATCH]
    for name, address in LINKED:
        count = sum(match.startswith(address) for match in matches)
        if count:
            links = node(f"{dataset.value}#{name}")
            yield ox.Quad(links, terms.A, _void("Linkset"))
            yield ox.Quad(dataset, _void("subset"), links)
            yield ox.Quad(links, _void("linkPredicate"), terms.EXACT_MATCH)
            yield ox.Quad(links, _void("subjectsTarget"), dataset)
            yield ox.Quad(links, _void("objectsTarget"), node(address))
            yield ox.Quad(links, _void("triples"), integer(count))


def _provenance(data: GraphData, dataset: ox.NamedNode) -> Iterator[ox.Quad]:
    activity, agent = node(f"{dataset.value}#build"), node(f"{dataset.value}#newsgraph")
    yield ox.Quad(dataset, terms.A, _prov("Entity"))
    yield ox.Quad(dataset, _prov("wasGeneratedBy"), activity)
    yield ox.Quad(activity, terms.A, _prov("Activity"))
    yield ox.Quad(activity, _prov("wasAssociatedWith"), agent)
    yield ox.Quad(agent, terms.A, _prov("SoftwareAgent"))
    yield ox.Quad(agent, terms.LABEL, ox.Literal("newsgraph"))
    yield ox.Quad(agent, node(PREFIXES["schema"] + "softwareVersion"), ox.Literal(version("newsgraph")))
    for article in data.index.instances_of(terms.ARTICLE):
        yield ox.Quad(dataset, terms.DERIVED_FROM, article)
        yield ox.Quad(activity, _prov("used"), article)


def _prov(name: str) -> ox.NamedNode:
    return node(PREFIXES["prov"] + name)
