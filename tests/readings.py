"""A hand-written parse and its named entities in, the mentions and chains read from them out, for rule tests."""

from __future__ import annotations

from functools import lru_cache

from graph.coreference import resolve_mentions
from graph.gazetteer import Gazetteer, open_gazetteer
from graph.mentions import find_mentions
from graph.model import Chain, Mention
from graph.ontology import Ontology, load
from graph.parse import Doc, snapshot
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span
from spacy.util import filter_spans

from parsed import parsed


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load()


def read(table: str, source: str | None = None, **entities: str) -> Doc:
    """`entities` gives the words of each label, several names parted by `|`: PERSON="Mark Esper|Trump"."""
    doc = parsed(table)
    found = [Span(doc, *place, label=label) for label, names in entities.items() for place in _places(doc, names)]
    doc.set_ents(filter_spans(found))
    return snapshot(doc, source or doc.text)


def _places(doc: Parsed, names: str) -> list[tuple[int, int]]:
    wanted = [name.split() for name in names.split("|")]
    words = [token.text for token in doc]
    return [(at, at + len(name)) for name in wanted for at in range(len(words)) if words[at : at + len(name)] == name]


def mentions(table: str, **entities: str) -> list[tuple[str, str, str]]:
    """(kind, class, text) in text order."""
    found = find_mentions(read(table, **entities), gazetteer(), ontology())
    return [(mention.kind, mention.type, mention.text) for mention in found]


def resolved(table: str, **entities: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    doc = read(table, **entities)
    return resolve_mentions(doc, find_mentions(doc, gazetteer(), ontology()), gazetteer(), ontology())


def chains(table: str, **entities: str) -> list[list[str]]:
    """The texts of the mentions of each thing, in text order."""
    found, things = resolved(table, **entities)
    return [[mention.text for mention in found if mention.entity == thing.id] for thing in things]
