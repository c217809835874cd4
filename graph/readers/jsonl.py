"""JSON in (an object a line, an array, or one object), an Article a record out, its text exactly as it stands there."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypedDict

import orjson

from ..errors import SkippedArticle, UsageError
from ..model import Article
from .published import iso_date
from .source import Source

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "articleBody", "maintext"),
    "date": ("published", "date", "datePublished", "date_publish", "publish_date", "published_at", "publishedAt"),
    "publisher": ("publisher", "source", "sitename", "site_name", "outlet", "source_domain"),
    "language": ("language", "lang", "inLanguage"),
}
LINES = frozenset((".jsonl", ".ndjson"))
SHOWN = 12


class Said(TypedDict):
    """Fields of an Article."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str | None


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raises UsageError for a field no article has."""
    for field in mapping:
        if field not in FIELDS:
            raise UsageError(f"mapping of {field!r}: articles have no such field; theirs are {', '.join(FIELDS)}")


def read_json(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:
    """One document if it is one, else a record a line; a broken record costs only itself."""
    named_lines = source.suffix in LINES and _holds_record(source, first=True)
    document = SkippedArticle(source.name, "") if named_lines else _parsed(_body(source), source.name)
    if isinstance(document, SkippedArticle) and (named_lines or _holds_record(source, first=False)):
        yield from _lines(source, mapping)
    else:
        yield from _document(document, source, mapping)


def _body(source: Source) -> bytes:
    return source.read().removeprefix(codecs.BOM_UTF8)


def _holds_record(source: Source, *, first: bool) -> bool:
    """Whether a line (the first, or any unless the file opens as an array) is a record of its own."""
    with source.open() as stream:
        lines = (line for line in (line.removeprefix(codecs.BOM_UTF8).strip() for line in stream) if line)
        for line in lines:
            if line.startswith(b"{") and isinstance(_parsed(line, source.name), dict):
                return True
            if first or line.startswith(b"["):
                return False
    return False


def _lines(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:
    with source.open() as stream:
        for number, line in enumerate(stream, start=1):
            content = line.removeprefix(codecs.BOM_UTF8).strip()
            if content:
                place = f"{source.name}#{number}"
                yield _article(_parsed(content, place, number), place, source.stem, mapping)


def _document(document: object, source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:
    if not isinstance(document, list):
        found = _article(document, source.name, source.stem, mapping)
        unnamed = isinstance(document, dict) and _stated_id(document, mapping) is None
        yield replace(found, id=source.stem) if unnamed and isinstance(found, Article) else found
        return
    for number, record in enumerate(document, start=1):
        yield _article(record, f"{source.name}#{number}", source.stem, mapping)
    if not document:
        yield SkippedArticle(source.name, "an empty list; nothing to read")


def _parsed(content: bytes, place: str, line: int = 0) -> object:
    """The value, or the article left out with the place of the error in its file."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        where = f"line {line or error.lineno}, column {error.colno}"
        return SkippedArticle(place, f"not JSON at {where}: {error.msg}; mend or remove that record")


def _article(record: object, place: str, stem: str, mapping: Mapping[str, str]) -> Article | SkippedArticle:
    if isinstance(record, SkippedArticle):
        return record
    if not isinstance(record, dict):
        return SkippedArticle(place, "not a JSON object; write one object an article")
    text = _value(record, "text", mapping)
    if not isinstance(text, str):
        return SkippedArticle(place, _no_text(record, mapping))
    name = _stated_id(record, mapping) or f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    return Article(name, text, place, **said_of(record, mapping))


def said_of(record: Mapping[str, object], mapping: Mapping[str, str]) -> Said:
    """What a record states of its article besides the text."""
    title, publisher, url, language = (
        _string(_value(record, field, mapping)) for field in ("title", "publisher", "url", "language")
    )
    published = iso_date(_value(record, "date", mapping))
    return Said(title=title, published=published, publisher=publisher, url=url, language=language)


def _stated_id(record: Mapping[str, object], mapping: Mapping[str, str]) -> str | None:
    return _string(_value(record, "id", mapping)) or _string(_value(record, "url", mapping))


def _value(record: Mapping[str, object], field: str, mapping: Mapping[str, str]) -> object:
    """Of the first name that holds something; a mapped name may lead into objects by dots."""
    if field not in mapping:
        return next((record[name] for name in FIELDS[field] if record.get(name) is not None), None)
    if mapping[field] in record:
        return record[mapping[field]]
    value: object = record
    for key in mapping[field].split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _string(value: object) -> str | None:
    if isinstance(value, dict):
        return _string(value.get("name"))
    if isinstance(value, list):
        return _string(value[0]) if value else None
    written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return written or None


def _no_text(record: dict[str, object], mapping: Mapping[str, str]) -> str:
    sought = mapping.get("text") or ", ".join(FIELDS["text"])
    held = ", ".join(sorted(map(str, record))[:SHOWN]) or "none"
    return f"has no text in the field {sought}; map the field text to one of its own: {held}"
