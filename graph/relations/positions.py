"""An article's words and what they stand for in, who holds which position, where and of what, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..mentions.nominals import is_plural
from ..model import Chain, Mention, Span
from ..ontology import Ontology, Position
from ..parse import Doc, Token
from .chain_index import CLITICS, ChainIndex, Tie, after_preposition
from .holders import BEFORE_NAME, OTHERWISE, Holder, Phrase, body_behind, body_beside, holders

BODY_PREPOSITIONS = ("of", "for", "at")
LEADING = frozenset({"headOf", "leaderOf"})
NOBODY = frozenset({"every", "each", "any", "no", "which", "what"})
Titles = Sequence[tuple[tuple[str, ...], str]]
_WORD = re.compile(r"[^\s-]+|-")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text, and the position it names."""

    phrase: Phrase
    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a phrase: the body it names, whether it is over, and nouns that narrow it ("militia")."""

    body: Chain | None
    token: Token | None
    start: int
    former: bool
    nouns: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A position found in the text: its role's label, the stretch that names it, and the ties it gives."""

    label: str
    span: Span
    head: Token
    holder: Holder
    former: bool
    words: tuple[Token, ...]
    ties: tuple[Tie, ...]


def find_positions(index: ChainIndex) -> Iterator[Held]:
    """In text order; a title nobody is said to hold is left out."""
    for title in _titles(index):
        before = look_before(index, title.phrase.start)
        for holder in holders(index, title.phrase):
            held = _held(index, title, before, holder)
            if held is not None:
                yield held


