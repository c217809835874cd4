"""A frame found in a predicate in, whether what it tells of happened out."""

from __future__ import annotations

from dataclasses import replace

from ..modality import Status, is_definite, status
from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Lexicon, Predicate
from ..predicates.words import verb_lemma
from .frames import Match
from .tolls import TOLLS, stated

CRIMES = ("Assault", "Crime", "PropertyDestruction", "Vandalism")
PENALTY = "Sentencing"
WILLED, TRUCE = frozenset({"Agree", "Retreat", "Consult", "Concede", "Cooperate"}), "Ceasefire"


def told_status(match: Match, predicate: Predicate, ontology: Ontology, lexicon: Lexicon) -> Status:
    """What is told with "or" is only possible, so are those "feared dead"; what is put off has only been planned."""
    found = status(stated(predicate.token) if match.trigger.type in TOLLS else predicate.token, ontology)
    if found.modality != "actual" or found.polarity == "negative":
        return found
    cue = ontology.modality_cues.get(verb_lemma(predicate.token))
    if cue is not None and ontology.is_a(match.type, "Death"):
        return replace(found, modality=cue.modality)
    governor = predicate.token.head if predicate.token.dep_ in ("dobj", "nsubjpass") else predicate.token
    put_off = governor.i != predicate.token.i and verb_lemma(governor) in lexicon.put_off
    if predicate.pos == "n" and (put_off or _is_schemed(match, predicate.token, ontology)):
        return replace(found, modality="planned")
    if _is_charged(match, predicate.token, ontology) or (predicate.pos == "n" and _is_threatened(match, governor, ontology)):
        return replace(found, modality="possible")
    if predicate.pos == "n" and _is_turned_down(match, predicate.token, governor, ontology):
        return replace(found, polarity="negative", modality="planned")
    return replace(found, modality="possible") if found.polarity == "positive" and is_undivided(match) else found


def _is_schemed(match: Match, noun: Token, ontology: Ontology) -> bool:
    """ "A bomb plot", "a takeover bid"."""
    return len(match.words) > 1 and noun.lemma_.lower() in ontology.words("schemed")


def _is_charged(match: Match, deed: Token, ontology: Ontology) -> bool:
    """ "Arrested for drunk driving": a crime that is still to be proved, unless it is one that is known, "for the murder"."""
    above = deed.head.head
    charged = deed.head.lower_ == "for" and deed.dep_ in ("pobj", "pcomp") and above.lemma_.lower() in ontology.words("custody")
    return charged and not is_definite(deed) and any(ontology.is_a(match.type, cls) for cls in CRIMES)


def _is_threatened(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Carries a fine of up to 500 euros", "faces a prison term": what the law threatens nobody has been given."""
    return ontology.is_a(match.type, PENALTY) and verb.lemma_.lower() in ontology.words("threatened_with")


def _is_turned_down(match: Match, noun: Token, verb: Token, ontology: Ontology) -> bool:
    """ "Rejected a truce", "refused talks": what takes the will of who turns it down; "the agreement" may be there."""
    willed = ontology.codes(match.type).root in WILLED and (not is_definite(noun) or ontology.is_a(match.type, TRUCE))
    return willed and verb.i != noun.i and verb_lemma(verb) in ontology.words("turn_down")


def is_undivided(match: Match) -> bool:
    """ "killed or wounded scores": neither is told for sure, and the figure belongs to neither alone."""
    token = match.words[0]
    if is_definite(token):
        return False
    joined = [token, *token.conjuncts]
    return len(joined) > 1 and any(c.dep_ == "cc" and c.lower_ == "or" for t in joined for c in t.children)
