"""A judgement with a class on its right side says what something is or is not; the article is read as corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.corrections import Corrections
from graph.errors import UsageError
from graph.model import ASIDE, Attribution, Judgement, Span
from graph.resolve import resolve

from stories import Tale, incident_of, siege, tools


def judged(left, right, verdict):
    return Judgement(left, right, verdict, "seen by hand", "an editor")


def corrected(tale, *judgements):
    return Corrections(judgements, tools()[1]).corrected(tale.extraction())


def place(tale, event):
    trigger = next(each.trigger for each in tale.events if each.id == event)
    return f"article/{tale.id}#char={trigger.start},{trigger.end}"


def raid():
    """A raid on a camp because of a theft, told by a person the camp belongs to."""
    tale = Tale("raid", "2020-01-02")
    guards, camp = tale.name("Halvar Guards", type="SecurityForce"), tale.name("Camp Orlo", type="Facility")
    tale.event("Theft", agent=guards)
    tale.event("Raid", agent=guards, target=camp, part_of="v1")
    tale.ties(guards, "ownerOf", camp)
    return tale


def kinds(extraction):
    return {event.id: event.type for event in extraction.events}


def test_an_event_judged_to_be_of_a_class_is_and_surely():
    found = corrected(raid(), judged(place(raid(), "v2"), "ng:Airstrike", "same"))
    assert {"v1": "Theft", "v2": "Airstrike"} == kinds(found)
    assert [0.5, 1.0] == [event.confidence for event in found.events]


def test_an_event_that_is_none_is_gone_with_what_hangs_on_it():
    tale = raid()
    found = corrected(tale, judged(place(tale, "v1"), "ng:Event", "different"))
    assert {"v2": "Raid"} == kinds(found)
    assert found.events[0].part_of is None


def test_what_is_not_of_a_class_is_of_the_one_above():
    tale = raid()
    found = corrected(tale, judged(place(tale, "v2"), "ng:Raid", "different"))
    parent = tools()[1].parents["Raid"][0]
    assert {"v1": "Theft", "v2": parent} == kinds(found)
    assert {"v1": "Theft", "v2": "Raid"} == kinds(corrected(tale, judged(place(tale, "v2"), "ng:Airstrike", "different")))


def test_a_name_is_retyped_in_every_article_that_has_it():
    one, other = siege("a"), siege("b")
    row = judged("Kataib Hezbollah", "ng:PoliticalParty", "same")
    for tale in (one, other):
        chain = next(each for each in corrected(tale, row).entities if each.label == "Kataib Hezbollah")
        assert ("PoliticalParty", None) == (chain.type, chain.known)


def test_a_name_that_is_none_takes_its_roles_and_relations_along():
    tale = raid()
    found = corrected(tale, judged("Halvar Guards", "ng:Entity", "different"))
    assert ["Camp Orlo"] == [chain.label for chain in found.entities]
    assert [("v1", []), ("v2", ["target"])] == [(event.id, [each.role for each in event.arguments]) for event in found.events]
    assert () == found.relations


def test_who_says_it_is_forgotten_with_the_name():
    tale = raid()
    said = Attribution((Span(0, 5),), "reports", Span(0, 5), speaker="e1", mention="m1", events=("v1", "v2"))
    rows = (judged("Halvar Guards", "ng:Entity", "different"), judged(place(tale, "v1"), "ng:Event", "different"))
    extraction = tale.extraction()
    object.__setattr__(extraction, "attributions", (said,))
    (left,) = Corrections(rows, tools()[1]).corrected(extraction).attributions
    assert (None, None, ("v2",)) == (left.speaker, left.mention, left.events)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("article/elsewhere#char=0,13", "ng:Person", "same"),
        ("Nobody", "ng:Person", "same"),
        ("Halvar Guards", "Camp Orlo", "same"),
        ("Halvar Guards", "ng:Person", "unsure"),
    ],
)
def test_what_does_not_fit_changes_nothing(left, right, verdict):
    assert raid().extraction() == corrected(raid(), judged(left, right, verdict))


def test_an_unknown_class_is_refused():
    with pytest.raises(UsageError, match="ng:Airstike is no class"):
        corrected(raid(), judged("Halvar Guards", "ng:Airstike", "same"))


def test_the_resolved_event_has_the_class_given_by_hand_and_the_ledger_says_why():
    one, other = siege("a"), siege("b")
    row = judged(f"{place(one, 'v1')} {place(other, 'v1')}", "ng:DroneStrike", "same")
    gazetteer, ontology = tools()
    texts = Corrections([row], ontology).applied(tale.extraction() for tale in (one, other))
    resolution = resolve(texts, gazetteer=gazetteer, ontology=ontology, judgements=[row])
    assert "DroneStrike" == incident_of(resolution, one, "v1").type
    assert incident_of(resolution, one, "v1") == incident_of(resolution, other, "v1")
    assert row in resolution.judgements


def aside(tale, *judgements):
    """The kinds of its events in a graph, where the first is told only aside."""
    first, *others = tale.extraction().events
    told = replace(tale.extraction(), events=(replace(first, rule=ASIDE), *others))
    [found] = Corrections(judgements, tools()[1]).applied([told])
    return kinds(found), [event.part_of for event in found.events]


def test_what_is_told_only_aside_stands_in_no_graph_unless_a_reader_says_that_it_happened():
    tale = raid()

    assert ({"v2": "Raid"}, [None]) == aside(tale)
    assert ({"v1": "Theft", "v2": "Raid"}, [None, "v1"]) == aside(tale, judged(place(tale, "v1"), "ng:Event", "same"))
