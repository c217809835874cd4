"""Figures that sources give in, how they stand to each other and low, best and high out.

The rules: of several days the last counts, and of earlier ones what is more and not contradicted ("at least 47" stands beside a
later "at least 34"); low is the least that any of its sources holds for certain, high the most
that any names, best what most of them give exactly, else the largest lower bound, else the middle of what they leave open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..model import Bound, DisagreementKind, Value

Relation = Literal["same", "differs", "contradicts"]

_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a source gives it; `as_of` is the ISO date it was given on."""

    number: int
    bound: Bound = "exact"
    high: int | None = None
    as_of: str | None = None

    @classmethod
    def of(cls, value: Value, as_of: str | None = None) -> Figure:
        return cls(value.number, value.bound, value.high, as_of)

    @property
    def interval(self) -> tuple[float, float]:
        """What the words leave open."""
        if self.bound == "lower":
            return self.number, math.inf
        if self.bound == "upper":
            return 0, self.number if self.high is None else self.high
        if self.high is not None:
            return self.number, self.high
        slack = self.number * _ABOUT if self.bound == "approximate" else 0
        return self.number - slack, self.number + slack


@dataclass(frozen=True, slots=True)
class Reconciled:
    low: int
    best: int
    high: int


def reconcile(figures: Iterable[Figure]) -> Reconciled | None:
    """None without figures."""
    current = _current(tuple(figures))
    if not current:
        return None
    low = min(math.ceil(figure.interval[0]) for figure in current)
    high = max(_most(figure) for figure in current)
    return Reconciled(low, min(max(_best(current), low), high), high)


def relation_of(one: Figure, other: Figure) -> Relation:
    """Figures that can both hold differ; those that cannot contradict each other."""
    if (one.number, one.bound, one.high) == (other.number, other.bound, other.high):
        return "same"
    return "differs" if _meet(one, other) else "contradicts"


def disagreement(figures: Iterable[Figure]) -> DisagreementKind | None:
    """None when all say the same; an update when later figures replace earlier ones without a dispute on any one day."""
    told = tuple(figures)
    pairs = [(one, other) for one, other in combinations(told, 2) if relation_of(one, other) != "same"]
    if not pairs:
        return None
    apart = [(one, other) for one, other in pairs if not _meet(one, other)]
    if not apart:
        return "compatible"
    return "update" if all(_succeeds(one, other) for one, other in apart) else "dispute"


def _current(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    last = max((figure.as_of[:10] for figure in figures if figure.as_of), default=None)
    today = [figure for figure in figures if not figure.as_of or figure.as_of[:10] == last]
    most = max((figure.number for figure in today), default=0)
    earlier = (figure for figure in figures if figure not in today and figure.number > most)
    return (*today, *(figure for figure in earlier if all(_meet(figure, other) for other in today)))


def _most(figure: Figure) -> int:
    """The largest number the source names: an open bound names no more than its own."""
    high = figure.interval[1]
    return figure.number if math.isinf(high) else math.floor(high)


def _best(figures: Sequence[Figure]) -> int:
    exact = Counter(figure.number for figure in figures if figure.bound == "exact" and figure.high is None)
    if exact:
        return max(exact, key=lambda number: (exact[number], number))
    lower = [figure.number for figure in figures if figure.bound == "lower"]
    if lower:
        return max(lower)
    return round(sum(sum(figure.interval) / 2 for figure in figures) / len(figures))


def _meet(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = one.interval, other.interval
    return low <= other_high and other_low <= high


def _succeeds(one: Figure, other: Figure) -> bool:
    """Was one of two figures that cannot both hold given later than the other?"""
    return bool(one.as_of and other.as_of) and one.as_of != other.as_of
