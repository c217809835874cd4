"""Rows of cells in, CSV out that readers part into the same cells and that no spreadsheet runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(file: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Rows end with a line feed; a row with a carriage return is quoted throughout, as Python's csv does not quote one alone."""
    plain = csv.writer(file, lineterminator="\n")
    quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        writer = quoted if any("\r" in str(cell) for cell in row) else plain
        writer.writerow(row)


def harmless(cell: str | float) -> str | float:
    """A cell that a spreadsheet would run as a formula is marked as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
