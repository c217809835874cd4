"""The page in a real chromium: found, chosen and read by mouse and by keyboard, silent on the network, deaf to hostile texts."""

import pytest

pytestmark = pytest.mark.browser
NARROW = (390, 844)
STRIKE = "Airstrike by American jets on Kataib Hezbollah"


def show(tab, view):
    tab.click(f'button[data-view="{view}"]')


def heading(tab):
    return tab.inner_text("#card h2")


@pytest.mark.parametrize("view", ["story", "network", "map", "table"])
@pytest.mark.parametrize("name", ["newspapers", "hostile", "crowd"])
def test_every_view_opens_in_silence(visit, name, view, size):
    tab = visit(name, size)
    show(tab, view)
    tab.wait_for_timeout(150)
    assert tab.is_visible(f"#{view}")
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("spelling", ["kata'ib hizb", "Kataeb Hezbollah", "KATAIB", "hizballah"])
def test_any_spelling_finds_the_militia(visit, spelling):
    tab = visit()
    tab.fill("#search", spelling)
    assert "Kataib Hezbollah" in tab.inner_text("#found li >> nth=0")
    tab.click("#found li >> nth=0")
    assert "Kataib Hezbollah" == heading(tab)
    called = tab.inner_text("#card")
    assert "Kata’ib Hizballah" in called
    assert "Daily Star" in called


def test_a_click_brings_the_quotes(visit, size):
    tab = visit(size=size)
    tab.click(".event:has-text('Airstrike')", force=True)
    assert heading(tab).startswith(STRIKE)
    card = tab.inner_text("#card")
    for words in ("American jets bombed Kataib Hezbollah in Baghdad", "Morning Post", "Daily Star", "1 Jan 2020", "25", "30"):
        assert words in card
    assert "Kata’ib Hizballah" in tab.locator("#card mark").all_inner_texts()
    link = tab.locator("#card figcaption a >> nth=0")
    assert ("https://news.example/strike", "noreferrer noopener") == (link.get_attribute("href"), link.get_attribute("rel"))


def test_the_keyboard_goes_the_same_way(visit):
    tab = visit()
    tab.keyboard.press("/")
    tab.keyboard.type("airstrike")
    tab.keyboard.press("Enter")
    assert heading(tab).startswith(STRIKE)
    assert "H2" == tab.evaluate("document.activeElement.tagName")
    tab.keyboard.press("Escape")
    assert "Start here" == heading(tab)
    assert "Airstrike" in tab.evaluate("document.activeElement.getAttribute('aria-label')")
    tab.keyboard.press("Enter")
    assert heading(tab).startswith(STRIKE)


def test_arrow_keys_go_from_mark_to_mark_in_the_storyline(visit):
    tab = visit()
    tab.focus(".event[tabindex='0']")
    first = tab.evaluate("document.activeElement.dataset.node")
    seen = {first}
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp"):
        tab.keyboard.press(key)
        seen.add(tab.evaluate("document.activeElement.dataset.node"))
    assert len(seen) > 1
    assert 1 == tab.locator(".event[tabindex='0']").count()


def test_arrow_keys_choose_in_the_table(visit):
    tab = visit(hash="#view=table")
    tab.focus("#table .row-open >> nth=0")
    tab.keyboard.press("ArrowDown")
    chosen = tab.get_attribute("#table tr.chosen", "data-node")
    assert chosen == tab.evaluate("document.activeElement.closest('tr').dataset.node")
    assert "Demonstration by Crowds" in heading(tab)
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    assert heading(tab).startswith(STRIKE)
    tab.keyboard.press("Escape")
    assert "event/morning-v1-star-v1" == tab.evaluate("document.activeElement.closest('tr').dataset.node")


def test_arrow_keys_choose_in_the_network(visit):
    tab = visit(hash="#view=network")
    tab.focus("#canvas")
    tab.keyboard.press("ArrowRight")
    before = heading(tab)
    moved = []
    for key in ("ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"):
        tab.keyboard.press(key)
        moved.append(heading(tab))
    assert "Start here" != before
    assert set(moved) - {before}


def test_one_choice_in_all_views(visit):
    tab = visit()
    tab.click(".event:has-text('Airstrike')")
    show(tab, "table")
    assert "event/morning-v1-star-v1" == tab.get_attribute("#table tr.chosen", "data-node")
    tab.click("#table tr:has-text('Demonstration')")
    show(tab, "network")
    assert "Demonstration by Crowds" in heading(tab)
    spot = tab.evaluate(
        """() => new Promise((done) => setTimeout(() => {
            const node = story.nodes.find((each) => each.label === 'Kataib Hezbollah');
            done(network.spot(node));
        }, 400))"""
    )
    tab.mouse.click(spot["x"], spot["y"])
    assert "Kataib Hezbollah" == heading(tab)
    show(tab, "story")
    assert "Kataib Hezbollah" in tab.inner_text("button.lane[aria-pressed='true']")


