"""A predicate and the vocabulary's frames in, the event class it means and the fillers of its roles out.

Among the frames whose trigger words are there, whose required roles are filled by the classes they ask for and whose
forbidden places are empty, the one with the most trigger words wins, then the one with most roles filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import Chain, Mention
from ..ontology import Frame, Ontology, RoleSlot, Trigger
from ..parse import Doc, Token
from ..predicates.phrases import Lexicon, Predicate, Slot
from ..predicates.words import preposition_slots
from .described import may_tell, only_names
from .triggers import trigger_tokens, triggers_of, words_around

EVENT, SPEECH, MODEL, FACILITY, MEANS, DOER = "Event", "Statement", "Product", "Facility", "instrument", "agent"
ACTING_PLACES = frozenset({"Country"})
ACTING_ON_BEHALF = frozenset({"Actor", "Organization", "Government"})
OPINIONS = frozenset({"Accuse", "Reject", "Support"})
AIMED = frozenset({"against", "on", "at", "with", "to", "between"})
ATTACK, COUNTRY = "Attack", "Country"
PLACE_ROLES = frozenset({"place", "origin", "destination"})
GOING, VIOLENT = "Departure", "Assault"
UNNAMED = frozenset({"Group", "Person"})
UNNAMED_PLACES = frozenset({"demonym", "compound"})
THING, WHERE = "it", frozenset({"on", "in"})
BETWEEN, FIGHT = "between", "ArmedClash"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: its head word, and the mention that covers it (absent for events)."""

    role: str
    slot: Slot
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in a predicate; `words` are the tokens of its trigger in text order."""

    type: str
    words: tuple[Token, ...]
    fillers: tuple[Filler, ...]
    trigger: Trigger
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of an article's words before events are read: the mention of a word, its class, event words."""

    doc: Doc
    mention_at: Mapping[int, Mention]
    chains: Mapping[str, Chain]
    event_words: Mapping[int, Predicate]

    def mention(self, token: Token) -> Mention | None:
        return self.mention_at.get(token.i)

    def type_of(self, mention: Mention) -> str:
        """The class of its chain; of a thing of some make, what the noun says it is: "an AK-47 rifle"."""
        chain = self.chains.get(mention.entity or "")
        if chain is not None and chain.type == MODEL and mention.kind == "nominal":
            return mention.type
        return chain.type if chain is not None else mention.type


