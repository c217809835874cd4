"""Drafts of an article's events in, the same out with what is done by saying it: pledges, demands, threats, refusals, claims.

"Said it will send aid" promises, "said it will not pull out" refuses, "said the rebels must leave" demands it of the rebels.
What is promised, threatened or refused names those it is aimed at where the verb itself names no one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Mention
from ..parse import Token
from ..predicates.phrases import Slot
from .drafts import Draft
from .frames import Filler, Ground, fits

SAYING, PROMISE, CONSENT, ACCUSED, CLAIM = "Statement", "Pledge", "Consent", "Accusation", "ClaimOfResponsibility"
MEANT, OWED, ADVISED = frozenset({"will", "'ll", "wo", "shall", "would", "'d"}), frozenset({"must"}), frozenset({"should"})
KIND = ("Agree", "Aid", "Concede", "Consult", "Cooperate", "Retreat", "Support")
HOSTILE = ("Assault", "Coerce", "Protest", "EconomicSanction", "Embargo", "Expulsion", "Designation")
REFUSED = "Refusal"
HEARER = frozenset({"i", "we", "you", "one"})
WHOM = {"Pledge": "recipient", "Threat": "target", "Refusal": "target", "Request": "recipient"}
REACHED = ("recipient", "target", "destination", "origin", "place")
ASKED = ("agent",)
PLACES = ("Country", "City", "Region")
THROUGH = frozenset({"xcomp", "object", "ccomp"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """The drafts by their word, with what reading them needs."""

    at: Mapping[int, Draft]
    ground: Ground

    def is_any(self, draft: Draft, classes: Sequence[str]) -> bool:
        return any(self.ground.ontology.is_a(draft.type, cls) for cls in classes)

    def doers(self, token: Token) -> list[Slot]:
        predicate = self.ground.reading.event_words.get(token.i)
        return [] if predicate is None or predicate.passive else list(predicate.fillers("subject"))

    def actor(self, token: Token) -> Mention | None:
        mention = self.ground.reading.mention(token)
        return mention if mention is not None and self.is_actor(mention, ("Actor",)) else None

    def is_actor(self, mention: Mention, classes: Sequence[str]) -> bool:
        return any(fits(self.ground.reading.type_of(mention), cls, self.ground.ontology) for cls in classes)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to be done: its verb, and whether it is meant, owed or advised, and denied."""

    verb: Token
    modals: frozenset[str]
    denied: bool


def speech_acts(drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, ...]:
    scene = _Scene({draft.token.i: draft for draft in drafts}, ground)
    aimed = {draft.token.i: _aimed(_act(draft, scene), scene) for draft in drafts}
    scene = _Scene(aimed, ground)
    return tuple(_protest(_confession(draft, scene), scene) for draft in aimed.values())


def _confession(draft: Draft, scene: _Scene) -> Draft:
    """ "Said it was behind the blasts": who names himself as the doer accuses nobody, he claims the deed."""
    saying = scene.at.get(draft.token.head.i) if draft.type == ACCUSED and draft.token.dep_ == "ccomp" else None
    if saying is None or saying.type != SAYING:
        return draft
    speakers = {f.mention.entity for f in saying.fillers if f.role == "agent" and f.mention is not None}
    named = {f.mention.entity for f in draft.fillers if f.role == "target" and f.mention is not None}
    if not named or not named <= speakers:
        return draft
    return replace(draft, type=CLAIM, fillers=tuple(replace(f, role="agent") if f.role == "target" else f for f in draft.fillers))


def _act(draft: Draft, scene: _Scene) -> Draft:
    if draft.predicate.pos != "v" or draft.type not in (SAYING, PROMISE, CONSENT):
        return draft
    if draft.type == CONSENT:
        return replace(draft, type=SAYING) if _is_opinion(draft.token, scene) else draft
    if draft.type == PROMISE:
        return _promise(draft, scene)
    speakers = {f.mention.entity for f in draft.fillers if f.role == "agent" and f.mention is not None}
    for slot in draft.predicate.fillers("ccomp") if speakers else ():
        doers = scene.doers(slot.token)
        mentions = [m for doer in doers if (m := scene.actor(doer.token)) is not None]
        said = _said(slot.token, scene) if mentions else None
        if said is None:
            continue
        if {m.entity for m in mentions} <= speakers:
            return _own_deed(draft, said, scene)
        if not speakers & {m.entity for m in mentions} and not any(d.token.lower_ in HEARER for d in doers):
            return _deed_of_others(draft, said, [Filler("recipient", d, scene.actor(d.token)) for d in doers])
    return draft


