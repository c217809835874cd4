"""The two files for Neo4j, loaded by a property graph database as their headers say and asked in Cypher."""

from __future__ import annotations

import csv

import ladybug
import networkx as nx
import pytest

from shell import newsgraph

KINDS = {"ID": "STRING PRIMARY KEY", "int": "INT64", "double": "DOUBLE", "date": "DATE", "boolean": "BOOLEAN"}
ENDS = (":START_ID", ":END_ID")


def header(path):
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def column(cell):
    """What a cell of the header declares: `iri:ID`, `:LABEL`, `claims:int`, `label`."""
    name, _, kind = cell.partition(":")
    return f"`{name or 'its' + kind}` {KINDS.get(kind, 'STRING')}"


@pytest.fixture(scope="module")
def files(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("neo4j")
    for form in ("neo4j-nodes", "neo4j-edges", "graphml"):
        assert 0 == newsgraph("export", form, folder / form, "-g", built).returncode
    return folder


@pytest.fixture(scope="module")
def cypher(files):
    """Answers a query by its rows."""
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    nodes, edges = files / "neo4j-nodes", files / "neo4j-edges"
    connection.execute(f"CREATE NODE TABLE Node({', '.join(map(column, header(nodes)))})")
    own = [column(cell) for cell in header(edges) if cell not in ENDS]
    connection.execute(f"CREATE REL TABLE Edge(FROM Node TO Node, {', '.join(own)})")
    for name, path in (("Node", nodes), ("Edge", edges)):
        connection.execute(f"COPY {name} FROM '{path}' (file_format='csv', header=true, parallel=false)")
    return lambda text: [tuple(row) for row in connection.execute(text)]


@pytest.mark.model
def test_all_nodes_and_edges_are_there_with_their_values(cypher, files):
    graph = nx.read_graphml(files / "graphml")
    assert set(graph) == {iri for (iri,) in cypher("MATCH (n:Node) RETURN n.iri")}
    numbers = {iri: node.get("fatalitiesBest") for iri, node in graph.nodes(data=True)}
    assert numbers == dict(cypher("MATCH (n:Node) RETURN n.iri, n.fatalitiesBest"))
    ends = sorted((one, other, bool(edge["stated"])) for one, other, edge in graph.edges(data=True))
    assert ends == sorted(cypher("MATCH (a)-[e:Edge]->(b) RETURN a.iri, b.iri, e.stated"))


@pytest.mark.model
def test_who_struck_whom_is_asked_in_cypher(cypher):
    found = cypher(
        """MATCH (agent)<-[:Edge {itsTYPE: 'AGENT', stated: true}]-(event)-[:Edge {itsTYPE: 'TARGET', stated: true}]->(target)
        WHERE event.itsLABEL = 'Event;Airstrike' AND event.earliest = date('2019-12-29')
        RETURN DISTINCT agent.label, target.label"""
    )
    assert ("United States", "Kataib Hezbollah") in found
