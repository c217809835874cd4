"""Drafts of an article's events in, the same out with each word of two trades that tells of nobody in the sense of its article.

"The strikes were a success" tells of raids where the text also says "strikes on the camp", of a stoppage where it says "a strike
by nurses"; "a blast killed three" of a bombing where it also tells of an attack or a bomb, else of a mishap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Slot
from .drafts import Draft
from .frames import Filler, Ground
from .scenery import wider_places

SUICIDE = "SuicideBombing"
BOMBING, MISHAP, ATTACK, HARMS = "Bombing", "IndustrialExplosion", "Assault", ("Killing", "Injury")
ARMS = ("Explosive", "Munition")
BY_SOMEBODY = frozenset({"agent", "instrument"})
CLASH, RIOT, STREET, FORCES = "ArmedClash", "Riot", ("Protest", "CrowdDispersal"), ("MilitaryForce", "ArmedGroup")
ENOUGH = 2
"""So many that say who took part must agree."""


def one_sense(drafts: Sequence[Draft], ontology: Ontology) -> tuple[Draft, ...]:
    ambiguous = [draft for draft in drafts if draft.predicate.pos == "n" and _lemma(draft) in ontology.words("one_sense")]
    told = [draft for draft in ambiguous if draft.mentioned]
    return tuple(_in_sense(draft, told, ontology) if draft in ambiguous and not draft.mentioned else draft for draft in drafts)


def _in_sense(draft: Draft, told: Sequence[Draft], ontology: Ontology) -> Draft:
    fuller = [other for other in told if _lemma(other) == _lemma(draft)]
    roots = {ontology.codes(other.type).root for other in fuller}
    if len(fuller) < ENOUGH or len(roots) != 1 or ontology.codes(draft.type).root in roots:
        return draft
    return replace(draft, type=min(fuller, key=lambda other: abs(other.token.i - draft.token.i)).type)


def _lemma(draft: Draft) -> str:
    return draft.token.lemma_.lower()


def mishaps(drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, ...]:
    blasts = [draft for draft in drafts if _goes_off(draft, ground.ontology)]
    if not blasts or _tells_of_arms(drafts, ground):
        return tuple(drafts)
    return tuple(replace(draft, type=MISHAP) if draft in blasts else draft for draft in drafts)


def _goes_off(draft: Draft, ontology: Ontology) -> bool:
    """ "A car exploded": not "the paper was blown up", which somebody did."""
    verb = draft.predicate.pos == "v"
    done = verb and (draft.predicate.passive or any(draft.predicate.fillers("object")))
    told = {filler.role for filler in draft.fillers}
    return draft.type == BOMBING and _lemma(draft) in ontology.words("goes_off") and not (done or told & BY_SOMEBODY)


def _tells_of_arms(drafts: Sequence[Draft], ground: Ground) -> bool:
    """An attack, or a word for a bomb or for who sets off such."""
    ontology = ground.ontology
    attacks = (d for d in drafts if ontology.is_a(d.type, ATTACK) and d.type not in HARMS and not _goes_off(d, ontology))
    if next(attacks, None) is not None:
        return True
    lemmas = {token.lemma_.lower() for token in ground.reading.doc}
    return any(ontology.is_a(ontology.nouns.get(lemma, ""), arm) for lemma in lemmas for arm in ARMS) or bool(
        lemmas & (ontology.words("irregular") | ontology.words("word_of_attack"))
    )


def suicide_attacks(drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, ...]:
    """ "A suicide bomber drove a truck into a checkpoint": the deed that the word for the doer tells of."""
    return tuple(_as_suicide_attack(draft, ground) for draft in drafts)


def _as_suicide_attack(draft: Draft, ground: Ground) -> Draft:
    subjects = draft.predicate.fillers("subject") if draft.predicate.pos == "v" else iter(())
    doer = next((slot for slot in subjects if _is_suicidal(slot.token, ground.ontology)), None)
    if doer is None:
        return draft
    if _lemma(draft) in ground.ontology.words("ramming"):
        rammed = tuple(_rammed(doer, draft, ground))
        return replace(draft, type=SUICIDE, fillers=rammed) if any(f.role == "target" for f in rammed) else draft
    return replace(draft, type=SUICIDE) if ground.ontology.is_a(draft.type, "Attack") else draft


def _is_suicidal(noun: Token, ontology: Ontology) -> bool:
    """A suicide bomber or attacker."""
    told = {trigger.words[0] for trigger in ontology.triggers.get((noun.lemma_.lower(), "n"), ()) if trigger.type == SUICIDE}
    return any(child.lower_ in told for child in noun.lefts if child.dep_ == "compound")


def _rammed(doer: Slot, draft: Draft, ground: Ground) -> Iterator[Filler]:
    """Who drove what into whom, and where that was."""
    told = [("agent", doer), *(("instrument", slot) for slot in draft.predicate.fillers("object") if not slot.inherited)]
    for slot in draft.predicate.fillers("into"):
        told += [("target", slot), *(("place", around) for around in wider_places(slot.token, ground))]
    mentions = ((role, slot, ground.reading.mention(slot.token)) for role, slot in told)
    yield from (Filler(role, slot, mention) for role, slot, mention in mentions if mention is not None)
    yield from (filler for filler in draft.fillers if filler.role == "place")


def street_clashes(drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, ...]:
    """ "Police fired tear gas to disperse students during a clash": one of a crowd, where no armed side is told."""
    return tuple(replace(draft, type=RIOT) if _is_of_crowds(draft, drafts, ground) else draft for draft in drafts)


def _is_of_crowds(draft: Draft, drafts: Sequence[Draft], ground: Ground) -> bool:
    ontology = ground.ontology
    if draft.type != CLASH or len(draft.words) > 1 or _lemma(draft) not in ontology.words("scuffle"):
        return False
    sides = [ground.reading.type_of(filler.mention) for filler in draft.fillers if filler.mention is not None]
    sentence = draft.token.sent
    lemmas = {token.lemma_.lower() for token in sentence}
    armed = any(ontology.is_a(cls, force) for cls in sides for force in FORCES) or lemmas & ontology.words("irregular")
    beside = (other for other in drafts if other.token.sent == sentence)
    crowd = any(ontology.is_a(other.type, cls) for other in beside for cls in STREET) or lemmas & ontology.words("protester")
    return bool(crowd and not armed)
