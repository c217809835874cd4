"""What we say of public texts and how sure we are in, how often each confidence is right out: reliability.py [--eval DIR].

Three kinds of claims that three sets annotate: who took part in an event (WikiEvents: of events whose trigger its annotators
marked too), how names are tied (DWIE: all but offices held, which it ties to other ends) and who says what (PolNeAR: the same
source, and contents that share most of their words). What the annotators left out counts as wrong: real precision is higher.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from quality import EVAL, NEWSGRAPH, ROOT

Json = dict[str, Any]
Judged = tuple[float, bool]
FLOORS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
ALIKE = 0.6
KINDS = ("wikievents", "dwie", "polnear")


class Reading(Protocol):
    """What we read in an article, as the scorers hold it."""

    article: Json
    mentions: dict[str, Json]
    events: list[Json]
    relations: list[Json]
    attributions: list[Json]


def judged(name: str, gold: Sequence[Json], found: Mapping[str, Reading]) -> Iterator[Judged]:
    """(confidence, right?) of every claim of the set's kind."""
    judge = {"wikievents": _participants, "dwie": _ties, "polnear": _voices}[name]
    for article in gold:
        yield from judge(article, found[article["doc_id"]])


def _participants(gold: Json, ext: Reading) -> Iterator[Judged]:
    maps, onto, score = (importlib.import_module(module) for module in ("maps", "onto", "score"))
    where = {entity["id"]: [tuple(m) for m in entity["mentions"]] for entity in gold["entities"]}
    for event in ext.events:
        same = _marked(gold["events"], event)
        if same is None or not maps.wikievents_classes(same["type"]):
            continue
        fits = onto.related_any(event["type"], maps.wikievents_classes(same["type"]))
        for argument in event.get("arguments", ()):
            if "mention" in argument and "confidence" in argument:
                mention = ext.mentions[argument["mention"]]
                theirs = (a for a in same["args"] if argument["role"] in maps.WIKIEVENTS_ROLE.get(a["role"], ()))
                held = any(score._touch(gold["text"], mention, [*where.get(a["entity"], ()), tuple(a["span"])]) for a in theirs)
                yield argument["confidence"], fits and held


def _marked(events: Sequence[Json], ours: Json) -> Json | None:
    trigger = ours["trigger"]
    touching = (e for e in events if e["trigger"][0] < trigger["end"] and trigger["start"] < e["trigger"][1])
    return next(touching, None)


def _ties(gold: Json, ext: Reading) -> Iterator[Judged]:
    """Each relation is scored alone, by the set's own scorer."""
    maps, metrics, score = (importlib.import_module(module) for module in ("maps", "metrics", "score"))
    known = {name for names in maps.DWIE_ACCEPT.values() for name in names} - {"positionHeld"}
    spans = {e["id"]: {score.trim(gold["text"], *m) for m in e["mentions"]} for e in gold["entities"]}
    entities, relations = {e["id"]: e for e in gold["entities"]}, ext.relations
    for relation in relations:
        ext.relations = [relation]
        counts = metrics.Counts()
        score._dwie_relations(counts, gold, ext, entities, spans)
        if relation["property"] in known and counts["relation", "pd"]:
            yield relation["confidence"], counts["relation", "pn"] > 0
    ext.relations = relations


def _voices(gold: Json, ext: Reading) -> Iterator[Judged]:
    tokens = importlib.import_module("textspan").tokens
    text = gold["text"]
    theirs = [(tokens(text, map(tuple, a["source"])), tokens(text, map(tuple, a["content"]))) for a in gold["attributions"]]
    for ours in ext.attributions:
        source = tokens(text, [(ours["source"]["start"], ours["source"]["end"])] if "source" in ours else [])
        content = tokens(text, map(tuple, ours["content"]))
        alike = [s for s, c in theirs if len(c & content) >= ALIKE * len(c | content)]
        yield ours["confidence"], any(bool(s & source) or not (s or source) for s in alike)


def extracted(name: str, args: argparse.Namespace, work: Path) -> tuple[list[Json], dict[str, Reading]]:
    """The set's articles with their annotations, and what we read in each."""
    extraction = importlib.import_module("extraction")
    gold, articles, ours = args.eval / "dev" / f"{name}.jsonl", work / f"{name}.jsonl", work / f"{name}.ours.jsonl"
    for command, out in (
        ([sys.executable, args.eval / "articles.py", gold], articles),
        ([args.newsgraph, "extract", articles], ours),
    ):
        with out.open("w", encoding="utf-8") as file:
            subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=True)
    found = (extraction.Ext(record) for record in extraction.read_lines(str(ours)))
    return list(extraction.read_lines(str(gold))), {each.article["id"]: each for each in found}


def rows(finds: Mapping[str, Sequence[Judged]]) -> Iterator[list[str]]:
    """A line for every step of confidence: how many there are of each kind and of all, and how many of them are right."""
    columns = [*(finds[name] for name in KINDS), [find for name in KINDS for find in finds[name]]]
    for floor, above in zip(FLOORS, (1.01, *FLOORS), strict=False):
        inside = [[right for sure, right in column if floor <= sure < above] for column in columns]
        yield [f"{floor:.1f}–{min(above, 1.0):.1f}", *(_share(each) for each in inside)]


def _share(right: Sequence[bool]) -> str:
    return f"{100 * sum(right) / len(right):.0f} % of {len(right)}" if right else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, default=EVAL, help="folder of the public sets and their scorers")
    parser.add_argument("--newsgraph", type=Path, default=NEWSGRAPH, help="the command")
    args = parser.parse_args()
    folder = args.eval
    sys.path.insert(0, str(folder))
    importlib.import_module("onto").load_ontology(str(ROOT / "ontology"))
    with tempfile.TemporaryDirectory() as work:
        finds = {name: list(judged(name, *extracted(name, args, Path(work)))) for name in KINDS}
    for row in (["confidence", *KINDS, "all"], ["---"] * (len(KINDS) + 2), *rows(finds)):
        sys.stdout.write(f"| {' | '.join(row)} |\n")


if __name__ == "__main__":
    main()
