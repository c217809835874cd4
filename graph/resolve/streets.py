"""Named streets in, those of one town merged: the same name, and the articles share a city and another street or city."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .entities import Merging

_BY = "rule:street"
_MOST = 30
_FEWEST = 2

Words = tuple[str, ...]
Mark = Words | int


@dataclass(slots=True)
class Streets:
    """Every town has its Main Street; of which one two articles speak, what else they name tells.

    `marks` are the streets and cities that an article names.
    """

    merging: Merging
    streets: dict[Words, list[int]] = field(default_factory=lambda: defaultdict(list))
    marks: dict[str, set[Mark]] = field(default_factory=lambda: defaultdict(set))

    def run(self) -> None:
        corpus = self.merging.corpus
        for number, chain in enumerate(corpus.chains):
            if chain.type == "City":
                self.marks[chain.local.article].add(self.merging.clusters.find(number))
            elif (words := self._street(number)) is not None:
                self.streets[words].append(number)
                self.marks[chain.local.article].add(words)
        for words, numbers in sorted(self.streets.items()):
            for city, near in sorted(self._by_city(numbers).items()):
                self._join(words, city, near)

    def _street(self, number: int) -> Words | None:
        corpus = self.merging.corpus
        chain = corpus.chains[number]
        if not chain.is_named or corpus.kind(chain) != "Facility":
            return None
        told = corpus.namer.describe(chain.label)
        named = told.head in corpus.tools.ontology.words("street") and told.modifiers
        return (*sorted(told.modifiers), told.head) if named else None

    def _by_city(self, numbers: list[int]) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            for mark in self._around(number):
                if isinstance(mark, int):
                    found[mark].append(number)
        return found

    def _join(self, words: Words, city: int, numbers: list[int]) -> None:
        """Each with the first that shares enough, of as many as a crowded city is looked through for."""
        heads: list[int] = []
        for number in numbers:
            near = (head for head in heads[:_MOST] if len(self._around(head) & self._around(number) - {words}) >= _FEWEST)
            reason = f"same street of {self.merging.corpus.chains[city].label}: {' '.join(words)}"
            if not any(self.merging.merge(head, number, reason, _BY, 0.8) for head in near):
                heads.append(number)

    def _around(self, number: int) -> set[Mark]:
        return self.marks[self.merging.corpus.chains[number].local.article]
