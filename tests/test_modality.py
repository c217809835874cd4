"""Whether an event happened, on parses written by hand."""

from __future__ import annotations

from functools import lru_cache

import pytest
from graph.modality import Status, is_presumed, status
from graph.ontology import Ontology, load

from parsed import parsed


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load()


def of(table: str, word: str) -> Status:
    return status(next(token for token in parsed(table) if token.text == word), ontology())


def told(table: str, word: str) -> tuple[str, str]:
    found = of(table, word)
    return found.polarity, found.modality


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        pytest.param("They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0", "left", ("positive", "actual"), id="plain past"),
        pytest.param(
            "They/they/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 enter/enter/VB/ROOT/0",
            "enter", ("negative", "actual"), id="not",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 never/never/RB/neg/3 came/come/VBD/ROOT/0", "came", ("negative", "actual"), id="never"
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 almost/almost/RB/advmod/3 came/come/VBD/ROOT/0", "came", ("negative", "actual"), id="almost"
        ),
        pytest.param(
            "Almost/almost/RB/advmod/2 all/all/DT/nsubj/3 came/come/VBD/ROOT/0", "came", ("positive", "actual"), id="almost all"
        ),
        pytest.param(
            "Nobody/nobody/NN/nsubj/2 died/die/VBD/ROOT/0", "died", ("negative", "actual"), id="nobody"
        ),
        pytest.param(
            "No/no/DT/det/2 successor/successor/NN/nsubjpass/4 was/be/AUX/auxpass/4 named/name/VBN/ROOT/0",
            "named", ("negative", "actual"), id="no subject",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 will/will/MD/aux/3 leave/leave/VB/ROOT/0", "leave", ("positive", "planned"), id="will"
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 could/could/MD/aux/3 attack/attack/VB/ROOT/0", "attack", ("positive", "possible"), id="could"
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 wants/want/VBZ/ROOT/0 to/to/TO/aux/4 attack/attack/VB/xcomp/2",
            "attack", ("positive", "planned"), id="want",
        ),
        pytest.param(
            "He/he/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 want/want/VB/ROOT/0 to/to/TO/aux/6 go/go/VB/xcomp/4",
            "go", ("negative", "planned"), id="not want",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 failed/fail/VBD/ROOT/0 to/to/TO/aux/4 enter/enter/VB/xcomp/2",
            "enter", ("negative", "actual"), id="fail",
        ),
        pytest.param(
            "They/they/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 fail/fail/VB/ROOT/0 to/to/TO/aux/6 enter/enter/VB/xcomp/4",
            "enter", ("positive", "actual"), id="not fail",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 managed/manage/VBD/ROOT/0 to/to/TO/aux/4 enter/enter/VB/xcomp/2",
            "enter", ("positive", "actual"), id="manage",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 began/begin/VBD/ROOT/0 to/to/TO/aux/4 withdraw/withdraw/VB/xcomp/2",
            "withdraw", ("positive", "actual"), id="begin",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 forced/force/VBD/ROOT/0 Iraq/Iraq/NNP/dobj/2 to/to/TO/aux/5 send/send/VB/xcomp/2",
            "send", ("positive", "actual"), id="force",
        ),
        pytest.param(
            "Guards/guard/NNS/nsubj/3 reportedly/reportedly/RB/advmod/3 fired/fire/VBD/ROOT/0",
            "fired", ("positive", "possible"), id="reportedly",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 appeared/appear/VBD/ROOT/0 to/to/TO/aux/4 obey/obey/VB/xcomp/2",
            "obey", ("positive", "possible"), id="appear",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 said/say/VBD/ROOT/0 they/they/PRP/nsubj/4 left/leave/VBD/ccomp/2",
            "left", ("positive", "actual"), id="say",
        ),
        pytest.param(
            "He/he/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 say/say/VB/ROOT/0 that/that/IN/mark/7 they/they/PRP/nsubj/7"
            " left/leave/VBD/ccomp/4",
            "left", ("positive", "possible"), id="not say",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 denied/deny/VBD/ROOT/0 that/that/IN/mark/5 they/they/PRP/nsubj/5 left/leave/VBD/ccomp/2",
            "left", ("negative", "actual"), id="deny",
        ),
        pytest.param(
            "If/if/IN/mark/3 they/they/PRP/nsubj/3 leave/leave/VBP/advcl/6"
            " we/we/PRP/nsubj/6 will/will/MD/aux/6 stay/stay/VB/ROOT/0",
            "leave", ("positive", "hypothetical"), id="if",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 stay/stay/VBP/ROOT/0 until/until/IN/mark/5 troops/troop/NNS/nsubj/5 leave/leave/VBP/advcl/2",
            "leave", ("positive", "planned"), id="until",
        ),
        pytest.param(
            "It/it/PRP/nsubj/3 will/will/MD/aux/3 help/help/VB/ROOT/0 when/when/WRB/advmod/6 troops/troop/NNS/nsubj/6"
            " leave/leave/VBP/advcl/3",
            "leave", ("positive", "planned"), id="when, of what will be",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 helps/help/VBZ/ROOT/0 when/when/WRB/advmod/5 troops/troop/NNS/nsubj/5 leave/leave/VBP/advcl/2",
            "leave", ("positive", "actual"), id="when, of what is",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 fired/fire/VBD/ROOT/0 gas/gas/NN/dobj/2"
            " to/to/TO/aux/5 disperse/disperse/VB/advcl/2 them/they/PRP/dobj/5",
            "disperse", ("positive", "planned"), id="purpose",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 rallied/rally/VBD/ROOT/0 to/to/TO/aux/4 protest/protest/VB/advcl/2",
            "protest", ("positive", "actual"), id="purpose reached",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 left/leave/VBD/ROOT/0 without/without/IN/prep/2 firing/fire/VBG/pcomp/3",
            "firing", ("negative", "actual"), id="without",
        ),
        pytest.param(
            "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 accused/accuse/VBN/ROOT/0 of/of/IN/prep/3 killing/kill/VBG/pcomp/4",
            "killing", ("positive", "possible"), id="accused of",
        ),
        pytest.param(
            "I/I/PRP/nsubj/3 can/can/MD/aux/3 confirm/confirm/VB/ROOT/0 that/that/IN/mark/6 they/they/PRP/nsubj/6"
            " left/leave/VBD/ccomp/3",
            "left", ("positive", "actual"), id="can confirm",
        ),
        pytest.param(
            "It/it/PRP/nsubj/2 is/be/AUX/ROOT/0 to/to/TO/aux/5 be/be/VB/auxpass/5 held/hold/VBN/xcomp/2",
            "held", ("positive", "planned"), id="is to be",
        ),
        pytest.param(
            "It/it/PRP/nsubjpass/5 is/be/AUX/aux/5 to/to/TO/aux/5 be/be/VB/auxpass/5 held/hold/VBN/ROOT/0",
            "held", ("positive", "planned"), id="is to be, one clause",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 tried/try/VBD/ROOT/0 to/to/TO/aux/4 clear/clear/VB/xcomp/2 it/it/PRP/dobj/4"
            " by/by/IN/prep/4 firing/fire/VBG/pcomp/6",
            "firing", ("positive", "actual"), id="means of what was tried",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 will/will/MD/aux/3 clear/clear/VB/ROOT/0 it/it/PRP/dobj/3 by/by/IN/prep/3"
            " firing/fire/VBG/pcomp/5",
            "firing", ("positive", "planned"), id="means of what is planned",
        ),
        pytest.param(
            "Neither/neither/CC/preconj/2 rebels/rebel/NNS/nsubj/5 nor/nor/CC/cc/2 armies/army/NNS/conj/2"
            " attacked/attack/VBD/ROOT/0 Rome/Rome/NNP/dobj/5",
            "attacked", ("negative", "actual"), id="neither of two",
        ),
        pytest.param(
            "Banks/bank/NNS/nsubj/3 will/will/MD/aux/3 act/act/VB/ROOT/0 should/should/MD/aux/6 talks/talk/NNS/nsubj/6"
            " fail/fail/VB/ccomp/3",
            "fail", ("positive", "hypothetical"), id="a condition that opens with its helper",
        ),
        pytest.param(
            "He/he/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 say/say/VB/ROOT/0 how/how/WRB/advmod/6 many/many/JJ/nsubjpass/8"
            " were/be/AUX/auxpass/8 killed/kill/VBN/ccomp/4",
            "killed", ("positive", "actual"), id="what is not said is how many, not that they were",
        ),
        pytest.param(
            "They/they/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 agree/agree/VB/ROOT/0 on/on/IN/prep/4 who/who/WP/nsubj/7"
            " attacked/attack/VBD/pcomp/5",
            "attacked", ("positive", "actual"), id="what is not agreed on is who, not that somebody did",
        ),
    ],
)  # fmt: skip
def test_verbs(table: str, word: str, expected: tuple[str, str]):
    assert expected == told(table, word)


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        pytest.param(
            "The/the/DT/det/2 attempt/attempt/NN/nsubj/5 to/to/TO/aux/4 storm/storm/VB/acl/2 failed/fail/VBD/ROOT/0",
            "storm", ("positive", "possible"), id="attempt to",
        ),
        pytest.param(
            "An/an/DT/det/3 alleged/alleged/JJ/amod/3 attack/attack/NN/nsubj/4 happened/happen/VBD/ROOT/0",
            "attack", ("positive", "possible"), id="alleged",
        ),
        pytest.param(
            "Police/police/NNS/nsubj/2 prevented/prevent/VBD/ROOT/0 an/an/DT/det/4 attack/attack/NN/dobj/2",
            "attack", ("negative", "actual"), id="prevent",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 will/will/MD/aux/3 launch/launch/VB/ROOT/0 raids/raid/NNS/dobj/3",
            "raids", ("positive", "planned"), id="will launch",
        ),
        pytest.param(
            "They/they/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4"
            " condemn/condemn/VB/ROOT/0 the/the/DT/det/6 raid/raid/NN/dobj/4",
            "raid", ("positive", "actual"), id="what is taken for granted",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 called/call/VBD/ROOT/0 for/for/IN/prep/2 a/a/DT/det/5 withdrawal/withdrawal/NN/pobj/3",
            "withdrawal", ("positive", "planned"), id="call for",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 found/find/VBD/ROOT/0 no/no/DT/det/4"
            " evidence/evidence/NN/dobj/2 of/of/IN/prep/4 torture/torture/NN/pobj/5",
            "torture", ("negative", "actual"), id="no evidence of",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 gave/give/VBD/ROOT/0 no/no/DT/det/4 reason/reason/NN/dobj/2 for/for/IN/prep/4"
            " the/the/DT/det/7 arrests/arrest/NNS/pobj/5",
            "arrests", ("positive", "actual"), id="no reason for the",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 gave/give/VBD/ROOT/0 assurances/assurance/NNS/dobj/2 of/of/IN/prep/3 aid/aid/NN/pobj/4",
            "aid", ("positive", "planned"), id="assurances of",
        ),
        pytest.param(
            "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 targeted/target/VBN/ROOT/0 for/for/IN/prep/3"
            " assassination/assassination/NN/pobj/4",
            "assassination", ("positive", "planned"), id="targeted for",
        ),
        pytest.param(
            "Information/information/NN/ROOT/0 leading/lead/VBG/acl/1 to/to/IN/prep/2 the/the/DT/det/5 arrest/arrest/NN/pobj/3",
            "arrest", ("positive", "planned"), id="information leading to",
        ),
        pytest.param(
            "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 charged/charge/VBN/ROOT/0 with/with/IN/prep/3 the/the/DT/det/6"
            " slaying/slaying/NN/pobj/4",
            "slaying", ("positive", "actual"), id="charged with the",
        ),
        pytest.param(
            "There/there/EX/expl/2 are/be/VBP/ROOT/0 no/no/DT/det/4 raids/raid/NNS/attr/2",
            "raids", ("negative", "actual"), id="no raids",
        ),
    ],
)  # fmt: skip
def test_nouns(table: str, word: str, expected: tuple[str, str]):
    assert expected == told(table, word)


