"""The commands by which a user judges what is one thing: why, judge, unmerge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ..errors import UsageError
from .application import OUT, AsJson, GraphPath, app, stop_at_once

Thing = Annotated[str, typer.Argument(help="an IRI, its end as tables show it (event/…, article/…#char=…), or a name")]
Reason = Annotated[str, typer.Option(help="why, in words; it is kept beside the verdict")]
By = Annotated[str, typer.Option(help="who says so")]
Judgements = Annotated[Path, typer.Option("--file", help="judgements file (JSON lines) that the line is added to")]
FILE = Path("judgements.jsonl")


@app.command()
def why(left: Thing, right: Thing, graph: GraphPath = OUT, as_json: AsJson = False) -> None:
    """Show why two names, nodes or mentions are one node or two: judgements, scores, features, what keeps them apart."""
    from ..stores import open_store
    from ..talk import show_why
    from ..why import why as run_why

    stop_at_once()
    show_why(run_why(open_store(graph), left, right), as_json=as_json)


@app.command()
def judge(
    left: Thing,
    right: Annotated[str | None, typer.Argument(help="the other thing, called in the same way")] = None,
    verdict: Annotated[Literal["same", "different"] | None, typer.Argument(help="same or different")] = None,
    *,
    reason: Reason,
    kind: Annotated[str | None, typer.Option("--type", help="of what class LEFT is, instead of RIGHT and a verdict")] = None,
    no_kind: Annotated[str | None, typer.Option("--not-type", help="of what class LEFT is not; Event, Entity: nothing")] = None,
    by: By = "user",
    file: Judgements = FILE,
    graph: GraphPath = OUT,
) -> None:
    """Say that two things are one or are not, or of what class one is; a build with --judgements FILE obeys."""
    from ..judging import classify, write
    from ..judging import judge as run_judge
    from ..ontology import load
    from ..stores import open_store
    from ..talk import show_judged

    _one_question(right, verdict, kind, no_kind)
    store, said = open_store(graph), (reason, by)
    if right is not None and verdict is not None:
        made = run_judge(store, load(), (left, right), verdict, said)
    else:
        made = classify(store, load(), left, (kind, "same") if kind is not None else (str(no_kind), "different"), said)
    write(file, [made])
    show_judged([made], file)


def _one_question(right: str | None, verdict: str | None, kind: str | None, no_kind: str | None) -> None:
    """Raises UsageError unless it is either two things and a verdict or one thing and a class."""
    asked = [option for option in (kind, no_kind) if option is not None]
    pair = right is not None and verdict is not None
    alone = right is None and verdict is None and len(asked) == 1
    if not (alone or (pair and not asked)):
        raise UsageError("judge takes LEFT RIGHT same|different, or LEFT with either --type CLASS or --not-type CLASS")


@app.command()
def unmerge(
    node: Thing,
    part: Annotated[str, typer.Argument(help="what does not belong: a spelling, an article's id, or a mention")],
    reason: Reason,
    by: By = "user",
    file: Judgements = FILE,
    graph: GraphPath = OUT,
) -> None:
    """Take a node apart: keep one of its spellings, articles or mentions away from the rest of it."""
    from ..judging import unmerge as run_unmerge
    from ..judging import write
    from ..ontology import load
    from ..stores import open_store
    from ..talk import show_judged

    made = run_unmerge(open_store(graph), load(), (node, part), (reason, by))
    write(file, made)
    show_judged(made, file)
