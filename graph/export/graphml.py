"""The graph in, a GraphML file of actors, events and what joins them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
from pyoxigraph import NamedNode

from .. import terms
from ..assemble import GraphData
from ..index import Index
from ..ontology import Ontology
from ..terms import ng

EVENT_LINKS = ("because", "partOfEvent", "precedes")

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIGURES = ("fatalitiesLow", "fatalitiesBest", "fatalitiesHigh", "injuriesLow", "injuriesBest", "injuriesHigh")


def write(data: GraphData, path: Path) -> None:
    nx.write_graphml_xml(network(data), path, encoding="utf-8", prettyprint=False, named_key_ids=True)


def network(data: GraphData) -> nx.MultiDiGraph[str]:
    """Nodes are entities and events under their addresses; an edge's key and `role` tell what it says.

    Attributes are texts and numbers; what is unknown has no attribute. Roles that are only claimed are marked `stated` False.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    index = data.index
    events, entities = set(data.ontology.event_classes), set(data.ontology.entity_classes)
    nodes = [(node, kind) for node, kind in index.typed() if kind in events | entities]
    for node, kind in nodes:
        graph.add_node(node.value, **(_event(index, node, kind) if kind in events else _entity(index, node, kind)))
    for node, kind in nodes:
        edges = _event_edges if kind in events else _entity_edges
        for target, role, stated in edges(index, node, data.ontology):
            if target.value in graph:
                graph.add_edge(node.value, target.value, key=role, role=role, stated=stated)
    return graph


def _event(index: Index, node: NamedNode, kind: str) -> dict[str, str | int]:
    figures = {figure: index.text(node, ng(figure)) for figure in _FIGURES}
    return {
        "label": _xml(index.label(node)),
        "kind": "event",
        "type": kind,
        **_known("time", index.text(node, ng("time"))),
        **_known("earliest", index.text(node, terms.EARLIEST)),
        **_known("latest", index.text(node, terms.LATEST)),
        "modality": index.word(node, ng("modality")),
        "polarity": index.word(node, ng("polarity")),
        "claims": len(index.claims.get(node, ())),
        "sources": int(index.text(node, ng("independentSources")) or 0),
        **_known("outlets", _xml("; ".join(index.outlets(node)))),
        **{figure: int(number) for figure, number in figures.items() if number},
    }


def _entity(index: Index, node: NamedNode, kind: str) -> dict[str, str | int | float]:
    latitude, longitude = index.text(node, terms.LATITUDE), index.text(node, terms.LONGITUDE)
    return {
        "label": _xml(index.label(node)),
        "kind": "entity",
        "type": kind,
        "mentions": int(index.text(node, ng("mentionCount")) or 0),
        **_known("match", index.text(node, terms.EXACT_MATCH)),
        **({"latitude": float(latitude), "longitude": float(longitude)} if latitude and longitude else {}),
    }


def _event_edges(index: Index, node: NamedNode, ontology: Ontology) -> Iterator[tuple[NamedNode, str, bool]]:
    for role in dict.fromkeys((*ontology.roles, *EVENT_LINKS)):
        stated = index.nodes(node, ng(role))
        for target in stated or index.fillers(node, role):
            yield target, role, bool(stated)


def _entity_edges(index: Index, node: NamedNode, ontology: Ontology) -> Iterator[tuple[NamedNode, str, bool]]:
    for relation in ontology.relations:
        for target in index.nodes(node, ng(relation.name)):
            yield target, relation.name, True


def _known(name: str, words: str) -> dict[str, str]:
    return {name: words} if words else {}


def _xml(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub(" ", words)