def test_the_nearest_cue_of_speech_gives_the_stance():
    table = (
        "He/he/PRP/nsubj/2 says/say/VBZ/ROOT/0 Iran/Iran/NNP/nsubj/4 claims/claim/VBZ/ccomp/2 they/they/PRP/nsubj/6"
        " left/leave/VBD/ccomp/4"
    )

    assert Status("positive", "possible", "alleges") == of(table, "left")


def test_a_noun_taken_for_a_verb_governs_nothing():
    table = "Both/both/PRP/nsubj/2 claims/claim/VBZ/ROOT/0 Iran/Iran/NNP/nsubj/4 denies/deny/VBZ/ccomp/2"

    assert ("positive", "actual") == told(table, "denies")


def test_what_stands_beside_a_verb_is_no_part_of_what_it_offers():
    table = (
        "After/after/IN/prep/4 cabling/cable/VBG/pcomp/1 he/he/PRP/nsubj/4 offered/offer/VBD/ROOT/0 "
        "to/to/TO/aux/6 withdraw/withdraw/VB/xcomp/4"
    )
    assert told(table, "cabling") == ("positive", "actual")
    assert told(table, "withdraw") == ("positive", "planned")


def test_a_visit_after_which_something_will_happen_is_no_more_actual_than_that():
    table = (
        "He/he/PRP/nsubj/3 will/will/MD/aux/3 resign/resign/VB/ROOT/0 after/after/IN/prep/3 meeting/meet/VBG/pcomp/4 "
        "Kerry/Kerry/NNP/dobj/5"
    )
    assert told(table, "meeting") == ("positive", "planned")


