"""A parsed article in, the numbers that count people or things out, each with the word it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from ..model import Bound, Span, Value
from ..numerals import SCALES, is_number_word, number
from ..ontology import Ontology
from ..parse import Doc, Token

JOINTS = frozenset({"-", "and"})
RANGE_WORDS = frozenset({"to", "-", "or"})
MARKED = frozenset({"$", "£", "€", "¥", "us$", "#", "no.", "number", "aged", "age"})
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "ROOT", "oprd"})
NOT_COUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
LARGEST = 10_000_000_000
LONGEST_BOUND = 3
_RANGE = re.compile(r"(\d+)-(\d+)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that name one number together, from `start` to before `end`."""

    start: int
    end: int
    low: float
    high: float | None = None
    vague: bool = False


def find_values(doc: Doc, ontology: Ontology) -> tuple[tuple[Value, int], ...]:
    """In text order, with the offset of the counted noun, or of the number itself where it stands alone ("killed 24")."""
    found: list[tuple[Value, int]] = []
    for run in _ranges(list(_runs(doc, ontology)), doc):
        head = _counted(doc, run)
        if head is not None and _counts(doc, run, head, ontology):
            found.append((_value(doc, run, ontology), head.idx))
    return tuple(found)


def single(token: Token) -> Value | None:
    """`an American contractor` is one: the value of a singular noun with an indefinite article, or with `one`."""
    article = next((c for c in token.children if c.dep_ in ("det", "nummod") and c.lower_ in ("a", "an", "another", "one")), None)
    if article is None or token.tag_ not in ("NN", "NNP"):
        return None
    return Value(1, Span(article.idx, article.idx + len(article)))


def summed(counted: Mapping[Token, Value]) -> Iterator[Value]:
    """ "13 soldiers and at least 170 civilians" are at least 183, "12 people, seven women and five men" are 12; those who are not
    joined by a conjunction stay apart."""
    left = dict(counted)
    while left:
        first = next(iter(left))
        joined = [token for token in left if token == first or _are_joined(first, token)]
        first_told, *others = [left.pop(token) for token in joined]
        whole = bool(others) and first_told.number == sum(value.number for value in others)
        yield first_told if whole else reduce(_plus, others, first_told)


def _are_joined(one: Token, other: Token) -> bool:
    """By a conjunction, which the parser may hang on their verb."""
    between = (child for child in one.head.children if child.dep_ == "cc" and one.i < child.i < other.i)
    beside = one.head == other.head and one.dep_ == other.dep_ and next(between, None) is not None
    return beside or bool({one, _of(one)} & {*other.conjuncts, *_of(other).conjuncts})


def _of(counted: Token) -> Token:
    """ "Four" of "four of his guards"."""
    return counted.head.head if counted.dep_ == "pobj" and counted.head.lower_ == "of" else counted


def _plus(one: Value, other: Value) -> Value:
    bounds = {one.bound, other.bound} - {"exact"}
    bound = "exact" if not bounds else bounds.pop() if len(bounds) == 1 else "approximate"
    high = None if one.high is None and other.high is None else (one.high or one.number) + (other.high or other.number)
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return Value(one.number + other.number, span, bound, high)


# -------------------------------------------------------------------------------------------------------------- runs
def _runs(doc: Doc, ontology: Ontology) -> Iterator[_Run]:
    place = 0
    while place < len(doc):
        run = _run_at(doc, place, ontology)
        if run is not None:
            yield run
        place = run.end if run is not None else place + 1


def _run_at(doc: Doc, start: int, ontology: Ontology) -> _Run | None:
    word = doc[start].lower_
    if word in ontology.vague:
        return _vague_at(doc, start, ontology)
    if word[0].isdigit() and (found := _RANGE.fullmatch(word)) is not None:
        return _Run(start, start + 1, float(found[1]), float(found[2])) if int(found[1]) < int(found[2]) else None
    if not is_number_word(word):
        return None
    end = start + 1
    if "." in word and (end >= len(doc) or doc[end].lower_ not in SCALES):
        return None
    while (step := _goes_on(doc, end)) > 0:
        end += step
    low = number([token.lower_ for token in doc[start:end]])
    return None if low is None else _Run(start, end, low)


