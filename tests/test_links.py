"""How the events of an article hang together, on parses written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.events import find_events
from graph.events.drafts import Numbers, draft_events
from graph.events.links import Links
from graph.model import Span, Value

from scenes import ground, links, told

CLASSES = {
    "Rebels": "ArmedGroup",
    "rebels": "ArmedGroup",
    "soldiers": "Group",
    "contractor": "Person",
    "Kirkuk": "City",
    "Police": "SecurityForce",
    "protesters": "Group",
    "U.S.": "Country",
}
STRIKES = "U.S./U.S./NNP/compound/2 airstrikes/airstrike/NNS/ROOT/0 The/the/DT/det/4 strikes/airstrike/NNS/dep/2"


def named(table: str) -> tuple[list[str], object]:
    drafts, found = links(table, CLASSES)
    return [d.token.text for d in drafts], found


def test_light_verb_is_dropped_for_the_noun_it_carries():
    table = "Rebels/rebel/NNS/nsubj/2 launched/launch/VBD/ROOT/0 attacks/attack/NNS/dobj/2"
    words, found = named(table)

    assert {words.index("launched"): words.index("attacks")} == found.dropped


def test_killing_by_an_attack_is_part_of_it():
    table = "attacks/attack/NNS/nsubj/2 killed/kill/VBD/ROOT/0 soldiers/soldier/NNS/dobj/2"
    words, found = named(table)

    assert {words.index("killed"): words.index("attacks")} == found.part_of


def test_killed_in_an_attack_is_part_of_it():
    table = (
        "contractor/contractor/NN/nsubjpass/3 was/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 in/in/IN/prep/3 attack/attack/NN/pobj/4"
    )
    words, found = named(table)

    assert {words.index("killed"): words.index("attack")} == found.part_of


def test_result_participle_is_part_of_its_clause():
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 killing/kill/VBG/advcl/2"
        " soldiers/soldier/NNS/dobj/4"
    )
    words, found = named(table)

    assert {words.index("killing"): words.index("attacked")} == found.part_of


def test_prompted_by_gives_the_cause():
    table = (
        "attack/attack/NN/nsubjpass/3 was/be/AUX/auxpass/3 prompted/prompt/VBN/ROOT/0 by/by/IN/agent/3"
        " airstrikes/airstrike/NNS/pobj/4"
    )
    words, found = named(table)

    assert {(words.index("attack"), words.index("airstrikes"))} == found.because


def test_in_response_to_gives_the_cause():
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 in/in/IN/prep/2 response/response/NN/pobj/4"
        " to/to/IN/prep/5 airstrikes/airstrike/NNS/pobj/6"
    )
    words, found = named(table)

    assert {(words.index("attacked"), words.index("airstrikes"))} == found.because


def test_after_gives_order_and_no_cause():
    table = "Rebels/rebel/NNS/nsubj/2 withdrew/withdraw/VBD/ROOT/0 after/after/IN/prep/2 airstrikes/airstrike/NNS/pobj/3"
    words, found = named(table)

    assert {(words.index("withdrew"), words.index("airstrikes"))} == found.after
    assert set() == found.because


def test_attempt_to_storm_has_the_cause_of_the_attempt():
    table = (
        "attempt/attempt/NN/nsubjpass/6 to/to/TO/aux/3 storm/storm/VB/acl/1 Kirkuk/Kirkuk/NNP/dobj/3 was/be/AUX/auxpass/6"
        " prompted/prompt/VBN/ROOT/0 by/by/IN/agent/6 airstrikes/airstrike/NNS/pobj/7"
    )
    words, found = named(table)

    assert {(words.index("storm"), words.index("airstrikes"))} == found.because


def test_purpose_of_the_same_class_is_the_same_act():
    table = (
        "Police/police/NNS/nsubj/2 fired/fire/VBD/ROOT/0 tear/tear/NN/compound/4 gas/gas/NN/dobj/2 to/to/TO/aux/6"
        " disperse/disperse/VB/advcl/2 protesters/protester/NNS/dobj/6"
    )
    words, found = named(table)

    assert {words.index("disperse"): words.index("fired")} == found.dropped


def test_definite_noun_takes_up_the_event_before():
    drafts, found = links(STRIKES, CLASSES)

    assert {1: 0} == found.same
    assert ["airstrikes", "strikes"] == [d.token.text for d in drafts]


def test_events_of_other_days_are_others():
    _, found = links(STRIKES, CLASSES, {0: "2019-12-29", 1: "2012"})

    assert {} == found.same


def test_nothing_links_to_itself():
    table = "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2"
    _, found = named(table)

    assert all(a != b for pairs in (found.same.items(), found.part_of.items(), found.because, found.after) for a, b in pairs)


def test_another_attack_is_not_the_one_before():
    table = (
        "attack/attack/NN/ROOT/0 on/on/IN/prep/1 Kirkuk/Kirkuk/NNP/pobj/2 another/another/DT/det/5 attack/attack/NN/dep/1"
        " on/on/IN/prep/5 Kirkuk/Kirkuk/NNP/pobj/6"
    )
    _, found = links(table, CLASSES)

    assert {} == found.same


def test_killed_after_a_clash_is_part_of_it():
    table = (
        "soldiers/soldier/NNS/nsubjpass/3 were/be/VBD/auxpass/3 killed/kill/VBN/ROOT/0 after/after/IN/prep/3"
        " clashes/clash/NNS/pobj/4"
    )
    words, found = named(table)

    assert {words.index("killed"): words.index("clashes")} == found.part_of
    assert set() == found.after


def test_died_after_floods_tore_through_a_town_is_part_of_the_floods():
    table = (
        "soldiers/soldier/NNS/nsubj/2 died/die/VBD/ROOT/0 after/after/IN/mark/5 floods/flood/NNS/nsubj/5"
        " tore/tear/VBD/advcl/2 through/through/IN/prep/5 Kirkuk/Kirkuk/NNP/pobj/6"
    )
    words, found = named(table)

    assert {words.index("died"): words.index("floods")} == found.part_of


def test_those_killed_in_a_crash_leave_the_crash_an_event_of_its_own():
    table = (
        "soldiers/soldier/NNS/nsubjpass/3 were/be/VBD/auxpass/3 killed/kill/VBN/ROOT/0 in/in/IN/prep/3"
        " plane/plane/NN/compound/6 crash/crash/NN/pobj/4"
    )
    words, found = named(table)

    assert {} == found.dropped
    assert {words.index("killed"): words.index("crash")} == found.part_of


def test_links_to_an_event_dropped_for_another_dropped_one_go_to_the_one_kept():
    found = Links(dropped={1: 2, 2: 3}, part_of={0: 1}).settle()

    assert {0: 3} == found.part_of


def test_killed_as_a_result_of_an_attack_is_part_of_it():
    table = (
        "soldiers/soldier/NNS/nsubjpass/3 were/be/VBD/auxpass/3 killed/kill/VBN/ROOT/0 as/as/IN/prep/3 a/a/DT/det/6"
        " result/result/NN/pobj/4 of/of/IN/prep/6 attacks/attack/NNS/pobj/7"
    )
    words, found = named(table)

    assert {words.index("killed"): words.index("attacks")} == found.part_of


def test_what_is_said_in_a_statement_is_one_saying():
    table = (
        "Police/police/NNS/nsubj/2 said/say/VBD/ROOT/0 in/in/IN/prep/2 a/a/DT/det/5 statement/statement/NN/pobj/3"
        " they/they/PRP/nsubj/7 left/leave/VBD/ccomp/2"
    )
    words, found = named(table)

    assert {words.index("statement"): words.index("said")} == found.dropped


@pytest.mark.parametrize(("harm", "expected"), [("killed/kill", "Killing"), ("demolished/demolish", "PropertyDestruction")])
def test_a_strike_that_kills_or_destroys_is_no_work_stoppage(harm: str, expected: str):
    table = (
        f"Police/police/NNS/nsubjpass/3 were/be/VBD/auxpass/3 {harm}/VBN/ROOT/0 in/in/IN/prep/3 the/the/DT/det/6"
        " strike/strike/NN/pobj/4"
    )
    scene = ground(table, CLASSES)
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene)

    assert [expected, "Bombardment"] == [event.type for event in found.events]


def test_a_doer_named_for_the_deed_does_it_once():
    table = (
        "A/a/DT/det/3 suicide/suicide/NN/compound/3 bomber/bomber/NN/nsubj/4 blew/blow/VBD/ROOT/0 himself/himself/PRP/dobj/4"
        " up/up/RP/prt/4"
    )
    drafts, found = links(table, {"bomber": "Person", "himself": "Person"})

    assert ["SuicideBombing", "SuicideBombing"] == [draft.type for draft in drafts]
    assert {0: 1} == found.dropped
    assert {"agent": ["bomber"]} == told(drafts[1])[1]


def test_a_whole_takes_the_figures_of_all_its_parts():
    table = (
        "A/a/DT/det/2 blast/blast/NN/nsubj/3 killed/kill/VBD/ROOT/0 five/five/CD/dobj/3 and/and/CC/cc/3 wounded/wound/VBD/conj/3"
        " ten/ten/CD/dobj/6"
    )
    scene = ground(table, {})
    numbers = {3: Value(5, Span(15, 19)), 6: Value(10, Span(32, 35))}
    found = find_events(list(scene.reading.event_words.values()), Numbers(numbers), (), (), scene)

    assert [("fatalities", 5), ("injuries", 10)] == [(a.role, a.value.number) for a in found.events[0].arguments if a.value]


def test_they_whom_nobody_is_known_for_may_be_people():
    table = "Police/police/NNS/nsubj/2 freed/free/VBD/ROOT/0 them/they/PRP/dobj/2"
    scene = ground(table, {"Police": "SecurityForce", "them": "Actor"})
    mention = replace(scene.reading.mention_at[2], kind="pronoun")
    reading = replace(scene.reading, mention_at={**scene.reading.mention_at, 2: mention})

    assert ["Release"] == [
        draft.type for draft in draft_events(list(reading.event_words.values()), Numbers({}), replace(scene, reading=reading))
    ]


def test_who_was_killed_in_an_attack_by_rebels_was_killed_by_them():
    table = (
        "contractor/contractor/NN/nsubjpass/3 was/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 in/in/IN/prep/3 attack/attack/NN/pobj/4"
        " by/by/IN/prep/5 rebels/rebel/NNS/pobj/6"
    )
    scene = ground(table, CLASSES)
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene)
    rebels = next(mention.id for mention in scene.reading.mention_at.values() if mention.text == "rebels")

    doers = [(event.type, argument.mention) for event in found.events for argument in event.arguments if argument.role == "agent"]
    assert [("Killing", rebels), ("Attack", rebels)] == doers


def test_those_under_fire_did_not_wound_their_driver():
    table = (
        "Convoys/convoy/NNS/nsubj/2 came/come/VBD/ROOT/0 under/under/IN/prep/2 fire/fire/NN/pobj/3 ,/,/,/punct/2"
        " wounding/wound/VBG/advcl/2 guards/guard/NNS/dobj/6"
    )
    scene = ground(table, {"Convoys": "Group", "guards": "Group"})
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events

    assert [("Shooting", ["target"]), ("Injury", ["target"])] == [(e.type, [a.role for a in e.arguments][:1]) for e in found]
    assert [] == [a for event in found for a in event.arguments if a.role == "agent"]


def test_a_second_result_is_part_of_what_the_first_is_part_of():
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 ,/,/,/punct/2 killing/kill/VBG/advcl/2"
        " soldiers/soldier/NNS/dobj/5 and/and/CC/cc/5 wounding/wound/VBG/conj/5 protesters/protester/NNS/dobj/8"
    )
    words, found = named(table)

    assert {words.index(part): words.index("attacked") for part in ("killing", "wounding")} == found.part_of


@pytest.mark.parametrize(("rest", "expected"), [("", []), (" dead/dead/JJ/oprd/2", ["soldiers"])])
def test_what_leaves_people_somehow_does_that_to_them(rest, expected):
    table = f"attacks/attack/NNS/nsubj/2 left/leave/VBD/ROOT/0 soldiers/soldier/NNS/dobj/2{rest}"
    scene = ground(table, CLASSES)
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events
    attacks = [argument for event in found if event.type == "Attack" for argument in event.arguments]

    named = {mention.id: mention.text for mention in scene.reading.mention_at.values()}
    assert expected == [named[argument.mention] for argument in attacks if argument.mention]


def test_what_happens_goes_nowhere():
    drafts, _ = links("attacks/attack/NNS/nsubj/2 left/leave/VBD/ROOT/0 town/town/NN/dobj/2", {**CLASSES, "town": "City"})
    assert "Departure" not in [draft.type for draft in drafts]


@pytest.mark.parametrize(("helper", "expected"), [("may/may/MD/aux", []), ("did/do/VBD/aux", ["Rebels"])])
def test_a_light_verb_of_no_fact_lends_the_deed_no_doer(helper: str, expected: list[str]):
    table = (
        f"Rebels/rebel/NNS/nsubj/3 {helper}/3 launch/launch/VB/ROOT/0 the/the/DT/det/5 attack/attack/NN/dobj/3"
        " on/on/IN/prep/5 Kirkuk/Kirkuk/NNP/pobj/6"
    )
    scene = ground(table, CLASSES)
    (event,) = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events
    text = {mention.id: mention.text for mention in scene.reading.mention_at.values()}

    assert expected == [text[a.mention or ""] for a in event.arguments if a.role == "agent"]


def test_who_condemns_in_a_statement_does_one_thing():
    table = (
        "Police/Police/NNP/nsubj/2 condemned/condemn/VBD/ROOT/0 attacks/attack/NNS/dobj/2 in/in/IN/prep/2 a/a/DT/det/6"
        " statement/statement/NN/pobj/4"
    )
    words, found = named(table)
    assert {words.index("statement"): words.index("condemned")} == found.dropped


@pytest.mark.parametrize("verb", ["say/say", "fired/fire"])
def test_nobody_is_killed_by_what_is_said_or_seen(verb):
    table = (
        "soldiers/soldier/NNS/nsubjpass/3 were/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 by/by/IN/agent/3 what/what/WP/dobj/7"
        f" Police/Police/NNP/nsubj/7 {verb}/VBP/pcomp/4"
    )
    words, found = named(table)
    assert words.index("killed") not in found.part_of


CALLED = (
    "The/the/DT/det/2 mayor/mayor/NN/nsubj/3 {}/VBD/ROOT/0 the/the/DT/det/5 explosion/explosion/NN/dobj/3 an/an/DT/det/7"
    " {}/NN/oprd/3"
)


@pytest.mark.parametrize(
    ("verb", "name", "expected"),
    [("called/call", "attack", True), ("called/call", "election", False), ("saw/see", "attack", False)],
)
def test_an_event_and_the_name_somebody_gives_it_are_one(verb: str, name: str, expected: bool):
    words, found = named(CALLED.format(verb, f"{name}/{name}"))

    assert expected == (found.dropped.get(words.index(name)) == words.index("explosion"))


OPENED = (
    "Police/police/NNS/nsubj/2 {}/VBD/ROOT/0 a/a/DT/det/6 long/long/JJ/amod/6 new/new/JJ/amod/6 probe/probe/NN/dobj/2"
    " into/into/IN/prep/6 Kirkuk/Kirkuk/NNP/pobj/7"
)


@pytest.mark.parametrize(("verb", "expected"), [("opened/open", "probe"), ("denounced/denounce", "denounced")])
def test_a_light_verb_leaves_the_telling_to_its_noun(verb: str, expected: str):
    scene = ground(OPENED.format(verb), CLASSES)
    events = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events

    assert expected in [event.trigger.of(scene.reading.doc.text) for event in events]
    assert "opened" not in [event.trigger.of(scene.reading.doc.text) for event in events]


@pytest.mark.parametrize("preposition", ["of/of/IN/prep/2", "because/because/IN/prep/2 of/of/IN/pcomp/3"])
def test_who_died_of_a_mishap_is_part_of_it(preposition: str):
    table = f"soldiers/soldier/NNS/nsubj/2 died/die/VBD/ROOT/0 {preposition} explosion/explosion/NN/pobj/3"
    words, found = named(table)

    assert {words.index("died"): words.index("explosion")} == found.part_of


def test_of_several_verbs_the_clause_behind_the_last_tells_what_harmed_them():
    table = (
        "soldiers/soldier/NNS/nsubjpass/3 were/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 and/and/CC/cc/3"
        " others/other/NNS/nsubj/6 are/be/VBP/conj/3 missing/missing/JJ/acomp/6 after/after/IN/mark/10"
        " rebels/rebel/NNS/nsubj/10 attacked/attack/VBD/advcl/6 Kirkuk/Kirkuk/NNP/dobj/10"
    )
    words, found = named(table)

    assert words.index("attacked") == found.part_of[words.index("killed")]


@pytest.mark.parametrize(("noun", "expected"), [("clash/clash", []), ("raid/raid", ["rebels"])])
def test_which_side_of_a_fight_killed_somebody_is_not_told(noun: str, expected: list[str]):
    table = (
        f"protesters/protester/NNS/nsubjpass/3 were/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 in/in/IN/prep/3 a/a/DT/det/6"
        f" {noun}/NN/pobj/4 by/by/IN/prep/6 rebels/rebel/NNS/pobj/7"
    )
    scene = ground(table, CLASSES)
    events = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events
    text = {mention.id: mention.text for mention in scene.reading.mention_at.values()}

    assert expected == [
        text[a.mention or ""] for event in events if event.type == "Killing" for a in event.arguments if a.role == "agent"
    ]
