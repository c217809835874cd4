"""A parsed article in, its quotations and lines out, as ranges of tokens."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..parse import Doc, Token

MARKS = frozenset({'"', "``", "''", "\u201c", "\u201d"})
OPENING = frozenset({"``", "\u201c"})
BRACKETS = frozenset({"(", "[", "-", "--", "\u2014", "\u2015"})


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Tokens from `start` to before `end`."""

    start: int
    end: int

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end

    def overlaps(self, other: Range) -> bool:
        return self.start < other.end and other.start < self.end

    def joined(self, other: Range) -> Range:
        return Range(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a text with their marks; `open` are those that no mark closes."""

    ranges: tuple[Range, ...]
    open: frozenset[Range]

    def around(self, index: int) -> Range | None:
        """The quotation that a token stands in."""
        place = bisect_right(self.ranges, index, key=lambda quote: quote.start) - 1
        return self.ranges[place] if place >= 0 and index in self.ranges[place] else None

    def touching(self, piece: Range) -> list[Range]:
        return [quote for quote in self.ranges if quote.overlaps(piece)]

    def after(self, index: int) -> Range | None:
        place = bisect_right(self.ranges, index - 1, key=lambda quote: quote.start)
        return self.ranges[place] if place < len(self.ranges) else None

    def before(self, index: int) -> Range | None:
        place = bisect_right(self.ranges, index, key=lambda quote: quote.end) - 1
        return self.ranges[place] if place >= 0 else None


def find_quotes(doc: Doc) -> Quotes:
    """Outermost quotations; one that no mark closes ends with its paragraph."""
    ranges: list[Range] = []
    unclosed: set[Range] = set()
    start, depth = 0, 0
    for token in doc:
        if depth and token.is_space and token.text.count("\n") > 1:
            ranges.append(Range(start, token.i))
            unclosed.add(ranges[-1])
            depth = 0
        elif token.text in MARKS:
            if not depth and not _closes(token):
                start, depth = token.i, 1
            elif depth:
                depth += 1 if _opens(token) else -1
                if not depth and token.i > start + 1:
                    ranges.append(Range(start, token.i + 1))
    if depth and start + 1 < len(doc):
        ranges.append(Range(start, len(doc)))
        unclosed.add(ranges[-1])
    return Quotes(tuple(ranges), frozenset(unclosed))


def _opens(token: Token) -> bool:
    """A mark inside a quotation that opens another: a blank before it, a word glued to it."""
    if token.text in OPENING:
        return True
    before = token.nbor(-1)
    return bool(before.whitespace_) and not token.whitespace_ and token.i + 1 < len(token.doc) and not token.nbor(1).is_space


def _closes(token: Token) -> bool:
    """A mark that can only close: glued to the word before it, with a blank or a stop behind."""
    if token.text in OPENING or token.i == 0:
        return False
    before = token.nbor(-1)
    glued = not before.whitespace_ and not before.is_space and before.text not in BRACKETS
    last = token.i + 1 == len(token.doc)
    return glued and (last or bool(token.whitespace_) or token.nbor(1).is_space or token.nbor(1).is_punct)


def find_lines(doc: Doc) -> tuple[Range, ...]:
    """Stretches without a line end, without the white space around them."""
    lines: list[Range] = []
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                lines.append(Range(start, token.i))
            start = token.i + 1
    if start < len(doc):
        lines.append(Range(start, len(doc)))
    return tuple(lines)
