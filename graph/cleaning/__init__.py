"""An Article in, its text marked out: every line told to be headline, body, caption, credit or boilerplate, nothing deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from ..model import Article, Passage, PassageKind, Span
from .furniture import BODY, SPEECH, WORD, Line, cut_line, rule_book, sentences, trimmed

if TYPE_CHECKING:
    from ..ontology import Ontology

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
MASTHEAD = ("rule_date", "rule_keep_date", "rule_credit_byline", "rule_credit_staff")
LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
STOP = re.compile(r"[.:;,…][\"'”’)\]]*$")
DATELINE = re.compile(r"[A-Z][^a-z]{2,40}(?:\([^)]{2,30}\))?\s*[-–—]+$")
BULLET = re.compile(r"[•·▪*–—-]")
ADDRESS = re.compile(r"\b(?:you|your|we|our|us)\b|^please\b", re.IGNORECASE)
HEADLINE_WORDS = 25
SENTENCE_WORDS = 4
TITLE_CASE = 0.8
LABEL_WORDS = 2
TITLED_LABEL_WORDS = 4
REPEAT_WORDS = 4
REPEATED_PARAGRAPH_WORDS = 12
PHRASE_WORDS = 3
MENU = 4
BOX_SENTENCES = 4
CAPTION_WORDS = 80
SUBHEADINGS = 2
TEASERS = 8


def mark(article: Article, ontology: Ontology) -> tuple[Passage, ...]:
    """Sorted passages that do not overlap and together hold every character that is no white space."""
    text = article.text
    book = rule_book(ontology)
    lines = [cut_line(text, span, book) for span in _lines(text)]
    lines = [_caption_before_credit(text, line) for line in lines]
    lines = _mark_boxes(text, lines)
    lines = _mark_headlines(text, article.title, lines)
    lines = _mark_alternative_texts(text, lines)
    lines = _mark_repeats(text, lines)
    lines = _mark_teasers(text, lines, book.lists)
    lines = _mark_menu_below(text, lines)
    return tuple(passage for line in lines for passage in line)


def _lines(text: str) -> Iterator[Span]:
    for found in LINE.finditer(text):
        line = found.group()
        if not line.isspace():
            start = found.start() + len(line) - len(line.lstrip())
            yield Span(start, found.start() + len(line.rstrip()))


def _is_plain(line: Line) -> bool:
    return len(line) == 1 and line[0].rule == BODY


def _of(line: Line) -> Span:
    return Span(line[0].span.start, line[-1].span.end)


def _words(written: str) -> int:
    return len(WORD.findall(written))


def _key(written: str) -> str:
    return " ".join(WORD.findall(written.casefold()))


def _is_prose(text: str, line: Line) -> bool:
    written = _of(line).of(text)
    words = _words(written)
    return words > HEADLINE_WORDS or (
        words >= SENTENCE_WORDS and bool(SENTENCE_END.search(written)) and not _is_title_case(written)
    )


def _is_title_case(written: str) -> bool:
    """Burnt Out! and not: It burnt."""
    long = [word for word in WORD.findall(written) if len(word) > 3]
    return not written.endswith(".") and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def _is_heading(text: str, line: Line) -> bool:
    written = _of(line).of(text)
    return 0 < _words(written) <= HEADLINE_WORDS and not STOP.search(written) and not DATELINE.fullmatch(written)


def _remark(line: Line, kind: PassageKind, rule: str) -> Line:
    return (Passage(_of(line), kind, rule),)


def _caption_before_credit(text: str, line: Line) -> Line:
    if len(line) == 1 or line[-1].kind != "credit" or _words(_of(line).of(text)) > CAPTION_WORDS:
        return line
    return tuple(replace(piece, kind="caption", rule="caption-before-credit") if piece.rule == BODY else piece for piece in line)


def _mark_headlines(text: str, title: str | None, lines: list[Line]) -> list[Line]:
    """The title's first appearance, else the heading above the first paragraph; what stands above it is the page's."""
    found = _titled(text, title, lines) if title else None
    headings = _top_headings(text, lines)
    if found is None:
        found = _headline_by_form(text, lines, headings)
    if found is None:
        return lines
    marked = list(lines)
    menu = len(headings) > MENU or _is_repeated(text, lines, headings, found)
    for place in (place for place in headings if place < found):
        if menu or _words(_of(lines[place]).of(text)) <= TITLED_LABEL_WORDS:
            marked[place] = _remark(lines[place], "boilerplate", "above-headline")
    marked[found] = _headline(text, title, lines[found])
    for place in _subheadings(text, lines, found):
        marked[place] = _remark(lines[place], "headline", "subheading")
    return marked


def _top_headings(text: str, lines: Sequence[Line]) -> list[int]:
    prose = _first_prose(text, lines)
    return [place for place in range(prose) if _is_plain(lines[place]) and _is_heading(text, lines[place])]


def _is_repeated(text: str, lines: Sequence[Line], headings: Sequence[int], found: int) -> bool:
    key = _key(_of(lines[found]).of(text))
    return sum(_key(_of(lines[place]).of(text)) == key for place in headings) > 1


def _titled(text: str, title: str, lines: Sequence[Line]) -> int | None:
    wanted = _key(title)
    for place, line in enumerate(lines):
        if _is_plain(line) and wanted and (_key(_of(line).of(text)) == wanted or _opens_with_title(text, title, line)):
            return place
    return None


def _opens_with_title(text: str, title: str, line: Line) -> bool:
    written = _of(line).of(text)
    rest = written[len(title) :]
    return written.startswith(title) and _words(title) >= REPEAT_WORDS and re.match(r"\s+[\"“(]?[A-Z]", rest) is not None


def _headline(text: str, title: str | None, line: Line) -> Line:
    if title and _key(_of(line).of(text)) != _key(title) and _opens_with_title(text, title, line):
        span = _of(line)
        middle = span.start + len(title)
        return (
            Passage(trimmed(text, Span(span.start, middle)), "headline", "title"),
            Passage(trimmed(text, Span(middle, span.end)), BODY, BODY),
        )
    return _remark(line, "headline", "title" if title else "headline")


def _headline_by_form(text: str, lines: Sequence[Line], headings: Sequence[int]) -> int | None:
    """Among the headings above the first paragraph; in a menu, the one repeated or right above the date or the byline."""
    if not headings or _first_prose(text, lines) == len(lines):
        return None
    long = [place for place in headings if _words(_of(lines[place]).of(text)) >= REPEAT_WORDS]
    repeated = [place for place in long if _is_repeated(text, lines, headings, place)]
    if repeated:
        return repeated[-1]
    if len(headings) > MENU:
        mast = [place for place in range(headings[-1] + 2) if place < len(lines) and lines[place][0].rule.startswith(MASTHEAD)]
        above = [place for place in long if place < mast[-1]] if mast else []
        return above[-1] if above else None
    first = headings[0]
    return long[0] if long and _words(_of(lines[first]).of(text)) <= LABEL_WORDS and long[0] == headings[1] else first


def _first_prose(text: str, lines: Sequence[Line], after: int = 0) -> int:
    places = range(after, len(lines))
    return next((at for at in places if lines[at][0].kind == BODY and _is_prose(text, lines[at])), len(lines))


def _subheadings(text: str, lines: Sequence[Line], headline: int) -> list[int]:
    prose = _first_prose(text, lines, headline + 1)
    between = range(headline + 1, prose if prose < len(lines) else headline + 1)
    return [place for place in between if _is_plain(lines[place]) and _is_heading(text, lines[place])][:SUBHEADINGS]


def _mark_alternative_texts(text: str, lines: list[Line]) -> list[Line]:
    """A picture's alternative text stands as a line of its own above the caption that begins with the same words."""
    marked = list(lines)
    for place, (line, following) in enumerate(pairwise(lines)):
        if following[0].kind == "caption" and following[0].span.of(text).startswith(_of(line).of(text)):
            marked[place] = _remark(line, "caption", "caption-repeated")
    return marked


