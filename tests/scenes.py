"""A parse written by hand and the classes of its words in, what events are read from it out."""

from __future__ import annotations

from collections.abc import Mapping

from graph.events.drafts import Draft, Numbers, draft_events, event_words
from graph.events.frames import Ground, Reading
from graph.events.links import Links, link_events
from graph.events.speech_acts import speech_acts
from graph.extract import lexicon
from graph.model import Chain, Mention, Span, Value
from graph.ontology import load
from graph.parse import Doc, snapshot
from graph.predicates import find_predicates
from spacy.tokens import Doc as Parsed

from parsed import parsed


def ground(table: str | Doc | Parsed, classes: Mapping[str, str]) -> Ground:
    """`classes` gives the class of each word that is a mention; a capital makes it a name, one word twice is one entity."""
    ontology = load()
    doc = _read(parsed(table) if isinstance(table, str) else table)
    mentions = {token.i: _mention(token.i, token.idx, token.text, classes[token.text]) for token in doc if token.text in classes}
    chains = {f"e-{m.text}": Chain(f"e-{m.text}", m.type, m.text) for m in mentions.values()}
    reading = Reading(doc, mentions, chains, event_words(find_predicates(doc, lexicon(ontology))))
    return Ground(reading, ontology, lexicon(ontology))


def _read(doc: Doc | Parsed) -> Doc:
    return snapshot(doc, doc.text) if isinstance(doc, Parsed) else doc


def _mention(index: int, offset: int, text: str, cls: str) -> Mention:
    kind = "name" if text[0].isupper() else "nominal"
    return Mention(f"m{index}", Span(offset, offset + len(text)), text, kind, cls, offset, f"e-{text}")


def drafts(table: str | Doc | Parsed, classes: Mapping[str, str], numbers: Mapping[int, Value] | None = None) -> list[Draft]:
    scene = ground(table, classes)
    return list(draft_events(list(scene.reading.event_words.values()), Numbers(numbers or {}), scene))


def acts(table: str, classes: Mapping[str, str]) -> list[tuple[str, dict[str, list[str]]]]:
    """Class and roles of each event once it is known what is done by saying."""
    return [told(draft) for draft in speech_acts(drafts(table, classes), ground(table, classes))]


def told(draft: Draft) -> tuple[str, dict[str, list[str]]]:
    """Class and the words of each role."""
    roles: dict[str, list[str]] = {}
    for filler in draft.fillers:
        if filler.mention is not None:
            roles.setdefault(filler.role, []).append(filler.mention.text)
    return draft.type, roles


def links(
    table: str | Doc | Parsed, classes: Mapping[str, str], times: Mapping[int, str] | None = None
) -> tuple[list[Draft], Links]:
    scene = ground(table, classes)
    found = list(draft_events(list(scene.reading.event_words.values()), Numbers({}), scene))
    return found, link_events(found, times or {}, scene)
