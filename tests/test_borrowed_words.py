"""What a noun or verb tells of in one company and not in another, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest
from graph.modality import status
from graph.ontology import load

from parsed import parsed
from scenes import acts, drafts, told

CLASSES = {
    "Rebels": "Group", "Kenya": "Country", "himself": "Person", "Omar": "Person", "Lena": "Person", "them": "Group",
    "cafe": "Facility", "Chad": "Country",
}  # fmt: skip


def found(table: str) -> list[tuple[str, dict[str, list[str]]]]:
    return [told(draft) for draft in drafts(table, CLASSES) if draft.rule.startswith("frame")]


def types(table: str) -> list[str]:
    return [cls for cls, _ in found(table)]


@pytest.mark.parametrize(("kind", "expected"), [("eastern", []), ("annual", ["Meeting"])])
def test_a_league_of_that_name_is_no_meeting(kind: str, expected: list[str]):
    table = f"The/the/DT/det/3 {kind}/{kind}/JJ/amod/3 conference/conference/NN/nsubj/4 ended/end/VBD/ROOT/0"
    assert expected == types(table)


@pytest.mark.parametrize(("kind", "expected"), [("public", []), ("written", ["Order"])])
def test_public_order_is_no_command(kind: str, expected: list[str]):
    table = f"Kenya/Kenya/NNP/poss/4 's/'s/POS/case/1 {kind}/{kind}/JJ/amod/4 order/order/NN/nsubj/5 held/hold/VBD/ROOT/0"
    assert expected == types(table)


@pytest.mark.parametrize(("whom", "expected"), [("himself/himself/PRP", []), ("Lena/Lena/NNP", ["Appeal"])])
def test_who_asks_himself_asks_nobody(whom: str, expected: list[str]):
    table = f"Omar/Omar/NNP/nsubj/2 asked/ask/VBD/ROOT/0 {whom}/dobj/2 to/to/TO/aux/5 wait/wait/VB/xcomp/2"
    assert expected == [cls for cls in types(table) if cls == "Appeal"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("", "Agreement"), (" proposals/proposal/NNS/dobj/2", "Appeal")],
)
def test_who_makes_peace_proposals_has_made_no_peace(rest: str, expected: str):
    peace = "peace/peace/NN/compound/4" if rest else "peace/peace/NN/dobj/2"
    assert [expected] == types(f"Rebels/rebel/NNS/nsubj/2 made/make/VBD/ROOT/0 {peace}{rest}")


@pytest.mark.parametrize(("rest", "expected"), [("", []), (" to/to/TO/aux/5 wait/wait/VB/xcomp/2", ["them"])])
def test_what_is_requested_is_not_whom_it_is_requested_of(rest: str, expected: list[str]):
    [(cls, roles)] = found(f"Kenya/Kenya/NNP/nsubj/2 requested/request/VBD/ROOT/0 them/they/PRP/dobj/2{rest}")
    assert ("Appeal", expected) == (cls, roles.get("recipient", []))


def test_a_request_from_somebody_is_made_of_him():
    table = "Kenya/Kenya/NNP/nsubj/2 requested/request/VBD/ROOT/0 aid/aid/NN/dobj/2 from/from/IN/prep/2 Chad/Chad/NNP/pobj/4"
    assert ("Appeal", {"agent": ["Kenya"], "recipient": ["Chad"]}) in found(table)


@pytest.mark.parametrize(("what", "expected"), [("Monday/Monday", []), ("Lena/Lena", ["Appointment"])])
def test_a_day_that_is_picked_gets_no_office(what: str, expected: list[str]):
    table = f"Omar/Omar/NNP/nsubj/2 picked/pick/VBD/ROOT/0 {what}/NNP/dobj/2 as/as/IN/prep/2 best/best/NN/pobj/4"
    assert expected == types(table)


@pytest.mark.parametrize(("who", "expected"), [("Kenya/Kenya", []), ("Omar/Omar", ["Dismissal"])])
def test_a_country_that_loses_jobs_is_not_dismissed(who: str, expected: list[str]):
    assert expected == types(f"{who}/NNP/nsubj/2 lost/lose/VBD/ROOT/0 jobs/job/NNS/dobj/2")


@pytest.mark.parametrize(("where", "expected"), [("Chad/Chad/NNP", ["Travel"]), ("life/life/NN", [])])
def test_a_journey_leads_to_a_place(where: str, expected: list[str]):
    table = (
        "Omar/Omar/NNP/poss/3 's/'s/POS/case/1 journey/journey/NN/nsubj/6 through/through/IN/prep/3"
        f" {where}/pobj/4 ended/end/VBD/ROOT/0"
    )
    assert expected == types(table)


def test_where_somebody_is_advised_to_go_is_not_where_the_advice_goes():
    table = (
        "Kenya/Kenya/NNP/nsubj/2 advised/advise/VBD/ROOT/0 them/they/PRP/dobj/2 to/to/TO/aux/5 go/go/VB/xcomp/2 to/to/IN/prep/5"
        " the/the/DT/det/8 cafe/cafe/NN/pobj/6"
    )
    assert ("Appeal", {"agent": ["Kenya"], "recipient": ["them"]}) in found(table)


def test_whose_suit_was_filed_is_not_sued():
    table = "Omar/Omar/NNP/poss/3 's/'s/POS/case/1 suit/suit/NN/nsubjpass/5 was/be/VBD/auxpass/5 filed/file/VBN/ROOT/0"
    assert [[]] == [roles.get("target", []) for cls, roles in found(table) if cls == "Lawsuit"]


def test_what_is_prayed_for_has_not_come_about():
    table = (
        "Omar/Omar/NNP/nsubj/2 prayed/pray/VBD/ROOT/0 for/for/IN/prep/2 the/the/DT/det/5 death/death/NN/pobj/3 of/of/IN/prep/5"
    )
    [death] = [d for d in drafts(parsed(table + " Lena/Lena/NNP/pobj/6"), CLASSES) if d.type == "Death"]
    assert "planned" == death.status.modality


@pytest.mark.parametrize(
    ("who", "cls", "expected"),
    [("Council/Council/NNP", "GovernmentAgency", "PolicyApproval"), ("villagers/villager/NNS", "Group", "Vote")],
)
def test_a_body_that_votes_to_do_something_decides_it(who: str, cls: str, expected: str):
    table = f"{who}/nsubj/2 voted/vote/VBD/ROOT/0 to/to/TO/aux/4 wait/wait/VB/xcomp/2"
    assert [expected] == [d.type for d in drafts(table, {who.partition("/")[0]: cls}) if d.rule.startswith("frame")]


@pytest.mark.parametrize(("what", "expected"), [("files/file/NNS", []), ("Omar/Omar/NNP", ["Extradition"])])
def test_things_handed_over_are_not_extradited(what: str, expected: list[str]):
    table = (
        f"Kenya/Kenya/NNP/nsubj/2 handed/hand/VBD/ROOT/0 {what}/dobj/2 over/over/RP/prt/2 to/to/IN/prep/2"
        " police/police/NNS/pobj/5"
    )
    assert expected == [cls for cls in types(table) if cls == "Extradition"]


@pytest.mark.parametrize(("verb", "role"), [("lost/lose", "target"), ("won/win", "recipient")])
def test_who_wins_or_loses_a_case_has_a_verdict(verb: str, role: str):
    table = f"Omar/Omar/NNP/nsubj/2 {verb}/VBD/ROOT/0 a/a/DT/det/4 case/case/NN/dobj/2"
    assert [("CourtVerdict", {role: ["Omar"]})] == found(table)


@pytest.mark.parametrize(("verb", "expected"), [("sought/seek", []), ("gave/give", ["Kenya"])])
def test_who_seeks_approval_does_not_give_it(verb: str, expected: list[str]):
    table = f"Kenya/Kenya/NNP/nsubj/2 {verb}/VBD/ROOT/0 approval/approval/NN/dobj/2"
    assert expected == sorted({name for cls, roles in found(table) if cls == "Consent" for name in roles.get("agent", [])})


def test_a_murder_that_is_rejected_is_not_turned_against_its_victim():
    table = (
        "Kenya/Kenya/NNP/nsubj/2 rejected/reject/VBD/ROOT/0 the/the/DT/det/4 murder/murder/NN/dobj/2 of/of/IN/prep/4"
        " Lena/Lena/NNP/pobj/5"
    )
    assert ("Refusal", {"agent": ["Kenya"]}) in acts(table, CLASSES)


def test_what_somebody_is_opposed_to_doing_is_not_done():
    table = "They/they/PRP/nsubj/2 are/be/VBP/ROOT/0 opposed/opposed/JJ/acomp/2 to/to/IN/prep/3 leaving/leave/VBG/pcomp/4"
    found_ = status(parsed(table)[4], load())
    assert ("negative", "planned") == (found_.polarity, found_.modality)


def test_who_keeps_his_distance_is_not_the_one_it_is_kept_from():
    table = (
        "Omar/Omar/NNP/nsubj/2 distanced/distance/VBD/ROOT/0 himself/himself/PRP/dobj/2 from/from/IN/prep/2 Lena/Lena/NNP/pobj/4"
    )
    assert [("Refusal", {"agent": ["Omar"], "target": ["Lena"]})] == found(table)
