"""One annotated article in, all that it says out: mentions, entities, times, events, relations and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from .attribution import find_attributions
from .attribution.speech import EVALUATION
from .authorship import alleged_authors
from .coreference import resolve_mentions
from .dates import RelativeTime, event_time, find_times, shift
from .events import Draft, Numbers, draft_events, event_words, is_generic, with_fillers
from .figures import find_values
from .frames import Filler, Ground, Reading, index_mentions
from .gazetteer import Gazetteer
from .links import Links, link_events
from .mentions import find_mentions
from .modality import is_definite
from .model import Argument, Article, Attribution, Event, Extraction, Passage, Span, Stance, TimeExpression
from .ontology import Ontology
from .phrases import Lexicon
from .predicates import find_predicates, is_noun
from .relations import find_relations
from .speech_acts import speech_acts
from .standing import event_confidence, filler_confidence

ROLE = "Role"
INHERITED_ROLES = ("place", "target")
DAY_HINT = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Tools:
    """What every article is read with."""

    ontology: Ontology
    gazetteer: Gazetteer


@lru_cache(maxsize=4)
def lexicon(ontology: Ontology) -> Lexicon:
    """The grammar's word lists, with the nouns that trigger any frame and those that mean people."""
    lists = {name: ontology.words(name) for name in Lexicon.__slots__ if name not in ("event_nouns", "people")}
    nouns = frozenset(lemma for lemma, pos in ontology.triggers if pos == "n")
    people = frozenset(noun.split()[-1] for noun, cls in ontology.nouns.items() if ontology.is_a(cls, "Actor"))
    return Lexicon(event_nouns=nouns, people=people, **lists)


def extract(article: Article, passages: Sequence[Passage], doc: Doc, tools: Tools) -> Extraction:
    ontology, gazetteer = tools.ontology, tools.gazetteer
    mentions, chains = resolve_mentions(doc, find_mentions(doc, gazetteer, ontology), gazetteer, ontology)
    finding = find_relations(doc, mentions, chains, ontology, gazetteer)
    roles = (replace(mention, text=mention.span.of(article.text)) for mention in finding.mentions)
    mentions, chains = (*mentions, *roles), (*chains, *finding.chains)
    times = find_times(doc, published=article.published)
    predicates = find_predicates(doc, lexicon(ontology))
    reading = Reading(
        doc, index_mentions(doc, [m for m in mentions if m.type != ROLE]), {c.id: c for c in chains}, event_words(predicates)
    )
    numbers = Numbers({_token_at(doc, head): value for value, head in find_values(doc, ontology)})
    ground = Ground(reading, ontology, lexicon(ontology))
    drafts = speech_acts(tuple(draft_events(predicates, numbers, ground)), ground)
    clock = Clock(drafts, times, doc)
    links = link_events(drafts, clock.told(), ground)
    events = _events(_completed(drafts, links), links, clock.spread(links), ground)
    voices = find_attributions(doc, mentions, ontology)
    resting = _resting(events, _vouched(drafts, links, voices))
    factive = ontology.words("factive")
    attributions = tuple(_about(a, () if _is_factive(a, doc, factive) else resting, doc) for a in voices)
    return Extraction(article, tuple(passages), mentions, chains, times, events, finding.relations, attributions)


def _token_at(doc: Doc, offset: int) -> int:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span.start if span is not None else -1


def _completed(drafts: Sequence[Draft], links: Links) -> tuple[Draft, ...]:
    """Each draft with what those dropped in its favour say of roles it leaves open."""
    whole = [_without_doer(draft) if number in links.doers else draft for number, draft in enumerate(drafts)]
    for dropped, kept in sorted(links.dropped.items()):
        whole[kept] = with_fillers(whole[kept], [f for f in drafts[dropped].fillers if f.mention is not None])
    return tuple(whole)


