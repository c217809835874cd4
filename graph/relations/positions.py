"""An article's words and what they stand for in, who holds which position, where and of what, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from ..modality import status
from ..model import Chain, Mention, Polarity, Span
from ..ontology import Ontology, Position
from .chain_index import CLITICS, ChainIndex, Tie, after_preposition

BEFORE_NAME, OTHERWISE, ITSELF = 0.93, 0.78, 0.68
COPULAS = frozenset({"be", "remain"})
BODY_PREPOSITIONS = ("of", "for", "at")
Titles = Sequence[tuple[tuple[str, ...], str]]
_WORD = re.compile(r"[^\s-]+|-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `doc[start:end]` that say what somebody is; `head` is its noun."""

    doc: Doc
    start: int
    end: int
    head: Token

    @property
    def words(self) -> tuple[Token, ...]:
        return tuple(self.doc[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text, and the position it names."""

    phrase: Phrase
    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is said to be it: by a name right behind, an apposition, a copula, or nothing but the phrase itself."""

    chain: Chain
    token: Token
    confidence: float
    polarity: Polarity = "positive"
    itself: bool = False


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
            if head.pos_ in ("NOUN", "PROPN"):
                yield Title(Phrase(doc, token.i, end, head), index.ontology.titles[text], text)


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


# ------------------------------------------------------------------------------------------------------------- holders
def holders(index: ChainIndex, phrase: Phrase) -> tuple[Holder, ...]:
    """Everyone the phrase is said of; the phrase itself only if nobody else."""
    said = _name_behind(index, phrase) or _name_around(index, phrase) or _name_after_body(index, phrase)
    said = said or [*_apposed(index, phrase.head), *_equated(index, phrase.head)]
    if said:
        return tuple({holder.chain.id: holder for holder in reversed(said)}.values())
    mention = index.headed.get(phrase.head.i)
    chain = index.chain_of(mention)
    if chain is None or mention is None or mention.kind != "nominal":
        return ()
    return (Holder(chain, phrase.head, ITSELF, itself=True),)


def _name_behind(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """ "Prime Minister Adel Abdul-Mahdi", "Foreign Minister Sheikh Mohammed"."""
    honorifics = index.ontology.words("honorific")
    at = phrase.end
    while at < len(phrase.doc) and at not in index.starting and phrase.doc[at].lower_.rstrip(".") in honorifics:
        at += 1
    mention = index.starting.get(at)
    chain = index.chain_of(mention)
    if mention is None or chain is None or phrase.doc[phrase.end - 1].is_sent_end:
        return []
    last = index.tokens(mention)[-1]
    if _is_apart(phrase.head, last):
        return []
    others = last.conjuncts if phrase.head.lower_.endswith("s") else ()
    named = ((index.chain_of(index.named.get(token.i)), token) for token in (last, *others))
    return [Holder(found, token, BEFORE_NAME) for found, token in named if found is not None]


def _is_apart(head: Token, name: Token) -> bool:
    """ "told the minister Trump would come": the name begins a clause of its own."""
    return head.dep_ in ("pobj", "dobj", "dative") and name.dep_ in ("nsubj", "nsubjpass") and name.head is not head


def _name_around(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """A name that was read together with its title."""
    mention = index.starting.get(phrase.start)
    chain = index.chain_of(mention)
    if mention is None or chain is None or chain.type != "Person":
        return []
    tokens = index.tokens(mention)
    return [Holder(chain, tokens[-1], BEFORE_NAME)] if tokens[-1].i >= phrase.end else []


def _name_after_body(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """ "the head of the council, Mohammed Suweysi": the name hangs on whatever noun the parser chose."""
    body = body_behind(index, phrase, "of")
    mention = index.mention(body[1]) if body is not None else None
    if body is None or mention is None or index.is_a(body[0], "Person"):
        return []
    at = index.tokens(mention)[-1].i + 1
    name = index.starting.get(at + 1) if at < len(phrase.doc) and phrase.doc[at].text == "," else None
    chain = index.chain_of(name)
    if name is None or chain is None or chain.type != "Person":
        return []
    return [Holder(chain, index.tokens(name)[-1], OTHERWISE)]


def _apposed(index: ChainIndex, head: Token) -> Iterator[Holder]:
    near = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        near.append(head.head)
    near = [token for token in near if not any(t.is_quote for t in head.doc[min(token.i, head.i) : max(token.i, head.i)])]
    for token in near:
        chain = index.chain(token)
        if chain is not None and index.mention(token) is not index.headed.get(head.i):
            yield Holder(chain, token, OTHERWISE)


def _equated(index: ChainIndex, head: Token) -> Iterator[Holder]:
    """ "X is a member of the PMF": the verb's subject."""
    verb = head.head
    if head.dep_ != "attr" or verb.lemma_.lower() not in COPULAS:
        return
    told = status(verb, index.ontology)
    for subject in (child for child in verb.children if child.dep_ == "nsubj"):
        chain = index.chain(subject)
        if chain is not None and told.modality == "actual":
            yield Holder(chain, subject, OTHERWISE, told.polarity)


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
    if mention is None or mention.entity is None or (nouns and token.dep_ != "poss"):
        return None
    person = mention.type == "Person" and token.dep_ != "poss"
    return None if person else mention


def body_behind(index: ChainIndex, phrase: Phrase, *prepositions: str) -> tuple[Chain, Token] | None:
    """ "the president of Iran", "spokesman for the ministry"."""
    last = phrase.doc[phrase.end - 1]
    for token in dict.fromkeys([*after_preposition(phrase.head, *prepositions), *after_preposition(last, *prepositions)]):
        chain = index.chain(token)
        if chain is not None and token.i >= phrase.end:
            return chain, token
    return None


def _held(index: ChainIndex, title: Title, before: Before, holder: Holder) -> Held | None:
    phrase = title.phrase
    behind = body_behind(index, phrase, *BODY_PREPOSITIONS) or _body_behind_name(index, before, holder)
    body = behind[0] if behind else _led(before)
    if holder.chain.type != "Person" or (holder.itself and not _is_telling(index, title.position, holder, body)):
        return None
    named = behind[1] if behind else before.token
    tie = _tie(index, title, body, before.token)
    words = (*phrase.words, holder.token, phrase.doc[before.start], *((named,) if named else ()))
    label = _label(index.ontology, title, before, body if tie != "citizenOf" else None)
    span = Span(phrase.doc[before.start].idx, phrase.doc[phrase.end - 1].idx + len(phrase.doc[phrase.end - 1]))
    ties = _ties(tie, holder, body, words, former=before.former)
    return Held(label, span, phrase.head, holder, before.former, words, ties)


def _led(before: Before) -> Chain | None:
    """The body before the title, which is no people or faith: "a Sikh leader"."""
    believers = before.body is not None and before.body.type == "Group"
    return None if believers and before.token is not None and before.token.ent_type_ == "NORP" else before.body


def _body_behind_name(index: ChainIndex, before: Before, holder: Holder) -> tuple[Chain, Token] | None:
    """ "Prime Minister Manmohan Singh of India"."""
    if before.body is not None or holder.confidence < BEFORE_NAME:
        return None
    found = ((index.chain(token), token) for token in after_preposition(holder.token, "of"))
    return next(((chain, token) for chain, token in found if chain is not None and not index.is_a(chain, "Person")), None)


def _is_telling(index: ChainIndex, position: Position, holder: Holder, body: Chain | None) -> bool:
    """Whether a title standing for its holder says enough: the holder has a name, or it is the first office of a body."""
    office = position.tie != "worksFor" or " " in position.label
    return index.is_named(holder.chain) or (body is not None and office)


def _is_subject(index: ChainIndex, token: Token) -> bool:
    """ "India manager": what the work is about; "Indian" and "U.S." tell whose citizen somebody is."""
    bare = token.dep_ == "compound" and token.text[1:].islower()
    return bare and index.gazetteer.demonym(token.text) is None


def _tie(index: ChainIndex, title: Title, body: Chain | None, token: Token | None) -> str:
    """What the position makes of its holder towards the body; "" = nothing."""
    if body is None:
        return ""
    if title.text in index.ontology.words("profession") and index.is_a(body, "Country"):
        return "" if token is not None and _is_subject(index, token) else "citizenOf"
    if title.text in index.ontology.words("shepherd") and index.is_a(body, "Place"):
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
