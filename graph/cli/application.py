"""Nothing in, the application that commands are added to out, with the options that several of them share."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError

if TYPE_CHECKING:
    from ..settings import Settings
    from ..stores.http import RemoteStore

PASSWORD = "NEWSGRAPH_PASSWORD"
SETTINGS_FILE = Path("newsgraph.toml")
DONE, FAILED, SKIPPED, VIOLATED, REFUSED, INTERRUPTED = 0, 1, 3, 4, 5, 130

app = typer.Typer(
    name="newsgraph",
    help="News articles in, a knowledge graph out: who did what to whom, where, when, and who says so.",
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 done with skipped articles, 4 shapes violated, 5 remote store refused, "
    "130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[list[Path], typer.Argument(help="files and folders of text, HTML, JSON (lines), feeds, WARC; - is stdin")]
GraphPath = Annotated[Path, typer.Option("--graph", "-g", help="a build's folder, a store, or an RDF file")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="no talk on stderr but errors")]
AsJson = Annotated[bool, typer.Option("--json", help="the answer as JSON")]
Model = Annotated[str | None, typer.Option(help="spaCy pipeline: md, sm, or a name or path")]
Workers = Annotated[int | None, typer.Option(help="processes that read; 0 = one a core")]
CacheFolder = Annotated[str | None, typer.Option("--cache", help="folder of the extraction cache")]
Toml = Annotated[Path | None, typer.Option("--settings", help=f"settings file; without it {SETTINGS_FILE}, if it is there")]
BaseIri = Annotated[str | None, typer.Option(help="what all IRIs of the graph begin with")]
User = Annotated[str | None, typer.Option(help=f"name to log in with; the password is {PASSWORD} or asked for")]
Auth = Annotated[str, typer.Option(help="how to log in: basic or digest")]
DialectName = Annotated[str | None, typer.Option("--dialect", help="make of the store, if its address does not tell")]
OUT = Path("out")


def chosen_settings(toml: Path | None, flags: Mapping[str, object]) -> Settings:
    """Defaults, the settings file, the environment, then the flags that were given."""
    from ..settings import load

    if toml is not None and not toml.is_file():
        raise UsageError(f"there is no settings file {toml}; `newsgraph init {toml}` writes one")
    given = {key: value for key, value in flags.items() if value not in (None, [], ())}
    return load(toml or SETTINGS_FILE, os.environ, given)


def stop_at_once() -> None:
    """For commands that write nothing: Ctrl-C ends them inside the store's native code too, where no handler of Python's runs."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def remote(url: str, user: str | None, auth: str, dialect: str | None) -> Iterator[RemoteStore]:
    """The store at an address; a password comes from the environment or is asked for, never from the command line."""
    from ..stores.http import Login, remote_store

    login = Login(user, os.environ.get(PASSWORD) or _asked_password(user), auth) if user else None
    with remote_store(url, login, dialect) as found:
        yield found


def _asked_password(user: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"no password for {user}; set {PASSWORD}, or run this in a terminal")
    return str(typer.prompt(f"password of {user}", hide_input=True, err=True))
