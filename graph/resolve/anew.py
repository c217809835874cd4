"""Two chains without a name and how their articles tell of them in, whether the second is told of anew out.

Who or what is taken up again is pointed at, and nothing is added but whose it is: "the residents of nearby slums" are others
than the "residents" of the sentence before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .corpus import Corpus
from .names import Description, singular

OF_STATE = ("SecurityForce", "MilitaryForce", "Government", "GovernmentAgency")
_FORCE, _ARMY, _PEOPLE = "SecurityForce", "MilitaryForce", "Group"
_ANYBODY, _GROUNDS = "person", frozenset({"Region", "City"})
_LASTING = frozenset({"Person", "Role", "Place"})
_UNTOLD = frozenset({"", "some", "count"})
_OF_MANY = frozenset({"a", "some"})


@dataclass(frozen=True, slots=True)
class Anew:
    """`told` are the descriptions of the chains, `published` the days of the articles."""

    corpus: Corpus
    told: Mapping[int, tuple[Description, ...]]
    published: Mapping[str, str | None]

    def in_article(self, one: int, other: int) -> bool:
        """Within one article: is the later chain another than the earlier one, by its words?"""
        first, again = sorted((one, other))
        if self._is_of_state(again):
            return self._is_other_force(first, again) or self._is_other_side(first, again) or self._is_just_some(again)
        if self._is_lasting(again) or self.corpus.chains[again].is_named or self._is_part(again):
            return self._are_other_grounds(first, again)
        return self._adds(first, again) or self._are_other_people(first, again) or not self._points_back(again)

    def across(self, one: int, other: int) -> bool:
        """Between articles: are they any of their kind, and nothing says which?"""
        chains = [self.corpus.chains[number] for number in (one, other)]
        if self._are_other_people(one, other) or self._are_other_grounds(one, other):
            return True
        if any(not chain.is_named and chain.determiner == "some" for chain in chains):
            return True
        of_state = self._is_of_state(one) or self._is_of_state(other)
        return of_state and (self._is_other_force(*sorted((one, other))) or self._is_of_any_time(one, other))

    def _is_at_home(self, fuller: int, bare: int) -> bool:
        home = self.corpus.home.get(self.corpus.chains[bare].local.article)
        return home is not None and self._all_told(fuller) - self._all_told(bare) == {home}

    def _is_of_any_time(self, one: int, other: int) -> bool:
        """ "The government" of two articles of which neither has a date, and no name says which."""
        undated = all(self.published[self.corpus.chains[number].local.article] is None for number in (one, other))
        return undated and not (self.told[one][0].known & self.told[other][0].known)

    def _is_other_force(self, first: int, again: int) -> bool:
        """Riot police, local police, secret police: told apart by more than the country; nor are nine policemen the police."""
        if _FORCE not in {self.corpus.chains[number].type for number in (first, again)}:
            return False
        if self.corpus.chains[first].determiner in _OF_MANY | {"count"}:
            return True
        more = self._all_told(first) ^ self._all_told(again)
        return bool(more - self._known(first) - self._known(again))

    def _is_other_side(self, first: int, again: int) -> bool:
        """ "Our forces" and "the armed forces"."""
        if _ARMY not in {self.corpus.chains[number].type for number in (first, again)}:
            return False
        told_as = [self.corpus.chains[number].determiner for number in (first, again)]
        return told_as.count("own") == 1 and self._all_told(first) != self._all_told(again)

    def _is_just_some(self, again: int) -> bool:
        """ "Authorities", of whom nothing is told, may be any."""
        chain = self.corpus.chains[again]
        heads = [noun.casefold() for _, noun in chain.nominals if noun]
        bare = not chain.determiner and not self._all_told(again)
        return bare and bool(heads) and all(singular(head) != head for head in heads)

    def _adds(self, first: int, again: int) -> bool:
        """Is more told of the later one than whose it is, or anything at all after nobody in particular?"""
        added = self._all_told(again) - self._all_told(first)
        if added - self._known(again):
            return True
        return bool(added) and self.corpus.chains[first].determiner in _UNTOLD

    def _are_other_grounds(self, first: int, again: int) -> bool:
        """ "The area", and the area of a town."""
        if not {self.corpus.chains[number].type for number in (first, again)} & _GROUNDS:
            return False
        return bool((self._all_told(again) ^ self._all_told(first)) - self._known(again) - self._known(first))

    def _are_other_people(self, one: int, other: int) -> bool:
        """ "The people", now of another country than the article is about, now anybody."""
        left, right = (self.told[number][0] for number in (one, other))
        same = left.words == right.words or self._is_at_home(one, other) or self._is_at_home(other, one)
        return left.head == right.head == _ANYBODY and not same

    def _is_part(self, again: int) -> bool:
        """ "The perimeter of the embassy", after the perimeter."""
        chain = self.corpus.chains[again]
        whole = any(" of " in words for words, _ in chain.nominals)
        return whole and self.corpus.kind(chain) == "Facility" and chain.determiner not in ("some", "count", "whose")

    def _points_back(self, again: int) -> bool:
        """ "The", "their"; people may be called the same without it, if something is told of them."""
        chain = self.corpus.chains[again]
        if chain.determiner in ("a", "whose"):
            return False
        return bool(chain.determiner) or chain.type == _PEOPLE

    def _is_of_state(self, number: int) -> bool:
        return any(self.corpus.tools.ontology.is_a(self.corpus.chains[number].type, kind) for kind in OF_STATE)

    def _is_lasting(self, number: int) -> bool:
        chain = self.corpus.chains[number]
        return chain.type == "Person" or self.corpus.kind(chain) in _LASTING

    def _all_told(self, number: int) -> frozenset[str]:
        return frozenset().union(*(each.modifiers for each in self.told[number]))

    def _known(self, number: int) -> frozenset[str]:
        return frozenset().union(*(each.known for each in self.told[number]))
