"""The predicates of an article and what its words are known to be in, drafts of its events out: class, roles, figures, status.

What no frame understands is kept as a plain `Event` if somebody or something spoken of takes part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..figures import single, summed
from ..modality import Status, status
from ..model import ASIDE, Argument, Mention, Value
from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Lexicon, Predicate, Slot
from ..predicates.words import preposition_slots, verb_lemma
from .certainty import is_undivided, told_status
from .frames import DOER, EVENT, VIOLENT, Filler, Ground, Match, Reading, fits, frames_by_type, match_frame
from .implied import called, contents, members, owner_of_target
from .scenery import places_around
from .silent import (
    is_discharged,
    is_done_by_things,
    is_drill,
    is_empty,
    is_entrusted,
    is_figurative,
    is_pastime,
    is_ready,
    is_to_oneself,
    is_untold,
    says_nothing,
    tells_nothing,
)
from .tolls import TOLLS, amounts

FIGURES: tuple[tuple[str, str, str, str], ...] = (
    # (class of event, role whose filler is counted, class of filler, figure)
    ("Killing", "target", "Actor", "fatalities"),
    ("Execution", "target", "Actor", "fatalities"),
    ("Assassination", "target", "Actor", "fatalities"),
    ("Death", "target", "Actor", "fatalities"),
    ("Injury", "target", "Actor", "injuries"),
    ("Arrest", "target", "Actor", "arrests"),
    ("Detention", "target", "Actor", "arrests"),
    ("TroopDeployment", "instrument", "Actor", "troops"),
    ("TroopDeployment", "target", "Actor", "troops"),
    ("Protest", "agent", "Actor", "participants"),
    ("Assault", "target", "Facility", "facilitiesHit"),
)
SAID, PLAIN, TAKEN_UP = "Statement", "plain", "taken up"
INQUIRY = "Investigation"
TELLING = frozenset({"Warning", "Denial"})
"""Of what is so or to be feared, which is turned against nobody: "warned that people may starve", "denied that they fled"."""
LEXICON_FREE = Lexicon()
ADDRESSED = (
    ("Request", "recipient"),
    ("Reject", "target"),
    ("Threaten", "target"),
    ("Support", "target"),
    ("Accuse", "target"),
    ("Permission", "recipient"),
    ("Concession", "recipient"),
)
AUTHORITIES = ("Government", "GovernmentAgency", "SecurityForce", "City", "Region", "Country")
PUBLIC = ("Protest", "Performance", "Election", "Contest")
GIVERS = frozenset({"from", "by"})
SPEAKERS = (frozenset({"we", "us", "our"}), frozenset({"i", "me", "my"}), frozenset({"you", "your"}))
COLLECTIVE = frozenset({"number", "group", "crowd", "family", "couple"})
COUNTS_ONE = frozenset({"fatalities", "injuries"})
COUNTS_PEOPLE = frozenset({"fatalities", "injuries", "arrests", "participants"})
PAST = frozenset({"VBD", "VBN"})
HEADS_COUNTED = frozenset({"nsubj", "nsubjpass", "nummod"})
ONLY_ALIKE = (
    is_discharged,
    is_done_by_things,
    is_drill,
    is_entrusted,
    is_figurative,
    is_pastime,
    is_ready,
    is_to_oneself,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one predicate tells it, before events are joined to each other."""

    predicate: Predicate
    type: str
    words: tuple[Token, ...]
    fillers: tuple[Filler, ...]
    figures: tuple[Argument, ...]
    status: Status
    rule: str

    @property
    def token(self) -> Token:
        return self.predicate.token

    @property
    def mentioned(self) -> bool:
        """Whether anybody or anything spoken of takes part in it."""
        return any(f.mention is not None for f in self.fillers)

    def mentions(self, *roles: str) -> set[str]:
        return {f.mention.id for f in self.fillers if f.mention is not None and f.role in roles}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures of the text by the index of the word they count."""

    by_word: Mapping[int, Value]

    def of(self, token: Token) -> Value | None:
        """The figure that counts a word, through "dozens of" or directly: of "20 of the 90 passengers" it is 20."""
        above = token.head
        if token.dep_ == "pobj" and above.lower_ == "of" and above.head.i in self.by_word:
            return self.by_word[above.head.i]
        return self.by_word.get(token.i)


def draft_events(predicates: Sequence[Predicate], numbers: Numbers, ground: Ground) -> Iterator[Draft]:
    """One draft a predicate at most, in text order."""
    reading, ontology, lexicon = ground.reading, ground.ontology, ground.lexicon
    for predicate in predicates:
        if predicate.pos == "n" and tells_nothing(predicate, reading, ontology):
            continue
        match = match_frame(predicate, reading, ontology, lexicon)
        draft = _framed(predicate, match, numbers, ground) if match else _plain(predicate, reading, ontology, lexicon)
        if draft is not None:
            yield draft


def _framed(predicate: Predicate, match: Match, numbers: Numbers, ground: Ground) -> Draft | None:
    reading, ontology, lexicon = ground.reading, ground.ontology, ground.lexicon
    if any(test(match, predicate.token, ontology) for test in ONLY_ALIKE):
        return None
    if match.type == SAID and says_nothing(match, predicate, ontology):
        return None
    figures = tuple(_told_figures(match, predicate, numbers, ground))
    if match.trigger.type in TOLLS and not figures:
        return None
    implied = (
        *places_around(match, predicate, ground),
        *owner_of_target(match, reading, ontology),
        *_addressed(match, predicate, ground),
        *members(match, predicate, reading),
        *called(match, reading),
        *contents(match, predicate, reading, ontology),
    )
    found = told_status(match, predicate, ontology, lexicon)
    return Draft(
        predicate,
        match.type,
        match.words,
        tuple(_told_fillers(replace(match, fillers=(*_without_media(match, ontology), *implied)), predicate, found, ground)),
        figures,
        found,
        f"frame:{'_'.join(match.trigger.words)}#{match.trigger.pos}",
    )


def _told_fillers(match: Match, predicate: Predicate, found: Status, ground: Ground) -> Iterator[Filler]:
    """Without the doer that only a verb of no fact names, and who "postponed the rally" of others."""
    verb = predicate.support
    sure = verb is None or vouches(verb, status(verb, ground.ontology), found)
    public = any(ground.ontology.is_a(match.type, cls) for cls in PUBLIC)
    put_off = public and verb is not None and verb_lemma(verb) in ground.ontology.words("calling_off")
    for filler in match.fillers:
        lent = filler.role == DOER and filler.slot.inherited
        if not lent or (sure and not (put_off and _is_authority(filler, ground))):
            yield filler


def _is_authority(filler: Filler, ground: Ground) -> bool:
    cls = ground.reading.type_of(filler.mention) if filler.mention is not None else ""
    office = filler.slot.token.lemma_.lower() in ground.ontology.titles
    return office or any(ground.ontology.is_a(cls, kind) for kind in AUTHORITIES)


def vouches(verb: Token, told: Status, found: Status) -> bool:
    """Whether what a verb says of who did a deed holds for it: not "denied carrying out the raid", for the raid was; but what is
    claimed of another ("claims Iran ordered the raid") is told with who claims it."""
    if found.modality != "actual" or (told.modality, told.polarity) == (found.modality, found.polarity):
        return True
    return told.stance not in (None, "denies") and any(child.dep_ == "nsubj" for child in verb.children)


def _without_media(match: Match, ontology: Ontology) -> Iterator[Filler]:
    """ "Condemned the attack on Twitter" tells where it was condemned."""
    for filler in match.fillers:
        medium = filler.slot.name == "on" and filler.slot.token.lemma_.lower() in ontology.words("medium")
        if not (medium and ontology.is_a(match.type, VIOLENT)):
            yield filler


def _addressed(match: Match, predicate: Predicate, ground: Ground) -> Iterator[Filler]:
    """Whom words are turned to, where the grammar names no one: who is to act ("demands that Sudan leave"), else whose
    thing it is ("rejected a Senegalese plan")."""
    role = next((role for root, role in ADDRESSED if ground.ontology.is_a(match.type, root)), None)
    if role is None or predicate.pos == "n" or any(f.role in ("target", "recipient") for f in match.fillers):
        return
    parts = _parts(match.fillers)
    for slot in predicate.slots:
        if slot.name == "ccomp" and match.type in TELLING:
            continue
        befallen = _befallen(slot.token, ground)
        for token in _actors_of(slot, match.type == INQUIRY):
            mention = ground.reading.mention(token)
            if (
                mention is None
                or mention.entity in parts
                or token.i in befallen
                or _is_of_doer(token, mention, match, ground.lexicon)
            ):
                continue
            if fits(ground.reading.type_of(mention), "Actor", ground.ontology):
                yield Filler(role, replace(slot, token=token, inherited=True), mention)


def _is_of_doer(owner: Token, mention: Mention, match: Match, lexicon: Lexicon) -> bool:
    """ "We demand our right", "to show our solidarity", "Ruiz's suit, filed in May": what is the doer's own."""
    inside, verb = owner.head in match.words, owner.head.head
    if owner.dep_ == "poss" and inside and verb_lemma(verb) in lexicon.light:
        return True
    if owner.tag_ != "PRP$":
        return False
    doers = {f.slot.token.lower_ for f in match.fillers if f.role == "agent"}
    return (inside and mention.entity is None) or any(owner.lower_ in ours and doers & ours for ours in SPEAKERS)


