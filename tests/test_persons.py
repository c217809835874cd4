"""Which names are whose, where several people of an article share one, on parses written by hand."""

from __future__ import annotations

import pytest

from readings import chains, mentions, resolved

FADELS = (
    "Zora/Zora/NNP/compound/2 Fadel/Fadel/NNP/nsubj/3 met/meet/VBD/ROOT/0 Omar/Omar/NNP/compound/5 Fadel/Fadel/NNP/dobj/3"
    " and/and/CC/cc/3 Zora/Zora/NNP/compound/8 Fadel/Fadel/NNP/nsubj/9 left/leave/VBD/conj/3 and/and/CC/cc/9"
)


def test_a_shared_last_name_is_whoever_is_named_most():
    table = f"{FADELS} later/later/RB/advmod/13 Fadel/Fadel/NNP/nsubj/13 spoke/speak/VBD/conj/9"

    assert chains(table, PERSON="Zora Fadel|Omar Fadel|Fadel") == [["Zora Fadel", "Zora Fadel", "Fadel"], ["Omar Fadel"]]


def test_who_is_called_by_the_given_name_is_not_called_by_the_last_one():
    rest = "Zora/Zora/NNP/nsubj/12 slept/sleep/VBD/conj/9 and/and/CC/cc/12 Fadel/Fadel/NNP/nsubj/15 spoke/speak/VBD/conj/12"
    table = f"{FADELS} {rest}"

    assert chains(table, PERSON="Zora Fadel|Omar Fadel|Zora|Fadel") == [
        ["Zora Fadel", "Zora Fadel", "Zora"],
        ["Omar Fadel", "Fadel"],
    ]


def test_a_title_tells_which_of_two_is_meant():
    table = (
        "Maria/Maria/NNP/compound/2 Fadel/Fadel/NNP/nsubj/3 met/meet/VBD/ROOT/0 Peter/Peter/NNP/compound/5 Fadel/Fadel/NNP/dobj/3"
        " and/and/CC/cc/3 Mr./Mr./NNP/compound/8 Fadel/Fadel/NNP/nsubj/9 spoke/speak/VBD/conj/3"
    )

    people = "Maria Fadel|Peter Fadel|Fadel"
    assert chains(table, PERSON=people) == [["Maria Fadel"], ["Peter Fadel", "Fadel"]]
    assert chains(table.replace("Mr.", "Mrs."), PERSON=people) == [["Maria Fadel", "Fadel"], ["Peter Fadel"]]


def test_a_nickname_makes_no_second_person():
    table = (
        "Edgar/Edgar/NNP/compound/2 Fadel/Fadel/NNP/nsubj/3 met/meet/VBD/ROOT/0 Fadel/Fadel/NNP/dobj/3 and/and/CC/cc/3"
        " {0}/{0}/NNP/compound/7 Fadel/Fadel/NNP/nsubj/8 left/leave/VBD/conj/3 and/and/CC/cc/8 Fadel/Fadel/NNP/nsubj/11"
        " spoke/speak/VBD/conj/8"
    )

    for given, people in (("Ed", 1), ("Eva", 2), ("Omar", 2)):
        assert len(chains(table.format(given), PERSON=f"Edgar Fadel|{given} Fadel|Fadel")) == people


def test_a_known_last_name_is_not_the_known_man_after_a_namesake():
    table = (
        "{0}/{0}/NNP/compound/2 Blair/Blair/NNP/nsubj/3 left/leave/VBD/ROOT/0 and/and/CC/cc/3 Blair/Blair/NNP/nsubj/6"
        " spoke/speak/VBD/conj/3"
    )

    for given, known in (("Tony", "seed:tony-blair"), ("Zora", None)):
        (person,) = resolved(table.format(given), PERSON=f"{given} Blair|Blair")[1]
        assert (person.label, person.known) == (f"{given} Blair", known)


def test_two_full_names_are_never_joined_by_an_office():
    table = (
        "Zora/Zora/NNP/compound/2 Fadel/Fadel/NNP/nsubj/9 ,/,/,/punct/2 secretary/secretary/NN/appos/2"
        " Omar/Omar/NNP/compound/6 Haddad/Haddad/NNP/appos/4 and/and/CC/cc/6 guards/guard/NNS/conj/6 left/leave/VBD/ROOT/0"
    )

    found = chains(table, PERSON="Zora Fadel|Omar Haddad")
    assert not any({"Zora Fadel", "Omar Haddad"} <= set(names) for names in found)


