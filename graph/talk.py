"""Answers of the library in, what a terminal or a pipe shows out: data on stdout, talk on stderr."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from .errors import UsageError

if TYPE_CHECKING:
    from .build import BuildReport
    from .explain import Section
    from .ontology import Ontology
    from .queries import Answer, ShippedQuery
    from .validate import Report
    from .verify import Verification

STAGES = {"read": "reading", "resolve": "resolving", "assemble": "assembling", "validate": "checking", "write": "writing"}
SHOWN_FAILURES = 20


class Bar:
    """Counts, a bar and the time left on stderr; without a total, a spinner."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(STAGES.get(name, name), total=total or None)

    def advance(self, steps: int = 1) -> None:
        if self._task is not None:
            self._progress.advance(self._task, steps)


@contextmanager
def watching(quiet: bool) -> Iterator[Bar | None]:
    """Progress while the block runs; nothing if quiet."""
    if quiet:
        yield None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_stderr(), transient=True) as progress:
        yield Bar(progress)


def _stderr() -> Console:
    return Console(stderr=True, soft_wrap=True, highlight=False)


def complain(messages: Iterable[object]) -> None:
    for message in messages:
        sys.stderr.write(f"skipped {message}\n")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def show_build(report: BuildReport, *, as_json: bool, quiet: bool) -> None:
    complain(report.skipped)
    for violation in report.violations[:SHOWN_FAILURES]:
        sys.stderr.write(f"shape violated: {violation}\n")
    if as_json:
        say(
            json.dumps(
                {"out": str(report.out), "counts": report.counts, "seconds": report.seconds, "skipped": list(report.skipped)}
            )
        )
    elif not quiet:
        counts = report.counts
        say(
            f"{report.out}: {counts['articles']} articles, {counts['entities']} entities, {counts['events']} events, "
            f"{counts['claims']} claims, {counts['quads']} quads; {counts['extracted']} read anew, {counts['skipped']} skipped"
        )


# ------------------------------------------------------------------------------------------------------------ answers
def show_answer(answer: Answer, form: str) -> None:
    forms = {"table": _as_table, "csv": _as_csv, "json": _as_json}
    if form not in forms:
        raise UsageError(f"no format is called {form!r}; known are {', '.join(forms)}")
    forms[form](answer)


def _as_table(answer: Answer) -> None:
    Console(soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 220).print(table(answer))


def table(answer: Answer, title: str | None = None) -> Table:
    shown = Table(*answer.columns, title=title, title_justify="left", header_style="bold", show_edge=False)
    for row in answer.rows:
        shown.add_row(*(cell.replace("[", r"\[") for cell in row))
    return shown


def _as_csv(answer: Answer) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in answer.rows)
    sys.stdout.write(buffer.getvalue())


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula is marked as text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _as_json(answer: Answer) -> None:
    say(json.dumps([_record(answer, row) for row in answer.rows], ensure_ascii=False, indent=1))


def _record(answer: Answer, row: Sequence[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(answer.columns, row, strict=True) if cell}


def list_queries(shipped: Mapping[str, ShippedQuery]) -> None:
    for query in shipped.values():
        say(" ".join([query.name, *(p.name.upper() for p in query.parameters)]) + f"\n    {query.question}")


# ------------------------------------------------------------------------------------------------------------ reports
def show_sections(sections: Sequence[Section], *, as_json: bool) -> None:
    if as_json:
        rows = {section.title: [_record(section.answer, row) for row in section.answer.rows] for section in sections}
        say(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    console = Console(soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 220)
    for section in sections:
        console.print(table(section.answer, section.title))
        console.print()


def show_violations(report: Report, *, as_json: bool) -> None:
    if as_json:
        rows = [{"focus": v.focus, "path": v.path, "message": v.message} for v in report.violations]
        say(json.dumps({"conforms": report.conforms, "violations": rows}, ensure_ascii=False, indent=1))
        return
    for violation in report.violations:
        say(str(violation))
    say("the graph conforms to the shapes" if report.conforms else f"{len(report.violations)} shapes violated")


def show_verification(result: Verification) -> None:
    for failure in result.failures[:SHOWN_FAILURES]:
        sys.stderr.write(f"{failure.iri}: {failure.reason}\n")
    say(str(result))


def show_ontology(ontology: Ontology, name: str | None, *, as_json: bool) -> None:
    records = [*_classes(ontology), *_relations(ontology)]
    chosen = [r for r in records if name is None or name in (r["name"], r["label"])]
    if not chosen:
        raise UsageError(f"the vocabulary has no class or relation {name!r}; `newsgraph ontology` lists them")
    if as_json:
        say(json.dumps(chosen, ensure_ascii=False, indent=1))
        return
    for record in chosen:
        say("\n".join(f"{'' if key == 'name' else '    ' + key + ': '}{value}" for key, value in record.items() if value))


def _classes(ontology: Ontology) -> Iterator[dict[str, str]]:
    for frame in ontology.frames:
        if frame.reads == frame.type:
            codes = ontology.codes(frame.type)
            yield {
                "name": frame.type,
                "label": ontology.label(frame.type),
                "about": ontology.comment(frame.type),
                "under": ", ".join(ontology.parents[frame.type]),
                "codes": "; ".join(
                    f"{k} {v}" for k, v in (("PLOVER", codes.plover), ("CAMEO", codes.cameo), ("ACLED", codes.acled)) if v
                ),
                "triggers": ", ".join(" ".join(t.words) + "#" + t.pos for t in frame.triggers),
                "roles": "; ".join(f"{r.role}: {', '.join(r.slots)}" for r in frame.roles),
            }


def _relations(ontology: Ontology) -> Iterator[dict[str, str]]:
    for relation in ontology.relations:
        words = (f"{'^' if p.swapped else ''}{' '.join(p.words)}#{p.pos}" for p in relation.patterns)
        yield {
            "name": relation.name,
            "label": relation.label,
            "about": ontology.comment(relation.name),
            "between": f"{', '.join(relation.domain)} → {', '.join(relation.range)}",
            "triggers": ", ".join(words),
        }
