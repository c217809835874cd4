"""One annotated article in, all that it says out: mentions, entities, times, events, relations and who says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .attribution import find_attributions
from .attribution.speech import EVALUATION
from .coreference import resolve_mentions
from .dates import find_times
from .events import FoundEvents, find_events, trigger_span
from .events.drafts import Draft, Numbers, event_words
from .events.frames import Ground, Reading
from .figures import find_values
from .gazetteer import Gazetteer
from .mentions import find_mentions
from .modality import is_definite, is_presumed
from .model import Argument, Article, Attribution, Chain, Event, Extraction, Mention, Passage, Span, Stance
from .ontology import Ontology
from .parse import Doc, Token
from .predicates import find_predicates
from .predicates.phrases import Lexicon, Predicate
from .predicates.words import is_noun
from .relations import find_relations

ROLE, SAID, PERSON, PLACE = "Role", "Statement", "Person", "Place"
OWNING = frozenset({"compound", "amod", "nmod"})
ASSAULT = "Assault"
FINITE = ("VBZ", "VBP", "VBD")


@dataclass(frozen=True, slots=True)
class Tools:
    """What every article is read with."""

    ontology: Ontology
    gazetteer: Gazetteer


@lru_cache(maxsize=4)
def lexicon(ontology: Ontology) -> Lexicon:
    """The grammar's word lists, with the nouns that trigger any frame and those that mean people or places."""
    lists = {name: ontology.words(name) for name in Lexicon.__slots__ if name not in ("event_nouns", "people", "places")}
    nouns = frozenset(lemma for lemma, pos in ontology.triggers if pos == "n")
    people, places = (
        frozenset(noun.split()[-1] for noun, cls in ontology.nouns.items() if ontology.is_a(cls, root))
        for root in ("Actor", "Place")
    )
    return Lexicon(event_nouns=nouns, people=people, places=places - people, **lists)


def extract(article: Article, passages: Sequence[Passage], doc: Doc, tools: Tools) -> Extraction:
    ontology, gazetteer = tools.ontology, tools.gazetteer
    mentions, chains = resolve_mentions(doc, find_mentions(doc, gazetteer, ontology), gazetteer, ontology)
    finding = find_relations(doc, mentions, chains, ontology, gazetteer)
    roles = (replace(mention, text=mention.span.of(article.text)) for mention in finding.mentions)
    mentions, chains = (*mentions, *roles), (*chains, *finding.chains)
    predicates = find_predicates(doc, lexicon(ontology))
    ground = _ground(doc, mentions, chains, predicates, ontology)
    times = find_times(doc, published=article.published)
    found = find_events(predicates, _numbers(doc, ontology), times, passages, ground)
    attributions = tuple(_attributed(doc, mentions, found, ontology))
    events = tuple(_with_speakers(found.events, attributions))
    return Extraction(article, tuple(passages), mentions, chains, times, events, finding.relations, attributions)


def _ground(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], predicates: Sequence[Predicate], ontology: Ontology
) -> Ground:
    meant = [mention for mention in mentions if mention.type != ROLE and not _is_nowhere(mention)]
    named = index_mentions(doc, meant, ontology.words("belonging"))
    reading = Reading(doc, named, {chain.id: chain for chain in chains}, event_words(predicates))
    return Ground(reading, ontology, lexicon(ontology))


def _is_nowhere(mention: Mention) -> bool:
    """ "Here", of an article that does not tell where it was written."""
    return mention.kind == "pronoun" and mention.type == PLACE and mention.entity is None


def index_mentions(doc: Doc, mentions: Sequence[Mention], belongings: Collection[str]) -> dict[int, Mention]:
    """Token index → the mention it heads, else the smallest name it stands in, else the name of those it belongs to: whose
    "targets" are bombed is bombed."""
    heads = {m.head: m for m in sorted(mentions, key=lambda m: (m.span.end - m.span.start, m.id))}
    named: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if mention.kind == "name":
            for token in doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand") or ():
                named[token.i] = mention
    theirs = {
        token.i: named[owner.i]
        for token in doc
        if token.tag_ == "NNS" and token.lemma_.lower() in belongings
        for owner in token.lefts
        if owner.dep_ in OWNING and owner.i in named and named[owner.i].type != PERSON
    }
    return theirs | named | {token.i: heads[offset] for token in doc if (offset := token.idx) in heads}


