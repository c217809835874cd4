"""The words of one time in, what single words of it say out: the unit, the number, the year, the hour."""

from __future__ import annotations

from datetime import date

from ..numerals import number
from .tense import looks_ahead
from .timewords import CLOCK_UNITS, CLOCK_WORDS, PARTS, PLURALS, UNITS
from .timex import Phrase

VAGUE = {"couple": 2.0}


def is_ahead(phrase: Phrase) -> bool:
    head = next((t for t in phrase.tokens if t.head.i not in {o.i for o in phrase.tokens}), phrase.tokens[0])
    return looks_ahead(head)


def unit_of(phrase: Phrase) -> tuple[str, bool]:
    """The TimeML letter of the unit, and whether it is one of the clock."""
    named = phrase.word("Uu") or "day"
    word = PLURALS.get(named, named)
    return (CLOCK_UNITS[word], True) if word in CLOCK_UNITS else (UNITS[word], False)


def amount_of(phrase: Phrase) -> float | None:
    """The number of units; None if only vaguely told."""
    words = phrase.words("NDqa/")
    told = next((word for word in words if word in VAGUE), None)
    if told is not None and not phrase.has("ND"):
        return VAGUE[told]
    if phrase.codes[:2] in ("cU", "cu", "ca"):
        return 0.5
    if phrase.has("q"):
        return None
    if "or" in words:
        words = words[: words.index("or")]
    value = number([w for w in words if w not in ("a", "an")])
    return (1.0 if value is None else value) + (0.5 if phrase.has("c") else 0.0)


def duration_value(amount: float | None, unit: str, clock: bool) -> str:
    lead = "PT" if clock else "P"
    if amount is None:
        return f"{lead}X{unit}" if unit not in "EC" else f"PX{unit}"
    if amount % 1 and unit in ("Y", "H", "M"):
        small = {"Y": ("M", 12), "H": ("M", 60), "M": ("S" if clock else "W", 60 if clock else 4)}[unit]
        return f"{lead}{int(amount)}{unit}{round(amount % 1 * small[1])}{small[0]}"
    for big, years in (("E", 10), ("C", 100)):
        if unit == big:
            return f"P{round(amount * years)}Y"
    if unit == "F":
        return f"P{round(amount * 2)}W"
    if clock and unit == "H" and amount == 24:
        return "P1D"
    return f"{lead}{amount:g}{unit}"


def part_of_day(phrase: Phrase) -> str:
    words = phrase.words("P") + [w for w in phrase.words("y") if w == "tonight"]
    return f"T{PARTS.get(words[0].removesuffix('s'), 'NI')}" if words else ""


def clock_of(phrase: Phrase) -> str:
    """`T22:00` of `10 p.m.`."""
    word = phrase.word("k")
    if word is not None:
        return CLOCK_WORDS[word]
    text = phrase.word("T") or phrase.word("D") or "0"
    bare = text.rstrip("amp.")
    late = (phrase.word("p") or text[len(bare) :]).startswith("p")
    hours, _, rest = bare.partition(":")
    hour = int(hours) % 12 + 12 if late else 0 if (phrase.has("p") and int(hours) == 12) else int(hours)
    return f"T{hour:02d}:{(rest or '00')[:2]}"


def year_of(phrase: Phrase, today: date | None) -> int | None:
    """The year the phrase names, also as `last year`."""
    word = phrase.word("Y")
    if word is not None:
        return int(word)
    spoken = number(phrase.words("N")) if phrase.has("N") else None
    if spoken is not None and 1000 <= spoken < 2200:
        return int(spoken)
    if phrase.has("U") and today is not None:
        return today.year + turn_of(phrase)
    return None


def turn_of(phrase: Phrase) -> int:
    return -1 if phrase.has("l") else 1 if phrase.has("x") else 0
