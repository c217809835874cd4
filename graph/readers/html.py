"""A saved web page in, its Article out: the main text, with title, date, site and address from the page's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..errors import SkippedArticle
from ..model import Article
from .published import iso_date
from .source import SAMPLE, Source, decode
from .text import NOT_TEXT, repaired

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
NO_GUESSING = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-12-31"}


def read_html(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:  # noqa: ARG001  # one signature for all readers
    html = decode_page(source.read())
    yield SkippedArticle(source.name, NOT_TEXT) if html is None else page(html, source.stem, source.name)


def decode_page(data: bytes, charset: str | None = None) -> str | None:
    declared = CHARSET.search(data[:SAMPLE])
    return decode(data, charset or (declared[1].decode("ascii", "replace") if declared else None))


def page(html: str, name: str, source: str, *, url: str | None = None) -> Article | SkippedArticle:
    """The article `name` of a page; offsets count from the start of its extracted text, not of the markup."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # slow to import, and most builds read no HTML

    found = bare_extraction(html, url=url, with_metadata=True, include_comments=False, date_extraction_params=dict(NO_GUESSING))
    if found is None or isinstance(found, dict) or not found.text:
        return SkippedArticle(source, "no article text found in this page; save it as text if there is one")
    address = url or found.url
    return Article(
        name,
        repaired(found.text),
        source,
        title=found.title or None,
        published=iso_date(found.date),
        publisher=found.sitename or None,
        url=address if address and address.startswith(("http://", "https://")) else None,
    )
