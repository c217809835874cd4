"""Which events without a time are told as the news of the day, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.events.news import news_of_the_day
from graph.model import Passage, Span, TimeExpression

from scenes import drafts, ground

CLASSES = {"Acme": "Company", "Rebels": "ArmedGroup", "town": "City", "Spokesmen": "Group", "Lima": "City", "men": "Group"}
PAST = "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Lima/Lima/NNP/dobj/2 ././././2"


def after_the_lead(table: str) -> str:
    return f"{PAST} {_behind(PAST, table).removeprefix(PAST).strip()}"


def news(table: str, headline: str = "", time: str = "") -> list[str]:
    """The triggers of what is news; the article is `headline` and `table`, `time` a word of it that tells a time."""
    shifted = _behind(headline, table)
    scene, found = ground(shifted, CLASSES), drafts(shifted, CLASSES)
    text = scene.reading.doc.text
    end = len(ground(headline, CLASSES).reading.doc.text) if headline else 0
    passages = (Passage(Span(0, end), "headline", "headline"),) if headline else ()
    at = text.index(time) if time else 0
    times = (TimeExpression("t1", Span(at, at + len(time)), time, "DATE", "2019-05"),) if time else ()
    fresh = news_of_the_day(found, (), times, passages, scene)
    return [found[number].token.text for number in sorted(fresh)]


def _behind(first: str, table: str) -> str:
    """Two tables as one, the heads of the second counted from behind the first."""
    before = len(first.split())
    rows = [cell.rsplit("/", 1) for cell in table.split()]
    return " ".join([first, *(f"{word}/{int(head) + before if int(head) else 0}" for word, head in rows)])


def test_the_first_sentence_tells_the_news_and_later_ones_need_not():
    assert news(after_the_lead(PAST)) == ["attacked"]


def test_what_had_been_before_or_is_always_so_is_no_news():
    had = "Rebels/rebel/NNS/nsubj/3 had/have/AUX/aux/3 attacked/attack/VBN/ROOT/0 Lima/Lima/NNP/dobj/3"
    always = "Rebels/rebel/NNS/nsubj/2 attack/attack/VBP/ROOT/0 Lima/Lima/NNP/dobj/2"
    assert news(had) == []
    assert news(always) == []


def test_a_headline_tells_news_in_the_present_and_without_a_helping_verb():
    attack = "Rebels/rebel/NNS/nsubj/2 attack/attack/VBP/ROOT/0 Lima/Lima/NNP/dobj/2"
    attacked = "Lima/Lima/NNP/nsubjpass/2 attacked/attack/VBN/ROOT/0"
    has = "Acme/Acme/NNP/nsubj/3 has/have/VBZ/aux/3 sued/sue/VBN/ROOT/0 men/man/NNS/dobj/3"
    assert news(has, headline=attack) == ["attack", "sued"]
    assert news(has, headline=attacked) == ["attacked", "sued"]


def test_what_is_told_before_or_beside_its_speaker_is_news():
    before = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ccomp/6 Lima/Lima/NNP/dobj/2 ,/,/,/punct/6 "
        "Spokesmen/spokesman/NNS/nsubj/6 said/say/VBD/ROOT/0"
    )
    told = (
        "Spokesmen/spokesman/NNS/nsubj/2 said/say/VBD/ROOT/0 Rebels/rebel/NNS/nsubj/4 attacked/attack/VBD/ccomp/2 "
        "Lima/Lima/NNP/dobj/4"
    )
    assert news(before) == ["attacked", "said"]
    assert news(told) == ["said"]


def test_who_says_something_says_it_that_day_wherever_it_stands():
    assert news(
        after_the_lead("Spokesmen/spokesman/NNS/nsubj/2 said/say/VBD/ROOT/0 Rebels/rebel/NNS/nsubj/4 fled/flee/VBD/ccomp/2")
    ) == [
        "attacked",
        "said",
    ]


def test_not_so_where_a_time_is_told_around_it():
    dated = (
        "In/in/IN/prep/4 May/May/NNP/pobj/1 Spokesmen/spokesman/NNS/nsubj/4 said/say/VBD/ROOT/0 "
        "Rebels/rebel/NNS/nsubj/6 fled/flee/VBD/ccomp/4"
    )
    assert news(after_the_lead(dated), time="May") == ["attacked"]


@pytest.mark.parametrize("speaker", ["I/I", "We/we"])
def test_not_so_in_the_words_of_a_speaker(speaker):
    told = f"{speaker}/PRP/nsubj/2 told/tell/VBD/ROOT/0 Spokesmen/spokesman/NNS/dobj/2"
    assert news(after_the_lead(told)) == ["attacked"]


def test_what_has_been_said_by_now_is_news_though_the_sentence_before_has_a_time():
    dated = "In/in/IN/prep/3 May/May/NNP/pobj/1 fled/flee/VBD/ROOT/0 Rebels/rebel/NNS/nsubj/3 ././././3"
    simple = "Spokesmen/spokesman/NNS/nsubj/2 said/say/VBD/ROOT/0"
    perfect = "Spokesmen/spokesman/NNS/nsubj/3 have/have/VBP/aux/3 said/say/VBN/ROOT/0"
    assert news(after_the_lead(_behind(dated, simple)), time="May") == ["attacked"]
    assert news(after_the_lead(_behind(dated, perfect)), time="May") == ["attacked", "said"]


@pytest.mark.parametrize("word", ["already", "repeatedly"])
def test_not_so_what_was_on_other_days(word):
    told = f"Spokesmen/spokesman/NNS/nsubj/4 have/have/VBP/aux/4 {word}/{word}/RB/advmod/4 said/say/VBN/ROOT/0"
    assert news(after_the_lead(told)) == ["attacked"]
    assert news(told) == []


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("on/on/IN/prep/2 previous/previous/JJ/amod/5 occasions/occasion/NNS/pobj/3", ["attacked"]),
        ("at/at/IN/prep/2 the/the/DT/det/5 time/time/NN/pobj/3", ["attacked"]),
        ("on/on/IN/prep/2 this/this/DT/det/5 occasion/occasion/NN/pobj/3", ["attacked", "said"]),
        ("at/at/IN/prep/2 same/same/JJ/amod/5 time/time/NN/pobj/3", ["attacked", "said"]),
    ],
)
def test_not_so_what_was_on_other_occasions(time, expected):
    assert expected == news(after_the_lead("Spokesmen/spokesman/NNS/nsubj/2 said/say/VBD/ROOT/0 " + time))
