"""A word of English in, the letter of its class in the grammar of times out."""

from __future__ import annotations

import re
from functools import lru_cache

from ..numerals import SCALES, SMALL, digits, ordinal
from ..parse import Doc, Token

_MONTHS = "january february march april may june july august september october november december"
MONTH_NAMES = _MONTHS.split()
MONTHS = (
    {name: i for i, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: i for i, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3] + ".": i for i, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9, "sept.": 9}
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAY_NAMES = _WEEKDAYS.split()
WEEKDAYS = (
    {name: i for i, name in enumerate(WEEKDAY_NAMES)}
    | {name[:3] + ".": i for i, name in enumerate(WEEKDAY_NAMES)}
    | {"tues": 1, "tues.": 1, "weds": 2, "thurs": 3, "thurs.": 3}
)
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "century": "C", "fortnight": "F"}
CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
PLURALS = {"centuries": "century"} | {name + "s": name for name in (*UNITS, *CLOCK_UNITS) if name != "century"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "nightfall": "NI"}
CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DECADE_WORDS = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950,
    "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "previously": "PAST_REF", "formerly": "PAST_REF",
}  # fmt: skip
SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

CLASSES: dict[str, str] = {
    # letter of the grammar: words
    "a": "a an", "t": "the", "h": "this these", "H": "that those", "v": "every each",
    "l": "last past previous preceding", "x": "next coming following upcoming ensuing", "r": "recent", "s": "same",
    "e": "early late mid", "b": "earlier later", "B": "before after", "g": "ago",
    "q": "few several couple many", "m": "about around nearly almost roughly approximately over under so",
    "+": "more", "<": "less fewer", ">": "than", "@": "at", "~": "least most", "^": "up", "_": "to", "!": "no",
    "-": "-", ",": ",", "(": "(", ")": ")", "/": "or", "A": "and", "'": "'s '", "o": "of", "c": "half",
    "E": "weekend weekends", "Q": "quarter quarters", "d": "end beginning start middle close", "*": "old", "&": "aged age",
    "p": "am pm a.m. p.m. a.m p.m", "z": "gmt est edt utc cet pst", "F": "future", "n": "new", "V": "eve", "w": "time",
}  # fmt: skip

_LETTERS = {word: letter for letter, words in CLASSES.items() for word in words.split()}
_LETTERS |= (
    dict.fromkeys(UNITS, "U") | dict.fromkeys(CLOCK_UNITS, "u") | dict.fromkeys(PARTS, "P") | dict.fromkeys(CLOCK_WORDS, "k")
)
_LETTERS |= {plural: "U" if name in UNITS else "u" for plural, name in PLURALS.items()}
_LETTERS |= dict.fromkeys((part + "s" for part in PARTS), "P") | dict.fromkeys(DEICTIC, "y") | dict.fromkeys(REFERENCES, "R")
_LETTERS |= dict.fromkeys(SETS, "f") | dict.fromkeys(DECADE_WORDS, "Z") | dict.fromkeys(SEASONS, "S")
_LETTERS |= dict.fromkeys((*SMALL, *SCALES), "N") | dict.fromkeys((name + "s" for name in WEEKDAY_NAMES), "W")
_LETTERS |= dict.fromkeys((season + "s" for season in SEASONS), "S") | dict.fromkeys(".!?;:", ";")
_LETTERS["second"] = "O"
_BEFORE = "in since by until during before after from through till to for of circa between throughout and"
YEAR_BEFORE = frozenset(_BEFORE.split())

_DIGITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:1[0-9]|20)\d\d"), "Y"),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])"), "D"),
    (re.compile(r"(?:1[0-9]|20)\d0'?s"), "Z"),
    (re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:[ap]\.?m\.?)?"), "T"),
    (re.compile(r"(?:1[0-9]|20)\d\d[/](?:0?[1-9]|1[0-2])[/](?:0?[1-9]|[12]\d|3[01])"), "C"),
    (re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d\d)"), "C"),
    (re.compile(r"\d{1,2}(?:am|pm)"), "T"),
    (re.compile(r"1/2"), "c"),
)
OTHER, STOP = ".", ";"
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "jan", "jun"})


def letter(token: Token) -> str:
    """The class of one word; `.` for what the grammar does not know."""
    known = _form(token.text)
    return OTHER if known in "SM" and not _is_meant(token, known) else known


@lru_cache(maxsize=65536)
def _form(text: str) -> str:
    word = text.lower()
    if text.isspace():
        return " "
    if word[0].isdigit():
        return _digit_letter(word)
    known = _LETTERS.get(word) or _named(word) or OTHER
    return OTHER if known in "nVWM" and not text[0].isupper() else known


def _named(word: str) -> str | None:
    if word in MONTHS or word in WEEKDAYS:
        return "M" if word in MONTHS else "W"
    if word[0] == "'" and word[1:3].isdigit() and len(word) == 4 and word.endswith("s"):
        return "Z"
    return "K" if word in ("q1", "q2", "q3", "q4") else "O" if ordinal(word) is not None else None


def _digit_letter(word: str) -> str:
    for pattern, known in _DIGITS:
        if pattern.fullmatch(word):
            return known
    return "O" if ordinal(word) is not None else "N" if digits(word) is not None else OTHER


def _is_meant(token: Token, known: str) -> bool:
    """Fall and spring are often something else; `May` and `March` begin sentences as verbs, and names."""
    if known == "S":
        return token.pos_ in ("NOUN", "PROPN", "")
    return token.lower_ not in AMBIGUOUS_MONTHS or token.pos_ in ("PROPN", "NOUN", "")


def letters(doc: Doc) -> tuple[str, list[int]]:
    """The text as a string of class letters, and the token index of each; line ends inside a paragraph are passed over."""
    codes: list[str] = []
    places: list[int] = []
    for place, token in enumerate(doc):
        known = letter(token)
        if known == " ":
            if token.text.count("\n") < 2:
                continue
            known = STOP
        codes.append(known)
        places.append(place)
    return "".join(codes), places
