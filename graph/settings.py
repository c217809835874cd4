"""Defaults, newsgraph.toml, environment and flags in, one frozen Settings out."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from .errors import UsageError

ENVIRONMENT_PREFIX = "NEWSGRAPH_"
BASE_IRI = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice a user has; each field's metadata is its one-line explanation, printed by `newsgraph init`."""

    model: str = field(default="md", metadata={"doc": "spaCy pipeline: md, sm, or the name or path of any installed English one"})
    workers: int = field(default=0, metadata={"doc": "processes that read articles; 0 = one a core"})
    batch: int = field(
        default=16, metadata={"doc": "articles parsed together by one worker; more costs memory and gains nothing"}
    )
    base_iri: str = field(
        default="https://w3id.org/newsgraph/id/",
        metadata={"doc": "what the IRIs of entities, events, claims and articles begin with"},
    )
    language: str = field(default="en", metadata={"doc": "articles in another language are skipped, named and counted"})
    max_chars: int = field(default=1_000_000, metadata={"doc": "longer texts are skipped: they are archives, not articles"})
    cache: str = field(default="", metadata={"doc": "folder of the extraction cache; empty = the user's cache folder"})
    ontology: str = field(default="", metadata={"doc": "folder of the vocabulary; empty = the one shipped"})
    actors: str = field(default="", metadata={"doc": "Turtle file of known actors; empty = the one shipped"})
    lists: tuple[str, ...] = field(
        default=(), metadata={"doc": "Turtle files of further known names, as `newsgraph gazetteer add` writes them"}
    )
    judgements: tuple[str, ...] = field(
        default=(), metadata={"doc": "files of merges and splits by hand (JSON lines), applied in this order"}
    )
    mapping: Mapping[str, str] = field(
        default_factory=dict, metadata={"doc": "field names of your JSON records, as { text = 'body', date = 'day' }"}
    )


def load(toml: Path | None, env: Mapping[str, str], flags: Mapping[str, object]) -> Settings:
    """Later sources win; a `toml` of None or that is not there says nothing.

    Raises UsageError for a key no setting has, naming the nearest, and for a value that cannot be.
    """
    values: dict[str, object] = {}
    for origin, source in (("file", _from_toml(toml)), ("environment", _from_env(env)), ("flag", flags)):
        for key, value in source.items():
            values[_known(key, origin)] = _fit(key, value)
    return Settings(**values)  # type: ignore[arg-type]  # _fit has checked each value against its field


def commented_toml() -> str:
    """A newsgraph.toml with every setting explained and commented out at its default."""
    blank = Settings()
    parts = ["# Settings of newsgraph. Take the # off a line to change it; NEWSGRAPH_* variables and flags override this file.\n"]
    for item in fields(Settings):
        parts.append(f"\n# {item.metadata['doc']}\n# {item.name} = {_toml_value(getattr(blank, item.name))}\n")
    return "".join(parts)


def _toml_value(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return "[]"
    return "{}" if isinstance(value, Mapping) else str(value)


def _from_toml(path: Path | None) -> Mapping[str, object]:
    if path is None or not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}; `newsgraph init` writes a file to start from") from error


def _from_env(env: Mapping[str, str]) -> Mapping[str, object]:
    names = {item.name for item in fields(Settings)} - {"mapping"}
    return {name: env[ENVIRONMENT_PREFIX + name.upper()] for name in sorted(names) if ENVIRONMENT_PREFIX + name.upper() in env}


def _known(key: str, origin: str) -> str:
    names = [item.name for item in fields(Settings)]
    if key in names:
        return key
    near = difflib.get_close_matches(key, names, 1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(names)}"
    raise UsageError(f"no setting is called {key!r} ({origin}){hint}")


def _text(value: object) -> str:
    return str(value)


def _count(value: object) -> int:
    number = int(str(value))
    if number < 0:
        raise ValueError("below zero")
    return number


def _positive(value: object) -> int:
    number = _count(value)
    if number == 0:
        raise ValueError("at least 1")
    return number


def _base(value: object) -> str:
    text = str(value)
    if not BASE_IRI.fullmatch(text):
        raise ValueError("no absolute IRI, such as https://example.org/news/")
    return text if text.endswith("/") else text + "/"


def _existing(value: object) -> str:
    if value and not Path(str(value)).exists():
        raise ValueError("there is no such file or folder")
    return str(value)


def _files(value: object) -> tuple[str, ...]:
    items = value.split(os.pathsep) if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        raise TypeError("not a list of files")
    return tuple(_existing(item) for item in items if item)


def _names(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise TypeError("not a table of names")
    return {str(key): str(name) for key, name in sorted(value.items())}


def _fit(key: str, value: object) -> object:
    fits: dict[str, Callable[[object], object]] = {
        "workers": _count,
        "batch": _positive,
        "max_chars": _positive,
        "base_iri": _base,
        "ontology": _existing,
        "actors": _existing,
        "judgements": _files,
        "lists": _files,
        "mapping": _names,
    }
    try:
        return fits.get(key, _text)(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"setting {key!r} cannot be {value!r}: {error}") from error
