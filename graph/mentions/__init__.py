"""A parsed article in, all stretches that speak of a person, body or place out, in text order and with their class."""

from __future__ import annotations

from ..gazetteer import Gazetteer
from ..model import Mention, MentionKind, Span
from ..ontology import Ontology
from ..parse import Doc
from .abbreviations import without_things
from .missed_names import complete
from .names import Name, find_names
from .nominals import Phrase, find_phrases, people_phrase
from .products import with_products

Found = tuple[Span, MentionKind, str, int]


def find_mentions(doc: Doc, gazetteer: Gazetteer, ontology: Ontology) -> tuple[Mention, ...]:
    """Names, noun phrases and pronouns; a noun phrase may hold a name ("U.S. troops"), names stand in names of embassies only.

    "Two Iraqis" is a noun phrase, the name of a country only in "two Iraqi men".
    """
    found_names = without_things(doc, complete(doc, find_names(doc, gazetteer, ontology), gazetteer, ontology), ontology)
    names = with_products(doc, found_names, ontology)
    covered = frozenset(i for name in names for i in range(name.tokens.start, name.tokens.end))
    people = {name.span: people_phrase(name.tokens[-1], gazetteer, ontology) for name in names if len(name.tokens) == 1}
    phrases = (*find_phrases(doc, covered, ontology), *(phrase for phrase in people.values() if phrase is not None))
    found = sorted({*(_of_name(n) for n in names if people.get(n.span) is None), *map(_of_phrase, phrases)}, key=_order)
    text = doc.source
    return tuple(
        Mention(f"m{number}", span, span.of(text), kind, cls, head) for number, (span, kind, cls, head) in enumerate(found, 1)
    )


def _order(found: Found) -> tuple[int, int, str]:
    span, kind, _, _ = found
    return span.start, -span.end, kind


def _of_name(name: Name) -> Found:
    return name.span, "name", name.type, name.tokens.root.idx


def _of_phrase(phrase: Phrase) -> Found:
    return phrase.span, phrase.kind, phrase.type, phrase.head.idx
