from dataclasses import replace

import pytest
from graph.model import Argument, Value

from stories import Tale, entity_of, siege, told


def same(one: Tale, left: str, other: Tale, right: str, *others: Tale) -> bool:
    resolution = told(one, other, *others)
    return entity_of(resolution, one, left) == entity_of(resolution, other, right)


def test_a_known_thing_is_one_in_any_article():
    one, other = Tale("a"), Tale("b")
    chains = one.name("U.S."), other.name("United States")
    entity = entity_of(told(one, other), one, chains[0])
    assert ("united-states", "United States", "country:US") == (entity.id, entity.label, entity.known)
    assert "http://www.wikidata.org/entity/Q30" in entity.matches
    assert 2 == len(entity.members)


def test_full_names_are_one_in_any_article():
    one, other = Tale("a"), Tale("b")
    assert same(one, one.name("Adel Abdul-Mahdi", type="Person"), other, other.name("Adel Abdul Mahdi", type="Person"))


def test_transliterations_are_one():
    one, other = Tale("a"), Tale("b")
    assert same(one, one.name("Adel Abdul-Mahdi", type="Person"), other, other.name("Adil Abd al-Mahdi", type="Person"))


@pytest.mark.parametrize(("left", "right"), [("Donald Smith", "Donald Smith Jr."), ("Qais al-Khazali", "Laith al-Khazali")])
def test_people_of_a_family_are_not_one(left, right):
    one, other = siege("a"), siege("b")
    assert not same(one, one.name(left, type="Person"), other, other.name(right, type="Person"))


@pytest.mark.parametrize(
    ("kind", "name", "numbers", "one"),
    [
        ("Organization", "{} Rovinian Mountain Rifle Brigade of the Northern Border Command", ("Third", "Fourth"), False),
        ("Organization", "{} Rovinian Mountain Rifle Brigade of the Northern Border Command", ("Third", "Third"), True),
        ("Facility", "{} Harbour Place Building", ("One", "Two"), False),
        ("Facility", "{} Harbour Place Building", ("One", "One"), True),
        ("Facility", "Harbour Place Building {}", ("4", "5"), False),
    ],
)
def test_names_that_differ_in_a_number_are_two(kind, name, numbers, one):
    tales = siege("a"), siege("b")
    chains = [tale.name(name.format(number), type=kind) for tale, number in zip(tales, numbers, strict=True)]
    assert one is same(tales[0], chains[0], tales[1], chains[1])


def test_a_last_name_is_the_one_person_so_called_in_the_story():
    one, other = siege("a"), siege("b")
    assert same(one, one.name("Mohammed al-Haydari", type="Person"), other, other.name("al-Haydari", type="Person"))


def test_a_last_name_two_bear_is_neither():
    one, other = siege("a"), siege("b")
    full = one.name("Qais al-Khazali", type="Person")
    one.name("Laith al-Khazali", type="Person")
    assert not same(one, full, other, other.name("al-Khazali", type="Person"))


def test_a_last_name_means_nobody_of_another_story():
    one, other = siege("a"), Tale("b", "2020-01-02")
    assert not same(one, one.name("Mohammed al-Haydari", type="Person"), other, other.name("al-Haydari", type="Person"))


def test_a_street_is_that_of_the_town_if_another_street_or_town_is_the_same_too():
    for others, one in ((("Karsk", "Mill Road"), True), (("Karsk",), False), (("Mill Road",), False), (("Karsk", "Oster"), True)):
        tales = Tale("a"), Tale("b", "2024-05-01")
        for tale in tales:
            for name in others:
                tale.name(name, type="Facility" if " " in name else "City")
        streets = [tale.name(name, type="Facility") for tale, name in zip(tales, ("9th Ave", "9th Avenue"), strict=True)]
        assert one is same(tales[0], streets[0], tales[1], streets[1])


def test_an_acronym_is_what_some_article_introduces():
    one, other = Tale("a"), Tale("b")
    assert same(one, one.name("Rovinian Defence League", "RDL"), other, other.name("RDL"))


