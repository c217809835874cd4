"""The nouns: frozen records that stages hand to each other, with no IO, no spaCy type and no RDF type in them.

Offsets are `[start, end)` in Unicode code points of `Article.text`, which is never changed after reading.
Class, role and relation names are local names of the vocabulary ("Airstrike", "agent", "backedBy").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["headline", "body", "caption", "credit", "boilerplate"]
MentionKind = Literal["name", "nominal", "pronoun"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "lower", "upper", "approximate"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "planned", "possible", "hypothetical"]
Stance = Literal["asserts", "reports", "alleges", "denies", "intends", "believes", "asks"]
Verdict = Literal["same", "different", "unsure"]
DisagreementKind = Literal["compatible", "update", "dispute"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one article's text; `article.text[start:end]` is the evidence."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as ingested.

    `id` is the id given by the source, else the file's stem; `source` the file (or file#record) it was read from and
    `copies` further files with the very same text. `published` is an ISO date; absent when the source states none.
    """

    id: str
    text: str
    source: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked stretch of an article; `rule` is the id of the cleaning rule that marked it."""

    span: Span
    kind: PassageKind
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of an entity; `head` is the offset of its head word, `entity` the id of its chain."""

    id: str
    span: Span
    text: str
    kind: MentionKind
    type: str
    head: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one entity inside one article; `same_as` is an external IRI the gazetteer is certain of.

    `known` is the gazetteer's own key of the entity ("seed:kataib-hezbollah", "gn:98182"), kept for resolving.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the text: `value` is EDTF (absent if it cannot be told), `timex` the TimeML value."""

    id: str
    span: Span
    text: str
    kind: TimeKind
    value: str | None = None
    timex: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in the text. `high` is set for ranges and declared vague words ("scores": number 40, high 99)."""

    number: int
    span: Span
    bound: Bound = "exact"
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role of an event: a mention (by id) or a figure; without a `confidence` it is as sure as the event.

    `alleged`: somebody says that it fills the role, the article does not; `speaker` is the mention of who says so, if told.
    """

    role: str
    mention: str | None = None
    value: Value | None = None
    confidence: float | None = None
    alleged: bool = False
    speaker: str | None = None


ASIDE = "aside"
"""The rule of an event that an article has only in passing, in a figure of speech or as what might be: it stands in no graph."""


@dataclass(frozen=True, slots=True)
class Event:
    """One report of a happening in one sentence.

    `part_of` and `same_as` name other events of the article, `because` those that caused it, `after` those it follows.
    `sentence` is the evidence, `rule` names what found it, `lemma` is the trigger's dictionary form. `hint` is the day that
    an event without a `time` is told with, as TimeML has it without its year or week ("XXXX-WXX-2", "XXXX-12-31").
    `news`: told without a time, as the news of the day the article was published.
    """

    id: str
    type: str
    trigger: Span
    sentence: Span
    lemma: str
    arguments: tuple[Argument, ...] = ()
    time: str | None = None
    hint: str | None = None
    news: bool = False
    part_of: str | None = None
    same_as: str | None = None
    because: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie said in the text; `subject` and `object` are chain ids."""

    property: str
    subject: str
    object: str
    evidence: Span
    polarity: Polarity = "positive"
    confidence: float = 0.5
    former: bool = False
    valid_from: str | None = None
    valid_until: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source's span (and mention), the cue's span, the content's spans and the events inside it.

    `speaker` is a chain id. `events` are the events whose truth rests on the source; `sentence` is the evidence.
    `polarity` is the cue's own ("did not say"); `negated` tells that what is said denies something ("they were not part").
    """

    content: tuple[Span, ...]
    stance: Stance
    sentence: Span
    source: Span | None = None
    mention: str | None = None
    speaker: str | None = None
    cue: Span | None = None
    polarity: Polarity = "positive"
    negated: bool = False
    events: tuple[str, ...] = ()
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says: the unit of caching and the record `newsgraph extract` prints."""

    article: Article
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Local:
    """A chain or event of one article, named from outside: the article's id and the local id."""

    article: str
    id: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A real-world actor, place or role over all articles; `id` is a slug, stable under order of the articles."""

    id: str
    type: str
    label: str
    aliases: tuple[str, ...]
    members: tuple[Local, ...]
    matches: tuple[str, ...] = ()
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One event over all articles: its reports, the most specific class and the time they agree on."""

    id: str
    type: str
    members: tuple[Local, ...]
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two things were merged or kept apart; `left` and `right` are ids of entities or events, or names.

    `by` is a rule id, or the person who judged by hand.
    """

    left: str
    right: str
    verdict: Verdict
    reason: str
    by: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the articles together speak of."""

    entities: tuple[Entity, ...]
    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    copies: tuple[tuple[str, str], ...] = ()
    dated: tuple[tuple[str, str], ...] = ()
    """(article id, EDTF date) for articles without a date that shared events date."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The atom: what one article says of one thing; `id` is the hash of the content.

    `subject` is an entity or event IRI, `object` an IRI or a number; `speaker` an entity IRI (absent: the article's own voice).
    """

    id: str
    subject: str
    predicate: str
    object: str | int
    article: str
    evidence: Span
    quote: str
    stance: Stance
    polarity: Polarity
    modality: Modality
    confidence: float
    rule: str = ""
    speaker: str | None = None
    cue: str | None = None
    lower: int | None = None
    upper: int | None = None
    approximate: bool = False
    former: bool = False
    valid_from: str | None = None
    valid_until: str | None = None
