"""The names of an article in, the same with the names of makes and models of things among them out.

A model is known by a word with a number in it ("A380"); its maker's name before it and the capital words behind belong to it. The
maker stays a name inside it. The model's words elsewhere in the article are its name too: "the A380", "a Dreamliner".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Span
from ..ontology import Ontology
from ..parse import Doc, Token, Tokens
from .names import Name, make_name

MODEL, MADE, MAKER = "Product", "Artifact", "Organization"
NUMBERED = re.compile(r"(?=[^\d]{0,8}\d)[A-Za-z]{0,8}-?\d{1,4}[A-Za-z]{0,4}(?:-\d{1,4}[A-Za-z]{0,3})?")
BARE = re.compile(r"\d+s?")
YEAR = re.compile(r"(?:19|20)\d\ds?")
LONGEST_SHOUT = 3


@dataclass(frozen=True, slots=True)
class Model:
    """What a model is called: its number, and the capital words that follow it somewhere."""

    number: str
    words: frozenset[str]


def with_products(doc: Doc, names: Sequence[Name], ontology: Ontology) -> tuple[Name, ...]:
    """In text order; a model takes the place of names that overlap its number."""
    makers = {name.tokens.end: name for name in names if _is_maker(name, ontology)}
    named = frozenset(i for name in names for i in range(name.tokens.start, name.tokens.end))
    seen = [tokens for entity in doc.ents if (tokens := _model(entity, named, ontology)) is not None]
    models = _models(seen, makers, ontology)
    found = [made for tokens in _everywhere(doc, seen, models) if (made := _named(tokens, makers)) is not None]
    words = models.keys() | _words(models)
    own = {token.i for name in found for token in name.tokens if singular(token) in words}
    kept = [name for name in names if name.known or own.isdisjoint(range(name.tokens.start, name.tokens.end))]
    return tuple(sorted({*kept, *found}, key=lambda name: (name.span.start, -name.span.end)))


def singular(token: Token) -> str:
    """ "787s" as "787", "Dreamliners" as "Dreamliner"."""
    text = token.text
    return text[:-1] if len(text) > LONGEST_SHOUT and text.endswith("s") and not text.isupper() else text


def _model(entity: Tokens, named: Collection[int], ontology: Ontology) -> Tokens | None:
    """From the number of a product to the last capital word behind it."""
    at = next((token for token in entity if NUMBERED.fullmatch(token.text)), None) if entity.label_ == "PRODUCT" else None
    if at is None or YEAR.fullmatch(at.text):
        return None
    first = _first(at, named)
    if first.i and first.nbor(-1).lower_ in ontology.words("numbered"):
        return None
    end = at.i + 1
    while end < entity.end and _goes_on(entity.doc[end]):
        end += 1
    return entity.doc[first.i : end]


def _first(number: Token, named: Collection[int]) -> Token:
    """ "777" of "777-200LR", "AK" of "AK - 47", "iPhone" of "iPhone 3GS"; no name, nor a word that opens a sentence."""
    dashed = number.i > 1 and number.nbor(-1).text == "-"
    before = number.nbor(-2 if dashed else -1) if number.i else number
    if dashed and not BARE.fullmatch(number.text) and NUMBERED.fullmatch(before.text):
        return before
    if before.i in named or before.pos_ != "PROPN" or not before.is_alpha or not number.nbor(-1).whitespace_:
        return before if dashed and before.is_upper and len(before) <= LONGEST_SHOUT else number
    return number if before.is_sent_start or before.text[1:].islower() else before


def _goes_on(token: Token) -> bool:
    return (token.text[0].isupper() and token.is_alpha) or (token.is_digit and len(token) == 1)


def _is_maker(name: Name, ontology: Ontology) -> bool:
    """Not an airline or army, whose plane it is."""
    users = ontology.words("user_of_models")
    return ontology.is_a(name.type, MAKER) and not any(token.lower_ in users for token in name.tokens)


def _models(seen: Sequence[Tokens], makers: Collection[int], ontology: Ontology) -> dict[str, Model]:
    """By number; a bare number is a model's if it somewhere stands behind a maker or before words that tell it."""
    models: dict[str, Model] = {}
    for tokens in seen:
        number = _number(tokens)
        words = frozenset(singular(t) for t in tokens if t.is_alpha and len(t) > LONGEST_SHOUT and not t.is_upper)
        told = words or len(tokens) > 1 or tokens.start in makers or _noun_behind(tokens, ontology)
        if told or not BARE.fullmatch(number):
            known = models.get(number)
            models[number] = Model(number, words | (known.words if known else frozenset()))
    return models


def _noun_behind(tokens: Tokens, ontology: Ontology) -> bool:
    """ "777 airliner"."""
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    cls = ontology.nouns.get(following.lemma_.lower()) if following is not None else None
    return cls is not None and ontology.is_a(cls, MADE)


def _number(tokens: Tokens) -> str:
    return singular(next(token for token in tokens if NUMBERED.fullmatch(token.text)))


def _words(models: Mapping[str, Model]) -> frozenset[str]:
    return frozenset(word for model in models.values() for word in model.words)


def _everywhere(doc: Doc, seen: Sequence[Tokens], models: Mapping[str, Model]) -> Iterator[Tokens]:
    """What the parser saw of known models, then what it overlooked."""
    covered: set[int] = set()
    for tokens in seen:
        if _number(tokens) in models:
            covered.update(range(tokens.start, tokens.end))
            yield tokens
    words = _words(models)
    for token in doc:
        text = singular(token)
        if token.i not in covered and (text in words or (text in models and not BARE.fullmatch(text))):
            end = token.i + 1
            while end < len(doc) and end not in covered and text in models and singular(doc[end]) in models[text].words:
                end += 1
            covered.update(range(token.i, end))
            yield doc[token.i : end]


def _named(tokens: Tokens, makers: Mapping[int, Name]) -> Name | None:
    maker = makers.get(tokens.start)
    start = maker.span.start if maker is not None else tokens.start_char
    return make_name(tokens.doc, Span(start, tokens.end_char), MODEL)
