"""Jena (what Fuseki runs on) and RDF4J (what GraphDB runs on) read what is written, and Jena answers as our store does."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from graph.export import load_quads
from graph.ontology import PREFIXES, iri, load
from graph.queries import run, with_prefixes
from graph.questions import answer
from graph.stores import locate_quads, open_store
from graph.stores.prepared import prepared
from graph.validate import validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jena import HERE, MISSING, java
from test_remote import ARGUMENTS, SHIPPED

pytestmark = [pytest.mark.store, pytest.mark.skipif(not HERE, reason=MISSING)]
READERS = pytest.mark.parametrize("reader", ["jena", "rdf4j"])
NODE, SAYS = ox.NamedNode("https://example.org/node"), ox.NamedNode("https://example.org/says")
ENDINGS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS, ".jsonld": ox.RdfFormat.JSON_LD}


@pytest.fixture(scope="module")
def jvm():
    with java() as process:
        yield process


@READERS
@pytest.mark.model
@pytest.mark.parametrize("name", ["graph.trig", "graph.nq", "graph.jsonld"])
def test_they_read_the_same_quads(jvm, reader, name, built):
    assert set(load_quads(locate_quads(built))) == jvm.read(reader, built / name)


@READERS
@pytest.mark.model
def test_they_read_the_same_triples(jvm, reader, built):
    assert {quad.triple for quad in load_quads(locate_quads(built))} == {q.triple for q in jvm.read(reader, built / "graph.ttl")}


@READERS
@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(codec="utf-8")))
def test_strange_names_survive_both(jvm, reader, ending, text, tmp_path):
    quad = ox.Quad(NODE, SAYS, ox.Literal(text))
    path = tmp_path / f"strange{ending}"
    ox.serialize([quad.triple] if ending == ".ttl" else [quad], path, ENDINGS[ending])
    assert {quad} == jvm.read(reader, path)


@pytest.mark.model
@pytest.mark.parametrize("name", SHIPPED)
def test_jena_answers_every_shipped_question_as_the_store_does(jvm, name, built):
    store, query = open_store(built), SHIPPED[name]
    event = run(store, "SELECT ?e WHERE { ?e a ng:Airstrike ; ng:time '2019-12-29' }").rows[0][0]
    arguments = ARGUMENTS.get(name, (event,) if query.parameters else ())
    jvm.open(built / "graph.nq")
    assert answer(store, query, arguments) == answer(jvm, query, arguments)


@pytest.mark.parametrize("name", SHIPPED)
def test_rdf4j_takes_every_shipped_question_for_sparql(jvm, name):
    bound = {parameter.name: ox.Literal('a "name"\\\n}') for parameter in SHIPPED[name].parameters}
    jvm.parse(with_prefixes(prepared(SHIPPED[name].text, bound)))
    with pytest.raises(RuntimeError):
        jvm.parse(SHIPPED[name].text + " }")


def tree(ontology):
    """Which class is below which: shapes aim at the upper ones."""
    below = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")
    pairs = ((name, parent) for name, parents in ontology.parents.items() for parent in parents)
    return {ox.Triple(ox.NamedNode(iri(name)), below, ox.NamedNode(iri(parent))) for name, parent in pairs}


@pytest.mark.model
def test_jena_finds_what_breaks_the_shapes_and_nothing_else(jvm, built, tmp_path):
    ontology = load()
    quads = load_quads(locate_quads(built))
    broken = [quad for quad in quads if quad.predicate.value != PREFIXES["ng"] + "quote"]
    for name, kept in (("whole.nt", quads), ("broken.nt", broken)):
        ox.serialize({*tree(ontology), *(quad.triple for quad in kept)}, tmp_path / name, ox.RdfFormat.N_TRIPLES)
    assert 0 == jvm.violations(ontology.shapes_path, tmp_path / "whole.nt")
    assert len(validate(broken, ontology).violations) == jvm.violations(ontology.shapes_path, tmp_path / "broken.nt") > 0
