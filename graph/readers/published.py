"""A date of publication as a source writes it in, an ISO date out, or nothing where it could be read in two ways."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})(?!\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"^\D{0,40}?(?<![\d.])(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})(?!\d)",
        r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?$",
        rf"(?<!\d){DAY}\.?(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR}",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
    )
)
NUMERIC = re.compile(r"^(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4})(?!\d)")
EPOCH = re.compile(r"^\d{9,10}(?:\.\d+)?$|^\d{12,13}$")
MILLISECONDS = 100_000_000_000
PRINTED = range(1600, 9999)
"""The first newspaper is of 1605; databases write the first or the last day there is for none."""


def iso_date(value: object) -> str | None:
    """The day as the source's own clock has it; Unix time is read in UTC, 3/4/2020 not at all."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = str(value).strip()
    if EPOCH.match(written):
        return _from_epoch(float(written))
    for form in FORMS:
        if found := form.search(written):
            return _date(found["year"], found["month"], found["day"])
    return _from_numbers(written)


def _from_epoch(seconds: float) -> str:
    moment = seconds / 1000 if seconds > MILLISECONDS else seconds
    return datetime.fromtimestamp(moment, tz=UTC).date().isoformat()


def _from_numbers(written: str) -> str | None:
    found = NUMERIC.match(written)
    if found is None:
        return None
    first, second, year = found["first"], found["second"], found["year"]
    readings = {_date(year, second, first), _date(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _date(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat() if int(year) in PRINTED else None
    except ValueError:
        return None
