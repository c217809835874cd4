"""A path and its parameters in, a page out: the start page, the answer to a shipped query, what is known of a node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyoxigraph import Store

from ..errors import NewsGraphError
from ..explain import Section, explain
from ..ontology import load
from ..queries import NamedQuery, base_of, choose, shipped_queries, with_prefixes
from ..questions import answer, find_node
from ..tables import shown


@dataclass(frozen=True, slots=True)
class Page:
    """`scripted` pages run their own scripts; all others may run none."""

    html: str
    status: int = 200
    scripted: bool = False


class Pages:
    """The pages over one open store; `page` is the build's own page, if there is one."""

    def __init__(self, store: Store, endpoint: str, page: Path | None) -> None:
        self._store, self.endpoint, self._page = store, endpoint, page
        self._shipped = shipped_queries(load().queries_folder)
        self._base = base_of(store)
        templates = PackageLoader(__name__.rpartition(".")[0], "templates")
        self._templates = Environment(loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        self._templates.globals.update(shown=lambda cell: shown(cell, self._base), about=self._about)

    def page(self, path: str, given: Mapping[str, str]) -> Page:
        """What goes wrong is a page too: it says what to do."""
        try:
            return self._chosen(path, given)
        except NewsGraphError as error:
            return self._fill("problem.html", 400, message=str(error))

    def _chosen(self, path: str, given: Mapping[str, str]) -> Page:
        if path == "/":
            return self._start()
        if path == "/graph.html" and self._page is not None:
            return Page(self._page.read_text(encoding="utf-8"), scripted=True)
        if path == "/about":
            return self._node(given.get("node", ""))
        if path.startswith("/ask/"):
            return self._answer(choose(path.removeprefix("/ask/"), self._shipped), given)
        return self._fill("problem.html", 404, message=f"there is no page {path}")

    def _start(self) -> Page:
        queries = [(query, self._in_editor(query)) for query in self._shipped.values()]
        return self._fill("start.html", queries=queries, endpoint=self.endpoint, has_page=self._page is not None)

    def _answer(self, query: NamedQuery, given: Mapping[str, str]) -> Page:
        arguments = [given.get(parameter.name, "") for parameter in query.parameters]
        section = Section(query.question, answer(self._store, query, arguments))
        return self._fill("answer.html", title=" ".join([query.name, *arguments]), sections=[section])

    def _node(self, words: str) -> Page:
        return self._fill("answer.html", title=words, sections=explain(self._store, find_node(self._store, words)))

    def _in_editor(self, query: NamedQuery) -> str:
        """The query page with this query in it."""
        filled = {"query": with_prefixes(query.text), "endpoint": f"{self.endpoint}/query"}
        return f"{self.endpoint}/#{urlencode(filled, quote_via=quote)}"

    def _about(self, cell: str) -> str:
        """Where a cell that is a node of the graph leads; empty for any other."""
        return f"/about?{urlencode({'node': cell})}" if self._base and cell.startswith(self._base) else ""

    def _fill(self, template: str, status: int = 200, **values: object) -> Page:
        return Page(self._templates.get_template(template).render(values), status)
