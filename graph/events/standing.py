"""A draft of an event, alone or with what fills one of its roles, in, how sure it is out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..confidence import PARTICIPANT, likely
from ..ontology import Ontology
from ..parse import Token
from .drafts import Draft
from .frames import EVENT, Filler

SURE, FAIR, WEAK, PLAIN = 0.84, 0.79, 0.66, 0.5
STEP, DEEPEST = 0.024, 5
EMBEDDING = {"xcomp": 1, "ccomp": 1, "advcl": 1, "relcl": 2, "acl": 2, "pcomp": 1, "pobj": 1, "appos": 1, "csubj": 1, "poss": 1}
SPEECH = "Statement"
ROLES = {"agent": "subject", "target": "object"}
FAR, MANY = 5, 4


def event_confidence(draft: Draft, sayings: Collection[int]) -> float:
    """The more certain, the less was inferred: a verb over a noun, own words over unsaid ones, the main clause over others.

    "Rebels shelled the town, police said" is as sure of the shelling as without the police, who are told beside it: `sayings` are
    where verbs that only say so stand.
    """
    if draft.type == EVENT:
        return PLAIN
    named = any(f.mention is not None and not f.slot.inherited for f in draft.fillers)
    sure = SURE if draft.predicate.pos == "v" and named else FAIR if draft.fillers else WEAK
    token = draft.predicate.support or draft.token
    reported = sum(word.dep_ == "ccomp" and word.head.i in sayings for word in (token, *token.ancestors))
    return round(sure - STEP * min(_embedding(token) - reported, DEEPEST), 2)


def filler_confidence(draft: Draft, filler: Filler, ontology: Ontology) -> float:
    """That the event was, and that this is who or what played the role."""
    return likely(PARTICIPANT, (*_of_event(draft, ontology), *_of_filler(draft, filler)))


def _of_event(draft: Draft, ontology: Ontology) -> Iterator[str]:
    token, pos = draft.token, draft.predicate.pos
    classes = {trigger.type for trigger in ontology.triggers.get((token.lemma_.lower(), pos), ())}
    told = {
        "speech": draft.type == SPEECH,
        "unknown class": draft.type == EVENT,
        "ambiguous": len(classes) >= MANY and draft.type != SPEECH,
        "noun": pos == "n",
        "passive": draft.predicate.passive,
        "not actual": draft.status.modality != "actual",
        "embedded": _embedding(draft.predicate.support or token) > 0,
    }
    return (name for name, holds in told.items() if holds)


def _of_filler(draft: Draft, filler: Filler) -> Iterator[str]:
    token = filler.slot.token
    yield ROLES.get(filler.role, "circumstance")
    if filler.mention is not None and filler.mention.kind == "pronoun":
        yield "pronoun"
    if filler.slot.inherited:
        yield "unsaid"
    if draft.token not in (token.head, token.head.head):
        yield "loose"
    if abs(token.i - draft.token.i) >= FAR:
        yield "far"


def _embedding(token: Token) -> int:
    """Clauses and phrases between a word and the main clause of its sentence; what is said to be said counts as said."""
    return sum(EMBEDDING.get(t.dep_, 0) for t in (token, *token.ancestors))
