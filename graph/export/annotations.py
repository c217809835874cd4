"""The graph in, the same graph with its claims as RDF 1.2 reifiers out: `claim rdf:reifies <<( subject predicate object )>>`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from .. import terms
from ..assemble import GraphData

REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
PARTS = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)


def annotated(data: GraphData) -> GraphData:
    """Three statements of each claim become one; all others stay."""
    stated: dict[tuple[object, object], dict[ox.NamedNode, object]] = {}
    for quad in data.quads:
        if quad.predicate in PARTS:
            stated.setdefault((quad.subject, quad.graph_name), {})[quad.predicate] = quad.object
    whole = {key: triple for key, parts in stated.items() if (triple := _triple(parts)) is not None}
    return replace(data, quads=list(_replaced(data.quads, whole)))


def _triple(parts: dict[ox.NamedNode, object]) -> ox.Triple | None:
    subject, predicate, value = (parts.get(part) for part in PARTS)
    if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
        return ox.Triple(subject, predicate, value)
    return None


def _replaced(quads: Iterable[ox.Quad], whole: dict[tuple[object, object], ox.Triple]) -> Iterator[ox.Quad]:
    for quad in quads:
        triple = whole.get((quad.subject, quad.graph_name)) if quad.predicate in PARTS else None
        if triple is None:
            yield quad
        elif quad.predicate == terms.SUBJECT:
            yield ox.Quad(quad.subject, REIFIES, triple, quad.graph_name)
