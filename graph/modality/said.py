"""A word of a parsed article in, what stands with it says of whether it happened out: not, will, reportedly, alleged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Modality, Stance
from ..ontology import ModalityCue, Ontology
from ..parse import Token

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
UNLESS = frozenset({"if", "unless", "whether", "lest", "provided", "supposing"})
NOT_YET = frozenset({"until", "till"})
ONCE = frozenset({"when", "once", "after", "before"})
MERELY = frozenset({"just", "only", "merely", "solely"})
"""Behind "not" they say that there is more: "not only the market was hit"."""
NOT_EITHER = frozenset({"neither", "nor"})
"""Right before a helper: "neither did he", "nor has she"."""
ONE = frozenset({"a", "an", "one"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})


@dataclass(frozen=True, slots=True)
class Step:
    """What one word on the way up says of the event."""

    negative: bool = False
    modality: Modality = "actual"
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The word above that has a say in whether the event happened, and what it says; no word: nothing above it has.

    `beside`: the event goes with what is told above, which may be to come but not deny it.
    """

    above: Token | None
    steps: list[Step]
    beside: bool = False


NEGATED = Step(negative=True)
PLANNED = Step(modality="planned")
POSSIBLE = Step(modality="possible")
HYPOTHETICAL = Step(modality="hypothetical")


def own(token: Token, ontology: Ontology) -> Iterator[Step]:
    """Negation, modal verbs, adverbs and the mark of the clause."""
    if _is_negated(token, ontology):
        yield NEGATED
    for child in token.children:
        if _opens_condition(child, token):
            yield HYPOTHETICAL
        elif child.dep_ == "aux" and child.tag_ == "MD":
            yield _modal(child, token)
        elif child.dep_ == "advmod" and (cue := ontology.modality_cues.get(child.lower_)) is not None:
            yield Step(modality=cue.modality, stance="alleges" if child.lower_ in ("reportedly", "allegedly") else None)
        elif child.dep_ == "mark" and child.lower_ in UNLESS:
            yield HYPOTHETICAL
        elif child.dep_ in ("mark", "advmod") and token.dep_ == "advcl" and _is_to_come(token, child.lower_):
            yield PLANNED
    if _is_imperative(token) or _is_aim(token) or _is_to(token) or _is_subjunctive(token):
        yield PLANNED
    if token.dep_ == "ROOT" and token.sent[-1].text == "?":
        yield POSSIBLE


def _opens_condition(helper: Token, verb: Token) -> bool:
    """ "should efforts fail", "had they known": the helper before its subject, in a clause that asks nothing."""
    if helper.lower_ not in ("should", "had", "were") or verb.dep_ == "ROOT" or verb.sent[-1].text == "?":
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and helper.i < subject.i and helper.i == verb.left_edge.i


def _is_past(clause: Token) -> bool:
    """ "had slept until they came": told of the past on both sides, it came to pass."""
    modal = any(child.tag_ in ("MD", "TO") for verb in (clause, clause.head) for child in verb.children)
    return clause.tag_ == "VBD" and clause.head.tag_ in ("VBD", "VBN") and not modal


def _is_to_come(clause: Token, mark: str) -> bool:
    """ "stay until they leave", "will be the largest when it enters service", "once arrested, will be tried"."""
    if mark in NOT_YET:
        return not _is_past(clause)
    ahead = any(child.dep_ == "aux" and child.lower_ in ("will", "'ll", "shall", "wo") for child in clause.head.children)
    bare = clause.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in clause.children)
    return mark in ONCE and (bare or clause.tag_ in ("VBZ", "VBP")) and ahead


def _is_negated(token: Token, ontology: Ontology) -> bool:
    negations, occasions = ontology.words("negation"), ontology.words("no_occasion")
    for child in token.children:
        word = child.lower_
        if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in MERELY:
            continue
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "det", "preconj", "cc") and word in negations and word != "nor"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (word in NOBODY or has_no(child)) and token.pos_ in VERBS:
            return True
        if child.dep_ == "aux" and child.i and child.nbor(-1).lower_ in NOT_EITHER:
            return True
        if child.dep_ == "prep" and any(has_no(word) and word.lemma_.lower() in occasions for word in child.children):
            return True
    return False