def _befallen(noun: Token, ground: Ground) -> set[int]:
    """Those whom an event noun befell: who condemns "their deaths" has nothing against them."""
    told = ground.reading.event_words.get(noun.i)
    match = match_frame(told, ground.reading, ground.ontology, ground.lexicon) if told is not None and told.pos == "n" else None
    return {filler.slot.token.i for filler in match.fillers if filler.role != "agent"} if match is not None else set()


def _actors_of(slot: Slot, befallen: bool = False) -> list[Token]:
    """Who does what the clause tells; with `befallen` also to whom it is done: "investigates whether Ruiz was bribed"."""
    if slot.name == "ccomp":
        acting = befallen or any(c.dep_ == "auxpass" and c.lemma_ == "get" for c in slot.token.children)
        return [c for c in slot.token.children if c.dep_ == "nsubj" or (acting and c.dep_ == "nsubjpass")]
    if slot.name != "object":
        return []
    givers = [given.token for given in preposition_slots(slot.token, LEXICON_FREE) if given.name in GIVERS]
    return givers or [c for c in slot.token.children if c.dep_ in ("amod", "poss", "compound")]


def _plain(predicate: Predicate, reading: Reading, ontology: Ontology, lexicon: Lexicon) -> Draft | None:
    """What tells of no deed, of nobody known or only of what might have been is told aside: of no event of the graph."""
    if predicate.pos == "n" or is_empty(predicate.token, ontology, lexicon):
        return None
    fillers = tuple(_plain_fillers(predicate, reading, ontology))
    parts = [f.mention for f in fillers if f.role in ("agent", "target") and f.mention is not None]
    if not parts or not predicate.token.is_alpha:
        return None
    found = status(predicate.token, ontology)
    told = any(mention.entity for mention in parts) and found.modality != "hypothetical" and not is_untold(predicate, ontology)
    return Draft(predicate, EVENT, (predicate.token,), fillers, (), found, PLAIN if told else ASIDE)


