"""Incidents told by dated and undated articles in, the days an undated article may be of and of what it tells out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from ..edtf import days
from ..model import Incident, Local
from .records import ArticleRecord, Report

_WEEK = timedelta(days=6)

Window = tuple[date, date]


def windows(articles: Iterable[ArticleRecord], incidents: Iterable[Incident]) -> Mapping[str, Window]:
    """Undated articles to the first and last day they can be of.

    News does not tell of what has not happened; and "Sunday" is a day of the last seven. Without a weekday that fits,
    nothing is certain.
    """
    undated = {article.id: article for article in articles if article.published is None}
    reports = {report.local: report for article in undated.values() for report in article.reports}
    seen: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for incident in incidents:
        for local, day in _shared_day(incident, undated):
            if local in reports and reports[local].modality == "actual" and reports[local].polarity == "positive":
                seen[local.article].append((day, reports[local].hint))
    found = ((article, _window(told)) for article, told in sorted(seen.items()))
    return {article: window for article, window in found if window is not None}


def redated(articles: Iterable[ArticleRecord], dates: Mapping[str, Window]) -> Mapping[Local, str]:
    """The day of each report that names one without its year or week, where the article's days tell which it is."""
    reports = (report for article in articles if article.id in dates for report in article.reports)
    return {report.local: day.isoformat() for report in reports if (day := _day(report, dates[report.local.article])) is not None}


def _shared_day(incident: Incident, undated: Mapping[str, ArticleRecord]) -> Iterator[tuple[Local, date]]:
    """Only a day that a dated article vouches for."""
    span = days(incident.time) if incident.time else None
    if span and span[0] == span[1] and any(local.article not in undated for local in incident.members):
        yield from ((local, span[0]) for local in incident.members if local.article in undated)


def _window(told: list[tuple[date, str]]) -> Window | None:
    ends = [day + _WEEK for day, hint in told if hint == f"XXXX-WXX-{day.isoweekday()}"]
    begin = max(day for day, _ in told)
    return (begin, min(ends)) if ends and begin <= min(ends) else None


def _day(report: Report, window: Window) -> date | None:
    """The last such day before the article, if that is the same on the first and the last day the article can be of."""
    if not report.hint or report.time is not None:
        return None
    first, last = (_last(report.hint, end) for end in window)
    return first if first == last else None


def _last(hint: str, before: date) -> date | None:
    """The last day of that name up to a date."""
    week = hint.startswith("XXXX-WXX-")
    for back in range(7 if week else 366):
        day = before - timedelta(days=back)
        if hint in {f"XXXX-WXX-{day.isoweekday()}", f"XXXX-{day:%m-%d}"}:
            return day
    return None


def edtf(window: Window) -> str:
    first, last = window
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
