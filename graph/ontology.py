"""A folder of Turtle files in, the vocabulary out as plain records: classes, frames, relations, positions and word lists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar, cast

import pyoxigraph as ox

from .errors import OntologyError
from .model import Modality, PassageKind, Polarity, Stance
from .vocabulary import (
    SHAPES,
    CleaningRule,
    Codes,
    Cue,
    Frame,
    ModalityCue,
    Ontology,
    Position,
    RelationPattern,
    RelationType,
    RoleSlot,
    Trigger,
    VagueNumber,
)

__all__ = [
    "DATA",
    "NG",
    "PREFIXES",
    "CleaningRule",
    "Codes",
    "Cue",
    "Frame",
    "ModalityCue",
    "Ontology",
    "Position",
    "RelationPattern",
    "RelationType",
    "RoleSlot",
    "Trigger",
    "VagueNumber",
    "iri",
    "load",
]

NG = "https://w3id.org/newsgraph/ontology#"
DATA = "https://w3id.org/newsgraph/id/"
PREFIXES: dict[str, str] = {
    "ng": NG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "sh": "http://www.w3.org/ns/shacl#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "plover": "https://w3id.org/newsgraph/plover#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "gn": "https://sws.geonames.org/",
}

_EVENT = "Event"
_ENTITY_ROOTS = ("Actor", "Artifact", "Place", "Role")
_TYPE, _LABEL, _COMMENT = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", PREFIXES["rdfs"] + "comment"
_SUBCLASS, _CLASS = PREFIXES["rdfs"] + "subClassOf", PREFIXES["owl"] + "Class"
_DOMAIN, _RANGE = PREFIXES["rdfs"] + "domain", PREFIXES["rdfs"] + "range"
_PROPERTY, _PATH = PREFIXES["sh"] + "property", PREFIXES["sh"] + "path"
_SH_CLASS, _DATATYPE = PREFIXES["sh"] + "class", PREFIXES["sh"] + "datatype"
_STANCES = ("asserts", "reports", "alleges", "denies", "intends", "believes", "asks")
_MODALITIES = ("actual", "planned", "possible", "hypothetical")
_POLARITIES = ("positive", "negative")
_KINDS = ("headline", "body", "caption", "credit", "boilerplate")


def iri(local: str) -> str:
    """The IRI of a term of the vocabulary, by local name."""
    return NG + local


def load(folder: Path | None = None) -> Ontology:
    """The vocabulary of a folder, or the one shipped. Read once a process.

    Raises OntologyError naming file and subject where a file breaks the rules of the vocabulary.
    """
    return _load((folder or _shipped()).resolve())


def _shipped() -> Path:
    packaged = Path(__file__).parent / "data" / "ontology"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "ontology"


@lru_cache(maxsize=8)
def _load(folder: Path) -> Ontology:
    if not folder.is_dir():
        raise OntologyError(f"{folder}: no such folder; the vocabulary is a folder of Turtle files")
    files = [path for path in sorted(folder.rglob("*.ttl")) if path.name != SHAPES]
    return _Reading(folder, _read(folder, files)).ontology(_digest(folder, files))


def _digest(folder: Path, files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


# ------------------------------------------------------------------------------------------------------------- triples
@dataclass(frozen=True, slots=True)
class _Node:
    """A subject and what its file says of it: predicate IRI → values in the order written."""

    name: str
    file: str
    said: dict[str, dict[str, None]]

    def all(self, predicate: str) -> tuple[str, ...]:
        return tuple(self.said.get(predicate, ()))

    def one(self, predicate: str, default: str = "") -> str:
        return next(iter(self.said.get(predicate, ())), default)

    def need(self, predicate: str) -> str:
        if predicate not in self.said:
            raise self.error(f"has no {predicate.rpartition('#')[2]}")
        return self.one(predicate)

    def number(self, predicate: str) -> int:
        value = self.need(predicate)
        if not value.isdigit():
            raise self.error(f"{predicate.rpartition('#')[2]} {value!r} is not a whole number")
        return int(value)

    def error(self, problem: str) -> OntologyError:
        return OntologyError(f"{self.file}: {self.name}: {problem}")


def _read(folder: Path, files: Iterable[Path]) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    for path in files:
        name = path.relative_to(folder).as_posix()
        for triple in _triples(path, name):
            subject = _plain(triple.subject, name)
            node = nodes.get(subject) or nodes.setdefault(subject, _Node(subject, name, {}))
            node.said.setdefault(triple.predicate.value, {})[_plain(triple.object, name)] = None
    return nodes


def _triples(path: Path, name: str) -> list[ox.Quad]:
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise OntologyError(f"{name}: not valid Turtle: {error}") from error


def _plain(term: object, file: str) -> str:
    """Our own names without their namespace, other IRIs and literals as they are, blank nodes told apart by file."""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}@{file}"
    value: str = cast("ox.NamedNode | ox.Literal", term).value
    return value.removeprefix(NG)


# -------------------------------------------------------------------------------------------------------------- tables
_Row = TypeVar("_Row")


class _Reading:
    """Makes the tables of the vocabulary from its nodes, checking that what one names the others define."""

    def __init__(self, folder: Path, nodes: Mapping[str, _Node]) -> None:
        self.folder = folder
        self.nodes = nodes
        self.by_type = _by_type(nodes)
        self.classes = self._of(_CLASS)
        self.class_names = {node.name for node in self.classes}
        self.relation_names = {node.name for node in self._of("RelationProperty")}
        self.parents = {node.name: self._parents(node) for node in self.classes}
        self.ancestors = {name: _upwards(name, self.parents) for name in self.parents}
        self.roles = tuple(node.name for node in self._of("RoleProperty"))
        self.figures = tuple(node.name for node in self._of("FigureProperty"))
        self.own_roles = {node.name: _grouped(self._roles(node)) for node in self.classes}

    def ontology(self, digest: str) -> Ontology:
        events = self._below((_EVENT,))
        frames = tuple(self._frame(self.nodes[name]) for name in events)
        positions = tuple(map(self._position, self._of("Position")))
        titles = _unique((title, position, self.nodes[position.id]) for position in positions for title in position.titles)
        return Ontology(
            folder=self.folder,
            digest=digest,
            parents=self.parents,
            ancestors=self.ancestors,
            labels=self._texts(_LABEL),
            comments=self._texts(_COMMENT),
            frames=frames,
            triggers=_index(frames),
            nouns=self._nouns(),
            positions=positions,
            titles=titles,
            relations=tuple(map(self._relation, self._of("RelationProperty"))),
            cues=self._by_lemma("Cue", _cue),
            modality_cues=self._by_lemma("ModalityCue", _modality_cue),
            cleaning=tuple(map(_cleaning_rule, self._of("CleaningRule"))),
            vague=self._by_lemma("VagueNumber", _vague),
            word_lists={node.need(_LABEL): frozenset(node.all(iri("lemma"))) for node in self._of("WordList")},
            roles=self.roles,
            figures=self.figures,
            entity_classes=self._below(_ENTITY_ROOTS),
            event_classes=tuple(frame.type for frame in frames if frame.reads == frame.type),
            coded={name: self._codes(name) for name in events},
        )

    def _of(self, cls: str) -> list[_Node]:
        """Nodes of our own namespace of a class, by name."""
        return self.by_type.get(cls, [])

    def _texts(self, predicate: str) -> dict[str, str]:
        return {name: node.one(predicate) for name, node in sorted(self.nodes.items()) if predicate in node.said}

    def _below(self, roots: Iterable[str]) -> tuple[str, ...]:
        wanted = set(roots)
        return tuple(name for name in sorted(self.parents) if wanted & set(self.ancestors[name]))

    def _parents(self, node: _Node) -> tuple[str, ...]:
        own = tuple(name for name in node.all(_SUBCLASS) if ":" not in name)
        return tuple(self._known(name, self.class_names, "class", node) for name in own)

    def _known(self, name: str, names: Collection[str], kind: str, node: _Node) -> str:
        if name not in names:
            raise node.error(f"names the unknown {kind} {name}")
        return name

    def _nouns(self) -> dict[str, str]:
        return _unique((noun, node.name, node) for node in self.classes for noun in node.all(iri("noun")))

    def _by_lemma(self, cls: str, make: Callable[[_Node, str], _Row]) -> dict[str, _Row]:
        return _unique((lemma, make(node, lemma), node) for node in self._of(cls) for lemma in node.all(iri("lemma")))

    def _position(self, node: _Node) -> Position:
        tie = self._known(node.need(iri("tie")), self.relation_names, "relation", node)
        return Position(node.name, node.need(_LABEL), tuple(title.lower() for title in node.all(iri("title"))), tie)

    def _relation(self, node: _Node) -> RelationType:
        patterns = tuple(_pattern(node, text) for text in node.all(iri("pattern")))
        domain, range_ = ([self._known(c, self.parents, "class", node) for c in node.all(p)] for p in (_DOMAIN, _RANGE))
        return RelationType(node.name, node.need(_LABEL), patterns, tuple(domain), tuple(range_))

    # -------------------------------------------------------------------------------------------------------- frames
    def _frame(self, node: _Node) -> Frame:
        roles: dict[str, list[RoleSlot]] = {}
        figures: dict[str, None] = {}
        for name in self.ancestors[node.name]:
            for role, slots in self.own_roles[name].items():
                roles.setdefault(role, slots)
            figures |= dict.fromkeys(self._figures(self.nodes[name]))
        triggers = tuple(_trigger(node, text) for text in node.all(iri("trigger")))
        flat = tuple(slot for slots in roles.values() for slot in slots)
        reads = self._known(node.one(iri("readAs"), node.name), self.parents, "class", node)
        ordered = tuple(sorted(flat, key=lambda slot: not slot.required))
        return Frame(node.name, reads, triggers, ordered, node.all(iri("absent")), tuple(figures))

    def _roles(self, node: _Node) -> Iterator[RoleSlot]:
        for place in map(self.nodes.__getitem__, node.all(_PROPERTY)):
            role = place.one(_PATH)
            if _DATATYPE in place.said:
                continue
            self._known(role, self.roles, "role", node)
            if iri("slot") not in place.said:
                raise node.error(f"role {role} has no slot")
            classes = tuple(self._known(name, self.parents, "class", node) for name in place.all(_SH_CLASS))
            required = place.one(iri("required")) == "true"
            yield RoleSlot(role, place.all(iri("slot")), classes, required, place.one(iri("among")))

    def _figures(self, node: _Node) -> Iterator[str]:
        for place in map(self.nodes.__getitem__, node.all(_PROPERTY)):
            if _DATATYPE in place.said:
                yield self._known(place.one(_PATH), self.figures, "figure", node)

    def _codes(self, name: str) -> Codes:
        line = self.ancestors[name]
        plover, cameo, acled = (self._nearest(line, iri(scheme)) for scheme in ("plover", "cameo", "acled"))
        return Codes(plover, cameo, acled, next((each for each in line if _EVENT in self.parents[each]), None))

    def _nearest(self, line: Iterable[str], predicate: str) -> str | None:
        return next((" ".join(codes) for name in line if (codes := self.nodes[name].all(predicate))), None)


def _by_type(nodes: Mapping[str, _Node]) -> dict[str, list[_Node]]:
    """Nodes of our own namespace under each class they are of."""
    found: dict[str, list[_Node]] = {}
    for name, node in sorted(nodes.items()):
        for cls in node.all(_TYPE) if ":" not in name else ():
            found.setdefault(cls, []).append(node)
    return found


def _upwards(name: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A class and all above it, nearest first."""
    found = {name: None}
    level: Sequence[str] = (name,)
    while level:
        level = [parent for each in level for parent in parents[each] if parent not in found]
        found |= dict.fromkeys(level)
    return tuple(found)


