"""A question as a user puts it (a shipped query's name, a file, or SPARQL) and a graph in, its answer out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from .errors import UsageError
from .queries import Answer, ShippedQuery, bind, choose, run
from .stores import open_store


def ask(question: str, arguments: Sequence[str], graph: Path, shipped: Mapping[str, ShippedQuery]) -> Answer:
    """Raises UsageError for an unknown name or wrong arguments before the store is opened."""
    if question.endswith(".rq"):
        return run(open_store(graph), _read(Path(question)))
    if " " in question.strip() or "{" in question:
        return run(open_store(graph), question)
    query = choose(question, shipped)
    bindings = bind(query, arguments)
    return run(open_store(graph), query.text, bindings)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the query {path} cannot be read ({error.strerror})") from error
