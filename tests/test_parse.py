"""A snapshot of a parse answers every question as spaCy's own Doc does."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph.annotate import load_model
from graph.parse import Doc, Tokens, snapshot
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span

import handmade
from parsed import parsed

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
VALUES = (
    *("i", "idx", "whitespace_", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "is_sent_start", "is_sent_end"),
    *("is_alpha", "is_digit", "is_lower", "is_punct", "is_quote", "is_space", "is_stop", "is_title", "is_upper", "like_num"),
)
WORDS = ("head", "left_edge", "right_edge")
MANY = ("lefts", "rights", "children", "ancestors", "subtree", "conjuncts")

HELD = (
    "Police/police/NNS/nsubj/2 held/hold/VBD/ROOT/0 Ana/Ana/NNP/dobj/2 ,/,/,/punct/3 Bo/Bo/NNP/conj/3 and/and/CC/cc/5"
    " two/two/CD/nummod/8 others/other/NNS/conj/5 in/in/IN/prep/2 Lima/Lima/NNP/pobj/9 ././././punct/2"
    " They/they/PRP/nsubj/13 left/leave/VBD/ROOT/0 ././././punct/13"
).replace("././././", "./././")


def answers(doc: Doc | Parsed) -> list[object]:
    return [
        (
            [getattr(token, name) for name in VALUES],
            [getattr(token, name).i for name in WORDS],
            [[other.i for other in getattr(token, name)] for name in MANY],
            (str(token.morph) or "_", token.sent.start, token.sent.end, len(token)),
        )
        for token in doc
    ]


def told(tokens: Tokens | Span | None) -> tuple[object, ...] | None:
    if tokens is None:
        return None
    return tokens.start, tokens.end, tokens.label_, tokens.text, [token.i for token in tokens]


def stretches(doc: Doc | Parsed) -> list[object]:
    """Short stretches, those that run over an end too, with their root and their sentence."""
    cut = [doc[start : start + length] for start in range(len(doc)) for length in range(1, 5)]
    cut += [doc[-3:], doc[:-1], doc[5:2], doc[2:6][1:9]]
    rooted = [(part.root.i, part.sent.start, part.start_char, part.end_char) for part in cut if len(part)]
    return [*map(told, cut), *rooted, *map(told, doc.sents), *map(told, doc.ents)]


def held() -> Parsed:
    doc = parsed(HELD)
    doc.set_ents([Span(doc, 2, 3, label="PERSON"), Span(doc, 9, 10, label="GPE")])
    return doc


def test_words_and_stretches_of_a_parse_by_hand_answer_as_spacy_s():
    doc = held()
    taken = snapshot(doc, "as written")
    assert answers(doc) == answers(taken)
    assert stretches(doc) == stretches(taken)
    assert (len(doc), doc.text, "as written") == (len(taken), taken.text, taken.source)


@pytest.mark.parametrize("mode", ["expand", "contract"])
def test_characters_lead_to_the_same_words(mode: str):
    doc = held()
    taken = snapshot(doc, doc.text)
    words = [token.idx for token in doc]
    for start in words:
        for end in range(start + 1, len(doc.text) + 2):
            assert told(doc.char_span(start, end, alignment_mode=mode)) == told(taken.char_span(start, end, alignment_mode=mode))
    assert taken.char_span(len(doc.text) + 1, len(doc.text) + 2, alignment_mode=mode) is None


def test_neighbours_end_with_the_text():
    taken = snapshot(doc := held(), doc.text)
    assert ["held", "Police"] == [taken[0].nbor().text, taken[1].nbor(-1).text]
    for word, distance in ((taken[0], -1), (taken[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)


def test_an_ancestor_is_what_a_word_hangs_on_however_far_up():
    taken = snapshot(doc := held(), doc.text)
    assert [True, True, False] == [taken[1].is_ancestor(taken[9]), taken[2].is_ancestor(taken[7]), taken[9].is_ancestor(taken[1])]


def test_words_without_a_parse_are_their_own_heads():
    doc = handmade.doc(["Two", "words"])
    assert [("Two", "Two"), ("words", "words")] == [(token.text, token.head.text) for token in snapshot(doc, doc.text)]


@pytest.mark.model
def test_snapshots_of_what_the_model_finds_answer_as_spacy_s():
    nlp = load_model("md")
    for path in sorted(ARTICLES.glob("*.txt")):
        doc = nlp(path.read_text(encoding="utf-8"))
        taken = snapshot(doc, doc.text)
        assert answers(doc) == answers(taken)
        assert stretches(doc) == stretches(taken)