def test_an_acronym_with_two_long_names_is_settled_by_the_story():
    one, other, third = siege("a"), siege("b"), Tale("c", "2015-03-01")
    long = one.name("Rovinian Defence League", "RDL")
    third.name("Regional Development Loan", "RDL")
    assert same(one, long, other, other.name("RDL"), third)


def test_a_person_is_no_organization():
    one, other = siege("a"), Tale("b", "2015-03-01")
    left, right = one.name("Morgan Stanley", type="Person"), other.name("Morgan Stanley", type="Company")
    resolution = told(one, other)
    labels = {entity_of(resolution, one, left).label, entity_of(resolution, other, right).label}
    assert 2 == len(labels)


def test_in_one_story_one_full_name_is_one_thing_whatever_it_was_taken_for():
    tales = [siege(name) for name in "abc"]
    chains = [tale.name("Morgan Stanley", type=kind) for tale, kind in zip(tales, ("Company", "Person", "Company"), strict=True)]
    resolution = told(*tales)
    assert {"Company"} == {entity_of(resolution, tale, chain).type for tale, chain in zip(tales, chains, strict=True)}


def test_one_embassy_a_story():
    one, two, three = siege("a"), siege("b"), siege("c")
    whole = one.name("U.S. Embassy in Baghdad", type="Embassy")
    short = two.name("American embassy", type="Embassy", nominals=("the embassy",))
    bare = three.group("the embassy compound", type="Embassy")
    resolution = told(one, two, three)
    entity = entity_of(resolution, one, whole)
    assert entity == entity_of(resolution, two, short) == entity_of(resolution, three, bare)
    assert "U.S. Embassy in Baghdad" == entity.label


def test_a_short_name_of_two_embassies_is_neither():
    one, two, three = siege("a"), siege("b"), siege("c")
    baghdad = one.name("U.S. Embassy in Baghdad", type="Embassy")
    beirut = two.name("U.S. Embassy in Beirut", type="Embassy")
    short = three.name("U.S. Embassy", type="Embassy")
    resolution = told(one, two, three)
    assert 3 == len({entity_of(resolution, tale, chain).id for tale, chain in ((one, baghdad), (two, beirut), (three, short))})


def test_embassies_of_two_countries_are_two():
    one, two = siege("a"), siege("b")
    assert not same(
        one, one.name("U.S. Embassy in Baghdad", type="Embassy"), two, two.name("Iranian Embassy in Baghdad", type="Embassy")
    )


def test_groups_described_alike_in_a_story_are_one():
    one, other = siege("a"), siege("b")
    assert same(one, one.group("the U.S. troops"), other, other.group("American troops"))


def test_groups_of_two_stories_are_two_with_labels_of_their_own():
    one, other = siege("a", publisher="The Example"), Tale("b", "2015-03-01", "Another Paper")
    left, right = one.group("U.S. troops"), other.group("U.S. troops")
    other.name("Iraq")
    resolution = told(one, other)
    labels = {entity_of(resolution, one, left).label, entity_of(resolution, other, right).label}
    assert {"U.S. troops (The Example)", "U.S. troops (Another Paper)"} == labels


def test_a_bare_noun_needs_more_than_itself():
    one, other = siege("a"), siege("b")
    left, right = one.group("people"), other.group("people")
    assert not same(one, left, other, right)


def test_a_bare_noun_that_does_the_same_is_one():
    one, other = siege("a"), siege("b")
    left, right = one.group("the protesters"), other.group("Protestors")
    one.event("Withdrawal", agent=left)
    other.event("Departure", agent=right)
    assert same(one, left, other, right)


def test_positions_of_the_same_words_are_one():
    one, other = Tale("a"), Tale("b")
    assert same(one, one.name("Iraqi Prime Minister", type="Role"), other, other.name("Prime Minister of Iraq", type="Role"))


