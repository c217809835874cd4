"""An event's trigger word in, whether the text says that it happened out.

What stands with the trigger (not, will, reportedly) is joined with what governs it (want to, deny that, attempt to) up to the
root of the sentence; on the way negations turn each other round and the least actual modality holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Modality, Polarity, Stance
from ..ontology import Ontology
from ..parse import Token
from .nouns import is_definite, is_presumed, noun_link
from .said import (
    HYPOTHETICAL,
    NEGATED,
    NOUNS,
    PLANNED,
    POSSIBLE,
    VERBS,
    Link,
    Step,
    around_noun,
    governor,
    has_no,
    modality_cue,
    of_cue,
    own,
    phrase,
)

__all__ = ["Status", "is_definite", "is_presumed", "status"]

PLURAL = frozenset({"both", "these", "those"})
RANK: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "hypothetical": 3}
ACTUAL: Modality = "actual"
LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Status:
    """Whether an event happened: `stance` is that of the nearest cue of speech above it, absent in the text's own voice."""

    polarity: Polarity
    modality: Modality
    stance: Stance | None = None


def status(token: Token, ontology: Ontology) -> Status:
    steps = list(_steps(token, ontology))
    modality = max((step.modality for step in steps), key=lambda told: RANK[told], default=ACTUAL)
    negative = sum(step.negative for step in steps) % 2 == 1
    stance = next((step.stance for step in steps if step.stance is not None), None)
    return Status("negative" if negative else "positive", modality, stance)


def _steps(token: Token, ontology: Ontology) -> Iterator[Step]:
    yield from own(token, ontology)
    if token.pos_ in NOUNS:
        yield from around_noun(token, ontology)
    here, reported, beside = token, False, False
    for _ in range(LONGEST_CHAIN):
        link = _link(here, ontology, content=here.i != token.i)
        if link is None:
            break
        beside = beside or link.beside
        passed = (step for step in link.steps if not beside or step.modality != "actual")
        yield from (step for step in passed if not reported or step.modality != "planned")
        if link.above is None:
            break
        reported = reported or _is_reported(here, link.above, ontology)
        here = link.above


def _is_reported(clause: Token, verb: Token, ontology: Ontology) -> bool:
    """ "Wants to announce that they have left": whether they have is no matter of whether it will be announced."""
    speech = ontology.cues.get(verb.lemma_.lower())
    told = speech is not None and speech.stance == "reports" and clause.dep_ == "ccomp"
    return told and clause.tag_ in ("VBD", "VBN", "VBG", "VBZ") and modality_cue(verb, ontology) is None


def _link(token: Token, ontology: Ontology, *, content: bool) -> Link | None:
    """`content`: the word is not the event itself but a noun whose clause tells it ("accusations that …")."""
    head = token.head
    if head.i == token.i:
        return None
    if token.pos_ in NOUNS or token.pos_ == "PRON":
        return noun_link(token, ontology, content=content)
    dep = token.dep_
    if dep == "conj":
        return _conjunct_link(token, head, ontology)
    if dep in ("xcomp", "ccomp", "acl", "oprd", "advcl", "acomp", "csubj") or (dep == "relcl" and _is_infinitive(token)):
        return _clause_link(token, head, ontology)
    if dep == "pcomp" and not (head.lower_ == "with" and _is_absolute(token)):
        return _preposition_link(head, ontology)
    return None


def _not_as_told(verb: Token, ontology: Ontology) -> list[Step]:
    """What a verb's helpers leave open, of what only stands beside it."""
    return [step for step in own(verb, ontology) if step.modality != "actual"]


def _clause_link(token: Token, head: Token, ontology: Ontology) -> Link | None:
    infinitive = _is_infinitive(token)
    if token.dep_ == "csubj":
        return (
            Link(head, [*_not_as_told(head, ontology), *_judged(head, ontology)]) if infinitive or token.tag_ == "VBG" else None
        )
    if token.dep_ in ("acl", "relcl") or (token.dep_ == "ccomp" and head.pos_ in NOUNS):
        return _clause_of_noun(token, head, ontology, infinitive=infinitive)
    if token.dep_ == "advcl":
        return _adverbial_link(token, head, ontology, infinitive=infinitive)
    if not infinitive and _takes_for_granted(token):
        return None if _is_told_past(token) else Link(head, [])
    if _is_given(head, ontology):
        return None
    purpose = [PLANNED] if infinitive and _is_for(token, head, ontology) else []
    told = not infinitive and _is_infinitive(head) and head.lemma_.lower() in ontology.words("plain_cue")
    return Link(None if told else head, [*_governor(head, ontology, raised=infinitive), *purpose])


def _judged(verb: Token, ontology: Ontology) -> Iterator[Step]:
    """ "Withdrawing troops is feasible"."""
    for child in verb.children:
        cue = ontology.modality_cues.get(child.lower_) if child.dep_ == "acomp" else None
        if cue is not None and cue.modality == "possible":
            yield of_cue(cue)


