"""A store and the articles it was built from in, how many of its mentions and claims can be derived again out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from .iris import Names
from .model import Article
from .queries import run

MENTIONS = """SELECT ?mention ?article ?begin ?end ?anchor WHERE {
  ?mention a ng:Mention ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor }"""
CLAIMS = """SELECT ?claim ?article ?begin ?end ?quote WHERE {
  ?claim a ng:Claim ; prov:wasDerivedFrom ?article ; ng:quote ?quote ; ng:evidence ?evidence .
  ?evidence nif:beginIndex ?begin ; nif:endIndex ?end }"""


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be derived again, and why."""

    iri: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verification:
    mentions: int
    claims: int
    failures: tuple[Failure, ...]

    def __str__(self) -> str:
        total = self.mentions + self.claims
        verified = total - len(self.failures)
        return f"{verified:,} of {total:,} verified ({self.mentions:,} mentions, {self.claims:,} claims)"


def verify(store: Store, articles: Iterable[Article], derived: Collection[str], base_iri: str) -> Verification:
    """Slices every mention and quote from the texts anew; `derived` holds the ids of all claims that extraction gives today."""
    names = Names(base_iri)
    texts = {names.article(article.id): article.text for article in articles}
    mentions, claims = run(store, MENTIONS).rows, run(store, CLAIMS).rows
    known = {names.claim(claim) for claim in derived}
    failures = sorted(
        [*_check(mentions, texts), *_check(claims, texts), *_underived(claims, texts, known)], key=lambda f: (f.iri, f.reason)
    )
    first = {failure.iri: failure for failure in reversed(failures)}
    return Verification(len(mentions), len(claims), tuple(first[iri] for iri in sorted(first)))


def _check(rows: Iterable[tuple[str, ...]], texts: Mapping[str, str]) -> Iterator[Failure]:
    for iri, article, begin, end, words in rows:
        if article not in texts:
            yield Failure(iri, f"the text of {article} is not among the articles given")
        elif texts[article][int(begin) : int(end)] != words:
            yield Failure(iri, f"characters {begin} to {end} of {article} are not {words!r}")


def _underived(rows: Iterable[tuple[str, ...]], texts: Mapping[str, str], known: Collection[str]) -> Iterator[Failure]:
    for iri, article, *_ in rows:
        if article in texts and iri not in known:
            yield Failure(iri, "extraction does not give this claim again")
