"""Judgements by hand in, what they bind; decisions of the rules in, sorted judgements with their reasons out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar, get_args

import orjson

from ..errors import UsageError
from ..model import Judgement, Local, Verdict
from .clusters import Clusters
from .names import plain, slug

NEAR_MISS = 0.6


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """JSON Lines of {left, right, verdict, reason, by}; empty lines and lines that start with # are passed over."""
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
    def sides(self) -> frozenset[tuple[int, str]]: ...


T = TypeVar("T", bound=Judged)


@dataclass(frozen=True, slots=True)
class HandRules:
    """Which side of which judgement a name, an id or `article#local` is on."""

    judgements: Sequence[Judgement]
    _sides: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, judgement in enumerate(self.judgements):
            if plain(judgement.left) == plain(judgement.right) and "#" not in judgement.left:
                continue
            for side, reference in (("left", judgement.left), ("right", judgement.right)):
                for key in {reference, plain(reference)} - {""}:
                    self._sides.setdefault(key, []).append((at, side))

    def sides(self, local: Local, label: str, spellings: Iterable[str]) -> frozenset[tuple[int, str]]:
        """A judgement both sides of which fit the spellings goes by the label."""
        by_label = self._at(f"{local.article}#{local.id}") | self._at(plain(label)) | self._at(slug(label))
        others = frozenset(side for spelling in spellings for side in self._at(plain(spelling)) | self._at(slug(spelling)))
        settled = {at for at, _ in by_label}
        doubtful = {at for at, side in others if (at, "left" if side == "right" else "right") in others}
        return by_label | {(at, side) for at, side in others if at not in settled and (at not in doubtful or side == "left")}

    @property
    def articles(self) -> frozenset[str]:
        """Those of which a chain or report is judged, as `article#local`."""
        references = (reference for judgement in self.judgements for reference in (judgement.left, judgement.right))
        return frozenset(reference.rpartition("#")[0] for reference in references if "#" in reference)

    def verdict(self, at: int) -> Verdict:
        return self.judgements[at].verdict

    def parted(self, one: frozenset[tuple[int, str]], other: frozenset[tuple[int, str]]) -> str:
        """The reason of a hand judgement that keeps the two apart."""
        for at, side in sorted(one):
            if self.verdict(at) == "different" and (at, "left" if side == "right" else "right") in other:
                return f"judged different by {self.judgements[at].by}: {self.judgements[at].reason}"
        return ""

    def join(self, ids: Mapping[str, int], clusters: Clusters[T]) -> bool:
        """Unites what "same" says of two ids of entities or incidents; False if nothing came of it."""
        joined = False
        for judgement in self.judgements:
            one, other = ids.get(judgement.left), ids.get(judgement.right)
            if judgement.verdict == "same" and one is not None and other is not None and not clusters.together(one, other):
                joined |= not clusters.union(one, other, self.forbidden)
        return joined

    def forbidden(self, one: Judged, other: Judged) -> str:
        """The only veto on what is joined by hand."""
        return self.parted(one.sides, other.sides)

    def _at(self, key: str) -> frozenset[tuple[int, str]]:
        return frozenset(self._sides.get(key, ()))


@dataclass(slots=True)
class Ledger:
    """Collects judgements; each pair of names and verdict once, with the best score."""

    _rows: dict[tuple[str, str, str], Judgement] = field(default_factory=dict)

    def same(self, left: str, right: str, reason: str, by: str, score: float = 1.0) -> None:
        self._add(Judgement(min(left, right), max(left, right), "same", reason, by, round(score, 2)))

    def different(self, left: str, right: str, reason: str, by: str, score: float) -> None:
        if score >= NEAR_MISS:
            self._add(Judgement(min(left, right), max(left, right), "different", reason, by, round(score, 2)))

    def judgements(self, by_hand: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """What one rule refused and another found is the same in the end: only the latter counts."""
        rules = (
            row
            for (left, right, verdict), row in self._rows.items()
            if verdict == "same" or (left, right, "same") not in self._rows
        )
        rows = [*rules, *by_hand]
        return tuple(sorted(set(rows), key=lambda row: (row.left, row.right, row.verdict, row.by, row.reason, row.score)))

    def _add(self, row: Judgement) -> None:
        before = self._rows.get((row.left, row.right, row.verdict))
        better = before is None or (row.score, row.reason, row.by) > (before.score, before.reason, before.by)
        if row.left != row.right and better:
            self._rows[row.left, row.right, row.verdict] = row
