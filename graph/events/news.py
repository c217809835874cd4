"""Drafts of an article's events in, which of those without a time are told as the news of its day out.

So are what the headline and the first sentence tell in a main clause, and what somebody is said to say where no time is told
around it. Nothing follows for what had been before, will be, or is told on the side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..attribution.quotes import MARKS
from ..model import Passage, Span, TimeExpression
from ..parse import Doc, Token, Tokens
from .drafts import Draft
from .frames import Ground

SAYING = ("Statement", "Denial")
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
HAVE, WERE = frozenset({"has", "have", "'s", "'ve"}), frozenset({"is", "are", "was", "were", "been"})
FIRST = frozenset({"i", "we", "you"})
SAME = frozenset({"this", "same", "first"})
LATER = frozenset({"after", "before", "since", "if", "until", "unless", "once", "although", "though"})


def news_of_the_day(
    drafts: Sequence[Draft], known: Collection[int], times: Sequence[TimeExpression], passages: Sequence[Passage], ground: Ground
) -> frozenset[int]:
    """The numbers of the drafts; `known` are those whose time is told."""
    doc = ground.reading.doc
    lead = _lead(doc, passages)
    told = [time.span for time in times if time.value is not None]
    other = (ground.ontology.words("other_day"), ground.ontology.words("other_time"))
    fresh = (
        n for n, draft in enumerate(drafts) if n not in known and _is_fact(draft) and not _is_of_other_days(draft, times, other)
    )
    return frozenset(n for n in fresh if _is_fresh(drafts[n], lead, told, says=_says(drafts[n], ground)))


def _says(draft: Draft, ground: Ground) -> bool:
    return draft.predicate.pos == "v" and any(ground.ontology.is_a(draft.type, cls) for cls in SAYING)


def _is_fact(draft: Draft) -> bool:
    return draft.status.polarity == "positive" and draft.status.modality == "actual"


def _is_of_other_days(draft: Draft, times: Sequence[TimeExpression], words: tuple[Collection[str], Collection[str]]) -> bool:
    """ "Has already said", "for years has said", "recently announced", "said on previous occasions"."""
    for child in (draft.predicate.support or draft.token).children:
        if child.dep_ in ("advmod", "npadvmod", "prep"):
            first, last = child.left_edge.idx, child.right_edge.idx
            named = child.lower_ in words[0] or _is_some_time(child, words[1])
            if named or any(first <= time.span.start <= last for time in times):
                return True
    return False


def _is_some_time(preposition: Token, words: Collection[str]) -> bool:
    """ "In the past", "at the time"; not "on this occasion", "at the same time", "in time"."""
    named = (word for word in preposition.children if word.dep_ == "pobj" and word.lemma_.lower() in words)
    around = ({child.lower_ for child in word.children} for word in named)
    return any(told and not told & SAME for told in around)


def _is_fresh(draft: Draft, lead: Span, told: Sequence[Span], *, says: bool) -> bool:
    verb = draft.predicate.support or draft.token
    if _is_quoted(verb):
        return False
    if says and verb.i == verb.sent.root.i and not any(_is_around(verb, span) for span in told):
        return _is_new(verb, PAST | PRESENT)
    if verb.idx >= lead.end or verb.pos_ not in ("VERB", "AUX"):
        return False
    return _leads(verb, PAST | (PRESENT if verb.idx < lead.start else frozenset()))


def _is_quoted(verb: Token) -> bool:
    """Who is quoted tells of another day, if not by name of it: "I told him", or behind a mark that opens."""
    speaks = any(child.dep_ == "nsubj" and child.lower_ in FIRST for child in verb.children)
    return speaks or sum(token.text in MARKS for token in verb.doc[verb.sent.start : verb.i]) % 2 == 1


def _is_around(verb: Token, time: Span) -> bool:
    """Whether a time is told in the sentence or, of what is told in the simple past, in the one before."""
    sentence = verb.sent
    if verb.tag_ not in PAST:
        return sentence.start_char <= time.start < sentence.end_char
    before = sentence[0].nbor(-1).sent if sentence.start else sentence
    first = before if any(token.pos_ == "VERB" for token in before) else sentence
    return first.start_char <= time.start < sentence.end_char


def _leads(verb: Token, tenses: frozenset[str]) -> bool:
    """Whether it is said in the main clause, beside it ("saying …") or before the one who says so ("…, police said")."""
    head = verb.head
    if verb.dep_ == "ROOT":
        return _is_new(verb, tenses)
    if verb.dep_ == "ccomp" and verb.i < head.i:
        return head.dep_ == "ROOT" and _is_new(verb, PAST)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _leads(head, tenses) and (verb.tag_ in ("VBG", "VBN") or _is_new(verb, tenses))
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _marks(verb) & LATER and _leads(head, tenses)


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod", "prep")}


def _is_new(verb: Token, tenses: frozenset[str]) -> bool:
    """Simple past, "has done" and, in headlines, "does"; "delivered" of a headline too."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not helpers:
        return verb.tag_ in tenses or (verb.tag_ == "VBN" and tenses >= PRESENT)
    if verb.tag_ == "VBN":
        perfect, passive = bool(helpers & HAVE), bool(helpers & (WERE - {"been"}))
        return helpers <= HAVE | WERE and (perfect or passive)
    return False


def _lead(doc: Doc, passages: Sequence[Passage]) -> Span:
    """From the first sentence of the body that tells something to its end; the headline stands before it."""
    for sentence in _body(doc, passages):
        if any(token.tag_ in PAST | PRESENT for token in sentence):
            return Span(sentence.start_char, sentence.end_char)
    return Span(0, 0)


def _body(doc: Doc, passages: Sequence[Passage]) -> Iterator[Tokens]:
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    for sentence in doc.sents:
        if not any(span.start <= sentence.start_char < span.end for span in headlines):
            yield sentence
