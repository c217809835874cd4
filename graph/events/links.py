"""Drafts of an article's events in, how they hang together out: same, part of, because of, after.

Only what the grammar says: a subject that did something to an object, a preposition or conjunction of cause or order,
a noun that answers another ("retaliation for"), a definite noun that takes up an event told before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..parse import Token
from ..predicates.phrases import Predicate
from ..predicates.words import verb_lemma
from .drafts import SAID, Draft
from .frames import DOER, EVENT, OPINIONS, Ground
from .harms import HARMED_WHEN, MISHAPS, harm_of, is_harm, share_whole
from .retold import retellings
from .scene import GENERAL_CLASSES, Scene, related

LEAVE = "leave"
"""Without what it left them as ("left ten dead") what happens does nothing to those it leaves."""
LEFT_SO = frozenset({"ccomp", "oprd", "xcomp"})
OPENERS = frozenset({"because", "after", "before", "when", "as"})
CLAIM, DEATH = "ClaimOfResponsibility", "Death"
SPOKEN = ("Statement", "Accuse", "Request", "Threaten", "Reject", "Support", "Consult")


@dataclass(slots=True)
class Links:
    """Draft numbers to draft numbers. `dropped` are verbs that only carry the noun they point to; `doers` are those whose
    pronoun subject takes up an event, so that nobody spoken of did them."""

    dropped: dict[int, int] = field(default_factory=dict)
    doers: set[int] = field(default_factory=set)
    same: dict[int, int] = field(default_factory=dict)
    part_of: dict[int, int] = field(default_factory=dict)
    because: set[tuple[int, int]] = field(default_factory=set)
    after: set[tuple[int, int]] = field(default_factory=set)

    def settle(self) -> Links:
        """Every end that was dropped is replaced by the noun it carries; nothing links to itself."""
        return Links(
            self.dropped,
            self.doers,
            {a: b for a, b in self._both(self.same.items()) if a not in self.dropped},
            dict(self._both(self.part_of.items())),
            set(self._both(self.because)),
            set(self._both(self.after)),
        )

    def _both(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for a, b in sorted(pairs):
            left, right = self.kept(a), self.kept(b)
            if left != right:
                yield left, right

    def wholes(self) -> dict[int, list[int]]:
        """The parts of each whole, in text order."""
        found: dict[int, list[int]] = {}
        for part, whole in sorted(self.part_of.items()):
            found.setdefault(whole, []).append(part)
        return found

    def kept(self, number: int) -> int:
        """The draft that stands for a dropped one, which may itself have been dropped for another."""
        seen: set[int] = set()
        while number in self.dropped and number not in seen:
            seen.add(number)
            number = self.dropped[number]
        return number


def link_events(drafts: Sequence[Draft], times: Mapping[int, str], ground: Ground) -> Links:
    """`times` are those that the text gives each draft, in EDTF or as a day without week or year."""
    reading, lexicon = ground.reading, ground.lexicon
    at = {draft.token.i: number for number, draft in enumerate(drafts)}
    scene = Scene(drafts, at, times, reading, ground.ontology, lexicon)
    links = Links()
    _drop_carriers(scene, links)
    for predicate in reading.event_words.values():
        _by_verb(scene, links, predicate.token)
    for number in range(len(drafts)):
        _by_place(scene, links, number)
        _by_clause(scene, links, number)
    share_whole(scene, links.part_of)
    for token in reading.doc:
        if token.lemma_.lower() in lexicon.answer and token.pos_ == "NOUN":
            links.because |= {(effect, cause) for effect in _answered(scene, token) for cause in _answers(scene, token)}
        elif token.lemma_.lower() in lexicon.angered:
            links.because |= {(effect, cause) for effect in _moved(scene, token) for cause in _answers(scene, token)}
    _same_purpose(scene, links)
    links.same |= retellings(scene, links.dropped)
    return links.settle()


# ---------------------------------------------------------------------------------------------------------- carriers
def _drop_carriers(scene: Scene, links: Links) -> None:
    for number, draft in enumerate(scene.drafts):
        if draft.predicate.pos == "v":
            noun = _carried(scene, draft)
            if noun is not None:
                links.dropped[number] = noun
            else:
                links.dropped.update(dict.fromkeys((*_inside(scene, number), *_doer(scene, number)), number))
    for predicate in scene.reading.event_words.values():
        links.dropped.update(_called(scene, predicate))


def _called(scene: Scene, verb: Predicate) -> Iterator[tuple[int, int]]:
    """ "Called the explosion an attack", "described the killing as murder": one event, with the name somebody gives it."""
    if verb.token.lemma_.lower() not in scene.ontology.words("giving_a_name"):
        return
    for told in scene.events(verb.fillers("object")):
        for name in scene.events(verb.fillers("oprd", "as", "ccomp")):
            draft = scene.drafts[name]
            if name != told and draft.predicate.pos == "n" and related(scene, scene.drafts[told], draft):
                yield name, told


def _inside(scene: Scene, number: int) -> Iterator[int]:
    """The events of a trigger's other words; those killed "in a crash" do not take the crash's place."""
    for token in scene.drafts[number].words:
        inside = scene.at.get(token.i)
        claimed = scene.ontology.is_a(scene.drafts[number].type, CLAIM) or _is_judged(scene, number, inside)
        if inside is not None and inside != number and not claimed and not harm_of(scene, number, inside):
            yield inside


def _is_judged(scene: Scene, number: int, inside: int | None) -> bool:
    """ "Welcomed the accord between Chad and Niger": an accord of others, of which the praise is no telling."""
    if inside is None or not _is_opinion(scene, number) or _is_opinion(scene, inside):
        return False
    return bool(scene.drafts[inside].mentions(DOER))


def _is_opinion(scene: Scene, number: int) -> bool:
    return any(scene.ontology.is_a(scene.drafts[number].type, opinion) for opinion in OPINIONS)


def _doer(scene: Scene, number: int) -> Iterator[int]:
    """ "A suicide bomber blew himself up": the noun for the doer tells of no second deed."""
    subjects = scene.events(scene.drafts[number].predicate.fillers("subject"))
    return (doer for doer in subjects if doer != number and scene.drafts[doer].type == scene.drafts[number].type)


def _carried(scene: Scene, draft: Draft) -> int | None:
    """The event noun that this verb tells nothing beyond: object of "carry out", behind "engage in", subject of "targeted"."""
    lemma = verb_lemma(draft.token)
    if lemma in scene.lexicon.empty and len(draft.words) == 1:
        return next(scene.events(draft.predicate.fillers("object")), None)
    behind = (slot for slot in draft.predicate.slots if f"{lemma} {slot.name}" in scene.lexicon.empty)
    if draft.type == EVENT and (carried := next(scene.events(behind), None)) is not None:
        return carried
    return next(scene.events(draft.predicate.fillers("subject")), None) if lemma in scene.lexicon.carry else None


# ------------------------------------------------------------------------------------------------- links by the verb
def _by_verb(scene: Scene, links: Links, token: Token) -> None:
    predicate = scene.reading.event_words[token.i]
    if predicate.pos != "v":
        return
    lemma = verb_lemma(token)
    subjects = list(scene.events(predicate.fillers("subject")))
    if lemma in scene.lexicon.cause:
        links.because |= {(effect, cause) for cause in subjects for effect in scene.events(predicate.fillers("object"))}
    if lemma in scene.lexicon.lead_to:
        _brought_about(scene, links, subjects, scene.events(predicate.fillers("to", "in")))
    if lemma in scene.lexicon.come_from:
        links.because |= {(effect, cause) for effect in subjects for cause in scene.events(predicate.fillers("from"))}
    if lemma in scene.lexicon.follow:
        links.after |= {(later, earlier) for later in subjects for earlier in scene.events(predicate.fillers("object"))}
    if lemma == LEAVE:
        _by_what_left(scene, links, token, subjects)
    number = scene.event(token)
    left = lemma == LEAVE and number is not None and scene.drafts[number].type == EVENT
    if number is not None and not left and (lemma in scene.lexicon.affect or is_harm(scene, scene.drafts[number])):
        whole = subjects[0] if subjects else _result_of(scene, token)
        if whole is None:
            whole = _event_pronoun(scene, predicate.first("subject"))
            links.doers |= {number} if whole is not None else set()
        if whole is not None and not _is_spoken(scene, whole) and not _is_what(scene.drafts[whole].token):
            links.part_of[number] = whole
            links.doers |= {number} if _suffers(scene, number, whole) else set()


def _is_what(verb: Token) -> bool:
    """ "Scarred by what they had seen": by no deed of theirs."""
    return verb.dep_ == "pcomp" and any(child.tag_ == "WP" for child in verb.lefts)


def _by_what_left(scene: Scene, links: Links, leave: Token, subjects: Sequence[int]) -> None:
    """ "A blast left 34 people killed", "struck, leaving 34 people killed": they were by it."""
    whole = subjects[0] if subjects else _result_of(scene, leave)
    harmed = (scene.at.get(child.i) for child in leave.children if child.dep_ in LEFT_SO)
    if whole is not None:
        links.part_of.update({number: whole for number in harmed if number is not None and harm_of(scene, number, whole)})


def _brought_about(scene: Scene, links: Links, causes: Sequence[int], effects: Iterable[int]) -> None:
    """ "The raid resulted in 10 deaths": the deaths are part of it; "in a trial" is what came of it."""
    for effect in effects:
        harmful = [cause for cause in causes if harm_of(scene, effect, cause)]
        links.part_of.update(dict.fromkeys([effect], harmful[0]) if harmful else {})
        links.because |= {(effect, cause) for cause in causes if cause not in harmful}


def _suffers(scene: Scene, part: int, whole: int) -> bool:
    """ "The convoy came under fire, wounding a driver": those to whom the whole was done did not do its part."""
    doers = scene.drafts[part].mentions("agent")
    return bool(doers) and doers <= scene.drafts[whole].mentions("target")


def _result_of(scene: Scene, token: Token) -> int | None:
    """ "…, killing at least 24" is part of what the clause before tells; so is what "They killed …" takes up."""
    if token.dep_ == "conj" and token.tag_ == "VBG" and token.head.dep_ == "advcl" and token.head.tag_ == "VBG":
        return _result_of(scene, token.head)
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        predicate = scene.reading.event_words.get(token.head.i)
        carried = (
            next(scene.events(predicate.fillers("object")), None) if predicate and _is_empty(scene, predicate.token) else None
        )
        return carried if carried is not None else scene.at.get(token.head.i)
    return None


def _event_pronoun(scene: Scene, subject: Token | None) -> int | None:
    """ "They" of "They killed at least 25", if the subject of the sentence before is an event of the same number."""
    if (
        subject is None
        or subject.lower_ not in ("they", "it")
        or subject.dep_ not in ("nsubj", "conj")
        or subject.sent.start == 0
    ):
        return None
    root = scene.reading.doc[subject.sent.start - 1].sent.root
    plural = subject.lower_ == "they"
    if root.lemma_.lower() in scene.lexicon.event_nouns and (root.tag_ in ("NNS", "VBZ")) == plural:
        return scene.at.get(root.i)
    for child in root.children:
        if child.dep_ in ("nsubj", "nsubjpass") and (child.tag_ in ("NNS", "VBZ")) == plural:
            return scene.at.get(child.i)
    return None


def _is_empty(scene: Scene, token: Token) -> bool:
    return verb_lemma(token) in scene.lexicon.empty


def _by_place(scene: Scene, links: Links, number: int) -> None:
    """ "killed in a rocket attack", "hurled rocks in protest at the raids", "left after the talks", "said in a statement"."""
    predicate = scene.drafts[number].predicate
    for slot in predicate.slots:
        other = scene.event(slot.token)
        if other is None or other == number:
            continue
        if slot.name in scene.lexicon.within and scene.drafts[other].type == SAID and _is_spoken(scene, number):
            links.dropped[other] = number
            continue
        told = slot.name in ("from", *_died_of(scene, number)) or slot.name in {*scene.lexicon.because, *scene.lexicon.after}
        if told and harm_of(scene, number, other):
            links.part_of.setdefault(number, other)
        elif slot.name in scene.lexicon.because:
            links.because.add((number, other))
        elif slot.name in scene.lexicon.after:
            links.after.add((number, other))
        elif slot.name == "before":
            links.after.add((other, number))
        elif slot.name in scene.lexicon.within and not slot.inherited and _holds(scene, number, other):
            links.part_of.setdefault(number, other)


def _died_of(scene: Scene, number: int) -> tuple[str, ...]:
    """ "Died of the poisoning"; "the death of …" tells whose it was."""
    draft = scene.drafts[number]
    return ("of",) if draft.type == DEATH and draft.predicate.pos == "v" else ()


def _holds(scene: Scene, number: int, other: int) -> bool:
    """Whether the one may be a part of the other, a noun: no attack is made of what is said of it."""
    two = scene.drafts[other]
    harm = any(scene.ontology.is_a(two.type, harm) for harm in MISHAPS)
    return two.predicate.pos == "n" and not (harm and _is_spoken(scene, number))


def _is_spoken(scene: Scene, number: int) -> bool:
    return any(scene.ontology.is_a(scene.drafts[number].type, words) for words in SPOKEN)


def _by_clause(scene: Scene, links: Links, number: int) -> None:
    """ "because they …", "after they …", "before they …"."""
    for child in scene.drafts[number].token.children:
        other = _of_clause(scene, links, child) if child.dep_ == "advcl" else None
        if other is None:
            continue
        mark = next((c.lower_ for c in child.children if c.dep_ in ("mark", "advmod") and c.lower_ in OPENERS), "")
        if mark in HARMED_WHEN and harm_of(scene, number, other):
            links.part_of.setdefault(number, other)
        elif mark == "because":
            links.because.add((number, other))
        elif mark == "after":
            links.after.add((number, other))
        elif mark == "before":
            links.after.add((other, number))


def _of_clause(scene: Scene, links: Links, verb: Token) -> int | None:
    """The event a clause tells: its verb's ("after it skidded and crashed"), or that of a subject it only carries ("after floods
    tore through the town")."""
    for word in (verb, *verb.conjuncts):
        number = scene.event(word)
        if number is not None and scene.drafts[number].type != EVENT:
            return links.dropped.get(number, number)
    number = scene.event(verb)
    predicate = scene.reading.event_words.get(verb.i)
    told = next(scene.events(predicate.fillers("subject")), None) if predicate is not None else None
    return number if told is None else told