def _is_for(clause: Token, head: Token, ontology: Ontology) -> bool:
    """ "Hired a man to kill her": whom a verb without force over its object takes for something has not done it yet."""
    taken = any(child.dep_ == "dobj" and child.i < clause.i for child in head.rights)
    known = modality_cue(head, ontology) is not None or head.lemma_.lower() in ontology.cues
    return taken and not known and not _reaches_purpose(head, ontology)


def _reaches_purpose(verb: Token, ontology: Ontology) -> bool:
    """ "Forced them to leave", "used it to open fire"; not "sent them to fight"."""
    reached = ontology.words("done_purpose") | ontology.words("object_control") - ontology.words("tasking")
    return bool({verb.lemma_.lower(), phrase(verb)} & reached)


def _takes_for_granted(clause: Token) -> bool:
    """`why they fled`, `how many were killed`: who does not know it, or asks it, leaves open no more than that."""
    return clause.left_edge.tag_ in ("WRB", "WP", "WP$", "WDT") and clause.sent[-1].text != "?"


def _is_told_past(clause: Token) -> bool:
    """`who killed him`, `how it was done`: it was, whatever is asked or wanted about it."""
    return clause.tag_ == "VBD" or any(child.dep_ in ("aux", "auxpass") and child.tag_ == "VBD" for child in clause.children)


def _is_given(verb: Token, ontology: Ontology) -> bool:
    """`it is no coincidence that they fled`: they did."""
    told = (child for child in verb.children if child.dep_ == "attr")
    return verb.lemma_ == "be" and any(child.lemma_.lower() in ontology.words("given") for child in told)


def _is_infinitive(token: Token) -> bool:
    """ "To leave", "to be held", "going to be leaving"."""
    going = token.tag_ == "VBG" and _is_obligation(token.head)
    told = token.tag_ == "VB" or any(
        child.tag_ == "VB" and (child.dep_ == "auxpass" or (going and child.lemma_ == "be")) for child in token.children
    )
    return told and any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _clause_of_noun(clause: Token, noun: Token, ontology: Ontology, *, infinitive: bool) -> Link | None:
    """`an attempt to storm`, `accusations that she joined`; a participle (`raids launched`) is as actual as it says."""
    content = infinitive or any(child.dep_ in ("mark", "nsubj", "nsubjpass") for child in clause.children)
    if not content and noun.dep_ == "pobj" and noun.head.lower_ == "without":
        return Link(noun.head.head, [NEGATED])
    if not content or (not infinitive and noun.lemma_.lower() not in ontology.words("speech_noun")):
        return None
    return Link(noun, list(_nominal_governor(noun, ontology, ahead=infinitive)))


def _adverbial_link(token: Token, head: Token, ontology: Ontology, *, infinitive: bool) -> Link | None:
    """A purpose is planned unless a verb tells that it was reached ("called for it to end" tells no such thing); a participle
    shares what the main verb says."""
    if infinitive:
        shared = _not_as_told(head, ontology)
        if (
            _reaches_purpose(head, ontology) and not _is_asked_for(token, head, ontology)
        ) or token.lemma_.lower() in ontology.words("shown"):
            return Link(head, shared)
        return Link(head, [*(step for step in shared if step == HYPOTHETICAL), PLANNED])
    if token.tag_ != "VBG" or any(child.dep_ in ("mark", "nsubj", "nsubjpass", "aux") for child in token.children):
        return None
    return Link(head, [Step(modality=step.modality) for step in _not_as_told(head, ontology)])


def _is_asked_for(clause: Token, head: Token, ontology: Ontology) -> bool:
    """ "Called for him to go"; not "allowed for her to go"."""
    cue = modality_cue(head, ontology)
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in clause.lefts)
    return marked and cue is not None and cue.modality == "planned"


def _governor(head: Token, ontology: Ontology, *, raised: bool) -> list[Step]:
    """What a verb or adjective says of its clause: its own negation and modals, and its meaning.

    A cue of speech over a finite clause only reports it ("told them that"); denied speech leaves it open ("did not say that").
    """
    if _is_noun(head):
        return []
    cue = modality_cue(head, ontology)
    speech = ontology.cues.get(phrase(head)) or ontology.cues.get(head.lemma_.lower())
    if speech is not None and not raised and (cue is None or speech.stance == "reports"):
        spoken = [POSSIBLE if step.negative else step for step in own(head, ontology) if _reaches(step, head)]
        return [*spoken, Step(stance=speech.stance)]
    steps = list(own(head, ontology))
    if cue is not None:
        steps.append(NEGATED if speech is not None and speech.stance == "denies" and not raised else of_cue(cue))
    if raised and (_is_obligation(head) or (speech is not None and cue is None)):
        steps.append(PLANNED)
    return [*steps, Step(stance=speech.stance)] if speech is not None else steps


