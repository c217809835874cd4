"""How sure finds are: more against them never makes them surer, and who speaks counts."""

from __future__ import annotations

import pytest
from graph.confidence import ATTRIBUTION, PARTICIPANT, likely
from graph.extract import Tools, extract
from graph.model import Article
from graph.ontology import load

from readings import gazetteer, read


def sure(table: str, **entities: str) -> dict[str, float]:
    """Role and words of who took part → how sure that is."""
    doc = read(table, **entities)
    found = extract(Article("a", doc.text, "a.txt"), (), doc, Tools(load(), gazetteer()))
    mentions = {mention.id: mention.text for mention in found.mentions}
    return {f"{a.role} {mentions[a.mention]}": a.confidence for event in found.events for a in event.arguments if a.mention}


@pytest.mark.parametrize("weights", [PARTICIPANT, ATTRIBUTION])
def test_the_plainest_case_is_as_sure_as_its_own_weight_and_what_speaks_against_it_makes_it_less_so(weights):
    plain = likely(weights, ())
    for name, weight in weights.items():
        if name:
            assert (likely(weights, (name,)) < plain) == (weight < 0)


def test_what_the_weights_do_not_know_says_nothing():
    assert likely(PARTICIPANT, ("weather",)) == likely(PARTICIPANT, ())


def test_who_did_it_is_surer_than_to_whom_and_where():
    told = sure(
        "Iran/Iran/NNP/nsubj/2 shelled/shell/VBD/ROOT/0 Iraq/Iraq/NNP/dobj/2 in/in/IN/prep/2 Basra/Basra/NNP/pobj/4",
        GPE="Iran|Iraq|Basra",
    )
    assert told["agent Iran"] > told["target Iraq"] > told["place Basra"]


def test_a_subject_left_unsaid_is_less_sure_than_one_said():
    told = sure(
        "Iran/Iran/NNP/nsubj/2 invaded/invade/VBD/ROOT/0 Iraq/Iraq/NNP/dobj/2 and/and/CC/cc/2 "
        "shelled/shell/VBD/conj/2 Basra/Basra/NNP/dobj/5 ./././punct/2",
        GPE="Iran|Iraq|Basra",
    )
    assert sorted(told) == ["agent Iran", "target Basra", "target Iraq"]
    assert told["agent Iran"] < likely(PARTICIPANT, ("ambiguous", "embedded"))


@pytest.mark.parametrize(("cue", "lemma"), [("claims", "claim"), ("wants", "want")])
def test_a_plain_cue_is_surer_than_one_of_many_meanings(cue, lemma):
    table = (
        "Iran/Iran/NNP/nsubj/2 {}/{}/VBZ/ROOT/0 that/that/IN/mark/5 Iraq/Iraq/NNP/nsubj/5 shelled/shell/VBD/ccomp/2 "
        "Basra/Basra/NNP/dobj/5 ./././punct/2"
    )
    voices = []
    for verb in (("says", "say"), (cue, lemma)):
        doc = read(table.format(*verb), GPE="Iran|Iraq|Basra")
        found = extract(Article("a", doc.text, "a.txt"), (), doc, Tools(load(), gazetteer()))
        voices.append(found.attributions[0].confidence)
    assert voices[0] > voices[1]


def standing(table: str, **entities: str) -> dict[str, float]:
    """Class of each event → how sure it is."""
    doc = read(table, **entities)
    return {
        event.type: event.confidence
        for event in extract(Article("a", doc.text, "a.txt"), (), doc, Tools(load(), gazetteer())).events
    }


SHELLED = "Iraq/Iraq/NNP/nsubj/2 shelled/shell/VBD/{}/{} Basra/Basra/NNP/dobj/2"


@pytest.mark.parametrize(("said", "lemma", "as_sure"), [("said", "say", True), ("warned", "warn", False)])
def test_what_is_only_said_is_as_sure_as_if_nobody_were_named_but_a_warning_comes_before_its_content(said, lemma, as_sure):
    alone = standing(f"{SHELLED} ./././punct/2".format("ROOT", 0), GPE="Iraq|Basra")
    told = standing(
        f"{SHELLED} ,/,/,/punct/6 Iran/Iran/NNP/nsubj/6 {said}/{lemma}/VBD/ROOT/0".format("ccomp", 6), GPE="Iraq|Basra|Iran"
    )
    assert len(told) == 2
    assert (told["Shelling"] == alone["Shelling"]) == as_sure


def test_a_reduced_relative_clause_is_as_far_from_the_news_as_a_full_one():
    reduced = "Troops/troops/NNS/nsubj/5 backed/back/VBN/acl/1 by/by/IN/agent/2 Iran/Iran/NNP/pobj/3"
    full = (
        "Troops/troops/NNS/nsubj/7 who/who/WP/nsubjpass/4 were/be/VBD/auxpass/4 backed/back/VBN/relcl/1 by/by/IN/agent/4 "
        "Iran/Iran/NNP/pobj/5"
    )
    one = standing(f"{reduced} shelled/shell/VBD/ROOT/0 Basra/Basra/NNP/dobj/5", GPE="Iran|Basra")
    two = standing(f"{full} shelled/shell/VBD/ROOT/0 Basra/Basra/NNP/dobj/7", GPE="Iran|Basra")
    assert one == two
    assert one["Support"] < one["Shelling"]


def test_a_deed_comes_before_the_offensive_it_is_part_of_and_harm_behind_the_attack_that_did_it():
    taken = standing(
        "Iran/Iran/NNP/nsubj/2 captured/capture/VBD/ROOT/0 Basra/Basra/NNP/dobj/2 in/in/IN/prep/2 an/an/DT/det/6 "
        "offensive/offensive/NN/pobj/4 ./././punct/2",
        GPE="Iran|Basra",
    )
    killed = standing(
        "Ten/ten/CD/nummod/2 soldiers/soldier/NNS/nsubjpass/4 were/be/VBD/auxpass/4 killed/kill/VBN/ROOT/0 in/in/IN/prep/4 "
        "an/an/DT/det/7 airstrike/airstrike/NN/pobj/5 ./././punct/4",
    )
    assert taken["Capture"] > taken["Attack"]
    assert killed["Airstrike"] > killed["Killing"]
