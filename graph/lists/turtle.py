"""Known things in, triples of a Turtle file as the gazetteer reads it out: one address a thing, whichever list names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ..errors import UsageError
from ..gazetteer import name_key
from ..iris import fingerprint
from ..ontology import PREFIXES, iri
from ..seeds import WIKIDATA
from .known import Known

ENTITY = "https://w3id.org/newsgraph/id/entity/"
NG = iri("")
A = NamedNode(PREFIXES["rdf"] + "type")
SKOS = PREFIXES["skos"]
TIES = (f"{NG}citizenOf", f"{NG}basedIn")
_SHORTEST = 2


def read_turtle(path: Path) -> set[Triple]:
    """Raises UsageError for what is no Turtle."""
    try:
        return {quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)}
    except (SyntaxError, OSError) as error:
        raise UsageError(f"{path} cannot be read as Turtle: {error}") from error


def written(triples: Iterable[Triple], path: Path) -> None:
    """Sorted, so that the same things give the same bytes."""
    prefixes = {"e": ENTITY, "ng": NG, "skos": SKOS, "wd": WIKIDATA}
    ordered = sorted(triples, key=lambda triple: (triple.subject != A, str(triple.subject), triple.predicate != A, str(triple)))
    serialize(ordered, str(path), RdfFormat.TURTLE, prefixes=prefixes)


@dataclass(slots=True)
class _Claim:
    """What an address is known to stand for."""

    matches: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    places: set[NamedNode] = field(default_factory=set)
    label: str = ""

    def fits(self, match: str | None, type_: str, places: set[NamedNode]) -> bool:
        """Nothing known speaks against that it is this thing."""
        agree = (not self.matches or match is None or match in self.matches, not self.types or type_ in self.types)
        return all(agree) and (not self.places or not places or bool(self.places & places))


@dataclass(slots=True)
class Addresses:
    """The addresses in use, and where things of a Wikidata id and countries of a code are."""

    matches: dict[str, NamedNode] = field(default_factory=dict)
    countries: dict[str, NamedNode] = field(default_factory=dict)
    used: dict[str, _Claim] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Sequence[Path]) -> Addresses:
        found = cls()
        for triple in sorted((triple for path in files for triple in read_turtle(path)), key=str):
            if isinstance(triple.subject, NamedNode):
                found._note(triple.subject, triple.predicate.value, triple.object)
        return found

    def _note(self, subject: NamedNode, predicate: str, value: object) -> None:
        claim = self.used.setdefault(subject.value, _Claim())
        if isinstance(value, Literal) and predicate == f"{NG}iso":
            self.countries.setdefault(value.value, subject)
        elif isinstance(value, Literal) and predicate == f"{SKOS}prefLabel":
            claim.label = claim.label or value.value
        elif isinstance(value, NamedNode) and predicate == A.value:
            claim.types.add(value.value.removeprefix(NG))
        elif isinstance(value, NamedNode) and predicate in TIES:
            claim.places.add(value)
        elif isinstance(value, NamedNode) and predicate == f"{SKOS}exactMatch" and value.value.startswith(WIKIDATA):
            claim.matches.add(value.value)
            self.matches.setdefault(value.value, subject)

    def triples(self, thing: Known) -> Iterator[Triple]:
        match = f"{WIKIDATA}{thing.wikidata}" if thing.wikidata else None
        subject = self._address(thing, match)
        claim = self.used[subject.value]
        claim.label = claim.label or thing.name
        yield Triple(subject, A, NamedNode(f"{NG}{min(claim.types, default=thing.type)}"))
        yield Triple(subject, NamedNode(f"{SKOS}{'prefLabel' if claim.label == thing.name else 'altLabel'}"), Literal(thing.name))
        for name in dict.fromkeys(thing.aliases):
            if name_key(name) and name not in (thing.name, claim.label):
                weak = len(name) <= _SHORTEST or not any(map(str.isupper, name))
                yield Triple(subject, NamedNode(f"{SKOS}{'hiddenLabel' if weak else 'altLabel'}"), Literal(name))
        yield from (Triple(subject, NamedNode(f"{SKOS}hiddenLabel"), Literal(name)) for name in thing.hidden)
        yield from (Triple(subject, NamedNode(f"{NG}demonym"), Literal(name)) for name in thing.demonyms)
        if match:
            yield Triple(subject, NamedNode(f"{SKOS}exactMatch"), NamedNode(match))
        tie = NamedNode(TIES[thing.type != "Person"])
        yield from (Triple(subject, tie, place) for place in sorted(self._places(thing) - {subject}, key=str))

    def _places(self, thing: Known) -> set[NamedNode]:
        return {self.countries[code] for code in map(_code, thing.countries) if code in self.countries}

    def _address(self, thing: Known, match: str | None) -> NamedNode:
        """That of the same Wikidata id; else a slug of the name, if it stands for nothing else."""
        if match in self.matches:
            return self.matches[match]
        slug = name_key(thing.name).encode("ascii", "ignore").decode().strip().replace(" ", "-")
        plain, places = f"{ENTITY}{slug or fingerprint(thing.name)}", self._places(thing)
        told = f"{plain}-{thing.wikidata or fingerprint(thing.type, *sorted(thing.countries))[:6]}".lower()
        address = plain if self.used.setdefault(plain, _Claim()).fits(match, thing.type, places) else told
        claim = self.used.setdefault(address, _Claim())
        claim.types.add(thing.type)
        claim.places |= places
        if match:
            claim.matches.add(match)
            self.matches[match] = NamedNode(address)
        return NamedNode(address)


def _code(country: str) -> str:
    """The two letters of a country, by its code of two or three letters or its name."""
    from rigour.territories import get_territories, get_territory  # noqa: PLC0415  # a table that only lists of names need

    found = get_territory(country.lower())
    if found is None:
        named = (each for each in get_territories() if country.casefold() in (each.name.casefold(), each.full_name.casefold()))
        found = next(named, None)
    return found.code.upper() if found else country
