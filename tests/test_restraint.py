"""What a careful reader would not read out of a sentence, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.model import Span, Value

from readings import chains, mentions, resolved
from scenes import drafts, told


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
    ("verb", "lemma", "expected"), [("conceded", "concede", []), ("maintained", "maintain", []), ("said", "say", ["Statement"])]
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
