"""The files of ontology/ in, classes, frames, relations, cues and word lists out; only here are the vocabulary's IRIs known."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from .errors import OntologyError
from .model import Modality, PassageKind, Polarity, Stance

NG = "https://w3id.org/newsgraph/ontology#"
SHAPES = "shapes.ttl"
PREFIXES: dict[str, str] = {
    "ng": NG,
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "wd": "http://www.wikidata.org/entity/",
    "gn": "https://sws.geonames.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "plover": "https://w3id.org/newsgraph/plover#",
}
Node = NamedNode | BlankNode
T = TypeVar("T")


def iri(local: str) -> str:
    """The IRI of a term of the vocabulary by its local name."""
    return NG + local


@dataclass(frozen=True, slots=True)
class Trigger:
    """Lemmas that mean an event class: the verb first (pos v), or the head noun last (pos n)."""

    words: tuple[str, ...]
    pos: OneOf["n", "v"]
    type: str


@dataclass(frozen=True, slots=True)
class RoleSlot:
    """Where a role's filler stands in the grammar, and which classes it may be of (any, if none is named)."""

    role: str
    slots: tuple[str, ...]
    classes: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """An event class as what to look for; roles of the class itself stand before inherited ones.

    `reads` is the class that an event found so gets: the class itself, or the one it is a special way of telling.
    """

    type: str
    reads: str
    triggers: tuple[Trigger, ...]
    roles: tuple[RoleSlot, ...]
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """What other schemes call an event class; inherited from the nearest ancestor that states one."""

    plover: str | None
    cameo: str | None
    acled: str | None
    root: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """An office: `tie` is the relation it gives to what it is the office of."""

    id: str
    label: str
    titles: tuple[str, ...]
    tie: str


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """Words that tell a relation; `swapped` if their grammatical subject is the relation's object."""

    words: tuple[str, ...]
    pos: OneOf["n", "v", "a"]
    swapped: bool