def test_the_address_keeps_everything(visit):
    tab = visit()
    show(tab, "table")
    tab.click("#table tr:has-text('Demonstration')")
    tab.locator("label.check:has-text('Statement') input, label.check:has-text('Assault') input").first.uncheck()
    again = visit(hash=tab.evaluate("location.hash"))
    assert (heading(tab), tab.inner_text("#count")) == (heading(again), again.inner_text("#count"))
    assert again.is_visible("#table")


def test_the_legend_filters(visit):
    tab = visit(hash="#view=table")
    rows = tab.locator("#table tbody tr")
    everything = rows.count()
    tab.uncheck("label.check:has-text('Planned') input")
    assert everything - 1 == rows.count()
    tab.uncheck("label.check:has-text('Morning Post') input")
    assert 1 == rows.count()
    tab.click("#reset")
    assert everything == rows.count()
    tab.focus("#sources")
    tab.keyboard.press("ArrowRight")
    assert 1 == rows.count()


def test_what_is_only_claimed_is_marked_as_such(visit):
    tab = visit()
    tab.fill("#search", "attack by iran")
    tab.keyboard.press("Enter")
    card = tab.inner_text("#card")
    assert "possible" in card
    assert "as claimed" in card


def test_a_large_graph_opens_on_three_hundred_marks_at_most(visit):
    tab = visit("crowd", hash="#view=network")
    count = "[...document.querySelectorAll('#count')][0].textContent"
    shown = [int(number) for number in tab.evaluate(f"{count}.match(/^(\\d+) events? of \\d+, (\\d+)/).slice(1)")]
    assert sum(shown) <= 300
    before = tab.inner_text("#count")
    tab.click("#more")
    assert before != tab.inner_text("#count")


def test_hostile_texts_run_nothing(visit):
    tab = visit("hostile")
    for view in ("story", "network", "map", "table"):
        show(tab, view)
        for node in tab.evaluate("story.nodes.map((node) => node.id)"):
            tab.evaluate("([view, node]) => { location.hash = new URLSearchParams({ view, node }); }", [view, node])
            tab.wait_for_timeout(20)
            assert tab.is_visible("#card h2")
    tab.fill("#search", "img")
    assert tab.locator("#found li").count() >= 1
    assert tab.evaluate("window.ran") is None
    assert 0 == tab.locator("body img").count()
    assert 0 == tab.locator('a[href^="javascript"]').count()
    assert tab.locator("#card bdi").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader_and_the_switch(visit, scheme):
    tab = visit(color_scheme=scheme)
    assert scheme == tab.get_attribute("html", "data-theme")
    tab.click("#theme")
    assert scheme != tab.get_attribute("html", "data-theme")


def test_landmarks_and_names_for_those_who_do_not_see_the_picture(visit):
    tab = visit()
    assert [1, 1, 1] == [tab.locator(name).count() for name in ("header", "nav[aria-label]", "main")]
    assert 2 == tab.locator("aside[aria-label]").count()
    assert ("en", 1) == (tab.get_attribute("html", "lang"), tab.locator("h1").count())
    assert tab.title()
    unnamed = """() => [...document.querySelectorAll('button, input, [role=button], a')].filter((each) =>
        !(each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.length)).map((each) => each.outerHTML)"""
    assert [] == tab.evaluate(unnamed)


def test_the_card_on_a_small_screen_opens_over_the_view_and_closes(visit):
    tab = visit(size=NARROW)
    assert not tab.is_visible("#card")
    tab.fill("#search", "militia")
    tab.fill("#search", "airstrike")
    tab.keyboard.press("Enter")
    assert tab.is_visible("#card")
    tab.click("#card .close")
    assert not tab.is_visible("#card")
    tab.click("#open-filters")
    assert tab.is_visible("#filters")


@pytest.mark.parametrize("view", ["story", "network", "map"])
def test_printed_it_is_the_table_and_the_card(visit, view):
    tab = visit(hash=f"#view={view}&node=event/morning-v1-star-v1")
    tab.emulate_media(media="print")
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    seen = [tab.is_visible(each) for each in ("#table", "#card h2", "#filters", f"#{view}", ".correct")]
    assert [True, True, False, False, False] == seen
