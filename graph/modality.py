"""An event's trigger word in, whether the text says that it happened out.

What stands with the trigger (not, will, reportedly) is joined with what governs it (want to, deny that, attempt to) up to the
root of the sentence; on the way negations turn each other round and the least actual modality holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from .model import Modality, Polarity, Stance
from .ontology import ModalityCue, Ontology

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
UNLESS = frozenset({"if", "unless", "whether", "lest", "provided", "supposing"})
NOT_YET = frozenset({"until", "till"})
ONCE = frozenset({"when", "once", "after", "before"})
NOT_EITHER = frozenset({"neither", "nor"})
"""Right before a helper: "neither did he", "nor has she"."""
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
PLURAL = frozenset({"both", "these", "those"})
SUBJECT_OF = frozenset({"on", "about", "over", "for"})
"""Between talks and what they are to bring about."""
RANK: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "hypothetical": 3}
ACTUAL: Modality = "actual"
LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Status:
    """Whether an event happened: `stance` is that of the nearest cue of speech above it, absent in the text's own voice."""

    polarity: Polarity
    modality: Modality
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """What one word on the way up says of the event."""

    negative: bool = False
    modality: Modality = "actual"
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class _Link:
    """The word above that has a say in whether the event happened, and what it says; no word: nothing above it has."""

    above: Token | None
    steps: list[_Step]


NEGATED = _Step(negative=True)
PLANNED = _Step(modality="planned")
POSSIBLE = _Step(modality="possible")
HYPOTHETICAL = _Step(modality="hypothetical")


def status(token: Token, ontology: Ontology) -> Status:
    steps = list(_steps(token, ontology))
    modality = max((step.modality for step in steps), key=lambda told: RANK[told], default=ACTUAL)
    negative = sum(step.negative for step in steps) % 2 == 1
    stance = next((step.stance for step in steps if step.stance is not None), None)
    return Status("negative" if negative else "positive", modality, stance)


def _steps(token: Token, ontology: Ontology) -> Iterator[_Step]:
    yield from _own(token, ontology)
    if token.pos_ in NOUNS:
        yield from _around_noun(token, ontology)
    here = token
    for _ in range(LONGEST_CHAIN):
        link = _link(here, ontology, content=here.i != token.i)
        if link is None:
            break
        yield from link.steps
        if link.above is None:
            break
        here = link.above


# ------------------------------------------------------------------------------------------------ said with the word
def _own(token: Token, ontology: Ontology) -> Iterator[_Step]:
    """Negation, modal verbs, adverbs and the mark of the clause."""
    if _is_negated(token, ontology):
        yield NEGATED
    for child in token.children:
        if _opens_condition(child, token):
            yield HYPOTHETICAL
        elif child.dep_ == "aux" and child.tag_ == "MD":
            yield _modal(child, token)
        elif child.dep_ == "advmod" and (cue := ontology.modality_cues.get(child.lower_)) is not None:
            yield _Step(modality=cue.modality, stance="alleges" if child.lower_ in ("reportedly", "allegedly") else None)
        elif child.dep_ == "mark" and child.lower_ in UNLESS:
            yield HYPOTHETICAL
        elif child.dep_ in ("mark", "advmod") and token.dep_ == "advcl" and _is_to_come(token, child.lower_):
            yield PLANNED
    if _is_imperative(token) or _is_to(token):
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
    """ "stay until they leave", "will be the largest when it enters service"."""
    if mark in NOT_YET:
        return not _is_past(clause)
    ahead = any(child.dep_ == "aux" and child.lower_ in ("will", "'ll", "shall", "wo") for child in clause.head.children)
    return mark in ONCE and clause.tag_ in ("VBZ", "VBP") and ahead


def _is_negated(token: Token, ontology: Ontology) -> bool:
    negations = ontology.words("negation")
    for child in token.children:
        word = child.lower_
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "det", "preconj", "cc") and word in negations and word != "nor"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (word in NOBODY or _has_no(child)) and token.pos_ in VERBS:
            return True
        if child.dep_ == "aux" and child.i and child.nbor(-1).lower_ in NOT_EITHER:
            return True
    return False


def _has_no(noun: Token) -> bool:
    return any(child.dep_ in ("det", "neg", "preconj", "cc") and child.lower_ in ("no", "neither") for child in noun.children)


def _modal(modal: Token, verb: Token) -> _Step:
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


