"""Shapes that hold and shapes that break, with pySHACL as the oracle."""

from functools import cache

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from graph.assemble import assemble
from graph.errors import ShapesViolated
from graph.iris import Names
from graph.model import Value
from graph.ontology import PREFIXES, iri, load
from graph.validate import validate

from newsroom import BASE, Atlas, Story, resolution

NAMES = Names(BASE)
IRAQ = ox.NamedNode(NAMES.entity("iraq"))
EVENT = ox.NamedNode(NAMES.event("a1-v1"))


@cache
def ontology():
    return load()


@pytest.fixture(scope="module")
def quads():
    story = Story("The United States bombed Kataib Hezbollah in Baghdad. Iraq said 24 people died.", title="Strike")
    fillers = {
        "agent": story.name("United States"),
        "target": story.name("Kataib Hezbollah", "ArmedGroup"),
        "place": story.name("Baghdad", "City"),
        "fatalities": Value(24, story.span("24"), "lower"),
    }
    story.event("Airstrike", "bombed", fillers, time="2019-12-29")
    story.event("Death", "died", polarity="negative")
    story.name("Iraq")
    story.says("Iraq", "said", "24 people died")
    text = story.extraction()
    resolved = resolution(story, known={"Baghdad": "gn:98182"})
    return assemble(lambda: iter([text]), resolved, ontology=ontology(), gazetteer=Atlas(), base_iri=BASE).quads


def ng(local):
    return ox.NamedNode(iri(local))


def messages(quads):
    return {violation.message.split(" (found")[0] for violation in validate(quads, ontology()).violations}


def without(quads, predicate, subject=None):
    return [q for q in quads if q.predicate != predicate or (subject is not None and q.subject != subject)]


def claims(quads):
    return [quad.subject for quad in quads if quad.object == ng("Claim")]


def test_what_assemble_makes_keeps_all_shapes(quads):
    report = validate(quads, ontology())
    assert (report.conforms, report.violations) == (True, ())
    assert str(report) == "The graph keeps all shapes."
    report.check()


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        ("evidence", "a claim has evidence in a text"),
        ("quote", "a claim quotes its evidence"),
        ("stance", "a claim has one stance"),
        ("confidence", "a confidence lies between 0 and 1"),
        ("modality", "an event has one modality"),
        ("digest", "an article has the digest of its text"),
    ],
)
def test_what_must_be_there(quads, predicate, message):
    assert message in messages(without(quads, ng(predicate)))


def test_an_event_without_a_claim(quads):
    assert "an event has a claim" in messages(without(quads, ox.NamedNode(PREFIXES["rdf"] + "subject")))


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "message"),
    [
        (EVENT, ng("fatalitiesLow"), ox.Literal(99), "the lowest figure is not above the highest"),
        (EVENT, ng("because"), IRAQ, "a cause is an event"),
        (EVENT, ng("modality"), ng("Certain"), "an event has one modality"),
        (EVENT, ng("polarity"), ng("Negative"), "an event said not to have happened is never actual"),
        (IRAQ, ox.NamedNode(PREFIXES["skos"] + "altLabel"), ox.Literal(""), "a further spelling is not empty"),
    ],
)
def test_what_must_not_be_there(quads, subject, predicate, value, message):
    assert message in messages([*quads, ox.Quad(subject, predicate, value)])


def test_a_confidence_above_one(quads):
    decimal = ox.NamedNode(PREFIXES["xsd"] + "decimal")
    wrong = ox.Quad(claims(quads)[0], ng("confidence"), ox.Literal("1.5", datatype=decimal))
    assert "a confidence lies between 0 and 1" in messages([*quads, wrong])


def test_a_mention_of_another_length_than_its_words(quads):
    end = ox.NamedNode(PREFIXES["nif"] + "endIndex")
    longer = [ox.Quad(q.subject, end, ox.Literal(int(q.object.value) + 1)) if q.predicate == end else q for q in quads]
    assert "a mention's address, offsets and words agree" in messages(longer)


def test_a_blank_node_is_no_entity(quads):
    blank = ox.BlankNode("x")
    nameless = [ox.Quad(blank, ox.NamedNode(PREFIXES["rdf"] + "type"), ng("Person"))]
    report = validate([*quads, *nameless], ontology())
    assert any(violation.focus.startswith("_:") for violation in report.violations)


def test_the_report_counts_and_names_what_is_wrong(quads):
    report = validate(without(quads, ng("stance")), ontology())
    with pytest.raises(ShapesViolated, match="a claim has one stance"):
        report.check()
    assert f"{len(claims(quads)):6} × a claim has one stance" in str(report)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("left_out", [None, "stance", "quote", "modality", "independentSources"])
def test_pyshacl_sees_the_same(quads, left_out):
    kept = without(quads, ng(left_out)) if left_out else quads
    below = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")
    tree = [ox.Triple(ng(name), below, ng(above)) for name, parents in ontology().parents.items() for above in parents]
    text = ox.serialize([*{quad.triple for quad in kept}, *tree], format=ox.RdfFormat.N_TRIPLES).decode()
    shapes = rdflib.Graph().parse(ontology().shapes_path)
    conforms, found, _ = pyshacl.validate(rdflib.Graph().parse(data=text, format="nt"), shacl_graph=shapes)
    results = list(found.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult))
    report = validate(kept, ontology())
    assert (report.conforms, len(report.violations)) == (conforms, len(results))
