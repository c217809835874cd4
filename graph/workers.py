"""Articles in, encoded Extractions out, read by one process or several; only small bytes travel between them."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from .annotate import annotate, load_model
from .codec import encode
from .errors import SkippedArticle
from .extract import Tools, extract
from .gazetteer import open_gazetteer
from .model import Article, Passage
from .ontology import load as load_ontology
from .settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Job = tuple[str, Article]
"""The cache key of an article and the article."""
Done = tuple[str, bytes | SkippedArticle]
CHUNK = 32
IN_FLIGHT = 3


def open_tools(settings: Settings) -> Tools:
    ontology = load_ontology(_folder(settings.ontology))
    return Tools(ontology, open_gazetteer(actors=_folder(settings.actors)))


def _folder(name: str) -> Path | None:
    return Path(name) if name else None


def count_workers(settings: Settings) -> int:
    return settings.workers or len(os.sched_getaffinity(0))


def read_jobs(jobs: Iterable[Job], settings: Settings) -> Iterator[list[Done]]:
    """Extractions in chunks, in the order they get ready; a second process starts only when there is enough to read."""
    queue = iter(jobs)
    first = list(islice(queue, CHUNK))
    if count_workers(settings) == 1 or len(first) < CHUNK:
        yield from (_read_chunk(chunk, settings) for chunk in _chunks([first], queue))
    else:
        yield from _in_pool(_chunks([first], queue), settings)


def _chunks(first: Sequence[list[Job]], queue: Iterator[Job]) -> Iterator[list[Job]]:
    yield from (chunk for chunk in first if chunk)
    while chunk := list(islice(queue, CHUNK)):
        yield chunk


def _in_pool(chunks: Iterator[list[Job]], settings: Settings) -> Iterator[list[Done]]:
    """At most IN_FLIGHT chunks a worker are read ahead, so memory does not grow with the corpus."""
    workers = count_workers(settings)
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Done]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_read_chunk, chunk, settings))
            if len(waiting) >= workers * IN_FLIGHT:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@lru_cache(maxsize=1)
def _tools(settings_key: tuple[str, str]) -> Tools:
    return open_tools(Settings(ontology=settings_key[0], actors=settings_key[1]))


@lru_cache(maxsize=1)
def _pipeline(name: str) -> Language:
    return load_model(name)


def _read_chunk(jobs: list[Job], settings: Settings) -> list[Done]:
    tools = _tools((settings.ontology, settings.actors))
    annotated = annotate(
        (article for _, article in jobs),
        _pipeline(settings.model),
        tools.ontology,
        batch=settings.batch,
        gazetteer=tools.gazetteer,
    )
    return [(key, _read_one(*item, tools)) for (key, _), item in zip(jobs, annotated, strict=True)]


def _read_one(article: Article, passages: tuple[Passage, ...], doc: Doc, tools: Tools) -> bytes | SkippedArticle:
    try:
        return encode(extract(article, passages, doc, tools))
    except Exception as error:  # one article that breaks a rule must not lose the others; it is named and counted
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return SkippedArticle(
            article.source, f"a rule broke on it ({type(error).__name__}: {error}; {where}); please report it with the text"
        )
