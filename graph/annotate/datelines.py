"""A text in, where its datelines are out: "LIMA, Peru (Agency) --", "Lima: Police fired"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..gazetteer import Candidate, Gazetteer

DASHED = re.compile(
    r"^[^\S\n]*[A-Z][A-Z.'\u2019 -]{2,30}(?:, [A-Z][\w. ]{1,30}){0,2}(?: \([\w -]{2,30}\))? ?(?:--|[-\u2013\u2014]) ",
    re.MULTILINE,
)
"""Where a report was written: "LIMA, Peru (Agency) --"."""
LABEL = re.compile(
    r"^[^\S\n]*(?P<place>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,3}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d\d?|\d\d? [A-Z][a-z]{2,8}))?(?P<colon>:) (?=[A-Z\d])",
    re.MULTILINE,
)
WELL_KNOWN = 200_000
SURELY_KNOWN = 1_000_000


def dateline_ends(text: str) -> set[int]:
    """Behind each dateline that a dash ends."""
    return {dateline.end() for dateline in DASHED.finditer(text)}


def labelling(gazetteer: Gazetteer | None) -> Callable[[str], list[int]]:
    """Finds the colons behind a well-known city that opens a line: "Lima: Police fired", not "Smith: We won"."""
    if gazetteer is None:
        return lambda _: []
    return lambda text: [label.start("colon") for label in LABEL.finditer(text) if _is_city(label["place"], gazetteer)]


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    found = gazetteer.lookup(name)
    return bool(found) and found[0].type == "City" and _is_well_known(name, found[0], gazetteer)


def _is_well_known(name: str, city: Candidate, gazetteer: Gazetteer) -> bool:
    """A capital or a large city; a smaller one where people are not called by its name."""
    if gazetteer.capital(city.key) or city.population >= SURELY_KNOWN:
        return True
    return city.population >= WELL_KNOWN and gazetteer.sex(name) is None
