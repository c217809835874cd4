"""What articles speak of in, the stories they belong to out: articles that tell of the same happenings in the same days."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice

WINDOW = 7
_NEIGHBOURS = 8
_CROWDED = 400
_ALIKE, _ALIKE_OF_NO_DATE = 0.1, 0.2
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

    def likeness(self, one: Profile, other: Profile) -> float:
        """How much of what two articles tell they share; 0 if they do not tell one story.

        They share happenings or names enough, and not only what all the news share.
        """
        shared = one.features & other.features
        enough = len(shared) >= _FEWEST and (one.happenings & other.happenings or len(one.names & other.names) >= _FEWEST - 1)
        if not enough or not close(one.published, other.published):
            return 0.0
        alike = self._told(shared) / math.sqrt(self._weight[one.article] * self._weight[other.article])
        return alike if alike >= _ALIKE else 0.0

    def _told(self, features: Iterable[Feature]) -> float:
        return math.fsum(self._tell[feature] for feature in features)


def stories(profiles: Iterable[Profile], copies: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each article to its story, which is known by the id of its first article.

    Without a date nothing keeps apart what is alike only slightly: such articles must be like all of the others' story.
    """
    by_id = {profile.article: profile for profile in sorted(profiles, key=lambda profile: profile.article)}
    told = Stories(by_id)
    links = {(one, other): told.likeness(by_id[one], by_id[other]) for one, other in _pairs(by_id)}
    groups = _Groups(by_id)
    for pair in (*copies, *(pair for pair, alike in links.items() if alike and _is_sure(by_id, pair, alike))):
        groups.join(*pair)
    groups.join_alike({pair: alike for pair, alike in links.items() if alike and not _is_sure(by_id, pair, alike)})
    return {article: groups.root(article) for article in by_id}


def _is_sure(profiles: Mapping[str, Profile], pair: tuple[str, str], alike: float) -> bool:
    return alike >= _ALIKE_OF_NO_DATE or all(profiles[article].published for article in pair)


class _Groups:
    """Articles that hang together, each group known by its first article."""

    def __init__(self, articles: Iterable[str]) -> None:
        self._first = {article: article for article in articles}
        self._size = dict.fromkeys(self._first, 1)
        self._alike: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))

    def root(self, article: str) -> str:
        while self._first[article] != article:
            self._first[article] = article = self._first[self._first[article]]
        return article

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._first[high] = low
            self._size[low] += self._size[high]
            self._hand_on(self._alike.pop(high, {}), high, low)

    def join_alike(self, links: Mapping[tuple[str, str], float]) -> None:
        """Best first, two groups whose articles are alike enough on an average, each with each."""
        for (one, other), alike in links.items():
            self._link(self.root(one), self.root(other), alike)
        for (one, other), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
            left, right = self.root(one), self.root(other)
            if left != right and self._alike[left][right] >= _ALIKE * self._size[left] * self._size[right]:
                self.join(left, right)

    def _link(self, one: str, other: str, alike: float) -> None:
        if one != other:
            self._alike[one][other] += alike
            self._alike[other][one] += alike

    def _hand_on(self, links: Mapping[str, float], before: str, after: str) -> None:
        for other, alike in links.items():
            self._alike[other].pop(before, None)
            self._link(after, other, alike)


@lru_cache(maxsize=1 << 14)
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
