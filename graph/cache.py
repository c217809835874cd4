"""The digest of an article and of everything that read it in, what was extracted from it out: bytes on disk."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType

from .errors import OutputError
from .model import Article

SCHEMA = "CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, line BLOB NOT NULL) WITHOUT ROWID"


def article_key(article: Article, fingerprint: str) -> str:
    """Changes with anything of the article that extraction sees, and with what extracts (`fingerprint`)."""
    parts = (
        fingerprint,
        article.id,
        article.source,
        article.title,
        article.published,
        article.publisher,
        article.url,
        *article.copies,
    )
    digest = hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass"))
    digest.update(article.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def fingerprint(parts: Mapping[str, str]) -> str:
    """One digest of versions and data digests, named so that a change of any of them changes it."""
    return hashlib.sha256("\n".join(f"{name}={value}" for name, value in sorted(parts.items())).encode()).hexdigest()


class Cache:
    """Extractions on disk by key. Each `put` is durable once it returns: an interrupted build loses nothing it had read."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "extractions.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"the cache {self.path} cannot be opened ({error}); name another folder with --cache") from error

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def get(self, key: str) -> bytes | None:
        row = self._db.execute("SELECT line FROM extraction WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def holds(self, key: str) -> bool:
        return self._db.execute("SELECT 1 FROM extraction WHERE key = ?", (key,)).fetchone() is not None

    def put(self, rows: Iterable[tuple[str, bytes]]) -> None:
        try:
            self._write(rows)
        except sqlite3.Error as error:
            raise OutputError(
                f"the cache {self.path} cannot be written ({error}); free some space or name another folder with --cache"
            ) from error

    def _write(self, rows: Iterable[tuple[str, bytes]]) -> None:
        with closing(self._db.cursor()) as cursor:
            cursor.execute("BEGIN")
            cursor.executemany("INSERT OR REPLACE INTO extraction VALUES (?, ?)", rows)
            cursor.execute("COMMIT")

    def stream(self, keys: Iterable[str]) -> Iterator[bytes]:
        """The lines of these keys, in their order. Raises KeyError for one that is not there."""
        for key in keys:
            line = self.get(key)
            if line is None:
                raise KeyError(key)
            yield line
