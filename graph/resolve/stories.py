"""What articles speak of in, the stories they belong to out: articles that tell of the same happenings in the same days."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

WINDOW = 7
_NEIGHBOURS = 8
_CROWDED = 400
_ALIKE = 0.1
_FEWEST = 4

Feature = int | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Profile:
    """The named things of an article (countries apart) and its happenings: (type of event, named participant or place)."""

    article: str
    published: str | None
    names: frozenset[int]
    countries: frozenset[int]
    happenings: frozenset[tuple[str, int]]

    @property
    def features(self) -> frozenset[Feature]:
        return self.names | self.countries | self.happenings


@dataclass(slots=True)
class Stories:
    """What few articles speak of tells more of a story than what many do."""

    profiles: Mapping[str, Profile]
    _tell: dict[Feature, float] = field(init=False)
    _weight: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        counts = Counter(feature for profile in self.profiles.values() for feature in profile.features)
        self._tell = {feature: math.log1p(len(self.profiles) / count) for feature, count in counts.items()}
        self._weight = {article: self._told(profile.features) for article, profile in self.profiles.items()}

    def belong(self, one: Profile, other: Profile) -> bool:
        """Do two articles tell one story? They share happenings or names enough, and not only what all the news share."""
        shared = one.features & other.features
        enough = len(shared) >= _FEWEST and (one.happenings & other.happenings or len(one.names & other.names) >= _FEWEST - 1)
        if not enough or not close(one.published, other.published):
            return False
        return self._told(shared) >= _ALIKE * math.sqrt(self._weight[one.article] * self._weight[other.article])

    def _told(self, features: Iterable[Feature]) -> float:
        return math.fsum(self._tell[feature] for feature in features)


def stories(profiles: Iterable[Profile], copies: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each article to its story, which is known by the id of its first article."""
    by_id = {profile.article: profile for profile in sorted(profiles, key=lambda profile: profile.article)}
    first = {article: article for article in by_id}
    told = Stories(by_id)

    def root(article: str) -> str:
        while first[article] != article:
            first[article] = article = first[first[article]]
        return article

    linked = (pair for pair in _pairs(by_id) if told.belong(by_id[pair[0]], by_id[pair[1]]))
    for one, other in (*copies, *linked):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {article: root(article) for article in by_id}


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