def _plain_fillers(predicate: Predicate, reading: Reading, ontology: Ontology) -> Iterator[Filler]:
    general = {"subject": "agent", "object": "target", "indirect": "recipient"}
    places = {
        "in": "place",
        "at": "place",
        "near": "place",
        "outside": "place",
        "from": "origin",
        "to": "destination",
        "into": "destination",
    }
    for slot in predicate.slots:
        mention = reading.mention(slot.token)
        if mention is None:
            continue
        if slot.name in general:
            yield Filler(general[slot.name], slot, mention)
        elif slot.name in places and fits(reading.type_of(mention), "Place", ontology):
            yield Filler(places[slot.name], slot, mention)


# ----------------------------------------------------------------------------------------------------------- figures
def _told_figures(match: Match, predicate: Predicate, numbers: Numbers, ground: Ground) -> Iterator[Argument]:
    if match.trigger.type in TOLLS:
        yield from _toll(match, predicate, numbers, ground.ontology)
    else:
        yield from _figures(match, ground.reading, numbers, ground.ontology)
        yield from _bare_figures(match, predicate, numbers, ground)


def _figures(match: Match, reading: Reading, numbers: Numbers, ontology: Ontology) -> Iterator[Argument]:
    if is_undivided(match):
        return
    told: set[str] = set()
    for event_class, role, filler_class, figure in FIGURES:
        if figure not in told and _counts(match, event_class, ontology):
            counted: dict[Token, Value] = {}
            for filler in match.fillers:
                cls = reading.type_of(filler.mention) if filler.role == role and filler.mention is not None else ""
                value = _counted(filler, figure, cls, numbers, ontology) if fits(cls, filler_class, ontology) else None
                if value is not None:
                    counted[filler.slot.token] = value
                    told.add(figure)
            yield from (Argument(figure, value=value) for value in summed(counted))


def _counts(match: Match, event_class: str, ontology: Ontology) -> bool:
    """A rocket that killed six is a bombardment by its class, and a killing by its verb."""
    harming = ontology.words("harming")
    return ontology.is_a(match.type, event_class) or any(f"{w.lemma_.lower()}={event_class}" in harming for w in match.words)


