"""What goes into a store comes out; what cannot be opened says why."""

from __future__ import annotations

import pytest
from graph.errors import StoreError
from graph.stores import locate_quads, open_dataset, open_store, write_store
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from rdflib import Dataset

NODE, LABEL, GRAPH = (NamedNode(f"https://example.org/{name}") for name in ("node", "label", "graph"))
QUADS = [Quad(NODE, LABEL, Literal("one")), Quad(NODE, LABEL, Literal("other"), GRAPH)]


@pytest.fixture
def folder(tmp_path):
    """A build's folder, as far as stores look at it."""
    (tmp_path / "out").mkdir()
    serialize(QUADS, tmp_path / "quads.nq", RdfFormat.N_QUADS)
    write_store(tmp_path / "quads.nq", tmp_path / "out" / "store")
    serialize(QUADS, tmp_path / "out" / "graph.trig", RdfFormat.TRIG)
    return tmp_path / "out"


def test_a_store_holds_what_was_written_with_its_graphs(folder):
    for path in (folder, folder / "store", folder / "graph.trig"):
        assert set(QUADS) == set(open_store(path))


def test_a_store_may_be_read_by_several_at_once(folder):
    assert set(open_store(folder)) == set(open_store(folder))


def test_an_open_store_cannot_be_changed(folder):
    with pytest.raises(RuntimeError):
        open_store(folder).add(QUADS[0])


def test_quads_are_read_from_the_file_that_has_them_in_order(folder):
    assert folder / "graph.trig" == locate_quads(folder)
    (folder / "graph.trig").unlink()
    assert folder / "store" == locate_quads(folder)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("graph.ttl", "<a> <b> .", "cannot be read as Turtle"),
        ("graph.csv", "", "is no RDF file by its name"),
        ("graph.nq", "nonsense", "cannot be read as N-Quads"),
    ],
)
def test_a_file_that_is_no_graph_is_named(name, content, words, tmp_path):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=words):
        open_store(tmp_path / name)


def test_where_nothing_is_the_way_to_build_is_told(tmp_path):
    for opened in (open_store, locate_quads):
        with pytest.raises(StoreError, match="build one with"):
            opened(tmp_path)


def test_a_broken_store_is_named(folder):
    for path in (folder / "store").glob("MANIFEST*"):
        path.write_bytes(b"broken")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(folder)


def test_an_rdflib_dataset_sees_the_union_and_the_graphs(folder):
    dataset = open_dataset(folder)
    assert isinstance(dataset, Dataset)
    found = dataset.query("SELECT ?label WHERE { ?node <https://example.org/label> ?label }")
    assert {"one", "other"} == {str(row[0]) for row in found}
    assert "https://w3id.org/newsgraph/ontology#" == str(dict(dataset.namespaces())["ng"])
