"""Into remote stores, as ratios of one run on one machine: bench_stores.py [--quads N]; writes docs/benchmarks-stores.md.

Made-up articles of a hundred quads each go into real servers on loopback: the packaged Oxigraph, and Virtuoso if it is there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "benchmarks-stores.md"
BASE = "https://w3id.org/newsgraph/id/"
EACH = 100
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/newsgraph/id/')) }"
ONE = f"SELECT ?o WHERE {{ <{BASE}claim/7-3> ?p ?o }}"


def made(articles: int) -> Iterator[ox.Quad]:
    says = ox.NamedNode(f"{BASE}says")
    for article in range(articles):
        graph = ox.NamedNode(f"{BASE}article/a{article}#graph")
        for number in range(EACH):
            yield ox.Quad(ox.NamedNode(f"{BASE}claim/{article}-{number}"), says, ox.Literal(f"“{number}” of {article}"), graph)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(name: str, server: AbstractContextManager[str], quads: list[ox.Quad], alone: float) -> list[str]:
    """Rows of the table; stops where a count is not what was put in."""
    from graph.queries import run
    from graph.stores.http import Login, remote_store
    from graph.stores.transfer import push

    login = Login("dba", "dba", "digest") if name == "Virtuoso" else None
    with server as url, remote_store(url, login) as remote:
        first = seconds(lambda: push(quads, BASE, remote, per_article=True))
        expect(int(run(remote, COUNT).rows[0][0]), len(quads))
        again = seconds(lambda: push(quads, BASE, remote, per_article=True))
        expect(int(run(remote, COUNT).rows[0][0]), len(quads))
        asked = min(seconds(lambda: run(remote, ONE)) for _ in range(20))
        half = quads[: len(quads) // 2]
        fewer = seconds(lambda: push(half, BASE, remote, per_article=True))
        expect(int(run(remote, COUNT).rows[0][0]), len(half))
    return [
        f"| {name}: push ÷ Oxigraph's own bulk load of one file | {first / alone:.1f} |",
        f"| {name}: push again ÷ push | {again / first:.2f} |",
        f"| {name}: push half and delete half ÷ push | {fewer / first:.2f} |",
        f"| {name}: one question about one node, of a push of one article | {asked / (first / (len(quads) / EACH)):.2f} |",
    ]


def expect(found: int, wanted: int) -> None:
    if found != wanted:
        raise SystemExit(f"{found:,} quads are there, not {wanted:,}")


def bulk(quads: list[ox.Quad], folder: Path) -> float:
    """How long the server's own loader takes for the same quads."""
    from servers import oxigraph  # type: ignore[import-not-found]

    source = folder / "all.nq"
    ox.serialize(quads, source, ox.RdfFormat.N_QUADS)
    command = [oxigraph(), "load", "--location", str(folder / "bulk"), "--file", str(source)]
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=1_000_000)
    count = parser.parse_args().quads
    sys.path.insert(0, str(ROOT / "tests"))
    from servers import VIRTUOSO, oxigraph_server, virtuoso_server

    quads = list(made(count // EACH))
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        alone = bulk(quads, folder)
        rows += measured("Oxigraph", oxigraph_server(folder / "oxigraph"), quads, alone)
        if VIRTUOSO:
            (folder / "virtuoso").mkdir()
            rows += measured("Virtuoso", virtuoso_server(folder / "virtuoso"), quads, alone)
    text = (
        f"# Stores\n\n`scripts/bench_stores.py --quads {len(quads)}`: {len(quads) // EACH:,} articles of {EACH} made-up quads,\n"
        "one graph each, into real servers on loopback, on the clock of one run. Every count was what had been put in.\n\n"
        "| ratio | |\n|---|---|\n" + "\n".join(rows) + "\n"
    )
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
