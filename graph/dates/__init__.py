"""A parsed article and its day of publication in, its times out, and which of them tells when an event was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import itemgetter

from ..attribution.quotes import MARKS
from ..model import Span, TimeExpression
from ..parse import Doc, Token
from ..predicates.words import verb_lemma
from .periods import DAYS_OF, Meaning, moved
from .tense import AHEAD
from .timevalues import Setting, mean
from .timex import Phrase, find_phrases

MODIFIERS = frozenset({"nummod", "poss", "amod", "compound", "nmod"})
CLAUSES = frozenset({"relcl", "acl"})
SAME_TIME_MARKS = frozenset({"when", "as", "while"})
COMPARED = "since (compared)"
"""The preposition of "the deadliest since 2017", which tells not when it was."""
OPEN_ENDED = frozenset({"until", "till", COMPARED})
UP_TO = frozenset({"by", "as of"})
STEP, CLOCK = "relative", "clock"
"""The rules for `a week later` and for an hour."""
_PERIOD = re.compile(r"P(\d+)([DW])")
_YEARLESS = re.compile(r"XXXX-(?:WXX-[1-7]|\d\d-\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Lending:
    """Verbs, as lemmas, whose time is also that of the event noun that is their subject ("a blast rocked Kabul on Monday"), or
    their object ("the raid sparked protests on Tuesday"); verbs said of events alone; nouns for what an event befell."""

    subject: Collection[str]
    object: Collection[str]
    happening: Collection[str] = ()
    stricken: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class RelativeTime:
    """So many days after (or, negative, before) the event whose trigger begins at the offset `anchor`."""

    days: int
    anchor: int


def find_times(doc: Doc, *, published: str | None) -> tuple[TimeExpression, ...]:
    """In text order. Without a day of publication only what the text itself dates has a value."""
    today = date.fromisoformat(published[:10]) if published else None
    text, focus, base = doc.text, None, None
    found: list[TimeExpression] = []
    for phrase, after in pairwise([*find_phrases(doc), None]):
        if phrase is None:
            continue
        meaning = mean(phrase, Setting(today, _day_behind(phrase, after, Setting(today, focus)), base))
        first, last = phrase.tokens[0], phrase.tokens[-1]
        span = Span(first.idx, last.idx + len(last))
        found.append(TimeExpression(f"t{len(found) + 1}", span, span.of(text), meaning.kind, meaning.value, meaning.timex))
        day = date.fromisoformat(meaning.value) if _DAY.fullmatch(meaning.value or "") and meaning.value else None
        focus = day or focus
        base = day if _counts_anew(phrase, meaning) else base
    return tuple(found)


def _counts_anew(phrase: Phrase, meaning: Meaning) -> bool:
    """Behind "in May" or "a week later" nobody counts on from the day told before; an hour is of that day."""
    return phrase.rule == STEP or (meaning.kind in ("DATE", "TIME") and phrase.rule != CLOCK)


def _day_behind(phrase: Phrase, after: Phrase | None, setting: Setting) -> date | None:
    """The day of the hour in "at 9:02 a.m. on April 19", else the day last told of."""
    if after is None or phrase.rule != CLOCK:
        return setting.focus
    between = phrase.tokens[-1].doc[phrase.tokens[-1].i + 1 : after.tokens[0].i]
    told = mean(after, setting).value if [word.text for word in between] in (["on"], [",", "on"], [","], []) else None
    return date.fromisoformat(told) if told is not None and _DAY.fullmatch(told) else setting.focus


def shift(value: str, days: int) -> str | None:
    """An EDTF day, or interval of days, moved; None for coarser times."""
    parts = value.split("/")
    if not all(_DAY.fullmatch(part) for part in parts):
        return None
    return "/".join(moved(date.fromisoformat(part), days, "D").isoformat() for part in parts)


def event_time(trigger: Token, times: Sequence[TimeExpression], lending: Lending) -> TimeExpression | RelativeTime | None:
    """The time that governs an event, said with the trigger itself or with the clause that carries it."""
    doc = trigger.doc
    uses = _uses(trigger.sent.start, trigger.sent.end, times, doc)
    scene = _Scene(doc, tuple(use for use in uses if not _is_parted(trigger, use.head)))
    carriers = list(_carriers(trigger, lending))
    for token in carriers:
        told = scene.told(token)
        if told is not None:
            return told
    return scene.beside(trigger, carriers)


# ------------------------------------------------------------------------------------------------------- time in use
@dataclass(frozen=True, slots=True)
class _Use:
    """A time with its head word, the verb above it, the nouns on the way up, and its preposition."""

    time: TimeExpression
    head: Token
    verb: Token | None
    nouns: tuple[Token, ...]
    modifies: Token | None
    preposition: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """The times of one sentence in use."""

    doc: Doc
    uses: tuple[_Use, ...]

    def told(self, token: Token) -> TimeExpression | None:
        """What is said of the word itself: nearest to it in the tree first, days without a year or week last."""
        near = [(rank, use) for use in self.uses if (rank := _rank(use, token)) is not None]
        ranked = [(rank, use) for rank, use in near if use.time.value is not None]
        if not ranked:
            nearest = sorted(near, key=itemgetter(0))
            return next((use.time for _, use in nearest if _YEARLESS.fullmatch(use.time.timex or "")), None)
        best = min(rank for rank, _ in ranked)
        return _joined([use for rank, use in ranked if rank == best])

    def beside(self, trigger: Token, carriers: Sequence[Token]) -> RelativeTime | None:
        """`a day after they stormed it`, seen from either event."""
        for use in self.uses:
            days = _days(use.time)
            pair = _steps_from(use, self.doc)
            if days is None or pair is None:
                continue
            later, anchor, sign = pair
            carried = {token.i for token in carriers}
            if trigger.i == later.i or (later.i in carried and anchor.i not in carried):
                return RelativeTime(sign * days, anchor.idx)
            if anchor.i in carried:
                return RelativeTime(-sign * days, _carried(later).idx)
        return None


def _uses(start: int, end: int, times: Sequence[TimeExpression], doc: Doc) -> Iterator[_Use]:
    if start >= end:
        return
    first, stop = doc[start].idx, doc[end - 1].idx
    place = bisect_right(times, first - 1, key=lambda time: time.span.start)
    for time in times[place:]:
        if time.span.start > stop:
            return
        if time.kind != "SET":
            span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if span is not None:
                yield _use(time, span.root)


def _is_parted(one: Token, other: Token) -> bool:
    """Whether a quotation holds just one of the two: what is quoted does not tell when it was said."""
    first, last = sorted((one.i, other.i))
    return sum(token.text in MARKS for token in one.doc[first:last]) % 2 == 1


def _use(time: TimeExpression, head: Token) -> _Use:
    """Climbs from the time to the first verb; a time inside a noun phrase modifies that noun alone."""
    nouns: list[Token] = []
    preposition = _preposition(head)
    modifies = head.head if head.dep_ in MODIFIERS else None
    for above in head.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return _Use(time, head, above, tuple(nouns), modifies, preposition)
        if above.pos_ in ("NOUN", "PROPN"):
            nouns.append(above)
    return _Use(time, head, None, tuple(nouns), modifies, preposition)


def _preposition(head: Token) -> str:
    if head.dep_ != "pobj":
        return ""
    before = head.head.head
    if head.head.lower_ == "of" and before.lower_ == "as":
        return "as of"
    return COMPARED if head.head.lower_ == "since" and _is_superlative(before) else head.head.lower_


def _is_superlative(word: Token) -> bool:
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in (word, *word.lefts))


def _rank(use: _Use, token: Token) -> int | None:
    """How near a time is to a word it may belong to: 0 said of it directly; None if it is another's."""
    if use.preposition in OPEN_ENDED:
        return None
    if token.i in {noun.i for noun in use.nouns}:
        return [noun.i for noun in use.nouns].index(token.i)
    if use.verb is None or use.verb.i != token.i or use.modifies is not None:
        return None
    return len(use.nouns)


