"""The commands that ask a graph or the vocabulary: query, explain, ontology."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .application import OUT, AsJson, Auth, DialectName, GraphPath, User, app, remote, stop_at_once


@app.command()
def query(
    question: Annotated[
        str | None, typer.Argument(help="a shipped query's name, a .rq file, or SPARQL; none lists the shipped ones")
    ] = None,
    arguments: Annotated[list[str] | None, typer.Argument(help="what the query asks for, in its order")] = None,
    graph: GraphPath = OUT,
    endpoint: Annotated[str | None, typer.Option(help="address of a remote store to ask instead")] = None,
    user: User = None,
    auth: Auth = "basic",
    dialect: DialectName = None,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json")] = "table",
    as_json: AsJson = False,
) -> None:
    """Ask the graph a question; prefixes are filled in."""
    from ..ontology import load
    from ..queries import shipped_queries
    from ..questions import answer, ask, meant
    from ..talk import check_form, list_queries, show_answer

    stop_at_once()
    check_form(form)
    shipped = shipped_queries(load().queries_folder)
    if question is None:
        list_queries(shipped, as_json=as_json)
    elif endpoint is not None:
        with remote(endpoint, user, auth, dialect) as store:
            show_answer(answer(store, meant(question, shipped), arguments or ()), "json" if as_json else form)
    else:
        show_answer(ask(question, arguments or (), graph, shipped), "json" if as_json else form)


@app.command()
def explain(
    node: Annotated[str, typer.Argument(help="an IRI, its end as tables show it (event/…), or a name")],
    graph: GraphPath = OUT,
    as_json: AsJson = False,
) -> None:
    """Show the quotes, articles and rules behind an entity, event, claim, article or merge."""
    from ..explain import explain as run_explain
    from ..questions import find_node
    from ..stores import open_store
    from ..talk import show_sections

    stop_at_once()
    store = open_store(graph)
    show_sections(run_explain(store, find_node(store, node)), as_json=as_json)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="a build's folder, a store, or an RDF file")],
    new: Annotated[Path, typer.Argument(help="the later one")],
    quads: Annotated[bool, typer.Option("--quads", help="the statements themselves, + and -, as N-Quads")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what changed from one build to another: events, sources, disagreements, what is no longer said."""
    from ..changes import changes
    from ..export import load_quads
    from ..stores import locate_quads
    from ..talk import show_changes

    found = changes(load_quads(locate_quads(old)), load_quads(locate_quads(new)))
    show_changes(found, quads=quads, as_json=as_json)


@app.command()
def ontology(
    name: Annotated[str | None, typer.Argument(help="an event class or relation; none lists them all")] = None,
    as_json: AsJson = False,
) -> None:
    """List event types, roles and relations with the words that trigger them."""
    from ..ontology import load
    from ..talk import show_ontology

    show_ontology(load(), name, as_json=as_json)
