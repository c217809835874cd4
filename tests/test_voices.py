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
