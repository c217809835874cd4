"""Articles, or a graph written before, in, one object to work with in Python or a notebook out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Store

from . import network, records
from .assemble import GraphData
from .errors import UsageError
from .export import choose_exporter, load_graph
from .ontology import load
from .output import replacing_file
from .pipeline import assembled
from .pipeline import build as write_build
from .queries import Value, rows, shipped_queries
from .questions import prepare
from .reading import Progress
from .records import ArticleRecord, ClaimRecord, EntityRecord, EventRecord
from .settings import Settings
from .stores import dataset_of, locate_quads

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

View = Literal["all", "events", "actors"]
NETWORKS = {"all": network.network, "events": network.actors_and_events, "actors": network.between_actors}
SHOWN = 10


@dataclass(frozen=True)
class NewsGraph:
    """A graph in memory: its records, what it answers, and its forms in other libraries.

    `skipped` names the articles that were left out, each with the reason.
    """

    data: GraphData = field(repr=False)
    skipped: tuple[str, ...] = ()

    @cached_property
    def articles(self) -> tuple[ArticleRecord, ...]:
        return tuple(records.articles(self.data))

    @cached_property
    def entities(self) -> tuple[EntityRecord, ...]:
        """The most mentioned first."""
        return tuple(records.entities(self.data))

    @cached_property
    def events(self) -> tuple[EventRecord, ...]:
        """By day, undated ones last."""
        return tuple(records.events(self.data))

    @cached_property
    def claims(self) -> tuple[ClaimRecord, ...]:
        return tuple(records.claims(self.data))

    def query(self, question: str, *arguments: str) -> list[dict[str, Value]]:
        """Rows for SPARQL, or for a shipped query by its name with what it asks for; `pandas.DataFrame` takes them as they are.

        Raises UsageError or QueryError as the command does.
        """
        text, terms = prepare(self._store, question, arguments, shipped_queries(load().queries_folder))
        return list(rows(self._store, text, terms))

    def to_rdflib(self) -> Dataset:
        """Its default graph is the union of all graphs; queries run in Oxigraph."""
        return dataset_of(self._store)

    def to_networkx(self, view: View = "all") -> nx.MultiDiGraph[str]:
        """All of it, `events` with the actors in them, or `actors` with one another; nodes are addresses.

        Raises UsageError for another view.
        """
        if view not in NETWORKS:
            raise UsageError(f"no view is called {view!r}; known are {', '.join(NETWORKS)}")
        return NETWORKS[view](self.data)

    def export(self, form: str, path: str | Path) -> Path:
        """Writes it in a format of `newsgraph export` and returns where."""
        exporter = choose_exporter(form)
        replacing_file(Path(path), lambda written: exporter.write(self.data, written))
        return Path(path)

    @cached_property
    def _store(self) -> Store:
        store = Store()
        store.bulk_extend(self.data.quads)
        return store

    def __repr__(self) -> str:
        counted = ", ".join(f"{count:,} {name}" for name, count in self._counts.items())
        return f"<NewsGraph: {counted}>"

    @property
    def _counts(self) -> dict[str, int]:
        names = ("articles", "entities", "events", "claims")
        return {name: len(getattr(self, name)) for name in names} | {"quads": len(self.data.quads)}

    def _repr_html_(self) -> str:
        """What a notebook shows: how much there is, and the first events."""
        head = "".join(f"<th>{name}</th>" for name in ("when", "what", "who", "whom", "outlets"))
        body = "".join(_row(event) for event in islice(self.events, SHOWN))
        more = f"<p>… {len(self.events) - SHOWN:,} more events</p>" if len(self.events) > SHOWN else ""
        return f"<p>{escape(repr(self)[1:-1])}</p><table><tr>{head}</tr>{body}</table>{more}"


def build(
    inputs: str | Path | Iterable[str | Path],
    settings: Settings | None = None,
    *,
    out: str | Path | None = None,
    progress: Progress | None = None,
) -> NewsGraph:
    """The graph of files and folders of articles; with `out`, written there in every form as `newsgraph build` does.

    What was read before comes from the cache. Raises the errors of the command.
    """
    paths = [Path(inputs)] if isinstance(inputs, str | Path) else [Path(each) for each in inputs]
    if out is None:
        data, skipped = assembled(paths, settings or Settings(), progress)
        return NewsGraph(data, skipped)
    report = write_build(paths, Path(out), settings or Settings(), progress)
    return NewsGraph(open_graph(out).data, report.skipped)


def open_graph(path: str | Path) -> NewsGraph:
    """A build, a store or an RDF file. Raises StoreError if there is nothing to open."""
    return NewsGraph(load_graph(locate_quads(Path(path))))


def _row(event: EventRecord) -> str:
    who, whom = event.who("agent"), event.who("target") + event.who("recipient")
    cells = (event.time, event.type, ", ".join(who), ", ".join(whom), ", ".join(event.outlets))
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
