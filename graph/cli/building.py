"""The commands that read articles or write and check a graph: build, extract, validate, export, verify, init."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .application import (
    DONE,
    FAILED,
    OUT,
    SETTINGS_FILE,
    SKIPPED,
    VIOLATED,
    AsJson,
    Auth,
    BaseIri,
    CacheFolder,
    DialectName,
    GraphPath,
    Inputs,
    Model,
    Quiet,
    Toml,
    User,
    Workers,
    app,
    chosen_settings,
    remote,
)


@app.command()
def build(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="folder to write; an earlier build there is replaced")] = OUT,
    judgements: Annotated[list[Path] | None, typer.Option(help="file of merges and splits by hand (JSON lines)")] = None,
    model: Model = None,
    workers: Workers = None,
    cache: CacheFolder = None,
    base_iri: BaseIri = None,
    settings: Toml = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read articles and write the graph in every form, beside a page that shows it."""
    from ..pipeline import build as run_build
    from ..talk import show_build, watching

    flags = {
        "model": model,
        "workers": workers,
        "cache": cache,
        "base_iri": base_iri,
        "judgements": [str(j) for j in judgements or ()],
    }
    with watching(quiet) as progress:
        report = run_build(inputs, out, chosen_settings(settings, flags), progress)
    show_build(report, as_json=as_json, quiet=quiet)
    raise typer.Exit(report.exit_code)


@app.command()
def extract(
    inputs: Inputs,
    model: Model = None,
    workers: Workers = None,
    cache: CacheFolder = None,
    settings: Toml = None,
    quiet: Quiet = False,
) -> None:
    """Print what each article says, one JSON object a line (its form: docs/commands.md)."""
    from ..pipeline import extractions
    from ..talk import complain, watching

    flags = {"model": model, "workers": workers, "cache": cache}
    with watching(quiet) as progress, extractions(inputs, chosen_settings(settings, flags), progress) as corpus:
        for line in corpus.lines():
            sys.stdout.buffer.write(line + b"\n")
    complain(corpus.skipped)
    raise typer.Exit(SKIPPED if corpus.skipped else DONE)


@app.command()
def validate(
    graph: Annotated[Path, typer.Argument(help="a build's folder, a store, or an RDF file")] = OUT, as_json: AsJson = False
) -> None:
    """Check a graph against the shapes of the vocabulary."""
    from ..export import load_quads
    from ..ontology import load
    from ..stores import locate_quads
    from ..talk import show_violations
    from ..validate import validate as check

    report = check(load_quads(locate_quads(graph)), load())
    show_violations(report, as_json=as_json)
    raise typer.Exit(DONE if report.conforms else VIOLATED)


@app.command()
def export(
    form: Annotated[str, typer.Argument(help="ttl, trig, nq, json, csv, …: docs/commands.md lists them")],
    to: Annotated[Path, typer.Argument(help="file to write; - is stdout")],
    graph: GraphPath = OUT,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="claims as annotations of RDF 1.2, in ttl, trig and nq")] = False,
    source: Annotated[str | None, typer.Option("--from", help="address of a remote store to write instead")] = None,
    base_iri: BaseIri = None,
    user: User = None,
    auth: Auth = "basic",
    dialect: DialectName = None,
) -> None:
    """Write a build, a store or an RDF file, or what was pushed into a remote store, in another format."""
    from ..export import choose_exporter, graph_of, load_graph
    from ..stores import locate_quads
    from ..stores.transfer import pull
    from ..talk import write_export

    exporter = choose_exporter(form, annotated=rdf12)
    if source is None:
        write_export(exporter, load_graph(locate_quads(graph)), to)
        return
    with remote(source, user, auth, dialect) as store:
        quads = pull(store, chosen_settings(None, {"base_iri": base_iri}).base_iri)
    write_export(exporter, graph_of(quads), to)


@app.command()
def verify(
    graph: Annotated[Path, typer.Argument(help="a build's folder")] = OUT,
    inputs: Annotated[list[Path] | None, typer.Argument(help="its articles; without them, those it was built from")] = None,
    settings: Toml = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Slice every mention and quote from the texts anew and derive each claim again."""
    from ..stores import open_store
    from ..talk import show_verification, watching
    from ..verify import recorded
    from ..verify import verify as run_verify

    store = open_store(graph)
    paths, chosen = recorded(graph, inputs or (), chosen_settings(settings, {}))
    with watching(quiet) as progress:
        result = run_verify(store, paths, chosen, progress)
    show_verification(result, as_json=as_json)
    raise typer.Exit(FAILED if result.failures else DONE)


@app.command()
def init(path: Annotated[Path, typer.Argument(help="file to write")] = SETTINGS_FILE) -> None:
    """Write a newsgraph.toml in which every setting is explained."""
    from ..settings import commented_toml

    if path.exists():
        raise UsageError(f"{path} is there already; remove it first, or name another file")
    path.write_text(commented_toml(), encoding="utf-8")
    typer.echo(str(path))
