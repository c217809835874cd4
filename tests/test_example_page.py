"""The page of the example corpus in a real chromium: every view quiet and accessible, and the story followed from end to end."""

from __future__ import annotations

import csv
import io
import json
import shutil

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]
STRIKE = "Airstrike by United States on Kataib Hezbollah"
MILITIA = "Kataib Hezbollah"


@pytest.fixture(scope="module")
def files(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("example")
    shutil.copy(built / "graph.html", folder / "example.html")
    return folder


@pytest.fixture
def story(visit):
    return lambda **choices: visit("example", **choices)


def heading(tab):
    return tab.inner_text("#card h2")


def events(tab):
    return int(tab.inner_text("#count").split(" ")[0])


def tabbed_to(tab, name):
    """The keyboard goes on until the button has the focus, and presses it."""
    for _ in range(300):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.innerText?.trim()") == name:
            tab.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never comes to {name!r}")


@pytest.mark.parametrize("view", ["story", "network", "map", "table"])
def test_every_view_is_quiet_and_for_everyone(story, view, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab = story(size=size, hash=f"#view={view}", bypass_csp=True)
    tab.wait_for_timeout(200)
    assert tab.is_visible(f"#{view}")
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert [] == [(each["id"], each["nodes"][0]["html"]) for each in axe.run(tab).response["violations"]]


def test_by_mouse_from_the_strike_to_the_table_and_back(story):
    tab = story()
    everything = events(tab)
    tab.click(".event:has-text('Airstrike')")
    assert heading(tab).startswith(STRIKE)
    card = tab.inner_text("#card")
    for words in ("Iraq", "Syria", "29 Dec 2019", "low 24 · best 25 · high 25", "Daybreak Hour"):
        assert words in card
    assert tab.locator("#card mark").count() > 1
    tab.click(f"#card a.jump[title='{MILITIA}'] >> nth=0")
    assert MILITIA == heading(tab)
    tab.click("button[data-view=table]")
    tab.click("text=Show only its events")
    assert 0 < events(tab) < everything
    tab.click("#undo")
    assert everything == events(tab)
    tab.click("button[data-view=network]")
    assert MILITIA == heading(tab)


def test_by_keyboard_from_a_spelling_to_a_path(story):
    tab = story()
    tab.keyboard.press("/")
    tab.keyboard.type("kataeb hizbollah")
    tab.keyboard.press("Enter")
    assert MILITIA == heading(tab)
    tabbed_to(tab, "Path to…")
    tab.keyboard.type("donald trump")
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(100)
    tab.wait_for_function("location.hash.includes('path=')")
    assert {MILITIA, "Donald Trump"} <= set(heading(tab).split(" – "))
    tab.keyboard.press("Control+z")
    assert MILITIA == heading(tab)
    tab.keyboard.press("Escape")
    assert "Start here" == heading(tab)


def test_what_is_seen_is_saved_and_what_is_wrong_is_noted(story):
    tab = story(hash="#view=table")
    with tab.expect_download() as found:
        tab.click(".menu summary")
        tab.click("[data-save=csv]")
    rows = list(csv.DictReader(io.StringIO(found.value.path().read_text(encoding="utf-8-sig"))))
    assert events(tab) == len(rows)
    tab.click(f"#table [title^='{STRIKE}']")
    tab.click("#card >> text=Correct this")
    tab.click("text=It is wrong")
    with tab.expect_download() as found:
        tab.click("#save-corrections")
    (line, *_) = found.value.path().read_text(encoding="utf-8").splitlines()
    assert "different" == json.loads(line)["verdict"]
