"""The quads of a graph in, its named graphs in a remote store out, and back; what did not go in is told by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from ..errors import StoreClosed, StoreError, StoreRefused
from ..terms import ordered
from .http import RemoteStore

MERGED = "merged"
"""What the default graph is called in a remote store, after the base of the IRIs: some stores have no default graph."""
REVIEW = "review"
ARTICLES, ARTICLE_GRAPH = "article/", "#graph"


@dataclass(frozen=True, slots=True)
class Refused:
    graph: str
    reason: str


@dataclass(frozen=True, slots=True)
class PushReport:
    """Graphs by IRI: what is in, what was taken out, what is not in and why."""

    put: tuple[str, ...]
    deleted: tuple[str, ...]
    refused: tuple[Refused, ...]
    triples: int


def parts(quads: Iterable[ox.Quad], base_iri: str, *, per_article: bool) -> dict[str, list[ox.Triple]]:
    """Triples by the graph they go to, the merged graph last: it names nothing that is not there yet."""
    merged = base_iri + MERGED
    found: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        named = quad.graph_name.value if per_article and isinstance(quad.graph_name, ox.NamedNode) else merged
        found.setdefault(named, []).append(quad.triple)
    last = found.pop(merged, [])
    return found | {merged: last if per_article else sorted(set(last), key=str)}


def push(
    quads: Iterable[ox.Quad], base_iri: str, remote: RemoteStore, *, per_article: bool, tick: Callable[[], None] = lambda: None
) -> PushReport:
    """Puts every graph, then takes out graphs of the same base that are no part of this one: articles that are gone.

    A graph that is refused does not stop the others. Raises StoreRefused if the store refuses before anything is in,
    StoreError if the IRIs of the graph have no base.
    """
    if not base_iri:
        raise StoreError("the graph holds no claims, so that its base is not known; build one with `newsgraph build`")
    there = [graph for graph in remote.graphs(base_iri) if _ours(graph, base_iri)]
    wanted = parts(quads, base_iri, per_article=per_article)
    refused = _each(wanted, lambda graph: remote.put(graph, wanted[graph]), tick)
    gone = [graph for graph in there if graph not in wanted]
    stayed = _each(gone, remote.delete, tick)
    in_store = tuple(graph for graph in wanted if graph not in refused)
    return PushReport(
        in_store,
        tuple(graph for graph in gone if graph not in stayed),
        tuple(Refused(graph, reason) for graph, reason in {**refused, **stayed}.items()),
        sum(len(wanted[graph]) for graph in in_store),
    )


def _each(graphs: Iterable[str], act: Callable[[str], None], tick: Callable[[], None]) -> Mapping[str, str]:
    """What was refused, and why; once the store is closed, all that is left."""
    refused: dict[str, str] = {}
    closed = ""
    for graph in graphs:
        try:
            if closed:
                raise StoreRefused(closed)
            act(graph)
        except StoreRefused as error:
            refused[graph] = str(error)
            closed = str(error) if isinstance(error, StoreClosed) else closed
        tick()
    return refused


def pull(remote: RemoteStore, base_iri: str) -> list[ox.Quad]:
    """The graph that was pushed with this base, sorted; a store served as it was built is one too.

    Raises StoreError if there is none.
    """
    merged = base_iri + MERGED
    graphs: list[str | None] = [graph for graph in remote.graphs(base_iri) if _ours(graph, base_iri)]
    if not graphs:
        raise StoreError(f"{remote.where.query} holds no graph of {base_iri}; `newsgraph push` puts one in")
    if merged not in graphs:
        graphs.append(None)
    return ordered(quad for graph in graphs for quad in _quads(remote.get(graph), None if graph == merged else graph))


def _quads(triples: Iterable[ox.Triple], graph: str | None) -> Iterator[ox.Quad]:
    name = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    return (ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def _ours(graph: str, base_iri: str) -> bool:
    rest = graph.removeprefix(base_iri)
    return rest in (MERGED, REVIEW) or (rest.startswith(ARTICLES) and rest.endswith(ARTICLE_GRAPH))
