"""What holds of every extraction, on the example corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph.annotate import annotate, load_model
from graph.codec import decode, encode
from graph.extract import Tools, extract
from graph.gazetteer import open_gazetteer
from graph.model import Article, Extraction
from graph.ontology import load
from graph.readers import read

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    tools = Tools(load(), open_gazetteer())
    articles = [item for item in read([SEEDS], ontology=tools.ontology) if isinstance(item, Article)]
    annotated = annotate(articles, load_model("md"), tools.ontology, gazetteer=tools.gazetteer)
    return [extract(article, passages, doc, tools) for article, passages, doc in annotated]


def test_every_span_lies_in_the_text(extractions):
    for found in extractions:
        spans = [*(m.span for m in found.mentions), *(e.trigger for e in found.events), *(e.sentence for e in found.events)]
        spans += [*(t.span for t in found.times), *(r.evidence for r in found.relations)]

        assert all(0 <= span.start < span.end <= len(found.article.text) for span in spans)


def test_mentions_are_the_words_of_the_text(extractions):
    for found in extractions:
        assert [m.span.of(found.article.text) for m in found.mentions] == [m.text for m in found.mentions]


def test_everything_named_is_there(extractions):
    for found in extractions:
        mentions, chains, events = ({x.id for x in items} for items in (found.mentions, found.entities, found.events))

        assert {m.entity for m in found.mentions if m.entity} <= chains
        assert {a.mention for e in found.events for a in e.arguments if a.mention} <= mentions
        assert {x for e in found.events for x in (*e.because, *e.after, e.part_of, e.same_as) if x} <= events
        assert {x for r in found.relations for x in (r.subject, r.object)} <= chains
        assert {v for a in found.attributions for v in a.events} <= events


def test_types_and_roles_are_of_the_vocabulary(extractions):
    ontology = load()
    for found in extractions:
        assert {e.type for e in found.events} <= set(ontology.event_classes)
        assert {c.type for c in found.entities} <= set(ontology.entity_classes)
        assert {a.role for e in found.events for a in e.arguments} <= {*ontology.roles, *ontology.figures}


def test_nothing_is_read_from_page_furniture(extractions):
    for found in extractions:
        furniture = [p.span for p in found.passages if p.kind in ("boilerplate", "credit")]
        read_from = [*(m.span for m in found.mentions), *(e.trigger for e in found.events)]

        assert [] == [span for span in read_from if any(dead.overlaps(span) for dead in furniture)]


def test_encoding_loses_nothing(extractions):
    assert extractions == [decode(encode(found)) for found in extractions]
