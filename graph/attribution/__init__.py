"""A parsed article and its mentions in, who says what out: source, cue and content of every attribution.

The grammar proposes (`speech`), the layout adds (`bylines`), and quotation marks have the last word on where content ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..confidence import ATTRIBUTION, likely
from ..model import Attribution, Mention, Span
from ..ontology import Ontology
from ..parse import Doc, Token
from .answers import answered
from .bylines import find_labelled
from .quotes import Quotes, Range, find_quotes
from .speech import EVALUATION, WILL, Speech, find_speech

NEAR = 3
SHORT_QUOTE = 4
LONGEST_ASIDE = 40
LONGEST_FRONT = 8
FRONTED = "fronted"
ROLE = "Role"
VOICES = ("Actor", "Facility", ROLE)
TRAILING = frozenset({",", "?", "!", "\u2014", "--", "\u2026", "..."})


def find_attributions(doc: Doc, mentions: Sequence[Mention], ontology: Ontology) -> tuple[Attribution, ...]:
    """In text order. `speaker` is the chain of the mention that the source is headed by."""
    quotes = find_quotes(doc)
    labelled = list(find_labelled(doc, quotes, ontology))
    spoken = [_with_quotes(speech, quotes, doc) for speech in find_speech(doc, ontology)]
    spoken = [speech for speech in spoken if not _is_claimed(speech, spoken, labelled)]
    spoken = answered(spoken, doc, ontology.words("speech_noun"))
    speakers = _Speakers.of(mentions, ontology.words("authored"))
    plain = ontology.words("plain_cue")
    settled = _settled([*labelled, *_continued(spoken, quotes, doc)], doc)
    kept = (_made(speech, doc, speakers, plain) for speech in settled if not _is_heading(speech, speakers, ontology))
    return tuple(sorted(kept, key=_place))


def _is_claimed(speech: Speech, spoken: Sequence[Speech], labelled: Sequence[Speech]) -> bool:
    """Whether its cue is a word of a label, or a noun at the front of another's sentence ("Both claims Iran denies")."""
    cue = speech.cue.start
    if any(cue in label.cue or (label.source is not None and cue in label.source) for label in labelled):
        return True
    return any(other.rule == FRONTED and cue in piece for other in spoken for piece in other.content)


def _is_heading(speech: Speech, speakers: _Speakers, ontology: Ontology) -> bool:
    """Whether what stands before a colon can say nothing: a place, or what the article is about ("Lima protests: …")."""
    if speech.rule != "label" or speech.speaker is None:
        return False
    mention = speakers.of_word(speech.speaker)
    if mention is not None:
        return not any(ontology.is_a(mention.type, cls) for cls in VOICES)
    return (speech.speaker.lemma_.lower(), "n") in ontology.triggers


def _place(attribution: Attribution) -> tuple[int, int]:
    cue = attribution.cue.start if attribution.cue is not None else attribution.sentence.start
    return cue, attribution.content[0].start


# ------------------------------------------------------------------------------------------------------ with quotes
def _with_quotes(speech: Speech, quotes: Quotes, doc: Doc) -> Speech:
    """Content that a quotation reaches beyond is as long as the quotation, unless the cue itself is quoted."""
    inside = quotes.around(speech.cue.start)
    whole = [_widened(piece, quotes, inside) for piece in speech.content]
    pieces = [piece if piece.end <= speech.cue.start else _tailless(piece, quotes, doc) for piece in whole]
    if not pieces and inside is None and speech.rule in ("verb", EVALUATION, WILL):
        near = _nearest(speech, quotes, doc)
        if near is None:
            return _fronted(speech, doc) or _trailing(speech, doc) or replace(speech, content=tuple(_interrupted(speech, doc)))
        pieces = [near]
    return replace(speech, content=tuple(pieces))


def _ends_sentence(speech: Speech, doc: Doc) -> bool:
    end = speech.cue.end
    return end < len(doc) and doc[end].text in (".", "!", "?") and doc[end - 1].tag_ in ("VBZ", "VBD", "VBP")


def _fronted(speech: Speech, doc: Doc) -> Speech | None:
    """`Both claims Iran denies.`: a short object before the source."""
    source = speech.source
    if source is None or source.end != speech.cue.start or not _ends_sentence(speech, doc):
        return None
    before = doc[doc[source.start].sent.start : source.start]
    if not 1 < len(before) <= LONGEST_FRONT or any(token.is_punct for token in before):
        return None
    return replace(speech, content=(Range(before.start, before.end),), rule=FRONTED)


