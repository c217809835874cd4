"""Names in, the numbers that tell one of a kind from the next out: "Orbit 4" is no "Orbit 4S", "One Quay" no "Two Quay"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from .numerals import SMALL, ordinal

_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?<=\d)s$")
_MAKE = re.compile(r"^\D+(?=\d)")
_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name taken apart: its words and its numbers."""

    words: frozenset[str]
    numbers: frozenset[str]

    def comparable(self, other: Numbered) -> bool:
        return self.words <= other.words or other.words <= self.words


def numbered(names: Iterable[str]) -> frozenset[Numbered]:
    """Of each name that has a number."""
    return frozenset(filter(None, map(_taken_apart, names)))


def told_apart(one: Iterable[Numbered], other: Iterable[Numbered]) -> str:
    """Why what bears the one names is not what bears the others: the words are the same, and no number is."""
    pairs = [(left, right) for left, right in product(one, other) if left.comparable(right)]
    if not pairs or any(left.numbers & right.numbers for left, right in pairs):
        return ""
    numbers = sorted({min(side.numbers) for pair in pairs for side in pair})
    return f"told apart by number: {', '.join(numbers)}"


def _taken_apart(name: str) -> Numbered | None:
    words = _WORD.findall(name)
    numbers = {word: number for word in words if (number := _number(word))}
    if not numbers:
        return None
    rest = frozenset(word.casefold() for word in words if word not in numbers)
    return Numbered(rest, frozenset(numbers.values()))


def _number(word: str) -> str:
    """As digits, with what stands behind them: "A380s" is a 380, "4S" is no 4; "" for other words."""
    if word in _ROMAN:
        return str(_ROMAN[word])
    small = word.casefold()
    said = ordinal(small) or SMALL.get(small)
    if said:
        return str(said)
    return _MAKE.sub("", _PLURAL.sub("", word)).casefold() if any(map(str.isdigit, word)) else ""
