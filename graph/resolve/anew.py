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
_FORCE, _ARMY, _AGENT, _PEOPLE = "SecurityForce", "MilitaryForce", "agent", "Group"
_ANYBODY, _GROUNDS = "person", frozenset({"Region", "City"})
_LASTING = frozenset({"Person", "Role", "Place"})
_UNTOLD = frozenset({"", "some", "count"})
_OF_MANY = frozenset({"a", "some"})

_NOTHING: frozenset[tuple[str, str]] = frozenset()

Parts = Mapping[int, frozenset[tuple[str, str]]]


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

    def across(self, one: int, other: int, parts: Parts) -> bool:
        """Between articles: are they any of their kind, and nothing says which? `parts` are what each does: (role, event)."""
        chains = [self.corpus.chains[number] for number in (one, other)]
        if self._are_other_people(one, other) or self._are_other_grounds(one, other):
            return True
        told_as = {chain.determiner for chain in chains if not chain.is_named}
        alike = parts.get(one, _NOTHING) & parts.get(other, _NOTHING) or self._is_told_by(one, other)
        if "some" in told_as or ("a" in told_as and not alike):
            return True
        if self._is_of_state(one) or self._is_of_state(other):
            return self._is_other_force(*sorted((one, other))) or self._is_of_any_time(one, other)
        if _PEOPLE not in {chain.type for chain in chains} or self.does_alike(one, other, parts):
            return False
        return "count" in told_as or not (
            self._is_of_one(one, other) or self._is_of_home(one, other) or self._is_of_home(other, one)
        )

    def _is_of_home(self, fuller: int, bare: int) -> bool:
        """ "Iraqi dockers", and the dockers of an article about Iraq."""
        return self._is_at_home(fuller, bare) and bool(self._all_told(bare))

    def _is_at_home(self, fuller: int, bare: int) -> bool:
        home = self.corpus.home.get(self.corpus.chains[bare].local.article)
        return home is not None and self._all_told(fuller) - self._all_told(bare) == {home}

    def _is_told_by(self, one: int, other: int) -> bool:
        """Is a person told of by more than a country: "a retired ferry pilot"?"""
        left, right = (self.told[number][0] for number in (one, other))
        people = {self.corpus.chains[number].type for number in (one, other)} == {"Person"}
        return people and bool(left.modifiers & right.modifiers - left.known)

    def _is_of_one(self, one: int, other: int) -> bool:
        """Are both said to be of the same country or body, and nothing else: "Iraqi dockers", "dockers of Iraq"?"""
        left, right = (self.told[number][0] for number in (one, other))
        named = bool(left.known) or all(_has_name(self.corpus.chains[number].label) for number in (one, other))
        return named and left.words == right.words

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

    def does_alike(self, one: int, other: int, parts: Parts) -> bool:
        """People told of as doing the same; those whom the same befalls are mostly others."""
        left, right = (parts.get(number, _NOTHING) for number in (one, other))
        return any(role == _AGENT for role, _ in left & right)


def _has_name(label: str) -> bool:
    """ "Karsk dockers": a word that begins with a capital, and not only for its place."""
    return any(word[:1].isupper() for word in label.split()[:-1])
