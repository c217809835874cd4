"""The shipped questions: the same answer in every engine, whatever is asked about; arguments are terms, never syntax."""

from __future__ import annotations

import pytest
from graph.errors import QueryError, StoreError, UsageError
from graph.ontology import PREFIXES, load
from graph.queries import Answer, base_of, bind, choose, read_query, run, shipped_queries, whole_iri
from graph.questions import answer, ask, find_node
from graph.stores import open_store
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from rdflib import RDFS, Dataset, Graph, URIRef
from rdflib import Literal as RdflibLiteral

SHIPPED = shipped_queries(load().queries_folder)
NAMES = (
    "who-did-what",
    "events-of",
    "events-at",
    "timeline",
    "casualties",
    "members-and-leaders",
    "who-says-what",
    "contradictions",
    "corroboration",
    "sources-of",
    "cause-chains",
    "path",
    "path-far",
    "aliases",
    "naming",
    "naming-contrasts",
    "unlinked-actors",
)
BUSIEST = """SELECT ?label (COUNT(DISTINCT ?event) AS ?n) WHERE {
  ?event %s ?node . ?node rdfs:label ?label
} GROUP BY ?label ORDER BY DESC(?n) ?label LIMIT 1"""
SPOKEN_OF = """SELECT ?label (COUNT(*) AS ?n) WHERE {
  ?claim ng:speaker ?who ; rdf:subject ?event . ?event ng:agent ?node . ?node rdfs:label ?label
} GROUP BY ?label ORDER BY DESC(?n) ?label LIMIT 1"""
TIED = """SELECT ?one ?other WHERE {
  ?e ng:agent ?a ; ng:target ?b . FILTER(?a != ?b)
  ?a rdfs:label ?one ; ng:mentionCount ?n . ?b rdfs:label ?other ; ng:mentionCount ?m
} ORDER BY (?n + ?m) ?one ?other LIMIT 1"""
REPORTED = "SELECT ?event WHERE { ?event ng:independentSources ?n ; rdfs:label ?l } ORDER BY DESC(?n) ?event LIMIT 1"


@pytest.fixture(scope="module")
def store(built):
    return open_store(built)


@pytest.fixture(scope="module")
def arguments(store):
    """Something to ask about, found in the graph itself."""
    first = lambda text: run(store, text).rows[0]  # noqa: E731
    actor, place = first(BUSIEST % "ng:agent")[0], first(BUSIEST % "ng:place")[0]
    return {
        "aliases": (actor,),
        "naming": (actor,),
        "events-at": (place,),
        "events-of": (actor,),
        "path": first(TIED),
        "path-far": ("Iran", "Iraq"),
        "sources-of": first(REPORTED),
        "who-says-what": (first(SPOKEN_OF)[0],),
    }


@pytest.fixture(scope="module")
def engines(built):
    """The same graph through rdflib, from both files, and through rdflib over Oxigraph."""
    oxigraph = Graph(store="Oxigraph")
    oxigraph.parse(built / "graph.ttl")
    trig = Dataset(default_union=True)
    trig.parse(built / "graph.trig")
    return {"turtle": Graph().parse(built / "graph.ttl"), "trig": trig, "oxrdflib": oxigraph}


def through_rdflib(graph, text, bindings):
    terms = {name: URIRef(value) if "://" in value else RdflibLiteral(value) for name, value in bindings.items()}
    found = graph.query(text, initNs=PREFIXES, initBindings=terms)
    columns = [name for variable in found.vars if (name := str(variable)) not in bindings]
    return [tuple("" if row[name] is None else str(row[name]) for name in columns) for row in found]


def test_every_question_of_the_vocabulary_is_shipped():
    assert set(NAMES) == set(SHIPPED)


