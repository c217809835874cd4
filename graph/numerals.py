"""Number words or digits in, the number they name out."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
TENS = _TENS.split()

SMALL = {word: number for number, word in enumerate(_UNITS.split())} | {word: 10 * tens for tens, word in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_UNITS.split())}
ORDINALS |= {word: 10 * tens for tens, word in enumerate(_ORDINAL_TENS.split(), 2)}
SUFFIXES = ("st", "nd", "rd", "th")


def digits(word: str) -> float | None:
    """`1,200` or `2.5`."""
    bare = word.replace(",", "")
    return float(bare) if bare.replace(".", "", 1).isdigit() and bare.isascii() and bare[-1:].isdigit() else None


def is_number_word(word: str) -> bool:
    return word in SMALL or word in SCALES or (word[:1].isdigit() and digits(word) is not None) or _joined(word) is not None


def number(words: Sequence[str]) -> float | None:
    """The number that lower-case words name together; hyphens, `and` and `a` are passed over."""
    total = current = 0.0
    seen = False
    for word in words:
        if word in ("-", "and", "a", "an", "of"):
            continue
        small = _small(word)
        if small is not None:
            current = _append(current, small)
        elif word in SCALES:
            total, current = _scaled(total, current or 1, SCALES[word])
        else:
            return None
        seen = True
    return total + current if seen else None


def _small(word: str) -> float | None:
    return float(SMALL[word]) if word in SMALL else digits(word) if word[:1].isdigit() else _joined(word)


def _joined(word: str) -> float | None:
    tens, hyphen, unit = word.partition("-")
    return float(SMALL[tens] + SMALL[unit]) if hyphen and tens in TENS and unit in SMALL else None


def _append(current: float, small: float) -> float:
    """`nineteen ninety seven` names a year: two pairs of digits."""
    if 10 <= current < 100 and small >= 10:
        return current * 100 + small
    return current + small


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    """Hundreds and dozens go on counting, thousands close what stood before."""
    return (total, current * scale) if scale <= 100 else (total + current * scale, 0.0)


def ordinal(word: str) -> int | None:
    """`third` or `3rd`."""
    if word in ORDINALS:
        return ORDINALS[word]
    if word[-2:] in SUFFIXES and word[:-2].isdigit():
        return int(word[:-2])
    tens, hyphen, unit = word.partition("-")
    return SMALL[tens] + ORDINALS[unit] if hyphen and tens in TENS and unit in ORDINALS else None
