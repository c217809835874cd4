"""The articles' records in, one view of all their chains out: kinds, keys, descriptions, what occurs with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..gazetteer import Gazetteer
from ..model import Local
from ..numbered import Numbered
from ..ontology import Ontology
from .names import Description, Namer, is_acronym, plain, singular, sounds
from .records import ArticleRecord, ChainRecord

_KINDS = ("Person", "Role", "Facility", "Place", "Organization", "Group")
_PARTIES = frozenset({"Person", "Group", "Organization", "Actor"})
_TOLERATED = frozenset(
    map(
        frozenset,
        (
            ("Group", "Organization"),
            ("Facility", "Organization"),
            ("Facility", "Place"),
            ("party", "Group"),
            ("party", "Organization"),
            ("party", "Person"),
        ),
    )
)
_NEVER = frozenset(map(frozenset, (("Person", "Organization"), ("Person", "Group"))))


@dataclass(frozen=True, slots=True)
class Tools:
    gazetteer: Gazetteer
    ontology: Ontology


@dataclass(frozen=True, slots=True)
class Traits:
    """What a group of chains must not share in: known keys, ids, kinds, full names of people, judgements, numbers."""

    known: frozenset[str] = frozenset()
    matches: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    sides: frozenset[tuple[int, str]] = frozenset()
    numbered: frozenset[Numbered] = frozenset()

    def joined(self, other: Traits) -> Traits:
        return Traits(
            self.known | other.known,
            self.matches | other.matches,
            self.kinds | other.kinds,
            self.people | other.people,
            self.sides | other.sides,
            self.numbered | other.numbered,
        )


def alike_kinds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Might one thing be of a kind of each? "Actor" may be any; a group that holds a person holds no body."""
    pairs = {frozenset({left, right}) for left in one for right in other}
    if any(clash in pairs for clash in _NEVER):
        return False
    return not pairs or any(len(pair) == 1 or "Actor" in pair or pair in _TOLERATED for pair in pairs)


