"""The page as a file: safe, small, the same for the same graph; what its data and layout say."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from graph.export import EXPORTERS, load_graph
from graph.export.html import PAGE, embedded, page
from graph.export.layout import actor_places, event_places
from graph.export.story import tell
from graph.iris import Names

from newsroom import BASE
from pages import HOSTILE, SCRIPT_LINK, crowd, gossip, graph, hostile, newspapers, ontology

LOADING = {"src", "srcset", "href", "data", "poster", "action", "formaction", "background", "ping", "cite"}


class Reader(HTMLParser):
    """Elements with their attributes, and the scripts as they stand."""

    def __init__(self):
        super().__init__()
        self.elements = []
        self.scripts = []
        self.inside = None

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = dict(attrs) if tag == "script" else None
        if tag == "script":
            self.scripts.append([dict(attrs), ""])

    def handle_endtag(self, tag):
        if tag == "script":
            self.inside = None

    def handle_data(self, data):
        if self.inside is not None:
            self.scripts[-1][1] += data


def read(text):
    reader = Reader()
    reader.feed(text)
    return reader


def data_of(text):
    return {attrs["id"]: json.loads(body) for attrs, body in read(text).scripts if attrs.get("type") == "application/json"}


@pytest.fixture(scope="module")
def told():
    return tell(newspapers())


@pytest.fixture(scope="module")
def papers():
    return page(newspapers())


def test_a_written_graph_gives_the_same_page(papers, tmp_path):
    path = tmp_path / "graph.trig"
    EXPORTERS["trig"].write(newspapers(), path)
    assert papers == page(load_graph(path, ontology()))


def test_the_file_is_utf8_with_one_kind_of_line_end(papers, tmp_path):
    path = tmp_path / "graph.html"
    EXPORTERS["html"].write(newspapers(), path)
    assert papers.encode("utf-8") == path.read_bytes()
    assert "\r" not in papers


@pytest.mark.parametrize("make", [newspapers, hostile, graph])
def test_nothing_is_loaded_from_anywhere(make):
    elements = read(page(make())).elements
    loads = {(tag, name, value) for tag, attrs in elements for name, value in attrs.items() if name in LOADING}
    assert {("link", "href", "data:,"), ("a", "href", "#main")} == loads
    style = (PAGE / "style.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import", style)


def test_the_policy_lets_only_the_scripts_of_the_page_run(papers):
    reader = read(papers)
    policy = next(attrs["content"] for tag, attrs in reader.elements if attrs.get("http-equiv") == "Content-Security-Policy")
    scripts = [body for attrs, body in reader.scripts if "type" not in attrs]
    hashes = [base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in scripts]
    assert policy.startswith("default-src 'none'; script-src " + " ".join(f"'sha256-{each}'" for each in hashes))


@pytest.mark.parametrize("text", [*HOSTILE, "&amp;", "\u2029"])
def test_data_cannot_end_its_script(text):
    written = embedded({"text": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert {"text": text} == json.loads(written)


def test_hostile_texts_stay_data():
    text = page(hostile())
    plain, evil = read(page(newspapers())), read(text)
    assert [tag for tag, _ in plain.elements] == [tag for tag, _ in evil.elements]
    data = data_of(text)
    assert set(HOSTILE[:2]) <= {label for label, *_ in data["network-data"]["nodes"]}
    assert HOSTILE[3] in data["story-data"]["entities"][0]["names"]
    assert SCRIPT_LINK == data["story-data"]["articles"][0]["url"]


def test_vendored_files_are_what_the_manifest_says():
    for entry in json.loads((PAGE / "vendor" / "manifest.json").read_text(encoding="utf-8")):
        assert entry["sha256"] == hashlib.sha256((PAGE / "vendor" / entry["file"]).read_bytes()).hexdigest()
        assert entry["licence"]
    assert "<!--" not in (PAGE / "vendor" / "vis-network.min.js").read_text(encoding="utf-8")


def test_a_thousand_nodes_stay_below_a_megabyte_and_a_half():
    data = crowd(350)
    text = page(data)
    assert 1000 <= len(data_of(text)["network-data"]["nodes"])
    assert len(text.encode("utf-8")) < 1_500_000


def test_events_are_joined_to_names_by_roles(told):
    number = {label: at for at, label in enumerate(told.labels)}
    strike = next(at for label, at in number.items() if label.startswith("Airstrike"))
    joined = {(told.labels[other], role, stated) for one, other, role, stated in told.edges if one == strike}
    expected = {("American jets", "agent", True), ("Kataib Hezbollah", "target", True), ("Baghdad", "place", True)}
    assert expected == joined
    attack = next(at for label, at in number.items() if label.startswith("Attack"))
    assert [(number["Iran"], "agent", False)] == [edge[1:] for edge in told.edges if edge[0] == attack]


def test_events_come_by_sources_and_carry_figures_and_disagreements(told):
    data = told.data
    first = data["events"][0]
    assert ("event/morning-v1-star-v1", 2, "2019-12-29") == (first["id"], first["sources"], first["time"])
    assert [["fatalities", 25, 30, 30]] == [[data["words"][row[0]], *row[1:]] for row in first["figures"]]
    slots = [(each["event"], data["words"][each["slot"]]) for each in data["disagreements"]]
    assert [(told.names, "fatalities")] == slots


def test_status_tells_what_is_only_planned_or_alleged(told):
    statuses = {event["id"]: told.data["words"][event["status"]] for event in told.data["events"]}
    assert ("Possible", "Planned") == (statuses["event/morning-v3"], statuses["event/morning-v4"])


def test_marks_point_at_the_words_that_tell_the_claim(told):
    data = told.data
    claims = [dict(zip(data["fields"], row, strict=True)) for row in data["claims"]]
    target = next(c for c in claims if data["words"][c["predicate"]] == "target" and c["article"] == 1)
    text, flat = data["texts"][target["text"]], target["marks"]
    marked = [text[begin:end] for begin, end in zip(flat[::2], flat[1::2], strict=True)]
    assert ["bombing", "Kata’ib Hizballah"] == marked


def test_names_keep_their_spelling_in_each_outlet(told):
    entity = next(each for each in told.data["entities"] if each["id"] == Names("").entity("kataib-hezbollah"))
    spelled = [(told.data["texts"][words], told.data["outlets"][outlet], n) for words, outlet, n in entity["spelled"]]
    assert [("Kataib Hezbollah", "Morning Post", 1), ("Kata’ib Hizballah", "Daily Star", 1)] == spelled


def test_ids_are_addresses_without_the_base(told):
    assert not any(BASE in each["id"] for each in [*told.data["entities"], *told.data["events"]])


def apart(places):
    return all(
        abs(one[0] - other[0]) >= 60 or abs(one[1] - other[1]) >= 20 for at, one in enumerate(places) for other in places[:at]
    )


def test_no_two_nodes_lie_on_each_other():
    edges = [(number, number // 3) for number in range(40, 120)] + [(number, number // 2 - 15) for number in range(40, 100)]
    alone = actor_places(40, edges)
    assert apart(alone)
    assert apart(event_places(120, alone, edges))


def test_places_are_the_same_for_the_same_graph():
    edges = [(number, (number * 7) % 50) for number in range(30, 50)]
    backwards = list(reversed(edges))
    assert actor_places(60, edges) == actor_places(60, backwards)
    assert event_places(60, actor_places(30, edges), edges) == event_places(60, actor_places(30, backwards), backwards)
    assert ([], []) == (actor_places(0, []), event_places(0, [], []))


def test_a_small_graph_is_told_whole_and_a_large_one_says_what_it_leaves_out():
    small, large = tell(newspapers()).data, tell(gossip(400, 40)).data
    assert len(small["claims"]) == sum(node["told"] for node in [*small["entities"], *small["events"]])
    names = len(large["entities"])
    told, subjects = large["events"][0]["told"], [row[0] for row in large["claims"]]
    assert 80 == told
    assert told > subjects.count(names) >= 3
    assert len(large["claims"]) < sum(node["told"] for node in [*large["entities"], *large["events"]])


def test_of_many_claims_each_thing_said_keeps_one():
    data = tell(gossip(400, 40)).data
    names = len(data["entities"])
    kept = {(data["words"][row[1]], str(row[2])) for row in data["claims"] if row[0] == names}
    assert {"agent", "target"} == {predicate for predicate, _ in kept}
