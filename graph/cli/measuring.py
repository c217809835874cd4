"""The command that measures a graph: stats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from .application import OUT, AsJson, GraphPath, app

if TYPE_CHECKING:
    from ..analysis import Statistics

FORMS = ("table", "json", "ttl")
TITLES = {
    "actors": "Actors, the most central first",
    "communities": "Communities",
    "bridges": "Ties that join groups",
    "days": "Busiest days",
    "accusations": "Who accuses whom",
}


@app.command()
def stats(
    graph: GraphPath = OUT,
    form: Annotated[str, typer.Option("--format", "-f", help="table, json or ttl")] = "table",
    top: Annotated[int, typer.Option(help="rows of each table; json and ttl hold all")] = 10,
    as_json: AsJson = False,
) -> None:
    """Measure the network of actors: who is central, who belongs together, busy days, who accuses whom."""
    from ..analysis import quads, statistics
    from ..export import load_graph
    from ..export.rdf import turtle
    from ..stores import locate_quads
    from ..talk import say, say_json

    if form not in FORMS:
        raise UsageError(f"no format is called {form!r}; known are {', '.join(FORMS)}")
    data = load_graph(locate_quads(graph))
    found = statistics(data)
    if as_json or form == "json":
        say_json(asdict(found))
    elif form == "ttl":
        sys.stdout.buffer.write(turtle(quads(found, data.base_iri), data.base_iri))
    else:
        say("\n\n".join(_tables(found, data.base_iri, top)))


def _tables(found: Statistics, base_iri: str, top: int) -> list[str]:
    """One table a measure that has anything to show, with its title."""
    shown = ((title, getattr(found, name)[:top]) for name, title in TITLES.items())
    return [f"{title}\n\n{_table(rows, base_iri)}" for title, rows in shown if rows]


def _table(records: Sequence[object], base_iri: str) -> str:
    from ..queries import Answer
    from ..tables import lines
    from ..talk import screen_width

    columns = [field.name for field in fields(records[0])]  # type: ignore[arg-type]  # records are dataclasses
    rows = tuple(tuple(_cell(getattr(record, column)) for column in columns) for record in records)
    return "\n".join(lines(Answer(tuple(columns), rows, base_iri), screen_width()))


def _cell(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
