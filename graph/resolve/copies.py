"""Texts in, sampled shingles; articles' shingles in, the pairs of articles that carry the same wire text out."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORDS = 5
_SAMPLED = 4
_FEWEST = 6
_SHARE = 0.4
_NEIGHBOURS = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What telling copies apart needs of an article."""

    id: str
    published: str | None
    shingles: Sequence[int]


def shingles(passages: Iterable[str]) -> array[int]:
    """Hashes of five words in a row, of which every fourth is kept by its value: the same words always give the same sample."""
    found: set[int] = set()
    for passage in passages:
        words = _WORD.findall(passage.casefold())
        hashes = (
            zlib.crc32(" ".join(words[at : at + _WORDS]).encode("utf-8", "surrogatepass"))
            for at in range(len(words) - _WORDS + 1)
        )
        found.update(value for value in hashes if value % _SAMPLED == 0)
    return array("I", sorted(found))


def copies(texts: Iterable[Text]) -> tuple[tuple[str, str], ...]:
    """(copy, original): the later published is the copy; of one day, the shorter; else the one later in the alphabet."""
    by_id = {text.id: text for text in texts}
    pairs = (
        _ordered(by_id[one], by_id[other])
        for (one, other), shared in _shared(by_id).items()
        if _is_copy(by_id[one], by_id[other], shared)
    )
    return tuple(sorted(pairs))


def lineages(articles: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each article to the first of those that hang together by copying: two outlets of one lineage are one source."""
    origin = {article: article for article in articles}

    def root(article: str) -> str:
        while origin[article] != article:
            article = origin[article]
        return article

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        origin[high] = low
    return {article: root(article) for article in origin}


def _shared(texts: Mapping[str, Text]) -> Counter[tuple[str, str]]:
    """How many sampled shingles pairs share; in what very many share, only neighbours are paired."""
    holders: dict[int, list[str]] = defaultdict(list)
    for identifier in sorted(texts):
        for value in texts[identifier].shingles:
            holders[value].append(identifier)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        for at, name in enumerate(names):
            shared.update((name, other) for other in names[at + 1 : at + 1 + _NEIGHBOURS])
    return shared


def _is_copy(one: Text, other: Text, shared: int) -> bool:
    return shared >= _FEWEST and shared >= _SHARE * min(len(one.shingles), len(other.shingles))


def _ordered(one: Text, other: Text) -> tuple[str, str]:
    dated = bool(one.published and other.published)
    first, last = sorted((one, other), key=lambda text: (text.published if dated else "", -len(text.shingles), text.id))
    return last.id, first.id