def match_frame(predicate: Predicate, reading: Reading, ontology: Ontology, lexicon: Lexicon) -> Match | None:
    """The best reading of a predicate as an event class, or None if no frame fits."""
    triggers, ground = triggers_of(predicate, ontology), Ground(reading, ontology, lexicon)
    lemma = predicate.token.lemma_.lower()
    near = words_around(predicate) if any(len(trigger.words) > 1 for trigger in triggers) else {}
    found = [
        match
        for trigger in triggers
        if (words := trigger_tokens(predicate, trigger, near, lemma)) and (match := _try(predicate, trigger, words, ground))
    ]
    return max(found, key=lambda m: (m.score, m.type), default=None)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every predicate of an article is read on."""

    reading: Reading
    ontology: Ontology
    lexicon: Lexicon


def _try(predicate: Predicate, trigger: Trigger, words: tuple[Token, ...], ground: Ground) -> Match | None:
    frame = frames_by_type(ground.ontology)[trigger.type]
    if any(only_names(word, words, ground.ontology) for word in words):
        return None
    own = _slots(predicate, words, ground.lexicon)
    slots = [_seated(slot, words, ground) for slot in (_at_home(own, frame, ground) if predicate.pos == "n" else own)]
    if ground.ontology.is_a(frame.type, GOING) and _is_happening(predicate, ground.reading):
        return None
    if not ground.ontology.is_a(frame.type, SPEECH) and ground.ontology.codes(frame.type).root not in OPINIONS:
        slots += [slot for slot in _through(predicate, ground.lexicon) if not _is_where(frame, slot, ground)]
    if any(slot.name in frame.absent for slot in slots):
        return None
    fillers = _besides(words, tuple(_fill(frame, slots, words, ground)))
    filled = {filler.role for filler in fillers}
    asked = (role for role in frame.roles if role.required and role.role not in filled)
    if not all(_is_counted(role, slots, ground.lexicon) for role in asked):
        return None
    score = _score(frame, trigger, fillers, ground.ontology)
    if predicate.pos == "n" and ground.ontology.is_a(frame.type, VIOLENT):
        fillers = tuple(replace(f, role="target") if (f.role, f.slot.name) == (MEANS, "object") else f for f in fillers)
    return Match(frame.reads, words, fillers, trigger, score)


def _is_happening(predicate: Predicate, reading: Reading) -> bool:
    """ "The blast left the city without power": what happens goes nowhere."""
    return predicate.pos == "v" and any(
        slot.token.i in reading.event_words and slot.token.i not in reading.mention_at
        for slot in predicate.fillers("subject")
        if not slot.inherited
    )


def _is_counted(role: RoleSlot, slots: Sequence[Slot], lexicon: Lexicon) -> bool:
    """ "Thousands marched in Lima": people of whom only the number is told."""
    people = "Group" in role.classes and not role.among
    counted = (slot.token for slot in slots if slot.name in role.slots and slot.token.tag_ == "NNS")
    return people and any(token.lemma_.lower() in lexicon.uncounted for token in counted)


def _besides(words: Sequence[Token], fillers: Sequence[Filler]) -> tuple[Filler, ...]:
    """Without the trigger's own noun where another fills its role: "took 18 people hostage"; no "blew himself up"; nobody is
    called as the kind of attack is: "Dynamite attack"."""
    own = {word.i for word in words}
    fillers = [f for f in fillers if f.role != DOER or f.slot.name not in UNNAMED_PLACES or f.slot.token.i not in own]
    others = [filler for filler in fillers if filler.slot.token.i not in own]
    return tuple(
        f for f in fillers if f.slot.token.i not in own or _stands(f, [other for other in others if other.role == f.role])
    )


def _stands(own: Filler, others: Sequence[Filler]) -> bool:
    """ "Destroyed two cars and a bridge": what is named beside the trigger's own noun takes nothing from it."""
    token = own.slot.token
    joined = token.dep_ in ("conj", "appos") or all(other.slot.token in token.conjuncts for other in others)
    return joined and token.pos_ != "PRON" and (own.mention is None or not others or own.mention.type not in UNNAMED)


def _at_home(slots: Sequence[Slot], frame: Frame, ground: Ground) -> list[Slot]:
    """The country of "Kenya attack", "Pakistan bombing" is where it was, unless they say on whom; "Israel strike" is by it."""
    aimed = any(slot.name in ("against", "on") for slot in slots)
    local = any(ground.ontology.is_a(frame.type, kind) for kind in ground.ontology.words("at_home"))
    if aimed or not (local or frame.type == ATTACK):
        return list(slots)
    return [replace(slot, name="in") if _is_country(slot, ground) else slot for slot in slots]


def _is_country(slot: Slot, ground: Ground) -> bool:
    mention = ground.reading.mention(slot.token) if slot.name == "compound" else None
    return mention is not None and mention.kind == "name" and ground.reading.type_of(mention) == COUNTRY


def _seated(slot: Slot, words: Sequence[Token], ground: Ground) -> Slot:
    """The country of "a Peru market blast" is where the market is; so is that of "in Peru, rebels carried out an attack"."""
    if slot.name == "in" and slot.inherited and slot.token.i < words[0].i:
        return replace(slot, name="within")
    if slot.name != "compound":
        return slot
    between = slot.token.doc[slot.token.i + 1 : words[0].i]
    found = (ground.ontology.nouns.get(word.lemma_.lower(), "") for word in between if word.dep_ == "compound")
    return replace(slot, name="in") if any(ground.ontology.is_a(cls, "Place") for cls in found) else slot


def _is_where(frame: Frame, slot: Slot, ground: Ground) -> bool:
    """Whether a frame reads a place of the grammar first as one on the map: what is aimed at through another word is none."""
    mention = ground.reading.mention(slot.token)
    house = slot.name == "to" and mention is not None and ground.ontology.is_a(ground.reading.type_of(mention), FACILITY)
    return house or next((role.role in PLACE_ROLES for role in frame.roles if slot.name in role.slots), False)


@lru_cache(maxsize=4)
def frames_by_type(ontology: Ontology) -> dict[str, Frame]:
    return {frame.type: frame for frame in ontology.frames}


