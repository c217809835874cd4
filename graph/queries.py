"""A SPARQL question and a store in, rows of values out; parameters are bound as terms, never pasted into the text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple, Variable

from .errors import QueryError, UsageError
from .ontology import PREFIXES
from .stores.prepared import prepared

if TYPE_CHECKING:
    from .stores.http import RemoteStore

HEADER = re.compile(r"^#\s*(?:parameter (?P<name>\w+)(?: \((?P<kind>\w+)\))?:\s*)?(?P<text>.+)$")
ABSOLUTE_IRI = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
KINDS = ("agent", "article", "candidate", "claim", "disagreement", "entity", "event", "geometry", "judgement")
SHORT_IRI = re.compile(rf"(?:{'|'.join(KINDS)})/[^\s<>\"{{}}|\\^`]+")
A_CLAIM = "SELECT ?claim WHERE { ?claim a ng:Claim } LIMIT 1"


WORD = re.compile(r"\w+")
TYPES = {
    "name": re.compile(r".*", re.DOTALL),
    "iri": re.compile(rf"{ABSOLUTE_IRI.pattern}|{SHORT_IRI.pattern}", re.IGNORECASE),
    "text": re.compile(r".*", re.DOTALL),
    "integer": re.compile(r"[+-]?[0-9]+"),
    "date": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
}
"""What an argument of each type may look like; a name is any text or an IRI."""

NATIVE: dict[str, Callable[[str], str | int | float | bool]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "boolean": lambda word: word in ("true", "1"),
}
Term = NamedNode | Literal
Source: TypeAlias = "Store | RemoteStore"
"""What answers SPARQL."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """`kind` is one of TYPES."""

    name: str
    about: str
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question in a file: its first comment line asks it, `# parameter name (type): …` lines name what it needs.

    A query with parameters has their variables in its SELECT, for that is where SPARQL engines bind terms.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of lexical values; an unbound cell is the empty string. An ASK has one column, a CONSTRUCT three.

    `base` is what the graph's own IRIs begin with, for those who show them shorter.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    base: str = ""


def shipped_queries(folder: Path) -> dict[str, NamedQuery]:
    return {path.stem: read_query(path) for path in sorted(folder.glob("*.rq"))}


def read_query(path: Path) -> NamedQuery:
    """Raises UsageError for a file that cannot be read as text, or gives a parameter a type that is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"the query {path} cannot be read ({reason})") from error
    head = [match for line in text.splitlines() if (match := HEADER.match(line))]
    question = next((match["text"] for match in head if not match["name"]), path.stem)
    parameters = tuple(Parameter(match["name"], match["text"], match["kind"] or "name") for match in head if match["name"])
    wrong = next((parameter.kind for parameter in parameters if parameter.kind not in TYPES), None)
    if wrong is not None:
        raise UsageError(f"the query {path} has a parameter of type {wrong!r}; types are {', '.join(TYPES)}")
    return NamedQuery(path.stem, question, parameters, text)


def choose(name: str, shipped: Mapping[str, NamedQuery]) -> NamedQuery:
    """Raises UsageError for an unknown name, with the nearest known one."""
    if name in shipped:
        return shipped[name]
    near = difflib.get_close_matches(name, list(shipped), 1)
    hint = f"did you mean {near[0]}?" if near else f"shipped are: {', '.join(shipped)}"
    raise UsageError(f"no shipped query is called {name!r}; {hint}")


def bind(query: NamedQuery, arguments: Sequence[str]) -> dict[str, str]:
    """Arguments in the order of the query's parameters. Raises UsageError if their number differs or one is of another type."""
    if len(arguments) != len(query.parameters):
        wanted = " ".join(p.name.upper() for p in query.parameters) or "no argument"
        about = "; ".join(f"{p.name.upper()} is {p.about}" for p in query.parameters)
        raise UsageError(f"{query.name} takes {wanted}" + (f" ({about})" if about else ""))
    for parameter, value in zip(query.parameters, arguments, strict=True):
        if not TYPES[parameter.kind].fullmatch(value):
            raise UsageError(f"{query.name}: {parameter.name.upper()} is {parameter.about}; {value!r} is no {parameter.kind}")
    return dict(zip((p.name for p in query.parameters), arguments, strict=True))


