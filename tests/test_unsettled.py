"""How far an event has come that goes with another, is an idea or the end of something, on parses written by hand."""

from __future__ import annotations

from functools import lru_cache

import pytest
from graph.modality import Status, status
from graph.ontology import Ontology, load

from parsed import parsed


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load()


def of(table: str, word: str) -> Status:
    return status(next(token for token in parsed(table) if token.text == word), ontology())


def told(table: str, word: str) -> tuple[str, str]:
    found = of(table, word)
    return found.polarity, found.modality


def test_what_somebody_wants_to_announce_has_happened_whether_he_does_or_not():
    table = (
        "He/he/PRP/nsubj/2 wants/want/VBZ/ROOT/0 to/to/TO/aux/4 announce/announce/VB/xcomp/2 that/that/IN/mark/8"
        " troops/troop/NNS/nsubj/8 have/have/VBP/aux/8 left/leave/VBN/ccomp/4"
    )
    assert ("positive", "actual") == told(table, "left")
    assert ("positive", "planned") == told(table, "announce")


@pytest.mark.parametrize(("verb", "expected"), [("going/go/VBG", "planned"), ("seen/see/VBN", "actual")])
def test_what_they_are_going_to_be_doing_is_to_come(verb: str, expected: str):
    table = f"They/they/PRP/nsubj/3 are/be/VBP/aux/3 {verb}/ROOT/0 to/to/TO/aux/6 be/be/VB/aux/6 leaving/leave/VBG/xcomp/3"
    assert ("positive", expected) == told(table, "leaving")


def test_what_is_reached_without_is_not_reached():
    table = (
        "Talks/talk/NNS/nsubj/2 ended/end/VBD/ROOT/0 without/without/IN/prep/2 deals/deal/NNS/pobj/3 being/be/VBG/auxpass/6"
        " signed/sign/VBN/acl/4"
    )
    assert ("negative", "actual") == told(table, "signed")


def test_purpose_of_what_would_be_is_as_hypothetical():
    table = (
        "They/they/PRP/nsubj/3 would/would/MD/aux/3 march/march/VB/ROOT/0 to/to/TO/aux/5 storm/storm/VB/advcl/3"
        " towns/town/NNS/dobj/5"
    )
    assert ("positive", "hypothetical") == told(table, "storm")


def test_what_somebody_is_criticized_for_has_been_done():
    table = (
        "He/he/PRP/nsubj/2 wants/want/VBZ/ROOT/0 to/to/TO/aux/4 praise/praise/VB/xcomp/2 her/she/PRP/dobj/4 for/for/IN/prep/4"
        " coming/come/VBG/pcomp/6"
    )
    assert ("positive", "actual") == told(table, "coming")


@pytest.mark.parametrize(
    ("modal", "verb", "words", "expected"),
    [
        ("could/could/MD", "end", "in/in/IN/prep/3 strikes/strike/NNS/pobj/4", "possible"),
        ("will/will/MD", "speak", "at/at/IN/prep/3 talks/talk/NNS/pobj/4", "planned"),
        ("did/do/VBD", "speak", "at/at/IN/prep/3 talks/talk/NNS/pobj/4", "actual"),
        ("will/will/MD", "speak", "about/about/IN/prep/3 strikes/strike/NNS/pobj/4", "actual"),
        ("will/will/MD", "vote", "in/in/IN/prep/3 their/their/PRP$/poss/6 elections/election/NNS/pobj/4", "planned"),
        ("will/will/MD", "mourn", "in/in/IN/prep/3 their/their/PRP$/poss/6 wars/war/NNS/pobj/4", "actual"),
    ],
)
def test_what_is_to_happen_in_an_event_is_no_sooner_than_the_event(modal: str, verb: str, words: str, expected: str):
    table = f"They/they/PRP/nsubj/3 {modal}/aux/3 {verb}/{verb}/VB/ROOT/0 {words}"
    assert expected == of(table, words.rsplit(maxsplit=1)[-1].partition("/")[0]).modality


def test_what_was_not_said_at_talks_leaves_the_talks_as_they_were():
    table = "They/they/PRP/nsubj/4 did/do/VBD/aux/4 not/not/RB/neg/4 speak/speak/VB/ROOT/0 at/at/IN/prep/4 talks/talk/NNS/pobj/5"
    assert ("positive", "actual") == told(table, "talks")


@pytest.mark.parametrize(("subject", "expected"), [("solution", "planned"), ("outcome", "actual")])
def test_what_the_solution_is_has_not_come_about(subject: str, expected: str):
    table = f"The/the/DT/det/2 {subject}/{subject}/NN/nsubj/3 is/be/VBZ/ROOT/0 talks/talk/NNS/attr/3"
    assert ("positive", expected) == told(table, "talks")


