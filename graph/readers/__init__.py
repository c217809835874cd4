"""Files, folders and feeds in, Articles out, in the order of their ids, with what was left out and why."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, cast

import orjson

from ..errors import SkippedArticle
from ..model import Article
from .feed import read_feed
from .html import read_html
from .jsonl import check_mapping, read_json
from .masthead import complete
from .screening import screen
from .sheet import Sheets, is_sheet, sheets_of
from .source import Source, decode, find_sources
from .text import read_text
from .warc import read_warc

if TYPE_CHECKING:
    from ..ontology import Ontology

Reader = Callable[[Source, Mapping[str, str]], Iterator[Article | SkippedArticle]]

READERS: dict[str, Reader] = {
    "feed": read_feed,
    "html": read_html,
    "json": read_json,
    "text": read_text,
    "warc": read_warc,
}
FORMATS = {
    ".atom": "feed",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "json",
    ".md": "text",
    ".ndjson": "json",
    ".rss": "feed",
    ".text": "text",
    ".txt": "text",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".xhtml": "html",
}
UNREAD = {
    ".csv": "a table; write one JSON object an article",
    ".tsv": "a table; write one JSON object an article",
    ".docx": "a word processor's file; save it as text or HTML",
    ".gz": "compressed; unpack it first",
    ".pdf": "a PDF; convert it to text first",
    ".zip": "compressed; unpack it first",
}
MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".zip", b"\x1f\x8b": ".gz"}
NO_MAPPING: Mapping[str, str] = MappingProxyType({})
IN_MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A record whose text another article already has: `of` is that article's id, `article` the record itself."""

    source: str
    of: str
    article: Article


@dataclass(frozen=True, slots=True)
class Limits:
    """What `read` was asked for."""

    mapping: Mapping[str, str]
    language: str
    max_chars: int
    ontology: Ontology | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an article lies in the spool, and what decides its id and which of several copies is kept."""

    id: str
    source: str
    digest: str
    stated: tuple[str, ...]
    start: int
    size: int

    @property
    def rank(self) -> tuple[int, str, tuple[str, ...], str]:
        """By all that the record states before its place, which depends on the order of the input."""
        return (-sum(map(bool, self.stated)), self.id, self.stated, self.source)


def read(
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str] = NO_MAPPING,
    language: str = "en",
    max_chars: int = 1_000_000,
    ontology: Ontology | None = None,
) -> Iterator[Article | Duplicate | SkippedArticle]:
    """First what was left out, as errors that are not raised; then the articles, each followed by its copies.

    Everything is read before the first article is given out, so ids and copies do not depend on the order of the input.
    `mapping` renames fields of JSON records, `ontology` holds the cleaning rules that find title, date and publisher
    in a text (None: the shipped ones). Raises UsageError for a missing path, ReadError for an empty folder, at once.
    """
    check_mapping(mapping)
    return _read(find_sources(paths), Limits(mapping, language, max_chars, ontology))


def _read(sources: Sequence[Source], limits: Limits) -> Iterator[Article | Duplicate | SkippedArticle]:
    from ..ontology import load  # noqa: PLC0415  # costs a second that a wrong path need not wait for

    ontology = limits.ontology or load()
    with cast("BinaryIO", SpooledTemporaryFile(max_size=IN_MEMORY)) as spool:
        entries = []
        sheets = sheets_of(sources)
        yield from sheets.wrong
        for found in (found for source in sources if not is_sheet(source) for found in _screened(source, limits, sheets)):
            if isinstance(found, SkippedArticle):
                yield found
            else:
                entries.append(_store(complete(found, ontology), spool))
        for entry, original in settle(entries):
            article = _fetch(entry, spool)
            yield article if original is None else Duplicate(entry.source, original, article)


def _screened(source: Source, limits: Limits, sheets: Sheets) -> Iterator[Article | SkippedArticle]:
    try:
        for found in _outcomes(source, limits.mapping):
            if isinstance(found, SkippedArticle):
                yield found
            else:
                told = sheets.told(found, source, limits.mapping)
                yield screen(told, language=limits.language, max_chars=limits.max_chars)
    except OSError as error:
        yield SkippedArticle(source.name, f"cannot be read: {error.strerror or error}")


def _outcomes(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:
    head = source.head()
    name = _format(source.suffix, head)
    if not head.strip():
        yield SkippedArticle(source.name, "is empty")
    elif name is None:
        what = UNREAD.get(_suffix_of(source.suffix, head), "neither text nor any format newsgraph reads")
        yield SkippedArticle(source.name, f"not read: {what}")
    else:
        yield from READERS[name](source, mapping)


def _suffix_of(suffix: str, head: bytes) -> str:
    return suffix if suffix in UNREAD else next((known for magic, known in MAGIC.items() if head.startswith(magic)), suffix)


def _format(suffix: str, head: bytes) -> str | None:
    """By the ending of the file's name, else by its first bytes."""
    if suffix in FORMATS:
        return FORMATS[suffix]
    if _suffix_of(suffix, head) in UNREAD:
        return None
    start = (decode(head) or decode(head[:-3]) or "").lstrip()[:1000].lower()
    if start.startswith("<"):
        return "html" if "<html" in start or "<!doctype html" in start else "feed"
    if start.startswith("warc/"):
        return "warc"
    return "json" if start.startswith(("{", "[")) else "text" if start else None


def settle(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str | None]]:
    """Each entry with the id it goes by and, for a copy, the id of the article it repeats; sorted by id.

    Of several records with one text the one that states most is the article. Of several texts with one id the one with
    the smallest digest keeps it, the others add the first eight characters of theirs.
    """
    by_text, by_id = defaultdict(list), defaultdict(list)
    for entry in entries:
        by_text[entry.digest].append(entry)
    for copies in by_text.values():
        copies.sort(key=lambda entry: entry.rank)
        by_id[copies[0].id].append(copies[0].digest)
    named = {
        digest: name if digest == min(digests) else f"{name}-{digest[:8]}"
        for name, digests in by_id.items()
        for digest in digests
    }
    for digest, name in sorted(named.items(), key=lambda item: item[1]):
        first, *others = by_text[digest]
        yield replace(first, id=name), None
        for other in others:
            yield other, name


def _store(article: Article, spool: BinaryIO) -> Entry:
    record = orjson.dumps(article)
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    stated = tuple(value or "" for value in (article.published, article.title, article.publisher, article.url))
    entry = Entry(article.id, article.source, digest, stated, spool.tell(), len(record))
    spool.write(record)
    return entry


def _fetch(entry: Entry, spool: BinaryIO) -> Article:
    spool.seek(entry.start)
    fields = orjson.loads(spool.read(entry.size))
    return Article(**{**fields, "id": entry.id, "copies": ()})
