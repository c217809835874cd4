"""An event class found in a predicate in, the further places that the text tells it was at out.

A place lies in another; who or what was hit stood somewhere; and those who did it were where they did it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import Token
from ..predicates.phrases import Lexicon, Predicate, Slot
from ..predicates.words import preposition_slots
from .frames import UNNAMED, VIOLENT, Filler, Ground, Match, fits

SPOTTED = (VIOLENT, "Accident", "Disaster", "Coerce", "Death")
SPOTS = frozenset({"in", "at", "near", "inside", "outside", "across", "on"})
OCCASIONS, RIDE = frozenset({"during", "at", "in", "amid", "on", "aboard"}), "Vehicle"
MEANWHILE, ON_THE_WAY = frozenset({"when", "as", "while"}), SPOTS | {"through", "into"}
NAMED = 3
"""Words of a place of the grammar that names the occasion itself: "during protest in"."""
DESCRIBING = frozenset({"amod", "compound"})
WITHIN = frozenset({"in", "near"})
GPE = "GPE"
REALMS = ("Country", "Region", "City")
LEXICON_FREE = Lexicon()


def places_around(match: Match, predicate: Predicate, ground: Ground) -> Iterator[Filler]:
    """What happened "near a tower in Lima" happened in Lima; so did force used on "five facilities in Lima", "by rebels in
    Lima", "during a march in Lima" or "as they left a bar in Lima"; where "two kidnapped men in Lima" were is another thing."""
    described = predicate.token.dep_ in DESCRIBING
    if described or not any(ground.ontology.is_a(match.type, cls) for cls in SPOTTED):
        return
    told = [f for f in match.fillers if f.role == "place"]
    seen = {f.mention.id for f in told if f.mention is not None}
    for slot, classes in _around(match, predicate, ground):
        mention = ground.reading.mention(slot.token)
        if mention is None or mention.id in seen:
            continue
        if any(fits(ground.reading.type_of(mention), cls, ground.ontology) for cls in classes):
            seen.add(mention.id)
            yield Filler("place", slot, mention)


def _around(match: Match, predicate: Predicate, ground: Ground) -> Iterator[tuple[Slot, tuple[str, ...]]]:
    """The places of the nearest thing that has any told, and the classes they must be of."""
    told = [f for f in match.fillers if f.role == "place"]
    hit = [f for f in match.fillers if f.role == "target" and ground.ontology.is_a(match.type, VIOLENT)]
    for filler in told or hit:
        yield from ((slot, ("Place",)) for slot in wider_places(filler.slot.token, ground))
    yield from ((slot, ("Place",)) for slot in (*_occasions(predicate, ground), *_meanwhile(predicate, ground)) if not told)
    doers = (f for f in match.fillers if f.role == "agent" and f.slot.token.i > predicate.token.i)
    for filler in doers if not told else ():
        yield from ((slot, REALMS) for slot in wider_places(filler.slot.token, ground) if slot.name in WITHIN)


def _occasions(predicate: Predicate, ground: Ground) -> Iterator[Slot]:
    """Where the march of "killed during a march in Lima" was, the raid of "died in a raid in Lima", the bus of "shot on a bus in
    Lima"."""
    for slot in predicate.slots:
        words = slot.name.split()
        if words[0] not in OCCASIONS or slot.inherited:
            continue
        if len(words) == NAMED and words[-1] in SPOTS:
            yield slot
        elif len(words) == 1 and (slot.token.i in ground.reading.event_words or _is_ride(slot.token, ground)):
            yield from wider_places(slot.token, ground)


def _is_ride(noun: Token, ground: Ground) -> bool:
    mention = ground.reading.mention(noun)
    return mention is not None and fits(ground.reading.type_of(mention), RIDE, ground.ontology)


def _meanwhile(predicate: Predicate, ground: Ground) -> Iterator[Slot]:
    """Where those whom it befell were then: "was shot as she left a bar in Lima", "while travelling in Peru"."""
    for clause in predicate.token.children if predicate.pos == "v" else ():
        if clause.dep_ == "advcl" and any(child.lower_ in MEANWHILE for child in clause.lefts) and _is_of_theirs(clause):
            yield from (slot for slot in preposition_slots(clause, LEXICON_FREE) if slot.name in ON_THE_WAY)
            for inner in (*clause.children, *(noun for each in clause.children if each.dep_ == "prep" for noun in each.children)):
                yield from wider_places(inner, ground) if inner.dep_ in ("dobj", "pobj") else ()


def _is_of_theirs(clause: Token) -> bool:
    """Without a subject of its own, or with one that points back: "she", "their convoy"."""
    subjects = [child for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    return all(word.pos_ == "PRON" or any(child.tag_ == "PRP$" for child in word.lefts) for word in subjects)


def wider_places(token: Token, ground: Ground) -> Iterator[Slot]:
    """ "On the road near the village in Tecoluca", "the car of a judge in Lima", "at a substation located in Lima", "in Tecoluca,
    El Salvador": what holds a place, and what holds that."""
    behind = (child for child in token.rights if child.dep_ == "appos" and token.ent_type_ == GPE)
    yield from (Slot("in", child) for child in behind if child.ent_type_ == GPE)
    situated = (c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in ground.lexicon.situated)
    corner = [token.head.head] if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN" else []
    for word in (token, *situated, *corner):
        for slot in preposition_slots(word, LEXICON_FREE):
            if slot.name in SPOTS and slot.token.i != token.i:
                yield slot
                yield from wider_places(slot.token, ground)
            elif slot.name == "of" and slot.token.i > token.i and not _is_somebody(token, ground):
                yield from wider_places(slot.token, ground)


def _is_somebody(token: Token, ground: Ground) -> bool:
    """ "An aide of the mayor in Lima" may himself be elsewhere."""
    mention = ground.reading.mention(token)
    return mention is not None and ground.reading.type_of(mention) in UNNAMED
