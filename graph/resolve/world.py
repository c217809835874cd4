"""Resolved entities and the ties between them in, what comparing happenings must know of them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Entity, Local
from .corpus import Corpus
from .names import plain, singular
from .tellings import World

_BELONGING = frozenset(
    {"memberOf", "partOf", "headOf", "leaderOf", "worksFor", "spokespersonOf", "subsidiaryOf", "affiliatedWith"}
)
_OFFICIAL = ("SecurityForce", "MilitaryForce", "Government", "GovernmentAgency")
_LYING = frozenset({"locatedIn", "basedIn"})
_WHERE = re.compile(r"(?:^|\s)(?:in|near|outside|at|inside)\s+(?:the\s+)?$", re.IGNORECASE)


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
        if is_a(entity.type, "Place") and not is_a(entity.type, "Facility") and not entity.known and not around[entity.id]:
            numbers = (corpus.at.get(local) for local in entity.members)
            if not any(number is not None and corpus.chains[number].is_named for number in numbers):
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


def _closure(key: str, around: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    todo = [key]
    while todo:
        for outer in around.get(todo.pop(), ()):
            if outer not in found and outer != key:
                found.add(outer)
                todo.append(outer)
    return frozenset(found)
