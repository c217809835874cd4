"""Real RDF servers on loopback for tests, started on folders of their own and stopped with the test."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import sysconfig
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

VIRTUOSO = shutil.which("virtuoso-t")
NO_VIRTUOSO = "no virtuoso-t; Debian's package virtuoso-opensource-7-bin brings it"


PORTS = itertools.count(20000 + 1000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")))
"""Below those that a system hands out by itself, and each worker has its own: nobody takes one before its server does."""


def free_port():
    return next(port for port in PORTS if is_free(port))


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def oxigraph():
    scripts = Path(sysconfig.get_path("scripts")) / "oxigraph"
    return str(scripts) if scripts.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph_server(folder):
    """An empty store that can be written."""
    port = free_port()
    command = [oxigraph(), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso_server(folder):
    """An empty Virtuoso; dba's password is dba."""
    port, inner = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{inner}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
""",
        encoding="utf-8",
    )
    with running([VIRTUOSO, "-f", "+configfile", "virtuoso.ini"], f"http://127.0.0.1:{port}/sparql", cwd=folder):
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def running(command, address, cwd=None):
    talk = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=cwd, stdin=talk, stdout=talk, stderr=talk, env={**os.environ, "LC_ALL": "C"})
    try:
        wait(process, address)
        yield process
    finally:
        process.kill()
        process.wait()


def wait(process, address):
    while process.poll() is None:
        try:
            urllib.request.urlopen(address).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{process.args} ended with {process.returncode}")


@dataclass(frozen=True)
class Asked:
    """One HTTP request; `path` carries its parameters."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def place(self):
        return urlsplit(self.path).path

    def parameter(self, name):
        """Of the address, or of the form that was sent; None where there is none."""
        form = self.body.decode() if self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded") else ""
        return (parse_qs(urlsplit(self.path).query) | parse_qs(form)).get(name, [None])[0]


@dataclass(frozen=True)
class Told:
    status: int
    media_type: str = "text/html"
    body: bytes = b""


@contextmanager
def answering(answer):
    """A server of which `answer(Asked)` is the whole mind."""

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told = answer(Asked(self.command, self.path, dict(self.headers.items()), body))
            self.send_response(told.status)
            self.send_header("Content-Type", told.media_type)
            self.send_header("Content-Length", str(len(told.body)))
            if told.status == HTTPStatus.UNAUTHORIZED:
                self.send_header("WWW-Authenticate", 'Basic realm="news"')
            self.end_headers()
            self.wfile.write(told.body)

        do_GET = do_POST = do_PUT = do_DELETE = handle_one  # noqa: N815  # the names are http.server's

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


OF_THE_DOOR = ("host", "connection", "authorization", "content-length")
"""Headers that are between a client and the door."""


@contextmanager
def in_front_of(server, decide):
    """A door before a real server: `decide(method, path, number)` gives a status to refuse with, or None to pass on."""
    numbers = itertools.count(1)

    def answer(asked):
        status = decide(asked.method, asked.path, next(numbers))
        return passed_on(asked, server + asked.path) if status is None else Told(status, body=b"not now")

    with answering(answer) as url:
        yield url


def passed_on(asked, url):
    kept = {name: value for name, value in asked.headers.items() if name.lower() not in OF_THE_DOOR}
    request = urllib.request.Request(url, asked.body or None, kept, method=asked.method)
    try:
        with urllib.request.urlopen(request) as found:
            return told(found.status, found)
    except urllib.error.HTTPError as error:
        return told(error.code, error)


def told(status, answer):
    return Told(status, answer.headers.get("Content-Type", ""), answer.read())


# ------------------------------------------------------------------------------------------- makes that cannot be had here
@dataclass(frozen=True)
class StandIn:
    """Where a make of store takes what, as its documentation says, and whether it asks who one is.

    `union` and `named` are what a query has to carry for its default graph to be all graphs, and for it to see them one by one;
    None where it is so without being asked.
    """

    at: str
    query: str
    update: str
    graphs: str
    login: str | None = None
    union: str | None = None
    named: str | None = None


STAND_INS = {
    "rdf4j": StandIn(
        "/rdf4j-server/repositories/news",
        query="/rdf4j-server/repositories/news",
        update="/rdf4j-server/repositories/news/statements",
        graphs="/rdf4j-server/repositories/news/rdf-graphs/service",
    ),
    "graphdb": StandIn(
        "/repositories/news",
        query="/repositories/news",
        update="/repositories/news/statements",
        graphs="/repositories/news/rdf-graphs/service",
    ),
    "stardog": StandIn(
        "/news",
        query="/news/query",
        update="/news/update",
        graphs="/news",
        login="Basic " + b64encode(b"admin:admin").decode(),
        union="tag:stardog:api:context:all",
        named="tag:stardog:api:context:named",
    ),
}
"""After the manuals: RDF4J's "REST API", GraphDB's "RDF4J API", Stardog's "HTTP API" and its special named graphs."""


@contextmanager
def standing_in(make, server):
    """An Oxigraph that speaks at the addresses of another make, and nowhere else."""
    row = STAND_INS[make]

    def answer(asked):
        if row.login not in (None, asked.headers.get("Authorization")):
            return Told(HTTPStatus.UNAUTHORIZED)
        onward = _onward(row, asked)
        return Told(HTTPStatus.NOT_FOUND, body=b"no such place") if onward is None else passed_on(onward, server + onward.path)

    with answering(answer) as url:
        yield url + row.at


def _onward(row, asked):
    query = urlsplit(asked.path).query
    if asked.place == row.graphs and ("graph=" in query or "default" in query):
        return replace(asked, path=f"/store?{query}")
    if asked.method != "POST" or asked.place not in (row.query, row.update):
        return None
    if asked.place == row.update and asked.parameter("update"):
        return replace(asked, path="/update")
    seen = row.union == asked.parameter("default-graph-uri") and row.named == asked.parameter("named-graph-uri")
    asks = urlencode({"query": asked.parameter("query")}).encode()
    return replace(asked, path="/query?union-default-graph" if seen else "/query", body=asks)


@contextmanager
def fuseki(java):
    """Jena itself behind the addresses of Fuseki, which no index has: queries and updates run, and graphs are kept, by it."""
    java.empty()

    def answer(asked):
        try:
            return FUSEKI.get(asked.place, _nowhere)(java, asked)
        except RuntimeError as error:
            return Told(HTTPStatus.BAD_REQUEST, body=str(error).encode())

    with answering(answer) as url:
        yield url + "/news"


def _query(java, asked):
    union = asked.parameter("default-graph-uri") == "urn:x-arq:UnionGraph"
    return Told(HTTPStatus.OK, *java.ask(asked.parameter("query"), union=union))


def _update(java, asked):
    java.update(asked.parameter("update"))
    return Told(HTTPStatus.NO_CONTENT)


def _graph(java, asked):
    graph = asked.parameter("graph")
    if asked.method == "GET":
        found = java.graph(graph)
        return Told(HTTPStatus.OK, "application/n-triples", found) if found else Told(HTTPStatus.NOT_FOUND)
    java.keep(graph, asked.body.decode() if asked.method == "PUT" else "")
    return Told(HTTPStatus.NO_CONTENT)


def _nowhere(_java, _asked):
    return Told(HTTPStatus.NOT_FOUND)


FUSEKI = {"/news/query": _query, "/news/update": _update, "/news/data": _graph}
"""As a dataset's services are called unless configured otherwise (Fuseki, "data service configuration")."""
