"""A spaCy Doc in, the same words with all that was found of them out: plain objects, made once and asked often.

A spaCy Token is made anew, and each of its strings decoded anew, whenever it is asked for. Names are spaCy's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, overload

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

NAMES: tuple[int | str, ...] = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "MORPH")
OPENING: Mapping[int, bool | None] = {0: None, 1: True}
FLAGS: tuple[int | str, ...] = (
    *("IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_PUNCT", "IS_QUOTE"),
    *("IS_SPACE", "IS_STOP", "IS_TITLE", "IS_UPPER", "LIKE_NUM"),
)


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word. Who made the Doc ties it to its head and its children before it hands it on."""

    i: int
    idx: int
    whitespace_: str
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    morph: str
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_stop: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    is_sent_start: bool | None = None
    doc: Doc = field(init=False)
    sent: Tokens = field(init=False)
    head: Token = field(init=False)
    left_edge: Token = field(init=False)
    right_edge: Token = field(init=False)
    lefts: tuple[Token, ...] = ()
    rights: tuple[Token, ...] = ()
    children: tuple[Token, ...] = ()
    _joined: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def is_sent_end(self) -> bool | None:
        following = self.i + 1
        return True if following == len(self.doc) else self.doc.words[following].is_sent_start

    @property
    def ancestors(self) -> Iterator[Token]:
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        if self._joined is None:
            self._joined = tuple(token for token in _row(self) if token is not self)
        return self._joined

    def is_ancestor(self, descendant: Token) -> bool:
        return any(ancestor is self for ancestor in descendant.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        """The word so far behind this one. Raises IndexError where the text has none."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.words[self.i + distance]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words `start` to before `end` of a Doc."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    @property
    def words(self) -> tuple[Token, ...]:
        return self.doc.words[self.start : self.end]

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def start_char(self) -> int:
        return self.doc.starts[self.start]

    @property
    def end_char(self) -> int:
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> Tokens:
        return self.doc.words[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the root of its sentence, the first of several."""
        roots, place = self.doc.roots, (self.start, self.end)
        if place not in roots:
            roots[place] = _top(self)
        return roots[place]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Tokens: ...

    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end = _bounds(at, len(self))
            return Tokens(self.doc, self.start + start, self.start + end)
        return self.words[at]


@dataclass(slots=True, eq=False, repr=False)
class Doc:
    """All words of an article as the parser was given it; `source` is the article as written, of the same length."""

    text: str
    source: str
    words: tuple[Token, ...]
    starts: Sequence[int]
    sents: tuple[Tokens, ...] = ()
    ents: tuple[Tokens, ...] = ()
    roots: dict[tuple[int, int], Token] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Tokens: ...

    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            return Tokens(self, *_bounds(at, len(self.words)))
        return self.words[at]

    def char_span(self, start: int, end: int, *, alignment_mode: Literal["contract", "expand"]) -> Tokens | None:
        """The words that stand in these characters, wholly or (`expand`) in part; None where there are none."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "expand":
            return Tokens(self, first.i + (start == first.idx + len(first.text)), last.i + 1)
        begin, stop = first.i + (first.idx < start), last.i + (end >= last.idx + len(last.text))
        return Tokens(self, begin, stop) if begin < stop else None

    def _at(self, offset: int) -> Token | None:
        """The word that holds this character or stands right before this blank."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return None
        token = self.words[at]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None


def _row(token: Token) -> Iterator[Token]:
    """The first of the words joined, and all that are joined to it."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    joined = [token]
    for each in joined:
        yield each
        joined += [child for child in each.rights if child.dep_ == "conj"]


def _top(stretch: Tokens) -> Token:
    words = stretch.words
    found = next((token for token in words if token.head is token), None)
    if found is not None:
        return found
    tops = [token for token in words if not stretch.start <= token.head.i < stretch.end]
    return min(tops, key=_depth) if tops else stretch.doc.words[stretch.start]


def _depth(token: Token) -> float:
    """Steps to the root of the sentence; a blank or a mark that nothing hangs on is no word to choose."""
    if (token.is_space or token.is_punct) and not token.children:
        return float("inf")
    return sum(1 for _ in token.ancestors)


def _bounds(at: slice, length: int) -> tuple[int, int]:
    start, end, _ = at.indices(length)
    return start, max(start, end)


# --------------------------------------------------------------------------------------------------------------- making
def snapshot(found: SpacyDoc, source: str) -> Doc:
    """What spaCy found, to be read from here on."""
    words = tuple(_words(found))
    doc = Doc(found.text, source, words, [token.idx for token in words])
    _tie(doc, found)
    doc.sents = tuple(_sentences(doc))
    doc.ents = tuple(Tokens(doc, entity.start, entity.end, entity.label_) for entity in found.ents)
    return doc


def _words(found: SpacyDoc) -> Iterator[Token]:
    offsets, spaces, starts, *rest = found.to_array(["IDX", "SPACY", "SENT_START", *NAMES, *FLAGS]).T.tolist()
    names = [_named(column, found.vocab.strings) for column in rest[: len(NAMES)]]
    flags = [map(bool, column) for column in rest[len(NAMES) :]]
    opening = (OPENING.get(start, False) for start in starts)
    blanks = (" " if space else "" for space in spaces)
    for number, values in enumerate(zip(offsets, blanks, *names, *flags, opening, strict=True)):
        yield Token(number, *values)


def _named(column: Sequence[int], strings: StringStore) -> Iterator[str]:
    names = {value: strings[value] for value in set(column)}
    return map(names.__getitem__, column)


def _tie(doc: Doc, found: SpacyDoc) -> None:
    words = doc.words
    for token, seen in zip(words, found, strict=True):
        token.doc = doc
        token.head = words[seen.head.i]
        token.left_edge, token.right_edge = words[seen.left_edge.i], words[seen.right_edge.i]
    for token in words:
        head = token.head
        if token.i < head.i:
            head.lefts += (token,)
        elif token is not head:
            head.rights += (token,)
    for token in words:
        token.children = token.lefts + token.rights


def _sentences(doc: Doc) -> Iterator[Tokens]:
    starts = [token.i for token in doc.words if token.i == 0 or token.is_sent_start]
    for start, end in pairwise([*starts, len(doc.words)]):
        sentence = Tokens(doc, start, end)
        for token in doc.words[start:end]:
            token.sent = sentence
        yield sentence
