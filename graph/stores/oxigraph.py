"""N-Quads in, an Oxigraph store on disk out; a store, a build folder or an RDF file in, an open store out."""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from ..errors import StoreError

STORE = "store"
WHOLE = ("graph.nq", "graph.trig", STORE)
"""Where a build holds its graph with all named graphs, what is read fastest first."""
KNOWN = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf")


def write_store(source: Path, folder: Path) -> None:
    """A store of the quads in an N-Quads file of ours; `folder` must not exist. Threads beside it run on meanwhile."""
    store = Store(folder)
    store.bulk_load(path=source, format=RdfFormat.N_QUADS, lenient=True)
    store.flush()


def locate(path: Path) -> Path:
    """The store or RDF file behind a store's folder, a build's folder or a file. Raises StoreError if there is none."""
    if path.is_file():
        return path
    found = _store_folder(path)
    if found is None:
        raise StoreError(
            f"no graph at {path}; build one with `newsgraph build FOLDER -o {path}`, "
            "or name a build, a store or an RDF file with -g"
        )
    return found


def _store_folder(path: Path) -> Path | None:
    return next((folder for folder in (path / STORE, path) if (folder / "CURRENT").is_file()), None)


def locate_store(path: Path) -> Path:
    """The folder of the store behind a build or a store, for those who keep it open.

    Raises StoreError if there is none, or another program is writing it.
    """
    found = _store_folder(path)
    if found is None:
        raise StoreError(f"no store at {path}; build one with `newsgraph build FOLDER -o {path}`, or name a build or a store")
    if _is_written(found):
        raise StoreError(f"the store {found} is locked: another program is writing it; wait until it has ended, or name another")
    return found


def _is_written(folder: Path) -> bool:
    """Whether a program has it open for writing; where files cannot be locked this way, that is not known."""
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415  # not on Windows

    try:
        with (folder / "LOCK").open("rb+") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def locate_quads(path: Path) -> Path:
    """As `locate`, but of a build the file that holds the graph in the order it was written."""
    found = (path / name for name in WHOLE if (path / name).exists())
    return path if path.is_file() else next(found, None) or locate(path)


def open_store(path: Path) -> Store:
    """Read-only. Raises StoreError if there is nothing to open, saying what to build or name."""
    found = locate(path)
    return _from_file(found) if found.is_file() else _on_disk(found)


def _on_disk(folder: Path) -> Store:
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the store {folder} cannot be opened ({error}); close what holds it, or build it again") from error


def _from_file(path: Path) -> Store:
    form = RdfFormat.from_extension(path.suffix.lstrip("."))
    if form is None:
        raise StoreError(f"{path} is no RDF file by its name; known endings are {' '.join(KNOWN)}")
    store = Store()
    try:
        store.bulk_load(path=path, format=form)
    except (SyntaxError, OSError) as error:
        raise StoreError(f"{path} cannot be read as {form.name}: {error}") from error
    return store
