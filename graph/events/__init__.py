"""The predicates, numbers and times of an article in, its events out, and how they were come by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Argument, Event, Passage, Span, TimeExpression
from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Predicate
from ..predicates.words import verb_lemma
from .authorship import alleged_authors
from .clock import Clock
from .drafts import Draft, Numbers, draft_events, is_generic, vouches, with_fillers
from .frames import DOER, Filler, Ground
from .harms import HARMS, IN_CARE
from .links import Links, link_events
from .news import news_of_the_day
from .senses import mishaps, one_sense, street_clashes, suicide_attacks
from .speech_acts import speech_acts
from .standing import SPEECH, event_confidence, filler_confidence
from .taken_up import with_taken_up
from .victims import named_victims

ACCUSE = "Accuse"
INHERITED_ROLES = ("place", "target")
DONE_TO = ("Assault", "Coerce", "Accident", "Disaster")
"""Classes of events that are done to those whom a part of them harms; a protest is not."""
FIGHTS = ("ArmedClash", "Riot")
HANDED_DOWN_ROLES = ("agent",)
STOPPAGE, STRUCK, DESTRUCTION = "Strike", "Bombardment", "PropertyDestruction"


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """The events of an article, the drafts they are made of, and how those hang together."""

    events: tuple[Event, ...]
    drafts: tuple[Draft, ...]
    links: Links


def find_events(
    predicates: Sequence[Predicate],
    numbers: Numbers,
    times: Sequence[TimeExpression],
    passages: Sequence[Passage],
    ground: Ground,
) -> FoundEvents:
    read = (*draft_events(predicates, numbers, ground), *named_victims(predicates, ground))
    drafts = speech_acts(tuple(sorted(read, key=lambda draft: draft.token.i)), ground)
    drafts = suicide_attacks(street_clashes(mishaps(one_sense(drafts, ground.ontology), ground), ground), ground)
    drafts = with_taken_up(drafts, predicates, ground)
    clock = Clock(drafts, times, ground)
    links = link_events(drafts, clock.told(), ground)
    drafts = tuple(_deadly(number, draft, drafts, links) for number, draft in enumerate(drafts))
    clock = clock.spread(links)
    news = news_of_the_day(drafts, clock.known(), times, passages, ground)
    return FoundEvents(_events(_completed(drafts, links), links, clock, news, ground), drafts, links)


def _deadly(number: int, draft: Draft, drafts: Sequence[Draft], links: Links) -> Draft:
    """ "Killed in the strike": a work stoppage kills and destroys nothing; "a missile struck, killing ten": one strike, and who
    died in it."""
    if draft.type == STRUCK and number in links.part_of and draft.token.lemma_.lower() == "kill":
        return replace(draft, type="Killing")
    harmed = draft.type == STOPPAGE and any(
        drafts[part].type in (*HARMS, DESTRUCTION) for part, whole in links.part_of.items() if whole == number
    )
    return replace(draft, type=STRUCK) if harmed else draft


def _completed(drafts: Sequence[Draft], links: Links) -> tuple[Draft, ...]:
    """Each draft with what those dropped in its favour say of roles it leaves open."""
    whole = [_without_doer(draft) if number in links.doers else draft for number, draft in enumerate(drafts)]
    for dropped, kept in sorted(links.dropped.items()):
        draft = drafts[dropped]
        sure = draft.predicate.pos == "n" or vouches(draft.token, draft.status, whole[kept].status)
        told = [f for f in draft.fillers if f.mention is not None and (sure or f.role != DOER)]
        whole[kept] = with_fillers(whole[kept], told)
    return tuple(whole)


def _without_doer(draft: Draft) -> Draft:
    return replace(draft, fillers=tuple(f for f in draft.fillers if f.role != "agent"))


def _authors(drafts: Sequence[Draft], links: Links, ground: Ground) -> dict[int, tuple[Argument, ...]]:
    """Not where the deed is told by the accusation itself: who attributes an attack to somebody is not that one."""
    found = ((links.kept(number), told) for number, told in alleged_authors(drafts, ground).items())
    return {kept: told for kept, told in found if not ground.ontology.is_a(drafts[kept].type, ACCUSE)}


def _tied(links: Links) -> set[int]:
    return {n for pair in (*links.part_of.items(), *links.same.items(), *links.because, *links.after) for n in pair}


def _events(drafts: Sequence[Draft], links: Links, clock: Clock, news: frozenset[int], ground: Ground) -> tuple[Event, ...]:
    authors = _authors(drafts, links, ground)
    told_of = _tied(links) | clock.known() | authors.keys()
    left_out = set(links.dropped) | {n for n, draft in enumerate(drafts) if is_generic(draft, ground.ontology)} - told_of
    kept = [number for number in range(len(drafts)) if number not in left_out]
    names = {number: f"v{rank}" for rank, number in enumerate(kept, 1)}
    sayings = frozenset(draft.token.i for draft in drafts if draft.type == SPEECH)
    told = Told(links, names, clock, news, links.wholes(), ground.ontology, authors, sayings)
    return tuple(_event(number, drafts, told) for number in kept)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known between the events of an article: links, names, times, what is news, parts of wholes, alleged doers, verbs of
    saying."""

    links: Links
    names: Mapping[int, str]
    clock: Clock
    news: frozenset[int]
    parts: Mapping[int, Sequence[int]]
    ontology: Ontology
    authors: Mapping[int, tuple[Argument, ...]]
    sayings: frozenset[int]

    def named(self, pairs: set[tuple[int, int]], number: int) -> tuple[str, ...]:
        return tuple(self.names[b] for a, b in sorted(pairs) if a == number)

    def name(self, pairs: Mapping[int, int], number: int) -> str | None:
        return self.names[pairs[number]] if number in pairs else None


