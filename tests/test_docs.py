"""What can be typed, set or asked is documented, and what is documented exists."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest
import typer
from graph.cli import app
from graph.export import EXPORTERS
from graph.ontology import load
from graph.queries import run, shipped_queries
from graph.readers import FORMATS
from graph.settings import Settings
from pyoxigraph import Store

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
QUERIES = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
READERS = (ROOT / "docs" / "readers.md").read_text(encoding="utf-8")
HASH = re.compile(r"\b[0-9a-f]{6,12}\b")
GROUP = typer.main.get_command(app)
SHIPPED = shipped_queries(load().queries_folder)


def section(text, name):
    return text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_every_command_and_option_is_documented(name):
    told = section(COMMANDS, name)
    options = {max(option.opts, key=len) for option in GROUP.commands[name].params if option.param_type_name == "option"}
    assert {option for option in options if option not in ("--graph", "--help") and f"`{option}`" not in told} == set()


def test_no_other_command_is_documented():
    assert {*GROUP.commands, "From Python"} == set(re.findall(r"^## (.+)$", COMMANDS, re.MULTILINE))


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(name):
    assert f"| `{name}` |" in section(COMMANDS, "init")


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_format_is_documented(name):
    assert f"| `{name}` |" in section(COMMANDS, "export")


def test_every_ending_a_reader_knows_is_documented():
    assert [ending for ending in FORMATS if f"{ending}`" not in READERS and f"`{ending[1:]}`" not in READERS] == []


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_query_is_documented_with_its_question_and_parameters(name):
    told = section(QUERIES, name)
    assert SHIPPED[name].question in told
    assert all(f"- `{parameter.name.upper()}`: {parameter.about}" in told for parameter in SHIPPED[name].parameters)
    assert f"newsgraph query {name}" in told


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_example_answer_of_a_query_has_its_columns(name):
    """In a table they stand in its first line, in blocks at the start of each."""
    example = section(QUERIES, name).partition("```console\n")[2].partition("```")[0].splitlines()[1:]
    arguments = {p.name: "https://example.org/x" if p.kind == "iri" else "x" for p in SHIPPED[name].parameters}
    columns = run(Store(), SHIPPED[name].text, arguments).columns
    if example[1].startswith("──"):
        assert list(columns) == example[0].split()
    else:
        named = [line.split()[0] for line in example if line[:1] not in ("", " ", "…")]
        assert named
        assert set(named) <= set(columns)


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_example_answer_of_a_query_is_what_it_answers(name, built, monkeypatch):
    """Row for row, as far as it is shown, hashes apart; `scripts/examples.py` writes the examples anew."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    examples = import_module("examples")
    command, _, printed = section(QUERIES, name).partition("```console\n$ newsgraph ")[2].partition("```")[0].partition("\n")
    assert HASH.sub("#", printed) == HASH.sub("#", examples.shown(f"{command} -g {built}"))


def test_no_other_query_is_documented():
    assert set(SHIPPED) == set(re.findall(r"^## (.+)$", QUERIES, re.MULTILINE))


@pytest.mark.parametrize("page", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_no_example_shows_a_failure(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert "Traceback" not in text
    assert "\nnewsgraph: " not in text


@pytest.mark.parametrize("page", sorted(path for folder in (ROOT, ROOT / "docs") for path in folder.glob("*.md")))
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
