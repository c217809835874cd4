"""Whose word an event rests on, on parses written by hand."""

from __future__ import annotations

from graph.extract import Tools, extract
from graph.model import Article
from graph.ontology import load

from readings import gazetteer, read

RAID = "Rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/0 Basra/Basra/NNP/dobj/2 ./././punct/2 "


def resting(table: str, **entities: str) -> list[str]:
    """The trigger words of the events that rest on a speaker."""
    doc = read(table, **entities)
    found = extract(Article("a", doc.text, "a.txt"), (), doc, Tools(load(), gazetteer()))
    events = {event.id: event.trigger.of(doc.text) for event in found.events}
    return [events[event] for voice in found.attributions for event in voice.events]


def claimed(determiner: str) -> str:
    return (
        RAID + "Iran/Iran/NNP/nsubj/6 claims/claim/VBZ/ROOT/0 that/that/IN/mark/10 "
        f"{determiner}/{determiner}/DT/det/9 attack/attack/NN/nsubj/10 provoked/provoke/VBD/ccomp/6 "
        "riots/riot/NNS/dobj/10 ./././punct/6"
    )


def test_what_the_article_tells_itself_does_not_rest_on_who_takes_it_up():
    assert resting(claimed("the"), GPE="Basra|Iran") == ["riots"]


def test_another_attack_rests_on_who_tells_of_it():
    assert resting(claimed("another"), GPE="Basra|Iran") == ["attack", "riots"]


def test_what_only_a_speaker_tells_of_rests_on_him_though_it_is_definite():
    assert resting(claimed("the").replace("attacked/attack/VBD", "left/leave/VBD"), GPE="Basra|Iran") == ["attack", "riots"]


def test_who_denies_a_part_in_something_does_not_deny_it():
    table = (
        "Iran/Iran/NNP/nsubj/2 denied/deny/VBD/ROOT/0 any/any/DT/det/4 role/role/NN/dobj/2 in/in/IN/prep/4 "
        "an/an/DT/det/7 attack/attack/NN/pobj/5 on/on/IN/prep/7 Basra/Basra/NNP/pobj/8 ./././punct/2"
    )
    assert resting(table, GPE="Iran|Basra") == []
    assert resting(table.replace("role/role/NN", "killing/killing/NN"), GPE="Iran|Basra") == ["killing"]


def test_what_a_demand_mentions_on_the_way_is_not_demanded():
    table = (
        "Iran/Iran/NNP/nsubj/2 demanded/demand/VBD/ROOT/0 that/that/IN/mark/5 Iraq/Iraq/NNP/nsubj/5 leave/leave/VB/ccomp/2 "
        "the/the/DT/det/7 town/town/NN/dobj/5 it/it/PRP/nsubj/9 {}/relcl/7 ./././punct/2"
    )
    assert resting(table.format("occupies/occupy/VBZ"), GPE="Iran|Iraq") == ["leave the town"]


def test_what_somebody_learns_is_so_and_what_somebody_fears_is_not():
    table = (
        "Iran/Iran/NNP/nsubj/2 {}/ROOT/0 that/that/IN/mark/5 Iraq/Iraq/NNP/nsubj/5 attacked/attack/VBD/ccomp/2 "
        "Basra/Basra/NNP/dobj/5 ./././punct/2"
    )
    assert resting(table.format("learned/learn/VBD"), GPE="Iran|Iraq|Basra") == []
    assert resting(table.format("feared/fear/VBD"), GPE="Iran|Iraq|Basra") == ["attacked"]
