"""The graph in, JSON-LD with one named graph an article out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from ..assemble import GraphData
from .rdf import prefixes


def write(data: GraphData, path: Path) -> None:
    ox.serialize(data.quads, path, ox.RdfFormat.JSON_LD, prefixes=prefixes(data.base_iri))
