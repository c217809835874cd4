"""Our gold facts, and the public sets where they are at hand, against committed floors: quality.py [--update].

Floors only rise: `--update` writes today's figures where they are higher; `--allow-regression` also where they are lower.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from graph.pipeline import build
from graph.queries import run
from graph.settings import Settings
from graph.stores import open_store

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "seeds" / "gold" / "facts.toml"
FLOORS = ROOT / "seeds" / "gold" / "floors.json"
EVAL = ROOT.parent / "shared" / "eval"
NEWSGRAPH = Path(sys.executable).with_name("newsgraph")
REACH_LINE = re.compile(r"^(?P<set>\w+)\s+(?P<figure>[\w.]+)\s+[\d.]+\s+[\d.]+\s+(?P<now>[\d.]+)", re.MULTILINE)
TOLERANCE = 0.5
"""Another processor rounds the parser's sums differently, and a handful of parses with them."""


def gold_figures(work: Path) -> Iterator[tuple[str, float]]:
    """Percent of gold facts that hold, and of wrong assertions avoided; names those that fail on stderr."""
    build([ROOT / "seeds" / "articles"], work / "seeds", Settings(cache=str(work / "cache"), workers=1))
    store = open_store(work / "seeds")
    facts = tomllib.loads(GOLD.read_text(encoding="utf-8"))["fact"]
    held = {fact["id"]: run(store, f"ASK {{ {fact['ask']} }}").rows[0][0] == "true" for fact in facts}
    for wanted, name in ((True, "gold facts"), (False, "gold wrong assertions avoided")):
        chosen = [fact for fact in facts if fact.get("holds", True) is wanted]
        failed = [fact["id"] for fact in chosen if held[fact["id"]] is not wanted]
        if failed:
            sys.stderr.write(f"{name}: failed {', '.join(failed)}\n")
        yield name, 100 * (len(chosen) - len(failed)) / len(chosen)


def public_figures(folder: Path, work: Path) -> Iterator[tuple[str, float]]:
    """What the scorers beside the public sets print of our output."""
    out = work / "originals"
    subprocess.run([NEWSGRAPH, "build", folder.parent / "articles", "-o", out, "-q"], check=True)
    facts = work / "facts.json"
    command: list[str | Path] = [sys.executable, folder / "score_facts.py", folder / "originals.yaml", out / "graph.trig"]
    subprocess.run([*command, "--ontology", ROOT / "ontology", "--json", facts], capture_output=True, check=False)
    yield from _facts(json.loads(facts.read_text(encoding="utf-8")))
    command = [sys.executable, folder / "reach.py", "--newsgraph", str(NEWSGRAPH), "--ontology", ROOT / "ontology"]
    table = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    yield from ((f"{m['set']} {m['figure']}", float(m["now"])) for m in REACH_LINE.finditer(table))


def _facts(outcomes: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, float]]:
    wanted = [bool(o["ok"]) for o in outcomes if not str(o["kind"]).startswith("not-")]
    unwanted = [bool(o["ok"]) for o in outcomes if str(o["kind"]).startswith("not-")]
    yield "originals facts", 100 * sum(wanted) / len(wanted)
    yield "originals wrong assertions avoided", 100 * sum(unwanted) / len(unwanted)


def compare(today: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Prints today beside the floors; returns the figures that fell."""
    fallen = []
    for name, now in today.items():
        floor = floors.get(name)
        low = floor is not None and now < floor - TOLERANCE
        sys.stdout.write(f"{name:44} {now:6.1f}   floor {'–' if floor is None else floor}{'   FELL' if low else ''}\n")
        fallen += [name] if low else []
    return fallen


def raised(today: Mapping[str, float], floors: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    new = {name: round(now, 1) if lower else max(round(now, 1), floors.get(name, 0.0)) for name, now in today.items()}
    return dict(sorted({**floors, **new}.items()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, default=EVAL, help="folder of the public sets and their scorers")
    parser.add_argument("--only-gold", action="store_true", help="leave the public sets out")
    parser.add_argument("--update", action="store_true", help="write higher floors")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: write lower floors too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        today = dict(gold_figures(Path(folder)))
        if args.eval.is_dir() and not args.only_gold:
            today.update(public_figures(args.eval, Path(folder)))
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    fallen = compare(today, floors)
    if args.update:
        FLOORS.write_text(json.dumps(raised(today, floors, lower=args.allow_regression), indent=1) + "\n", encoding="utf-8")
    return 1 if fallen and not args.update else 0


if __name__ == "__main__":
    sys.exit(main())