def _score(frame: Frame, trigger: Trigger, fillers: Sequence[Filler], ontology: Ontology) -> float:
    own = {role.role: role for role in frame.roles}
    gain = {f.role: 0.5 if f.slot.inherited else 1.0 for f in fillers}
    asked = sum(1.5 if role.among else 1.0 for role in own.values() if role.required)
    return 10.0 * len(trigger.words) + sum(gain.values()) + asked + 0.1 * ontology.depth(trigger.type)


# ------------------------------------------------------------------------------------------------------------ places
def _slots(predicate: Predicate, words: Sequence[Token], lexicon: Lexicon) -> list[Slot]:
    """The predicate's places; a noun or adjective of the trigger lends its own ("fire tear gas at", "is responsible for")."""
    nouns = (token for token in words if token.i != predicate.token.i and token.pos_ in ("NOUN", "PROPN", "ADJ"))
    return [*predicate.slots, *(slot for noun in nouns for slot in preposition_slots(noun, lexicon))]


def _through(predicate: Predicate, lexicon: Lexicon) -> list[Slot]:
    """What is threatened or tried names its target: "threatened to retaliate against Iran", "threaten reprisals on X".

    Not so what is condemned or praised: "condemned airstrikes on bases" says nothing against the bases.
    """
    if predicate.pos == "n":
        return []
    named = {slot.name for slot in predicate.slots}
    below = [slot.token for slot in predicate.slots if slot.name in ("xcomp", "object")]
    found = [
        slot for token in below for slot in preposition_slots(token, lexicon) if slot.name in AIMED and slot.name not in named
    ]
    return [replace(slot, inherited=True) for slot in found]


# ------------------------------------------------------------------------------------------------------------- roles
def _fill(frame: Frame, slots: Sequence[Slot], words: Sequence[Token], ground: Ground) -> Iterator[Filler]:
    acted_on = any(slot.name == "object" and not slot.inherited and slot.token not in words for slot in slots)
    places: dict[str, list[Slot]] = {}
    for slot in slots:
        places.setdefault(slot.name, []).append(slot)
    taken: dict[int, str] = {}
    for role in frame.roles:
        asked = [name for name in _asked(role, acted_on) if name in places]
        free = {name: [slot for slot in places[name] if slot.token.i not in taken] for name in asked}
        for filler in _fillers(role, free, ground.reading, ground.ontology) if free else ():
            here, beside = filler.slot.token.i, filler.slot.token.conjuncts
            told = (taken.get(other.i, role.role) == role.role for other in beside)
            sides = filler.slot.name == BETWEEN and ground.ontology.is_a(frame.type, FIGHT)
            if sides and role.role == DOER and not _is_first_side(filler.slot.token):
                continue
            if here not in taken and (all(told) or sides or frame.type in mutual(ground.ontology)):
                taken[here] = role.role
                yield filler


def _is_first_side(token: Token) -> bool:
    """ "A battle between troops and rebels": the first named fight the others."""
    return all(other.i > token.i for other in token.conjuncts)


@lru_cache(maxsize=4)
def mutual(ontology: Ontology) -> frozenset[str]:
    """The frames of which "A and B" may be who does it and to whom, told apart by their words: "crowds and police clashed"."""
    acting = {frame.type: {role.role: role.among for role in frame.roles if "subject" in role.slots} for frame in ontology.frames}
    return frozenset(type_ for type_, roles in acting.items() if roles.get(DOER) and "target" in roles)


def _asked(role: RoleSlot, acted_on: bool) -> Sequence[str]:
    """Where the verb has an object, what it is done to is not its subject: "planes bombed the palace"; nor where it is done."""
    if not acted_on or "object" not in role.slots:
        return role.slots
    behind = {*role.slots[role.slots.index("object") :]} & ({"subject", *WHERE} if role.role == "target" else {"subject"})
    return [name for name in role.slots if name not in behind]


def _fillers(role: RoleSlot, places: Mapping[str, Sequence[Slot]], reading: Reading, ontology: Ontology) -> list[Filler]:
    """The fillers of the first of a role's places that holds any: "subject" before "of"; of all, where it is a place.

    What the noun says itself of its target is kept beside what its verb lends it: "the shelling of the market killed ten".
    """
    found: list[Filler] = []
    for name, slots in places.items():
        told = [f for slot in slots if (f := _filler(role, slot, reading, ontology))]
        found += [f for f in told if not (found and f.slot.inherited)]
        if found and role.role not in PLACE_ROLES and not (name == "object" and all(f.slot.inherited for f in found)):
            break
    return found


