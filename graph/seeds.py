"""A Turtle file of known actors and places in, seeds out: their names, demonyms and where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

import pyoxigraph

from .errors import UsageError

CandidateKind = Literal["actor", "place", "demonym"]

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"
_PLACES = frozenset({"Country", "Region", "City", "GeographicFeature", "Facility", "MilitaryBase", "Building", "Place"})


class Spelling(NamedTuple):
    """One way to write the name of the thing with this key."""

    text: str
    key: str
    kind: CandidateKind


@dataclass(frozen=True, slots=True)
class Seed:
    """What entities.ttl says of one actor or place; `hidden` names are looked up but too common to be found in running text."""

    key: str
    label: str
    type: str
    names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    located: tuple[str, ...] = ()
    belongs: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def kind(self) -> CandidateKind:
        return "place" if self.type in _PLACES or self.key.startswith("gn:") else "actor"

    def spellings(self) -> Iterator[Spelling]:
        """Those that may be found in running text."""
        names = (name for name in (self.label, *self.names) if name and name not in self.hidden)
        yield from (Spelling(name, self.key, self.kind) for name in names)
        yield from (Spelling(name, self.key, "demonym") for name in self.demonyms)


def read_seeds(*paths: Path) -> dict[str, Seed]:
    """The actors and places of Turtle files by key; what they say of a country or GeoNames place adds to what is known of it.

    Of a thing that several files name the first has the label and the class. Raises UsageError for a file that is no Turtle.
    """
    stated: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        for subject, predicate, value in _triples(path):
            about = stated.setdefault(subject, {})
            about.setdefault(_local(predicate), []).append(value)
    keys = {subject: _seed_key(subject, facts) for subject, facts in stated.items()}
    return {keys[subject]: _seed(keys[subject], facts, keys) for subject, facts in sorted(stated.items())}


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            yield _value(triple.subject), _value(triple.predicate), _value(triple.object)
    except (SyntaxError, OSError) as error:
        raise UsageError(f"the known names of {path} cannot be read: {error}") from error


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri.rstrip("/"))[-1]


def _seed_key(subject: str, facts: dict[str, list[str]]) -> str:
    if subject.startswith(GEONAMES):
        return f"gn:{_local(subject)}"
    return f"country:{facts['iso'][0]}" if "iso" in facts else f"seed:{_local(subject)}"


def _seed(key: str, facts: dict[str, list[str]], keys: dict[str, str]) -> Seed:
    def things(*predicates: str) -> tuple[str, ...]:
        values = (value for predicate in predicates for value in facts.get(predicate, ()))
        return tuple(dict.fromkeys(keys.get(value) or _seed_key(value, {}) for value in values))

    matches = facts.get("exactMatch", ())
    return Seed(
        key=key,
        label=facts.get("prefLabel", [""])[0],
        type=_local(facts.get("type", [""])[0]),
        names=tuple(sorted({*facts.get("altLabel", ()), *facts.get("prefLabel", ())[1:]})),
        hidden=tuple(sorted(set(facts.get("hiddenLabel", ())))),
        demonyms=tuple(sorted(set(facts.get("demonym", ())))),
        located=things("locatedIn"),
        belongs=things("partOf", "basedIn", "citizenOf"),
        wikidata=next((match for match in matches if match.startswith(WIKIDATA)), None),
    )