def test_information_that_leads_to_an_arrest_is_still_sought():
    table = (
        "a/a/DT/det/2 reward/reward/NN/ROOT/0 for/for/IN/prep/2 information/information/NN/pobj/3 that/that/WDT/nsubj/6 "
        "leads/lead/VBZ/relcl/4 to/to/IN/prep/6 the/the/DT/det/9 arrest/arrest/NN/pobj/7"
    )
    assert told(table, "arrest") == ("positive", "planned")


def test_until_tells_of_the_past_what_came_to_pass():
    table = "He/he/PRP/nsubj/2 {}/{}/{}/ROOT/0 until/until/IN/mark/5 they/they/PRP/nsubj/5 {}/{}/{}/advcl/2"
    assert told(table.format("slept", "sleep", "VBD", "came", "come", "VBD"), "came") == ("positive", "actual")
    assert told(table.format("sleeps", "sleep", "VBZ", "come", "come", "VBP"), "come") == ("positive", "planned")


RUMOURS = (
    "They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 {noun}/NNS/dobj/2 that/that/IN/mark/7 troops/troop/NNS/nsubj/7 had/have/AUX/aux/7"
    " fled/flee/VBN/acl/3"
)


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("denied/deny", "reports/report", ("negative", "actual")),
        ("heard/hear", "rumours/rumour", ("positive", "possible")),
        ("heard/hear", "reports/report", ("positive", "actual")),
    ],
)
def test_what_reports_and_rumours_tell(verb: str, noun: str, expected: tuple[str, str]):
    assert expected == told(RUMOURS.format(verb=verb, noun=noun), "fled")


