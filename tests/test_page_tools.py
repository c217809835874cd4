"""What a reader does with the page: narrows it, follows paths, goes back, saves, corrects; by mouse and by keyboard."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from graph.resolve import read_judgements

pytestmark = pytest.mark.browser
STRIKE = "event/morning-v1-star-v1"
MILITIA = "Kataib Hezbollah"


def find(tab, words):
    tab.fill("#search", words)
    tab.keyboard.press("Enter")


def heading(tab):
    return tab.inner_text("#card h2")


def rows(tab):
    return tab.locator("#table tbody tr").count()


def press(tab, name):
    """By keyboard: the button is focused and pressed."""
    tab.locator(f"button:has-text('{name}') >> visible=true").first.focus()
    tab.keyboard.press("Enter")


# ---------------------------------------------------------------------------------------------------- map and network
def test_a_mark_on_the_map_opens_the_place_by_mouse(visit, size):
    tab = visit(size=size, hash="#view=map")
    tab.click("#globe [data-node]")
    assert "Baghdad" == heading(tab)
    assert "true" == tab.get_attribute("#globe [data-node]", "aria-pressed")


def test_a_mark_on_the_map_opens_the_place_by_keyboard(visit):
    tab = visit(hash="#view=map")
    tab.focus("#globe [data-node]")
    tab.keyboard.press("Enter")
    assert "Baghdad" == heading(tab)
    assert "H2" == tab.evaluate("document.activeElement.tagName")


def test_an_event_chosen_elsewhere_is_marked_on_the_map(visit):
    tab = visit(hash=f"#view=map&node={STRIKE}")
    assert "true" == tab.get_attribute("#globe [data-node]", "aria-pressed")
    assert "3 events of 4" in tab.inner_text("#unplaced")


def test_the_network_shows_names_alone_or_amid_events(visit):
    tab = visit(hash="#view=network")
    tab.wait_for_timeout(100)
    assert "true" == tab.get_attribute("[data-net=names]", "aria-pressed")
    tab.focus("[data-net=events]")
    tab.keyboard.press("Enter")
    tab.wait_for_function("location.hash.includes('net=events')")
    again = visit(hash=tab.evaluate("location.hash"))
    assert "true" == again.get_attribute("[data-net=events]", "aria-pressed")


def test_a_line_of_the_network_tells_what_joins_two_names(visit):
    tab = visit(hash="#view=network")
    spot = tab.evaluate(
        """() => new Promise((done) => setTimeout(() => {
            const named = (label) => story.nodes.find((node) => node.label === label);
            const [one, other] = ['American jets', 'Kataib Hezbollah'].map((label) => network.spot(named(label)));
            done({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
        }, 300))"""
    )
    tab.mouse.click(spot["x"], spot["y"])
    assert {"American jets", MILITIA} == set(heading(tab).split(" – "))
    assert "Airstrike" in tab.inner_text("#card")


# ---------------------------------------------------------------------------------------------------- narrowing down
def test_focus_hide_and_undo(visit):
    tab = visit(hash="#view=table")
    everything = rows(tab)
    find(tab, MILITIA)
    tab.click("text=Show only its events")
    assert 1 == rows(tab)
    tab.click(".only [aria-pressed]:has-text('2')")
    tab.wait_for_function("location.hash.includes('steps=2')")
    tab.click(".only >> text=Show all")
    assert everything == rows(tab)
    tab.click("#table tr:has-text('Demonstration')")
    tab.click("#card >> text=Hide")
    assert everything - 1 == rows(tab)
    tab.click("#undo")
    assert everything == rows(tab)
    tab.click("#redo")
    assert everything - 1 == rows(tab)
    tab.click("text=Show again")
    assert everything == rows(tab)


def test_undo_and_redo_by_keyboard(visit):
    tab = visit(hash="#view=table")
    everything = rows(tab)
    tab.uncheck("label.check:has-text('Planned') input")
    assert everything - 1 == rows(tab)
    tab.keyboard.press("Control+z")
    assert everything == rows(tab)
    assert tab.is_disabled("#undo")
    tab.keyboard.press("Control+Shift+Z")
    assert everything - 1 == rows(tab)


def test_types_of_a_root_filter_alone(visit):
    tab = visit(hash="#view=table")
    everything = rows(tab)
    press_types = tab.locator(".disclose[aria-label='Types of assault']")
    press_types.focus()
    tab.keyboard.press("Enter")
    tab.uncheck(".types label:has-text('Airstrike') input")
    assert everything - 1 == rows(tab)
    tab.wait_for_function("location.hash.includes('no-classes=Airstrike')")


def test_stance_confidence_and_days_filter(visit):
    tab = visit(hash="#view=table")
    everything = rows(tab)
    tab.uncheck("label.check:has-text('Alleges') input")
    assert everything - 1 == rows(tab)
    tab.click("#reset")
    tab.focus("#sure")
    tab.keyboard.press("End")
    assert rows(tab) < everything
    tab.click("#reset")
    tab.focus("#range-from")
    tab.keyboard.press("End")
    tab.uncheck("label.check:has-text('day is not stated') input")
    assert 1 == rows(tab)
    assert "2019-12-31" == tab.input_value("#day-from")
    assert "31 Dec 2019" == tab.get_attribute("#range-from", "aria-valuetext")


# ---------------------------------------------------------------------------------------------------- paths
def test_a_path_leads_from_name_to_name_by_keyboard(visit):
    tab = visit()
    find(tab, "American jets")
    press(tab, "Path to")
    tab.keyboard.type("kataib")
    tab.keyboard.press("Enter")
    assert f"American jets – {MILITIA}" == heading(tab)
    steps = tab.locator("#card .path li").all_inner_texts()
    assert 3 == len(steps)
    assert "Airstrike" in steps[1]
    again = visit(hash=tab.evaluate("location.hash"))
    assert heading(tab) == heading(again)
    tab.keyboard.press("Escape")
    assert "Start here" == heading(tab)


def test_without_a_path_the_card_says_so(visit):
    tab = visit()
    find(tab, "Crowds")
    tab.click("text=Path to")
    tab.fill("#search", "Iran")
    tab.click("#found li >> nth=0")
    assert "No path" in tab.inner_text("#card")


def test_a_path_not_asked_for_any_more(visit):
    tab = visit()
    find(tab, "Crowds")
    tab.click("text=Path to")
    tab.keyboard.press("Escape")
    assert "Find a name or an event" == tab.get_attribute("#search", "placeholder")
    assert "Crowds" == heading(tab)


# ---------------------------------------------------------------------------------------------------- saving
def saved(tab, form):
    with tab.expect_download() as found:
        tab.click(".menu summary")
        tab.click(f"[data-save={form}]")
    return found.value.path().read_bytes()


def test_the_link_is_copied(visit):
    tab = visit(hash="#view=table")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.focus("#link")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#link:has-text('Copied')")
    assert tab.evaluate("location.href") == tab.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("view", ["story", "network", "map"])
def test_a_view_is_saved_as_a_picture(visit, view):
    tab = visit(hash=f"#view={view}")
    tab.wait_for_timeout(200)
    drawing = saved(tab, "svg").decode()
    words = {"story": "Airstrike", "network": MILITIA, "map": "Baghdad"}[view]
    assert drawing.startswith("<svg")
    assert words in drawing
    assert "var(" not in drawing
    assert saved(tab, "png").startswith(b"\x89PNG")


def test_the_table_is_no_picture(visit):
    tab = visit(hash="#view=table")
    assert tab.is_disabled("[data-save=png]")
    assert tab.is_disabled("[data-save=svg]")


def test_the_visible_events_are_saved_as_csv(visit):
    tab = visit(hash="#no-status=Planned")
    table = list(csv.DictReader(io.StringIO(saved(tab, "csv").decode())))
    assert 3 == len(table)
    strike = next(row for row in table if row["type"] == "Airstrike")
    assert ("2019-12-29", MILITIA, "2") == (strike["time"], strike["whom"], strike["sources"])


def test_the_visible_graph_is_saved_as_turtle_without_what_is_only_claimed(visit):
    tab = visit()
    triples = set(ox.parse(saved(tab, "ttl"), format=ox.RdfFormat.TURTLE))
    ends = {tuple(term.value.rpartition("/")[2].rpartition("#")[2] for term in (s, p, o)) for s, p, o, _ in triples}
    assert ("morning-v1-star-v1", "target", "kataib-hezbollah") in ends
    assert not any(p == "agent" and o == "iran" and s == "morning-v3" for s, p, o in ends)


def test_hostile_texts_stay_texts_in_what_is_saved(visit):
    tab = visit("hostile")
    cells = [cell for row in csv.reader(io.StringIO(saved(tab, "csv").decode())) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert list(ox.parse(saved(tab, "ttl"), format=ox.RdfFormat.TURTLE))
    assert "<script" not in saved(tab, "svg").decode()
    assert "'=1+1" == tab.evaluate("saving.csv([{ ...story.events[0], label: '=1+1' }]).split(/\\r\\n/)[1].split(',')[3]")


# ---------------------------------------------------------------------------------------------------- corrections
def test_corrections_are_kept_and_saved_as_judgements(visit, tmp_path):
    tab = visit()
    find(tab, MILITIA)
    tab.click("text=Correct this")
    tab.fill("#why", "read it again")
    tab.fill("#who", "an editor")
    tab.click("text=It is the same as…")
    tab.fill("#search", "American jets")
    tab.keyboard.press("Enter")
    find(tab, "airstrike")
    tab.click("text=Correct this")
    tab.click("text=It is wrong")
    tab.reload()
    assert "Corrections (2)" in tab.text_content("#filters")
    with tab.expect_download() as found:
        tab.click("#save-corrections")
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(found.value.path().read_bytes())
    same, wrong = read_judgements(path)
    assert (MILITIA, "article/morning#char=0,13", "same", "read it again", "an editor") == (
        same.left, same.right, same.verdict, same.reason, same.by,
    )  # fmt: skip
    assert ("article/morning#char=14,20 article/star#char=4,11", "ng:Event", "different") == (
        wrong.left, wrong.right, wrong.verdict,
    )  # fmt: skip


def test_corrections_by_keyboard_and_taken_back(visit):
    tab = visit()
    find(tab, "airstrike")
    tab.focus(".correct summary")
    tab.keyboard.press("Enter")
    tab.select_option("#new-type", "DroneStrike")
    press(tab, "Change type")
    tab.select_option("#part", index=1)
    press(tab, "Split off")
    lines = [json.loads(line) for line in tab.evaluate("corrections.file()").splitlines()]
    assert [("ng:DroneStrike", "same"), ("article/morning#char=14,20", "different")] == [
        (row["right"], row["verdict"]) for row in lines
    ]
    tab.click("#undo")
    assert "Corrections (1)" in tab.text_content("#filters")
    tab.click("[aria-label^='Take back']")
    assert "Corrections" not in tab.text_content("#filters")


# ---------------------------------------------------------------------------------------------------- for everyone
@pytest.mark.parametrize("view", ["story", "network", "map", "table"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, view, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for chosen in ("", f"&node={STRIKE}", "&node=entity/kataib-hezbollah"):
        tab = visit(size=size, hash=f"#view={view}{chosen}", color_scheme=scheme, bypass_csp=True)
        tab.evaluate("document.querySelectorAll('details:not(.menu)').forEach((each) => { each.open = true; })")
        tab.wait_for_timeout(150)
        found = axe.run(tab).response["violations"]
        assert [] == [(each["id"], each["nodes"][0]["html"]) for each in found]


def test_with_less_motion_the_map_does_not_glide(visit):
    tab = visit(hash="#view=map", reduced_motion="reduce")
    land = "[...document.querySelectorAll('path.land')].map((each) => each.getAttribute('d')).join()"
    before = tab.evaluate(land)
    tab.click("#map [data-zoom=in]")
    assert before != tab.evaluate(land)
    assert 0 == tab.locator(".leaflet-zoom-anim").count()
