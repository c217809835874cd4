"""A word that tells of a deed in, who takes part in it beside its own subject and object out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..parse import Token
from .phrases import Lexicon, Predicate, Slot
from .words import is_bare_object, preposition_slots, verb_lemma

HELPED, BACKING = "helped in", "in backing of"


def behind_people(verb: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """ "Met Ana Ruiz in Lima", "shot a man in Lima", "held talks with envoys in Lima": where somebody is told of is where it
    was."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    held = [noun for noun in objects if verb.lemma_.lower() in lexicon.light and noun.lemma_.lower() in lexicon.event_nouns]
    withs = (c for above in (verb, *held) for c in above.children if c.dep_ == "prep" and c.lower_ == "with")
    for person in (*objects, *(c for preposition in withs for c in preposition.children)):
        last = max((person, *person.conjuncts, *(c for c in person.children if c.dep_ == "appos")), key=lambda each: each.i)
        if last.ent_type_ == "PERSON" or last.lemma_.lower() in lexicon.people:
            places = (slot for slot in preposition_slots(last, lexicon) if slot.name in ("in", "at"))
            yield from (replace(slot, inherited=True) for slot in places)


def befallen_together(noun: Token) -> tuple[Token, ...]:
    """ "There were two men and a girl injured", "with two men and a girl injured": the participle behind the last of them tells
    of all; not so that of "police and a man named Ruiz"."""
    first = noun
    while first.dep_ in ("conj", "appos"):
        first = first.head
    there = first.dep_ == "attr" and any(child.dep_ == "expl" for child in first.head.children)
    absolute = first.dep_ == "pobj" and first.head.lower_ == "with" and first.head.dep_ == "prep"
    if first == noun or not (there or absolute):
        return (noun,)
    beside = [child for child in first.rights if child.dep_ == "appos" and child.i <= noun.i]
    return tuple(sorted({first, *first.conjuncts, *beside, *noun.conjuncts, noun}, key=lambda each: each.i))


def helped(verb: Predicate, lexicon: Lexicon) -> Iterator[Slot]:
    """ "Backs Iraq in the fight against them", "helped the army with the raid": what those do who are helped."""
    if verb_lemma(verb.token) in lexicon.helping:
        words = (verb.token, *(slot.token for slot in verb.fillers("object")))
        joined = (child for word in words for child in word.children if child.dep_ == "prep" and child.lower_ in ("in", "with"))
        yield from (Slot(HELPED, noun, True) for preposition in joined for noun in preposition.children if noun.dep_ == "pobj")


def backing(verb: Predicate, lexicon: Lexicon) -> Iterator[Slot]:
    """ "Marched in support of the miners", "made raids in support of them": who does so supports them."""
    words = (verb.token, *(slot.token for slot in verb.fillers("object")))
    joined = (child for word in words for child in word.children if child.dep_ == "prep" and child.lower_ == "in")
    nouns = (noun for preposition in joined for noun in preposition.children if noun.lemma_.lower() in lexicon.helping)
    yield from (Slot(BACKING, noun, True) for noun in nouns if is_bare_object(noun))


def suffered_by(participle: Token, lexicon: Lexicon) -> Token | None:
    """The judge of "the murdered judge", Ruiz of "the slain activist Ana Ruiz"; not so of "a murder victim"."""
    if participle.dep_ not in ("amod", "compound") or participle.lemma_.lower() not in lexicon.suffered:
        return None
    noun = participle.head.head if participle.head.dep_ == "compound" else participle.head
    told = participle.tag_ != "VBG" and participle.lower_ != participle.lemma_.lower() and participle.i < noun.i
    people = noun.lemma_.lower() in lexicon.people or noun.ent_type_ == "PERSON"
    return noun if told and people else None


def may_befall(verb: Token, slots: Sequence[Slot], lexicon: Lexicon) -> bool:
    """ "Wound" of "three wounded", "loot" of "shops looted": what befalls anybody, or a place."""
    lemma = verb.lemma_.lower()
    place = any(slot.name == "subject" and slot.token.lemma_.lower() in lexicon.places for slot in slots)
    return lemma in lexicon.befall or (place and lemma in lexicon.befall_places)