def test_courts_of_two_countries_are_two():
    one, other = Tale("a"), Tale("b")
    one.name("Iraq")
    other.name("Iran")
    left, right = one.name("Supreme Court", type="Court"), other.name("Supreme Court", type="Court")
    resolution = told(one, other)
    assert {"Supreme Court (Iraq)", "Supreme Court (Iran)"} == {
        entity_of(resolution, one, left).label,
        entity_of(resolution, other, right).label,
    }


def test_people_without_a_name_are_told_apart_by_whose_they_are():
    one, other = Tale("a", published="2011-01-01"), Tale("b", published="2012-01-01")
    left, right = one.group("supporters"), other.group("supporters")
    one.ties(left, "affiliatedWith", one.name("Rovinian Defence League"))
    other.ties(right, "affiliatedWith", other.name("Tarabin Party"))
    resolution = told(one, other)
    assert {"supporters (Rovinian Defence League)", "supporters (Tarabin Party)"} == {
        entity_of(resolution, one, left).label,
        entity_of(resolution, other, right).label,
    }


def test_the_class_is_what_most_say_and_the_more_specific():
    tales = [Tale(name) for name in "abc"]
    kinds = ("Organization", "ArmedGroup", "Organization")
    chains = [tale.name("Rovinian Defence League", type=kind) for tale, kind in zip(tales, kinds, strict=True)]
    assert "ArmedGroup" == entity_of(told(*tales), tales[0], chains[0]).type


def test_no_two_entities_have_one_label_or_id():
    tales = [Tale(name, published=f"20{at}-01-01") for at, name in enumerate("abcdef", 10)]
    for tale in tales:
        tale.group("protesters")
        tale.name("Smith", type="Person")
        tale.name("Washington", type="City")
    entities = told(*tales).entities
    assert len(entities) == len({entity.id for entity in entities}) == len({entity.label.casefold() for entity in entities})


def test_the_prime_minister_is_the_one_the_story_names():
    one, other = siege("a"), siege("b")
    premier = one.name("Adel Abdul-Mahdi", type="Person", nominals=("Iraqi prime minister",))
    assert same(one, premier, other, other.group("the prime minister", type="Person"))


def test_one_of_many_does_not_bear_the_title_of_who_was_named():
    for words, one in (("the mayor", True), ("a mayor", False), ("each mayor", False), ("another mayor", False)):
        tale = siege("a")
        named = tale.name("Omar Vale", type="Person", nominals=("mayor",))
        assert one is same(tale, named, tale, tale.group(words, type="Person")), words


def test_where_two_bear_a_title_it_tells_neither():
    one, two, three = siege("a"), siege("b"), siege("c")
    iraqi = one.name("Adel Abdul-Mahdi", type="Person", nominals=("Iraqi prime minister",))
    two.name("Mette Smith", type="Person", nominals=("Danish prime minister",))
    assert not same(one, iraqi, three, three.group("the prime minister", type="Person"), two)


def test_a_legal_form_is_no_part_of_a_companys_name():
    tales = [Tale(name) for name in "abc"]
    names = (("Rovinian Aero & Space N.V.", "RAS"), ("Rovinian Aero and Space",), ("RAS N.V.",))
    chains = [tale.name(*spellings, type="Company") for tale, spellings in zip(tales, names, strict=True)]
    resolution = told(*tales)
    assert 1 == len({entity_of(resolution, tale, chain).id for tale, chain in zip(tales, chains, strict=True)})


def test_a_last_name_is_found_in_a_related_article_of_another_story():
    one, other = Tale("a", "2020-01-01"), Tale("b", "2020-06-01")
    full = one.name("Mohammed al-Haydari", type="Person")
    short = other.name("al-Haydari", type="Person")
    assert not same(one, full, other, short)
    one.name("Rovinian Defence League")
    other.name("Rovinian Defence League")
    assert same(one, full, other, short)


def test_a_phrase_that_reads_like_a_name_is_that_name():
    one, other = siege("a"), siege("b")
    assert same(one, one.name("Indian Navy", type="MilitaryForce"), other, other.group("Indian navy", type="MilitaryForce"))


