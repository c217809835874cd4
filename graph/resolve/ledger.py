"""Judgements by hand in, what they bind; decisions of the rules in, sorted judgements with their reasons out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar, get_args

import orjson

from ..errors import UsageError
from ..iris import segment
from ..model import Extraction, Judgement, Local, Verdict
from .clusters import Clusters
from .names import plain
from .references import Place, keys, located, places, surface_keys

NEAR_MISS = 0.6

Side = tuple[int, str]
"""The number of a judgement, and "left" or "right"."""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """JSON Lines of {left, right, verdict, reason, by}; empty lines and lines that start with # are passed over.

    Raises UsageError for a line that is none.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        _parse(line, f"{path}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )


def _parse(line: str, where: str) -> Judgement:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise UsageError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise UsageError(f"{where}: an object with left, right, verdict, reason and by is wanted")
    for key in ("left", "right", "verdict", "reason", "by"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise UsageError(f"{where}: {key!r} must be a text that is not empty")
    if row["verdict"] not in get_args(Verdict):
        raise UsageError(f"{where}: verdict {row['verdict']!r} is none of {', '.join(get_args(Verdict))}")
    return Judgement(row["left"], row["right"], row["verdict"], row["reason"], row["by"])


class Judged(Protocol):
    """Traits that tell on which side of which judgement something is."""

    @property
    def sides(self) -> frozenset[Side]: ...


T = TypeVar("T", bound=Judged)


@dataclass(frozen=True, slots=True)
class HandRules:
    """Which side of which judgement a name, an id, a place in an article or `article#local` is on."""

    judgements: Sequence[Judgement]
    _sides: dict[str | Place, list[Side]] = field(default_factory=dict)
    _places: dict[str, set[Place]] = field(default_factory=dict)
    _found: dict[Local, set[Side]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, judgement in enumerate(self.judgements):
            if plain(judgement.left) == plain(judgement.right) and "#" not in judgement.left:
                continue
            for side, reference in (("left", judgement.left), ("right", judgement.right)):
                for place in places(reference):
                    self._places.setdefault(place.article, set()).add(place)
                for key in places(reference) or keys(reference):
                    self._sides.setdefault(key, []).append((at, side))
                if "#" in reference and not places(reference):
                    self._places.setdefault(segment(reference.rpartition("#")[0]), set())

    def locate(self, extraction: Extraction) -> None:
        """Takes note of what stands at the places judged: offsets outlive ids of chains and events."""
        for place, local in located(extraction, self._places.get(segment(extraction.article.id), ())):
            self._found.setdefault(local, set()).update(self._sides[place])

    def sides(self, local: Local, label: str, spellings: Iterable[str]) -> frozenset[Side]:
        """A place tells more than the label, that more than other spellings; where both sides fit alike, the left one."""
        if not self.judgements:
            return frozenset()
        found: frozenset[Side] = frozenset(self._found.get(local, ())) | self._at({f"{local.article}#{local.id}"})
        for names in ((label,), tuple(spellings)):
            settled = {at for at, _ in found}
            told = self._at({key for name in names for key in surface_keys(name)})
            found |= {(at, side) for at, side in told if at not in settled and (side == "left" or (at, "left") not in told)}
        return found

    def judges(self, article: str) -> bool:
        """Is a chain or report of this very article judged?"""
        return segment(article) in self._places

    def verdict(self, at: int) -> Verdict:
        return self.judgements[at].verdict

    def parted(self, one: frozenset[Side], other: frozenset[Side]) -> str:
        """The reason of a hand judgement that keeps the two apart."""
        for at, side in sorted(one):
            if self.verdict(at) == "different" and (at, "left" if side == "right" else "right") in other:
                return f"judged different by {self.judgements[at].by}: {self.judgements[at].reason}"
        return ""

    def join(self, ids: Mapping[str, int], clusters: Clusters[T]) -> bool:
        """Unites what "same" says of two ids of entities or incidents; False if nothing came of it."""
        joined = False
        for judgement in self.judgements:
            one, other = (_only(keys(side), ids) for side in (judgement.left, judgement.right))
            if judgement.verdict == "same" and one is not None and other is not None and not clusters.together(one, other):
                joined |= not clusters.union(one, other, self.forbidden)
        return joined

    def forbidden(self, one: Judged, other: Judged) -> str:
        """The only veto on what is joined by hand."""
        return self.parted(one.sides, other.sides)

    def _at(self, names: Iterable[str]) -> frozenset[Side]:
        return frozenset(side for name in names for side in self._sides.get(name, ()))


def _only(found: Iterable[str], ids: Mapping[str, int]) -> int | None:
    return next((ids[key] for key in sorted(found) if key in ids), None)


@dataclass(slots=True)
class Ledger:
    """Collects judgements; each pair of names and verdict once, with the best score."""

    _rows: dict[tuple[str, str, str], Judgement] = field(default_factory=dict)

    def same(self, left: str, right: str, reason: str, by: str, score: float = 1.0) -> None:
        self._add(Judgement(min(left, right), max(left, right), "same", reason, by, round(score, 2)))

    def different(self, left: str, right: str, reason: str, by: str, score: float) -> None:
        if score >= NEAR_MISS:
            self._add(Judgement(min(left, right), max(left, right), "different", reason, by, round(score, 2)))

    def judgements(self, by_hand: Iterable[Judgement], bearers: Mapping[str, Set[str]]) -> tuple[Judgement, ...]:
        """What one rule refused and another joined is one in the end: the refusal is left out.

        `bearers` are the entities and incidents that each name or place stands for.
        """
        rules = (
            row
            for row in self._rows.values()
            if row.verdict == "same" or not bearers.get(row.left, frozenset()) & bearers.get(row.right, frozenset())
        )
        rows = [*rules, *by_hand]
        return tuple(sorted(set(rows), key=lambda row: (row.left, row.right, row.verdict, row.by, row.reason, row.score)))

    def _add(self, row: Judgement) -> None:
        before = self._rows.get((row.left, row.right, row.verdict))
        better = before is None or (row.score, row.reason, row.by) > (before.score, before.reason, before.by)
        if row.left != row.right and better:
            self._rows[row.left, row.right, row.verdict] = row
