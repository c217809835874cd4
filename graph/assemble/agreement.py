"""The claims of all articles in, which of them agree or cannot both hold out, with the disagreements these make.

Claims are compared within one event and slot only, each distinct value with at most a dozen others: time grows with
the claims, not with their pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal, TypeVar

from ..edtf import days, is_approximate, overlap
from ..model import Bound, Claim, DisagreementKind
from ..ontology import iri
from ..resolve.figures import Figure, relation_of
from .claims import is_plain
from .sources import Sources

LinkKind = Literal["contradicts", "differsFrom", "corroborates"]
Group = Sequence[Claim]
Around = Mapping[str, Collection[str]]
"""A place → the places it lies in."""

T = TypeVar("T")

_ALL_PAIRS_UP_TO = 12
_SAID = ("asserts", "reports", "alleges")
_DISPUTING = (*_SAID, "denies")
"""Who says that something is not so; who refuses to tell whether it is, or means it not to be, says nothing of what was."""


@dataclass(frozen=True, slots=True)
class Link:
    """A symmetric tie between two claims, by id; `left` is the smaller."""

    left: str
    right: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Disagreement:
    """On one slot of one event the sources do not say the same; `event` and `slot` are addresses, `claims` ids."""

    event: str
    slot: str
    kind: DisagreementKind
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`sources` gives the number of independent sources of each claim that has more than one."""

    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]
    sources: Mapping[str, int]


def compare(claims: Sequence[Claim], sources: Sources, around: Around) -> Agreement:
    """Deterministic for claims sorted by id."""
    links: dict[tuple[str, str, LinkKind], Link] = {}
    found: list[Disagreement] = []
    counts: dict[str, int] = {}
    for (_, predicate), group in _grouped(claims).items():
        own = [*_slot_links(predicate, group, around), *_polarity_links(group)]
        if own:
            found.append(_disagreement(group, own, sources))
        for tie in (*own, *_corroborations(group, sources, counts)):
            links[tie.left, tie.right, tie.kind] = tie
    return Agreement(tuple(links[key] for key in sorted(links)), tuple(found), dict(sorted(counts.items())))


def link(one: Claim, other: Claim, kind: LinkKind) -> Link:
    left, right = sorted((one.id, other.id))
    return Link(left, right, kind)


def figure_of(claim: Claim, as_of: str | None = None) -> Figure:
    """The figure of a claim whose object is a number."""
    return Figure(int(claim.object), _bound(claim), claim.upper if claim.lower is not None else None, as_of)


def without_headline(claims: Sequence[Claim]) -> list[Claim]:
    """Without the bare number ("kills 34") of which the same article says that it is the least ("at least 34")."""
    bounded = {(claim.article, claim.object) for claim in claims if _bound(claim) == "lower"}
    return [claim for claim in claims if _bound(claim) != "exact" or (claim.article, claim.object) not in bounded]


def _bound(claim: Claim) -> Bound:
    if claim.approximate:
        return "approximate"
    if claim.lower is not None:
        return "lower" if claim.upper is None else "exact"
    return "exact" if claim.upper is None else "upper"


def _grouped(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.subject, claim.predicate), []).append(claim)
    return {key: group for key, group in sorted(groups.items()) if len(group) > 1}


# different values of one slot


def _slot_links(predicate: str, group: Group, around: Around) -> Iterator[Link]:
    said = [claim for claim in group if claim.polarity == "positive" and claim.stance in _SAID]
    if predicate == iri("time"):
        yield from _disjoint(said, _same_time)
    elif predicate == iri("place"):
        yield from _disjoint(said, lambda one, other: _near(one, other, around))
    elif said and isinstance(said[0].object, int):
        yield from _figures(said)


def _figures(group: Group) -> Iterator[Link]:
    by_value: dict[tuple[object, ...], list[Claim]] = {}
    for claim in group:
        by_value.setdefault((claim.object, claim.lower, claim.upper, claim.approximate), []).append(claim)
    values = [by_value[key] for key in sorted(by_value, key=str)]
    for one, other in _pairs(sorted(values, key=lambda value: int(value[0].object))):
        relation = relation_of(figure_of(one[0]), figure_of(other[0]))
        if relation != "same":
            yield from _linked(one, other, "contradicts" if relation == "contradicts" else "differsFrom")


