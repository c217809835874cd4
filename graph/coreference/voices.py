"""A parsed article in, who speaks at each word of its quotations out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..parse import Doc, Token

AROUND = 24
NOT_YET = -1


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks at each token of a quotation (the head word of the speaker)."""

    speakers: Mapping[int, Token]

    @classmethod
    def of(cls, doc: Doc) -> Voices:
        speakers: dict[int, Token] = {}
        last, reached = None, NOT_YET
        for first, end in _quoted(doc):
            speaker = _speaker(doc, first, end) or (last if _goes_on(doc, reached, first) else None)
            if speaker is not None:
                speakers |= dict.fromkeys(range(first, end), speaker)
            last, reached = speaker, end
        return cls(speakers)

    def speaker(self, token: Token) -> Token | None:
        return self.speakers.get(token.i)


def _goes_on(doc: Doc, reached: int, first: int) -> bool:
    """Whether a quotation follows the last one in its paragraph, as after "…", he said."""
    between = doc[max(reached, 0) : first]
    return reached >= 0 and len(between) <= AROUND and not any(token.is_space and "\n" in token.text for token in between)


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges between double quotes; one left open ends with its paragraph if no closing mark comes next."""
    opened = NOT_YET
    marks = [token for token in doc if token.text == '"' or (token.is_space and "\n" in token.text)]
    for token, following in zip(marks, [*marks[1:], None], strict=False):
        if opened >= 0 and (token.text == '"' or following is None or _opens(following)):
            yield opened, token.i
            opened = NOT_YET
        elif token.text == '"':
            opened = token.i + 1


def _opens(mark: Token) -> bool:
    before = mark.nbor(-1) if mark.i else None
    return mark.text == '"' and (before is None or before.is_space or bool(before.whitespace_))


def _speaker(doc: Doc, first: int, end: int) -> Token | None:
    """The subject of the verb of saying around the quotation, or the name before a colon at the start of its line."""
    around = [doc[at] for at in range(max(first - AROUND, 0), min(end + AROUND, len(doc))) if not first <= at < end]
    verbs = [token for token in around if token.pos_ == "VERB" and _carries(token, first, end)]
    for verb in sorted(verbs, key=lambda token: min(abs(token.i - first), abs(token.i - end))):
        for child in verb.children:
            if child.dep_ == "nsubj" and not first <= child.i < end:
                return child
    return _before_colon(doc, first)


def _carries(verb: Token, first: int, end: int) -> bool:
    """Whether a clause inside the quotation hangs on the verb, or the verb hangs on it (parenthetical "he said")."""
    if first <= verb.head.i < end and verb.dep_ in ("parataxis", "ccomp", "ROOT", "advcl"):
        return True
    return any(first <= child.i < end and child.dep_ in ("ccomp", "dobj", "xcomp", "parataxis") for child in verb.children)


def _before_colon(doc: Doc, first: int) -> Token | None:
    at = first - 1
    while at >= 0 and (doc[at].is_quote or doc[at].is_space or doc[at].text in ("'", "")):
        at -= 1
    if at < 1 or doc[at].text not in (":", ",", "."):
        return None
    before = doc[at - 1]
    if before.lower_ != "saying":
        return before if doc[at].text == ":" and before.pos_ == "PROPN" else None
    named = [token for token in before.sent if token.pos_ == "PROPN" and token.i < before.i]
    return named[-1] if named else None
