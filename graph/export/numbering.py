"""Texts, words, classes, outlets, articles and nodes in, the numbers by which the page's tables know them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode


@dataclass(slots=True)
class Table:
    """Texts, each kept once and known by its number."""

    rows: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.rows)
            self.rows.append(text)
        return self._numbers[text]

    def known(self, text: str) -> int | None:
        """The number of a text, None for an empty one."""
        return self.number(text) if text else None


class Numbering:
    """The tables while they fill; nodes and articles stand in the order given."""

    def __init__(self, nodes: Iterable[NamedNode], articles: Iterable[NamedNode]) -> None:
        self.texts, self.words, self.kinds, self.outlets = Table(), Table(), Table(), Table()
        self.nodes = {node: number for number, node in enumerate(nodes)}
        self.articles = {article: number for number, article in enumerate(articles)}

    def node(self, node: object) -> int | None:
        """None for what is no node of the page."""
        return self.nodes.get(node) if isinstance(node, NamedNode) else None

    def article(self, article: NamedNode | None) -> int | None:
        return self.articles.get(article) if article is not None else None
