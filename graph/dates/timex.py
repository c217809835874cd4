"""A Doc in, the stretches of it that speak of time out, each with the rule that found it.

The rules are one regular expression over the letters of word classes (`timewords`), so a text is read in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..numerals import SCALES, number
from ..parse import Doc, Token
from .timewords import PLURALS, YEAR_BEFORE, letters

ABOUT = r"(?:m|@~|!?[+<]>|\^_)"
COUNT = r"(?:aqo?|qo?|a?[ND](?:-?[NDc]|A(?:N|ac))*|[ND]/[ND]|a)"
COUNTED = rf"(?:{ABOUT}?{COUNT}\+?-?"
YEAR = r"(?:Y|N-?N(?:-?N)?)"
CLOCK = r"(?:(?:m|@)?(?:Tp?|Dp|k)z?)"

RULES: tuple[tuple[str, str], ...] = (
    ("age", rf"(?:Y|{COUNT})-?[Uu]-?\*|&[,]?[ND]"),
    ("iso", r"C|Y-D-D"),
    ("holiday", r"nU'[UV]"),
    ("part", r"(?:[eb]-?)?(?:yP|[hlHx]P|eP|e-P)"),
    ("clock_day", rf"{CLOCK},?(?:[eb]?[Wy]|W?[,]?MD(?:,?{YEAR})?|txU)"),
    ("date", rf"(?:hx|h|x)?[eb]?W[,(]?[eb]?(?:M[DO]|DM|t?OoM)(?:,?{YEAR})?\)?"),
    ("date", rf"(?:e-?)?(?:MD-D|M[DO]|D-DM|DM|t?Oo?M)(?:,?{YEAR}|[lhx]U|(?<=DM)[ND])?"),
    ("set_day", r"v(?:WP?|M|P)"),
    ("weekday", r"(?:hx|[hlxeb])?WP?"),
    ("month", rf"v?(?:t?e-?)?[lhx]?M(?:,?o?{YEAR}|[lhx]U)?"),
    ("deictic", r"[eb]?y(?:P)?"),
    ("set", rf"v(?:{COUNT})?[Uu]"),
    ("set_adverb", r"f"),
    ("ago", rf"{COUNTED}[Uu](?:/m)?g)"),
    ("each_span", rf"(?:vo)?t[lx](?:{COUNT})[Uu]"),
    ("span", rf"t?[lx](?:qo?|{COUNT})[UuS]"),
    ("relative", rf"{COUNTED}[Uu]b)"),
    ("duration", rf"(?:tO)?{COUNTED}-?[Uu](?:/[UuN])?(?:Aac)?)"),
    ("beside", r"tU(?:B(?=[;,)]|$)|b)"),
    ("end", rf"t?d[o-]t?(?:[lhx]?U|M(?:,?{YEAR})?|Y|[OQ]+)|U-?d"),
    ("quarter", rf"(?:t|h)?(?:[lx]|O-?)Q(?:o?(?:{YEAR}|[lhx]U))?|KY?"),
    ("weekend", r"(?:t|h)?[lxh]?E"),
    ("season", rf"(?:t|h)?(?:e-?)?[lxh]?S(?:o?{YEAR}|[lhx]U)|[th][lx]?S|[lx]S"),
    ("named", r"(?:[eb]-?)?(?:t?[lx]|h[lx]?|Hs?|ts)U"),
    ("decade", r"t?(?:e-?)?Z"),
    ("century", r"t?(?:e-?)?O-?U"),
    ("recent", r"tr[Uu]|r[Uu]"),
    ("reference", r"\+?R|tF|tl"),
    ("years", r"Y-[YND](?!-)"),
    ("year", r"(?:e-?)?Y"),
    ("year_words", r"tU(?:NN(?:-?N)?|N)|NN(?:-?N)?(?![Uu-])"),
    ("clock", rf"{CLOCK}"),
    ("plural", r"t?U(?:/U)?"),
)  # fmt: skip

_GRAMMAR = re.compile(f"(?![.;,'o])(?:{'|'.join(f'(?P<r{i}>{pattern})' for i, (_, pattern) in enumerate(RULES))})")
NOT_BEFORE_YEAR = frozenset({"$", "#", "no.", ".", "-", "than", "some", "about", "nearly", "over", "almost"})
MEASURES = frozenset({"%", "percent", "km", "miles", "metres", "meters", "feet", "people"})
RATES = frozenset({"times", "percent", "once", "twice"})
FALLEN = frozenset({"of", "in", "from", "to"})
"""Behind the fall of something, which is no season."""
NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC"})
_QUANTIFIED = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one time, and their class letters."""

    rule: str
    tokens: tuple[Token, ...]
    codes: str

    def words(self, classes: str) -> list[str]:
        """The lower-case words of these classes."""
        return [token.lower_ for token, code in zip(self.tokens, self.codes, strict=True) if code in classes]

    def word(self, classes: str) -> str | None:
        return next(iter(self.words(classes)), None)

    def has(self, classes: str) -> bool:
        return any(code in classes for code in self.codes)


