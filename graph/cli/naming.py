"""The commands that add to what newsgraph knows by name: gazetteer add."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .application import Toml, app, chosen_settings

gazetteer = typer.Typer(help="Known names: add lists of your own to those that come with newsgraph.", no_args_is_help=True)
app.add_typer(gazetteer, name="gazetteer")


@gazetteer.command()
def add(
    file: Annotated[Path, typer.Argument(help="CSV, Turtle, FollowTheMoney JSON lines, Wikidata results, PETRARCH actors")],
    to: Annotated[Path, typer.Option("--to", help="Turtle file of yours that the names are added to")] = Path("names.ttl"),
    form: Annotated[str | None, typer.Option("--format", help="csv, turtle, ftm, wikidata or petrarch; else by the name")] = None,
    kind: Annotated[str | None, typer.Option("--class", help="class of the names for which the file states none")] = None,
    settings: Toml = None,
) -> None:
    """Add a file of names to a list of your own; builds use it when the setting `lists` names it."""
    from ..gazetteer import shipped_actors
    from ..lists import Reading
    from ..lists import add as run_add
    from ..ontology import load
    from ..talk import show_added

    chosen = chosen_settings(settings, {})
    known = [Path(chosen.actors) if chosen.actors else shipped_actors(), *map(Path, chosen.lists)]
    reading = Reading(load(Path(chosen.ontology) if chosen.ontology else None), form, kind)
    show_added(run_add(file, to, reading, known), to)
