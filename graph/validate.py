"""A graph and the shapes of the vocabulary in, what breaks them out, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import shacl

from . import terms
from .collector import paused
from .errors import ShapesViolated
from .ontology import Ontology, iri

_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
_SHOWN = 20
_SPAN = re.compile(r"#char=(\d+),(\d+)$")
_OF_MENTIONS = frozenset({terms.BEGIN, terms.END, terms.ANCHOR})


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """`focus` is the node that is wrong, `path` the property (empty: the node itself)."""

    message: str
    focus: str
    path: str = ""
    severity: str = "Violation"

    def __str__(self) -> str:
        where = f" ({self.path})" if self.path else ""
        return f"{self.message}: {self.focus}{where}"


@dataclass(frozen=True, slots=True)
class Report:
    conforms: bool
    violations: tuple[Violation, ...]

    def __str__(self) -> str:
        if not self.violations:
            return "The graph keeps all shapes."
        counts = Counter(violation.message for violation in self.violations)
        totals = [f"{counts[message]:6} × {message}" for message in sorted(counts, key=lambda text: (-counts[text], text))]
        shown = [f"  {violation}" for violation in self.violations[:_SHOWN]]
        more = len(self.violations) - len(shown)
        rest = [f"  … and {more} more"] if more > 0 else []
        return "\n".join([f"The graph breaks its shapes {len(self.violations)} times:", *totals, *shown, *rest])

    def check(self) -> None:
        """Raises ShapesViolated unless the graph conforms."""
        if not self.conforms:
            raise ShapesViolated(str(self))


def validate(quads: Sequence[ox.Quad], ontology: Ontology, written: Path | None = None) -> Report:
    """Checks the union of all graphs against shapes.ttl, and that each mention is as long as its words.

    `written` is a Turtle file that holds that union already.
    """
    with paused():
        data = written.read_text(encoding="utf-8") if written else _text(quad.triple for quad in quads)
        found = _shapes(ontology.shapes_path).validate_text(f"{data}\n{_text(_class_tree(ontology))}", "turtle")
        violations = {*map(_violation, found.results), *_wrong_mentions(quads)}
    blocking = any(violation.severity == "Violation" for violation in violations)
    return Report(not blocking, tuple(sorted(violations)))


def _text(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


@lru_cache(maxsize=4)
def _shapes(path: Path) -> shacl.Shapes:
    return shacl.Shapes.from_file(str(path))


def _class_tree(ontology: Ontology) -> Iterator[ox.Triple]:
    for name, parents in ontology.parents.items():
        for parent in parents:
            yield ox.Triple(ox.NamedNode(iri(name)), _SUBCLASS, ox.NamedNode(iri(parent)))


def _violation(result: shacl.Result) -> Violation:
    message = result.message or result.component
    value = f" (found {result.value_plain})" if result.value_plain else ""
    return Violation(message + value, _bare(result.focus_node), _bare(result.path or ""), result.severity)


def _bare(term: str) -> str:
    """An address without its brackets."""
    return term.replace("<", "").replace(">", "")


def _wrong_mentions(quads: Iterable[ox.Quad]) -> Iterator[Violation]:
    """What shapes without SPARQL cannot say: a mention's address, offsets and number of characters agree."""
    for quad in quads:
        if quad.predicate in _OF_MENTIONS and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            span = _SPAN.search(quad.subject.value)
            if span is None or not _agrees(quad.predicate, quad.object.value, span):
                yield Violation("a mention's address, offsets and words agree", quad.subject.value, quad.predicate.value)


def _agrees(predicate: ox.NamedNode, text: str, span: re.Match[str]) -> bool:
    if predicate == terms.ANCHOR:
        return len(text) == int(span[2]) - int(span[1])
    return text == (span[1] if predicate == terms.BEGIN else span[2])