def _is_to(token: Token) -> bool:
    """`is to be held`, the form of `be` a helper of the verb."""
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    return any(one.lemma_ == "be" and two.lower_ == "to" for one, two in pairwise(helpers))


def _around_noun(noun: Token, ontology: Ontology) -> Iterator[_Step]:
    """`alleged attack`, `planned withdrawal`, `a foiled plot`, `coup attempt`."""
    for child in noun.children:
        if child.dep_ in ("amod", "nmod"):
            cue = ontology.modality_cues.get(child.lower_) or ontology.modality_cues.get(child.lemma_.lower())
            if cue is not None:
                yield _of_cue(cue)
    if noun.dep_ == "compound" and (cue := ontology.modality_cues.get(noun.head.lemma_.lower())) is not None:
        yield _of_cue(cue)


def _of_cue(cue: ModalityCue) -> _Step:
    return _Step(cue.polarity == "negative", cue.modality)


# ------------------------------------------------------------------------------------------------------ what governs
def _link(token: Token, ontology: Ontology, *, content: bool) -> _Link | None:
    """`content`: the word is not the event itself but a noun whose clause tells it ("accusations that …")."""
    head = token.head
    if head.i == token.i:
        return None
    if token.pos_ in NOUNS or token.pos_ == "PRON":
        return _noun_link(token, ontology, content=content)
    dep = token.dep_
    if dep == "conj":
        return _conjunct_link(token, head, ontology)
    if dep in ("xcomp", "ccomp", "acl", "oprd", "advcl", "acomp") or (dep == "relcl" and _is_infinitive(token)):
        return _clause_link(token, head, ontology)
    if dep == "pcomp":
        return _preposition_link(head, ontology)
    return None


def _clause_link(token: Token, head: Token, ontology: Ontology) -> _Link | None:
    infinitive = _is_infinitive(token)
    if token.dep_ in ("acl", "relcl") or (token.dep_ == "ccomp" and head.pos_ in NOUNS):
        return _clause_of_noun(token, head, ontology, infinitive=infinitive)
    if token.dep_ == "advcl":
        return _adverbial_link(token, head, ontology, infinitive=infinitive)
    if not infinitive and _takes_for_granted(token):
        return _Link(head, [])
    return _Link(head, _governor(head, ontology, raised=infinitive))


def _takes_for_granted(clause: Token) -> bool:
    """`why they fled`, `how many were killed`: who does not know it, or asks it, leaves open no more than that."""
    return clause.left_edge.tag_ in ("WRB", "WP", "WP$", "WDT") and clause.sent[-1].text != "?"


def _is_infinitive(token: Token) -> bool:
    told = token.tag_ == "VB" or any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in token.children)
    return told and any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _clause_of_noun(clause: Token, noun: Token, ontology: Ontology, *, infinitive: bool) -> _Link | None:
    """`an attempt to storm`, `accusations that she joined`; a participle (`raids launched`) is as actual as it says."""
    content = infinitive or any(child.dep_ in ("mark", "nsubj", "nsubjpass") for child in clause.children)
    if not content or (not infinitive and noun.lemma_.lower() not in ontology.words("speech_noun")):
        return None
    return _Link(noun, list(_nominal_governor(noun, ontology, ahead=infinitive)))


def _adverbial_link(token: Token, head: Token, ontology: Ontology, *, infinitive: bool) -> _Link | None:
    """A purpose is planned unless its verb tells that it was reached; a participle shares what the main verb says."""
    if infinitive:
        reached = ontology.words("done_purpose") | ontology.words("object_control")
        return _Link(head, [] if _phrase(head) in reached or head.lemma_.lower() in reached else [PLANNED])
    if token.tag_ != "VBG" or any(child.dep_ in ("mark", "nsubj", "nsubjpass", "aux") for child in token.children):
        return None
    return _Link(head, [_Step(modality=step.modality) for step in _own(head, ontology) if step.modality != "actual"])


def _governor(head: Token, ontology: Ontology, *, raised: bool) -> list[_Step]:
    """What a verb or adjective says of its clause: its own negation and modals, and its meaning.

    A cue of speech over a finite clause only reports it ("told them that"); denied speech leaves it open ("did not say that").
    """
    if _is_noun(head):
        return []
    cue = _modality_cue(head, ontology)
    speech = ontology.cues.get(_phrase(head)) or ontology.cues.get(head.lemma_.lower())
    if speech is not None and not raised and (cue is None or speech.stance == "reports"):
        spoken = [POSSIBLE if step.negative else step for step in _own(head, ontology) if _reaches(step, head)]
        return [*spoken, _Step(stance=speech.stance)]
    steps = list(_own(head, ontology))
    if cue is not None:
        steps.append(NEGATED if speech is not None and speech.stance == "denies" and not raised else _of_cue(cue))
    if raised and (_is_obligation(head) or (speech is not None and cue is None)):
        steps.append(PLANNED)
    return [*steps, _Step(stance=speech.stance)] if speech is not None else steps