def typed(query: NamedQuery, values: Mapping[str, str]) -> dict[str, Term]:
    """The values as terms of their parameters' types."""
    return {parameter.name: _typed(parameter.kind, values[parameter.name]) for parameter in query.parameters}


def _typed(kind: str, value: str) -> Term:
    if kind in ("integer", "date"):
        return Literal(value, datatype=NamedNode(PREFIXES["xsd"] + kind))
    return Literal(value) if kind == "text" else term(value)


def with_prefixes(text: str) -> str:
    """The query with those of the vocabulary's prefixes declared that it uses, for engines that do not know them."""
    words = set(WORD.findall(text))
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if name in words) + text


def run(source: Source, text: str, bindings: Mapping[str, str | Term] | None = None) -> Answer:
    """Asks over the union of all graphs with the vocabulary's prefixes filled in; what was bound is no column of the answer.

    Raises QueryError with the engine's words for what cannot be parsed or answered.
    """
    terms = {name: term(value) if isinstance(value, str) else value for name, value in (bindings or {}).items()}
    try:
        return _answer(_found(source, text, terms), set(terms))
    except SyntaxError as error:
        raise QueryError(f"the query cannot be parsed: {error}") from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _found(source: Source, text: str, terms: Mapping[str, Term]) -> QuerySolutions | QueryBoolean | Iterable[Iterable[object]]:
    if not isinstance(source, Store):
        return source.query(with_prefixes(prepared(text, terms)))
    values: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {Variable(name): term for name, term in terms.items()}
    return source.query(text, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=values)


Value: TypeAlias = str | int | float | bool | None


def rows(source: Source, text: str, bindings: Mapping[str, Term]) -> Iterator[dict[str, Value]]:
    """As `run`, each row by column, numbers and truth values as such and what is unbound as None."""
    try:
        found = _found(source, text, bindings)
        if not isinstance(found, QuerySolutions):
            answer = _answer(found, set())
            for row in answer.rows:
                yield {**dict(zip(answer.columns, row, strict=True))}
            return
        columns = [name for variable in found.variables if (name := variable.value) not in bindings]
        yield from ({name: _native(solution[name]) for name in columns} for solution in found)
    except SyntaxError as error:
        raise QueryError(f"the query cannot be parsed: {error}") from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def base_of(store: Source) -> str:
    """What the IRIs of the graph begin with; empty for a graph without claims."""
    found = run(store, A_CLAIM).rows
    return found[0][0].rpartition("claim/")[0] if found else ""


def whole_iri(base: str, words: str) -> str:
    """`entity/iraq`, as tables show it, as the IRI in a graph of that base; anything else as it is."""
    return base + words if SHORT_IRI.fullmatch(words) else words


def term(value: str) -> Term:
    """An absolute IRI as one, anything else as plain text."""
    return NamedNode(value) if ABSOLUTE_IRI.fullmatch(value) else Literal(value)


def _answer(found: QuerySolutions | QueryBoolean | Iterable[Iterable[object]], bound: set[str]) -> Answer:
    if isinstance(found, QuerySolutions):
        columns = tuple(name for variable in found.variables if (name := variable.value) not in bound)
        return Answer(columns, tuple(tuple(_lexical(row[name]) for name in columns) for row in found))
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), ((str(bool(found)).lower(),),))
    return Answer(("subject", "predicate", "object"), tuple(sorted(_triples(found))))


def _triples(found: Iterable[Iterable[object]]) -> Iterator[tuple[str, ...]]:
    return (tuple(_lexical(part) for part in tuple(triple)[:3]) for triple in found)


def _native(term: object) -> Value:
    if not isinstance(term, Literal):
        return None if term is None else _lexical(term)
    local = term.datatype.value.removeprefix(PREFIXES["xsd"])
    make = NATIVE.get(local, str)
    return make(term.value)


def _lexical(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))
