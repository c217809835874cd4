"""What the gazetteer has for a name in, the one of it that the article can mean out, if it is clear which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from ..gazetteer import Candidate, name_key
from .discourse import Board, Item

FAR_LARGER = 10
FAR_WIDER = 5
FAMOUS, LARGE = 200_000, 100_000
PARTY = "PoliticalParty"
ACRONYM = 3
ALIKE = 70
LONG_ENOUGH = 5
CITY = "City"
STATES = "country:US"
UNIVERSITY = re.compile(r"(?!New York|Washington)[A-Z][\w. ]+ State")
DIVISION = re.compile(r"(?:Regierungsbezirk )?(.+?)(?: (?:County|District|Region|Municipality|Parish|Borough))?")


# -------------------------------------------------------------------------------------------------------------- plausible
def plausible(text: str, candidates: Sequence[Candidate], near: frozenset[str]) -> list[Candidate]:
    """Without counties and districts that nobody calls by their bare name, and without other names of a place ("Philadelphia"
    of Amman) unless they are long, the article is about its country and no large place bears them as its own."""
    kept = [each for each in candidates if not _is_division(text, each) and not _is_university(text, each)]
    own = [each for each in kept if _is_own_name(text, each)]
    if any(each.type == CITY and each.population >= FAMOUS for each in own):
        return own
    return [each for each in kept if not _is_other_name(text, each) or _may_be_called(text, each, near)]


def _is_own_name(text: str, candidate: Candidate) -> bool:
    """Of a thing that the seeds list by its names, each is its own."""
    named = candidate.label.removesuffix(" City") if candidate.type == CITY else candidate.label
    return not candidate.key.startswith("gn:") or name_key(text) in (name_key(named), name_key(candidate.label))


def _is_division(text: str, candidate: Candidate) -> bool:
    """As the county of "Gulf County" for "Gulf"."""
    match = DIVISION.fullmatch(candidate.label)
    bare = match[1] if match and candidate.type == "Region" else candidate.label
    return bare != candidate.label and name_key(bare) == name_key(text)


def _is_university(text: str, candidate: Candidate) -> bool:
    """As "Ohio State", whose team or students are spoken of."""
    return candidate.type == "Region" and candidate.country == STATES and UNIVERSITY.fullmatch(text) is not None


def _is_other_name(text: str, candidate: Candidate) -> bool:
    return not _is_own_name(text, candidate) and not _is_alike(name_key(text), name_key(candidate.label))


def _is_alike(text: str, label: str) -> bool:
    """Spelled otherwise, or with a word more: "Kiev" and "Kyiv", "Hague" and "The Hague"; a lone syllable is too little."""
    return ratio(text, label) >= ALIKE or (len(text) >= LONG_ENOUGH and (text in label or label in text))


def _may_be_called(text: str, candidate: Candidate, near: frozenset[str]) -> bool:
    return sum(map(str.isalpha, text)) >= LONG_ENOUGH and candidate.country in near


# ----------------------------------------------------------------------------------------------------------------- meant
def is_supported(board: Board, item: Item, candidates: Sequence[Candidate], around: frozenset[str]) -> bool:
    """Whether an article about some countries may mean this: the organ of a state or the small place is of one of them, and
    so is what bears the name beside others that are called just so. Abroad the acronym of a party may be anybody's."""
    first, *others = candidates
    if not around or first.country is None or first.country in around:
        return True
    if first.kind == "actor":
        at_home = first.type == PARTY and item.text.isupper() and len(item.text) <= ACRONYM + 1
        return not at_home and name_key(item.text) not in board.ontology.words("shared_name")
    alias = name_key(first.label) != name_key(item.text) and any(name_key(other.label) == name_key(item.text) for other in others)
    return first.type == "Country" or (first.population >= LARGE and not alias)


def chosen(candidates: Sequence[Candidate], near: frozenset[str]) -> Candidate | None:
    """The one candidate, or the first if it lies near, is no mere place, or is far larger than the next.

    Of namesakes that are no places, the one of a country spoken of.
    """
    if not candidates:
        return None
    first, *others = candidates
    namesakes = [each for each in candidates if each.kind == "actor"]
    if len(namesakes) > 1:
        inside = [each for each in namesakes if each.country in near]
        return inside[0] if len(inside) == 1 else None
    if not others or first.kind == "actor" or first.type == "Country" or first.country in near or first.key.startswith("seed:"):
        return first
    rivals = [each for each in others if first.population < FAMOUS or not _is_around(first, each)]
    return first if not rivals or first.population > FAR_LARGER * rivals[0].population else None


def _is_around(city: Candidate, other: Candidate) -> bool:
    """The province of Lima is no rival of Lima, nor that of Madrid; the State of Washington is one of the city."""
    region = city.type == CITY and other.type == "Region" and other.country == city.country
    return region and other.population < FAR_WIDER * city.population
