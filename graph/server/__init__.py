"""A build or a store in, a read-only SPARQL server and a page of questions on loopback out, for as long as they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError, UsageError
from ..stores import locate_store, open_store
from .engine import refusal, running
from .pages import Pages
from .site import Site

__all__ = ["LOOPBACK", "Ports", "Site", "serving"]

LOOPBACK = "127.0.0.1"
LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Ports:
    """Where SPARQL is answered and where the pages are; 0 takes any that is free."""

    sparql: int
    pages: int


@contextmanager
def serving(graph: Path, ports: Ports) -> Iterator[Site]:
    """The site, ready to run, with Oxigraph running beside it while the block lasts.

    Raises StoreError if there is no store, it is being written, or a port is taken, UsageError for what is no port.
    """
    _check(ports.sparql, "--port")
    _check(ports.pages, "--page-port")
    folder = locate_store(graph)
    with running(folder, LOOPBACK, ports.sparql) as endpoint:
        page = folder.parent / "graph.html"
        pages = Pages(open_store(folder), endpoint, page if page.is_file() else None)
        with Site((LOOPBACK, ports.pages), pages) as site:
            yield site


def _check(port: int, option: str) -> None:
    if not 0 <= port <= LAST_PORT:
        raise UsageError(f"{option} {port} is no port; ports are 1 to {LAST_PORT}, 0 takes any that is free")
    if (refused := refusal((LOOPBACK, port))) is not None:
        raise StoreError(f"port {port} of {LOOPBACK} cannot be had ({refused}); name another with {option}")