def _counted(filler: Filler, figure: str, cls: str, numbers: Numbers, ontology: Ontology) -> Value | None:
    one = figure in COUNTS_ONE and not fits(cls, "Organization", ontology)
    return numbers.of(filler.slot.token) or (_one(filler) if one else None)


def _bare_figures(match: Match, predicate: Predicate, numbers: Numbers, ground: Ground) -> Iterator[Argument]:
    """ "Killed 24", "dozens of others were wounded", "left 12 dead": a number that stands for those it counts."""
    told = {f.slot.token.i for f in match.fillers}
    for event_class, role, _, figure in FIGURES:
        if figure not in COUNTS_PEOPLE or not _counts(match, event_class, ground.ontology) or is_undivided(match):
            continue
        for token in _counted_alone(match, predicate, role, ground):
            value = numbers.of(token) if token.i not in told and token.i not in ground.reading.mention_at else None
            if value is not None and not any(c.i in told for c in token.subtree):
                told.add(token.i)
                yield Argument(figure, value=value)


def _toll(match: Match, predicate: Predicate, numbers: Numbers, ontology: Ontology) -> Iterator[Argument]:
    """The first number that the toll is put at."""
    figure = next(figure for event_class, _, _, figure in FIGURES if ontology.is_a(match.type, event_class))
    named = amounts(predicate.token, ontology.words("amounting"), ontology.words("outdated"))
    told = (numbers.of(token) for token in named)
    yield from (Argument(figure, value=value) for value in islice(filter(None, told), 1))


def _counted_alone(match: Match, predicate: Predicate, role: str, ground: Ground) -> Iterator[Token]:
    frame = frames_by_type(ground.ontology)[match.trigger.type]
    slots = {name for place in frame.roles if place.role == role for name in place.slots}
    others = [word for word in match.words if word.i != predicate.token.i]
    inside = (c for word in others for c in word.children if c.dep_ in HEADS_COUNTED)
    yield from (word for word in (others if predicate.pos == "v" else match.words[-1:]) if _is_each(word, ground))
    for token in (*(slot.token for slot in predicate.fillers(*slots)), *inside):
        if token.like_num or token.pos_ == "NUM" or token.lemma_.lower() in ground.lexicon.uncounted:
            yield token


def _is_each(word: Token, ground: Ground) -> bool:
    """ "10 deaths", "claimed 17 lives", "made 69 arrests": the noun itself is counted, one for each."""
    return word.tag_ == "NNS" and word.lemma_.lower() in ground.ontology.words("one_each")


def _one(filler: Filler) -> Value | None:
    """ "an American contractor" is one; "a crowd" is not."""
    token = filler.slot.token
    return None if filler.mention is None or token.lemma_.lower() in COLLECTIVE else single(token)


def is_generic(draft: Draft, ontology: Ontology) -> bool:
    """ "Arson attacks are common", "the risk of war", "against smuggling": a noun of which nobody, number or place is told, in
    the plural or for a practice without "the", or told as no fact."""
    told = draft.predicate.pos == "v" or draft.predicate.support is not None or _is_there(draft)
    if told or draft.figures or draft.mentioned:
        return False
    many = draft.token.tag_ == "NNS" or draft.token.lemma_.lower() in ontology.words("practice")
    one = not many or any(child.dep_ in ("det", "poss") for child in draft.token.children)
    return not one or draft.status.modality != "actual"


def _is_there(draft: Draft) -> bool:
    """ "There were clashes overnight": so they happened."""
    noun, told = draft.token, draft.status
    there = noun.dep_ == "attr" and noun.head.tag_ in PAST and any(child.dep_ == "expl" for child in noun.head.children)
    return there and (told.polarity, told.modality) == ("positive", "actual")


def event_words(predicates: Sequence[Predicate]) -> dict[int, Predicate]:
    return {predicate.token.i: predicate for predicate in predicates}


def with_fillers(draft: Draft, fillers: Sequence[Filler]) -> Draft:
    """The draft with further fillers for roles it leaves open; whoever has a part in it has no other."""
    roles, parts = {f.role for f in draft.fillers}, _parts(draft.fillers)
    further = (f for f in fillers if f.role not in roles and (f.mention is None or f.mention.entity not in parts))
    return replace(draft, fillers=draft.fillers + tuple(further))


def _parts(fillers: Sequence[Filler]) -> set[str]:
    return {f.mention.entity for f in fillers if f.mention is not None and f.mention.entity is not None}
