"""A store and the articles it was built from in, how many of its mentions and claims can be derived again out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Store

from .errors import UsageError
from .iris import Names
from .model import Article
from .pipeline import read_report, rederive
from .queries import run
from .reading import Progress
from .settings import Settings, load

MENTIONS = """SELECT DISTINCT ?mention ?article ?begin ?end ?anchor WHERE {
  ?mention a ng:Mention ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor }"""
CLAIMS = """SELECT DISTINCT ?claim ?article ?begin ?end ?quote WHERE {
  ?claim a ng:Claim ; prov:wasDerivedFrom ?article ; ng:quote ?quote ; ng:evidence ?evidence .
  ?evidence nif:beginIndex ?begin ; nif:endIndex ?end }"""
SHOWN = 80


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


def recorded(graph: Path, inputs: Sequence[Path], settings: Settings) -> tuple[tuple[Path, ...], Settings]:
    """What a build was made from and how, as its report says; `inputs` given take the place of those recorded.

    Raises UsageError if neither tells the articles.
    """
    if not graph.is_dir() and inputs:
        return tuple(inputs), settings
    report = read_report(graph)
    chosen = load(None, {}, {name: value for name, value in report["settings"].items() if value})
    paths = tuple(inputs) or tuple(Path(str(name)) for name in _list(report["run"].get("inputs")))
    if Path("-") in paths and not inputs:
        raise UsageError(f"{graph} was built from stdin; name its articles: newsgraph verify {graph} ARTICLES")
    return paths, replace(chosen, workers=settings.workers)


def verify(store: Store, paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Verification:
    """Reads the articles anew, without any cache, and compares what that gives with the graph."""
    articles, derived = rederive(paths, settings, progress)
    return compare(store, articles, derived, settings.base_iri)


def compare(store: Store, articles: Iterable[Article], derived: Collection[str], base_iri: str) -> Verification:
    """Slices every mention and quote from the texts; `derived` holds the ids of all claims that extraction gives today."""
    names = Names(base_iri)
    texts = {names.article(article.id): article.text for article in articles}
    mentions, claims = run(store, MENTIONS).rows, run(store, CLAIMS).rows
    known = {names.claim(claim) for claim in derived}
    failures = [*_missliced(mentions, texts), *_missliced(claims, texts), *_underived(claims, texts, known)]
    first = {failure.iri: failure for failure in sorted(failures, key=lambda failure: failure.reason, reverse=True)}
    return Verification(len(mentions), len(claims), tuple(first[iri] for iri in sorted(first)))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _missliced(rows: Iterable[tuple[str, ...]], texts: Mapping[str, str]) -> Iterator[Failure]:
    for iri, article, begin, end, words in rows:
        if article not in texts:
            yield Failure(iri, f"the text of {article} is not among the articles given")
        elif texts[article][int(begin) : int(end)] != words:
            yield Failure(iri, f"characters {begin} to {end} of {article} are not {words[:SHOWN]!r}")


def _underived(rows: Iterable[tuple[str, ...]], texts: Mapping[str, str], known: Collection[str]) -> Iterator[Failure]:
    for iri, article, *_ in rows:
        if article in texts and iri not in known:
            yield Failure(iri, "extraction does not give this claim again")
