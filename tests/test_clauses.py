"""What the tagger and parser misread of a clause, put right on parses written by hand."""

from __future__ import annotations

import pytest
from graph.annotate.clauses import mend_clauses
from spacy.tokens import Doc

from parsed import parsed

MINE = (
    "A/a/DT/det/2 mine/mine/NN/nsubj/3 {hit} a/a/DT/det/5 bus/bus/NN/dobj/3 carrying/carry/VBG/acl/5 cadets/cadet/NNS/dobj/6"
    " Thursday/Thursday/NNP/npadvmod/6 near/near/IN/prep/6 Kabul/Kabul/NNP/pobj/9"
)
YOUTHS = (
    "Youths/youth/NNS/nsubj/8 angered/anger/VBN/acl/1 by/by/IN/agent/2 an/an/DT/det/5 arrest/arrest/NN/pobj/3"
    " last/last/JJ/amod/7 week/week/NN/npadvmod/8 blocked/block/VBD/ROOT/0 roads/road/NNS/dobj/8 on/on/IN/prep/8"
    " {end}/NNP/pobj/10"
)
HACKERS = (
    "Hackers/hacker/NNS/nsubj/2 linked/link/VBN/ccomp/8 to/to/IN/prep/2 Iran/Iran/NNP/pobj/3 {join}stole/steal/VBD/conj/2"
    " it/it/PRP/dobj/{verb} ,/,/,/punct/8 said/say/VBD/ROOT/0"
)


def mended(table: str, *days: str) -> Doc:
    doc = parsed(table)
    spans = [doc.char_span(start := doc.text.index(day), start + len(day), label="DATE") for day in days]
    doc.set_ents([span for span in spans if span is not None])
    mend_clauses(doc, {"wounded": "wound"}, {"condemn"})
    return doc


def heads(doc: Doc) -> dict[str, str]:
    return {token.text: token.head.text for token in doc}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("30/30/CD/nsubj/7 wounded/wounded/JJ/conj/2", ("wound", "VERB")),
        ("the/the/DT/det/7 wounded/wounded/JJ/conj/2", ("wounded", "ADJ")),
    ],
)
def test_an_adjective_with_a_subject_tells_what_befell_it(rest, expected):
    doc = mended(f"It/it/PRP/nsubj/2 left/leave/VBD/ROOT/0 12/12/CD/dobj/2 dead/dead/JJ/oprd/2 and/and/CC/cc/2 {rest}")
    assert expected == (doc[6].lemma_, doc[6].pos_)


@pytest.mark.parametrize(
    ("main", "verb"),
    [("hit/hit/VBD/ROOT/0", "hit"), ("condemned/condemn/VBD/ROOT/0", "carrying"), ("hit/hit/VB/ROOT/0", "carrying")],
)
def test_a_day_behind_what_goes_on_meanwhile_is_the_main_verbs_unless_that_only_judges(main, verb):
    found = heads(mended(MINE.format(hit=main), "Thursday"))
    assert (verb, verb) == (found["Thursday"], found["near"])


def test_of_two_days_the_one_before_the_verb_is_the_subjects():
    assert "arrest" == heads(mended(YOUTHS.format(end="Tuesday/Tuesday"), "last week", "Tuesday"))["week"]


def test_the_only_day_stays_the_verbs():
    assert "blocked" == heads(mended(YOUTHS.format(end="Lima/Lima"), "last week"))["week"]


def test_a_participle_behind_a_subject_describes_it_if_a_verb_follows_without_conjunction():
    doc = mended(HACKERS.format(join="", verb=5))
    assert ("stole", "Hackers", "said") == tuple(heads(doc)[word] for word in ("Hackers", "linked", "stole"))
    assert "ccomp" == doc[4].dep_


def test_two_verbs_joined_by_and_are_both_told():
    doc = mended(HACKERS.format(join="and/and/CC/cc/2 ", verb=6).replace("/8", "/9").replace("conj/2", "conj/2"))
    assert "linked" == heads(doc)["stole"]
