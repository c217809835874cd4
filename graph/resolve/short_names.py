"""Chains with last names and acronyms only in, merged with the one thing that story or related article calls so in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from .names import acronym, is_acronym, plain, shortens, sounds
from .records import ChainRecord

if TYPE_CHECKING:
    from .entities import Merging

_SHORT, _ACRONYM = "rule:short-name", "rule:acronym"
_SPELLED_ALIKE = 82.0
_FEWEST_LETTERS = 3


def settle(merging: Merging, key: str, numbers: list[int], holders: set[int], by: str) -> None:
    """The short name goes to its one holder; where there are several, to none, and all that bear it in a story are one."""
    inside = {merging.clusters.find(number) for number in numbers}
    outside = {merging.clusters.find(holder) for holder in holders} - inside
    fitting = sorted(root for root in outside if not any(merging.clusters.obstacle(root, number) for number in inside))
    chains = merging.corpus.chains
    if len(fitting) == 1:
        for number in numbers:
            merging.merge(fitting[0], number, f"{key} is the only one so called in the story", by, 0.9)
    for root in fitting if len(fitting) > 1 else ():
        merging.ledger.different(chains[root].label, chains[numbers[0]].label, f"{key} may be several in the story", by, 0.6)
    merging.chain_up(numbers, f"same short name in a story: {key}", by)


@dataclass(slots=True)
class ShortNames:
    """ "Trump" is the one Trump of the story; else the one of all articles, if an article that names him has names in common.

    `full` holds chains by last word, with the words of their fullest name; `short` chains by story and name.
    """

    merging: Merging
    full: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=lambda: defaultdict(dict))
    short: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def run(self) -> None:
        corpus = self.merging.corpus
        for number, chain in enumerate(corpus.chains):
            if corpus.kind(chain) == "Person":
                self._file(number, corpus.weak_names(chain))
        for (story, key), numbers in sorted(self.short.items()):
            words = sounds(key, True)
            holders = {number for number, name in self.full[words[-1]].items() if shortens(words, name)}
            holders = {number for number in holders if self._is_spelled_alike(key, number)}
            near = {number for number in holders if self.merging.story_of(number) == story}
            told = {word for word in key.split() if len(word) >= _FEWEST_LETTERS}
            same = {number for number in holders if told <= self._words(number)}
            settle(self.merging, key, numbers, near or self._related(numbers, same), _SHORT)

    def _file(self, number: int, names: tuple[str, ...]) -> None:
        told = {name: sounds(name, True) for name in names}
        longest = max(map(len, told.values()), default=0)
        for name, words in told.items():
            if len(words) > 1:
                self.full[words[-1]][number] = max(words, self.full[words[-1]].get(number, ()), key=len)
            if words and len(words) == longest and not self.merging.clusters.traits(number).known:
                self.short[self.merging.story_of(number), name].append(number)

    def _is_spelled_alike(self, key: str, number: int) -> bool:
        """What sounds alike is looked at too: "Tsarnaev" and "Tzarnaev", not "Hassan" and "Hussein"."""
        told = (word for word in key.split() if len(word) >= _FEWEST_LETTERS)
        return all(any(ratio(word, other) >= _SPELLED_ALIKE for other in self._words(number)) for word in told)

    def _words(self, number: int) -> set[str]:
        corpus = self.merging.corpus
        return {word for name in corpus.weak_names(corpus.chains[number]) for word in name.split()}

    def _related(self, numbers: list[int], holders: set[int]) -> set[int]:
        """All holders, if they are one and some name of theirs, not of a country, is in an article of the short name too."""
        roots = {self.merging.clusters.find(holder) for holder in holders}
        if len(roots) != 1:
            return set()
        theirs = set().union(*(self._names(holder) for holder in holders)) - roots
        own = set().union(*(self._names(number) for number in numbers))
        return holders if theirs & own else set()

    def _names(self, number: int) -> frozenset[int]:
        return self.merging.names[self.merging.corpus.chains[number].local.article]


@dataclass(slots=True)
class Acronyms:
    """In a story the acronym of a long name; elsewhere only what some article introduces.

    Chains by acronym: `introduced` beside the long name, `spelled` as a long name only, `short` alone (by story).
    """

    merging: Merging
    introduced: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    spelled: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    short: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    long: set[int] = field(default_factory=set)

    def run(self) -> None:
        corpus = self.merging.corpus
        for number, chain in enumerate(corpus.chains):
            if corpus.kind(chain) not in {"Person", "Role"} and chain.is_named and not corpus.is_described(chain):
                self._file(number, chain)
        for name, stories in sorted(self.short.items()):
            self._in_stories(name, stories)
            self._across(name, sorted({number for numbers in stories.values() for number in numbers}))

    def _file(self, number: int, chain: ChainRecord) -> None:
        names = [self._unformed(name) for name in chain.names]
        long_names = [name for name in names if not is_acronym(name)]
        if long_names:
            self.long.add(number)
        for name in long_names:
            self.spelled[acronym(name)].add(number)
        for name in sorted({name.replace(".", "") for name in names if is_acronym(name)}):
            if long_names:
                self.introduced[name].add(number)
            else:
                self.short[name][self.merging.story_of(number)].append(number)

    def _unformed(self, name: str) -> str:
        """ "EADS N.V." is an acronym for all its legal form."""
        words = name.split()
        kept = self.merging.corpus.namer.unformed(" ".join(plain(word) or word for word in words)).split()
        return " ".join(words[: len(kept)])

    def _in_stories(self, name: str, stories: Mapping[str, list[int]]) -> None:
        for story, numbers in sorted(stories.items()):
            holders = self.introduced[name] | self.spelled[name]
            near = {number for number in holders if self.merging.story_of(number) == story}
            settle(self.merging, name, numbers, near or self.introduced[name], _ACRONYM)

    def _across(self, name: str, numbers: list[int]) -> None:
        """An acronym that has one long name wherever it has one is one thing."""
        clusters = self.merging.clusters
        roots = {clusters.find(number) for number in (*numbers, *self.introduced[name])}
        if sum(any(member in self.long for member in clusters.members(root)) for root in roots) <= 1:
            self.merging.chain_up(sorted(roots), f"same acronym: {name}", _ACRONYM)
