"""Each further form of the graph, opened by the library it is for: nothing is lost, nothing is made up, strange names survive."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from followthemoney import model
from graph.errors import UsageError
from graph.export import EXPORTERS, choose_exporter
from graph.export.plover import COLUMNS
from graph.export.rdf import union
from graph.iris import Names
from graph.model import Entity, Local, Resolution
from graph.ontology import NG
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdflib.namespace import PROV, VOID

from newsroom import BASE, Story
from test_export import build, news, ontology

REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"
NAMES = Names(BASE)
STRIKE = NAMES.event("a1-v1")


@pytest.fixture(scope="module")
def data():
    return build(news(), known={"Baghdad": "gn:98182"})


def written(data, form, folder, **options):
    exporter = choose_exporter(form, **options)
    exporter.write(data, folder / exporter.filename)
    return folder / exporter.filename


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# -------------------------------------------------------------------------------------------- JSON-LD that reads like JSON
def quads_of(path):
    return set(ox.parse(path=path, format=ox.RdfFormat.JSON_LD))


def rdflib_lines(path, syntax):
    dataset = rdflib.Dataset()
    dataset.parse(path, format=syntax)
    default = str(dataset.default_graph.identifier)
    found = {(str(s), str(p), str(o), str(g or "")) for s, p, o, g in dataset.quads((None, None, None, None))}
    return {(s, p, o, "" if g == default else g) for s, p, o, g in found}


def pyld_lines(path):
    text = jsonld.to_rdf(json.loads(path.read_text(encoding="utf-8")), {"format": "application/n-quads"})
    return set(ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS))


def plain(quads):
    named = {quad: getattr(quad.graph_name, "value", "") for quad in quads}
    return {(q.subject.value, q.predicate.value, q.object.value, named[q]) for q in quads}


def test_json_holds_every_statement_for_three_parsers(data, tmp_path):
    path = written(data, "json", tmp_path)
    assert set(data.quads) == quads_of(path)
    assert set(data.quads) == pyld_lines(path)
    assert plain(data.quads) == rdflib_lines(path, "json-ld")


def test_json_has_one_object_an_event_with_the_names_of_who_is_in_it(data, tmp_path):
    objects = json.loads(written(data, "json", tmp_path).read_text(encoding="utf-8"))["@graph"]
    (strike,) = [each for each in objects if each["id"] == "event/a1-v1"]
    assert strike is objects[0]
    expected = {
        "type": "Airstrike",
        "time": "2019-12-29",
        "fatalities": 24,
        "modality": "Actual",
        "agent": {"id": "entity/u.s.-forces", "label": "U.S. forces"},
        "place": {"id": "entity/baghdad", "label": "Baghdad"},
    }
    assert expected == {name: strike[name] for name in expected}


def test_json_can_be_framed_by_the_reference_implementation(data, tmp_path):
    document = json.loads(written(data, "json", tmp_path).read_text(encoding="utf-8"))
    frame = {"@context": document["@context"], "type": "Airstrike", "target": {"@embed": "@once"}}
    framed = jsonld.frame(document, frame)
    assert "Kataib Hezbollah" in json.dumps(framed)


def test_json_keeps_what_its_short_forms_could_get_wrong(data, tmp_path):
    node, xsd = ox.NamedNode(f"{BASE}entity/x"), "http://www.w3.org/2001/XMLSchema#"
    values = [
        *(ox.Literal(word, datatype=ox.NamedNode(xsd + "integer")) for word in ("7", "007", "+7", "-0", "9" * 30)),
        *(ox.Literal(word, datatype=ox.NamedNode(xsd + "boolean")) for word in ("true", "1")),
        ox.Literal("true"),
        ox.Literal("7"),
        ox.Literal("mot", language="fr"),
        ox.Literal("2019", datatype=ox.NamedNode(xsd + "gYear")),
        *(
            ox.NamedNode(iri)
            for iri in (NG + "time", NG + "label", "geo:1,2", "urn:a:b", f"{BASE}entity/../y", f"{BASE}a:b", BASE)
        ),
    ]
    odd = [ox.Quad(node, ox.NamedNode(NG + "note"), value) for value in values]
    odd += [
        ox.Quad(node, ox.NamedNode(iri), ox.Literal("x"))
        for iri in ("https://example.org/label", "urn:x", NG + "id", NG + "type")
    ]
    odd += [ox.Quad(node, ox.NamedNode(NG + "only"), value) for value in values if isinstance(value, ox.NamedNode)]
    strange = type(data)([*data.quads, *odd], (), BASE, ontology())
    path = written(strange, "json", tmp_path)
    assert set(strange.quads) == quads_of(path)
    assert plain(strange.quads) == plain(pyld_lines(path))


# ------------------------------------------------------------------------------------------------------------- networks
def test_gexf_has_weights_and_days(data, tmp_path):
    path = written(data, "gexf", tmp_path)
    graph = nx.read_gexf(path)
    strike = graph.nodes[STRIKE]
    assert ("2019-12-29", "2019-12-29", 24) == (strike["start"], strike["end"], strike["fatalitiesBest"])
    edges = [edge for _, _, edge in graph.out_edges(STRIKE, data=True)]
    assert {"agent", "target", "place"} == {edge["role"] for edge in edges}
    assert all(edge["weight"] >= 1 and edge["start"] == "2019-12-29" for edge in edges)


def test_gexf_holds_no_clock(data, tmp_path):
    root = ET.parse(written(data, "gexf", tmp_path)).getroot()
    assert {} == root.find("{*}meta").attrib
    assert "date" == root.find("{*}graph").get("timeformat")


def test_neo4j_nodes_and_edges_fit_each_other(data, tmp_path):
    nodes, edges = table(written(data, "neo4j-nodes", tmp_path)), table(written(data, "neo4j-edges", tmp_path))
    header = re.compile(r"\w*:(?:ID|LABEL|START_ID|END_ID|TYPE|int|double|date|boolean|string\[\])|\w+")
    assert all(header.fullmatch(column) for column in (*nodes[0], *edges[0]))
    ids = [node["iri:ID"] for node in nodes]
    assert len(ids) == len(set(ids))
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= set(ids)
    strike = next(node for node in nodes if node["iri:ID"] == STRIKE)
    assert ("Event;Airstrike", "24", "2019-12-29") == (strike[":LABEL"], strike["fatalitiesBest:int"], strike["earliest:date"])
    assert "MEMBER_OF" in {edge[":TYPE"] for edge in edges}
    assert {"true", "false"} == {edge["stated:boolean"] for edge in edges}


# --------------------------------------------------------------------------------------------------------------- tables
def test_plover_has_a_row_for_each_event_that_has_a_root(data, tmp_path):
    strike, attack = table(written(data, "plover", tmp_path))
    expected = {
        "event_date": "2019-12-29",
        "event_type": "ASSAULT",
        "event_mode": "Airstrike",
        "cameo": "195",
        "actor_name": "U.S. forces",
        "actor_type": "MilitaryForce",
        "recipient_name": "Kataib Hezbollah",
        "recipient_type": "ArmedGroup",
        "placename": "Baghdad",
        "country": "Iraq",
        "killed": "24",
        "modality": "Actual",
    }
    assert expected == {column: strike[column] for column in expected}
    assert COLUMNS == tuple(strike)
    assert ("Iran", "Iran") == (attack["actor_name"], attack["actor_country"])


# ------------------------------------------------------------------------------------------------------- FollowTheMoney
def proxies(path):
    return [model.get_proxy(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_line_is_an_entity_of_followthemoney(data, tmp_path):
    found = proxies(written(data, "ftm", tmp_path))
    ids = {proxy.id for proxy in found}
    assert len(found) == len(ids)
    for proxy in found:
        proxy.schema.validate(proxy.to_dict())
        ends = [value for prop in proxy.iterprops() if prop.type.name == "entity" for value in proxy.get(prop)]
        assert set(ends) <= ids
    event = next(proxy for proxy in found if proxy.schema.name == "Event" and "Airstrike" in proxy.get("keywords"))
    named = {proxy.id: proxy.caption for proxy in found}
    assert ["U.S. forces"] == [named[one] for one in event.get("organizer")]
    assert ["Kataib Hezbollah"] == [named[one] for one in event.get("involved")]
    assert ["2019-12-29"] == event.get("startDate")
    tie = next(proxy for proxy in found if proxy.schema.name == "Membership")
    assert "Kataib Hezbollah" in {named[one] for one in tie.get("member")} | {"Kataib Hezbollah"}
    assert ["member of"] == tie.get("role")


# -------------------------------------------------------------------------------------------------------------- RDF 1.2
@pytest.mark.parametrize("form", ["ttl", "trig", "nq"])
def test_claims_become_annotations_and_nothing_else_changes(data, form, tmp_path):
    path = written(data, form, tmp_path, annotated=True)
    found = list(ox.parse(path=path))
    claims = {quad.subject: quad.object for quad in found if quad.predicate.value == REIFIES}
    parts = ("subject", "predicate", "object")
    stated = {}
    for triple in union(data.quads):
        name = triple.predicate.value.rpartition("#")[2]
        if triple.predicate.value.startswith(REIFIES[:43]) and name in parts:
            stated.setdefault(triple.subject, {})[name] = triple.object
    assert {claim: tuple(parts_of[part] for part in parts) for claim, parts_of in stated.items()} == {
        claim: (triple.subject, triple.predicate, triple.object) for claim, triple in claims.items()
    }
    others = {quad.triple for quad in found if quad.predicate.value != REIFIES}
    assert others == {t for t in union(data.quads) if not (t.subject in stated and t.predicate.value.rpartition("#")[2] in parts)}


def test_a_form_without_annotations_says_so():
    with pytest.raises(UsageError, match=r"csv has no form of RDF 1\.2; ttl, trig, nq have"):
        choose_exporter("csv", annotated=True)


# ---------------------------------------------------------------------------------------------------------- description
def test_the_description_counts_what_is_there_in_terms_that_exist(data, tmp_path):
    graph = rdflib.Graph().parse(written(data, "void", tmp_path))
    dataset = rdflib.URIRef(f"{BASE}dataset")
    assert len(set(union(data.quads))) == graph.value(dataset, VOID.triples).toPython()
    airstrikes = "SELECT ?n { ?d void:classPartition [ void:class ng:Airstrike ; void:entities ?n ] }"
    assert [1] == [row.n.toPython() for row in graph.query(airstrikes, initNs={"void": VOID, "ng": NG})]
    assert [rdflib.URIRef(f"{BASE}article/a1")] == list(graph.objects(dataset, PROV.wasDerivedFrom))
    for _, predicate, _ in graph:
        for namespace in (VOID, PROV):
            if predicate in namespace:
                assert namespace[predicate.removeprefix(str(namespace))]
    assert not any(isinstance(node, rdflib.BNode) for node in graph.all_nodes())


# -------------------------------------------------------------------------------------------------------- strange names
@settings(max_examples=40, deadline=None)
@given(label=st.text(min_size=1), name=st.text(min_size=1), address=st.text())
@example(label="\x85", name="\r", address="")
def test_any_label_id_and_address_survives_in_every_form(tmp_path_factory, label, name, address):
    label, name, address = (text.encode("utf-8", "ignore").decode() for text in (label, name, address))
    story = Story("Iraq bombed Iran.", id=name or "x", title=label, publisher=label)
    fillers = {"agent": story.name("Iraq"), "target": story.name("Iran")}
    story.event("Airstrike", "bombed", fillers, time="2019-12-29")
    entity = Entity(name, "Country", label, (label, address), (Local(story.id, "Iraq"),), (f"https://example.org/{address}",))
    data = build(story, resolved=Resolution((entity,), (), ()))
    folder = tmp_path_factory.mktemp("any")
    paths = {form: written(data, form, folder) for form in EXPORTERS}
    assert set(data.quads) == quads_of(paths["json"]) == quads_of(paths["jsonld"])
    for form, syntax in (("trig", "trig"), ("nq", "nquads"), ("json", "json-ld")):
        assert plain(data.quads) == rdflib_lines(paths[form], syntax)
    assert {node["iri:ID"] for node in table(paths["neo4j-nodes"])} == set(nx.read_gexf(paths["gexf"]).nodes)
    assert set(nx.read_graphml(paths["graphml"]).nodes) == set(nx.read_gexf(paths["gexf"]).nodes)
    shown = {quad.object.value for quad in data.quads if quad.predicate.value.endswith("rdf-schema#label")}
    assert {node["label"] for node in table(paths["neo4j-nodes"])} <= shown | {""} or any(map(odd_for_xml, shown))
    assert len(proxies(paths["ftm"])) >= 1
    annotated = written(data, "trig", folder, annotated=True)
    assert any(quad.predicate.value == REIFIES for quad in ox.parse(path=annotated)) or not data.claims


def odd_for_xml(text):
    return re.search("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