def test_what_is_called_something_is_there():
    called = "He/he/PRP/nsubj/2 called/call/VBD/ROOT/0 raids/raid/NNS/dobj/2 {rest}"
    assert ("positive", "actual") == told(called.format(rest="massacres/massacre/NNS/oprd/2"), "raids")
    assert ("positive", "planned") == told(called.format(rest=""), "raids")


def test_whether_the_acquitted_did_it_is_open():
    table = "They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 him/he/PRP/dobj/2 of/of/IN/prep/2 killing/kill/VBG/pcomp/4"
    assert ("positive", "possible") == told(table.format(verb="acquitted/acquit"), "killing")
    assert ("positive", "actual") == told(table.format(verb="convicted/convict"), "killing")


def test_what_somebody_is_warned_to_do_is_not_done_yet():
    table = "They/they/PRP/nsubj/2 warned/warn/VBD/ROOT/0 us/we/PRP/dobj/2 to/to/TO/aux/5 leave/leave/VB/xcomp/2"
    assert ("positive", "planned") == told(table, "leave")


@pytest.mark.parametrize(("noun", "expected"), [("talks/talk", "possible"), ("books/book", "actual")])
def test_what_talks_are_about_may_come(noun: str, expected: str):
    table = f"They/they/PRP/nsubj/2 held/hold/VBD/ROOT/0 {noun}/NNS/dobj/2 on/on/IN/prep/3 treaties/treaty/NNS/pobj/4"
    assert ("positive", expected) == told(table, "treaties")


def test_what_claims_are_of_may_be():
    table = "They/they/PRP/nsubj/2 heard/hear/VBD/ROOT/0 {noun}/NNS/dobj/2 of/of/IN/prep/3 torture/torture/NN/pobj/4"
    assert ("positive", "possible") == told(table.format(noun="claims/claim"), "torture")
    assert ("positive", "actual") == told(table.format(noun="acts/act"), "torture")


def test_what_somebody_is_blamed_for_doing_may_be():
    table = "They/they/PRP/nsubjpass/3 were/be/AUX/auxpass/3 {verb}/VBN/ROOT/0 for/for/IN/prep/3 killing/kill/VBG/pcomp/4"
    assert ("positive", "possible") == told(table.format(verb="blamed/blame"), "killing")
    assert ("positive", "actual") == told(table.format(verb="jailed/jail"), "killing")


@pytest.mark.parametrize(
    ("verb", "dep", "expected"),
    [
        ("hired/hire", "xcomp", "planned"),
        ("sent/send", "advcl", "planned"),
        ("forced/force", "xcomp", "actual"),
        ("got/get", "xcomp", "actual"),
    ],
)
def test_what_somebody_is_tasked_with_is_not_done_yet(verb: str, dep: str, expected: str):
    table = f"They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 men/man/NNS/dobj/2 to/to/TO/aux/5 kill/kill/VB/{dep}/2 her/she/PRP/dobj/5"
    assert ("positive", expected) == told(table, "kill")


def test_a_sum_pledged_in_aid_is_aid_to_come():
    doc = parsed("They/they/PRP/nsubj/2 pledged/pledge/VBD/ROOT/0 euros/euro/NNS/dobj/2 in/in/IN/prep/2 aid/aid/NN/pobj/4")
    assert "actual" == status(doc[4], ontology()).modality
    doc.set_ents([doc.char_span(start := doc.text.index("euros"), start + len("euros"), label="MONEY")])
    assert "planned" == status(doc[4], ontology()).modality


CHARGED = "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 {verb}/VBN/ROOT/0 {word}/{word}/IN/prep/3 two/two/CD/nummod/6"
COUNTS = " counts/count/NNS/pobj/4 of/of/IN/prep/6 murder/murder/NN/pobj/7"


