"""Where a setting may come from, which wins, and what cannot be one."""

from __future__ import annotations

import tomllib
from dataclasses import fields

import pytest
from graph.errors import UsageError
from graph.settings import Settings, commented_toml, load


def test_later_sources_win(tmp_path):
    toml = tmp_path / "newsgraph.toml"
    toml.write_text('model = "sm"\nworkers = 3\nbatch = 4\n', encoding="utf-8")
    found = load(toml, {"NEWSGRAPH_WORKERS": "5", "NEWSGRAPH_BATCH": "6"}, {"batch": 7})
    assert ("sm", 5, 7) == (found.model, found.workers, found.batch)


def test_without_any_source_the_defaults_stand(tmp_path):
    assert Settings() == load(None, {}, {}) == load(tmp_path / "missing.toml", {"PATH": "/bin"}, {})


def test_a_key_no_setting_has_names_the_nearest(tmp_path):
    toml = tmp_path / "newsgraph.toml"
    toml.write_text("wokers = 3\n", encoding="utf-8")
    with pytest.raises(UsageError, match="did you mean 'workers'"):
        load(toml, {}, {})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("workers", "many"),
        ("workers", -1),
        ("batch", 0),
        ("max_chars", "1e6"),
        ("base_iri", "example"),
        ("base_iri", "http://exa mple.org/"),
        ("ontology", "/no/such/folder"),
        ("actors", "/no/such/file.ttl"),
        ("judgements", ("/no/such/file.jsonl",)),
        ("judgements", 3),
        ("mapping", "text=body"),
    ],
)
def test_a_value_that_cannot_be_is_named(name, value):
    with pytest.raises(UsageError, match=f"setting '{name}' cannot be"):
        load(None, {}, {name: value})


@pytest.mark.parametrize("text", [b"model = ", b"\xff\xfe\x00", b"[model"])
def test_a_file_that_is_no_toml_says_how_to_get_one(tmp_path, text):
    toml = tmp_path / "newsgraph.toml"
    toml.write_bytes(text)
    with pytest.raises(UsageError, match="newsgraph init"):
        load(toml, {}, {})


def test_a_base_without_its_slash_gets_one():
    assert "https://example.org/news/" == load(None, {}, {"base_iri": "https://example.org/news"}).base_iri


def test_the_written_file_says_everything_and_changes_nothing(tmp_path):
    text = commented_toml()
    assert {} == tomllib.loads(text)
    uncommented = "".join(line.removeprefix("# ") + "\n" for line in text.splitlines() if " = " in line and line.startswith("# "))
    lines = [line for line in uncommented.splitlines() if line.split(" = ")[0] in {f.name for f in fields(Settings)}]
    toml = tmp_path / "newsgraph.toml"
    toml.write_text("\n".join(lines), encoding="utf-8")
    assert len(fields(Settings)) == len(lines)
    assert Settings() == load(toml, {}, {})
