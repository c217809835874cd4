"""Work that makes millions of small objects without cycles in, the same work without Python's search for cycles out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def settle() -> None:
    """What stands now is there to stay: the search leaves it out from here on."""
    gc.collect()
    gc.freeze()


@contextmanager
def paused() -> Iterator[None]:
    """The search passes over every object made so far again and again: it is most of the time of a large graph."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
