"""What is loaded when, and what the package promises by name."""

from __future__ import annotations

import subprocess
import sys

import graph
import pytest

HEAVY = ("spacy", "numpy", "rdflib", "pyoxigraph", "networkx", "rich.progress", "trafilatura", "graph.pipeline", "graph.ontology")


def loaded_by(code):
    """Which modules a fresh interpreter has loaded once it has run the code."""
    script = f"import sys\n{code}\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_loads_nothing_heavy():
    code = "from graph.cli import app\ntry:\n    app(['build', '--help'])\nexcept SystemExit:\n    pass"
    assert set() == loaded_by(code) & set(HEAVY)


def test_importing_the_package_loads_nothing_heavy():
    assert set() == loaded_by("import graph; graph.Settings; graph.Article") & set(HEAVY)


@pytest.mark.parametrize("module", ["graph.queries", "graph.questions", "graph.explain", "graph.talk", "graph.export"])
def test_asking_a_graph_loads_no_parser(module):
    assert "spacy" not in loaded_by(f"import {module}")


def test_every_public_name_is_there_and_sorted():
    assert sorted(graph.__all__) == graph.__all__
    assert all(getattr(graph, name) is not None for name in graph.__all__)
    with pytest.raises(AttributeError):
        _ = graph.nothing


def test_the_public_names_are_what_they_say(tmp_path):
    (tmp_path / "a.txt").write_text("Iran denied it on Sunday in Baghdad.", encoding="utf-8")
    (article,) = graph.read_articles([tmp_path])
    assert isinstance(article, graph.Article)
    assert "https://w3id.org/newsgraph/id/" == graph.Settings().base_iri
