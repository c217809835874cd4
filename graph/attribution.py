"""A parsed article and its mentions in, who says what out: source, cue and content of every attribution.

The grammar proposes (`speech`), the layout adds (`bylines`), and quotation marks have the last word on where content ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from .bylines import find_labelled
from .model import Attribution, Mention, Span
from .ontology import Ontology
from .quotes import Quotes, Range, find_quotes
from .speech import Speech, find_speech

NEAR = 3
SHORT_QUOTE = 4
SPOKEN = frozenset({"reports", "alleges", "asks", "denies", "intends", "believes"})


def find_attributions(doc: Doc, mentions: Sequence[Mention], ontology: Ontology) -> tuple[Attribution, ...]:
    """In text order. `speaker` is the chain of the mention that the source is headed by."""
    quotes = find_quotes(doc)
    spoken = [_with_quotes(speech, quotes, doc) for speech in find_speech(doc, ontology)]
    spoken = _continued(spoken, quotes, doc)
    spoken += find_labelled(doc, quotes, ontology)
    speakers = _Speakers.of(mentions)
    kept = [_made(speech, doc, speakers) for speech in _settled(spoken, doc)]
    return tuple(sorted((a for a in kept if a is not None), key=_place))


def _place(attribution: Attribution) -> tuple[int, int]:
    cue = attribution.cue.start if attribution.cue is not None else attribution.sentence.start
    return cue, attribution.content[0].start


# ------------------------------------------------------------------------------------------------------ with quotes
def _with_quotes(speech: Speech, quotes: Quotes, doc: Doc) -> Speech:
    """Content that a quotation reaches beyond is as long as the quotation, unless the cue itself is quoted."""
    inside = quotes.around(speech.cue.start)
    pieces = [_widened(piece, quotes, inside) for piece in speech.content]
    if not pieces and inside is None and speech.stance in SPOKEN:
        near = _nearest(speech, quotes, doc)
        pieces = [near] if near is not None else []
    return replace(speech, content=tuple(pieces))


def _widened(piece: Range, quotes: Quotes, inside: Range | None) -> Range:
    for quote in quotes.touching(piece):
        if quote != inside:
            piece = piece.joined(quote)
    return piece


def _nearest(speech: Speech, quotes: Quotes, doc: Doc) -> Range | None:
    """The quotation that ends just before, or begins just after, cue and source."""
    whole = speech.cue.joined(speech.source) if speech.source is not None else speech.cue
    sentence = doc[speech.cue.start].sent
    before, after = quotes.before(whole.start), quotes.after(whole.end)
    if before is not None and _words_between(doc, before.end, whole.start) == 0 and whole.start - before.end <= 1:
        return before
    if after is not None and after.start <= sentence.end + 1 and _words_between(doc, whole.end, after.start) <= NEAR:
        return after
    return None


def _words_between(doc: Doc, start: int, end: int) -> int:
    return sum(doc[i].is_alpha for i in range(start, end))


def _continued(spoken: Sequence[Speech], quotes: Quotes, doc: Doc) -> list[Speech]:
    """`"…," he said. "…"`: a quotation after the attribution of another, with no cue of its own, goes on with it."""
    taken = [piece for speech in spoken if quotes.around(speech.cue.start) is None for piece in speech.content]
    return [_extended(speech, taken, quotes, doc) for speech in spoken]


def _extended(speech: Speech, taken: Sequence[Range], quotes: Quotes, doc: Doc) -> Speech:
    whole = speech.cue.joined(speech.source) if speech.source is not None else speech.cue
    quoted = [piece for piece in speech.content if quotes.around(piece.start) is not None]
    if not quoted or quotes.around(speech.cue.start) is not None:
        return speech
    end = max(whole.end, *(piece.end for piece in speech.content))
    pieces = list(speech.content)
    while (following := quotes.after(end)) is not None and _goes_on(following, end, taken, doc, quotes):
        pieces.append(following)
        end = following.end
    return replace(speech, content=tuple(pieces))


def _goes_on(quote: Range, end: int, taken: Sequence[Range], doc: Doc, quotes: Quotes) -> bool:
    if any(quote.overlaps(piece) for piece in taken) or quote.end - quote.start < SHORT_QUOTE:
        return False
    between = doc[end : quote.start]
    paragraph = any(token.is_space and "\n" in token.text for token in between)
    previous = quotes.before(end)
    return sum(token.is_alpha for token in between) == 0 and (not paragraph or previous in quotes.open)


# ----------------------------------------------------------------------------------------------------------- settling
def _settled(spoken: Sequence[Speech], doc: Doc) -> Iterator[Speech]:
    """Those with content, their cue and source cut out of it; of two with one cue the first."""
    seen: set[int] = set()
    for speech in spoken:
        if speech.cue.start in seen:
            continue
        pieces = tuple(_cut(speech, doc))
        if pieces:
            seen.add(speech.cue.start)
            yield replace(speech, content=pieces)


def _cut(speech: Speech, doc: Doc) -> Iterator[Range]:
    holes = sorted(hole for hole in (speech.cue, speech.source) if hole is not None)
    done = -1
    for piece in sorted(speech.content):
        start = max(piece.start, done)
        for hole in holes:
            if start <= hole.start < piece.end:
                yield from _bare(Range(start, hole.start), doc)
                start = max(start, hole.end)
            elif hole.start < start < hole.end:
                start = hole.end
        yield from _bare(Range(start, piece.end), doc)
        done = max(done, piece.end)


def _bare(piece: Range, doc: Doc) -> Iterator[Range]:
    """Without white space and loose punctuation at its ends; nothing if no word is left."""
    start, end = piece.start, piece.end
    while start < end and (doc[start].is_space or doc[start].text in (",", ":", ";", ".", "-", "--", "\u2014", ")")):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in (",", ":", ";", "-", "--", "\u2014", "(")):
        end -= 1
    if any(not (token.is_punct or token.is_space) for token in doc[start:end]):
        yield Range(start, end)


# ------------------------------------------------------------------------------------------------------------ making
@dataclass(frozen=True, slots=True)
class _Speakers:
    """Mentions by the offset of their head word, longest first."""

    by_head: dict[int, Mention]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> _Speakers:
        ranked = sorted(
            mentions, key=lambda mention: (mention.span.start - mention.span.end, mention.span.start, mention.id), reverse=True
        )
        return cls({mention.head: mention for mention in ranked})

    def of_word(self, token: Token | None) -> Mention | None:
        """The mention that the word heads; of a relative pronoun, that of the noun it stands for."""
        if token is None:
            return None
        if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ == "nsubj"):
            clause = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
            return self.by_head.get(clause.head.idx) if clause is not None else None
        return self.by_head.get(token.idx)


def _made(speech: Speech, doc: Doc, speakers: _Speakers) -> Attribution | None:
    mention = speakers.of_word(speech.speaker)
    ranges = [speech.cue, *speech.content]
    first, last = min(piece.start for piece in ranges), max(piece.end for piece in ranges)
    return Attribution(
        content=tuple(_span(piece, doc) for piece in speech.content),
        stance=speech.stance,
        sentence=_evidence(doc, first, last),
        source=_span(speech.source, doc) if speech.source is not None else None,
        mention=mention.id if mention is not None else None,
        speaker=mention.entity if mention is not None else None,
        cue=_span(speech.cue, doc),
        polarity=speech.polarity,
        rule=speech.rule,
    )


def _span(piece: Range, doc: Doc) -> Span:
    return Span(doc[piece.start].idx, doc[piece.end - 1].idx + len(doc[piece.end - 1]))


def _evidence(doc: Doc, first: int, last: int) -> Span:
    """The sentences that hold cue and content."""
    words = [token for token in doc[doc[first].sent.start : doc[last - 1].sent.end] if not token.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1]))