def _numbers(doc: Doc, ontology: Ontology) -> Numbers:
    return Numbers({_token_at(doc, head): value for value, head in find_values(doc, ontology)})


def _token_at(doc: Doc, offset: int) -> int:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span.start if span is not None else -1


# ------------------------------------------------------------------------------------------------------- attributions
def _attributed(doc: Doc, mentions: Sequence[Mention], found: FoundEvents, ontology: Ontology) -> Iterator[Attribution]:
    """Who says what, with the events in it whose truth rests on them."""
    deeds = {event.trigger for event in found.events if ontology.is_a(event.type, ASSAULT)}
    voices = [voice for voice in find_attributions(doc, mentions, ontology) if not _is_deed(voice, deeds)]
    resting = _resting(found.events, _vouched(found, voices, ontology))
    factive = ontology.words("factive")
    laid = ontology.words("laid_to")
    yield from (_about(voice, () if _is_factive(voice, doc, factive) else resting, doc, laid) for voice in voices)


def _is_deed(voice: Attribution, deeds: Collection[Span]) -> bool:
    """ "Rebels attacked a school": who attacks in deed judges nothing in words."""
    cue = voice.cue if voice.rule == EVALUATION else None
    return cue is not None and any(cue.holds(deed) for deed in deeds)


def _with_speakers(events: Sequence[Event], voices: Sequence[Attribution]) -> Iterator[Event]:
    """ "The army's media wing said": who speaks where the verb's subject is nothing known is who is known to say it.

    Not who is spoken to: "Asked whether he knew, Ruiz said no".
    """
    speakers = {voice.cue: voice for voice in voices if voice.mention is not None}
    for event in events:
        voice = speakers.get(event.trigger) if event.type == SAID else None
        if voice is not None and not any(_is_taken(argument, voice) for argument in event.arguments):
            yield replace(
                event, arguments=(Argument("agent", mention=voice.mention, confidence=voice.confidence), *event.arguments)
            )
        else:
            yield event


def _is_taken(argument: Argument, voice: Attribution) -> bool:
    return argument.role == "agent" or (argument.role == "recipient" and argument.mention == voice.mention)


def _vouched(found: FoundEvents, voices: Sequence[Attribution], ontology: Ontology) -> frozenset[Span]:
    """Triggers that only take up what the article tells in its own voice too: "he claims that the raid was provoked"."""
    drafts, links = found.drafts, found.links
    said = [span for voice in voices if voice.rule != EVALUATION for span in voice.content]
    triggers = {number: trigger_span(draft, ontology) for number, draft in enumerate(drafts) if _is_fact(draft)}
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


def _about(attribution: Attribution, events: Sequence[Event], doc: Doc, laid: Collection[str]) -> Attribution:
    """The attribution with the events whose trigger stands in its content, and whether its content denies something."""
    within = ((_word(event, doc), event, span) for span in attribution.content for event in events if span.holds(event.trigger))
    cue = _root(attribution.cue, doc) if attribution.cue is not None and attribution.stance == "alleges" else None
    own = ((event, span, word) for word, event, span in within if cue is None or not is_presumed(word, cue, laid))
    inside = tuple(event.id for event, span, word in own if _rests(word, _root(span, doc), attribution.stance))
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
        return not is_noun(content) or content in event.conjuncts or _is_told_by(event, content)
    had = any(child.tag_ in FINITE and child.dep_ == "aux" for child in event.children)
    return not (stance in ("asks", "intends") and event.dep_ == "relcl" and (event.tag_ in FINITE or had))


def _is_told_by(event: Token, noun: Token) -> bool:
    """ "Reports that they fled"."""
    return event.head == noun and event.dep_ in ("acl", "ccomp") and any(child.dep_ == "mark" for child in event.children)


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
