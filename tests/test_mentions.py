"""What counts as a name, noun phrase or pronoun, and of which class, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.extract import index_mentions
from graph.mentions import find_mentions

from readings import chains, gazetteer, mentions, ontology, read, resolved


def test_a_noun_phrase_stands_without_article_number_and_words_of_quantity():
    table = (
        "At/at/IN/advmod/2 least/least/JJS/advmod/3 24/24/CD/nummod/4 members/member/NNS/nsubj/9 of/of/IN/prep/4 the/the/DT/det/8"
        " Shiite/Shiite/JJ/amod/8 militia/militia/NN/pobj/5 left/leave/VBD/ROOT/0"
    )

    assert mentions(table) == [("nominal", "Group", "members of the Shiite militia"), ("nominal", "ArmedGroup", "Shiite militia")]


def test_a_possessor_is_no_part_of_the_phrase():
    table = (
        "Its/its/PRP$/poss/2 supporters/supporter/NNS/nsubj/3 left/leave/VBD/ROOT/0 the/the/DT/det/7 country/country/NN/poss/7"
        " 's/'s/POS/case/5 parliament/parliament/NN/dobj/3"
    )

    assert [text for _, _, text in mentions(table)] == ["Its", "supporters", "country", "parliament"]


def test_plural_people_are_a_group_and_one_is_a_person():
    table = "A/a/DT/det/2 contractor/contractor/NN/nsubj/3 met/meet/VBD/ROOT/0 protesters/protester/NNS/dobj/3"

    assert mentions(table) == [("nominal", "Person", "contractor"), ("nominal", "Group", "protesters")]


def test_a_group_noun_takes_the_class_of_the_body_before_it():
    table = "The/the/DT/det/3 militia/militia/NN/compound/3 group/group/NN/nsubj/4 left/leave/VBD/ROOT/0"

    assert mentions(table) == [("nominal", "ArmedGroup", "militia group")]


def test_an_embassy_with_country_and_city_is_one_name_with_two_inside():
    table = (
        "Protesters/protester/NNS/nsubj/2 left/leave/VBD/ROOT/0 the/the/DT/det/5 U.S./U.S./NNP/compound/5"
        " embassy/embassy/NN/dobj/2 in/in/IN/prep/5 Baghdad/Baghdad/NNP/pobj/6"
    )

    assert mentions(table, GPE="U.S.|Baghdad") == [
        ("nominal", "Group", "Protesters"),
        ("name", "Embassy", "U.S. embassy in Baghdad"),
        ("name", "Country", "U.S."),
        ("name", "City", "Baghdad"),
    ]


def test_the_grounds_of_an_embassy_are_the_embassy():
    table = (
        "They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0 the/the/DT/det/5 embassy/embassy/NN/compound/5 compound/compound/NN/dobj/2"
    )

    assert mentions(table)[1:] == [("nominal", "Embassy", "embassy compound")]


def test_a_demonym_is_a_name_of_its_country_and_a_language_is_not():
    iraqi = "Iraqi/iraqi/JJ/amod/2 forces/force/NNS/nsubj/3 left/leave/VBD/ROOT/0"
    spoken = "He/he/PRP/nsubj/2 spoke/speak/VBD/ROOT/0 in/in/IN/prep/2 German/German/NNP/pobj/3"

    assert ("name", "Country", "Iraqi") in mentions(iraqi, NORP="Iraqi")
    assert mentions(spoken, LANGUAGE="German") == [("pronoun", "Person", "He")]


def test_the_gazetteer_tells_a_name_the_model_took_for_something_else():
    table = "Kata'ib/Kata'ib/NNP/compound/2 Hezbollah/Hezbollah/NNP/nsubj/3 left/leave/VBD/ROOT/0"

    assert mentions(table, PERSON="Kata'ib Hezbollah") == [("name", "ArmedGroup", "Kata'ib Hezbollah")]


def test_a_longer_name_around_a_known_one_stays_whole():
    table = (
        "The/the/DT/det/2 University/University/NNP/nsubj/5 of/of/IN/prep/2 Baghdad/Baghdad/NNP/pobj/3 closed/close/VBD/ROOT/0"
    )

    assert [m[2] for m in mentions(table, ORG="The University of Baghdad")] == ["University of Baghdad"]


def test_titles_articles_and_possessive_endings_are_no_part_of_a_name():
    table = "Mr./Mr./NNP/compound/2 Fadel/Fadel/NNP/poss/4 's/'s/POS/case/2 militia/militia/NN/nsubj/5 left/leave/VBD/ROOT/0"

    assert mentions(table, PERSON="Mr. Fadel 's")[0] == ("name", "Person", "Fadel")


def test_part_of_a_title_is_no_name():
    table = (
        "Defense/Defense/NNP/compound/2 Secretary/Secretary/NNP/compound/4 Mark/Mark/NNP/compound/4 Esper/Esper/NNP/nsubj/5"
        " left/leave/VBD/ROOT/0"
    )

    assert mentions(table, ORG="Defense", PERSON="Mark Esper") == [("name", "Person", "Mark Esper")]


def test_one_spelling_has_one_class_by_all_its_surroundings():
    table = (
        "Paul/Paul/NNP/compound/2 Kagembe/Kagembe/NNP/nsubj/3 left/leave/VBD/ROOT/0 and/and/CC/cc/3 Kagembe/Kagembe/NNP/nsubj/6"
        " spoke/speak/VBD/conj/3"
    )

    found = mentions(table, PERSON="Paul Kagembe")
    assert found == [("name", "Person", "Paul Kagembe"), ("name", "Person", "Kagembe")]


def test_a_noun_beside_the_name_outweighs_the_model():
    table = "The/the/DT/det/2 newspaper/newspaper/NN/nmod/3 Nepszava/Nepszava/NNP/nsubj/4 said/say/VBD/ROOT/0 so/so/RB/advmod/4"

    assert ("name", "MediaOrganization", "Nepszava") in mentions(table, PERSON="Nepszava")


def test_prizes_and_contests_are_no_entities():
    table = "They/they/PRP/nsubj/2 won/win/VBD/ROOT/0 the/the/DT/det/5 World/World/NNP/compound/5 Cup/Cup/NNP/dobj/2"

    assert [kind for kind, _, _ in mentions(table, ORG="World Cup")] == ["pronoun"]


def test_an_expletive_is_no_mention():
    table = "There/there/EX/expl/2 is/be/VBZ/ROOT/0 calm/calm/NN/attr/2"

    assert mentions(table) == []


def test_a_mention_has_the_words_of_the_article_not_of_the_parser():
    doc = read(
        "Kata'ib/Kata'ib/NNP/compound/2 Hezbollah/Hezbollah/NNP/nsubj/3 left/leave/VBD/ROOT/0",
        source="Kata\u2019ib Hezbollah left",
    )

    assert [mention.text for mention in find_mentions(doc, gazetteer(), ontology())] == ["Kata\u2019ib Hezbollah"]


def test_a_demonym_as_a_noun_speaks_of_people_and_as_a_modifier_of_the_country():
    some = "Some/some/DT/det/2 Kenyans/Kenyan/NNPS/nsubj/3 left/leave/VBD/ROOT/0"
    one = "An/an/DT/det/2 American/American/NNP/nsubj/3 left/leave/VBD/ROOT/0"
    counted = "Two/two/CD/nummod/2 Chinese/Chinese/NNPS/nsubj/3 left/leave/VBD/ROOT/0"
    rulers = "The/the/DT/det/2 British/British/NNPS/nsubj/3 left/leave/VBD/ROOT/0"
    troops = "Kenyan/kenyan/JJ/amod/2 troops/troop/NNS/nsubj/3 left/leave/VBD/ROOT/0"

    assert mentions(some, NORP="Kenyans") == [("nominal", "Group", "Kenyans")]
    assert mentions(one, NORP="American") == [("nominal", "Person", "American")]
    assert mentions(counted, NORP="Chinese") == [("nominal", "Group", "Chinese")]
    hundreds = "Hundreds/hundred/NNS/nsubj/4 of/of/IN/prep/1 Chinese/Chinese/NNPS/pobj/2 left/leave/VBD/ROOT/0"
    assert ("nominal", "Group", "Chinese") in mentions(hundreds, NORP="Chinese")
    assert mentions(rulers, NORP="British") == [("name", "Country", "British")]
    assert ("name", "Country", "Kenyan") in mentions(troops, NORP="Kenyan")


def test_a_text_or_an_event_that_says_something_is_nobody():
    table = "The/the/DT/det/2 {0}/{0}/NN/nsubj/3 said/say/VBD/ROOT/0 so/so/RB/advmod/3"

    assert mentions(table.format("barrister")) == [("nominal", "Person", "barrister")]
    assert [mentions(table.format(noun)) for noun in ("statement", "incident", "anger", "letter")] == [[], [], [], []]


def test_countries_in_the_plural_are_a_group_and_a_body_called_after_somebody_is_no_person():
    countries = "African/african/JJ/amod/2 countries/country/NNS/nsubj/3 left/leave/VBD/ROOT/0"
    body = "Comando/Comando/NNP/compound/3 Ana/Ana/NNP/compound/3 Ruiz/Ruiz/NNP/nsubj/4 left/leave/VBD/ROOT/0"

    assert ("nominal", "Group", "African countries") in mentions(countries)
    assert mentions(body, PERSON="Comando Ana Ruiz") == [("name", "Organization", "Comando Ana Ruiz")]


def test_the_banks_of_a_river_are_no_company():
    table = "The/the/DT/det/2 banks/bank/NNS/nsubj/5 of/of/IN/prep/2 Tigris/Tigris/NNP/pobj/3 flooded/flood/VBD/ROOT/0"

    assert [found for found in mentions(table, LOC="Tigris") if found[0] == "nominal"] == []


def test_a_plural_noun_that_opens_a_sentence_is_no_name():
    table = "Rebels/rebel/NNS/nsubj/2 left/leave/VBD/ROOT/0"

    assert mentions(table, PERSON="Rebels") == [("nominal", "Group", "Rebels")]


def test_the_means_of_an_attack_are_spoken_of_and_those_of_a_trade_are_not():
    table = "The/the/DT/det/4 car/car/NN/compound/3 bomb/bomb/NN/compound/4 {}/{}/NN/nsubj/5 ended/end/VBD/ROOT/0"

    assert [("nominal", "Explosive", "car bomb")] == mentions(table.format("attack", "attack"))
    assert [] == mentions(table.format("trade", "trade"))


@pytest.mark.parametrize(("of", "expected"), [("shock/shock/NN", []), ("Texas/Texas/NNP", ["Region"])])
def test_a_state_of_something_is_no_place(of: str, expected: list[str]):
    found = mentions(f"The/the/DT/det/2 state/state/NN/nsubj/5 of/of/IN/prep/2 {of}/pobj/3 fell/fall/VBD/ROOT/0")
    assert expected == [cls for _, cls, text in found if text.startswith("state")]


def test_a_heading_is_no_part_of_the_name_behind_its_colon():
    table = (
        "National/National/NNP/compound/2 Interests/Interests/NNPS/nsubj/7 :/:/:/punct/2 The/the/DT/det/6"
        " Rights/Rights/NNPS/compound/6 Council/Council/NNP/nsubj/7 met/meet/VBD/ROOT/0"
    )
    assert "Rights Council" in [text for _, _, text in mentions(table, ORG="National Interests : The Rights Council")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("3rd Corps", "MilitaryForce"),
        ("407th Air Group", "MilitaryForce"),
        ("Comic Corps", "Organization"),
        ("Marine Corps", "MilitaryForce"),
        ("Ivy League", "Organization"),
        ("Santander Department", "Region"),
        ("Health Department", "GovernmentAgency"),
    ],
)
def test_the_words_of_a_name_tell_what_it_is_the_name_of(name: str, expected: str):
    words = name.split()
    compounds = " ".join(f"{word}/{word}/NNP/compound/{len(words) + 1}" for word in words[:-1])
    table = f"The/the/DT/det/{len(words) + 1} {compounds} {words[-1]}/{words[-1]}/NNP/nsubj/{len(words) + 2} met/meet/VBD/ROOT/0"

    assert mentions(table, ORG=name) == [("name", expected, name)]


def test_a_name_before_a_country_is_the_place_there():
    table = "{0}/{0}/NNP/nsubj/5 ,/,/,/punct/1 Peru/Peru/NNP/appos/1 ,/,/,/punct/1 rejoiced/rejoice/VBD/ROOT/0"

    assert mentions(table.format("Arequipa"), ORG="Arequipa")[0] == ("name", "City", "Arequipa")
    assert mentions(table.format("Zorbico"), ORG="Zorbico")[0] == ("name", "Organization", "Zorbico")


def test_who_bears_a_title_with_a_capital_at_its_end_is_a_person():
    table = (
        "Speaker/speaker/NNP/npadvmod/7 of/of/IN/prep/1 the/the/DT/det/4 House/House/NNP/pobj/2 Lena/Lena/NNP/compound/6"
        " Kord/Kord/NNP/nsubj/7 left/leave/VBD/ROOT/0"
    )

    assert ("name", "Person", "Lena Kord") in mentions(table, PERSON="Lena Kord")


def test_what_stands_before_the_dash_of_a_dateline_is_no_part_of_the_phrase_behind_it():
    table = (
        "Quito/Quito/NNP/compound/5 ,/,/,/punct/5 Ecuador/Ecuador/NNP/compound/5 --/--/:/punct/5 Police/police/NNS/nsubj/6"
        " left/leave/VBD/ROOT/0"
    )

    assert ("nominal", "SecurityForce", "Police") in mentions(table, GPE="Quito|Ecuador")


def test_the_country_of_an_office_is_no_part_of_the_name_behind_it():
    table = (
        "Our/our/PRP$/poss/2 {0}/{0}/NN/nsubj/7 to/to/IN/prep/2 Bolivia/Bolivia/NNP/compound/6 Omar/Omar/NNP/compound/6"
        " Vale/Vale/NNP/pobj/3 left/leave/VBD/ROOT/0"
    )

    assert ("name", "Person", "Omar Vale") in mentions(table.format("ambassador"), PERSON="Bolivia Omar Vale")
    assert ("name", "Person", "Bolivia Omar Vale") in mentions(table.format("letter"), PERSON="Bolivia Omar Vale")


@pytest.mark.parametrize(
    ("before", "expected"),
    [("deadly/deadly/JJ/amod/4", []), ("a/a/DT/det/4", ["force"]), ("police/police/NN/compound/4", ["police force"])],
)
def test_force_as_a_stuff_is_no_body(before: str, expected: list[str]):
    table = f"They/they/PRP/nsubj/2 met/meet/VBD/ROOT/0 {before} force/force/NN/dobj/2"

    assert expected == [text for kind, _, text in mentions(table) if kind == "nominal"]


@pytest.mark.parametrize(("owner", "expected"), [("the/the/DT/det/4", ["arms"]), ("his/his/PRP$/poss/4", [])])
def test_arms_are_weapons_unless_they_are_somebodys(owner: str, expected: list[str]):
    table = f"They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 {owner} arms/arm/NNS/dobj/2"

    assert expected == [text for kind, cls, text in mentions(table) if (kind, cls) == ("nominal", "Weapon")]


def test_the_army_is_a_force_though_the_model_sees_an_organization():
    table = "The/the/DT/det/2 Army/Army/NNP/nsubj/3 left/leave/VBD/ROOT/0"

    assert mentions(table, ORG="Army") == [("name", "MilitaryForce", "Army")]


def test_a_ship_is_one_name_and_not_the_navy():
    table = (
        "HMS/HMS/NNP/compound/2 Petrel/Petrel/NNP/nsubj/3 left/leave/VBD/ROOT/0 and/and/CC/cc/3 the/the/DT/det/6"
        " navy/navy/NN/nsubj/7 spoke/speak/VBD/conj/3"
    )

    for seen in ("HMS", "Petrel", "HMS Petrel"):
        assert mentions(table, ORG=seen)[0] == ("name", "NavalUnit", "HMS Petrel")
    assert mentions(table, ORG="HMS", PRODUCT="Petrel")[0] == ("name", "NavalUnit", "HMS Petrel")
    assert chains(table, ORG="HMS Petrel") == [["HMS Petrel"], ["navy"]]


def test_a_rank_cut_short_is_no_name():
    table = "Sgt/Sgt/NNP/nsubj/2 left/leave/VBD/ROOT/0"

    assert mentions(table, PERSON="Sgt") == []


def test_the_agency_of_a_dateline_is_no_person():
    table = (
        "Lima/Lima/NNP/nsubj/8 ,/,/,/punct/1 May/May/NNP/npadvmod/1 (/(/-LRB-/punct/5 Zorra/Zorra/NNP/appos/1"
        " )/)/-RRB-/punct/5 --/--/:/punct/8 left/leave/VBD/ROOT/0"
    )

    assert ("name", "MediaOrganization", "Zorra") in mentions(table, PERSON="Zorra", GPE="Lima")


def test_what_a_name_ends_in_outweighs_that_it_speaks():
    table = "Harbour/Harbour/NNP/compound/2 {0}/{0}/NNP/nsubj/3 said/say/VBD/ROOT/0 so/so/RB/advmod/3"

    assert mentions(table.format("Police"), ORG="Harbour Police") == [("name", "SecurityForce", "Harbour Police")]


def test_the_long_name_of_a_known_body_is_known_however_careless_its_capitals():
    table = (
        "The/the/DT/det/6 Farabundo/Farabundo/NNP/compound/6 Marti/Marti/NNP/compound/6 national/national/JJ/amod/6"
        " Liberation/Liberation/NNP/compound/6 front/front/NN/nsubj/7 left/leave/VBD/ROOT/0"
    )

    assert mentions(table, PERSON="Farabundo Marti") == [("name", "ArmedGroup", "Farabundo Marti national Liberation front")]


@pytest.mark.parametrize(
    ("before", "expected"), [("Christmas/Christmas/NNP", ["Place"]), ("opposition/opposition/NN", ["PoliticalParty"])]
)
def test_a_christmas_party_is_no_political_one(before: str, expected: list[str]):
    table = f"They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0 a/a/DT/det/5 {before}/compound/5 party/party/NN/dobj/2"

    assert expected == [cls for kind, cls, _ in mentions(table) if kind == "nominal"]


def test_a_multinational_force_is_no_company():
    table = "A/a/DT/det/3 multinational/multinational/JJ/amod/3 force/force/NN/nsubj/4 left/leave/VBD/ROOT/0"

    assert mentions(table) == [("nominal", "MilitaryForce", "multinational force")]


def test_whose_targets_they_are_stands_for_the_targets():
    table = "They/they/PRP/nsubj/2 hit/hit/VBD/ROOT/0 Hamas/Hamas/NNP/compound/4 {0}/{1}/dobj/2"

    for noun, owned in (("targets/target/NNS", True), ("position/position/NN", False), ("songs/song/NNS", False)):
        doc = read(table.format(*noun.split("/", 1)), ORG="Hamas")
        found = index_mentions(doc, find_mentions(doc, gazetteer(), ontology()), ontology().words("belonging"))
        assert (3 in found and found[3].text == "Hamas") is owned


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("The/the/DT/det/2 head/head/NN/nsubj/5 of/of/IN/prep/2 banks/bank/NNS/pobj/3 left/leave/VBD/ROOT/0", ["Person"]),
        ("At/at/IN/prep/6 the/the/DT/det/3 head/head/NN/pobj/1 of/of/IN/prep/3 it/it/PRP/pobj/4 stood/stand/VBD/ROOT/0", []),
        ("His/his/PRP$/poss/2 head/head/NN/nsubj/3 hurt/hurt/VBD/ROOT/0", []),
    ],
)
def test_the_head_of_a_body_is_somebody(table: str, expected: list[str]):
    assert expected == [cls for kind, cls, text in mentions(table) if kind == "nominal" and text.startswith("head")]


@pytest.mark.parametrize(("article", "expected"), [("the/the", ["wounded", "dead"]), ("no/no", [])])
def test_the_wounded_are_people(article: str, expected: list[str]):
    table = (
        f"They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 {article}/DT/det/4 wounded/wound/VBN/dobj/2 and/and/CC/cc/4"
        " dead/dead/JJ/conj/4"
    )
    assert expected == [text for kind, cls, text in mentions(table) if (kind, cls) == ("nominal", "Group")]


def _told_again(first: str, last: str, ending: str, times: int) -> str:
    """Somebody by his full name, and then so often by the last alone."""
    table = f"{first}/{first}/NNP/compound/2 {last}/{last}/NNP/nsubj/3 spoke/speak/VBD/ROOT/0 ././././3"
    for at in range(4, 4 + 3 * times, 3):
        table += f" {last}/{last}/NNP/nsubj/{at + 2} left/leave/VBD/ROOT/0 ././././{at + 2}"
    end = 4 + 3 * times
    return f"{table} He/he/PRP/nsubj/{end + 2} left/leave/VBD/ROOT/0 {ending}/IN/prep/{end + 2} {last}/{last}/NNP/pobj/{end + 3}"


@pytest.mark.parametrize(
    ("first", "last", "label", "ending", "expected"),
    [
        ("Eddie", "Subral", "ORG", "with/with", "Person"),
        ("Eddie", "Jordan", "GPE", "with/with", "Person"),
        ("Eddie", "Jordan", "GPE", "in/in", "Country"),
    ],
)
def test_who_is_told_by_the_last_name_alone_is_no_body_and_no_country(
    first: str, last: str, label: str, ending: str, expected: str
):
    found = mentions(_told_again(first, last, ending, 8), PERSON=f"{first} {last}", **{label: last})

    assert ["Person", *[expected] * 9] == [cls for kind, cls, _ in found if kind == "name"]


def test_on_board_is_no_board():
    table = "Gunmen/gunman/NNS/nsubj/4 on/on/IN/prep/1 board/board/NN/pobj/2 fled/flee/VBD/ROOT/0"
    led = "The/the/DT/det/2 board/board/NN/nsubj/3 met/meet/VBD/ROOT/0"

    assert [("nominal", "Group", "Gunmen")] == mentions(table)
    assert [("nominal", "Organization", "board")] == mentions(led)


@pytest.mark.parametrize(("last", "whole"), [("Erazmo", "Pedro Subral Erazmo"), ("Y", "Pedro Subral")])
def test_a_last_name_left_out_belongs_to_the_name_before_it(last: str, whole: str):
    table = (
        f"Pedro/Pedro/NNP/compound/3 Subral/Subral/NNP/compound/3 {last}/{last}/NNP/nsubj/4 left/leave/VBD/ROOT/0"
        " quietly/quietly/RB/advmod/4 after/after/IN/prep/4 midnight/midnight/NN/pobj/6"
    )

    assert [("name", "Person", whole)] == mentions(table, PERSON="Pedro Subral")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("It/it/PRP/nsubj/2 wounded/wound/VBD/ROOT/0 71/71/CD/dobj/2", ["It", "71"]),
        ("It/it/PRP/nsubj/2 cost/cost/VBD/ROOT/0 71/71/CD/dobj/2", ["It"]),
        ("It/it/PRP/nsubj/2 killed/kill/VBD/ROOT/0 scores/score/NNS/dobj/2", ["It", "scores"]),
        (
            "It/it/PRP/nsubj/2 killed/kill/VBD/ROOT/0 scores/score/NNS/dobj/2 of/of/IN/prep/3 sheep/sheep/NNS/pobj/4",
            ["It"],
        ),
        ("Those/those/DT/nsubj/3 killed/kill/VBN/acl/1 fell/fall/VBD/ROOT/0", ["Those"]),
    ],
)
def test_a_number_that_stands_for_those_who_were_harmed_speaks_of_people(table: str, expected: list[str]):
    assert expected == [text for _, _, text in mentions(table)]


def test_people_told_only_by_their_number_are_no_thing_of_the_graph():
    found, things = resolved("It/it/PRP/nsubj/2 wounded/wound/VBD/ROOT/0 71/71/CD/dobj/2")
    assert ([None, None], ()) == ([mention.entity for mention in found], things)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("armoured/armoured/JJ/amod/3 patrol/patrol/NN/compound/3 car/car/NN/nsubj/7", ["car"]),
        ("old/old/JJ/amod/3 rescue/rescue/NN/compound/3 car/car/NN/nsubj/7", ["car", "APC"]),
    ],
)
def test_the_abbreviation_of_a_thing_names_no_party(phrase: str, expected: list[str]):
    table = f"{phrase} (/(/-LRB-/punct/3 APC/APC/NNP/appos/3 )/)/-RRB-/punct/3 burned/burn/VBD/ROOT/0"

    assert expected == [text.split()[-1] for _, _, text in mentions(table, ORG="APC")]


@pytest.mark.parametrize(("verb", "expected"), [("said/say", [("nominal", "Person", "source")]), ("dried/dry", [])])
def test_a_source_that_speaks_is_somebody(verb: str, expected: list[tuple[str, str, str]]):
    assert expected == mentions(f"One/one/CD/nummod/2 source/source/NN/nsubj/3 {verb}/VBD/ROOT/0")


@pytest.mark.parametrize(("preposition", "expected"), [("on", ["Guards"]), ("near", ["Guards", "spot"])])
def test_on_the_spot_is_no_place(preposition: str, expected: list[str]):
    table = (
        f"Guards/guard/NNS/nsubj/2 died/die/VBD/ROOT/0 {preposition}/{preposition}/IN/prep/2 the/the/DT/det/5 spot/spot/NN/pobj/3"
    )

    assert expected == [text for _, _, text in mentions(table)]
