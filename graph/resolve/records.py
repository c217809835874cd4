"""One article's Extraction in, the compact record that resolving keeps of it out: names, reports, shingles, no text."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from ..model import Article, Chain, Event, Extraction, Local, Mention, Modality, Polarity, Span
from ..numerals import number
from .copies import shingles
from .names import plain
from .wording import wording

_SAID = frozenset({"Statement"})
_NOT_SAID = frozenset({"trigger", "many", "figures", "wording", "beside", "plural"})
_REACH = 40
_MODEL, _NOUN = "Product", "#n"
_FEWEST_WORDS = 4
_ANOTHER = re.compile(
    r"\b(?:another|(?:a|an) (?:second|third|fourth|further|new|fresh|separate|similar))(?: [\w-]+)?\s+$", re.IGNORECASE
)
_COUNT = re.compile(r"(\b\d[\d,]*|\b[A-Za-z-]+)\s+$")
_COUNTED = re.compile(r"\s(\S+)(?=\s\S*s$)")
TIMES = "times"
_ALSO = re.compile(r"\balso\s+$", re.IGNORECASE)
_THE = re.compile(r"(?:the|this|that|these|those|such)$", re.IGNORECASE)
_OWN = re.compile(r"(?:its|their|our|his|her|my|your)$", re.IGNORECASE)
_WHOSE = re.compile(r".+['’]s?$")
_A = re.compile(r"an?$", re.IGNORECASE)
_SOME = re.compile(r"(?:some|any|each|every|no|many|several|few|more|most|all|another|other|\d+(?:st|nd|rd|th))$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\S+)\s+$")
_ONE = re.compile(r"\b(?:an?|the|this|that)(?: [\w-]+)?\s+$", re.IGNORECASE)

_DETERMINERS = (("the", _THE), ("own", _OWN), ("whose", _WHOSE), ("a", _A), ("some", _SOME))

Surface = tuple[str, str | None]
"""The words of a mention and its head word, if the parse tells it."""


@dataclass(frozen=True, slots=True)
class ChainRecord:
    """A chain: its proper names and common-noun phrases, the label first in its kind; `size` counts both.

    `determiner` stands before the first common noun: "the", "own" ("their"), "whose" ("the army's"), "a", "some" ("other"),
    "count" ("five"), or nothing.
    """

    local: Local
    type: str
    label: str
    names: tuple[str, ...]
    nominals: tuple[Surface, ...]
    same_as: str | None
    known: str | None
    size: int
    determiner: str

    @property
    def is_named(self) -> bool:
        return bool(self.names)

    @property
    def spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.label, *self.names, *(words for words, _ in self.nominals))))


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article tells it.

    `fillers` are (role, chain), `quote` the digest of what a statement says; `hint` is the day of the week or of the year
    that an event without a time is told with, as TimeML has it ("XXXX-WXX-2", "XXXX-12-31"); `passage` the kind of its passage;
    `number` whether the words make it "another", "several" or "one", `many` whether it has a figure above one,
    `figures` those that are exact, by role; `wording` stands for the words of its sentence, `beside` are the chains it names;
    `noun` tells whether a noun tells it, `plural` whether that noun tells many, `news` that it is told as that of the day.
    """

    local: Local
    type: str
    lemma: str
    fillers: tuple[tuple[str, Local], ...]
    time: str | None
    hint: str
    passage: str
    polarity: Polarity
    modality: Modality
    same_as: Local | None
    part_of: Local | None
    quote: str
    number: str
    many: bool
    figures: tuple[tuple[str, int], ...]
    wording: int
    beside: tuple[Local, ...]
    plural: bool
    noun: bool
    news: bool
    trigger: Span


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """`digest` is the same for articles that say the very same; `ties` are (subject, property, object) over chains."""

    id: str
    published: str | None
    publisher: str | None
    digest: str
    chains: tuple[ChainRecord, ...]
    reports: tuple[Report, ...]
    ties: tuple[tuple[Local, str, Local], ...]
    shingles: array[int]


_SAYS = {kind: attrgetter(*(name for name in kind.__slots__ if name not in _NOT_SAID)) for kind in (ChainRecord, Report)}


