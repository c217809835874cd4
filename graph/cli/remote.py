"""The commands that let others ask: serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .application import OUT, app

PORT = 7878


@app.command()
def serve(
    graph: Annotated[Path, typer.Argument(help="a build's folder or a store")] = OUT,
    port: Annotated[int, typer.Option(help="port of the SPARQL server; 0 = any that is free")] = PORT,
    page_port: Annotated[int, typer.Option(help="port of the start page; 0 = any that is free")] = PORT + 1,
) -> None:
    """Answer SPARQL on this machine, read-only, with a page of questions beside it, until Ctrl-C."""
    from ..server import Ports, serving
    from ..talk import show_site

    with serving(graph, Ports(port, page_port)) as site:
        show_site(site)
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            site.server_close()
