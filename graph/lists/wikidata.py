"""What the Wikidata query service answers, as CSV or JSON, in, what it states of each item out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import orjson

from .known import Known, qid, several

CLASSES = {
    "human": "Person",
    "business": "Company",
    "enterprise": "Company",
    "public company": "Company",
    "armed organization": "ArmedGroup",
    "militia": "ArmedGroup",
    "newspaper": "MediaOrganization",
    "sovereign state": "Country",
}
"""What Wikidata calls our classes where it has another word for them."""


def is_table(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return "itemLabel" in next(csv.reader(file), [])


def read(path: Path) -> Iterator[Known]:
    """Of the variables item, itemLabel, itemAltLabel, alias, class, classLabel, countryLabel and demonym those that there are."""
    items: dict[str, list[Mapping[str, str]]] = {}
    for row in _rows(path):
        items.setdefault(row["item"], []).append(row)
    for item, rows in items.items():
        yield _known(item, rows)


def _known(item: str, rows: Sequence[Mapping[str, str]]) -> Known:
    first = next((row for row in rows if not qid(row.get("itemLabel", ""))), rows[0])
    kind = first.get("classLabel") or first.get("class", "")
    aliases = (alias for row in rows for cell in (row.get("itemAltLabel", ""), row.get("alias", "")) for alias in _aliases(cell))
    return Known(
        name=first.get("itemLabel") or item,
        type=CLASSES.get(kind.casefold(), kind),
        aliases=tuple(dict.fromkeys(aliases)),
        demonyms=tuple(dict.fromkeys(row["demonym"] for row in rows if row.get("demonym"))),
        countries=tuple(dict.fromkeys(row["countryLabel"] for row in rows if row.get("countryLabel"))),
        wikidata=qid(item),
    )


def _aliases(cell: str) -> tuple[str, ...]:
    """The label service parts them by commas."""
    return several(cell.replace(", ", "|"))


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    if path.suffix == ".json":
        found = orjson.loads(path.read_bytes())
        rows = found["results"]["bindings"] if isinstance(found, dict) else found
        yield from ({name: _value(value) for name, value in row.items()} for row in rows)
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)


def _value(value: object) -> str:
    """Of a binding, or as the service's short JSON has it."""
    return str(value["value"] if isinstance(value, dict) else value or "")
