"""Mentions and their Doc in, a board out on which coreference notes who stands for the same thing as whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..gazetteer import Gazetteer
from ..model import Mention
from ..ontology import Ontology
from ..parse import Doc, Token

FAMILIES = ("Person", "Group", "Organization", "Place")


@dataclass(frozen=True, slots=True)
class Item:
    """A mention in its sentence; `rank` is its place among the mentions, `text` what the parser read of it."""

    rank: int
    mention: Mention
    text: str
    head: Token
    sentence: int

    @property
    def key(self) -> str:
        """What its head is called, in lower case and singular."""
        return self.head.lemma_.lower()

    @property
    def is_name(self) -> bool:
        return self.mention.kind == "name"


@dataclass(slots=True)
class Board:
    """Which mentions are one thing: union-find over their ranks, with the gazetteer's key and the class of each thing."""

    doc: Doc
    items: tuple[Item, ...]
    gazetteer: Gazetteer
    ontology: Ontology
    _parent: list[int] = field(default_factory=list)
    _key: dict[int, str] = field(default_factory=dict)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _head_at: dict[int, int] = field(default_factory=dict)
    _type: dict[int, str] = field(default_factory=dict)

    def root(self, rank: int) -> int:
        while self._parent[rank] != rank:
            self._parent[rank] = rank = self._parent[self._parent[rank]]
        return rank

    def key(self, rank: int) -> str | None:
        return self._key.get(self.root(rank))

    def name(self, rank: int, key: str) -> None:
        self._key[self.root(rank)] = key

    def members(self, rank: int) -> Iterator[Item]:
        return (self.items[each] for each in self._members[self.root(rank)])

    def merge(self, one: int, other: int) -> bool:
        """Whether the two are one thing now; two keys of the gazetteer never are."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return True
        keys = {self._key[root] for root in (first, second) if root in self._key}
        if len(keys) > 1:
            return False
        self._parent[second] = first
        self._type.pop(first, None)
        self._members[first] = sorted(self._members[first] + self._members.pop(second))
        if keys:
            self._key[first] = keys.pop()
        return True

    def roots(self) -> Iterator[int]:
        return iter(sorted(self._members))

    def headed(self, token: Token) -> Item | None:
        """The mention whose head word this is; of several the longest."""
        rank = self._head_at.get(token.i)
        return None if rank is None else self.items[rank]

    def type(self, rank: int) -> str:
        """The class of the thing: what most of its names say, refined by its descriptions."""
        root = self.root(rank)
        if root not in self._type:
            self._type[root] = self._told_type(list(self.members(root)))
        return self._type[root]

    def _told_type(self, members: Sequence[Item]) -> str:
        told = [item.mention.type for item in members if item.is_name] or [
            item.mention.type for item in members if item.mention.kind == "nominal"
        ]
        cls = max(told, key=lambda each: (told.count(each), self.ontology.depth(each), each)) if told else members[0].mention.type
        finer = [item.mention.type for item in members if self._refines(item.mention, cls)]
        return max(finer, key=lambda each: (self.ontology.depth(each), each), default=cls)

    def has_name(self, rank: int) -> bool:
        return any(item.is_name for item in self.members(rank))

    def family(self, rank: int) -> str | None:
        return family(self.type(rank), self.ontology)

    def _refines(self, mention: Mention, cls: str) -> bool:
        return mention.kind != "pronoun" and mention.type != cls and self.ontology.is_a(mention.type, cls)


@lru_cache(maxsize=256)
def family(cls: str, ontology: Ontology) -> str | None:
    return next((each for each in FAMILIES if ontology.is_a(cls, each)), None)


def lay_out(doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer, ontology: Ontology) -> Board:
    """Every mention by itself."""
    sentence_of = [number for number, sentence in enumerate(doc.sents) for _ in sentence]
    tokens = {token.idx: token for token in doc}
    text = doc.text
    items = tuple(
        Item(rank, mention, mention.span.of(text), tokens[mention.head], sentence_of[tokens[mention.head].i])
        for rank, mention in enumerate(mentions)
    )
    by_length = sorted(items, key=lambda item: item.mention.span.end - item.mention.span.start)
    return Board(
        doc,
        items,
        gazetteer,
        ontology,
        _parent=list(range(len(items))),
        _members={item.rank: [item.rank] for item in items},
        _head_at={item.head.i: item.rank for item in by_length},
    )
