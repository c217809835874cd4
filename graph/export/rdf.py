"""The graph in, Turtle, TriG and N-Quads out, and back: the same graph gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ..assemble import GraphData
from ..collector import paused
from ..errors import ReadError, StoreError
from ..ontology import PREFIXES, Ontology, load
from ..terms import A, ng, ordered

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}

_SHARED = ("ng", "rdf", "rdfs", "xsd", "skos", "prov", "schema", "sem", "gaf", "nif", "geo", "wgs", "wd")
_KINDS = {"e": "entity", "v": "event", "c": "claim", "d": "disagreement", "j": "judgement", "g": "geometry", "by": "agent"}


def prefixes(base_iri: str) -> dict[str, str]:
    """One prefix for each kind of node, so that no name needs an escape; articles and mentions are written in full."""
    return {name: PREFIXES[name] for name in _SHARED} | {name: f"{base_iri}{kind}/" for name, kind in _KINDS.items()}


def write_turtle(data: GraphData, path: Path) -> None:
    """The union of all graphs."""
    ox.serialize(union(data.quads), path, ox.RdfFormat.TURTLE, prefixes=prefixes(data.base_iri))


def turtle(quads: list[ox.Quad], base_iri: str) -> bytes:
    """The same of any quads, in memory."""
    return ox.serialize(union(quads), format=ox.RdfFormat.TURTLE, prefixes=prefixes(base_iri)) or b""


def write_trig(data: GraphData, path: Path) -> None:
    ox.serialize(data.quads, path, ox.RdfFormat.TRIG, prefixes=prefixes(data.base_iri))


def write_nquads(data: GraphData, path: Path) -> None:
    ox.serialize(data.quads, path, ox.RdfFormat.N_QUADS)


def union(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """What any graph says, graph after graph: the merged one first; one at a time, for there are millions."""
    return (quad.triple for quad in quads)


def load_quads(path: Path) -> list[ox.Quad]:
    """From a file in any of the formats, in its order, or from the folder of a store. Raises ReadError for what is neither."""
    if path.is_dir():
        return ordered(_from_store(path))
    if path.suffix not in FORMATS:
        raise ReadError(f"{path}: no graph file; known endings are {', '.join(FORMATS)}")
    try:
        with paused():
            return list(ox.parse(path=path, format=FORMATS[path.suffix]))
    except (SyntaxError, OSError) as error:
        raise ReadError(f"{path}: cannot be read as {FORMATS[path.suffix].name}: {error}") from error


def load_graph(path: Path, ontology: Ontology | None = None) -> GraphData:
    """A graph written before, ready for any export; its claims stand in the quads alone. Without `ontology`, the one shipped."""
    return graph_of(load_quads(path), ontology)


def graph_of(quads: list[ox.Quad], ontology: Ontology | None = None) -> GraphData:
    """Quads that came from elsewhere, ready for any export."""
    return GraphData(quads, (), base_of(quads), ontology or load())


def base_of(quads: list[ox.Quad]) -> str:
    """What the addresses of the graph begin with, read off its claims; empty for a graph without any."""
    claims = (quad.subject for quad in quads if quad.predicate == A and quad.object == ng("Claim"))
    first = next((claim.value for claim in claims if isinstance(claim, ox.NamedNode)), "")
    return first.rpartition("claim/")[0]


def _from_store(folder: Path) -> list[ox.Quad]:
    try:
        return list(ox.Store.read_only(str(folder)))
    except OSError as error:
        raise StoreError(f"{folder}: no store of newsgraph: {error}") from error
