"""Why two things are one node or two, from the graph alone."""

from __future__ import annotations

import pytest
from graph.errors import QueryError
from graph.model import Judgement
from graph.why import why

from stories import BASE, Tale, siege, store_of


def place(tale, event):
    trigger = next(each.trigger for each in tale.events if each.id == event)
    return f"article/{tale.id}#char={trigger.start},{trigger.end}"


def column(found, title, name):
    section = next(section for section in found.sections if section.title == title)
    return [row[section.answer.columns.index(name)] for row in section.answer.rows]


def test_reports_of_one_event_are_joined_by_a_chain_of_judgements():
    one, other = siege("a"), siege("b")
    found = why(store_of(one, other), place(one, "v1"), place(other, "v1"))
    assert (True, "one node") == (found.one, found.summary)
    assert ["same"] == column(found, "What joins them", "verdict")
    assert ["rule:same-happening"] == column(found, "What joins them", "by")
    assert "same time, place, agent, target" in column(found, "What joins them", "reason")[0]


def test_a_chain_goes_through_what_lies_between():
    tales = [siege(name) for name in "abcd"]
    found = why(store_of(*tales), place(tales[1], "v1"), place(tales[3], "v1"))
    ends = [
        (left, right) for left, right in zip(*(column(found, "What joins them", side) for side in ("left", "right")), strict=True)
    ]
    assert 2 <= len(ends) <= 3
    assert place(tales[1], "v1") in "".join(ends[0])
    assert place(tales[3], "v1") in "".join(ends[-1])


def test_spellings_of_one_name_are_joined_with_their_score():
    one, other = Tale("a"), Tale("b")
    one.name("Mohammed al-Haydari", type="Person")
    other.name("Muhammad al-Haidari", type="Person")
    found = why(store_of(one, other), "Mohammed al-Haydari", "muhammad al-haidari")
    assert found.one
    assert ["rule:spelling"] == column(found, "What joins them", "by")
    assert float(column(found, "What joins them", "score")[0]) > 0.8


def test_a_near_miss_is_told_with_its_score_and_what_is_known_of_both():
    one, other = Tale("a"), Tale("b")
    one.name("George Bush", type="Person")
    other.name("George W. Bush", type="Person")
    found = why(store_of(one, other), "George Bush", "George W. Bush")
    assert (False, "two nodes: refused") == (found.one, found.summary)
    assert ["different"] == column(found, "What keeps them apart", "verdict")
    assert ["George W. Bush"] == [
        right
        for name, right in zip(*(column(found, "What the graph says of each", c) for c in ("feature", "right")), strict=True)
        if name == "label"
    ]


def test_a_judgement_by_hand_is_what_keeps_apart():
    one, other = siege("a"), siege("b")
    judged = Judgement(place(one, "v1"), f"{BASE}{place(other, 'v1')}", "different", "two raids", "an editor")
    found = why(store_of(one, other, judgements=(judged,)), place(one, "v1"), place(other, "v1"))
    assert not found.one
    assert [("two raids", "an editor")] == list(
        zip(*(column(found, "What keeps them apart", name) for name in ("reason", "by")), strict=True)
    )


def test_what_no_rule_compared_says_so():
    one, other = Tale("a"), Tale("b")
    one.name("Rovinian Defence League")
    other.name("Karsk Rowing Club")
    found = why(store_of(one, other), "Rovinian Defence League", "Karsk Rowing Club")
    assert "no rule" in found.summary


@pytest.mark.parametrize("words", ["article/a#char=900,901", "Nobody Known", "entity/nobody"])
def test_what_the_graph_does_not_know_is_named(words):
    with pytest.raises(QueryError, match=words.replace("#", ".")):
        why(store_of(siege("a")), words, "Iran")
