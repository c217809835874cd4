"""One article's Extraction and the Resolution in, its Claims and what its speakers said out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..edtf import approximate, whole_day
from ..iris import Names, fingerprint
from ..model import Argument, Attribution, Claim, Event, Extraction, Modality, Polarity, Relation, Span, Stance, Value
from ..ontology import PREFIXES, Ontology, iri
from .binding import Binding

TYPE = PREFIXES["rdf"] + "type"
UNTYPED, NOUN = "Event", "#n"
SAID_RULE, NEWS_RULE = "attribution", "news of the day"
_ABOUT = 0.9
_EVALUATION, _WILL = "evaluation", "will"
_PRESUPPOSED = frozenset(
    ("citizenOf", "positionHeld", "headOf", "leaderOf", "locatedIn", "basedIn", "partOf", "memberOf", "worksFor")
)
_COPULAS = frozenset(("is", "are", "was", "were", "be", "been", "becomes", "became", "become", "remains", "remained"))
_OPEN_QUOTES = '"“«„‟'
_HEDGED: Mapping[Stance, Modality] = {
    "alleges": "possible",
    "denies": "possible",
    "believes": "possible",
    "intends": "planned",
    "asks": "hypothetical",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of a speaker that stand as an event of their own; `span` is what denotes it in the article."""

    iri: str
    span: Span
    content: tuple[Span, ...]
    quote: str
    speaker: str
    polarity: Polarity
    minted: bool


