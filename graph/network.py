"""The graph in, networkx graphs out: all of it, actors with the events they take part in, actors with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import NamedNode

from . import terms
from .assemble import GraphData
from .index import Index
from .ontology import Ontology
from .terms import ng

EVENT_LINKS = ("because", "partOfEvent", "precedes")
PARTIES = ("agent", "target", "recipient", "beneficiary")
DONE_TO = ("target", "recipient")

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIGURES = ("fatalitiesLow", "fatalitiesBest", "fatalitiesHigh", "injuriesLow", "injuriesBest", "injuriesHigh")

Attributes = dict[str, str | int | float]


def network(data: GraphData) -> nx.MultiDiGraph[str]:
    """Nodes are entities and events under their addresses; an edge's key and `role` tell what it says.

    Attributes are texts and numbers; what is unknown has no attribute. Roles that are only claimed are marked `stated` False.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    index = data.index
    events = set(data.ontology.event_classes)
    nodes = index.of((*data.ontology.event_classes, *data.ontology.entity_classes))
    for node, kind in nodes:
        graph.add_node(node.value, **(_event(index, node, kind) if kind in events else _entity(index, node, kind)))
    for node, kind in nodes:
        edges = _event_edges if kind in events else _entity_edges
        for target, role, stated in edges(index, node, data.ontology):
            if target.value in graph:
                graph.add_edge(node.value, target.value, key=role, role=role, stated=stated)
    return graph


def actors_and_events(data: GraphData) -> nx.MultiDiGraph[str]:
    """From who acts to the event, from the event to whom it is done; `count` is how many claims say so."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for event, kind in _events(data):
        graph.add_node(event.value, **_event(data.index, event, kind))
        for party in _parties(data, event):
            _add_actor(graph, data, party.actor)
            ends = (party.actor.value, event.value) if party.role == "agent" else (event.value, party.actor.value)
            graph.add_edge(ends[0], ends[1], key=party.role, role=party.role, **_told(data.index, [event], party.claims))
    return graph


def between_actors(data: GraphData) -> nx.MultiDiGraph[str]:
    """From who acts to whom it is done, one edge a class of event: `count` is how many events of it there are.

    What is only claimed, planned or denied makes no edge.
    """
    deeds: dict[tuple[NamedNode, NamedNode, str], list[NamedNode]] = {}
    for event, kind in _events(data):
        if _happened(data.index, event):
            for one, other in _pairs(data.index, event):
                deeds.setdefault((one, other, kind), []).append(event)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for (one, other, kind), events in deeds.items():
        _add_actor(graph, data, one)
        _add_actor(graph, data, other)
        graph.add_edge(one.value, other.value, key=kind, type=kind, **_told(data.index, events, len(events)))
    return graph


@dataclass(frozen=True, slots=True)
class _Party:
    actor: NamedNode
    role: str
    claims: int


def _events(data: GraphData) -> list[tuple[NamedNode, str]]:
    return data.index.of(data.ontology.event_classes)


def _happened(index: Index, event: NamedNode) -> bool:
    return index.word(event, ng("modality")) == "Actual" and index.word(event, ng("polarity")) == "Positive"


def _pairs(index: Index, event: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
    done_to = dict.fromkeys(other for role in DONE_TO for other in index.nodes(event, ng(role)))
    return ((one, other) for one in index.nodes(event, ng("agent")) for other in done_to if one != other)


def _parties(data: GraphData, event: NamedNode) -> Iterator[_Party]:
    entities, index = set(data.ontology.entity_classes), data.index
    for role in PARTIES:
        for actor in index.fillers(event, role):
            if index.kind(actor) in entities:
                yield _Party(actor, role, max(1, sum(_says(index, claim, role, actor) for claim in index.claims.get(event, ()))))


def _says(index: Index, claim: NamedNode, role: str, actor: NamedNode) -> bool:
    return index.node(claim, terms.PREDICATE) == ng(role) and index.node(claim, terms.OBJECT) == actor


def _told(index: Index, events: list[NamedNode], count: int) -> Attributes:
    """How often, in which days, by which outlets; `weight` is for tools that draw or rank by it."""
    begins = sorted(filter(None, (index.text(event, terms.EARLIEST) for event in events)))
    ends = sorted(filter(None, (index.text(event, terms.LATEST) for event in events)))
    outlets = sorted({outlet for event in events for outlet in index.outlets(event)})
    return {
        "count": count,
        "weight": count,
        **known("first", begins[0] if begins else ""),
        **known("last", ends[-1] if ends else ""),
        **known("outlets", xml_text("; ".join(outlets))),
    }


def _add_actor(graph: nx.MultiDiGraph[str], data: GraphData, actor: NamedNode) -> None:
    if actor.value not in graph:
        graph.add_node(actor.value, **_entity(data.index, actor, data.index.kind(actor)))


def _event(index: Index, node: NamedNode, kind: str) -> Attributes:
    figures = {figure: index.text(node, ng(figure)) for figure in _FIGURES}
    return {
        "label": xml_text(index.label(node)),
        "kind": "event",
        "type": kind,
        **known("time", index.text(node, ng("time"))),
        **known("earliest", index.text(node, terms.EARLIEST)),
        **known("latest", index.text(node, terms.LATEST)),
        "modality": index.word(node, ng("modality")),
        "polarity": index.word(node, ng("polarity")),
        "claims": len(index.claims.get(node, ())),
        "sources": int(index.text(node, ng("independentSources")) or 0),
        **known("outlets", xml_text("; ".join(index.outlets(node)))),
        **{figure: int(number) for figure, number in figures.items() if number},
    }


def _entity(index: Index, node: NamedNode, kind: str) -> Attributes:
    latitude, longitude = index.text(node, terms.LATITUDE), index.text(node, terms.LONGITUDE)
    return {
        "label": xml_text(index.label(node)),
        "kind": "entity",
        "type": kind,
        "mentions": int(index.text(node, ng("mentionCount")) or 0),
        **known("match", index.text(node, terms.EXACT_MATCH)),
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


def known(name: str, words: str) -> dict[str, str]:
    return {name: words} if words else {}


def xml_text(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub(" ", words)
