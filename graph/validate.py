"""A graph and the shapes of the vocabulary in, what breaks them out, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import shacl

from . import terms
from .errors import ShapesViolated
from .ontology import Ontology, iri

_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
_SHOWN = 20


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


def validate(quads: Iterable[ox.Quad], ontology: Ontology) -> Report:
    """Checks the union of all graphs against shapes.ttl, and that each mention is as long as its words."""
    triples = {quad.triple for quad in quads}
    data = ox.serialize([*triples, *_class_tree(ontology)], format=ox.RdfFormat.N_TRIPLES) or b""
    found = _shapes(ontology.shapes_path).validate_text(data.decode(), "ntriples")
    violations = {*map(_violation, found.results), *_mention_lengths(triples)}
    blocking = any(violation.severity == "Violation" for violation in violations)
    return Report(not blocking, tuple(sorted(violations)))


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


def _mention_lengths(triples: Iterable[ox.Triple]) -> Iterator[Violation]:
    """What shapes without SPARQL cannot say: end − begin is the number of characters."""
    spans: dict[ox.NamedNode, dict[ox.NamedNode, str]] = {}
    for subject, predicate, value in triples:
        if predicate in (terms.BEGIN, terms.END, terms.ANCHOR):
            spans.setdefault(subject, {})[predicate] = value.value
    for mention, parts in spans.items():
        if _length(parts) != len(parts.get(terms.ANCHOR, "")):
            yield Violation("a mention is as long as its words", mention.value, terms.ANCHOR.value)


def _length(parts: Mapping[ox.NamedNode, str]) -> int:
    begin, end = parts.get(terms.BEGIN, ""), parts.get(terms.END, "")
    return int(end) - int(begin) if begin.isdecimal() and end.isdecimal() else -1
