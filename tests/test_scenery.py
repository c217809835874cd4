"""Where and when an event was, told through the words around it, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.dates import find_times
from graph.events.clock import Clock
from graph.events.links import link_events
from spacy.tokens import Span

from parsed import parsed
from scenes import drafts, ground, told

NUNS = (
    "nuns/nun/NNS/nsubjpass/3 were/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 by/by/IN/agent/3 soldiers/soldier/NNS/pobj/4"
    " {}/{}/IN/prep/5 Lima/Lima/NNP/pobj/6"
)
LOCATED = (
    "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/2 guards/guard/NNS/dobj/2 at/at/IN/prep/2 bases/base/NNS/pobj/4"
    " {}/{}/VBN/acl/5 in/in/IN/prep/6 Lima/Lima/NNP/pobj/7"
)
CORNER = (
    "Ruiz/Ruiz/NNP/nsubjpass/3 was/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 at/at/IN/prep/3 corners/corner/NNS/pobj/4"
    " of/of/IN/prep/5 streets/street/NNS/pobj/6 in/in/IN/prep/5 Lima/Lima/NNP/pobj/8"
)
BOTH = (
    "Ruiz/Ruiz/NNP/nsubjpass/3 was/be/AUX/auxpass/3 abducted/abduct/VBN/ROOT/0 and/and/CC/cc/3 killed/kill/VBN/conj/3"
    " in/in/IN/prep/5 Lima/Lima/NNP/pobj/6"
)
MURDER = (
    "The/the/DT/det/2 murder/murder/NN/ROOT/0 of/of/IN/prep/2 Ruiz/Ruiz/NNP/pobj/3 ,/,/,/punct/4 which/which/WDT/nsubj/7"
    " {}/{}/VBD/relcl/4 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8 in/in/IN/prep/7 2019/2019/CD/pobj/10"
)
CALLED = (
    "Lima/Lima/NNP/nsubj/2 was/be/VBD/ROOT/2 the/the/DT/det/4 {}/{}/NN/attr/2 of/of/IN/prep/4 bombings/bombing/NNS/pobj/5"
    " in/in/IN/prep/2 2019/2019/CD/pobj/7"
)
SEEN = "Lima/Lima/NNP/nsubj/3 has/have/AUX/aux/3 {}/{}/VBN/ROOT/0 bombings/bombing/NNS/dobj/3"
BLAMED = (
    "Norway/Norway/NNP/nsubj/2 accused/accuse/VBD/ROOT/2 Peru/Peru/NNP/dobj/2 of/of/IN/prep/2 bombings/bombing/NNS/pobj/4"
    " in/in/IN/prep/5 Lima/Lima/NNP/pobj/6"
)


def roles(table: str, classes: dict[str, str], kind: str) -> dict[str, list[str]]:
    return dict(told(draft) for draft in drafts(table, classes))[kind]


@pytest.mark.parametrize(("word", "expected"), [("in", ["Lima"]), ("near", ["Lima"]), ("from", [])])
def test_who_killed_in_a_town_killed_there(word: str, expected: list[str]):
    found = roles(NUNS.format(word, word), {"nuns": "Group", "soldiers": "Group", "Lima": "City"}, "Killing")

    assert expected == found.get("place", [])


@pytest.mark.parametrize(("word", "expected"), [("located", ["bases", "Lima"]), ("built", ["bases"])])
def test_where_a_place_is_located_is_where_it_happened(word: str, expected: list[str]):
    lemma = {"located": "locate", "built": "build"}[word]
    classes = {"Rebels": "Group", "guards": "Group", "bases": "MilitaryBase", "Lima": "City"}
    found = [told(draft)[1] for draft in drafts(LOCATED.format(word, lemma), classes)]

    assert expected == found[0]["place"]


def test_the_corner_of_streets_lies_where_the_streets_do():
    found = roles(CORNER, {"Ruiz": "Person", "streets": "Facility", "Lima": "City"}, "Killing")

    assert ["streets", "Lima"] == found["place"]


def test_what_stands_behind_the_second_verb_is_where_the_first_was_too():
    assert ["Lima"] == roles(BOTH, {"Ruiz": "Person", "Lima": "City"}, "Kidnapping")["place"]


@pytest.mark.parametrize(("word", "lemma", "expected"), [("occurred", "occur", ["Lima"]), ("taught", "teach", [])])
def test_what_occurred_is_the_murder_and_not_the_murdered(word: str, lemma: str, expected: list[str]):
    found = roles(MURDER.format(word, lemma), {"Ruiz": "Person", "Lima": "City"}, "Killing")

    assert expected == found.get("place", [])


@pytest.mark.parametrize(("name", "role"), [("target", "target"), ("scene", "place")])
def test_the_target_and_the_scene_of_an_event(name: str, role: str):
    assert {role: ["Lima"]} == roles(CALLED.format(name, name), {"Lima": "City"}, "Bombing")


@pytest.mark.parametrize(("hit", "cls", "expected"), [("car", "Vehicle", ["Lima"]), ("aide", "Person", [])])
def test_whose_car_was_hit_in_a_town_was_hit_there_but_an_aide_may_be_elsewhere(hit: str, cls: str, expected: list[str]):
    table = (
        f"Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 the/the/DT/det/4 {hit}/{hit}/NN/dobj/2 of/of/IN/prep/4"
        " judges/judge/NNS/pobj/5 in/in/IN/prep/6 Lima/Lima/NNP/pobj/7"
    )
    classes = {"Rebels": "ArmedGroup", hit: cls, "judges": "Group", "Lima": "City"}
    assert expected == [place for draft in drafts(table, classes) for place in told(draft)[1].get("place", [])]


@pytest.mark.parametrize(("how", "expected"), [("kidnapped/kidnap/VBN/amod", [["men"]]), ("armed/arm/VBN/amod", [])])
def test_the_kidnapped_were_kidnapped_but_not_where_they_are_told_of(how: str, expected: list[list[str]]):
    table = f"Police/police/NNS/nsubj/2 saw/see/VBD/ROOT/0 {how}/4 men/man/NNS/dobj/2 near/near/IN/prep/4 Lima/Lima/NNP/pobj/5"
    found = [told(draft) for draft in drafts(table, {"Police": "SecurityForce", "men": "Group", "Lima": "City"})]
    assert expected == [roles["target"] for kind, roles in found if kind == "Kidnapping" and "place" not in roles]


def test_those_by_whose_names_a_group_is_called_are_of_it():
    table = (
        "Rebels/rebel/NNS/nsubj/2 killed/kill/VBD/ROOT/0 three/three/CD/nummod/4 men/man/NNS/dobj/2 ,/,/,/punct/4"
        " Paz/Paz/NNP/appos/4 and/and/CC/cc/6 Ruiz/Ruiz/NNP/conj/6 ,/,/,/punct/2 near/near/IN/prep/2 Lima/Lima/NNP/pobj/10"
    )
    classes = {"Rebels": "Group", "men": "Group", "Paz": "Person", "Ruiz": "Person", "Lima": "City"}
    assert ["men", "Paz", "Ruiz"] == roles(table, classes, "Killing")["target"]


@pytest.mark.parametrize(("word", "lemma", "expected"), [("seen", "see", {"place": ["Lima"]}), ("feared", "fear", {})])
def test_a_town_that_saw_bombings_is_where_they_were(word: str, lemma: str, expected: dict[str, list[str]]):
    assert expected == roles(SEEN.format(word, lemma), {"Lima": "City"}, "Bombing")


def test_who_accuses_somebody_of_bombings_is_not_where_they_were():
    found = roles(BLAMED, {"Norway": "Country", "Peru": "Country", "Lima": "City"}, "Bombing")

    assert ["Lima"] == found["place"]


@pytest.mark.parametrize(
    ("table", "kind"),
    [(MURDER.format("occurred", "occur"), "Killing"), (CALLED.format("target", "target"), "Bombing")],
)
def test_when_it_occurred_is_when_the_event_was(table: str, kind: str):
    scene = ground(table, {"Ruiz": "Person", "Lima": "City"})
    found = drafts(table, {"Ruiz": "Person", "Lima": "City"})
    clock = Clock(found, find_times(scene.reading.doc, published=None), scene).spread(link_events(found, {}, scene))

    assert {kind: "2019"} == {found[number].type: time for number, time in clock.times.items()}


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [("during/during/IN/prep/2", ["Lima"]), ("before/before/IN/prep/2", []), ("in/in/IN/prep/2", ["Lima"])],
)
@pytest.mark.parametrize("noun", ["raid/raid/NN/pobj/4", "protest/protest/NN/pobj/4"])
def test_what_was_done_on_an_occasion_was_done_there(occasion: str, expected: list[str], noun: str):
    table = (
        f"Police/police/NNS/nsubj/2 shot/shoot/VBD/ROOT/0 rebels/rebel/NNS/dobj/2 {occasion} {noun} in/in/IN/prep/5"
        " Lima/Lima/NNP/pobj/6"
    )
    classes = {"Police": "SecurityForce", "rebels": "Group", "Lima": "City"}
    assert expected == told(drafts(table, classes)[0])[1].get("place", [])


def test_what_one_is_held_in_connection_with_was_elsewhere():
    table = (
        "Police/police/NNS/nsubj/2 arrested/arrest/VBD/ROOT/0 rebels/rebel/NNS/dobj/2 in/in/IN/prep/2"
        " connection/connection/NN/pobj/4 with/with/IN/prep/5 raids/raid/NNS/pobj/6 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8"
    )
    (arrest, *_) = drafts(table, {"Police": "SecurityForce", "rebels": "Group", "Lima": "City"})
    assert "place" not in told(arrest)[1]


SHOT = "A/a/DT/det/2 man/man/NN/nsubjpass/4 was/be/AUX/auxpass/4 shot/shoot/VBN/ROOT/0"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "as/as/IN/mark/7 he/he/PRP/nsubj/7 left/leave/VBD/advcl/4 a/a/DT/det/9 bar/bar/NN/dobj/7 in/in/IN/prep/9"
            " Lima/Lima/NNP/pobj/10",
            ["Lima"],
        ),
        ("while/while/IN/mark/6 driving/drive/VBG/advcl/4 through/through/IN/prep/6 Lima/Lima/NNP/pobj/7", ["Lima"]),
        (
            "as/as/IN/mark/7 rebels/rebel/NNS/nsubj/7 marched/march/VBD/advcl/4 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8",
            [],
        ),
        ("after/after/IN/mark/7 he/he/PRP/nsubj/7 sang/sing/VBD/advcl/4 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8", []),
        ("on/on/IN/prep/4 a/a/DT/det/7 bus/bus/NN/pobj/5 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8", ["Lima"]),
    ],
)
def test_where_somebody_was_when_it_befell_him_is_where_it_was(rest: str, expected: list[str]):
    found = roles(f"{SHOT} {rest}", {"man": "Person", "rebels": "Group", "bus": "Vehicle", "Lima": "City"}, "Shooting")

    assert expected == found.get("place", [])


def test_what_was_in_a_town_was_in_the_country_named_behind_it():
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 guards/guard/NNS/dobj/2 in/in/IN/prep/2 Lima/Lima/NNP/pobj/4"
        " ,/,/,/punct/5 Peru/Peru/NNP/appos/5"
    )
    doc = parsed(table)
    doc.set_ents([Span(doc, 4, 5, label="GPE"), Span(doc, 6, 7, label="GPE")])
    found = [told(draft)[1] for draft in drafts(doc, {"guards": "Group", "Lima": "City", "Peru": "Country"})]

    assert ["Lima", "Peru"] == found[0]["place"]


@pytest.mark.parametrize(
    ("noun", "rest", "role"),
    [("bombing", "", "place"), ("airstrike", "", "agent"), ("bombing", " on/on/IN/prep/2 Chad/Chad/NNP/pobj/3", "agent")],
)
def test_the_country_before_a_bombing_is_where_it_was_and_the_one_before_a_strike_did_it(noun: str, rest: str, role: str):
    (draft,) = drafts(f"Niger/Niger/NNP/compound/2 {noun}/{noun}/NN/ROOT/0{rest}", {"Niger": "Country", "Chad": "Country"})
    _, roles = told(draft)

    assert ["Niger"] == roles[role]