@pytest.mark.parametrize("name", NAMES)
def test_a_query_says_what_it_asks_and_selects_what_it_is_given(name):
    query = SHIPPED[name]
    assert query.question.endswith("?")
    selected = query.text.partition("SELECT")[2].partition("WHERE")[0]
    assert all(parameter.about and f"?{parameter.name} " in selected for parameter in query.parameters)
    assert "ORDER BY" in query.text.splitlines()[-1]


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("engine", ["turtle", "trig", "oxrdflib"])
def test_every_engine_gives_the_same_answer(name, engine, store, engines, arguments):
    bindings = bind(SHIPPED[name], arguments.get(name, ()))
    expected = list(run(store, SHIPPED[name].text, bindings).rows)
    assert expected
    assert expected == through_rdflib(engines[engine], SHIPPED[name].text, bindings)


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
def test_no_row_comes_twice_and_every_name_is_one(name, store, arguments):
    found = run(store, SHIPPED[name].text, bind(SHIPPED[name], arguments.get(name, ())))
    assert len(found.rows) == len(set(found.rows))
    assert all(cell.startswith("http") for row in found.rows for cell in row[len(row) - 1 :] if found.columns[-1] == "event")


@pytest.mark.model
def test_the_airstrike_is_listed_once_with_both_figures_and_their_outlets(store):
    found = run(store, SHIPPED["who-did-what"].text)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    strikes = [row for row in rows if (row["date"], row["what"]) == ("2019-12-29", "Airstrike")]
    assert ["United States"] == [row["who"] for row in strikes]
    assert "Kataib Hezbollah" in strikes[0]["whom"]
    assert "Iraq" in strikes[0]["where"]
    assert "Syria" in strikes[0]["where"]
    assert "at least 24 killed (" in strikes[0]["figures"]
    assert "at least 25 killed (" in strikes[0]["figures"]


@pytest.mark.model
def test_the_airstrike_is_called_by_the_words_of_each_outlet(store):
    event = run(store, 'SELECT ?e WHERE { ?e a ng:Airstrike ; ng:time "2019-12-29" }').rows[0][0]
    named = {row[:2] for row in run(store, SHIPPED["naming"].text, bind(SHIPPED["naming"], (event,))).rows}
    assert {("001_harbour_wire", "air raids"), ("002_video_script", "air strikes"), ("Daybreak Hour", "airstrikes")} <= named
    contrasts = {(row[1], row[2]) for row in run(store, SHIPPED["naming-contrasts"].text).rows if row[4] == event}
    assert ("001_harbour_wire", "air raids") in contrasts
    assert "airstrikes" not in {words for _, words in contrasts}


def graph_of(turtle):
    store = Store()
    text = (
        "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        + f"@prefix e: <https://example.org/id/> .\n{turtle}"
    )
    store.load(text.encode(), format=RdfFormat.TURTLE)
    return store


DENIED = """
e:talks rdfs:label "Denial by Rovin" . e:raid rdfs:label "Raid by Rovin" . e:rovin rdfs:label "Rovin" .
e:a schema:identifier "a" . e:b schema:identifier "b" .
e:no rdf:subject e:talks ; rdf:predicate ng:agent ; rdf:object e:rovin ; ng:quote "Rovin denies it." ; prov:wasDerivedFrom e:a ;
     ng:polarity ng:Negative ; ng:contradicts e:yes .
e:yes rdf:subject e:raid ; rdf:predicate ng:agent ; rdf:object e:rovin ; ng:quote "Rovin raided it." ; prov:wasDerivedFrom e:b ;
     ng:polarity ng:Positive ; ng:contradicts e:no .
"""


def test_a_contradiction_is_about_what_is_denied():
    found = run(graph_of(DENIED), SHIPPED["contradictions"].text)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert [("Raid by Rovin", "Rovin", "not Rovin")] == [(row["about"], row["value1"], row["value2"]) for row in rows]


