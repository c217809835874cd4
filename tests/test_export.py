"""Every form of the graph, read back by two parsers."""

import csv
import random
from functools import cache

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from graph.assemble import assemble
from graph.cells import harmless
from graph.errors import ReadError, UsageError
from graph.export import EXPORTERS, choose_exporter, load_graph, load_quads
from graph.export.csv import COLUMNS
from graph.export.rdf import union
from graph.iris import Names, safe_iri, segment
from graph.model import Entity, Local, Resolution, Value
from graph.ontology import load
from graph.terms import ordered
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom import BASE, Atlas, Story, resolution

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "json-ld"}


@cache
def ontology():
    return load()


def build(*stories, resolved=None, **choices):
    texts = [story.extraction() for story in stories]
    resolved = resolved or resolution(*stories, **choices)
    return assemble(lambda: iter(texts), resolved, ontology=ontology(), gazetteer=Atlas(), base_iri=BASE)


def news():
    text = "U.S. forces bombed Kataib Hezbollah in Baghdad. “It” killed 24 people.\nIraq said Iran attacked."
    story = Story(text, title="“Strike”")
    fillers = {
        "agent": story.name("U.S. forces", "MilitaryForce"),
        "target": story.name("Kataib Hezbollah", "ArmedGroup"),
        "place": story.name("Baghdad", "City"),
        "fatalities": Value(24, story.span("24")),
    }
    story.event("Airstrike", "bombed", fillers, time="2019-12-29")
    story.name("Iraq")
    event = story.event("Attack", "attacked", {"agent": story.name("Iran")})
    story.says("Iraq", "said", "Iran attacked", "alleges", (event,))
    story.ties("Kataib Hezbollah", "memberOf", "U.S. forces", "Kataib Hezbollah")
    return story


@pytest.fixture(scope="module")
def data():
    return build(news(), known={"Baghdad": "gn:98182"})


def test_views_know_events_and_names_by_class_and_no_mention(data):
    events = [kind for _, kind in data.index.of(ontology().event_classes)]

    assert {"Airstrike", "Attack"} <= set(events)
    assert {"Mention", "Judgement"}.isdisjoint(kind for _, kind in data.index.typed())
    assert [node for node, _ in data.index.of(["Airstrike"])] == data.index.instances("Airstrike")


def test_each_statement_is_told_once_in_one_order(data):
    shuffled = random.Random(1).sample(data.quads * 2, len(data.quads) * 2)

    assert ordered(shuffled) == ordered(data.quads)
    assert len(ordered(shuffled)) == len(set(data.quads))


@pytest.mark.parametrize("name", sorted(RDFLIB))
def test_rdf_reads_back_in_pyoxigraph(data, name, tmp_path):
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(data, path)
    if name == "ttl":
        assert {quad.triple for quad in load_quads(path)} == set(union(data.quads))
    else:
        assert set(load_quads(path)) == set(data.quads)


@pytest.mark.parametrize("name", sorted(RDFLIB))
def test_rdf_reads_back_in_rdflib(data, name, tmp_path):
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(data, path)
    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDFLIB[name])
    expected = len(set(union(data.quads))) if name == "ttl" else len(data.quads)
    assert len(list(dataset.quads((None, None, None, None)))) == expected


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_the_same_articles_in_any_order_give_the_same_bytes(name, tmp_path):
    stories = []
    for number in range(5):
        story = news()
        story.id, story.publisher = f"a{number}", f"Paper {number % 2}"
        stories.append(story)
    same = (tuple(f"a{number}/v1" for number in range(5)),)
    written = []
    for attempt in range(2):
        random.Random(attempt).shuffle(stories)
        path = tmp_path / f"{attempt}-{EXPORTERS[name].filename}"
        EXPORTERS[name].write(build(*stories, same=same), path)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_turtle_needs_no_escapes_in_names(data, tmp_path):
    path = tmp_path / "graph.ttl"
    EXPORTERS["ttl"].write(data, path)
    text = path.read_text(encoding="utf-8")
    assert "\\/" not in text
    assert "v:a1-v1 " in text


@settings(max_examples=60, deadline=None)
@given(label=st.text(min_size=1), name=st.text(min_size=1), address=st.text())
def test_any_label_id_and_address_survives(tmp_path_factory, label, name, address):
    label, name, address = (text.encode("utf-8", "ignore").decode() for text in (label, name, address))
    story = Story("Iraq said so.", id=name or "x", title=label, publisher=label)
    story.name("Iraq")
    entity = Entity(name, "Country", label, (label, address), (Local(story.id, "Iraq"),), (f"https://example.org/{address}",))
    data = build(story, resolved=Resolution((entity,), (), ()))
    folder = tmp_path_factory.mktemp("any")
    for form, exporter in EXPORTERS.items():
        exporter.write(data, folder / exporter.filename)
        if form in ("trig", "nq"):
            assert set(load_quads(folder / exporter.filename)) == set(data.quads)
    rdflib.Dataset().parse(folder / "graph.trig", format="trig")
    nx.read_graphml(folder / "graph.graphml")
    assert not any(quad.object == ox.Literal("") for quad in data.quads if quad.predicate.value.endswith("abel"))


