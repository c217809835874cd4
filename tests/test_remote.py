"""Into real RDF servers and out of them: the same quads, the same answers, whatever goes wrong on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

import pytest
from graph.errors import QueryError, StoreClosed, StoreError, StoreRefused, UsageError
from graph.export import load_quads
from graph.ontology import load
from graph.queries import run, shipped_queries
from graph.questions import answer
from graph.stores import locate_quads, open_store
from graph.stores.dialects import DIALECTS, addresses
from graph.stores.http import Login, remote_store
from graph.stores.prepared import prepared
from graph.stores.transfer import parts, pull, push
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from jena import HERE, MISSING, java
from servers import NO_VIRTUOSO, STAND_INS, VIRTUOSO, fuseki, in_front_of, oxigraph_server, standing_in, virtuoso_server
from shell import newsgraph

BASE = "https://w3id.org/newsgraph/id/"
SHIPPED = shipped_queries(load().queries_folder)
DBA = Login("dba", "dba", "digest")
ARGUMENTS = {
    "aliases": ("Kataib Hezbollah",),
    "events-at": ("iraq",),
    "events-of": ("Kataeb Hezbollah",),
    "path": ("United States", "Iran"),
    "path-far": ("United States", "Iran"),
    "who-says-what": ("Iran",),
}
SERVERS = [
    "oxigraph",
    pytest.param("virtuoso", marks=pytest.mark.skipif(VIRTUOSO is None, reason=NO_VIRTUOSO)),
    pytest.param("fuseki", marks=pytest.mark.skipif(not HERE, reason=MISSING)),
    *STAND_INS,
]
remote_store = partial(remote_store, pauses=(0.0, 0.0))
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/newsgraph/id/')) }"


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory):
    with oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory):
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(scope="module")
def fuseki_of_jena():
    with java() as process, fuseki(process) as url:
        yield url


@pytest.fixture
def server(request):
    """Where a server is, how one logs in to it, and what make it is."""
    make = request.param
    if make in STAND_INS:
        with standing_in(make, request.getfixturevalue("oxigraph")) as url:
            yield url, (Login("admin", "admin") if STAND_INS[make].login else None), make
    else:
        found = request.getfixturevalue("fuseki_of_jena" if make == "fuseki" else make)
        yield found, (DBA if make == "virtuoso" else None), make


@pytest.fixture(scope="module")
def quads(built):
    return load_quads(locate_quads(built))


def articles(count, each=100):
    """So many articles with so many quads each."""
    says = NamedNode(f"{BASE}says")
    for article in range(count):
        graph = NamedNode(f"{BASE}article/a{article}#graph")
        for number in range(each):
            yield Quad(NamedNode(f"{BASE}claim/{article}-{number}"), says, Literal(f"“{number}”\n\t\\ of {article}"), graph)


def counted(store):
    return int(run(store, COUNT).rows[0][0])


def without_points(quads):
    """Virtuoso keeps points on the map in a form of its own."""
    return {quad for quad in quads if not quad.predicate.value.endswith("#asWKT")}


both = pytest.mark.parametrize("server", SERVERS, indirect=True)
real = [pytest.mark.store]


@both
@pytest.mark.store
@pytest.mark.model
def test_what_was_pushed_comes_back_as_it_was(server, quads):
    url, login, make = server
    with remote_store(url, login, make) as remote:
        first = push(quads, BASE, remote, per_article=True)
        assert ((), len(quads)) == (first.refused, first.triples)
        assert without_points(quads) == without_points(pulled := pull(remote, BASE))
        assert pulled == pull(remote, BASE)
        assert first == push(quads, BASE, remote, per_article=True)
        assert len(quads) == counted(remote)
        together = push(quads, BASE, remote, per_article=False)
        assert ({BASE + "merged"}, set(first.put) - set(together.put)) == (set(together.put), set(together.deleted))
        assert {q.triple for q in without_points(quads)} == {q.triple for q in without_points(pull(remote, BASE))}


@both
@pytest.mark.store
def test_twenty_thousand_quads_go_in_are_asked_for_replaced_and_taken_out(server):
    url, login, make = server
    all_of_them, fewer = list(articles(40, 500)), list(articles(10, 500))
    with remote_store(url, login, make) as remote:
        push(all_of_them, BASE, remote, per_article=True)
        assert 20_000 == counted(remote)
        found = run(remote, f"SELECT ?o WHERE {{ <{BASE}claim/7-3> ?p ?o }}")
        assert (("“3”\n\t\\ of 7",),) == found.rows
        push(all_of_them, BASE, remote, per_article=True)
        assert 20_000 == counted(remote)
        left = push(fewer, BASE, remote, per_article=True)
        assert (30, 5_000) == (len(left.deleted), counted(remote))
        push([], BASE, remote, per_article=True)
        assert 0 == counted(remote)


@both
@pytest.mark.store
def test_graphs_of_others_are_left_alone(server):
    url, login, make = server
    other = "https://example.org/theirs"
    triple = Quad(NamedNode(other), NamedNode(other), Literal("x")).triple
    with remote_store(url, login, make) as remote:
        remote.put(other, [triple])
        push(articles(1), BASE, remote, per_article=True)
        push([], BASE, remote, per_article=True)
        assert [triple] == remote.get(other)
        remote.delete(other)


@both
@pytest.mark.store
def test_updates_do_where_graphs_are_not_taken_whole(server):
    url, login, make = server
    quads = list(articles(3))
    with remote_store(url, login, make) as remote:
        remote.where = addresses_without_graphs(remote.where)
        push(quads, BASE, remote, per_article=True)
        assert 300 == counted(remote)
        assert sorted(map(str, quads)) == sorted(map(str, pull_named(remote)))
        push([], BASE, remote, per_article=True)
        assert 0 == counted(remote)


def addresses_without_graphs(where):
    return replace(where, graphs=where.query.rpartition("/")[0] + "/nothing-here")


def pull_named(remote):
    graphs = remote.graphs(f"{BASE}article/")
    return [Quad(*(t.subject, t.predicate, t.object), NamedNode(graph)) for graph in graphs for t in remote.get(graph)]


# ------------------------------------------------------------------------------------------------------------- questions
@both
@pytest.mark.store
@pytest.mark.model
def test_every_shipped_question_gets_the_same_answer_there(server, quads, built):
    url, login, make = server
    store = open_store(built)
    event = run(store, "SELECT ?e WHERE { ?e a ng:Airstrike ; ng:time '2019-12-29' }").rows[0][0]
    with remote_store(url, login, make) as remote:
        push(quads, BASE, remote, per_article=True)
        for name, query in SHIPPED.items():
            arguments = ARGUMENTS.get(name, (event,) if query.parameters else ())
            expected = answer(store, query, arguments)
            assert expected.rows
            assert (name, expected) == (name, answer(remote, query, arguments))


@pytest.mark.store
def test_yes_no_and_triples_come_from_afar_too(oxigraph):
    with remote_store(oxigraph) as remote:
        remote.put(f"{BASE}article/x#graph", [next(articles(1)).triple])
        assert (("true",),) == run(remote, "ASK { ?s ?p ?o }").rows
        assert 1 == len(run(remote, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o . FILTER(?s = <{BASE}claim/0-0>) }}").rows)
        with pytest.raises(QueryError, match="cannot be parsed"):
            run(remote, "SELECT WHERE")


@both
@pytest.mark.store
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_a_strange_name_is_found_there_by_itself(server, name):
    url, login, make = server
    triple = Triple(NamedNode("https://example.org/node"), NamedNode("https://example.org/name"), Literal(name))
    with remote_store(url, login, make) as remote:
        remote.put("https://example.org/g", [triple])
        found = run(remote, "SELECT ?name ?node WHERE { ?node <https://example.org/name> ?name }", {"name": Literal(name)})
        assert (("https://example.org/node",),) == found.rows
        assert [triple] == remote.get("https://example.org/g")
        remote.delete("https://example.org/g")


TEXTS = st.text(st.characters(codec="utf-8"))
BOUND = """# ?name "?name"
SELECT ?name ?label (COUNT(?node) AS ?n) WHERE {
  { ?node rdfs:label ?known . FILTER(STR(?known) = STR(?name) || ?node = ?name) }
  ?node rdfs:label ?label . FILTER("?name" != '''?name''' || ?label != <http://example.org/?name>) # ?name
} GROUP BY ?name ?label ORDER BY ?name ?label"""


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_a_term_in_the_text_is_as_good_as_one_that_is_bound(name, other):
    store = Store()
    for node, label in (("https://example.org/a", name), ("https://example.org/b", other)):
        store.add(Quad(NamedNode(node), NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal(label)))
    found = run(store, prepared(BOUND, {"name": Literal(name)}))
    assert run(store, BOUND, {"name": Literal(name)}).rows == found.rows
    assert ("label", "n") == found.columns


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_rdflib_reads_the_same_term_from_the_text(name):
    from rdflib.plugins.sparql import prepareQuery  # noqa: PLC0415  # only here

    query = prepareQuery(prepared("SELECT ?x WHERE { BIND(?name AS ?x) }", {"name": Literal(name)}))
    from rdflib import Graph  # noqa: PLC0415  # only here

    assert [name] == [str(row[0]) for row in Graph().query(query)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a ?b WHERE { ?a ?b ?c }", "SELECT  ?b WHERE { <x:y> ?b ?c }"),
        ("SELECT (STR(?a) AS ?s) { $a ?b 1 }", "SELECT (STR(<x:y>) AS ?s) { <x:y> ?b 1 }"),
        ("SELECT ?s { ?s ng:p? ?a } ORDER BY ?a ?s LIMIT 1", "SELECT ?s { ?s ng:p? <x:y> } ORDER BY (<x:y>) ?s LIMIT 1"),
        ('ASK { ?ab ?p "?a\\"?a", <http://x/?a> }', 'ASK { ?ab ?p "?a\\"?a", <http://x/?a> }'),
        ("ASK { ?s ?p ?a } # ?a\n", "ASK { ?s ?p <x:y> } # ?a\n"),
        (
            "SELECT ?s { { SELECT ?s ?a { ?s ?p ?a } GROUP BY ?s ?a } }",
            "SELECT ?s { { SELECT ?s  { ?s ?p <x:y> } GROUP BY ?s (<x:y>) } }",
        ),
    ],
)
def test_variables_are_replaced_where_they_stand_for_something(text, expected):
    assert expected == prepared(text, {"a": NamedNode("x:y")})


# ------------------------------------------------------------------------------------------------------ what goes wrong
@pytest.mark.store
def test_what_passes_is_tried_again(oxigraph):
    with in_front_of(oxigraph, lambda _method, _path, number: 503 if number % 3 else None) as url, remote_store(url) as remote:
        report = push(articles(3), BASE, remote, per_article=True)
        assert (4, ()) == (len(report.put), report.refused)
        assert 300 == counted(remote)


@pytest.mark.store
def test_what_is_refused_is_named_and_the_next_push_finishes_it(oxigraph):
    quads, refused = list(articles(4)), f"{BASE}article/a2#graph"
    with remote_store(oxigraph) as remote:
        push([], BASE, remote, per_article=True)
    with in_front_of(oxigraph, lambda method, path, _: 400 if method == "PUT" and "a2%23" in path else None) as url:  # noqa: SIM117
        with remote_store(url) as remote:
            report = push(quads, BASE, remote, per_article=True)
    assert [refused] == [found.graph for found in report.refused]
    assert "refused (400): not now" in report.refused[0].reason
    with remote_store(oxigraph) as remote:
        assert (300, report.triples) == (counted(remote), 300)
        assert () == push(quads, BASE, remote, per_article=True).refused
        assert 400 == counted(remote)


@pytest.mark.store
def test_a_store_that_lets_nobody_in_is_not_asked_for_more(oxigraph):
    asked = []

    def decide(method, path, _number):
        asked.append(path)
        return 401 if method == "PUT" else None

    with in_front_of(oxigraph, decide) as url, remote_store(url) as remote:
        report = push(articles(50), BASE, remote, per_article=True)
    assert 51 == len(report.refused)
    assert 2 == len(asked)
    assert "lets you not in (401); give --user" in report.refused[-1].reason


def test_a_store_that_is_not_there_is_named():
    with remote_store("http://127.0.0.1:9/") as remote, pytest.raises(StoreClosed, match=r"127\.0\.0\.1:9/query does not answer"):
        push(articles(1), BASE, remote, per_article=True)


@pytest.mark.skipif(VIRTUOSO is None, reason=NO_VIRTUOSO)
@pytest.mark.store
def test_without_a_name_virtuoso_refuses_to_be_written(virtuoso):
    with remote_store(virtuoso) as remote:
        report = push(articles(1), BASE, remote, per_article=True)
    assert report.refused
    with remote_store(virtuoso, Login("dba", "wrong", "digest")) as remote:
        assert push(articles(1), BASE, remote, per_article=True).refused


@pytest.mark.store
def test_where_nothing_was_pushed_nothing_can_be_pulled(oxigraph):
    with remote_store(oxigraph) as remote, pytest.raises(StoreError, match=r"holds no graph of https://example\.org/none/"):
        pull(remote, "https://example.org/none/")


@pytest.mark.store
def test_what_is_no_endpoint_is_said_to_be_none(oxigraph):
    with in_front_of(oxigraph, lambda *_: 200) as url, remote_store(url) as remote, pytest.raises(StoreRefused, match="no RDF"):
        run(remote, "ASK {}")


def test_a_graph_without_a_base_cannot_be_pushed():
    with remote_store("http://127.0.0.1:9/") as remote, pytest.raises(StoreError, match="holds no claims"):
        push([], "", remote, per_article=True)


def test_the_merged_graph_goes_in_last_and_once_each():
    quads = [Quad(NamedNode("x:a"), NamedNode("x:b"), Literal("c")), *articles(2)]
    assert [*(f"{BASE}article/a{n}#graph" for n in range(2)), f"{BASE}merged"] == list(parts(quads, BASE, per_article=True))
    assert 201 == len(parts([*quads, *quads], BASE, per_article=False)[f"{BASE}merged"])


# ------------------------------------------------------------------------------------------------------------- addresses
@pytest.mark.parametrize(
    ("url", "dialect", "query", "update", "graphs"),
    [
        ("http://localhost:7878", "oxigraph", "/query", "/update", "/store"),
        ("http://localhost:7878/query", "oxigraph", "/query", "/update", "/store"),
        ("http://localhost:8890/sparql", "virtuoso", "/sparql", "/sparql", "/sparql-graph-crud"),
        ("http://localhost:3030/news", "fuseki", "/news/query", "/news/update", "/news/data"),
        ("http://localhost:3030/news/sparql", "fuseki", "/news/query", "/news/update", "/news/data"),
        (
            "http://h:7200/repositories/n",
            "graphdb",
            "/repositories/n",
            "/repositories/n/statements",
            "/repositories/n/rdf-graphs/service",
        ),
        (
            "http://h:8080/rdf4j-server/repositories/n/",
            "rdf4j",
            "/rdf4j-server/repositories/n",
            "/rdf4j-server/repositories/n/statements",
            "/rdf4j-server/repositories/n/rdf-graphs/service",
        ),
        ("https://h:5820/news", "stardog", "/news/query", "/news/update", "/news"),
    ],
)
def test_an_address_tells_the_make_of_the_store(url, dialect, query, update, graphs):
    found = addresses(url)
    root = "/".join(url.split("/")[:3])
    assert (dialect, root + query, root + update, root + graphs) == (found.dialect, found.query, found.update, found.graphs)


def test_who_logs_in_to_virtuoso_has_addresses_of_their_own():
    found = addresses("http://localhost:8890/sparql", signed=True)
    assert ("http://localhost:8890/sparql-auth", "http://localhost:8890/sparql-graph-crud-auth") == (found.update, found.graphs)


@pytest.mark.parametrize(
    ("url", "name", "words"),
    [
        ("http://me:secret@localhost:7878", None, "seen by everyone"),
        ("localhost:7878", None, "no address of a store"),
        ("ftp://localhost/", None, "no address of a store"),
        ("http://localhost:7878/", "oxygraph", "known are stardog"),
        ("http://localhost:7878/a/b", "oxigraph", "no address of oxigraph"),
    ],
)
def test_what_is_no_address_is_a_usage_error(url, name, words):
    with pytest.raises(UsageError, match=words):
        addresses(url, name)


def test_a_make_may_be_named():
    assert all(row.name in {"fuseki"} or addresses_of(row) for row in DIALECTS)
    assert "http://h/sparql/query" == addresses("http://h/sparql", "fuseki").query


def test_a_store_called_by_its_name_may_be_anywhere():
    assert "https://stars.example.org/news/query" == addresses("https://stars.example.org/news", "stardog").query
    assert "fuseki" == addresses("https://stars.example.org/news").dialect


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", True),
        ("SELECT * WHERE { ?s ?p 'GRAPH <urn:x>' } # FROM", True),
        ("SELECT ?g WHERE { graph ?g { ?s ?p ?o } }", False),
        ("ASK FROM <urn:x> { ?s ?p ?o }", False),
    ],
)
def test_fuseki_is_asked_for_all_graphs_unless_the_query_names_them(text, sent):
    assert sent == ("default-graph-uri" in addresses("http://localhost:3030/news").beside(text))


def addresses_of(row):
    url = "http://h:5820/repositories/x" if row.name == "graphdb" else "http://h:5820/rdf4j-server/repositories/x"
    samples = {"stardog": "http://h:5820/x", "virtuoso": "http://h/sparql", "oxigraph": "http://h/"}
    return addresses(samples.get(row.name, url), row.name).dialect == row.name


def test_a_way_to_log_in_that_is_none_is_a_usage_error():
    with pytest.raises(UsageError, match="known are basic, digest"):
        Login("me", "secret", "magic")


# ---------------------------------------------------------------------------------------------------------- the commands
@pytest.mark.store
@pytest.mark.model
def test_push_query_and_export_from_the_command_line(oxigraph, built, quads, tmp_path):
    done = newsgraph("push", oxigraph, built, "--graph-per-article", "--json")
    report = json.loads(done.stdout)
    assert (0, [], "pushing\n") == (done.returncode, report["refused"], done.stderr)
    assert f"7 graphs with {len(quads):,} triples in" in newsgraph("push", oxigraph, built, "--graph-per-article").stderr
    assert newsgraph("query", "timeline", "-g", built).stdout == newsgraph("query", "timeline", "--endpoint", oxigraph).stdout
    asked = newsgraph("query", "events-of", "iran", "--endpoint", f"{oxigraph}/query", "--json")
    assert newsgraph("query", "events-of", "iran", "-g", built, "--json").stdout == asked.stdout
    assert 0 == newsgraph("export", "trig", tmp_path / "again.trig", "--from", oxigraph).returncode
    assert set(load_quads(built / "graph.trig")) == set(load_quads(tmp_path / "again.trig"))


@pytest.mark.store
@pytest.mark.model
def test_a_store_served_as_it_was_built_can_be_exported_too(built, tmp_path):
    from graph.server import Ports, serving  # noqa: PLC0415  # only here

    with serving(built, Ports(0, 0)) as site:
        done = newsgraph("export", "nq", tmp_path / "again.nq", "--from", site.endpoint)
        refused = newsgraph("push", site.endpoint, built, "-q")
    assert (0, "") == (done.returncode, done.stderr)
    assert set(load_quads(built / "graph.nq")) == set(load_quads(tmp_path / "again.nq"))
    assert 5 == refused.returncode
    assert f"not done: {BASE}merged: " in refused.stderr


@pytest.mark.model
def test_a_password_is_never_on_the_command_line(built):
    done = newsgraph("push", "http://127.0.0.1:9", built, "--user", "me", stdin=-3)
    assert (2, True) == (done.returncode, "set NEWSGRAPH_PASSWORD" in done.stderr)


@pytest.mark.skipif(VIRTUOSO is None, reason=NO_VIRTUOSO)
@pytest.mark.store
@pytest.mark.model
def test_the_password_comes_from_the_environment(virtuoso, built):
    arguments = ("push", virtuoso, built, "--user", "dba", "--auth", "digest", "-q")
    done = newsgraph(*arguments, env={"NEWSGRAPH_PASSWORD": "dba"})
    assert (0, "") == (done.returncode, done.stderr)
    assert 5 == newsgraph(*arguments, env={"NEWSGRAPH_PASSWORD": "wrong"}).returncode
