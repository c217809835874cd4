"""Runs the commands shown in docs/*.md and writes what they print today under them: examples.py [FILE…].

A block is a line "$ newsgraph …" and its output, shortened to LINES lines; the commands run in the checkout on a build of
seeds/articles in out/.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWSGRAPH = Path(sys.executable).with_name("newsgraph")
BLOCK = re.compile(r"```console\n\$ newsgraph (?P<command>.*)\n(?:.*\n)*?```")
COLUMNS = 110
LINES = 12


def refreshed(text: str) -> str:
    return BLOCK.sub(lambda block: f"```console\n$ newsgraph {block['command']}\n{shown(block['command'])}```", text)


def shown(command: str) -> str:
    """The beginning of what a command prints, talk and data as a terminal shows them."""
    done = subprocess.run(
        [NEWSGRAPH, *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "TERMINAL_WIDTH": str(COLUMNS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = [line[: 2 * COLUMNS].rstrip() for line in done.stdout.strip().splitlines()]
    return "\n".join([*lines[:LINES], *(["…"] if len(lines) > LINES else [])]) + "\n"


def main() -> int:
    subprocess.run([NEWSGRAPH, "build", "seeds/articles", "-o", "out", "-q"], cwd=ROOT, check=True)
    named = [Path(name) for name in sys.argv[1:]]
    for path in named or sorted((ROOT / "docs").glob("*.md")):
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
