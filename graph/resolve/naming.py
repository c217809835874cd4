"""Clusters of chains in, entities with their class, label and id out: no two with one label, no id that depends on order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Entity, Local
from .corpus import Corpus
from .names import is_acronym, plain, slug
from .records import ChainRecord

_NOT_RARE = 2
_WHOLES = frozenset({"affiliatedWith", "memberOf", "partOf", "worksFor", "citizenOf", "basedIn"})
_LEADING = re.compile(r"^(?:the|a|an|some|these|those|this|that|its|their|his|her)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity before labels that clash are told apart; `stem` is the slug it would have alone."""

    members: tuple[ChainRecord, ...]
    type: str
    label: str
    known: str | None
    matches: tuple[str, ...]
    spellings: tuple[str, ...]

    @property
    def stem(self) -> str:
        return slug(self.label) or _hash(self.label)

    @property
    def content(self) -> str:
        return _hash(self.type, self.known or "", *sorted({plain(spelling) for spelling in self.spellings}))

    @property
    def locals(self) -> tuple[Local, ...]:
        return tuple(sorted(chain.local for chain in self.members))


@dataclass(slots=True)
class Naming:
    """`lineage` tells articles that copy from each other, whose votes count once; `twins` articles that say the very same."""

    corpus: Corpus
    lineage: Mapping[str, str]
    twins: Mapping[str, tuple[str, ...]]
    _publisher: dict[str, str] = field(default_factory=dict)
    _published: dict[str, str] = field(default_factory=dict)
    _whole: dict[Local, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ties = (tie for article in self.corpus.articles for tie in article.ties if tie[1] in _WHOLES)
        self._whole = {part: self._called(whole) for part, _, whole in sorted(ties, reverse=True) if whole in self.corpus.at}
        self._publisher = {article.id: article.publisher or "" for article in self.corpus.articles}
        self._published = {article.id: article.published or "" for article in self.corpus.articles}

    def name(self, groups: Iterable[Sequence[int]]) -> tuple[list[Named], list[Entity]]:
        named = [self._named([self.corpus.chains[number] for number in group]) for group in groups]
        named.sort(key=lambda each: (each.stem, each.content, each.locals))
        labels = self._labels(named)
        ids = self._ids(named)
        return named, [self._entity(each, labels[at], ids[at]) for at, each in enumerate(named)]

    def _named(self, chains: list[ChainRecord]) -> Named:
        known = min((chain.known for chain in chains if chain.known), default=None)
        candidate = self.corpus.tools.gazetteer.get(known) if known else None
        outer = {iri for iri in (candidate.wikidata, candidate.geonames) if iri} if candidate else set()
        return Named(
            members=tuple(chains),
            type=candidate.type if candidate else self._type(chains),
            label=candidate.label if candidate else self._label(chains),
            known=known,
            matches=tuple(sorted(outer | {chain.same_as for chain in chains if chain.same_as})),
            spellings=tuple(sorted({spelling for chain in chains for spelling in chain.spellings})),
        )

    def _votes(self, chains: Iterable[ChainRecord], told: Callable[[ChainRecord], Iterable[str]]) -> Counter[str]:
        """How many lineages say each."""
        said = {(self.lineage[chain.local.article], value) for chain in chains for value in told(chain)}
        return Counter(value for _, value in said)

    def _type(self, chains: Sequence[ChainRecord]) -> str:
        """The class most say, a class above it counting for it; the more specific where votes are even."""
        ontology = self.corpus.tools.ontology
        votes = self._votes([chain for chain in chains if chain.is_named] or chains, lambda chain: (chain.type,))
        support = {type_: sum(count for other, count in votes.items() if ontology.is_a(type_, other)) for type_ in votes}
        return min(votes, key=lambda type_: (-support[type_], -ontology.depth(type_), type_))

    def _label(self, chains: Sequence[ChainRecord]) -> str:
        """The spelling most articles use among the full names; a description only where there is no name."""
        named = [chain for chain in chains if chain.is_named]
        votes = self._votes(named or chains, lambda chain: (chain.label, *chain.names) if chain.is_named else (chain.label,))
        votes = Counter({spelling: count for spelling, count in votes.items() if plain(spelling)}) or votes
        best = min(
            votes,
            key=lambda spelling: (
                self._is_short(spelling, votes),
                -votes[spelling],
                -len(spelling),
                -sum(map(str.isupper, spelling)),
                spelling,
            ),
        )
        return _LEADING.sub("", best) if not named else re.sub(r"^[Tt]he\s+", "", best)

    def _is_short(self, spelling: str, votes: Mapping[str, int]) -> bool:
        """An acronym, or part of another spelling that is not rare beside it."""
        words = set(plain(spelling).split())
        longer = (count for other, count in votes.items() if words < set(plain(other).split()))
        return is_acronym(spelling) or any(_NOT_RARE * count >= votes[spelling] for count in longer)

    # labels and ids that are each one's own

    def _labels(self, named: Sequence[Named]) -> list[str]:
        labels = [each.label for each in named]
        for numbers in _clashes(map(self.corpus.namer.same_label, labels)):
            free = sorted(numbers, key=lambda at: (named[at].known is None, at))
            told_apart = free[1:] if named[free[0]].known else free
            qualified = self._qualified([named[at] for at in told_apart])
            for at, qualifier in zip(told_apart, qualified, strict=True):
                labels[at] = f"{labels[at]} ({qualifier})"
        return labels

    def _qualified(self, clashing: Sequence[Named]) -> list[str]:
        """The first of whom they belong to, country, publisher, publisher and date, class that tells all apart; else a hash.

        An article's id would tell more, but that of a copy may come before it.
        """
        ways: tuple[Callable[[Named], str], ...] = (
            self._belonging,
            self._country,
            self._source,
            self._dated_source,
            lambda each: each.type,
            lambda each: each.content[:6],
        )
        for way in ways:
            qualifiers = [way(each) for each in clashing]
            if all(qualifiers) and len({plain(qualifier) for qualifier in qualifiers}) == len(clashing):
                return qualifiers
        return [self._imprint(each) for each in clashing]

    def _imprint(self, each: Named) -> str:
        return _hash(*sorted(self.corpus.imprint(local) for local in each.locals))[:8]

    def _called(self, local: Local) -> str:
        chain = self.corpus.chains[self.corpus.at[local]]
        known = self.corpus.tools.gazetteer.get(chain.known) if chain.known else None
        return known.label if known else chain.label

    def _belonging(self, each: Named) -> str:
        """Whose people without a name are, where a text tells: supporters of a party."""
        told = Counter(self._whole[chain.local] for chain in each.members if chain.local in self._whole)
        return min(told, key=lambda whole: (-told[whole], whole), default="")

    def _country(self, each: Named) -> str:
        """Where its articles are at home; people, and what has no name of its own, may be of anywhere."""
        if each.type == "Person" or not any(chain.is_named for chain in each.members):
            return ""
        counts = Counter(self.corpus.home.get(chain.local.article, "") for chain in each.members)
        known = self.corpus.tools.gazetteer.get(min(counts, key=lambda key: (-counts[key], key)))
        return known.label if known else ""

    def _source(self, each: Named) -> str:
        return min(filter(None, (self._publisher[chain.local.article] for chain in each.members)), default="")

    def _dated_source(self, each: Named) -> str:
        dates = sorted(filter(None, (self._published[chain.local.article] for chain in each.members)))
        return f"{self._source(each)}, {dates[0]}".lstrip(", ") if dates else ""

    def _ids(self, named: Sequence[Named]) -> list[str]:
        """A known thing keeps the plain slug; all others of that slug carry a hash of their content."""
        ids = [each.stem for each in named]
        for numbers in _clashes(ids):
            keeps = [at for at in numbers if named[at].known]
            for at in numbers:
                if [at] != keeps:
                    ids[at] = f"{ids[at]}-{named[at].content[:8]}"
        for numbers in _clashes(ids):
            for at in numbers:
                ids[at] = f"{named[at].stem}-{self._imprint(named[at])}"
        return ids

    def _entity(self, each: Named, label: str, identifier: str) -> Entity:
        members = {local for chain in each.members for local in self._with_twins(chain.local)}
        aliases = {each.label, *each.spellings} - {label}
        return Entity(identifier, each.type, label, tuple(sorted(aliases)), tuple(sorted(members)), each.matches, each.known)

    def _with_twins(self, local: Local) -> Iterable[Local]:
        return (Local(article, local.id) for article in (local.article, *self.twins.get(local.article, ())))


def _clashes(keys: Iterable[str]) -> list[list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        found[key].append(at)
    return [numbers for _, numbers in sorted(found.items()) if len(numbers) > 1]


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
