"""Merges and near-misses of a build, drawn with a fixed seed, to be read by hand: draw_merges.py OUT [NUMBER] [SEED]."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from graph.queries import run
from graph.stores import open_store
from pyoxigraph import Store

NUMBER, SEED = 60, 20
DRAWN = """SELECT ?judgement ?left ?right ?reason ?score ?by WHERE {
  ?judgement a ng:Judgement ; ng:verdict ?v ; ng:left ?left ; ng:right ?right ; ng:reason ?reason ; ng:score ?score ;
             prov:wasAttributedTo/rdfs:label ?by . FILTER(STRSTARTS(?by, "rule:") && STRENDS(STR(?v), "#%s"))
} ORDER BY ?judgement"""
QUOTES = """SELECT ?mention ?anchor ?quote WHERE {
  ?mention nif:anchorOf ?anchor . ?node gaf:denotedBy ?mention .
  OPTIONAL { ?claim rdf:subject ?node ; ng:quote ?quote ; ng:evidence ?e . ?e nif:beginIndex ?b ; nif:endIndex ?f ;
    nif:referenceContext ?a . ?mention nif:referenceContext ?a ; nif:beginIndex ?x FILTER(?b <= ?x && ?x < ?f) }
} ORDER BY ?quote LIMIT 1"""
NAMED = """SELECT ?name ?article ?anchor WHERE {
  ?mention nif:anchorOf ?anchor ; nif:referenceContext/schema:identifier ?article FILTER(LCASE(STR(?anchor)) = LCASE(?name))
} ORDER BY ?article LIMIT 3"""


TOLD = "SELECT ?event ?m WHERE { ?event gaf:denotedBy ?m } ORDER BY ?m LIMIT 1"


def shown(store: Store, side: str) -> str:
    """A mention with its sentence, an event with the first of its, a name with the articles that use it."""
    if "/event/" in side and "#char=" not in side:
        rows = run(store, TOLD, {"event": side}).rows
        side = rows[0][0] if rows else side
    if "#char=" in side:
        rows = run(store, QUOTES, {"mention": side}).rows
        anchor, quote = rows[0] if rows else ("", "")
        return f"[{anchor}] {' '.join(quote.split())} ({re.sub('.*/article/', '', side)})"
    articles = sorted({article for article, _ in run(store, NAMED, {"name": side}).rows})
    return f"{side} ({', '.join(articles[:3])})"


def drawn(store: Store, verdict: str, number: int, seed: int) -> Sequence[tuple[str, ...]]:
    rows = run(store, DRAWN % verdict).rows
    return random.Random(seed).sample(rows, min(number, len(rows)))


def main() -> int:
    store = open_store(Path(sys.argv[1]))
    number = int(sys.argv[2]) if len(sys.argv) > 2 else NUMBER
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else SEED
    for verdict in ("Same", "Different"):
        for at, (_, left, right, reason, score, by) in enumerate(drawn(store, verdict, number, seed), 1):
            print(f"{verdict} {at}: {by} {score} {reason}\n   {shown(store, left)}\n   {shown(store, right)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