def _event(number: int, drafts: Sequence[Draft], told: Told) -> Event:
    draft = drafts[number]
    return Event(
        id=told.names[number],
        type=draft.type,
        trigger=trigger_span(draft, told.ontology),
        sentence=_sentence(draft.token),
        lemma=draft.token.lemma_.lower(),
        arguments=tuple(_told_of(number, drafts, told)),
        time=told.clock.times.get(number),
        hint=None if number in told.clock.times else told.clock.hints.get(number),
        news=number in told.news,
        part_of=told.name(told.links.part_of, number),
        same_as=told.name(told.links.same, number),
        because=told.named(told.links.because, number),
        after=told.named(told.links.after, number),
        polarity=draft.status.polarity,
        modality=draft.status.modality,
        confidence=_standing(number, drafts, told),
        rule=draft.rule,
    )


def _told_of(number: int, drafts: Sequence[Draft], told: Told) -> Iterator[Argument]:
    """In "blamed the raid on them" they are not whom it hit, though their preposition may be taken for the raid's."""
    parts = [drafts[part] for part in told.parts.get(number, ())]
    authors = told.authors.get(number, ())
    accused = {author.mention for author in authors}
    yield from (a for a in _arguments(drafts[number], parts, told.ontology) if a.mention is None or a.mention not in accused)
    yield from authors
    whole = drafts[told.links.part_of[number]] if number in told.links.part_of else None
    if whole is not None and drafts[number].type in HARMS:
        yield from _handed_down(drafts[number], whole, told.ontology)


def _handed_down(harm: Draft, whole: Draft, ontology: Ontology) -> Iterator[Argument]:
    """Who was killed in an attack by rebels was killed by them; which side of a fight did it is not told."""
    if any(ontology.is_a(whole.type, fight) for fight in FIGHTS):
        return
    roles = {filler.role for filler in harm.fillers}
    for filler in whole.fillers:
        if filler.mention is not None and filler.role in HANDED_DOWN_ROLES and filler.role not in roles:
            yield _argument(whole, filler, ontology)


def _arguments(draft: Draft, parts: Sequence[Draft], ontology: Ontology) -> Iterator[Argument]:
    """The draft's fillers and figures; what its parts say of place and figures holds for it too, of each the first that does."""
    said: set[tuple[str, str]] = set()
    for filler in draft.fillers:
        if filler.mention is not None and (filler.role, filler.mention.id) not in said:
            said.add((filler.role, filler.mention.id))
            yield _argument(draft, filler, ontology)
    yield from draft.figures
    roles = {filler.role for filler in draft.fillers} | {figure.role for figure in draft.figures}
    for part in parts:
        if part.status.polarity == "positive":
            lent = [argument for argument in _of_part(part, draft.type, ontology) if argument.role not in roles]
            roles |= {argument.role for argument in lent}
            yield from lent


def _of_part(part: Draft, whole: str, ontology: Ontology) -> Iterator[Argument]:
    suffered = any(ontology.is_a(whole, kind) for kind in DONE_TO)
    for filler in part.fillers:
        if filler.mention is not None and filler.role in (INHERITED_ROLES if suffered else INHERITED_ROLES[:1]):
            yield _argument(part, filler, ontology)
    yield from part.figures


def _argument(draft: Draft, filler: Filler, ontology: Ontology) -> Argument:
    confidence = filler_confidence(draft, filler, ontology)
    return Argument(filler.role, mention=filler.mention.id if filler.mention else None, confidence=confidence)


def trigger_span(draft: Draft, ontology: Ontology) -> Span:
    """The trigger's words without prepositions if they stand together, else the head word, or the noun that it only carries:
    "probe" of "opened a long criminal probe"."""
    words = [word for word in draft.words if word.dep_ not in ("prep", "agent")]
    together = words[-1].i - words[0].i < len(words) + 1
    chosen = words if together else [_carried_noun(draft.token, words, ontology) or draft.token]
    return Span(chosen[0].idx, chosen[-1].idx + len(chosen[-1]))


def _carried_noun(verb: Token, words: Sequence[Token], ontology: Ontology) -> Token | None:
    if verb_lemma(verb) not in ontology.words("light") | ontology.words("undergo"):
        return None
    named = (word for word in reversed(words) if word.pos_ == "NOUN" and (word.lemma_.lower(), "n") in ontology.triggers)
    return next(named, None)


def _sentence(token: Token) -> Span:
    sentence = token.sent
    first = next((word for word in sentence if not word.is_space), token)
    ends = (sentence[at] for at in range(len(sentence) - 1, -1, -1))
    last = next((word for word in ends if not word.is_space), token)
    return Span(first.idx, last.idx + len(last))


def _standing(number: int, drafts: Sequence[Draft], told: Told) -> float:
    """What is taken for granted is as certain as what is told of it: an attack as the harm it did, a cause as its effect.

    What else is done in it is news of its own: "took two villages in an offensive".
    """
    links = told.links
    harms = {part for part in links.part_of if drafts[part].type in (*HARMS, IN_CARE)}
    told_of = {part for part in harms if links.part_of[part] == number}
    told_of |= {effect for effect, cause in links.because if cause == number}
    own = max(event_confidence(drafts[n], told.sayings) for n in (number, *sorted(told_of)))
    return round(own - 0.01, 2) if number in harms else own
