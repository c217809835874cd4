import pytest
from graph.errors import UsageError
from graph.model import Judgement
from graph.resolve import read_judgements

from stories import Tale, entity_of, incident_of, siege, told

LINE = '{"left": "PMF", "right": "Hashd al-Shaabi", "verdict": "same", "reason": "two names of one body", "by": "an editor"}'


def judged(left: str, right: str, verdict: str) -> tuple[Judgement, ...]:
    return (Judgement(left, right, verdict, "because", "an editor"),)


def test_judgements_are_read_line_by_line(tmp_path):
    path = tmp_path / "judgements.jsonl"
    path.write_text(f"# by hand\n\n{LINE}\n", encoding="utf-8")
    assert (Judgement("PMF", "Hashd al-Shaabi", "same", "two names of one body", "an editor"),) == read_judgements(path)


@pytest.mark.parametrize("line", ["{", "[]", '{"left": "a"}', LINE.replace('"same"', '"perhaps"'), LINE.replace('"PMF"', '" "')])
def test_a_bad_line_is_named(tmp_path, line):
    path = tmp_path / "judgements.jsonl"
    path.write_text(f"{LINE}\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_judgements(path)


def test_same_by_hand_joins_what_no_rule_would():
    one, other = siege("a"), siege("b")
    left = one.name("Rovinian Defence League")
    right = other.name("Hal al-Rovin", type="ArmedGroup")
    assert entity_of(told(one, other), one, left) != entity_of(told(one, other), other, right)
    resolution = told(one, other, judgements=judged("rovinian defence league", "hal-al-rovin", "same"))
    assert entity_of(resolution, one, left) == entity_of(resolution, other, right)


def test_different_by_hand_holds_through_every_chain_of_merges():
    one, other, between = siege("a"), siege("b"), siege("c")
    left = one.name("Mohammed al-Haydari", type="Person")
    right = other.name("Muhammad al-Haidari", type="Person")
    between.name("Mohammad al-Haidari", "Mohammed al-Haydari", type="Person")
    resolution = told(one, other, between, judgements=judged("Mohammed al-Haydari", "Muhammad al-Haidari", "different"))
    assert entity_of(resolution, one, left) != entity_of(resolution, other, right)


def test_judgements_by_hand_stay_in_the_ledger():
    given = judged("Somebody", "Nobody", "different")
    assert given[0] in told(siege("a"), judgements=given).judgements


def test_reports_can_be_judged_by_article_and_id():
    one, other = siege("a"), siege("b")
    left, right = one.events[0].id, other.events[0].id
    assert incident_of(told(one, other), one, left) == incident_of(told(one, other), other, right)
    resolution = told(one, other, judgements=judged(f"a#{left}", f"b#{right}", "different"))
    assert incident_of(resolution, one, left) != incident_of(resolution, other, right)


def test_entities_and_incidents_can_be_judged_by_id():
    one, other = siege("a"), Tale("b", "2015-03-01")
    left, right = one.group("protesters"), other.group("protesters")
    reports = one.event("Siege", agent=left), other.event("Siege", agent=right)
    before = told(one, other)
    ids = entity_of(before, one, left).id, entity_of(before, other, right).id
    incidents = incident_of(before, one, reports[0]).id, incident_of(before, other, reports[1]).id
    assert ids[0] != ids[1]
    after = told(one, other, judgements=(*judged(*ids, "same"), *judged(*incidents, "same")))
    assert entity_of(after, one, left) == entity_of(after, other, right)
    assert incident_of(after, one, reports[0]) == incident_of(after, other, reports[1])


def test_merges_of_different_names_are_explained():
    one, other = Tale("a"), Tale("b")
    one.name("Mohammed al-Haydari", type="Person")
    other.name("Muhammad al-Haidari", type="Person")
    judgement = next(row for row in told(one, other).judgements if row.verdict == "same")
    assert ("Mohammed al-Haydari", "Muhammad al-Haidari", "rule:spelling") == (judgement.left, judgement.right, judgement.by)
    assert "spellings of one name" in judgement.reason


def test_near_misses_are_explained():
    one, other = Tale("a"), Tale("b")
    one.name("George Bush", type="Person")
    other.name("George W. Bush", type="Person")
    assert [("George Bush", "George W. Bush", "different")] == [
        (row.left, row.right, row.verdict) for row in told(one, other).judgements
    ]
