"""Drafts of an article's events in, out who is said to have done a deed: those who claim it and those who are accused of it.

Such a doer is only alleged: the deed happened, who did it is the word of the one who claims or accuses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..modality import status
from ..model import Argument, Mention
from ..parse import Token
from .drafts import Draft
from .frames import Filler, Ground, fits
from .taken_up import is_deed, last_deed, takes_up

CLAIM, CHARGES = "ClaimOfResponsibility", ("Accusation", "Indictment", "Conviction")
ARRESTS, FOR_WHAT = ("Arrest", "Detention", "Trial"), frozenset({"for"})
AUTHOR, ACCUSED = "agent", "target"
DEED_PLACES = frozenset({"for", "of", "object", "in", "with", "behind", "to"})


def alleged_authors(drafts: Sequence[Draft], ground: Ground) -> dict[int, tuple[Argument, ...]]:
    """The number of a deed to its alleged doers, for deeds of which the text does not itself tell who did them."""
    at = {draft.token.i: number for number, draft in enumerate(drafts)}
    found: dict[int, dict[str, Argument]] = {}
    for number, draft in enumerate(drafts):
        if is_deed(draft, ground.ontology) and not draft.mentions(AUTHOR):
            found.setdefault(number, {}).update(
                (m.id, Argument(AUTHOR, mention=m.id, alleged=True)) for m in _presumed(draft, ground)
            )
        doers = list(_doers(draft, ground)) if _alleges(draft, ground) else []
        speaker = next((f.mention.id for f in draft.fillers if f.role == AUTHOR and f.mention is not None), None)
        for deed in _deeds(number, drafts, at, ground) if doers else ():
            if not drafts[deed].mentions(AUTHOR):
                found.setdefault(deed, {}).update(
                    (m.id, Argument(AUTHOR, mention=m.id, alleged=True, speaker=speaker)) for m in doers
                )
    return {deed: tuple(arguments.values()) for deed, arguments in found.items() if arguments}


def _presumed(draft: Draft, ground: Ground) -> Iterator[Mention]:
    """ "The attack is believed to have been carried out by rebels": the attack is told, who made it is only thought."""
    verb = draft.predicate.support
    if draft.predicate.pos != "n" or verb is None:
        return
    told = status(verb, ground.ontology)
    done = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    if done and (told.polarity, told.modality) == ("positive", "possible"):
        names = (ground.reading.mention(slot.token) for slot in draft.predicate.fillers("subject") if slot.inherited)
        yield from (m for m in names if m is not None and fits(ground.reading.type_of(m), "Actor", ground.ontology))


def _alleges(draft: Draft, ground: Ground) -> bool:
    told = draft.status.polarity == "positive" and draft.status.modality in ("actual", "possible")
    return told and any(ground.ontology.is_a(draft.type, cls) for cls in (CLAIM, *CHARGES, *ARRESTS))


def _doers(draft: Draft, ground: Ground) -> Iterator[Mention]:
    role = AUTHOR if ground.ontology.is_a(draft.type, CLAIM) else ACCUSED
    for filler in draft.fillers:
        if filler.role == role and filler.mention is not None and _is_actor(filler, ground):
            yield filler.mention


def _is_actor(filler: Filler, ground: Ground) -> bool:
    return filler.mention is not None and fits(ground.reading.type_of(filler.mention), "Actor", ground.ontology)


def _deeds(number: int, drafts: Sequence[Draft], at: dict[int, int], ground: Ground) -> list[int]:
    """What is claimed or charged: the events named with it, else, if claimed or pointed back at, the last deed told in that
    sentence or the one before."""
    draft, claimed = drafts[number], ground.ontology.is_a(drafts[number].type, CLAIM)
    through = ground.ontology.words("count") | ground.ontology.words("share_in")
    told = _arrested_for(draft, through) if _is_arrest(draft, ground) else _named(draft, through)
    named = [[at[token.i] for token in tokens if token.i in at] for tokens in told]
    deeds = next(filter(None, ([n for n in told if is_deed(drafts[n], ground.ontology)] for told in named)), [])
    if any(named) or not (claimed or _points_back(draft, ground)):
        return deeds[:1] if claimed else deeds
    last = last_deed(draft.token, drafts, ground.ontology)
    return [] if last is None else [last]


def _points_back(draft: Draft, ground: Ground) -> bool:
    """ "Accused them of the crime": which one was told before."""
    placed = (slot.token for slot in draft.predicate.slots if slot.name in DEED_PLACES)
    around = (*placed, *(below for word in draft.words for below in _below(word)))
    return any(takes_up(word, ground.ontology) for word in around)


def _is_arrest(draft: Draft, ground: Ground) -> bool:
    return any(ground.ontology.is_a(draft.type, cls) for cls in ARRESTS)


def _arrested_for(draft: Draft, through: Collection[str]) -> Iterator[list[Token]]:
    """ "For a murder", "on suspicion of murder"; not "arrested in the raid"."""
    placed = [slot for slot in draft.predicate.slots if slot.name != "subject"]
    named = [slot.token for slot in placed if slot.name in FOR_WHAT]
    yield [*named, *(word for slot in placed if slot.token.lemma_.lower() in through for word in _below(slot.token))]


def _named(draft: Draft, through: Collection[str]) -> Iterator[list[Token]]:
    """First what fills a place of the claim or charge, or is what that is so many counts of, or a part in; then all else that
    stands by it."""
    placed = [slot.token for slot in draft.predicate.slots if slot.name in DEED_PLACES]
    yield [
        word for token in placed for word in (token, *_done(token), *(_below(token) if token.lemma_.lower() in through else ()))
    ]
    around = (word for word in draft.words if word.i != draft.token.i)
    yield [*around, *(below for word in draft.words for below in _below(word))]


def _below(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))


def _done(verb: Token) -> Iterator[Token]:
    """The attack of "accused of masterminding the attack"."""
    return (child for child in verb.children if child.dep_ == "dobj" and verb.dep_ == "pcomp")
