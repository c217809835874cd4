"""The graph in, a GEXF file for Gephi out: as the GraphML one, with weights and the days between which things were."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from ..assemble import GraphData
from ..network import network


def write(data: GraphData, path: Path) -> None:
    writer = GEXFWriter(encoding="utf-8", prettyprint=False, version="1.2draft")
    writer.add_graph(timed(network(data)))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the same graph gives the same bytes on another day
    with path.open("wb") as file:
        writer.write(file)


def timed(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """`start` and `end` at dated events and their edges; an edge of an event weighs as many claims as tell of it."""
    for _, event in graph.nodes(data=True):
        event.update({name: event[known] for name, known in (("start", "earliest"), ("end", "latest")) if known in event})
    for number, (source, _, edge) in enumerate(graph.edges(data=True)):
        teller = graph.nodes[source]
        edge.update({name: teller[name] for name in ("start", "end") if name in teller})
        edge.update(id=str(number), label=edge["role"], weight=float(max(1, teller.get("claims", 1))))
    return graph