def test_a_given_name_that_was_overlooked_belongs_to_the_last_name():
    table = "Officials/official/NNS/nsubj/2 met/meet/VBD/ROOT/0 {0}/{0}/NNP/compound/4 Fadel/Fadel/NNP/dobj/2"

    assert ("name", "Person", "Peter Fadel") in mentions(table.format("Peter"), PERSON="Fadel")
    assert ("name", "Person", "Fadel") in mentions(table.format("Xqzara"), PERSON="Fadel")


def test_who_calls_somebody_something_is_not_called_so():
    called = (
        "Zora/Zora/NNP/compound/2 Fadel/Fadel/NNP/nsubj/3 called/call/VBD/ROOT/0 Omar/Omar/NNP/compound/5"
        " Haddad/Haddad/NNP/dobj/3"
    )
    either = (
        "Zora/Zora/NNP/compound/2 Fadel/Fadel/NNP/nsubj/6 or/or/CC/cc/2 Omar/Omar/NNP/compound/5 Haddad/Haddad/NNP/conj/2"
        " left/leave/VBD/ROOT/0"
    )

    for table in (called, either):
        assert chains(table, PERSON="Zora Fadel|Omar Haddad") == [["Zora Fadel"], ["Omar Haddad"]]


def test_the_short_name_in_brackets_is_a_body_as_what_it_is_short_for():
    table = (
        "The/the/DT/det/2 {0}/{0}/NN/nsubj/8 of/of/IN/prep/2 {1}/{1}/NNS/pobj/3 (/(/-LRB-/punct/6 Zorra/Zorra/NNP/appos/2"
        " )/)/-RRB-/punct/6 said/say/VBD/ROOT/0 so/so/RB/advmod/8"
    )

    for noun, of, cls in (("union", "drivers", "Organization"), ("friend", "drivers", "Person")):
        assert ("name", cls, "Zorra") in mentions(table.format(noun, of), PERSON="Zorra")


@pytest.mark.parametrize(("given", "known"), [("Boutros", "seed:boutros-boutros-ghali"), ("Youssef", None)])
def test_a_double_last_name_is_whose_the_article_says(given: str, known: str | None):
    table = (
        f"{given}/{given}/NNP/compound/2 Boutros-Ghali/Boutros-Ghali/NNP/nsubj/3 left/leave/VBD/ROOT/0 and/and/CC/cc/3"
        " Boutros-Ghali/Boutros-Ghali/NNP/nsubj/6 spoke/speak/VBD/conj/3"
    )
    _, things = resolved(table, PERSON=f"{given} Boutros-Ghali|Boutros-Ghali")
    assert [known] == [thing.known for thing in things]


KEBORI = "Ali/Ali/NNP/compound/3 Kebori/Kebori/NNP/compound/3 Fadel/Fadel/NNP/nsubj/4 left/leave/VBD/ROOT/0 and/and/CC/cc/4"


def test_the_first_of_two_last_names_is_a_short_form():
    table = f"{KEBORI} {{0}}/{{0}}/NNP/nsubj/7 spoke/speak/VBD/conj/4"

    assert chains(table.format("Kebori"), PERSON="Ali Kebori Fadel|Kebori") == [["Ali Kebori Fadel", "Kebori"]]


def test_a_second_given_name_is_no_short_form():
    table = f"{KEBORI} Paul/Paul/NNP/nsubj/7 spoke/speak/VBD/conj/4".replace("Kebori", "Paul")

    assert chains(table, PERSON="Ali Paul Fadel|Paul") == [["Ali Paul Fadel"], ["Paul"]]


def test_who_is_introduced_as_a_relative_is_called_in_full():
    table = (
        f"{KEBORI} his/his/PRP$/poss/7 father/father/NN/nsubj/10 Omar/Omar/NNP/compound/9 Kebori/Kebori/NNP/appos/7"
        " died/die/VBD/conj/4 and/and/CC/cc/10 Kebori/Kebori/NNP/nsubj/13 wept/weep/VBD/conj/10"
    )
    people = "Ali Kebori Fadel|Omar Kebori|Kebori"

    assert ["Ali Kebori Fadel", "his", "Kebori"] in chains(table, PERSON=people)


def test_a_last_name_that_two_people_bear_alike_is_neither():
    table = (
        "Zora/Zora/NNP/compound/2 Fadel/Fadel/NNP/nsubj/3 met/meet/VBD/ROOT/0 Omar/Omar/NNP/compound/5 Fadel/Fadel/NNP/dobj/3"
        " and/and/CC/cc/3 Fadel/Fadel/NNP/nsubj/8 slept/sleep/VBD/conj/3"
    )

    assert chains(table, PERSON="Zora Fadel|Omar Fadel|Fadel") == [["Zora Fadel"], ["Omar Fadel"], ["Fadel"]]