def _trailing(speech: Speech, doc: Doc) -> Speech | None:
    """`…, the Washington Post reports.`: the words between the last comma and a cue that ends its sentence."""
    if speech.stance not in ("reports", "alleges") or not _ends_sentence(speech, doc):
        return None
    sentence = doc[speech.cue.start].sent
    comma = next((i for i in range(speech.cue.start - 1, sentence.start, -1) if doc[i].text == ","), None)
    if comma is None or not 1 < speech.cue.start - comma <= LONGEST_FRONT:
        return None
    name = doc[comma + 1 : speech.cue.start]
    if name[0].pos_ not in ("DET", "PROPN", "PRON", "ADJ", "NOUN") or any(
        token.pos_ in ("VERB", "AUX", "CCONJ") for token in name
    ):
        return None
    content = (Range(sentence.start, comma),)
    return replace(speech, source=Range(name.start, name.end), speaker=name.root, content=content, rule="trailing")


def _tailless(piece: Range, quotes: Quotes, doc: Doc) -> Range:
    """Without a clause behind a comma or dash at its end that only the writer adds: `…, who is 70`; not if "he said" follows."""
    if quotes.around(piece.end - 1) is not None:
        return piece
    last = doc[piece.end - 1]
    for token in doc[piece.start : piece.end]:
        if token.right_edge.i != last.i or token.left_edge.i <= piece.start + 1 or not _is_aside(token):
            continue
        start = token.left_edge.i
        if doc[start - 1].text in (",", "\u2014", "\u2015", "--"):
            return Range(piece.start, start - 1)
    return piece


def _is_aside(token: Token) -> bool:
    if token.dep_ == "relcl":
        return True
    marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
    return token.dep_ == "advcl" and (token.tag_ == "VBG" or bool(marks & {"though", "although"}))


def _interrupted(speech: Speech, doc: Doc) -> Iterator[Range]:
    """`Protest, he said, is patriotic`: the sentence around a cue and source that commas set off."""
    whole = speech.cue.joined(speech.source) if speech.source is not None else None
    if whole is None or speech.stance == "intends" or whole.end - whole.start > LONGEST_ASIDE:
        return
    sentence = doc[whole.start].sent
    before = doc[whole.start - 1].text if whole.start > sentence.start else ""
    after = doc[whole.end].text if whole.end < sentence.end else "."
    if before == "," and after in (",", ".", "!", "?", ";"):
        yield Range(_after_semicolon(doc, sentence.start, whole.start), whole.start)
        yield Range(whole.end, whole.end if after == ";" or _adds(speech, doc) else sentence.end)


def _adds(speech: Speech, doc: Doc) -> bool:
    """ "…, he said, accusing them of lying": what the speaker does besides is no more of what he said before."""
    verbs = (doc[at] for at in range(speech.cue.start, speech.cue.end))
    return any(child.dep_ == "advcl" and child.tag_ == "VBG" for verb in verbs for child in verb.rights)


def _after_semicolon(doc: Doc, start: int, end: int) -> int:
    """Where the part of a sentence begins that is said before `end`."""
    return next((i + 1 for i in range(end - 1, start - 1, -1) if doc[i].text == ";"), start)


def _widened(piece: Range, quotes: Quotes, inside: Range | None) -> Range:
    for quote in quotes.touching(piece):
        if quote != inside:
            piece = piece.joined(quote)
    return piece


def _nearest(speech: Speech, quotes: Quotes, doc: Doc) -> Range | None:
    """The quotation that ends just before, or begins just after, cue and source."""
    if speech.noun is not None and quotes.around(speech.noun.i) is None:
        return None
    whole = speech.cue.joined(speech.source) if speech.source is not None else speech.cue
    sentence = doc[speech.cue.start].sent
    before, after = quotes.before(whole.start), quotes.after(whole.end)
    if before is not None and whole.start - before.end <= 1 and _is_tail(before, whole, doc):
        return before
    if after is None or after.start > sentence.end + 1 or _is_parted(doc, whole.end, after.start):
        return None
    return after if _words_between(doc, whole.end, after.start) <= NEAR else None


def _is_tail(quote: Range, whole: Range, doc: Doc) -> bool:
    """Whether the cue goes on in the sentence of the quotation, or its own sentence is nothing but cue and source."""
    if _words_between(doc, quote.end, whole.start):
        return False
    sentence = doc[whole.start].sent
    return quote.end > sentence.start or doc[quote.end - 2].text in TRAILING or not _words_between(doc, whole.end, sentence.end)


