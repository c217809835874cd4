"""The graphs of two builds in, what changed from one to the other out: the quads, and in words what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode, Quad

from . import terms
from .explain import Section
from .export.rdf import base_of
from .index import Index, Term, local_name
from .queries import Answer
from .terms import ng, ordered

Rows = Iterator[tuple[str, ...]]
Node = NamedNode

FIGURES = ("fatalities", "injuries", "troops", "arrests", "participants", "facilitiesHit")
LEVELS = tuple(f"{figure}{level}" for figure in FIGURES[:2] for level in ("Low", "Best", "High"))
ROLES = ("agent", "target", "recipient", "instrument", "beneficiary", "topic", "place", "origin", "destination")
TOLD = ("time", "modality", "polarity", *ROLES, *FIGURES, *LEVELS)


@dataclass(frozen=True)
class View:
    """One build's graph, by what a reader of news asks of it."""

    quads: Sequence[Quad]

    @cached_property
    def index(self) -> Index:
        return Index(self.quads)

    @cached_property
    def base(self) -> str:
        return base_of(list(self.quads))

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """Id → digest of the text."""
        named = [quad for quad in self.quads if quad.predicate == terms.IDENTIFIER]
        return {quad.object.value: self.index.text(quad.subject, ng("digest")) for quad in named}  # type: ignore[union-attr, arg-type]

    @cached_property
    def mentions(self) -> Mapping[Node, frozenset[Term]]:
        found: dict[Node, set[Term]] = defaultdict(set)
        for quad in self.quads:
            if quad.predicate == terms.DENOTED_BY:
                found[quad.subject].add(quad.object)  # type: ignore[index, arg-type]
        return {node: frozenset(places) for node, places in found.items()}

    def of(self, kind: str) -> list[Node]:
        """Nodes by kind of IRI: event, entity, disagreement."""
        start = f"{self.base}{kind}/"
        return sorted((node for node, _ in self.index.typed() if node.value.startswith(start)), key=lambda node: node.value)

    def told(self, event: Node) -> set[tuple[str, str]]:
        """What is stated of an event, in words."""
        return {(name, self.word(value)) for name in TOLD for value in self.index.values(event, ng(name))}

    def word(self, value: Term | None) -> str:
        if isinstance(value, NamedNode):
            return self.index.label(value) or local_name(value) or value.value
        return value.value if value else ""

    def sources(self, event: Node) -> int:
        return int(self.index.text(event, ng("independentSources")) or 0)

    @cached_property
    def disagreements(self) -> Mapping[tuple[Node, str], str]:
        """(event, slot) → kind."""
        found: dict[tuple[Node, str], str] = {}
        for node in self.of("disagreement"):
            event, slot = self.index.node(node, ng("aboutEvent")), self.index.node(node, ng("slot"))
            if event is not None and slot is not None:
                found[event, local_name(slot)] = self.index.word(node, ng("kind")).lower()
        return found


