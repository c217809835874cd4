"""A file of names that somebody keeps in, what newsgraph knows names by out: triples added to a Turtle file of the user's own."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import UsageError
from ..ontology import Ontology
from ..output import replacing_file
from . import ftm, petrarch, table, wikidata
from .known import Known
from .turtle import Addresses, read_turtle, written

__all__ = ["READERS", "Added", "Reading", "add"]

Reader = Callable[[Path], Iterable[Known]]

READERS: dict[str, Reader] = {
    "csv": table.read,
    "ftm": ftm.read,
    "wikidata": wikidata.read,
    "petrarch": petrarch.read,
}
TURTLE = "turtle"
FORMATS = (*READERS, TURTLE)
ENDINGS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "ftm",
    ".ijson": "ftm",
    ".json": "wikidata",
    ".txt": "petrarch",
    ".actors": "petrarch",
    ".ttl": TURTLE,
}


@dataclass(frozen=True, slots=True)
class Added:
    """How many things the file names and how many triples are new; `classless` are names left out for want of a class."""

    things: int
    triples: int
    classless: tuple[str, ...] = ()


def add(source: Path, to: Path, reading: Reading, known: Sequence[Path]) -> Added:
    """`known` are the Turtle files in use already, whose things are recognized by their Wikidata id.

    Raises UsageError for a file or class that is none, OutputError if `to` cannot be written; then nothing is.
    """
    form = reading.form or guess(source)
    before = read_turtle(to) if to.exists() else set()
    if form == TURTLE:
        triples, classless = read_turtle(source), tuple[str, ...]()
    else:
        rows, classless = reading.classed(_read(source, form))
        addresses = Addresses.of([*known, *([to] if to.exists() else [])])
        triples = {triple for row in rows for triple in addresses.triples(row)}
    replacing_file(to, lambda place: written(before | triples, place))
    return Added(len({triple.subject for triple in triples}), len(triples - before), classless)


@dataclass(frozen=True, slots=True)
class Reading:
    """`form` is the format, where the file's name does not tell it; `kind` the class of names for which the file states none."""

    ontology: Ontology
    form: str | None = None
    kind: str | None = None

    def classed(self, rows: Iterable[Known]) -> tuple[list[Known], tuple[str, ...]]:
        """With classes of the vocabulary, and the names left without. Raises UsageError if `kind` is none of them."""
        classes = {name.casefold(): name for name in self.ontology.entity_classes}
        classes |= {self.ontology.label(name).casefold(): name for name in self.ontology.entity_classes}
        kind = (self.kind or "").casefold()
        if kind and kind not in classes:
            near = difflib.get_close_matches(self.kind or "", sorted(self.ontology.entity_classes), 1)
            raise UsageError(f"no class of names is called {self.kind!r}" + (f"; did you mean {near[0]}?" if near else ""))
        known = [replace(row, type=classes.get(row.type.casefold()) or classes.get(kind, "")) for row in rows]
        return [row for row in known if row.type], tuple(row.name for row in known if not row.type)


def guess(source: Path) -> str:
    """The format by the file's name, and for tables by their columns. Raises UsageError if that does not tell."""
    form = ENDINGS.get(source.suffix.lower())
    if form is None:
        raise UsageError(f"{source}: its name does not tell its format; give --format {'|'.join(FORMATS)}")
    return "wikidata" if form == "csv" and wikidata.is_table(source) else form


def _read(source: Path, form: str) -> Iterable[Known]:
    if form not in READERS:
        raise UsageError(f"no format is called {form!r}; known are {', '.join(FORMATS)}")
    try:
        return tuple(READERS[form](source))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{source} cannot be read as {form}: {error}") from error
