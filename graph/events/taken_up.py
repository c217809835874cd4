"""Drafts of an article's events in, the same out with what another sentence tells of "the incident": where and when it was.

Such a noun says nothing of what happened; it takes up the last deed told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..modality import status
from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Predicate
from ..predicates.words import told_of_events
from .drafts import TAKEN_UP, Draft
from .frames import Filler, Ground, fits
from .scenery import SPOTS, wider_places

POINTING = frozenset({"this", "that", "these", "those"})
DEEDS = ("Assault", "PropertyDestruction", "Vandalism", "Raid", "Crime", "CyberAttack")


def with_taken_up(drafts: Sequence[Draft], predicates: Sequence[Predicate], ground: Ground) -> tuple[Draft, ...]:
    told = {draft.token.i for draft in drafts}
    nouns = (predicate for predicate in predicates if predicate.pos == "n" and predicate.token.i not in told)
    again = (_again(noun, drafts, ground) for noun in nouns if _happened(noun, ground))
    return tuple(sorted((*drafts, *filter(None, again)), key=lambda draft: draft.token.i))


def _happened(noun: Predicate, ground: Ground) -> bool:
    """ "The incident occurred", "this tragedy took place"."""
    verb = noun.support
    return verb is not None and told_of_events(verb, ground.lexicon) and takes_up(noun.token, ground.ontology)


def takes_up(noun: Token, ontology: Ontology) -> bool:
    """ "The crime" is one told before, "the crimes", "the worst crime", "the crime of fraud" need not be."""
    which = any(noun.rights) or any(child.tag_ in ("JJS", "JJR", "RBS", "CD") for child in noun.subtree)
    bare = noun.lemma_.lower() in ontology.words("any_deed") and not which
    return bare and any(
        child.lower_ in POINTING or (child.lower_ == "the" and child.dep_ == "det" and noun.tag_ == "NN") for child in noun.lefts
    )


def last_deed(token: Token, drafts: Sequence[Draft], ontology: Ontology) -> int | None:
    """The number of the deed told last in the sentence of a word or the one before."""
    near = (n for n in reversed(range(len(drafts))) if drafts[n].token.i < token.i and _is_near(drafts[n].token, token))
    return next((n for n in near if is_deed(drafts[n], ontology)), None)


def is_deed(draft: Draft, ontology: Ontology) -> bool:
    happened = draft.status.polarity == "positive" and draft.status.modality in ("actual", "possible")
    return happened and any(ontology.is_a(draft.type, cls) for cls in DEEDS)


def _is_near(one: Token, other: Token) -> bool:
    return one.sent == other.sent or one.sent.end == other.sent.start


def _again(noun: Predicate, drafts: Sequence[Draft], ground: Ground) -> Draft | None:
    deed = last_deed(noun.token, drafts, ground.ontology)
    if deed is None:
        return None
    found = status(noun.token, ground.ontology)
    return Draft(noun, drafts[deed].type, (noun.token,), tuple(_places(noun, ground)), (), found, TAKEN_UP)


def _places(noun: Predicate, ground: Ground) -> Iterator[Filler]:
    spots = [slot for slot in noun.slots if slot.name in SPOTS]
    for slot in (*spots, *(wider for spot in spots for wider in wider_places(spot.token, ground))):
        mention = ground.reading.mention(slot.token)
        if mention is not None and fits(ground.reading.type_of(mention), "Place", ground.ontology):
            yield Filler("place", slot, mention)
