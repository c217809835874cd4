"""The graph in, a GraphML file of actors, events and what joins them out."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from ..assemble import GraphData
from ..network import EVENT_LINKS, network

__all__ = ["EVENT_LINKS", "network", "write"]


def write(data: GraphData, path: Path) -> None:
    nx.write_graphml_xml(network(data), path, encoding="utf-8", prettyprint=False, named_key_ids=True)
