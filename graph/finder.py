"""Spellings of known names in, the places of a running text where one of them stands out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from .seeds import Seed, Spelling

APOSTROPHES = "'’‘ʼʻʿʾ`´"
LONG_NAME = 4
"""Words of a name that nothing else is likely to be called by."""
_HYPHENS = "-‐‑‒–−"
_SPACES = "\t\n\r\xa0\u2009\u202f"
_NO_APOSTROPHE = {ord(char): None for char in APOSTROPHES}
_CONTEXT = 60


class _Folding(dict[int, str]):
    """Maps every character to exactly one, so that offsets in the folded text are offsets in the text."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    if char in _HYPHENS or char in _SPACES:
        return " "
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return base if len(base) == 1 else char


_FOLDING = _Folding()


class Finder:
    """The spellings that may be found anywhere in running text, as one automaton over folded text."""

    def __init__(self, seeds: Iterable[Seed], words: frozenset[str]) -> None:
        self._words = words
        self._spellings: dict[str, list[Spelling]] = {}
        for seed in seeds:
            self._add(seed.spellings())
        self._patterns = sorted(self._spellings)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)

    def _add(self, spellings: Iterable[Spelling]) -> None:
        for spelling in spellings:
            bare = spelling.text.translate(_NO_APOSTROPHE)
            for text in sorted({spelling.text, bare} - {""}):
                known = self._spellings.setdefault(text.translate(_FOLDING), [])
                known.append(spelling._replace(text=text))

    def find(self, text: str) -> list[tuple[int, int, tuple[Spelling, ...]]]:
        folded = text.translate(_FOLDING)
        found = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if _is_whole(folded, start, end):
                spellings = tuple(s for s in self._spellings[self._patterns[pattern]] if self._fits(s.text, text, start))
                found.append((start, end, spellings))
        return list(_leftmost_longest(hit for hit in found if hit[2]))

    def _fits(self, spelling: str, text: str, start: int) -> bool:
        end = start + len(spelling)
        capitals = [there.isupper() for known, there in zip(spelling, text[start:end], strict=True) if known.isupper()]
        if not all(capitals) and not (_is_long(spelling) and capitals[0] and sum(capitals) * 2 >= len(capitals)):
            return False
        return spelling.lower() not in self._words or not _shouted(text, start, end)


def _is_long(spelling: str) -> bool:
    """As "Harbour national Liberation front", of which careless capitals make nothing else."""
    return spelling.count(" ") >= LONG_NAME - 1


def _is_whole(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, so that capitals do not tell "US" from "us"."""
    around = text[max(0, start - _CONTEXT) : start] + text[end : end + _CONTEXT]
    return around.isupper()


def _leftmost_longest(hits: Iterable[tuple[int, int, tuple[Spelling, ...]]]) -> Iterator[tuple[int, int, tuple[Spelling, ...]]]:
    reached = 0
    for start, end, spellings in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= reached:
            yield start, end, spellings
            reached = end
