"""The names on a board in, the capitals among them that stand for their country's government marked as the country out."""

from __future__ import annotations

import re

from ..gazetteer import name_key
from ..parse import Token
from .discourse import Board, Item

DATELINE = re.compile(
    r"(?:, \d?\d [A-Z][\w ]{1,30}|, [A-Z][\w. ]{1,30})?(?: \([\w -]{2,30}\))? ?(?:-{1,2}|\u2013|\u2014|(?<=\))) "
)
SUBJECTS = frozenset({"nsubj"})
FACING = frozenset({"with", "against", "by"})


def mark_metonyms(board: Board) -> None:
    """As "Washington says", "forced Washington to act", "between Washington and Tehran", never "in Washington"."""
    for item in board.items:
        if item.is_name and item.mention.type == "City" and not is_dateline(board, item):
            country = _governed_from(board, item)
            if country is not None and acts(item.head, board):
                board.name(item.rank, country)


def is_dateline(board: Board, item: Item) -> bool:
    """As "BAGHDAD (Reuters) - Police", "KABUL, Afghanistan — Police", which tell where the report was written."""
    text, span = board.doc.text, item.mention.span
    opens = not text[: span.start].rpartition("\n")[2].strip()
    return opens and DATELINE.match(text, span.end) is not None


def _governed_from(board: Board, item: Item) -> str | None:
    """By its own name only: "Damas" may be anybody."""
    found = board.gazetteer.lookup(item.text)
    named = bool(found) and name_key(found[0].label.partition(",")[0]) == name_key(item.text)
    return board.gazetteer.capital(found[0].key) if named else None


def acts(token: Token, board: Board) -> bool:
    """Whether the grammar makes the place a doer or a party."""
    if token.dep_ == "conj":
        return acts(token.head, board)
    if token.dep_ in SUBJECTS:
        return token.head.pos_ == "VERB" and token.head.lemma_.lower() not in board.ontology.words("stays_a_place")
    if token.dep_ == "dobj":
        return any(child.dep_ in ("xcomp", "ccomp") for child in token.head.children)
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "between":
        return token.head.head.lemma_.lower() not in board.ontology.words("way")
    return token.head.lower_ in FACING and (token.head.lower_ != "by" or token.head.dep_ == "agent")
