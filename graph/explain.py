"""The IRI of an entity, event, claim, article or judgement and a store in, the quotes, articles and rules behind it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from .errors import QueryError
from .queries import Answer, base_of, run
from .stores.prepared import prepared

FACTS = """
SELECT DISTINCT ?iri ?property ?value ?node WHERE {
  ?iri ?p ?o . FILTER(?p NOT IN (gaf:denotedBy, skos:altLabel, skos:prefLabel))
  OPTIONAL { ?o rdfs:label ?name BIND(STR(?o) AS ?node) }
  BIND(REPLACE(STR(?p), "^.*[#/]", "") AS ?property) BIND(COALESCE(?name, STR(?o)) AS ?value)
} ORDER BY ?property ?value ?node
"""
CLAIMS = """
SELECT DISTINCT ?iri %s ?property ?value ?stance ?polarity ?speaker ?quote ?article ?begin ?end ?rule ?confidence ?claim WHERE {
  { %s }
  ?claim rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o ; ng:quote ?quote ; ng:evidence ?evidence ;
         prov:wasDerivedFrom ?source ; ng:stance ?how ; ng:polarity ?yes ; ng:confidence ?confidence .
  ?source schema:identifier ?article . ?evidence nif:beginIndex ?begin ; nif:endIndex ?end .
  OPTIONAL { ?s rdfs:label ?about } OPTIONAL { ?o rdfs:label ?name }
  OPTIONAL { ?claim ng:speaker/rdfs:label ?speaker } OPTIONAL { ?claim ng:rule ?rule }
  BIND(REPLACE(STR(?p), "^.*[#/]", "") AS ?property) BIND(COALESCE(?name, STR(?o)) AS ?value)
  BIND(LCASE(STRAFTER(STR(?how), "#")) AS ?stance) BIND(LCASE(STRAFTER(STR(?yes), "#")) AS ?polarity)
} ORDER BY ?article ?begin ?about ?property ?value ?claim
"""
CLAIMS_OF_SUBJECT = CLAIMS % ("", "?claim rdf:subject ?iri ; a ng:Claim")
CLAIMS_NAMING = CLAIMS % ("?about", "{ ?claim rdf:object ?iri } UNION { ?claim ng:speaker ?iri }")
CLAIM_ITSELF = CLAIMS % ("?about", "?claim a ng:Claim . FILTER(?claim = ?iri)")
CLAIMS_OF_ARTICLE = CLAIMS % ("?about", "?claim prov:wasDerivedFrom ?iri ; a ng:Claim")
SPELLINGS = """
SELECT ?iri ?spelling ?article (COUNT(DISTINCT ?mention) AS ?times) WHERE {
  ?iri gaf:denotedBy ?mention . ?mention nif:anchorOf ?spelling ; nif:referenceContext ?source .
  ?source schema:identifier ?article .
} GROUP BY ?iri ?spelling ?article ORDER BY ?article DESC(?times) ?spelling
"""
JUDGEMENTS = """
SELECT DISTINCT ?iri ?verdict ?left ?right ?reason ?score ?by ?judgement WHERE {
  { SELECT DISTINCT ?judgement WHERE {
      { ?judgement ng:left|ng:right ?iri } UNION { ?iri gaf:denotedBy ?mention . ?judgement ng:left|ng:right ?mention }
      UNION { ?judgement ng:verdict ?any . FILTER(?judgement = ?iri) }
    } LIMIT 1000000 }
  ?judgement a ng:Judgement ; ng:left ?l ; ng:right ?r ; ng:reason ?reason ; ng:score ?score ; ng:verdict ?v ;
             prov:wasAttributedTo ?agent .
  ?agent rdfs:label ?by . OPTIONAL { ?l rdfs:label|nif:anchorOf ?lname } OPTIONAL { ?r rdfs:label|nif:anchorOf ?rname }
  BIND(COALESCE(?lname, STR(?l)) AS ?left) BIND(COALESCE(?rname, STR(?r)) AS ?right)
  BIND(LCASE(STRAFTER(STR(?v), "#")) AS ?verdict)
} ORDER BY ?verdict ?left ?right ?reason ?judgement
"""
SECTIONS = {
    "What the graph says": FACTS,
    "The claim": CLAIM_ITSELF,
    "The claims behind it": CLAIMS_OF_SUBJECT,
    "Claims that name it": CLAIMS_NAMING,
    "What the article claims": CLAIMS_OF_ARTICLE,
    "How each article writes it": SPELLINGS,
    "Why it was merged or kept apart": JUDGEMENTS,
}


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of reason: what it tells, and the rows that tell it."""

    title: str
    answer: Answer


def explain(store: Store, iri: str) -> tuple[Section, ...]:
    """Sections without rows are left out. Raises QueryError if the store knows nothing of this IRI."""
    sections = tuple(_sections(store, iri))
    if not sections:
        raise QueryError(
            f"the graph knows nothing of {iri}; `newsgraph query timeline` lists events, `newsgraph explain NAME` finds actors"
        )
    return sections


def _sections(store: Store, iri: str) -> Iterator[Section]:
    base = base_of(store)
    for title, text in SECTIONS.items():
        answer = run(store, prepared(text, {"iri": NamedNode(iri)}))
        if answer.rows:
            yield Section(title, _filled_columns(answer, base))


def _filled_columns(answer: Answer, base: str) -> Answer:
    kept = [number for number in range(len(answer.columns)) if any(row[number] for row in answer.rows)]
    return Answer(tuple(answer.columns[n] for n in kept), tuple(tuple(row[n] for n in kept) for row in answer.rows), base)