@dataclass(frozen=True, slots=True)
class RelationType:
    name: str
    label: str
    patterns: tuple[RelationPattern, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that hands what is said to a speaker."""

    lemma: str
    stance: Stance
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """A word that governs whether something happened."""

    lemma: str
    modality: Modality = "actual"
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class VagueNumber:
    lemma: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class CleaningRule:
    id: str
    kind: PassageKind
    regex: str
    comment: str


@dataclass(frozen=True)
class Ontology:
    """The whole vocabulary by local names; equal and hashed by its digest."""

    folder: Path
    digest: str
    parents: Mapping[str, tuple[str, ...]] = field(compare=False)
    labels: Mapping[str, str] = field(compare=False)
    comments: Mapping[str, str] = field(compare=False)
    frames: tuple[Frame, ...] = field(compare=False)
    own_codes: Mapping[str, Codes] = field(compare=False)
    nouns: Mapping[str, str] = field(compare=False)
    positions: tuple[Position, ...] = field(compare=False)
    relations: tuple[RelationType, ...] = field(compare=False)
    cues: Mapping[str, Cue] = field(compare=False)
    modality_cues: Mapping[str, ModalityCue] = field(compare=False)
    cleaning: tuple[CleaningRule, ...] = field(compare=False)
    vague: Mapping[str, VagueNumber] = field(compare=False)
    word_lists: Mapping[str, frozenset[str]] = field(compare=False)
    roles: tuple[str, ...] = field(compare=False)
    figures: tuple[str, ...] = field(compare=False)

    @cached_property
    def triggers(self) -> Mapping[tuple[str, str], tuple[Trigger, ...]]:
        """By the lemma that must be there for a trigger to be tried at all, and its part of speech."""
        found: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
        for frame in self.frames:
            for trigger in frame.triggers:
                key = trigger.words[0] if trigger.pos == "v" else trigger.words[-1]
                found[key, trigger.pos].append(trigger)
        return MappingProxyType({key: tuple(found[key]) for key in sorted(found)})

    @cached_property
    def titles(self) -> Mapping[str, Position]:
        return MappingProxyType({title: position for position in self.positions for title in position.titles})

    @cached_property
    def _ancestors(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(_upward(name, self.parents)) for name in self.parents}

    @cached_property
    def entity_classes(self) -> tuple[str, ...]:
        return tuple(c for c in sorted(self.parents) if any(self.is_a(c, top) for top in ("Actor", "Place", "Role")))

    @cached_property
    def event_classes(self) -> tuple[str, ...]:
        return tuple(c for c in sorted(self.parents) if self.is_a(c, "Event"))

    @property
    def shapes_path(self) -> Path:
        return self.folder / SHAPES

    @property
    def queries_folder(self) -> Path:
        return self.folder / "queries"

    def is_a(self, cls: str, ancestor: str) -> bool:
        return cls == ancestor or ancestor in self._ancestors.get(cls, ())

    def depth(self, cls: str) -> int:
        """Steps up to the top: the more, the more specific."""
        return len(self._ancestors.get(cls, ()))

    def label(self, name: str) -> str:
        return self.labels.get(name, name)

    def comment(self, name: str) -> str:
        return self.comments.get(name, "")

    def words(self, name: str) -> frozenset[str]:
        """The word list of that name. Raises OntologyError if no file has it."""
        if name not in self.word_lists:
            raise OntologyError(f"{self.folder} has no word list {name!r}")
        return self.word_lists[name]

    def codes(self, cls: str) -> Codes:
        line = [self.own_codes[c] for c in (cls, *self._ancestors.get(cls, ())) if c in self.own_codes]
        root = next((c for c in (cls, *self._ancestors.get(cls, ())) if "Event" in self.parents.get(c, ())), None)
        first: Callable[[str], str | None] = lambda name: next((v for c in line if (v := getattr(c, name))), None)  # noqa: E731
        return Codes(first("plover"), first("cameo"), first("acled"), root)


def _upward(name: str, parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Ancestors, nearest first, each once."""
    seen: set[str] = set()
    line = list(parents.get(name, ()))
    while line:
        above = line.pop(0)
        if above not in seen:
            seen.add(above)
            yield above
            line += parents.get(above, ())


# ----------------------------------------------------------------------------------------------------------- loading
def load(folder: Path | None = None) -> Ontology:
    """The shipped vocabulary, or the one in `folder`. Raises OntologyError naming the file or term that breaks the rules."""
    return _load(folder or _shipped())


def _shipped() -> Path:
    package = Path(__file__).parent
    inside = package / "data" / "ontology"
    return inside if inside.is_dir() else package.parent / "ontology"


@lru_cache(maxsize=4)
def _load(folder: Path) -> Ontology:
    files = sorted(path for path in folder.rglob("*.ttl") if path.name != SHAPES)
    if not files:
        raise OntologyError(f"{folder} holds no vocabulary (no .ttl file)")
    return _Reading(folder, files).ontology()


class _Reading:
    """The triples of all files by subject and property."""

    def __init__(self, folder: Path, files: list[Path]) -> None:
        self.folder = folder
        self.values: dict[Node, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.read_bytes())
            self._add(path)
        self.digest = digest.hexdigest()

    def _add(self, path: Path) -> None:
        try:
            for triple in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True):
                if isinstance(triple.subject, NamedNode | BlankNode):
                    self.values[triple.subject][triple.predicate.value].append(triple.object)
        except SyntaxError as error:
            raise OntologyError(f"{path}: {error}") from error

    # -- access
    def of_type(self, *local: str) -> list[NamedNode]:
        kinds = {iri(name) for name in local}
        found = [
            s for s, v in self.values.items() if isinstance(s, NamedNode) and kinds & self._iris(v[PREFIXES["rdf"] + "type"])
        ]
        return sorted(found, key=lambda n: n.value)

    @staticmethod
    def _iris(values: list[object]) -> set[str]:
        return {v.value for v in values if isinstance(v, NamedNode)}

    def strings(self, subject: Node, prop: str) -> tuple[str, ...]:
        found = [v.value for v in self.values[subject][_expand(prop)] if isinstance(v, Literal)]
        return tuple(dict.fromkeys(found))

    def string(self, subject: Node, prop: str, default: str = "") -> str:
        return next(iter(self.strings(subject, prop)), default)

    def locals(self, subject: Node, prop: str) -> tuple[str, ...]:
        found = sorted(self._iris(self.values[subject][_expand(prop)]))
        return tuple(v.removeprefix(NG) for v in found if v.startswith(NG))

    def local(self, subject: Node, prop: str, default: str = "") -> str:
        return next(iter(self.locals(subject, prop)), default)

    # -- tables
    def ontology(self) -> Ontology:
        parents = self._parents()
        frames = tuple(self._frames(parents))
        return Ontology(
            folder=self.folder,
            digest=self.digest,
            parents=MappingProxyType(parents),
            labels=self._texts("rdfs:label"),
            comments=self._texts("rdfs:comment"),
            frames=frames,
            own_codes=self._codes(parents),
            nouns=self._nouns(),
            positions=self._positions(),
            relations=self._relations(),
            cues=self._lemmas("Cue", self._cue),
            modality_cues=self._lemmas("ModalityCue", self._modality),
            cleaning=self._cleaning(),
            vague=self._lemmas("VagueNumber", self._vague),
            word_lists={self.string(n, "rdfs:label"): frozenset(self.strings(n, "ng:lemma")) for n in self.of_type("WordList")},
            roles=tuple(sorted({role.role for frame in frames for role in frame.roles})),
            figures=self._figures(),
        )

    def _parents(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for subject, values in self.values.items():
            if (
                isinstance(subject, NamedNode)
                and subject.value.startswith(NG)
                and _is_class(self._iris(values[_expand("rdf:type")]))
            ):
                found[_local(subject)] = self.locals(subject, "rdfs:subClassOf")
        for name, above in sorted(found.items()):
            for parent in above:
                if parent not in found:
                    raise OntologyError(f"ng:{name} stands under ng:{parent}, which no file of {self.folder} declares")
        return dict(sorted(found.items()))

    def _texts(self, prop: str) -> Mapping[str, str]:
        named = [s for s in self.values if isinstance(s, NamedNode) and s.value.startswith(NG)]
        return MappingProxyType({_local(s): text for s in sorted(named, key=lambda n: n.value) if (text := self.string(s, prop))})

    def _frames(self, parents: Mapping[str, tuple[str, ...]]) -> Iterator[Frame]:
        own = {name: self._own_roles(NamedNode(iri(name))) for name in parents}
        for name in parents:
            line = (name, *_upward(name, parents))
            if "Event" in line:
                roles: dict[str, RoleSlot] = {}
                for cls in line:
                    for role in own[cls]:
                        roles.setdefault(role.role, role)
                subject = NamedNode(iri(name))
                triggers = tuple(
                    sorted((self._trigger(t, name) for t in self.strings(subject, "ng:trigger")), key=lambda t: (t.pos, t.words))
                )
                absent = tuple(sorted(self.strings(subject, "ng:absent")))
                yield Frame(name, self.local(subject, "ng:readAs", name), triggers, tuple(roles.values()), absent)

    def _trigger(self, text: str, cls: str) -> Trigger:
        words, _, pos = text.rpartition("#")
        if pos not in ("n", "v") or not words.strip():
            raise OntologyError(f"ng:{cls}: trigger {text!r} must be lemmas and #n or #v")
        return Trigger(tuple(words.split()), "n" if pos == "n" else "v", cls)

    def _own_roles(self, subject: NamedNode) -> list[RoleSlot]:
        found = []
        for shape in self.values[subject][_expand("sh:property")] if subject in self.values else ():
            if isinstance(shape, BlankNode | NamedNode) and self.strings(shape, "ng:slot"):
                required = "true" in self.strings(shape, "ng:required")
                classes = self.locals(shape, "sh:class")
                found.append(RoleSlot(self.local(shape, "sh:path"), self.strings(shape, "ng:slot"), classes, required))
        return sorted(found, key=lambda r: not r.required)

    def _figures(self) -> tuple[str, ...]:
        """Properties that some shape says to be whole numbers."""
        whole = PREFIXES["xsd"] + "integer"
        counted = (n for n, v in self.values.items() if whole in self._iris(v[_expand("sh:datatype")]))
        return tuple(sorted({self.local(n, "sh:path") for n in counted}))

    def _codes(self, parents: Mapping[str, tuple[str, ...]]) -> Mapping[str, Codes]:
        found = {}
        for name in parents:
            subject = NamedNode(iri(name))
            plover, cameo, acled = (
                " ".join(self.strings(subject, f"ng:{scheme}")) or None for scheme in ("plover", "cameo", "acled")
            )
            if plover or cameo or acled:
                found[name] = Codes(plover, cameo, acled, None)
        return MappingProxyType(found)

    def _nouns(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for subject in sorted((s for s in self.values if isinstance(s, NamedNode)), key=lambda n: n.value):
            for noun in self.strings(subject, "ng:noun"):
                found.setdefault(noun, _local(subject))
        return MappingProxyType(dict(sorted(found.items())))

    def _positions(self) -> tuple[Position, ...]:
        nodes = self.of_type("Position")
        return tuple(
            Position(_local(n), self.string(n, "rdfs:label"), self.strings(n, "ng:title"), self.local(n, "ng:tie", "worksFor"))
            for n in nodes
        )

    def _relations(self) -> tuple[RelationType, ...]:
        named = sorted(
            (s for s, v in self.values.items() if isinstance(s, NamedNode) and v[iri("pattern")]), key=lambda n: n.value
        )
        return tuple(
            RelationType(
                _local(n),
                self.string(n, "rdfs:label"),
                tuple(
                    sorted(
                        (_pattern(p, _local(n)) for p in self.strings(n, "ng:pattern")), key=lambda p: (p.pos, p.words, p.swapped)
                    )
                ),
                self.locals(n, "rdfs:domain"),
                self.locals(n, "rdfs:range"),
            )
            for n in named
        )

    def _lemmas(self, kind: str, make: Callable[[NamedNode, str], T]) -> Mapping[str, T]:
        found = {lemma: make(node, lemma) for node in self.of_type(kind) for lemma in self.strings(node, "ng:lemma")}
        return MappingProxyType(dict(sorted(found.items())))

    def _cue(self, node: NamedNode, lemma: str) -> Cue:
        return Cue(lemma, _lower(self.local(node, "ng:stance", "Reports")), _lower(self.local(node, "ng:polarity", "Positive")))  # type: ignore[arg-type]

    def _modality(self, node: NamedNode, lemma: str) -> ModalityCue:
        modality, polarity = self.local(node, "ng:modality", "Actual"), self.local(node, "ng:polarity", "Positive")
        return ModalityCue(lemma, _lower(modality), _lower(polarity))  # type: ignore[arg-type]

    def _vague(self, node: NamedNode, lemma: str) -> VagueNumber:
        return VagueNumber(lemma, int(self.string(node, "ng:low", "0")), int(self.string(node, "ng:high", "0")))

    def _cleaning(self) -> tuple[CleaningRule, ...]:
        nodes = self.of_type("CleaningRule")
        return tuple(
            CleaningRule(_local(n), self.string(n, "ng:kind"), self.string(n, "ng:regex"), self.string(n, "rdfs:comment"))  # type: ignore[arg-type]
            for n in nodes
        )


def _is_class(types: set[str]) -> bool:
    return PREFIXES["owl"] + "Class" in types or PREFIXES["rdfs"] + "Class" in types


def _pattern(text: str, relation: str) -> RelationPattern:
    words, _, pos = text.removeprefix("^").rpartition("#")
    if pos not in ("n", "v", "a") or not words.strip():
        raise OntologyError(f"ng:{relation}: pattern {text!r} must be lemmas and #n, #v or #a")
    return RelationPattern(tuple(words.split()), pos, text.startswith("^"))  # type: ignore[arg-type]


def _lower(local: str) -> str:
    return local[:1].lower() + local[1:]


def _expand(prop: str) -> str:
    prefix, _, local = prop.partition(":")
    return PREFIXES[prefix] + local


def _local(node: NamedNode) -> str:
    return node.value.removeprefix(NG)
