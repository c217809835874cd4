"""Which events of an article tell again of an earlier one, on parses written by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from graph.annotate import annotate, load_model
from graph.extract import Tools, extract
from graph.gazetteer import open_gazetteer
from graph.model import Article
from graph.ontology import load

from parsed import parsed
from scenes import links

CLASSES = {"Rebels": "ArmedGroup", "Police": "SecurityForce", "clerk": "Person", "Club": "Organization", "Firm": "Company"}
ARRESTED = "Police/Police/NNP/nsubj/2 arrested/arrest/VBD/ROOT/0 the/the/DT/det/4 clerk/clerk/NN/dobj/2"
ATTACKED = "Rebels/rebel/NNPS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2"


def taken_up(table: str, times: Mapping[int, str] | None = None) -> list[tuple[str, str]]:
    """(again, first) as words of the text; `times` are of the events in their order."""
    drafts, found = links(table, CLASSES, times)
    return [(drafts[again].token.text, drafts[first].token.text) for again, first in sorted(found.same.items())]


def test_a_definite_noun_takes_up_the_verb_of_its_word():
    assert [("arrest", "arrested")] == taken_up(f"{ARRESTED} The/the/DT/det/6 arrest/arrest/NN/dep/2")


def test_another_word_for_what_one_person_suffers_once_takes_it_up():
    caught = "Police/Police/NNP/nsubj/6 caught/catch/VBD/dep/2 the/the/DT/det/8 clerk/clerk/NN/dobj/6"
    captured = caught.replace("caught/catch", "captured/capture")

    assert [("captured", "arrested")] == taken_up(f"{ARRESTED} {captured}")


@pytest.mark.parametrize(
    "again",
    [
        "The/the/DT/det/6 arrests/arrest/NNS/dep/2",
        "The/the/DT/det/7 first/first/JJ/amod/7 arrest/arrest/NN/dep/2",
        "The/the/DT/det/6 arrest/arrest/NN/dep/2 that/that/WDT/nsubj/8 came/come/VBD/relcl/6",
        "Police/Police/NNP/nsubj/6 arrested/arrest/VBD/dep/2 the/the/DT/det/8 clerk/clerk/NN/dobj/6 again/again/RB/advmod/6",
        "Police/Police/NNP/nsubj/6 arrested/arrest/VBD/dep/2 the/the/DT/det/8 clerk/clerk/NN/dobj/6 twice/twice/RB/advmod/6",
        "Police/Police/NNP/nsubj/6 arrested/arrest/VBD/dep/2 the/the/DT/det/8 clerk/clerk/NN/dobj/6 three/three/CD/nummod/10"
        " times/time/NNS/npadvmod/6",
    ],
    ids=["many", "counted", "told-apart", "again", "twice", "three-times"],
)
def test_what_is_of_another_number_or_another_time_takes_up_nothing(again):
    assert [] == taken_up(f"{ARRESTED} {again}")


@pytest.mark.parametrize(("time", "expected"), [("2021-08", []), ("2021-08-03", [("arrested", "arrested")])])
def test_who_looks_back_to_a_month_tells_of_another_deed(time: str, expected: list[tuple[str, str]]):
    again = "Police/Police/NNP/nsubj/6 arrested/arrest/VBD/dep/2 the/the/DT/det/8 clerk/clerk/NN/dobj/6"

    assert expected == taken_up(f"{ARRESTED} {again}", {1: time})


def test_a_noun_after_a_comma_is_told_more_of_and_not_told_apart():
    again = "The/the/DT/det/6 arrest/arrest/NN/dep/2 ,/,/,/punct/6 which/which/WDT/nsubj/9 came/come/VBD/relcl/6"

    assert [("arrest", "arrested")] == taken_up(f"{ARRESTED} {again}")


@pytest.mark.parametrize("word", ["previous", "future"])
def test_what_came_before_the_news_or_will_come_after_is_not_taken_up(word: str):
    earlier = f"A/a/DT/det/3 {word}/{word}/JJ/amod/3 arrest/arrest/NN/ROOT/0"

    assert [] == taken_up(f"{earlier} that/that/DT/det/5 arrest/arrest/NN/dep/3")


def test_other_words_of_a_wide_class_tell_of_something_else():
    hired = "Firm/Firm/NNP/nsubj/2 hired/hire/VBD/ROOT/0 the/the/DT/det/4 clerk/clerk/NN/dobj/2"

    assert [] == taken_up(f"{hired} the/the/DT/det/6 nomination/nomination/NN/dep/2")


def test_the_same_doer_does_the_like_again_in_one_sentence():
    again = "Rebels/rebel/NNPS/nsubj/5 attacked/attack/VBD/conj/2"

    assert [] == taken_up(f"{ATTACKED} {again}")


@pytest.mark.parametrize(
    ("first", "again", "one"),
    [
        ("the/the/DT/det/4 plant/plant/NN/dobj/2", "its/its/PRP$/poss/8 plant/plant/NN/dobj/6", True),
        ("the/the/DT/det/4 plant/plant/NN/dobj/2", "the/the/DT/det/8 mine/mine/NN/dobj/6", False),
        ("two/two/CD/nummod/4 mines/mine/NNS/dobj/2", "three/three/CD/nummod/8 mines/mine/NNS/dobj/6", False),
        ("a/a/DT/det/4 plant/plant/NN/dobj/2", "another/another/DT/det/8 plant/plant/NN/dobj/6", False),
    ],
    ids=["one-word", "other-words", "other-numbers", "another"],
)
def test_what_one_does_to_other_things_is_told_anew(first: str, again: str, one: bool):
    told = f"Firm/Firm/NNP/nsubj/2 sold/sell/VBD/ROOT/0 {first} Firm/Firm/NNP/nsubj/6 sold/sell/VBD/ROOT/0 {again}"

    assert one is (("sold", "sold") in taken_up(told))


@pytest.mark.parametrize(("word", "one"), [("vote", True), ("referendum", False)])
def test_another_word_of_an_election_is_of_another(word: str, one: bool):
    voted = "Police/Police/NNP/nsubj/2 voted/vote/VBD/ROOT/0"

    assert one is ((word, "voted") in taken_up(f"{voted} the/the/DT/det/4 {word}/{word}/NN/dep/2"))


def test_another_word_points_to_the_last_of_the_kind_and_no_further_back():
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0"
    doubled = "two/two/CD/nummod/4 bombings/bombing/NNS/dep/2"

    assert ("explosion", "blast") in taken_up(f"{told} the/the/DT/det/4 explosion/explosion/NN/dep/2")
    assert ("explosion", "blast") not in taken_up(f"{told} {doubled} the/the/DT/det/6 explosion/explosion/NN/dep/2")
    assert ("blast", "blast") in taken_up(f"{told} {doubled} the/the/DT/det/6 blast/blast/NN/dep/2")


def test_what_stands_beside_another_is_not_that():
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0 and/and/CC/cc/2 the/the/DT/det/5 explosion/explosion/NN/conj/2"

    assert [] == taken_up(told)


@pytest.mark.parametrize(
    ("before", "one"),
    [("federal/federal/JJ", False), ("deadly/deadly/JJ", True), ("Kirkuk/Kirkuk/NNP", True), ("Mosul/Mosul/NNP", False)],
)
def test_a_new_word_before_the_noun_says_which(before: str, one: bool):
    again = f"the/the/DT/det/6 {before}/compound/6 attack/attack/NN/dep/2"

    assert one is (("attack", "attacked") in taken_up(f"{ATTACKED} {again}"))


def test_one_word_for_one_and_another_for_many_are_of_others():
    for noun, one in (("explosion/explosion/NN", True), ("explosions/explosion/NNS", False)):
        told = f"Two/two/CD/nummod/2 blasts/blast/NNS/ROOT/0 the/the/DT/det/4 {noun}/dep/2"
        told = told.replace("Two/two/CD/nummod/2 blasts/blast/NNS", "A/a/DT/det/2 blast/blast/NN") if one else told
        word = noun.partition("/")[0]
        assert one is ((word, "blast") in taken_up(told)) or (word, "blasts") in taken_up(told)


@pytest.mark.parametrize(("thing", "one"), [("truce/truce/NN", True), ("visit/visit/NN", False)])
def test_one_rejects_this_and_that(thing: str, one: bool):
    first = (
        "Firm/Firm/NNP/poss/3 's/'s/POS/case/1 rejection/rejection/NN/ROOT/0 of/of/IN/prep/3 a/a/DT/det/6 truce/truce/NN/pobj/4"
    )
    again = (
        f"Firm/Firm/NNP/poss/9 's/'s/POS/case/7 rejection/rejection/NN/ROOT/0 of/of/IN/prep/9 the/the/DT/det/12 {thing}/pobj/10"
    )

    assert one is (("rejection", "rejection") in taken_up(f"{first} {again}"))


@pytest.mark.parametrize(("between", "one"), [(60, True), (100, False), (200, False)])
def test_another_word_points_to_what_was_told_lately(between: int, one: bool):
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0"
    filling = " ".join(["calm/calm/JJ/dep/2"] * between)

    again = f"the/the/DT/det/{between + 4} explosion/explosion/NN/dep/2"
    assert one is (("explosion", "blast") in taken_up(f"{told} {filling} {again}"))


def test_the_same_word_points_further_back_but_not_past_another_of_the_kind():
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0"
    filling = " ".join(["calm/calm/JJ/dep/2"] * 100)
    other = "two/two/CD/nummod/104 blasts/blast/NNS/dep/2"

    assert ("blast", "blast") in taken_up(f"{told} {filling} the/the/DT/det/104 blast/blast/NN/dep/2")
    assert ("blast", "blast") not in taken_up(f"{told} {filling} {other} the/the/DT/det/106 blast/blast/NN/dep/2")


@pytest.mark.parametrize(("behind", "one"), [("", True), (" in/in/IN/prep/{0} Kirkuk/Kirkuk/NNP/pobj/{1}", False)])
def test_the_only_one_of_its_kind_is_meant_however_long_ago_unless_more_is_told(behind: str, one: bool):
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0"
    filling = " ".join(["calm/calm/JJ/dep/2"] * 200)
    other = "two/two/CD/nummod/4 blasts/blast/NNS/dep/2"
    again = "the/the/DT/det/{0} blast/blast/NN/dep/2"

    assert one is (("blast", "blast") in taken_up(f"{told} {filling} {again.format(204)}{behind.format(204, 205)}"))
    assert ("blast", "blast") not in taken_up(f"{told} {other} {filling} {again.format(206)}")


@pytest.mark.parametrize(("word", "expected"), [("as/as/IN", [("assault", "attacked")]), ("near/near/IN", [])])
def test_what_a_deed_is_called_is_that_deed(word: str, expected: list[tuple[str, str]]):
    called = (
        f"He/he/PRP/nsubj/5 denounced/denounce/VBD/dep/2 it/it/PRP/dobj/5 {word}/prep/5 an/a/DT/det/9 assault/assault/NN/pobj/7"
    )

    assert expected == taken_up(f"{ATTACKED} {called}")


def test_another_word_for_what_was_long_ago_is_of_what_is_new():
    told = "A/a/DT/det/2 blast/blast/NN/ROOT/0 the/the/DT/det/4 explosion/explosion/NN/dep/2"

    assert ("explosion", "blast") in taken_up(told, {0: "2024-05-02"})
    assert ("explosion", "blast") not in taken_up(told, {0: "2021"})


BOMBED = "Rebels/rebel/NNPS/nsubj/2 bombed/bomb/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2"
KILLED = "The/the/DT/det/{0} {1}bombing/bombing/NN/nsubj/{2} killed/kill/VBD/dep/2 {3}the/the/DT/det/{4} clerk/clerk/NN/dobj/{2}"


def test_whom_it_killed_is_news_of_what_was_told():
    assert ("bombing", "bombed") in taken_up(f"{BOMBED} {KILLED.format(5, '', 6, '', 8)}")


def test_the_latest_is_not_the_one_told():
    latest = KILLED.format(6, "latest/late/JJS/amod/6 ", 7, "", 9)

    assert ("bombing", "bombed") not in taken_up(f"{BOMBED} {latest}")


@pytest.mark.model
@pytest.mark.parametrize(("toll", "again"), [("12", True), ("five", False)])
def test_other_tolls_are_of_other_deeds(toll: str, again: bool):
    tools = Tools(load(), open_gazetteer())
    article = Article("one", f"The bombing killed {toll} soldiers in the city. The bombing killed 12 people.", "page")
    ((read, passages, doc),) = annotate([article], load_model("md"), tools.ontology, gazetteer=tools.gazetteer)

    bombings = [event for event in extract(read, passages, doc, tools).events if event.type == "Bombing"]
    assert [False, again] == [event.same_as is not None for event in bombings]


ON_A_MOSQUE = "Rebels/rebel/NNPS/nsubj/2 bombed/bomb/VBD/ROOT/0 the/the/DT/det/4 mosque/mosque/NN/dobj/2"


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("The/the/DT/det/6 attack/attack/NN/dep/2 on/on/IN/prep/6 the/the/DT/det/9 mosque/mosque/NN/pobj/7", True),
        ("The/the/DT/det/6 attack/attack/NN/dep/2 on/on/IN/prep/6 the/the/DT/det/9 market/market/NN/pobj/7", False),
    ],
    ids=["what was told of", "another"],
)
def test_the_attack_on_what_was_hit_is_the_one_told(again, expected):
    drafts, found = links(f"{ON_A_MOSQUE} {again}", CLASSES | {"mosque": "Building", "market": "Building"})
    told = {(drafts[later].type, drafts[first].token.text) for later, first in found.same.items()}
    assert expected is (("Attack", "bombed") in told)


@pytest.mark.parametrize(("label", "expected"), [("DATE", [("attack", "attacked")]), ("ORG", [])])
def test_the_attack_of_a_day_is_the_one_told(label, expected):
    doc = parsed(f"{ATTACKED} Monday/Monday/NNP/poss/6 's/'s/POS/case/4 attack/attack/NN/dep/2")
    doc.set_ents([doc.char_span(start := doc.text.index("Monday"), start + len("Monday"), label=label)])
    drafts, found = links(doc, CLASSES)
    assert expected == [(drafts[again].token.text, drafts[first].token.text) for again, first in found.same.items()]
