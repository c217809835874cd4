"""What a careful reader would not read out of a sentence, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.events import find_events
from graph.events.drafts import Numbers
from graph.model import Span, Value

from readings import chains, mentions, read, resolved
from scenes import drafts, ground, told


def types(table: str, classes: dict[str, str]) -> list[str]:
    return [draft.type for draft in drafts(table, classes)]


def test_of_so_many_of_those_there_were_only_the_first_number_died():
    table = (
        "Fire/fire/NN/nsubj/2 killed/kill/VBD/ROOT/0 20/20/CD/dobj/2 of/of/IN/prep/3 the/the/DT/det/7 90/90/CD/nummod/7"
        " passengers/passenger/NNS/pobj/4"
    )
    figures = {2: Value(20, Span(0, 2)), 6: Value(90, Span(0, 2))}
    [killing] = [d for d in drafts(table, {"passengers": "Group"}, figures) if d.type == "Killing"]

    assert [20] == [figure.value.number for figure in killing.figures if figure.value]


@pytest.mark.parametrize(
    "table",
    [
        '"/"/``/punct/2 Death/death/NN/ROOT/0 to/to/IN/prep/2 Norway/Norway/NNP/pobj/3 !/!/./punct/2',
        "They/they/PRP/nsubj/2 chanted/chant/VBD/ROOT/0 death/death/NN/dobj/2 to/to/IN/prep/2 Norway/Norway/NNP/pobj/4",
    ],
)
def test_death_wished_upon_somebody_is_no_death(table: str):
    assert "Death" not in types(table, {"Norway": "Country", "They": "Group"})


def test_what_is_chanted_at_somebody_leads_nowhere():
    table = "Crowds/crowd/NNS/nsubj/2 chanted/chant/VBD/ROOT/0 slogans/slogan/NNS/dobj/2 to/to/IN/prep/3 Norway/Norway/NNP/pobj/4"

    [(_, roles)] = [told(d) for d in drafts(table, {"Crowds": "Group", "Norway": "Country"})]
    assert "destination" not in roles


def test_who_condemns_a_death_has_nothing_against_the_dead():
    table = "Bishops/bishop/NNS/nsubj/2 condemned/condemn/VBD/ROOT/0 their/their/PRP$/poss/4 deaths/death/NNS/dobj/2"

    found = dict(told(d) for d in drafts(table, {"Bishops": "Group", "their": "Group"}))
    assert {"agent": ["Bishops"]} == found["Criticism"]


def test_a_group_called_so_calls_on_nobody():
    table = "Groups/group/NNS/ROOT/0 called/call/VBN/acl/1 Circle/Circle/NNP/oprd/2 on/on/IN/prep/2 Women/Women/NNP/pobj/4"

    assert "Appeal" not in types(table, {"Groups": "Organization", "Women": "Group"})


@pytest.mark.parametrize(("where", "cls", "expected"), [("court", "Court", "Lawsuit"), ("school", "Organization", "Criticism")])
def test_a_complaint_at_court_is_a_lawsuit(where: str, cls: str, expected: str):
    table = (
        "Farmers/farmer/NNS/nsubj/2 filed/file/VBD/ROOT/0 a/a/DT/det/4 complaint/complaint/NN/dobj/2 at/at/IN/prep/2"
        f" {where}/{where}/NN/pobj/5"
    )

    assert {expected} == set(types(table, {"Farmers": "Group", where: cls}))


@pytest.mark.parametrize(("who", "expected"), [("MediaOrganization", "Criticism"), ("ArmedGroup", "Attack")])
def test_a_paper_attacks_in_words(who: str, expected: str):
    table = "Herald/Herald/NNP/nsubj/2 attacked/attack/VBD/ROOT/0 farmers/farmer/NNS/dobj/2"

    assert [expected] == types(table, {"Herald": who, "farmers": "Group"})


def test_what_is_only_poised_to_happen_is_one_event_not_two():
    table = (
        "Troops/troop/NNS/nsubjpass/3 are/be/AUX/auxpass/3 poised/poise/VBN/ROOT/0 to/to/TO/aux/5 enter/enter/VB/xcomp/3"
        " Rome/Rome/NNP/dobj/5"
    )

    assert [("Entry", "planned")] == [(d.type, d.status.modality) for d in drafts(table, {"Troops": "Group", "Rome": "City"})]


def test_how_a_thing_is_taken_is_no_event():
    table = (
        "Prices/price/NNS/nsubj/2 grew/grow/VBD/ROOT/0 as/as/IN/mark/4 measured/measure/VBN/advcl/2 by/by/IN/agent/4"
        " ministries/ministry/NNS/pobj/5"
    )

    assert [] == drafts(table, {"ministries": "GovernmentAgency"})


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [("conceded", "concede", []), ("maintained", "maintain", []), ("added", "add", []), ("said", "say", ["Statement"])],
)
def test_a_verb_that_says_something_only_with_a_clause_says_nothing_with_a_noun(verb: str, lemma: str, expected: list[str]):
    table = f"Clubs/club/NNS/nsubj/2 {verb}/{lemma}/VBD/ROOT/0 a/a/DT/det/4 road/road/NN/dobj/2"

    assert expected == types(table, {"Clubs": "Organization"})


def test_the_country_before_a_place_is_where_the_place_is():
    table = "Peru/Peru/NNP/compound/3 market/market/NN/compound/3 blast/blast/NN/ROOT/0"

    assert [("Bombing", {"place": ["Peru"]})] == [told(d) for d in drafts(table, {"Peru": "Country"})]


def test_what_is_banned_in_general_nobody_does():
    table = (
        "Firms/firm/NNS/nsubj/2 broke/break/VBD/ROOT/0 bans/ban/NNS/dobj/2 on/on/IN/prep/3 harassing/harass/VBG/pcomp/4"
        " workers/worker/NNS/dobj/5"
    )
    [coercion] = [d for d in drafts(table, {"Firms": "Company", "workers": "Group"}) if d.type == "Coerce"]

    assert "hypothetical" == coercion.status.modality
    assert "agent" not in told(coercion)[1]


def test_own_is_no_part_of_what_a_thing_is_called():
    table = (
        "Peru/Peru/NNP/poss/5 's/'s/POS/case/1 own/own/JJ/amod/5 armed/armed/JJ/amod/5 forces/force/NNS/nsubj/6"
        " left/leave/VBD/ROOT/0"
    )

    assert "armed forces" in [text for _, _, text in mentions(table, GPE="Peru")]


def test_the_president_of_one_country_is_not_a_president_of_whom_no_country_is_told():
    table = (
        "President/President/NNP/compound/2 Ortega/Ortega/NNP/nsubj/3 met/meet/VBD/ROOT/0 the/the/DT/det/5"
        " president/president/NN/dobj/3 of/of/IN/prep/5 Peru/Peru/NNP/pobj/6"
    )

    assert ["Ortega"] in chains(table, PERSON="Ortega", GPE="Peru")


IN_CITY = "{name}/{name}/NNP/nsubj/2 borders/border/VBZ/ROOT/0 {country}/{country}/NNP/dobj/2"


@pytest.mark.parametrize(("country", "known"), [("Colombia", False), ("Brazil", True)])
def test_a_namesake_by_another_spelling_wants_its_country_in_the_article(country: str, known: bool):
    _, things = resolved(IN_CITY.format(name="Belen", country=country), GPE=f"Belen|{country}")

    assert known == any(thing.known == "gn:3405870" for thing in things)


@pytest.mark.parametrize(("country", "known"), [("Colombia", False), ("America", True)])
def test_a_congress_is_that_of_a_country_the_article_speaks_of(country: str, known: bool):
    _, things = resolved(IN_CITY.format(name="Congress", country=country), ORG="Congress", GPE=country)

    assert known == any(thing.known == "seed:united-states-congress" for thing in things)


def test_those_killed_by_somebody_are_not_the_killers():
    table = "Men/man/NNS/ROOT/0 killed/kill/VBN/acl/1 by/by/IN/agent/2 police/police/NNS/pobj/3"

    assert [("Killing", {"agent": ["police"], "target": ["Men"]})] == [
        told(d) for d in drafts(table, {"police": "SecurityForce", "Men": "Group"})
    ]


def test_whoever_arrests_in_a_clause_without_a_pronoun_is_not_arrested():
    table = "Men/man/NNS/ROOT/0 police/police/NNS/nsubj/3 arrested/arrest/VBD/relcl/1"

    assert [("Arrest", {"agent": ["police"], "target": ["Men"]})] == [
        told(d) for d in drafts(table, {"police": "SecurityForce", "Men": "Group"})
    ]


def test_a_bare_participle_behind_when_is_passive():
    table = "When/when/WRB/advmod/2 asked/ask/VBN/advcl/4 mayors/mayor/NNS/nsubj/4 left/leave/VBD/ROOT/0"

    [(_, roles)] = [told(d) for d in drafts(table, {"mayors": "Group"}) if d.type == "Appeal"]
    assert {"recipient": ["mayors"]} == roles


def test_a_second_verb_in_the_tense_of_the_reporting_one_has_its_subject():
    table = (
        "Smith/Smith/NNP/nsubj/2 said/say/VBD/ROOT/0 rebels/rebel/NNS/nsubj/5 may/may/MD/aux/5 come/come/VB/ccomp/2"
        " and/and/CC/cc/5 called/call/VBD/conj/5 for/for/IN/prep/7 help/help/NN/pobj/8"
    )

    [(_, roles)] = [told(d) for d in drafts(table, {"Smith": "Person", "rebels": "Group"}) if d.type == "Appeal"]
    assert ["Smith"] == roles["agent"]


def test_the_noun_of_a_trigger_is_nobody_where_another_is_told():
    table = "They/they/PRP/nsubj/2 took/take/VBD/ROOT/0 farmers/farmer/NNS/dobj/2 and/and/CC/cc/3 hostage/hostage/NN/conj/3"

    [(_, roles)] = [told(d) for d in drafts(table, {"farmers": "Group", "hostage": "Person"}) if d.type == "Kidnapping"]
    assert ["farmers"] == roles["target"]


def test_an_adjective_ends_no_trigger_whose_noun_is_missing():
    table = "They/they/PRP/nsubj/2 reached/reach/VBD/ROOT/0 final/final/JJ/amod/4 words/word/NNS/dobj/2"

    assert ["Event"] == types(table, {"They": "Group"})


@pytest.mark.parametrize(("what", "expected"), [("access", "Refusal"), ("report", "Denial")])
def test_a_good_denied_is_withheld_not_disputed(what: str, expected: str):
    table = f"Police/police/NNS/nsubj/2 denied/deny/VBD/ROOT/0 {what}/{what}/NN/dobj/2"

    assert [expected] == types(table, {"Police": "SecurityForce"})


@pytest.mark.parametrize(
    ("who", "cls", "expected"), [("Rebels/rebel", "ArmedGroup", True), ("Police/police", "SecurityForce", False)]
)
def test_those_whom_rebels_hold_are_kidnapped(who: str, cls: str, expected: bool):
    table = f"{who}/NNS/nsubj/2 held/hold/VBD/ROOT/0 nuns/nun/NNS/dobj/2"
    found = drafts(table, {who.partition("/")[0]: cls, "nuns": "Group"})
    assert expected == ("Kidnapping" in [draft.type for draft in found])


@pytest.mark.parametrize(
    ("how", "role"), [("threw/throw/VBD/ROOT/0 {} into/into", "target"), ("laid/lay/VBD/ROOT/0 {} in/in", "place")]
)
def test_what_a_bomb_is_thrown_into_is_what_it_is_meant_to_hit(how: str, role: str):
    thrown = how.format("bombs/bomb/NNS/dobj/2")
    table = f"Rebels/rebel/NNS/nsubj/2 {thrown}/IN/prep/2 markets/market/NNS/pobj/4"
    (found,) = [told(draft)[1] for draft in drafts(table, {"Rebels": "ArmedGroup", "markets": "Facility"})]
    assert ["markets"] == found[role]


@pytest.mark.parametrize(("whose", "cls", "role"), [("Shabab", "ArmedGroup", "agent"), ("Jones", "Person", "target")])
def test_the_murders_of_an_armed_group_are_its_deeds(whose: str, cls: str, role: str):
    table = f"{whose}/{whose}/NNP/poss/3 's/'s/POS/case/1 murders/murder/NNS/ROOT/0"

    assert [("Killing", {role: [whose]})] == [told(d) for d in drafts(table, {whose: cls})]


def test_what_stands_behind_a_quotation_is_no_apposition_to_its_last_word():
    table = (
        "It/it/PRP/nsubj/2 hurt/hurt/VBD/ccomp/9 the/the/DT/det/4 president/president/NN/dobj/2 ,/,/,/punct/4 \"/\"/''/punct/9"
        " Flynn/Flynn/NNP/appos/4 ,/,/,/punct/9 said/say/VBD/ROOT/0"
    )

    assert ["Flynn"] in chains(table, PERSON="Flynn")


def test_the_city_of_a_name_is_the_city_of_that_name():
    table = (
        "Peru/Peru/NNP/nsubj/2 left/leave/VBD/ROOT/0 the/the/DT/det/4 city/city/NN/dobj/2 of/of/IN/prep/4 Cusco/Cusco/NNP/pobj/5"
    )

    assert ["city of Cusco", "Cusco"] in chains(table, GPE="Peru|Cusco")


def test_the_president_is_no_vice_president():
    table = (
        "Vice/Vice/NNP/compound/3 President/President/NNP/compound/3 Quayle/Quayle/NNP/nsubj/4 left/leave/VBD/ROOT/0"
        " and/and/CC/cc/4 the/the/DT/det/7 president/president/NN/nsubj/8 stayed/stay/VBD/conj/4"
    )

    assert ["Quayle"] in chains(table, PERSON="Quayle")


def test_whom_somebody_tells_as_a_second_deed_is_not_himself():
    table = (
        "Ann/Ann/NNP/compound/2 Smith/Smith/NNP/nsubj/3 met/meet/VBD/ROOT/0 Tom/Tom/NNP/compound/5 Jones/Jones/NNP/dobj/3"
        " and/and/CC/cc/3 told/tell/VBD/conj/3 him/he/PRP/dobj/7"
    )

    assert ["Tom Jones", "him"] in chains(table, PERSON="Ann Smith|Tom Jones")


def test_whoever_acts_in_a_clause_about_somebody_is_not_that_one():
    table = (
        "Soldiers/soldier/NNS/nsubj/2 named/name/VBD/ROOT/0 men/man/NNS/dobj/2 they/they/PRP/nsubj/5 arrested/arrest/VBD/relcl/3"
    )

    assert ["Soldiers", "they"] in chains(table)


def test_latin_americans_are_no_americans():
    table = "Latin/Latin/JJ/amod/2 Americans/Americans/NNPS/nsubj/3 left/leave/VBD/ROOT/0"

    _, things = resolved(table)
    assert "country:US" not in [thing.known for thing in things]


def test_a_name_in_another_tongue_stands_for_no_capital():
    table = "Damas/Damas/NNP/nsubj/2 deplored/deplore/VBD/ROOT/0 it/it/PRP/dobj/2"

    _, things = resolved(table, GPE="Damas")
    assert "country:SY" not in [thing.known for thing in things]


def test_those_of_whom_a_thing_is_said_do_not_hear_it():
    table = "Men/man/NNS/nsubjpass/3 were/be/AUX/auxpass/3 said/say/VBN/ROOT/0 to/to/TO/aux/5 sleep/sleep/VB/xcomp/3"

    assert {} == dict(told(d) for d in drafts(table, {"Men": "Group"}))["Statement"]


def test_those_who_are_told_a_thing_hear_it():
    table = "Men/man/NNS/nsubjpass/3 were/be/AUX/auxpass/3 told/tell/VBN/ROOT/0 to/to/TO/aux/5 sleep/sleep/VB/xcomp/3"

    assert {"recipient": ["Men"]} == dict(told(d) for d in drafts(table, {"Men": "Group"}))["Statement"]


def test_who_comes_from_a_place_is_no_place():
    doc = read(
        "Fighters/fighter/NNS/ROOT/0 from/from/IN/prep/1 Lima/Lima/NNP/pobj/2 who/who/WP/nsubj/5 fled/flee/VBD/relcl/3",
        GPE="Lima",
    )

    [(_, roles)] = [told(d) for d in drafts(doc, {"Fighters": "Group", "Lima": "City"})]
    assert ["Fighters"] == roles["agent"]


def test_they_is_nobody_where_two_are_as_likely():
    table = (
        "Soldiers/soldier/NNS/nsubj/2 left/leave/VBD/ROOT/0 as/as/IN/mark/5 rebels/rebel/NNS/nsubj/5 came/come/VBD/advcl/2"
        " and/and/CC/cc/2 they/they/PRP/nsubj/8 slept/sleep/VBD/conj/2"
    )

    assert [["Soldiers"], ["rebels"]] == chains(table)


def test_it_is_no_actor_where_a_thing_is_as_salient():
    table = (
        "Letters/letter/NNS/nsubj/2 reached/reach/VBD/ROOT/0 Ford/Ford/NNP/dobj/2 and/and/CC/cc/2 a/a/DT/det/6"
        " form/form/NN/nsubj/7 said/say/VBD/conj/2 it/it/PRP/nsubj/9 expired/expire/VBD/ccomp/7"
    )

    assert [["Ford"]] == chains(table, ORG="Ford")


def test_who_is_only_told_of_beside_another_is_not_meant():
    table = (
        "Protesters/protester/NNS/nsubj/6 who/who/WP/nsubj/3 feared/fear/VBD/relcl/1 rebels/rebel/NNS/dobj/3 ,/,/,/punct/1"
        " threw/throw/VBD/ROOT/0 rocks/rock/NNS/dobj/6 as/as/IN/mark/10 police/police/NN/nsubj/10 came/come/VBD/advcl/6"
        " to/to/TO/aux/12 stop/stop/VB/advcl/10 them/they/PRP/dobj/12"
    )

    assert ["Protesters", "who", "them"] in chains(table)


def test_those_of_whom_something_is_to_be_feared_are_not_threatened():
    table = (
        "Rome/Rome/NNP/nsubj/2 warned/warn/VBD/ROOT/0 that/that/IN/mark/6 people/people/NNS/nsubj/6 could/could/MD/aux/6"
        " starve/starve/VB/ccomp/2"
    )
    assert ("Warning", {"agent": ["Rome"]}) == told(drafts(table, {"Rome": "Country", "people": "Group"})[0])


@pytest.mark.parametrize(
    ("who", "expected"), [("soldiers/soldier", ("ArmedClash", "soldiers")), ("residents/resident", ("Riot", "residents"))]
)
def test_troops_that_clash_with_troops_are_no_riot(who: str, expected: tuple[str, str]):
    table = f"{who}/NNS/nsubj/2 clashed/clash/VBD/ROOT/0 with/with/IN/prep/2 troops/troop/NNS/pobj/3"
    name = who.split("/", maxsplit=1)[0]
    (draft,) = drafts(table, {name: "Group", "troops": "Group"})
    assert expected == (draft.type, told(draft)[1]["agent"][0])


@pytest.mark.parametrize(
    "table",
    [
        "Police/police/NNS/nsubj/2 clashed/clash/VBD/ROOT/0 with/with/IN/prep/2 protesters/protester/NNS/pobj/3",
        "Police/police/NNS/nsubj/4 and/and/CC/cc/1 protesters/protester/NNS/conj/1 clashed/clash/VBD/ROOT/0",
        "protesters/protester/NNS/nsubj/4 and/and/CC/cc/1 Police/police/NNS/conj/1 clashed/clash/VBD/ROOT/0",
    ],
)
def test_whoever_is_told_of_first_police_and_protesters_make_a_riot(table: str):
    (draft,) = drafts(table, {"Police": "SecurityForce", "protesters": "Group"})
    assert ("Riot", {"agent": ["protesters"], "target": ["Police"]}) == told(draft)


@pytest.mark.parametrize(
    ("whose", "cls", "expected"), [("militia", "ArmedGroup", "ArmedClash"), ("team", "Organization", "Attack")]
)
def test_members_are_under_arms_if_their_body_is(whose: str, cls: str, expected: str):
    table = (
        "soldiers/soldier/NNS/nsubj/2 assaulted/assault/VBD/ROOT/0 members/member/NNS/dobj/2 of/of/IN/prep/3"
        f" {whose}/{whose}/NN/pobj/4"
    )
    assert expected == drafts(table, {"soldiers": "Group", "members": "Group", whose: cls})[0].type


def test_protests_named_by_a_country_are_held_there_by_nobody_known():
    table = "Iraq/Iraq/NNP/compound/2 protests/protest/NNS/nsubj/3 spread/spread/VBD/ROOT/0"
    assert ("Demonstration", {"place": ["Iraq"]}) == told(drafts(table, {"Iraq": "Country"})[0])


@pytest.mark.parametrize(("who", "cls", "expected"), [("Iran", "Country", "Criticism"), ("crowds", "Group", "Demonstration")])
def test_states_that_protest_march_nowhere(who: str, cls: str, expected: str):
    table = f"{who}/{who}/NNS/nsubj/2 protested/protest/VBD/ROOT/0 against/against/IN/prep/2 the/the/DT/det/5 plan/plan/NN/pobj/3"
    assert expected == drafts(table, {who: cls})[0].type


def test_an_aimed_strike_that_kills_is_one_strike_and_a_killing():
    table = (
        "missile/missile/NN/nsubj/2 struck/strike/VBD/ROOT/0 homes/home/NNS/dobj/2 ,/,/,/punct/2 killing/kill/VBG/advcl/2"
        " nurses/nurse/NNS/dobj/5"
    )
    scene = ground(table, {"missile": "Munition", "homes": "Building", "nurses": "Group"})
    found = find_events(list(scene.reading.event_words.values()), Numbers({}), (), (), scene).events
    assert ["Bombardment", "Killing"] == [event.type for event in found]


@pytest.mark.parametrize(("noun", "cls", "expected"), [("grave", "Person", {}), ("most", "Group", {"target": ["Ruiz"]})])
def test_what_is_somebodys_is_not_that_one(noun: str, cls: str, expected: dict[str, list[str]]):
    table = f"They/they/PRP/nsubj/2 attacked/attack/VBD/ROOT/0 {noun}/{noun}/NN/dobj/2 of/of/IN/prep/3 Ruiz/Ruiz/NNP/pobj/4"
    found = [told(draft)[1] for draft in drafts(table, {"Ruiz": cls, "They": "Group"})]
    assert expected == {role: whom for roles in found for role, whom in roles.items() if role == "target"}


@pytest.mark.parametrize(("craft", "expected"), [("aircraft/aircraft", []), ("sabotage/sabotage", ["Attack"])])
def test_attack_aircraft_are_no_attack(craft: str, expected: list[str]):
    table = f"They/they/PRP/nsubj/2 used/use/VBD/ROOT/0 attack/attack/NN/dobj/2 and/and/CC/cc/3 {craft}/NN/conj/3"
    assert expected == [cls for cls in types(table, {"They": "Group"}) if cls == "Attack"]


@pytest.mark.parametrize(("verb", "expected"), [("treated/treat", []), ("questioned/question", ["Release"])])
def test_who_is_treated_and_released_was_no_prisoner(verb: str, expected: list[str]):
    table = f"They/they/PRP/nsubjpass/3 were/be/VBD/auxpass/3 {verb}/VBN/ROOT/0 and/and/CC/cc/3 released/release/VBN/conj/3"
    assert expected == [cls for cls in types(table, {"They": "Group"}) if cls == "Release"]


def test_what_is_condemned_on_a_medium_did_not_hit_it():
    table = (
        "Police/Police/NNP/nsubj/2 condemned/condemn/VBD/ROOT/0 the/the/DT/det/4 attack/attack/NN/dobj/2 on/on/IN/prep/4"
        " {on}/{on}/NNP/pobj/5"
    )
    classes = {"Police": "SecurityForce", "Twitter": "Company", "Kirkuk": "City"}
    targets = [
        dict(told(d)[1]).get("target")
        for on in ("Twitter", "Kirkuk")
        for d in drafts(table.format(on=on), classes)
        if d.type == "Attack"
    ]
    assert [None, ["Kirkuk"]] == targets


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Rebels/rebel/NNS/nsubj/2 ambushed/ambush/VBD/ROOT/0 a/a/DT/det/4 patrol/patrol/NN/dobj/2", ["Ambush"]),
        (
            "Rebels/rebel/NNS/nsubj/2 fired/fire/VBD/ROOT/0 on/on/IN/prep/2 a/a/DT/det/5 patrol/patrol/NN/pobj/3",
            ["Shooting"],
        ),
        ("Rebels/rebel/NNS/nsubj/2 were/be/VBD/ROOT/0 on/on/IN/prep/2 patrol/patrol/NN/pobj/3", ["TroopDeployment"]),
    ],
)
def test_a_patrol_that_is_attacked_is_those_who_walk_it(table: str, expected: list[str]):
    assert expected == types(table, {"Rebels": "ArmedGroup", "patrol": "Group"})[:1]
    assert ("TroopDeployment" in expected) == ("TroopDeployment" in types(table, {"Rebels": "ArmedGroup", "patrol": "Group"}))


@pytest.mark.parametrize(("away", "expected"), [("away/away/RB/advmod/2", False), ("then/then/RB/advmod/2", True)])
def test_what_is_thrown_away_is_thrown_at_nobody(away: str, expected: bool):
    table = f"Boys/boy/NNS/nsubj/2 threw/throw/VBD/ROOT/0 {away} stones/stone/NNS/dobj/2"

    assert expected == ("Riot" in types(table, {"Boys": "Group"}))