@pytest.mark.parametrize(("verb", "word", "expected"), [("charged/charge", "with", "possible"), ("jailed/jail", "for", "actual")])
def test_counts_of_a_crime_are_as_actual_as_what_they_stand_behind(verb: str, word: str, expected: str):
    assert ("positive", expected) == told(CHARGED.format(verb=verb, word=word) + COUNTS, "murder")


@pytest.mark.parametrize(
    ("judged", "expected"), [("false/false", "negative"), ("true/true", "positive"), ("worrying/worrying", "positive")]
)
def test_what_a_false_report_tells_of_has_not_happened(judged: str, expected: str):
    table = (
        "Reports/report/NNS/nsubj/5 that/that/IN/mark/4 rebels/rebel/NNS/nsubj/4 fled/flee/VBD/acl/1"
        f" are/be/VBP/ROOT/0 {judged}/JJ/acomp/5"
    )
    assert (expected, "actual") == told(table, "fled")


@pytest.mark.parametrize(("article", "expected"), [("a/a", "possible"), ("the/the", "actual")])
def test_what_is_named_again_is_as_actual_as_before_unless_taken_for_granted(article: str, expected: str):
    table = (
        "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 charged/charge/VBN/ROOT/0 with/with/IN/prep/3 fraud/fraud/NN/pobj/4"
        f" ,/,/,/punct/5 {article}/DT/det/8 murder/murder/NN/appos/5"
    )
    assert ("positive", expected) == told(table, "murder")


def test_what_charges_include_may_be():
    table = "They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 claims/claim/NNS/dobj/2 including/include/IN/prep/3 murder/murder/NN/pobj/4"
    assert ("positive", "possible") == told(table, "murder")


@pytest.mark.parametrize(
    ("verb", "word", "expected"), [("offered/offer", "for", "planned"), ("offered/offer", "after", "actual")]
)
def test_a_reward_is_for_what_is_to_be_done(verb: str, word: str, expected: str):
    table = (
        f"A/a/DT/det/2 reward/reward/NN/nsubjpass/4 was/be/AUX/auxpass/4 {verb}/VBN/ROOT/0 {word}/{word}/IN/prep/4"
        " his/his/PRP$/poss/7 capture/capture/NN/pobj/5"
    )
    assert ("positive", expected) == told(table, "capture")


def test_the_need_for_a_truce_is_of_one_to_come():
    table = "He/he/PRP/nsubj/2 saw/see/VBD/ROOT/0 a/a/DT/det/4 need/need/NN/dobj/2 for/for/IN/prep/4 truces/truce/NNS/pobj/5"
    assert ("positive", "planned") == told(table, "truces")


@pytest.mark.parametrize(("verb", "expected"), [("reached/reach", "actual"), ("sought/seek", "planned")])
def test_what_an_agreement_is_on_is_as_actual_as_it(verb: str, expected: str):
    table = f"They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 deals/deal/NNS/dobj/2 on/on/IN/prep/3 truces/truce/NNS/pobj/4"
    assert ("positive", expected) == told(table, "truces")


@pytest.mark.parametrize(("noun", "expected"), [("time", "negative"), ("cost", "positive")])
def test_what_was_done_at_no_time_was_not_done(noun: str, expected: str):
    table = (
        f"At/at/IN/prep/6 no/no/DT/det/3 {noun}/{noun}/NN/pobj/1 did/do/AUX/aux/6 we/we/PRP/nsubj/6 bomb/bomb/VB/ROOT/0"
        " towns/town/NNS/dobj/6"
    )
    assert (expected, "actual") == told(table, "bomb")


@pytest.mark.parametrize(("noun", "expected"), [("coincidence", "positive"), ("view", "negative")])
def test_what_is_no_coincidence_is_so(noun: str, expected: str):
    table = (
        f"It/it/PRP/nsubj/2 is/be/VBZ/ROOT/0 no/no/DT/det/4 {noun}/{noun}/NN/attr/2 that/that/IN/mark/7 they/they/PRP/nsubj/7"
        " fled/flee/VBD/ccomp/2"
    )
    assert (expected, "actual") == told(table.replace(" no/no/DT/det/4", " not/not/RB/neg/2"), "fled")


@pytest.mark.parametrize(("verb", "expected"), [("killed/kill/VBD/ccomp/4", "actual"), ("kills/kill/VBZ/ccomp/4", "planned")])
def test_who_did_it_is_asked_of_what_was_done(verb: str, expected: str):
    table = f"They/they/PRP/nsubj/2 want/want/VBP/ROOT/0 to/to/TO/aux/4 know/know/VB/xcomp/2 who/who/WP/nsubj/6 {verb}"
    assert ("positive", expected) == told(table + " him/he/PRP/dobj/6", verb.partition("/")[0])


