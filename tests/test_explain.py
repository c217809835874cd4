"""Behind every node: what is said, in which words, by whom, and why it is one node."""

from __future__ import annotations

import pytest
from graph.errors import QueryError
from graph.explain import explain
from graph.queries import run
from graph.stores import open_store

pytestmark = pytest.mark.model

CLAIM = """SELECT ?claim ?subject ?object WHERE {
  ?claim a ng:Claim ; rdf:subject ?subject ; rdf:object ?object . ?object gaf:denotedBy ?mention
} ORDER BY ?claim LIMIT 1"""


@pytest.fixture(scope="module")
def store(built):
    return open_store(built)


def cells(sections, title, column):
    section = next(section for section in sections if section.title == title)
    at = section.answer.columns.index(column)
    return [row[at] for row in section.answer.rows]


def test_an_event_is_explained_by_the_quotes_of_its_claims(store):
    claim, event, _ = run(store, CLAIM).rows[0]
    sections = explain(store, event)
    assert claim in cells(sections, "The claims behind it", "claim")
    quotes = run(store, f"SELECT ?quote WHERE {{ ?claim rdf:subject <{event}> ; ng:quote ?quote }}").rows
    assert {quote for (quote,) in quotes} == set(cells(sections, "The claims behind it", "quote"))
    assert all(cells(sections, "The claims behind it", "rule"))


def test_an_entity_is_explained_by_its_spellings_and_the_claims_that_name_it(store):
    claim, _, entity = run(store, CLAIM).rows[0]
    sections = explain(store, entity)
    assert claim in cells(sections, "Claims that name it", "claim")
    spellings = run(store, f"SELECT DISTINCT ?s WHERE {{ <{entity}> gaf:denotedBy/nif:anchorOf ?s }}").rows
    assert {spelling for (spelling,) in spellings} == set(cells(sections, "How each article writes it", "spelling"))


def test_a_claim_an_article_and_a_judgement_are_explained(store):
    claim = run(store, CLAIM).rows[0][0]
    assert [claim] == cells(explain(store, claim), "The claim", "claim")
    article = run(store, "SELECT ?a WHERE { ?a a schema:NewsArticle } ORDER BY ?a LIMIT 1").rows[0][0]
    assert cells(explain(store, article), "What the article claims", "quote")
    judgement, reason = run(store, "SELECT ?j ?r WHERE { ?j ng:reason ?r } ORDER BY ?j LIMIT 1").rows[0]
    assert [reason] == cells(explain(store, judgement), "Why it was merged or kept apart", "reason")


def test_a_merge_is_explained_at_both_its_ends(store):
    text = "SELECT ?j ?l ?r WHERE { ?j ng:left ?l ; ng:right ?r FILTER(ISIRI(?l) && ISIRI(?r) && ?l != ?r) } ORDER BY ?j LIMIT 1"
    for judgement, left, right in run(store, text).rows:
        for end in (left, right):
            assert judgement in cells(explain(store, end), "Why it was merged or kept apart", "judgement")


def test_columns_without_any_value_are_left_out(store):
    for section in explain(store, run(store, CLAIM).rows[0][1]):
        assert all(any(column) for column in zip(*section.answer.rows, strict=True))


def test_an_iri_that_nothing_is_said_of_is_named(store):
    with pytest.raises(QueryError, match=r"knows nothing of https://example\.org/x"):
        explain(store, "https://example.org/x")
