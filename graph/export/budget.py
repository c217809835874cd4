"""Claims by node in, those that stand on the page out: every one of a small graph, the best told of each node of a large one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from .. import terms
from ..index import Index
from ..terms import ng

OPENING = 300
"""Marks the page opens on; a graph of no more nodes is told whole."""

_FIXED, _EACH = 3000, 1.5
_FEWEST, _MOST = 3, 16
_TIMES = 4

Claims = Mapping[NamedNode, Sequence[NamedNode]]


def affordable(index: Index, nodes: Sequence[NamedNode], opening: frozenset[NamedNode]) -> dict[NamedNode, list[NamedNode]]:
    """Claims by subject. In a large graph each node has a quota; those the page opens on have four times as much."""
    told = {node: list(index.claims.get(node, ())) for node in nodes}
    if len(nodes) <= OPENING:
        return told
    quota = _quota({node: len(claims) for node, claims in told.items()}, opening)
    limits = {node: _limit(quota, node in opening) for node in nodes}
    return {
        node: claims if len(claims) <= limits[node] else _best(index, claims)[: limits[node]] for node, claims in told.items()
    }


def _limit(quota: int, opens: bool) -> int:
    return quota * _TIMES if opens else quota


def _quota(counts: Mapping[NamedNode, int], opening: frozenset[NamedNode]) -> int:
    """The highest one, up to a limit, that keeps the page within its budget."""
    budget = _FIXED + _EACH * len(counts)

    def cost(quota: int) -> int:
        return sum(min(count, _limit(quota, node in opening)) for node, count in counts.items())

    return max(_FEWEST, bisect_right(range(_MOST + 1), budget, key=cost) - 1)


def _best(index: Index, claims: Iterable[NamedNode]) -> list[NamedNode]:
    """First one claim for each thing that is said, what most claims say foremost; then a second one for each, and so on."""
    alike: dict[tuple[object, ...], list[tuple[float, str, NamedNode]]] = {}
    for claim in claims:
        own = index.properties(claim)
        said = (own.get(terms.PREDICATE, (None,))[0], own.get(terms.OBJECT, (None,))[0])
        confidence = own.get(ng("confidence"))
        alike.setdefault(said, []).append((-float(confidence[0].value) if confidence else 0.0, claim.value, claim))
    for group in alike.values():
        group.sort(key=_key)
    ranked = [(at, -len(group), address, claim) for group in alike.values() for at, (_, address, claim) in enumerate(group)]
    return [claim for *_, claim in sorted(ranked, key=lambda each: each[:3])]


def _key(entry: tuple[float, str, NamedNode]) -> tuple[float, str]:
    return entry[:2]
