"""Measures of small graphs whose answers can be seen; the same graph gives the same, in any order."""

from __future__ import annotations

import json
import random

import pyoxigraph as ox
import pytest
from graph.analysis import Accusation, Day, quads, statistics
from graph.network import actors_and_events, between_actors, network
from rdflib import Graph

from newsroom import BASE, Story
from shell import newsgraph
from test_export import build

PAIRS = (
    ("Alba", "Boro"),
    ("Boro", "Cata"),
    ("Cata", "Alba"),
    ("Cata", "Dore"),
    ("Dore", "Eria"),
    ("Eria", "Faro"),
    ("Faro", "Dore"),
)


def attacks(pairs=PAIRS, day="2019-12-29"):
    """One article that tells of one attack a pair."""
    story = Story(" ".join(f"{one} attacked{number} {other}." for number, (one, other) in enumerate(pairs)))
    chains = {}
    for number, (one, other) in enumerate(pairs):
        roles = {}
        for role, name in (("agent", one), ("target", other)):
            roles[role] = story.name(name, chain=chains.get(name))
            chains[name] = name
        story.event("Attack", f"attacked{number}", roles, time=day)
    return story


def accused():
    story = Story("Iraq said Iran attacked. Iran accused Iraq.")
    iraq, iran = story.name("Iraq"), story.name("Iran")
    event = story.event("Attack", "attacked", {"agent": iran})
    story.says("Iraq", "said", "Iran attacked", "alleges", (event,))
    story.event("Accusation", "accused", {"agent": iran, "target": iraq}, time="2019-12-30")
    return story


def labels(graph, edges):
    return {(graph.nodes[one]["label"], graph.nodes[other]["label"]) for one, other in edges}


@pytest.fixture(scope="module")
def found():
    return statistics(build(attacks()))


def test_who_joins_two_groups_is_most_between_them(found):
    assert {"Cata", "Dore"} == {actor.label for actor in sorted(found.actors, key=lambda actor: -actor.betweenness)[:2]}
    assert {actor.label: actor.degree for actor in found.actors}["Dore"] == 3
    assert 1 == pytest.approx(sum(actor.pagerank for actor in found.actors), abs=1e-4)
    assert list(found.actors) == sorted(found.actors, key=lambda actor: -actor.pagerank)


def test_two_triangles_are_two_communities_joined_by_one_bridge(found):
    assert [{"Alba", "Boro", "Cata"}, {"Dore", "Eria", "Faro"}] == [set(each.members) for each in found.communities]
    assert [("Cata", "Dore", 3)] == [(bridge.left, bridge.right, bridge.parts) for bridge in found.bridges]


def test_the_busiest_day_comes_first(found):
    assert (Day("2019-12-29", 7, 1),) == found.days


def test_about_a_day_is_no_day_to_count():
    story = Story("Iran attacked Iraq.")
    story.event("Attack", "attacked", {"agent": story.name("Iran"), "target": story.name("Iraq")}, news=True)
    assert () == statistics(build(story)).days


def test_accusations_are_events_and_what_somebody_alleges():
    expected = (Accusation("Iran", "Iraq", "Accusation", 1), Accusation("Iraq", "Iran", "Attack", 1))
    assert expected == statistics(build(accused())).accusations


def test_a_graph_without_deeds_has_no_measures():
    empty = statistics(build(Story("Nothing happened.")))
    assert ((), (), (), (), ()) == (empty.actors, empty.communities, empty.bridges, empty.days, empty.accusations)


def test_the_order_of_events_makes_no_difference(found):
    for attempt in range(3):
        pairs = list(PAIRS)
        random.Random(attempt).shuffle(pairs)
        again = statistics(build(attacks(pairs)))
        assert [(a.label, a.pagerank, a.betweenness, a.community) for a in found.actors] == [
            (a.label, a.pagerank, a.betweenness, a.community) for a in again.actors
        ]
        assert found.communities == again.communities


def test_measures_are_statements_too(found):
    written = quads(found, BASE)
    assert written == quads(found, BASE)
    graph = Graph().parse(data=ox.serialize([quad.triple for quad in written], format=ox.RdfFormat.TURTLE), format="turtle")
    rows = graph.query("SELECT ?a { ?a ng:community ?c ; ng:degree 3 }", initNs={"ng": "https://w3id.org/newsgraph/ontology#"})
    assert {f"{BASE}entity/cata", f"{BASE}entity/dore"} == {str(row.a) for row in rows}


# ---------------------------------------------------------------------------------------------------------- projections
def test_actors_are_joined_by_what_one_did_to_the_other():
    graph = between_actors(build(attacks([("Alba", "Boro"), ("Alba", "Boro"), ("Boro", "Cata")])))
    assert {("Alba", "Boro"), ("Boro", "Cata")} == labels(graph, graph.edges())
    deed = graph.edges[f"{BASE}entity/alba", f"{BASE}entity/boro", "Attack"]
    expected = {
        "type": "Attack",
        "count": 2,
        "weight": 2,
        "first": "2019-12-29",
        "last": "2019-12-29",
        "outlets": "The Daily Example",
    }
    assert expected == deed


def test_what_is_only_claimed_joins_nobody_but_stands_at_its_event():
    data = build(accused())
    assert {("Iran", "Iraq")} == labels(between_actors(data), between_actors(data).edges())
    graph = actors_and_events(data)
    ends = {(graph.nodes[one]["kind"], role, graph.nodes[other]["kind"]) for one, other, role in graph.edges(data="role")}
    assert {("entity", "agent", "event"), ("event", "target", "entity")} == ends
    assert set(graph) <= set(network(data))


# ---------------------------------------------------------------------------------------------------------- the command
@pytest.mark.model
def test_stats_prints_tables_json_and_turtle(built):
    table = newsgraph("stats", "-g", built, "--top", "3")
    assert (0, "") == (table.returncode, table.stderr)
    assert "Actors, the most central first\n\nlabel " in table.stdout
    assert "Busiest days\n\ndate " in table.stdout
    found = json.loads(newsgraph("stats", "-g", built, "--json").stdout)
    assert {"actors", "communities", "bridges", "days", "accusations"} == set(found)
    assert 3 < len(found["actors"])
    turtle = newsgraph("stats", "-g", built, "-f", "ttl").stdout
    assert len(found["actors"]) == turtle.count("ng:pageRank ")
    assert newsgraph("stats", "-g", built / "graph.nq", "-f", "ttl").stdout == turtle
    wrong = newsgraph("stats", "-g", built, "-f", "xml")
    assert (2, True) == (wrong.returncode, "known are table, json, ttl" in wrong.stderr)
