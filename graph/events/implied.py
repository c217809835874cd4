"""An event class found in a predicate in, the participants that the words for others in it imply out: whose a thing is, of whom
a group consists, what a store holds."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Lexicon, Predicate, Slot
from ..predicates.words import preposition_slots
from .frames import UNNAMED, VIOLENT, Filler, Match, Reading, fits

LEXICON_FREE = Lexicon()
TAKEN, ARM, PERSON = "Seizure", "Weapon", "Person"
HOLDING = frozenset({"contain", "hold", "hide", "store", "conceal"})


def owner_of_target(match: Match, reading: Reading, ontology: Ontology) -> Iterator[Filler]:
    """Force used on "bases of the militia" or "facilities belonging to it" was used on the militia."""
    if not ontology.is_a(match.type, VIOLENT):
        return
    for filler in match.fillers:
        if filler.role == "target" and filler.mention is not None and fits(reading.type_of(filler.mention), "Facility", ontology):
            for token in _owners(filler.slot.token):
                mention = reading.mention(token)
                if mention is not None and fits(reading.type_of(mention), "Organization", ontology) and mention != filler.mention:
                    yield Filler("target", Slot("of", token), mention)


def called(match: Match, reading: Reading) -> Iterator[Filler]:
    """ "Three men, Ana Ruiz, Juan Diaz and Luis Paz, were killed": those by whose names a group is called are of it."""
    told = {filler.mention.id for filler in match.fillers if filler.mention is not None}
    for filler in match.fillers:
        many = filler.slot.token.tag_ == "NNS" and filler.mention is not None and filler.mention.kind == "nominal"
        for name in _names(filler.slot.token) if filler.role in ("target", "agent") and many else ():
            mention = reading.mention(name)
            if mention is not None and mention.id not in told and (mention.kind, reading.type_of(mention)) == ("name", PERSON):
                told.add(mention.id)
                yield Filler(filler.role, Slot(filler.slot.name, name, True), mention)


def _names(group: Token) -> Iterator[Token]:
    """Behind the group or what counts it ("two of his guards, …"); a parser may join the second to the first one's town."""
    counted = group.head.head if group.dep_ == "pobj" and group.head.lower_ == "of" else group
    for first in (child for word in {group, counted} for child in word.rights if child.dep_ == "appos"):
        yield from (first, *first.conjuncts)
        towns = preposition_slots(first, LEXICON_FREE) if first.ent_type_ == "PERSON" else ()
        yield from (word for slot in towns for word in slot.token.conjuncts)


def _owners(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ in ("acl", "relcl") and child.lemma_.lower() in (
            "belong",
            "own",
            "hold",
            "run",
            "use",
            "operate",
            "occupy",
        ):
            yield from (slot.token for slot in preposition_slots(child, LEXICON_FREE) if slot.name in ("to", "by"))


def members(match: Match, predicate: Predicate, reading: Reading) -> Iterator[Filler]:
    """ "Leftists were arrested, including Ana Paz": those named are of the group to whom it was done, or who did it."""
    groups = [f for f in match.fillers if f.role in ("target", "agent") and f.mention is not None and f.mention.kind == "nominal"]
    last = max(groups, key=lambda f: f.slot.token.i, default=None)
    for filler in groups:
        inside = [*preposition_slots(filler.slot.token, LEXICON_FREE), *(predicate.slots if filler == last else ())]
        for slot in inside:
            mention = reading.mention(slot.token) if slot.name == "including" else None
            if mention is not None and reading.type_of(mention) in UNNAMED:
                yield Filler(filler.role, slot, mention)


def contents(match: Match, predicate: Predicate, reading: Reading, ontology: Ontology) -> Iterator[Filler]:
    """ "Found a depot containing mortars": who finds the store has found the arms in it."""
    if not ontology.is_a(match.type, TAKEN):
        return
    taken = {filler.mention.id for filler in match.fillers if filler.mention is not None}
    for word in (held for slot in predicate.fillers("object") for held in _held(slot.token)):
        mention = reading.mention(word)
        if mention is not None and mention.id not in taken and fits(reading.type_of(mention), ARM, ontology):
            yield Filler("target", Slot("object", word, True), mention)


def _held(store: Token) -> Iterator[Token]:
    """The mortars and rifles of "a depot containing mortars and a number of rifles"."""
    holding = (verb for verb in store.rights if verb.dep_ == "acl" and verb.lemma_.lower() in HOLDING)
    for first in (noun for verb in holding for noun in verb.rights if noun.dep_ == "dobj"):
        for noun in (first, *first.conjuncts):
            yield noun
            yield from (inner.token for inner in preposition_slots(noun, LEXICON_FREE) if inner.name == "of")
