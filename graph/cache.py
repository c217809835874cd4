"""The digest of an article and of everything that read it in, what was extracted from it out: bytes on disk."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from .errors import OutputError
from .model import Article

SCHEMA = "CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, line BLOB NOT NULL) WITHOUT ROWID"
PATIENCE = 60
"""Seconds to wait while another build writes."""


def article_key(article: Article, fingerprint: str) -> str:
    """Changes with anything of the article that extraction sees or hands on, and with what extracts (`fingerprint`)."""
    known = (article.id, article.source, article.title, article.published, article.publisher, article.url, article.language)
    parts = (fingerprint, *("\x00" if part is None else part for part in known), *article.copies, article.text)
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def fingerprint(parts: Mapping[str, str]) -> str:
    """One digest of versions and data digests, named so that a change of any of them changes it."""
    return hashlib.sha256("\n".join(f"{name}={value}" for name, value in sorted(parts.items())).encode()).hexdigest()


class Cache:
    """Extractions on disk by key. Each `put` is durable once it returns: an interrupted build loses nothing it had read.

    Several builds may share one cache at a time. Raises OutputError where it cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "extractions.sqlite"
        with self._hinting("opened; name another folder with --cache, or remove this one"):
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(SCHEMA)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def get(self, key: str) -> bytes | None:
        with self._hinting("read; remove it, all of it can be extracted again"):
            row = self._db.execute("SELECT line FROM extraction WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def holds(self, key: str) -> bool:
        with self._hinting("read; remove it, all of it can be extracted again"):
            return self._db.execute("SELECT 1 FROM extraction WHERE key = ?", (key,)).fetchone() is not None

    def put(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """All rows or none."""
        with self._hinting("written; free some space or name another folder with --cache"), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("INSERT OR REPLACE INTO extraction VALUES (?, ?)", rows)

    def stream(self, keys: Iterable[str]) -> Iterator[bytes]:
        """The lines of these keys, in their order. Raises OutputError for one that is gone."""
        for key in keys:
            line = self.get(key)
            if line is None:
                raise OutputError(f"the cache {self.path} lost what was just read; something else empties it: build again")
            yield line

    @contextmanager
    def _hinting(self, failure: str) -> Iterator[None]:
        verb, _, hint = failure.partition("; ")
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"the cache {self.path} cannot be {verb} ({error}); {hint}") from error
