"""A feed saved as a file (RSS, Atom) in, an Article an entry out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from ..errors import SkippedArticle
from ..model import Article
from .published import iso_date
from .source import Source
from .text import repaired

BLOCKS = frozenset((
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
))  # fmt: skip
UNSEEN = frozenset(("script", "style", "template"))


def read_feed(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:  # noqa: ARG001  # one signature for all readers
    """The full text of an entry if the feed carries it, else its summary."""
    from feedparser import parse  # noqa: PLC0415  # most builds read no feeds

    feed = parse(source.read(), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        broken = f": {feed.bozo_exception}" if feed.bozo else ""
        yield SkippedArticle(source.name, f"no entries of an RSS or Atom feed in it{broken}")
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, feed.feed.get("title"), f"{source.name}#{number}")


def _article(entry: Any, publisher: str | None, place: str) -> Article | SkippedArticle:  # noqa: ANN401  # feedparser has no types
    text = plain_text(max((part.value for part in entry.get("content", ())), key=len, default=entry.get("summary", "")))
    name = entry.get("id") or entry.get("link")
    if not text or not name:
        return SkippedArticle(place, "the entry has no text" if not text else "the entry has neither id nor link")
    return Article(
        name,
        repaired(text),
        place,
        title=plain_text(entry.get("title", "")) or None,
        published=iso_date(entry.get("published") or entry.get("updated")),
        publisher=publisher,
        url=entry.get("link"),
    )


def plain_text(markup: str) -> str:
    """The text of a fragment of HTML, a line a block."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # HTMLParser's signature
        self._unseen += tag in UNSEEN
        self.parts.append("\n" if tag in BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        self.parts.append("\n" if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)
