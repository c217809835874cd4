"""The chains of all articles in, clusters of chains that speak of one entity out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product

from ..numbered import numbered, told_apart
from .candidates import pairs
from .clusters import Clusters
from .corpus import Corpus, Traits, alike_kinds
from .descriptions import Describer
from .ledger import HandRules, Ledger
from .names import likeness, plain, shortens, sounds, suffix
from .records import ChainRecord
from .short_names import Acronyms, ShortNames
from .stories import Profile, stories
from .streets import Streets
from .titles import Bearers

ALIKE = {True: 0.85, False: 0.87}
_ALIKE_GIVEN = 0.8
_NO_HAPPENINGS = frozenset({"Statement", "Event"})


@dataclass(slots=True)
class Merging:
    """The state of merging entities: clusters of chain numbers, the stories, the ledger."""

    corpus: Corpus
    hand: HandRules
    ledger: Ledger
    copies: Sequence[tuple[str, str]]
    clusters: Clusters[Traits] = field(init=False)
    story: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, frozenset[int]] = field(default_factory=dict)
    published: Mapping[str, str | None] = field(init=False)
    roles: Mapping[int, Sequence[str]] = field(init=False)
    citizenships: Mapping[int, Sequence[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.published = {article.id: article.published for article in self.corpus.articles}
        self.roles = self._roles()
        self.citizenships = self._citizenships()
        self.clusters = Clusters(map(self._traits, self.corpus.chains), self.veto, Traits.joined)

    def run(self) -> None:
        self._judged()
        self._known()
        self._same_name()
        self._spellings()
        profiles = list(self._profiles())
        self.names = {profile.article: profile.names for profile in profiles}
        self.story = stories(profiles, self.copies)
        self._misread()
        self._same_in_story()
        ShortNames(self).run()
        Acronyms(self).run()
        Describer(self).run()
        Streets(self).run()
        Bearers(self).run()

    def _roles(self) -> Mapping[int, Sequence[str]]:
        """The labels of the positions that each chain is said to hold."""
        found: dict[int, list[str]] = defaultdict(list)
        for number, position in self._ties("positionHeld"):
            found[number].append(position.label)
        return found

    def _citizenships(self) -> Mapping[int, Sequence[str]]:
        """The keys of the countries that each chain is said to be a citizen of."""
        found: dict[int, list[str]] = defaultdict(list)
        for number, country in self._ties("citizenOf"):
            found[number].extend(filter(None, [country.known]))
        return found

    def _ties(self, property_: str) -> Iterator[tuple[int, ChainRecord]]:
        at = self.corpus.at
        for article in self.corpus.articles:
            for subject, tie, object_ in article.ties:
                if tie == property_ and subject in at and object_ in at:
                    yield at[subject], self.corpus.chains[at[object_]]

    def merge(self, one: int, other: int, reason: str, by: str, score: float = 1.0) -> bool:
        """Union with its line in the ledger; a refusal has one too."""
        if self.clusters.together(one, other):
            return True
        left, right = self.corpus.chains[one], self.corpus.chains[other]
        obstacle = self.clusters.union(one, other)
        if obstacle:
            self.ledger.different(left.label, right.label, f"{reason}; but {obstacle}", by, score)
        elif plain(left.label) != plain(right.label):
            self.ledger.same(left.label, right.label, reason, by, score)
        return not obstacle

    # what forbids

    def _traits(self, chain: ChainRecord) -> Traits:
        return Traits(
            known=frozenset({chain.known} if chain.known else ()),
            matches=frozenset({chain.same_as} if chain.same_as else ()),
            kinds=frozenset({self.corpus.kind(chain)}),
            people=self.corpus.people(chain),
            sides=self.hand.sides(chain.local, chain.label, chain.spellings),
            numbered=numbered(chain.names),
        )

    def veto(self, one: Traits, other: Traits) -> str:
        if parted := self.hand.parted(one.sides, other.sides):
            return parted
        if one.known and other.known and not one.known & other.known:
            return f"known apart: {min(one.known)} and {min(other.known)}"
        if one.matches and other.matches and not one.matches & other.matches:
            return f"different external ids: {min(one.matches)} and {min(other.matches)}"
        if not alike_kinds(one.kinds, other.kinds):
            return f"one is a {'/'.join(sorted(one.kinds))}, the other a {'/'.join(sorted(other.kinds))}"
        if not one.known & other.known and (number := told_apart(one.numbered, other.numbered)):
            return number
        return self._different_people(one.people, other.people)

    def _different_people(self, one: frozenset[str], other: frozenset[str]) -> str:
        """Full names of which no two go together: another first name, Jr. against none."""
        if not one or not other or one & other:
            return ""
        suffixes = self.corpus.tools.ontology.words("name_suffix")
        for left, right in product(sorted(one), sorted(other)):
            if suffix(left, suffixes) == suffix(right, suffixes) and _alike_people(left, right):
                return ""
        return f"{min(one)} and {min(other)} are two people"

    # what joins

    def _judged(self) -> None:
        sides: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number in range(len(self.corpus.chains)):
            for side in self.clusters.traits(number).sides:
                sides[side].append(number)
        for at, judgement in enumerate(self.hand.judgements):
            if judgement.verdict == "same" and sides[at, "left"] and sides[at, "right"]:
                for one, other in pairwise((*sides[at, "left"], *sides[at, "right"])):
                    self.clusters.union(one, other, self.hand.forbidden)

    def _known(self) -> None:
        for key, numbers in self._buckets(lambda chain: filter(None, (chain.known, chain.same_as))).items():
            self.chain_up(numbers, f"both are {key}", "rule:known")

    def _same_name(self) -> None:
        """A name that two known things bear tells nothing of a thing not known."""
        for key, numbers in self._buckets(self.corpus.keys).items():
            known = [number for number in numbers if self.clusters.traits(number).known]
            unknown = [number for number in numbers if not self.clusters.traits(number).known]
            if len({self.clusters.find(number) for number in known}) == 1:
                unknown = [known[0], *unknown]
            self.chain_up(unknown, f"same name: {key}", "rule:same-name")

    def _misread(self) -> None:
        """One full name in one story is one thing, though a parser took it now for a person, now for a place."""
        for numbers in self._buckets(self._full_names).values():
            by_story: dict[str, list[int]] = defaultdict(list)
            for number in numbers:
                by_story[self.story_of(number)].append(number)
            for _, together in sorted(by_story.items()):
                for one, other in pairwise(together):
                    self.clusters.union(one, other, self._unless_known_apart)

    def _same_in_story(self) -> None:
        """ "Karsk" is the Karsk Mining of its story."""
        keyed = self._buckets(
            lambda chain: (f"{self.story[chain.local.article]} {key}" for key in self.corpus.keys_in_story(chain))
        )
        for key, numbers in keyed.items():
            if len(numbers) > 1:
                self.chain_up(numbers, f"same name in a story: {key.partition(' ')[2]}", "rule:same-name")

    def _full_names(self, chain: ChainRecord) -> set[str]:
        names = (name for name in (chain.label, *chain.names) if self._is_full(chain, name))
        return {self.corpus.of_country(chain, name, plain(name)) for name in names if " " in plain(name)}

    def _is_full(self, chain: ChainRecord, name: str) -> bool:
        """A name; or a phrase that reads like one, as "Indian navy" does."""
        return not self.corpus.is_described(chain) or (not chain.is_named and bool(self.corpus.namer.describe(name).known))

    def _unless_known_apart(self, one: Traits, other: Traits) -> str:
        apart = self.veto(replace(one, kinds=frozenset()), replace(other, kinds=frozenset()))
        return apart or ("a position is no bearer" if "Role" in one.kinds ^ other.kinds else "")

    def chain_up(self, numbers: Iterable[int], reason: str, by: str) -> None:
        """Each with the first it may join: of one name there may be a person and a place."""
        heads: list[int] = []
        for number in numbers:
            if not any(self.merge(head, number, reason, by) for head in heads):
                heads.append(number)

    def _buckets(self, keys: Callable[[ChainRecord], Iterable[str]]) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, chain in enumerate(self.corpus.chains):
            for key in keys(chain):
                found[key].append(number)
        return dict(sorted(found.items()))

    def _spellings(self) -> None:
        people = self._buckets(lambda chain: self.corpus.keys(chain) if self.corpus.kind(chain) == "Person" else ())
        bodies = self._buckets(lambda chain: self.corpus.keys(chain)[:1] if self.corpus.kind(chain) == "Organization" else ())
        for named, person in ((people, True), (bodies, False)):
            for left, right in pairs((key for key in named if "@" not in key and ":" not in key), person=person):
                self._compare(left, right, (named[left][0], named[right][0]), person)

    def _compare(self, left: str, right: str, numbers: tuple[int, int], person: bool) -> None:
        if self.clusters.together(*numbers):
            return
        score = likeness(left, right, person=person)
        if score >= ALIKE[person]:
            self.merge(*numbers, f"spellings of one name: {left} ~ {right}, {score:.2f}", "rule:spelling", score)
        else:
            one, other = (self.corpus.chains[number].label for number in numbers)
            self.ledger.different(one, other, f"not alike enough: {left} ~ {right}, {score:.2f}", "rule:spelling", score)

    # stories

    def _profiles(self) -> Iterable[Profile]:
        for article in self.corpus.articles:
            numbers = [
                self.corpus.at[chain.local] for chain in article.chains if chain.is_named and not self.corpus.is_described(chain)
            ]
            countries = {self.clusters.find(number) for number in numbers if self.corpus.chains[number].type == "Country"}
            named = {number: self.clusters.find(number) for number in numbers}
            told = (
                (report.type, named.get(self.corpus.at.get(filler, -1)))
                for report in article.reports
                for _, filler in report.fillers
            )
            happenings = frozenset((type_, root) for type_, root in told if type_ not in _NO_HAPPENINGS and root is not None)
            yield Profile(article.id, article.published, frozenset(named.values()) - countries, frozenset(countries), happenings)

    def story_of(self, number: int) -> str:
        return self.story[self.corpus.chains[number].local.article]


def _alike_people(left: str, right: str) -> bool:
    if likeness(left, right, person=True) >= _ALIKE_GIVEN:
        return True
    one, other = sounds(left, True), sounds(right, True)
    return shortens(one, other) or shortens(other, one)