@pytest.mark.parametrize(("word", "expected"), [("only", "positive"), ("simply", "negative")])
def test_what_was_not_only_done_was_done(word: str, expected: str):
    table = (
        f"They/they/PRP/nsubj/5 did/do/AUX/aux/5 not/not/RB/neg/5 {word}/{word}/RB/advmod/5 attack/attack/VB/ROOT/0"
        " towns/town/NNS/dobj/5"
    )
    assert (expected, "actual") == told(table, "attack")


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        pytest.param(
            "It/it/PRP/nsubj/3 may/may/MD/aux/3 lead/lead/VB/ROOT/0 to/to/IN/prep/3 the/the/DT/det/6 defeat/defeat/NN/pobj/4",
            "defeat", "possible", id="lead to",
        ),
        pytest.param(
            "It/it/PRP/nsubj/3 may/may/MD/aux/3 result/result/VB/ROOT/0 in/in/IN/prep/3 raids/raid/NNS/pobj/4",
            "raids", "possible", id="result in",
        ),
        pytest.param(
            "It/it/PRP/nsubj/4 could/could/MD/aux/4 be/be/AUX/auxpass/4 solved/solve/VBN/ROOT/0 by/by/IN/prep/4"
            " raids/raid/NNS/pobj/5",
            "raids", "possible", id="means",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 will/will/MD/aux/3 talk/talk/VB/ROOT/0 over/over/IN/prep/3 raids/raid/NNS/pobj/4",
            "raids", "actual", id="no means",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 may/may/MD/aux/3 respond/respond/VB/ROOT/0 with/with/IN/prep/3 raids/raid/NNS/pobj/4",
            "raids", "possible", id="respond with",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 may/may/MD/aux/3 start/start/VB/ROOT/0 through/through/IN/prep/3 raids/raid/NNS/pobj/4"
            " or/or/CC/cc/4"
            " by/by/IN/conj/4 attacking/attack/VBG/pcomp/7",
            "attacking", "possible", id="joined prepositions",
        ),
        pytest.param(
            "In/in/IN/prep/7 the/the/DT/det/3 event/event/NN/pobj/1 of/of/IN/prep/3 attacks/attack/NNS/pobj/4"
            " they/they/PRP/nsubj/7"
            " flee/flee/VBP/ROOT/0",
            "attacks", "hypothetical", id="in the event of",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 questioned/question/VBD/ROOT/0 the/the/DT/det/4 event/event/NN/dobj/2 of/of/IN/prep/4"
            " attacks/attack/NNS/pobj/5",
            "attacks", "actual", id="the event of",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 have/have/VBP/ROOT/0 an/a/DT/det/4 interest/interest/NN/dobj/2 in/in/IN/prep/4"
            " attacking/attack/VBG/pcomp/5",
            "attacking", "possible", id="interest in",
        ),
        pytest.param(
            "Attacking/attack/VBG/csubj/3 would/would/MD/aux/3 help/help/VB/ROOT/0", "Attacking", "hypothetical", id="gerund"
            " subject"
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 stopped/stop/VBD/ROOT/0 trains/train/NNS/dobj/2 to/to/TO/aux/5 protest/protest/VB/advcl/2",
            "protest", "actual", id="shown by the deed",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 may/may/MD/aux/3 quit/quit/VB/ROOT/0 work/work/NN/dobj/3 to/to/TO/aux/6"
            " protest/protest/VB/advcl/3",
            "protest", "possible", id="shown by what may be done",
        ),
        pytest.param(
            "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 charged/charge/VBN/ROOT/0 with/with/IN/prep/3 theft/theft/NN/pobj/4"
            " and/and/CC/cc/3 fleeing/flee/VBG/conj/3",
            "fleeing", "possible", id="gerund among charges",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 sat/sit/VBD/ROOT/0 with/with/IN/prep/2 thieves/thief/NNS/pobj/3 and/and/CC/cc/2"
            " fleeing/flee/VBG/conj/2",
            "fleeing", "actual", id="gerund among none",
        ),
        pytest.param(
            "Protests/protest/NNS/nsubj/5 planned/plan/VBN/acl/1 for/for/IN/prep/2 May/May/NNP/pobj/3 drew/draw/VBD/ROOT/0"
            " criticism/criticism/NN/dobj/5",
            "Protests", "planned", id="planned for a day",
        ),
        pytest.param(
            "Protests/protest/NNS/nsubj/3 seen/see/VBN/acl/1 ended/end/VBD/ROOT/0", "Protests", "actual", id="seen"
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 called/call/VBD/ROOT/0 to/to/TO/aux/4 say/say/VB/advcl/2 that/that/IN/mark/7 they/they/PRP/nsubj/7"
            " attacked/attack/VBD/ccomp/4",
            "attacked", "actual", id="called to say",
        ),
        pytest.param(
            "It/it/PRP/nsubj/3 will/will/MD/aux/3 proceed/proceed/VB/ROOT/0 with/with/IN/prep/3 the/the/DT/det/6"
            " raid/raid/NN/pobj/4",
            "raid", "planned", id="proceed with",
        ),
        pytest.param(
            "It/it/PRP/nsubj/3 will/will/MD/aux/3 enable/enable/VB/ROOT/0 the/the/DT/det/5 defeat/defeat/NN/dobj/3",
            "defeat", "planned", id="enable the",
        ),
    ],
)  # fmt: skip
def test_what_leads_on_to_an_event_says_how_far_it_has_come(table: str, word: str, expected: str):
    assert ("positive", expected) == told(table, word)


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        (
            "The/the/DT/det/2 {noun}/{noun}/NN/nsubj/6 of/of/IN/prep/2 the/the/DT/det/5 attack/attack/NN/pobj/3"
            " grew/grow/VBD/ROOT/0",
            "attack", {"aim": "actual", "hope": "actual"},
        ),
        (
            "They/they/PRP/nsubj/2 are/be/VBP/ROOT/0 in/in/IN/prep/2 {noun}/{noun}/NN/pobj/3 of/of/IN/prep/4"
            " guarding/guard/VBG/pcomp/5",
            "guarding", {"charge": "actual", "danger": "possible"},
        ),
        (
            "They/they/PRP/nsubj/2 back/back/VBP/ROOT/0 the/the/DT/det/4 {noun}/{noun}/NN/dobj/2 of/of/IN/prep/4"
            " attacking/attack/VBG/pcomp/5",
            "attacking", {"idea": "possible", "hardship": "actual"},
        ),
    ],
    ids=["aim", "charge", "idea"],
)  # fmt: skip
def test_a_noun_over_an_event_leaves_it_open_or_takes_it_for_granted(table: str, word: str, expected: dict[str, str]):
    assert expected == {noun: told(table.format(noun=noun), word)[1] for noun in expected}


