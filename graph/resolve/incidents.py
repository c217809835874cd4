"""Merged reports in, incidents out: each group's class, days and id."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..edtf import Days, days, overlap
from ..model import Incident, Local
from .events import Happenings
from .records import Report
from .tellings import Telling, common


@dataclass(slots=True)
class Incidents:
    """Names the groups of reports: class, time, id; `inferred` are days of reports that tell none themselves."""

    happenings: Happenings
    stems: Mapping[str, str]
    lineage: Mapping[str, str]
    twins: Mapping[str, tuple[str, ...]]
    inferred: Mapping[Local, str] = field(default_factory=dict)
    used: Counter[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        story = self.happenings.story
        told = {
            (story[report.local.article], report.type, self.lineage[report.local.article]) for report in self.happenings.reports
        }
        self.used = Counter((name, type_) for name, type_, _ in told)

    def name(self) -> list[Incident]:
        groups = [sorted(group) for group in self.happenings.clusters.groups()]
        drafts = [self._draft(group) for group in groups]
        taken = Counter(draft.id for draft in drafts)
        own = [
            draft if taken[draft.id] == 1 else replace(draft, id=_identifier(draft.type, *self._imprints(group)))
            for group, draft in zip(groups, drafts, strict=True)
        ]
        return sorted(own, key=lambda incident: incident.id)

    def _imprints(self, group: Sequence[int]) -> list[str]:
        return sorted(self.happenings.corpus.imprint(self.happenings.reports[number].local) for number in group)

    def _draft(self, group: Sequence[int]) -> Incident:
        happenings = self.happenings
        reports = [happenings.reports[number] for number in group]
        type_ = self._type(reports)
        telling = happenings.clusters.traits(group[0])
        told = [time for report in reports if (time := report.time or self.inferred.get(report.local))]
        time = _spelled(_span(telling.time, told), told)
        members = tuple(sorted(local for report in reports for local in self._with_twins(report.local)))
        return Incident(_identifier(type_, time or "", *self._content(telling, group, time)), type_, members, time)

    def _content(self, telling: Telling, group: Sequence[int], time: str | None) -> Iterator[str]:
        """Who, whom, where; the very reports where that is not enough to know it by."""
        slots = {"agent": telling.agents, "target": telling.targets, "place": telling.places, "other": telling.others}
        told = sorted(
            {f"{slot} {self.stems[entity]}" for slot, entities in slots.items() for entity in entities if entity in self.stems}
        )
        yield from (*telling.status, *told)
        if len(told) + (time is not None) < 2:
            yield from self._imprints(group)

    def _type(self, reports: Iterable[Report]) -> str:
        """The class most lineages say, those above it counting for it; where even, the more specific, the one told more often."""
        reports = list(reports)
        told = Counter(report.type for report in reports)
        ontology = self.happenings.corpus.tools.ontology
        votes = Counter(type_ for _, type_ in {(self.lineage[report.local.article], report.type) for report in reports})
        support = {type_: sum(count for other, count in votes.items() if ontology.is_a(type_, other)) for type_ in votes}
        stories = {self.happenings.story[report.local.article] for report in reports}
        used = {type_: sum(self.used[story, type_] for story in stories) for type_ in votes}
        return min(votes, key=lambda type_: (-support[type_], -ontology.depth(type_), -told[type_], -used[type_], type_))

    def _with_twins(self, local: Local) -> Iterator[Local]:
        return (Local(article, local.id) for article in (local.article, *self.twins.get(local.article, ())))


def _span(span: Days | None, times: Iterable[str]) -> Days | None:
    """What the reports agree on, and the inferred days that go with it."""
    for found in filter(None, map(days, sorted(times))):
        if span is None or overlap(span, found):
            span = common(span, found)
    return span


def _spelled(span: Days | None, times: Iterable[str]) -> str | None:
    """The days as one of the reports spells them, else as an interval."""
    if span is None:
        return None
    own = sorted({time for time in times if days(time) == span}, key=lambda time: (len(time), time))
    return own[0] if own else _edtf(*span)


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    begin = ".." if first == date.min else first.isoformat()
    return f"{begin}/{'..' if last == date.max else last.isoformat()}"


def _identifier(type_: str, *content: str) -> str:
    told = "\x1f".join((type_, *content)).encode("utf-8", "surrogatepass")
    return f"{type_.lower()}-{hashlib.blake2b(told, digest_size=6).hexdigest()}"
