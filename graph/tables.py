"""An Answer in, lines of text out: a table where it fits the width, else one block a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from .ontology import PREFIXES
from .queries import Answer

GAP = "  "
NARROWEST = 16


def lines(answer: Answer, width: int) -> Iterator[str]:
    """IRIs of the graph and the vocabulary are shown by their ends."""
    rows = [tuple(shown(cell, answer.base) for cell in row) for row in answer.rows]
    widths = _fitted([(name, *cells) for name, *cells in zip(answer.columns, *rows, strict=True)], width)
    return _table(answer.columns, rows, widths) if widths else _blocks(answer.columns, rows, width)


def shown(cell: str, base: str) -> str:
    """In one line; the IRI of an event as `event/arson-1`, of a class as `ng:Arson`."""
    if base and cell.startswith(base):
        return cell.removeprefix(base)
    known = next((prefix for prefix, iri in PREFIXES.items() if cell.startswith(iri)), None)
    return f"{known}:{cell.removeprefix(PREFIXES[known])}" if known else " ".join(cell.split())


def _fitted(columns: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """The widest columns are narrowed until all fit; None if words would break or lines get too short to read."""
    widths = [max(map(len, column)) for column in columns]
    floors = [min(whole, max(NARROWEST, _longest_word(column))) for whole, column in zip(widths, columns, strict=True)]
    for _ in range(sum(widths) + len(GAP) * (len(widths) - 1) - width):
        spare = [whole - floor for whole, floor in zip(widths, floors, strict=True)]
        if not any(spare):
            return None
        widths[max(range(len(widths)), key=lambda n: (spare[n] > 0, widths[n]))] -= 1
    return widths


def _longest_word(cells: Sequence[str]) -> int:
    return max(len(word) for cell in cells for word in [*cell.split(), ""])


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    yield from _row(columns, widths)
    yield GAP.join("─" * width for width in widths)
    for row in rows:
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [wrap(cell, width) if len(cell) > width else [cell] for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Empty cells are left out; an empty line stands between rows."""
    margin = max(map(len, columns)) + len(GAP)
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, cell in zip(columns, row, strict=True):
            for part, text in enumerate(wrap(cell, max(width - margin, NARROWEST))):
                yield ("" if part else name).ljust(margin) + text
