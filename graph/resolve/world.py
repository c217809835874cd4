"""Resolved entities and the ties between them in, what comparing happenings must know of them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Entity, Local
from .corpus import Corpus
from .tellings import World

_BELONGING = frozenset({"memberOf", "partOf", "headOf", "leaderOf", "worksFor", "spokespersonOf", "subsidiaryOf"})
_LYING = frozenset({"locatedIn", "basedIn"})
_WHERE = re.compile(r"(?:^|\s)(?:in|near|outside|at|inside)\s+(?:the\s+)?$", re.IGNORECASE)


def survey(corpus: Corpus, entities: Sequence[Entity], entity_of: Mapping[Local, str]) -> World:
    """Wholes by ties and by description ("U.S. troops", "bases of Kataib Hezbollah"), places around by the gazetteer and ties."""
    by_known = {entity.known: entity.id for entity in entities if entity.known}
    wholes: dict[str, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    for subject, property_, object_ in _ties(corpus, entity_of):
        (wholes if property_ in _BELONGING else around)[subject].add(object_)
    for entity in entities:
        around[entity.id].update(_around(corpus, entity, by_known))
        wholes[entity.id].update(_described(corpus, entity, by_known))
    on_map = {entity.id for entity in entities if entity.known and corpus.tools.ontology.is_a(entity.type, "Place")}
    return World(
        ontology=corpus.tools.ontology,
        wholes={key: frozenset(value - {key}) for key, value in sorted(wholes.items()) if value - {key}},
        around={key: value for key in sorted(around) if (value := _closure(key, around)) or key in on_map},
        countries=frozenset(entity.id for entity in entities if entity.type == "Country"),
        named=frozenset(_named(corpus, entities)),
    )


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