@pytest.mark.parametrize("name", ["Army", "National Police", "Parliament"])
def test_institutions_that_every_country_has_are_of_one_country_only(name):
    def article(identifier: str, country: str | None) -> tuple[Tale, str]:
        tale = Tale(identifier, "2020-01-02")
        tale.name(f"{identifier.upper() * 3} Reporter", type="Person")
        if country:
            tale.name(country)
        return tale, tale.name(name)

    (one, left), (other, right) = article("a", None), article("b", None)
    assert entity_of(told(one, other), one, left) != entity_of(told(one, other), other, right)
    (one, left), (other, right) = article("a", "Iraq"), article("b", "Iraq")
    assert entity_of(told(one, other), one, left) == entity_of(told(one, other), other, right)
    (one, left), (other, right) = article("a", "Iraq"), article("b", "Iran")
    assert entity_of(told(one, other), one, left) != entity_of(told(one, other), other, right)


def test_positions_of_one_title_at_two_bodies_are_two():
    one, other = siege("a"), siege("b")
    left = one.group("President of Karsk Bank", "president", type="Role")
    right = other.group("President of Rovin Steel", "president", type="Role")
    resolution = told(one, other)
    assert entity_of(resolution, one, left) != entity_of(resolution, other, right)


def test_one_employee_is_not_the_employees():
    for short, one in (("employee", True), ("employees", False)):
        tales = siege("a"), siege("b")
        left = tales[0].group("fired employee of the Karsk works", type="Person")
        right = tales[1].group(short, type="Person" if one else "Group")
        for tale, chain in zip(tales, (left, right), strict=True):
            tale.event("Arrest", target=chain, day="2020-01-01")
        resolution = told(*tales)
        assert one is (entity_of(resolution, tales[0], left) == entity_of(resolution, tales[1], right))


def test_a_bare_thing_is_no_fuller_one_that_does_nothing_alike():
    one, other = siege("a"), siege("b")
    left, right = one.group("parked car", "parked car", type="Vehicle"), other.group("car", "car", type="Vehicle")
    resolution = told(one, other)
    assert entity_of(resolution, one, left) != entity_of(resolution, other, right)


def victims(count=None, tense="actual"):
    """One article tells of a woman killed in Basra, the other of Jane Karsk."""
    one, other = siege("a"), siege("b")
    woman, jane = one.group("woman", type="Person"), other.name("Jane Karsk", type="Person")
    for tale, chain in ((one, woman), (other, jane)):
        tale.event(
            "Killing",
            target=chain,
            agent=tale.name("Kataib Hezbollah"),
            place=tale.name("Basra"),
            day="2020-01-01",
            modality=tense,
        )
    if count is not None:
        event = one.events[-1]
        figure = Argument("fatalities", value=Value(count, event.trigger))
        one.events[-1] = replace(event, arguments=(*event.arguments, figure))
    resolution = told(one, other)
    return entity_of(resolution, one, woman) == entity_of(resolution, other, jane)


def test_the_one_who_was_killed_is_the_one_whom_another_article_names():
    assert victims()
    assert victims(count=1)


def test_of_several_victims_none_is_known_by_what_was_done():
    assert not victims(count=3)


def test_what_is_only_claimed_identifies_nobody():
    assert not victims(tense="possible")


def test_a_refusal_of_what_was_joined_in_the_end_is_no_near_miss():
    one, other = siege("a"), siege("b")
    one.name("Benjamin Karsk", type="Person")
    other.name("Benjamin David Karsk", type="Person")
    resolution = told(one, other)
    assert 1 == sum("Karsk" in entity.label for entity in resolution.entities)
    assert [] == [row for row in resolution.judgements if row.verdict == "different" and "Karsk" in row.left]


def test_one_man_is_not_the_men_of_another_article():
    for words, one in (("man", True), ("men", False)):
        tales = siege("a"), siege("b")
        chains = [tale.group(each, each, type="Person") for tale, each in zip(tales, ("man", words), strict=True)]
        for tale, chain in zip(tales, chains, strict=True):
            tale.event("Injury", target=chain, day="2020-01-01")
        resolution = told(*tales)
        assert one is (entity_of(resolution, tales[0], chains[0]) == entity_of(resolution, tales[1], chains[1]))


