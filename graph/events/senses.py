"""Drafts of an article's events in, the same out with each word of two trades that tells of nobody in the sense of its article.

"The strikes were a success" tells of raids where the text also says "strikes on the camp", of a stoppage where it says "a strike
by nurses"; "a blast killed three" of a bombing where it also tells of an attack or a bomb, else of a mishap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..ontology import Ontology
from .drafts import Draft
from .frames import Ground

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
