"""The graph in, files in every form out."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..assemble import GraphData
from ..errors import UsageError
from . import csv, graphml, html, jsonld, rdf

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
}


def choose_exporter(name: str) -> Exporter:
    """Raises UsageError for an unknown format, naming the nearest."""
    if name in EXPORTERS:
        return EXPORTERS[name]
    near = difflib.get_close_matches(name, EXPORTERS, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(EXPORTERS))}"
    raise UsageError(f"no format is called {name!r}; {hint}")
