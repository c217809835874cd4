"""The graph in, measures out: who is central, who belongs together and what joins them, busy days, who accuses whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
import pyoxigraph as ox
from pyoxigraph import NamedNode

from . import terms
from .assemble import GraphData
from .edtf import is_approximate
from .index import Index
from .network import between_actors
from .terms import decimal, integer, ng, node

EXACT = 1500
"""Larger networks have their betweenness estimated from so many of their nodes, always the same ones."""
SAMPLED = 500
SEED = 0
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Actor:
    """`degree` counts those it did something to or that did something to it, `deeds` how often; `community` is a number."""

    label: str
    type: str
    degree: int
    deeds: int
    pagerank: float
    betweenness: float
    community: int
    iri: str


@dataclass(frozen=True, slots=True)
class Community:
    """`members` by rank."""

    number: int
    size: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two actors without whose tie `parts` others would be cut off."""

    left: str
    right: str
    parts: int


@dataclass(frozen=True, slots=True)
class Day:
    date: str
    events: int
    articles: int


@dataclass(frozen=True, slots=True)
class Accusation:
    """`of` is what is alleged, or the kind of accusation; `times` counts what was said."""

    accuser: str
    accused: str
    of: str
    times: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Each the most notable first."""

    actors: tuple[Actor, ...]
    communities: tuple[Community, ...]
    bridges: tuple[Bridge, ...]
    days: tuple[Day, ...]
    accusations: tuple[Accusation, ...]


def statistics(data: GraphData) -> Statistics:
    """Of facts between actors, dated events that happened, and what is alleged; the same graph gives the same."""
    ties = _ties(between_actors(data))
    groups = _communities(ties)
    actors = _actors(ties, groups)
    return Statistics(
        actors,
        tuple(_community(number, groups, actors) for number in sorted(set(groups.values()))),
        tuple(_bridges(ties)),
        tuple(_days(data)),
        tuple(_accusations(data)),
    )


def quads(found: Statistics, base_iri: str) -> list[ox.Quad]:
    """The measures as statements about the actors, communities and days."""
    return terms.ordered([*_actor_quads(found, base_iri), *_day_quads(found, base_iri)])


def _actor_quads(found: Statistics, base_iri: str) -> Iterator[ox.Quad]:
    for actor in found.actors:
        group = node(f"{base_iri}community/{actor.community}")
        yield ox.Quad(node(actor.iri), ng("degree"), integer(actor.degree))
        yield ox.Quad(node(actor.iri), ng("pageRank"), decimal(actor.pagerank))
        yield ox.Quad(node(actor.iri), ng("betweenness"), decimal(actor.betweenness))
        yield ox.Quad(node(actor.iri), ng("community"), group)
        yield ox.Quad(group, terms.A, ng("Community"))


def _day_quads(found: Statistics, base_iri: str) -> Iterator[ox.Quad]:
    for day in found.days:
        subject = node(f"{base_iri}day/{day.date}")
        yield ox.Quad(subject, terms.A, ng("Day"))
        yield ox.Quad(subject, ng("date"), terms.day(day.date))
        yield ox.Quad(subject, ng("eventCount"), integer(day.events))


# -------------------------------------------------------------------------------------------------------------- network
def _ties(deeds: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """One edge between two actors, whoever acts; in an order that the graph alone decides."""
    ties: nx.Graph[str] = nx.Graph()
    for actor in sorted(deeds):
        ties.add_node(actor, **deeds.nodes[actor])
    ties.add_edges_from(sorted(deeds.edges()), weight=0)
    for one, other, deed in deeds.edges(data=True):
        ties.edges[one, other]["weight"] += int(deed["count"])
    return ties


def _communities(ties: nx.Graph[str]) -> dict[str, int]:
    """Actor → the number of its community; 1 is the largest."""
    if not ties:
        return {}
    found = nx.community.louvain_communities(ties, weight="weight", seed=SEED)
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {actor: number for number, members in enumerate(ordered, 1) for actor in members}


def _actors(ties: nx.Graph[str], groups: Mapping[str, int]) -> tuple[Actor, ...]:
    ranks = nx.pagerank(ties, weight="weight") if ties else {}
    between = nx.betweenness_centrality(ties, k=SAMPLED if len(ties) > EXACT else None, seed=SEED)
    found = (
        Actor(
            iri=actor,
            label=str(ties.nodes[actor]["label"]),
            type=str(ties.nodes[actor]["type"]),
            degree=ties.degree(actor),
            deeds=int(ties.degree(actor, weight="weight")),
            pagerank=round(ranks[actor], DIGITS),
            betweenness=round(between[actor], DIGITS),
            community=groups[actor],
        )
        for actor in ties
    )
    return tuple(sorted(found, key=lambda actor: (-actor.pagerank, -actor.deeds, actor.iri)))


def _community(number: int, groups: Mapping[str, int], actors: Iterable[Actor]) -> Community:
    members = tuple(actor.label for actor in actors if groups[actor.iri] == number)
    return Community(number, len(members), members)


def _bridges(ties: nx.Graph[str]) -> list[Bridge]:
    """Those that join more than one actor to the rest."""
    found = []
    for one, other in map(tuple, nx.bridges(ties)):
        if ties.degree(one) > 1 and ties.degree(other) > 1:
            labels = sorted(str(ties.nodes[actor]["label"]) for actor in (one, other))
            found.append(Bridge(labels[0], labels[1], _cut_off(ties, one, other)))
    return sorted(found, key=lambda bridge: (-bridge.parts, bridge.left, bridge.right))


def _cut_off(ties: nx.Graph[str], one: str, other: str) -> int:
    """How many actors the smaller side has."""
    without = nx.restricted_view(ties, [], [(one, other)])
    return min(len(nx.node_connected_component(without, side)) for side in (one, other))


# ------------------------------------------------------------------------------------------------------------ happenings
def _days(data: GraphData) -> list[Day]:
    events: dict[str, list[NamedNode]] = {}
    for event, _ in data.index.of(data.ontology.event_classes):
        day = data.index.text(event, terms.EARLIEST)
        if day and _on_one_day(data, event, day) and _happened(data, event):
            events.setdefault(day, []).append(event)
    found = (Day(day, len(those), _articles(data.index, those)) for day, those in events.items())
    return sorted(found, key=lambda day: (-day.events, -day.articles, day.date))


def _on_one_day(data: GraphData, event: NamedNode, day: str) -> bool:
    return day == data.index.text(event, terms.LATEST) and not is_approximate(data.index.text(event, ng("time")))


def _articles(index: Index, events: Iterable[NamedNode]) -> int:
    return len({article for event in events for article in index.articles(event)})


def _happened(data: GraphData, event: NamedNode) -> bool:
    return data.index.word(event, ng("modality")) == "Actual" and data.index.word(event, ng("polarity")) == "Positive"


def _accusations(data: GraphData) -> list[Accusation]:
    """Accusations that are events, and deeds that somebody alleges."""
    index = data.index
    said = Counter([*_accusing_events(data), *_alleged(index)])
    found = (Accusation(index.label(accuser), index.label(accused), of, times) for (accuser, accused, of), times in said.items())
    return sorted(found, key=lambda each: (-each.times, each.accuser, each.accused, each.of))


def _accusing_events(data: GraphData) -> Iterator[tuple[NamedNode, NamedNode, str]]:
    for event, kind in data.index.of(data.ontology.event_classes):
        if data.ontology.is_a(kind, "Accuse") and _happened(data, event):
            for accuser in data.index.nodes(event, ng("agent")):
                yield from ((accuser, accused, kind) for accused in data.index.nodes(event, ng("target")))


def _alleged(index: Index) -> Iterator[tuple[NamedNode, NamedNode, str]]:
    """Who is said, by a speaker who alleges it, to have acted."""
    for claim in index.instances("Claim"):
        if (index.word(claim, ng("stance")), index.word(claim, ng("polarity"))) != ("Alleges", "Positive"):
            continue
        accuser, accused, event = (index.node(claim, each) for each in (ng("speaker"), terms.OBJECT, terms.SUBJECT))
        if accuser and accused and event and index.node(claim, terms.PREDICATE) == ng("agent") and accuser != accused:
            yield accuser, accused, index.kind(event)
