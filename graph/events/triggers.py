"""A predicate and the vocabulary in, the triggers that its words may be and the words of each out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..ontology import Ontology, Trigger
from ..parse import Token
from ..predicates.phrases import Predicate
from .described import only_describes

AWAY, TIMES = "away", frozenset({"DATE", "TIME"})
"""Who throws stones away throws none at anybody."""


def triggers_of(predicate: Predicate, ontology: Ontology) -> Sequence[Trigger]:
    token = predicate.token
    found = ontology.triggers.get((token.lemma_.lower(), predicate.pos), ())
    if predicate.pos == "v":
        away = any(child.lower_ == AWAY and (child.dep_ == "prt" or child.i == token.i + 1) for child in token.rights)
        found = tuple(trigger for trigger in found if len(trigger.words) == 1 or AWAY in trigger.words) if away else found
        return (*found, *_hyphenated(token, ontology))
    return found or ontology.triggers.get((token.lower_, predicate.pos), ())


def _hyphenated(token: Token, ontology: Ontology) -> list[Trigger]:
    """Triggers for a verb written with a hyphen: "tear-gassed"."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_:
        return []
    first = token.nbor(-2).lower_
    return [t for t in ontology.triggers.get((first, "v"), ()) if t.words[1:] == (token.lemma_.lower(),)]


def words_around(predicate: Predicate) -> dict[str, Token]:
    """Forms and lemmas near a predicate that a trigger of several words may ask for; the nearest word wins."""
    pool = _around_verb(predicate) if predicate.pos == "v" else _around_noun(predicate.token)
    found: dict[str, Token] = {}
    for token in pool:
        found.setdefault(token.lower_, token)
        if token.dep_ != "prep":
            found.setdefault(token.lemma_.lower(), token)
    return found


def trigger_tokens(predicate: Predicate, trigger: Trigger, near: Mapping[str, Token], lemma: str) -> tuple[Token, ...] | None:
    """The words of a trigger around a predicate of a lemma, in text order; None if one is missing."""
    hyphenated = predicate.pos == "v" and trigger.words[0] != lemma
    rest = trigger.words[1:] if predicate.pos == "v" else trigger.words[:-1]
    if not rest or hyphenated:
        return (predicate.token,)
    found: list[Token] = []
    for word in rest:
        token = near.get(word) or (_behind(found[-1]).get(word) if found and found[-1].dep_ in ("prep", "agent") else None)
        if token is None:
            return None
        found.append(token)
    if predicate.pos == "v" and any(only_describes(token, found) for token in found):
        return None
    return tuple(sorted({predicate.token, *found}, key=lambda t: t.i))


def _around_verb(predicate: Predicate) -> Iterator[Token]:
    for child in predicate.token.children:
        if child.dep_ in ("prt", "prep", "advmod", "acomp", "oprd", "dative", "attr", "agent") and not _of_time(child):
            yield child
            yield from (c for c in child.children if c.dep_ in ("prep", "advmod", "neg"))
    for slot in predicate.fillers("object"):
        yield from _noun_words(slot.token)


def _of_time(preposition: Token) -> bool:
    """ "Stood at 19 by Tuesday" is no standing by anybody; "called for three days of protests" is a call for these."""
    return any(child.ent_type_ in TIMES and not any(map(_holds_more, child.rights)) for child in preposition.children)


def _holds_more(preposition: Token) -> bool:
    return preposition.lower_ == "of" and any(child.ent_type_ not in TIMES for child in preposition.children)


def _noun_words(noun: Token) -> Iterator[Token]:
    """A noun with its modifiers and what its "of" brings: "state of emergency"."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "prep", "poss"):
            yield child
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _behind(word: Token) -> dict[str, Token]:
    """Words behind a preposition that is itself part of the trigger: "take to the streets"."""
    nouns = [c for c in word.children if c.dep_ == "pobj"]
    near = [*nouns, *(c for noun in nouns for c in noun.children if c.dep_ in ("compound", "amod"))]
    return {form: token for token in reversed(near) for form in (token.lower_, token.lemma_.lower())}


def _around_noun(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield child
            yield from (c for c in child.children if c.dep_ in ("compound", "punct"))
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        yield from (token.head, token.head.head)
