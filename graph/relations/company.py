"""An article's words and what they stand for in, who goes with whom in a body, a unit or a fight, out."""

from __future__ import annotations

from collections.abc import Iterator

from ..mentions.nominals import is_plural
from ..modality import status
from ..model import Chain
from ..parse import Token
from ..predicates.words import expand
from .chain_index import ChainIndex, Tie, after_preposition
from .holders import smaller_unit

FAIR, GUESSED = 0.8, 0.76
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AMONG = frozenset({"including", "notably"})
HELPED = ("for", "of", "to")
WHOLES = ("memberOf", "partOf")


def company_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "3rd Battalion, 21st Regiment", "Kenya, as part of the force", "the coalition, including Kenya", "supports Chad in the
    fight against them"."""
    for mention in index.mentions:
        yield from _of_larger_unit(index, index.tokens(mention)[-1]) if mention.kind == "name" else ()
    for token in index.words:
        if token.lower_ == "part" and token.dep_ == "pobj" and token.head.lower_ == "as":
            yield from _as_part(index, token)
        elif token.lower_ in AMONG and token.dep_ == "prep":
            yield from _among(index, token)
        elif token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from _in_fight(index, token)


def _of_larger_unit(index: ChainIndex, last: Token) -> Iterator[Tie]:
    small, whole = smaller_unit(index, last), index.chain(last)
    part = index.chain(small) if small is not None else None
    if small is not None and part is not None and whole is not None:
        yield Tie("partOf", part, whole, (small, last), FAIR, "unit, larger unit")


def _as_part(index: ChainIndex, part: Token) -> Iterator[Tie]:
    """Who does something as part of a body is of it; what is only to be done so leaves it open."""
    above = part.head.head
    aside = part.i < above.i
    if above.pos_ in ("VERB", "AUX"):
        told = aside or status(above, index.ontology).modality == "actual"
        ends = SUBJECTS if aside else {"nsubj"}
        doers = [t for child in above.lefts if told and child.dep_ in ends for t in expand(child)]
    else:
        doers = [above]
    for body in after_preposition(part, "of"):
        yield from (tie for doer in doers for tie in _within(index, doer, body, "as part of"))


def _among(index: ChainIndex, including: Token) -> Iterator[Tie]:
    """Of one body: "groups including Hamas" are none."""
    whole = including.head
    for child in including.children if not is_plural(whole) else ():
        for token in expand(child) if child.dep_ == "pobj" else ():
            if token.i in index.named:
                yield from _within(index, token, whole, "body including")


def _within(index: ChainIndex, token: Token, body: Token, rule: str) -> Iterator[Tie]:
    part, whole = index.chain(token), index.chain(body)
    if part is not None and whole is not None and index.is_a(whole, "Organization") and not index.is_a(whole, "Company"):
        relation = WHOLES[index.is_a(part, "Organization")]
        if index.is_a(part, "Actor", "Country"):
            yield Tie(relation, part, whole, (token, body), GUESSED, rule)


# ------------------------------------------------------------------------------------------------------- in a fight
def _in_fight(index: ChainIndex, fight: Token) -> Iterator[Tie]:
    """ "Support for Chad in the fight against the rebels": whoever is helped in it fights them."""
    if f"{fight.lemma_.lower()} against" not in index.ontology.words("standing_fight"):
        return
    for enemy in after_preposition(fight, "against"):
        other = index.chain(enemy)
        for token, side in _helped(index, fight.head.head):
            if other is not None:
                yield Tie("opposes", side, other, (token, fight, enemy), GUESSED, "helped in fight")


def _helped(index: ChainIndex, above: Token) -> Iterator[tuple[Token, Chain]]:
    """Whom a verb or noun of help names: "backs Chad", "support for Chad", "reiterates its support for Chad"."""
    helping = index.ontology.words("helping")
    if above.pos_ == "VERB":
        objects = [child for child in above.children if child.dep_ == "dobj"]
        nouns = [child for child in objects if child.lemma_.lower() in helping]
        found = [t for child in objects if above.lemma_.lower() in helping for t in expand(child)]
    else:
        nouns, found = [above] if above.lemma_.lower() in helping else [], [above]
        if above.dep_ == "pobj" and above.head.head.lemma_.lower() in helping:
            found = list(after_preposition(above.head.head, *HELPED))
    found += [t for noun in nouns for t in after_preposition(noun, *HELPED)]
    for token in dict.fromkeys(found):
        chain = index.chain(token)
        if chain is not None and index.is_a(chain, "Actor", "Country"):
            yield token, chain
