"""Quads in, what flat views of the graph look up out: nodes by class, their values by property; mentions left aside."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from . import terms
from .edtf import days
from .ontology import iri
from .terms import ng

Term = NamedNode | Literal

_VOCABULARY = iri("")
_SKIPPED = frozenset({terms.BEGIN, terms.END, terms.ANCHOR, terms.CONTEXT, terms.DENOTED_BY})


class Index:
    """The union of all graphs by subject and property; mentions are left out."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
        for quad in quads:
            if quad.predicate not in _SKIPPED:
                subject, predicate, value, _ = quad
                self._values.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.claims = self._claims()

    def _claims(self) -> dict[NamedNode, list[NamedNode]]:
        """Subject → its claims, positive ones first."""
        found: dict[NamedNode, list[NamedNode]] = {}
        for claim in self.instances("Claim"):
            subject = self.node(claim, terms.SUBJECT)
            if subject is not None:
                found.setdefault(subject, []).append(claim)
        for claims in found.values():
            claims.sort(key=lambda claim: (self.word(claim, ng("polarity")) != "Positive", claim.value))
        return found

    def instances(self, local: str) -> list[NamedNode]:
        wanted = ng(local)
        return [subject for subject, values in self._values.items() if wanted in values.get(terms.A, ())]

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        return self._values.get(subject, {}).get(predicate, [])

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        return next(iter(self.nodes(subject, predicate)), None)

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        """The first value as text, empty if there is none."""
        return next((value.value for value in self.values(subject, predicate)), "")

    def word(self, subject: NamedNode, predicate: NamedNode) -> str:
        """The local name of a value of the vocabulary."""
        return local_name(self.node(subject, predicate))

    def kind(self, subject: NamedNode) -> str:
        return self.word(subject, terms.A)

    def label(self, subject: NamedNode) -> str:
        return self.text(subject, terms.LABEL)

    def typed(self) -> Iterable[tuple[NamedNode, str]]:
        """Every node with its class of our vocabulary, in the order of the quads."""
        for subject, values in self._values.items():
            kind = next((local_name(value) for value in values.get(terms.A, ()) if isinstance(value, NamedNode)), "")
            if kind:
                yield subject, kind

    def fillers(self, event: NamedNode, role: str) -> list[NamedNode]:
        """Who or what fills a role: as a fact, else as someone claims it."""
        stated = self.nodes(event, ng(role))
        if stated:
            return stated
        claims = [claim for claim in self.claims.get(event, ()) if self.node(claim, terms.PREDICATE) == ng(role)]
        found = [value for claim in claims for value in self.nodes(claim, terms.OBJECT)]
        return list(dict.fromkeys(found))

    def articles(self, subject: NamedNode) -> list[NamedNode]:
        """The articles whose claims are about a node, by address."""
        found = {article for claim in self.claims.get(subject, ()) for article in self.nodes(claim, terms.DERIVED_FROM)}
        return sorted(found, key=lambda article: article.value)

    def outlets(self, subject: NamedNode) -> list[str]:
        publishers = {publisher for article in self.articles(subject) for publisher in self.nodes(article, terms.PUBLISHER)}
        return sorted({self.label(publisher) for publisher in publishers} - {""})

    def precision(self, event: NamedNode) -> int | None:
        """As ACLED counts it: 1 one day, 2 up to a week, 3 up to a month, 4 longer."""
        found = days(self.text(event, ng("time")))
        if found is None:
            return None
        length = (found[1] - found[0]).days + 1
        return next((level for level, limit in ((1, 1), (2, 7), (3, 31)) if length <= limit), 4)


def local_name(term: NamedNode | None) -> str:
    return term.value.removeprefix(_VOCABULARY) if term is not None and term.value.startswith(_VOCABULARY) else ""
