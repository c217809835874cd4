"""Merges and near-misses of a build, drawn with a fixed seed, to be read by hand: draw_merges.py OUT [NUMBER] [SEED]."""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
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
ANCHORS = (
    "SELECT ?mention ?anchor ?article WHERE { ?mention nif:anchorOf ?anchor ; nif:referenceContext/schema:identifier ?article }"
)
QUOTES = "SELECT DISTINCT ?evidence ?quote WHERE { ?claim ng:evidence ?evidence ; ng:quote ?quote } ORDER BY ?evidence"
TOLD = "SELECT ?event ?m WHERE { ?event gaf:denotedBy ?m } ORDER BY ?m LIMIT 1"
SPAN = re.compile(r"(.*)#char=(\d+),(\d+)")


class Shown:
    """What a reader needs of each side of a judgement."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.anchors: dict[str, str] = {}
        self.articles: dict[str, set[str]] = defaultdict(set)
        self.quotes: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for mention, anchor, article in run(store, ANCHORS).rows:
            self.anchors[mention] = anchor
            self.articles[anchor.casefold()].add(article)
        for evidence, quote in run(store, QUOTES).rows:
            if span := SPAN.fullmatch(evidence):
                self.quotes[span[1]].append((int(span[2]), int(span[3]), quote))

    def of(self, side: str) -> str:
        """A mention with its sentence, an event with the first of its, a name with the articles that use it."""
        if "/event/" in side and "#char=" not in side:
            rows = run(self.store, TOLD, {"event": side}).rows
            side = rows[0][0] if rows else side
        if span := SPAN.fullmatch(side):
            around = (quote for start, end, quote in self.quotes[span[1]] if start <= int(span[2]) < end)
            where = re.sub(".*/article/", "", side)
            return f"[{self.anchors.get(side, '')}] {' '.join(next(around, '').split())} ({where})"
        return f"{side} ({', '.join(sorted(self.articles[side.casefold()])[:3])})"


def drawn(store: Store, verdict: str, number: int, seed: int) -> Sequence[tuple[str, ...]]:
    rows = run(store, DRAWN % verdict).rows
    return random.Random(seed).sample(rows, min(number, len(rows)))


def main() -> int:
    store = open_store(Path(sys.argv[1]))
    shown = Shown(store)
    number = int(sys.argv[2]) if len(sys.argv) > 2 else NUMBER
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else SEED
    for verdict in ("Same", "Different"):
        for at, (_, left, right, reason, score, by) in enumerate(drawn(store, verdict, number, seed), 1):
            print(f"{verdict} {at}: {by} {score} {reason}\n   {shown.of(left)}\n   {shown.of(right)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