@dataclass(frozen=True, slots=True)
class Said:
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the claims of one event, relation or attribution share."""

    evidence: Span
    confidence: float
    rule: str
    stance: Stance = "asserts"
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    speaker: str | None = None
    cue: str | None = None

    def content(self) -> tuple[object, ...]:
        """What makes claims differ: not the rule that found them, nor its confidence."""
        span = self.evidence
        return span.start, span.end, self.stance, self.polarity, self.modality, self.speaker, self.cue


@dataclass(frozen=True, slots=True)
class _Qualifiers:
    """What only some claims have: the bounds of a figure, the time a relation holds."""

    lower: int | None = None
    upper: int | None = None
    approximate: bool = False
    former: bool = False
    valid_from: str | None = None
    valid_until: str | None = None

    def content(self) -> tuple[object, ...]:
        return self.lower, self.upper, self.approximate, self.former, self.valid_from, self.valid_until


_NONE = _Qualifiers()


def is_plain(claim: Claim) -> bool:
    """Is it said as a fact? Only then does its triple stand in the merged graph."""
    return claim.polarity == "positive" and claim.modality == "actual" and claim.stance in ("asserts", "reports")


def claims_of(extraction: Extraction, binding: Binding, ontology: Ontology, names: Names) -> Said:
    """Claims in the order of the text, each once; what the resolution does not know is left out."""
    return _Article(extraction, binding, ontology, names).read()


def _linked(extraction: Extraction) -> set[str]:
    """Events that the article ties to others."""
    found: set[str] = set()
    for event in extraction.events:
        ties = {*event.because, *event.after, *(other for other in (event.part_of, event.same_as) if other)}
        found |= ties | {event.id} if ties else set()
    return found


class _Article:
    """One article while its claims are made."""

    def __init__(self, extraction: Extraction, binding: Binding, ontology: Ontology, names: Names) -> None:
        self.extraction = extraction
        self.id = extraction.article.id
        self.text = extraction.article.text
        self.ontology = ontology
        self.names = names
        self.entity_ids = binding.entities.get(self.id, {})
        self.incident_ids = binding.incidents.get(self.id, {})
        self.timed = binding.timed
        self.classes = binding.classes
        self.published = whole_day(extraction.article.published)
        self.chain_of = {mention.id: mention.entity for mention in extraction.mentions if mention.entity}
        self.named = {mention.entity for mention in extraction.mentions if mention.kind == "name" and mention.entity}
        self.linked = _linked(extraction)
        self.peopled = {event.id for event in extraction.events if any(argument.mention for argument in event.arguments)}
        self.voices = _voices(extraction.attributions)

    def read(self) -> Said:
        statements = [found for attribution in self.extraction.attributions if (found := self._statement(attribution))]
        claims = [
            *(claim for event in self.extraction.events for claim in self._event_claims(event)),
            *(claim for relation in self.extraction.relations for claim in self._relation_claims(relation)),
            *(claim for attribution, said in statements for claim in self._statement_claims(attribution, said)),
        ]
        return Said(tuple({claim.id: claim for claim in claims}.values()), tuple(said for _, said in statements))

    # events

    def _event_claims(self, event: Event) -> Iterator[Claim]:
        subject = self._event(event.id)
        if subject is None or not self._is_kept(event):
            return
        ground = self._event_ground(event)
        own = [*self._argument_claims(event, subject, ground), *self._link_claims(event, subject, ground)]
        if not own:
            own = [self._claim(ground, subject, TYPE, iri(event.type))]
        yield from own
        yield from self._news_claims(event, subject, ground)
        for earlier in self._events(event.after, subject):
            yield self._claim(ground, earlier, iri("precedes"), subject)

    def _is_kept(self, event: Event) -> bool:
        """A noun of which nothing more is told is no event; what no class fits is kept if a name takes part in it. What others
        are tied to is always kept."""
        if event.type == UNTYPED:
            return event.id in self.linked or any(self.chain_of.get(a.mention or "") in self.named for a in event.arguments)
        return bool(event.arguments or event.time) or event.id in self.linked or not event.rule.endswith(NOUN)

    def _argument_claims(self, event: Event, subject: str, ground: _Ground) -> Iterator[Claim]:
        voices = self._heard(event)
        for argument in event.arguments:
            target = self._filler(argument)
            if target is not None:
                own = event.confidence if argument.confidence is None else argument.confidence
                told = replace(ground, confidence=_resting(own, voices))
                said = self._alleged(told, argument) if argument.alleged else told
                yield self._claim(said, subject, iri(argument.role), target, _bounds(argument.value))
        if event.time:
            yield self._claim(ground, subject, iri("time"), event.time)

    def _news_claims(self, event: Event, subject: str, ground: _Ground) -> Iterator[Claim]:
        """What no article dates and this one tells as news was about the day it was published."""
        if event.news and self.published and self.incident_ids[event.id] not in self.timed:
            told = replace(ground, confidence=round(ground.confidence * _ABOUT, 2), rule=NEWS_RULE)
            yield self._claim(told, subject, iri("time"), approximate(self.published))

    def _alleged(self, ground: _Ground, argument: Argument) -> _Ground:
        """Who did it is the word of the one who claims or accuses; that it was done is not."""
        said = "possible" if ground.modality == "actual" else ground.modality
        speaker = self._entity(self.chain_of.get(argument.speaker or ""))
        return replace(ground, stance="alleges", modality=said, speaker=speaker, cue=None)

    def _link_claims(self, event: Event, subject: str, ground: _Ground) -> Iterator[Claim]:
        """What moved somebody to try is told as a fact, even where it is not told that they did it."""
        why = replace(ground, modality="actual") if ground.modality == "possible" else ground
        for cause in self._events(event.because, subject):
            yield self._claim(why, subject, iri("because"), cause)
        for whole in self._events((event.part_of,) if event.part_of else (), subject):
            yield self._claim(ground, subject, iri("partOfEvent"), whole)

    def _heard(self, event: Event) -> list[Attribution]:
        """Those on whose word the event rests, innermost first."""
        return [voice for voice in self.voices.get(event.id, []) if voice.rule != _EVALUATION]

    def _event_ground(self, event: Event) -> _Ground:
        voices = self._heard(event)
        denied = any(voice.stance == "denies" for voice in voices)
        negative = denied or event.polarity == "negative" or (bool(voices) and voices[0].polarity == "negative")
        return _Ground(
            event.sentence,
            _resting(event.confidence, voices),
            event.rule,
            stance=voices[0].stance if voices else "asserts",
            polarity="negative" if negative else "positive",
            modality=_modality(event.modality, voices),
            speaker=self._speaker(voices[0]) if voices else None,
            cue=self._cue(voices[0]) if voices else None,
        )

    # relations

    def _relation_claims(self, relation: Relation) -> Iterator[Claim]:
        subject, target = self._entity(relation.subject), self._entity(relation.object)
        if subject is None or target is None or subject == target or not self._may_hold(relation):
            return
        qualifiers = _Qualifiers(former=relation.former, valid_from=relation.valid_from, valid_until=relation.valid_until)
        yield self._claim(self._relation_ground(relation), subject, iri(relation.property), target, qualifiers)

    def _may_hold(self, relation: Relation) -> bool:
        """Not where most articles know one of the two for something else, as a person for what this one reads as a place."""
        subject, target = (self.classes[self.entity_ids[local]] for local in (relation.subject, relation.object))
        return self.ontology.joins(relation.property, subject, target)

    def _relation_ground(self, relation: Relation) -> _Ground:
        said = () if self._is_presupposed(relation) else self.extraction.attributions
        around = [a for a in said if a.rule != _EVALUATION and any(span.holds(relation.evidence) for span in a.content)]
        voices = sorted(around, key=_extent)
        denied = any(voice.stance == "denies" for voice in voices)
        return _Ground(
            relation.evidence,
            _resting(relation.confidence, voices),
            relation.rule,
            stance=voices[0].stance if voices else "asserts",
            polarity="negative" if denied else relation.polarity,
            modality=_modality("actual", voices),
            speaker=self._speaker(voices[0]) if voices else None,
            cue=self._cue(voices[0]) if voices else None,
        )

    def _is_presupposed(self, relation: Relation) -> bool:
        """Does a noun phrase take it for granted ("the Iraqi minister")? The article then vouches for it, whoever speaks."""
        told = relation.rule.endswith("#v") or not _COPULAS.isdisjoint(relation.evidence.of(self.text).lower().split())
        return relation.property in _PRESUPPOSED and not told

    # statements

    def _statement(self, attribution: Attribution) -> tuple[Attribution, Statement] | None:
        speaker = self._speaker(attribution)
        if speaker is None or not attribution.content or not self._stands_alone(attribution):
            return None
        event = self._saying(attribution)
        return attribution, Statement(
            iri=event or self._mint(attribution),
            span=attribution.cue or attribution.content[0],
            content=attribution.content,
            quote=" … ".join(span.of(self.text) for span in attribution.content),
            speaker=speaker,
            polarity="negative" if attribution.stance == "denies" or attribution.negated else attribution.polarity,
            minted=event is None,
        )

    def _stands_alone(self, attribution: Attribution) -> bool:
        """No event with somebody in it covers the content, or it denies something, or it is quoted, or another source
        stands between the speaker and an event; what is only judged (backed, condemned) or willed (wanted) is not said."""
        quoted = any(self._is_quoted(span) for span in attribution.content)
        if attribution.rule in (_EVALUATION, _WILL) and not quoted:
            return False
        known = [event for event in attribution.events if event in self.incident_ids and event in self.peopled]
        outer = any(self.voices[event][0] is not attribution for event in known)
        return not known or outer or attribution.negated or quoted

    def _is_quoted(self, span: Span) -> bool:
        return any(character in _OPEN_QUOTES for character in self.text[max(span.start - 1, 0) : span.end])

    def _saying(self, attribution: Attribution) -> str | None:
        """The event of the speech verb itself, if the ontology reads that verb as a statement."""
        cue = attribution.cue
        if cue is None:
            return None
        events = [e for e in self.extraction.events if e.trigger.overlaps(cue) and self.ontology.is_a(e.type, "Statement")]
        return next(filter(None, (self._event(event.id) for event in events)), None)

    def _mint(self, attribution: Attribution) -> str:
        spans = (attribution.content[0].start, attribution.content[-1].end, attribution.cue or "")
        return self.names.event(f"statement-{fingerprint(self.id, *spans)}")

    def _statement_claims(self, attribution: Attribution, said: Statement) -> Iterator[Claim]:
        ground = _Ground(
            attribution.sentence,
            attribution.confidence,
            attribution.rule or SAID_RULE,
            stance=attribution.stance,
            polarity=said.polarity,
            speaker=said.speaker,
            cue=self._cue(attribution),
        )
        claim = self._claim(ground, said.iri, iri("agent"), said.speaker)
        if said.minted and not is_plain(claim):
            yield self._claim(_Ground(ground.evidence, ground.confidence, ground.rule), said.iri, iri("agent"), said.speaker)
        yield claim

    # what all share

    def _claim(self, ground: _Ground, subject: str, predicate: str, target: str | int, extra: _Qualifiers = _NONE) -> Claim:
        return Claim(
            id=fingerprint(self.id, subject, predicate, target, *ground.content(), *extra.content()),
            subject=subject,
            predicate=predicate,
            object=target,
            article=self.id,
            evidence=ground.evidence,
            quote=ground.evidence.of(self.text),
            stance=ground.stance,
            polarity=ground.polarity,
            modality=ground.modality,
            confidence=ground.confidence,
            rule=ground.rule,
            speaker=ground.speaker,
            cue=ground.cue,
            lower=extra.lower,
            upper=extra.upper,
            approximate=extra.approximate,
            former=extra.former,
            valid_from=extra.valid_from,
            valid_until=extra.valid_until,
        )

    def _filler(self, argument: Argument) -> str | int | None:
        if argument.value is not None:
            return argument.value.number
        return self._entity(self.chain_of.get(argument.mention or ""))

    def _entity(self, chain: str | None) -> str | None:
        entity = self.entity_ids.get(chain) if chain else None
        return self.names.entity(entity) if entity else None

    def _event(self, event: str) -> str | None:
        incident = self.incident_ids.get(event)
        return self.names.event(incident) if incident else None

    def _events(self, events: tuple[str, ...], but: str) -> list[str]:
        found = (self._event(event) for event in events)
        return [event for event in found if event is not None and event != but]

    def _speaker(self, voice: Attribution) -> str | None:
        return self._entity(voice.speaker or self.chain_of.get(voice.mention or ""))

    def _cue(self, voice: Attribution) -> str | None:
        return voice.cue.of(self.text) if voice.cue else None


def _voices(attributions: tuple[Attribution, ...]) -> dict[str, list[Attribution]]:
    """Event id → the attributions it stands in, innermost first."""
    voices: dict[str, list[Attribution]] = {}
    for attribution in sorted(attributions, key=_extent):
        for event in attribution.events:
            voices.setdefault(event, []).append(attribution)
    return voices


def _extent(attribution: Attribution) -> tuple[int, int]:
    return sum(span.end - span.start for span in attribution.content), attribution.sentence.start


def _resting(own: float, voices: list[Attribution]) -> float:
    """What somebody else says is right only if it is also right that they say it."""
    return round(own * voices[0].confidence, 2) if voices else own


def _modality(own: Modality, voices: list[Attribution]) -> Modality:
    """Whoever hedges on the way from the event to the article's own voice takes the plain fact away."""
    hedges = [_HEDGED[voice.stance] for voice in voices if voice.stance in _HEDGED]
    return hedges[0] if own == "actual" and hedges else own


def _bounds(value: Value | None) -> _Qualifiers:
    if value is None:
        return _NONE
    lower = value.number if value.bound == "lower" or value.high is not None else None
    upper = value.number if value.bound == "upper" else value.high
    return _Qualifiers(lower=lower, upper=upper, approximate=value.bound == "approximate")
