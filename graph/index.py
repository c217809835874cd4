"""Quads in, what flat views of the graph look up out: nodes by class, their values by property; mentions stand aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from . import terms
from .edtf import days, is_approximate
from .ontology import iri
from .terms import ng

Term = NamedNode | Literal
Properties = Mapping[NamedNode, Sequence[Term]]

_VOCABULARY = iri("")
_OF_MENTIONS = (terms.BEGIN, terms.END, terms.ANCHOR, terms.CONTEXT, terms.DENOTED_BY)
_OF_JUDGEMENTS = (*map(ng, ("left", "right", "reason", "score", "verdict")), terms.ATTRIBUTED_TO)
_ASIDE = frozenset(map(ng, ("Mention", "Judgement")))
_NOTHING: Properties = {}
_WEEK = 7


class Index:
    """The union of all graphs by subject and property; mentions and judgements are left out."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._aside: dict[NamedNode, list[Quad]] = {predicate: [] for predicate in (*_OF_MENTIONS, *_OF_JUDGEMENTS)}
        self._values: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
        self._sort(quads)
        self.claims = self._claims()
        self._articles: dict[NamedNode, list[NamedNode]] = {}

    def _sort(self, quads: Iterable[Quad]) -> None:
        """Quads of one subject mostly follow each other: it is looked up once."""
        aside, subject, own = self._aside, None, {}
        named: Iterable[Any] = quads  # no blank nodes, no quoted triples
        for quad in named:
            predicate = quad.predicate
            if (put_aside := aside.get(predicate)) is not None:
                put_aside.append(quad)
                continue
            if predicate == terms.A and quad.object in _ASIDE:
                continue
            if quad.subject != subject:
                subject = quad.subject
                own = self._values.setdefault(subject, {})
            own.setdefault(predicate, []).append(quad.object)

    def _claims(self) -> dict[NamedNode, list[NamedNode]]:
        """Subject → its claims, positive ones first."""
        found: dict[NamedNode, list[tuple[bool, str, NamedNode]]] = {}
        for claim in self.instances("Claim"):
            subject = self.node(claim, terms.SUBJECT)
            if subject is not None:
                other = self.node(claim, ng("polarity")) != ng("Positive")
                found.setdefault(subject, []).append((other, claim.value, claim))
        return {subject: [claim for *_, claim in sorted(claims)] for subject, claims in found.items()}

    def aside(self, predicate: NamedNode) -> Iterator[tuple[str, str]]:
        """What a property of mentions joins, in the order of the quads: addresses, or an address and words."""
        return ((subject.value, value.value) for subject, _, value, _ in self._aside[predicate])

    def properties(self, subject: NamedNode) -> Properties:
        return self._values.get(subject, _NOTHING)

    def instances(self, local: str) -> list[NamedNode]:
        """Nodes of a class of our vocabulary."""
        return self.instances_of(ng(local))

    def instances_of(self, wanted: NamedNode) -> list[NamedNode]:
        return list(self._by_class.get(wanted, ()))

    @cached_property
    def _by_class(self) -> dict[Term, list[NamedNode]]:
        found: dict[Term, list[NamedNode]] = {}
        for subject, values in self._values.items():
            for kind in dict.fromkeys(values.get(terms.A, ())):
                found.setdefault(kind, []).append(subject)
        return found

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        own = self._values.get(subject)
        return own.get(predicate, []) if own else []

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        for value in self.values(subject, predicate):
            if isinstance(value, NamedNode):
                return value
        return None

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        """The first value as text, empty if there is none."""
        found = self.values(subject, predicate)
        return found[0].value if found else ""

    def word(self, subject: NamedNode, predicate: NamedNode) -> str:
        """The local name of a value of the vocabulary."""
        return local_name(self.node(subject, predicate))

    def kind(self, subject: NamedNode) -> str:
        return self.word(subject, terms.A)

    def label(self, subject: NamedNode) -> str:
        return self.text(subject, terms.LABEL)

    def of(self, classes: Iterable[str]) -> list[tuple[NamedNode, str]]:
        """Nodes of some classes of our vocabulary, each with its class, in the order of the quads."""
        wanted = frozenset(classes)
        return [(subject, kind) for subject, kind in self._typed if kind in wanted]

    def typed(self) -> Sequence[tuple[NamedNode, str]]:
        """Every other node with its class of our vocabulary, in the order of the quads."""
        return self._typed

    @cached_property
    def _typed(self) -> list[tuple[NamedNode, str]]:
        kinds = ((subject, values[terms.A][0]) for subject, values in self._values.items() if terms.A in values)
        named = ((subject, local_name(kind)) for subject, kind in kinds if isinstance(kind, NamedNode))
        return [(subject, kind) for subject, kind in named if kind]

    def fillers(self, event: NamedNode, role: str) -> list[NamedNode]:
        """Who or what fills a role: as a fact, else as someone claims it."""
        return self.nodes(event, ng(role)) or list(self._claimed.get((event, ng(role)), ()))

    @cached_property
    def _claimed(self) -> dict[tuple[NamedNode, NamedNode | None], dict[NamedNode, None]]:
        """Subject and predicate → the nodes that claims name as objects, in the order of the claims."""
        found: dict[tuple[NamedNode, NamedNode | None], dict[NamedNode, None]] = {}
        for subject, claims in self.claims.items():
            for claim in claims:
                objects = found.setdefault((subject, self.node(claim, terms.PREDICATE)), {})
                objects.update(dict.fromkeys(self.nodes(claim, terms.OBJECT)))
        return found

    def articles(self, subject: NamedNode) -> list[NamedNode]:
        """The articles whose claims are about a node, by address."""
        if subject not in self._articles:
            found = {article for claim in self.claims.get(subject, ()) for article in self.nodes(claim, terms.DERIVED_FROM)}
            self._articles[subject] = sorted(found, key=lambda article: article.value)
        return self._articles[subject]

    def outlets(self, subject: NamedNode) -> list[str]:
        publishers = {publisher for article in self.articles(subject) for publisher in self.nodes(article, terms.PUBLISHER)}
        return sorted({self.label(publisher) for publisher in publishers} - {""})

    def precision(self, event: NamedNode) -> int | None:
        """As ACLED counts it: 1 one day, 2 up to a week (so about a day), 3 up to a month, 4 longer."""
        time = self.text(event, ng("time"))
        found = days(time)
        if found is None:
            return None
        length = _WEEK if is_approximate(time) else (found[1] - found[0]).days + 1
        return next((level for level, limit in ((1, 1), (2, 7), (3, 31)) if length <= limit), 4)


@lru_cache(maxsize=4096)
def local_name(term: NamedNode | None) -> str:
    return term.value.removeprefix(_VOCABULARY) if term is not None and term.value.startswith(_VOCABULARY) else ""