def _filler(role: RoleSlot, slot: Slot, reading: Reading, ontology: Ontology) -> Filler | None:
    told = not role.among or slot.token.lemma_.lower() in ontology.words(role.among)
    if slot.token.i in reading.event_words and told and may_tell(slot.token, role, ontology):
        return Filler(role.role, slot)
    token = slot.token if _stands_alone(slot.token, role, ontology) else content_word(slot.token, reading)
    mention = reading.mention(token)
    if mention is None or (slot.name in UNNAMED_PLACES and mention.kind != "name" and role.role != MEANS):
        return None
    named = slot.name not in UNNAMED_PLACES
    if role.classes and not any(_may_be(mention, cls, reading, ontology, on_behalf=named) for cls in role.classes):
        return None
    if role.among and not _is_among(mention, token, role, reading, ontology):
        return None
    return Filler(role.role, slot if token is slot.token else replace(slot, token=token), mention)


def _stands_alone(word: Token, role: RoleSlot, ontology: Ontology) -> bool:
    """ "The president of Peru", "the name of a woman", "the morale of the rebels": neither Peru, the woman nor the rebels."""
    lemma = word.lemma_.lower()
    apart = lemma in ontology.words("apart") or lemma in ontology.words("abstract")
    return lemma in ontology.titles or lemma in ontology.words("likeness") or (apart and role.role not in PLACE_ROLES)


def _is_among(mention: Mention, token: Token, role: RoleSlot, reading: Reading, ontology: Ontology) -> bool:
    """Bodies and names are; people are if their noun is, or that of whom they consist ("a convoy of troops", "members of the
    militia"); "they" of whom nothing is known are not."""
    cls = reading.type_of(mention)
    if mention.kind == "name" or (cls not in UNNAMED and not _is_anybody(mention, cls)):
        return True
    inside = [c for prep in token.children if prep.lower_ == "of" for c in prep.children]
    bodies = (reading.type_of(body) for c in inside if (body := reading.mention(c)) is not None)
    told = any(word.lemma_.lower() in ontology.words(role.among) for word in (token, *inside))
    return told or any(fits(cls, wanted, ontology) for cls in bodies for wanted in role.classes if wanted not in UNNAMED)


def content_word(token: Token, reading: Reading) -> Token:
    """ "dozens" of "dozens of protesters" → "protesters", "one of them, Ana Ruiz" → Ana Ruiz; any word that is a mention or an
    event itself stays."""
    if token.i in reading.mention_at or token.i in reading.event_words:
        return token
    called = (c for c in token.children if c.dep_ == "appos" and c.i in reading.mention_at)
    if token.lower_ == "one" and (name := next(called, None)) is not None:
        return name
    inner = (c for prep in token.children if prep.dep_ == "prep" and prep.lower_ == "of" for c in prep.children)
    return next((c for c in inner if c.dep_ == "pobj" and c.i in reading.mention_at and not _owns(c, reading)), token)


def _owns(token: Token, reading: Reading) -> bool:
    """ "The grave of Ana Ruiz" is not Ana Ruiz."""
    mention = reading.mention(token)
    return mention is not None and mention.kind == "name" and reading.type_of(mention) == "Person"


def _may_be(mention: Mention, wanted: str, reading: Reading, ontology: Ontology, *, on_behalf: bool) -> bool:
    """Whether its class fits; "they" that nobody is known for may be any people, "it" may not; "Iraq protests" are no body's."""
    cls = reading.type_of(mention)
    return (ontology.is_a(cls, wanted) if not on_behalf else fits(cls, wanted, ontology)) or (
        _is_anybody(mention, cls) and wanted in UNNAMED and mention.text.lower() != THING
    )


def _is_anybody(mention: Mention, cls: str) -> bool:
    return mention.kind == "pronoun" and cls == "Actor"


def fits(cls: str, wanted: str, ontology: Ontology) -> bool:
    """Whether a filler's class is of the wanted one; a country also counts as the actor it is."""
    return ontology.is_a(cls, wanted) or (cls in ACTING_PLACES and wanted in ACTING_ON_BEHALF)
