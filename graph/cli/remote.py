"""The commands that let others ask: serve, push."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .application import DONE, OUT, REFUSED, AsJson, Auth, DialectName, Quiet, User, app, remote

if TYPE_CHECKING:
    from ..server import Site
    from ..stores.transfer import PushReport

PORT = 7878


@app.command()
def serve(
    graph: Annotated[Path, typer.Argument(help="a build's folder or a store")] = OUT,
    port: Annotated[int, typer.Option(help="port of the SPARQL server; 0 = any that is free")] = PORT,
    page_port: Annotated[int, typer.Option(help="port of the start page; 0 = any that is free")] = PORT + 1,
) -> None:
    """Answer SPARQL on this machine, read-only, with a page of questions beside it, until Ctrl-C."""
    from ..server import Ports, serving

    with serving(graph, Ports(port, page_port)) as site:
        _tell(site)
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            site.server_close()


@app.command()
def push(
    url: Annotated[str, typer.Argument(help="address of the store, as http://localhost:7878 or http://localhost:3030/news")],
    graph: Annotated[Path, typer.Argument(help="a build's folder, a store, or an RDF file")] = OUT,
    graph_per_article: Annotated[bool, typer.Option(help="each article in a named graph of its own")] = False,
    user: User = None,
    auth: Auth = "basic",
    dialect: DialectName = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Put the graph into a remote store; doing it again changes nothing, and finishes what was left."""
    from ..export import load_graph
    from ..stores import locate_quads
    from ..stores.transfer import push as run_push
    from ..talk import started, watching

    data = load_graph(locate_quads(graph))
    with remote(url, user, auth, dialect) as store, watching(quiet) as progress:
        tick = started(progress, "push")
        report = run_push(data.quads, data.base_iri, store, per_article=graph_per_article, tick=tick)
    _report(report, url, as_json=as_json, quiet=quiet)
    raise typer.Exit(REFUSED if report.refused else DONE)


def _tell(site: Site) -> None:
    """Addresses on stdout as soon as they answer, for those who wait for them."""
    typer.echo(f"questions  {site.url}\nSPARQL     {site.endpoint}/query")
    sys.stdout.flush()
    sys.stderr.write("read-only, for this machine alone; Ctrl-C ends it\n")


def _report(report: PushReport, url: str, *, as_json: bool, quiet: bool) -> None:
    from ..talk import complain, say_json

    complain([f"{refused.graph}: {refused.reason}" for refused in report.refused], "not done:")
    if report.refused:
        sys.stderr.write("the other graphs are done; the same command again does what is left\n")
    if as_json:
        say_json(asdict(report))
    elif not quiet:
        done = f"{len(report.put):,} graphs with {report.triples:,} triples in, {len(report.deleted):,} taken out"
        sys.stderr.write(f"{url}: {done}, {len(report.refused):,} not done\n")
