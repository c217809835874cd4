"""The names first found in an article in, the same brought in line with each other and joined by those overlooked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from .gazetteer import Gazetteer
from .model import Span
from .names import Cues, Name, best, make_name, name_cues
from .ontology import Ontology

PERSON = "Person"
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
WORK_LABELS = frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})
SHORTEST = 3
INSIDE = frozenset({"of", "al", "de", "bin", "ibn", "el", "van", "von", "der", "den", "di", "da", "du", "la"})


def complete(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> tuple[Name, ...]:
    """In text order: one spelling has one class all through an article, and a name seen once is seen wherever it stands."""
    agreed = _agreed(names)
    found = [*agreed, *_overlooked(doc, agreed, gazetteer, ontology)]
    found += _repeated(doc, found)
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


# ------------------------------------------------------------------------------------------------- one class a spelling
def _agreed(names: Sequence[Name]) -> list[Name]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.type] += 3 if name.known else 1
        if name.type == PERSON and len(name.tokens) > 1:
            votes[name.tokens[-1].text][PERSON] += 2
    return [name if name.known else replace(name, type=_elected(votes[name.text], name.type)) for name in names]


def _elected(votes: Counter[str], own: str) -> str:
    return max(votes, key=lambda cls: (votes[cls], cls == own, cls))


# --------------------------------------------------------------------------------------------------------- overlooked
def _overlooked(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> Iterator[Name]:
    """Runs of proper nouns no name covers, where title, cue, gazetteer or verb tells what they name."""
    cues = name_cues(ontology)
    for run in _runs(doc, _covered(names)):
        name = make_name(doc, Span(run.start_char, run.end_char), PERSON)
        cls = _class_of(run, cues, gazetteer, ontology) if name is not None else None
        if name is not None and cls is not None:
            yield replace(name, type=cls)


def _covered(names: Sequence[Name]) -> frozenset[int]:
    return frozenset(i for name in names for i in range(name.tokens.start, name.tokens.end))


def _runs(doc: Doc, covered: frozenset[int]) -> Iterator[Tokens]:
    first = None
    for token in doc:
        if token.i not in covered and _proper(token):
            first = token.i if first is None else first
        elif first is not None:
            yield doc[first : token.i]
            first = None


def _proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ not in TIME_LABELS | WORK_LABELS


def _class_of(run: Tokens, cues: Cues, gazetteer: Gazetteer, ontology: Ontology) -> str | None:
    words = [token.text for token in run]
    if cues.is_title(words):
        return None
    if len(run) > 1 and (told := cues.of(words, "body") or cues.of(words, "place")):
        return told
    if _speaks(run.root, ontology) and not run.root.is_upper:
        return PERSON
    place = best(gazetteer.lookup(run.text)) if len(run.text) > SHORTEST else None
    return place.type if place is not None and run.root.dep_ == "pobj" and not place.kind == "demonym" else None


def _speaks(token: Token, ontology: Ontology) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ontology.cues


# ------------------------------------------------------------------------------------------------------------ repeated
def _repeated(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Where a name found elsewhere, or a person's last name, stands uncovered."""
    classes = _spellings(names)
    covered = set(_covered(names))
    longest = max((len(words) for words in classes), default=0)
    for token in doc:
        for size in range(longest, 0, -1):
            tokens = doc[token.i : token.i + size]
            if tuple(t.text for t in tokens) in classes and not covered.intersection(range(tokens.start, tokens.end)):
                covered.update(range(tokens.start, tokens.end))
                name = make_name(doc, Span(tokens.start_char, tokens.end_char), classes[tuple(t.text for t in tokens)])
                if name is not None:
                    yield name
                break


def _spellings(names: Sequence[Name]) -> Mapping[tuple[str, ...], str]:
    classes: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(token.text for token in name.tokens)
        if words[0][0].isupper() and name.span.end == name.tokens.end_char:
            classes.setdefault(words, name.type)
        if name.type == PERSON and len(words) > 1 and len(words[-1]) > SHORTEST and words[-1][0].isupper():
            classes.setdefault(words[-1:], PERSON)
    return {words: cls for words, cls in classes.items() if len("".join(words)) >= SHORTEST}
