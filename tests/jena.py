"""Apache Jena and Eclipse RDF4J, as Debian packages them, in a process of their own: they read files and answer questions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

JARS = Path("/usr/share/java")
CORE = JARS / "jena-core.jar"
NEEDED = (CORE, JARS / "rdf4j-rio-api.jar")
MISSING = "no Jena and RDF4J; Debian's packages libapache-jena-java, librdf4j-java and default-jre-headless bring them"
HERE = shutil.which("java") is not None and all(path.is_file() for path in NEEDED)
LOGGING = ("log4j", "slf4j", "jcl", "jul-")
MOVED = "org/apache/jena/ext/"
"""Debian moved classes out of here, and left the messages that they look for."""


class Java:
    """A running process; made by `java`."""

    def __init__(self, process):
        self._process = process

    def _do(self, **request):
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["found"]

    def read(self, reader, path):
        """The quads of a file, as jena or rdf4j read them."""
        return set(ox.parse(self._do(do=reader, path=str(path)).encode(), format=ox.RdfFormat.N_QUADS))

    def open(self, path):
        """What `query` asks from now on: the union of the graphs of this file."""
        self._do(do="open", path=str(path))

    def query(self, text):
        return ox.parse_query_results(self._do(do="ask", text=text).encode(), format=ox.QueryResultsFormat.JSON)

    def empty(self):
        """No graph is in the dataset that is kept."""
        self._do(do="empty")

    def keep(self, graph, triples):
        """What a named graph holds from now on, as N-Triples; "" takes the graph out."""
        self._do(do="keep", graph=graph, triples=triples)

    def graph(self, graph):
        return self._do(do="graph", graph=graph).encode()

    def update(self, text):
        self._do(do="update", text=text)

    def ask(self, text, *, union):
        """Media type and bytes of the answer, on the dataset that is kept; its default graph may be the union of all graphs."""
        media_type, answer = self._do(do="kept", text=text, union=union)
        return media_type, answer.encode()

    def parse(self, text):
        """Raises RuntimeError for what RDF4J takes for no SPARQL."""
        self._do(do="parse", text=text)

    def violations(self, shapes, data):
        """How often a file breaks shapes."""
        return self._do(do="validate", shapes=str(shapes), data=str(data))


@contextmanager
def java():
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield Java(process)
        process.stdin.close()


class Machine:
    """The other end: one JSON line in, one out."""

    def __init__(self, jpype):
        self.name = jpype.JClass
        self.jena = jpype.JPackage("org").apache.jena
        self.rdf4j = jpype.JPackage("org").eclipse.rdf4j
        self.io = jpype.JPackage("java").io
        self.asked = None
        self.kept = None

    def answer(self, request):
        return getattr(self, "do_" + request.pop("do"))(**request)

    def do_jena(self, path):
        return self._written(self._dataset(path))

    def do_rdf4j(self, path):
        rio, form = self.rdf4j.rio.Rio, self.rdf4j.rio.RDFFormat
        kinds = {".ttl": form.TURTLE, ".trig": form.TRIG, ".nq": form.NQUADS, ".jsonld": form.JSONLD, ".rdf": form.RDFXML}
        model = rio.parse(self.io.FileInputStream(path), "", kinds[Path(path).suffix])
        out = self.io.StringWriter()
        rio.write(model, out, form.NQUADS)
        return str(out)

    def do_open(self, path):
        self.asked = self._dataset(path)
        self.asked.setDefaultModel(self.asked.getUnionModel().union(self.asked.getDefaultModel()))

    def do_ask(self, text):
        query = self.jena.query.QueryFactory.create(text)
        return self._table(query, self.jena.query.QueryExecutionFactory.create(query, self.asked))

    def _table(self, query, run):
        out = self.io.ByteArrayOutputStream()
        found = run.execAsk() if query.isAskType() else run.execSelect()
        self.jena.query.ResultSetFormatter.outputAsJSON(out, found)
        return out.toString("UTF-8")

    def do_empty(self):
        self.kept = self.jena.query.DatasetFactory.createTxnMem()

    def do_keep(self, graph, triples):
        self.kept.removeNamedModel(graph)
        if triples:
            riot, model = self.jena.riot, self.jena.rdf.model.ModelFactory.createDefaultModel()
            riot.RDFParser.fromString(triples).lang(riot.Lang.TURTLE).parse(model)
            self.kept.addNamedModel(graph, model)

    def do_graph(self, graph):
        return self._triples(self.kept.getNamedModel(graph))

    def do_update(self, text):
        self.jena.update.UpdateAction.parseExecute(text, self.kept)

    def do_kept(self, text, union):
        query = self.jena.query.QueryFactory.create(text)
        run = self.jena.query.QueryExecutionFactory.create(query, self._united() if union else self.kept)
        if query.isConstructType():
            return "application/n-triples", self._triples(run.execConstruct())
        return "application/sparql-results+json", self._table(query, run)

    def _united(self):
        """As Fuseki does what `default-graph-uri` asks of it."""
        core = self.jena.sparql.core
        wanted = core.DatasetDescription()
        wanted.addDefaultGraphURI("urn:x-arq:UnionGraph")
        found = core.DynamicDatasets.dynamicDataset(wanted, self.kept.asDatasetGraph(), False)
        return self.jena.query.DatasetFactory.wrap(found)

    def do_parse(self, text):
        sparql = self.rdf4j.query.QueryLanguage.SPARQL
        self.rdf4j.query.parser.QueryParserUtil.parseQuery(sparql, text, None)

    def do_validate(self, shapes, data):
        manager = self.jena.riot.RDFDataMgr
        report = self.jena.shacl.ShaclValidator.get().validate(manager.loadGraph(shapes), manager.loadGraph(data))
        return report.getEntries().size()

    def _dataset(self, path):
        """JSON-LD as its version 1.0: for 1.1 Debian leaves a library out."""
        riot, data = self.jena.riot, self.jena.query.DatasetFactory.create()
        lang = riot.Lang.JSONLD10 if path.endswith(".jsonld") else riot.RDFLanguages.filenameToLang(path)
        riot.RDFParser.source(path).forceLang(lang).parse(data)
        return data

    def _triples(self, model):
        out = self.io.ByteArrayOutputStream()
        self.jena.riot.RDFDataMgr.write(out, model, self.jena.riot.Lang.NTRIPLES)
        return out.toString("UTF-8")

    def _written(self, dataset):
        out = self.io.ByteArrayOutputStream()
        self.jena.riot.RDFDataMgr.write(out, dataset, self.jena.riot.Lang.NQUADS)
        return out.toString("UTF-8")


def main():
    import jpype  # noqa: PLC0415  # only in the process that runs Java

    with tempfile.TemporaryDirectory() as folder:
        jpype.startJVM(classpath=[_messages(Path(folder)), *_jars()], convertStrings=True)
        machine = Machine(jpype)
        for line in sys.stdin:
            print(json.dumps(_tried(machine, json.loads(line))), flush=True)


def _tried(machine, request):
    try:
        return {"found": machine.answer(request)}
    except Exception as error:  # Java's, told to whoever asked
        return {"error": str(error)}


def _jars():
    """All but those that fight over who writes logs."""
    found = (path for path in sorted(JARS.glob("*.jar")) if not any(word in path.name for word in LOGGING))
    return [*map(str, found), *(str(JARS / f"slf4j-{part}.jar") for part in ("api", "nop"))]


def _messages(folder):
    with zipfile.ZipFile(CORE) as core:
        for name in core.namelist():
            if name.startswith(MOVED) and name.endswith(".properties"):
                target = folder / name.removeprefix(MOVED)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(core.read(name))
    return str(folder)


if __name__ == "__main__":
    main()