def _reaches(step: _Step, head: Token) -> bool:
    """Whether it says something of what is said: no modal of the saying does ("can confirm that"), but a question."""
    return step.negative or (step.modality != "planned" and (step != POSSIBLE or head.sent[-1].text == "?"))


def _is_noun(verb: Token) -> bool:
    """`Both claims Iran denies`: a noun taken for a verb does not agree with its plural "subject"."""
    return verb.tag_ == "VBZ" and any(child.dep_ == "nsubj" and child.lower_ in PLURAL for child in verb.children)


def _is_obligation(head: Token) -> bool:
    """`have to`, `is going to`, `is to`."""
    return head.lemma_ in ("have", "be") or (head.lemma_ == "go" and head.tag_ == "VBG")


def _modality_cue(head: Token, ontology: Ontology) -> ModalityCue | None:
    return ontology.modality_cues.get(_phrase(head)) or ontology.modality_cues.get(head.lemma_.lower())


def _phrase(head: Token) -> str:
    """The lemma with its particle or preposition: `call for`, `rule out`."""
    small = next((child.lower_ for child in head.children if child.dep_ in ("prt", "prep", "agent")), None)
    return f"{head.lemma_.lower()} {small}" if small else head.lemma_.lower()


def _conjunct_link(token: Token, head: Token, ontology: Ontology) -> _Link | None:
    """A bare second verb shares the helpers of the first; one with its own subject or tense only what governs both."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in token.children)
    if own or token.tag_ != head.tag_ or token.tag_ not in ("VB", "VBN", "VBG"):
        return _Link(head, [])
    return _Link(head, list(_own(head, ontology)))


def _preposition_link(preposition: Token, ontology: Ontology) -> _Link | None:
    """`without firing`, `accused of killing`, `prevented from entering`, `the risk of losing`.

    What is only beside the verb (`after meeting`) is no part of what the verb wants or denies.
    """
    above, word = preposition.head, preposition.lower_
    if any(child.dep_ == "pcomp" and _takes_for_granted(child) for child in preposition.children):
        return _Link(above, [])
    if word == "without" or "instead" in (word, above.lower_):
        return _Link(above, [NEGATED])
    if word == "by" and above.pos_ in VERBS:
        return _means_link(above, ontology)
    if word in ontology.words("beside") and above.pos_ in VERBS:
        return _Link(above, [step for step in _own(above, ontology) if step.modality != "actual"])
    if above.pos_ in (*VERBS, "ADJ"):
        return _Link(above, _governor(above, ontology, raised=True) if _modality_cue(above, ontology) is not None else [])
    return _nominal_link(above, word, ontology) if above.pos_ in NOUNS else None


def _nominal_link(noun: Token, word: str, ontology: Ontology) -> _Link | None:
    """`the risk of losing`; `a ban on entering` tells of no entering at all."""
    if word in ("of", "for", "to"):
        return _Link(noun, list(_nominal_governor(noun, ontology, ahead=False)))
    return _Link(None, [HYPOTHETICAL]) if word in ontology.words("general") else None


def _means_link(verb: Token, ontology: Ontology) -> _Link:
    """`by firing`: as actual as what it is done for, and done even where that was only tried."""
    cue = _modality_cue(verb.head, ontology) if verb.dep_ == "xcomp" else None
    if cue is not None and cue.modality == "possible" and cue.polarity == "positive":
        verb = verb.head
    return _Link(verb, [step for step in _own(verb, ontology) if step.modality != "actual"])


def _nominal_governor(noun: Token, ontology: Ontology, *, ahead: bool) -> Iterator[_Step]:
    """`an attempt to storm`, `no plan to leave`: an infinitive looks ahead where its noun says nothing else."""
    cue = ontology.modality_cues.get(noun.lemma_.lower())
    if cue is not None:
        yield _of_cue(cue)
    elif ahead:
        yield PLANNED
    if _has_no(noun):
        yield NEGATED


# ------------------------------------------------------------------------------------------------------- event nouns
def _noun_link(noun: Token, ontology: Ontology, *, content: bool) -> _Link | None:
    head = noun.head
    if noun.dep_ == "conj":
        return _Link(head, [])
    if noun.dep_ == "pobj":
        return _noun_after_preposition(noun, head, ontology)
    if noun.dep_ not in ("dobj", "nsubjpass", "nsubj", "attr") or head.pos_ not in VERBS:
        return None
    if is_definite(noun):
        return _told_of_definite(noun, head, ontology, content=content)
    return _Link(head, _verb_over_noun(noun, head, ontology, content=content))


def is_definite(noun: Token) -> bool:
    """ "the attack", "their attack": a noun that takes what it names for granted."""
    return any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in DEFINITE) for child in noun.children)


def _told_of_definite(noun: Token, verb: Token, ontology: Ontology, *, content: bool) -> _Link | None:
    """`the attack` is taken for granted: only a cue (`prevented the attack`) or a schedule (`will hold the vote`) says more."""
    lemma = verb.lemma_.lower()
    told = content or lemma not in ontology.words("clause_only")
    if noun.dep_ != "nsubj" and told and _modality_cue(verb, ontology) is not None:
        return _Link(verb, _verb_over_noun(noun, verb, ontology, content=content))
    if lemma in ontology.words("light") | ontology.words("occur"):
        return _Link(None, [step for step in _own(verb, ontology) if step == PLANNED])
    return None


def _verb_over_noun(noun: Token, verb: Token, ontology: Ontology, *, content: bool) -> list[_Step]:
    steps = [step for step in _own(verb, ontology) if not (step.negative and _has_no(noun))]
    cue = _modality_cue(verb, ontology)
    told = content or verb.lemma_.lower() not in ontology.words("clause_only")
    if not told or noun.dep_ == "nsubj" or _is_named(noun, verb):
        return steps
    if _denies(verb, ontology) and (content or cue is not None):
        return [*steps, NEGATED]
    return [*steps, _of_cue(cue)] if cue is not None else steps


def _is_named(noun: Token, verb: Token) -> bool:
    """ "Called the raid a massacre": what is called something is there."""
    return any(child.dep_ == "oprd" and child.i > noun.i and child.pos_ in NOUNS for child in verb.children)


def _denies(verb: Token, ontology: Ontology) -> bool:
    """ "Denied the attack", "disputed reports that they fled": it did not happen, while a refused visit was not to happen."""
    speech = ontology.cues.get(verb.lemma_.lower())
    return speech is not None and speech.stance == "denies"


def _noun_after_preposition(noun: Token, preposition: Token, ontology: Ontology) -> _Link | None:
    """`without violence`, `the threat of attack`, `called for a withdrawal`, `talks on a truce`, `no evidence of torture`."""
    above, word = preposition.head, preposition.lower_
    if word == "without":
        return _Link(above, [NEGATED])
    if above.pos_ in VERBS:
        cue = ontology.modality_cues.get(f"{above.lemma_.lower()} {word}")
        if cue is not None:
            return None if _is_accused_of(noun, above, ontology) else _Link(above, [*_own(above, ontology), _of_cue(cue)])
        if above.dep_ in ("acl", "relcl") and above.head.lemma_.lower() in ontology.words("sought"):
            return _Link(None, [PLANNED])
        return _Link(above, list(_own(above, ontology))) if word in ("to", "into") and not is_definite(noun) else None
    return _noun_of_noun(noun, word, above, ontology) if above.pos_ in NOUNS else None


def _noun_of_noun(noun: Token, word: str, above: Token, ontology: Ontology) -> _Link | None:
    if above.lemma_.lower() in ontology.words("negotiating") and word in SUBJECT_OF and not is_definite(noun):
        return _Link(above, [POSSIBLE])
    if word not in ("of", "for", "about", "over"):
        return None
    cue = None if above.lemma_.lower() in ontology.words("clause_only") else ontology.modality_cues.get(above.lemma_.lower())
    steps = ([_of_cue(cue)] if cue is not None else []) + ([NEGATED] if _has_no(above) and not is_definite(noun) else [])
    return _Link(above, steps) if steps else None


def _is_accused_of(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """`charged with the slaying`: who did it is open, not that it was done."""
    cue = ontology.cues.get(verb.lemma_.lower())
    return cue is not None and cue.stance == "alleges" and is_definite(noun)