def test_what_somebody_would_be_convicted_of_is_as_open_as_that():
    table = (
        "If/if/IN/mark/2 convicted/convict/VBN/advcl/6 of/of/IN/prep/2 murder/murder/NN/pobj/3 he/he/PRP/nsubj/6"
        " leaves/leave/VBZ/ROOT/0"
    )
    assert ("positive", "hypothetical") == told(table, "murder")


@pytest.mark.parametrize(("called", "expected"), [("feasible", "possible"), ("reluctant", "actual")])
def test_what_is_called_feasible_is_only_possible(called: str, expected: str):
    table = f"Leaving/leave/VBG/csubj/2 is/be/VBZ/ROOT/0 {called}/{called}/JJ/acomp/2"
    assert ("positive", expected) == told(table, "Leaving")


def test_difficulties_in_something_leave_it_open():
    table = (
        "They/they/PRP/nsubj/2 saw/see/VBD/ROOT/0 difficulties/difficulty/NNS/dobj/2 in/in/IN/prep/3 attacking/attack/VBG/pcomp/4"
    )
    assert ("positive", "possible") == told(table, "attacking")


def test_the_attack_that_will_be_carried_out_is_planned():
    table = (
        "They/they/PRP/nsubj/3 will/will/MD/aux/3 carry/carry/VB/ROOT/0 out/out/RP/prt/3 the/the/DT/det/6 attack/attack/NN/dobj/3"
    )
    assert ("positive", "planned") == told(table, "attack")


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("blamed/blame/VBN/ROOT/0 for/for", "raid/raid/NN", "actual"),
        ("accused/accuse/VBN/ROOT/0 of/of", "raid/raid/NN", "possible"),
        ("blamed/blame/VBN/ROOT/0 for/for", "raiding/raid/VBG", "possible"),
    ],
)
def test_what_somebody_is_blamed_for_was_done_but_not_what_he_is_blamed_for_doing(verb: str, noun: str, expected: str):
    dep = "pcomp" if "VBG" in noun else "pobj"
    table = f"He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 {verb}/IN/prep/3 {noun}/{dep}/4 it/it/PRP/dobj/5"

    assert expected == told(table, noun.split("/", maxsplit=1)[0])[1]


@pytest.mark.parametrize(
    ("noun", "rest", "expected"),
    [
        ("the/the/DT/det/6 raid/raid/NN/pobj/4", "", True),
        ("a/a/DT/det/6 raid/raid/NN/pobj/4", "", False),
        ("the/the/DT/det/6 torture/torture/NN/pobj/4", " of/of/IN/prep/6 prisoners/prisoner/NNS/pobj/7", False),
        ("the/the/DT/det/6 torture/torture/NN/pobj/4", " of/of/IN/prep/6 two/two/CD/nummod/9 nuns/nun/NNS/pobj/7", True),
    ],
)
def test_the_deed_that_somebody_is_accused_of_was_done_unless_it_is_a_practice(noun: str, rest: str, expected: bool):
    doc = parsed("Peru/Peru/NNP/nsubj/2 accused/accuse/VBD/ROOT/0 them/they/PRP/dobj/2 of/of/IN/prep/2 " + noun + rest)

    assert expected == is_presumed(doc[5], doc[1], ontology().words("laid_to"))


