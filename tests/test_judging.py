"""What a user judges is written so that it holds in every later build."""

from __future__ import annotations

import pytest
from graph.corrections import Corrections
from graph.errors import UsageError
from graph.judging import classify, judge, unmerge, write
from graph.model import Judgement
from graph.resolve import read_judgements

from stories import Tale, entity_of, incident_of, siege, store_of, told, tools

SAID = ("seen by hand", "an editor")


def place(tale, event):
    trigger = next(each.trigger for each in tale.events if each.id == event)
    return f"article/{tale.id}#char={trigger.start},{trigger.end}"


def judged(tales, left, right, verdict):
    return judge(store_of(*tales), tools()[1], (left, right), verdict, SAID)


def apart(tales, node, part):
    return tuple(unmerge(store_of(*tales), tools()[1], (node, part), SAID))


def test_named_things_are_judged_by_name_and_so_in_articles_to_come():
    one, other, later = siege("a"), siege("b"), siege("c")
    left, right = one.name("Rovinian Defence League"), other.name("Hal al-Rovin", type="ArmedGroup")
    made = judged((one, other), "Rovinian Defence League", "Hal al-Rovin", "same")
    assert Judgement("Rovinian Defence League", "Hal al-Rovin", "same", *SAID) == made
    new = later.name("Hal al-Rovin", type="ArmedGroup")
    resolution = told(one, other, later, judgements=(made,))
    assert entity_of(resolution, one, left) == entity_of(resolution, other, right) == entity_of(resolution, later, new)


def test_groups_without_a_name_are_judged_where_they_stand():
    one, other, elsewhere = siege("a"), Tale("b", "2015-03-01"), Tale("c", "2017-03-01")
    left, right, third = one.group("protesters"), other.group("marchers"), elsewhere.group("marchers")
    elsewhere.name("Karsk Rowing Club")
    store = store_of(one, other, elsewhere)
    ids = [f"entity/{entity_of(told(one, other, elsewhere), tale, chain).id}" for tale, chain in ((one, left), (other, right))]
    made = judge(store, tools()[1], (ids[0], ids[1]), "same", SAID)
    resolution = told(one, other, elsewhere, judgements=(made,))
    assert entity_of(resolution, one, left) == entity_of(resolution, other, right)
    assert entity_of(resolution, elsewhere, third) != entity_of(resolution, other, right)


def test_events_judged_different_stay_apart_when_an_article_is_added():
    one, other, later = siege("a"), siege("b"), siege("0")
    made = judged((one, other), place(one, "v1"), place(other, "v1"), "different")
    for tales in ((one, other), (one, other, later)):
        resolution = told(*tales, judgements=(made,))
        assert incident_of(resolution, one, "v1") != incident_of(resolution, other, "v1")


def test_events_judged_to_be_one_are_one():
    one, other = siege("a"), Tale("b", "2015-03-01")
    other.event("Siege", agent=other.group("marchers"))
    made = judged((one, other), place(one, "v1"), place(other, "v1"), "same")
    resolution = told(one, other, judgements=(made,))
    assert incident_of(resolution, one, "v1") == incident_of(resolution, other, "v1")


def test_an_event_is_of_the_class_it_is_judged_to_be_wherever_it_is_told():
    tales = siege("a"), siege("b")
    event = incident_of(told(*tales), tales[0], "v1").id
    made = classify(store_of(*tales), tools()[1], f"event/{event}", ("Shelling", "same"), SAID)
    assert Judgement(f"{place(tales[0], 'v1')} {place(tales[1], 'v1')}", "ng:Shelling", "same", *SAID) == made
    corrected = Corrections([made], tools()[1]).applied(tale.extraction() for tale in tales)
    assert ["Shelling", "Shelling"] == [extraction.events[0].type for extraction in corrected]


def test_a_name_is_judged_not_to_be_of_a_class_or_to_be_nothing():
    tale = siege("a")
    chain = tale.name("Karsk Rowing Club", type="Company")
    for kind, left in (("ng:Company", ["Organization"]), ("Entity", [])):
        made = classify(store_of(tale), tools()[1], "Karsk Rowing Club", (kind, "different"), SAID)
        assert ("different", f"ng:{kind.removeprefix('ng:')}") == (made.verdict, made.right)
        corrected = Corrections([made], tools()[1]).corrected(tale.extraction())
        assert left == [each.type for each in corrected.entities if each.id == chain]


@pytest.mark.parametrize("kind", ["Wedding", "Shelling", "Event"])
def test_an_entity_is_judged_to_be_of_no_class_that_entities_have_not(kind):
    tale = siege("a")
    with pytest.raises(UsageError, match="no class of entities"):
        classify(store_of(tale), tools()[1], "Kataib Hezbollah", (kind, "same"), SAID)


def test_an_article_is_taken_out_of_an_event():
    tales = [siege(name) for name in "abc"]
    event = incident_of(told(*tales), tales[0], "v1").id
    resolution = told(*tales, judgements=apart(tales, f"event/{event}", "b"))
    assert incident_of(resolution, tales[0], "v1") == incident_of(resolution, tales[2], "v1")
    assert incident_of(resolution, tales[0], "v1") != incident_of(resolution, tales[1], "v1")


def test_a_mention_is_taken_out_of_an_entity():
    tales = [siege(name) for name in "abc"]
    chains = [tale.group("Rovinian marchers") for tale in tales]
    words = next(mention for mention in tales[1].mentions if mention.entity == chains[1]).span
    part = f"article/b#char={words.start},{words.end}"
    resolution = told(*tales, judgements=apart(tales, "Rovinian marchers", part))
    found = [entity_of(resolution, tale, chain) for tale, chain in zip(tales, chains, strict=True)]
    assert found[0] == found[2] != found[1]


def test_a_spelling_is_taken_out_of_an_entity():
    one, other, third = Tale("a"), Tale("b"), Tale("c")
    spellings = ("Mohammed al-Haydari", "Muhammad al-Haidari", "Mohammad al-Haydari")
    chains = [tale.name(name, type="Person") for tale, name in zip((one, other, third), spellings, strict=True)]
    assert 1 == len(
        {entity_of(told(one, other, third), tale, chain).id for tale, chain in zip((one, other, third), chains, strict=True)}
    )
    resolution = told(one, other, third, judgements=apart((one, other, third), spellings[0], spellings[1]))
    found = [entity_of(resolution, tale, chain) for tale, chain in zip((one, other, third), chains, strict=True)]
    assert found[0] == found[2] != found[1]


def test_what_is_no_part_of_a_node_is_refused_with_its_parts():
    with pytest.raises(UsageError, match=r"its parts are a; b; 'Iran'"):
        apart((siege("a"), siege("b")), "Iran", "Mars")


def test_one_thing_cannot_be_judged_against_itself():
    with pytest.raises(UsageError, match="unmerge"):
        judged((siege("a"),), "Iran", "iran", "different")


def test_lines_are_added_to_what_stands_in_the_file(tmp_path):
    path = tmp_path / "judgements.jsonl"
    path.write_text("# ours, without a line end", encoding="utf-8")
    first, second = Judgement("A", "B", "same", *SAID), Judgement("A", "C", "different", *SAID)
    write(path, [first])
    write(path, [second])
    assert "# ours, without a line end" == path.read_text(encoding="utf-8").splitlines()[0]
    assert (first, second) == read_judgements(path)
