"""A noun that names an office in, whoever a verb or noun over it gives that office out: "served as mayor", "was named coach"."""

from __future__ import annotations

from dataclasses import dataclass

from ..modality import status
from ..ontology import Ontology
from ..parse import Token
from ..predicates.words import expand, is_passive, is_verb
from .chain_index import antecedent

COPULAS = frozenset({"be", "remain"})
BECOME = "become"
NO_ROLE = frozenset({"such", "well", "same", "as", "far", "much", "long", "soon"})
"""Right before an "as" that makes nobody anything: "such as", "as well as"."""


@dataclass(frozen=True, slots=True)
class Given:
    """Who has an office, and whether that is over: "resigned as head"."""

    token: Token
    over: bool


def given(noun: Token, ontology: Ontology) -> list[Given] | None:
    """None where the noun stands for somebody ("the mayor came"); nobody where it is only an office ("ran for mayor")."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "as" and not (above.i and above.nbor(-1).lower_ in NO_ROLE):
        return _given_as(above.head, ontology)
    if noun.dep_ == "pobj" and above.lower_ == "for" and _is_bare(noun):
        return []
    if noun.dep_ == "oprd" or (noun.dep_ in ("attr", "xcomp") and above.lemma_ == BECOME):
        return _given_by(above, ontology)
    if noun.dep_ == "attr" and above.lemma_ in COPULAS and status(above, ontology).modality != "actual":
        return []
    return None


def _is_bare(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP") and not any(child.dep_ in ("det", "poss") for child in noun.lefts)


def _given_as(above: Token, ontology: Ontology) -> list[Given]:
    """ "Served as mayor"; "his post as head", "completed a term as head"."""
    if is_verb(above):
        return _given_by(above, ontology)
    if above.lemma_.lower() not in ontology.words("post"):
        return []
    owners = [child for child in above.lefts if child.dep_ == "poss"]
    verb = next((token for token in above.ancestors if is_verb(token)), None)
    over = verb is not None and _name(verb) in ontology.words("leaving")
    if verb is not None and status(verb, ontology).modality != "actual":
        return []
    return [Given(token, over) for token in owners or (_doers(verb) if verb is not None else ())]


def _given_by(verb: Token, ontology: Ontology) -> list[Given]:
    name, told = _name(verb), status(verb, ontology)
    if told.modality != "actual" or told.polarity != "positive" or _is_aim(verb, ontology):
        return []
    over = name in ontology.words("leaving")
    if name in ontology.words("serving") or verb.lemma_ == BECOME:
        return [Given(token, over) for token in _doers(verb)]
    if name not in ontology.words("appointing"):
        return []
    people = _doers(verb) if is_passive(verb) else [t for child in verb.rights if child.dep_ == "dobj" for t in expand(child)]
    return [Given(token, over) for token in people]


def _is_aim(verb: Token, ontology: Ontology) -> bool:
    """ "Runs to become mayor"; "went on to become mayor" came to it."""
    aimed = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
    return aimed and not {verb.head.lemma_.lower(), _name(verb.head)} & ontology.words("done_purpose")


def _name(verb: Token) -> str:
    """The verb with its particle: "step down"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def _doers(verb: Token) -> list[Token]:
    """The subject, also that of the verb it is joined to or the noun it stands behind."""
    own = [t for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") for t in expand(child)]
    if own:
        return [antecedent(token) for token in own]
    if verb.dep_ == "acl":
        return [verb.head]
    joined = verb.dep_ in ("conj", "xcomp", "advcl") and is_verb(verb.head)
    return _doers(verb.head) if joined else []