def find_phrases(doc: Doc) -> Iterator[Phrase]:
    """In text order, without overlap."""
    codes, places = letters(doc)
    for match in _GRAMMAR.finditer(codes):
        rule = RULES[int(str(match.lastgroup)[1:])][0]
        phrase = Phrase(rule, tuple(doc[i] for i in places[match.start() : match.end()]), match.group())
        if rule != "age" and _stands(phrase):
            yield _trimmed(phrase)


def _trimmed(phrase: Phrase) -> Phrase:
    """Without the article of what a number of days measures (`a two-day siege`), an unclosed bracket, or `at`."""
    tokens, codes = phrase.tokens, phrase.codes
    measured = codes[:2] in ("aN", "aD") and tokens[1].lower_ not in SCALES
    if measured or (codes[0] == "@" and phrase.rule in ("clock", "clock_day")):
        tokens, codes = tokens[1:], codes[1:]
    unclosed = codes[-1] == ")" and "(" not in codes
    counts = codes in ("DMN", "DMD") and not (tokens[1].is_upper and len(tokens[2]) == 2)
    if unclosed or counts:
        tokens, codes = tokens[:-1], codes[:-1]
    return Phrase(phrase.rule, tokens, codes)


def _stands(phrase: Phrase) -> bool:
    """What the letters cannot tell: whether a number is a year, a plural a stretch of time."""
    check = _CHECKS.get(phrase.rule)
    return check is None or check(phrase)


def _is_year(phrase: Phrase) -> bool:
    token = phrase.tokens[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before in NOT_BEFORE_YEAR and len(phrase.tokens) == 1 and token.ent_type_ != "DATE":
        return False
    if after is not None and (after.lower_ in MEASURES or after.like_num):
        return False
    if token.text[:2] not in ("19", "20") or int(token.text) > 2100:
        return before in YEAR_BEFORE and (after is None or not after.is_alpha or after.pos_ not in ("NOUN", "ADJ"))
    return not _counts(token, after, before)


def _counts(token: Token, after: Token | None, before: str) -> bool:
    """`2000 protesters`, against `the 2003 elections` and `in 2003 protesters …`."""
    counted = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
    return counted and after is not None and token.ent_type_ in _QUANTIFIED and before not in ("the", "in")


def _is_year_words(phrase: Phrase) -> bool:
    words = phrase.words("N")
    value = number(words)
    return value is not None and 1800 <= value <= 2100 and (phrase.has("U") or words[0] in ("eighteen", "nineteen", "twenty"))


def _is_plural(phrase: Phrase) -> bool:
    token = phrase.tokens[phrase.codes.index("U")]
    counted = any(child.dep_ in ("poss", "nummod", "amod") for child in token.children)
    of_many = token.dep_ == "pobj" and token.head.head.lower_ in ("hundreds", "thousands", "dozens", "matter")
    return token.lower_ in PLURALS and token.lower_ != "days" and not counted and not of_many


def _is_clock(phrase: Phrase) -> bool:
    """Not the length of a video."""
    first = phrase.tokens[0]
    return "duration" not in [token.lower_ for token in first.doc[max(0, first.i - 2) : first.i]]


def _is_duration(phrase: Phrase) -> bool:
    """Not the rate of `$20 a day`, `four flights a week`."""
    first, last = phrase.tokens[0], phrase.tokens[-1]
    if phrase.codes != "aU" or first.i == 0:
        return True
    before = first.nbor(-1)
    rate = last.dep_ == "npadvmod" and last.head.pos_ in ("NOUN", "SYM", "NUM") and last.head.i < last.i
    return not rate and before.lower_ not in RATES and not before.like_num


def _is_reference(phrase: Phrase) -> bool:
    return phrase.codes != "tl" or (phrase.tokens[1].lower_ == "past" and phrase.tokens[1].pos_ == "NOUN")


def _is_no_title(phrase: Phrase) -> bool:
    """Capitals inside a sentence are a name: VOA Today, `This Week`."""
    first = phrase.tokens[0]
    return first.is_sent_start is not False or not all(token.is_title for token in phrase.tokens) or first.nbor(-1).is_space


def _is_month_name(phrase: Phrase) -> bool:
    return phrase.codes != "M" or phrase.tokens[0].ent_type_ not in NAMED


def _is_century(phrase: Phrase) -> bool:
    return phrase.word("U") in ("century", "day")


def _is_season(phrase: Phrase) -> bool:
    """Not "the fall of Mosul", "the fall in prices"."""
    last = phrase.tokens[-1]
    behind = last.nbor(1).lower_ if last.i + 1 < len(last.doc) else ""
    return last.lower_ != "fall" or behind not in FALLEN


def _is_unspaced(phrase: Phrase) -> bool:
    return not any(token.whitespace_ for token in phrase.tokens[:-1])


_CHECKS = {
    "years": _is_unspaced,
    "year": _is_year,
    "year_words": _is_year_words,
    "plural": _is_plural,
    "clock": _is_clock,
    "duration": _is_duration,
    "reference": _is_reference,
    "century": _is_century,
    "deictic": _is_no_title,
    "named": _is_no_title,
    "month": _is_month_name,
    "season": _is_season,
}
