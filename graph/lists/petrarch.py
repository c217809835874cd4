"""An actor dictionary of PETRARCH or TABARI in, what it states of names out; the dictionary is the user's own copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .known import Known

ROLES = {
    "MIL": "MilitaryForce",
    "COP": "SecurityForce",
    "SPY": "GovernmentAgency",
    "GOV": "Government",
    "JUD": "Court",
    "PTY": "PoliticalParty",
    "BUS": "Company",
    "MNC": "Company",
    "MED": "MediaOrganization",
    "IGO": "InternationalOrganization",
    "NGO": "Organization",
    "REB": "ArmedGroup",
    "INS": "ArmedGroup",
    "SEP": "ArmedGroup",
    "UAF": "ArmedGroup",
    "IMG": "ArmedGroup",
}
"""The codes of roles that tell what bears the name; those of people (elites, legislators) and of peoples tell no class."""
_CODE = re.compile(r"\[([A-Z]+)([^\]]*)\]")
_LONGEST_ACRONYM = 4


@dataclass(slots=True)
class _Entry:
    """The names of one actor, and its codes with the dates they hold for."""

    names: list[str]
    codes: list[tuple[str, str]] = field(default_factory=list)


def read(path: Path) -> Iterator[Known]:
    """An actor with codes for some years only is a person who held posts; a country's code alone tells no class."""
    with path.open(encoding="utf-8", errors="replace") as file:
        for entry in _entries(file):
            if entry.codes and entry.names:
                name, *others = dict.fromkeys(map(_spelled, entry.names))
                yield Known(name, _class(entry.codes), tuple(others), countries=_countries(entry.codes))


def _entries(lines: Iterable[str]) -> Iterator[_Entry]:
    entry = _Entry([])
    for raw in lines:
        line = raw.partition("#")[0].partition(";")[0].rstrip()
        name = _CODE.sub("", line).strip()
        if name and not line[:1].isspace() and name[0] not in "+&<":
            yield entry
            entry = _Entry([name])
        elif name.startswith("+"):
            entry.names.append(name[1:])
        entry.codes += _CODE.findall(line)
    yield entry


def _spelled(name: str) -> str:
    """ABDUL_RAHMAN_ as Abdul Rahman; a short word alone is an acronym."""
    words = name.replace("_", " ").split()
    if len(words) == 1 and len(words[0]) <= _LONGEST_ACRONYM:
        return words[0]
    return " ".join(word.capitalize() for word in words)


def _class(codes: Iterable[tuple[str, str]]) -> str:
    if any(dates.strip() for _, dates in codes):
        return "Person"
    roles = (code[at : at + 3] for code, _ in codes for at in range(0, len(code), 3))
    return next((ROLES[role] for role in roles if role in ROLES), "")


def _countries(codes: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code[:3] for code, _ in codes if code[:3] not in ROLES))
