"""The folder of a store in, the packaged Oxigraph server running read-only on it out."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import StoreError

PROGRAM = "oxigraph"
READY = "Listening"
WAIT = 20.0
PAUSE = 0.05
PORTS_TRIED = 5


@contextmanager
def running(folder: Path, host: str, port: int) -> Iterator[str]:
    """The address the server answers at, once it answers; port 0 takes any that is free.

    Raises StoreError with the server's own words if it does not start.
    """
    for _ in range(PORTS_TRIED):
        address = (host, port or _free(host))
        with _started(folder, address) as talk:
            said = _first_line(talk)
            if said.startswith(READY):
                yield f"http://{address[0]}:{address[1]}"
                return
        if port or refusal(address) is None:
            break
    raise StoreError(f"the Oxigraph server did not start: {said.removeprefix('Error: ') or 'it says nothing'}")


@contextmanager
def _started(folder: Path, address: tuple[str, int]) -> Iterator[Path]:
    """Where what the server says is written, after it said something or ended."""
    with TemporaryDirectory() as place:
        talk = Path(place) / "talk"
        with talk.open("wb") as out:
            server = subprocess.Popen(
                _command(folder, "{}:{}".format(*address)), stdout=out, stderr=out, stdin=subprocess.DEVNULL
            )
        try:
            _wait(server, talk)
            yield talk
        finally:
            server.terminate()
            server.wait()


def _command(folder: Path, bind: str) -> list[str]:
    scripts = Path(sysconfig.get_path("scripts")) / PROGRAM
    program = str(scripts) if scripts.is_file() else shutil.which(PROGRAM)
    if program is None:
        raise StoreError("the Oxigraph server is not installed; `pip install oxigraph` brings it")
    return [program, "serve-read-only", "--location", str(folder), "--bind", bind, "--union-default-graph"]


def _wait(server: subprocess.Popen[bytes], talk: Path) -> None:
    """Its first line tells that its port is its own; an open port could be another program's."""
    until = time.monotonic() + WAIT
    while not _first_line(talk) and server.poll() is None and time.monotonic() < until:
        time.sleep(PAUSE)


def _first_line(talk: Path) -> str:
    """Nothing until the line is whole."""
    line, end, _ = talk.read_text(encoding="utf-8", errors="replace").partition("\n")
    return line if end else ""


def _free(host: str) -> int:
    """A port that is free now; another program may have it a moment later."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def refusal(address: tuple[str, int]) -> str | None:
    """Why a port cannot be had; None if it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            return error.strerror
    return None
