"""A query and terms for some of its variables in, the query with the terms in their place out, for stores that cannot bind.

The text is read token by token, so that nothing is changed inside a string, an IRI or a comment, and a term is written
by the serializer of RDF, so that nothing in it can end it early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

TOKEN = re.compile(
    r'''(?P<kept> \#[^\n\r]*
      | """(?:"{0,2}(?:[^"\\]|\\.))*""" | \'\'\'(?:\'{0,2}(?:[^\'\\]|\\.))*\'\'\'
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | <[^<>"{}|^`\\\x00-\x20]*> | \\. )
      | [?$](?P<variable>\w+)
      | (?P<word>[^\W\d][\w:.-]*)
      | (?P<other>.)''',
    re.VERBOSE | re.DOTALL,
)
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
LISTED = ("GROUP", "ORDER", "HAVING")
UNLISTED = ("LIMIT", "OFFSET", "VALUES")


def prepared(text: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    """Bound variables leave what is selected; elsewhere the term stands for them."""
    return "".join(_Reader(bindings).tokens(text))


def plain(text: str) -> str:
    """The same query or update in ASCII: some stores take other characters for those of another encoding."""
    return "".join(character if character.isascii() else _escaped(ord(character)) for character in text)


def _escaped(number: int) -> str:
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


def form_of(text: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty for what is no query."""
    return next((word for word in _words(text) if word in FORMS), "")


def names_graphs(text: str) -> bool:
    """Whether the query itself says which graphs, or which graph, it is about."""
    return any(word in ("GRAPH", "FROM") for word in _words(text))


def _words(text: str) -> Iterator[str]:
    return ((match["word"] or "").upper() for match in TOKEN.finditer(text))


class _Reader:
    """Where in a query the reading is: in what is selected, in what is grouped or ordered by, or in a pattern."""

    def __init__(self, bindings: Mapping[str, NamedNode | Literal]) -> None:
        self._bindings = bindings
        self._place = ""
        self._depth = 0

    def tokens(self, text: str) -> Iterator[str]:
        for match in TOKEN.finditer(text):
            name = match["variable"]
            if name in self._bindings:
                yield self._written(name)
                continue
            self._move((match["word"] or match["other"] or "").upper())
            yield match[0]

    def _move(self, token: str) -> None:
        if token in ("(", ")"):
            self._depth += 1 if token == "(" else -1
        elif token == "SELECT":
            self._place, self._depth = "selected", 0
        elif token in LISTED:
            self._place, self._depth = "listed", 0
        elif token in ("WHERE", "FROM", "{", "}") or token in UNLISTED:
            self._place = ""

    def _written(self, name: str) -> str:
        if self._place == "selected" and self._depth == 0:
            return ""
        term = str(self._bindings[name])
        return f"({term})" if self._place == "listed" and self._depth == 0 else term
