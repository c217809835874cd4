"""Names in, known things out: candidates for actors, places, countries and demonyms, ranked, from seeds and one SQLite file."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from .finder import APOSTROPHES, Finder
from .seeds import GEONAMES, WIKIDATA, CandidateKind, Seed, Spelling, read_seeds

_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "&": " and "}) | str.maketrans("øđðłıəħ", "oddliah")
_SILENT = re.compile(rf"[.{APOSTROPHES}\u0300-\u036f]")
_NOT_WORD = re.compile(r"[\W_]+")
_GENERIC = r"province|governorate|state|district|region|county|oblast|prefecture|department|city|town"
_OF_KIND = re.compile(rf"(?:(?P<before>{_GENERIC}) of (?P<of>.+)|(?P<name>.+) (?P<after>{_GENERIC}))")
_TOWNS = frozenset({"city", "town"})
_SHORT = 3
_SEED_WEIGHT = 1e12
_COUNTRY_WEIGHT = 25e6
_CAPITAL_FACTOR = 4
_REGION_FACTOR = 0.25
_NEAR_FACTOR = 25
_ALIAS_FACTOR = 0.1
_NOT_MINOR = 50_000.0
_MOST = 20
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known thing that a name may stand for; the candidate of a demonym is its country or region, of kind "demonym".

    `key` is "country:IQ", "gn:98182" (a GeoNames id) or "seed:<slug>"; `country` is the key of the country it lies in or
    belongs to. The population of a region is that of its cities in the gazetteer.
    """

    key: str
    label: str
    type: str
    kind: CandidateKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    wikidata: str | None = None
    geonames: str | None = None


