"""A stretch of text that speaks of time and the day of writing in, its EDTF and TimeML values out.

News conventions: a bare weekday is the last one up to and including the day of writing, or the next one in a clause that looks
ahead; a bare month or day of a month is the nearest that fits the tense.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..model import TimeKind
from ..numerals import ordinal
from .periods import (
    SEASON_MONTHS,
    Meaning,
    calendar_period,
    day_span,
    full_year,
    month_length,
    moved,
    nearest_year,
    on_day,
    quarter_period,
    season_period,
    shift_months,
    weekday_date,
    weekend,
)  # fmt: skip
from .timepieces import amount_of, clock_of, duration_value, is_ahead, part_of_day, turn_of, unit_of, year_of
from .timewords import DECADE_WORDS, DEICTIC, MONTHS, PLURALS, REFERENCES, SEASONS, SETS, WEEKDAYS
from .timex import Phrase

HOURS, FEW = 24, {"D": 7, "W": 8}
"""Hours of a day; so many days or weeks may be a few."""
STEPS = {"D": "D", "W": "W", "F": "W", "M": "M", "H": "D"}
"""How finely it is told when something was "later" by so many of a unit."""
HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31)}


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of writing, the last day the text spoke of, and that day if no other date was told since."""

    today: date | None
    focus: date | None
    base: date | None = None


def mean(phrase: Phrase, setting: Setting) -> Meaning:
    return _RULES[phrase.rule](phrase, setting)


# ------------------------------------------------------------------------------------------------------------- dates
def _iso(phrase: Phrase, _: Setting) -> Meaning:
    written = "".join(token.text for token in phrase.tokens)
    fields = [int(part) for part in written.replace("/", "-").split("-")]
    year, month, day = fields if fields[0] > 31 else (fields[2], fields[0], fields[1])
    return on_day(full_year(year), month, day)


def _date(phrase: Phrase, setting: Setting) -> Meaning:
    month = MONTHS[phrase.word("M") or ""]
    days = (
        [int(word) for word in phrase.words("D")]
        if "-" in phrase.codes and len(phrase.words("D")) > 1
        else [_day_of_month(phrase)]
    )
    year = year_of(phrase, setting.today)
    if phrase.codes in ("DMN", "DMD"):
        year = full_year(int(phrase.tokens[2].text))
    if year is None and setting.today is not None:
        year = nearest_year(setting.today, month, days[0], ahead=is_ahead(phrase))
        year -= _is_counted_from(phrase) and (year, month, days[0]) > (setting.today.year, setting.today.month, setting.today.day)
    if year is None:
        return Meaning("DATE", None, f"XXXX-{month:02d}-{days[0]:02d}")
    first = on_day(year, month, days[0])
    if len(days) > 1 and first.value is not None:
        return Meaning("DATE", f"{first.value}/{year:04d}-{month:02d}-{days[1]:02d}", first.timex)
    return first


def _is_counted_from(phrase: Phrase) -> bool:
    """ "Since January 1": it has begun."""
    first = phrase.tokens[0]
    return "since" in (first.lower_, first.nbor(-1).lower_ if first.i else "")


def _day_of_month(phrase: Phrase) -> int:
    word = phrase.word("D") or phrase.word("O") or "1"
    return int(word) if word.isdigit() else ordinal(word) or 1


def _month(phrase: Phrase, setting: Setting) -> Meaning:
    month = MONTHS[phrase.word("M") or ""]
    if phrase.has("v"):
        return Meaning("SET", None, f"XXXX-{month:02d}")
    year = year_of(phrase, setting.today)
    if year is None and setting.today is not None:
        year = _turned_year(phrase, setting.today, month)
    text = f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}"
    return Meaning("DATE", None if year is None else text, text)


def _turned_year(phrase: Phrase, today: date, month: int) -> int:
    """`last August` is last year's unless that is more than a year and a month ago."""
    if phrase.has("l"):
        return today.year - 1 if today.month <= month + 1 else today.year
    if phrase.has("x"):
        return today.year + (month <= today.month)
    if phrase.has("h"):
        return today.year
    return nearest_year(today, month, None, ahead=is_ahead(phrase))


