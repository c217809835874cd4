"""The names first found in an article in, the same brought in line with each other and joined by those overlooked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..gazetteer import Gazetteer
from ..model import Span
from ..ontology import Ontology
from ..parse import Doc, Token, Tokens
from .evidence import FAIR, agreed, clues
from .names import Cues, Name, best, in_title, make_name, name_cues

PERSON = "Person"
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
WORK_LABELS = frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})
NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "VERB"})
SHORTEST = 3
HEADLINE, HEADLINE_SHARE = 4, 0.75


def complete(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> tuple[Name, ...]:
    """In text order: one spelling has one class all through an article, and a name seen once is seen wherever it stands."""
    named = _with_ships(doc, names, name_cues(ontology))
    known = agreed(_widened(doc, named, gazetteer, ontology), gazetteer, ontology)
    found = [*known, *_overlooked(doc, known, gazetteer, ontology)]
    found += _repeated(doc, found)
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


# ------------------------------------------------------------------------------------------------------------- widened
def _widened(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> list[Name]:
    """Two parts side by side ("Gergely", "Gulyas") are one person, "Real" beside "Madrid" is part of the name."""
    reach = Reach(_covered(names), name_cues(ontology), gazetteer, ontology)
    wide: list[Name] = []
    at = {name.tokens.start: name for name in names}
    for name in sorted(names, key=lambda each: each.span.start):
        if wide and wide[-1].span.overlaps(name.span):
            wide += [] if wide[-1].type != "Embassy" else [name]
        elif (longer := _with_given_name(doc, name, reach)) is not None:
            wide.append(longer)
        elif name.known or name.type == "Embassy" or is_headline(name.tokens.sent):
            wide.append(name)
        else:
            wide.append(_wide(doc, name, at.get(name.tokens.end), reach))
    return wide


def _wide(doc: Doc, name: Name, following: Name | None, reach: Reach) -> Name:
    if following is not None and PERSON in (name.type, following.type) and _one_person(name, following):
        return make_name(doc, Span(name.span.start, following.span.end), PERSON) or name
    if name.type == PERSON and following is None:
        return _with_last_names(doc, name, reach)
    if name.type != "City" or not reach.takes_in(name):
        return name
    made = make_name(doc, Span(doc[name.tokens.start - 1].idx, name.span.end), name.type)
    return replace(made, type=_wide_class(made, reach)) if made is not None else name


def _with_last_names(doc: Doc, name: Name, reach: Reach) -> Name:
    """A name cut short with the last names that the parser puts behind it: "Pedro Gonzalez" before "Erazo"."""
    end = name.tokens.end
    while end < len(doc) and _goes_on(doc[end], doc[end - 1], name, reach):
        end += 1
    whole = len(name.tokens) > 1 and end > name.tokens.end and name.span.end == name.tokens.end_char
    made = make_name(doc, Span(name.span.start, doc[end - 1].idx + len(doc[end - 1])), PERSON) if whole else None
    return made or name


def _goes_on(word: Token, before: Token, name: Name, reach: Reach) -> bool:
    free = word.i not in reach.covered and before.whitespace_ == " " and word.text.istitle() and len(word) > 1
    linked = word.i in (name.tokens.root.head.i, before.head.i) or (word.dep_ == "compound" and before.head == word.head)
    known = reach.cues.is_title([word.text]) or word.lemma_.lower() in reach.ontology.nouns
    return free and linked and _proper(word) and not known


def _with_given_name(doc: Doc, name: Name, reach: Reach) -> Name | None:
    """A last name with the given name before it that nothing else took in: "Andrea" before "Merkel"."""
    first = name.tokens.start
    if name.type != PERSON or len(name.tokens) > 1 or first == name.tokens.sent.start:
        return None
    given = doc[first - 1]
    beside = given.whitespace_ == " " and given.i not in reach.covered and given.head.i == first
    if beside and _proper(given) and reach.gazetteer.sex(given.text) is not None and not reach.cues.is_title([given.text]):
        return make_name(doc, Span(given.idx, name.span.end), PERSON)
    return None


def _with_ships(doc: Doc, names: Sequence[Name], cues: Cues) -> list[Name]:
    """A ship is one name, whatever was seen of it: "HMS Petrel"."""
    kept = list(names)
    for token in doc[:-1]:
        cls, after = cues.ship(token.text), token.nbor(1)
        if cls is None or not token.whitespace_ or not _opens_ship(after) or cues.is_title([after.text]):
            continue
        end = after.i + (2 if after.i + 2 < len(doc) and _proper(doc[after.i + 1]) and after.whitespace_ else 1)
        ship = make_name(doc, Span(token.idx, doc[end - 1].idx + len(doc[end - 1])), cls)
        kept = [name for name in kept if ship is None or not name.span.overlaps(ship.span)] + ([ship] if ship else [])
    return kept


def _opens_ship(word: Token) -> bool:
    """Whatever the tagger takes it for: "INS Sukanya"."""
    return _proper(word) or (word.text.istitle() and word.pos_ in NAMELIKE and word.ent_type_ not in TIME_LABELS)


@dataclass(frozen=True, slots=True)
class Reach:
    """What tells how far a name goes."""

    covered: frozenset[int]
    cues: Cues
    gazetteer: Gazetteer
    ontology: Ontology

    def takes_in(self, name: Name) -> bool:
        """Whether the word before a city's name makes it the name of something else ("Real Madrid")."""
        if name.tokens.start == name.tokens.sent.start:
            return False
        token = name.tokens[0].nbor(-1)
        if token.i in self.covered or not _proper(token) or token.is_stop or not token.is_alpha or token.is_upper:
            return False
        if self.cues.is_title([token.text]) or token.lemma_.lower() in self.ontology.nouns or self.gazetteer.demonym(token.text):
            return False
        return token.head.i in range(name.tokens.start, name.tokens.end)


