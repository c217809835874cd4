"""Sentences in, their content words as bits of one number; two of these in, how alike the sentences are out."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from ..numerals import SMALL
from .names import stem

_BITS, _FIGURES = 1024, 256
_SHORT = 3
_FEWEST = 4
_COUNTED = {word: str(number) for word, number in SMALL.items() if number > 1}
_SKETCHED = 6
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def wording(sentence: str) -> int:
    """Of each figure and each word that is not short the stem, as one of so many bits that hardly two share one."""
    found = 0
    for word in _WORD.findall(sentence.casefold()):
        if len(word) > _SHORT or word.isdigit() or word in _COUNTED:
            found |= _bit(_COUNTED.get(word, word))
    return found


@lru_cache(maxsize=1 << 15)
def _bit(word: str) -> int:
    """A figure is one of the bits above those of words."""
    number = zlib.crc32(stem(word).encode("utf-8", "surrogatepass"))
    return 1 << (_BITS + number % _FIGURES if word.isdigit() else number % _BITS)


def alike(one: int, other: int) -> float:
    """The cosine: 1 for the same words, 0 for few in common and where both have figures but none the same."""
    shared = (one & other).bit_count()
    if one >> _BITS and other >> _BITS and not (one & other) >> _BITS:
        return 0.0
    if one == other or shared >= _FEWEST:
        return shared / math.sqrt(one.bit_count() * other.bit_count()) if shared else 0.0
    return 0.0


def sketch(words: int) -> Iterator[int]:
    """A few of the words, chosen by chance but always alike: sentences half the same nearly always share one."""
    for _ in range(_SKETCHED):
        if words:
            yield words & -words
            words &= words - 1
