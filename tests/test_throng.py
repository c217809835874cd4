"""The network of very many marks: drawn by sigma where the browser has WebGL, by vis-network where not, chosen and read alike."""

from __future__ import annotations

import pytest

NO_WEBGL = """(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...others) {
        return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...others);
    };
})()"""
SPOT = """(label) => network.spot(story.nodes.find((node) => node.label === label))"""
LIBRARY = "document.querySelector('.sheet:not([hidden])').querySelector('.vis-network') ? 'vis' : 'sigma'"
STILL = 200


@pytest.fixture
def throng(visit):
    """All marks of a page of very many, amid their events."""

    def open_page(script=None):
        tab = visit("throng", hash="#view=network&net=events&limit=9000", script=script, reduced_motion="reduce")
        tab.wait_for_timeout(STILL)
        return tab

    return open_page


def heading(tab):
    return tab.inner_text("#card h2")


@pytest.mark.parametrize(("script", "library"), [(None, "sigma"), (NO_WEBGL, "vis")])
def test_a_mark_is_chosen_where_it_is_seen(throng, script, library):
    tab = throng(script)
    assert library == tab.evaluate(LIBRARY)
    for _ in range(7):
        tab.click("#network [data-zoom=in]")
        tab.wait_for_timeout(STILL)
    spot = tab.evaluate(
        """() => {
            const frame = document.getElementById("canvas").getBoundingClientRect();
            const far = ({ x, y }) => Math.hypot(x - frame.x - frame.width / 2, y - frame.y - frame.height / 2);
            const names = story.nodes.filter((node) => !node.isEvent);
            const spots = names.map((node) => ({ label: node.label, ...network.spot(node) }));
            return spots.sort((one, other) => far(one) - far(other))[0];
        }"""
    )
    tab.mouse.move(spot["x"], spot["y"])
    tab.wait_for_timeout(STILL)
    assert spot["label"] == tab.get_attribute("#canvas", "title")
    tab.mouse.click(spot["x"], spot["y"])
    tab.wait_for_timeout(STILL)
    assert spot["label"] == heading(tab)


def test_few_of_very_many_are_drawn_as_on_any_page(throng):
    tab = throng()
    assert "sigma" == tab.evaluate(LIBRARY)
    tab.focus("#canvas")
    tab.keyboard.press("ArrowRight")
    tab.click("text=Show only its events")
    tab.wait_for_timeout(STILL)
    assert "vis" == tab.evaluate(LIBRARY)
    tab.keyboard.press("Control+z")
    tab.wait_for_timeout(STILL)
    assert "sigma" == tab.evaluate(LIBRARY)


def test_what_the_keyboard_chooses_is_brought_into_sight(throng):
    tab = throng()
    tab.focus("#canvas")
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "+", "+", "+", "ArrowDown"):
        tab.keyboard.press(key)
        tab.wait_for_timeout(STILL)
    frame = tab.locator("#canvas").bounding_box()
    spot = tab.evaluate(SPOT, heading(tab))
    assert frame["x"] < spot["x"] < frame["x"] + frame["width"]
    assert frame["y"] < spot["y"] < frame["y"] + frame["height"]


def test_the_saved_drawing_holds_every_mark(throng):
    tab = throng()
    assert 2400 == tab.evaluate("network.picture().querySelectorAll('path').length")
