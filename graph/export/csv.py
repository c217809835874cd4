"""The graph in, one row an event out, with columns as in ACLED's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode

from .. import terms
from ..assemble import GraphData
from ..cells import harmless, write_rows
from ..index import Index
from ..ontology import Ontology
from ..terms import ng

COLUMNS = (
    "event_id", "event_date", "event_date_end", "time_precision", "event_type", "sub_event_type", "plover", "cameo", "label",
    "actor1", "actor2", "country", "location", "latitude", "longitude",
    "fatalities_low", "fatalities_best", "fatalities_high", "injuries_low", "injuries_best", "injuries_high",
    "modality", "polarity", "sources", "outlets", "articles", "notes",
)  # fmt: skip

Row = dict[str, str | float]


def write(data: GraphData, path: Path) -> None:
    """Cells that a spreadsheet would run as a formula begin with an apostrophe."""
    rows = event_rows(data)
    with path.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, [COLUMNS, *([harmless(row.get(column, "")) for column in COLUMNS] for row in rows)])


def event_rows(data: GraphData) -> list[Row]:
    """By date, undated ones last."""
    index = data.index
    return by_date(_row(index, event, kind, data.ontology) for event, kind in index.of(data.ontology.event_classes))


def by_date(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["event_date"] == "", str(row["event_date"]), str(row["event_id"])))


def _row(index: Index, event: NamedNode, kind: str, ontology: Ontology) -> Row:
    codes = ontology.codes(kind)
    return {
        "event_id": event.value.rsplit("/", 1)[-1],
        "event_date": index.text(event, terms.EARLIEST),
        "event_date_end": index.text(event, terms.LATEST),
        "time_precision": index.precision(event) or "",
        "event_type": kind,
        "sub_event_type": codes.acled or "",
        "plover": codes.plover or "",
        "cameo": codes.cameo or "",
        "label": index.label(event),
        "actor1": _names(index, event, "agent"),
        "actor2": _names(index, event, "target"),
        **where(index, event),
        **figures(index, event),
        "modality": index.word(event, ng("modality")),
        "polarity": index.word(event, ng("polarity")),
        "sources": int(index.text(event, ng("independentSources")) or 0),
        "outlets": "; ".join(index.outlets(event)),
        "articles": "; ".join(index.text(article, terms.IDENTIFIER) for article in index.articles(event)),
        "notes": notes(index, event),
    }


def _names(index: Index, event: NamedNode, role: str) -> str:
    return "; ".join(sorted({index.label(filler) for filler in index.fillers(event, role)} - {""}))


def where(index: Index, event: NamedNode) -> Row:
    """The place with most places around it; where it lies on the map, it or the next place around it that is known to."""
    places = [place for role in ("place", "destination", "origin") for place in index.fillers(event, role)]
    chains = sorted((_around(index, place) for place in places), key=len, reverse=True)
    if not chains:
        return {}
    chain = chains[0]
    mapped = next((place for place in chain if index.text(place, terms.LATITUDE)), None)
    country = next((index.label(place) for place in chain if index.kind(place) == "Country"), "")
    found: Row = {"country": country, "location": index.label(chain[0])}
    if mapped is not None:
        found["latitude"] = float(index.text(mapped, terms.LATITUDE))
        found["longitude"] = float(index.text(mapped, terms.LONGITUDE))
    return found


def _around(index: Index, place: NamedNode) -> list[NamedNode]:
    chain = [place]
    while (outer := index.node(chain[-1], ng("locatedIn"))) is not None and outer not in chain:
        chain.append(outer)
    return chain


def figures(index: Index, event: NamedNode) -> Row:
    names = [(figure, level) for figure in ("fatalities", "injuries") for level in ("Low", "Best", "High")]
    found = {f"{figure}_{level.lower()}": index.text(event, ng(figure + level)) for figure, level in names}
    return {column: int(number) for column, number in found.items() if number}


def notes(index: Index, event: NamedNode) -> str:
    quotes = (index.text(claim, ng("quote")) for claim in index.claims.get(event, ()))
    return " ".join(next((quote for quote in quotes if quote), "").split())
