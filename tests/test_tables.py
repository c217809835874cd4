"""Answers in lines that fit."""

from __future__ import annotations

from graph.queries import Answer
from graph.tables import lines, shown
from hypothesis import given
from hypothesis import strategies as st

BASE = "https://example.org/id/"
ANSWER = Answer(
    ("date", "what", "event"),
    (("2020-01-01", "a demonstration before the main gate of the embassy", f"{BASE}event/demonstration-1"), ("", "arson", "")),
    BASE,
)


def test_a_table_that_fits_has_a_line_a_row():
    expected = [
        "date        what                                                 event",
        "──────────  ───────────────────────────────────────────────────  ─────────────────────",
        "2020-01-01  a demonstration before the main gate of the embassy  event/demonstration-1",
        "            arson",
    ]
    assert expected == list(lines(ANSWER, 100))


def test_the_widest_column_wraps_where_room_is_short():
    expected = [
        "date        what                       event",
        "──────────  ─────────────────────────  ─────────────────────",
        "2020-01-01  a demonstration before     event/demonstration-1",
        "            the main gate of the",
        "            embassy",
        "            arson",
    ]
    assert expected == list(lines(ANSWER, 60))


def test_where_no_table_fits_each_row_is_a_block():
    expected = [
        "date   2020-01-01",
        "what   a demonstration before the",
        "       main gate of the embassy",
        "event  event/demonstration-1",
        "",
        "what   arson",
    ]
    assert expected == list(lines(ANSWER, 33))


def test_iris_are_shown_by_their_ends_and_text_in_one_line():
    assert "event/arson-1" == shown(f"{BASE}event/arson-1", BASE)
    assert "ng:Arson" == shown("https://w3id.org/newsgraph/ontology#Arson", BASE)
    assert "schema:NewsArticle" == shown("https://schema.org/NewsArticle", "")
    assert "https://example.com/" == shown("https://example.com/", BASE)
    assert "one two" == shown("one\n\n  two ", BASE)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5), st.integers(min_value=40, max_value=200))
def test_no_table_is_wider_than_its_width_if_words_are_not(rows, width):
    words = [tuple(" ".join(part[:10] for part in cell.split()) for cell in row) for row in rows]
    assert all(len(line) <= width for line in lines(Answer(("one", "other"), tuple(words)), width))