def _reaches(step: Step, head: Token) -> bool:
    """Whether it says something of what is said: no modal of the saying does ("can confirm that"), but a question."""
    return step.negative or (step.modality != "planned" and (step != POSSIBLE or head.sent[-1].text == "?"))


def _is_noun(verb: Token) -> bool:
    """`Both claims Iran denies`: a noun taken for a verb does not agree with its plural "subject"."""
    return verb.tag_ == "VBZ" and any(child.dep_ == "nsubj" and child.lower_ in PLURAL for child in verb.children)


def _is_obligation(head: Token) -> bool:
    """`have to`, `is going to`, `is to`."""
    return head.lemma_ in ("have", "be") or (head.lemma_ == "go" and head.tag_ == "VBG")


def _conjunct_link(token: Token, head: Token, ontology: Ontology) -> Link | None:
    """A bare second verb shares the helpers of the first; one with its own subject or tense only what governs both.

    "Charged with murder and fleeing": a gerund behind a verb that is none is one more thing of its preposition's.
    """
    apart = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in token.children)
    if not apart and token.tag_ == "VBG" != head.tag_ and phrase(head) in ontology.modality_cues:
        return Link(head, _governor(head, ontology, raised=True))
    if apart or token.tag_ != head.tag_:
        return Link(head, [])
    if token.tag_ not in ("VB", "VBN", "VBG"):
        return Link(head, [step for step in own(head, ontology) if step == HYPOTHETICAL])
    return Link(head, list(own(head, ontology)))


def _preposition_link(preposition: Token, ontology: Ontology) -> Link | None:
    """`without firing`, `accused of killing`, `prevented from entering`, `the risk of losing`.

    What is only beside the verb (`after meeting`) is no part of what the verb wants or denies.
    """
    above, word = governor(preposition), preposition.lower_
    if any(child.dep_ == "pcomp" and _takes_for_granted(child) for child in preposition.children):
        return Link(above, [])
    if word == "without" or "instead" in (word, above.lower_):
        return Link(above, [NEGATED])
    if word == "by" and above.pos_ in VERBS:
        return _means_link(above, ontology)
    if word in ontology.words("beside") and above.pos_ in VERBS:
        return Link(above, _not_as_told(above, ontology))
    if above.pos_ in (*VERBS, "ADJ"):
        return _link_to_verb(word, above, ontology)
    return _nominal_link(above, word, ontology) if above.pos_ in NOUNS else None


def _is_absolute(clause: Token) -> bool:
    """ "The toll may rise, with ten still hospitalised": whatever may be, they are."""
    return clause.tag_ == "VBN" and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _link_to_verb(preposition: str, verb: Token, ontology: Ontology) -> Link | None:
    """ "Accused of killing"; whom somebody wants to praise for coming has come."""
    if preposition == "for" and verb.lemma_.lower() in ontology.words("evaluation"):
        return None
    named = ontology.modality_cues.get(f"{verb.lemma_.lower()} {preposition}")
    if named is not None and preposition == "against":
        return Link(verb, [*own(verb, ontology), of_cue(named)])
    return Link(verb, _governor(verb, ontology, raised=True) if modality_cue(verb, ontology) is not None else [])


def _nominal_link(noun: Token, word: str, ontology: Ontology) -> Link | None:
    """`the risk of losing`, `an interest in buying`; `a ban on entering` tells of no entering, `in charge of` of no charge."""
    if f"{noun.head.lower_} {noun.lower_} {word}" in ontology.words("no_cue"):
        return None
    cue = ontology.modality_cues.get(f"{noun.lemma_.lower()} {word}")
    if cue is not None:
        return Link(noun, [of_cue(cue)])
    if word in ("of", "for", "to"):
        return Link(noun, list(_nominal_governor(noun, ontology, ahead=False)))
    return Link(None, [HYPOTHETICAL]) if word in ontology.words("general") else None


def _means_link(verb: Token, ontology: Ontology) -> Link:
    """`by firing`: as actual as what it is done for, and done even where that was only tried."""
    cue = modality_cue(verb.head, ontology) if verb.dep_ == "xcomp" else None
    if cue is not None and cue.modality == "possible" and cue.polarity == "positive":
        verb = verb.head
    return Link(verb, _not_as_told(verb, ontology))


def _nominal_governor(noun: Token, ontology: Ontology, *, ahead: bool) -> Iterator[Step]:
    """`an attempt to storm`, `no plan to leave`: an infinitive looks ahead where its noun says nothing else."""
    cue = ontology.modality_cues.get(noun.lemma_.lower())
    if cue is not None:
        yield of_cue(cue)
    elif ahead:
        yield PLANNED
    if has_no(noun):
        yield NEGATED