def record(extraction: Extraction) -> ArticleRecord:
    article = extraction.article
    chains = tuple(_chains(extraction))
    reports = tuple(_reports(extraction))
    ties = tuple(
        (Local(article.id, tie.subject), tie.property, Local(article.id, tie.object))
        for tie in extraction.relations
        if tie.polarity == "positive" and not tie.former
    )
    return ArticleRecord(
        id=article.id,
        published=article.published[:10] if article.published else None,
        publisher=article.publisher,
        digest=_digest(chains, reports, ties),
        chains=chains,
        reports=reports,
        ties=ties,
        shingles=shingles(_body(extraction)),
    )


def unique(
    records: Iterable[ArticleRecord], judged: Callable[[str], bool] = lambda _: False
) -> tuple[tuple[ArticleRecord, ...], Mapping[str, tuple[str, ...]]]:
    """The records sorted by id, one for each content; and for each its twins: further articles that say the very same.

    An article of which something is judged by hand has no twin.
    """
    by_id: dict[str, ArticleRecord] = {}
    for each in records:
        if each.id not in by_id or each.digest < by_id[each.id].digest:
            by_id[each.id] = each
    first: dict[str, ArticleRecord] = {}
    twins: dict[str, list[str]] = defaultdict(list)
    for _, each in sorted(by_id.items()):
        kept = first.setdefault(f"{each.digest} {each.id}" if judged(each.id) else each.digest, each)
        if kept is not each:
            twins[kept.id].append(each.id)
            first[each.digest] = replace(kept, published=min(filter(None, (kept.published, each.published)), default=None))
    return tuple(first.values()), {key: tuple(ids) for key, ids in twins.items()}


