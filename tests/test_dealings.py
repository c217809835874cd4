"""What is asked, offered, agreed, supported and discussed, and by whom, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from parsed import parsed
from scenes import acts, drafts, told

PEOPLE = {"Reporters": "Group", "Lena": "Person", "Omar": "Person", "Peru": "Country", "Chile": "Country", "rebels": "Group"}


def kinds(table: str, classes: dict[str, str] | None = None) -> list[str]:
    return [kind for kind, _ in acts(table, classes or PEOPLE)]


def first(table: str, classes: dict[str, str] | None = None) -> tuple[str, dict[str, list[str]]]:
    return acts(table, classes or PEOPLE)[0]


ASKED = "Reporters/reporter/NNS/nsubj/2 asked/ask/VBD/ROOT/0 Lena/Lena/NNP/dobj/2 "
NOUN = "Lena/Lena/NNP/nsubj/2 praised/praise/VBD/ROOT/0 "


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("if/if/IN/mark/6 Omar/Omar/NNP/nsubj/6 left/leave/VBD/ccomp/2", "Statement"),
        ("why/why/WRB/advmod/6 Omar/Omar/NNP/nsubj/6 left/leave/VBD/ccomp/2", "Statement"),
        ("whether/whether/IN/mark/6 Omar/Omar/NNP/nsubj/6 left/leave/VBD/advcl/2", "Statement"),
        ("about/about/IN/prep/2 Omar/Omar/NNP/pobj/4", "Statement"),
        ("to/to/TO/aux/5 leave/leave/VB/xcomp/2 Omar/Omar/NNP/dobj/5", "Appeal"),
    ],
)
def test_a_question_is_no_appeal(rest: str, expected: str):
    kind, roles = first(ASKED + rest)

    assert (expected, ["Reporters"], ["Lena"]) == (kind, roles["agent"], roles["recipient"])


def test_a_question_put_in_quotation_marks_is_no_appeal():
    table = (
        "“/“/``/punct/3 Who/who/WP/nsubj/3 knows/know/VBZ/ccomp/6 ?/?/./punct/3 ”/”/''/punct/3 asked/ask/VBD/ROOT/0"
        " Lena/Lena/NNP/nsubj/6"
    )

    assert ("Statement", {"agent": ["Lena"]}) in acts(table, PEOPLE)


def test_what_the_masses_ask_one_to_do_is_no_question():
    table = (
        "what/what/WP/dobj/5 Reporters/reporter/NNS/nsubj/3 asked/ask/VBD/ROOT/0 to/to/TO/aux/5 do/do/VB/xcomp/3"
        " Lena/Lena/NNP/dobj/3"
    )

    assert "Appeal" in kinds(table)


@pytest.mark.parametrize(
    ("subject", "cls", "expected"),
    [("Peru", "Country", ["Demand"]), ("Situations", "Facility", []), ("Omar", "Person", ["Demand"])],
)
def test_situations_demand_nothing_of_anybody(subject: str, cls: str, expected: list[str]):
    table = f"{subject}/{subject}/NNP/nsubj/2 demanded/demand/VBD/ROOT/0 patience/patience/NN/dobj/2"

    assert expected == kinds(table, {subject: cls})


@pytest.mark.parametrize(
    ("told_by", "expected"),
    [
        ("Lena/Lena/NNP/nsubj/2 thanked/thank/VBD/ROOT/0 Omar/Omar/NNP/dobj/2", ["Praise"]),
        ("Thank/thank/VB/ROOT/0 you/you/PRP/dobj/1", []),
    ],
)
def test_thank_you_is_no_praise(told_by: str, expected: list[str]):
    assert expected == kinds(told_by, {**PEOPLE, "you": "Person"})


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("to/to/TO/aux/4 pay/pay/VB/xcomp/2", ["Pledge"]),
        ("Chile/Chile/NNP/dative/2 gas/gas/NN/dobj/2", ["Pledge"]),
        ("aid/aid/NN/dobj/2", ["Pledge"]),
        ("evidence/evidence/NN/dobj/2", []),
    ],
)
def test_who_offers_evidence_pledges_nothing(rest: str, expected: list[str]):
    assert expected == [kind for kind in kinds(f"Peru/Peru/NNP/nsubj/2 offered/offer/VBD/ROOT/0 {rest}") if kind == "Pledge"]


def test_in_support_of_names_the_supported():
    table = (
        "Peru/Peru/NNP/nsubj/2 spoke/speak/VBD/ROOT/0 in/in/IN/prep/2 support/support/NN/pobj/3 of/of/IN/prep/4"
        " Chile/Chile/NNP/pobj/5"
    )

    assert ("Support", {"agent": ["Peru"], "target": ["Chile"]}) in acts(table, PEOPLE)


def test_the_support_of_somebody_is_his():
    table = (
        "Peru/Peru/NNP/nsubj/2 praised/praise/VBD/ROOT/0 the/the/DT/det/4 support/support/NN/dobj/2 of/of/IN/prep/4"
        " Chile/Chile/NNP/pobj/5"
    )

    assert ["Chile"] == dict(acts(table, PEOPLE))["Support"]["agent"]


def test_who_has_the_support_of_others_is_supported():
    table = (
        "Peru/Peru/NNP/nsubj/2 has/have/VBZ/ROOT/0 the/the/DT/det/4 support/support/NN/dobj/2 of/of/IN/prep/4"
        " Chile/Chile/NNP/pobj/5"
    )

    assert ("Support", {"agent": ["Chile"], "target": ["Peru"]}) in acts(table, PEOPLE)


@pytest.mark.parametrize(
    "noun", ["support", "solidarity", "cooperation", "partnership", "judgment", "recognition", "breakthrough"]
)
def test_a_virtue_of_which_nobody_is_told_is_no_event(noun: str):
    assert ["Praise"] == kinds(f"{NOUN}{noun}/{noun}/NN/dobj/2")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Lena/Lena/NNP/nsubj/2 lost/lose/VBD/ROOT/0 her/her/PRP$/poss/4 job/job/NN/dobj/2", ("Dismissal", {"target": ["Lena"]})),
        ("Lena/Lena/NNP/nsubj/2 took/take/VBD/ROOT/0 office/office/NN/dobj/2", ("Appointment", {"target": ["Lena"]})),
        (
            "The/the/DT/det/2 dismissal/dismissal/NN/ROOT/0 of/of/IN/prep/2 Lena/Lena/NNP/pobj/3",
            ("Dismissal", {"target": ["Lena"]}),
        ),
        (
            "The/the/DT/det/2 nomination/nomination/NN/ROOT/0 of/of/IN/prep/2 Lena/Lena/NNP/pobj/3",
            ("Appointment", {"target": ["Lena"]}),
        ),
        (
            "Lena/Lena/NNP/nsubj/2 has/have/VBZ/ROOT/0 three/three/CD/nummod/4 convictions/conviction/NNS/dobj/2",
            ("Conviction", {"target": ["Lena"]}),
        ),
    ],
)
def test_who_gets_or_loses_an_office_is_the_one_it_is_done_to(table: str, expected: tuple[str, dict[str, list[str]]]):
    assert expected == first(table)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Omar/Omar/NNP/dobj/2", "Investigation"),
        ("his/his/PRP$/poss/4 integrity/integrity/NN/dobj/2", "Criticism"),
    ],
)
def test_who_questions_integrity_investigates_nobody(rest: str, expected: str):
    assert expected == first(f"Lena/Lena/NNP/nsubj/2 questioned/question/VBD/ROOT/0 {rest}")[0]


@pytest.mark.parametrize(
    ("rest", "expected"), [("with/with/IN/prep/2 Omar/Omar/NNP/pobj/3", []), ("to/to/TO/aux/4 go/go/VB/xcomp/2", ["Consent"])]
)
def test_who_agrees_with_somebody_has_an_opinion(rest: str, expected: list[str]):
    assert expected == [kind for kind in kinds(f"Lena/Lena/NNP/nsubj/2 agreed/agree/VBD/ROOT/0 {rest}") if kind == "Consent"]


def test_who_discusses_something_consults_and_settles_nothing():
    table = "Peru/Peru/NNP/nsubj/2 discussed/discuss/VBD/ROOT/0 trade/trade/NN/dobj/2 with/with/IN/prep/2 Chile/Chile/NNP/pobj/4"

    assert ("Consult", {"agent": ["Peru"], "target": ["Chile"]}) == first(table)


@pytest.mark.parametrize("passive", [True, False])
def test_whoever_is_to_be_tried_is_not_asked_for_it(passive: bool):
    rest = (
        "rebels/rebel/NNS/nsubjpass/6 be/be/VB/auxpass/6 tried/try/VBN/ccomp/2"
        if passive
        else "rebels/rebel/NNS/nsubj/6 not/not/RB/neg/6 leave/leave/VB/ccomp/2"
    )
    table = f"Peru/Peru/NNP/nsubj/2 urged/urge/VBD/ROOT/0 that/that/IN/mark/6 {rest}"

    assert ("recipient" not in first(table)[1]) is passive


def test_a_denial_is_turned_against_nobody():
    table = "Peru/Peru/NNP/nsubj/2 denied/deny/VBD/ROOT/0 that/that/IN/mark/5 rebels/rebel/NNS/nsubj/5 fled/flee/VBD/ccomp/2"

    assert ("Denial", {"agent": ["Peru"]}) == first(table)


def test_what_is_withheld_from_somebody_is_not_disputed():
    table = "Peru/Peru/NNP/nsubj/2 denied/deny/VBD/ROOT/0 coverage/coverage/NN/dobj/2 to/to/IN/dative/2 rebels/rebel/NNS/pobj/4"

    assert ("Refusal", ["rebels"]) == (first(table)[0], first(table)[1]["target"])


def test_who_has_yet_to_act_is_not_told_to():
    table = (
        "Lena/Lena/NNP/nsubj/2 said/say/VBD/ROOT/0 Omar/Omar/NNP/nsubj/4 had/have/VBD/ccomp/2 yet/yet/RB/advmod/4"
        " to/to/TO/aux/7 speak/speak/VB/xcomp/4"
    )

    assert "Demand" not in kinds(table)


def test_search_and_rescue_teams_rescue_nobody_yet():
    table = (
        "Lena/Lena/NNP/nsubj/2 called/call/VBD/ROOT/0 search/search/NN/nmod/6 and/and/CC/cc/3 rescue/rescue/NN/conj/3"
        " teams/team/NNS/dobj/2"
    )

    assert "Aid" not in kinds(table)


def test_according_ends_no_accord():
    table = (
        "Lena/Lena/NNP/nsubj/2 struck/strike/VBD/ROOT/0 rebels/rebel/NNS/dobj/2 according/accord/VBG/prep/2 to/to/IN/prep/4"
        " Omar/Omar/NNP/pobj/5"
    )

    assert "Agreement" not in kinds(table)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Iraqi/iraqi/JJ/amod/3 -/-/HYPH/punct/3 Syrian/syrian/JJ/amod/4 talks/talk/NNS/ROOT/0",
            ("Negotiation", {"agent": ["Iraqi", "Syrian"]}),
        ),
        ("UN/UN/NNP/compound/2 aid/aid/NN/ROOT/0", ("Aid", {"agent": ["UN"]})),
        ("Ghana/Ghana/NNP/compound/2 aid/aid/NN/ROOT/0", ("Aid", {})),
    ],
)
def test_whose_talks_and_aid_are_told_by_what_stands_before_them(table: str, expected: tuple[str, dict[str, list[str]]]):
    sides = {"Iraqi": "Country", "Syrian": "Country", "UN": "InternationalOrganization", "Ghana": "Country"}
    doc = parsed(table)
    doc.set_ents([Span(doc, token.i, token.i + 1, label="GPE") for token in doc if token.text in sides])

    assert [expected] == [told(draft) for draft in drafts(doc, sides)]


def test_who_presents_a_proposal_makes_it_and_whom_he_presents_it_to_gets_it():
    table = (
        "The/the/DT/det/2 proposal/proposal/NN/ROOT/0 presented/present/VBN/acl/2 by/by/IN/agent/3 Peru/Peru/NNP/pobj/4"
        " to/to/IN/prep/3 rebels/rebel/NNS/pobj/6"
    )

    assert ("Appeal", {"agent": ["Peru"], "recipient": ["rebels"]}) in acts(table, PEOPLE)


def test_a_great_deal_is_no_agreement():
    table = (
        "Lena/Lena/NNP/nsubj/2 praised/praise/VBD/ROOT/0 a/a/DT/det/5 great/great/JJ/amod/5 deal/deal/NN/dobj/2"
        " of/of/IN/prep/5 patience/patience/NN/pobj/6"
    )

    assert ["Praise"] == kinds(table)


@pytest.mark.parametrize(("who", "cls", "expected"), [("Lena", "Person", ["Support"]), ("Troops", "MilitaryForce", [])])
def test_troops_defend_in_deed_and_people_in_words(who: str, cls: str, expected: list[str]):
    assert expected == kinds(f"{who}/{who}/NNP/nsubj/2 defended/defend/VBD/ROOT/0 Omar/Omar/NNP/dobj/2", {**PEOPLE, who: cls})


def test_where_somebody_is_criticised_is_a_place():
    table = "Lena/Lena/NNP/nsubj/2 criticized/criticize/VBD/ROOT/0 Omar/Omar/NNP/dobj/2 in/in/IN/prep/2 Peru/Peru/NNP/pobj/4"

    assert ("Criticism", {"agent": ["Lena"], "target": ["Omar"], "place": ["Peru"]}) == first(table)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("a/a/DT/det/4 flag/flag/NN/dobj/2", []), ("to/to/IN/prep/2 Peru/Peru/NNP/pobj/3", ["Flight"])],
)
def test_a_ship_that_flies_a_flag_flies_nowhere(rest: str, expected: list[str]):
    found = kinds(f"Ships/ship/NNS/nsubj/2 flew/fly/VBD/ROOT/0 {rest}", {"Ships": "Vehicle", "Peru": "Country"})

    assert expected == [kind for kind in found if kind == "Flight"]


@pytest.mark.parametrize(("whom", "cls", "expected"), [("Omar", "Person", True), ("weddings", "Facility", False)])
def test_what_a_state_allows_it_does_not_punish(whom: str, cls: str, expected: bool):
    found = kinds(f"Peru/Peru/NNP/nsubj/2 sanctioned/sanction/VBD/ROOT/0 {whom}/{whom}/NNP/dobj/2", {**PEOPLE, whom: cls})

    assert ("EconomicSanction" in found) is expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("terms/term/NNS/dobj/2", ["Consent"]), ("that/that/IN/mark/5 Omar/Omar/NNP/nsubj/5 left/leave/VBD/ccomp/2", [])],
)
def test_who_accepts_that_something_is_so_consents_to_nothing(rest: str, expected: list[str]):
    assert expected == [kind for kind in kinds(f"Lena/Lena/NNP/nsubj/2 accepted/accept/VBD/ROOT/0 {rest}") if kind == "Consent"]


def test_those_sent_to_meet_somebody_meet_him():
    table = (
        "Lena/Lena/NNP/nsubj/2 sent/send/VBD/ROOT/0 ministers/minister/NNS/dobj/2 to/to/TO/aux/5 meet/meet/VB/advcl/2"
        " Omar/Omar/NNP/dobj/5"
    )

    assert ("Meeting", {"agent": ["ministers"], "target": ["Omar"]}) in acts(table, {**PEOPLE, "ministers": "Group"})


def statuses(table: str, classes: dict[str, str] | None = None) -> dict[str, tuple[str, str]]:
    return {draft.type: (draft.status.polarity, draft.status.modality) for draft in drafts(table, classes or PEOPLE)}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("likely/likely/JJ/acomp/5", ("positive", "possible")),
        ("imminent/imminent/JJ/acomp/5", ("positive", "possible")),
        ("costly/costly/JJ/acomp/5", ("positive", "actual")),
        (
            "likely/likely/JJ/acomp/5 to/to/TO/aux/8 continue/continue/VB/xcomp/6",
            ("positive", "actual"),
        ),
    ],
)
def test_a_deal_that_is_likely_is_not_made(rest: str, expected: tuple[str, str]):
    table = f"A/a/DT/det/2 deal/deal/NN/nsubj/5 with/with/IN/prep/2 Peru/Peru/NNP/pobj/3 is/be/VBZ/ROOT/0 {rest}"

    assert expected == statuses(table)["Agreement"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Chile/Chile/NNP/nsubj/2 is/be/VBZ/ROOT/0 open/open/JJ/acomp/2 to/to/IN/prep/3", ("positive", "planned")),
        ("Chile/Chile/NNP/nsubj/2 is/be/VBZ/ROOT/0 tired/tired/JJ/acomp/2 of/of/IN/prep/3", ("positive", "actual")),
        ("Chile/Chile/NNP/nsubj/3 has/have/VBZ/aux/3 asked/ask/VBN/ROOT/0 for/for/IN/prep/3", ("positive", "planned")),
    ],
)
def test_what_somebody_is_open_to_or_asks_for_has_not_come_about(before: str, expected: tuple[str, str]):
    assert expected == statuses(f"{before} talks/talk/NNS/pobj/4 with/with/IN/prep/5 Peru/Peru/NNP/pobj/6")["Negotiation"]


def test_a_meeting_set_for_a_day_is_planned():
    table = (
        "A/a/DT/det/2 meeting/meeting/NN/nsubjpass/6 with/with/IN/prep/2 Peru/Peru/NNP/pobj/3 is/be/VBZ/auxpass/6"
        " set/set/VBN/ROOT/0 for/for/IN/prep/6 Monday/Monday/NNP/pobj/7"
    )

    assert ("positive", "planned") == statuses(table)["Meeting"]


def test_a_law_met_with_opposition_meets_nobody():
    table = "Peru/Peru/NNP/nsubjpass/3 was/be/VBD/auxpass/3 met/meet/VBN/ROOT/0 with/with/IN/prep/3 rebels/rebel/NNS/pobj/4"

    assert "Meeting" not in kinds(table)


def test_an_investigation_that_is_hindered_is_there():
    table = "Peru/Peru/NNP/nsubj/2 hindered/hinder/VBD/ROOT/0 the/the/DT/det/4 investigation/investigation/NN/dobj/2"

    assert ("positive", "actual") == statuses(table)["Investigation"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("had/have/VBD/aux/5 failed/fail/VBN/ccomp/2", "Statement"),
        ("should/should/MD/aux/5 continue/continue/VB/ccomp/2", "Consent"),
    ],
)
def test_who_agrees_that_something_was_so_consents_to_nothing(clause: str, expected: str):
    table = f"Kenya/Kenya/NNP/nsubj/2 agreed/agree/VBD/ROOT/0 trade/trade/NN/nsubj/5 {clause}"
    assert [expected] == [cls for cls, _ in acts(table, {"Kenya": "Country"}) if cls != "Event"]


@pytest.mark.parametrize(("verb", "expected"), [("asked/ask", []), ("began/begin", ["Indictment"])])
def test_a_prosecution_that_asks_is_no_event(verb: str, expected: list[str]):
    table = f"The/the/DT/det/2 prosecution/prosecution/NN/nsubj/3 {verb}/VBD/ROOT/0 again/again/RB/advmod/3"
    assert expected == [d.type for d in drafts(table, {"prosecution": "Organization"}) if d.predicate.pos == "n"]


def test_those_joined_behind_one_preposition_have_one_role():
    table = (
        "Kenya/Kenya/NNP/nsubj/2 offered/offer/VBD/ROOT/0 tents/tent/NNS/dobj/2 to/to/IN/prep/2 schools/school/NNS/pobj/4"
        " and/and/CC/cc/5 colleges/college/NNS/conj/5"
    )
    classes = {"Kenya": "Country", "schools": "Facility", "colleges": "Organization"}
    assert ("Pledge", {"agent": ["Kenya"], "recipient": ["colleges"]}) in [told(d) for d in drafts(table, classes)]


@pytest.mark.parametrize(("owner", "expected"), [("our/our/PRP$", []), ("their/their/PRP$", ["their"])])
def test_who_demands_a_right_of_his_own_demands_it_of_nobody_told(owner: str, expected: list[str]):
    table = f"We/we/PRP/nsubj/2 demand/demand/VBP/ROOT/0 {owner}/poss/4 return/return/NN/dobj/2"
    [demand] = [d for d in drafts(table, {"We": "Actor", "our": "Actor", "their": "Group"}) if d.type == "Demand"]
    assert expected == told(demand)[1].get("recipient", [])


def test_the_country_before_a_visit_is_visited():
    table = "Ruiz/Ruiz/NNP/nsubj/2 ended/end/VBD/ROOT/0 a/a/DT/det/5 Gaza/Gaza/NNP/compound/5 visit/visit/NN/dobj/2"
    [visit] = [d for d in drafts(table, {"Ruiz": "Person", "Gaza": "Region"}) if d.type == "Visit"]
    assert ["Gaza"] == told(visit)[1]["target"]


def test_neither_of_two_denied_deeds_is_left_open():
    table = (
        "They/they/PRP/nsubj/4 did/do/VBD/aux/4 not/not/RB/neg/4 arrest/arrest/VB/ROOT/0 or/or/CC/cc/4 kill/kill/VB/conj/4"
        " anyone/anyone/NN/dobj/6"
    )
    found = [d.status for d in drafts(table, {"They": "Group"}) if d.type in ("Arrest", "Killing")]
    assert [("negative", "actual")] * 2 == [(each.polarity, each.modality) for each in found]


def test_a_film_named_for_a_prize_gets_no_office():
    table = (
        "Ruiz/Ruiz/NNP/nsubjpass/3 was/be/VBD/auxpass/3 nominated/nominate/VBN/ROOT/0 for/for/IN/prep/3 an/an/DT/det/6"
        " Emmy/Emmy/NNP/pobj/4"
    )
    assert ["Endorsement"] == [d.type for d in drafts(table, {"Ruiz": "Person"})]


@pytest.mark.parametrize(("called", "expected"), [("honour/honour/NN/attr", []), ("due/due/JJ/acomp", ["it"])])
def test_nobody_is_told_to_do_what_it_is_an_honour_to_do(called: str, expected: list[str]):
    table = f"it/it/PRP/nsubj/2 is/be/VBZ/ROOT/0 {called}/2 to/to/TO/aux/5 host/host/VB/xcomp/2 Kenya/Kenya/NNP/dobj/5"
    found = [d for d in drafts(table, {"it": "Country", "Kenya": "Country"}) if d.token.text == "host"]
    assert expected == [text for d in found for text in told(d)[1].get("agent", [])]
