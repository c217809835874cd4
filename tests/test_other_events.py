"""What happens to people, ships and firms: who has which part in it, on parses written by hand."""

from __future__ import annotations

import pytest

from scenes import drafts, told


def read(table: str, classes: dict[str, str]) -> list[tuple[str, dict[str, list[str]]]]:
    return [told(draft) for draft in drafts(table, classes)]


def types(table: str, classes: dict[str, str]) -> list[str]:
    return [cls for cls, _ in read(table, classes)]


def test_who_pronounces_somebody_dead_is_not_the_dead():
    table = (
        "climber/climber/NN/nsubjpass/3 was/be/AUX/auxpass/3 pronounced/pronounce/VBN/ROOT/0 dead/dead/JJ/oprd/3 by/by/IN/agent/3"
        " medics/medic/NNS/pobj/5"
    )

    assert [("Death", {"target": ["climber"]})] == read(table, {"climber": "Person", "medics": "Group"})


@pytest.mark.parametrize(
    ("table", "roles"),
    [
        ("Navy/navy/NNP/nsubj/2 sank/sink/VBD/ROOT/0 trawlers/trawler/NNS/dobj/2", {"agent": ["Navy"], "target": ["trawlers"]}),
        ("trawlers/trawler/NNS/nsubj/2 sank/sink/VBD/ROOT/0", {"target": ["trawlers"]}),
    ],
)
def test_what_sinks_is_the_vessel(table: str, roles: dict[str, list[str]]):
    assert [("Sinking", roles)] == read(table, {"Navy": "MilitaryForce", "trawlers": "Vehicle"})


@pytest.mark.parametrize(("noun", "cls", "expected"), [("planes", "Vehicle", ["Crash"]), ("markets", "Facility", ["Event"])])
def test_only_what_drives_or_flies_crashes(noun: str, cls: str, expected: list[str]):
    assert expected == types(f"{noun}/{noun[:-1]}/NNS/nsubj/2 crashed/crash/VBD/ROOT/0", {noun: cls})


def test_casualties_are_inflicted_on_or_suffered_by_somebody_and_hit_nobody():
    inflicted = (
        "Rebels/rebel/NNS/nsubj/2 inflicted/inflict/VBD/ROOT/0 casualties/casualty/NNS/dobj/2 on/on/IN/prep/2"
        " troops/troop/NNS/pobj/4"
    )
    suffered = "troops/troop/NNS/nsubj/2 suffered/suffer/VBD/ROOT/0 casualties/casualty/NNS/dobj/2"
    classes = {"Rebels": "ArmedGroup", "troops": "Group", "casualties": "Group"}

    assert [("Assault", {"agent": ["Rebels"], "target": ["troops"]})] == read(inflicted, classes)
    assert [("Assault", {"target": ["troops"]})] == read(suffered, classes)


def test_whose_vote_it_is_votes_and_whose_repatriation_it_is_is_taken():
    vote = "Ruiz/Ruiz/NNP/poss/3 's/'s/POS/case/1 vote/vote/NN/nsubj/4 counted/count/VBD/ROOT/0"

    assert ("Vote", {"agent": ["Ruiz"]}) in read(vote, {"Ruiz": "Person"})
    assert ("Movement", {"target": ["Ruiz"]}) in read(vote.replace("vote/vote", "repatriation/repatriation"), {"Ruiz": "Person"})


@pytest.mark.parametrize("helper", ["", "was/be/AUX/auxpass/3 "])
def test_who_is_married_only_has_a_spouse(helper: str):
    word = "married/marry/VBN/ROOT/0" if helper else "married/marry/VBD/ROOT/0 Sato/Sato/NNP/dobj/2"
    subject = "Ruiz/Ruiz/NNP/nsubjpass/3" if helper else "Ruiz/Ruiz/NNP/nsubj/2"

    assert (["Event"] if helper else ["Marriage"]) == types(f"{subject} {helper}{word}", {"Ruiz": "Person", "Sato": "Person"})


def test_who_wins_an_award_gets_it_whatever_it_is_called():
    table = "Sato/Sato/NNP/nsubj/2 won/win/VBD/ROOT/0 the/the/DT/det/5 Ruiz/Ruiz/NNP/compound/5 award/award/NN/dobj/2"
    named = dict(read(table, {"Sato": "Person", "Ruiz": "Person"}))

    assert ["Sato"] == named["Award"]["recipient"]


def test_a_prize_that_nobody_is_said_to_get_is_a_name():
    assert "Award" not in types("Judges/judge/NNS/nsubj/2 praised/praise/VBD/ROOT/0 awards/award/NNS/dobj/2", {})


def test_what_somebody_continues_to_do_is_done():
    table = (
        "Rebels/rebel/NNS/nsubj/2 {}/{}/VBP/ROOT/0 to/to/TO/aux/4 shell/shell/VB/xcomp/2 Kirkuk/Kirkuk/NNP/dobj/4"
        " tonight/tonight/NN/npadvmod/4"
    )
    found = {
        lemma: [d.status.modality for d in drafts(table.format(lemma, lemma), {"Rebels": "ArmedGroup", "Kirkuk": "City"})][-1]
        for lemma in ("continue", "plan")
    }

    assert {"continue": "actual", "plan": "planned"} == found


def test_the_child_is_born_not_its_parents():
    table = (
        "children/child/NNS/nsubjpass/3 were/be/AUX/auxpass/3 born/bear/VBN/ROOT/0 to/to/IN/prep/3 refugees/refugee/NNS/pobj/4"
        " there/there/RB/advmod/3"
    )

    assert [("Birth", {"target": ["children"]})] == read(table, {"children": "Group", "refugees": "Group"})


@pytest.mark.parametrize(("word", "expected"), [("choirs", "Performance"), ("labs", "Event")])
def test_who_performs_work_somewhere_gives_no_show(word: str, expected: str):
    work = "" if word == "choirs" else " tests/test/NNS/dobj/2"
    table = (
        f"{word}/{word[:-1]}/NNS/nsubj/2 performed/perform/VBD/ROOT/0{work} in/in/IN/prep/2 Lima/Lima/NNP/pobj/{4 if work else 3}"
    )

    assert [expected] == types(table, {word: "Organization", "Lima": "City"})
