"""Which numbers count people or things, and how exactly, on parses written by hand."""

from __future__ import annotations

from functools import lru_cache

import pytest
from graph.figures import find_values, single
from graph.model import Span, Value
from graph.numerals import number, ordinal
from graph.ontology import Ontology, load

from parsed import parsed


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load()


def figures(table: str) -> list[tuple[int, int | None, str, str, str]]:
    doc = parsed(table)
    at = {token.idx: token.text for token in doc}
    return [(v.number, v.high, v.bound, v.span.of(doc.text), at[head]) for v, head in find_values(doc, ontology())]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "At/at/IN/advmod/2 least/least/JJS/advmod/3 24/24/CD/nummod/4 members/member/NNS/nsubj/5 died/die/VBD/ROOT/0",
            (24, None, "lower", "At least 24", "members"), id="at least",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 sent/send/VBD/ROOT/0 750/750/CD/nummod/5 more/more/JJR/amod/5 troops/troop/NNS/dobj/2",
            (750, None, "exact", "750", "troops"), id="exact",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 killed/kill/VBD/ROOT/0 scores/score/NNS/dobj/2",
            (40, 99, "approximate", "scores", "scores"), id="vague",
        ),
        pytest.param(
            "Hundreds/hundred/NNS/nsubj/6 of/of/IN/prep/1 thousands/thousand/NNS/pobj/2 of/of/IN/prep/3 people/people/NNS/pobj/4"
            " marched/march/VBD/ROOT/0",
            (200_000, 999_999, "approximate", "Hundreds of thousands", "Hundreds"), id="hundreds of thousands",
        ),
        pytest.param(
            "Between/between/IN/quantmod/2 20/20/CD/nummod/5 and/and/CC/cc/2 30/30/CD/conj/2 people/people/NNS/nsubj/6"
            " died/die/VBD/ROOT/0",
            (20, 30, "exact", "Between 20 and 30", "people"), id="range",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 killed/kill/VBD/ROOT/0 24/24/CD/dobj/2", (24, None, "exact", "24", "24"), id="alone"
        ),
        pytest.param(
            "About/about/RB/advmod/3 two/two/CD/compound/3 dozen/dozen/CD/nummod/4 men/man/NNS/nsubj/5 left/leave/VBD/ROOT/0",
            (24, None, "approximate", "About two dozen", "men"), id="words",
        ),
        pytest.param(
            "A/a/DT/det/3 few/few/JJ/amod/3 men/man/NNS/nsubj/4 left/leave/VBD/ROOT/0",
            (3, 5, "approximate", "A few", "men"), id="a few",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 lasted/last/VBD/ROOT/0 two/two/CD/nummod/4 days/day/NNS/dobj/2", None, id="no measure of time"
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 cost/cost/VBD/ROOT/0 $/$/$/nmod/4 24/24/CD/dobj/2", None, id="no money"
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 began/begin/VBD/ROOT/0 in/in/IN/prep/2 2003/2003/CD/pobj/3", None, id="no year"
        ),
        pytest.param(
            "Smith/Smith/NNP/nsubj/5 ,/,/,/punct/1 42/42/CD/appos/1 ,/,/,/punct/1 left/leave/VBD/ROOT/0", None, id="no age"
        ),
    ],
)  # fmt: skip
def test_figures(table: str, expected: tuple[int, int | None, str, str, str] | None):
    assert ([expected] if expected else []) == figures(table)


def test_a_singular_noun_with_an_article_is_one():
    doc = parsed("An/an/DT/det/3 American/american/JJ/amod/3 contractor/contractor/NN/nsubj/4 died/die/VBD/ROOT/0")

    assert Value(1, Span(0, 2)) == single(doc[2])


def test_a_plural_is_not_one():
    doc = parsed("Contractors/contractor/NNS/nsubj/2 died/die/VBD/ROOT/0")

    assert single(doc[0]) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred thirty million", 130_000_000),
        ("twenty four", 24),
        ("two thousand", 2000),
        ("nineteen ninety - seven", 1997),
        ("twenty-one", 21),
        ("1,200", 1200),
        ("two dozen", 24),
        ("protesters", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None):
    assert value == number(words.split())


@pytest.mark.parametrize(("word", "value"), [("third", 3), ("21st", 21), ("twenty-first", 21), ("day", None)])
def test_ordinals(word: str, value: int | None):
    assert value == ordinal(word)


def test_a_number_alone_that_somebody_injured_is_no_date():
    doc = parsed("They/they/PRP/nsubj/2 injured/injure/VBD/ROOT/0 46/46/CD/dobj/2 ./././punct/2")
    doc.set_ents([doc.char_span(13, 15, label="DATE")])

    assert [46] == [value.number for value, _ in find_values(doc, ontology())]


def test_the_number_of_an_item_counts_nobody():
    item = "5/5/CD/nummod/4 )/)/-RRB-/punct/1 Young/young/JJ/amod/4 voters/voter/NNS/nsubj/5 left/leave/VBD/ROOT/0"
    assert [] == figures(item)
    assert [5] == [number for number, *_ in figures(item.replace(")/)/-RRB-/punct/1", "more/more/JJR/amod/4"))]


def test_so_many_killed_in_a_heading_are_counted():
    table = "at/at/IN/advmod/2 least/least/JJS/advmod/3 five/five/CD/dep/5 killed/kill/VBN/acl/3 burns/burn/VBZ/ROOT/0"
    assert [(5, "lower")] == [(number, bound) for number, _, bound, *_ in figures(table)]
