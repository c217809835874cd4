"""A web archive in, an Article for every HTML page in it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import SkippedArticle
from ..model import Article
from .html import decode_page, page
from .source import Source

HTML = ("text/html", "application/xhtml+xml")
OK = 200


def read_warc(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:  # noqa: ARG001  # one signature for all readers
    """Images, redirects and the like are passed over; the archive breaking off is reported once, what came before is kept."""
    from fastwarc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  # most builds read no archives

    seen = 0
    try:
        with source.open() as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
                seen += 1
                if _is_page(record):
                    yield _article(record, source.name)
    except (OSError, ValueError, EOFError) as error:
        yield SkippedArticle(source.name, f"the archive breaks off after {seen} responses: {error}; fetch it again")
        return
    if not seen:
        yield SkippedArticle(source.name, "no responses of a web server in it; is it a WARC file?")


def _is_page(record: Any) -> bool:  # noqa: ANN401  # fastwarc has no types
    http = record.http_headers
    return http is not None and http.status_code == OK and record.http_content_type in HTML


def _article(record: Any, name: str) -> Article | SkippedArticle:  # noqa: ANN401  # fastwarc has no types
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    html = decode_page(record.reader.read(), record.http_charset)
    if html is None:
        return SkippedArticle(f"{name}#{url}", "the page is not text")
    return page(html, url, f"{name}#{url}", url=url)
