"""The command line: words in, one library call a command, its answer on stdout and talk on stderr out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .errors import NewsGraphError, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from .settings import Settings

SETTINGS_FILE = Path("newsgraph.toml")
DONE, FAILED, SKIPPED, VIOLATED, INTERRUPTED = 0, 1, 3, 4, 130
STOPPED = "interrupted; what was read so far is in the cache, and the earlier output still stands"

app = typer.Typer(
    name="newsgraph",
    help="News articles in, a knowledge graph out: who did what to whom, where, when, and who says so.",
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 done with skipped articles, 4 shapes violated, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[list[Path], typer.Argument(help="files and folders of text, HTML, JSON (lines), feeds, WARC; - is stdin")]
GraphPath = Annotated[Path, typer.Option("--graph", "-g", help="a build's folder, a store, or an RDF file")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="no talk on stderr but errors")]
AsJson = Annotated[bool, typer.Option("--json", help="the answer as JSON")]
Model = Annotated[str | None, typer.Option(help="spaCy pipeline: md, sm, or a name or path")]
Workers = Annotated[int | None, typer.Option(help="processes that read; 0 = one a core")]
CacheFolder = Annotated[str | None, typer.Option("--cache", help="folder of the extraction cache")]
Toml = Annotated[Path | None, typer.Option("--settings", help=f"settings file; without it {SETTINGS_FILE}, if it is there")]
OUT = Path("out")


@app.command()
def build(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="folder to write; an earlier build there is replaced")] = OUT,
    judgements: Annotated[list[Path] | None, typer.Option(help="file of merges and splits by hand (JSON lines)")] = None,
    model: Model = None,
    workers: Workers = None,
    cache: CacheFolder = None,
    base_iri: Annotated[str | None, typer.Option(help="what all IRIs of the graph begin with")] = None,
    settings: Toml = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read articles and write the graph in every form, beside a page that shows it."""
    from .build import build as run_build
    from .talk import show_build, watching

    flags = {
        "model": model,
        "workers": workers,
        "cache": cache,
        "base_iri": base_iri,
        "judgements": [str(j) for j in judgements or ()],
    }
    with watching(quiet) as progress:
        report = run_build(inputs, out, _settings(settings, flags), progress)
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
    from .build import extractions
    from .talk import complain, watching

    flags = {"model": model, "workers": workers, "cache": cache}
    with watching(quiet) as progress, extractions(inputs, _settings(settings, flags), progress) as corpus:
        for line in corpus.lines():
            sys.stdout.buffer.write(line + b"\n")
    complain(corpus.skipped)
    raise typer.Exit(SKIPPED if corpus.skipped else DONE)


@app.command()
def query(
    question: Annotated[
        str | None, typer.Argument(help="a shipped query's name, a .rq file, or SPARQL; none lists the shipped ones")
    ] = None,
    arguments: Annotated[list[str] | None, typer.Argument(help="what the query asks for, in its order")] = None,
    graph: GraphPath = OUT,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json")] = "table",
    as_json: AsJson = False,
) -> None:
    """Ask the graph a question; prefixes are filled in."""
    from .ontology import load
    from .queries import shipped_queries
    from .questions import ask
    from .talk import check_form, list_queries, show_answer

    check_form(form)
    shipped = shipped_queries(load().queries_folder)
    if question is None:
        list_queries(shipped, as_json=as_json)
    else:
        show_answer(ask(question, arguments or (), graph, shipped), "json" if as_json else form)


@app.command()
def validate(
    graph: Annotated[Path, typer.Argument(help="a build's folder, a store, or an RDF file")] = OUT, as_json: AsJson = False
) -> None:
    """Check a graph against the shapes of the vocabulary."""
    from .export import load_quads
    from .ontology import load
    from .stores import locate_quads
    from .talk import show_violations
    from .validate import validate as check

    report = check(load_quads(locate_quads(graph)), load())
    show_violations(report, as_json=as_json)
    raise typer.Exit(DONE if report.conforms else VIOLATED)


