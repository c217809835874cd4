"""The word for a toll in, the numbers that the text puts it at out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..parse import Token

TOLLS = frozenset({"DeathToll"})
"""Classes of events that tell of nothing but a figure."""
HELD = ("of", "at")
REACHED = ("to", "at")
NAMED = frozenset({"dobj", "attr", "npadvmod"})


def amounts(toll: Token, amounting: Collection[str], outdated: Collection[str]) -> Iterator[Token]:
    """ "A toll of 19", "it rose from 19 to 25", "it reached 30", "they put it at 14": the words that name the number; what "an
    earlier toll of 15" held is no longer so."""
    if not any(child.dep_ == "amod" and child.lower_ in outdated for child in toll.lefts):
        yield from _after(toll, HELD)
    verb = toll.head
    if verb.lemma_.lower() not in amounting:
        return
    if toll.dep_ in ("nsubj", "nsubjpass", "dobj"):
        yield from _after(verb, REACHED)
    if toll.dep_ == "nsubj":
        yield from (child for child in verb.children if child.dep_ in NAMED)


def stated(toll: Token) -> Token:
    """The word that tells whether the number has been reached: the verb, "could rise to 100", else the toll itself."""
    return toll.head if toll.dep_ in ("nsubj", "nsubjpass") else toll


def _after(word: Token, prepositions: Collection[str]) -> Iterator[Token]:
    for preposition in word.children:
        if preposition.lower_ in prepositions:
            yield from (child for child in preposition.children if child.dep_ == "pobj")
