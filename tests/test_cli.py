"""Every command as a user runs it: what is on stdout, what on stderr, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess

import pytest
from graph.cli import app
from graph.export import EXPORTERS
from graph.settings import Settings, load

from shell import newsgraph, start

PROMISED = "build diff explain export extract gazetteer init judge ontology push query serve stats unmerge validate verify why"
COMMANDS = sorted([*(c.callback.__name__ for c in app.registered_commands), *(g.name for g in app.registered_groups)])
SENTENCE = "The United States carried out an airstrike on Kataib Hezbollah in Iraq on Sunday."


def test_the_commands_are_those_promised():
    assert set(PROMISED.split()) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_itself(command):
    done = newsgraph(command, "--help")
    assert (0, "") == (done.returncode, done.stderr)
    assert f"Usage: newsgraph {command}" in done.stdout


def test_a_command_or_option_that_is_not_known_is_a_usage_error(tmp_path):
    for arguments in (["biuld"], ["build"], ["query", "--wrong"], ["build", "x", "--workers", "two"]):
        done = newsgraph(*arguments, cwd=tmp_path)
        assert (2, "") == (done.returncode, done.stdout)
        assert "Error" in done.stderr


# --------------------------------------------------------------------------------------------------------------- build
@pytest.mark.model
def test_build_talks_on_stderr_and_answers_json_on_stdout(articles, cache, tmp_path):
    done = newsgraph("build", articles, "-o", tmp_path / "out", "--cache", cache, "--json")
    assert 0 == done.returncode
    assert json.loads(done.stdout) == json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert "resolving 5\n" in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.model
def test_a_quiet_build_says_nothing(articles, cache, tmp_path):
    done = newsgraph("build", articles, "-o", tmp_path / "out", "--cache", cache, "--quiet")
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.model
def test_a_build_says_what_it_made_and_where_to_look(articles, cache, tmp_path):
    done = newsgraph("build", articles, "-o", tmp_path / "out", "--cache", cache)
    assert f"{tmp_path / 'out'}: 5 articles, " in done.stderr
    assert "graph.html" in done.stderr
    assert "" == done.stdout


# ------------------------------------------------------------------------------------------------------------- extract
@pytest.mark.model
def test_extract_reads_a_text_from_stdin(cache):
    done = newsgraph("extract", "-", "-q", "--cache", cache, input=SENTENCE)
    record = json.loads(done.stdout)
    assert (0, SENTENCE) == (done.returncode, record["article"]["text"])
    assert any(event["type"] == "Airstrike" for event in record["events"])


@pytest.mark.model
def test_extract_reads_json_lines_from_stdin_and_prints_one_line_an_article(cache):
    lines = [json.dumps({"id": name, "text": f"{SENTENCE} {name}"}) for name in ("b", "a")]
    done = newsgraph("extract", "-", "-q", "--cache", cache, input="\n".join(lines))
    assert ["a", "b"] == [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()]


@pytest.mark.model
def test_extract_knows_names_in_a_text_of_capitals(cache):
    text = "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT ATTACKED SAN SALVADOR."
    done = newsgraph("extract", "-", "-q", "--cache", cache, input=text)
    assert "Farabundo Martí National Liberation Front" in [entity["label"] for entity in json.loads(done.stdout)["entities"]]


@pytest.mark.model
def test_extract_skips_and_says_so(cache, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    done = newsgraph("extract", tmp_path, "-q", "--cache", cache)
    assert (3, 1) == (done.returncode, len(done.stdout.splitlines()))
    assert "skipped empty.txt: is empty" in done.stderr


# --------------------------------------------------------------------------------------------------------------- query
def test_query_lists_what_can_be_asked():
    done = newsgraph("query")
    assert 0 == done.returncode
    assert "path ONE OTHER\n    Through which" in done.stdout
    assert "who-did-what" in {query["name"] for query in json.loads(newsgraph("query", "--json").stdout)}


@pytest.mark.model
def test_query_answers_as_table_csv_and_json(built):
    table = newsgraph("query", "timeline", "-g", built, env={"COLUMNS": "200"}).stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(newsgraph("query", "timeline", "-g", built, "-f", "csv").stdout)))
    records = json.loads(newsgraph("query", "timeline", "-g", built, "--json").stdout)
    assert ["date", "what", "label", "sources", "event"] == table[0].split() == list(rows[0])
    assert rows == [{name: record.get(name, "") for name in rows[0]} for record in records]
    assert all(row["event"].startswith("https://w3id.org/newsgraph/id/event/") for row in rows)


@pytest.mark.model
def test_a_table_is_as_wide_as_columns_says(built):
    done = newsgraph("query", "who-did-what", "-g", built, env={"COLUMNS": "70"})
    words = [line for line in done.stdout.splitlines() if " " in line.strip()]
    assert all(len(line) <= 70 for line in words if "://" not in line)


@pytest.mark.model
def test_no_answer_is_no_error(built):
    done = newsgraph("query", "events-of", "Nobody At All", "-g", built)
    assert (0, "", "no answers\n") == (done.returncode, done.stdout, done.stderr)


def test_a_question_that_would_take_for_ever_is_stopped_by_ctrl_c(built):
    asked = start("query", "-g", built, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    with pytest.raises(subprocess.TimeoutExpired):
        asked.communicate(timeout=8)
    asked.send_signal(signal.SIGINT)
    asked.communicate(timeout=30)
    assert -signal.SIGINT == asked.returncode


def test_a_wrong_question_says_what_to_ask(tmp_path):
    for arguments, code, words in (
        (["time-line"], 2, "did you mean timeline"),
        (["events-of"], 2, "events-of takes ACTOR"),
        (["timeline", "-f", "xml"], 2, "known are table, csv, json"),
        (["timeline"], 1, "newsgraph build FOLDER -o out"),
        (["mine.rq"], 2, "mine.rq cannot be read"),
    ):
        done = newsgraph("query", *arguments, cwd=tmp_path)
        assert (code, "") == (done.returncode, done.stdout)
        assert words in done.stderr


@pytest.mark.model
def test_a_reader_that_has_seen_enough_is_no_error(built):
    running = start("query", "who-did-what", "-g", built, "-f", "csv")
    running.stdout.close()
    assert "" == running.stderr.read()


# ---------------------------------------------------------------------------------------- validate, export, explain, …
@pytest.mark.model
def test_validate_reads_a_build_and_a_file(built, tmp_path):
    assert 0 == newsgraph("validate", built).returncode
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "@prefix ng: <https://w3id.org/newsgraph/ontology#> . <https://example.org/c> a ng:Claim .", encoding="utf-8"
    )
    done = newsgraph("validate", broken, "--json")
    assert 4 == done.returncode
    assert not json.loads(done.stdout)["conforms"]


@pytest.mark.model
@pytest.mark.parametrize("form", sorted(name for name, exporter in EXPORTERS.items() if exporter.in_build))
def test_export_gives_the_bytes_of_the_build(form, built, tmp_path):
    written = built / EXPORTERS[form].filename
    done = newsgraph("export", form, tmp_path / written.name, "-g", built)
    assert (0, "") == (done.returncode, done.stderr)
    assert written.read_bytes() == (tmp_path / written.name).read_bytes()
    assert written.read_text(encoding="utf-8").splitlines() == newsgraph("export", form, "-", "-g", built).stdout.splitlines()


@pytest.mark.model
def test_export_reads_a_file_and_names_what_it_cannot_write(built, tmp_path):
    assert 0 == newsgraph("export", "csv", tmp_path / "x.csv", "-g", built / "graph.trig").returncode
    assert (tmp_path / "x.csv").read_bytes() == (built / "events.csv").read_bytes()
    done = newsgraph("export", "cvs", tmp_path / "y.csv", "-g", built)
    assert (2, True) == (done.returncode, "did you mean csv" in done.stderr)
    done = newsgraph("export", "csv", tmp_path / "no" / "y.csv", "-g", built)
    assert (1, True) == (done.returncode, "y.csv cannot be written" in done.stderr)


@pytest.mark.model
def test_explain_finds_a_node_by_its_name_or_the_end_of_its_iri(built):
    by_name = newsgraph("explain", "Iran", "-g", built, "--json")
    by_end = newsgraph("explain", "entity/iran", "-g", built, "--json")
    assert 0 == by_name.returncode
    assert json.loads(by_name.stdout) == json.loads(by_end.stdout)
    assert "What the graph says\n" in newsgraph("explain", "Iran", "-g", built).stdout


@pytest.mark.model
def test_verify_verifies_all(built):
    done = newsgraph("verify", built, "-q")
    share = done.stdout.partition(" verified")[0].split(" of ")
    assert 0 == done.returncode
    assert share[0] == share[1]


def test_ontology_lists_and_tells_of_one():
    overview, one = newsgraph("ontology").stdout, newsgraph("ontology", "airstrike").stdout
    assert "\nAirstrike\n" in overview
    assert "\nbackedBy\n" in overview
    assert "codes: PLOVER ASSAULT; CAMEO 195; ACLED Air/drone strike" in one
    assert "agent: subject" in one
    done = newsgraph("ontology", "Airstike")
    assert (2, True) == (done.returncode, "did you mean Airstrike" in done.stderr)


def test_init_writes_settings_once(tmp_path):
    done = newsgraph("init", cwd=tmp_path)
    assert (0, "newsgraph.toml\n") == (done.returncode, done.stdout)
    assert Settings() == load(tmp_path / "newsgraph.toml", {}, {})
    again = newsgraph("init", cwd=tmp_path)
    assert (2, True) == (again.returncode, "is there already" in again.stderr)


@pytest.mark.model
def test_settings_come_from_the_file_the_environment_and_flags(articles, cache, tmp_path):
    (tmp_path / "newsgraph.toml").write_text('base_iri = "https://example.org/toml/"\n', encoding="utf-8")
    environment = {"NEWSGRAPH_CACHE": str(cache)}
    for flags, base in (([], "toml"), (["--base-iri", "https://example.org/flag/"], "flag")):
        done = newsgraph("build", articles, "-q", *flags, cwd=tmp_path, env=environment)
        assert (0, "") == (done.returncode, done.stderr)
        assert f"https://example.org/{base}/claim/" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
