"""What a time in the text means, given the day of publication, and which event it governs."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest
import spacy
from graph.dates import Lending, RelativeTime, event_time, find_times, shift
from graph.model import TimeExpression
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from parsed import parsed

WEDNESDAY = "2020-01-01"
SCRAMBLED = "0123456789/-: .'aAmpTuesdayJan,()$%\n"


@lru_cache(maxsize=1)
def tokenizer() -> Language:
    return spacy.blank("en")


def found(text: str, published: str | None = WEDNESDAY) -> list[TimeExpression]:
    return list(find_times(tokenizer()(text), published=published))


def only(text: str, published: str | None = WEDNESDAY) -> tuple[str, str, str | None, str | None]:
    (time,) = found(text, published)
    return time.text, time.kind, time.value, time.timex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday", ("Wednesday", "DATE", "2020-01-01", "2020-01-01")),
        ("Tuesday", ("Tuesday", "DATE", "2019-12-31", "2019-12-31")),
        ("on Thursday", ("Thursday", "DATE", "2019-12-26", "2019-12-26")),
        ("next Tuesday", ("next Tuesday", "DATE", "2020-01-07", "2020-01-07")),
        ("last Wednesday", ("last Wednesday", "DATE", "2019-12-25", "2019-12-25")),
        ("Tuesday night", ("Tuesday night", "TIME", "2019-12-31", "2019-12-31TNI")),
        ("early Tuesday", ("early Tuesday", "DATE", "2019-12-31", "2019-12-31")),
        ("Wednesday (January 1)", ("Wednesday (January 1)", "DATE", "2020-01-01", "2020-01-01")),
        ("Friday's attack", ("Friday", "DATE", "2019-12-27", "2019-12-27")),
        ("on Tuesdays", ("Tuesdays", "SET", None, "XXXX-WXX-2")),
        ("yesterday", ("yesterday", "DATE", "2019-12-31", "2019-12-31")),
        ("tomorrow morning", ("tomorrow morning", "TIME", "2020-01-02", "2020-01-02TMO")),
        ("tonight", ("tonight", "TIME", "2020-01-01", "2020-01-01TNI")),
        ("last night", ("last night", "TIME", "2019-12-31", "2019-12-31TNI")),
        ("last week", ("last week", "DATE", "2019-12-23/2019-12-29", "2019-W52")),
        ("this week", ("this week", "DATE", "2019-12-30/2020-01-05", "2020-W01")),
        ("since December 31", ("December 31", "DATE", "2019-12-31", "2019-12-31")),
        ("since April 9", ("April 9", "DATE", "2019-04-09", "2019-04-09")),
        ("over the weekend", ("the weekend", "DATE", "2019-12-28/2019-12-29", "2019-W52-WE")),
        ("at the weekend", ("the weekend", "DATE", "2019-12-28/2019-12-29", "2019-W52-WE")),
        ("last month", ("last month", "DATE", "2019-12", "2019-12")),
        ("next year", ("next year", "DATE", "2021", "2021")),
        ("earlier this year", ("earlier this year", "DATE", "2020", "2020")),
        ("two days ago", ("two days ago", "DATE", "2019-12-30", "2019-12-30")),
        ("six weeks ago", ("six weeks ago", "DATE", "2019-11-18/2019-11-24", "2019-W47")),
        ("nearly four years ago", ("nearly four years ago", "DATE", "2016", "2016")),
        ("Dec. 31", ("Dec. 31", "DATE", "2019-12-31", "2019-12-31")),
        ("January 3", ("January 3", "DATE", "2020-01-03", "2020-01-03")),
        ("December 31, 2019", ("December 31, 2019", "DATE", "2019-12-31", "2019-12-31")),
        ("31 December 2019", ("31 December 2019", "DATE", "2019-12-31", "2019-12-31")),
        ("10 JAN 90", ("10 JAN 90", "DATE", "1990-01-10", "1990-01-10")),
        ("July 4-6, 2019", ("July 4-6, 2019", "DATE", "2019-07-04/2019-07-06", "2019-07-04")),
        ("in 1998-99", ("1998-99", "DATE", "1998/1999", "1998")),
        ("2020-01-02", ("2020-01-02", "DATE", "2020-01-02", "2020-01-02")),
        ("mid-March", ("mid-March", "DATE", "2019-03", "2019-03")),
        ("late December", ("late December", "DATE", "2019-12", "2019-12")),
        ("last August", ("last August", "DATE", "2019-08", "2019-08")),
        ("January 1998", ("January 1998", "DATE", "1998-01", "1998-01")),
        ("early 2019", ("early 2019", "DATE", "2019", "2019")),
        ("the 2003 invasion", ("2003", "DATE", "2003", "2003")),
        ("the 2012 Libya consulate disaster", ("2012", "DATE", "2012", "2012")),
        ("the 1990s", ("the 1990s", "DATE", "1990/1999", "199")),
        ("the 20th century", ("the 20th century", "DATE", "1900/1999", "19")),
        ("New Year's Day", ("New Year's Day", "DATE", "2020-01-01", "2020-01-01")),
        ("the third quarter of 2007", ("the third quarter of 2007", "DATE", "2007-07/2007-09", "2007-Q3")),
        ("last summer", ("last summer", "DATE", "2019-06/2019-08", "2019-SU")),
        ("the end of November", ("the end of November", "DATE", "2019-11", "2019-11")),
        ("at 10:30 a.m. Tuesday", ("10:30 a.m. Tuesday", "TIME", "2019-12-31", "2019-12-31T10:30")),
        ("the past two years", ("the past two years", "DURATION", "2018-01-01/2020-01-01", "P2Y")),
        ("in the last 24 hours", ("the last 24 hours", "DURATION", "2019-12-31/2020-01-01", "P1D")),
        ("over the past few days", ("the past few days", "DURATION", "2019-12-25/2020-01-01", "PXD")),
        ("a few hours ago", ("a few hours ago", "DATE", "2019-12-31/2020-01-01", "PAST_REF")),
        ("several years ago", ("several years ago", "DATE", None, "PAST_REF")),
        ("a two-day standoff", ("two-day", "DURATION", None, "P2D")),
        ("nearly 17 years after the invasion", ("nearly 17 years", "DURATION", None, "P17Y")),
        ("for three hours", ("three hours", "DURATION", None, "PT3H")),
        ("2 1/2 years", ("2 1/2 years", "DURATION", None, "P2Y6M")),
        ("a few days", ("a few days", "DURATION", None, "PXD")),
        ("a couple of years", ("a couple of years", "DURATION", None, "P2Y")),
        ("every day", ("every day", "SET", None, "P1D")),
        ("the weekly protests", ("weekly", "SET", None, "P1W")),
        ("the troops are now there", ("now", "DATE", None, "PRESENT_REF")),
    ],
)
def test_meaning_on_the_first_of_january_2020(text: str, expected: tuple[str, str, str | None, str | None]):
    assert expected == only(text)


@pytest.mark.parametrize(
    ("text", "timex"),
    [("Tuesday", "XXXX-WXX-2"), ("Dec. 31", "XXXX-12-31"), ("Wednesday (January 1)", "XXXX-01-01"), ("last week", "XXXX-WXX")],
)
def test_without_a_day_of_publication_a_relative_time_has_no_value(text: str, timex: str):
    assert (None, timex) == only(text, None)[2:]


def test_without_a_day_of_publication_an_explicit_date_has_a_value():
    assert only("December 31, 2019", None)[2] == "2019-12-31"


@pytest.mark.parametrize(
    "text", ["a 42-year-old man", "Smith, aged 42", "2000 people died", "It may rain", "he will march on", "the winds of change"]
)
def test_no_time_at_all(text: str):
    assert found(text) == []


def test_the_next_day_counts_from_the_day_told_last():
    assert [t.value for t in found("It began on Sunday. They left the next day.")] == ["2019-12-29", "2019-12-30"]


def test_an_hour_belongs_to_the_day_told_last():
    assert [t.timex for t in found("It began on Sunday. Police came at 7:15 p.m.")] == ["2019-12-29", "2019-12-29T19:15"]


def test_a_weekday_in_a_clause_that_looks_ahead_is_the_next_one():
    table = "It/it/PRP/nsubj/3 will/will/MD/aux/3 meet/meet/VB/ROOT/0 on/on/IN/prep/3 Friday/Friday/NNP/pobj/4"

    assert [t.value for t in find_times(parsed(table), published=WEDNESDAY)] == ["2020-01-03"]


@pytest.mark.parametrize(("noun", "expected"), [("shooting", "2019-12-29"), ("vote", "2020-01-05")])
def test_what_nobody_foresees_took_place_though_it_is_looked_into_now(noun, expected):
    table = (
        f"They/they/PRP/nsubj/3 are/be/VBP/aux/3 reviewing/review/VBG/ROOT/0 the/the/DT/det/5 {noun}/{noun}/NN/dobj/3"
        " on/on/IN/prep/5 Sunday/Sunday/NNP/pobj/6"
    )

    assert [t.value for t in find_times(parsed(table), published=WEDNESDAY)] == [expected]


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 8)))
def test_a_bare_weekday_is_never_in_the_future_nor_a_week_old(day):
    (time,) = found("It happened on Sunday.", day.isoformat())
    age = day - date.fromisoformat(time.value or "")

    assert 0 <= age.days <= 6


@settings(deadline=None)
@given(
    st.text(alphabet="0123456789/-: .'aAmpTuesdayJan,()$%\n", max_size=40),
    st.sampled_from([WEDNESDAY, "0001-01-01", "9999-12-31"]),
)
def test_any_text_can_be_read_and_spans_quote_it(text: str, published: str):
    for time in found(text, published):
        assert time.text == text[time.span.start : time.span.end]


@pytest.mark.parametrize(
    ("value", "days", "moved"),
    [("2020-01-01", -1, "2019-12-31"), ("2019-12-28/2019-12-29", 2, "2019-12-30/2019-12-31"), ("2019", 1, None)],
)
def test_only_days_can_be_shifted(value: str, days: int, moved: str | None):
    assert moved == shift(value, days)


# ---------------------------------------------------------------------------------------------------------- events
LENDING = Lending({"rock"}, {"spark"})


def governs(doc: Doc, word: str) -> str | None:
    token = next(t for t in doc if t.text == word)
    told = event_time(token, find_times(doc, published=WEDNESDAY), LENDING)
    assert not isinstance(told, RelativeTime)
    return told.value if told is not None else None


def test_what_struck_has_the_time_of_striking():
    table = "Blasts/blast/NNS/nsubj/2 rocked/rock/VBD/ROOT/0 Kabul/Kabul/NNP/dobj/2 on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/4"

    assert governs(parsed(table), "Blasts") == "2019-12-31"


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("two days later", ["2019-12-02", "2019-12-04"]),
        ("three days earlier", ["2019-12-02", "2019-11-29"]),
        ("several hours later", ["2019-12-02", "2019-12-02"]),
        ("a week later", ["2019-12-02", "2019-12-09/2019-12-15"]),
        ("weeks later", ["2019-12-02"]),
        ("in May 2018 he left . Two days later", ["2019-12-02", "2018-05"]),
        ("a week later , and two days later", ["2019-12-02", "2019-12-09/2019-12-15"]),
    ],
)
def test_later_is_counted_from_the_day_told_last(later: str, expected: list[str]):
    assert expected == [time.value for time in found(f"on 2 December 2019 and {later}") if time.value]


@pytest.mark.parametrize(("noun", "time"), [("Raids", None), ("protests", "2019-12-31")])
def test_what_was_sparked_has_the_time_of_it_and_what_sparked_it_has_not(noun, time):
    table = (
        "Raids/raid/NNS/nsubj/2 sparked/spark/VBD/ROOT/0 protests/protest/NNS/dobj/2 on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/4"
    )

    assert governs(parsed(table), noun) == time


@pytest.mark.parametrize("words", ["by/by/IN/prep/2", "As/as/IN/prep/2 of/of/IN/prep/3"])
def test_what_had_happened_by_a_day_happened_no_later(words):
    place = 2 + len(words.split())
    table = f"They/they/PRP/nsubj/2 died/die/VBD/ROOT/0 {words} Tuesday/Tuesday/NNP/pobj/{place}"

    assert governs(parsed(table), "died") == "../2019-12-31"


def test_the_worst_since_a_year_does_not_last_since_then():
    table = (
        "It/it/PRP/nsubj/2 was/be/VBD/ROOT/0 the/the/DT/det/5 worst/bad/JJS/amod/5 raid/raid/NN/attr/2 since/since/IN/prep/5"
        " 2018/2018/CD/pobj/6"
    )

    assert governs(parsed(table), "raid") is None


def test_a_verb_has_the_time_of_its_preposition():
    table = "Troops/troop/NNS/nsubj/2 left/leave/VBD/ROOT/0 on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/3"

    assert governs(parsed(table), "left") == "2019-12-31"


def test_an_infinitive_shares_the_time_of_the_verb_that_carries_it():
    table = (
        "Supporters/supporter/NNS/nsubj/2 began/begin/VBD/ROOT/0 to/to/TO/aux/4 withdraw/withdraw/VB/xcomp/2"
        " on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/5"
    )

    assert governs(parsed(table), "withdraw") == "2019-12-31"


def test_what_is_threatened_on_a_day_is_not_of_that_day():
    table = (
        "He/he/PRP/nsubj/2 threatened/threaten/VBD/ROOT/0 on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/3"
        " to/to/TO/aux/6 retaliate/retaliate/VB/xcomp/2"
    )

    assert governs(parsed(table), "retaliate") is None


def test_a_noun_has_the_time_of_the_participle_that_tells_it():
    table = (
        "Raids/raid/NNS/nsubj/5 launched/launch/VBN/acl/1 on/on/IN/prep/2 Sunday/Sunday/NNP/pobj/3"
        " angered/anger/VBD/ROOT/0 them/they/PRP/dobj/5"
    )

    assert (governs(parsed(table), "Raids"), governs(parsed(table), "angered")) == ("2019-12-29", None)


def test_a_year_before_a_noun_is_of_that_noun_alone():
    table = (
        "They/they/PRP/nsubj/2 condemned/condemn/VBD/ROOT/0 the/the/DT/det/5 2003/2003/CD/nummod/5 invasion/invasion/NN/dobj/2"
    )

    assert (governs(parsed(table), "invasion"), governs(parsed(table), "condemned")) == ("2003", None)


def test_from_and_to_make_one_interval():
    table = (
        "They/they/PRP/nsubj/2 fought/fight/VBD/ROOT/0 from/from/IN/prep/2 2003/2003/CD/pobj/3"
        " to/to/IN/prep/2 2011/2011/CD/pobj/5"
    )

    assert governs(parsed(table), "fought") == "2003/2011"


@pytest.mark.parametrize(("behind", "expected"), [("", None), (" on/on/IN/prep/2 Sunday/Sunday/NNP/pobj/8", "2019-12-29")])
def test_a_time_inside_a_quotation_is_not_of_the_verb_that_quotes(behind: str, expected: str | None):
    table = (
        'He/he/PRP/nsubj/2 said/say/VBD/ROOT/0 "/"/``/punct/4 war/war/NN/dobj/2 on/on/IN/prep/2 Tuesday/Tuesday/NNP/pobj/5'
        " \"/\"/''/punct/4"
    )

    assert expected == governs(parsed(table + behind), "said")


def test_what_is_to_happen_on_a_day_happens_on_the_next():
    table = (
        "It/it/PRP/nsubj/2 is/be/VBZ/ROOT/0 to/to/TO/aux/5 be/be/VB/auxpass/5 held/hold/VBN/xcomp/2"
        " on/on/IN/prep/5 Tuesday/Tuesday/NNP/pobj/6"
    )

    assert governs(parsed(table), "held") == "2020-01-07"


def test_since_opens_an_interval():
    table = "They/they/PRP/nsubj/3 have/have/AUX/aux/3 fought/fight/VBN/ROOT/0 since/since/IN/prep/3 2018/2018/CD/pobj/4"

    assert governs(parsed(table), "fought") == "2018/.."


def test_a_day_after_is_counted_from_the_event_it_names_and_back():
    table = (
        "They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0 a/a/DT/det/4 day/day/NN/npadvmod/7 after/after/IN/mark/7"
        " he/he/PRP/nsubj/7 stormed/storm/VBD/advcl/2 it/it/PRP/dobj/7"
    )
    doc = parsed(table)
    times = find_times(doc, published=None)

    assert RelativeTime(1, doc[6].idx) == event_time(doc[1], times, LENDING)
    assert RelativeTime(-1, doc[1].idx) == event_time(doc[6], times, LENDING)


def test_days_counted_from_what_a_verb_only_says_happened_are_those_of_what_happened():
    table = (
        "They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0 two/two/CD/nummod/4 days/day/NNS/npadvmod/8 after/after/IN/mark/8"
        " a/a/DT/det/7 quake/quake/NN/nsubj/8 rocked/rock/VBD/advcl/2 Lima/Lima/NNP/dobj/8"
    )
    doc = parsed(table)

    assert RelativeTime(-2, doc[1].idx) == event_time(doc[6], find_times(doc, published=None), LENDING)


@pytest.mark.parametrize(("between", "expected"), [(" on", "1995-04-19"), (",", "1995-04-19"), (". On", "1995-04-14")])
def test_an_hour_is_of_the_day_right_behind_it(between: str, expected: str):
    times = found(f"It was April 14, 1995. The hall shook at 9:02 a.m.{between} April 19, 1995", published=None)

    assert expected == times[1].value


def test_the_day_of_what_is_spoken_of_now_is_past():
    table = (
        "They/they/PRP/nsubj/2 are/be/VBP/ROOT/0 upset/upset/JJ/acomp/2 about/about/IN/prep/3 Friday/Friday/NNP/poss/7"
        " 's/'s/POS/case/5"
        " raid/raid/NN/pobj/4"
    )

    assert ["2019-12-27"] == [time.value for time in find_times(parsed(table), published=WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "times"), [("the fall of 2018", 1), ("since the fall", 1), ("the fall of Lima", 0), ("the fall in prices", 0)]
)
def test_what_falls_is_no_season(text: str, times: int):
    assert times == len(found(text))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("that/that/WDT/nsubj/10 killed/kill/VBD/relcl/7 two/two/CD/dobj/10", "2019-12-27", id="that killed"),
        pytest.param("with/with/IN/prep/4 two/two/CD/pobj/9", "2020-01-03", id="to come"),
    ],
)
def test_a_raid_that_killed_is_over_whatever_is_promised(rest: str, expected: str):
    table = (
        "They/they/PRP/nsubj/2 promised/promise/VBD/ROOT/0 to/to/TO/aux/4 answer/answer/VB/xcomp/2 with/with/IN/prep/4"
        f" a/a/DT/det/7 raid/raid/NN/pobj/5 Friday/Friday/NNP/npadvmod/7 {rest}"
    )
    assert [expected] == [time.value for time in find_times(parsed(table), published=WEDNESDAY)]