@dataclass(frozen=True)
class Comparison:
    """`old` and `new` are the same articles and more, or fewer: events are matched by their IRI or a mention they share."""

    old: View
    new: View

    @cached_property
    def matches(self) -> Mapping[Node, tuple[Node, ...]]:
        """Each new event to the old events it goes on from."""
        at: dict[Term, set[Node]] = defaultdict(set)
        before = self.old.of("event")
        for event in before:
            for place in (event, *self.old.mentions.get(event, ())):
                at[place].add(event)
        return {event: self._matching(event, at) for event in self.new.of("event")}

    def _matching(self, event: Node, at: Mapping[Term, set[Node]]) -> tuple[Node, ...]:
        """Two events that both go on under their own IRI are two, though one word speaks of both."""
        found = {old for place in (event, *self.new.mentions.get(event, ())) for old in at.get(place, ())}
        kept = (old for old in found if old == event or old not in self._after or event not in self._before)
        return tuple(sorted(kept, key=lambda node: node.value))

    @cached_property
    def _before(self) -> frozenset[Node]:
        return frozenset(self.old.of("event"))

    @cached_property
    def _after(self) -> frozenset[Node]:
        return frozenset(self.new.of("event"))

    @cached_property
    def heirs(self) -> Mapping[Node, tuple[Node, ...]]:
        """Each old event to the new events that go on from it."""
        found: dict[Node, list[Node]] = {event: [] for event in self.old.of("event")}
        for event, befores in self.matches.items():
            for before in befores:
                found[before].append(event)
        return {event: tuple(after) for event, after in found.items()}

    @cached_property
    def pairs(self) -> list[tuple[Node, Node]]:
        """(old, new) where one event goes on as one."""
        return [
            (befores[0], event)
            for event, befores in self.matches.items()
            if len(befores) == 1 and len(self.heirs[befores[0]]) == 1
        ]

    def articles(self) -> Rows:
        for name in sorted({*self.old.articles, *self.new.articles}):
            before, after = self.old.articles.get(name), self.new.articles.get(name)
            if before != after:
                yield ("new" if before is None else "gone" if after is None else "edited"), name

    def new_events(self) -> Rows:
        yield from (self._event(self.new, event) for event, befores in self.matches.items() if not befores)

    def gone_events(self) -> Rows:
        yield from (self._event(self.old, event) for event, heirs in self.heirs.items() if not heirs)

    def _event(self, view: View, event: Node) -> tuple[str, ...]:
        return view.index.text(event, ng("time")), view.index.label(event), str(view.sources(event)), event.value

    def regrouped(self) -> Rows:
        """Several that are one now, and one that is several now."""
        for event, befores in self.matches.items():
            if len(befores) > 1:
                yield "joined", "; ".join(map(self.old.index.label, befores)), self.new.index.label(event)
        for event, heirs in self.heirs.items():
            if len(heirs) > 1:
                yield "taken apart", self.old.index.label(event), "; ".join(map(self.new.index.label, heirs))

    def corroboration(self) -> Rows:
        for before, event in self.pairs:
            old, new = self.old.sources(before), self.new.sources(event)
            if old != new:
                yield str(old), str(new), self.new.index.label(event), event.value

    def disputes(self) -> Rows:
        was = {
            (after, slot): kind for (event, slot), kind in self.old.disagreements.items() for after in self.heirs.get(event, ())
        }
        now = self.new.disagreements
        for event, slot in sorted({*was, *now}, key=lambda key: (key[0].value, key[1])):
            before, after = was.get((event, slot), ""), now.get((event, slot), "")
            if before != after:
                yield slot, before or "none", after or "none", self.new.index.label(event), event.value

    def retractions(self) -> Rows:
        yield from self._said(gone=True)

    def additions(self) -> Rows:
        yield from self._said(gone=False)

    def _said(self, *, gone: bool) -> Rows:
        for before, event in self.pairs:
            old, new = self.old.told(before), self.new.told(event)
            for name, value in sorted(old - new if gone else new - old):
                yield name, value, self.new.index.label(event), event.value

    def actors(self) -> Rows:
        old, new = set(self.old.of("entity")), set(self.new.of("entity"))
        for node in sorted(old ^ new, key=lambda node: node.value):
            view = self.new if node in new else self.old
            yield "new" if node in new else "gone", view.index.kind(node), view.index.label(node), node.value

    def sections(self) -> Iterator[Section]:
        """What has rows, most telling first."""
        event = ("date", "label", "sources", "event")
        said = ("property", "value", "label", "event")
        told: tuple[tuple[str, tuple[str, ...], Rows], ...] = (
            ("Articles", ("change", "article"), self.articles()),
            ("New events", event, self.new_events()),
            ("Events no longer told", event, self.gone_events()),
            ("Events joined and taken apart", ("change", "before", "after"), self.regrouped()),
            ("Independent sources", ("before", "after", "label", "event"), self.corroboration()),
            ("Disagreements", ("slot", "before", "after", "label", "event"), self.disputes()),
            ("No longer said of events told before", said, self.retractions()),
            ("Newly said of events told before", said, self.additions()),
            ("Names", ("change", "class", "label", "node"), self.actors()),
        )
        for title, columns, rows in told:
            found = tuple(sorted(rows))
            if found:
                yield Section(title, Answer(columns, found, self.new.base or self.old.base))


@dataclass(frozen=True, slots=True)
class Changes:
    """`added` and `removed` are quads in canonical order; there is no blank node, so the same statement is the same quad."""

    added: tuple[Quad, ...]
    removed: tuple[Quad, ...]
    sections: tuple[Section, ...]


def changes(old: Sequence[Quad], new: Sequence[Quad]) -> Changes:
    before, after = set(old), set(new)
    return Changes(
        tuple(ordered(after - before)), tuple(ordered(before - after)), tuple(Comparison(View(old), View(new)).sections())
    )
