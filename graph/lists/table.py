"""A CSV file whose header names its columns in, what it states of each name out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from .known import Known, qid, several

COLUMNS = {
    "name": ("name", "label", "caption"),
    "class": ("class", "type", "schema"),
    "aliases": ("aliases", "alias", "altlabel", "also known as"),
    "demonyms": ("demonyms", "demonym"),
    "country": ("country", "countries", "iso"),
    "wikidata": ("wikidata", "qid", "wikidata_id", "wikidataid"),
}


def read(path: Path) -> Iterator[Known]:
    """Several values of a cell stand between `|` or `;`; only the name must be there."""
    for row in rows(path):
        if row.get("name"):
            yield Known(
                name=row["name"],
                type=row.get("class", ""),
                aliases=several(row.get("aliases", "")),
                demonyms=several(row.get("demonyms", "")),
                countries=several(row.get("country", "")),
                wikidata=qid(row.get("wikidata", "")),
            )


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """By our names of the columns. Raises ValueError if no column holds names."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        header = {name.strip().casefold(): name for name in reader.fieldnames or ()}
        ours = {name: header[column] for name, columns in COLUMNS.items() for column in columns[::-1] if column in header}
        if "name" not in ours:
            raise ValueError(f"no column is called {' or '.join(COLUMNS['name'])}")
        for row in reader:
            yield {name: (row[column] or "").strip() for name, column in ours.items()}