CHAIN = """
e:ann rdfs:label "Ann" ; ng:mentionCount 1 . e:bob rdfs:label "Bob" ; ng:mentionCount 1 .
e:cy rdfs:label "Cy" ; ng:mentionCount 1 . e:dan rdfs:label "Dan" ; ng:mentionCount 1 .
e:met rdfs:label "Meeting" . e:sued rdfs:label "Lawsuit" .
e:1 rdf:subject e:met ; rdf:predicate ng:agent ; rdf:object e:ann .
e:2 rdf:subject e:met ; rdf:predicate ng:agent ; rdf:object e:bob .
e:3 rdf:subject e:sued ; rdf:predicate ng:agent ; rdf:object e:bob .
e:4 rdf:subject e:sued ; rdf:predicate ng:target ; rdf:object e:cy .
e:5 rdf:subject e:bob ; rdf:predicate ng:worksFor ; rdf:object e:dan .
"""


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        ("Cy", [("Meeting", "Bob", "Lawsuit", "1")]),
        ("Dan", [("Meeting", "Bob", "Bob", "1")]),
        ("Bob", []),
    ],
)
def test_a_far_path_leads_through_somebody_both_had_to_do_with(other, rows):
    found = run(graph_of(CHAIN), SHIPPED["path-far"].text, bind(SHIPPED["path-far"], ("Ann", other)))
    kept = [found.columns.index(name) for name in ("by", "between", "by2", "ways")]
    assert rows == [tuple(row[at] for at in kept) for row in found.rows]


HOSTILE = (
    'x") } DELETE WHERE { ?s ?p ?o } #',
    '"; DROP ALL; #',
    "\\",
    "'''",
    '"""',
    "}",
    "?node",
    "<http://example.org/>",
    "http://example.org/a b",
    "urn:x:y",
    "ng:Airstrike",
    "a\x00b",
    "\uffff",
    "entity/",
    "event/../../x y",
)


@pytest.mark.model
@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", [name for name in NAMES if "name" in {p.kind for p in SHIPPED[name].parameters}])
def test_no_argument_is_read_as_syntax(name, words, built):
    assert () == ask(name, [words] * len(SHIPPED[name].parameters), built, SHIPPED).rows


@pytest.mark.parametrize("words", [words for words in HOSTILE if not words.startswith("event/")])
def test_what_is_no_iri_is_refused_where_one_is_asked_for(words, tmp_path):
    with pytest.raises(UsageError, match="is no iri"):
        ask("sources-of", [words], tmp_path, SHIPPED)


def typed_query(folder, kind):
    path = folder / "mine.rq"
    path.write_text(
        f"# Which?\n# parameter value ({kind}): a value\nSELECT ?value ?s WHERE {{ ?s ng:x ?value }}", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("kind", "value", "stored", "wrong"),
    [
        ("integer", "24", Literal(24), "many"),
        ("date", "2019-12-29", Literal("2019-12-29", datatype=NamedNode(f"{PREFIXES['xsd']}date")), "Sunday"),
        ("text", "https://example.org/x", Literal("https://example.org/x"), None),
        ("name", "https://example.org/x", NamedNode("https://example.org/x"), None),
        ("iri", "https://example.org/x", NamedNode("https://example.org/x"), "x"),
    ],
)
def test_an_argument_is_a_term_of_its_parameter_s_type(kind, value, stored, wrong, tmp_path):
    query = read_query(typed_query(tmp_path, kind))
    store, node = Store(), NamedNode("https://example.org/node")
    store.add(Quad(node, NamedNode(f"{PREFIXES['ng']}x"), stored))
    assert ((node.value,),) == answer(store, query, [value]).rows
    if wrong is not None:
        with pytest.raises(UsageError, match=f"VALUE is a value; '{wrong}' is no {kind}"):
            answer(store, query, [wrong])


def test_a_type_that_is_none_is_refused(tmp_path):
    with pytest.raises(UsageError, match="types are name, iri, text, integer, date"):
        read_query(typed_query(tmp_path, "number"))


@settings(max_examples=50)
@given(st.text())
def test_a_name_is_found_whatever_it_is_made_of(name):
    store = Store()
    node, article = NamedNode("https://example.org/id/entity/x"), NamedNode("https://example.org/id/article/a")
    mention = NamedNode("https://example.org/id/article/a#char=0,1")
    for subject, predicate, value in (
        (node, RDFS.label, Literal(name)),
        (node, f"{PREFIXES['gaf']}denotedBy", mention),
        (mention, f"{PREFIXES['nif']}anchorOf", Literal("words")),
        (mention, f"{PREFIXES['nif']}referenceContext", article),
        (article, f"{PREFIXES['schema']}identifier", Literal("a")),
    ):
        store.add(Quad(subject, NamedNode(str(predicate)), value))
    assert ((name, "words", "a", "1"),) == run(store, SHIPPED["aliases"].text, {"name": name}).rows or "://" in name