def _without_doer(draft: Draft) -> Draft:
    return replace(draft, fillers=tuple(f for f in draft.fillers if f.role != "agent"))


# -------------------------------------------------------------------------------------------------------------- time
class Clock:
    """Tells when events were, from the times of their article."""

    def __init__(self, drafts: Sequence[Draft], times: Sequence[TimeExpression], doc: Doc) -> None:
        said = {number: event_time(draft.token, times, doc) for number, draft in enumerate(drafts)}
        owned = _owned({n: t for n, t in said.items() if isinstance(t, TimeExpression)}, drafts, doc)
        self.times = {n: t.value for n, t in owned.items() if t.value}
        self.hints = {n: t.timex for n, t in owned.items() if t.timex and DAY_HINT.fullmatch(t.timex)}
        self.offsets = list(_offsets(drafts, said))

    def told(self) -> dict[int, str]:
        return {**self.hints, **self.times}

    def known(self) -> set[int]:
        """The numbers of the events of which a time is known."""
        return self.times.keys() | self.hints.keys()

    def spread(self, links: Links) -> Clock:
        """The clock after events hand their times on to what is the same, a part, or days before or after."""
        shared = [*links.part_of.items(), *links.same.items(), *links.part_of.items()]
        _spread(self.times, self.offsets, shared)
        _spread(self.hints, self.offsets, shared)
        return self


def _owned(said: Mapping[int, TimeExpression], drafts: Sequence[Draft], doc: Doc) -> dict[int, TimeExpression]:
    """Of all events that a time may be of, an event noun around it owns it: "prompted by air strikes over the weekend"."""
    claimants: dict[Span, list[int]] = {}
    for number, time in said.items():
        claimants.setdefault(time.span, []).append(number)
    lost: set[int] = set()
    for span, numbers in claimants.items():
        head = doc.char_span(span.start, span.end, alignment_mode="expand")
        owners = [
            n for n in numbers if head is not None and drafts[n].predicate.pos == "n" and drafts[n].token.is_ancestor(head.root)
        ]
        if owners:
            lost.update(n for n in numbers if n not in owners)
    return {number: time for number, time in said.items() if number not in lost}


def _offsets(drafts: Sequence[Draft], told: Mapping[int, TimeExpression | RelativeTime | None]) -> Iterator[tuple[int, int, int]]:
    """(later or earlier draft, its anchor, days between) for "a day after they stormed …"."""
    by_offset = {draft.token.idx: number for number, draft in enumerate(drafts)}
    for number, time in sorted(told.items()):
        anchor = by_offset.get(time.anchor) if isinstance(time, RelativeTime) else None
        if isinstance(time, RelativeTime) and anchor is not None and anchor != number:
            yield number, anchor, time.days


def _spread(known: dict[int, str], offsets: Sequence[tuple[int, int, int]], shared: Sequence[tuple[int, int]]) -> None:
    """Hands the known times on by offset and to what is the same event or its part."""
    for number, anchor, days in offsets:
        for here, there, step in ((anchor, number, days), (number, anchor, -days)):
            moved = _moved(known[here], step) if here in known and there not in known else None
            if moved is not None:
                known[there] = moved
    for one, other in shared:
        for here, there in ((one, other), (other, one)):
            if here in known:
                known.setdefault(there, known[here])


def _moved(time: str, days: int) -> str | None:
    """A day some days on; also of days without week or year."""
    if time.startswith("XXXX-WXX-"):
        return f"XXXX-WXX-{(int(time[-1]) - 1 + days) % 7 + 1}"
    if time.startswith("XXXX-"):
        moved = shift(f"{LEAP_YEAR}{time[4:]}", days)
        return moved and f"XXXX{moved[4:]}"
    return shift(time, days)


# ------------------------------------------------------------------------------------------------------------ events
def _authors(drafts: Sequence[Draft], links: Links, ground: Ground) -> dict[int, tuple[Argument, ...]]:
    return {links.kept(number): found for number, found in alleged_authors(drafts, ground).items()}