@app.command()
def export(
    form: Annotated[str, typer.Argument(help="ttl, trig, nq, jsonld, graphml, csv or html")],
    to: Annotated[Path, typer.Argument(help="file to write; - is stdout")],
    graph: GraphPath = OUT,
) -> None:
    """Write a build, a store or an RDF file in another format."""
    from .export import choose_exporter, load_graph
    from .stores import locate_quads
    from .talk import write_export

    exporter = choose_exporter(form)
    write_export(exporter, load_graph(locate_quads(graph)), to)


@app.command()
def explain(
    node: Annotated[str, typer.Argument(help="an IRI, its end as tables show it (event/…), or a name")],
    graph: GraphPath = OUT,
    as_json: AsJson = False,
) -> None:
    """Show the quotes, articles and rules behind an entity, event, claim, article or merge."""
    from .explain import explain as run_explain
    from .questions import find_node
    from .stores import open_store
    from .talk import show_sections

    store = open_store(graph)
    show_sections(run_explain(store, find_node(store, node)), as_json=as_json)


@app.command()
def verify(
    graph: Annotated[Path, typer.Argument(help="a build's folder")] = OUT,
    inputs: Annotated[list[Path] | None, typer.Argument(help="its articles; without them, those it was built from")] = None,
    settings: Toml = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Slice every mention and quote from the texts anew and derive each claim again."""
    from .stores import open_store
    from .talk import show_verification, watching
    from .verify import recorded
    from .verify import verify as run_verify

    store = open_store(graph)
    paths, chosen = recorded(graph, inputs or (), _settings(settings, {}))
    with watching(quiet) as progress:
        result = run_verify(store, paths, chosen, progress)
    show_verification(result, as_json=as_json)
    raise typer.Exit(FAILED if result.failures else DONE)


@app.command()
def ontology(
    name: Annotated[str | None, typer.Argument(help="an event class or relation; none lists them all")] = None,
    as_json: AsJson = False,
) -> None:
    """List event types, roles and relations with the words that trigger them."""
    from .ontology import load
    from .talk import show_ontology

    show_ontology(load(), name, as_json=as_json)


@app.command()
def init(path: Annotated[Path, typer.Argument(help="file to write")] = SETTINGS_FILE) -> None:
    """Write a newsgraph.toml in which every setting is explained."""
    from .settings import commented_toml

    if path.exists():
        raise UsageError(f"{path} is there already; remove it first, or name another file")
    path.write_text(commented_toml(), encoding="utf-8")
    typer.echo(str(path))


def _settings(toml: Path | None, flags: Mapping[str, object]) -> Settings:
    from .settings import load

    if toml is not None and not toml.is_file():
        raise UsageError(f"there is no settings file {toml}; `newsgraph init {toml}` writes one")
    given = {key: value for key, value in flags.items() if value not in (None, [], ())}
    return load(toml or SETTINGS_FILE, os.environ, given)


def main() -> NoReturn:
    """The console script: every error of ours is one line on stderr and its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGTERM, _terminated)
    try:
        app()
    except NewsGraphError as error:
        _fail(str(error), error.exit_code)
    except OSError as error:
        _fail(f"{error.filename or 'input or output'}: {error.strerror}; check the path and the free space", FAILED)
    except KeyboardInterrupt:
        _fail(STOPPED, INTERRUPTED)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _fail(STOPPED, INTERRUPTED)
        _flush()
        raise
    sys.exit(DONE)


def _flush() -> None:
    """A reader of our output that has seen enough, such as `head`, is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """As Ctrl-C: what is half written is taken away, processes that read end too."""
    raise KeyboardInterrupt


def _fail(message: str, code: int) -> NoReturn:
    sys.stderr.write(f"newsgraph: {message}\n")
    sys.exit(code)