def _is_opinion(verb: Token, scene: _Scene) -> bool:
    """ "Agreed that the plan had failed": what is or was so is not to be done; "agreed that they will meet" is."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or verb.lemma_.lower() not in scene.ground.ontology.cues:
        return False
    modals = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    return clause.tag_ != "VB" and not modals & (MEANT | OWED | ADVISED)


def _promise(draft: Draft, scene: _Scene) -> Draft:
    """ "Vowed to attack" threatens."""
    deeds = [deed for slot in draft.predicate.slots if slot.name in THROUGH and (deed := _deed_in(slot, scene)) is not None]
    if any(scene.is_any(deed, HOSTILE) and deed.status.polarity == "positive" for deed in deeds):
        return replace(draft, type="Threat", fillers=tuple(f for f in draft.fillers if f.role != "recipient"))
    return draft


def _said(clause: Token, scene: _Scene) -> _Said | None:
    """ "will send", "is ready to send", "has to leave"; nothing of what has been."""
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    denied = any(c.dep_ == "neg" for c in clause.children)
    if "have" in helpers:
        return None
    ready = scene.ground.ontology.words("ready")
    for word in (clause, *(c for c in clause.children if c.dep_ in ("acomp", "oprd"))):
        verb = next((c for c in word.children if c.dep_ in ("xcomp", "acl", "advcl") and _is_infinitive(c)), None)
        if verb is not None and word.lower_ in ready:
            return _Said(verb, MEANT, denied)
        if verb is not None and _obliges(word) and not denied and not helpers:
            return _Said(verb, OWED, denied)
    return _Said(clause, frozenset(helpers), denied) if clause.pos_ == "VERB" else None


def _obliges(verb: Token) -> bool:
    """ "Has to leave", "needs to leave"; not "has yet to leave", "had a chance to leave"."""
    loose = any(c.dep_ == "dobj" or c.lower_ == "yet" for c in verb.children)
    return verb.lemma_ in ("have", "need") and not loose


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")


def _own_deed(draft: Draft, said: _Said, scene: _Scene) -> Draft:
    deed = scene.at.get(said.verb.i)
    if deed is None or not said.modals & MEANT:
        return draft
    if scene.is_any(deed, HOSTILE):
        return replace(draft, type="Pledge" if said.denied else "Threat")
    if scene.is_any(deed, KIND):
        unless = any(c.lower_ == "unless" for clause in said.verb.children for c in clause.children)
        return replace(draft, type="Refusal" if said.denied else "Threat" if unless else "Pledge")
    return draft


def _deed_of_others(draft: Draft, said: _Said, whom: Sequence[Filler]) -> Draft:
    kind = "Demand" if said.modals & OWED else "Appeal" if said.modals & ADVISED else None
    if kind is None or said.verb.lemma_ in ("be", "have"):
        return draft
    others = tuple(f for f in draft.fillers if f.role != "recipient")
    return replace(draft, type=kind, fillers=(*others, *(f for f in whom if f.mention is not None)))


def _aimed(draft: Draft, scene: _Scene) -> Draft:
    """The draft with those whom the promised, threatened or refused deed would reach, or who are to do what is asked.

    "Rejected the murder of Ana Ruiz" is not turned against her.
    """
    cls = next((cls for cls in WHOM if scene.is_any(draft, (cls,))), None)
    if cls is None or any(f.role in ("target", "recipient") for f in draft.fillers):
        return draft
    for slot in draft.predicate.slots:
        deed = _deed_in(slot, scene) if slot.name in THROUGH else None
        if deed is not None and draft.type == REFUSED and slot.name == "object" and scene.is_any(deed, HOSTILE):
            continue
        found = tuple(_reached(deed, cls, draft, scene)) if deed is not None else ()
        if found:
            return replace(draft, fillers=draft.fillers + found)
    return draft


def _reached(deed: Draft, cls: str, draft: Draft, scene: _Scene) -> Iterator[Filler]:
    if cls != "Request":
        yield from _taken(deed, REACHED, draft, WHOM[cls], scene)
    elif any(f.role == "agent" for f in deed.fillers):
        yield from _taken(deed, ASKED, draft, "recipient", scene)
    elif scene.is_any(deed, HOSTILE):
        yield from _taken(deed, ("target",), draft, "target", scene)


def _protest(draft: Draft, scene: _Scene) -> Draft:
    """ "Rallied to demand that the mayor resign" is aimed at the mayor."""
    if not scene.is_any(draft, ("Protest",)) or any(f.role == "target" for f in draft.fillers):
        return draft
    words = [draft.predicate.support or draft.token, draft.token]
    for token in (c for word in words for c in word.children if c.dep_ in ("advcl", "xcomp", "acl")):
        asked = scene.at.get(token.i)
        if asked is not None and scene.is_any(asked, ("Request",)):
            found = tuple(_taken(asked, ("recipient", "target"), draft, "target", scene))
            return replace(draft, fillers=draft.fillers + found)
    return draft


def _deed_in(slot: Slot, scene: _Scene) -> Draft | None:
    """ "threatened to continue the raids" is about the raids, "said it is ready to leave" about leaving."""
    token = slot.token
    if slot.name == "ccomp" and (said := _said(token, scene)) is not None:
        token = said.verb
    here = scene.at.get(token.i)
    below = next((scene.at[c.i] for c in token.children if c.dep_ == "dobj" and c.i in scene.at), None)
    return below if here is None or (below is not None and here.type == "Event") else here


def _taken(deed: Draft, roles: Sequence[str], draft: Draft, role: str, scene: _Scene) -> Iterator[Filler]:
    """The fillers of the first of these roles of one event that has any, as fillers of a role of another."""
    own = {f.mention.entity for f in draft.fillers if f.mention is not None}
    for name in roles:
        found = [f for f in deed.fillers if f.role == name and f.mention is not None and f.mention.entity not in own]
        found = [f for f in found if f.mention is not None and scene.is_actor(f.mention, ("Actor", *PLACES))]
        if found:
            yield from (replace(f, role=role, slot=replace(f.slot, inherited=True)) for f in found)
            return
