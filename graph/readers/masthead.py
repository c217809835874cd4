"""An Article in, the same out with title, date and publisher where its own text states them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..cleaning import mark
from ..cleaning.furniture import compile_rules
from ..model import Article, Passage
from .published import iso_date

if TYPE_CHECKING:
    from ..ontology import Ontology

HEAD = 5
GROUPS = ("date", "revised", "dateline")


def complete(article: Article, ontology: Ontology) -> Article:
    """What the source states beside the text is left as it is; a date inside a sentence or a caption dates nothing."""
    if article.title and article.published and article.publisher:
        return article
    passages = mark(article, ontology)
    stated = list(_stated(article.text, passages, ontology))
    return replace(
        article,
        title=article.title or _title(article.text, passages),
        published=article.published or _published(stated, _top(passages)),
        publisher=article.publisher or next((_name(value) for _, group, value in stated if group == "publisher"), None),
    )


def _stated(text: str, passages: tuple[Passage, ...], ontology: Ontology) -> Iterator[tuple[int, str, str]]:
    """(place among the passages, group, what it matched) for every named group of the rules that marked something."""
    patterns = {rule.id: rule.pattern for rule in compile_rules(ontology.cleaning) if rule.pattern.groupindex}
    for place, passage in enumerate(passages):
        pattern = patterns.get(passage.rule)
        found = pattern.search(passage.span.of(text)) if pattern is not None else None
        for group, value in (found.groupdict() if found is not None else {}).items():
            if value is not None:
                yield place, group.rstrip("_"), value


def _title(text: str, passages: tuple[Passage, ...]) -> str | None:
    return next((" ".join(found.span.of(text).split()) for found in passages if found.rule == "headline"), None)


def _top(passages: tuple[Passage, ...]) -> int:
    """How many passages are the head of the article: those down to a little below the headline."""
    return HEAD + max((place for place, passage in enumerate(passages) if passage.kind == "headline"), default=0)


def _published(stated: list[tuple[int, str, str]], top: int) -> str | None:
    """A labelled date, else that of the last change, else the only date line if it stands at the top."""
    dates = {
        group: [(place, day) for place, name, value in stated if name == group and (day := iso_date(value))] for group in GROUPS
    }
    for group in ("date", "revised"):
        if dates[group]:
            return dates[group][0][1]
    lines = dates["dateline"]
    return lines[0][1] if len({day for _, day in lines}) == 1 and lines[0][0] < top else None


def _name(written: str) -> str:
    return written.rstrip(" .,;:'’-")
