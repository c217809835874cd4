"""The graph as one object in Python; the page that explains it is run as it stands."""

from __future__ import annotations

import doctest
from dataclasses import FrozenInstanceError
from pathlib import Path

import graph
import networkx as nx
import pytest
from graph.export import load_quads
from rdflib import Dataset

from newsroom import BASE

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def news(built):
    return graph.open_graph(built)


def test_every_example_in_the_documentation_is_so(cache, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert (0, True) == (failed, tried > 10)


def test_a_graph_in_memory_is_the_one_that_is_written(articles, cache, built, tmp_path):
    settings = graph.Settings(cache=str(cache), workers=1)
    found = graph.build(articles, settings)
    assert set(load_quads(built / "graph.nq")) == set(found.data.quads)
    assert not (tmp_path / "out").exists()
    written = graph.build([str(articles)], settings, out=tmp_path / "out")
    assert found.events == written.events
    assert (built / "graph.ttl").read_bytes() == (tmp_path / "out" / "graph.ttl").read_bytes()


def test_what_was_left_out_is_told(cache, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Iran denied it on Sunday in Baghdad.", encoding="utf-8")
    found = graph.build(tmp_path, graph.Settings(cache=str(cache), workers=1))
    assert ["empty.txt: is empty"] == [words[: words.index(" is empty") + 9] for words in found.skipped]
    assert ["good.txt"] == [article.id if "." in article.id else f"{article.id}.txt" for article in found.articles]


def test_records_say_what_the_graph_says(news):
    counts = "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a %s }"
    assert len(news.claims) == news.query(counts % "ng:Claim")[0]["n"]
    assert len(news.articles) == news.query(counts % "schema:NewsArticle")[0]["n"]
    strike = next(event for event in news.events if event.type == "Airstrike" and event.time == "2019-12-29")
    assert ("fatalitiesBest", 25) in strike.figures
    assert "Kataib Hezbollah" in strike.who("target")
    assert strike.articles == tuple(sorted(strike.articles))
    militia = next(entity for entity in news.entities if entity.label == "Kataib Hezbollah")
    assert "Kataeb Hezbollah" in militia.aliases
    assert all(claim.subject and claim.quote and 0 < claim.confidence <= 1 for claim in news.claims)
    with pytest.raises(FrozenInstanceError):
        strike.label = "other"


def test_rows_hold_python_s_own_values(news):
    row = news.query(
        """SELECT ?n ?c ?s ?nothing (?n > 3 AS ?yes) WHERE {
        ?claim rdf:predicate ng:fatalities ; rdf:object ?n ; ng:confidence ?c ; ng:quote ?s } ORDER BY ?n LIMIT 1"""
    )[0]
    assert [int, float, str, type(None), bool] == [type(value) for value in row.values()]
    assert [{"answer": "true"}] == news.query("ASK { ?c a ng:Claim }")


def test_what_cannot_be_asked_is_an_error_of_ours(news):
    for question, arguments in (("timelin", ()), ("events-of", ()), ("SELECT WHERE", ())):
        with pytest.raises(graph.NewsGraphError):
            news.query(question, *arguments)
    with pytest.raises(graph.NewsGraphError, match="known are all, events, actors"):
        news.to_networkx("people")


def test_other_libraries_get_the_same_graph(news):
    dataset = news.to_rdflib()
    assert isinstance(dataset, Dataset)
    assert len(set(dataset.triples((None, None, None)))) == len({quad.triple for quad in news.data.quads})
    for view in ("all", "events", "actors"):
        found = news.to_networkx(view)
        assert isinstance(found, nx.MultiDiGraph)
        assert all(node.startswith(BASE) for node in found)


def test_a_notebook_shows_a_table_in_which_names_are_text(news, tmp_path):
    html = news._repr_html_()
    assert "<table>" in html
    assert "Airstrike" in html or "more events" in html
    (tmp_path / "a.txt").write_text("On 5 May 2020 Iran bombed <b>Baghdad</b>.", encoding="utf-8")
    assert "<b>" not in graph.build(tmp_path, graph.Settings(cache=str(tmp_path / "cache"), workers=1))._repr_html_()
    assert repr(news).startswith("<NewsGraph: 5 articles, ")


def test_any_form_can_be_written(news, tmp_path):
    assert tmp_path / "x.gexf" == news.export("gexf", tmp_path / "x.gexf")
    assert nx.read_gexf(tmp_path / "x.gexf").number_of_nodes()


def test_the_function_is_there_whatever_was_loaded_before():
    import graph.pipeline  # noqa: PLC0415  # the point is that it is loaded

    assert callable(graph.build)
    assert graph.pipeline.build is graph.build_graph