def has_no(noun: Token) -> bool:
    """ "No shot", "not a single shot"."""
    if any(
        child.lower_ == "not" and child.nbor(1).lower_ in ONE
        for child in noun.lefts
        if child.dep_ in ("neg", "preconj", "advmod")
    ):
        return True
    return any(child.dep_ in ("det", "neg", "preconj", "cc") and child.lower_ in ("no", "neither") for child in noun.children)


def _modal(modal: Token, verb: Token) -> Step:
    word = modal.lower_
    if word in ("will", "'ll", "wo", "shall", "must", "should", "'d"):
        return PLANNED
    if word == "would":
        return PLANNED if verb.dep_ == "ccomp" else HYPOTHETICAL
    return POSSIBLE


def _is_imperative(token: Token) -> bool:
    if token.tag_ != "VB" or token.dep_ != "ROOT":
        return False
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "expl", "csubj") for child in token.children)


def _is_aim(token: Token) -> bool:
    """ "To lift the siege.", "China to buy jets": what is only named as something to be done."""
    led = (child for child in token.lefts if child.dep_ == "aux" and child.lower_ == "to")
    return token.dep_ == "ROOT" and token.tag_ == "VB" and any(led) and not any(child.tag_ == "MD" for child in token.children)


def _is_subjunctive(verb: Token) -> bool:
    """ "Their wish that there be talks"."""
    named = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    bare = not any(child.dep_ == "aux" for child in verb.children)
    helped = any(child.dep_ == "auxpass" and child.lower_ == "be" for child in verb.children)
    return named and marked and bare and (verb.tag_ == "VB" or helped) and verb.dep_ in ("ccomp", "acl")


def _is_to(token: Token) -> bool:
    """`is to be held`, the form of `be` a helper of the verb."""
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    return any(one.lemma_ == "be" and two.lower_ == "to" for one, two in pairwise(helpers))


def around_noun(noun: Token, ontology: Ontology) -> Iterator[Step]:
    """`alleged attack`, `planned withdrawal`, `a foiled plot`, `coup attempt`, `protests planned for Friday`."""
    for child in noun.children:
        if child.dep_ in ("amod", "nmod") and not _is_plain(child, ontology):
            cue = ontology.modality_cues.get(child.lower_) or ontology.modality_cues.get(child.lemma_.lower())
            if cue is not None:
                yield of_cue(cue)
        elif _is_put_ahead(child, ontology):
            yield PLANNED
    if noun.dep_ == "compound" and (cue := ontology.modality_cues.get(noun.head.lemma_.lower())) is not None:
        yield of_cue(cue)


def _is_plain(adjective: Token, ontology: Ontology) -> bool:
    """ "A direct attack" is not directed to be made; "disputed elections" were held."""
    directed = adjective.tag_ == "JJ" and adjective.lower_ in ontology.words("object_control")
    return directed or adjective.lower_ in ontology.words("quarrelled_over")


def _is_put_ahead(clause: Token, ontology: Ontology) -> bool:
    return clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBD") and clause.lemma_.lower() in ontology.words("put_ahead")


def governor(preposition: Token) -> Token:
    """What a preposition hangs on, also through the one it is joined to: "through a raid or by firing"."""
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head
    return preposition.head


def of_cue(cue: ModalityCue) -> Step:
    return Step(cue.polarity == "negative", cue.modality)


def modality_cue(head: Token, ontology: Ontology) -> ModalityCue | None:
    return ontology.modality_cues.get(phrase(head)) or ontology.modality_cues.get(head.lemma_.lower())


def phrase(head: Token) -> str:
    """The lemma with its particle or preposition: `call for`, `rule out`."""
    small = next((child.lower_ for child in head.children if child.dep_ in ("prt", "prep", "agent")), None)
    return f"{head.lemma_.lower()} {small}" if small else head.lemma_.lower()