def _unique(rows: Iterable[tuple[str, _Row, _Node]]) -> dict[str, _Row]:
    """A table by lower-case word; two nodes that claim one word are an error."""
    table: dict[str, _Row] = {}
    owner: dict[str, _Node] = {}
    for word, row, node in rows:
        key = word.lower()
        if owner.setdefault(key, node) is not node:
            raise node.error(f"“{word}” belongs to {owner[key].name} already")
        table[key] = row
    return table


def _grouped(slots: Iterable[RoleSlot]) -> dict[str, list[RoleSlot]]:
    grouped: dict[str, list[RoleSlot]] = {}
    for slot in slots:
        grouped.setdefault(slot.role, []).append(slot)
    return grouped


def _index(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """Triggers by verb or head noun, those of most words first."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for frame in frames:
        for trigger in frame.triggers:
            found.setdefault(trigger.key, []).append(trigger)
    return {key: tuple(sorted(found[key], key=lambda t: (-len(t.words), t.words, t.type))) for key in sorted(found)}


def _words(node: _Node, text: str, allowed: str) -> tuple[tuple[str, ...], str]:
    words, mark, pos = text.rpartition("#")
    if not mark or not words.strip() or pos not in tuple(allowed):
        raise node.error(f"“{text}” is not words#pos with pos one of {', '.join(allowed)}")
    return tuple(words.lower().split()), pos


def _trigger(node: _Node, text: str) -> Trigger:
    words, pos = _words(node, text, "nv")
    return Trigger(words, cast('Literal["n", "v"]', pos), node.name)


def _pattern(node: _Node, text: str) -> RelationPattern:
    words, pos = _words(node, text.removeprefix("^"), "nva")
    return RelationPattern(words, cast('Literal["n", "v", "a"]', pos), text.startswith("^"))


def _choice(node: _Node, name: str, allowed: Sequence[str], default: str = "") -> str:
    value = node.one(iri(name), default).lower()
    if value not in allowed:
        raise node.error(f"{name} {value!r} is none of {', '.join(allowed)}")
    return value


def _cue(node: _Node, lemma: str) -> Cue:
    polarity = cast("Polarity", _choice(node, "polarity", _POLARITIES, "positive"))
    return Cue(lemma, cast("Stance", _choice(node, "stance", _STANCES)), polarity)


def _modality_cue(node: _Node, lemma: str) -> ModalityCue:
    polarity = cast("Polarity", _choice(node, "polarity", _POLARITIES, "positive"))
    return ModalityCue(lemma, cast("Modality", _choice(node, "modality", _MODALITIES, "actual")), polarity)


def _cleaning_rule(node: _Node) -> CleaningRule:
    kind = cast("PassageKind", _choice(node, "kind", _KINDS))
    return CleaningRule(node.name, kind, node.need(iri("regex")), node.one(_COMMENT))


def _vague(node: _Node, lemma: str) -> VagueNumber:
    return VagueNumber(lemma, node.number(iri("low")), node.number(iri("high")) if iri("high") in node.said else None)
