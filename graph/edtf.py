"""A time in EDTF in, its first and last day out."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

Days = tuple[date, date]
OPEN: Days = (date.min, date.max)

_UNKNOWN = ("", "..")
_DAY = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?")
_DECADE = re.compile(r"(\d{2})(\d|X)X")
_QUALIFIERS = re.compile(r"[?~%]")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(maxsize=4096)
def days(edtf: str) -> Days | None:
    """None for what names no days; an open end of an interval is the first or last day there is."""
    first, slash, last = edtf.partition("/")
    begin = OPEN if slash and first in _UNKNOWN else _days(first)
    end = OPEN if slash and last in _UNKNOWN else _days(last) if slash else begin
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def whole_day(time: str | None) -> str | None:
    """The day, if the time names exactly one."""
    found = days(time) if time else None
    return found[0].isoformat() if found and found[0] == found[1] else None


def approximate(time: str) -> str:
    """About then."""
    return f"{time}~"


def is_approximate(time: str) -> bool:
    return time.endswith(("~", "%"))


def overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _days(edtf: str) -> Days | None:
    bare = _QUALIFIERS.sub("", edtf)
    if decade := _DECADE.fullmatch(bare):
        low, high = (int(decade[1] + decade[2].replace("X", digit) + digit) for digit in "09")
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    found = _DAY.fullmatch(bare)
    if not found or found[1] == "0000":
        return None
    year = int(found[1])
    if found[2] in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found[2])
    return _season(year, month) if month in _SEASONS else _in_month(year, month, found[3])


def _in_month(year: int, month: int, day: str | None) -> Days | None:
    if not 1 <= month <= 12:
        return None
    length = calendar.monthrange(year, month)[1]
    if day in (None, "XX"):
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, int(day)),) * 2 if 1 <= int(day) <= length else None


def _season(year: int, season: int) -> Days:
    month = _SEASONS[season]
    last_year, last_month = (year, month + 2) if month <= 10 else (year + 1, month - 10)
    if last_year > date.max.year:
        last_year, last_month = year, 12
    return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
