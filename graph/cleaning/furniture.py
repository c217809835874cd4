"""Cleaning rules and a line of text in, the line cut into what is the article and what each rule tells apart out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from ..model import Passage, PassageKind, Span

if TYPE_CHECKING:
    from ..ontology import CleaningRule, Ontology

Line = tuple[Passage, ...]

BODY: PassageKind = "body"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? +)"
MACROS = {
    "{date}": (
        rf"{WEEKDAY}?(?:{MONTH}\.? +\d{{1,2}}(?:st|nd|rd|th)?,? +\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\.?[ -]{MONTH}\.?,?[ -]\d{{4}}"
        r"|\d{4}[-/.]\d{2}[-/.]\d{2})(?!\d)"
    ),
    "{name}": r"[A-Z][\w&.'’!-]*(?:(?: (?:of|the|and|for|&))? [A-Z][\w&.'’!-]*){0,4}",
}
CUES = "furniture"
NOTHING = r"(?!)"
FLAGS = re.compile(r"^\(\?([a-z]+)\)")
GROUP = re.compile(r"\(\?P<\w+>")
SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No|vs|Rev|Hon"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp|Ltd)\.$"
)
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
SPEECH = re.compile(r"[\"“][^\"“”]*?(?:\w+[^\w\"“”]+){3}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule ready to run; it is tried on each sentence of each line.

    `exact` if it is bound by ^ or $: it marks what it matches, another one the whole sentence; one of kind body keeps
    its whole line. Its named groups tell of the article itself, or that it heads a list of others.
    """

    id: str
    kind: PassageKind
    pattern: re.Pattern[str]
    exact: bool


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules by where they can match, so that few are tried: `opening` matches where any of `openings` may.

    `phrases` are tried on sentences with one of the `cues` only; `lists` are the ids of rules that head lists of articles.
    """

    kept: tuple[Rule, ...]
    openings: tuple[Rule, ...]
    endings: tuple[Rule, ...]
    phrases: tuple[Rule, ...]
    opening: re.Pattern[str]
    cues: frozenset[str]
    lists: frozenset[str]

    def candidates(self, sentence: str) -> tuple[Rule, ...]:
        openings = self.openings if self.opening.match(sentence) else ()
        phrases = () if self.cues.isdisjoint(WORD.findall(sentence.lower())) else self.phrases
        return (*openings, *self.endings, *phrases)


def rule_book(ontology: Ontology) -> RuleBook:
    return _rule_book(ontology.cleaning, ontology.word_lists[CUES])


@lru_cache(maxsize=8)
def compile_rules(rules: tuple[CleaningRule, ...]) -> tuple[Rule, ...]:
    """The rules with `{date}` and `{name}` filled in, sorted by id."""
    return tuple(_compiled(rule) for rule in sorted(rules, key=lambda rule: rule.id))


@lru_cache(maxsize=8)
def _rule_book(rules: tuple[CleaningRule, ...], cues: frozenset[str]) -> RuleBook:
    compiled = compile_rules(rules)
    marking = [rule for rule in compiled if rule.kind != BODY]
    openings = tuple(rule for rule in marking if _opens(rule))
    return RuleBook(
        kept=tuple(rule for rule in compiled if rule.kind == BODY),
        openings=openings,
        endings=tuple(rule for rule in marking if rule.exact and not _opens(rule)),
        phrases=tuple(rule for rule in marking if not rule.exact),
        opening=re.compile("|".join(_scoped(rule.pattern.pattern) for rule in openings) or NOTHING),
        cues=cues,
        lists=frozenset(rule.id for rule in compiled if "teasers" in rule.pattern.groupindex),
    )


def _opens(rule: Rule) -> bool:
    return FLAGS.sub("", rule.pattern.pattern).startswith("^")


def _scoped(pattern: str) -> str:
    """As one alternative among others: flags apply inside only, groups have no names."""
    flags = FLAGS.match(pattern)
    return f"(?{flags[1] if flags else ''}:{GROUP.sub('(?:', FLAGS.sub('', pattern))})"


def _compiled(rule: CleaningRule) -> Rule:
    source = rule.regex
    for macro, meaning in MACROS.items():
        source = source.replace(macro, meaning)
    bare = FLAGS.sub("", source)
    return Rule(rule.id, rule.kind, re.compile(source), exact=bare.startswith("^") or bare.endswith("$"))


def cut_line(text: str, line: Span, book: RuleBook) -> Line:
    """Pieces that hold every character of the line; what no rule marks is body by the rule "body"."""
    written = line.of(text)
    for rule in book.kept:
        if rule.pattern.search(written):
            return (Passage(line, BODY, rule.id),)
    pieces = [piece for sentence in sentences(text, line) for piece in _pieces(text, sentence, book)]
    groups = [list(group) for _, group in groupby(pieces, key=lambda piece: (piece.kind, piece.rule))]
    return tuple(replace(group[0], span=Span(group[0].span.start, group[-1].span.end)) for group in groups)


def sentences(text: str, line: Span) -> Iterator[Span]:
    """By capitals after full stops, abbreviations apart: good enough to try rules on."""
    start = line.start
    for gap in SENTENCE_BREAK.finditer(line.of(text)):
        end = line.start + len(line.of(text)[: gap.end()].rstrip())
        if not ABBREVIATION.search(text[max(start, end - 12) : end]):
            yield Span(start, end)
            start = line.start + gap.end()
    yield Span(start, line.end)


def _pieces(text: str, piece: Span, book: RuleBook) -> Iterator[Passage]:
    """The piece cut where rules match; what stands before and after an exact match is tried again."""
    written = piece.of(text)
    matches = [(rule, found) for rule in book.candidates(written) if (found := _match(rule, written)) is not None]
    if not matches:
        yield Passage(piece, BODY, BODY)
        return
    rule, found = min(matches, key=lambda match: (match[1].start(), -match[1].end()))
    hit = trimmed(text, Span(piece.start + found.start(), piece.start + found.end())) if rule.exact else piece
    for rest in (Span(piece.start, hit.start), hit, Span(hit.end, piece.end)):
        part = trimmed(text, rest)
        if part == hit:
            yield Passage(hit, rule.kind, rule.id)
        elif part.start < part.end:
            yield from _pieces(text, part, book)


def _match(rule: Rule, sentence: str) -> re.Match[str] | None:
    """What is said in quotation marks is said by somebody, not by the page: no sentence with speech is furniture."""
    found = rule.pattern.search(sentence)
    return found if found and found.group().strip() and (rule.exact or not SPEECH.search(sentence)) else None


def trimmed(text: str, span: Span) -> Span:
    written = span.of(text)
    start = span.start + len(written) - len(written.lstrip())
    return Span(min(start, span.end), max(span.start + len(written.rstrip()), min(start, span.end)))
