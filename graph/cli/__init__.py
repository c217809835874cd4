"""The command line: words in, one library call a command, its answer on stdout and talk on stderr out."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from ..errors import NewsGraphError
from . import asking, building, judging, measuring, naming, remote
from .application import DONE, FAILED, INTERRUPTED, app

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["app", "asking", "building", "judging", "main", "measuring", "naming", "remote"]

STOPPED = "interrupted; what was read so far is in the cache, and the earlier output still stands"


def main() -> NoReturn:
    """The console script: every error of ours is one line on stderr and its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGTERM, _terminated)
    try:
        app()
    except NewsGraphError as error:
        _fail(str(error), error.exit_code)
    except OSError as error:
        _fail(f"{error.filename or 'input or output'}: {error.strerror}; check the path and the free space", FAILED)
    except KeyboardInterrupt:
        _fail(STOPPED, INTERRUPTED)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _fail(STOPPED, INTERRUPTED)
        _flush()
        raise
    sys.exit(DONE)


def _flush() -> None:
    """A reader of our output that has seen enough, such as `head`, is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """As Ctrl-C: what is half written is taken away, processes that read end too."""
    raise KeyboardInterrupt


def _fail(message: str, code: int) -> NoReturn:
    sys.stderr.write(f"newsgraph: {message}\n")
    sys.exit(code)