def test_the_deed_is_told_by_whoever_claims_that_somebody_did_it():
    doc = parsed(
        "Peru/Peru/NNP/nsubj/2 claims/claim/VBZ/ROOT/0 they/they/PRP/nsubj/4 did/do/VBD/ccomp/2"
        " the/the/DT/det/6 raid/raid/NN/dobj/4"
    )

    assert not is_presumed(doc[5], doc[1], ontology().words("laid_to"))


@pytest.mark.parametrize(("ahead", "expected"), [("will/will/MD", "planned"), ("did/do/VBD", "actual")])
def test_once_something_is_done_which_is_still_to_come(ahead: str, expected: str):
    table = f"Once/once/RB/advmod/2 arrested/arrest/VBN/advcl/5 he/he/PRP/nsubj/5 {ahead}/aux/5 speak/speak/VB/ROOT/0"

    assert expected == told(table, "arrested")[1]


@pytest.mark.parametrize(("article", "expected"), [("", "possible"), ("the/the/DT/det/6 ", "actual")])
def test_conditions_for_talks_leave_them_open(article: str, expected: str):
    table = (
        f"It/it/PRP/nsubj/2 met/meet/VBD/ROOT/0 conditions/condition/NNS/dobj/2 for/for/IN/prep/3 {article}talks/talk/NNS/pobj/4"
    )

    assert expected == told(table, "talks")[1]


def test_not_a_single_shot_is_none():
    table = (
        "Not/not/RB/neg/4 a/a/DT/det/4 single/single/JJ/amod/4 shot/shot/NN/nsubjpass/6 was/be/AUX/auxpass/6"
        " fired/fire/VBN/ROOT/0"
    )

    assert ("negative", "actual") == told(table, "fired")


def test_what_is_only_named_as_something_to_do_is_not_done_yet():
    aim = "Peru/Peru/NNP/nsubj/3 to/to/TO/aux/3 buy/buy/VB/ROOT/0 jets/jet/NNS/dobj/3"
    done = "Peru/Peru/NNP/nsubj/3 did/do/VBD/aux/3 buy/buy/VB/ROOT/0 jets/jet/NNS/dobj/3"

    assert ("positive", "planned") == told(aim, "buy")
    assert ("positive", "actual") == told(done, "buy")


@pytest.mark.parametrize(
    ("verb", "expected"), [("called/call", "planned"), ("allowed/allow", "actual")], ids=["asked for", "allowed for"]
)
def test_what_is_called_for_has_not_happened(verb, expected):
    table = (
        f"They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 for/for/IN/mark/6 him/he/PRP/nsubj/6 to/to/TO/aux/6 resign/resign/VB/advcl/2"
    )
    assert ("positive", expected) == told(table, "resign")


def test_a_direct_attack_is_directed_by_nobody():
    table = "A/a/DT/det/3 {}/JJ/amod/3 attack/attack/NN/ROOT/0"
    assert [("positive", "actual"), ("positive", "possible")] == [
        told(table.format(word), "attack") for word in ("direct/direct", "possible/possible")
    ]


@pytest.mark.parametrize(("helper", "tag", "expected"), [("", "VBD", "actual"), (" would/would/MD/aux/10", "VB", "possible")])
def test_a_strike_that_killed_somebody_was_there_whoever_is_accused_of_directing_it(helper: str, tag: str, expected: str):
    at = 10 if helper else 9
    table = (
        "He/he/PRP/nsubjpass/3 was/be/AUX/auxpass/3 accused/accuse/VBN/ROOT/0 of/of/IN/prep/3 directing/direct/VBG/pcomp/4"
        f" a/a/DT/det/7 strike/strike/NN/dobj/5 that/that/WDT/nsubj/{at}{helper} kill/kill/{tag}/relcl/7"
    )

    assert expected == told(table, "strike")[1]


@pytest.mark.parametrize(("article", "expected"), [("the/the/DT/det/5", "actual"), ("big/big/JJ/amod/5", "hypothetical")])
def test_the_strikes_that_somebody_warned_against_took_place(article: str, expected: str):
    table = f"He/he/PRP/nsubj/2 warned/warn/VBD/ROOT/0 against/against/IN/prep/2 {article} strikes/strike/NNS/pobj/3"

    assert expected == told(table, "strikes")[1]
