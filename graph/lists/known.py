"""The noun of this room: a thing as a list of names states it."""

from __future__ import annotations

import re
from dataclasses import dataclass

QID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Known:
    """`type` is a class by its name or label, or empty; `countries` are codes or names; `hidden` names are too weak to be found
    in running text; `wikidata` is a Q number."""

    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    wikidata: str | None = None


def qid(text: str) -> str | None:
    """The Q number that a text or an address ends with."""
    found = QID.fullmatch(text.strip().rpartition("/")[2])
    return found[0] if found else None


def several(text: str) -> tuple[str, ...]:
    """What stands between bars or semicolons."""
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[|;]", text or "") if part.strip()))
