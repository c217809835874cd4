"""Who is said to have done a deed, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest
from graph.events import find_events
from graph.events.authorship import alleged_authors
from graph.events.drafts import Numbers

from scenes import drafts, ground

CLASSES = {"Rebels": "ArmedGroup", "rebels": "ArmedGroup", "Police": "SecurityForce", "police": "SecurityForce", "Lima": "City"}


def authors(table: str) -> list[tuple[str, str, str | None]]:
    """Deed, its alleged doer and who says so, in words."""
    scene = ground(table, CLASSES)
    found = drafts(table, CLASSES)
    text = {mention.id: mention.text for mention in scene.reading.mention_at.values()}
    told = alleged_authors(found, scene)
    return [(found[n].token.text, text[a.mention or ""], text.get(a.speaker or "")) for n in told for a in told[n]]


CLAIM = "Rebels/rebel/NNS/nsubj/2 claimed/claim/VBD/ROOT/0 responsibility/responsibility/NN/dobj/2"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (CLAIM + " for/for/IN/prep/3 the/the/DT/det/6 attack/attack/NN/pobj/4", [("attack", "Rebels", "Rebels")]),
        (
            "Police/police/NNS/nsubj/2 blamed/blame/VBD/ROOT/0 rebels/rebel/NNS/dobj/2 for/for/IN/prep/2 a/a/DT/det/6"
            " bombing/bombing/NN/pobj/4",
            [("bombing", "rebels", "Police")],
        ),
        (
            "The/the/DT/det/2 bombing/bombing/NN/nsubjpass/4 was/be/VBD/auxpass/4 blamed/blame/VBN/ROOT/0 on/on/IN/prep/4"
            " rebels/rebel/NNS/pobj/5",
            [("bombing", "rebels", None)],
        ),
        (CLAIM, []),
        (
            "The/the/DT/det/2 raid/raid/NN/nsubjpass/4 was/be/VBD/auxpass/4 claimed/claim/VBN/ROOT/0 by/by/IN/agent/4"
            " rebels/rebel/NNS/pobj/5",
            [("raid", "rebels", "rebels")],
        ),
        (
            "A/a/DT/det/2 raid/raid/NN/nsubj/6 claimed/claim/VBN/acl/2 by/by/IN/agent/3"
            " rebels/rebel/NNS/pobj/4 failed/fail/VBD/ROOT/0",
            [("raid", "rebels", "rebels")],
        ),
        (
            "The/the/DT/det/2 raid/raid/NN/nsubjpass/4 was/be/VBD/auxpass/4 claimed/claim/VBN/ROOT/0 by/by/IN/agent/4"
            " rebels/rebel/NNS/pobj/5 to/to/TO/aux/8 be/be/VB/xcomp/4 over/over/RB/advmod/8",
            [],
        ),
        (
            CLAIM + " for/for/IN/prep/3 attacks/attack/NNS/pobj/4 by/by/IN/prep/5 police/police/NNS/pobj/6",
            [],
        ),
        (
            "Police/police/NNS/nsubj/2 blamed/blame/VBD/ROOT/0 the/the/DT/det/4 attack/attack/NN/dobj/2 on/on/IN/prep/2"
            " rebels/rebel/NNS/pobj/5",
            [("attack", "rebels", "Police")],
        ),
        (
            "Rebels/rebel/NNS/nsubjpass/3 were/be/AUX/auxpass/3 charged/charge/VBN/ROOT/0 with/with/IN/prep/3"
            " two/two/CD/nummod/6 counts/count/NNS/pobj/4 of/of/IN/prep/6 murder/murder/NN/pobj/7 and/and/CC/cc/6"
            " arson/arson/NN/conj/6",
            [("murder", "Rebels", None), ("arson", "Rebels", None)],
        ),
        (
            "Rebels/rebel/NNS/nsubjpass/3 were/be/AUX/auxpass/3 accused/accuse/VBN/ROOT/0 of/of/IN/prep/3"
            " ordering/order/VBG/pcomp/4"
            " the/the/DT/det/7 attack/attack/NN/dobj/5",
            [("attack", "Rebels", None)],
        ),
        (CLAIM + " never/never/RB/neg/2 for/for/IN/prep/3 attacks/attack/NNS/pobj/5", []),
    ],
    ids=[
        "claimed",
        "blamed",
        "blamed-by-nobody",
        "nothing-told",
        "was-claimed",
        "claimed-by",
        "claimed-to-be",
        "doer-told",
        "blamed-on",
        "counts",
        "ordering",
        "not-claimed",
    ],
)
def test_who_claims_or_is_accused_of_a_deed_is_its_alleged_doer(table: str, expected: list[tuple[str, str, str | None]]):
    assert expected == authors(table)


@pytest.mark.parametrize(
    ("held", "expected"),
    [("attack/attack/NN/pobj/4", ["Rebels"]), ("security/security/NN/pobj/4", []), ("training/training/NN/pobj/4", [])],
)
def test_who_is_responsible_for_a_deed_is_said_to_have_done_it(held: str, expected: list[str]):
    table = (
        "Rebels/rebel/NNS/nsubj/2 are/be/VBP/ROOT/0 responsible/responsible/JJ/acomp/2 for/for/IN/prep/3"
        f" the/the/DT/det/6 {held} in/in/IN/prep/6 Lima/Lima/NNP/pobj/7"
    )

    assert expected == [doer for _, doer, _ in authors(table)]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("the/the/DT/det/10 crime/crime/NN/pobj/8", [("murder", "rebels", "Police")]),
        ("the/the/DT/det/10 crimes/crime/NNS/pobj/8", []),
        ("theft/theft/NN/pobj/8", [("theft", "rebels", "Police")]),
    ],
)
def test_the_crime_somebody_is_accused_of_is_the_one_told_before(what: str, expected: list[tuple[str, str, str | None]]):
    table = (
        "A/a/DT/det/2 murder/murder/NN/nsubj/3 shook/shake/VBD/ROOT/0 Lima/Lima/NNP/dobj/3"
        " Police/police/NNS/nsubj/6 accused/accuse/VBD/conj/3 rebels/rebel/NNS/dobj/6 of/of/IN/prep/6 " + what
    )

    assert expected == authors(table)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("the/the/DT/det/6 incident/incident/NN/nsubj/7", "Lima"),
        ("an/an/DT/det/6 incident/incident/NN/nsubj/7", None),
        ("the/the/DT/det/6 meeting/meeting/NN/nsubj/7", None),
    ],
)
def test_where_the_incident_occurred_is_where_the_deed_told_before_was(noun: str, expected: str | None):
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 police/police/NNS/dobj/2 ;/;/:/punct/2"
        f" {noun} occurred/occur/VBD/conj/2 in/in/IN/prep/7 Lima/Lima/NNP/pobj/8"
    )
    scene = ground(table, CLASSES)
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events
    text = {mention.id: mention.text for mention in scene.reading.mention_at.values()}
    first, *again = [event for event in found if event.type == "ArmedClash"]
    places = [text[a.mention or ""] for event in again if event.same_as == first.id for a in event.arguments if a.role == "place"]
    assert [expected] * bool(expected) == places


def test_a_claim_that_names_no_deed_is_of_the_last_one_told():
    table = (
        "A/a/DT/det/2 bombing/bombing/NN/nsubj/3 shook/shake/VBD/ROOT/0 Lima/Lima/NNP/dobj/3 ././././3"
        " Rebels/rebel/NNS/nsubj/7 claimed/claim/VBD/ROOT/0 responsibility/responsibility/NN/dobj/7"
    )

    assert [("bombing", "Rebels", "Rebels")] == authors(table)


ARREST = "Police/police/NNS/nsubj/2 arrested/arrest/VBD/ROOT/0 rebels/rebel/NNS/dobj/2"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" for/for/IN/prep/2 the/the/DT/det/6 bombing/bombing/NN/pobj/4", [("bombing", "rebels", "Police")]),
        (
            " on/on/IN/prep/2 suspicion/suspicion/NN/pobj/4 of/of/IN/prep/5 murder/murder/NN/pobj/6",
            [("murder", "rebels", "Police")],
        ),
        (" in/in/IN/prep/2 the/the/DT/det/6 attack/attack/NN/pobj/4", []),
    ],
)
def test_who_is_arrested_for_a_deed_is_its_alleged_doer_but_not_who_is_arrested_in_it(rest: str, expected: list[tuple[str, str]]):
    assert expected == authors(ARREST + rest)


def test_who_is_accused_of_a_part_in_a_deed_is_its_alleged_doer():
    table = (
        "Rebels/rebel/NNS/nsubjpass/3 were/be/AUX/auxpass/3 accused/accuse/VBN/ROOT/0 of/of/IN/prep/3"
        " involvement/involvement/NN/pobj/4 in/in/IN/prep/5 the/the/DT/det/8 attack/attack/NN/pobj/6"
    )

    assert [("attack", "Rebels", None)] == authors(table)


@pytest.mark.parametrize(("thought", "expected"), [("believed/believe", ["Rebels"]), ("seen/see", [])])
def test_by_whom_an_attack_is_believed_to_have_been_carried_out_is_its_alleged_author(thought: str, expected: list[str]):
    table = (
        "The/the/DT/det/2 attack/attack/NN/nsubjpass/4 is/be/AUX/auxpass/4 {}/VBN/ROOT/0 to/to/TO/aux/8"
        " have/have/VB/aux/8 been/be/AUX/auxpass/8 carried/carry/VBN/xcomp/4 out/out/RP/prt/8 by/by/IN/agent/8"
        " Rebels/rebel/NNS/pobj/10"
    )
    classes = {"Rebels": "Group"}
    found = drafts(table.format(thought), classes)
    authors = alleged_authors(found, ground(table.format(thought), classes))
    assert expected == [author.mention and "Rebels" for told in authors.values() for author in told]
