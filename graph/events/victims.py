"""The verbs of an article in, drafts of the deaths and injuries of those whom they count among the dead or wounded out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..modality import status
from ..parse import Token
from ..predicates.phrases import Predicate, Slot
from ..predicates.words import preposition_slots
from .drafts import LEXICON_FREE, Draft
from .frames import Filler, Ground

PERSON_OR_GROUP = ("Person", "Group")


def named_victims(predicates: Sequence[Predicate], ground: Ground) -> Iterator[Draft]:
    """ "The dead included two nurses", "two nurses were among the wounded", "two of the wounded were nurses"."""
    kinds = dict(pair.split("=") for pair in ground.ontology.words("victims"))
    for verb in predicates:
        for victims, people in _counted_among(verb) if verb.pos == "v" else ():
            kind = kinds.get(victims.lower_) if any(child.lower_ == "the" for child in victims.lefts) else None
            fillers = tuple(_people(people, ground))
            if kind is not None and fillers:
                told = Predicate(victims, "n", support=verb.token)
                yield Draft(told, kind, (victims,), fillers, (), status(verb.token, ground.ontology), f"frame:{victims.lower_}#n")


def _counted_among(verb: Predicate) -> Iterator[tuple[Token, list[Slot]]]:
    subjects, named = list(verb.fillers("subject")), list(verb.fillers("object", "attr"))
    if verb.token.lemma_ == "include":
        yield from ((subject.token, named) for subject in subjects)
    elif verb.token.lemma_ == "be":
        yield from ((slot.token, subjects or named) for slot in verb.fillers("among"))
        yield from ((some.token, named) for subject in subjects for some in preposition_slots(subject.token, LEXICON_FREE))


def _people(slots: Sequence[Slot], ground: Ground) -> Iterator[Filler]:
    mentions = ((slot, ground.reading.mention(slot.token)) for slot in slots)
    for slot, mention in mentions:
        if mention is not None and ground.reading.type_of(mention) in PERSON_OR_GROUP:
            yield Filler("target", slot, mention)
