"""Unnamed people called by a title in, merged with the one person of the story who bears it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .names import folded, plain
from .records import ChainRecord

if TYPE_CHECKING:
    from .entities import Merging

_BY = "rule:title"

Title = tuple[frozenset[str], frozenset[str]]
"""The words of the title, and the countries and bodies it is said to be of."""


@dataclass(slots=True)
class Bearers:
    """ "The prime minister" is the Iraqi Prime Minister the story names, if it names but one."""

    merging: Merging
    titles: frozenset[frozenset[str]] = field(init=False)
    offices: frozenset[frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        ontology = self.merging.corpus.tools.ontology
        self.titles = frozenset(frozenset(map(folded, plain(title).split())) for title in ontology.titles)
        self.offices = frozenset(frozenset(map(folded, title.split())) for title in ontology.words("one_a_country"))

    def run(self) -> None:
        named: dict[tuple[str, frozenset[str]], set[tuple[int, frozenset[str]]]] = defaultdict(set)
        unnamed: dict[tuple[str, frozenset[str]], list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, chain in enumerate(self.merging.corpus.chains):
            if chain.type == "Person":
                for words, of in self._told(number, chain):
                    story = self.merging.story_of(number)
                    if chain.is_named:
                        named[story, words].add((number, of))
                    else:
                        unnamed[story, words].append((number, of))
        found: dict[int, set[int]] = defaultdict(set)
        for (story, words), numbers in unnamed.items():
            for number, of in numbers:
                found[number].update(self._bearers(number, of, words, named[story, words]))
        for number, bearers in sorted(found.items()):
            self._settle(number, bearers)

    def _settle(self, number: int, bearers: set[int]) -> None:
        """ "The president, PM" of a headline may be two: who is called by the titles of two people is neither."""
        roots = {self.merging.clusters.find(bearer) for bearer in bearers}
        if len(roots) == 1:
            label = self.merging.corpus.chains[number].label
            self.merging.merge(min(roots), number, f"the only {label} of the story", _BY, 0.8)

    def _bearers(
        self, number: int, of: frozenset[str], title: frozenset[str], bearers: set[tuple[int, frozenset[str]]]
    ) -> Iterable[int]:
        """Those who hold it, if one is told of in its article, or the title tells which."""
        fitting = {bearer: theirs for bearer, theirs in sorted(bearers) if self._may_be_of(number, of, bearer, theirs)}
        here = any(self._is_here(number, bearer) for bearer in fitting)
        return fitting if here or self._is_told(number, of, title, fitting) else ()

    def _is_here(self, number: int, bearer: int) -> bool:
        here, there = (self.merging.corpus.chains[each].local.article for each in (number, bearer))
        return here == there

    def _is_told(self, number: int, of: frozenset[str], title: frozenset[str], bearers: Mapping[int, frozenset[str]]) -> bool:
        """ "The president" of another article, nobody says of what, is that of its country; a candidate is anybody."""
        corpus = self.merging.corpus
        home = corpus.home.get(corpus.chains[number].local.article)
        return title in self.offices and (bool(of) or any(home in theirs for theirs in bearers.values()))

    def _may_be_of(self, number: int, of: frozenset[str], bearer: int, theirs: frozenset[str]) -> bool:
        """Of one body or country; "the chief executive of the mint" is told apart from one of nobody knows what.

        Whose country the article leaves open is of the one the article is about.
        """
        corpus = self.merging.corpus
        here, there = (corpus.chains[each].local.article for each in (number, bearer))
        if self._is_another(number, of, bearer) or self._is_foreign(of, bearer):
            return False
        if not of or theirs:
            return not of or bool(of & theirs)
        return here == there and (corpus.home.get(here) in of or not any(map(corpus.is_place, of)))

    def _is_another(self, number: int, of: frozenset[str], bearer: int) -> bool:
        """ "Each candidate"; "a mayor" after one who was named; "Iraq's leader" may be none that another article names.

        Nor is "a spokesman", nobody says whose, one who is named later.
        """
        told, named = (self.merging.corpus.chains[each] for each in (number, bearer))
        if told.local.article != named.local.article:
            return told.determiner in ("some", "count", "whose")
        if not of and (told.determiner == "whose" or (told.determiner == "a" and number < bearer)):
            return True
        return told.determiner in ("some", "count") or (told.determiner == "a" and bearer < number)

    def _is_foreign(self, of: frozenset[str], bearer: int) -> bool:
        """Is the bearer called after other countries: a "Jordanian scientist" no "Israeli analyst"?"""
        corpus = self.merging.corpus
        home = {key for words, head in corpus.chains[bearer].nominals for key in corpus.namer.describe(words, head).known}
        home.update(self.merging.citizenships.get(bearer, ()))
        told, theirs = (frozenset(key for key in keys if corpus.is_place(key)) for keys in (of, home))
        return bool(told and theirs) and not told & theirs

    def _told(self, number: int, chain: ChainRecord) -> Iterator[Title]:
        """The titles a chain is called by, or is said to hold; "the Pcch leader" leads a body that nobody knows."""
        corpus = self.merging.corpus
        held = [(role, None) for role in self.merging.roles.get(number, ())]
        for words, head in [*chain.nominals, *held]:
            told = corpus.namer.describe(words)
            title = told.words - told.known
            if title in self.titles and (told.known or chain.is_named or head is not None):
                yield title, told.known