def _joined(uses: list[_Use]) -> TimeExpression:
    """One time of several: `from May to July` is one interval, `since 2018` and `as of Monday` are open at one end."""
    first = uses[0]
    value = first.time.value or ""
    if len(uses) > 1 and first.preposition in ("from", "between") and "/" not in value:
        return replace(first.time, value=f"{value}/{uses[1].time.value}")
    if first.preposition == "since" and "/" not in value:
        return replace(first.time, value=f"{value}/..")
    if first.preposition in UP_TO and "/" not in value:
        return replace(first.time, value=f"../{value}")
    return next((use.time for use in uses if use.time.kind in ("DATE", "TIME")), first.time)


# --------------------------------------------------------------------------------------------------------- the clause
def _carriers(trigger: Token, lending: Lending) -> Iterator[Token]:
    """The trigger, then the words whose time is also its own, nearest first."""
    yield trigger
    yield from _below(trigger, lending)
    seen = {trigger.i}
    token = trigger
    while (above := _carrier(token, lending)) is not None and above.i not in seen:
        seen.add(above.i)
        yield above
        token = above


def _below(trigger: Token, lending: Lending) -> Iterator[Token]:
    """`raids launched on Sunday`, `attacks that killed a man last week`, `raids on bases lying there on Sunday`."""
    if trigger.pos_ in ("NOUN", "PROPN"):
        yield from _clauses(trigger)
        inner = [clause for noun in _complements(trigger) for clause in _clauses(noun)]
        yield from (clause for clause in inner if clause.tag_ == "VBG" or clause.lemma_.lower() in lending.happening)
    else:
        later = [child for child in trigger.children if child.dep_ == "conj" and not _has_subject(child) and not _is_ahead(child)]
        yield from later[:1]
        yield from (child for child in trigger.children if child.dep_ == "xcomp" and trigger.lemma_.lower() not in AHEAD)