def test_a_position_without_its_body_is_not_that_of_another_article():
    one, other = siege("a"), siege("b")
    left, right = one.group("chief executive", type="Role"), other.group("chief executive of Rovin Steel", type="Role")
    resolution = told(one, other)
    assert entity_of(resolution, one, left) != entity_of(resolution, other, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("the ferry", "the ferries"), ("the man", "a second man"), ("the harbour master", "the assistant harbour master")],
    ids=["number", "order", "rank"],
)
def test_number_order_and_rank_tell_one_from_the_next(left, right):
    for other_words, one in ((right, False), (left, True)):
        first, second = siege("a"), siege("b")
        chains = first.group(left, type="Vehicle"), second.group(other_words, type="Vehicle")
        first.event("Bombing", target=chains[0])
        second.event("Bombing", target=chains[1])
        assert one is same(first, chains[0], second, chains[1])


def test_who_is_told_more_of_is_not_any_of_the_kind_unless_they_do_the_same():
    for deed, one in (("Bombing", True), ("Meeting", False)):
        first, second = siege("a"), siege("b")
        called = first.group("the Karsk rowing team", "the team"), second.group("the team")
        first.event("Bombing", agent=called[0])
        second.event(deed, agent=called[1])
        assert one is same(first, called[0], second, called[1])


def test_a_thing_told_more_of_is_none_of_the_bare_word():
    first, second = siege("a"), siege("b")
    called = first.group("the Karsk law office", "the office", type="Building"), second.group("the office", type="Building")
    first.event("Bombing", target=called[0])
    second.event("Bombing", target=called[1])
    assert not same(first, called[0], second, called[1])


def test_the_only_one_that_fits_is_sought_in_other_articles():
    tale = siege("a")
    assert not same(
        tale, tale.group("the new director", type="Person"), tale, tale.group("the new music director", type="Person")
    )
    assert same(tale, tale.group("the outer wall", type="Place"), tale, tale.group("the outer wall of the mill", type="Place"))


def test_a_title_of_a_body_is_not_that_of_a_bearer_of_nobody_knows_what():
    one, other = siege("a"), siege("b")
    named = one.name("Jane Roe", type="Person", nominals=("the president",))
    assert not same(one, named, other, other.group("the president of Iraq", type="Person"))


def test_whose_title_is_of_a_country_is_of_the_one_the_article_is_about():
    for country, one in (("Iraqi", True), ("Venezuelan", False)):
        tale = siege("a")
        bearer = tale.name("Omar Vale", type="Person", nominals=("president",))
        title = tale.group(f"{country} president", type="Person")
        tale.name("Baghdad")
        tale.name("Baghdad")
        assert one is same(tale, bearer, tale, title)


def test_who_is_called_after_one_country_bears_no_title_of_another():
    for country, one in (("Iraqi", True), ("Iranian", False)):
        tale = siege("a")
        expert = tale.name("Omar Vale", type="Person", nominals=("analyst", "Iraqi scientist"))
        for name in (country.replace("Iraqi", "Iraq").replace("Iranian", "Iran"),) * 9:
            tale.name(name)
        assert one is same(tale, expert, tale, tale.group(f"{country} analyst", type="Person")), country


def test_bodies_are_compared_by_their_whole_names():
    one, other = siege("a"), siege("b")
    left = one.name("Center for Federal Toll Policy", type="Organization")
    right = other.name("Vale Ross Toll Policy Center", "Toll Policy Center", type="Organization")
    assert not same(one, left, other, right)


def test_a_name_that_any_of_its_kind_bears_is_no_key():
    one, other = siege("a"), siege("b")
    left = one.name("Karsk Liberation Party", "Party", type="PoliticalParty")
    right = other.name("Rovin Workers Party", "Party", type="PoliticalParty")
    assert not same(one, left, other, right)


