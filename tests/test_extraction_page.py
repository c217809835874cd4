"""Each sentence of docs/extraction.md is read as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graph.annotate import annotate, load_model
from graph.extract import Tools, extract
from graph.gazetteer import open_gazetteer
from graph.model import Article, Event, Extraction, Value
from graph.ontology import load

PAGE = (Path(__file__).parent.parent / "docs" / "extraction.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!text )([^|\-][^|]*) \| (`[^|]*) \|$", PAGE, re.MULTILINE)
BOUNDS = {"exact": "", "lower": "≥", "upper": "≤", "approximate": "~"}
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> dict[str, Extraction]:
    """The sentences of the page, each an article of the day that it names."""
    tools = Tools(load(), open_gazetteer())
    articles = [Article(f"s{number}", text, "page", published="2020-01-09") for number, (text, _) in enumerate(ROWS)]
    parsed = annotate(articles, load_model("md"), tools.ontology, gazetteer=tools.gazetteer)
    return {article.text: extract(article, passages, doc, tools) for article, passages, doc in parsed}


def event_items(event: Event, found: Extraction) -> Iterator[str]:
    yield event.type
    texts = {mention.id: mention.text for mention in found.mentions}
    for argument in event.arguments:
        value = _figure(argument.value) if argument.value else texts[argument.mention or ""].replace(" ", "-")
        yield f"{argument.role}={value}"
    if event.time is not None:
        yield f"time={event.time}"
    yield from (each for each in (event.polarity, event.modality) if each not in ("positive", "actual"))


def _figure(value: Value) -> str:
    return f"{BOUNDS[value.bound]}{value.number}"


def sentences(found: Extraction) -> set[str]:
    """Relations and sayings in the page's words."""
    labels = {chain.id: chain.label for chain in found.entities}
    types = {event.id: event.type for event in found.events}
    ties = {f"{labels[tie.subject]} {tie.property} {labels[tie.object]}" for tie in found.relations}
    said = {
        f"{voice.source.of(found.article.text)} {voice.stance} {types[event]}"
        for voice in found.attributions
        for event in voice.events
        if voice.source is not None
    }
    return ties | {saying.removeprefix("the ") for saying in said}


def test_the_page_has_sentences():
    assert len(ROWS) > 30


@pytest.mark.parametrize(("text", "items"), ROWS)
def test_a_sentence_is_read_as_the_page_says(read, text, items):
    found = read[text]
    events = [set(event_items(event, found)) for event in found.events]
    missing = [
        item
        for item in re.findall(r"`([^`]+)`", items)
        if item not in sentences(found) and not any(set(item.split()) <= event for event in events)
    ]
    assert missing == [], f"events {events}, else {sorted(sentences(found))}"
