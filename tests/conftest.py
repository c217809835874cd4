"""One build of the example corpus for all tests that look at a finished graph; a chromium for those that look at the page."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

WIDE, NARROW = (1440, 900), (390, 844)
ARTICLES = Path(__file__).parent.parent / "seeds" / "articles"


def pytest_configure():
    """Commands that tests start heed Ctrl-C, also where the tests run behind a shell that has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
    from graph.pipeline import build  # noqa: PLC0415  # spaCy is loaded for tests that need a build only
    from graph.settings import Settings  # noqa: PLC0415  # see above

    out = tmp_path_factory.mktemp("built") / "out"
    build([ARTICLES], out, Settings(cache=str(cache), workers=1))
    return out


@pytest.fixture(scope="module")
def chromium():
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Pages made by hand, by name."""
    from graph.export import EXPORTERS  # noqa: PLC0415  # for tests of the page only

    from pages import crowd, hostile, newspapers  # noqa: PLC0415  # see above

    folder = tmp_path_factory.mktemp("pages")
    for name, make in (
        ("newspapers", newspapers),
        ("hostile", hostile),
        ("crowd", lambda: crowd(350)),
        ("throng", lambda: crowd(800)),
    ):
        EXPORTERS["html"].write(make(), folder / f"{name}.html")
    return folder


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def size(request):
    return request.param


@pytest.fixture
def visit(chromium, files):
    """Opens a page; at the end it must have asked for nothing and complained of nothing."""
    asked, complaints, contexts = [], [], []

    def open_page(name="newspapers", size=WIDE, hash="", script=None, **choices):  # noqa: A002
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **choices)
        contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        if script:
            tab.add_init_script(script)
        tab.goto((files / f"{name}.html").as_uri() + hash)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert [] == [url for url in asked if not url.startswith(("file:", "data:", "blob:file:"))]
    assert [] == complaints
