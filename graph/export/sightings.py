"""The graph in, where each article names a node and the sentence around what a claim quotes out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from pyoxigraph import NamedNode, Quad

from .. import terms

_WHOLE_SENTENCE = 40


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Words of one article; offsets count code points of its text."""

    article: str
    begin: int
    end: int
    words: str

    def holds(self, other: Sighting) -> bool:
        return self.article == other.article and self.begin <= other.begin and other.end <= self.end


@dataclass(slots=True)
class _Parts:
    """The properties of a mention while they are read."""

    article: str = ""
    begin: int = 0
    end: int = 0
    words: str = ""

    def set(self, predicate: NamedNode, value: str) -> None:
        if predicate == terms.CONTEXT:
            self.article = value
        elif predicate == terms.BEGIN:
            self.begin = int(value)
        elif predicate == terms.END:
            self.end = int(value)
        else:
            self.words = value

    def sighting(self) -> Sighting:
        return Sighting(self.article, self.begin, self.end, self.words)


_PARTS = frozenset({terms.CONTEXT, terms.BEGIN, terms.END, terms.ANCHOR})


@dataclass
class Sightings:
    """`mentions` by their addresses, `of` the addresses of nodes in the order of the text."""

    mentions: dict[str, Sighting]
    of: dict[str, list[Sighting]]
    _sentences: dict[str, list[Sighting]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    def learn_sentences(self, addresses: Iterable[str]) -> None:
        """Which mentions may serve as the sentence around others: those that claims give as evidence."""
        evidence = {self.mentions[address] for address in addresses if address in self.mentions}
        for sighting in sorted(evidence):
            if len(sighting.words) >= _WHOLE_SENTENCE:
                self._sentences.setdefault(sighting.article, []).append(sighting)
                longest = self._longest.get(sighting.article, 0)
                self._longest[sighting.article] = max(longest, sighting.end - sighting.begin)

    def sentence(self, sighting: Sighting) -> Sighting:
        """The shortest known sentence around a short quotation, or the quotation itself."""
        if len(sighting.words) >= _WHOLE_SENTENCE:
            return sighting
        around = [known for known in self._near(sighting) if known.holds(sighting)]
        return min(around, key=lambda known: (len(known.words), known), default=sighting)

    def _near(self, sighting: Sighting) -> Iterator[Sighting]:
        known = self._sentences.get(sighting.article, [])
        earliest = sighting.end - self._longest.get(sighting.article, 0)
        for index in range(bisect_right(known, sighting.begin, key=lambda each: each.begin) - 1, -1, -1):
            if known[index].begin < earliest:
                return
            yield known[index]

    def inside(self, address: str, sentence: Sighting) -> list[tuple[int, int]]:
        """Where a node is named in a sentence, counted from its first character."""
        known = self.of.get(address, [])
        first = bisect_left(known, (sentence.article, sentence.begin), key=_place)
        following = takewhile(lambda each: _place(each) <= (sentence.article, sentence.end), islice(known, first, None))
        found = (sighting for sighting in following if sentence.holds(sighting))
        return [(sighting.begin - sentence.begin, sighting.end - sentence.begin) for sighting in found]


def _place(sighting: Sighting) -> tuple[str, int]:
    return sighting.article, sighting.begin


def sightings(quads: Iterable[Quad]) -> Sightings:
    parts: dict[str, _Parts] = {}
    denoted: list[tuple[str, str]] = []
    for subject, predicate, value, _ in quads:
        if predicate in _PARTS:
            parts.setdefault(subject.value, _Parts()).set(predicate, value.value)
        elif predicate == terms.DENOTED_BY:
            denoted.append((subject.value, value.value))
    mentions = {address: part.sighting() for address, part in parts.items()}
    of: dict[str, list[Sighting]] = {}
    for address, mention in denoted:
        if mention in mentions:
            of.setdefault(address, []).append(mentions[mention])
    return Sightings(mentions, {address: sorted(found) for address, found in of.items()})