def _digest(*content: tuple[object, ...]) -> str:
    """Over everything but the article's own id."""
    hashed = hashlib.blake2b(digest_size=16)
    for row in (row for rows in content for row in rows):
        hashed.update(_told(row).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def _told(row: object) -> str:
    if isinstance(row, str):
        return row
    if isinstance(row, Local):
        return row.id
    if isinstance(row, tuple):
        return "(" + "\x1f".join(map(_told, row)) + ")"
    if isinstance(row, ChainRecord | Report):
        return "\x1e".join(map(_told, _SAYS[type(row)](row)))
    return str(row)


def _body(extraction: Extraction) -> Iterator[str]:
    text = extraction.article.text
    if not extraction.passages:
        yield text
    for passage in extraction.passages:
        if passage.kind == "body":
            yield passage.span.of(text)


def _chains(extraction: Extraction) -> Iterator[ChainRecord]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.entity is not None:
            mentions[mention.entity].append(mention)
    for chain in extraction.entities:
        yield _chain(extraction.article, chain, mentions[chain.id])


def _chain(article: Article, chain: Chain, mentions: list[Mention]) -> ChainRecord:
    kinds = {plain(mention.text): mention.kind for mention in mentions if mention.kind != "pronoun"}
    names = Counter(_line(mention.text) for mention in mentions if mention.kind == "name")
    nominals = Counter((_line(mention.text), _head(mention)) for mention in mentions if mention.kind == "nominal")
    others = [alias for alias in (chain.label, *chain.aliases) if plain(alias) and plain(alias) not in kinds]
    named = bool(names or chain.known or chain.same_as) or not nominals
    spelled = [
        name for name, _ in sorted(names.items(), key=lambda item: (plain(item[0]) != plain(chain.label), -item[1], item[0]))
    ]
    return ChainRecord(
        local=Local(article.id, chain.id),
        type=chain.type,
        label=_line(chain.label),
        names=tuple(dict.fromkeys([*spelled, *map(_line, others)] if named else [])),
        nominals=tuple(sorted(nominals, key=lambda item: (plain(item[0]) != plain(chain.label), -nominals[item], str(item)))),
        same_as=chain.same_as,
        known=chain.known,
        size=max(sum(mention.kind != "pronoun" for mention in mentions), 1),
        determiner=_determiner([mention for mention in mentions if mention.kind == "nominal"], article.text),
    )


def _determiner(nominals: Sequence[Mention], text: str) -> str:
    if not nominals:
        return ""
    first = min(nominals, key=lambda mention: mention.span.start)
    before = _WORD_BEFORE.search(text[max(first.span.start - _REACH, 0) : first.span.start])
    words = (first.text.partition(" ")[0], before[1] if before else "")
    return next(filter(None, map(_determines, words)), "")


def _determines(word: str) -> str:
    found = next((kind for kind, pattern in _DETERMINERS if pattern.match(word)), "")
    return found or ("count" if number([word.replace(",", "").lower()]) is not None else "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _head(mention: Mention) -> str | None:
    word = re.match(r"\w+", mention.text[max(mention.head - mention.span.start, 0) :])
    return word[0] if word else None


def _reports(extraction: Extraction) -> Iterator[Report]:
    article = extraction.article.id
    models = {chain.id for chain in extraction.entities if chain.type == _MODEL}
    chain_of = {m.id: m.entity for m in extraction.mentions if m.entity is not None and m.entity not in models}
    named = _by_sentence(extraction)
    for event in extraction.events:
        fillers = {
            (given.role, Local(article, chain_of[given.mention]))
            for given in event.arguments
            if given.mention in chain_of and not given.alleged
        }
        yield Report(
            local=Local(article, event.id),
            type=event.type,
            lemma=event.lemma,
            fillers=tuple(sorted(fillers)),
            time=event.time,
            news=event.news,
            hint=event.hint or "",
            passage=_passage(event, extraction),
            polarity=event.polarity,
            modality=event.modality,
            same_as=Local(article, event.same_as) if event.same_as else None,
            part_of=Local(article, event.part_of) if event.part_of else None,
            quote=_quote(event, extraction.article),
            number=_number(event, extraction.article.text),
            many=any(given.value is not None and given.value.number > 1 for given in event.arguments),
            figures=_figures(event, extraction.article.text),
            wording=wording(event.sentence.of(extraction.article.text)),
            beside=named[event.sentence],
            plural=_is_plural(event, extraction.article.text),
            noun=event.rule.endswith(_NOUN),
            trigger=event.trigger,
        )


def _by_sentence(extraction: Extraction) -> Mapping[Span, tuple[Local, ...]]:
    """The chains that each sentence of an event names."""
    article = extraction.article.id
    names = sorted((each for each in extraction.mentions if each.kind == "name" and each.entity), key=_begin)
    found: dict[Span, tuple[Local, ...]] = {}
    for sentence in {event.sentence for event in extraction.events}:
        first, last = (bisect_left(names, end, key=_begin) for end in (sentence.start, sentence.end))
        chains = {each.entity for each in names[first:last] if each.entity and sentence.holds(each.span)}
        found[sentence] = tuple(Local(article, chain) for chain in sorted(chains))
    return found


def _begin(mention: Mention) -> int:
    return mention.span.start


def _is_plural(event: Event, text: str) -> bool:
    """ "Attacks", as a noun."""
    word = event.trigger.of(text).lower()
    return event.rule.endswith(_NOUN) and word.endswith("s") and not word.endswith("ss")


def _figures(event: Event, text: str) -> tuple[tuple[str, int], ...]:
    """The exact ones, and how many there were of the event itself: "five strikes"."""
    exact = ((given.role, given.value) for given in event.arguments if given.value is not None)
    told = {(role, value.number) for role, value in exact if value.bound == "exact" and value.high is None}
    before = _COUNT.search(text[max(event.sentence.start, event.trigger.start - _REACH) : event.trigger.start])
    counted = before[1] if before and _is_plural(event, text) else next(iter(_COUNTED.findall(event.trigger.of(text))), "")
    if counted and (count := number([counted.replace(",", "").lower()])) is not None:
        told.add((TIMES, int(count)))
    return tuple(sorted(told))


def _passage(event: Event, extraction: Extraction) -> str:
    """Headlines and captions tell again what the body tells; the body tells each thing once or says that it is the same."""
    kinds = (passage.kind for passage in extraction.passages if passage.span.holds(event.trigger))
    return next((kind for kind in kinds if kind in {"headline", "caption"}), "body")


def _number(event: Event, text: str) -> str:
    """ "Another attack", "also attacked"; "the bombings", as no verb ends; "the bombing"; nothing where a verb tells it."""
    before = text[max(event.sentence.start, event.trigger.start - _REACH) : event.trigger.start]
    if _ANOTHER.search(before) or (_ALSO.search(before) and not event.rule.endswith(_NOUN)):
        return "another"
    if event.trigger.of(text).lower().endswith("ings"):
        return "several"
    return "one" if _ONE.search(before) else ""


def _quote(event: Event, article: Article) -> str:
    """The same words say the same; what is as short as "he said", or ends with a colon, only says that there was more."""
    words = event.sentence.of(article.text).rstrip()
    sentence = "" if words.endswith(":") else plain(words)
    own = f"{zlib.crc32(article.text.encode('utf-8', 'surrogatepass'))} {event.id}"
    told = f"{event.lemma} {sentence if sentence.count(' ') >= _FEWEST_WORDS else own}"
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest() if event.type in _SAID else ""
