"""Who holds an office that several words or several offices name together, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.annotate.titles import mend_titles

from parsed import parsed
from readings import read

TITLES = frozenset({"of", "chairman", "head", "president", "founder", "dean", "ambassador"})


@pytest.mark.parametrize(
    ("table", "named", "joined"),
    [
        (
            "Ruiz/Ruiz/NNP/nsubj/7 ,/,/,/punct/1 chairman/chairman/NN/appos/1 and/and/CC/cc/3 head/head/NN/conj/3 ,/,/,/punct/1"
            " left/leave/VBD/ROOT/0",
            "head",
            ("Ruiz", "appos"),
        ),
        (
            "Ruiz/Ruiz/NNP/nsubj/2 is/be/VBZ/ROOT/0 founder/founder/NN/attr/2 and/and/CC/cc/3 head/head/NN/conj/3",
            "head",
            ("is", "attr"),
        ),
        (
            "They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 Ruiz/Ruiz/NNP/dobj/2 ,/,/,/punct/3 thinker/thinker/NN/conj/3"
            " and/and/CC/cc/5 head/head/NN/conj/5",
            "thinker",
            ("Ruiz", "appos"),
        ),
        (
            "They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 a/a/DT/det/4 dean/dean/NN/dobj/2 and/and/CC/cc/4 a/a/DT/det/7"
            " head/head/NN/conj/4",
            "head",
            ("dean", "conj"),
        ),
        (
            "President/president/NN/nsubj/6 and/and/CC/cc/1 founder/founder/NN/compound/5 Omar/Omar/NNP/compound/5"
            " Ruiz/Ruiz/NNP/conj/1 left/leave/VBD/ROOT/0",
            "Ruiz",
            ("left", "nsubj"),
        ),
    ],
)
def test_offices_joined_by_and_are_one_persons(table, named, joined):
    doc = read(table, PERSON="Ruiz|Omar Ruiz")

    mend_titles(doc, TITLES, frozenset())
    word = next(token for token in doc if token.text == named)
    assert (word.head.text, word.dep_) == joined


def test_two_heads_beside_each_other_are_two():
    doc = parsed("Presidents/president/NNS/nsubj/4 and/and/CC/cc/1 Ruiz/Ruiz/NNP/conj/1 left/leave/VBD/ROOT/0")

    mend_titles(doc, TITLES, frozenset())
    assert [token.dep_ for token in doc] == ["nsubj", "cc", "conj", "ROOT"]


def test_who_stands_behind_the_body_is_the_head_of_it():
    table = (
        "The/the/DT/det/2 {0}/{0}/NN/nsubj/9 of/of/IN/prep/2 the/the/DT/det/5 league/league/NN/pobj/3 ,/,/,/punct/5"
        " Ruiz/Ruiz/NNP/appos/5 ,/,/,/punct/5 left/leave/VBD/ROOT/0"
    )

    for noun, beside in (("head", "head"), ("roof", "league")):
        doc = read(table.format(noun), PERSON="Ruiz")
        mend_titles(doc, TITLES, frozenset())
        assert doc[6].head.text == beside