def _weekday(phrase: Phrase, setting: Setting) -> Meaning:
    word = phrase.word("W") or ""
    if word not in WEEKDAYS:
        return Meaning("SET", None, f"XXXX-WXX-{WEEKDAYS[word.removesuffix('s')] + 1}{part_of_day(phrase)}")
    weekday, part = WEEKDAYS[word], part_of_day(phrase)
    if any(w.endswith("s") for w in phrase.words("P")):
        return Meaning("SET", None, f"XXXX-WXX-{weekday + 1}{part}")
    kind: TimeKind = "TIME" if part else "DATE"
    if setting.today is None:
        return Meaning(kind, None, f"XXXX-WXX-{weekday + 1}{part}")
    day = weekday_date(setting.today, weekday, turn_of(phrase), ahead=is_ahead(phrase)).isoformat()
    return Meaning(kind, day, day + part)


def _clock_day(phrase: Phrase, setting: Setting) -> Meaning:
    inner = _weekday if phrase.has("W") and not phrase.has("M") else _date if phrase.has("M") else _deictic
    if phrase.has("U"):
        inner = _named_unit
    drop = next(i for i, code in enumerate(phrase.codes) if code in "WMyhxt" and (code != "t" or phrase.has("U")))
    day = inner(Phrase(phrase.rule, phrase.tokens[drop:], phrase.codes[drop:]), setting)
    clock = clock_of(Phrase(phrase.rule, phrase.tokens[:drop], phrase.codes[:drop]))
    bare = (day.timex or "XXXX-XX-XX").partition("T")[0]
    return Meaning("TIME", day.value, bare + clock)


def _deictic(phrase: Phrase, setting: Setting) -> Meaning:
    part = part_of_day(phrase)
    kind: TimeKind = "TIME" if part else "DATE"
    step = DEICTIC[phrase.word("y") or "today"]
    if setting.today is None:
        return Meaning(kind, None, "PRESENT_REF" if step == 0 else "PAST_REF" if step < 0 else "FUTURE_REF")
    day = moved(setting.today, step, "D").isoformat()
    return Meaning(kind, day, day + part)


def _part_of_day(phrase: Phrase, setting: Setting) -> Meaning:
    """`last night`, `this morning`, `that evening`, `by mid-afternoon`."""
    if phrase.has("y"):
        return _deictic(phrase, setting)
    part = part_of_day(phrase)
    day = setting.today if phrase.has("hlx") else setting.focus or setting.today
    if day is None:
        return Meaning("TIME", None, f"XXXX-XX-XX{part}")
    step = -1 if phrase.has("l") else 1 if phrase.has("x") else 0
    text = moved(day, step, "D").isoformat()
    return Meaning("TIME", text, text + part)


def _clock_time(phrase: Phrase, setting: Setting) -> Meaning:
    day = setting.focus or setting.today
    clock = clock_of(phrase)
    return Meaning("TIME", day.isoformat() if day else None, f"{day.isoformat() if day else 'XXXX-XX-XX'}{clock}")


def _holiday(phrase: Phrase, setting: Setting) -> Meaning:
    month, day = HOLIDAYS["new year's eve" if phrase.has("V") else "new year's day"]
    if setting.today is None:
        return Meaning("DATE", None, f"XXXX-{month:02d}-{day:02d}")
    return on_day(nearest_year(setting.today, month, day, ahead=is_ahead(phrase)), month, day)


# ----------------------------------------------------------------------------------------------------------- periods
def _named_unit(phrase: Phrase, setting: Setting) -> Meaning:
    """`last week` counts from the day of writing, `the next day` and `that year` from the day told last."""
    unit, _ = unit_of(phrase)
    told = phrase.has("Hs") or (phrase.has("t") and phrase.word("lx") not in ("last", "past", "coming"))
    base = setting.focus if told else setting.today
    plural = (phrase.word("U") or "") in PLURALS
    if plural:
        return _vague_span(phrase, setting)
    if base is None:
        return Meaning("DATE", None, _unknown(unit))
    if phrase.has("t") and phrase.word("l") == "past":
        return Meaning("DATE", day_span(moved(base, -1, unit), base), calendar_period(unit, moved(base, -1, unit)).timex)
    return calendar_period(unit, moved(base, turn_of(phrase), unit))


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(unit, "XXXX")


def _vague_span(phrase: Phrase, setting: Setting) -> Meaning:
    unit, clock = unit_of(phrase)
    if phrase.has("x"):
        return Meaning("DATE", None, "FUTURE_REF")
    if phrase.has("r"):
        lately = _reaching(None, unit, clock, setting.today, back=True)
        told = unit == "D" and not clock
        return Meaning("DATE", lately, "PAST_REF") if told else Meaning("DURATION", lately, duration_value(None, unit, clock))
    return Meaning("DURATION", None, duration_value(None, unit, clock))


