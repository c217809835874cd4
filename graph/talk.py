"""Answers of the library in, what a terminal or a pipe shows out: data on stdout, talk on stderr."""

from __future__ import annotations

import difflib
import io
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .cells import harmless, write_rows
from .errors import UsageError
from .output import replacing_file
from .tables import lines

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from .assemble import GraphData
    from .changes import Changes
    from .explain import Section
    from .export import Exporter
    from .lists import Added
    from .model import Judgement
    from .ontology import Ontology
    from .pipeline import BuildReport
    from .queries import Answer, NamedQuery
    from .reading import Progress
    from .validate import Report
    from .verify import Verification
    from .vocabulary import Frame
    from .why import Why

STAGES = {
    "read": "reading",
    "extract": "extracting",
    "resolve": "resolving",
    "assemble": "assembling",
    "validate": "checking",
    "write": "writing",
    "push": "pushing",
}
STDOUT = Path("-")
SHOWN_FAILURES = 20
PIPE_WIDTH = 200
OVERVIEW = ("name", "about", "between", "triggers")


class Bar:
    """On a terminal: counts, a bar and the time left; without a total, what is done so far."""

    def __init__(self, progress: RichProgress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(STAGES.get(name, name), total=total or None)

    def advance(self, steps: int = 1) -> None:
        if self._task is not None:
            self._progress.advance(self._task, steps)


class Lines:
    """In a pipe or a log: one line a stage."""

    def stage(self, name: str, total: int) -> None:
        sys.stderr.write(f"{STAGES.get(name, name)} {total:,}\n" if total else f"{STAGES.get(name, name)}\n")

    def advance(self, steps: int = 1) -> None:
        pass


@contextmanager
def watching(quiet: bool) -> Iterator[Progress | None]:
    """Progress while the block runs; nothing if quiet."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as progress:
            yield Bar(progress)
    else:
        yield Lines()


def started(progress: Progress | None, stage: str) -> Callable[[], None]:
    """What to call for each step of a stage that begins now."""
    if progress is None:
        return lambda: None
    progress.stage(stage, 0)
    return progress.advance


def _bar() -> RichProgress:
    from rich.console import Console  # noqa: PLC0415  # a twentieth of a second that only a terminal needs
    from rich.progress import (  # noqa: PLC0415  # see above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True, highlight=False), transient=True)


def complain(messages: Sequence[object], what: str = "skipped") -> None:
    """Some in full, the others by their number."""
    for message in messages[:SHOWN_FAILURES]:
        sys.stderr.write(f"{what} {message}\n")
    if len(messages) > SHOWN_FAILURES:
        sys.stderr.write(f"{what} {len(messages) - SHOWN_FAILURES:,} more\n")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def say_json(data: object) -> None:
    say(json.dumps(data, ensure_ascii=False, indent=1))


def show_build(report: BuildReport, *, as_json: bool, quiet: bool) -> None:
    complain(report.skipped)
    complain(report.violations, "shape violated:")
    if as_json:
        say_json(report.as_json())
    elif not quiet:
        counted = ", ".join(f"{report.counts[name]:,} {name}" for name in ("articles", "entities", "events", "claims", "quads"))
        sys.stderr.write(f"{report.out}: {counted}; {report.extracted:,} read anew, {len(report.skipped):,} skipped\n")
        sys.stderr.write(f"open {report.out / 'graph.html'}, or ask `newsgraph query who-did-what -g {report.out}`\n")


# ------------------------------------------------------------------------------------------------------------ answers
FORMS = ("table", "csv", "json")


def check_form(form: str) -> None:
    if form not in FORMS:
        raise UsageError(f"no format is called {form!r}; known are {', '.join(FORMS)}")


def show_answer(answer: Answer, form: str) -> None:
    {"table": _as_table, "csv": _as_csv, "json": _as_json}[form](answer)


def _as_table(answer: Answer) -> None:
    if answer.rows:
        say("\n".join(lines(answer, screen_width())))
    else:
        sys.stderr.write("no answers\n")


def screen_width() -> int:
    """Of the terminal; in a pipe what COLUMNS says, else PIPE_WIDTH."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def _as_csv(answer: Answer) -> None:
    buffer = io.StringIO()
    write_rows(buffer, [answer.columns, *([harmless(cell) for cell in row] for row in answer.rows)])
    sys.stdout.write(buffer.getvalue())


def _as_json(answer: Answer) -> None:
    say_json(records(answer))


def records(answer: Answer) -> list[dict[str, str]]:
    return [{name: cell for name, cell in zip(answer.columns, row, strict=True) if cell} for row in answer.rows]


def list_queries(shipped: Mapping[str, NamedQuery], *, as_json: bool) -> None:
    if as_json:
        say_json([asdict(query) for query in shipped.values()])
        return
    for query in shipped.values():
        say(" ".join([query.name, *(p.name.upper() for p in query.parameters)]) + f"\n    {query.question}")


def write_export(exporter: Exporter, data: GraphData, to: Path) -> None:
    """To a file, or to stdout for `-`."""
    if to != STDOUT:
        replacing_file(to, lambda path: exporter.write(data, path))
        return
    with TemporaryDirectory() as folder:
        written = Path(folder) / exporter.filename
        exporter.write(data, written)
        sys.stdout.buffer.write(written.read_bytes())


# ------------------------------------------------------------------------------------------------------------ reports
def show_sections(sections: Sequence[Section], *, as_json: bool) -> None:
    if as_json:
        say_json({section.title: records(section.answer) for section in sections})
        return
    for number, section in enumerate(sections):
        say(("\n" if number else "") + f"{section.title}\n")
        say("\n".join(lines(section.answer, screen_width())))


def show_why(found: Why, *, as_json: bool) -> None:
    """In words, then the sections."""
    if as_json:
        sections = {section.title: records(section.answer) for section in found.sections}
        say_json({"one": found.one, "nodes": found.nodes, "summary": found.summary, **sections})
        return
    say(f"{found.summary}\n" if found.sections else found.summary)
    show_sections(found.sections, as_json=False)


def show_changes(found: Changes, *, quads: bool, as_json: bool) -> None:
    """In words, or the statements themselves."""
    if as_json:
        sections = {section.title: records(section.answer) for section in found.sections}
        told = {"added": [str(quad) for quad in found.added], "removed": [str(quad) for quad in found.removed]} if quads else {}
        say_json({"counts": {"added": len(found.added), "removed": len(found.removed)}, **sections, **told})
    elif quads:
        for sign, changed in (("-", found.removed), ("+", found.added)):
            sys.stdout.writelines(f"{sign} {quad} .\n" for quad in changed)
    else:
        show_sections(found.sections, as_json=False)
        sys.stderr.write(f"{len(found.added):,} statements added, {len(found.removed):,} removed\n")


def show_judged(made: Sequence[Judgement], file: Path) -> None:
    """What was judged on stdout, where it stands and how it is used on stderr."""
    for judgement in made:
        say(f"{judgement.verdict}: {judgement.left} | {judgement.right}")
    sys.stderr.write(f"{file}: {len(made)} added; `newsgraph build … --judgements {file}` obeys it\n")


def show_added(added: Added, to: Path) -> None:
    """What came in, what was left out, and how a build uses it."""
    complain(added.classless, "left out for want of a class (--class gives one):")
    sys.stderr.write(f"{to}: {added.things:,} names read, {added.triples:,} statements new\n")
    sys.stderr.write(f'builds use it with `lists = ["{to}"]` in newsgraph.toml, or NEWSGRAPH_LISTS={to}\n')


def show_violations(report: Report, *, as_json: bool) -> None:
    if as_json:
        rows = [{"message": v.message, "focus": v.focus, "path": v.path, "severity": v.severity} for v in report.violations]
        say_json({"conforms": report.conforms, "violations": rows})
    else:
        say(str(report))


def show_verification(result: Verification, *, as_json: bool) -> None:
    if as_json:
        say_json(asdict(result))
        return
    first = {failure.reason: failure.iri for failure in reversed(result.failures)}
    counts = Counter(failure.reason for failure in result.failures)
    complain([f"{counts[reason]:,} × {reason}, first {iri}" for reason, iri in sorted(first.items())], "not verified:")
    say(str(result))


def show_ontology(ontology: Ontology, name: str | None, *, as_json: bool) -> None:
    entries = [*_classes(ontology), *_relations(ontology)]
    chosen = [r for r in entries if name is None or name.casefold() in (r["name"].casefold(), r["label"].casefold())]
    if not chosen:
        near = difflib.get_close_matches(name or "", [r["name"] for r in entries], 1)
        hint = f"did you mean {near[0]}?" if near else "`newsgraph ontology` lists them"
        raise UsageError(f"the vocabulary has no class or relation {name!r}; {hint}")
    if as_json:
        say_json(chosen)
    else:
        keys = OVERVIEW if name is None else tuple(dict.fromkeys(key for record in chosen for key in record))
        say("\n".join(_entry(record, keys) for record in chosen))


def _entry(record: Mapping[str, str], keys: Sequence[str]) -> str:
    return "\n".join(f"{'' if key == 'name' else f'    {key}: '}{record[key]}" for key in keys if record.get(key))


def _classes(ontology: Ontology) -> Iterator[dict[str, str]]:
    for frame in ontology.frames:
        if frame.reads == frame.type:
            codes = ontology.codes(frame.type)
            named = (("PLOVER", codes.plover), ("CAMEO", codes.cameo), ("ACLED", codes.acled))
            yield {
                "name": frame.type,
                "label": ontology.label(frame.type),
                "about": ontology.comment(frame.type),
                "under": ", ".join(ontology.parents[frame.type]),
                "codes": "; ".join(f"{scheme} {code}" for scheme, code in named if code),
                "triggers": ", ".join(" ".join(t.words) + "#" + t.pos for t in frame.triggers),
                "roles": "; ".join(f"{role}: {', '.join(slots)}" for role, slots in _slots(frame).items()),
            }


def _slots(frame: Frame) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role in frame.roles:
        found.setdefault(role.role, []).extend(slot for slot in role.slots if slot not in found.get(role.role, ()))
    return found


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