def _disjoint(group: Group, compatible: Callable[[str, str], bool]) -> Iterator[Link]:
    """Contradictions between sources none of whose values fits one of the other's."""
    by_source: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in group:
        by_source.setdefault(_source(claim), []).append(claim)
    by_values: dict[tuple[str, ...], list[Claim]] = {}
    for said in by_source.values():
        by_values.setdefault(tuple(sorted({str(claim.object) for claim in said})), []).extend(said)
    for one, other in _pairs(sorted(by_values)):
        if not any(compatible(left, right) for left in one for right in other):
            yield from _linked(by_values[one], by_values[other], "contradicts")


def _same_time(one: str, other: str) -> bool:
    left, right = days(one), days(other)
    if is_approximate(one) or is_approximate(other):
        return True
    return left is None or right is None or overlap(left, right)


def _near(one: str, other: str, around: Around) -> bool:
    """Two places clash only if the gazetteer knows both and neither lies in the other."""
    known = one in around and other in around
    return not known or one == other or one in around[other] or other in around[one]


def _linked(one: Group, other: Group, kind: LinkKind) -> Iterator[Link]:
    """Each claim is tied to one of the other value, of another source."""
    for here, there in ((one, other), (other, one)):
        first = there[0]
        second = next((claim for claim in there if _source(claim) != _source(first)), None)
        for claim in here:
            answer = first if _source(claim) != _source(first) else second
            if answer is not None:
                yield link(claim, answer, kind)


def _source(claim: Claim) -> tuple[str, str | None]:
    return claim.article, claim.speaker


def _pairs(values: Sequence[T]) -> Iterator[tuple[T, T]]:
    """All pairs of a few; of many, each with the next one and with the first and last."""
    if len(values) <= _ALL_PAIRS_UP_TO:
        yield from combinations(values, 2)
        return
    yield from pairwise(values)
    for value in values[1:-1]:
        yield values[0], value
        yield value, values[-1]
    yield values[0], values[-1]


# said and denied, said and said again


def _polarity_links(group: Group) -> Iterator[Link]:
    by_object: dict[str | int, tuple[list[Claim], list[Claim]]] = {}
    for claim in group:
        yes, no = by_object.setdefault(claim.object, ([], []))
        if claim.polarity == "negative" and claim.stance in _DISPUTING:
            no.append(claim)
        elif claim.stance in _SAID and claim.modality in ("actual", "possible"):
            yes.append(claim)
    for yes, no in by_object.values():
        if yes and no:
            yield from _linked(yes, no, "contradicts")


def _corroborations(group: Group, sources: Sources, counts: dict[str, int]) -> Iterator[Link]:
    by_content: dict[tuple[object, ...], list[Claim]] = {}
    for claim in group:
        if is_plain(claim):
            by_content.setdefault((claim.object, claim.lower, claim.upper), []).append(claim)
    for same in by_content.values():
        number = sources.independent({claim.article for claim in same})
        if number > 1:
            counts.update((claim.id, number) for claim in same)
            yield from (link(one, other, "corroborates") for one, other in _pairs(_independent(same, sources)))


def _independent(same: Group, sources: Sources) -> list[Claim]:
    """One claim for each outlet whose text no other outlet shares."""
    kept: list[Claim] = []
    seen: set[str] = set()
    for claim in same:
        keys = {sources.lineage(claim.article), sources.outlet(claim.article)}
        if not keys & seen:
            kept.append(claim)
        seen |= keys
    return kept


# disagreements


def _disagreement(group: Group, links: Sequence[Link], sources: Sources) -> Disagreement:
    by_id = {claim.id: claim for claim in group}
    clashes = [(by_id[found.left], by_id[found.right]) for found in links if found.kind == "contradicts"]
    involved = sorted({end for found in links for end in (found.left, found.right)})
    return Disagreement(group[0].subject, group[0].predicate, _kind(clashes, sources), tuple(involved))


def _kind(clashes: Sequence[tuple[Claim, Claim]], sources: Sources) -> DisagreementKind:
    """Later news replaces earlier news; news of one day, or of unknown days, clashes with it."""
    if not clashes:
        return "compatible"
    for one, other in clashes:
        days = sources.published.get(one.article), sources.published.get(other.article)
        if None in days or days[0] == days[1] or one.polarity != other.polarity:
            return "dispute"
    return "update"
