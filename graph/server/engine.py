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
from tempfile import TemporaryFile
from typing import IO

from ..errors import StoreError

PROGRAM = "oxigraph"
TRIES = 400
PAUSE = 0.05


@contextmanager
def running(folder: Path, host: str, port: int) -> Iterator[str]:
    """The address the server answers at, once it answers. Raises StoreError with its own words if it does not start."""
    with TemporaryFile() as talk:
        server = subprocess.Popen(_command(folder, f"{host}:{port}"), stdout=talk, stderr=talk, stdin=subprocess.DEVNULL)
        try:
            _wait(server, (host, port), talk)
            yield f"http://{host}:{port}"
        finally:
            server.terminate()
            server.wait()


def _command(folder: Path, bind: str) -> list[str]:
    scripts = Path(sysconfig.get_path("scripts")) / PROGRAM
    program = str(scripts) if scripts.is_file() else shutil.which(PROGRAM)
    if program is None:
        raise StoreError("the Oxigraph server is not installed; `pip install oxigraph` brings it")
    return [program, "serve-read-only", "--location", str(folder), "--bind", bind, "--union-default-graph"]


def _wait(server: subprocess.Popen[bytes], address: tuple[str, int], talk: IO[bytes]) -> None:
    for _ in range(TRIES):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(address).close()
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise StoreError(f"the Oxigraph server did not start: {_first_line(talk)}")


def _first_line(talk: IO[bytes]) -> str:
    talk.seek(0)
    return talk.readline().decode("utf-8", "replace").strip().removeprefix("Error: ") or "it says nothing"