def _ago(phrase: Phrase, setting: Setting) -> Meaning:
    unit, clock = unit_of(phrase)
    amount = amount_of(phrase)
    if amount is None or setting.today is None:
        return Meaning("DATE", _reaching(None, unit, clock, setting.today, back=True), "PAST_REF")
    if clock:
        day = setting.today - timedelta(days=int(amount // 24) if unit == "H" else 0)
        return Meaning("DATE", day.isoformat(), day.isoformat())
    day = moved(setting.today, -amount, unit)
    exact = unit == "D" or (unit == "W" and amount <= 2)
    return calendar_period("D" if exact else "Y" if unit in "EC" else unit, day)


def _duration(phrase: Phrase, _: Setting) -> Meaning:
    unit, clock = unit_of(phrase)
    return Meaning("DURATION", None, duration_value(amount_of(phrase), unit, clock))


def _relative(phrase: Phrase, setting: Setting) -> Meaning:
    """`a year earlier` counts from the day of writing, shorter steps from the day told last."""
    unit, _ = unit_of(phrase)
    amount, turn = amount_of(phrase), -1 if phrase.tokens[-1].lower_ == "earlier" else 1
    if unit != "Y":
        return replace(_duration(phrase, setting), value=_stepped(phrase, setting.base, turn))
    if setting.today is None or amount != 1:
        return _duration(phrase, setting)
    return calendar_period("Y", moved(setting.today, turn, "Y"))


def _stepped(phrase: Phrase, base: date | None, turn: int) -> str | None:
    """`two days later`, `hours later`: the day so far from another; a step of weeks or months is only about so long."""
    (unit, clock), amount = unit_of(phrase), amount_of(phrase)
    if base is None or (amount is None and not clock) or unit not in STEPS:
        return None
    if clock:
        return base.isoformat() if (amount or 0) < HOURS else None
    return calendar_period(STEPS[unit], moved(base, turn * (amount or 0), unit)).value


def _beside(phrase: Phrase, setting: Setting) -> Meaning:
    """`the day before`, `the year after`: beside the day told last."""
    unit, clock = unit_of(phrase)
    if setting.focus is None or clock:
        return Meaning("DATE", None, _unknown(unit))
    back = phrase.tokens[-1].lower_ in ("before", "earlier")
    return calendar_period(unit, moved(setting.focus, -1 if back else 1, unit))


def _span(phrase: Phrase, setting: Setting) -> Meaning:
    """`the past three months`: a duration that ends, or begins, at the day of writing."""
    if phrase.has("S"):
        return Meaning("SET", None, f"XXXX-{SEASONS[(phrase.word('S') or 'summer').removesuffix('s')]}")
    unit, clock = unit_of(phrase)
    amount = amount_of(phrase)
    reach = _reaching(amount, unit, clock, setting.today, back=phrase.has("l"))
    return Meaning("DURATION", reach, duration_value(amount, unit, clock))


def _reaching(amount: float | None, unit: str, clock: bool, today: date | None, *, back: bool) -> str | None:
    """The days from so long ago to today, or on; of `a few days` and `recent hours` those they may be."""
    if clock:
        amount, unit = (1 if amount is None else -(-amount // HOURS)) if unit == "H" else 0, "D"
    amount = FEW.get(unit) if amount is None else amount
    if amount is None or today is None:
        return None
    other = moved(today, -amount if back else amount, unit)
    return day_span(min(other, today), max(other, today))


def _end(phrase: Phrase, setting: Setting) -> Meaning:
    """`the end of November`, `the end of the year`, `year-end`."""
    if phrase.has("M"):
        return _month(phrase, setting)
    last = phrase.has("d") and (phrase.word("d") == "end")
    if phrase.has("Y"):
        year = phrase.word("Y") or ""
        return Meaning("DATE", f"{year}-12" if last else year, year)
    if setting.today is None or not phrase.has("U"):
        return Meaning("DATE", None, "XXXX")
    period = calendar_period(unit_of(phrase)[0], moved(setting.today, turn_of(phrase), unit_of(phrase)[0]))
    if not last or phrase.has("hW") or period.value is None:
        return period
    if len(period.value) == 4:
        return on_day(int(period.value), 12, 31)
    return (
        on_day(int(period.value[:4]), int(period.value[5:7]), month_length(int(period.value[:4]), int(period.value[5:7])))
        if len(period.value) == 7
        else period
    )


def _quarter_of(phrase: Phrase, setting: Setting) -> Meaning:
    word = phrase.word("O") or phrase.word("K") or ""
    which = int(word[1:]) if word.startswith("q") else ordinal(word)
    year = year_of(phrase, setting.today)
    if which is not None and 1 <= which <= 4:
        if year is None and setting.today is not None:
            year = setting.today.year - (3 * which - 2 > setting.today.month and not is_ahead(phrase))
        return quarter_period(year, which) if year is not None else Meaning("DATE", None, f"XXXX-Q{which}")
    if setting.today is None or which is not None:
        return Meaning("DATE", None, "XXXX-QX")
    day = shift_months(setting.today, 3 * turn_of(phrase))
    return quarter_period(day.year, (day.month + 2) // 3)


def _weekend_of(phrase: Phrase, setting: Setting) -> Meaning:
    if setting.today is None or (phrase.word("E") or "").endswith("s"):
        return Meaning("DATE", None, "XXXX-WXX-WE")
    return weekend(setting.today, turn_of(phrase), ahead=is_ahead(phrase))


def _season_of(phrase: Phrase, setting: Setting) -> Meaning:
    season = SEASONS[phrase.word("S") or ""]
    year = year_of(phrase, setting.today)
    if year is None and setting.today is not None:
        first = SEASON_MONTHS[season][0]
        year = setting.today.year + (phrase.has("x") and first <= setting.today.month)
        if phrase.has("l") or (not phrase.has("hx") and not is_ahead(phrase)):
            year -= first + 2 >= setting.today.month
    return season_period(year, season) if year is not None else Meaning("DATE", None, f"XXXX-{season}")


def _decade(phrase: Phrase, _: Setting) -> Meaning:
    word = phrase.word("Z") or ""
    bare = word.strip("'s")
    year = DECADE_WORDS.get(word) or (1900 + int(bare) if len(bare) == 2 else int(bare))
    return Meaning("DATE", f"{year}/{year + 9}", str(year)[:3])


def _century(phrase: Phrase, _: Setting) -> Meaning:
    which = ordinal(phrase.word("O") or "") or 1
    if phrase.word("U") == "day":
        return Meaning("DATE", None, "XXXX-XX-XX")
    return Meaning("DATE", f"{100 * (which - 1):04d}/{100 * which - 1:04d}", f"{which - 1:02d}")


def _whole_year(phrase: Phrase, setting: Setting) -> Meaning:
    year = year_of(phrase, setting.today)
    text = None if year is None else f"{year:04d}"
    return Meaning("DATE", text, text)


def _years(phrase: Phrase, _: Setting) -> Meaning:
    first, last = phrase.tokens[0].text, phrase.tokens[-1].text
    end = first[: 4 - len(last)] + last
    return Meaning("DATE", f"{first}/{end}" if first <= end else None, first)


# -------------------------------------------------------------------------------------------------- sets, references
def _set(phrase: Phrase, _: Setting) -> Meaning:
    unit, clock = unit_of(phrase)
    return Meaning("SET", None, duration_value(amount_of(phrase), unit, clock))


def _set_day(phrase: Phrase, _: Setting) -> Meaning:
    if phrase.has("W"):
        return Meaning("SET", None, f"XXXX-WXX-{WEEKDAYS[phrase.word('W') or 'monday'] + 1}{part_of_day(phrase)}")
    month = phrase.word("M")
    return Meaning("SET", None, f"XXXX-{MONTHS[month]:02d}" if month else f"XXXX-XX-XX{part_of_day(phrase)}")


def _set_adverb(phrase: Phrase, _: Setting) -> Meaning:
    return Meaning("SET", None, SETS[phrase.tokens[0].lower_])


def _reference(phrase: Phrase, _: Setting) -> Meaning:
    word = phrase.word("R")
    return Meaning("DATE", None, REFERENCES[word] if word else "FUTURE_REF" if phrase.has("F") else "PAST_REF")


_RULES: dict[str, Callable[[Phrase, Setting], Meaning]] = {
    "iso": _iso, "holiday": _holiday, "part": _part_of_day, "clock_day": _clock_day, "date": _date, "set_day": _set_day,
    "weekday": _weekday, "month": _month, "deictic": _deictic, "set": _set, "set_adverb": _set_adverb, "ago": _ago,
    "each_span": _span, "span": _span, "relative": _relative, "duration": _duration, "beside": _beside, "end": _end,
    "quarter": _quarter_of, "weekend": _weekend_of, "season": _season_of, "named": _named_unit, "decade": _decade,
    "century": _century, "recent": _vague_span, "reference": _reference, "years": _years, "year": _whole_year,
    "year_words": _whole_year, "clock": _clock_time, "plural": _vague_span,
}  # fmt: skip
