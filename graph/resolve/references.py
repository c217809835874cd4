"""One side of a judgement in, what it refers to out: a name, an id, or places in articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..iris import segment
from ..model import Extraction, Local, Span
from .names import plain, slug

_PLACE = re.compile(r"(?P<article>.+?)#char=(?P<start>\d+),(?P<end>\d+)(?:\s+|$)")
_ADDRESS = re.compile(r"(?:^|.*/)(?P<kind>article|entity|event)/(?P<name>[^/#\s]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """The characters of one mention; `article` is the last part of the article's IRI."""

    article: str
    span: Span

    def __str__(self) -> str:
        return f"article/{self.article}#char={self.span.start},{self.span.end}"


def place(local: Local, span: Span) -> str:
    return str(Place(segment(local.article), span))


@lru_cache(maxsize=1 << 14)
def places(side: str) -> tuple[Place, ...]:
    """The places a side of a judgement lists, white space between them; none if it is a name or an id."""
    found = list(_PLACE.finditer(side))
    if not found or sum(len(match[0]) for match in found) != len(side):
        return ()
    return tuple(Place(_article(match["article"]), Span(int(match["start"]), int(match["end"]))) for match in found)


def _article(name: str) -> str:
    return segment(identifier(name))


def identifier(side: str) -> str:
    """What an IRI of the graph, or its end as tables show it, ends with; any other words as they are."""
    address = _ADDRESS.fullmatch(side)
    return address["name"] if address else side


def keys(side: str) -> frozenset[str]:
    """By what a name or an id is looked up."""
    known = identifier(side)
    return frozenset({known, plain(side)} - {""} if known == side else {known})


def surface_keys(name: str) -> frozenset[str]:
    return frozenset({plain(name), slug(name)} - {""})


def located(extraction: Extraction, wanted: Iterable[Place]) -> Iterator[tuple[Place, Local]]:
    """The chains and reports of an article that stand at the places wanted."""
    at: dict[Span, list[Place]] = defaultdict(list)
    for each in wanted:
        at[each.span].append(each)
    article = extraction.article.id
    for event in extraction.events:
        yield from ((each, Local(article, event.id)) for each in at.get(event.trigger, ()))
    for mention in extraction.mentions:
        if mention.entity is not None:
            yield from ((each, Local(article, mention.entity)) for each in at.get(mention.span, ()))
