"""Sayings in, the same with what a denial takes up ("…, which Baku denied", "…, a claim Iran rejected") as its content, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ..parse import Doc, Token
from .quotes import Range
from .speech import Speech


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is said of a saying and where its clause begins; `named` where a noun says that a saying is taken up."""

    speech: Speech
    start: int
    named: bool


def answered(spoken: Sequence[Speech], doc: Doc, nouns: Collection[str]) -> list[Speech]:
    """`nouns` are those of speech. What is denied behind a saying is no part of that saying."""
    answers = [answer for speech in spoken if (answer := _answer(speech, doc, nouns)) is not None]
    plain = [speech for speech in spoken if all(speech is not answer.speech for answer in answers)]
    apart = [replace(speech, content=tuple(_before(speech.content, answers, doc))) for speech in plain]
    taken = [_answering(answer, apart, doc) for answer in answers]
    return sorted([*apart, *taken], key=lambda speech: speech.cue)


def _answering(answer: _Answer, spoken: Sequence[Speech], doc: Doc) -> Speech:
    denied = answer.speech.stance == "denies"
    return replace(answer.speech, content=tuple(_taken_up(answer, spoken, doc))) if denied else answer.speech


def _answer(speech: Speech, doc: Doc, nouns: Collection[str]) -> _Answer | None:
    verb = next((doc[at] for at in range(speech.cue.start, speech.cue.end) if doc[at].dep_ == "relcl"), None)
    if verb is None or speech.rule != "verb":
        return None
    noun, which = verb.head, next((child for child in verb.lefts if child.lower_ == "which" and child.dep_ == "dobj"), None)
    if which is not None and speech.stance == "denies" and doc[which.i - 1].text == "," and noun.lemma_.lower() not in nouns:
        return _Answer(speech, which.i, named=False)
    first = noun.left_edge.i
    set_off = noun.lemma_.lower() in nouns and first > noun.sent.start and doc[first - 1].text == ","
    return _Answer(speech, first, named=True) if set_off and _is_beside(noun) else None


def _is_beside(noun: Token) -> bool:
    """Whether the noun is set beside what stands before it, whatever place the parser gives it; not behind a preposition."""
    return noun.dep_ in ("appos", "dep", "npadvmod", "attr", "conj", "dobj", "nsubj")


def _before(pieces: Sequence[Range], answers: Sequence[_Answer], doc: Doc) -> Iterator[Range]:
    for piece in pieces:
        starts = [answer.start for answer in answers if answer.start in piece and doc[answer.start].sent == doc[piece.start].sent]
        end = min([piece.end, *starts])
        if end > piece.start:
            yield Range(piece.start, end)


def _taken_up(answer: _Answer, spoken: Sequence[Speech], doc: Doc) -> Iterator[Range]:
    """What the last saying before it in its sentence says; without one, where a noun calls it a saying, the sentence itself."""
    sentence = doc[answer.start].sent
    said = [s for s in spoken if s.content and sentence.start <= s.content[0].start < answer.start and s.cue.start < answer.start]
    if said:
        yield from (piece for piece in said[-1].content if piece.start < answer.start)
    elif answer.named:
        yield Range(_deed(sentence.root) or sentence.start, answer.start - 1)


def _deed(verb: Token) -> int | None:
    """Where begins what somebody is "accused of doing"."""
    inside = (child for preposition in verb.rights if preposition.lower_ == "of" for child in preposition.children)
    return next((child.left_edge.i for child in inside if child.dep_ == "pcomp"), None)