class Match(NamedTuple):
    """A known name at `text[start:end]`."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What the spellings of one name share: no case, diacritics, dots, apostrophes, hyphens or leading article."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_SPECIAL))
    words = _NOT_WORD.sub(" ", _SILENT.sub("", plain)).strip()
    return words.removeprefix("the ")


class PlaceStore:
    """The places of one SQLite file: read-only, asked by key of a name, never loaded as a whole."""

    _COLUMNS = "id, label, type, country, parent, lat, lon, population, capital_of, wikidata"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def words(self, *, function: bool) -> frozenset[str]:
        """English function words, or else verbs, adjectives and adverbs that are also names of places."""
        return frozenset(word for (word,) in self._connection.execute("SELECT word FROM word WHERE function = ?", (function,)))

    def given_names(self) -> dict[str, str]:
        """Given names that only men ("m") or only women ("f") bear, in lower case."""
        return dict(self._connection.execute("SELECT name, sex FROM given"))

    def named(self, key: str) -> list[tuple[str, float]]:
        """Keys of the places of that name, with the weight each has among them."""
        query = f"SELECT {self._COLUMNS}, main FROM name JOIN place ON id = place WHERE name.key = ? ORDER BY id"
        rows = self._connection.execute(query, (key,)).fetchall()
        return [(_candidate(row).key, _weight(row) * (1 if row[10] else _ALIAS_FACTOR)) for row in rows]

    def place(self, key: str) -> Candidate | None:
        row = self._row(key)
        return _candidate(row) if row else None

    def weight(self, key: str) -> float | None:
        row = self._row(key)
        return _weight(row) if row else None

    def parent(self, key: str) -> str | None:
        row = self._row(key)
        if row is None or row[2] == "Country":
            return None
        return f"gn:{row[4]}" if row[4] else f"country:{row[3]}"

    def capital(self, key: str) -> str | None:
        row = self._row(key)
        return f"country:{row[8]}" if row and row[8] else None

    def _row(self, key: str) -> tuple[object, ...] | None:
        scheme, _, value = key.partition(":")
        where = "type = 'Country' AND country = ?" if scheme == "country" else "id = ?"
        query = f"SELECT {self._COLUMNS} FROM place WHERE {where}"
        row: tuple[object, ...] | None = self._connection.execute(query, (value,)).fetchone()
        return row


def _candidate(row: Sequence[object]) -> Candidate:
    identifier, label, type_, country, _, lat, lon, population, _, wikidata = row[:10]
    return Candidate(
        key=f"country:{country}" if type_ == "Country" else f"gn:{identifier}",
        label=str(label),
        type=str(type_),
        kind="place",
        country=f"country:{country}",
        lat=lat / 10_000 if isinstance(lat, int) else None,
        lon=lon / 10_000 if isinstance(lon, int) else None,
        population=int(str(population)),
        wikidata=f"{WIKIDATA}{wikidata}" if wikidata else None,
        geonames=f"{GEONAMES}{identifier}/",
    )


def _weight(row: Sequence[object]) -> float:
    """Countries before big cities before regions before small cities, the larger first."""
    type_, population, capital_of = row[2], int(str(row[7])), row[8]
    if type_ == "Country":
        return _COUNTRY_WEIGHT + population / 1_000
    return 1 + population * (_REGION_FACTOR if type_ == "Region" else _CAPITAL_FACTOR if capital_of else 1)


class Gazetteer:
    """Known names: `find` them in running text, or `lookup` what already looks like a name."""

    def __init__(self, store: PlaceStore, seeds: dict[str, Seed]) -> None:
        self._store = store
        self._seeds = seeds
        self._words = store.words(function=True)
        self._ordinary = store.words(function=False)
        self._finder = Finder(seeds.values(), self._words)
        self._by_key = _by_key(seeds.values())
        self._ranked = lru_cache(_REMEMBERED)(self._rank)
        self._peoples = lru_cache(_REMEMBERED)(self._people)
        self._holders = lru_cache(_REMEMBERED)(self._above)
        self._known = lru_cache(_REMEMBERED)(self._get)
        self._meant = lru_cache(_REMEMBERED)(self._spelled)

    @property
    def path(self) -> Path:
        return self._store.path

    def seeds(self) -> tuple[Seed, ...]:
        """What entities.ttl says, by key; places of the SQLite file are too many to list."""
        return tuple(seed for _, seed in sorted(self._seeds.items()))

    def get(self, key: str) -> Candidate | None:
        return self._known(key)

    def find(self, text: str) -> list[Match]:
        """Actors, countries and demonyms in running text: whole words, leftmost-longest, capitals as in the known spelling."""
        matches = (Match(start, end, self._meant(spellings)) for start, end, spellings in self._finder.find(text))
        return [match for match in matches if match.candidates]

    def lookup(self, name: str, *, near: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """What a name may stand for, best first; places of the countries `near` (keys) are preferred to larger ones elsewhere.

        "Anbar province" and "Birmingham, Alabama" are understood. A small town elsewhere that is called like an English
        verb or adjective is no candidate.
        """
        return tuple([candidate for candidate, _ in self._ranked(name, frozenset(near))])

    def scored(self, name: str) -> tuple[tuple[Candidate, float], ...]:
        """What a name may stand for, best first, each with its share of the weight of all; no single article tells more here."""
        ranked = self._ranked(name, frozenset())
        total = sum(weight for _, weight in ranked)
        return tuple((candidate, weight / total) for candidate, weight in ranked)

    def demonym(self, word: str) -> Candidate | None:
        """The country or region whose people or things are so called: "Iraqi", "Iraqis"."""
        return self._peoples(name_key(word)) if word[:1].isupper() else None

    def within(self, key: str) -> tuple[str, ...]:
        """The keys of the places that hold this one, smallest first: city, district, province, country."""
        return (above, *self.within(above)) if (above := self._holders(key)) else ()

    def sex(self, given_name: str) -> str | None:
        """ "m" or "f" for a given name that is only a man's or only a woman's."""
        return self._given.get(given_name.lower())

    def capital(self, key: str) -> str | None:
        """The country whose capital this is, and whose government its name may stand for."""
        return self._store.capital(key)

    @cached_property
    def _given(self) -> dict[str, str]:
        return self._store.given_names()

    @cached_property
    def digest(self) -> str:
        content = hashlib.sha256(self._store.path.read_bytes())
        for key, seed in sorted(self._seeds.items()):
            content.update(f"{key} {seed}\n".encode())
        return content.hexdigest()

    def _people(self, key: str) -> Candidate | None:
        return next((self._as(spelling) for spelling in self._by_key.get(key, ()) if spelling.kind == "demonym"), None)

    def _above(self, key: str) -> str | None:
        seed = self._seeds.get(key)
        return seed.located[0] if seed and seed.located else self._store.parent(key)

    def _get(self, key: str) -> Candidate | None:
        place, seed = self._store.place(key), self._seeds.get(key)
        if seed is None:
            return place
        if place is None:
            return Candidate(key, seed.label, seed.type, seed.kind, country=self._country(seed), wikidata=seed.wikidata)
        return replace(place, label=seed.label or place.label, wikidata=seed.wikidata or place.wikidata)

    def _country(self, seed: Seed) -> str | None:
        for key in (*seed.located, *seed.belongs):
            if key.startswith("country:"):
                return key
            above = self.get(key)
            if above and above.country:
                return above.country
        return seed.key if seed.type == "Country" else None

    def _as(self, spelling: Spelling) -> Candidate | None:
        known = self.get(spelling.key)
        return replace(known, kind=spelling.kind) if known else None

    def _spelled(self, spellings: Iterable[Spelling]) -> tuple[Candidate, ...]:
        known = dict.fromkeys(candidate for candidate in map(self._as, spellings) if candidate)
        return tuple(sorted(known, key=lambda candidate: (-self._weight(candidate.key), candidate.key)))

    def _weight(self, key: str) -> float:
        return self._store.weight(key) or _SEED_WEIGHT

    def _rank(self, name: str, near: frozenset[str]) -> tuple[tuple[Candidate, float], ...]:
        weighed = self._weighed(name) or self._inside(name) or self._of_kind(name_key(name))
        least = _NOT_MINOR if name_key(name) in self._ordinary else 0.0
        best: dict[str, tuple[float, Candidate]] = {}
        for candidate, weight in weighed:
            score = weight * (_NEAR_FACTOR if candidate.country in near else 1)
            if score > best.get(candidate.key, (least, candidate))[0]:
                best[candidate.key] = (score, candidate)
        ordered = sorted(best.values(), key=lambda scored: (-scored[0], scored[1].key))
        return tuple((candidate, score) for score, candidate in ordered[:_MOST])

    def _weighed(self, name: str) -> list[tuple[Candidate, float]]:
        key = name_key(name)
        spellings = [spelling for spelling in self._by_key.get(key, ()) if _written_so(name, spelling.text)]
        weighed = [(known, self._weight(known.key)) for known in self._spelled(spellings)]
        if key not in self._words:
            weighed += [(known, weight) for place, weight in self._store.named(key) if (known := self.get(place))]
        return weighed

    def _inside(self, name: str) -> list[tuple[Candidate, float]]:
        inner, comma, outer = name.partition(", ")
        holders = {holder.key for holder in self.lookup(outer)} if comma else set()
        places = self._weighed(inner) if holders else []
        return [(place, weight) for place, weight in places if holders.intersection(self.within(place.key))]

    def _of_kind(self, key: str) -> list[tuple[Candidate, float]]:
        match = _OF_KIND.fullmatch(key)
        if match is None:
            return []
        wanted = "City" if (match["before"] or match["after"]) in _TOWNS else "Region"
        return [(place, weight) for place, weight in self._weighed(match["of"] or match["name"]) if place.type == wanted]


def _by_key(seeds: Iterable[Seed]) -> dict[str, list[Spelling]]:
    known: dict[str, list[Spelling]] = {}
    for seed in seeds:
        hidden = (Spelling(name, seed.key, seed.kind) for name in seed.hidden)
        for spelling in (*seed.spellings(), *hidden):
            same = known.setdefault(name_key(spelling.text), [])
            if spelling not in same:
                same.append(spelling)
    return known


def _written_so(name: str, spelling: str) -> bool:
    """Short acronyms are written in capitals: "us" is no country."""
    letters = sum(map(str.isalpha, spelling))
    return name.isupper() if spelling.isupper() and letters <= _SHORT else not (spelling.isupper() and name.islower())


def open_gazetteer(path: Path | None = None, actors: Path | None = None, lists: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer of a SQLite file and a Turtle file of actors, by default those that come with newsgraph; `lists` are more."""
    store = PlaceStore(path or _data_folder() / "gazetteer.sqlite")
    return Gazetteer(store, read_seeds(actors or shipped_actors(), *lists))


def shipped_actors() -> Path:
    return _data_folder() / "entities.ttl"


def _data_folder() -> Path:
    packaged = Path(__file__).parent / "data" / "seeds"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "seeds"
