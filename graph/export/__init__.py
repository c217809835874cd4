"""The graph in, files in every form out."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ..assemble import GraphData
from ..errors import UsageError
from . import csv, description, framed, ftm, gexf, graphml, html, jsonld, neo4j, plover, rdf
from .annotations import annotated as as_reifiers

__all__ = ["EXPORTERS", "Exporter", "choose_exporter", "graph_of", "load_graph", "load_quads"]

graph_of, load_graph, load_quads = rdf.graph_of, rdf.load_graph, rdf.load_quads


@dataclass(frozen=True, slots=True)
class Exporter:
    """`filename` is what a build calls the file; formats with `in_build` False are written on request only."""

    filename: str
    write: Callable[[GraphData, Path], None]
    about: str
    in_build: bool = True


EXPORTERS: dict[str, Exporter] = {
    "ttl": Exporter("graph.ttl", rdf.write_turtle, "Turtle: the union of all graphs"),
    "trig": Exporter("graph.trig", rdf.write_trig, "TriG: the merged graph and one named graph an article"),
    "csv": Exporter("events.csv", csv.write, "CSV: one row an event, columns as in ACLED's files"),
    "graphml": Exporter("graph.graphml", graphml.write, "GraphML: actors, events and what joins them, for Gephi and networkx"),
    "html": Exporter("graph.html", html.write, "HTML: one page to read in a browser, with storyline, network, table and quotes"),
    "nq": Exporter("graph.nq", rdf.write_nquads, "N-Quads: one statement a line, with its graph"),
    "jsonld": Exporter("graph.jsonld", jsonld.write, "JSON-LD: one named graph an article"),
    "json": Exporter("graph.json", framed.write, "JSON-LD that reads like JSON: one object an event", in_build=False),
    "gexf": Exporter("graph.gexf", gexf.write, "GEXF: as GraphML, with weights and days, for Gephi", in_build=False),
    "plover": Exporter("plover.csv", plover.write, "CSV: one row an event, columns as in PLOVER's data", in_build=False),
    "neo4j-nodes": Exporter("nodes.csv", neo4j.write_nodes, "CSV: nodes for Neo4j's import", in_build=False),
    "neo4j-edges": Exporter("edges.csv", neo4j.write_edges, "CSV: relationships for Neo4j's import", in_build=False),
    "ftm": Exporter("graph.ftm.json", ftm.write, "FollowTheMoney entities, one JSON object a line", in_build=False),
    "void": Exporter("void.ttl", description.write, "VoID and PROV: a description of the graph as a dataset", in_build=False),
}


ANNOTATED = ("ttl", "trig", "nq")
"""Formats that RDF 1.2 has a syntax for."""


def choose_exporter(name: str, *, annotated: bool = False) -> Exporter:
    """With claims as annotations if wanted. Raises UsageError for a format that is unknown, naming the nearest, or has none."""
    if annotated and name in EXPORTERS:
        return _annotated(name)
    if name in EXPORTERS:
        return EXPORTERS[name]
    near = difflib.get_close_matches(name, EXPORTERS, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(EXPORTERS))}"
    raise UsageError(f"no format is called {name!r}; {hint}")


def _annotated(name: str) -> Exporter:
    if name not in ANNOTATED:
        raise UsageError(f"{name} has no form of RDF 1.2; {', '.join(ANNOTATED)} have")
    plain = EXPORTERS[name]
    return replace(plain, write=lambda data, path: plain.write(as_reifiers(data), path))