def test_embassies_are_not_one_embassy():
    tale = siege("a")
    many = tale.name("U.S. embassies", type="Embassy")
    assert not same(tale, many, tale, tale.group("embassy", type="Embassy"))


def test_many_things_are_none_told_of_elsewhere():
    for head, kind, one in (("barracks", "Facility", False), ("soldiers", "Group", True)):
        tale = siege("a")
        left, right = tale.group(f"Iraqi {head}", type=kind), tale.group(f"the {head}", type=kind)
        assert one is same(tale, left, tale, right), head


def test_of_a_class_there_is_one_in_a_story_but_many_are_others():
    for noun, one in (("embassy", True), ("embassies", False)):
        left, right = siege("a"), siege("b")
        assert one is same(left, left.group(noun, type="Embassy"), right, right.group(noun, type="Embassy")), noun


def test_some_of_a_kind_are_not_those_told_of():
    told_again = (
        ("the {}", True),
        ("{}", False),
        ("five {}", True),
        ("other {}", False),
        ("their {}", False),
        ("the 1st {}", False),
    )
    for words, one in told_again:
        tale = siege("a")
        left, right = tale.group("Iraqi strikers"), tale.group(words.format("strikers"))
        for chain in (left, right):
            tale.event("Demonstration", agent=chain)
        assert one is same(tale, left, tale, right), words


def test_those_of_two_countries_are_not_those_of_one_and_a_person_told_anew_is_another():
    for fuller, words, kind, one in (
        ("U.S. and Iraqi dockers", "the Iraqi dockers", "Group", False),
        ("Iraqi dockers", "the dockers", "Group", True),
        ("an Iraqi ministry clerk", "a ministry clerk", "Person", False),
        ("an Iraqi ministry clerk", "the ministry clerk", "Person", True),
    ):
        tale = siege("a")
        left, right = tale.group(fuller, type=kind), tale.group(words, type=kind)
        for chain in (left, right):
            tale.event("Resignation", agent=chain)
        assert one is same(tale, left, tale, right), (fuller, words)


def test_so_many_are_those_told_of_if_they_do_or_suffer_the_same():
    tale = siege("a")
    left, right = tale.group("Iraqi strikers"), tale.group("five strikers")
    tale.event("Demonstration", agent=left)
    assert not same(tale, left, tale, right)


def test_those_counted_before_are_meant_by_a_definite_noun_only():
    for words, one in (("the masked raiders", True), ("masked raiders", False)):
        tale = siege("a")
        assert one is same(tale, tale.group("seven masked raiders"), tale, tale.group(words)), words


def test_a_group_of_another_article_has_nothing_but_its_country_added():
    told_again = (("Iraqi dock workers", "dock workers", True), ("striking dock workers", "dock workers", False))
    for fuller, words, one in (*told_again, ("Iraqi dock workers", "other dock workers", False)):
        left, right = siege("a"), siege("b")
        assert one is same(left, left.group(fuller), right, right.group(words)), (fuller, words)


def test_what_an_article_adds_to_who_was_told_of_tells_of_others():
    for first, again, one in (
        ("residents", "the residents of nearby slums", False),
        ("the residents of nearby slums", "the residents", True),
        ("soldiers", "the Iraqi soldiers", False),
        ("a delegation", "the Iraqi delegation", True),
    ):
        tale = siege("a")
        left, right = tale.group(first), tale.group(again)
        for chain in (left, right):
            tale.event("Demonstration", agent=chain)
        assert one is same(tale, left, tale, right), (first, again)


def test_a_thing_is_taken_up_by_who_points_at_it():
    for again, one in (("the dye works", True), ("a dye works", False), ("dye works", False)):
        tale = siege("a")
        left, right = tale.group("a dye works", type="Company"), tale.group(again, type="Company")
        assert one is same(tale, left, tale, right), again


def test_a_part_may_be_told_with_its_whole():
    tale = siege("a")
    first = tale.group("an outer fence", "fence", type="Facility")
    assert same(tale, first, tale, tale.group("an outer fence of the mill", "fence", type="Facility"))


