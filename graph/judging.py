"""Two things a user judges and a store in, lines of a judgements file out that hold in every later build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import orjson
from pyoxigraph import Store

from .errors import UsageError
from .model import Judgement, Verdict
from .ontology import Ontology
from .output import replacing_file
from .queries import base_of, run
from .resolve.names import plain
from .why import Node, find

BEARERS = """SELECT DISTINCT ?name ?node WHERE {
  ?node rdfs:label|skos:altLabel ?known . FILTER(LCASE(STR(?known)) = LCASE(?name)) ?node gaf:denotedBy ?mention
}"""
CLASS = "SELECT ?node ?class WHERE { ?node a ?class }"
MENTIONS = """SELECT DISTINCT ?node ?article ?words ?mention ?begin WHERE {
  ?node gaf:denotedBy ?mention . ?mention nif:anchorOf ?words ; nif:beginIndex ?begin ;
           nif:referenceContext/schema:identifier ?article
} ORDER BY ?article ?begin ?mention"""
KINDS = ("Person", "Role", "Facility", "Place", "Organization")
NAMED = frozenset({"Person", "Place", "Organization"})
PREFIX = "ng:"
ROOTS = {True: ("Event",), False: ("Entity",)}
SHOWN = 8
_SMALL = 3

Row = tuple[str, str, str]
"""A mention: its article's id, its words, its IRI."""


def judge(store: Store, ontology: Ontology, sides: tuple[str, str], verdict: Verdict, said: tuple[str, str]) -> Judgement:
    """`said` are the reason and who gives it. Two spellings of one node are judged as spellings.

    Raises UsageError for what is one thing on both sides, QueryError for what the graph does not know.
    """
    left, right = (find(store, side) for side in sides)
    if left.iri != right.iri:
        return Judgement(reference(store, ontology, left), reference(store, ontology, right), verdict, *said)
    if left.iri in (left.asked, right.asked) or plain(left.asked) == plain(right.asked):
        raise UsageError(f"both sides are {left.iri}; `newsgraph unmerge` takes a node apart")
    return Judgement(_place(store, left.asked), _place(store, right.asked), verdict, *said)


def classify(store: Store, ontology: Ontology, node: str, held: tuple[str, Verdict], said: tuple[str, str]) -> Judgement:
    """`held` is a class and whether the node is of it; what is not of `Event` or `Entity` is nothing at all.

    Written like the corrections of the page: every place that speaks of the node, then the class. Raises UsageError for a
    class that the vocabulary does not have, or one of events for an entity and the other way round.
    """
    (kind, verdict), found = held, find(store, node)
    name = kind.removeprefix(PREFIX)
    event = "/event/" in found.iri
    if name not in {*(ontology.event_classes if event else ontology.entity_classes), *ROOTS[event]}:
        raise UsageError(f"{kind} is no class of {'events' if event else 'entities'}; `newsgraph ontology` lists them")
    places = dict.fromkeys(_place(store, mention) for _, _, mention in _mentions(store, found))
    return Judgement(" ".join(sorted(places)) or found.iri, f"{PREFIX}{name}", verdict, *said)


def unmerge(store: Store, ontology: Ontology, sides: tuple[str, str], said: tuple[str, str]) -> list[Judgement]:
    """Keeps a part of a node (a spelling, an article or a mention) apart from the rest of it, whatever the rules say."""
    node, part = find(store, sides[0]), sides[1]
    rows = _mentions(store, node)
    spelled = {plain(words): words for _, words, _ in rows}
    if plain(part) in spelled and _is_name(store, ontology, node, spelled[plain(part)]):
        others = (words for key, words in sorted(spelled.items()) if key != plain(part) and _is_capitalized(words))
        return [Judgement(spelled[plain(part)], words, "different", *said) for words in others]
    inside = [row for row in rows if part in row or plain(part) == plain(row[1]) or _place(store, row[2]) == _place(store, part)]
    outside = _rest(node, rows, inside)
    if not inside or not outside:
        raise UsageError(_choice(node, part, rows))
    return [Judgement(_places(store, inside), _places(store, outside), "different", *said)]


def reference(store: Store, ontology: Ontology, node: Node) -> str:
    """What a node is called by in any build: the name that it alone bears, else the places that speak of it."""
    rows = _mentions(store, node)
    names = dict.fromkeys(words for _, words, _ in rows)
    own = next((name for name in sorted(names, key=lambda name: name not in node.spellings[:1])
                if _is_name(store, ontology, node, name)), None)  # fmt: skip
    return own or _places(store, rows) or node.iri


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """Adds lines to the file, all or none. Raises OutputError if it cannot be written; what stood in it still stands."""
    before = path.read_bytes() if path.exists() else b""
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    content = before + gap + b"".join(map(line, judgements))
    replacing_file(path, lambda place: _fill(place, content))


def line(judgement: Judgement) -> bytes:
    """One line of a judgements file; a judgement by hand has no score."""
    return orjson.dumps({name: value for name, value in asdict(judgement).items() if name != "score"}) + b"\n"


def _fill(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _mentions(store: Store, node: Node) -> list[Row]:
    return [(article, words, mention) for article, words, mention, _ in run(store, MENTIONS, {"node": node.iri}).rows]


def _is_name(store: Store, ontology: Ontology, node: Node, words: str) -> bool:
    """A proper name that no other node bears: it means the same in articles to come."""
    (kind,) = {kind.rpartition("#")[2] for (kind,) in run(store, CLASS, {"node": node.iri}).rows} or {""}
    named = next((each for each in KINDS if ontology.is_a(kind, each)), "") in NAMED
    return named and _is_capitalized(words) and len(run(store, BEARERS, {"name": words}).rows) == 1


def _is_capitalized(words: str) -> bool:
    """ "Kataib Hezbollah", not "Kataib Hezbollah militia"; short words may be small."""
    return words[:1].isupper() and all(any(map(str.isupper, word)) for word in words.split() if len(word) > _SMALL)


def _rest(node: Node, rows: Sequence[Row], inside: Sequence[Row]) -> list[Row]:
    """Of an entity, an article speaks in one voice: what else it says of it goes with the part."""
    articles = {article for article, _, _ in inside} if "/entity/" in node.iri else set()
    return [row for row in rows if row not in inside and row[0] not in articles]


def _places(store: Store, rows: Iterable[Row]) -> str:
    """One place for each wording of each article."""
    first = (next(group)[2] for _, group in groupby(sorted(rows, key=lambda row: row[:2]), key=lambda row: row[:2]))
    return " ".join(sorted(_place(store, mention) for mention in first))


def _place(store: Store, words: str) -> str:
    return words.removeprefix(base_of(store))


def _choice(node: Node, part: str, rows: Sequence[Row]) -> str:
    return f"{part} is no part of {node.iri} that can be taken away from the rest; its parts are " + "; ".join(_offered(rows))


def _offered(rows: Sequence[Row]) -> Iterator[str]:
    yield from list(dict.fromkeys(article for article, _, _ in rows))[:SHOWN]
    yield from list(dict.fromkeys(repr(words) for _, words, _ in rows))[:SHOWN]
