"""A plain text file in, its one Article out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import SkippedArticle
from ..model import Article
from .source import Source, decode, without_controls

NOT_TEXT = "is not text; convert it to text or HTML first"


def read_text(source: Source, mapping: Mapping[str, str]) -> Iterator[Article | SkippedArticle]:  # noqa: ARG001  # one signature for all readers
    """Text that was decoded wrongly before it came here is put right; control characters become spaces."""
    text = decode(source.read())
    if text is None:
        yield SkippedArticle(source.name, NOT_TEXT)
    else:
        yield Article(source.stem, repaired(text), source.name)


def repaired(text: str) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415  # only where text is read

    return without_controls(str(fix_encoding(text)))
