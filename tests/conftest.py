"""One build of the example corpus for all tests that look at a finished graph."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ARTICLES = Path(__file__).parent.parent / "seeds" / "articles"


@pytest.fixture(scope="session")
def articles() -> Path:
    return ARTICLES


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """A cache of this run of the tests, never the user's."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def built(cache, tmp_path_factory):
    """The folder of a build of the example corpus; only read it."""
    from graph.build import build  # noqa: PLC0415  # spaCy is loaded for tests that need a build only
    from graph.settings import Settings  # noqa: PLC0415  # see above

    out = tmp_path_factory.mktemp("built") / "out"
    build([ARTICLES], out, Settings(cache=str(cache), workers=1))
    return out