# -------------------------------------------------------------------------------------------------------------- titles
@lru_cache(maxsize=4)
def _by_first_word(ontology: Ontology) -> Mapping[str, Titles]:
    """First word → titles cut as the tokenizer cuts them, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for title in ontology.titles:
        words = tuple(_WORD.findall(title))
        found.setdefault(words[0].rstrip("."), []).append((words, title))
    return {first: sorted(found[first], key=lambda each: (-len(each[0]), each)) for first in found}


def _titles(index: ChainIndex) -> Iterator[Title]:
    table, doc = _by_first_word(index.ontology), index.doc
    end = 0
    for token in index.words:
        candidates = _beginning(table, token) if token.i >= end else ()
        if candidates and (found := _longest(doc, token.i, candidates)):
            end, text = found
            head = _head([each for each in doc[token.i : end] if each.text != "."])
            if head.pos_ in ("NOUN", "PROPN") and not _names_matter(index, token):
                yield Title(Phrase(doc, token.i, end, head), index.ontology.titles[text], text)


def _names_matter(index: ChainIndex, token: Token) -> bool:
    """ "The Supreme Court of Justice", "the Department of State": what the body is for, not who is in it."""
    name = index.named.get(token.i)
    inside = name is not None and token.i > 0 and index.named.get(token.i - 1) is name
    return inside and name is not None and token.nbor(-1).lower_ == "of" and index.ontology.is_a(name.type, "Organization")


def _beginning(table: Mapping[str, Titles], token: Token) -> Titles:
    said = token.lower_.rstrip(".")
    return table.get(said) or table.get(said.removesuffix("s")) or ()


def _longest(doc: Doc, start: int, titles: Titles) -> tuple[int, str] | None:
    for words, title in titles:
        end = _end(doc, start, words)
        if end is not None:
            return end, title
    return None


def _end(doc: Doc, start: int, words: Sequence[str]) -> int | None:
    """Where the words end that begin at a token; the last may be a plural, a dot may stand apart."""
    at = start
    for number, word in enumerate(words):
        said = doc[at].lower_.rstrip(".") if at < len(doc) else ""
        if said != word.rstrip(".") and (number + 1 < len(words) or said != f"{word}s"):
            return None
        at += 2 if word.endswith(".") and at + 1 < len(doc) and doc[at + 1].text == "." else 1
    return at


def _head(words: Sequence[Token]) -> Token:
    """The noun before the first preposition: "secretary" of "secretary of state"."""
    cut = next((n for n, token in enumerate(words) if token.dep_ == "prep" or token.lower_ == "of"), len(words))
    return words[max(cut - 1, 0)]


# -------------------------------------------------------------------------------------------------------- what it is of
def look_before(index: ChainIndex, start: int) -> Before:
    """Reads backwards from a phrase: "former", adjectives, narrowing nouns, then the body: "Iraqi", "PMF", "Iraq's", "his"."""
    doc, former, nouns = index.words, False, list[Token]()
    at, first = start - 1, start
    while at >= 0 and not doc[at].is_sent_end:
        token = doc[at]
        owner = doc[at - 1] if token.text in CLITICS and at > 0 else token
        body = _body(index, owner, nouns)
        if body is not None:
            over = former or _is_former(index, index.tokens(body)[0].i - 1)
            possessive = owner is not token or owner.tag_ == "PRP$"
            start = first if possessive else index.tokens(body)[0].i
            return Before(index.chain_of(body), owner, start, over, tuple(nouns))
        if _is_former(index, at):
            former = True
        elif token.text != "-" and token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("compound", "nmod", "amod"):
            nouns.insert(0, token)
            first = at
        elif token.pos_ != "ADJ" and token.text != "-":
            break
        at -= 1
    return Before(None, None, first, former, tuple(nouns))


def _is_former(index: ChainIndex, at: int) -> bool:
    return at >= 0 and index.doc[at].lower_ in index.ontology.words("former")


def _body(index: ChainIndex, token: Token, nouns: Sequence[Token]) -> Mention | None:
    """The name or possessor at a word, unless a noun between narrows it to something else: "Iraqi militia leader"."""
    mention = index.named.get(token.i) or (index.headed.get(token.i) if token.dep_ == "poss" else None)
    if mention is None or mention.entity is None or (nouns and token.dep_ != "poss") or index.is_toward(token):
        return None
    person = mention.type == "Person" and token.dep_ != "poss"
    return None if person else mention


def _held(index: ChainIndex, title: Title, before: Before, holder: Holder) -> Held | None:
    phrase = title.phrase
    behind = body_behind(index, phrase, *BODY_PREPOSITIONS) or body_beside(index, phrase)
    behind = behind or _body_behind_name(index, title, before, holder)
    body = behind[0] if behind else _led(before)
    if behind is None and (_is_studied(index, title, before) or _leads_other(index, title, before)):
        body = None
    if holder.chain.type != "Person" or (holder.itself and not _is_telling(index, title.position, holder, body)):
        return None
    named = behind[1] if behind else before.token
    tie = _tie(index, title, body)
    if tie in LEADING and _is_deputy(index, title, before):
        tie = "worksFor"
    words = (*phrase.words, holder.token, phrase.doc[before.start], *((named,) if named else ()))
    label = _label(index.ontology, title, before, body if tie != "citizenOf" else None)
    span = Span(phrase.doc[before.start].idx, phrase.doc[phrase.end - 1].idx + len(phrase.doc[phrase.end - 1]))
    former = before.former or holder.former
    return Held(label, span, phrase.head, holder, former, words, _ties(tie, holder, body, words, former=former))


def _is_deputy(index: ChainIndex, title: Title, before: Before) -> bool:
    """ "The assistant leader"."""
    words = title.phrase.doc[before.start : title.phrase.start]
    return any(word.lower_ in index.ontology.words("deputy") for word in (*words, *title.phrase.head.lefts))


def _led(before: Before) -> Chain | None:
    """The body before the title, which is no people or faith: "a Sikh leader"."""
    believers = before.body is not None and before.body.type == "Group"
    return None if believers and before.token is not None and before.token.ent_type_ == "NORP" else before.body


def _leads_other(index: ChainIndex, title: Title, before: Before) -> bool:
    """ "A U.S. naval commander", "a Chilean leader of the league": the country is not what is led."""
    if before.body is None or title.position.tie != "leaderOf" or not index.is_a(before.body, "Country"):
        return False
    phrase, doc = title.phrase, title.phrase.doc
    of_other = any(child.lower_ == "of" and child.i >= phrase.end for child in phrase.head.rights)
    told = before.token.i + 1 if before.token is not None else phrase.start
    return of_other or any(word.pos_ == "ADJ" and word.dep_ == "amod" and not word.ent_type_ for word in doc[told : phrase.start])


def _body_behind_name(index: ChainIndex, title: Title, before: Before, holder: Holder) -> tuple[Chain, Token] | None:
    """ "Prime Minister Manmohan Singh of India"; of several presidents one may be "of" his party too."""
    if before.body is not None or holder.confidence < BEFORE_NAME:
        return None
    several = is_plural(title.phrase.head)
    for token in after_preposition(holder.token, "of"):
        chain = index.chain(token)
        if chain is not None and not index.is_a(chain, "Person") and not (several and index.is_a(chain, "Organization")):
            return chain, token
    return None


def _is_telling(index: ChainIndex, position: Position, holder: Holder, body: Chain | None) -> bool:
    """Whether a title standing for its holder says enough: the holder has a name, or it is the first office of a body."""
    if _is_anybody(position, holder):
        return False
    office = position.tie != "worksFor" or " " in position.label
    return index.is_named(holder.chain) or (body is not None and office)


def _is_anybody(position: Position, holder: Holder) -> bool:
    """ "Every president", "no leader", and "a president" of what has but one."""
    said = {child.lower_ for child in holder.token.lefts if child.dep_ == "det"}
    return bool(said & NOBODY) or (position.tie == "headOf" and bool(said & {"a", "an"}))


def _is_studied(index: ChainIndex, title: Title, before: Before) -> bool:
    """ "India manager", "Syria expert": the country is what the work is about."""
    if before.body is None or before.token is None or not index.is_a(before.body, "Country"):
        return False
    return title.text in index.ontology.words("profession") and index.is_subject(before.token)


def _tie(index: ChainIndex, title: Title, body: Chain | None) -> str:
    """What the position makes of its holder towards the body; "" = nothing."""
    if body is None:
        return ""
    if title.text in index.ontology.words("profession") and index.is_a(body, "Country"):
        return "citizenOf"
    if title.text in index.ontology.words("shepherd") and index.is_a(body, "Place"):
        return ""
    if title.text in index.ontology.words("candidacy") and not index.is_a(body, "PoliticalParty"):
        return ""
    if title.position.tie == "worksFor" and index.is_a(body, "PoliticalParty"):
        return "memberOf"
    return title.position.tie


def _ties(tie: str, holder: Holder, body: Chain | None, words: tuple[Token, ...], *, former: bool) -> tuple[Tie, ...]:
    if body is None or not tie:
        return ()
    confidence = min(holder.confidence, OTHERWISE) if tie == "worksFor" else holder.confidence
    return (Tie(tie, holder.chain, body, words, confidence, f"title:{tie}", holder.polarity, former),)


def _label(ontology: Ontology, title: Title, before: Before, body: Chain | None) -> str:
    """ "President of the United States", "United States Secretary of Defense", "Militia Leader"."""
    own, words = title.position.label, (*before.nouns, *title.phrase.words)
    if before.nouns or (
        body is None and "." not in title.text and len([word for word in words if word.text != "-"]) > len(own.split())
    ):
        own = " ".join(word[:1].upper() + word[1:] for word in title.phrase.doc[words[0].i : title.phrase.end].text.split())
    if body is None:
        return own
    definite = body.label[:1].islower() or body.label.lower() in ontology.words("with_article")
    article = "the " if definite else ""
    return f"{body.label} {own}" if " of " in own else f"{own} of {article}{body.label}"