def _mark_repeats(text: str, lines: list[Line]) -> list[Line]:
    """Headings and whole paragraphs that stand twice; a short sentence may be said twice."""
    seen: set[str] = set()
    marked = []
    for line in lines:
        written = _of(line).of(text)
        least = REPEAT_WORDS if _is_heading(text, line) else REPEATED_PARAGRAPH_WORDS
        again = len(line) == 1 and line[0].kind != "boilerplate" and _words(written) >= least and _key(written) in seen
        marked.append(_remark(line, "boilerplate", "repeated-line") if again else line)
        if line[0].kind != "boilerplate":
            seen.add(_key(written))
    return marked


def _mark_menu_below(text: str, lines: list[Line]) -> list[Line]:
    """Short lines below the last paragraph, once furniture has begun."""
    body = [place for place, line in enumerate(lines) if any(piece.rule == BODY for piece in line) and _is_prose(text, line)]
    marked, furniture = list(lines), False
    for place in range(body[-1] + 1 if body else len(lines), len(lines)):
        if (
            furniture
            and _is_plain(lines[place])
            and _is_heading(text, lines[place])
            and not BULLET.match(_of(lines[place]).of(text))
        ):
            marked[place] = _remark(lines[place], "boilerplate", "below-text")
        first = lines[place][0]
        furniture = furniture or (first.kind == "boilerplate" and not first.rule.startswith(MASTHEAD))
    return marked


