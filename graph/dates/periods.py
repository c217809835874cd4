"""A day and a step from it in, the calendar's day, week, month, season or year out, in EDTF and TimeML."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import TimeKind

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
MONTHS_OF = {"M": 1, "Y": 12, "E": 120, "C": 1200}
DAYS_OF = {"D": 1, "W": 7, "F": 14}
NEAR_AHEAD = 150
HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: TimeKind
    value: str | None = None
    timex: str | None = None


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(day: date, amount: float, unit: str) -> date:
    """`day` moved by so many units; the year 1 or 9999 where the calendar ends."""
    if unit in MONTHS_OF:
        return shift_months(day, round(amount * MONTHS_OF[unit]))
    ordinal_day = day.toordinal() + round(amount * DAYS_OF[unit])
    return date.fromordinal(min(max(ordinal_day, 1), date.max.toordinal()))


def day_span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def on_day(year: int, month: int, day: int) -> Meaning:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return Meaning("DATE", text if 1 <= day <= month_length(year, month) else None, text)


def calendar_period(unit: str, day: date) -> Meaning:
    """The day, week, month, year, decade or century that `day` is in."""
    if unit == "D":
        return Meaning("DATE", day.isoformat(), day.isoformat())
    if unit == "W":
        first = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Meaning("DATE", day_span(first, first + timedelta(days=6)), f"{year}-W{week:02d}")
    if unit == "M":
        return Meaning("DATE", f"{day:%Y-%m}", f"{day:%Y-%m}")
    if unit == "Y":
        return Meaning("DATE", f"{day.year:04d}", f"{day.year:04d}")
    length, digits = (10, 3) if unit == "E" else (100, 2)
    first_year = day.year // length * length
    return Meaning("DATE", f"{first_year:04d}/{first_year + length - 1:04d}", f"{day.year:04d}"[:digits])


def weekend(day: date, turn: int, *, ahead: bool) -> Meaning:
    """The last weekend up to the day of writing, or the coming one."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if turn == 0 and ahead and day.weekday() < 5:
        saturday += timedelta(days=7)
    saturday += timedelta(days=7 * max(turn, 0))
    year, week, _ = saturday.isocalendar()
    return Meaning("DATE", day_span(saturday, saturday + timedelta(days=1)), f"{year}-W{week:02d}-WE")


def season_period(year: int, season: str) -> Meaning:
    first, last = SEASON_MONTHS[season]
    end = year + (last < first)
    return Meaning("DATE", f"{year}-{first:02d}/{end}-{last:02d}", f"{year}-{season}")


def quarter_period(year: int, quarter: int) -> Meaning:
    first = 3 * quarter - 2
    return Meaning("DATE", f"{year}-{first:02d}/{year}-{first + 2:02d}", f"{year}-Q{quarter}")


def full_year(year: int) -> int:
    """`90` is 1990, `05` is 2005."""
    return year if year > 99 else year + (1900 if year > 50 else 2000)


def nearest_year(today: date, month: int, day: int | None, *, ahead: bool) -> int:
    """The year in which a month, or a day of it, is nearest; the past wins unless the clause looks ahead."""
    here = date(today.year, month, min(day or 15, month_length(today.year, month)))
    distance = (here - today).days
    if day is None and month == today.month:
        return today.year
    if ahead:
        return today.year if distance >= -31 else today.year + 1
    if distance > (NEAR_AHEAD if day else 0):
        return today.year - 1
    if distance < -HALF_YEAR - 30 and day is not None:
        return today.year + 1
    return today.year


def weekday_date(today: date, weekday: int, turn: int, *, ahead: bool) -> date:
    """`last` keeps clear of today, `next` of this week's day that is still to come today or tomorrow."""
    back = (today.weekday() - weekday) % 7
    if turn < 0:
        return today - timedelta(days=back or 7)
    if turn > 0 or ahead:
        forward = (weekday - today.weekday()) % 7
        return today + timedelta(days=forward or (7 if turn > 0 else 0))
    return today - timedelta(days=back)