def _one_person(name: Name, following: Name) -> bool:
    beside = name.tokens[-1].whitespace_ == " " and name.span.end == name.tokens.end_char
    linked = name.tokens.root.head.i in range(following.tokens.start, following.tokens.end)
    return beside and linked and not following.known and following.type in (PERSON, "Organization", "Place", "GeographicFeature")


def _wide_class(name: Name, reach: Reach) -> str:
    if not reach.ontology.is_a(name.type, "Place"):
        return name.type
    found = best(reach.gazetteer.lookup(name.text))
    words = [token.text for token in name.tokens]
    return found.type if found else reach.cues.of(words, "place") or reach.cues.of(words, "body") or "Organization"


def is_headline(sentence: Tokens) -> bool:
    """Whether nearly every longer word has a capital, so that capitals tell nothing."""
    words = [token for token in sentence if token.is_alpha and len(token) > SHORTEST]
    return len(words) >= HEADLINE and sum(word.text[0].isupper() for word in words) > HEADLINE_SHARE * len(words)


# --------------------------------------------------------------------------------------------------------- overlooked
def _overlooked(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> Iterator[Name]:
    """Runs of proper nouns no name covers, where title, cue, gazetteer or verb tells what they name."""
    cues = name_cues(ontology)
    for run in _runs(doc, _covered(names)):
        name = make_name(doc, Span(run.start_char, run.end_char), PERSON)
        cls = _class_of(name, run, Reach(frozenset(), cues, gazetteer, ontology)) if name is not None else None
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


def _class_of(name: Name, run: Tokens, reach: Reach) -> str | None:
    words = [token.text for token in run]
    if reach.cues.is_title(words) or in_title(run, reach.cues) or is_headline(run.sent):
        return None
    if len(run) > 1 and (told := reach.cues.of(words, "body") or reach.cues.of(words, "place")):
        return told
    told = next((cls for cls, weight in clues(name, reach.cues, reach.ontology) if weight >= FAIR), None)
    if told is not None:
        return told
    place = best(reach.gazetteer.lookup(run.text)) if len(run.text) > SHORTEST else None
    return place.type if place is not None and run.root.dep_ == "pobj" and place.kind != "demonym" else None


# ------------------------------------------------------------------------------------------------------------ repeated
def _repeated(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Where a name found elsewhere, or a person's last name, stands uncovered."""
    spellings = _spellings(names)
    covered = set(_covered(names))
    texts = [token.text for token in doc]
    for at, text in enumerate(texts):
        for words, cls in spellings.get(text, ()):
            places = range(at, at + len(words))
            if texts[at : at + len(words)] == words and covered.isdisjoint(places):
                covered.update(places)
                tokens = doc[at : at + len(words)]
                name = make_name(doc, Span(tokens.start_char, tokens.end_char), cls)
                yield from [name] if name is not None else []


def _spellings(names: Sequence[Name]) -> dict[str, list[tuple[list[str], str]]]:
    """The words of each name with its class by the first of them, the longest first."""
    classes: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(token.text for token in name.tokens)
        if words[0][0].isupper() and name.span.end == name.tokens.end_char:
            classes.setdefault(words, name.type)
        if name.type == PERSON and len(words) > 1 and len(words[-1]) > SHORTEST and words[-1][0].isupper():
            classes.setdefault(words[-1:], PERSON)
    found: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for words, cls in sorted(classes.items(), key=lambda item: (-len(item[0]), item[0])):
        if len("".join(words)) >= SHORTEST:
            found[words[0]].append((list(words), cls))
    return found
