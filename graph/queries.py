"""A SPARQL question and a store in, rows of terms out; parameters are bound as terms, never pasted into the text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Variable

from .errors import QueryError, UsageError
from .ontology import PREFIXES

HEADER = re.compile(r"^#\s*(?:parameter (?P<name>\w+):\s*)?(?P<text>.+)$")
ABSOLUTE_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A question of `ontology/queries`: its first comment line asks it, `# parameter name: …` lines name what it needs."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of lexical values; an unbound cell is the empty string. An ASK has one column, a CONSTRUCT three."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shipped_queries(folder: Path) -> dict[str, ShippedQuery]:
    return {path.stem: _parse(path) for path in sorted(folder.glob("*.rq"))}


def _parse(path: Path) -> ShippedQuery:
    text = path.read_text(encoding="utf-8")
    head = [match for line in text.splitlines() if (match := HEADER.match(line))]
    question = next((m["text"] for m in head if not m["name"]), path.stem)
    return ShippedQuery(path.stem, question, tuple(Parameter(m["name"], m["text"]) for m in head if m["name"]), text)


def choose(name: str, shipped: Mapping[str, ShippedQuery]) -> ShippedQuery:
    """Raises UsageError for an unknown name, with the nearest known one."""
    if name in shipped:
        return shipped[name]
    near = difflib.get_close_matches(name, list(shipped), 1)
    hint = f"did you mean {near[0]}?" if near else f"shipped are: {', '.join(shipped)}"
    raise UsageError(f"no shipped query is called {name!r}; {hint}")


def bind(query: ShippedQuery, arguments: Sequence[str]) -> dict[str, str]:
    """Arguments in the order of the query's parameters. Raises UsageError if their number differs."""
    if len(arguments) != len(query.parameters):
        wanted = " ".join(p.name.upper() for p in query.parameters) or "no argument"
        about = "; ".join(f"{p.name.upper()} is {p.about}" for p in query.parameters)
        raise UsageError(f"{query.name} takes {wanted}" + (f" ({about})" if about else ""))
    return dict(zip((p.name for p in query.parameters), arguments, strict=True))


def run(store: Store, text: str, bindings: Mapping[str, str] | None = None) -> Answer:
    """Asks over the union of all graphs with the vocabulary's prefixes filled in. Raises QueryError with the parser's words."""
    values = {Variable(name): _term(value) for name, value in (bindings or {}).items()}
    try:
        found = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=values)
    except SyntaxError as error:
        raise QueryError(f"the query cannot be parsed: {error}") from error
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return Answer(columns, tuple(tuple(_lexical(row[name]) for name in columns) for row in found))
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), ((str(bool(found)).lower(),),))
    return Answer(("subject", "predicate", "object"), tuple(sorted(tuple(_lexical(term) for term in triple) for triple in found)))


def _term(value: str) -> NamedNode | Literal:
    return NamedNode(value) if ABSOLUTE_IRI.fullmatch(value) and "//" in value else Literal(value)


def _lexical(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))
