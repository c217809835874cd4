"""What changes the key, what survives, and what a broken file says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import pytest
from graph.cache import Cache, article_key, fingerprint
from graph.errors import OutputError
from graph.model import Article
from hypothesis import given
from hypothesis import strategies as st

ARTICLE = Article("a1", "Text.", "a1.txt")


def test_every_field_of_the_article_is_in_its_key():
    changed = {"copies": ("b.txt",)} | {f.name: "other" for f in fields(Article) if f.name != "copies"}
    keys = {article_key(replace(ARTICLE, **{name: value}), "f") for name, value in changed.items()}
    assert len(changed) == len(keys - {article_key(ARTICLE, "f")})


def test_the_fingerprint_is_in_the_key():
    assert article_key(ARTICLE, "f") != article_key(ARTICLE, "g")


def test_an_unknown_title_is_not_an_empty_one():
    assert article_key(ARTICLE, "f") != article_key(replace(ARTICLE, title=""), "f")


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_what_moves_from_one_field_to_the_next_changes_the_key(one, other):
    keys = [article_key(replace(ARTICLE, title=title, publisher=publisher), "f") for title, publisher in (one, other)]
    assert (one == other) == (keys[0] == keys[1])


def test_a_fingerprint_does_not_depend_on_order():
    assert fingerprint({"a": "1", "b": "2"}) == fingerprint({"b": "2", "a": "1"})
    assert fingerprint({"a": "1", "b": "2"}) != fingerprint({"a": "2", "b": "1"})


def test_what_is_put_is_there_for_the_next(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put([("k", b"line")])
    with Cache(tmp_path) as cache:
        assert b"line" == cache.get("k")
        assert cache.holds("k")
        assert None is cache.get("other")


def test_rows_are_put_all_or_none(tmp_path):
    def rows():
        yield "k1", b"one"
        raise KeyboardInterrupt

    with Cache(tmp_path) as cache:
        with pytest.raises(KeyboardInterrupt):
            cache.put(rows())
        assert not cache.holds("k1")
        cache.put([("k2", b"two")])
        assert b"two" == cache.get("k2")


def test_lines_stream_in_the_order_asked_for(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put([("a", b"1"), ("b", b"2")])
        assert [b"2", b"1"] == list(cache.stream(["b", "a"]))
        with pytest.raises(OutputError, match="build again"):
            list(cache.stream(["c"]))


def test_several_writers_share_a_cache(tmp_path):
    def write(writer):
        with Cache(tmp_path) as cache:
            for number in range(20):
                cache.put([(f"{writer}-{number}", b"x" * 1000)])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with Cache(tmp_path) as cache:
        assert all(cache.holds(f"{writer}-{number}") for writer in range(4) for number in range(20))


def test_a_file_that_is_no_cache_is_named_with_what_to_do(tmp_path):
    (tmp_path / "extractions.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(OutputError, match=r"extractions\.sqlite cannot be opened .*--cache"):
        Cache(tmp_path)


def test_a_cache_that_cannot_be_made_is_named_with_what_to_do(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="--cache"):
        Cache(tmp_path / "file")
