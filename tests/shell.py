"""The command line as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("newsgraph")


def newsgraph(*arguments, **options):
    """What a finished command printed and its exit code."""
    return subprocess.run([COMMAND, *map(str, arguments)], **_defaults(options), check=False)


def start(*arguments, **options):
    """A command that runs on."""
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **_only_text(options)
    )


def _defaults(options):
    return {"capture_output": True, "timeout": 300, **_only_text(options)}


def _only_text(options):
    environment = {**os.environ, "NO_COLOR": "1", **options.pop("env", {})}
    return {"text": True, "encoding": "utf-8", "env": environment, **options}
