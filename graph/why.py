"""Two names, nodes or mentions and a store in, why they are one node or two out: judgements, scores, features, blockers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from .errors import QueryError
from .explain import FACTS, Section
from .queries import Answer, base_of, run, whole_iri
from .questions import find_node
from .resolve.names import plain

JUDGEMENTS = """
SELECT DISTINCT ?judgement ?left ?right ?verdict ?reason ?score ?by WHERE {
  ?judgement a ng:Judgement ; ng:left ?left ; ng:right ?right ; ng:reason ?reason ; ng:score ?score ; ng:verdict ?v ;
             prov:wasAttributedTo/rdfs:label ?by .
  BIND(LCASE(STRAFTER(STR(?v), "#")) AS ?verdict)
}"""
ENDS = """
SELECT ?judgement ?left ?right WHERE {
  { SELECT ?judgement ?left WHERE { ?judgement ng:left ?left } } { SELECT ?judgement ?right WHERE { ?judgement ng:right ?right } }
}"""
MENTIONED = "SELECT DISTINCT ?mention ?node WHERE { ?node gaf:denotedBy ?mention } ORDER BY ?node"
SPELLED = "SELECT DISTINCT ?node ?name WHERE { ?node rdfs:label|skos:altLabel ?name }"
MENTIONS = """SELECT DISTINCT ?node ?mention ?words WHERE {
  ?node gaf:denotedBy ?mention . OPTIONAL { ?mention nif:anchorOf ?words }
} ORDER BY ?mention"""
COLUMNS = ("verdict", "left", "right", "reason", "score", "by", "judgement")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as the graph holds it; `left` and `right` are IRIs or names."""

    iri: str
    left: str
    right: str
    verdict: str
    reason: str
    score: str
    by: str

    @property
    def ends(self) -> tuple[str, str]:
        return key_of(self.left), key_of(self.right)


@dataclass(frozen=True, slots=True)
class Node:
    """A node and all that judgements may call it by: its IRI, mentions, spellings; `asked` is what the user named."""

    iri: str
    asked: str
    mentions: Mapping[str, str]
    spellings: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset({self.iri, *self.mentions, *map(plain, self.spellings)})


@dataclass(frozen=True, slots=True)
class Why:
    """`one` tells whether both are one node."""

    one: bool
    nodes: tuple[str, str]
    summary: str
    sections: tuple[Section, ...]


def key_of(side: str) -> str:
    return side if "://" in side else plain(side)


def find(store: Store, words: str) -> Node:
    """The node meant by an IRI or its end, a mention in an article, or a name. Raises QueryError if there is none, or several."""
    asked = whole_iri(base_of(store), words)
    iri = _denoted(store, asked) if "#char=" in asked else find_node(store, asked)
    mentions = {row[0]: row[1] for row in run(store, MENTIONS, {"node": iri}).rows}
    spellings = tuple(name for (name,) in run(store, SPELLED, {"node": iri}).rows)
    if not mentions and not spellings:
        raise QueryError(f"the graph knows nothing of {iri}; `newsgraph query timeline` lists events")
    return Node(iri, asked, mentions, spellings)


def _denoted(store: Store, mention: str) -> str:
    rows = run(store, MENTIONED, {"mention": mention}).rows
    if not rows:
        raise QueryError(f"nothing in the graph is mentioned at {mention}; `newsgraph query sources-of EVENT` shows places")
    return rows[0][0]


def why(store: Store, left: str, right: str) -> Why:
    one, other = find(store, left), find(store, right)
    rulings = _rulings(store, one.keys | other.keys)
    joined = one.iri == other.iri
    told = _joining(one, other, rulings) if joined else _parting(one, other, rulings)
    sections = [_told(store, told, "What joins them" if joined else "What keeps them apart", (one, other))]
    if not joined:
        sections.append(_features(store, one, other))
    return Why(joined, (one.iri, other.iri), _summary(joined, told), tuple(s for s in sections if s.answer.rows))


def _rulings(store: Store, keys: Collection[str]) -> list[Ruling]:
    """The judgements between things of these keys, the surest first."""
    ends = run(store, ENDS).rows
    between = sorted({iri for iri, left, right in ends if key_of(left) in keys and key_of(right) in keys})
    found = (Ruling(iri, *row) for iri in between for row in run(store, JUDGEMENTS, {"judgement": iri}).rows)
    return sorted(found, key=lambda ruling: (-float(ruling.score), ruling.left, ruling.right, ruling.iri))


def _summary(joined: bool, told: Sequence[Ruling]) -> str:
    if joined:
        return "one node" if told else "one node: one name, spellings of one known thing, or one chain of mentions in an article"
    return "two nodes: refused" if told else "two nodes: no rule found enough in common to compare them"


def _joining(one: Node, other: Node, rulings: Iterable[Ruling]) -> list[Ruling]:
    """The chain of judgements from what one name or mention says to the other; all of the node if only the node is asked for."""
    own = [ruling for ruling in rulings if ruling.verdict == "same" and one.keys.issuperset(ruling.ends)]
    start, end = key_of(one.asked), key_of(other.asked)
    return own if one.iri in (start, end) else _chain(start, end, own)


def _chain(start: str, end: str, rulings: Sequence[Ruling]) -> list[Ruling]:
    """The shortest; empty if there is none."""
    paths: dict[str, list[Ruling]] = {start: []}
    queue = [start]
    for at in queue:
        for ruling, there in _steps(at, rulings):
            if there not in paths:
                paths[there] = [*paths[at], ruling]
                queue.append(there)
    return paths.get(end, [])


def _steps(at: str, rulings: Iterable[Ruling]) -> Iterator[tuple[Ruling, str]]:
    for ruling in rulings:
        left, right = ruling.ends
        if at in (left, right):
            yield ruling, right if at == left else left


def _parting(one: Node, other: Node, rulings: Iterable[Ruling]) -> list[Ruling]:
    return [ruling for ruling in rulings if ruling.verdict != "same" and _between(ruling.ends, one.keys, other.keys)]


def _between(ends: tuple[str, str], one: Collection[str], other: Collection[str]) -> bool:
    left, right = ends
    return (left in one and right in other) or (left in other and right in one)


def _told(store: Store, rulings: Iterable[Ruling], title: str, nodes: tuple[Node, Node]) -> Section:
    words = {**nodes[0].mentions, **nodes[1].mentions}
    base = base_of(store)
    rows = (
        (r.verdict, _shown(r.left, words, base), _shown(r.right, words, base), r.reason, r.score, r.by, r.iri) for r in rulings
    )
    return Section(title, Answer(COLUMNS, tuple(rows), base))


def _shown(side: str, words: Mapping[str, str], base: str) -> str:
    """A mention by its words and where it stands."""
    place = side.removeprefix(base) if base else side
    return f"{words[side]} ({place})" if words.get(side) else place


def _features(store: Store, one: Node, other: Node) -> Section:
    left, right = _facts(store, one.iri), _facts(store, other.iri)
    rows = ((name, "; ".join(left.get(name, ())), "; ".join(right.get(name, ()))) for name in sorted({*left, *right}))
    return Section("What the graph says of each", Answer(("feature", "left", "right"), tuple(rows), base_of(store)))


def _facts(store: Store, iri: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value, _ in run(store, FACTS, {"iri": iri}).rows:
        found.setdefault(name, []).append(value)
    return found