@pytest.mark.parametrize(("article", "expected"), [("a/a", "possible"), ("the/the", "actual")])
def test_the_idea_of_an_event_tells_of_none(article: str, expected: str):
    table = (
        f"He/he/PRP/nsubj/2 liked/like/VBD/ROOT/0 the/the/DT/det/4 idea/idea/NN/dobj/2 of/of/IN/prep/4 {article}/DT/det/7"
        " truce/truce/NN/pobj/5"
    )
    assert ("positive", expected) == told(table, "truce")


def test_a_number_of_planned_events_are_planned():
    table = (
        "They/they/PRP/nsubj/2 planned/plan/VBD/ROOT/0 a/a/DT/det/4 number/number/NN/dobj/2 of/of/IN/prep/4"
        " strikes/strike/NNS/pobj/5"
    )
    assert ("positive", "planned") == told(table, "strikes")


def test_wish_that_something_be_is_of_what_is_to_come():
    table = (
        "Their/their/PRP$/poss/2 wish/wish/NN/nsubj/8 that/that/IN/mark/6 talks/talk/NNS/nsubjpass/6 be/be/VB/auxpass/6"
        " held/hold/VBN/acl/2 now/now/RB/advmod/6 failed/fail/VBD/ROOT/0"
    )
    assert ("positive", "planned") == told(table, "held")


def test_both_verbs_behind_if_are_hypothetical():
    table = (
        "If/if/IN/mark/3 they/they/PRP/nsubj/3 leave/leave/VBP/advcl/8 and/and/CC/cc/3 resign/resign/VBP/conj/3 ,/,/,/punct/8"
        " we/we/PRP/nsubj/8 stay/stay/VBP/ROOT/0"
    )
    assert ("positive", "hypothetical") == told(table, "resign")


@pytest.mark.parametrize(("known", "expected"), [("previous", "positive"), ("harsh", "negative")])
def test_what_was_there_before_did_not_fail_to_be(known: str, expected: str):
    table = (
        f"{known}/{known}/JJ/amod/2 sanctions/sanction/NNS/nsubj/5 had/have/VBD/aux/5 not/not/RB/neg/5 brought/bring/VBN/ROOT/0"
        " peace/peace/NN/dobj/5"
    )
    assert expected == told(table, "sanctions")[0]


@pytest.mark.parametrize(("verb", "expected"), [("be/be", "planned"), ("take/take", "planned"), ("punish/punish", "actual")])
def test_talks_that_were_to_be_are_to_come_and_raids_have_their_ends(verb: str, expected: str):
    table = (
        f"The/the/DT/det/2 raids/raid/NNS/nsubj/3 were/be/VBD/ROOT/0 to/to/TO/aux/5 {verb}/VB/xcomp/3 the/the/DT/det/7"
        " latest/latest/NN/attr/5"
    )
    assert ("positive", expected) == told(table, "raids")


@pytest.mark.parametrize(
    ("kind", "expected"), [("disputed/dispute/VBN", ("positive", "actual")), ("planned/plan/VBN", ("positive", "planned"))]
)
def test_what_is_quarrelled_over_is_there(kind: str, expected: tuple[str, str]):
    table = f"He/he/PRP/nsubj/2 won/win/VBD/ROOT/0 {kind}/amod/4 elections/election/NNS/dobj/2"
    assert expected == told(table, "elections")


@pytest.mark.parametrize(
    ("verb", "expected"), [("quell/quell", ("positive", "actual")), ("stage/stage", ("positive", "planned"))]
)
def test_what_is_to_be_quelled_is_going_on(verb: str, expected: tuple[str, str]):
    table = (
        "He/he/PRP/nsubj/2 came/come/VBD/ROOT/0 to/to/TO/aux/4"
        f" {verb}/VB/advcl/2 swelling/swell/VBG/amod/6 protests/protest/NNS/dobj/4"
    )
    assert expected == told(table, "protests")


@pytest.mark.parametrize(("form", "expected"), [("trapped/trap/VBN", "actual"), ("attending/attend/VBG", "planned")])
def test_what_goes_along_as_done_is_so_whatever_is_to_come(form: str, expected: str):
    table = (
        "The/the/DT/det/2 toll/toll/NN/nsubjpass/4 was/be/VBD/auxpass/4 set/set/VBN/ROOT/0 to/to/TO/aux/6 rise/rise/VB/xcomp/4"
        f" with/with/IN/prep/4 ten/ten/CD/nsubj/9 {form}/pcomp/7"
    )
    assert ("positive", expected) == told(table, form.partition("/")[0])


def test_what_somebody_is_warned_against_is_open():
    table = (
        "It/it/PRP/nsubj/2 warned/warn/VBD/ROOT/0 on/on/IN/prep/2 Monday/Monday/NNP/pobj/3 {word} attacking/attack/VBG/pcomp/5"
        " towns/town/NNS/dobj/6"
    )
    assert ("positive", "hypothetical") == told(table.format(word="against/against/IN/prep/2"), "attacking")
    assert ("positive", "actual") == told(table.format(word="after/after/IN/prep/2"), "attacking")
