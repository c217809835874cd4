"""What changed from one build to another, in words."""

from __future__ import annotations

from functools import cache

import pytest
from graph.assemble import assemble
from graph.changes import changes
from graph.model import Value
from graph.ontology import load

from newsroom import BASE, Atlas, Story, resolution

SAME = (("a1/v1", "a2/v1"),)


@cache
def ontology():
    return load()


def quads(*stories, same=()):
    texts = [story.extraction() for story in stories]
    resolved = resolution(*stories, same=same)
    return assemble(lambda: iter(texts), resolved, ontology=ontology(), gazetteer=Atlas(), base_iri=BASE).quads


def strike(name, killed=None, bound="exact", modality="actual"):
    story = Story("The United States bombed Kataib Hezbollah. It killed 24 people.", id=name, publisher=f"Paper {name}")
    fillers = {"agent": story.name("United States"), "target": story.name("Kataib Hezbollah", "ArmedGroup")}
    if killed is not None:
        fillers["fatalities"] = Value(killed, story.span("24"), bound)
    story.event("Airstrike", "bombed", fillers, time="2019-12-29", modality=modality)
    return story


def protest(name="b1"):
    story = Story("Iraq saw a protest.", id=name)
    story.event("Demonstration", "protest", {"agent": story.name("Iraq")})
    return story


def rows(found, title):
    return next((section.answer.rows for section in found.sections if section.title == title), ())


def test_the_same_graph_has_no_changes():
    found = changes(quads(strike("a1")), list(reversed(quads(strike("a1")))))
    assert ((), (), ()) == (found.added, found.removed, found.sections)


def test_an_article_brings_its_events_and_names():
    found = changes(quads(strike("a1")), quads(strike("a1"), protest()))
    assert [("new", "b1")] == list(rows(found, "Articles"))
    assert ["Demonstration by Iraq"] == [row[1] for row in rows(found, "New events")]
    assert ("new", "Country", "Iraq", f"{BASE}entity/iraq") in rows(found, "Names")
    assert () == found.removed


def test_what_only_a_removed_article_told_is_told_no_longer():
    found = changes(quads(strike("a1"), protest()), quads(strike("a1")))
    assert [("gone", "b1")] == list(rows(found, "Articles"))
    assert ["Demonstration by Iraq"] == [row[1] for row in rows(found, "Events no longer told")]
    assert () == found.added


def test_a_second_outlet_corroborates():
    found = changes(quads(strike("a1")), quads(strike("a1"), strike("a2"), same=SAME))
    assert [("1", "2")] == [row[:2] for row in rows(found, "Independent sources")]
    assert () == rows(found, "New events")


@pytest.mark.parametrize(("bounds", "kind"), [(("exact", "exact"), "dispute"), (("lower", "lower"), "compatible")])
def test_a_second_figure_is_a_disagreement_of_its_kind(bounds, kind):
    one, other = strike("a1", 24, bounds[0]), strike("a2", 31, bounds[1])
    found = changes(quads(one), quads(one, other, same=SAME))
    assert [("fatalities", "none", kind)] == [row[:3] for row in rows(found, "Disagreements")]
    assert ("fatalities", "31") in [row[:2] for row in rows(found, "Newly said of events told before")]


def test_a_figure_that_nobody_gives_any_more_is_retracted():
    found = changes(quads(strike("a1", 24)), quads(strike("a1")))
    assert ("fatalities", "24") in [row[:2] for row in rows(found, "No longer said of events told before")]


def test_a_fact_that_is_only_planned_now_is_retracted():
    found = changes(quads(strike("a1")), quads(strike("a1", modality="planned")))
    assert ("modality", "Actual") in [row[:2] for row in rows(found, "No longer said of events told before")]
    assert ("modality", "Planned") in [row[:2] for row in rows(found, "Newly said of events told before")]


def test_events_that_are_joined_or_taken_apart_are_neither_new_nor_gone():
    apart, joined = quads(strike("a1"), strike("a2")), quads(strike("a1"), strike("a2"), same=SAME)
    for old, new, change in ((apart, joined, "joined"), (joined, apart, "taken apart")):
        found = changes(old, new)
        assert [change] == [row[0] for row in rows(found, "Events joined and taken apart")]
        assert () == rows(found, "New events")
        assert () == rows(found, "Events no longer told")


def test_two_events_that_share_a_word_and_both_go_on_are_two():
    both = strike("a1")
    both.event("Killing", "bombed", {"target": both.mentions[1].id})
    titles = [section.title for section in changes(quads(both), quads(both, protest())).sections]
    assert "Events joined and taken apart" not in titles


def test_an_edited_article_is_named():
    edited = Story("Iraq saw a protest today.", id="b1")
    edited.event("Demonstration", "protest", {"agent": edited.name("Iraq")})
    assert [("edited", "b1")] == list(rows(changes(quads(protest()), quads(edited)), "Articles"))


def test_statements_are_told_in_canonical_order():
    old, new = quads(strike("a1")), quads(strike("a1"), protest())
    found = changes(old, new)
    assert {*old, *found.added} == set(new)
    assert found == changes(old[::-1], new[::-1])
