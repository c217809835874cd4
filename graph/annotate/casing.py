"""A text whose headlines or all of whose words are in capitals in, the same text with the same offsets in sentence case out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model import Span

WORD = re.compile(r"[^\W\d_](?:[\w'&]|\.(?=[^\W\d_]))*\.?(?:'s)?")
LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"(?:[^\W\d_]{4}|[\d)\]\"'])[.!?][\"')\]]*\s+[\"'(\[]*$")
SENTENCE_OPENING = re.compile(r"(?:^|[.!?:\n\"(\[-])[\s\"'(\[-]*$")
LOUD_RUN = 3
LOUD_LINE = 0.7
TITLE_LINE = 0.8
HEADLINE = (4, 14)
ACRONYM = 3
CONTEXT = 12


def _nowhere(text: str) -> Collection[int]:  # noqa: ARG001  # a text in which nothing is known
    return ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lower case: those of the `vocabulary` are no names, those of the `dictionary` seldom are.

    `named` gives the offsets in a text at which known names stand; `openings` are prepositions that, with a capital, read
    as part of the name behind them; `datelines` gives the colons that end a dateline.
    """

    vocabulary: Collection[str] = frozenset()
    dictionary: Collection[str] = frozenset()
    named: Callable[[str], Collection[int]] = _nowhere
    openings: Collection[str] = ()
    datelines: Callable[[str], Collection[int]] = _nowhere

    def common(self, word: str, after_name: bool = False) -> bool:
        stem = word.removesuffix("'s").rstrip(".")
        forms = {stem, *(stem.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing"))}
        return any(form in self.vocabulary or (form in self.dictionary and not after_name) for form in forms)


@dataclass(frozen=True, slots=True)
class Casing:
    """How words are written: `capital` and `lower` as this text has them inside sentences, `words` as any text has."""

    capital: Counter[str]
    lower: Counter[str]
    words: Words

    def of(self, word: str, after_name: bool) -> str:
        """The word as it would stand inside a sentence; an unknown word in capitals is taken for a name."""
        key = word.lower()
        capital, lower = self.capital[key], self.lower[key]
        if capital > lower:
            return _titled(word)
        if lower or self.words.common(key, after_name):
            return _lowered(word)
        if not word.isupper():
            return word
        return word if _acronym(word) else _titled(word)


def sentence_case(text: str, words: Words) -> str:
    """Lines and runs of words in capitals become sentence case; everything else stays. The length never changes."""
    loud = [stretch for line in LINE.finditer(text) for stretch in _loud(text, line)]
    if not loud:
        return text
    casing = _learn(text, loud, words)
    parts, done = [], 0
    for stretch in loud:
        parts += [text[done : stretch.start], _recase(stretch.of(text), casing, words.named(stretch.of(text)))]
        done = stretch.end
    return "".join([*parts, text[done:]])


def _loud(text: str, line: re.Match[str]) -> Iterator[Span]:
    """The stretches of a line whose capitals tell nothing: all of it, runs of words in capitals, or a headline's."""
    words = list(WORD.finditer(text, line.start(), line.end()))
    long = [word.group() for word in words if len(word.group()) > ACRONYM]
    if len(long) > 1 and sum(map(_shouted, long)) > LOUD_LINE * len(long):
        yield Span(line.start(), line.end())
    elif runs := list(_runs(words)):
        yield from runs
    elif _is_headline(line.group(), long):
        yield Span(line.start(), line.end())


def _runs(words: list[re.Match[str]]) -> Iterator[Span]:
    for shouted, group in groupby(words, lambda word: _shouted(word.group())):
        run = list(group)
        if shouted and len(run) >= LOUD_RUN and sum(len(word.group()) > ACRONYM + 1 for word in run) >= LOUD_RUN - 1:
            yield Span(run[0].start(), run[-1].end())


def _is_headline(line: str, long: list[str]) -> bool:
    """Whether nearly every longer word of a line has a capital and no mark ends it."""
    capitals = sum(word[0].isupper() for word in long)
    return HEADLINE[0] <= len(long) <= HEADLINE[1] and capitals > TITLE_LINE * len(long) and line.rstrip()[-1:] not in ".:,;"


def _learn(text: str, loud: list[Span], words: Words) -> Casing:
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    starts = iter([*loud, Span(len(text), len(text))])
    stretch = next(starts)
    for word in WORD.finditer(text):
        while word.start() >= stretch.end and stretch.start < len(text):
            stretch = next(starts)
        if word.start() >= stretch.start or SENTENCE_OPENING.search(text, max(0, word.start() - 6), word.start()):
            continue
        (lower if word.group()[0].islower() else capital)[word.group().lower()] += 1
    return Casing(capital, lower, words)


def _recase(text: str, casing: Casing, named: Collection[int]) -> str:
    parts, done, after_name = [], 0, False
    loud = sum(map(str.isupper, text)) > sum(map(str.islower, text))
    for word in WORD.finditer(text):
        made = casing.of(word.group(), after_name) if _tells_nothing(text, word, loud) else word.group()
        if word.start() in named:
            made = word.group() if _acronym(word.group()) else _titled(word.group())
        inside = done and not SENTENCE_END.search(text, max(0, word.start() - CONTEXT), word.start())
        parts += [text[done : word.start()], made if inside else made[0].upper() + made[1:]]
        after_name = made[0].isupper() and "." not in made and text[word.end() : word.end() + 1] == " "
        done = word.end()
    return "".join([*parts, text[done:]])


def _tells_nothing(text: str, word: re.Match[str], loud: bool) -> bool:
    """Whether the capitals of a word are no sign of a name; those of acronyms in headlines and of stage directions are kept."""
    around = text[max(word.start() - 1, 0) : word.start()] + text[word.end() : word.end() + 1]
    if around in ("()", "[]"):
        return False
    return word.group().isupper() if loud else word.group()[0].isupper() and not word.group().isupper()


def _shouted(word: str) -> bool:
    return word.removesuffix("'s").isupper() and len(word) > 1


def _titled(word: str) -> str:
    if "." in word.rstrip("."):
        return word.upper()
    return word[0].upper() + _lowered(word[1:])


def _lowered(word: str) -> str:
    lower = word.lower()
    return lower if len(lower) == len(word) else word


def _acronym(word: str) -> bool:
    bare = word.removesuffix("'s")
    return len(bare) <= ACRONYM or "." in bare.rstrip(".") or not re.search("[AEIOUY]", bare)