def _clauses(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ in CLAUSES and child.tag_ != "VB")


def _complements(noun: Token) -> Iterator[Token]:
    for preposition in noun.children:
        if preposition.dep_ == "prep":
            for inner in preposition.subtree:
                if inner.dep_ == "pobj":
                    yield inner


def _carrier(token: Token, lending: Lending) -> Token | None:
    """The word above whose time is also this word's own."""
    head = token.head
    if head.i == token.i:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_carrier(token, lending)
    return head if _shares(token, head) else None


def _shares(token: Token, head: Token) -> bool:
    dep, verbal = token.dep_, head.pos_ in ("VERB", "AUX")
    if dep in ("xcomp", "pcomp"):
        return head.lemma_.lower() not in AHEAD
    if dep == "advcl":
        return _goes_along(token)
    return dep in CLAUSES or (dep == "conj" and verbal) or (dep == "ccomp" and head.lemma_ in ("see", "force", "make", "let"))


def _noun_carrier(noun: Token, lending: Lending) -> Token | None:
    """The verb that a noun is a part of, if it only says that the noun happened."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == noun.pos_:
        return head
    if noun.dep_ == "pobj" and head.lower_ in ("of", "in"):
        return head.head if head.head.pos_ == ("NOUN" if head.lower_ == "of" else "VERB") else None
    if noun.dep_ == "attr" and noun.lemma_.lower() in lending.stricken:
        return head
    verbs = {"nsubj": lending.subject, "dobj": lending.object}.get(noun.dep_, ())
    return head if noun.dep_ == "nsubjpass" or verb_lemma(head) in verbs else None


def _goes_along(clause: Token) -> bool:
    """A participle without conjunction, or a clause of simultaneity."""
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    if marks & SAME_TIME_MARKS:
        return True
    return clause.tag_ in ("VBG", "VBN") and not marks & {"after", "before", "since", "if", "until"}


def _is_ahead(verb: Token) -> bool:
    """ "Was freed and will stand trial in March": what is to come has a time of its own."""
    return any(child.tag_ == "MD" for child in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _carried(verb: Token) -> Token:
    """The infinitive of `began to withdraw`."""
    return next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), verb)


# ------------------------------------------------------------------------------------------------------ relative times
def _days(time: TimeExpression) -> int | None:
    found = _PERIOD.fullmatch(time.timex or "") if time.kind == "DURATION" else None
    if found is None:
        return None
    return int(found[1]) * DAYS_OF[found[2]]


def _steps_from(use: _Use, doc: Doc) -> tuple[Token, Token, int] | None:
    """The later told event, the event it is counted from, and the direction, of `a day after …`."""
    last = doc.char_span(use.time.span.start, use.time.span.end, alignment_mode="expand")
    if last is None or last.end >= len(doc) or doc[last.end].lower_ not in ("after", "before"):
        return None
    word = doc[last.end]
    anchor = word.head if word.dep_ == "mark" else next((c for c in word.children if c.dep_ in ("pobj", "pcomp")), None)
    if anchor is None:
        return None
    start = anchor if word.dep_ == "mark" else word
    told = next((t for t in start.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return (told, anchor, 1 if word.lower_ == "after" else -1) if told is not None else None
