"""Labels of events and statements."""

import pytest
from graph.assemble.labels import Status, event_label, statement_label, target_word
from graph.ontology import load

FACT = Status("positive", "actual")


def label(kind="airstrike", *, word="on", time=None, status=FACT, **fillers):
    return event_label(kind, fillers, target_word=word, time=time, status=status)


def test_who_did_what_to_whom_where_and_when():
    found = label(agent=["United States"], target=["Kataib Hezbollah"], place=["Iraq"], time="2019-12-29")
    assert found == "Airstrike by United States on Kataib Hezbollah, Iraq, 2019-12-29"


def test_a_place_that_plays_another_part_is_named_once():
    found = label("withdrawal", agent=["crowds"], origin=["embassy"], place=["Baghdad", "embassy"])
    assert found == "Withdrawal by crowds from embassy, Baghdad"


def test_what_is_unknown_is_left_out():
    assert label() == "Airstrike"


def test_a_verb_is_followed_by_its_target():
    assert label("smash", word="", agent=["crowds"], target=["cameras"]) == "Smash cameras by crowds"


def test_more_than_two_are_counted():
    assert label(agent=["A", "B"]) == "Airstrike by A and B"
    assert label(agent=["A", "B", "C", "D"]) == "Airstrike by A, B and 2 more"
    assert label(target=["Red Front", "fighters of a militia", "people"]) == "Airstrike on Red Front and 2 more"


def test_what_keeps_people_of_one_name_apart_is_left_to_their_own_labels():
    assert label(target=["people (bf4c0269)", "people (1989)", "people (11d3bda9)"]) == "Airstrike on people and people (1989)"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status("positive", "planned"), " (planned)"),
        (Status("positive", "possible"), " (possible)"),
        (Status("negative", "possible"), " (denied)"),
        (Status("negative", "hypothetical"), " (did not happen)"),
    ],
)
def test_no_plain_fact_is_labelled_as_one(status, word):
    assert label(status=status) == "Airstrike" + word


def test_long_names_are_cut_at_a_word():
    assert label(agent=["word " * 40]) == f"Airstrike by {' '.join(['word'] * 12)}…"


def test_a_statement_is_known_by_its_speaker_not_by_its_words():
    assert statement_label("Iraq", "2020-01-02") == "Statement by Iraq, reported 2020-01-02"
    assert statement_label("Iraq", None) == "Statement by Iraq"
    assert statement_label("Iraq", None, denies=True) == "Denial by Iraq"


def test_the_frame_tells_the_preposition_of_the_target():
    frames = {frame.type: frame for frame in load().frames}
    assert target_word(frames["Airstrike"]) == "on"
    assert target_word(None) == "of"