def _goes_on(doc: Doc, place: int) -> int:
    """How many further words belong to the number that ends before `place`."""
    words = [token.lower_ for token in doc[place : place + 2]]
    if not words:
        return 0
    before = doc[place - 1].lower_
    if words[0] in SCALES or (before in SCALES and is_number_word(words[0]) and not words[0][0].isdigit()):
        return 1
    joined = len(words) > 1 and words[0] in JOINTS and is_number_word(words[1]) and not words[1][0].isdigit()
    return 2 if joined and (words[0] == "-" or before in SCALES) else 0


def _vague_at(doc: Doc, start: int, ontology: Ontology) -> _Run | None:
    """`dozens`, `hundreds of thousands`, `several hundred`, `a few`; not a bare `few`, and not the verb of `she scores`."""
    token = doc[start]
    vague = ontology.vague[token.lower_]
    if token.pos_ == "VERB" or (
        token.lower_ in ("few", "couple", "handful") and (start == 0 or doc[start - 1].lower_ not in ("a", "the"))
    ):
        return None
    end, factor = start + 1, 1
    rest = [t.lower_ for t in doc[end : end + 2]]
    if rest and rest[0] in SCALES:
        end, factor = end + 1, SCALES[rest[0]]
    elif len(rest) == 2 and rest[0] == "of" and rest[1].removesuffix("s") in SCALES and rest[1].endswith("s"):
        end, factor = end + 2, SCALES[rest[1].removesuffix("s")]
    high = vague.high if vague.high is None else (vague.high + 1) * factor - 1 if factor > 1 else vague.high
    return _Run(start, end, vague.low * factor, high, vague=True)


def _ranges(runs: Sequence[_Run], doc: Doc) -> Iterator[_Run]:
    """`24 to 25` and `between 20 and 30` made one."""
    skip = False
    for run, following in zip(runs, [*runs[1:], None], strict=False):
        if skip:
            skip = False
        elif following is not None and _is_range(run, following, doc):
            skip = True
            yield _Run(run.start, following.end, run.low, following.low)
        else:
            yield run


def _is_range(run: _Run, following: _Run, doc: Doc) -> bool:
    if run.vague or following.vague or following.start != run.end + 1 or run.low >= following.low:
        return False
    joint = doc[run.end].lower_
    before = doc[run.start - 1].lower_ if run.start else ""
    return joint in RANGE_WORDS or (joint == "and" and before == "between")


