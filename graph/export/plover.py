"""The graph in, one row an event out, with columns as in data sets of the PLOVER scheme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import NamedNode

from .. import terms
from ..assemble import GraphData
from ..cells import harmless, write_rows
from ..index import Index
from ..terms import ng
from .csv import Row, by_date, figures, notes, where

COLUMNS = (
    "event_id", "event_date", "event_date_end", "event_type", "event_mode", "cameo",
    "actor_name", "actor_type", "actor_country", "recipient_name", "recipient_type", "recipient_country",
    "placename", "country", "latitude", "longitude", "killed", "injured",
    "modality", "polarity", "sources", "publishers", "articles", "text",
)  # fmt: skip
HOMES = ("citizenOf", "basedIn", "partOf", "headOf", "worksFor", "locatedIn")


def write(data: GraphData, path: Path) -> None:
    """Events whose class the scheme has a root for; cells that a spreadsheet would run begin with an apostrophe."""
    with path.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, [COLUMNS, *([harmless(row.get(column, "")) for column in COLUMNS] for row in event_rows(data))])


def event_rows(data: GraphData) -> list[Row]:
    """By date, undated ones last."""
    found = data.index.of(data.ontology.event_classes)
    return by_date(_row(data, event, kind) for event, kind in found if data.ontology.codes(kind).plover)


def _row(data: GraphData, event: NamedNode, kind: str) -> Row:
    index, codes = data.index, data.ontology.codes(kind)
    place, counts = where(index, event), figures(index, event)
    return {
        "event_id": event.value.rsplit("/", 1)[-1],
        "event_date": index.text(event, terms.EARLIEST),
        "event_date_end": index.text(event, terms.LATEST),
        "event_type": codes.plover or "",
        "event_mode": kind,
        "cameo": codes.cameo or "",
        **_parties(index, event, "actor", ("agent",)),
        **_parties(index, event, "recipient", ("target", "recipient")),
        "placename": place.get("location", ""),
        **{column: place[column] for column in ("country", "latitude", "longitude") if column in place},
        "killed": counts.get("fatalities_best", ""),
        "injured": counts.get("injuries_best", ""),
        "modality": index.word(event, ng("modality")),
        "polarity": index.word(event, ng("polarity")),
        "sources": int(index.text(event, ng("independentSources")) or 0),
        "publishers": "; ".join(index.outlets(event)),
        "articles": "; ".join(index.text(article, terms.IDENTIFIER) for article in index.articles(event)),
        "text": notes(index, event),
    }


def _parties(index: Index, event: NamedNode, column: str, roles: Sequence[str]) -> Row:
    """Names, classes and countries side by side, in one order."""
    found = dict.fromkeys(filler for role in roles for filler in index.fillers(event, role))
    named = sorted((index.label(filler), index.kind(filler), _country(index, filler)) for filler in found)
    return {
        f"{column}_name": "; ".join(name for name, _, _ in named),
        f"{column}_type": "; ".join(kind for _, kind, _ in named),
        f"{column}_country": "; ".join(country for _, _, country in named),
    }


def _country(index: Index, actor: NamedNode) -> str:
    """The actor itself, or the country it belongs to by a relation the graph holds."""
    if index.kind(actor) == "Country":
        return index.label(actor)
    homes = (home for relation in HOMES for home in index.nodes(actor, ng(relation)))
    return next((index.label(home) for home in homes if index.kind(home) == "Country"), "")
