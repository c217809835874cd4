"""The served pages in a real chromium: asked by hand, silent on the network beyond this machine, readable for everyone."""

from __future__ import annotations

import shutil
import threading

import pytest
from graph.server import Ports, serving

pytestmark = [pytest.mark.browser, pytest.mark.store, pytest.mark.model]
KNOWN = ("favicon", "status of 404", "status of 400", "prefix.cc", "ERR_NAME_NOT_RESOLVED", "ERR_INTERNET_DISCONNECTED")
"""The editor asks prefix.cc for prefixes if there is a network; what is wrong with a request is a page with that status."""
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def site(built):
    with serving(built, Ports(0, 0)) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def tab(site):
    """An open tab; what it asks for beyond this machine, or complains of, fails the test."""
    driver_of = pytest.importorskip("playwright.sync_api").sync_playwright
    if CHROMIUM is None:
        pytest.skip("no chromium")
    with driver_of() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        wrong = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: None if "//127.0.0.1:" in request.url else wrong.append(request.url))
        page.goto(site.url)
        yield page
        browser.close()
    assert [] == [words for words in wrong if not any(known in words for known in KNOWN)]


def test_a_question_is_asked_and_its_answer_followed(tab):
    tab.fill('form[action="/ask/events-of"] input', "kataeb hezbollah")
    tab.click('form[action="/ask/events-of"] button')
    assert "Airstrike" in tab.inner_text("table")
    tab.click("tbody a >> nth=0")
    assert "The claims behind it" in tab.inner_text("main")
    tab.click("text=All questions")
    assert tab.is_visible("text=SPARQL editor")


def test_the_editor_opens_with_the_question_in_it(tab, site):
    tab.click("text=timeline in the editor")
    tab.wait_for_selector(".CodeMirror")
    assert "?event ng:time ?date" in tab.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    assert f"{site.endpoint}/query" == tab.input_value(".yasgui input.autocomplete")


@pytest.mark.parametrize("path", ["", "ask/timeline", "ask/timelines", "about?node=Iran"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(tab, site, path, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab.emulate_media(color_scheme=scheme)
    tab.goto(site.url + path)
    assert [] == [(found["id"], found["help"]) for found in axe.run(tab).response["violations"]]
