"""A word for whom somebody was made in, such as "hostage", with those who were made it hung on the verb, out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CAPTIVE = frozenset({"captive", "hostage", "prisoner"})


def mend_captive(word: Token) -> None:
    """ "Held ten workers captive", "took him prisoner", "took her hostage": what they were made, not what was held or taken."""
    if word.lower_ not in CAPTIVE or not word.i:
        return
    whom = word.nbor(-1)
    if word.dep_ == "amod" and word.head == whom and (held := _measured(whom)).dep_ == "dobj":
        verb = held.head
    elif word.dep_ == "dobj" and _is_made(word, whom):
        verb = word.head
        for before in [child for child in word.lefts if child != whom]:
            before.head = whom
        whom.head, whom.dep_ = verb, "dobj"
    else:
        return
    word.head, word.dep_ = verb, "oprd"
    for behind in [child for child in word.rights if child.dep_ == "prep"]:
        behind.head = verb


def mend_taken(state: Token, pairs: Collection[tuple[str, ...]]) -> None:
    """ "Took 800 people hostage", "hundreds of people": whom they took stands before what they made of them."""
    people = state.nbor(-1) if state.i else state
    verb = state.head if state.dep_ == "dobj" else state.head.head.head
    taken = (verb.lemma_.lower(), state.lower_) in pairs and people.i > verb.i
    if taken and people.head == state and people.tag_ in ("NN", "NNS") and state.tag_ == "NN":
        for word in [child for child in state.lefts if child != people]:
            word.head = people
        people.head, people.dep_ = state.head, state.dep_
        state.head, state.dep_ = verb, "oprd"


def _measured(noun: Token) -> Token:
    """The dozens of "dozens of girls"."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def _is_made(word: Token, whom: Token) -> bool:
    """Whether those right before it are made captives, and are not whose captives they are."""
    if whom.dep_ == "dative":
        return whom.head == word.head
    return whom.head == word and word.head.lemma_ in ("take", "hold", "keep") and whom.lower_ == "her"