@dataclass(slots=True)
class Corpus:
    """Chains by number; `at` finds the number of a local id."""

    articles: Sequence[ArticleRecord]
    tools: Tools
    namer: Namer = field(init=False)
    chains: list[ChainRecord] = field(init=False)
    at: dict[Local, int] = field(init=False)
    home: dict[str, str] = field(init=False)
    digests: dict[str, str] = field(init=False)
    nouns: frozenset[str] = field(init=False)
    _kinds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.namer = Namer(self.tools.gazetteer, self.tools.ontology)
        self.chains = [chain for article in self.articles for chain in article.chains]
        self.at = {chain.local: number for number, chain in enumerate(self.chains)}
        self.nouns = frozenset(
            word for chain in self.chains for words, _ in chain.nominals for word in words.split() if word.islower()
        )
        self.digests = {article.id: article.digest for article in self.articles}
        self.home = {article.id: country for article in self.articles if (country := self._country(article))}

    def imprint(self, local: Local) -> str:
        """What stands for a chain or report in hashes: the same in articles that say the very same."""
        return f"{self.digests[local.article]}#{local.id}"

    def kind(self, chain: ChainRecord) -> str:
        """Unnamed people, groups and bodies are one kind: an "American contractor" is now a person, now a group."""
        kind = self._kind(chain.type)
        return "party" if not chain.is_named and kind in _PARTIES else kind

    def _kind(self, type_: str) -> str:
        if type_ not in self._kinds:
            self._kinds[type_] = next((kind for kind in _KINDS if self.tools.ontology.is_a(type_, kind)), "Actor")
        return self._kinds[type_]

    def is_described(self, chain: ChainRecord) -> bool:
        """Known by a description rather than by a name: what it is must be told from the story."""
        return chain.known is None and (not chain.is_named or self._kind(chain.type) in {"Facility", "Group", "Role"})

    def keys(self, chain: ChainRecord) -> tuple[str, ...]:
        """The keys of the names that may stand alone: no acronyms, no single names of people, no aliases unlike the label."""
        if not chain.is_named or self.is_described(chain):
            return ()
        first, *others = chain.names
        told = [first, *(name for name in others if self._is_own(chain, name) and not self._is_common(chain, name))]
        return tuple(dict.fromkeys(key for key in (self.key(chain, name) for name in told) if key))

    def keys_in_story(self, chain: ChainRecord) -> tuple[str, ...]:
        """With a common word of a longer name, "Democrats", which in another story stands for something else."""
        short = (name for name in chain.names[1:] if self._is_own(chain, name) and self._is_common(chain, name))
        more = (self.key(chain, name) for name in short) if chain.is_named and not self.is_described(chain) else ()
        return tuple(dict.fromkeys((*self.keys(chain), *filter(None, more))))

    def _is_own(self, chain: ChainRecord, alias: str) -> bool:
        """Not "the Army" of a "Liberation Army", by which any of its kind may be called."""
        nouns, common = self.tools.ontology.nouns, self.tools.ontology.words("institution")
        if all(word in nouns or singular(word) in nouns or word in common for word in plain(alias).split()):
            return False
        return bool(chain.known) or _akin(chain.names[0], alias)

    def _is_common(self, chain: ChainRecord, alias: str) -> bool:
        """One word of a longer name that is written without a capital too."""
        name = plain(alias)
        whole = self.kind(chain) == "Person" or chain.known is not None or name == self.namer.unformed(plain(chain.label))
        return " " not in name and not whole and name in self.nouns

    def key(self, chain: ChainRecord, name: str) -> str:
        if self.kind(chain) == "Person":
            key = self.namer.person(name)
            return key if len(sounds(key, True)) > 1 else ""
        if chain.known is None and is_acronym(name):
            return ""
        key = self.namer.same_label(name)
        return self.of_country(chain, name, self.namer.unformed(key) if self.kind(chain) == "Organization" else key)

    def of_country(self, chain: ChainRecord, name: str, key: str) -> str:
        """ "Supreme Court" is that of the country its article is about, or of that article alone."""
        body = chain.known is None and self._kind(chain.type) == "Organization"
        if not body or not self.is_institution(self.namer.describe(name)):
            return key
        return f"{key} @ {self.home.get(chain.local.article) or chain.local.article}"

    def is_institution(self, told: Description) -> bool:
        """ "Army", "national police": every country has one."""
        return bool(told.head) and told.words <= self.tools.ontology.words("institution")

    def is_place(self, key: str) -> bool:
        """Whether the key of the gazetteer stands for a place, as a country is."""
        known = self.tools.gazetteer.get(key)
        return known is not None and self.tools.ontology.is_a(known.type, "Place")

    def people(self, chain: ChainRecord) -> frozenset[str]:
        if self.kind(chain) != "Person":
            return frozenset()
        return frozenset(key for key in self.keys(chain)[:1])

    def weak_names(self, chain: ChainRecord) -> tuple[str, ...]:
        """Plain short names: last names, acronyms."""
        if not chain.is_named or self.is_described(chain):
            return ()
        person = self.kind(chain) == "Person"
        return tuple(dict.fromkeys(self.namer.person(name) if person else plain(name) for name in chain.names))

    def descriptions(self, chain: ChainRecord) -> tuple[Description, ...]:
        """Of the label first; of a position the label alone, for "president" is said of many."""
        told = chain.nominals if not chain.is_named else tuple((name, None) for name in chain.names)
        if chain.is_named and self._kind(chain.type) == "Facility":
            told += tuple(nominal for nominal in chain.nominals if nominal not in told)
        if self._kind(chain.type) == "Role":
            told = ((chain.label, None),)
        ordered = sorted(told, key=lambda surface: plain(surface[0]) != plain(chain.label))
        found = (self._classed(chain, self.namer.describe(words, head)) for words, head in ordered)
        return tuple(dict.fromkeys(each for each in found if each.head))

    def _classed(self, chain: ChainRecord, told: Description) -> Description:
        """The class is the head of an embassy or a court: "embassy compound" is headed by no other thing."""
        noun = chain.type.casefold()
        if noun in told.words and self._kind(chain.type) == "Facility":
            kept = frozenset(word for word in told.words if word != noun and word not in self.tools.ontology.nouns)
            return Description(noun, kept, told.known)
        return told

    def _country(self, article: ArticleRecord) -> str:
        """The country the article names most, with what lies in it."""
        counts: Counter[str] = Counter()
        for chain in article.chains:
            known = self.tools.gazetteer.get(chain.known) if chain.known else None
            if known is not None and known.country and self.tools.ontology.is_a(known.type, "Place"):
                counts[known.country] += chain.size
        return min(counts, key=lambda key: (-counts[key], key)) if counts else ""


def _akin(label: str, alias: str) -> bool:
    """An alias that shares no word with the name may be a slip of coreference, and one it begins with a kind of many."""
    name, other = plain(label).split(), plain(alias).split()
    return bool(set(name) & set(other)) and (name == other or name[: len(other)] != other)
