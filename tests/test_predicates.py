"""Which words fill the places of a verb or event noun, on parses written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.predicates import find_predicates
from graph.predicates.phrases import Lexicon
from spacy.tokens import Span

from parsed import parsed
from readings import read

LEXICON = Lexicon(
    event_nouns={"attack", "fighting", "raid", "strike", "withdrawal"},
    light={"carry out", "launch"},
    undergo={"suffer"},
    affect={"kill", "target"},
    object_control={"force"},
    relation_noun={"response", "hand"},
    measure={"series"},
    people={"contractor", "group", "rebel"},
    called_on={"call"},
    befall={"wound"},
    undertaking={"effort", "bid", "campaign"},
)


def places(table: str, word: str) -> dict[str, list[str]]:
    found = next(p for p in find_predicates(parsed(table), LEXICON) if p.token.text == word)
    names: dict[str, list[str]] = {}
    for slot in found.slots:
        names.setdefault(slot.name, []).append(slot.token.text)
    return names


def test_active_verb_has_subject_object_and_prepositions():
    table = "Rebels/rebel/NNS/nsubj/2 left/leave/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 in/in/IN/prep/2 trucks/truck/NNS/pobj/4"

    assert {"subject": ["Rebels"], "object": ["Kirkuk"], "in": ["trucks"]} == places(table, "left")


@pytest.mark.parametrize(("verb", "preposition"), [("accused", "of"), ("jailed", "for"), ("kept", "from")])
def test_what_somebody_is_accused_of_he_did_himself(verb, preposition):
    table = (
        f"Iraq/Iraq/NNP/nsubj/2 {verb}/{verb}/VBD/ROOT/0 rebels/rebel/NNS/dobj/2 {preposition}/{preposition}/IN/prep/2"
        " killing/kill/VBG/pcomp/4 guards/guard/NNS/dobj/5"
    )

    assert ["rebels"] == places(table, "killing")["subject"]


def test_what_is_done_by_doing_is_done_by_the_subject():
    table = (
        "Rebels/rebel/NNS/nsubj/2 took/take/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 by/by/IN/prep/2"
        " killing/kill/VBG/pcomp/4 guards/guard/NNS/dobj/5"
    )

    assert ["Rebels"] == places(table, "killing")["subject"]


def test_a_gerund_that_names_an_event_is_a_noun_unless_it_does_something_to_somebody():
    named = (
        "Fighting/fight/VBG/nsubj/5 between/between/IN/prep/1 rebels/rebel/NNS/pobj/2 has/have/AUX/aux/5 spread/spread/VBN/ROOT/0"
    )
    doing = "Fighting/fight/VBG/nsubj/3 rebels/rebel/NNS/dobj/1 costs/cost/VBZ/ROOT/0 lives/life/NNS/dobj/3"

    assert {"between": ["rebels"]} == places(named, "Fighting")
    assert ["v", "v"] == [p.pos for p in find_predicates(parsed(doing), LEXICON)]


def test_passive_subject_is_the_object_and_its_by_phrase_the_subject():
    table = "Kirkuk/Kirkuk/NNP/nsubjpass/3 was/be/AUX/auxpass/3 hit/hit/VBN/ROOT/0 by/by/IN/agent/3 rebels/rebel/NNS/pobj/4"

    assert {"object": ["Kirkuk"], "subject": ["rebels"]} == places(table, "hit")


def test_agentless_passive_has_no_subject():
    table = "Kirkuk/Kirkuk/NNP/nsubjpass/3 was/be/AUX/auxpass/3 hit/hit/VBN/ROOT/0"

    assert {"object": ["Kirkuk"]} == places(table, "hit")


def test_raising_hands_the_subject_to_the_infinitive():
    table = "Rebels/rebel/NNS/nsubj/2 began/begin/VBD/ROOT/0 to/to/TO/aux/4 withdraw/withdraw/VB/xcomp/2"

    assert ["Rebels"] == places(table, "withdraw")["subject"]


@pytest.mark.parametrize(
    ("table", "doer"),
    [
        (
            "Kirkuk/Kirkuk/NNP/poss/3 's/'s/POS/case/1 efforts/effort/NNS/nsubj/6 to/to/TO/aux/5"
            " attack/attack/VB/acl/3 failed/fail/VBD/ROOT/0",
            ["Kirkuk"],
        ),
        (
            "The/the/DT/det/3 Iraqi/iraqi/JJ/amod/3 campaign/campaign/NN/nsubj/6 to/to/TO/aux/5"
            " attack/attack/VB/acl/3 failed/fail/VBD/ROOT/0",
            ["Iraqi"],
        ),
        (
            "Rebels/rebel/NNS/nsubj/2 launched/launch/VBD/ROOT/0 a/a/DT/det/4 bid/bid/NN/dobj/2"
            " to/to/TO/aux/6 attack/attack/VB/acl/4",
            ["Rebels"],
        ),
        (
            "Rebels/rebel/NNS/nsubj/2 discussed/discuss/VBD/ROOT/0 a/a/DT/det/4 bid/bid/NN/dobj/2"
            " to/to/TO/aux/6 attack/attack/VB/acl/4",
            [],
        ),
        (
            "Kirkuk/Kirkuk/NNP/poss/3 's/'s/POS/case/1 men/man/NNS/nsubj/6 to/to/TO/aux/5"
            " attack/attack/VB/acl/3 left/leave/VBD/ROOT/0",
            [],
        ),
    ],
)
def test_whose_effort_it_is_does_what_it_is_to_do(table, doer):
    assert places(table, "attack").get("subject", []) == doer


MET = "Ana/Ana/NNP/nsubj/2 met/meet/VBD/ROOT/0 Omar/Omar/NNP/dobj/2 in/in/IN/prep/3 Lima/Lima/NNP/pobj/4"


def test_where_somebody_with_a_name_was_met_is_behind_the_name():
    found = next(p for p in find_predicates(read(MET, PERSON="Omar"), LEXICON) if p.token.text == "met")
    assert [slot.token.text for slot in found.slots if slot.name == "in"] == ["Lima"]
    assert "in" not in places(MET, "met")


def test_object_control_hands_the_object_to_the_infinitive():
    table = (
        "Rebels/rebel/NNS/nsubj/2 forced/force/VBD/ROOT/0 Washington/Washington/NNP/dobj/2 to/to/TO/aux/5"
        " dispatch/dispatch/VB/xcomp/2 troops/troop/NNS/dobj/5"
    )

    assert {"subject": ["Washington"], "object": ["troops"]} == places(table, "dispatch")


def test_coordinated_verbs_share_subject_and_object():
    table = "Rebels/rebel/NNS/nsubj/2 captured/capture/VBD/ROOT/0 and/and/CC/cc/2 killed/kill/VBD/conj/2 guards/guard/NNS/dobj/4"

    assert {"subject": ["Rebels"], "object": ["guards"]} == places(table, "captured")
    assert ["Rebels"] == places(table, "killed")["subject"]


def test_coordinated_passives_share_the_by_phrase():
    table = (
        "Kirkuk/Kirkuk/NNP/nsubjpass/3 was/be/AUX/auxpass/3 surrounded/surround/VBN/ROOT/0 and/and/CC/cc/3"
        " secured/secure/VBN/conj/3 by/by/IN/agent/5 rebels/rebel/NNS/pobj/6"
    )

    assert {"object": ["Kirkuk"], "subject": ["rebels"]} == places(table, "surrounded")
    assert {"object": ["Kirkuk"], "subject": ["rebels"]} == places(table, "secured")


@pytest.mark.parametrize("pronoun", ["that/that/WDT", "which/which/WDT"])
def test_relative_pronoun_stands_for_its_noun(pronoun):
    table = f"strikes/strike/NNS/ROOT/0 {pronoun}/nsubj/3 killed/kill/VBD/relcl/1 guards/guard/NNS/dobj/3"

    assert {"subject": ["strikes"], "object": ["guards"]} == places(table, "killed")


@pytest.mark.parametrize(("verb", "expected"), [("killed/kill", "shelling"), ("fell/fall", "Kyiv")])
def test_what_harms_people_behind_a_place_is_what_happened_there(verb, expected):
    doc = parsed(
        "shelling/shelling/NN/ROOT/0 of/of/IN/prep/1 Kyiv/Kyiv/NNP/pobj/2 ,/,/,/punct/3 which/which/WDT/nsubj/6"
        f" {verb}/VBD/relcl/3"
    )
    doc.set_ents([doc.char_span(start := doc.text.index("Kyiv"), start + len("Kyiv"), label="GPE")])
    lexicon = replace(LEXICON, event_nouns={"shelling"}, affect={"kill"})

    assert [expected] == [slot.token.text for slot in find_predicates(doc, lexicon)[-1].fillers("subject")]


def test_what_somebody_says_of_a_noun_is_the_nouns():
    table = (
        "firms/firm/NNS/ROOT/0 it/it/PRP/nsubj/3 said/say/VBD/relcl/1 were/be/AUX/aux/5 paying/pay/VBG/ccomp/3"
        " them/they/PRP/dobj/5"
    )

    assert {"subject": ["firms"], "object": ["them"]} == places(table, "paying")


def test_who_after_a_noun_that_is_no_people_is_left_to_coreference():
    table = "tower/tower/NN/ROOT/0 at/at/IN/prep/1 base/base/NN/pobj/2 who/who/WP/nsubj/5 died/die/VBD/relcl/3"

    assert ["who"] == places(table, "died")["subject"]


def test_participle_takes_its_noun_as_object():
    table = "raids/raid/NNS/ROOT/0 launched/launch/VBN/acl/1 by/by/IN/agent/2 rebels/rebel/NNS/pobj/3"

    assert {"subject": ["rebels"], "object": ["raids"]} == places(table, "launched")


def test_light_verb_lends_its_subject_and_places_to_the_event_noun():
    table = (
        "Rebels/rebel/NNS/nsubj/2 launched/launch/VBD/ROOT/0 a/a/DT/det/4 series/series/NN/dobj/2 of/of/IN/prep/4"
        " attacks/attack/NNS/pobj/5 in/in/IN/prep/2 Kirkuk/Kirkuk/NNP/pobj/7"
    )

    assert {"subject": ["Rebels"], "in": ["Kirkuk"]} == places(table, "attacks")


def test_undergoing_verb_lends_its_subject_as_object():
    table = "Kirkuk/Kirkuk/NNP/nsubj/2 suffered/suffer/VBD/ROOT/0 attacks/attack/NNS/dobj/2"

    assert {"object": ["Kirkuk"]} == places(table, "attacks")


def test_event_noun_as_subject_acts_on_the_verbs_object():
    table = "U.S./U.S./NNP/compound/2 strikes/strike/NNS/nsubj/3 killed/kill/VBD/ROOT/0 rebels/rebel/NNS/dobj/3"

    assert {"compound": ["U.S."], "object": ["rebels"]} == places(table, "strikes")


def test_event_noun_has_possessor_and_of_phrase():
    table = "rebels/rebel/NNS/poss/3 '/'/POS/case/1 withdrawal/withdrawal/NN/ROOT/0 from/from/IN/prep/3 Kirkuk/Kirkuk/NNP/pobj/4"

    assert {"poss": ["rebels"], "from": ["Kirkuk"]} == places(table, "withdrawal")


def test_two_prepositions_joined_by_a_noun_are_one_place():
    table = (
        "Rebels/rebel/NNS/nsubj/2 left/leave/VBD/ROOT/0 in/in/IN/prep/2 response/response/NN/pobj/3 to/to/IN/prep/4"
        " raids/raid/NNS/pobj/5"
    )

    assert ["raids"] == places(table, "left")["in response to"]


def test_gerund_after_a_preposition_takes_the_subject_of_its_clause():
    table = (
        "Rebels/rebel/NNS/nsubj/2 left/leave/VBD/ROOT/0 after/after/IN/prep/2 storming/storm/VBG/pcomp/3 Kirkuk/Kirkuk/NNP/dobj/4"
    )

    assert {"object": ["Kirkuk"], "subject": ["Rebels"]} == places(table, "storming")


def test_whom_a_verb_calls_on_is_to_act():
    table = (
        "Council/Council/NNP/nsubj/2 called/call/VBD/ROOT/0 on/on/IN/prep/2 states/state/NNS/pobj/3 to/to/TO/aux/6"
        " cooperate/cooperate/VB/xcomp/2"
    )

    assert ["states"] == places(table, "cooperate")["subject"]


def test_bare_participle_of_harm_tells_what_befell_its_subject():
    table = "soldiers/soldier/NNS/nsubj/2 wounded/wound/VBN/ROOT/0"

    assert {"object": ["soldiers"]} == places(table, "wounded")


def test_what_opens_the_sentence_holds_for_the_second_verb_too():
    table = (
        "In/in/IN/prep/5 Kirkuk/Kirkuk/NNP/pobj/1 ,/,/,/punct/5 rebels/rebel/NNS/nsubj/5 hit/hit/VBD/ROOT/0 "
        "police/police/NNS/dobj/5 in/in/IN/prep/5 cars/car/NNS/pobj/7 and/and/CC/cc/5 fled/flee/VBD/conj/5"
    )

    assert {"subject": ["rebels"], "in": ["Kirkuk"]} == places(table, "fled")


def test_which_after_a_comma_is_the_group_and_not_those_it_is_made_of():
    table = (
        "A/a/DT/det/2 group/group/NN/nsubj/8 of/of/IN/prep/2 {rebels}/pobj/3 ,/,/,/punct/4 which/which/WDT/nsubj/7 "
        "stormed/storm/VBD/relcl/4 fled/flee/VBD/ROOT/0"
    )

    assert places(table.format(rebels="rebels/rebel/NNS"), "stormed") == {"subject": ["group"]}
    assert places(table.format(rebels="cars/car/NNS"), "stormed") == {"subject": ["cars"]}


def test_a_quoted_word_before_the_verb_does_not_say_itself():
    table = '"/"/``/punct/5 Chad/Chad/NNP/nsubj/5 ,/,/,/punct/5 "/"/\'\'/punct/5 said/say/VBD/ROOT/0 Hassan/Hassan/NNP/nsubj/5'

    assert {"subject": ["Hassan"]} == places(table, "said")


def test_those_after_whom_a_bare_participle_of_harm_stands_are_harmed():
    table = "soldiers/soldier/NNS/ROOT/0 wounded/wound/VBD/acl/1"

    assert {"object": ["soldiers"]} == places(table, "wounded")


def test_event_nouns_joined_by_and_share_their_of_phrase():
    table = "raid/raid/NN/ROOT/0 and/and/CC/cc/1 attack/attack/NN/conj/1 of/of/IN/prep/1 rebels/rebel/NNS/pobj/4"

    assert [{"of": ["rebels"]}] * 2 == [places(table, "raid"), places(table, "attack")]


def test_at_whose_hands_is_by_whom():
    table = (
        "priests/priest/NNS/nsubjpass/3 were/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 at/at/IN/prep/3 the/the/DT/det/6"
        " hands/hand/NNS/pobj/4 of/of/IN/prep/6 rebels/rebel/NNS/pobj/7"
    )

    assert ["rebels"] == places(table, "killed")["subject"]


def test_the_worth_of_a_sum_is_what_is_given():
    doc = parsed("Germany/Germany/NNP/nsubj/2 sent/send/VBD/ROOT/0 million/million/CD/dobj/2 in/in/IN/prep/2 aid/aid/NN/pobj/4")
    doc.set_ents([doc.char_span(start := doc.text.index("million"), start + len("million"), label="MONEY")])

    assert ["aid"] == [
        slot.token.text for slot in find_predicates(doc, replace(LEXICON, event_nouns={"aid"}))[0].fillers("object")
    ]
    assert ["million"] == [slot.token.text for slot in find_predicates(doc, LEXICON)[0].fillers("object")]


def test_who_behind_what_a_man_is_armed_with_is_the_man():
    table = (
        "rebel/rebel/NN/ROOT/0 armed/arm/VBN/acl/1 with/with/IN/prep/2 knives/knife/NNS/pobj/3 who/who/WP/nsubj/6"
        " fled/flee/VBD/relcl/4"
    )
    assert ["rebel"] == places(table, "fled")["subject"]


@pytest.mark.parametrize(("day", "expected"), [("EVENT", []), ("DATE", ["rebels"])])
def test_who_is_named_behind_an_attack_called_by_its_day_did_not_make_it(day, expected):
    table = (
        "policies/policy/NNS/ROOT/0 launched/launch/VBN/acl/1 after/after/IN/prep/2 Tuesday/Tuesday/NNP/compound/5"
        " strikes/strike/NNS/pobj/3 by/by/IN/prep/5 rebels/rebel/NNS/pobj/6"
    )
    doc = parsed(table)
    doc.set_ents([Span(doc, 3, 5, label=day)])
    strikes = find_predicates(doc, replace(LEXICON, event_nouns={"strike"}))[-1]

    assert expected == [slot.token.text for slot in strikes.fillers("by")]


@pytest.mark.parametrize(("helper", "expected"), [("was/be", "Wine"), ("were/be", "rebels")])
def test_one_who_was_held_is_not_the_many_before_him(helper, expected):
    doc = parsed(
        "rebels/rebel/NNS/ROOT/0 of/of/IN/prep/1 Wine/Wine/NNP/pobj/2 who/who/WP/nsubjpass/6"
        f" {helper}/AUX/auxpass/6 held/hold/VBN/relcl/3"
    )
    doc.set_ents([Span(doc, 2, 3, label="GPE")])

    assert [expected] == [slot.token.text for slot in find_predicates(doc, LEXICON)[-1].fillers("object")]


@pytest.mark.parametrize(("helper", "expected"), [("was/be", "head"), ("were/be", "rebels")])
def test_of_many_one_was_held_is_their_head(helper, expected):
    doc = parsed(
        "head/head/NN/ROOT/0 of/of/IN/prep/1 rebels/rebel/NNS/pobj/2 who/who/WP/nsubjpass/6"
        f" {helper}/AUX/auxpass/6 held/hold/VBN/relcl/3"
    )
    lexicon = replace(LEXICON, people={"head", "rebel"})

    assert [expected] == [slot.token.text for slot in find_predicates(doc, lexicon)[-1].fillers("object")]


@pytest.mark.parametrize(("label", "expected"), [("NORP", "Danes"), ("GPE", "families")])
def test_who_died_were_people_told_by_their_country(label, expected):
    doc = parsed("families/family/NNS/ROOT/0 of/of/IN/prep/1 Danes/Danes/NNPS/pobj/2 who/who/WP/nsubj/5 fled/flee/VBD/relcl/3")
    doc.set_ents([Span(doc, 2, 3, label=label)])
    lexicon = replace(LEXICON, people={"family"})

    assert [expected] == [slot.token.text for slot in find_predicates(doc, lexicon)[-1].fillers("subject")]


def test_who_is_led_in_handcuffed_has_not_handcuffed_anybody():
    table = "Ruiz/Ruiz/NNP/nsubjpass/3 was/be/AUX/auxpass/3 led/lead/VBN/ROOT/0 in/in/RP/prt/3 handcuffed/handcuff/VBD/advcl/3"
    [*_, verb] = find_predicates(parsed(table), replace(LEXICON, befall={"handcuff"}))

    assert ["Ruiz"] == [slot.token.text for slot in verb.fillers("object")]


def test_a_preposition_joined_to_another_fills_a_place_too():
    table = (
        "They/they/PRP/nsubj/2 met/meet/VBD/ROOT/0 in/in/IN/prep/2 Lima/Lima/NNP/pobj/3 and/and/CC/cc/3 in/in/IN/conj/3"
        " Cuzco/Cuzco/NNP/pobj/6"
    )

    assert ["Lima", "Cuzco"] == places(table, "met")["in"]


@pytest.mark.parametrize(("verb", "expected"), [("launched/launch", ["rebels"]), ("denied/deny", None)])
def test_who_launched_an_attack_that_is_told_of_behind_that_did_it(verb: str, expected: list[str] | None):
    table = (
        "The/the/DT/det/2 attack/attack/NN/nsubj/6 that/that/IN/mark/5 rebels/rebel/NNS/nsubj/5"
        f" {verb}/VBD/acl/2 failed/fail/VBD/ROOT/0"
    )

    assert expected == places(table, "attack").get("subject")


@pytest.mark.parametrize("light", ["engage in", "take part in"])
def test_who_takes_part_in_an_event_is_its_subject(light: str):
    verb, _, rest = light.partition(" ")
    part = " part/part/NN/dobj/2" if rest == "part in" else ""
    last = 4 if part else 3
    table = f"Rebels/rebel/NNS/nsubj/2 {verb}/{verb}/VBD/ROOT/0{part} in/in/IN/prep/2 raids/raid/NNS/pobj/{last}"
    found = find_predicates(parsed(table), replace(LEXICON, light={light}))

    assert ["Rebels"] == [slot.token.text for p in found if p.token.text == "raids" for slot in p.fillers("subject")]


def test_those_reported_killed_are_killed():
    table = (
        "People/people/NNS/nsubjpass/3 were/be/AUX/auxpass/3 reported/report/VBN/ROOT/0 killed/kill/VBN/xcomp/3 in/in/IN/prep/4"
        " Lima/Lima/NNP/pobj/5"
    )

    assert {"object": ["People"], "in": ["Lima"]} == places(table, "killed")


@pytest.mark.parametrize(("noun", "expected"), [("market", "attack"), ("rebel", "rebel")])
def test_no_place_kills_but_what_happened_there(noun: str, expected: str):
    table = (
        f"An/an/DT/det/2 attack/attack/NN/nsubj/9 at/at/IN/prep/2 a/a/DT/det/5 {noun}/{noun}/NN/pobj/3 that/that/WDT/nsubj/7"
        " killed/kill/VBD/relcl/5 ten/ten/CD/dobj/7 ended/end/VBD/ROOT/0"
    )
    found = find_predicates(parsed(table), replace(LEXICON, places={"market"}))

    assert [expected] == [slot.token.text for p in found if p.token.text == "killed" for slot in p.fillers("subject")]


def test_where_something_was_done_is_no_object_but_the_place():
    table = "The/the/DT/det/2 town/town/NN/ROOT/0 where/where/WRB/advmod/5 rebels/rebel/NNS/nsubj/5 fought/fight/VBD/relcl/2"

    assert {"subject": ["rebels"], "in": ["town"]} == places(table, "fought")


def test_where_somebody_says_something_is_not_where_it_is_said():
    table = (
        "The/the/DT/det/2 town/town/NN/ROOT/0 where/where/WRB/advmod/5 rebels/rebel/NNS/nsubj/5 say/say/VBP/relcl/2"
        " they/they/PRP/nsubj/7 fought/fight/VBD/ccomp/5"
    )

    assert "in" not in places(table, "say")


@pytest.mark.parametrize(("verb", "speaker"), [("quoted/quote", ["witnesses"]), ("used/use", ["agency"])])
def test_whom_somebody_quotes_says_it(verb: str, speaker: list[str]):
    table = (
        f"The/the/DT/det/2 agency/agency/NN/nsubj/3 {verb}/VBD/ROOT/0 witnesses/witness/NNS/dobj/3 as/as/IN/prep/3"
        " saying/say/VBG/pcomp/5 so/so/RB/advmod/6"
    )
    found = {p.token.text: p for p in find_predicates(parsed(table), Lexicon(quoting={"quote"}))}

    assert [slot.token.text for slot in found["saying"].slots if slot.name == "subject"] == speaker


@pytest.mark.parametrize(
    "day",
    ["on/on/IN/prep/2 Friday/Friday/NNP/pobj/4 in/in/IN/prep/5 Lima/Lima/NNP/pobj/6",
     "Friday/Friday/NNP/npadvmod/2 early/early/RB/advmod/4 in/in/IN/prep/4 Lima/Lima/NNP/pobj/6"],
    ids=["on-friday-in", "friday-in"],
)  # fmt: skip
def test_a_place_behind_the_day_is_the_verbs(day: str):
    table = f"They/they/PRP/nsubj/2 arrested/arrest/VBD/ROOT/0 men/man/NNS/dobj/2 {day}"
    doc = parsed(table)
    friday = next(token for token in doc if token.text == "Friday")
    doc.set_ents([Span(doc, friday.i, friday.i + 1, "DATE")])
    found = next(p for p in find_predicates(doc, LEXICON) if p.token.text == "arrested")

    assert ["Lima"] == [slot.token.text for slot in found.fillers("in")]


def test_a_participle_joined_to_an_adjective_tells_of_nothing():
    table = (
        "A/a/DT/det/5 frightened/frightened/JJ/amod/5 and/and/CC/cc/2 intimidated/intimidate/VBN/conj/2 crowd/crowd/NN/nsubj/6"
        " fled/flee/VBD/ROOT/0"
    )

    assert ["fled"] == [p.token.text for p in find_predicates(parsed(table), LEXICON)]


@pytest.mark.parametrize(("rest", "expected"), [("", "object"), (" to/to/TO/aux/4 leave/leave/VB/xcomp/2", "subject")])
def test_a_bare_participle_with_a_clause_befalls_nobody(rest: str, expected: str):
    table = "Leaders/leader/NNS/nsubj/2 threatened/threaten/VBD/ROOT/0" + rest
    found = find_predicates(parsed(table), replace(LEXICON, befall={"threaten"}))

    assert [expected] == [s.name for p in found if p.token.text == "threatened" for s in p.slots if s.token.text == "Leaders"]


def test_who_is_told_wounded_behind_another_clause_was_wounded():
    table = (
        "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ccomp/6 Kirkuk/Kirkuk/NNP/dobj/2 ,/,/,/punct/6 guards/guard/NNS/nsubj/6"
        " wounded/wound/VBN/ROOT/0"
    )
    assert ["guards"] == places(table, "wounded")["object"]


INJURED = " two/two/CD/nummod/4 men/man/NNS/{dep}/2 and/and/CC/cc/4 a/a/DT/det/7 girl/girl/NN/conj/4 injured/injure/VBN/acl/7"


@pytest.mark.parametrize(
    ("opening", "dep", "expected"),
    [
        ("There/there/EX/expl/2 were/be/VBD/ROOT/0", "attr", ["men", "girl"]),
        ("left/leave/VBD/ROOT/0 with/with/IN/prep/1", "pobj", ["men", "girl"]),
        ("He/he/PRP/nsubj/2 met/meet/VBD/ROOT/0", "dobj", ["girl"]),
    ],
)
def test_a_participle_behind_those_that_were_there_tells_of_all(opening: str, dep: str, expected: list[str]):
    assert {"object": expected} == places(opening + INJURED.format(dep=dep), "injured")


@pytest.mark.parametrize(("verb", "expected"), [("launched", True), ("feared", False)])
def test_whom_a_deed_is_done_with_tells_where_it_is(verb: str, expected: bool):
    table = (
        f"Iraq/Iraq/NNP/nsubj/2 {verb}/{verb.replace('ed', '')}/VBD/ROOT/0 a/a/DT/det/4 raid/raid/NN/dobj/2 with/with/IN/prep/4"
        " rebels/rebel/NNS/pobj/5 in/in/IN/prep/6 Lima/Lima/NNP/pobj/7"
    )
    assert expected is ("Lima" in places(table, verb).get("in", []))


def test_what_is_done_here_has_its_place():
    table = "Rebels/rebel/NNS/nsubj/2 left/leave/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 here/here/RB/advmod/2"
    assert ["here"] == places(table, "left")["in"]


@pytest.mark.parametrize(("verb", "expected"), [("helped/help", ["Iraq"]), ("feared/fear", [])])
@pytest.mark.parametrize("at", [2, 3])
def test_who_is_helped_in_a_fight_fights(verb: str, expected: list[str], at: int):
    table = (
        f"Peru/Peru/NNP/nsubj/2 {verb}/VBD/ROOT/0 Iraq/Iraq/NNP/dobj/2 in/in/IN/prep/{at} the/the/DT/det/6 raid/raid/NN/pobj/4"
        " on/on/IN/prep/6 rebels/rebel/NNS/pobj/7"
    )
    found = find_predicates(parsed(table), replace(LEXICON, helping={"help"}))
    raid = next(predicate for predicate in found if predicate.token.text == "raid")
    assert expected == [slot.token.text for slot in raid.fillers("subject")]


@pytest.mark.parametrize(("gap", "expected"), [("week/week/NN/npadvmod/2", ["junta"]), ("orders/order/NNS/dobj/2", ["Leaders"])])
def test_who_is_given_time_is_to_do_it(gap, expected):
    table = f"Leaders/leader/NNS/nsubj/2 gave/give/VBD/ROOT/0 junta/junta/NN/dative/2 {gap} to/to/TO/aux/6 leave/leave/VB/advcl/2"
    assert expected == places(table, "leave")["subject"]


@pytest.mark.parametrize(
    ("way", "preposition", "expected"),
    [
        ("back/back/RB/advmod/2", "to/to/IN/prep/3", ["Lima"]),
        ("north/north/RB/advmod/2", "of/of/IN/prep/3", []),
        ("early/early/RB/advmod/2", "to/to/IN/prep/3", []),
    ],
)
def test_where_one_goes_back_to_is_where_one_goes(way: str, preposition: str, expected: list[str]):
    table = f"Rebels/rebel/NNS/nsubj/2 fled/flee/VBD/ROOT/0 {way} {preposition} Lima/Lima/NNP/pobj/4"
    assert expected == [word for name in ("to", "of") for word in places(table, "fled").get(name, [])]


@pytest.mark.parametrize(("label", "expected"), [("EVENT", ["Lima"]), ("PERSON", [])])
def test_where_a_day_with_a_name_was_kept_is_where_it_was_done(label: str, expected: list[str]):
    table = (
        "Rebels/rebel/NNS/nsubj/2 fled/flee/VBD/ROOT/0 during/during/IN/prep/2 Easter/Easter/NNP/pobj/3 in/in/IN/prep/4"
        " Lima/Lima/NNP/pobj/5"
    )
    (fled,) = find_predicates(read(table, **{label: "Easter"}), LEXICON)
    assert expected == [slot.token.text for slot in fled.fillers("in")]


@pytest.mark.parametrize(
    ("verb", "whom", "expected"),
    [("warned/warn/VBD", "rebels/rebel/NNS/dobj/2 ", ["rebels"]), ("warned/warn/VBD", "", []), ("used/use/VBD", "", ["Lima"])],
)
def test_who_is_warned_against_a_deed_would_do_it(verb: str, whom: str, expected: list[str]):
    last = 3 + bool(whom)
    table = (
        f"Lima/Lima/NNP/nsubj/2 {verb}/ROOT/0 {whom}against/against/IN/prep/2 entering/enter/VBG/pcomp/{last}"
        f" towns/town/NNS/dobj/{last + 1}"
    )
    assert expected == places(table, "entering").get("subject", [])


@pytest.mark.parametrize(("adverb", "expected"), [("", ["huts"]), ("wildly/wildly/RB/advmod/2 ", [])])
def test_an_adverb_behind_the_first_verb_parts_it_from_the_object_of_the_second(adverb: str, expected: list[str]):
    last = 4 + bool(adverb)
    table = f"They/they/PRP/nsubj/2 fired/fire/VBD/ROOT/0 {adverb}and/and/CC/cc/2 burned/burn/VBD/conj/2 huts/hut/NNS/dobj/{last}"
    assert expected == places(table, "fired").get("object", [])


@pytest.mark.parametrize(("name", "expected"), [("Hotel/hotel", "shelling"), ("Radio/radio", "Astor")])
def test_what_killed_at_a_hotel_is_not_the_hotel(name, expected):
    table = (
        f"shelling/shelling/NN/ROOT/0 of/of/IN/prep/1 the/the/DT/det/5 {name}/NNP/compound/5 Astor/Astor/NNP/pobj/2"
        " which/which/WDT/nsubj/7 killed/kill/VBD/relcl/5"
    )
    lexicon = replace(LEXICON, places={"hotel"}, affect={"kill"}, event_nouns={"shelling"})

    assert [expected] == [slot.token.text for slot in find_predicates(parsed(table), lexicon)[-1].fillers("subject")]


@pytest.mark.parametrize(("preposition", "doers"), [("in", ["Guards"]), ("after", [])])
def test_who_does_something_in_backing_of_others_backs_them(preposition: str, doers: list[str]):
    lexicon = replace(LEXICON, event_nouns={"support"}, helping={"support"})
    table = (
        f"Guards/guard/NNS/nsubj/2 marched/march/VBD/ROOT/0 {preposition}/{preposition}/IN/prep/2 support/support/NN/pobj/3"
        " of/of/IN/prep/4 miners/miner/NNS/pobj/5"
    )
    support = next(found for found in find_predicates(parsed(table), lexicon) if found.token.text == "support")
    assert doers == [slot.token.text for slot in support.fillers("subject")]
