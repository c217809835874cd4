"""Whom a deed harmed and how many, where the parser hangs them elsewhere, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.annotate.casualties import Harms, mend_casualties
from graph.figures import summed
from graph.model import Span, Value
from spacy.tokens import Doc

from parsed import parsed
from scenes import links

HARMS = Harms(
    {"wounds": "wound", "kills": "kill", "injures": "injure", "hurts": "hurt"},
    {"dead", "injured"},
    {"fighting"},
    {"attack", "open"},
)
RAID = "{raided} a/a/DT/det/4 farm/farm/NN/dobj/2 and/and/CC/cc/2 killed/kill/VBD/conj/2 goats/goat/NNS/dobj/6"


def mended(table: str) -> Doc:
    doc = parsed(table)
    mend_casualties(doc, HARMS)
    return doc


def place(doc: Doc, word: str) -> tuple[str, str]:
    token = next(token for token in doc if token.text == word)
    return token.head.text, token.dep_


SOUGHT = (
    "They/they/PRP/nsubj/2 {}/VBD/ROOT/0 a/a/DT/det/4 man/man/NN/dobj/2 who/who/WP/nsubj/6 {}/VBD/relcl/4 fire/fire/NN/dobj/6"
    " ,/,/,/punct/2 killing/kill/VBG/advcl/{} ten/ten/CD/dobj/9"
)


@pytest.mark.parametrize(
    ("main", "inner", "head", "expected"),
    [
        ("sought/seek", "opened/open", 2, "opened"),
        ("attacked/attack", "opened/open", 2, "attacked"),
        ("attacked/attack", "saw/see", 6, "attacked"),
        ("sought/seek", "saw/see", 2, "sought"),
    ],
)
def test_the_harm_of_a_participle_was_done_by_the_deed_before_it(main: str, inner: str, head: int, expected: str):
    assert (expected, "advcl") == place(mended(SOUGHT.format(main, inner, head)), "killing")


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        pytest.param(
            "Ten/ten/CD/nsubjpass/3 were/be/VBD/auxpass/3 killed/kill/VBN/ROOT/0 and/and/CC/cc/3 six/six/CD/nummod/6"
            " others/other/NNS/conj/3 wounded/wound/VBN/acl/6 in/in/IN/prep/7 raids/raid/NNS/pobj/8",
            "wounded", ("killed", "conj"), id="the second verb does without its helper",
        ),
        pytest.param(
            "Bomber/bomber/NN/nsubj/2 kills/kill/VBZ/ROOT/0 28/28/CD/dobj/2 ,/,/,/punct/2 wounds/wound/NNS/conj/2"
            " 150/150/CD/nummod/5 at/at/IN/prep/6 mosque/mosque/NN/pobj/7",
            "150", ("wounds", "dobj"), id="wounds of a headline",
        ),
        pytest.param(
            "Bomber/bomber/NN/nsubj/2 injures/injure/VBZ/ROOT/0 96/96/CD/npadvmod/2 at/at/IN/prep/2 mosque/mosque/NN/pobj/4",
            "96", ("injures", "dobj"), id="a number behind its verb",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 injured/injure/VBD/ROOT/0 40/40/CD/nummod/4 more/more/JJR/advmod/2",
            "40", ("injured", "dobj"), id="so many more",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 left/leave/VBD/ROOT/0 32/32/CD/nummod/4 men/man/NNS/nsubj/5 dead/dead/JJ/oprd/2",
            "men", ("left", "dobj"), id="left dead",
        ),
        pytest.param(
            "Two/two/CD/nummod/2 blasts/blast/NNS/ROOT/0 in/in/IN/prep/2 a/a/DT/det/5 church/church/NN/pobj/3"
            " killed/kill/VBN/acl/5 27/27/CD/nummod/8 worshippers/worshipper/NNS/dobj/6",
            "blasts", ("killed", "nsubj"), id="a participle with an object is the verb",
        ),
        pytest.param(
            "Air/air/NN/nsubj/2 strikes/strike/VBZ/ccomp/10 on/on/IN/prep/2 a/a/DT/det/5 camp/camp/NN/pobj/3"
            " killed/kill/VBN/acl/5 men/man/NNS/dobj/6 ,/,/,/punct/10 he/he/PRP/nsubj/10 said/say/VBD/ROOT/0",
            "strikes", ("killed", "nsubj"), id="a noun taken for a verb",
        ),
        pytest.param(
            "Fighting/fight/VBG/csubj/4 in/in/IN/prep/1 Gao/Gao/NNP/pobj/2 killed/kill/VBD/ROOT/0 ten/ten/CD/dobj/4",
            "Fighting", ("killed", "nsubj"), id="a gerund that is a noun",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 raised/raise/VBD/ROOT/0 the/the/DT/det/4 toll/toll/NN/dobj/2 from/from/IN/prep/2"
            " the/the/DT/det/7 raid/raid/NN/pobj/5 to/to/IN/prep/2 28/28/CD/pobj/8",
            "from", ("toll", "prep"), id="the toll of what",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 raised/raise/VBD/ROOT/0 the/the/DT/det/4 toll/toll/NN/dobj/2 from/from/IN/prep/2"
            " 19/19/CD/pobj/5 to/to/IN/prep/2 28/28/CD/pobj/7",
            "from", ("raised", "prep"), id="the toll as it was",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 fled/flee/VBD/ROOT/0 ,/,/,/punct/2 shooting/shoot/VBG/advcl/2 dead/dead/JJ/amod/7"
            " two/two/CD/nummod/7 guards/guard/NNS/dobj/4",
            "dead", ("shooting", "oprd"), id="shot dead",
        ),
    ],
)  # fmt: skip
def test_who_was_harmed_hangs_on_the_verb_that_tells_of_it(table, word, expected):
    assert expected == place(mended(table), word)


def test_those_who_are_hurt_in_numbers_are_people():
    doc = mended("40/40/CD/nsubjpass/3 were/be/VBD/auxpass/3 hurt/hurt/VBN/ROOT/0")
    assert "injure" == doc[2].lemma_
    assert "hurt" == mended("Profits/profit/NNS/nsubjpass/3 were/be/VBD/auxpass/3 hurt/hurt/VBN/ROOT/0")[2].lemma_


def test_a_reduced_clause_without_an_object_stays_one():
    table = (
        "Men/man/NNS/nsubj/5 killed/kill/VBN/acl/1 in/in/IN/prep/2 Gao/Gao/NNP/pobj/3 were/be/VBD/ROOT/0 guards/guard/NNS/attr/5"
    )
    assert ("Men", "acl") == place(mended(table), "killed")


# ----------------------------------------------------------------------------------------------------------- part of what
def wholes(table: str, classes: dict[str, str], times: dict[int, str] | None = None) -> dict[str, str]:
    drafts, found = links(table, classes, times)
    return {drafts[part].token.text: drafts[whole].token.text for part, whole in found.part_of.items()}


@pytest.mark.parametrize(
    ("times", "expected"), [({}, {"killed": "raided"}), ({0: "2020-01-02", 1: "2020-01-05"}, {})], ids=["one", "two times"]
)
def test_who_raids_and_kills_kills_in_the_raid_unless_at_another_time(times, expected):
    table = "Rebels/rebel/NNS/nsubj/2 " + RAID.format(raided="raided/raid/VBD/ROOT/0").replace("goats/goat", "farmers/farmer")
    assert expected == wholes(table, {"Rebels": "ArmedGroup", "farmers": "Group", "farm": "Facility"}, times)


def test_what_the_last_of_several_verbs_came_after_the_first_did_too():
    table = (
        "Men/man/NNS/nsubjpass/3 were/be/VBD/auxpass/3 killed/kill/VBN/ROOT/0 and/and/CC/cc/3 others/other/NNS/nsubjpass/7"
        " were/be/VBD/auxpass/7 hospitalized/hospitalize/VBN/conj/3 after/after/IN/prep/7 attacks/attack/NNS/pobj/8"
    )
    assert {"killed": "attacks", "hospitalized": "attacks"} == wholes(table, {"Men": "Group", "others": "Group"})


def test_deaths_that_a_raid_results_in_are_part_of_it():
    table = (
        "Raids/raid/NNS/nsubj/2 resulted/result/VBD/ROOT/0 in/in/IN/prep/2 deaths/death/NNS/pobj/3 of/of/IN/prep/4"
        " farmers/farmer/NNS/pobj/5"
    )
    assert {"deaths": "Raids"} == wholes(table, {"farmers": "Group"})


def test_whom_a_blast_left_killed_it_killed():
    table = "Blasts/bombing/NNS/nsubj/2 left/leave/VBD/ROOT/0 ten/ten/CD/nummod/4 men/man/NNS/nsubj/5 killed/kill/VBN/ccomp/2"
    assert {"killed": "Blasts"} == wholes(table, {"men": "Group"})


@pytest.mark.parametrize(
    ("dep", "expected"), [("nsubj", {"killed": "bomb"}), ("nsubjpass", {})], ids=["what did it", "what it was done to"]
)
def test_a_bomb_tells_of_a_bombing_where_it_did_the_harm(dep, expected):
    table = f"A/a/DT/det/2 bomb/bomb/NN/{dep}/3 killed/kill/VBD/ROOT/0 farmers/farmer/NNS/dobj/3"
    assert expected == wholes(table, {"farmers": "Group", "bomb": "Explosive"})


# --------------------------------------------------------------------------------------------------------------- numbers
COUNTED = (
    "Raids/raid/NNS/nsubj/2 killed/kill/VBD/ROOT/0 soldiers/soldier/NNS/dobj/2 {joint}/and/CC/cc/3 farmers/farmer/NNS/conj/3"
)


def test_those_joined_by_a_conjunction_are_added_up():
    doc = parsed(COUNTED.format(joint="and"))
    counted = {doc[2]: Value(13, Span(0, 2)), doc[4]: Value(170, Span(9, 12), "lower")}
    assert [Value(183, Span(0, 12), "lower")] == list(summed(counted))


def test_what_only_says_how_a_number_is_made_up_adds_nothing():
    doc = parsed(COUNTED.format(joint="and"))
    assert [Value(12, Span(0, 2))] == list(summed({doc[2]: Value(12, Span(0, 2)), doc[4]: Value(12, Span(9, 12))}))
    assert [12, 5] == [v.number for v in summed({doc[2]: Value(12, Span(0, 2)), doc[0]: Value(5, Span(9, 12))})]


def test_the_number_before_a_bare_participle_counts_who_was_harmed():
    doc = mended("45/45/CD/nummod/2 killed/kill/VBN/advcl/4 ,/,/,/punct/4 told/tell/VBD/ROOT/0")
    assert ("killed", "nsubjpass") == place(doc, "45")


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        ("39/39/CD/nsubj/2 dead/dead/JJ/ROOT/0 in/in/IN/prep/2 Lima/Lima/NNP/pobj/3", "39", ("dead", "nsubj")),
        ("Quake/quake/NN/ROOT/0 :/:/:/punct/1 150/150/CD/appos/1 dead/dead/JJ/amod/3", "150", ("dead", "nsubj")),
        ("One/one/CD/ROOT/0 of/of/IN/prep/1 40/40/CD/pobj/2 dead/dead/JJ/amod/3", "40", ("of", "pobj")),
        ("12/12/CD/nummod/3 dead/dead/JJ/amod/3 men/man/NNS/nsubj/4 came/come/VBD/ROOT/0", "12", ("men", "nummod")),
    ],
)
def test_a_headline_says_of_so_many_that_they_are_dead(table: str, word: str, expected: tuple[str, str]):
    assert expected == place(mended(table), word)


def test_a_number_before_a_word_of_harm_without_an_object_was_harmed():
    killed = "Eight/eight/CD/nsubj/2 killed/kill/VBD/ROOT/0 {} on/on/IN/prep/2 Monday/Monday/NNP/pobj/4"

    assert ("killed", "nsubjpass") == place(mended(killed.format("there/there/RB/advmod/2")), "Eight")
    assert ("killed", "nsubj") == place(mended(killed.format("goats/goat/NNS/dobj/2")), "Eight")


def test_the_missile_hits_and_not_those_who_were_injured_after_it_did():
    doc = mended(
        "Eight/eight/CD/nsubjpass/2 killed/kill/VBN/ROOT/0 and/and/CC/cc/2 12/12/CD/nsubj/8 injured/injure/VBN/acl/4"
        " after/after/IN/mark/8 missile/missile/NN/nsubj/8 hits/hit/VBZ/conj/2 hall/hall/NN/dobj/8"
    )

    assert [("injured", "nsubjpass"), ("hits", "nsubj")] == [place(doc, word) for word in ("12", "missile")]
    assert ("injured", "advcl") == place(doc, "hits")
