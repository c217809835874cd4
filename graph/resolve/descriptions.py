"""Chains without a proper name in, those that one story calls by one description merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .anew import OF_STATE, Anew
from .names import Description, singular, stem
from .stories import close

if TYPE_CHECKING:
    from .entities import Merging

_CROWDED = 300
_BY = "rule:description"
_BODIES = ("Group", "Organization", "Facility")
_BUILT = "Facility"
_THINGS = ("Artifact", "Building")
_SPEECH = "Statement"
_COUNTED = ("some", "count")

_AGE = frozenset({"year", "old"})
_BARE = Description("", frozenset())
_NOTHING: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class Describer:
    """Merges what is described alike within a story; places and positions that say where they are, everywhere."""

    merging: Merging
    told: dict[int, tuple[Description, ...]] = field(default_factory=dict)
    parts: dict[int, frozenset[tuple[str, str]]] = field(default_factory=dict)
    marks: frozenset[str] = field(init=False)
    anew: Anew = field(init=False)
    institutions: frozenset[int] = frozenset()
    _looks: dict[int, tuple[bool, frozenset[str]]] = field(default_factory=dict)
    _modifiers: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.marks = self.merging.corpus.tools.ontology.words("of_its_rank")
        self.anew = Anew(self.merging.corpus, self.told, self.merging.published)

    def run(self) -> None:
        corpus = self.merging.corpus
        for number, chain in enumerate(corpus.chains):
            if corpus.is_described(chain) and (found := corpus.descriptions(chain)):
                self.told[number] = found
        self.institutions = frozenset(number for number, told in self.told.items() if corpus.is_institution(told[0]))
        self._parts()
        self._everywhere()
        for _, numbers in sorted(self._by_story().items()):
            self._in_story(numbers)

    def _parts(self) -> None:
        """What each chain does: (role, root of the event's type, or the verb of what has no type)."""
        found: dict[int, set[tuple[str, str]]] = defaultdict(set)
        corpus = self.merging.corpus
        for article in corpus.articles:
            for report in article.reports:
                done = corpus.tools.ontology.codes(report.type).root or f"to {stem(report.lemma)}"
                for role, filler in report.fillers if report.type != _SPEECH else ():
                    if filler in corpus.at:
                        found[corpus.at[filler]].add((role, done))
        self.parts = {number: frozenset(parts) for number, parts in found.items()}

    def _everywhere(self) -> None:
        """Positions of the same words, and places that say of whom and where they are, are one in any story."""
        whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, descriptions in self.told.items():
            kind = self.merging.corpus.kind(self.merging.corpus.chains[number])
            for told in descriptions[:1] if kind == "Role" else descriptions:
                if kind == "Role" or (kind == "Facility" and self._is_whole(number, told)):
                    whole[kind, self._whose(number, told), *sorted(told.words)].append(number)
        for words, numbers in sorted(whole.items()):
            for other in numbers[1:]:
                self.merging.merge(numbers[0], other, f"same words: {' '.join(words[2:])}", _BY)

    def _whose(self, number: int, told: Description) -> str:
        """A position of which nothing says whose it is, is of the country its article is about."""
        article = self.merging.corpus.chains[number].local.article
        return "" if told.known else self.merging.corpus.home.get(article, "")

    def _is_whole(self, number: int, told: Description) -> bool:
        """ "U.S. embassy in Baghdad", "Abu Ghraib prison"; not "the embassy", nor "rebel-held hilltop buildings"."""
        nouns = self.merging.corpus.tools.ontology.nouns
        own = [word for word in told.modifiers - told.known if word not in nouns]
        return not self._is_plural(number) and (
            len(told.known) > 1 or (self.merging.corpus.chains[number].is_named and len(own) > 1)
        )

    def _by_story(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number in self.told:
            found[self.merging.story_of(number)].append(number)
        return found

    def _in_story(self, numbers: Sequence[int]) -> None:
        heads: dict[tuple[str, str], dict[Description, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number in numbers:
            kind = self.merging.corpus.kind(self.merging.corpus.chains[number])
            for told in self.told[number]:
                heads["party" if kind == "Group" else kind, told.head][told].append(number)
        for _, descriptions in sorted(heads.items()):
            self._equal(descriptions)
        for _, descriptions in sorted(heads.items()):
            if len(descriptions) <= _CROWDED:
                self._shorter(descriptions)

    def _equal(self, descriptions: Mapping[Description, list[int]]) -> None:
        for told, numbers in sorted(descriptions.items(), key=lambda item: sorted(item[0].words)):
            accepted: list[int] = []
            for number in sorted(numbers):
                partner = next((other for other in accepted if self._may_be_one(told, other, number)), None)
                if partner is None or not self.merging.merge(
                    partner, number, f"described alike in one story: {_words(told)}", _BY, 0.9
                ):
                    accepted.append(number)

    def _may_be_one(self, told: Description, one: int, other: int) -> bool:
        """The same words in one article are one group, but may be two people; a bare noun needs more than itself."""
        left, right = self.merging.corpus.chains[one], self.merging.corpus.chains[other]
        if self._told_apart(one, other) or self._called_otherwise(told, one, other):
            return False
        if left.local.article == right.local.article:
            return not (self._is_of_many(told, one, other) or self._is_single(one, other) or self.anew.in_article(one, other))
        dates = self.merging.published
        if not close(dates.get(left.local.article), dates.get(right.local.article)) or self._of_two_countries(one, other):
            return False
        alike = bool(told.modifiers) or self._is_classed(one, other) or self._supported(one, other)
        return alike and not self.anew.across(one, other)

    def _is_news(self, one: int, other: int) -> bool:
        left, right = (self.merging.corpus.chains[number].local.article for number in (one, other))
        return self.anew.in_article(one, other) if left == right else self.anew.across(one, other)

    def _is_of_many(self, told: Description, one: int, other: int) -> bool:
        """ "Five leaders", "other parents" are not those told of before or after; nor are "people", of whom there are many."""
        first, again = (self.merging.corpus.chains[number] for number in sorted((one, other)))
        if first.local.article != again.local.article:
            return False
        if first.determiner == again.determiner == "a" and again.type == "Person":
            return True
        if again.determiner == "count" and first.determiner not in _COUNTED:
            return not self._does_the_same(one, other)
        if again.determiner in _COUNTED or (first.determiner in _COUNTED and again.determiner != "the"):
            return True
        many = "Group" in (first.type, again.type) or self._is_plural(max(one, other))
        return many and not told.modifiers - _AGE and not again.determiner

    def _of_two_countries(self, one: int, other: int) -> bool:
        """ "The army" and "the national police" are those of the country each article is about."""
        corpus = self.merging.corpus
        bare = one in self.institutions or other in self.institutions
        left, right = (corpus.home.get(corpus.chains[number].local.article) for number in (one, other))
        return bare and (left is None or left != right)

    def _is_classed(self, one: int, other: int) -> bool:
        """Of its class there is one in most stories: an embassy, not a building."""
        left, right = (self.merging.corpus.chains[number].type for number in (one, other))
        if left != right or left in _THINGS or self._is_plural(one):
            return False
        return all(told.head == left.casefold() for number in (one, other) for told in self.told[number][:1])

    def _is_single(self, one: int, other: int) -> bool:
        people = any(self.merging.corpus.chains[number].type == "Person" for number in (one, other))
        return people and any(
            singular(word) == word for number in (one, other) for word, _ in self.merging.corpus.chains[number].nominals
        )

    def _supported(self, one: int, other: int) -> bool:
        """Doing alike, or bodies much spoken of."""
        if self._does_the_same(one, other):
            return True
        chains = self.merging.corpus.chains
        return min(chains[one].size, chains[other].size) > 1 and self._are_bodies(one, other)

    def _shorter(self, descriptions: Mapping[Description, list[int]]) -> None:
        """The short description goes to the one longer description that it fits."""
        for told in sorted(descriptions, key=lambda each: (-len(each.modifiers), sorted(each.words))):
            fuller = [other for other in self._fuller(told, descriptions) if other != told]
            numbers = descriptions[told]
            roots = {self.merging.clusters.find(number) for other in fuller for number in descriptions[other]}
            outside = sorted(
                root for root in roots if not any(self.merging.clusters.obstacle(root, number) for number in numbers)
            )
            if len(outside) == 1:
                for number in numbers:
                    if self._fits(told, number, outside[0]):
                        self.merging.merge(outside[0], number, f"the only one that fits: {_words(told)}", _BY, 0.8)

    def _fits(self, told: Description, number: int, root: int) -> bool:
        """Not one of many, nor what its own article tells apart; and a person or a bare noun must do what the fuller one does."""
        members = self.merging.clusters.members(root)[:_CROWDED]
        if self._are_things(number) or self._elsewhere(number, members) or self._of_another_country(number, members):
            return False
        if any(self._told_apart(number, other) for other in members) or self._is_other_than(told, number, members):
            return False
        if any(self._told_with_more(number, other) for other in members):
            return bool(told.modifiers) or any(
                self._may_be_one(_BARE, number, other) and self._does_alike(number, other) for other in members
            )
        if self._beside(told, number, members) or (self._is_thing(number) and not self._is_told_by_more(told, number, members)):
            return False
        if not told.modifiers - _AGE:
            return any(self._may_be_one(_BARE, number, other) and self._does_the_same(number, other) for other in members)
        return True

    def _is_told_by_more(self, told: Description, number: int, members: Sequence[int]) -> bool:
        """A thing or building by its name, or by more than its noun where the like befalls it."""
        named = self.merging.corpus.chains[number].is_named and len(told.modifiers) > 1
        return named or (bool(told.modifiers) and any(self._does_the_same(number, other) for other in members))

    def _nearest(self, number: int, members: Sequence[int]) -> Sequence[int]:
        """Those of its own article, if there are any."""
        chains = self.merging.corpus.chains
        return [each for each in members if chains[each].local.article == chains[number].local.article] or members

    def _is_other_than(self, told: Description, number: int, members: Sequence[int]) -> bool:
        """One of many; or theirs, whosever that is; or in another article told of with more than whose it is."""
        corpus = self.merging.corpus
        chain = corpus.chains[number]
        if all(self._is_news(number, other) for other in self._nearest(number, members)):
            return True
        if corpus.kind(chain) != "party":
            return False
        inside = [member for member in members if corpus.chains[member].local.article == chain.local.article]
        if inside and all(self._is_of_many(told, number, member) for member in inside):
            return True
        theirs = chain.type == "Group" and chain.determiner == "own" and not told.modifiers
        whose = frozenset(key for member in members for each in self.told.get(member, ())[:1] for key in each.known)
        if theirs or (told.known and whose - told.known and told.known & whose):
            return True
        if inside or chain.type == "Person":
            return False
        return chain.determiner == "some" or not any(
            self._told_with_more(number, member) or self._does_the_same(number, member) for member in members
        )

    def _beside(self, told: Description, number: int, members: Iterable[int]) -> bool:
        """Does its own article call something else by more than names: "new director" beside "new music director"?"""
        chains = self.merging.corpus.chains
        inside = (member for member in members if chains[member].local.article == chains[number].local.article)
        fuller = (other for member in inside for other in self.told.get(member, ()) if other.head == told.head)
        return any(other.modifiers - told.modifiers - other.known for other in fuller)

    def _elsewhere(self, number: int, members: Iterable[int]) -> bool:
        """A position without its body is that of a body only in the article that names it."""
        chains = self.merging.corpus.chains
        if self.merging.corpus.kind(chains[number]) != "Role":
            return False
        return all(chains[member].local.article != chains[number].local.article for member in members)

    def _of_another_country(self, number: int, members: Iterable[int]) -> bool:
        """ "Social organizations" of an article about one country are no "Honduran organizations" of another.

        Nor is "the regime" that an article begins with the foreign one it tells of later.
        """
        corpus, article = self.merging.corpus, self.merging.corpus.chains[number].local.article
        if any(corpus.chains[member].local.article == article and member < number for member in members):
            return False
        told = {key for member in members for each in self.told.get(member, ()) for key in each.known}
        countries = {known.country for key in told if (known := corpus.tools.gazetteer.get(key)) is not None and known.country}
        return bool(countries) and corpus.home.get(article) not in countries

    def _are_things(self, number: int) -> bool:
        """ "Weapons caches", "schools": others each time they are told of."""
        corpus = self.merging.corpus
        chain = corpus.chains[number]
        return self._is_plural(number) and any(corpus.tools.ontology.is_a(chain.type, kind) for kind in (*_THINGS, "Facility"))

    def _told_apart(self, one: int, other: int) -> bool:
        """One and many, an employee and the employees; a man and a second man."""
        return self._look(one) != self._look(other)

    def _look(self, number: int) -> tuple[bool, frozenset[str]]:
        found = self._looks.get(number)
        if found is None:
            found = self._looks[number] = (self._is_called_by_plurals(number), self._marks(number))
        return found

    def _called_otherwise(self, told: Description, one: int, other: int) -> bool:
        """More is told of one, that does not do what the other does: "the law office" may be no "office" of another article."""
        left, right = self._told_of(one, told.head), self._told_of(other, told.head)
        if left == right:
            return False
        things = any(self._is_thing(number) for number in (one, other))
        if not (left <= right or right <= left) or (things and not self._told_with_more(one, other)):
            return True
        if told.modifiers:
            return False
        if self._is_single(one, other) and left ^ right <= _AGE:
            return True
        of_state = all(self._is_of_state(number) for number in (one, other))
        return not (of_state or self._does_the_same(one, other) or self._told_with_more(one, other))

    def _told_of(self, number: int, head: str) -> frozenset[str]:
        """All that its descriptions with that noun tell besides."""
        found = self._modifiers.get((number, head))
        if found is None:
            same = (each.modifiers for each in self.told.get(number, ()) if each.head == head)
            found = self._modifiers[number, head] = frozenset().union(*same)
        return found

    def _is_thing(self, number: int) -> bool:
        """Of vessels and rooms a story has many, and each may be told of by the bare word."""
        corpus = self.merging.corpus
        chain = corpus.chains[number]
        return any(corpus.tools.ontology.is_a(chain.type, kind) for kind in _THINGS) and corpus.is_described(chain)

    def _is_of_state(self, number: int) -> bool:
        """Of police, troops and the like there are few in a story."""
        corpus = self.merging.corpus
        return any(corpus.tools.ontology.is_a(corpus.chains[number].type, kind) for kind in OF_STATE)

    def _told_with_more(self, one: int, other: int) -> bool:
        """ "The perimeter" and "the perimeter of the embassy", "troops" and "U.S. troops": whose it is, is all that is told."""
        left, right = (self.told.get(number, (_BARE,))[0] for number in (one, other))
        more = left.modifiers ^ right.modifiers
        if more <= left.known | right.known:
            return True
        return any(more <= whole for number in (one, other) for whole in self._wholes(number))

    def _wholes(self, number: int) -> Iterator[frozenset[str]]:
        """The words behind "of" in what a chain is called."""
        for words, _ in self.merging.corpus.chains[number].nominals:
            if whole := words.partition(" of ")[2]:
                yield self.merging.corpus.namer.describe(whole).words

    def _marks(self, number: int) -> frozenset[str]:
        """What tells somebody from the next of the kind: "second", "assistant"."""
        spellings = self.merging.corpus.chains[number].spellings
        return frozenset(self.marks & {word for words in spellings for word in words.casefold().split()})

    def _is_plural(self, number: int) -> bool:
        return self._look(number)[0]

    def _is_called_by_plurals(self, number: int) -> bool:
        """By the nouns it is called by, else by its names: "U.S. embassies"."""
        chain = self.merging.corpus.chains[number]
        names = [name.partition(" of ")[0].partition(" in ")[0].rpartition(" ")[2] for name in chain.names]
        heads = [noun.casefold() for _, noun in chain.nominals if noun] or [name.casefold() for name in names]
        return bool(heads) and all(singular(head) != head for head in heads)

    def _does_alike(self, one: int, other: int) -> bool:
        """Asked of single people, things and buildings: of the groups and bodies so called there are fewer in a story."""
        buildings = any(self.merging.corpus.kind(self.merging.corpus.chains[number]) == _BUILT for number in (one, other))
        if buildings and self._article(one) != self._article(other):
            return self._is_classed(one, other)
        return self._does_the_same(one, other) or self._are_bodies(one, other)

    def _article(self, number: int) -> str:
        return self.merging.corpus.chains[number].local.article

    def _are_bodies(self, one: int, other: int) -> bool:
        is_a, chains = self.merging.corpus.tools.ontology.is_a, self.merging.corpus.chains
        return all(any(is_a(chains[number].type, kind) for kind in _BODIES) for number in (one, other))

    def _does_the_same(self, one: int, other: int) -> bool:
        return not self.parts.get(one, _NOTHING).isdisjoint(self.parts.get(other, _NOTHING))

    def _fuller(self, told: Description, descriptions: Mapping[Description, list[int]]) -> Iterator[Description]:
        for other in sorted(descriptions, key=lambda each: sorted(each.words)):
            if told.modifiers < other.modifiers or self._same_facility(told, other):
                yield other

    def _same_facility(self, told: Description, other: Description) -> bool:
        """ "American embassy in Iraq" and "U.S. embassy in Baghdad": places one of which lies in the other."""
        if not told.known or not other.known or len(told.modifiers) > len(other.modifiers):
            return False
        around = {above for key in other.known for above in self.merging.corpus.tools.gazetteer.within(key)}
        return told.modifiers <= other.modifiers | around


def _words(told: Description) -> str:
    return " ".join((*sorted(told.modifiers), told.head))