# ------------------------------------------------------------------------------------------------- questions as put
@pytest.mark.model
def test_a_question_may_be_a_name_a_file_or_sparql(built, tmp_path):
    text = "SELECT ?event WHERE { ?event a ng:Airstrike } ORDER BY ?event"
    (tmp_path / "mine.rq").write_text("# Which airstrikes?\n" + text, encoding="utf-8")
    answers = [ask(question, (), built, SHIPPED) for question in (text, str(tmp_path / "mine.rq"))]
    assert answers[0] == answers[1]
    assert answers[0].rows
    assert ask("timeline", (), built, SHIPPED).rows


@pytest.mark.model
def test_a_file_may_take_arguments_too(built, tmp_path):
    (tmp_path / "mine.rq").write_text(
        "# Which nodes are of a class?\n# parameter class: its IRI\nSELECT ?class ?node WHERE { ?node a ?class }",
        encoding="utf-8",
    )
    found = ask(str(tmp_path / "mine.rq"), ["https://w3id.org/newsgraph/ontology#Airstrike"], built, SHIPPED)
    assert ("node",) == found.columns
    assert found.rows


@pytest.mark.model
def test_yes_or_no_and_triples_are_answers_too(store):
    assert Answer(("answer",), (("true",),)) == run(store, "ASK { ?s a ng:Claim }")
    found = run(store, "CONSTRUCT { ?s a ng:Claim } WHERE { ?s a ng:Claim }")
    assert ("subject", "predicate", "object") == found.columns
    assert list(found.rows) == sorted(found.rows)


@pytest.mark.model
def test_the_end_of_an_iri_stands_for_the_whole(store, arguments):
    (event,) = arguments["sources-of"]
    base = base_of(store)
    assert event == whole_iri(base, event.removeprefix(base))
    assert "https://w3id.org/newsgraph/id/" == base
    assert "Kataib Hezbollah" == whole_iri(base, "Kataib Hezbollah")


@pytest.mark.model
def test_a_node_is_found_by_its_name(store, arguments):
    (name,) = arguments["events-of"]
    found = find_node(store, name.upper())
    assert name in {row[0] for row in run(store, f"SELECT ?label WHERE {{ <{found}> rdfs:label ?label }}").rows}
    with pytest.raises(QueryError, match="knows nothing called 'Atlantis'"):
        find_node(store, "Atlantis")


def test_an_unknown_query_names_the_nearest():
    with pytest.raises(UsageError, match="did you mean timeline"):
        choose("timelines", SHIPPED)
    with pytest.raises(UsageError, match="who-did-what"):
        choose("nothing like it", SHIPPED)


def test_wrong_arguments_say_what_is_wanted():
    with pytest.raises(UsageError, match="path takes ONE OTHER"):
        bind(SHIPPED["path"], ["Iran"])
    with pytest.raises(UsageError, match="timeline takes no argument"):
        bind(SHIPPED["timeline"], ["Iran"])


def test_a_query_that_cannot_be_parsed_says_where():
    with pytest.raises(QueryError, match=r"cannot be parsed: .*1:"):
        run(Store(), "SELECT WHERE")


def test_an_update_is_no_query():
    with pytest.raises(QueryError, match="cannot be parsed"):
        run(Store(), "DELETE WHERE { ?s ?p ?o }")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nope\.rq cannot be read"):
        read_query(tmp_path / "nope.rq")
    (tmp_path / "odd.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_query(tmp_path / "odd.rq")


def test_a_graph_that_is_not_there_says_how_to_build_one(tmp_path):
    with pytest.raises(StoreError, match="newsgraph build FOLDER -o"):
        ask("timeline", (), tmp_path / "out", SHIPPED)
