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
