"""The index in, where each article names a node and the sentence around what a claim quotes out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import terms
from ..index import Index

_WHOLE_SENTENCE = 40
_AT = "#char="


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Words of one article; offsets count code points of its text."""

    article: str
    begin: int
    end: int
    words: str

    def holds(self, other: Sighting) -> bool:
        return self.article == other.article and self.begin <= other.begin and other.end <= self.end


class Sightings:
    """Mentions by their addresses, which tell article and place, and by the nodes they name; each is read when asked for."""

    def __init__(self, index: Index) -> None:
        self._words = dict(index.aside(terms.ANCHOR))
        self._named: dict[str, list[str]] = {}
        for node, mention in index.aside(terms.DENOTED_BY):
            self._named.setdefault(node, []).append(mention)
        self._known: dict[str, Sighting | None] = {}
        self._sorted: dict[str, list[Sighting]] = {}
        self._by_article: dict[str, dict[str, list[Sighting]]] = {}
        self._sentences: dict[str, list[Sighting]] = {}
        self._longest: dict[str, int] = {}

    def mention(self, address: str) -> Sighting | None:
        if address not in self._known:
            self._known[address] = self._read(address)
        return self._known[address]

    def _read(self, address: str) -> Sighting | None:
        article, at, place = address.rpartition(_AT)
        words = self._words.get(address)
        if not at or words is None:
            return None
        begin, _, end = place.partition(",")
        return Sighting(article, int(begin), int(end), words)

    def of(self, address: str) -> list[Sighting]:
        """All of a node, in the order of the texts."""
        if address not in self._sorted:
            found = map(self.mention, self._named.get(address, ()))
            self._sorted[address] = sorted(sighting for sighting in found if sighting is not None)
        return self._sorted[address]

    def learn_sentences(self, addresses: Iterable[str]) -> None:
        """Which mentions may serve as the sentence around others: those that claims give as evidence."""
        evidence = (self.mention(address) for address in set(addresses))
        for sighting in sorted(each for each in evidence if each is not None and len(each.words) >= _WHOLE_SENTENCE):
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
        begin, end = sentence.begin, sentence.end
        known = self._in_articles(address).get(sentence.article, ())
        return [(each.begin - begin, each.end - begin) for each in known if begin <= each.begin and each.end <= end]

    def _in_articles(self, address: str) -> dict[str, list[Sighting]]:
        if address not in self._by_article:
            found: dict[str, list[Sighting]] = {}
            for sighting in self.of(address):
                found.setdefault(sighting.article, []).append(sighting)
            self._by_article[address] = found
        return self._by_article[address]
