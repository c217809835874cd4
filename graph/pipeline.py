"""Files of articles in, a folder with the graph in every form out: the whole staircase in one function."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from .assemble import GraphData, assemble
from .cache import Cache
from .collector import paused
from .corrections import Corrections
from .errors import UsageError
from .export import EXPORTERS
from .model import Article, Judgement
from .output import REPORT, naming, replacing
from .reading import Corpus, Progress, cache_folder, extract_all, versions
from .resolve import read_judgements, resolve
from .settings import Settings
from .stores import write_store
from .validate import Report, validate
from .workers import open_tools

T = TypeVar("T")
STDIN = Path("-")
STORE = "store"
WRITTEN = tuple(exporter for name, exporter in EXPORTERS.items() if exporter.in_build and name != "nq")
NOT_OF_THE_GRAPH = ("cache", "workers", "batch")
"""Settings that change how a build runs, never what it writes."""


class Silent:
    """Progress nobody watches."""

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, steps: int = 1) -> None:
        pass


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; counts by name, seconds by stage, one message a skipped article, one a shape violated."""

    out: Path
    inputs: tuple[str, ...]
    versions: dict[str, str]
    settings: dict[str, object]
    counts: dict[str, int]
    extracted: int
    seconds: dict[str, float]
    skipped: tuple[str, ...]
    violations: tuple[str, ...]
    conforms: bool

    @property
    def exit_code(self) -> int:
        return 4 if not self.conforms else 3 if self.skipped else 0

    def as_json(self) -> dict[str, object]:
        """Under "run" stands what differs between two builds of the same articles."""
        return {
            "versions": self.versions,
            "settings": self.settings,
            "counts": self.counts,
            "skipped": list(self.skipped),
            "violations": list(self.violations),
            "run": {
                "out": str(self.out),
                "inputs": list(self.inputs),
                "extracted": self.extracted,
                "seconds": self.seconds,
            },
        }


@dataclass(slots=True)
class Stopwatch:
    """Seconds by stage."""

    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, name: str, work: Callable[[], T], total: int = 0) -> T:
        self.progress.stage(name, total)
        start = time.perf_counter()
        result = work()
        self.seconds[name] = round(time.perf_counter() - start, 3)
        return result


