"""Files of articles in, a folder with the graph in every form out: the whole staircase in one function."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Protocol, TypeVar

from platformdirs import user_cache_dir

from .assemble import GraphData, assemble
from .cache import Cache, article_key, fingerprint
from .codec import decode, encode
from .errors import OutputError, ReadError, SkippedArticle, UsageError
from .export import EXPORTERS
from .extract import Tools
from .model import Article, Extraction, Judgement
from .ontology import Ontology
from .readers import Duplicate, read
from .resolve import read_judgements, resolve
from .settings import Settings
from .stores.oxigraph import write_store
from .validate import validate
from .workers import Job, open_tools, read_jobs

T = TypeVar("T")
REPORT = "build.json"


class Progress(Protocol):
    """Hears how far a build is: `stage` names what begins, `total` how much of it there is, `advance` how much is done."""

    def stage(self, name: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


class Silent:
    """Progress nobody watches."""

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, steps: int = 1) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read: cache keys of the articles in order, further files of the same text, and what was left out."""

    cache: Cache
    keys: tuple[str, ...]
    copies: dict[str, tuple[str, ...]]
    skipped: tuple[SkippedArticle, ...]
    extracted: int

    def extractions(self) -> Iterator[Extraction]:
        """From the cache, one at a time, in the order of the articles' ids."""
        for line in self.cache.stream(self.keys):
            found = decode(line)
            copies = self.copies.get(found.article.id, ())
            yield replace(found, article=replace(found.article, copies=copies)) if copies else found

    def lines(self) -> Iterator[bytes]:
        return (encode(extraction) for extraction in self.extractions())


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; counts by name, seconds by stage, one message a skipped article."""

    out: Path
    counts: dict[str, int]
    seconds: dict[str, float]
    skipped: tuple[str, ...]
    violations: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        return 4 if self.violations else 3 if self.skipped else 0


@dataclass(slots=True)
class Stopwatch:
    """Seconds by stage."""

    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, name: str, work: Callable[[], T]) -> T:
        self.progress.stage(name, 0)
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
    check_output(out)
    judgements = [j for name in settings.judgements for j in read_judgements(Path(name))]
    with Cache(cache_folder(settings)) as cache:
        corpus = watch.run("read", lambda: extract_all(paths, settings, cache, watch.progress))
        data = _graph(corpus, judgements, settings, watch)
    report = watch.run("validate", lambda: validate(data.quads, open_tools(settings).ontology))
    result = BuildReport(
        out, _counts(data, corpus), watch.seconds, tuple(map(str, corpus.skipped)), tuple(map(str, report.violations))
    )
    _write(data, result, watch)
    return result


@contextmanager
def extractions(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Iterator[Corpus]:
    """What each article says, for as long as the block runs; copies of a text speak for themselves."""
    with Cache(cache_folder(settings)) as cache:
        yield extract_all(paths, settings, cache, progress or Silent(), keep_copies=True)


def rederive(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> tuple[list[Article], frozenset[str]]:
    """The articles and the ids of all claims, read anew without the cache."""
    watch = Stopwatch(progress or Silent())
    judgements = [j for name in settings.judgements for j in read_judgements(Path(name))]
    with TemporaryDirectory() as folder, Cache(Path(folder)) as cache:
        corpus = extract_all(paths, settings, cache, watch.progress)
        data = _graph(corpus, judgements, settings, watch)
        return [extraction.article for extraction in corpus.extractions()], frozenset(claim.id for claim in data.claims)


def _graph(corpus: Corpus, judgements: Sequence[Judgement], settings: Settings, watch: Stopwatch) -> GraphData:
    tools = open_tools(settings)
    resolution = watch.run(
        "resolve",
        lambda: resolve(corpus.extractions(), gazetteer=tools.gazetteer, ontology=tools.ontology, judgements=judgements),
    )
    return watch.run(
        "assemble",
        lambda: assemble(
            corpus.extractions, resolution, ontology=tools.ontology, gazetteer=tools.gazetteer, base_iri=settings.base_iri
        ),
    )


# ----------------------------------------------------------------------------------------------------------- reading
def cache_folder(settings: Settings) -> Path:
    return Path(settings.cache) if settings.cache else Path(user_cache_dir("newsgraph"))


def extract_all(
    paths: Sequence[Path], settings: Settings, cache: Cache, progress: Progress, *, keep_copies: bool = False
) -> Corpus:
    """Reads every article the cache does not hold yet into it; what is cached is not parsed again.

    A second record of the very same text is a copy of the first, or with `keep_copies` an article of its own.
    """
    tools = open_tools(settings)
    inbox = _Inbox(settings, cache, _code_fingerprint(settings, tools), tools.ontology, progress, keep_copies)
    progress.stage("read", 0)
    extracted = 0
    for chunk in read_jobs(inbox.jobs(paths), settings):
        cache.put((key, line) for key, line in chunk if isinstance(line, bytes))
        inbox.failed.update({key: line for key, line in chunk if isinstance(line, SkippedArticle)})
        extracted += len(chunk)
        progress.advance(len(chunk))
    if not inbox.keys and not inbox.skipped and not inbox.failed:
        raise ReadError(
            f"no article found in {', '.join(map(str, paths))}; give files or folders of text, HTML, JSON lines, feeds or WARC"
        )
    keys = tuple(key for _, key in sorted(inbox.keys.items()) if key not in inbox.failed)
    copies = {article: tuple(sorted(names)) for article, names in sorted(inbox.copies.items())}
    return Corpus(cache, keys, copies, (*inbox.skipped, *inbox.failed.values()), extracted)


@dataclass(slots=True)
class _Inbox:
    """Sorts what the readers yield: new articles to read, articles known already, copies, and what is left out."""

    settings: Settings
    cache: Cache
    fingerprint: str
    ontology: Ontology
    progress: Progress
    keep_copies: bool
    keys: dict[str, str] = field(default_factory=dict)
    copies: dict[str, list[str]] = field(default_factory=dict)
    skipped: list[SkippedArticle] = field(default_factory=list)
    failed: dict[str, SkippedArticle] = field(default_factory=dict)

    def jobs(self, paths: Sequence[Path]) -> Iterator[Job]:
        settings = self.settings
        found = read(
            paths,
            mapping=settings.mapping,
            language=settings.language,
            max_chars=settings.max_chars,
            ontology=self.ontology,
        )
        for item in found:
            if isinstance(item, SkippedArticle):
                self.skipped.append(item)
            elif isinstance(item, Duplicate) and not self.keep_copies:
                self.copies.setdefault(item.of, []).append(item.source)
            else:
                yield from self._job(item.article if isinstance(item, Duplicate) else item)

    def _job(self, article: Article) -> Iterator[Job]:
        key = article_key(article, self.fingerprint)
        self.keys[article.id] = key
        if self.cache.holds(key):
            self.progress.advance()
        else:
            yield key, article


def _code_fingerprint(settings: Settings, tools: Tools) -> str:
    """Changes with the vocabulary, the known names, the pipeline and the code that reads."""
    code = {path.name: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))}
    return fingerprint(
        {
            "model": settings.model,
            "spacy": version("spacy"),
            "ontology": tools.ontology.digest,
            "gazetteer": tools.gazetteer.digest,
            **code,
        }
    )


# ----------------------------------------------------------------------------------------------------------- writing
def check_output(out: Path) -> None:
    """Refuses a place that holds anything but an earlier build, before hours of reading are spent."""
    if out.is_file():
        raise UsageError(f"{out} is a file; name a folder with -o")
    if out.is_dir() and any(out.iterdir()) and not (out / REPORT).is_file():
        raise UsageError(f"{out} holds files that no build wrote; name another folder with -o, or empty it yourself")


def _write(data: GraphData, report: BuildReport, watch: Stopwatch) -> None:
    """Everything is written beside `out` first; an error or an interruption leaves what stood there."""
    try:
        report.out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{report.out.name}.", dir=report.out.parent))
    except OSError as error:
        raise OutputError(f"{report.out} cannot be written ({error.strerror}); name another folder with -o") from error
    try:
        watch.run("write", lambda: _write_all(data, report, beside))
        _swap(beside, report.out)
    except OSError as error:
        raise OutputError(f"{report.out} cannot be written ({error.strerror}); the earlier build still stands there") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_all(data: GraphData, report: BuildReport, folder: Path) -> None:
    for exporter in EXPORTERS.values():
        if exporter.in_build:
            exporter.write(data, folder / exporter.filename)
    write_store(data.quads, folder / "store")
    (folder / REPORT).write_text(json.dumps(_as_json(report), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _swap(new: Path, out: Path) -> None:
    """Two renames: a reader of `out` sees the whole old build or the whole new one."""
    new.chmod(0o755)
    if not out.exists():
        new.rename(out)
        return
    old = new.with_name(new.name + ".old")
    out.rename(old)
    new.rename(out)
    shutil.rmtree(old)


def _counts(data: GraphData, corpus: Corpus) -> dict[str, int]:
    return {**data.counts, "quads": len(data.quads), "extracted": corpus.extracted, "skipped": len(corpus.skipped)}


def _as_json(report: BuildReport) -> dict[str, object]:
    return {
        "newsgraph": version("newsgraph"),
        "spacy": version("spacy"),
        "counts": report.counts,
        "seconds": report.seconds,
        "skipped": list(report.skipped),
        "violations": list(report.violations),
    }