# ------------------------------------------------------------------------------------------------------- what counts
def _counted(doc: Doc, run: _Run) -> Token | None:
    """The noun a number belongs to, or the number where it stands for those counted."""
    last = doc[run.end - 1]
    root = doc[run.start : run.end].root
    for token in (last, root):
        if token.dep_ in ("nummod", "amod", "det", "compound", "nmod") and token.head.i >= run.end:
            return token.head
    while root.head.i != root.i and root.dep_ in ("quantmod", "nummod", "compound") and run.start <= root.head.i < run.end:
        root = root.head
    if root.dep_ == "quantmod" and root.head.i >= run.end:
        return root.head.head if root.head.dep_ == "nummod" else root.head
    told = any(child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") for child in root.children)
    return root if (told or root.dep_ in STANDING) and _stands_alone(root) else None


def _stands_alone(token: Token) -> bool:
    """`killed 24`, `Mr Smith was 24` no, `one of the dead` no."""
    if token.lower_ == "one":
        return token.dep_ in ("dobj", "nsubjpass", "conj") and not any(True for _ in token.children)
    subjects = [child for child in token.head.children if child.dep_ == "nsubj"]
    return token.dep_ != "attr" or not any(subject.pos_ in ("PRON", "PROPN") for subject in subjects)


def _counts(doc: Doc, run: _Run, head: Token, ontology: Ontology) -> bool:
    if run.low % 1 or not 0 < run.low < LARGEST:
        return False
    before = doc[run.start - 1].lower_ if run.start else ""
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    measures = ontology.words("unit_of_measure")
    listed = after == ")" and before != "(" and (not before or doc[run.start].is_sent_start)
    if listed or before in MARKED or "-" in (before, after) or (before == after == ",") or after in measures:
        return False
    if head.lemma_.lower() in measures or any(token.is_space for token in doc[run.end : head.i]):
        return False
    return not _is_date(doc, run, head, ontology)


def _is_date(doc: Doc, run: _Run, head: Token, ontology: Ontology) -> bool:
    """A year, or what the model takes for a date and no plural noun follows."""
    first = doc[run.start]
    counts_noun = head.i >= run.end and head.tag_ in ("NNS", "NNPS", "NN")
    if _YEAR.fullmatch(first.text) and run.end == run.start + 1:
        return first.ent_type_ != "CARDINAL" or head.tag_ not in ("NNS", "NNPS") or head.i != run.end
    if run.vague or (first.ent_type_ == "DATE" and _is_bare_object(doc, run, ontology)):
        return False
    return first.ent_type_ in NOT_COUNTS and not (
        counts_noun and first.ent_type_ in ("ORDINAL", "DATE") and head.ent_type_ != "DATE"
    )


def _is_bare_object(doc: Doc, run: _Run, ontology: Ontology) -> bool:
    """ "Killed nine and injured 46, officials said", "rose to 64, officials said": a number alone, of those it was done to."""
    alone = all(doc[at].ent_type_ != "DATE" for at in (run.start - 1, run.end) if 0 <= at < len(doc))
    last = doc[run.end - 1]
    amount = last.dep_ == "pobj" and last.head.head.lemma_.lower() in ontology.words("amounting")
    return alone and (last.dep_ == "dobj" or amount)


# ------------------------------------------------------------------------------------------------------------ bounds
def _value(doc: Doc, run: _Run, ontology: Ontology) -> Value:
    start, bound = _bound_before(doc, run, ontology)
    end, after = _bound_after(doc, run, ontology)
    if bound == "exact":
        bound = "approximate" if run.vague and after == "exact" else after
    high = None if run.high is None or (run.vague and bound in ("lower", "upper")) else round(run.high)
    low = run.high if run.vague and bound == "upper" and run.high is not None else run.low
    return Value(round(low), Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])), bound, high)


def _bound_before(doc: Doc, run: _Run, ontology: Ontology) -> tuple[int, Bound]:
    """The first word of the figure with what bounds it, longest phrase first."""
    start = run.start - (run.start > 0 and doc[run.start - 1].lower_ in ("a", "the", "between", "from") and run.high is not None)
    for length in range(min(LONGEST_BOUND, start), 0, -1):
        words = " ".join(token.lower_ for token in doc[start - length : start])
        told = _bound_of(words, ontology)
        if told is not None:
            return start - length, told
    return start, "exact"


def _bound_of(words: str, ontology: Ontology) -> Bound | None:
    bounds: tuple[tuple[str, Bound], ...] = (("at_least", "lower"), ("at_most", "upper"), ("nearly", "approximate"))
    return next((bound for name, bound in bounds if words in ontology.words(name)), None)


def _bound_after(doc: Doc, run: _Run, ontology: Ontology) -> tuple[int, Bound]:
    words = " ".join(token.lower_ for token in doc[run.end : run.end + 2])
    if words in ontology.words("or_more"):
        return run.end + 2, "lower"
    return (run.end + 2, "approximate") if words in ontology.words("or_so") else (run.end, "exact")