def _is_parted(doc: Doc, start: int, end: int) -> bool:
    """Whether a new paragraph begins between, without a colon that announces it."""
    breaks = [i for i in range(start, end) if doc[i].is_space and doc[i].text.count("\n") > 1]
    return bool(breaks) and doc[breaks[0] - 1].text != ":"


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
    if end == whole.end < speech.heard < len(doc) and _resumes(speech.heard, quotes, doc):
        end = speech.heard
    if end == whole.end and not any(quote.start >= end for quote in quotes.touching(Range(end, doc[end - 1].sent.end))):
        end = max(end, doc[end - 1].sent.end)
    pieces = list(speech.content)
    while (following := quotes.after(end)) is not None and _goes_on(following, end, taken, doc, quotes):
        pieces.append(following)
        end = following.end
    return replace(speech, content=tuple(pieces))


def _resumes(end: int, quotes: Quotes, doc: Doc) -> bool:
    """`"…," he told the press, "…"`: a quotation behind the comma that ends cue and hearer."""
    following = quotes.after(end)
    return following is not None and not _words_between(doc, end, following.start) and following.start <= doc[end].sent.end


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
    holes = sorted(hole for hole in (speech.cue, speech.source, _hearing(speech)) if hole is not None)
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


def _hearing(speech: Speech) -> Range | None:
    """Whom it is told to, where words are said on both sides of that."""
    first, last = min(speech.content, default=speech.cue), max(speech.content, default=speech.cue)
    around = first.start < speech.cue.start and speech.cue.end < speech.heard < last.end
    return Range(speech.cue.end, speech.heard) if around else None


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
    """Mentions by the offset of their head word: of several the longest, a position only where nobody else is."""

    by_head: dict[int, Mention]
    authored: frozenset[str]
    """Nouns that speak for whoever they are of."""

    @classmethod
    def of(cls, mentions: Sequence[Mention], authored: frozenset[str]) -> _Speakers:
        ranked = sorted(
            mentions,
            key=lambda mention: (mention.type == ROLE, mention.span.start - mention.span.end, mention.span.start, mention.id),
            reverse=True,
        )
        return cls({mention.head: mention for mention in ranked}, authored)

    def of_word(self, token: Token | None) -> Mention | None:
        """The mention that the word heads; of a relative pronoun, that of the noun it stands for."""
        if token is None:
            return None
        if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ == "nsubj"):
            clause = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
            own = self.by_head.get(token.idx)
            return own if own is not None and own.entity else self.by_head.get(clause.head.idx) if clause is not None else None
        return self._named(token) or next(self._authors(token), None)

    def _named(self, token: Token) -> Mention | None:
        """The mention that the word heads, rather the name beside it: `the coach, Karim Hassan`."""
        mention = self.by_head.get(token.idx)
        if mention is not None and mention.kind == "name" and mention.type != ROLE:
            return mention
        beside = (self.by_head.get(child.idx) for child in token.children if child.dep_ == "appos")
        return next((name for name in beside if name is not None and name.kind == "name"), mention)

    def _authors(self, document: Token) -> Iterator[Mention]:
        """Whose a document is that speaks: `a statement by X`, `X's report`; not so `X's death`, `the head of X`."""
        if document.lemma_.lower() not in self.authored:
            return
        for child in document.children:
            owners = [child] if child.dep_ in ("poss", "compound", "nmod") else []
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                owners = [inner for inner in child.children if inner.dep_ == "pobj"]
            yield from (self.by_head[owner.idx] for owner in owners if owner.idx in self.by_head)


def _made(speech: Speech, doc: Doc, speakers: _Speakers, plain: frozenset[str]) -> Attribution:
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
        confidence=likely(ATTRIBUTION, _told(speech, mention, doc, plain)),
        rule=speech.rule,
    )


def _told(speech: Speech, mention: Mention | None, doc: Doc, plain: frozenset[str]) -> Iterator[str]:
    """What makes an attribution more or less sure."""
    yield speech.rule
    yield speech.stance
    yield mention.kind if mention is not None else "nobody"
    if {doc[at].lemma_.lower() for at in range(speech.cue.start, speech.cue.end)} & plain:
        yield "plain cue"
    if any(token.is_quote for piece in speech.content for token in doc[piece.start : piece.end]):
        yield "quoted"


def _span(piece: Range, doc: Doc) -> Span:
    return Span(doc[piece.start].idx, doc[piece.end - 1].idx + len(doc[piece.end - 1]))


def _evidence(doc: Doc, first: int, last: int) -> Span:
    """The sentences that hold cue and content."""
    words = [token for token in doc[doc[first].sent.start : doc[last - 1].sent.end] if not token.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1]))
