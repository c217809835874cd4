"""Verbs that no class knows: which of them tell of something that was or will be done, on parses written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.events.drafts import Numbers, draft_events
from graph.model import ASIDE

from scenes import drafts, ground

KNOWN = {"Okonjo": "Person", "clerks": "Group"}


def plain(table: str, classes: dict[str, str] | None = None) -> list[str]:
    """The lemmas of the plain events of a sentence."""
    return [draft.token.lemma_ for draft in drafts(table, classes or KNOWN) if draft.rule == "plain"]


@pytest.mark.parametrize(
    ("helper", "expected"),
    [("will", ["juggle"]), ("would", []), ("can", []), ("might", []), ("must", []), ("should", [])],
)
def test_what_may_or_should_be_done_is_not_told_as_done(helper: str, expected: list[str]):
    table = (
        f"Okonjo/Okonjo/NNP/nsubj/3 {helper}/{helper}/MD/aux/3 juggle/juggle/VB/ROOT/0 clerks/clerk/NNS/dobj/3"
        " tomorrow/tomorrow/NN/npadvmod/3"
    )

    assert expected == plain(table)


@pytest.mark.parametrize(
    ("governor", "lemma", "expected"),
    [
        ("decided", "decide", ["juggle"]),
        ("managed", "manage", ["juggle"]),
        ("began", "begin", ["juggle"]),
        ("gathered", "gather", ["juggle"]),
        ("watched", "watch", ["juggle"]),
        ("learned", "learn", []),
        ("worked", "work", []),
    ],
)
def test_an_infinitive_tells_what_is_meant_or_brought_about(governor: str, lemma: str, expected: list[str]):
    table = (
        f"Okonjo/Okonjo/NNP/nsubj/2 {governor}/{lemma}/VBD/ROOT/0 to/to/TO/aux/4 juggle/juggle/VB/xcomp/2 clerks/clerk/NNS/dobj/4"
    )

    assert expected == [found for found in plain(table) if found == "juggle"]


def test_what_a_verb_leaves_open_it_leaves_open_for_the_verb_joined_to_it():
    table = (
        "Okonjo/Okonjo/NNP/nsubj/3 can/can/MD/aux/3 juggle/juggle/VB/ROOT/0 and/and/CC/cc/3 whisk/whisk/VB/conj/3"
        " clerks/clerk/NNS/dobj/5"
    )

    assert [] == plain(table)


def test_a_second_verb_with_helpers_of_its_own_is_told_by_them():
    table = (
        "Okonjo/Okonjo/NNP/nsubj/3 can/can/MD/aux/3 juggle/juggle/VB/ROOT/0 and/and/CC/cc/3 has/have/VBZ/aux/6"
        " whisked/whisk/VBN/conj/3 clerks/clerk/NNS/dobj/6"
    )

    assert ["whisk"] == plain(table)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("after", ["juggle"]), ("by", ["juggle"]), ("on", []), ("from", [])],
)
def test_a_gerund_tells_what_was_done_besides(opening: str, expected: list[str]):
    table = (
        f"Okonjo/Okonjo/NNP/nsubj/2 sneezed/sneeze/VBD/ROOT/0 {opening}/{opening}/IN/prep/2 juggling/juggle/VBG/pcomp/3"
        " clerks/clerk/NNS/dobj/4"
    )

    assert expected == [found for found in plain(table) if found == "juggle"]


def test_a_gerund_tells_what_somebody_was_punished_or_charged_for():
    fined = (
        "Okonjo/Okonjo/NNP/nsubjpass/3 was/be/AUX/auxpass/3 fined/fine/VBN/ROOT/0 for/for/IN/prep/3 juggling/juggle/VBG/pcomp/4"
        " clerks/clerk/NNS/dobj/5"
    )
    charged = fined.replace("fined/fine", "accused/accuse").replace("for/for", "of/of")
    praised = fined.replace("fined/fine", "barred/bar").replace("for/for", "from/from")

    assert (["juggle"], ["juggle"], []) == (plain(fined), plain(charged), plain(praised))


def test_a_participle_behind_a_noun_tells_of_a_deed_only_with_its_doer():
    state = "Okonjo/Okonjo/NNP/nsubj/2 sneezed/sneeze/VBD/ROOT/0 on/on/IN/prep/2 clerks/clerk/NNS/pobj/3 juggled/juggle/VBN/acl/4"
    deed = f"{state} by/by/IN/agent/5 Ramos/Ramos/NNP/pobj/6"

    assert ["sneeze"] == plain(state)
    assert ["sneeze", "juggle"] == plain(deed, {**KNOWN, "Ramos": "Person"})


def test_a_past_form_behind_a_noun_without_a_subject_is_a_participle():
    table = (
        "Okonjo/Okonjo/NNP/nsubj/2 praised/praise/VBD/ROOT/0 clerks/clerk/NNS/dobj/2 juggled/juggle/VBD/acl/3 by/by/IN/prep/4"
        " hand/hand/NN/pobj/5"
    )

    assert [] == plain(table)


def test_a_helper_that_stands_alone_is_no_event():
    table = "Okonjo/Okonjo/NNP/nsubj/2 juggled/juggle/VBD/ROOT/0 as/as/IN/mark/5 clerks/clerk/NNS/nsubj/5 could/could/MD/advcl/2"

    assert ["juggle"] == plain(table)


def test_what_is_only_a_condition_is_not_kept():
    table = (
        "If/if/IN/mark/3 clerks/clerk/NNS/nsubj/3 sneeze/sneeze/VBP/advcl/7 ,/,/,/punct/7 Okonjo/Okonjo/NNP/nsubj/7"
        " would/would/MD/aux/7 juggle/juggle/VB/ROOT/0"
    )

    assert "sneeze" not in plain(table)


@pytest.mark.parametrize(("particle", "expected"), [("out", []), ("off", ["carry"])])
def test_a_verb_that_is_thin_only_with_its_particle(particle: str, expected: list[str]):
    table = f"Okonjo/Okonjo/NNP/nsubj/2 carried/carry/VBD/ROOT/0 {particle}/{particle}/RP/prt/2 errands/errand/NNS/dobj/2"

    assert expected == plain(table)


def test_a_pronoun_that_nobody_is_known_for_is_nobody_in_it():
    scene = ground("They/they/PRP/nsubj/2 sneezed/sneeze/VBD/ROOT/0", {"They": "Actor"})
    unknown = {index: replace(mention, kind="pronoun", entity=None) for index, mention in scene.reading.mention_at.items()}
    nobody = replace(scene, reading=replace(scene.reading, mention_at=unknown))
    words = list(scene.reading.event_words.values())

    assert ["plain"] == [draft.rule for draft in draft_events(words, Numbers({}), scene)]
    assert [ASIDE] == [draft.rule for draft in draft_events(words, Numbers({}), nobody)]


@pytest.mark.parametrize(("verb", "lemma", "expected"), [("resembled", "resemble", []), ("resided", "reside", [ASIDE])])
def test_a_state_is_told_aside_and_what_tells_nothing_not_at_all(verb: str, lemma: str, expected: list[str]):
    found = drafts(f"Okonjo/Okonjo/NNP/nsubj/2 {verb}/{lemma}/VBD/ROOT/0 clerks/clerk/NNS/dobj/2", KNOWN)

    assert expected == [draft.rule for draft in found]


def test_a_headline_without_another_verb_tells_what_is_to_come():
    table = "Okonjo/Okonjo/NNP/ROOT/0 to/to/TO/aux/3 juggle/juggle/VB/relcl/1 clerks/clerk/NNS/dobj/3"

    assert ["juggle"] == plain(table)


def test_what_somebody_is_suspected_of_is_told():
    table = (
        "Okonjo/Okonjo/NNP/nsubj/2 sneezed/sneeze/VBD/ROOT/0 on/on/IN/prep/2 suspicion/suspicion/NN/pobj/3 of/of/IN/prep/4"
        " juggling/juggle/VBG/pcomp/5 clerks/clerk/NNS/dobj/6"
    )

    assert "juggle" in plain(table)
    assert "juggle" not in plain(table.replace("suspicion/suspicion", "behalf/behalf"))
