"""Articles in, encoded Extractions out, read by one process or several; only small bytes travel between them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from .annotate import annotate, load_model
from .codec import encode
from .collector import paused, settle
from .errors import NewsGraphError
from .extract import Tools, extract
from .gazetteer import open_gazetteer
from .model import Article, Passage
from .ontology import load as load_ontology
from .settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from .parse import Doc

Job = tuple[str, Article]
"""The cache key of an article and the article."""
CHUNK = 16
ENOUGH = 32
IN_FLIGHT = 3
HANDED_OVER = 1.0
"""Seconds in which a result is surely written to the pipe that the parent reads."""
_READING = threading.Lock()
"""Held while a chunk is read, so not while its result is written."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An article that a rule broke on, and where."""

    source: str
    reason: str


Done = tuple[str, bytes | Broken]


def open_tools(settings: Settings) -> Tools:
    """Kept for the next call: reading the vocabulary and the known names takes a second."""
    return _tools(settings.ontology, settings.actors, settings.lists)


@lru_cache(maxsize=2)
def _tools(ontology: str, actors: str, lists: tuple[str, ...]) -> Tools:
    return Tools(load_ontology(_path(ontology)), open_gazetteer(None, _path(actors), tuple(map(Path, lists))))


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def count_workers(settings: Settings) -> int:
    """As many as set, else one a core that this process may use."""
    if settings.workers:
        return settings.workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_jobs(jobs: Iterable[Job], settings: Settings) -> Generator[list[Done], None, None]:
    """Extractions in chunks, in the order of the jobs; a second process starts only when there is enough to read."""
    queue = iter(jobs)
    first = list(islice(queue, ENOUGH))
    chunks = _chunks(chain(first, queue))
    if count_workers(settings) == 1 or len(first) < ENOUGH:
        yield from (_read_chunk(chunk, settings) for chunk in chunks)
    else:
        yield from _in_pool(chunks, settings)


def _chunks(queue: Iterator[Job]) -> Iterator[list[Job]]:
    """Small ones: at the end no process waits long for the other."""
    while chunk := list(islice(queue, CHUNK)):
        yield chunk


def _in_pool(chunks: Iterator[list[Job]], settings: Settings) -> Generator[list[Done], None, None]:
    """At most IN_FLIGHT chunks a worker are read ahead, so memory does not grow with the corpus."""
    workers = count_workers(settings)
    waiting: deque[Future[list[Done]]] = deque()
    try:
        with _pool(workers) as pool:
            for chunk in chunks:
                waiting.append(_submit(pool, _read_chunk, chunk, settings))
                if len(waiting) >= workers * IN_FLIGHT:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise NewsGraphError(
            "a process that read articles died, killed or out of memory; what was read before is in the cache: "
            "build again, with fewer --workers if memory was short"
        ) from error


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Its processes end with the block at once, also when it is left by an interruption or when this process dies."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_with, initargs=(ours,))
    try:
        yield pool
    finally:
        theirs.close()
        pool.shutdown(wait=True, cancel_futures=True)
        ours.close()


def _leave_with(parent: Connection) -> None:
    """Waits aside for the parent's end of the pipe to close: nothing is ever sent through it."""
    threading.Thread(target=_wait_and_leave, args=(parent,), daemon=True).start()


def _wait_and_leave(parent: Connection) -> None:
    """At once while articles are read, else once what was read is handed over: the rest of a result is waited for for ever."""
    parent.poll(None)
    if _READING.acquire(blocking=False):
        time.sleep(HANDED_OVER)
    os._exit(0)


def _submit(
    pool: Executor, work: Callable[[list[Job], Settings], list[Done]], chunk: list[Job], settings: Settings
) -> Future[list[Done]]:
    """Neither Ctrl-C nor a request to end breaks into this, nor do processes started here hear it: this one ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        return pool.submit(work, chunk, settings)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@lru_cache(maxsize=1)
def _pipeline(name: str) -> Language:
    """With the tools read before, it is nearly all that a process which reads articles holds."""
    model = load_model(name)
    settle()
    return model


def _read_chunk(jobs: list[Job], settings: Settings) -> list[Done]:
    tools = open_tools(settings)
    annotated = annotate(
        (article for _, article in jobs),
        _pipeline(settings.model),
        tools.ontology,
        batch=settings.batch,
        gazetteer=tools.gazetteer,
    )
    with _READING, paused():
        return [(key, _read_one(*item, tools)) for (key, _), item in zip(jobs, annotated, strict=True)]


def _read_one(article: Article, passages: tuple[Passage, ...], doc: Doc, tools: Tools) -> bytes | Broken:
    try:
        return encode(extract(article, passages, doc, tools))
    except Exception as error:  # one article that breaks a rule must not lose the others; it is named and counted
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Broken(
            article.source, f"a rule broke on it ({type(error).__name__}: {error}; {where}); please report it with the text"
        )