def test_one_police_is_not_another_nor_are_nine_policemen_the_police():
    for first, again, one in (
        ("Iraqi police", "the police", True),
        ("Iraqi police", "the secret police", False),
        ("nine policemen", "the Iraqi police", False),
    ):
        tale = siege("a")
        left, right = tale.group(first, type="SecurityForce"), tale.group(again, type="SecurityForce")
        assert one is same(tale, left, tale, right), (first, again)


def test_some_of_a_kind_are_any_in_another_article():
    for words, one in (("dock workers", True), ("some dock workers", False)):
        tales = siege("a"), siege("b")
        chains = [tale.group(words) for tale in tales]
        for tale, chain in zip(tales, chains, strict=True):
            tale.event("Injury", target=chain)
        assert one is same(tales[0], chains[0], tales[1], chains[1]), words


def test_the_people_are_now_of_one_country_now_anybody():
    for again, one in (("the Danish people", False), ("the people", True)):
        tale = siege("a")
        left, right = tale.group("the people"), tale.group(again)
        for chain in (left, right):
            tale.event("Demonstration", agent=chain)
        assert one is same(tale, left, tale, right), again


def test_the_area_of_a_town_is_another_area():
    for again, one in (("the area of the mill", False), ("the area", True)):
        tale = siege("a")
        left = tale.group("the area", type="Region")
        assert one is same(tale, left, tale, tale.group(again, type="Region")), again


def test_our_forces_are_not_the_armed_forces():
    for again, one in (("the armed forces", False), ("the forces", True)):
        tale = siege("a")
        left = tale.group("our forces" if not one else "the forces", type="MilitaryForce")
        assert one is same(tale, left, tale, tale.group(again, type="MilitaryForce")), again


def test_a_government_of_no_country_is_none_of_another_article_without_a_date():
    for day, one in (("2020-01-02", True), (None, False)):
        tales = siege("a", published=day), siege("b", published=day)
        chains = [
            tale.group(words, type="Government")
            for tale, words in zip(tales, ("the government", "the new government"), strict=True)
        ]
        for tale, chain in zip(tales, chains, strict=True):
            tale.event("Reform", agent=chain)
        assert one is same(tales[0], chains[0], tales[1], chains[1]), day


def test_a_position_whose_country_is_not_said_is_of_the_one_its_article_is_about():
    for country, one in (("Iraq", True), ("Iran", False)):
        tales = Tale("a", "2020-01-02"), Tale("b", "2020-01-02")
        for tale, home in zip(tales, ("Iraq", country), strict=True):
            tale.name(home)
        left = tales[0].group("Harbour Minister", type="Role")
        assert one is same(tales[0], left, tales[1], tales[1].group("Minister of Harbour", type="Role")), country


def test_a_title_of_nobody_knows_what_is_borne_in_another_article_only_at_home():
    for nominal, again, one in (
        ("Iraqi president", "the president", True),
        ("president", "the president", False),
        ("Iraqi candidate", "the candidate", False),
    ):
        left, right = siege("a"), siege("b")
        named = left.name("Omar Vale", type="Person", nominals=(nominal,))
        assert one is same(left, named, right, right.group(again, type="Person")), nominal


def test_a_spokesman_of_nobody_knows_whom_is_not_the_one_named_later():
    for words, one in (("a spokesman", False), ("the spokesman", True)):
        tale = siege("a")
        first = tale.group(words, type="Person")
        assert one is same(tale, first, tale, tale.name("Omar Vale", type="Person", nominals=("spokesman",))), words


def test_a_common_word_of_a_name_is_that_name_in_its_own_story_only():
    for stories, one in ((("2020-01-02", "2020-01-02"), True), (("2020-01-02", "2015-03-01"), False)):
        tales = [siege("a", published=stories[0]), Tale("b", stories[1])]
        if one:
            tales[1] = siege("b", published=stories[1])
        left = tales[0].name("Rovin Greens", "Greens", type="PoliticalParty")
        tales[0].group("some greens")
        assert one is same(tales[0], left, tales[1], tales[1].name("Greens", type="PoliticalParty")), stories


