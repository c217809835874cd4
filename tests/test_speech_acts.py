"""What is done by saying it, and at whom it is aimed, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest

from scenes import acts

CLASSES = {"Peru": "Country", "Chile": "Country", "Rebels": "Group", "rebels": "Group"}
SAID = "Peru/Peru/NNP/nsubj/2 said/say/VBD/ROOT/0 "


@pytest.mark.parametrize(
    ("rest", "first"),
    [
        (
            "Peru/Peru/NNP/nsubj/5 will/will/MD/aux/5 help/help/VB/ccomp/2 Chile/Chile/NNP/dobj/5",
            ("Pledge", {"agent": ["Peru"], "recipient": ["Chile"]}),
        ),
        (
            "Peru/Peru/NNP/nsubj/5 will/will/MD/aux/5 attack/attack/VB/ccomp/2 Chile/Chile/NNP/dobj/5",
            ("Threat", {"agent": ["Peru"], "target": ["Chile"]}),
        ),
        (
            "Peru/Peru/NNP/nsubj/6 will/will/MD/aux/6 not/not/RB/neg/6 help/help/VB/ccomp/2 Chile/Chile/NNP/dobj/6",
            ("Refusal", {"agent": ["Peru"], "target": ["Chile"]}),
        ),
        (
            "Chile/Chile/NNP/nsubj/5 must/must/MD/aux/5 help/help/VB/ccomp/2 rebels/rebel/NNS/dobj/5",
            ("Demand", {"agent": ["Peru"], "recipient": ["Chile"]}),
        ),
        (
            "Chile/Chile/NNP/nsubj/5 should/should/MD/aux/5 help/help/VB/ccomp/2 rebels/rebel/NNS/dobj/5",
            ("Appeal", {"agent": ["Peru"], "recipient": ["Chile"]}),
        ),
        (
            "Chile/Chile/NNP/nsubj/5 will/will/MD/aux/5 help/help/VB/ccomp/2 rebels/rebel/NNS/dobj/5",
            ("Statement", {"agent": ["Peru"]}),
        ),
        (
            "Peru/Peru/NNP/nsubj/5 must/must/MD/aux/5 help/help/VB/ccomp/2 rebels/rebel/NNS/dobj/5",
            ("Statement", {"agent": ["Peru"]}),
        ),
        (
            "Chile/Chile/NNP/nsubj/6 must/must/MD/aux/6 have/have/VB/aux/6 helped/help/VBN/ccomp/2 rebels/rebel/NNS/dobj/6",
            ("Statement", {"agent": ["Peru"]}),
        ),
    ],
    ids=["own-deed", "own-harm", "own-refusal", "owed", "advised", "foretold-of-others", "owed-by-oneself", "inferred"],
)
def test_what_is_said_to_be_done_tells_what_the_saying_does(rest: str, first: tuple[str, dict[str, list[str]]]):
    assert first == acts(SAID + rest, CLASSES)[0]


def test_ready_to_do_it_is_a_pledge():
    table = SAID + (
        "Peru/Peru/NNP/nsubj/4 is/be/VBZ/ccomp/2 willing/willing/JJ/acomp/4 to/to/TO/aux/7 help/help/VB/xcomp/5"
        " Chile/Chile/NNP/dobj/7"
    )

    assert ("Pledge", {"agent": ["Peru"], "recipient": ["Chile"]}) == acts(table, CLASSES)[0]


def test_a_vowed_attack_threatens_its_target():
    table = "Rebels/rebel/NNS/nsubj/2 vowed/vow/VBD/ROOT/0 to/to/TO/aux/4 attack/attack/VB/xcomp/2 Chile/Chile/NNP/dobj/4"

    assert ("Threat", {"agent": ["Rebels"], "target": ["Chile"]}) == acts(table, CLASSES)[0]


def test_a_demand_is_made_of_who_is_to_act():
    table = (
        "Peru/Peru/NNP/nsubj/2 demanded/demand/VBD/ROOT/0 a/a/DT/det/4 withdrawal/withdrawal/NN/dobj/2 by/by/IN/prep/4"
        " Chile/Chile/NNP/pobj/5"
    )

    assert ("Demand", {"agent": ["Peru"], "recipient": ["Chile"]}) == acts(table, CLASSES)[0]


def test_protest_to_demand_something_of_someone_is_aimed_at_them():
    table = (
        "Rebels/rebel/NNS/nsubj/2 rallied/rally/VBD/ROOT/0 to/to/TO/aux/4 demand/demand/VB/advcl/2 that/that/IN/mark/7"
        " Chile/Chile/NNP/nsubj/7 resign/resign/VB/ccomp/4"
    )

    assert [["Chile"]] == [roles["target"] for cls, roles in acts(table, CLASSES) if cls == "Demonstration"]


@pytest.mark.parametrize(
    ("who", "first"),
    [("Peru", ("ClaimOfResponsibility", {"agent": ["Peru"]})), ("Chile", ("Accusation", {"target": ["Chile"]}))],
    ids=["himself", "another"],
)
def test_who_says_that_he_did_it_claims_it_and_accuses_nobody(who: str, first: tuple[str, dict[str, list[str]]]):
    table = SAID + f"{who}/{who}/NNP/nsubj/4 was/be/VBD/ccomp/2 behind/behind/IN/prep/4 attacks/attack/NNS/pobj/5"

    assert first == acts(table, CLASSES)[1]
