"""The IRI of an entity, event, claim, article or judgement and a store in, the quotes, articles and rules behind it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from .errors import QueryError
from .queries import Answer, run

CLAIMS = """
SELECT ?property ?value ?quote ?article ?begin ?end ?stance ?polarity ?speaker ?rule ?confidence ?claim WHERE {
  %s
  ?claim rdf:predicate ?p ; rdf:object ?o ; ng:quote ?quote ; ng:evidence ?evidence ; prov:wasDerivedFrom ?source ;
         ng:stance ?s ; ng:polarity ?yes ; ng:confidence ?confidence .
  ?source schema:identifier ?article . ?evidence nif:beginIndex ?begin ; nif:endIndex ?end .
  OPTIONAL { ?claim ng:speaker/rdfs:label ?speaker } OPTIONAL { ?claim ng:rule ?rule } OPTIONAL { ?o rdfs:label ?name }
  BIND(REPLACE(STR(?p), "^.*[#/]", "") AS ?property) BIND(COALESCE(?name, STR(?o)) AS ?value)
  BIND(STRAFTER(STR(?s), "#") AS ?stance) BIND(STRAFTER(STR(?yes), "#") AS ?polarity)
} ORDER BY ?article ?begin ?property ?value ?claim
"""
SPELLINGS = """
SELECT ?spelling ?article (COUNT(?mention) AS ?times) WHERE {
  ?iri gaf:denotedBy ?mention . ?mention nif:anchorOf ?spelling ; nif:referenceContext ?source .
  ?source schema:identifier ?article .
} GROUP BY ?spelling ?article ORDER BY ?article DESC(?times) ?spelling
"""
JUDGEMENTS = """
SELECT ?verdict ?left ?right ?reason ?score ?by WHERE {
  { ?judgement ng:left ?iri } UNION { ?judgement ng:right ?iri } UNION { BIND(?iri AS ?judgement) }
  ?judgement a ng:Judgement ; ng:left ?l ; ng:right ?r ; ng:reason ?reason ; ng:score ?score ; ng:verdict ?v ;
             prov:wasAttributedTo ?agent .
  ?agent rdfs:label ?by . OPTIONAL { ?l rdfs:label ?lname } OPTIONAL { ?r rdfs:label ?rname }
  BIND(COALESCE(?lname, STR(?l)) AS ?left) BIND(COALESCE(?rname, STR(?r)) AS ?right) BIND(STRAFTER(STR(?v), "#") AS ?verdict)
} ORDER BY ?verdict ?left ?right ?reason
"""
FACTS = """
SELECT ?property ?value WHERE {
  ?iri ?p ?o . FILTER(?p NOT IN (gaf:denotedBy, skos:altLabel, skos:prefLabel))
  OPTIONAL { ?o rdfs:label ?name }
  BIND(REPLACE(STR(?p), "^.*[#/]", "") AS ?property) BIND(COALESCE(?name, STR(?o)) AS ?value)
} ORDER BY ?property ?value
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of reason: what it tells, and the rows that tell it."""

    title: str
    answer: Answer


def explain(store: Store, iri: str) -> tuple[Section, ...]:
    """Sections without rows are left out. Raises QueryError if the store knows nothing of this IRI."""
    sections = tuple(section for section in _sections(store, iri) if section.answer.rows)
    if not sections:
        raise QueryError(
            f"the graph knows nothing of {iri}; `newsgraph query who-did-what` and `newsgraph query aliases NAME` list IRIs"
        )
    return sections


def _sections(store: Store, iri: str) -> Iterator[Section]:
    ask: Callable[[str], Answer] = lambda text: run(store, text, {"iri": iri})  # noqa: E731  # four calls of one shape
    yield Section("What the graph says", ask(FACTS))
    yield Section(
        "The claims behind it", ask(CLAIMS % "{ ?claim rdf:subject ?iri } UNION { BIND(?iri AS ?claim) ?claim a ng:Claim }")
    )
    yield Section("Claims that name it", ask(CLAIMS % "{ ?claim rdf:object ?iri } UNION { ?claim ng:speaker ?iri }"))
    yield Section("How each article writes it", ask(SPELLINGS))
    yield Section("Why it was merged or kept apart", ask(JUDGEMENTS))
