"""A question as a user puts it (a shipped query's name, a file, SPARQL, or a name) and a store in, what it means out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from .errors import QueryError
from .queries import Answer, NamedQuery, Source, Term, base_of, bind, choose, read_query, run, typed, whole_iri
from .stores import open_store

NAMED = """SELECT DISTINCT ?name ?node ?label WHERE {
  { ?node rdfs:label|skos:altLabel ?known . FILTER(LCASE(STR(?known)) = LCASE(?name)) }
  ?node gaf:denotedBy ?mention ; rdfs:label ?label
} ORDER BY ?label ?node"""
SPARQL = re.compile(r"\s*(?:#|(?:prefix|base|select|ask|construct|describe)\b)|.*\{", re.IGNORECASE)
OFFERED = 5


def ask(question: str, arguments: Sequence[str], graph: Path, shipped: Mapping[str, NamedQuery]) -> Answer:
    """Raises UsageError for an unknown name or wrong arguments before the store is opened."""
    query = meant(question, shipped)
    bind(query, arguments)
    return answer(open_store(graph), query, arguments)


def meant(question: str, shipped: Mapping[str, NamedQuery]) -> NamedQuery:
    """SPARQL as it stands, a file of it, or the shipped query of that name. Raises UsageError for an unknown name."""
    if SPARQL.match(question):
        return NamedQuery("the query", "", (), question)
    return read_query(Path(question)) if question.endswith(".rq") else choose(question, shipped)


def answer(source: Source, query: NamedQuery, arguments: Sequence[str]) -> Answer:
    """Raises UsageError for wrong arguments."""
    base = base_of(source)
    return replace(run(source, query.text, _terms(base, query, arguments)), base=base)


def prepare(
    source: Source, question: str, arguments: Sequence[str], shipped: Mapping[str, NamedQuery]
) -> tuple[str, dict[str, Term]]:
    """What is meant, as SPARQL and the terms to bind. Raises UsageError for an unknown name or wrong arguments."""
    query = meant(question, shipped)
    return query.text, _terms(base_of(source), query, arguments)


def _terms(base: str, query: NamedQuery, arguments: Sequence[str]) -> dict[str, Term]:
    return typed(query, {name: whole_iri(base, value) for name, value in bind(query, arguments).items()})


def find_node(store: Source, words: str) -> str:
    """The IRI meant by an IRI, its short form or a name. Raises QueryError if several nodes or none bear the name."""
    iri = whole_iri(base_of(store), words)
    if iri != words or "://" in words:
        return iri
    rows = run(store, NAMED, {"name": words}).rows
    exact = [row for row in rows if row[1].casefold() == words.casefold()]
    chosen = exact or rows
    if len(chosen) == 1:
        return chosen[0][0]
    if chosen:
        offered = "; ".join(f"{label}: {node}" for node, label in chosen[:OFFERED])
        raise QueryError(f"{len(chosen)} nodes are called {words!r}; name one by its IRI: {offered}")
    raise QueryError(
        f"the graph knows nothing called {words!r}; `newsgraph query aliases NAME` looks spellings up, "
        f"`newsgraph query timeline` lists events"
    )
