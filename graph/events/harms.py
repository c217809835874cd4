"""The drafts of a scene in, which of them tell of harm that another did, out."""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import Token
from .drafts import Draft
from .frames import EVENT
from .scene import Scene

HARMS, MISHAPS = ("Killing", "Injury", "Death"), ("Assault", "CrowdDispersal", "Raid", "Accident", "Disaster")
IN_CARE = "Hospitalization"
HARMED_WHEN = frozenset({"when", "as", "after", "because"})


def share_whole(scene: Scene, part_of: dict[int, int]) -> None:
    """Killed and wounded in one attack: what coordinated harms are part of holds for all of them."""
    told_by = {word.i: number for number, draft in enumerate(scene.drafts) for word in draft.words}
    for number, draft in enumerate(scene.drafts):
        if number in part_of or not is_harm(scene, draft):
            continue
        beside = (told_by.get(token.i) for token in draft.token.conjuncts)
        wholes = (part_of[n] for n in beside if n in part_of and scene.drafts[part_of[n]].type != EVENT)
        whole = next(wholes if not draft.mentions("agent") else iter(()), _done_before(scene, number))
        if whole is None:
            whole = next(_behind_conjuncts(scene, number), None)
        if whole is not None and whole != number:
            part_of[number] = whole


def is_harm(scene: Scene, draft: Draft) -> bool:
    """By its class, or by the verb of "protesters were killed"."""
    by_verb = {f"{draft.token.lemma_.lower()}={harm}" for harm in HARMS} & scene.ontology.words("harming")
    return bool(by_verb) or any(scene.ontology.is_a(draft.type, harm) for harm in HARMS)


def _done_before(scene: Scene, number: int) -> int | None:
    """ "Raided a village and killed 15": the same doer, in one breath, at no other time."""
    token = scene.drafts[number].token
    before = scene.at.get(token.head.i) if token.dep_ == "conj" else None
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    if before is None or own or scene.drafts[before].predicate.pos != "v" or is_harm(scene, scene.drafts[before]):
        return None
    times = {scene.times.get(each) for each in (before, number)} - {None}
    return before if _is_mishap(scene, scene.drafts[before]) and len(times) <= 1 else None


def _behind_conjuncts(scene: Scene, number: int) -> Iterator[int]:
    """The attack "after" or "in" which the last of several verbs stands: 11 were killed and 20 taken to hospital after it."""
    for token in scene.drafts[number].token.conjuncts:
        if token.i < scene.drafts[number].token.i:
            continue
        predicate = scene.reading.event_words.get(token.i)
        slots = predicate.slots if predicate is not None else ()
        named = [slot.token for slot in slots if slot.name in (*scene.lexicon.within, *scene.lexicon.after)]
        named += [child for child in token.children if child.dep_ == "advcl" and _marks(child) & HARMED_WHEN]
        told = (scene.event(word) for word in named)
        yield from (other for other in told if other is not None and harm_of(scene, number, other))


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}


def harm_of(scene: Scene, number: int, other: int) -> bool:
    """Whether the one is harm that the other did: "wounded when a bomb exploded"."""
    one, two = scene.drafts[number], scene.drafts[other]
    suffered = is_harm(scene, one) or one.type == IN_CARE
    if not suffered or is_harm(scene, two) or one.mentions("agent"):
        return False
    return _is_mishap(scene, two)


def _is_mishap(scene: Scene, draft: Draft) -> bool:
    return any(scene.ontology.is_a(draft.type, mishap) for mishap in MISHAPS)
