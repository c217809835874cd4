"""Lists of names that users bring: read in many formats, kept in one file of theirs."""

from __future__ import annotations

import json

import pytest
from graph.errors import UsageError
from graph.gazetteer import open_gazetteer, shipped_actors
from graph.lists import Reading, add, guess
from graph.ontology import load

QID = "http://www.wikidata.org/entity/Q99999999"


@pytest.fixture(scope="module")
def ontology():
    return load()


@pytest.fixture
def adding(tmp_path, ontology):
    """Adds a file of this name and content to the user's list."""

    def add_file(name, content, **how):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return add(path, tmp_path / "names.ttl", Reading(ontology, **how), [shipped_actors()])

    return add_file


@pytest.fixture
def known(tmp_path):
    return lambda: open_gazetteer(lists=[tmp_path / "names.ttl"])


def named(gazetteer, name):
    return [(found.label, found.type, found.country, found.wikidata) for found in gazetteer.lookup(name)]


def test_a_table_gives_names_with_class_aliases_and_country(adding, known):
    done = adding("list.csv", "name,class,aliases,country\nRovin Front,armed group,RVF|Front of Rovin,Iraq\n")
    assert (1, ()) == (done.things, done.classless)
    for name in ("Rovin Front", "RVF", "Front of Rovin"):
        assert [("Rovin Front", "ArmedGroup", "country:IQ", None)] == named(known(), name)


def test_what_comes_with_newsgraph_is_still_known(adding, known):
    adding("list.csv", "name,class\nRovin Front,ArmedGroup\n")
    assert "seed:kataib-hezbollah" == known().lookup("Kataib Hezbollah")[0].key


def test_follow_the_money_gives_people_and_bodies_and_no_addresses(adding, known):
    person = {"id": "x1", "caption": "Ana Karsk", "schema": "Person", "properties": {"alias": ["Anna Karsk"], "country": ["iq"]}}
    address = {"id": "x2", "schema": "Address", "properties": {"full": ["1 Road"]}}
    done = adding("list.jsonl", "\n".join(map(json.dumps, (person, address))))
    assert 1 == done.things
    assert [("Ana Karsk", "Person", "country:IQ", None)] == named(known(), "Anna Karsk")


@pytest.mark.parametrize("form", ["table", "bindings", "short"])
def test_answers_of_wikidata_keep_their_id(adding, known, form):
    row = {"item": QID, "itemLabel": "Karsk Steel", "itemAltLabel": "KSteel, Karsk Works", "classLabel": "business"}
    if form == "table":
        adding("answer.csv", ",".join(row) + "\n" + ",".join(f'"{value}"' for value in row.values()) + "\n")
    else:
        rows = (
            {"results": {"bindings": [{name: {"value": value} for name, value in row.items()}]}} if form == "bindings" else [row]
        )
        adding("answer.json", json.dumps(rows))
    assert [("Karsk Steel", "Company", None, QID)] == named(known(), "Karsk Works")


def test_a_dictionary_of_petrarch_gives_classes_by_role_and_dates(adding, known):
    lines = (
        "# our own\nABDUL_KARSKI_ ; a note\n+A._KARSKI_\n\t[IRQGOV 20010101-20050101]\n\t[IRQELI >20050101]\n"
        "ROVIN_GUARD_ [IRQMIL]\nKARSKIS_ [IRQ]\n"
    )
    assert ("Karskis",) == adding("list.txt", lines).classless
    assert [("Abdul Karski", "Person", "country:IQ", None)] == named(known(), "Abdul Karski")
    assert [("Rovin Guard", "MilitaryForce", "country:IQ", None)] == named(known(), "Rovin Guard")
    assert [] == named(known(), "Karskis")


def test_our_own_turtle_is_taken_as_it_is(adding, known):
    prefixes = "@prefix e: <https://w3id.org/newsgraph/id/entity/> . @prefix ng: <https://w3id.org/newsgraph/ontology#> ."
    skos = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    adding("list.ttl", f'{prefixes} {skos} e:rovin-front a ng:ArmedGroup ; skos:prefLabel "Rovin Front" ; ng:basedIn e:iraq .')
    assert [("Rovin Front", "ArmedGroup", "country:IQ", None)] == named(known(), "Rovin Front")


def test_one_wikidata_id_is_one_thing_whichever_list_names_it(adding, known):
    adding("one.csv", "name,class,wikidata\nAna Karsk,Person,Q99999999\n")
    adding("two.csv", "name,class,wikidata\nAnna Karskova,Person,Q99999999\n")
    gazetteer = known()
    assert gazetteer.lookup("Ana Karsk") == gazetteer.lookup("Anna Karskova")


def test_namesakes_with_different_ids_or_countries_are_two(adding, known):
    adding("list.csv", "name,class,country,wikidata\nAna Karsk,Person,IQ,Q99999999\nAna Karsk,Person,SY,\n")
    found = known().scored("Ana Karsk")
    assert {("country:IQ", 0.5), ("country:SY", 0.5)} == {(each.country, score) for each, score in found}


def test_adding_a_file_again_changes_nothing(adding, tmp_path):
    table = "name,class,country,wikidata\nAna Karsk,Person,IQ,Q99999999\nAna Karsk,Person,SY,\nKataib Hezbollah,ArmedGroup,IQ,\n"
    adding("list.csv", table)
    before = (tmp_path / "names.ttl").read_bytes()
    assert 0 == adding("list.csv", table).triples
    assert before == (tmp_path / "names.ttl").read_bytes()


def test_a_class_may_be_given_where_the_file_states_none(adding, known):
    assert ("Rovin Front",) == adding("list.csv", "name\nRovin Front\n").classless
    assert () == adding("list.csv", "name\nRovin Front\n", kind="armed group").classless
    assert "ArmedGroup" == known().lookup("Rovin Front")[0].type


@pytest.mark.parametrize(
    ("name", "content", "how", "reason"),
    [
        ("list.csv", "first,second\n1,2\n", {}, "no column"),
        ("list.csv", "name\nx\n", {"kind": "Persn"}, "did you mean Person"),
        ("list.csv", "name\nx\n", {"form": "excel"}, "known are"),
        ("list.jsonl", "{", {}, "cannot be read as ftm"),
        ("list.ttl", "no turtle", {}, "as Turtle"),
        ("list.xls", "", {}, "--format"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_written(adding, tmp_path, name, content, how, reason):
    with pytest.raises(UsageError, match=reason):
        adding(name, content, **how)
    assert not (tmp_path / "names.ttl").exists()


def test_the_name_of_a_file_tells_its_format(tmp_path):
    (tmp_path / "a.csv").write_text("item,itemLabel\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("name\n", encoding="utf-8")
    assert ["wikidata", "csv"] == [guess(tmp_path / name) for name in ("a.csv", "b.csv")]