@given(st.text(), st.text())
def test_different_names_give_different_segments(one, other):
    assert (segment(one) == segment(other)) == (one == other)


@given(st.text(st.one_of(st.sampled_from("#%[]:/?@<> "), st.characters())))
@example("a#b#c")
def test_any_text_makes_a_valid_iri(text):
    assert ox.NamedNode("https://example.org/" + safe_iri(text.encode("utf-8", "ignore").decode()))


def test_names_that_need_no_change_keep_their_form():
    assert segment("001_dc961efaa2b35366") == "001_dc961efaa2b35366"
    assert segment("A B/c").startswith("a-b-c-")
    assert Names(BASE).article("a1") == f"{BASE}article/a1"


def rows(data, tmp_path):
    path = tmp_path / "events.csv"
    EXPORTERS["csv"].write(data, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_an_event_with_columns_like_acled(data, tmp_path):
    strike, attack = rows(data, tmp_path)
    expected = {
        "event_id": "a1-v1",
        "event_date": "2019-12-29",
        "time_precision": "1",
        "event_type": "Airstrike",
        "actor1": "U.S. forces",
        "actor2": "Kataib Hezbollah",
        "country": "Iraq",
        "location": "Baghdad",
        "latitude": "33.34058",
        "fatalities_low": "24",
        "fatalities_best": "24",
        "fatalities_high": "24",
        "outlets": "The Daily Example",
        "articles": "a1",
        "modality": "Actual",
        "notes": "forces bombed Kataib Hezbollah in Baghdad.",
    }
    assert {column: strike[column] for column in expected} == expected
    assert tuple(strike) == COLUMNS
    assert (attack["event_date"], attack["actor1"], attack["modality"]) == ("", "Iran", "Possible")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_cells_that_would_run_as_formulas_are_quoted(cell):
    assert harmless(cell) == f"'{cell}"


def test_numbers_and_plain_words_stay_as_they_are():
    assert (harmless(-70.5), harmless("Iran - Iraq"), harmless("")) == (-70.5, "Iran - Iraq", "")


def test_graphml_joins_actors_and_events_by_their_roles(data, tmp_path):
    path = tmp_path / "graph.graphml"
    EXPORTERS["graphml"].write(data, path)
    graph = nx.read_graphml(path, force_multigraph=True)
    names = Names(BASE)
    strike = names.event("a1-v1")
    roles = {(edge["role"], edge["stated"], target) for _, target, edge in graph.out_edges(strike, data=True)}
    expected = {
        ("agent", True, names.entity("u.s.-forces")),
        ("target", True, names.entity("kataib-hezbollah")),
        ("place", True, names.entity("baghdad")),
    }
    assert roles == expected
    assert graph.nodes[strike]["fatalitiesBest"] == 24
    alleged = graph.out_edges(names.event("a1-v2"), data=True)
    assert [(edge["role"], edge["stated"]) for _, _, edge in alleged] == [("agent", False)]
    assert graph.has_edge(names.entity("kataib-hezbollah"), names.entity("u.s.-forces"), "memberOf")


def test_a_written_graph_exports_like_the_one_in_memory(data, tmp_path):
    EXPORTERS["trig"].write(data, tmp_path / "graph.trig")
    again = load_graph(tmp_path / "graph.trig", ontology())
    assert (again.quads, again.base_iri) == (data.quads, data.base_iri)
    assert rows(again, tmp_path) == rows(data, tmp_path)


def test_formats_are_chosen_by_name():
    assert choose_exporter("trig") is EXPORTERS["trig"]
    with pytest.raises(UsageError, match="did you mean trig"):
        choose_exporter("trigg")


def test_a_store_exports_too(data, tmp_path):
    store = ox.Store(tmp_path / "store")
    store.extend(data.quads)
    store.flush()
    del store
    assert set(load_quads(tmp_path / "store")) == set(data.quads)


@pytest.mark.parametrize(("name", "content"), [("graph.doc", "x"), ("graph.ttl", "<a> <b> .")])
def test_what_is_no_graph_is_refused(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    with pytest.raises(ReadError, match=name):
        load_quads(tmp_path / name)
