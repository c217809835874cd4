"""What articles speak of in, the stories they belong to out: articles that tell of the same happenings in the same days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

WINDOW = 7
_NEIGHBOURS = 8
_CROWDED = 400
_ENOUGH = 4.0
_BY_TIE = {"happening": 1.5, "name": 1.0, "country": 0.5}


@dataclass(frozen=True, slots=True)
class Profile:
    """The named things of an article (countries apart) and its happenings: (type of event, named participant or place)."""

    article: str
    published: str | None
    names: frozenset[int]
    countries: frozenset[int]
    happenings: frozenset[tuple[str, int]]


def stories(profiles: Iterable[Profile], copies: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each article to its story, which is known by the id of its first article."""
    by_id = {profile.article: profile for profile in sorted(profiles, key=lambda profile: profile.article)}
    first = {article: article for article in by_id}

    def root(article: str) -> str:
        while first[article] != article:
            first[article] = article = first[first[article]]
        return article

    linked = (pair for pair in _pairs(by_id) if belong(by_id[pair[0]], by_id[pair[1]]))
    for one, other in (*copies, *linked):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {article: root(article) for article in by_id}


def belong(one: Profile, other: Profile) -> bool:
    """Do two articles tell one story? They share happenings, and enough names beside them."""
    happenings = len(one.happenings & other.happenings)
    names = len(one.names & other.names)
    if not close(one.published, other.published) or not (happenings or names >= 3):
        return False
    countries = len(one.countries & other.countries)
    return _BY_TIE["happening"] * happenings + _BY_TIE["name"] * names + _BY_TIE["country"] * countries >= _ENOUGH


def close(one: str | None, other: str | None, days: int = WINDOW) -> bool:
    """Undated is close to all."""
    return not one or not other or abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= days


def _pairs(profiles: Mapping[str, Profile]) -> Sequence[tuple[str, str]]:
    """Pairs worth a look: near each other, by date, among those that share a happening or a rare name."""
    holders: dict[object, list[Profile]] = defaultdict(list)
    for profile in profiles.values():
        for key in (*profile.happenings, *profile.names):
            holders[key].append(profile)
    seen: Counter[tuple[str, str]] = Counter()
    for sharing in holders.values():
        ordered = sorted(sharing, key=lambda profile: (profile.published or "", profile.article))
        for at, profile in enumerate(ordered if len(ordered) <= _CROWDED else ()):
            for other in islice(ordered, at + 1, at + 1 + _NEIGHBOURS):
                seen[min(profile.article, other.article), max(profile.article, other.article)] += 1
    return sorted(pair for pair, shared in seen.items() if shared > 1)