def _mark_teasers(text: str, lines: list[Line], headings: frozenset[str]) -> list[Line]:
    """The titles of other articles below a line such as "You might also like"."""
    marked, left = [], 0
    for line in lines:
        if line[-1].rule in headings:
            left = TEASERS
        elif left and _is_plain(line) and not _is_prose(text, line):
            marked.append(_remark(line, "boilerplate", "teaser"))
            left -= 1
            continue
        else:
            left = 0
        marked.append(line)
    return marked


def _mark_boxes(text: str, lines: list[Line]) -> list[Line]:
    """Short sentences to the reader between boilerplate, or on one line with it, are boilerplate."""
    passages = [passage for line in lines for passage in line]
    marked = list(passages)
    for addressed, group in groupby(range(len(passages)), key=lambda place: _speaks_to_reader(text, passages[place])):
        run = list(group)
        if addressed and _is_boxed(text, passages, run[0], run[-1] + 1):
            for place in run:
                marked[place] = replace(passages[place], kind="boilerplate", rule="reader-addressed")
    remaining = iter(marked)
    return [tuple(islice(remaining, len(line))) for line in lines]


def _is_boxed(text: str, passages: Sequence[Passage], start: int, stop: int) -> bool:
    """The ends of the text close a box too, if the other side is boilerplate."""
    before = start > 0 and _is_phrase(text, passages[start - 1])
    after = stop < len(passages) and _is_phrase(text, passages[stop])
    if (before or start == 0) and (after or stop == len(passages)):
        return before or after
    opens = before and not LINE_BREAK.search(text, passages[start - 1].span.end, passages[start].span.start)
    closes = after and not LINE_BREAK.search(text, passages[stop - 1].span.end, passages[stop].span.start)
    return opens or closes


def _is_phrase(text: str, passage: Passage) -> bool:
    return passage.kind == "boilerplate" and _words(passage.span.of(text)) >= PHRASE_WORDS


def _speaks_to_reader(text: str, passage: Passage) -> bool:
    said = [sentence.of(text) for sentence in sentences(text, passage.span)] if passage.rule == BODY else []
    return 0 < len(said) <= BOX_SENTENCES and all(
        _words(sentence) <= HEADLINE_WORDS and ADDRESS.search(sentence) and not SPEECH.search(sentence) for sentence in said
    )
