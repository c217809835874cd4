"""A parsed Doc in, with lists of people that the parser took for appositions put right, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

LOOSE = frozenset({"appos", "conj", "npadvmod", "nmod", "dep"})
CLOSING = (["and"], [",", "and"])
SHORTEST = 3


def mend_enumerations(doc: Doc) -> None:
    """Changes the parse of the Doc: in "Ana Paz, Luis Vale, and Eva Ruiz left" all three leave."""
    for people in _lists([entity for entity in doc.ents if entity.label_ == "PERSON"]):
        heads = [person.root for person in people]
        if all(head.dep_ in LOOSE for head in heads[1:]) and not _loops(heads):
            for first, second in pairwise(heads):
                second.head, second.dep_ = first, "conj"


def _lists(people: Sequence[Span]) -> Iterator[list[Span]]:
    """Three or more names with nothing but commas between them and "and" before the last."""
    run: list[Span] = []
    for person in people:
        between = [token.text for token in person.doc[run[-1].end : person.start]] if run else []
        if run and between in CLOSING:
            if len(run) + 1 >= SHORTEST:
                yield [*run, person]
            run = []
        else:
            run = [*run, person] if run and between == [","] else [person]


def _loops(heads: Sequence[Token]) -> bool:
    return any(second.is_ancestor(first) for at, first in enumerate(heads) for second in heads[at + 1 :])
