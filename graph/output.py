"""A place on disk in, a whole file or folder there out, or what stood there before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from .errors import OutputError, UsageError

REPORT = "build.json"


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new folder that takes the place of `out` when the block ends well; else what stood at `out` still stands.

    Raises UsageError at once if `out` holds anything but an earlier build, OutputError if it cannot be written.
    """
    place = out.resolve()
    check_output(place)
    with naming(out):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    try:
        yield beside
        with naming(out):
            _swap(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def check_output(out: Path) -> None:
    if out.is_file():
        raise UsageError(f"{out} is a file; name a folder with -o")
    if out.is_dir() and any(out.iterdir()) and not (out / REPORT).is_file():
        raise UsageError(f"{out} holds files that no build wrote; name another place, or empty it yourself")


@contextmanager
def naming(place: Path) -> Iterator[None]:
    """What the disk refuses in the block, as an OutputError that says of which place and what to do."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{place} cannot be written ({error.strerror or error}); free some space or name another place; "
            "what stood there before still stands"
        ) from error


def replacing_file(path: Path, write: Callable[[Path], None]) -> None:
    """What `write` writes takes the place of the file once it is whole. Raises OutputError if it cannot be written."""
    with naming(path), TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        written = Path(folder) / path.name
        write(written)
        written.replace(path)


def _swap(new: Path, out: Path) -> None:
    """Two renames: a reader of `out` sees the whole old build or the whole new one."""
    new.chmod(0o755)
    old = new.with_name(new.name + ".old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
