"""FollowTheMoney entities as JSON lines, such as those of OpenSanctions, in, what they state of names out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import orjson

from .known import Known, qid

SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Company",
    "PublicBody": "GovernmentAgency",
    "LegalEntity": "Organization",
}
"""Those that name actors, and their classes."""


def read(path: Path) -> Iterator[Known]:
    with path.open("rb") as file:
        for line in file:
            row = orjson.loads(line) if line.strip() else {}
            if row.get("schema") in SCHEMATA:
                yield from _known(SCHEMATA[row["schema"]], row.get("properties", {}), row)


def _known(kind: str, facts: Mapping[str, Sequence[str]], row: Mapping[str, str]) -> Iterator[Known]:
    names = [*facts.get("name", ()), *([row["caption"]] if row.get("caption") else [])]
    if names:
        countries = (value for name in ("country", "nationality", "jurisdiction") for value in facts.get(name, ()))
        yield Known(
            name=row.get("caption") or names[0],
            type=kind,
            aliases=tuple(dict.fromkeys([*names, *facts.get("alias", ()), *facts.get("abbreviation", ())])),
            hidden=tuple(dict.fromkeys(facts.get("weakAlias", ()))),
            countries=tuple(dict.fromkeys(countries)),
            wikidata=next(filter(None, map(qid, (*facts.get("wikidataId", ()), row.get("id", "")))), None),
        )