def _tied(links: Links) -> set[int]:
    return {n for pair in (*links.part_of.items(), *links.same.items(), *links.because, *links.after) for n in pair}


def _events(drafts: Sequence[Draft], links: Links, clock: Clock, ground: Ground) -> tuple[Event, ...]:
    authors = _authors(drafts, links, ground)
    told_of = _tied(links) | clock.known() | authors.keys()
    left_out = set(links.dropped) | {n for n, draft in enumerate(drafts) if is_generic(draft)} - told_of
    kept = [number for number in range(len(drafts)) if number not in left_out]
    names = {number: f"v{rank}" for rank, number in enumerate(kept, 1)}
    wholes = {links.part_of[part]: part for part in sorted(links.part_of, reverse=True)}
    told = Told(links, names, clock, wholes, ground.ontology, authors)
    return tuple(_event(number, drafts, told) for number in kept)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known between the events of an article: links, names, times, a part for each whole, and alleged doers."""

    links: Links
    names: Mapping[int, str]
    clock: Clock
    parts: Mapping[int, int]
    ontology: Ontology
    authors: Mapping[int, tuple[Argument, ...]]

    def named(self, pairs: set[tuple[int, int]], number: int) -> tuple[str, ...]:
        return tuple(self.names[b] for a, b in sorted(pairs) if a == number)

    def name(self, pairs: Mapping[int, int], number: int) -> str | None:
        return self.names[pairs[number]] if number in pairs else None


def _event(number: int, drafts: Sequence[Draft], told: Told) -> Event:
    draft = drafts[number]
    return Event(
        id=told.names[number],
        type=draft.type,
        trigger=_trigger(draft),
        sentence=_sentence(draft.token),
        lemma=draft.token.lemma_.lower(),
        arguments=tuple(_told_of(number, drafts, told)),
        time=told.clock.times.get(number),
        hint=None if number in told.clock.times else told.clock.hints.get(number),
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
    part = drafts[told.parts[number]] if number in told.parts else None
    authors = told.authors.get(number, ())
    accused = {author.mention for author in authors}
    yield from (a for a in _arguments(drafts[number], part, told.ontology) if a.mention is None or a.mention not in accused)
    yield from authors


def _arguments(draft: Draft, part: Draft | None, ontology: Ontology) -> Iterator[Argument]:
    """The draft's fillers and figures; what a part says of place and figures holds for its whole too."""
    said: set[tuple[str, str]] = set()
    for filler in draft.fillers:
        if filler.mention is not None and (filler.role, filler.mention.id) not in said:
            said.add((filler.role, filler.mention.id))
            yield _argument(draft, filler, ontology)
    yield from draft.figures
    if part is not None and part.status.polarity == "positive":
        roles = {filler.role for filler in draft.fillers}
        for filler in part.fillers:
            if filler.mention is not None and filler.role in INHERITED_ROLES and filler.role not in roles:
                yield _argument(part, filler, ontology)
        yield from (a for a in part.figures if a.role not in {f.role for f in draft.figures})


def _argument(draft: Draft, filler: Filler, ontology: Ontology) -> Argument:
    confidence = filler_confidence(draft, filler, ontology)
    return Argument(filler.role, mention=filler.mention.id if filler.mention else None, confidence=confidence)


def _trigger(draft: Draft) -> Span:
    """The trigger's words without prepositions if they stand together, else the head word alone."""
    words = [word for word in draft.words if word.dep_ not in ("prep", "agent")]
    together = words[-1].i - words[0].i < len(words) + 1
    chosen = words if together else [draft.token]
    return Span(chosen[0].idx, chosen[-1].idx + len(chosen[-1]))


def _sentence(token: Token) -> Span:
    sentence = [t for t in token.sent if not t.is_space] or [token]
    return Span(sentence[0].idx, sentence[-1].idx + len(sentence[-1]))


