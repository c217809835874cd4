"""Words of wide use tell of an event only with what makes them one, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.events.drafts import Numbers, draft_events
from graph.events.senses import one_sense
from graph.ontology import load

from scenes import drafts, ground, told

GUARDS = "guards/guard/NNS/nsubj/2"
CROWD = "crowds/crowd/NNS/nsubj/2"
NURSES = "nurses/nurse/NNS/nsubj/2"


def types(table: str, classes: dict[str, str]) -> list[str]:
    return [draft.type for draft in drafts(table, classes)]


PEOPLE = {
    "guards": "Group",
    "deputies": "Group",
    "crowds": "Group",
    "nurses": "Group",
    "They": "Actor",
    "him": "Person",
    "Norway": "Country",
}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (CROWD + " demonstrated/demonstrate/VBD/ROOT/0 in/in/IN/prep/2 Norway/Norway/NNP/pobj/3", ["Demonstration"]),
        (NURSES + " demonstrated/demonstrate/VBD/ROOT/0 their/their/PRP$/poss/4 skill/skill/NN/dobj/2", []),
        (CROWD + " gathered/gather/VBD/ROOT/0 in/in/IN/prep/2 Norway/Norway/NNP/pobj/3", ["Demonstration"]),
        (NURSES + " gathered/gather/VBD/ROOT/0 figures/figure/NNS/dobj/2", []),
        (CROWD + " surrounded/surround/VBD/ROOT/0 him/he/PRP/dobj/2", ["Demonstration"]),
        (GUARDS + " surrounded/surround/VBD/ROOT/0 him/he/PRP/dobj/2", ["Coerce"]),
        (GUARDS + " left/leave/VBD/ROOT/0 Norway/Norway/NNP/dobj/2", ["Withdrawal"]),
        (NURSES + " left/leave/VBD/ROOT/0 Norway/Norway/NNP/dobj/2", ["Departure"]),
        (NURSES + " left/leave/VBD/ROOT/0", []),
        (GUARDS + " left/leave/VBD/ROOT/0 him/he/PRP/dobj/2 a/a/DT/det/5 note/note/NN/dobj/2", []),
        ("deputies/deputy/NNS/nsubj/2 walked/walk/VBD/ROOT/0 out/out/RP/prt/2", ["Boycott"]),
        (NURSES + " walked/walk/VBD/ROOT/0 out/out/RP/prt/2", ["Strike"]),
        (NURSES + " walked/walk/VBD/ROOT/0 out/out/RP/prt/2 through/through/IN/prep/2 doors/door/NNS/pobj/4", []),
        (GUARDS + " fired/fire/VBD/ROOT/0 flares/flare/NNS/dobj/2 at/at/IN/prep/2 him/he/PRP/pobj/4", ["Mobilize"]),
        (
            "cuts/cut/NNS/nsubj/2 left/leave/VBD/ROOT/0 Norway/Norway/NNP/dobj/2 without/without/IN/prep/2 water/water/NN/pobj/4",
            [],
        ),
        (GUARDS + " pulled/pull/VBD/ROOT/0 him/he/PRP/dobj/2 over/over/RP/prt/2", ["Interception"]),
        (NURSES + " came/come/VBD/ROOT/0 under/under/IN/prep/2 fire/fire/NN/pobj/3 for/for/IN/prep/2 it/it/PRP/pobj/5", []),
    ],
)
def test_a_verb_of_wide_use_is_an_event_with_who_and_what_makes_it_one(table: str, expected: list[str]):
    assert expected == [cls for cls in types(table, PEOPLE) if cls != "Event"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Danger/danger/NN/nsubj/2 is/be/VBZ/ROOT/0 a/a/DT/det/4 threat/threat/NN/attr/2 to/to/IN/prep/4 him/he/PRP/pobj/5", []),
        ("Threats/threat/NNS/nsubj/4 against/against/IN/prep/1 him/he/PRP/pobj/2 grew/grow/VBD/ROOT/0", ["Threat"]),
        ("Threats/threat/NNS/nsubj/4 by/by/IN/prep/1 Norway/Norway/NNP/pobj/2 grew/grow/VBD/ROOT/0", ["Threat"]),
    ],
)
def test_what_only_is_a_threat_to_somebody_threatens_in_no_words(table: str, expected: list[str]):
    assert expected == types(table, PEOPLE)


@pytest.mark.parametrize(
    ("what", "lemma", "cls", "expected"), [("bombs", "bomb", "Weapon", "Airstrike"), ("nurses", "nurse", "Group", "Event")]
)
def test_what_an_aircraft_drops_must_be_arms_to_strike(what: str, lemma: str, cls: str, expected: str):
    table = f"Helicopters/helicopter/NNS/nsubj/2 dropped/drop/VBD/ROOT/0 {what}/{lemma}/NNS/dobj/2"

    assert [expected] == types(table, {"Helicopters": "AirUnit", what: cls})


def test_a_state_of_siege_is_emergency_rule_and_no_siege():
    table = "A/a/DT/det/2 state/state/NN/nsubj/5 of/of/IN/prep/2 siege/siege/NN/pobj/3 continued/continue/VBD/ROOT/0"

    assert ["Curfew"] == types(table, {})


def test_weapons_of_destruction_have_destroyed_nothing():
    table = "Norway/Norway/NNP/nsubj/2 has/have/VBZ/ROOT/0 {}/{}/NNS/dobj/2 of/of/IN/prep/3 destruction/destruction/NN/pobj/4"

    assert [] == types(table.format("weapons", "weapon"), {"Norway": "Country"})
    assert ["PropertyDestruction"] == types(table.format("pictures", "picture"), {"Norway": "Country"})


def test_what_stands_before_destruction_was_destroyed():
    table = "Norway/Norway/NNP/poss/3 's/'s/POS/case/1 destruction/destruction/NN/ROOT/0"

    assert {"target": ["Norway"]} == told(drafts(table, {"Norway": "Country"})[0])[1]


@pytest.mark.parametrize(("what", "lemma", "expected"), [("name", "name", []), ("hundreds", "hundred", ["Release"])])
def test_who_gives_out_the_name_of_somebody_lets_nobody_go(what: str, lemma: str, expected: list[str]):
    table = (
        f"guards/guard/NNS/nsubj/2 released/release/VBD/ROOT/0 {what}/{lemma}/NNS/dobj/2 of/of/IN/prep/3 nurses/nurse/NNS/pobj/4"
    )

    assert expected == [cls for cls in types(table, {"guards": "SecurityForce", "nurses": "Group"}) if cls == "Release"]


@pytest.mark.parametrize(("who", "expected"), [("it", []), ("they", ["Release"])])
def test_it_is_nobody_to_be_let_go(who: str, expected: list[str]):
    table = f"{who}/{who}/PRP/nsubjpass/3 was/be/AUX/auxpass/3 released/release/VBN/ROOT/0"
    scene = ground(table, {who: "Actor"})
    said = {i: replace(mention, kind="pronoun") for i, mention in scene.reading.mention_at.items()}
    heard = replace(scene, reading=replace(scene.reading, mention_at=said))

    found = draft_events(list(heard.reading.event_words.values()), Numbers({}), heard)
    assert expected == [draft.type for draft in found if draft.type == "Release"]


def test_the_word_for_a_kind_of_attack_has_not_made_it():
    table = "A/a/DT/det/3 Dynamite/dynamite/NNP/compound/3 attack/attack/NN/nsubj/4 failed/fail/VBD/ROOT/0"

    assert {} == told(drafts(table, {"Dynamite": "Organization"})[0])[1]


def test_arms_that_a_strike_destroyed_were_its_target_and_not_its_means():
    table = "The/the/DT/det/2 airstrikes/airstrike/NNS/nsubj/3 destroyed/destroy/VBD/ROOT/0 rockets/rocket/NNS/dobj/3"

    assert {"target": ["rockets"]} == dict(told(draft) for draft in drafts(table, {"rockets": "Weapon"}))["Airstrike"]


CAMP = "Strikes/strike/NNS/nsubj/4 on/on/IN/prep/1 Norway/Norway/NNP/pobj/2 began/begin/VBD/ROOT/0"
BARE = "The/the/DT/det/2 strikes/strike/NNS/nsubj/3 ended/end/VBD/ROOT/0"


@pytest.mark.parametrize(("fuller", "expected"), [([CAMP, CAMP], "Bombardment"), ([CAMP], "Strike")])
def test_a_strike_of_which_nothing_is_told_is_what_strikes_are_in_the_text(fuller: list[str], expected: str):
    told_of = [draft for table in fuller for draft in drafts(table, PEOPLE)]
    bare = drafts(BARE, {})

    assert expected == one_sense([*told_of, *bare], load())[-1].type


@pytest.mark.parametrize(
    ("whose", "where", "expected"),
    [
        ("Norway/Norway/NNP/poss/2", "custom/custom/NN/pobj/3", []),
        ("nurses/nurse/NNS/poss/2", "custom/custom/NN/pobj/3", ["Departure"]),
        ("a/a/DT/det/2", "Norway/Norway/NNP/pobj/3", ["Departure"]),
    ],
)
def test_who_leaves_a_custom_goes_nowhere(whose: str, where: str, expected: list[str]):
    assert expected == types(f"{whose} departure/departure/NN/ROOT/0 from/from/IN/prep/2 {where}", PEOPLE)


def test_who_orders_a_departure_does_not_leave():
    table = (
        "Norway/Norway/NNP/nsubj/2 ordered/order/VBD/ROOT/0 departures/departure/NNS/dobj/2 of/of/IN/prep/3"
        " nurses/nurse/NNS/pobj/4"
    )

    assert ["nurses"] == dict(told(draft) for draft in drafts(table, PEOPLE))["Departure"]["agent"]


@pytest.mark.parametrize(("what", "expected"), [("guards/guard", ["Demonstration"]), ("strength/strength", [])])
def test_what_shows_a_thing_is_no_crowd_in_the_street(what: str, expected: list[str]):
    assert expected == types(f"a/a/DT/det/2 demonstration/demonstration/NN/ROOT/0 of/of/IN/prep/2 {what}/NN/pobj/3", PEOPLE)


OTHERS = PEOPLE | {
    "protesters": "Group",
    "residence": "Building",
    "tourists": "Group",
    "president": "Person",
    "villagers": "Group",
    "houses": "Building",
    "gunmen": "Group",
    "patients": "Group",
    "mayor": "Person",
    "union": "Organization",
    "outskirts": "City",
    "army": "MilitaryForce",
    "farmers": "Group",
    "roads": "Facility",
    "streets": "Facility",
    "troops": "Group",
    "town": "City",
    "state": "Region",
    "killers": "Group",
}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("protesters/protester/NNS/nsubj/2 entered/enter/VBD/ROOT/0 residence/residence/NN/dobj/2", ["Breach"]),
        ("tourists/tourist/NNS/nsubj/2 entered/enter/VBD/ROOT/0 residence/residence/NN/dobj/2", ["Entry"]),
        (
            "protesters/protester/NNS/nsubj/2 broke/break/VBD/ROOT/0 through/through/IN/prep/2 barricades/barricade/NNS/pobj/3",
            ["Breach"],
        ),
        ("president/president/NN/nsubj/2 fled/flee/VBD/ROOT/0 country/country/NN/dobj/2", ["Escape"]),
        ("villagers/villager/NNS/nsubj/2 fled/flee/VBD/ROOT/0 country/country/NN/dobj/2", ["Displacement"]),
        ("gunmen/gunman/NNS/nsubj/2 razed/raze/VBD/ROOT/0 houses/house/NNS/dobj/2", ["PropertyDestruction"]),
        ("houses/house/NNS/nsubj/2 razed/raze/VBD/ROOT/0", ["PropertyDestruction"]),
        ("gunmen/gunman/NNS/nsubj/2 shot/shoot/VBD/ROOT/0 wildly/wildly/RB/advmod/2", ["Shooting"]),
        (NURSES + " shot/shoot/VBD/ROOT/0 well/well/RB/advmod/2", []),
        (
            "patients/patient/NNS/nsubj/2 received/receive/VBD/ROOT/0 treatment/treatment/NN/dobj/2 at/at/IN/prep/2"
            " clinics/clinic/NNS/pobj/4",
            ["Hospitalization"],
        ),
        (NURSES + " received/receive/VBD/ROOT/0 special/special/JJ/amod/4 treatment/treatment/NN/dobj/2", []),
        (CROWD + " celebrated/celebrate/VBD/ROOT/0 in/in/IN/prep/2 streets/street/NNS/pobj/3", []),
        (CROWD + " celebrated/celebrate/VBD/ROOT/0 Christmas/Christmas/NNP/dobj/2", ["Performance"]),
        (GUARDS + " released/release/VBD/ROOT/0 a/a/DT/det/4 video/video/NN/dobj/2", ["Broadcast"]),
        (GUARDS + " released/release/VBD/ROOT/0 an/a/DT/det/4 album/album/NN/dobj/2", ["ProductLaunch"]),
        (CROWD + " gathered/gather/VBD/ROOT/0 for/for/IN/prep/2 prayers/prayer/NNS/pobj/3", []),
        (CROWD + " gathered/gather/VBD/ROOT/0 to/to/TO/aux/4 watch/watch/VB/advcl/2", []),
        (CROWD + " gathered/gather/VBD/ROOT/0 to/to/TO/aux/4 wait/wait/VB/advcl/2", ["Demonstration"]),
        ("farmers/farmer/NNS/nsubj/2 blocked/block/VBD/ROOT/0 roads/road/NNS/dobj/2", ["Demonstration"]),
        ("debris/debris/NN/nsubj/2 blocked/block/VBD/ROOT/0 roads/road/NNS/dobj/2", []),
        ("troops/troop/NNS/nsubj/2 blocked/block/VBD/ROOT/0 roads/road/NNS/dobj/2", []),
        ("residence/residence/NN/nsubj/2 looted/loot/VBN/ROOT/0", ["PropertyDestruction"]),
        ("troops/troop/NNS/nsubj/2 marched/march/VBD/ROOT/0 through/through/IN/prep/2 town/town/NN/pobj/3", []),
        ("farmers/farmer/NNS/nsubj/2 marched/march/VBD/ROOT/0 through/through/IN/prep/2 town/town/NN/pobj/3", ["Demonstration"]),
        ("A/a/DT/det/2 storm/storm/NN/nsubj/5 of/of/IN/prep/2 letters/letter/NNS/pobj/3 followed/follow/VBD/ROOT/0", []),
        ("A/a/DT/det/2 storm/storm/NN/nsubj/5 of/of/IN/prep/2 sand/sand/NN/pobj/3 followed/follow/VBD/ROOT/0", ["Storm"]),
        (
            "A/a/DT/det/2 storm/storm/NN/nsubj/6 of/of/IN/prep/2 that/that/DT/det/5 night/night/NN/pobj/3"
            " followed/follow/VBD/ROOT/0",
            ["Storm"],
        ),
    ],
)
def test_a_word_of_wide_use_is_an_event_in_the_right_company(table: str, expected: list[str]):
    assert expected == [cls for cls in types(table, OTHERS) if cls != "Event"]


def roles(table: str, cls: str) -> dict[str, list[str]]:
    return next(roles for found, roles in map(told, drafts(table, OTHERS)) if found == cls)


@pytest.mark.parametrize(("owner", "expected"), [("mayor", []), ("union", ["union"])])
def test_who_puts_off_the_rally_of_others_does_not_rally(owner: str, expected: list[str]):
    table = f"{owner}/{owner}/NN/nsubj/2 postponed/postpone/VBD/ROOT/0 the/the/DT/det/4 rally/rally/NN/dobj/2"
    assert expected == roles(table, "Demonstration").get("agent", [])


def test_where_something_is_attacked_is_not_attacked():
    place = "on/on/IN/prep/4 outskirts/outskirt/NNS/pobj/5"
    told_of = f"army/army/NN/nsubj/2 attacked/attack/VBD/ROOT/0 a/a/DT/det/4 gathering/gathering/NN/dobj/2 {place}"
    assert "target" not in roles(told_of, "Attack")
    assert ["residence"] == roles(told_of.replace("gathering/gathering", "residence/residence"), "Attack")["target"]


def test_who_brings_somebody_to_justice_is_not_tried():
    table = "state/state/NN/nsubj/2 brought/bring/VBD/ROOT/0 killers/killer/NNS/dobj/2 to/to/IN/prep/2 justice/justice/NN/pobj/4"
    assert ["killers"] == roles(table, "Trial")["target"]


@pytest.mark.parametrize(
    ("verb", "hears"),
    [
        ("described/describe/VBD/ROOT/0 talks/talk/NNS/dobj/2", False),
        ("gave/give/VBD/ROOT/0 interviews/interview/NNS/dobj/2", True),
    ],
)
def test_with_names_who_hears_it_in_an_interview_only(verb: str, hears: bool):
    table = f"{NURSES} {verb} with/with/IN/prep/2 deputies/deputy/NNS/pobj/4"
    roles = dict(told(draft) for draft in drafts(table, PEOPLE) if draft.type == "Statement")

    assert (["deputies"] if hears else None) == roles["Statement"].get("recipient")
    assert "instrument" not in roles["Statement"]


@pytest.mark.parametrize(("subject", "role"), [("residence/residence/NN", "target"), ("gunmen/gunman/NNS", "agent")])
def test_a_place_is_looted_and_people_loot(subject: str, role: str):
    assert role in roles(f"{subject}/nsubj/2 looted/loot/VBD/ROOT/0", "PropertyDestruction")
