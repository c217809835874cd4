"""How resolving grows with the mentions it is given: bench_resolve.py [--mentions N,N,…]; writes docs/benchmarks-resolve.md.

Made-up stories of five articles each, by a fixed seed: names of their own, some that all the news share, and reports of what
happened that overlap. Each size runs in a process of its own, and nothing is parsed.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from graph.gazetteer import open_gazetteer
from graph.model import Argument, Article, Chain, Event, Extraction, Mention, Span
from graph.ontology import load
from graph.resolve import resolve

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "benchmarks-resolve.md"
EACH, SENTENCES = 5, 10
PER_ARTICLE = 4 * SENTENCES
SYLLABLES = (
    "bar",
    "do",
    "fen",
    "gal",
    "hu",
    "ki",
    "lor",
    "mas",
    "nev",
    "os",
    "pra",
    "ru",
    "sil",
    "tam",
    "ul",
    "vek",
    "wen",
    "yor",
    "zan",
)
KINDS = ("Arrest", "Meeting", "Bombing", "Visit", "Appointment", "Agreement", "Accusation", "Demonstration")
SHARED = (
    ("Iraq", "Country", "country:IQ"),
    ("United States", "Country", "country:US"),
    ("France", "Country", "country:FR"),
    ("Baghdad", "City", "gn:98182"),
)
FIRST = date(2020, 1, 1)

Name = tuple[str, str, str | None]
"""As it is spelled, its class, and its key in the gazetteer."""


def word(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(3))


@dataclass(slots=True)
class Draft:
    """An article in the making: the text grows, and mentions and events with it."""

    id: str
    names: list[Name]
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def mention(self, number: int) -> str:
        name, kind, _ = self.names[number]
        spelled = name.split()[-1] if kind == "Person" and self.mentions else name
        start = self.write(spelled)
        self.mentions.append(
            Mention(f"m{len(self.mentions)}", Span(start, start + len(spelled)), spelled, "name", kind, start, f"e{number}")
        )
        return self.mentions[-1].id

    def write(self, words: str) -> int:
        start = len(self.text)
        self.text += f"{words} "
        return start

    def tell(self, kind: str, who: tuple[int, ...], rest: str, day: date | None) -> None:
        """One sentence with one event: its doer, whom it befell, and two more names."""
        begin = len(self.text)
        doer = self.mention(who[0])
        trigger = self.write(kind.lower())
        whom = self.mention(who[1])
        for other in who[2:]:
            self.mention(other)
        self.write(rest)
        sentence, lemma = Span(begin, len(self.text) - 1), kind.lower()
        roles = (Argument("agent", mention=doer), Argument("target", mention=whom))
        time = day.isoformat() if day else None
        self.events.append(Event(f"v{len(self.events)}", kind, Span(trigger, trigger + len(kind)), sentence, lemma, roles, time))

    def extraction(self, published: date, outlet: str) -> Extraction:
        used = {mention.entity for mention in self.mentions}
        named = ((f"e{number}", *each) for number, each in enumerate(self.names))
        chains = tuple(Chain(id_, kind, name, (), None, known) for id_, name, kind, known in named if id_ in used)
        article = Article(self.id, self.text, f"{self.id}.txt", None, published.isoformat(), outlet)
        return Extraction(article, mentions=tuple(self.mentions), entities=chains, events=tuple(self.events))


def story(number: int) -> Iterator[Extraction]:
    """Five articles that tell of the same dozen happenings, each of most of them."""
    dice = random.Random(number)
    names: list[Name] = [(f"{word(dice).title()} {word(dice).title()}", "Person", None) for _ in range(8)]
    names += [(f"{word(dice).title()} {word(dice).title()} Council", "Organization", None) for _ in range(4)]
    names += SHARED
    happened = [
        (dice.choice(KINDS), tuple(dice.sample(range(len(names)), 4)), " ".join(word(dice) for _ in range(8))) for _ in range(12)
    ]
    day = FIRST + timedelta(days=dice.randrange(2000))
    for at in range(EACH):
        draft = Draft(f"a{number:06}-{at}", names)
        for kind, who, rest in dice.sample(happened, SENTENCES):
            draft.tell(kind, who, f"{rest} {word(dice)} {word(dice)}", day if dice.random() < 0.5 else None)
        yield draft.extraction(day + timedelta(days=at % 3), f"Outlet {dice.randrange(40)}")


def extractions(mentions: int) -> Iterator[Extraction]:
    for number in range(mentions // (PER_ARTICLE * EACH)):
        yield from story(number)


def one(mentions: int) -> None:
    """Seconds, megabytes and what came of it, on stdout."""
    gazetteer, ontology = open_gazetteer(), load()
    start = time.process_time()
    found = resolve(extractions(mentions), gazetteer=gazetteer, ontology=ontology)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([spent, peak, len(found.entities), len(found.incidents)]) + "\n")


def measured(mentions: int) -> list[float]:
    command = [sys.executable, __file__, "--one", str(mentions)]
    return list(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def table(sizes: list[int]) -> Iterator[str]:
    before: tuple[int, float] | None = None
    for size in sizes:
        spent, peak, entities, incidents = measured(size)
        grows = f"{math.log(spent / before[1]) / math.log(size / before[0]):.2f}" if before else "–"
        before = size, spent
        yield f"| {size:,} | {size // PER_ARTICLE:,} | {entities:,.0f} | {incidents:,.0f} | {spent:.1f} | {peak:,.0f} | {grows} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", default="10000,100000,1000000")
    parser.add_argument("--one", type=int, help="resolve so many here and print what it took")
    args = parser.parse_args()
    if args.one:
        one(args.one)
        return 0
    rows = "\n".join(table([int(size) for size in args.mentions.split(",")]))
    text = (
        f"# Resolving\n\n`scripts/bench_resolve.py --mentions {args.mentions}`: made-up stories of {EACH} articles,\n"
        f"{PER_ARTICLE} mentions and {SENTENCES} reports each, each size in a process of its own. Seconds are those of the\n"
        "processor, making the articles up included; the exponent is that of the growth from the row above: 1 is linear.\n\n"
        "| mentions | articles | entities | incidents | seconds | MB | exponent |\n|---|---|---|---|---|---|---|\n"
        f"{rows}\n"
    )
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