def _standing(number: int, drafts: Sequence[Draft], told: Told) -> float:
    """What is taken for granted is as certain as what is told of it: a whole as its part, a cause as its effect."""
    links = told.links
    told_of = {part for part, whole in links.part_of.items() if whole == number}
    told_of |= {effect for effect, cause in links.because if cause == number}
    own = max(event_confidence(drafts[n]) for n in (number, *sorted(told_of)))
    return round(own - 0.01, 2) if number in links.part_of else own


# ------------------------------------------------------------------------------------------------------- attributions
def _vouched(drafts: Sequence[Draft], links: Links, voices: Sequence[Attribution]) -> frozenset[Span]:
    """Triggers that only take up what the article tells in its own voice too: "he claims that the raid was provoked"."""
    said = [span for voice in voices if voice.rule != EVALUATION for span in voice.content]
    triggers = {number: _trigger(draft) for number, draft in enumerate(drafts) if _is_fact(draft)}
    own = {
        links.same.get(number, number)
        for number, trigger in triggers.items()
        if not any(span.holds(trigger) for span in said) and number not in links.dropped
    }
    taken_up = (n for n in triggers if links.same.get(n, n) in own and _is_taken_for_granted(drafts[n]))
    return frozenset(triggers[number] for number in taken_up)


def _is_taken_for_granted(draft: Draft) -> bool:
    """A definite noun, and all that is told of it is told by its own phrase: in "said that Iran did the raid" it is not."""
    lent = draft.predicate.support is not None or any(filler.slot.inherited for filler in draft.fillers)
    return draft.predicate.pos == "n" and is_definite(draft.token) and not lent


def _is_fact(draft: Draft) -> bool:
    return draft.status.polarity == "positive" and draft.status.modality == "actual"


def _resting(events: Sequence[Event], vouched: frozenset[Span]) -> tuple[Event, ...]:
    """The events whose truth may rest on a speaker."""
    return tuple(event for event in events if event.trigger not in vouched)


def _about(attribution: Attribution, events: Sequence[Event], doc: Doc) -> Attribution:
    """The attribution with the events whose trigger stands in its content, and whether its content denies something."""
    within = ((event, span) for span in attribution.content for event in events if span.holds(event.trigger))
    inside = tuple(event.id for event, span in within if _rests(_word(event, doc), _root(span, doc), attribution.stance))
    return replace(attribution, events=inside, negated=any(_is_negated(span, doc) for span in attribution.content))


def _is_factive(attribution: Attribution, doc: Doc, factive: frozenset[str]) -> bool:
    """Who knows or learns something takes in what is so: it does not rest on them."""
    cue = _root(attribution.cue, doc) if attribution.cue is not None else None
    return cue is not None and cue.lemma_.lower() in factive


def _rests(event: Token | None, content: Token | None, stance: Stance) -> bool:
    """Who denies a part in the raid denies not the raid; who asks to leave the land that one holds asks not for the holding."""
    if event is None or content is None or event == content:
        return True
    if stance == "denies":
        return not is_noun(content) or content in event.conjuncts
    finite = event.tag_ in ("VBZ", "VBP", "VBD") and event.dep_ == "relcl"
    return not (stance in ("asks", "intends") and finite)


def _is_negated(content: Span, doc: Doc) -> bool:
    """Whether its one sentence is negated; several sentences may say yes and no."""
    said = _root(content, doc)
    if said is None or not said.sent.start_char <= content.start <= content.end <= said.sent.end_char:
        return False
    return any(child.dep_ == "neg" for child in said.children)


def _word(event: Event, doc: Doc) -> Token | None:
    words = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand") or ()
    return next((word for word in words if word.lemma_.lower() == event.lemma), None)


def _root(span: Span, doc: Doc) -> Token | None:
    words = doc.char_span(span.start, span.end, alignment_mode="contract")
    return words.root if words is not None else None
