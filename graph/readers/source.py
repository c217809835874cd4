"""Paths in, the files behind them out, sorted, each with its bytes and their decoded text."""

from __future__ import annotations

import codecs
import difflib
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ..errors import ReadError, UsageError

STDIN = Path("-")
BUILD_REPORT = "build.json"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
CONTROLS_OF_TEXT = 0.01
SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """One file; `name` is what messages and articles call it, `data` what was read of it if it can be read only once."""

    path: Path
    name: str
    data: bytes | None = None

    @property
    def stem(self) -> str:
        return Path(self.name).name.partition(".")[0] if self.suffix == ".warc.gz" else Path(self.name).stem

    @property
    def suffix(self) -> str:
        name = self.name.lower()
        return ".warc.gz" if name.endswith(".warc.gz") else Path(name).suffix

    def open(self) -> BinaryIO:
        return self.path.open("rb") if self.data is None else io.BytesIO(self.data)

    def read(self) -> bytes:
        return self.path.read_bytes() if self.data is None else self.data

    def head(self) -> bytes:
        with self.open() as stream:
            return stream.read(SAMPLE)


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """Every file named or below a folder named, once, sorted by name; hidden ones and builds of ours are passed over.

    A file is called by its name, one below a folder by its way from there, so it does not matter where the folder
    stands; only if two would bear one name are they called by their paths. `-` is standard input.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _sources(path):
            found.setdefault(source.path.resolve() if source.data is None else source.path, source)
    names = Counter(source.name for source in found.values())
    distinct = [
        source if names[source.name] == 1 else replace(source, name=_printable(source.path.as_posix()))
        for source in found.values()
    ]
    return sorted(distinct, key=lambda source: (source.name, source.path))


def decode(data: bytes, charset: str | None = None) -> str | None:
    """By byte order mark, as UTF-8, as `charset` says, else as Western European; None if it is no text at all."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data, encoding))
    encodings = ("utf-8", *((charset,) if charset else ()), "cp1252", "latin-1")
    return next((_checked(text) for encoding in encodings if (text := _decoded(data, encoding)) is not None), None)


def without_controls(text: str) -> str:
    """Control characters as spaces, one for one, so that offsets stay true."""
    return CONTROL.sub(" ", text)


def _checked(text: str | None) -> str | None:
    sample = text[:SAMPLE] if text is not None else ""
    return None if len(CONTROL.findall(sample)) > CONTROLS_OF_TEXT * len(sample) else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _sources(path: Path) -> Iterator[Source]:
    if path == STDIN:
        yield Source(path, "stdin", sys.stdin.buffer.read())
    elif path.is_dir():
        yield from _below(path)
    elif path.is_file():
        yield Source(path, _printable(path.name))
    elif path.exists():
        yield Source(path, _printable(path.name), path.read_bytes())
    else:
        raise UsageError(_missing(path))


def _below(folder: Path) -> list[Source]:
    ways = [(path, path.relative_to(folder)) for path in folder.rglob("*")]
    builds = {path.parent for path, _ in ways if path.name == BUILD_REPORT and (path.parent / "graph.trig").is_file()}
    found = [
        Source(path, _printable(way.as_posix()))
        for path, way in ways
        if (path.is_file() or not path.exists())
        and not any(part.startswith(".") for part in way.parts)
        and builds.isdisjoint(path.parents)
    ]
    if not found:
        raise ReadError(f"{folder}: no articles in this folder; put text, HTML, JSON, feed or WARC files there, or name another")
    return found


def _missing(path: Path) -> str:
    beside = sorted(other.name for other in path.parent.iterdir()) if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, beside, n=1)
    hint = f"did you mean {path.parent / near[0]}?" if near else "check the spelling and the folder you are in"
    return f"{path}: no such file or folder; {hint}"


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
