"""Files of articles in, what each of them says out: from the cache where it holds it, else extracted into it."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

from platformdirs import user_cache_dir

from .annotate import REQUIREMENT
from .cache import Cache, article_key, fingerprint
from .codec import decode, encode
from .errors import ReadError, SkippedArticle
from .extract import Tools
from .model import Article, Extraction
from .ontology import Ontology
from .readers import Duplicate, read
from .settings import Settings
from .workers import Broken, Job, open_tools, read_jobs

IN_MEMORY = 32 * 1024 * 1024


class Progress(Protocol):
    """Hears how far a build is.

    `stage` names what begins, with how much of it there is (0: not known), `advance` how much more is done.
    """

    def stage(self, name: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read: cache keys in the order of the articles' ids, further files of the same text, and what was left out."""

    cache: Cache
    keys: tuple[str, ...]
    copies: dict[str, tuple[str, ...]]
    skipped: tuple[SkippedArticle, ...]
    extracted: int

    def extractions(self, tick: Callable[[], None] = lambda: None) -> Iterator[Extraction]:
        """From the cache, one at a time; calls `tick` after each."""
        for line in self.cache.stream(self.keys):
            found = decode(line)
            copies = self.copies.get(found.article.id, ())
            yield replace(found, article=replace(found.article, copies=copies)) if copies else found
            tick()

    def lines(self) -> Iterator[bytes]:
        return (encode(extraction) for extraction in self.extractions())


def cache_folder(settings: Settings) -> Path:
    return Path(settings.cache) if settings.cache else Path(user_cache_dir("newsgraph"))


def extract_all(
    paths: Sequence[Path], settings: Settings, cache: Cache, progress: Progress, *, keep_copies: bool = False
) -> Corpus:
    """Reads every article the cache does not hold yet into it; what is cached is not parsed again.

    A second record of the very same text is a copy of the first, or with `keep_copies` an article of its own. Raises
    ReadError where there is no article at all.
    """
    tools = open_tools(settings)
    inbox = _Inbox(settings, cache, fingerprint(versions(settings, tools)), tools.ontology, keep_copies)
    progress.stage("read", 0)
    with cast("BinaryIO", SpooledTemporaryFile(max_size=IN_MEMORY)) as spool:
        pending = _Pending(spool)
        for _ in inbox.sort(paths, pending):
            progress.advance()
        inbox.check(paths)
        progress.stage("extract", pending.count)
        with closing(read_jobs(pending.jobs(), settings)) as chunks:
            for chunk in chunks:
                cache.put((key, done) for key, done in chunk if isinstance(done, bytes))
                inbox.failed.update((key, done) for key, done in chunk if isinstance(done, Broken))
                progress.advance(len(chunk))
        return inbox.corpus(pending.count)


class _Pending:
    """Articles that wait to be parsed, on disk if they are many: their number is known before the first is parsed."""

    def __init__(self, spool: BinaryIO) -> None:
        self._spool = spool
        self.count = 0

    def add(self, job: Job) -> None:
        pickle.dump(job, self._spool)
        self.count += 1

    def jobs(self) -> Iterator[Job]:
        self._spool.seek(0)
        for _ in range(self.count):
            yield pickle.load(self._spool)


@dataclass(slots=True)
class _Inbox:
    """Sorts what the readers yield: new articles to parse, articles known already, copies, and what is left out."""

    settings: Settings
    cache: Cache
    fingerprint: str
    ontology: Ontology
    keep_copies: bool
    keys: dict[str, str] = field(default_factory=dict)
    copies: dict[str, list[str]] = field(default_factory=dict)
    skipped: list[SkippedArticle] = field(default_factory=list)
    failed: dict[str, Broken] = field(default_factory=dict)

    def sort(self, paths: Sequence[Path], pending: _Pending) -> Iterator[None]:
        """One step a record."""
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
                self._add(item.article if isinstance(item, Duplicate) else item, pending)
            yield

    def _add(self, article: Article, pending: _Pending) -> None:
        key = article_key(article, self.fingerprint)
        self.keys[article.id] = key
        if not self.cache.holds(key):
            pending.add((key, article))

    def check(self, paths: Sequence[Path]) -> None:
        if not self.keys:
            places = ", ".join(map(str, paths))
            reasons = "".join(f"\n  skipped {item}" for item in self.skipped)
            raise ReadError(
                f"no article to read in {places}; give files or folders of text, HTML, JSON lines, feeds or WARC{reasons}"
            )

    def corpus(self, extracted: int) -> Corpus:
        keys = tuple(key for _, key in sorted(self.keys.items()) if key not in self.failed)
        copies = {article: tuple(sorted(names)) for article, names in sorted(self.copies.items())}
        broken = (SkippedArticle(item.source, item.reason) for _, item in sorted(self.failed.items()))
        skipped = sorted((*self.skipped, *broken), key=str)
        return Corpus(self.cache, keys, copies, tuple(skipped), extracted)


def versions(settings: Settings, tools: Tools) -> dict[str, str]:
    """All that decides what is extracted from a text, by name."""
    return {
        "newsgraph": version("newsgraph"),
        "code": _code_digest(),
        "spacy": version("spacy"),
        "pipeline": f"{settings.model} {_pipeline_version(settings.model)}",
        "ontology": tools.ontology.digest,
        "gazetteer": tools.gazetteer.digest,
    }


def _code_digest() -> str:
    """Of the package's own modules: an edited rule reads everything anew."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.name.encode() + b"\x00" + path.read_bytes())
    return digest.hexdigest()


def _pipeline_version(name: str) -> str:
    """Of a package, the version; of a folder, a digest of its description; empty for one that is not there."""
    description = Path(name) / "meta.json"
    if description.is_file():
        return hashlib.sha256(description.read_bytes()).hexdigest()
    try:
        return version(REQUIREMENT.get(name, name).partition("==")[0])
    except PackageNotFoundError:
        return ""