def build(paths: Sequence[Path], out: Path, settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Reads what is new, resolves and assembles everything, checks it, and swaps the finished folder in for `out`.

    Raises UsageError if `out` holds something else than a build, OutputError if it cannot be written; either way what
    stood at `out` still stands.
    """
    watch = Stopwatch(progress or Silent())
    with replacing(out) as folder, ExitStack() as merging:
        judgements = _judgements(settings)
        with Cache(cache_folder(settings)) as cache:
            start = time.perf_counter()
            corpus = extract_all(paths, settings, cache, watch.progress)
            watch.seconds["read"] = round(time.perf_counter() - start, 3)
            merging.enter_context(paused())
            data = _graph(corpus, judgements, settings, watch)
        with naming(out):
            checked = _written(data, folder, watch)
            report = _report(paths, out, settings, (corpus, data, checked, watch))
            _write_report(report, folder)
        del data  # before the search for cycles runs again and passes over all of it
    return report


def assembled(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> tuple[GraphData, tuple[str, ...]]:
    """The graph in memory, nothing written but the cache; with it what was skipped, one message an article."""
    watch = Stopwatch(progress or Silent())
    judgements = _judgements(settings)
    with Cache(cache_folder(settings)) as cache:
        corpus = extract_all(paths, settings, cache, watch.progress)
        return _graph(corpus, judgements, settings, watch), tuple(map(str, corpus.skipped))


@contextmanager
def extractions(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Iterator[Corpus]:
    """What each article says, for as long as the block runs; copies of a text speak for themselves."""
    with Cache(cache_folder(settings)) as cache:
        yield extract_all(paths, settings, cache, progress or Silent(), keep_copies=True)


def rederive(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> tuple[list[Article], frozenset[str]]:
    """The articles and the ids of all claims, read anew without the cache."""
    watch = Stopwatch(progress or Silent())
    judgements = _judgements(settings)
    with TemporaryDirectory() as folder, Cache(Path(folder)) as cache:
        corpus = extract_all(paths, settings, cache, watch.progress)
        data = _graph(corpus, judgements, settings, watch)
        return [extraction.article for extraction in corpus.extractions()], frozenset(claim.id for claim in data.claims)


def read_report(out: Path) -> dict[str, dict[str, object]]:
    """What a build wrote of itself. Raises UsageError if there is none."""
    try:
        report: dict[str, dict[str, object]] = json.loads((out / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{out} is no build: it has no {REPORT}; `newsgraph build FOLDER -o {out}` makes one") from error
    return report


def _judgements(settings: Settings) -> list[Judgement]:
    return [judgement for name in settings.judgements for judgement in read_judgements(Path(name))]


def _graph(corpus: Corpus, judgements: Sequence[Judgement], settings: Settings, watch: Stopwatch) -> GraphData:
    tools, count, tick = open_tools(settings), len(corpus.keys), watch.progress.advance
    corrections = Corrections(judgements, tools.ontology)
    resolution = watch.run(
        "resolve",
        lambda: resolve(
            corrections.applied(corpus.extractions(tick)),
            gazetteer=tools.gazetteer,
            ontology=tools.ontology,
            judgements=judgements,
        ),
        count,
    )
    return watch.run(
        "assemble",
        lambda: assemble(
            lambda: corrections.applied(corpus.extractions(tick)),
            resolution,
            ontology=tools.ontology,
            gazetteer=tools.gazetteer,
            base_iri=settings.base_iri,
        ),
        count,
    )


def _report(
    paths: Sequence[Path], out: Path, settings: Settings, done: tuple[Corpus, GraphData, Report, Stopwatch]
) -> BuildReport:
    corpus, data, checked, watch = done
    return BuildReport(
        out=out,
        inputs=tuple(str(path if path == STDIN else path.resolve()) for path in paths),
        versions={"python": platform.python_version(), **versions(settings, open_tools(settings))},
        settings={name: value for name, value in asdict(settings).items() if name not in NOT_OF_THE_GRAPH},
        counts={**data.counts, "quads": len(data.quads), "skipped": len(corpus.skipped)},
        extracted=corpus.extracted,
        seconds=watch.seconds,
        skipped=tuple(map(str, corpus.skipped)),
        violations=tuple(map(str, checked.violations)),
        conforms=checked.conforms,
    )


def _written(data: GraphData, folder: Path, watch: Stopwatch) -> Report:
    """What the shapes say of the graph, once it stands in the folder in every form."""
    with _storing(data, folder):
        watch.run("write", lambda: _write(data, folder, watch.progress), total=len(WRITTEN))
        union = folder / EXPORTERS["ttl"].filename
        return watch.run("validate", lambda: validate(data.quads, data.ontology, union))


@contextmanager
def _storing(data: GraphData, folder: Path) -> Iterator[None]:
    """N-Quads first: from them the store is filled beside what the block does, and is whole when the block ends."""
    quads = folder / EXPORTERS["nq"].filename
    EXPORTERS["nq"].write(data, quads)
    with ThreadPoolExecutor(1) as beside:
        filled = beside.submit(write_store, quads, folder / STORE)
        yield
        filled.result()


def _write(data: GraphData, folder: Path, progress: Progress) -> None:
    for exporter in WRITTEN:
        exporter.write(data, folder / exporter.filename)
        progress.advance()


def _write_report(report: BuildReport, folder: Path) -> None:
    text = json.dumps(report.as_json(), indent=1, ensure_ascii=False)
    (folder / REPORT).write_text(text + "\n", encoding="utf-8")
