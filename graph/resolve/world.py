"""Resolved entities and the ties between them in, what comparing happenings must know of them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Entity, Local
from ..ontology import Ontology
from .corpus import Corpus
from .names import plain, singular

IN_COUNTRY = 0.6
"""What it tells of a place that the country is the same."""

_PART_OF = 0.8
_Seen = dict[frozenset[str], frozenset[str]]
_BELONGING = frozenset(
    {"memberOf", "partOf", "headOf", "leaderOf", "worksFor", "spokespersonOf", "subsidiaryOf", "affiliatedWith"}
)
_OFFICIAL = ("SecurityForce", "MilitaryForce", "Government", "GovernmentAgency")
_LYING = frozenset({"locatedIn", "basedIn"})
_WHERE = re.compile(r"(?:^|\s)(?:in|near|outside|at|inside)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class World:
    """What is known of entities: the `wholes` each belongs to, the places `around` it, and which of them are of a kind.

    `sites` are places smaller than a city, `called` buildings with a name, `nowhere` places that are nowhere in particular,
    `named` entities with a proper name, `officials` forces and bodies of a state.
    """

    ontology: Ontology
    wholes: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    countries: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    nowhere: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    _kin: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False)
    _reached: _Seen = field(default_factory=dict, compare=False)
    _outside: _Seen = field(default_factory=dict, compare=False)

    @cached_property
    def grounds(self) -> frozenset[str]:
        """Places smaller than a country: as the target of an event they are where it was."""
        return self.sites | (self.around.keys() - self.countries)

    @cached_property
    def no_crowds(self) -> frozenset[str]:
        return self.officials | self.countries | self.people | self.sites

    def kin(self, one: str, other: str) -> bool:
        """May two classes name one happening? The same, one above the other, or declared to be confused."""
        if one == other:
            return True
        if (one, other) not in self._kin:
            declared = {f"{one} {other}", f"{other} {one}"} & self.ontology.words("confusable")
            self._kin[one, other] = bool(declared) or self.ontology.is_a(one, other) or self.ontology.is_a(other, one)
        return self._kin[one, other]

    def actors(self, one: frozenset[str], other: frozenset[str]) -> float:
        """1 for a shared one, less for a part and its whole."""
        if one & other:
            return 1.0
        return _PART_OF if self._reach(one) & other or self._reach(other) & one else 0.0

    def strangers(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """All of them named, and none tied to one of the others; or police here, a crowd there, with a militia or without."""
        for forces, crowd in ((one, other), (other, one)):
            unlike = crowd.isdisjoint(self.no_crowds)
            if forces and forces <= self.officials and crowd - self.named and unlike:
                return True
        told = bool(one) and bool(other) and one <= self.named and other <= self.named
        if one | other <= self.people:
            return told and not one & other
        return told and not (self._reach(one) | one) & (self._reach(other) | other)

    def places(self, one: frozenset[str], other: frozenset[str]) -> float:
        """1 for the same place, a little less for one inside the other, least where all that is told is the country."""
        one, other = self._inner(one), self._inner(other)
        if (one & other) - self.countries:
            return 1.0
        if one & other:
            return IN_COUNTRY
        inside = (self._outer(one) & other) | (self._outer(other) & one)
        if inside - self.countries:
            return 0.9
        if self._outer(one) & self._outer(other) & self.sites:
            return 0.9
        return IN_COUNTRY if inside else 0.0

    def elsewhere(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Both somewhere on the map, and not at one place; "a base in Iraq" may be anywhere in Iraq."""
        left, right = self._sure(one), self._sure(other)
        return bool(left and right) and all(place in self.around for place in left | right) and not self.places(left, right)

    def _sure(self, places: frozenset[str]) -> frozenset[str]:
        named = places & self.named
        return named | self._outer(self._inner(places) - named)

    def at_one_site(self, one: frozenset[str], other: frozenset[str]) -> bool:
        return bool(self.sites & (one | self._outer(one)) & (other | self._outer(other)))

    def like_crowds(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Both with people who go without a name: protesters here, supporters of a militia there, but no police among them."""
        unnamed, others = one - self.named - self.sites, other - self.named - self.sites
        return bool(unnamed and others) and bool(unnamed & self.officials) == bool(others & self.officials)

    def _inner(self, places: frozenset[str]) -> frozenset[str]:
        return (places - self._outer(places)) or places

    def _reach(self, entities: frozenset[str]) -> frozenset[str]:
        return self._wider(entities, self.wholes, self._reached)

    def _outer(self, places: frozenset[str]) -> frozenset[str]:
        return self._wider(places, self.around, self._outside)

    def _wider(self, inner: frozenset[str], ties: Mapping[str, frozenset[str]], seen: _Seen) -> frozenset[str]:
        found = seen.get(inner)
        if found is None:
            found = seen[inner] = frozenset().union(*(ties.get(each, ()) for each in inner))
        return found


def survey(corpus: Corpus, entities: Sequence[Entity], entity_of: Mapping[Local, str]) -> World:
    """Wholes by ties and by description ("U.S. troops", "bases of Kataib Hezbollah"), places around by the gazetteer and ties."""
    by_known = {entity.known: entity.id for entity in entities if entity.known}
    wholes: dict[str, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    for subject, property_, object_ in _ties(corpus, entity_of):
        (wholes if property_ in _BELONGING else around)[subject].add(object_)
    for inner, outer in _parts_of_places(corpus, entity_of):
        around[inner].add(outer)
    for entity in entities:
        around[entity.id].update(_around(corpus, entity, by_known))
        wholes[entity.id].update(_described(corpus, entity, by_known))
    is_a = corpus.tools.ontology.is_a
    places = {entity.id for entity in entities if is_a(entity.type, "Place")}
    on_map = {entity.id for entity in entities if entity.known and is_a(entity.type, "Place")}
    return World(
        ontology=corpus.tools.ontology,
        wholes={key: frozenset(value - {key}) for key, value in sorted(wholes.items()) if value - {key}},
        around={key: value for key in sorted(around.keys() & places) if (value := _closure(key, around)) or key in on_map},
        countries=frozenset(entity.id for entity in entities if entity.type == "Country"),
        sites=frozenset(_sites(corpus, entities, around)),
        called=frozenset(entity.id for entity in entities if is_a(entity.type, "Facility") and _is_called(corpus, entity)),
        named=frozenset(_named(corpus, entities)),
        nowhere=frozenset(_nowhere(corpus, entities, around)),
        officials=frozenset(entity.id for entity in entities if _is_official(corpus, entity)),
        people=frozenset(entity.id for entity in entities if entity.type == "Person"),
    )


def _is_official(corpus: Corpus, entity: Entity) -> bool:
    """A force or body of a state, or people of one: "riot police officers"."""
    ontology = corpus.tools.ontology
    if any(ontology.is_a(entity.type, kind) for kind in _OFFICIAL):
        return True
    words = [singular(word) for word in plain(entity.label).split()]
    return entity.type == "Group" and not {words[-1], " ".join(words[-2:])}.isdisjoint(ontology.words("state_force"))


def _sites(corpus: Corpus, entities: Iterable[Entity], around: Mapping[str, set[str]]) -> Iterator[str]:
    """Facilities, and what lies in a city."""
    is_a = corpus.tools.ontology.is_a
    cities = {key for entity in entities if entity.type == "City" for key in (entity.id, entity.known)}
    for entity in entities:
        if is_a(entity.type, "Facility") or (is_a(entity.type, "Place") and around[entity.id] & cities):
            yield entity.id


def _nowhere(corpus: Corpus, entities: Iterable[Entity], around: Mapping[str, set[str]]) -> Iterator[str]:
    """ "The area", "the region": places that tell no place."""
    is_a = corpus.tools.ontology.is_a
    for entity in entities:
        untold = not around[entity.id] and not _is_called(corpus, entity)
        if untold and is_a(entity.type, "Place") and not is_a(entity.type, "Facility"):
            yield entity.id


def _ties(corpus: Corpus, entity_of: Mapping[Local, str]) -> Iterator[tuple[str, str, str]]:
    for article in corpus.articles:
        for subject, property_, object_ in article.ties:
            if property_ in _BELONGING | _LYING and subject in entity_of and object_ in entity_of:
                yield entity_of[subject], property_, entity_of[object_]


def _around(corpus: Corpus, entity: Entity, by_known: Mapping[str, str]) -> Iterator[str]:
    """Keys of places no article names stand for themselves."""
    if not corpus.tools.ontology.is_a(entity.type, "Place"):
        return
    inside = [entity.known] if entity.known else list(_stated(corpus, (*entity.aliases, entity.label)))
    for key in inside:
        if key != entity.known:
            yield by_known.get(key, key)
        for outer in corpus.tools.gazetteer.within(key):
            yield by_known.get(outer, outer)


def _parts_of_places(corpus: Corpus, entity_of: Mapping[Local, str]) -> Iterator[tuple[str, str]]:
    """ "the perimeter of the embassy" lies at the one embassy of its article."""
    for article in corpus.articles:
        sites: dict[str, set[str]] = defaultdict(set)
        places = [chain for chain in article.chains if corpus.kind(chain) == "Facility"]
        for chain in places:
            sites[chain.type.casefold()].add(entity_of[chain.local])
        for chain in places:
            for told in corpus.descriptions(chain) if corpus.is_described(chain) else ():
                outer = set().union(*(sites[word] for word in sorted(told.modifiers) if word in sites)) - {entity_of[chain.local]}
                yield from ((entity_of[chain.local], whole) for whole in outer if len(outer) == 1)


def _stated(corpus: Corpus, spellings: Iterable[str]) -> Iterator[str]:
    """Places after "in" or "near" in a description: "the embassy in Baghdad"."""
    for spelling in spellings:
        words = list(re.finditer(r"\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*", spelling))
        for found in words:
            if _WHERE.search(spelling[: found.start()]):
                candidates = corpus.tools.gazetteer.lookup(found[0])
                if candidates and candidates[0].kind == "place":
                    yield candidates[0].key


def _described(corpus: Corpus, entity: Entity, by_known: Mapping[str, str]) -> Iterator[str]:
    if entity.known or corpus.tools.ontology.is_a(entity.type, "Place"):
        return
    for local in entity.members:
        number = corpus.at.get(local)
        if number is not None and corpus.is_described(corpus.chains[number]):
            for told in corpus.descriptions(corpus.chains[number])[:1]:
                yield from (by_known[key] for key in told.known if key in by_known)


def _named(corpus: Corpus, entities: Iterable[Entity]) -> Iterator[str]:
    for entity in entities:
        numbers = (corpus.at.get(local) for local in entity.members)
        if entity.known or any(number is not None and corpus.keys(corpus.chains[number]) for number in numbers):
            yield entity.id


def _is_called(corpus: Corpus, entity: Entity) -> bool:
    """Is it known, or called by a name in some article?"""
    numbers = (corpus.at.get(local) for local in entity.members)
    return bool(entity.known) or any(number is not None and corpus.chains[number].is_named for number in numbers)


def _closure(key: str, around: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    todo = [key]
    while todo:
        for outer in around.get(todo.pop(), ()):
            if outer not in found and outer != key:
                found.add(outer)
                todo.append(outer)
    return frozenset(found)
