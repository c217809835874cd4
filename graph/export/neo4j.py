"""The graph in, two CSV files with the headers of `neo4j-admin database import` out: nodes, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from ..assemble import GraphData
from ..cells import write_rows
from ..network import network

NODE_COLUMNS = (
    "iri:ID", ":LABEL", "label", "time", "earliest:date", "latest:date", "modality", "polarity", "claims:int", "sources:int",
    "outlets:string[]", "fatalitiesLow:int", "fatalitiesBest:int", "fatalitiesHigh:int", "injuriesLow:int", "injuriesBest:int",
    "injuriesHigh:int", "mentions:int", "match", "latitude:double", "longitude:double",
)  # fmt: skip
EDGE_COLUMNS = (":START_ID", ":END_ID", ":TYPE", "stated:boolean")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def write_nodes(data: GraphData, path: Path) -> None:
    """Their labels are Event or Entity, and the class."""
    attributes = [column.partition(":")[0] for column in NODE_COLUMNS[2:]]
    nodes = network(data).nodes(data=True)
    labelled = ((iri, f"{node['kind'].title()};{node['type']}", _listed(node)) for iri, node in nodes)
    _write(path, NODE_COLUMNS, ([iri, labels, *(node.get(name, "") for name in attributes)] for iri, labels, node in labelled))


def write_edges(data: GraphData, path: Path) -> None:
    """Types are roles and relations as Neo4j writes them: `backedBy` is BACKED_BY."""
    edges = network(data).edges(data=True)
    _write(path, EDGE_COLUMNS, ([one, other, _type(edge["role"]), str(edge["stated"]).lower()] for one, other, edge in edges))


def _type(role: str) -> str:
    return _WORDS.sub("_", role).upper()


def _listed(node: dict[str, str | int | float]) -> dict[str, str | int | float]:
    """Outlets as the importer splits them."""
    return node | ({"outlets": str(node["outlets"]).replace("; ", ";")} if "outlets" in node else {})


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, chain([columns], rows))