def test_a_short_name_that_only_sounds_alike_is_another():
    for short, one in (("Tzarnow", True), ("Hassan", False)):
        tale = siege("a")
        full = tale.name("Dmitri Tsarnow" if one else "Omar Hussein", type="Person")
        assert one is same(tale, full, tale, tale.name(short, type="Person")), short


def test_a_country_told_of_later_does_not_say_whose_the_first_were():
    for towns, one in ((("Baghdad", "Basra"), True), (("Iran", "Iran"), False)):
        tale = siege("a")
        for town in towns:
            tale.name(town)
        first = tale.group("the labour ministry", type="GovernmentAgency")
        assert one is same(tale, first, tale, tale.group("Iraqi labour ministry", type="GovernmentAgency")), towns


def test_what_is_of_a_country_is_none_of_an_article_about_another():
    for towns, one in ((("Baghdad", "Basra"), True), (("Iran", "Iran"), False)):
        left, right = siege("a"), siege("b")
        fuller = left.group("Iraqi labour unions", type="Organization")
        for town in towns * 3:
            right.name(town)
        assert one is same(left, fuller, right, right.group("labour unions", type="Organization")), towns


def test_unnamed_people_in_the_one_part_of_a_happening_are_one():
    one, other = siege("a"), siege("b")
    chains = one.group("the clerk", type="Person"), other.group("the young man", type="Person")
    figure = {"words": "shot at the ferry on the way home from the market with his brother", "day": "2020-01-01"}
    for tale, chain in zip((one, other), chains, strict=True):
        tale.event("Killing", target=chain, agent=tale.name("Karsk Guard", type="ArmedGroup"), place=tale.name("Basra"), **figure)
    assert same(one, chains[0], other, chains[1])


def test_who_is_called_by_the_titles_of_two_people_is_neither():
    for words, one in ((("the president",), True), (("the president", "the mayor"), False)):
        tale = siege("a")
        president = tale.name("Omar Vale", type="Person", nominals=("president",))
        tale.name("Jane Roe", type="Person", nominals=("mayor",))
        assert one is same(tale, president, tale, tale.group(*words, type="Person")), words


def test_a_citizen_of_one_country_bears_no_title_of_another():
    for country, one in (("Iraq", True), ("Iran", False)):
        tale = siege("a")
        expert = tale.name("Omar Vale", type="Person", nominals=("analyst",))
        tale.ties(expert, "citizenOf", tale.name(country))
        for _ in range(9):
            tale.name("Iraq")
        assert one is same(tale, expert, tale, tale.group("Iraqi analyst", type="Person")), country


def test_the_building_of_one_article_is_none_that_another_calls_after_its_owner():
    for bare, one in (("the troops", True), ("the building", False)):
        kind = "MilitaryForce" if one else "Building"
        tales = siege("a"), siege("b")
        chains = [tale.group(words, type=kind) for tale, words in zip(tales, (f"{bare[4:]} of Iraq", bare), strict=True)]
        for tale, chain in zip(tales, chains, strict=True):
            tale.event("Breach", agent=tale.group("a mob"), target=chain)
        assert one is same(tales[0], chains[0], tales[1], chains[1]), bare


def test_a_named_hall_is_the_one_whose_name_tells_a_word_more():
    one, other = siege("a"), siege("b")
    hall = one.name("Vale City Hall", type="Building")
    assert same(one, hall, other, other.name("Vale City Concert Hall", type="Building"))


def test_what_a_place_is_like_does_not_tell_it_from_others():
    for left, right, one in (
        ("the popular pizza restaurant", "the crowded pizza restaurant", True),
        ("the pizza restaurant", "the noodle restaurant", False),
        ("the Popular Harbour Restaurant", "the Famous Harbour Restaurant", False),
    ):
        tales = siege("a"), siege("b")
        sites = [tale.group(words, type="Building") for tale, words in zip(tales, (left, right), strict=True)]
        assert one is same(tales[0], sites[0], tales[1], sites[1]), right
