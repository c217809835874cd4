"""A folder's table of what its files do not say of themselves in, the articles with that said of them out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import SkippedArticle
from ..model import Article
from .jsonl import said_of
from .source import Source, decode

SHEET = "articles.csv"
FILE = "file"
NO_TABLE = f"not read: a table of what is said of the files beside it has a column {FILE!r} and is comma-separated text"

Row = Mapping[str, str]


@dataclass(slots=True)
class Sheets:
    """Rows by the file they are about; `wrong` are those that are about none."""

    rows: dict[Path, Row] = field(default_factory=dict)
    wrong: list[SkippedArticle] = field(default_factory=list)

    def told(self, article: Article, source: Source, mapping: Mapping[str, str]) -> Article:
        """What the table states goes before what the file states."""
        row = self.rows.get(source.path.resolve()) if source.data is None else None
        stated = {name: value for name, value in said_of(row or {}, mapping).items() if value}
        return replace(article, **stated)  # type: ignore[arg-type]  # names of fields that hold text


def sheets_of(sources: Sequence[Source]) -> Sheets:
    """The tables among files; each speaks of files in its own folder and below."""
    found = Sheets()
    known = {source.path.resolve() for source in sources if source.data is None}
    for source in sources:
        if is_sheet(source):
            _add(source, known, found)
    return found


def is_sheet(source: Source) -> bool:
    return Path(source.name).name == SHEET


def _add(source: Source, known: set[Path], sheets: Sheets) -> None:
    rows = list(_rows(source))
    if not rows or FILE not in rows[0]:
        sheets.wrong.append(SkippedArticle(source.name, NO_TABLE))
        return
    for number, row in enumerate(rows, start=2):
        path = (source.path.parent / (row[FILE] or "")).resolve()
        if path in known and path != source.path.resolve():
            sheets.rows[path] = row
        else:
            sheets.wrong.append(SkippedArticle(f"{source.name}#{number}", f"names {row[FILE]!r}, and no such file is read"))


def _rows(source: Source) -> Iterator[dict[str, str]]:
    try:
        text = decode(source.read()) or ""
        yield from csv.DictReader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, OSError):
        return
