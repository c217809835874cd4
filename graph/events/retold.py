"""Drafts of an article's events in, which of them tell again of an earlier one out.

Only what the words say: one class, a shared participant or a definite noun that points back, and nothing that cannot be one.
"""

from __future__ import annotations

from collections.abc import Collection

from ..model import Chain
from .drafts import Draft
from .scene import GENERAL_CLASSES, Scene, related

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
REPEATED = ("Consult", "Travel", "Movement", "Aid", "Departure", "Bombing", "Killing", "Arrest", "Request", "Support", "Accuse")
FURTHER = frozenset({"another", "second", "third", "new", "other", "fresh", "further", "more", "additional", "several", "many"})
IDENTIFYING = ("agent", "target", "place", "recipient")


def retellings(scene: Scene, dropped: Collection[int]) -> dict[int, int]:
    """Each event to the nearest earlier one of its class that it shares a participant with, or that its "the" points to."""
    same: dict[int, int] = {}
    for number, draft in enumerate(scene.drafts):
        if number in dropped or draft.type in GENERAL_CLASSES or _is_further(draft):
            continue
        earlier = [n for n in range(number) if n not in dropped and _may_be_same(scene, draft, scene.drafts[n])]
        earlier = [n for n in earlier if not _other_time(scene, number, n)]
        found = next((n for n in reversed(earlier) if _share(scene, draft, scene.drafts[n]) or _points_back(draft)), None)
        if found is not None:
            same[number] = same.get(found, found)
    return same


def _may_be_same(scene: Scene, one: Draft, other: Draft) -> bool:
    alike = (one.status.polarity, one.status.modality) == (other.status.polarity, other.status.modality)
    return alike and related(scene, one, other) and not any(_clash(scene, one, other, role) for role in IDENTIFYING)


def _clash(scene: Scene, one: Draft, other: Draft, role: str) -> bool:
    """Two that cannot be one: names against names, people against people; "a militia" may be any named one."""
    left, right = _chains(scene, one, role), _chains(scene, other, role)
    if not left or not right or {c.id for c in left} & {c.id for c in right}:
        return False
    return not any(_may_name(scene, a, b) for a in left for b in right)


def _may_name(scene: Scene, one: Chain, other: Chain) -> bool:
    """Whether both words may be for one: a name is not another name, people are not other people, nobody is a body or place."""
    kinds = [
        next((k for k in ("Person", "Group", "Organization", "Facility") if scene.ontology.is_a(c.type, k)), "")
        for c in (one, other)
    ]
    if "" in kinds or "Person" in kinds or kinds == ["Group", "Group"]:
        return False
    return not (_is_named(one) and _is_named(other))


def _is_named(chain: Chain) -> bool:
    return chain.known is not None or chain.label.istitle()


def _share(scene: Scene, one: Draft, other: Draft) -> bool:
    """One they did it to, or one doer of a deed that is not done over and over."""
    roles = ("target",) if any(scene.ontology.is_a(one.type, often) for often in REPEATED) else ("agent", "target")
    return any({c.id for c in _chains(scene, one, role)} & {c.id for c in _chains(scene, other, role)} for role in roles)


def _is_further(draft: Draft) -> bool:
    """ "another bombing", "a second attack", "20 car bombs"."""
    return any(child.dep_ == "nummod" or child.lemma_.lower() in FURTHER for child in draft.token.children)


def _other_time(scene: Scene, one: int, other: int) -> bool:
    return one in scene.times and other in scene.times and scene.times[one] != scene.times[other]


def _points_back(draft: Draft) -> bool:
    """ "the air strikes": a definite noun that says nothing more of whom or where than its doer."""
    if any(filler.role in ("target", "place", "recipient") for filler in draft.fillers):
        return False
    return draft.predicate.pos == "n" and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in draft.token.children)


def _chains(scene: Scene, draft: Draft, role: str) -> list[Chain]:
    ids = [f.mention.entity for f in draft.fillers if f.role == role and f.mention is not None and f.mention.entity]
    return [scene.reading.chains[i] for i in ids if i in scene.reading.chains]