# ------------------------------------------------------------------------------------------------------ answer nouns
def _answered(scene: Scene, noun: Token) -> list[int]:
    """The events that a noun such as "retaliation" describes: "X was (an act of) retaliation", "X came as retaliation"."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = top.head if top.dep_ in ("attr", "acomp", "oprd", "dobj") else top.head.head if top.dep_ == "pobj" else None
    if top.dep_ == "appos":
        return _maybe(scene.event(top.head))
    predicate = scene.reading.event_words.get(verb.i) if verb is not None else None
    if predicate is None or predicate.pos != "v":
        return []
    subjects = list(scene.events(predicate.fillers("subject", "object")))
    if subjects or scene.event(predicate.token) is not None:
        return subjects or _maybe(scene.event(predicate.token))
    subject = predicate.first("subject")
    return _maybe(_told_before(scene, subject)) if subject is not None and subject.pos_ == "PRON" else []


def _answers(scene: Scene, noun: Token) -> list[int]:
    for name, token in _answer_places(noun):
        number = scene.event(token)
        if number is not None and name in ("for", "to", "after", "against", "over", "at", "because", "about", "by"):
            return [number]
    return []


def _answer_places(noun: Token) -> Iterator[tuple[str, Token]]:
    carriers = [noun, noun.head, noun.head.head] if noun.dep_ == "pobj" else [noun, noun.head]
    for carrier in carriers:
        for child in carrier.children:
            if child.dep_ in ("prep", "mark"):
                yield from ((child.lower_, c) for c in child.children if c.dep_ in ("pobj", "pcomp"))
            elif child.dep_ == "advcl":
                yield next((c.lower_ for c in child.children if c.dep_ == "mark"), ""), child


def _moved(scene: Scene, adjective: Token) -> list[int]:
    """What the angry did: the verb their adjective hangs on, or whose subject they are."""
    holder = adjective.head
    verb = holder if holder.pos_ in ("VERB", "AUX") else holder.head
    return _maybe(scene.event(verb))


def _told_before(scene: Scene, token: Token) -> int | None:
    """The last deed of the sentence before, for "It was …"; what is only said or judged is no deed."""
    start = token.sent.start
    if start == 0:
        return None
    before = scene.reading.doc[start - 1].sent
    told = [n for n, d in enumerate(scene.drafts) if d.token.sent == before and _is_deed(scene, d)]
    return told[-1] if told else None


def _is_deed(scene: Scene, draft: Draft) -> bool:
    if draft.type in GENERAL_CLASSES or draft.status.modality != "actual" or draft.status.polarity != "positive":
        return False
    return not any(scene.ontology.is_a(draft.type, words) for words in SPOKEN)


def _maybe(number: int | None) -> list[int]:
    return [] if number is None else [number]


# -------------------------------------------------------------------------------------------------------- same event
def _same_purpose(scene: Scene, links: Links) -> None:
    """ "fired tear gas to disperse them": a purpose of the same class is the same act."""
    for number, draft in enumerate(scene.drafts):
        other = _purpose_of(scene, draft)
        if other is not None and other != number and related(scene, draft, scene.drafts[other]):
            links.dropped[number] = other


def _purpose_of(scene: Scene, draft: Draft) -> int | None:
    if draft.token.tag_ != "VB" or draft.token.dep_ not in ("xcomp", "advcl", "acl"):
        return None
    head = draft.token.head
    found = scene.at.get(head.i)
    if found is None and head.dep_ in ("dobj", "nsubjpass"):
        found = scene.at.get(head.head.i)
    return found
