"""Which events verbs and nouns tell, with whom, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest
from graph.events.drafts import is_generic
from graph.model import Span, Value
from graph.ontology import load
from spacy.tokens import Doc
from spacy.tokens import Span as Words

import handmade
from parsed import parsed
from scenes import drafts, links, told

LAYERS = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]


def test_verb_with_agent_and_target_is_its_class():
    table = "Police/police/NNS/nsubj/2 arrested/arrest/VBD/ROOT/0 protesters/protester/NNS/dobj/2"

    assert [("Arrest", {"agent": ["Police"], "target": ["protesters"]})] == [
        told(d) for d in drafts(table, {"Police": "SecurityForce", "protesters": "Group"})
    ]


def test_trigger_of_several_words_wins_over_one():
    table = (
        "Police/police/NNS/nsubj/2 fired/fire/VBD/ROOT/0 tear/tear/NN/compound/4 gas/gas/NN/dobj/2 at/at/IN/prep/2"
        " protesters/protester/NNS/pobj/5"
    )

    assert [("CrowdDispersal", {"agent": ["Police"], "target": ["protesters"]})] == [
        told(d) for d in drafts(table, {"Police": "SecurityForce", "protesters": "Group"})
    ]


def test_hyphened_verb_is_read_as_its_two_words():
    table = "Police/police/NNS/nsubj/4 tear/tear/NN/npadvmod/4 -/-/,/punct/4 gassed/gas/VBD/ROOT/0 crowds/crowd/NNS/dobj/4"
    doc = parsed(table)
    spaced = Doc(doc.vocab, words=[t.text for t in doc], spaces=[True, False, False, True, False]).from_array(
        LAYERS, doc.to_array(LAYERS)
    )

    assert [("CrowdDispersal", {"agent": ["Police"], "target": ["crowds"]})] == [
        told(d) for d in drafts(spaced, {"Police": "SecurityForce", "crowds": "Group"})
    ]


def test_event_noun_takes_its_compound_country_as_agent_and_its_on_phrase_as_target():
    table = "U.S./U.S./NNP/compound/2 airstrikes/airstrike/NNS/ROOT/0 on/on/IN/prep/2 militia/militia/NN/pobj/3"

    assert [("Airstrike", {"agent": ["U.S."], "target": ["militia"]})] == [
        told(d) for d in drafts(table, {"U.S.": "Country", "militia": "ArmedGroup"})
    ]


def test_place_of_a_struck_facility_is_the_place_of_the_strike_and_its_owner_is_struck():
    table = (
        "U.S./U.S./NNP/compound/2 airstrikes/airstrike/NNS/ROOT/0 on/on/IN/prep/2 bases/base/NNS/pobj/3 of/of/IN/prep/4"
        " Hezbollah/Hezbollah/NNP/pobj/5 in/in/IN/prep/4 Iraq/Iraq/NNP/pobj/7"
    )
    classes = {"U.S.": "Country", "bases": "MilitaryBase", "Hezbollah": "ArmedGroup", "Iraq": "Country"}

    assert [("Airstrike", {"agent": ["U.S."], "target": ["bases", "Hezbollah"], "place": ["Iraq"]})] == [
        told(d) for d in drafts(table, classes)
    ]


def test_unknown_verb_with_somebody_in_it_is_a_plain_event():
    table = "Pompeo/Pompeo/NNP/nsubj/2 juggled/juggle/VBD/ROOT/0 officials/official/NNS/dobj/2"

    assert [("Event", {"agent": ["Pompeo"], "target": ["officials"]})] == [
        told(d) for d in drafts(table, {"Pompeo": "Person", "officials": "Group"})
    ]


def test_verb_without_participants_is_dropped():
    table = "It/it/PRP/nsubj/2 juggled/juggle/VBD/ROOT/0 ideas/idea/NNS/dobj/2"

    assert [] == drafts(table, {})


def test_event_word_inside_a_name_tells_nothing():
    table = "Mobilization/mobilization/NNP/nsubj/2 withdrew/withdraw/VBD/ROOT/0"

    assert ["Withdrawal"] == [d.type for d in drafts(table, {"Mobilization": "ArmedGroup"})]


def test_figure_before_the_killed_is_their_number():
    table = "Rebels/rebel/NNS/nsubj/2 killed/kill/VBD/ROOT/0 24/24/CD/nummod/4 soldiers/soldier/NNS/dobj/2"
    value = Value(24, Span(14, 16), "lower")
    [draft] = drafts(table, {"Rebels": "ArmedGroup", "soldiers": "Group"}, {3: value})

    assert [("fatalities", value)] == [(a.role, a.value) for a in draft.figures]


def test_one_person_with_an_indefinite_article_counts_one():
    table = "Rebels/rebel/NNS/nsubj/2 killed/kill/VBD/ROOT/0 a/a/DT/det/4 contractor/contractor/NN/dobj/2"
    [draft] = drafts(table, {"Rebels": "ArmedGroup", "contractor": "Person"})

    assert [("fatalities", 1)] == [(a.role, a.value.number) for a in draft.figures if a.value]


def test_killed_or_wounded_is_only_possible_and_has_no_figure():
    table = (
        "Rebels/rebel/NNS/nsubj/2 killed/kill/VBD/ROOT/0 or/or/CC/cc/2 wounded/wound/VBD/conj/2 24/24/CD/nummod/6"
        " soldiers/soldier/NNS/dobj/4"
    )
    found = drafts(table, {"Rebels": "ArmedGroup", "soldiers": "Group"}, {5: Value(24, Span(0, 2))})

    assert {"possible"} == {d.status.modality for d in found}
    assert [] == [a for d in found for a in d.figures]


def test_postponed_visit_is_planned():
    table = (
        "Pompeo/Pompeo/NNP/nsubj/2 postponed/postpone/VBD/ROOT/0 a/a/DT/det/4 visit/visit/NN/dobj/2 to/to/IN/prep/4"
        " Ukraine/Ukraine/NNP/pobj/5"
    )
    found = {d.type: d for d in drafts(table, {"Pompeo": "Person", "Ukraine": "Country"})}

    assert "planned" == found["Visit"].status.modality


ATTACKED = "{who}/{one}/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 {whom}/{other}/NNS/dobj/2"


@pytest.mark.parametrize(
    ("who", "whom", "expected"),
    [
        (("militants", "militant"), ("soldiers", "soldier"), "ArmedClash"),
        (("militants", "militant"), ("villagers", "villager"), "Attack"),
        (("protesters", "protester"), ("soldiers", "soldier"), "Riot"),
    ],
)
def test_unnamed_people_fill_a_role_only_if_their_noun_is_of_the_asked_list(who, whom, expected):
    table = ATTACKED.format(who=who[0], one=who[1], whom=whom[0], other=whom[1])
    [draft] = drafts(table, {who[0]: "Group", whom[0]: "Group"})

    assert expected == draft.type


def test_a_patrol_of_soldiers_is_armed_and_a_named_body_needs_no_noun():
    table = (
        "Taliban/Taliban/NNP/nsubj/2 attacked/attack/VBD/ROOT/0 column/column/NN/dobj/2 of/of/IN/prep/3 troops/troop/NNS/pobj/4"
    )
    [draft] = drafts(table, {"Taliban": "ArmedGroup", "column": "Group"})

    assert "ArmedClash" == draft.type


def test_a_bare_number_gives_the_figure_and_nobody():
    table = "bombs/bomb/NNS/nsubj/2 killed/kill/VBD/ROOT/0 24/24/CD/dobj/2"
    value = Value(24, Span(13, 15))
    found = drafts(table, {}, {2: value})

    assert [("fatalities", value)] == [(a.role, a.value) for d in found if d.type == "Killing" for a in d.figures]
    assert [] == [f for d in found if d.type == "Killing" for f in d.fillers if f.role == "target"]


def test_a_number_of_things_is_no_figure_of_people():
    table = "bombs/bomb/NNS/nsubj/2 killed/kill/VBD/ROOT/0 24/24/CD/nummod/4 cows/cow/NNS/dobj/2"
    found = drafts(table, {}, {3: Value(24, Span(13, 15))})

    assert [] == [a for d in found for a in d.figures]


def test_what_is_used_in_an_attack_is_its_instrument():
    table = (
        "rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Kirkuk/Kirkuk/NNP/dobj/2 using/use/VBG/advcl/2"
        " mortars/mortar/NNS/dobj/4"
    )
    found = {d.type: told(d)[1] for d in drafts(table, {"rebels": "Group", "Kirkuk": "City", "mortars": "Munition"})}

    assert ["mortars"] == found["Bombardment"]["instrument"]


def test_a_criticised_attack_is_held_against_those_who_made_it():
    table = (
        "Paris/Paris/NNP/nsubj/2 condemned/condemn/VBD/ROOT/0 attacks/attack/NNS/dobj/2 by/by/IN/prep/3 rebels/rebel/NNS/pobj/4"
    )
    found = {d.type: told(d)[1] for d in drafts(table, {"Paris": "Country", "rebels": "Group"})}

    assert ["rebels"] == found["Criticism"]["target"]


@pytest.mark.parametrize(("preposition", "expected"), [("under", []), ("from", ["Event"])])
def test_a_verb_too_thin_with_its_preposition_tells_nothing(preposition: str, expected: list[str]):
    table = f"Police/police/NNS/nsubj/2 fell/fall/VBD/ROOT/0 {preposition}/{preposition}/IN/prep/2 grace/grace/NN/pobj/3"

    assert expected == [d.type for d in drafts(table, {"Police": "SecurityForce"})]


def test_what_an_event_is_of_does_not_stand_for_the_event():
    table = (
        "Paris/Paris/NNP/nsubj/2 deplored/deplore/VBD/ROOT/0 the/the/DT/det/4 killing/killing/NN/dobj/2 of/of/IN/prep/4"
        " priests/priest/NNS/pobj/5"
    )
    found = {d.type: told(d)[1] for d in drafts(table, {"Paris": "Country", "priests": "Group"})}

    assert {"Criticism": {"agent": ["Paris"]}, "Killing": {"target": ["priests"]}} == found


def test_what_happened_near_a_tower_in_a_town_happened_in_the_town():
    table = (
        "bomb/bomb/NN/nsubj/2 exploded/explode/VBD/ROOT/0 near/near/IN/prep/2 tower/tower/NN/pobj/3 in/in/IN/prep/4"
        " Lima/Lima/NNP/pobj/5"
    )
    [draft] = [d for d in drafts(table, {"bomb": "Explosive", "tower": "Facility", "Lima": "City"}) if d.type == "Bombing"]

    assert ["tower", "Lima"] == told(draft)[1]["place"]


def test_those_named_after_including_are_of_the_group():
    table = (
        "Police/police/NNS/nsubj/2 arrested/arrest/VBD/ROOT/0 activists/activist/NNS/dobj/2 including/include/VBG/prep/3"
        " Paz/Paz/NNP/pobj/4"
    )
    [draft] = drafts(table, {"Police": "SecurityForce", "activists": "Group", "Paz": "Person"})

    assert ["activists", "Paz"] == told(draft)[1]["target"]


def test_an_attack_aimed_at_somebody_is_on_them():
    table = "attacks/attack/NNS/ROOT/0 aimed/aim/VBN/acl/1 at/at/IN/prep/2 soldiers/soldier/NNS/pobj/3"
    found = {d.type: told(d)[1] for d in drafts(table, {"soldiers": "Group"})}

    assert {"target": ["soldiers"]} == found["Attack"]


@pytest.mark.parametrize(("place", "expected"), [("factory", "IndustrialExplosion"), ("market", "Bombing")])
def test_a_blast_at_a_plant_is_a_mishap(place: str, expected: str):
    table = f"blast/blast/NN/ROOT/0 at/at/IN/prep/1 {place}/{place}/NN/pobj/2"

    assert [expected] == [d.type for d in drafts(table, {"factory": "Plant", "market": "Facility"})]


def test_found_not_guilty_is_an_acquittal():
    table = "He/he/PRP/nsubjpass/3 was/be/VBD/auxpass/3 found/find/VBN/ROOT/0 not/not/RB/neg/5 guilty/guilty/JJ/oprd/3"

    assert ["Acquittal"] == [d.type for d in drafts(table, {"He": "Person"})]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Escobar/Escobar/NNP/poss/3 's/'s/POS/case/1 capture/capture/NN/ROOT/0", "Arrest"),
        ("capture/capture/NN/ROOT/0 of/of/IN/prep/1 Lima/Lima/NNP/pobj/2", "Capture"),
    ],
)
def test_people_are_caught_and_towns_are_taken(table: str, expected: str):
    assert [expected] == [d.type for d in drafts(table, {"Escobar": "Person", "Lima": "City"})]


def test_what_is_given_in_a_place_is_no_giving_in():
    table = (
        "He/he/PRP/nsubjpass/3 was/be/VBD/auxpass/3 given/give/VBN/ROOT/0 keys/key/NNS/dobj/3 in/in/IN/prep/3"
        " Lima/Lima/NNP/pobj/5"
    )

    assert "Concession" not in [d.type for d in drafts(table, {"He": "Person", "Lima": "City"})]


def test_whose_own_thing_is_no_addressee():
    table = "Lima/Lima/NNP/nsubj/2 demanded/demand/VBD/ROOT/0 Lima/Lima/NNP/poss/5 's/'s/POS/case/3 share/share/NN/dobj/2"
    [draft] = drafts(table, {"Lima": "City"})

    assert ("Demand", {"agent": ["Lima"]}) == told(draft)


def test_what_a_condemned_attack_was_on_is_not_condemned():
    table = (
        "Crowds/crowd/NNS/nsubj/2 condemned/condemn/VBD/ROOT/0 airstrikes/airstrike/NNS/dobj/2 on/on/IN/prep/3"
        " bases/base/NNS/pobj/4"
    )
    found = {d.type: told(d)[1] for d in drafts(table, {"Crowds": "Group", "bases": "MilitaryBase"})}

    assert {"Criticism": {"agent": ["Crowds"]}, "Airstrike": {"target": ["bases"]}} == found


def test_forces_attacking_protesters_break_up_a_crowd():
    table = (
        "attacks/attack/NNS/ROOT/0 by/by/IN/prep/1 police/police/NNS/pobj/2 against/against/IN/prep/1"
        " protesters/protester/NNS/pobj/4"
    )

    assert ["CrowdDispersal"] == [d.type for d in drafts(table, {"police": "SecurityForce", "protesters": "Group"})]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("attacks/attack/NNS/nsubj/2 continued/continue/VBD/ROOT/0", True),
        ("the/the/DT/det/2 attack/attack/NN/nsubj/3 continued/continue/VBD/ROOT/0", False),
        ("piracy/piracy/NN/nsubj/2 grew/grow/VBD/ROOT/0", True),
        ("the/the/DT/det/2 piracy/piracy/NN/nsubj/3 grew/grow/VBD/ROOT/0", False),
        ("There/there/EX/expl/2 were/be/VBD/ROOT/0 attacks/attack/NNS/attr/2", False),
        ("There/there/EX/expl/2 are/be/VBP/ROOT/0 attacks/attack/NNS/attr/2", True),
        ("attacks/attack/NNS/nsubj/4 on/on/IN/prep/1 Lima/Lima/NNP/pobj/2 continued/continue/VBD/ROOT/0", False),
    ],
)
def test_a_noun_of_which_nothing_is_told_and_that_is_not_one_thing_is_generic(table: str, expected: bool):
    [draft] = [d for d in drafts(table, {"Lima": "City"}) if d.type in ("Attack", "Robbery")]

    assert expected == is_generic(draft, load())


# ------------------------------------------------------------------------------------------------------------- tolls
TOLLS = [
    ("The/the/DT/det/3 death/death/NN/compound/3 toll/toll/NN/nsubj/4 rose/rise/VBD/ROOT/0 to/to/IN/prep/4 25/25/CD/pobj/5", 5),
    ("A/a/DT/det/2 toll/toll/NN/nsubjpass/6 of/of/IN/prep/2 25/25/CD/pobj/3 was/be/VBD/auxpass/6 given/give/VBN/ROOT/0", 3),
    ("The/the/DT/det/2 toll/toll/NN/nsubj/3 reached/reach/VBD/ROOT/0 25/25/CD/dobj/3", 3),
    ("Police/police/NNS/nsubj/2 put/put/VBD/ROOT/0 the/the/DT/det/4 toll/toll/NN/dobj/2 at/at/IN/prep/2 25/25/CD/pobj/5", 5),
]


@pytest.mark.parametrize(("table", "place"), TOLLS)
def test_a_toll_is_a_figure_of_deaths(table, place):
    value = Value(25, Span(0, 2))
    (draft,) = [d for d in drafts(table, {}, {place: value}) if d.type == "Death"]

    assert [("fatalities", value)] == [(a.role, a.value) for a in draft.figures]


def test_a_toll_without_a_number_tells_nothing():
    table = "The/the/DT/det/2 toll/toll/NN/nsubj/3 rose/rise/VBD/ROOT/0"

    assert "Death" not in {d.type for d in drafts(table, {})}


def test_a_toll_that_could_rise_is_only_possible():
    table = "The/the/DT/det/2 toll/toll/NN/nsubj/4 could/could/MD/aux/4 rise/rise/VB/ROOT/0 to/to/IN/prep/4 25/25/CD/pobj/5"
    (draft,) = [d for d in drafts(table, {}, {5: Value(25, Span(0, 2))}) if d.type == "Death"]

    assert "possible" == draft.status.modality


def test_those_feared_dead_are_only_possibly_so():
    table = "20/20/CD/nsubjpass/3 are/be/VBP/auxpass/3 feared/fear/VBN/ROOT/0 dead/dead/JJ/oprd/3"
    (draft,) = drafts(table, {}, {0: Value(20, Span(0, 2))})

    assert ("Death", "possible") == (draft.type, draft.status.modality)


def test_the_prefix_of_a_word_is_no_event():
    doc = parsed("Rebels/rebel/NNS/nsubj/2 re/re/VB/ROOT/0 -/-/HYPH/punct/2 armed/arm/VBD/dep/2")
    glued = handmade.doc(
        [t.text for t in doc],
        [t.head.i for t in doc],
        [t.dep_ for t in doc],
        [t.pos_ for t in doc],
        [t.tag_ for t in doc],
        [t.lemma_ for t in doc],
        spaces=[True, False, False, True],
    )

    assert "re" not in {d.token.text for d in drafts(glued, {"Rebels": "ArmedGroup"})}


def test_a_bare_number_of_marchers_is_how_many_took_part():
    value = Value(20000, Span(0, 9))
    table = "Thousands/thousand/NNS/nsubj/2 marched/march/VBD/ROOT/0 in/in/IN/prep/2 Lima/Lima/NNP/pobj/3"
    (draft,) = drafts(table, {"Lima": "City"}, {0: value})

    assert [("participants", value)] == [(a.role, a.value) for a in draft.figures]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("a/a/DT/det/4 truce/truce/NN", ("negative", "planned")), ("the/the/DT/det/4 truce/truce/NN", ("negative", "planned")),
     ("the/the/DT/det/4 accord/accord/NN", ("positive", "actual")), ("a/a/DT/det/4 raid/raid/NN", ("positive", "actual"))],
)  # fmt: skip
def test_a_truce_turned_down_is_not_to_be(noun: str, expected: tuple[str, str]):
    table = f"Rebels/rebel/NNS/nsubj/2 rejected/reject/VBD/ROOT/0 {noun}/dobj/2"
    found = next(d for d in drafts(table, {"Rebels": "ArmedGroup"}) if d.predicate.pos == "n")

    assert expected == (found.status.polarity, found.status.modality)


@pytest.mark.parametrize(("verb", "expected"), [("denied/deny", None), ("began/begin", ["Ruiz"])])
def test_who_denies_carrying_out_an_attack_is_not_its_doer(verb: str, expected: list[str] | None):
    table = (
        f"Ruiz/Ruiz/NNP/nsubj/2 {verb}/VBD/ROOT/0 carrying/carry/VBG/xcomp/2 out/out/RP/prt/3 the/the/DT/det/6"
        " attack/attack/NN/dobj/3 on/on/IN/prep/6 Lima/Lima/NNP/pobj/7"
    )
    found = dict(told(d) for d in drafts(table, {"Ruiz": "Person", "Lima": "City"}))

    assert (expected, ["Lima"]) == (found["Attack"].get("agent"), found["Attack"]["target"])


@pytest.mark.parametrize(("table", "expected"), [
    ("planes/plane/NNS/nsubj/2 bombed/bomb/VBD/ROOT/0 houses/house/NNS/dobj/2", None),
    ("planes/plane/NNS/nsubj/2 exploded/explode/VBD/ROOT/0", ["planes"]),
])  # fmt: skip
def test_what_bombs_something_is_not_bombed(table: str, expected: list[str] | None):
    assert expected == told(drafts(table, {"planes": "Vehicle"})[0])[1].get("target")


def test_a_verb_that_only_takes_part_in_an_event_is_none_of_its_own():
    table = (
        "Rebels/rebel/NNS/nsubj/2 engaged/engage/VBD/ROOT/0 in/in/IN/prep/2 fighting/fighting/NN/pobj/3 with/with/IN/prep/4"
        " troops/troop/NNS/pobj/5"
    )
    found, tied = links(table, {"Rebels": "ArmedGroup", "troops": "MilitaryForce"})

    assert ["engaged"] == [found[number].token.text for number in tied.dropped]


def test_nobody_killed_or_wounded_is_no_doubt():
    table = "Nobody/nobody/NN/nsubjpass/3 was/be/AUX/auxpass/3 killed/kill/VBN/ROOT/0 or/or/CC/cc/3 wounded/wound/VBN/conj/3"

    assert [("negative", "actual")] * 2 == [(d.status.polarity, d.status.modality) for d in drafts(table, {})]


@pytest.mark.parametrize(("who", "expected"), [("protesters/protester", "Riot"), ("rebels/rebel", "Arson")])
def test_who_burns_buses_tells_a_riot_from_arson(who: str, expected: str):
    table = f"{who}/NNS/nsubj/2 burned/burn/VBD/ROOT/0 buses/bus/NNS/dobj/2"

    assert expected == drafts(table, {who.partition("/")[0]: "Group", "buses": "Vehicle"})[0].type


def test_people_demonstrate_on_a_street_and_not_about_it():
    table = (
        "Protesters/protester/NNS/nsubj/2 demonstrated/demonstrate/VBD/ROOT/0 on/on/IN/prep/2 Oak/Oak/NNP/compound/5"
        " Street/Street/NNP/pobj/3"
    )

    assert [("Demonstration", {"agent": ["Protesters"], "place": ["Street"]})] == [
        told(d) for d in drafts(table, {"Protesters": "Group", "Street": "Facility"})
    ]


def test_whose_suicide_attack_it_is_made_it():
    table = "Daesh/Daesh/NNP/poss/4 's/'s/POS/case/1 suicide/suicide/NN/compound/4 attack/attack/NN/ROOT/0"

    assert [("SuicideBombing", {"agent": ["Daesh"]})] == [told(d) for d in drafts(table, {"Daesh": "ArmedGroup"})]


@pytest.mark.parametrize(
    ("thing", "cls", "expected"), [("House", "GovernmentAgency", "Event"), ("airport", "Facility", "Capture")]
)
def test_only_places_come_under_control_by_force(thing: str, cls: str, expected: str):
    table = (
        "They/they/PRP/nsubj/2 took/take/VBD/ROOT/0 control/control/NN/dobj/2 of/of/IN/prep/3 the/the/DT/det/6"
        f" {thing}/{thing}/NN/pobj/4"
    )

    assert (expected == "Capture") == any(d.type == "Capture" for d in drafts(table, {"They": "Group", thing: cls}))


def test_forces_deployed_on_something_that_is_no_place_are_not_deployed_there():
    table = "Ships/ship/NNS/nsubjpass/3 were/be/AUX/auxpass/3 deployed/deploy/VBN/ROOT/0 on/on/IN/prep/3 {0}/{0}/NN/pobj/4"
    found = {word: told(drafts(table.format(word), {word: cls})[0])[1] for word, cls in (("crew", "Group"), ("coast", "Place"))}

    assert ["coast"] == [word for word in found if "destination" in found[word]]


@pytest.mark.parametrize(("who", "expected"), [("gunmen/gunman", "ArmedClash"), ("students/student", "Riot")])
def test_gunmen_fight_police_and_students_riot(who: str, expected: str):
    table = f"{who}/NNS/nsubj/2 clashed/clash/VBD/ROOT/0 with/with/IN/prep/2 police/police/NNS/pobj/3"

    assert expected == drafts(table, {who.partition("/")[0]: "Group", "police": "SecurityForce"})[0].type


@pytest.mark.parametrize("verb", ["occurred/occur", "happened/happen"])
def test_where_an_attack_occurred_is_its_place_and_no_target(verb: str):
    table = (
        f"The/the/DT/det/2 attack/attack/NN/nsubj/3 {verb}/VBD/ROOT/0 at/at/IN/prep/3 a/a/DT/det/6 crossing/crossing/NN/pobj/4"
    )

    assert [("Attack", {"place": ["crossing"]})] == [told(d) for d in drafts(table, {"crossing": "Facility"})]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Ruiz/Ruiz/NNP/nsubj/3 may/may/MD/aux/3 stage/stage/VB/ROOT/0 the/the/DT/det/5 attack/attack/NN/dobj/3", None),
        (
            "He/he/PRP/nsubj/2 claims/claim/VBZ/ROOT/0 Ruiz/Ruiz/NNP/nsubj/4 staged/stage/VBD/ccomp/2 the/the/DT/det/6"
            " attack/attack/NN/dobj/4",
            ["Ruiz"],
        ),
    ],
    ids=["may", "claimed"],
)
def test_who_is_claimed_to_have_done_it_is_told_with_who_claims_it(table: str, expected: list[str] | None):
    found = dict(told(d) for d in drafts(table, {"Ruiz": "Person"}))

    assert expected == found["Attack"].get("agent")


def test_one_of_them_who_is_named_is_who_did_it():
    table = (
        "One/one/CD/nsubj/5 of/of/IN/prep/1 them/they/PRP/pobj/2 Lena/Lena/NNP/appos/1 shot/shoot/VBD/ROOT/0"
        " guards/guard/NNS/dobj/5"
    )
    (shot,) = drafts(table, {"them": "Actor", "Lena": "Person", "guards": "Group"})
    assert ["Lena"] == told(shot)[1]["agent"]


@pytest.mark.parametrize(("noun", "expected"), [("protests", ["Appeal"]), ("May", [])])
def test_days_of_protest_that_are_called_for_are_no_time(noun: str, expected: list[str]):
    doc = parsed(
        "Unions/union/NNS/nsubj/2 called/call/VBD/ROOT/0 for/for/IN/prep/2 days/day/NNS/pobj/3 of/of/IN/prep/4"
        f" {noun}/{noun}/NNS/pobj/5"
    )
    doc.set_ents([Words(doc, 3, 4 if noun == "protests" else 6, label="DATE")])

    assert expected == [draft.type for draft in drafts(doc, {"Unions": "Organization"}) if draft.predicate.pos == "v"]


FIGHT = (
    "A/a/DT/det/2 {}/NN/nsubj/7 between/between/IN/prep/2 {}/{}/NNS/pobj/3 and/and/CC/cc/4 {}/{}/NNS/conj/4"
    " erupted/erupt/VBD/ROOT/0"
)


@pytest.mark.parametrize(
    ("noun", "one", "other", "expected"),
    [
        ("battle/battle", "troops", "rebels", ("ArmedClash", {"agent": ["troops"], "target": ["rebels"]})),
        ("clash/clash", "rebels", "troops", ("ArmedClash", {"agent": ["rebels"], "target": ["troops"]})),
        ("talk/talk", "rebels", "troops", ("Negotiation", {"agent": ["rebels", "troops"]})),
    ],
)
def test_of_two_sides_of_a_fight_the_first_fights_the_other(noun: str, one: str, other: str, expected: tuple[str, object]):
    table = FIGHT.format(noun, one, one[:-1], other, other[:-1])

    assert expected in [told(draft) for draft in drafts(table, {"troops": "MilitaryForce", "rebels": "ArmedGroup"})]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("It/it/PRP/nsubj/2 exploded/explode/VBD/ROOT/0", {}),
        ("A/a/DT/det/2 jeep/jeep/NN/nsubj/3 exploded/explode/VBD/ROOT/0", {"target": ["jeep"]}),
        (
            "Rebels/rebel/NNS/nsubj/2 detonated/detonate/VBD/ROOT/0 them/they/PRP/dobj/2",
            {"agent": ["Rebels"], "instrument": ["them"]},
        ),
        (
            "It/it/PRP/nsubjpass/3 was/be/AUX/auxpass/3 detonated/detonate/VBN/ROOT/0 by/by/IN/agent/3 rebels/rebel/NNS/pobj/4",
            {"agent": ["rebels"], "instrument": ["It"]},
        ),
    ],
)
def test_what_goes_off_or_is_set_off_does_nothing_itself(table: str, expected: dict[str, list[str]]):
    classes = {"It": "Actor", "them": "Group", "jeep": "Vehicle", "Rebels": "ArmedGroup", "rebels": "ArmedGroup"}

    assert [("Bombing", expected)] == [told(draft) for draft in drafts(table, classes) if draft.type == "Bombing"]


@pytest.mark.parametrize(
    ("rest", "expected"), [("to/to/IN/prep/4 Ruiz/Ruiz/NNP/pobj/5", ["Call"]), ("for/for/IN/prep/4 calm/calm/NN/pobj/5", [])]
)
def test_a_call_made_to_somebody_is_one_by_telephone(rest: str, expected: list[str]):
    table = f"They/they/PRP/nsubj/2 made/make/VBD/ROOT/0 a/a/DT/det/4 call/call/NN/dobj/2 {rest}"

    assert expected == [draft.type for draft in drafts(table, {"They": "Group", "Ruiz": "Person"}) if draft.type == "Call"]


def test_nobody_does_an_outbreak_and_a_disaster_is_where_it_is_told():
    table = (
        "Norway/Norway/NNP/nsubj/2 declared/declare/VBD/ROOT/0 an/a/DT/det/4 outbreak/outbreak/NN/dobj/2 in/in/IN/prep/4"
        " Lima/Lima/NNP/pobj/5"
    )
    found = [told(draft) for draft in drafts(table, {"Norway": "Country", "Lima": "City"})]

    assert ("Epidemic", {"place": ["Lima"]}) in found


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Crews/crew/NNS/nsubj/2 reached/reach/VBD/ROOT/0 the/the/DT/det/4 camp/camp/NN/dobj/2",
            [("Travel", {"agent": ["Crews"], "destination": ["camp"]})],
        ),
        (
            "Crews/crew/NNS/nsubj/2 carried/carry/VBD/ROOT/0 rifles/rifle/NNS/dobj/2 to/to/IN/prep/2 camp/camp/NN/pobj/4",
            [("Movement", {"agent": ["Crews"], "destination": ["camp"], "target": ["rifles"]})],
        ),
    ],
)
def test_bodies_reach_places_and_carry_things_there(table: str, expected: list[tuple[str, dict[str, list[str]]]]):
    assert expected == [told(d) for d in drafts(table, {"Crews": "Organization", "camp": "Facility", "rifles": "Firearm"})]
