"""The address of a remote store in, its answers to queries and its graphs out; refusals are tried again, then told."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import pyoxigraph as ox

from ..errors import QueryError, StoreClosed, StoreRefused, UsageError
from .dialects import Addresses, addresses
from .prepared import form_of, plain

PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further try."""
LONGEST_PAUSE = 30.0
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
NO_GRAPH_STORE = frozenset({404, 405, 501})
AT_ONCE = 1000
"""Triples in one update; some stores compile each update whole."""
RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
TURTLE = "text/turtle"
SHOWN = 300
TIMEOUT = httpx.Timeout(10.0, read=300.0, write=300.0)
AUTHS = {"basic": httpx.BasicAuth, "digest": httpx.DigestAuth}


@dataclass(frozen=True, slots=True)
class Login:
    """`kind` is basic or digest."""

    user: str
    password: str
    kind: str = "basic"

    def __post_init__(self) -> None:
        if self.kind not in AUTHS:
            raise UsageError(f"no way to log in is called {self.kind!r}; known are {', '.join(AUTHS)}")


class RemoteStore:
    """Speaks SPARQL 1.1 Protocol and Graph Store Protocol; made by `remote_store`."""

    def __init__(self, client: httpx.Client, where: Addresses, pauses: Sequence[float]) -> None:
        self.where = where
        self._client = client
        self._pauses = pauses
        self._takes_graphs = True

    def query(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Quad]:
        """Over the union of all graphs, where the store can.

        Raises QueryError if the store cannot parse it, StoreRefused if it will not answer.
        """
        sent = {"query": plain(text), **self.where.beside(text)}
        accepted = RESULTS if form_of(text) in ("SELECT", "ASK") else TRIPLES
        answer = self._send("POST", self.where.query, data=sent, headers={"Accept": accepted})
        if answer.status_code == 400:
            raise QueryError(f"the query cannot be parsed by {self.where.query}: {_words(answer)}")
        _check(answer)
        return _results(answer)

    def graphs(self, prefix: str) -> list[str]:
        """The IRIs of its named graphs that begin with the prefix, sorted."""
        filtered = f"FILTER(STRSTARTS(STR(?g), {ox.Literal(prefix)}))"
        found = self.query(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {filtered} }}")
        assert isinstance(found, ox.QuerySolutions)
        return sorted(row["g"].value for row in found if isinstance(row["g"], ox.NamedNode))

    def get(self, graph: str | None) -> list[ox.Triple]:
        """All triples of a named graph, or of the default one, by the Graph Store Protocol, else by a query."""
        answer = self._graph("GET", graph, headers={"Accept": f"{TRIPLES}, {TURTLE};q=0.9"})
        if graph is not None and answer.status_code in NO_GRAPH_STORE:
            found = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}")
            assert isinstance(found, list)
            return [quad.triple for quad in found]
        _check(answer)
        return [quad.triple for quad in _parsed(answer)]

    def put(self, graph: str, triples: Sequence[ox.Triple]) -> None:
        """The graph holds these triples and no others; doing it again changes nothing."""
        if self._takes_graphs:
            answer = self._graph("PUT", graph, content=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), headers=_of(TURTLE))
            self._takes_graphs = answer.status_code not in NO_GRAPH_STORE
            if self._takes_graphs:
                _check(answer)
                return
        self.update(f"CLEAR SILENT GRAPH {ox.NamedNode(graph)}")
        for text in _insertions(graph, triples):
            self.update(text)

    def delete(self, graph: str) -> None:
        answer = self._graph("DELETE", graph)
        if answer.status_code in NO_GRAPH_STORE:
            self.update(f"DROP SILENT GRAPH {ox.NamedNode(graph)}")
            return
        _check(answer)

    def update(self, text: str) -> None:
        _check(self._send("POST", self.where.update, data={"update": plain(text)}))

    def _graph(self, method: str, graph: str | None, **request: object) -> httpx.Response:
        return self._send(method, self.where.graphs, params={"default": ""} if graph is None else {"graph": graph}, **request)

    def _send(self, method: str, url: str, **request: object) -> httpx.Response:
        """Tries again what may pass: a store that is not there yet, or has too much to do."""
        for pause in (*self._pauses, None):
            try:
                answer = self._client.request(method, url, **request)  # type: ignore[arg-type]  # passed on as given
            except httpx.TransportError as error:
                if pause is None:
                    raise StoreClosed(f"{url} does not answer ({error or type(error).__name__}); is it running?") from error
            else:
                if pause is None or answer.status_code not in PASSING:
                    return answer
                pause = max(pause, _asked_pause(answer.headers))  # noqa: PLW2901  # the store knows better
            time.sleep(pause)
        raise AssertionError("the last try returns or raises")


@contextmanager
def remote_store(
    url: str, login: Login | None = None, dialect: str | None = None, pauses: Sequence[float] = PAUSES
) -> Iterator[RemoteStore]:
    """Raises UsageError if the address cannot be meant so."""
    where = addresses(url, dialect, signed=login is not None)
    auth = AUTHS[login.kind](login.user, login.password) if login is not None else None
    with httpx.Client(auth=auth, timeout=TIMEOUT, follow_redirects=True) as client:
        yield RemoteStore(client, where, pauses)


def _check(answer: httpx.Response) -> None:
    if answer.status_code in (401, 403):
        raise StoreClosed(f"{_place(answer)} lets you not in ({answer.status_code}); give --user, and --auth digest if need be")
    if not answer.is_success:
        raise StoreRefused(f"{_place(answer)} refused ({answer.status_code}): {_words(answer)}")


def _place(answer: httpx.Response) -> str:
    return f"{answer.request.method} {answer.request.url.copy_with(query=None)}"


def _words(answer: httpx.Response) -> str:
    return " ".join(answer.text.split())[:SHOWN] or answer.reason_phrase


def _asked_pause(headers: Mapping[str, str]) -> float:
    asked = headers.get("Retry-After", "")
    return min(float(asked), LONGEST_PAUSE) if asked.isdecimal() else 0.0


def _of(media_type: str) -> dict[str, str]:
    return {"Content-Type": media_type}


def _results(answer: httpx.Response) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Quad]:
    form = ox.QueryResultsFormat.from_media_type(answer.headers.get("Content-Type", ""))
    if form is None:
        return _parsed(answer)
    try:
        return ox.parse_query_results(answer.content, format=form)
    except (SyntaxError, ValueError) as error:
        raise StoreRefused(f"{_place(answer)} answered what is no result of SPARQL: {error}") from error


def _parsed(answer: httpx.Response) -> list[ox.Quad]:
    form = ox.RdfFormat.from_media_type(answer.headers.get("Content-Type", ""))
    if form is None:
        raise StoreRefused(f"{_place(answer)} answered no RDF; is it a SPARQL endpoint?")
    try:
        return list(ox.parse(answer.content, format=form))
    except SyntaxError as error:
        raise StoreRefused(f"{_place(answer)} answered what cannot be read as {form.name}: {error}") from error


def _insertions(graph: str, triples: Sequence[ox.Triple]) -> Iterator[str]:
    for start in range(0, len(triples), AT_ONCE):
        lines = "\n".join(f"{triple} ." for triple in triples[start : start + AT_ONCE])
        yield f"INSERT DATA {{ GRAPH {ox.NamedNode(graph)} {{\n{lines}\n}} }}"
