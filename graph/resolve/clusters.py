"""Things and what they must not share in, groups of them under cannot-link constraints out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Traits = TypeVar("Traits")


class Clusters(Generic[Traits]):
    """Union-find whose groups carry traits; a union that a veto forbids does not happen.

    `veto` says in words why two groups may not be one, or "" if they may; `join` gives the traits of their union.
    """

    def __init__(
        self, traits: Iterable[Traits], veto: Callable[[Traits, Traits], str], join: Callable[[Traits, Traits], Traits]
    ) -> None:
        self._traits = list(traits)
        self._parent = list(range(len(self._traits)))
        self._members: list[list[int]] = [[at] for at in self._parent]
        self._veto = veto
        self._join = join

    def find(self, item: int) -> int:
        parent = self._parent
        root = parent[item]
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def traits(self, item: int) -> Traits:
        return self._traits[self.find(item)]

    def members(self, item: int) -> Sequence[int]:
        return self._members[self.find(item)]

    def together(self, one: int, other: int) -> bool:
        return self.find(one) == self.find(other)

    def obstacle(self, one: int, other: int) -> str:
        return "" if self.together(one, other) else self._veto(self.traits(one), self.traits(other))

    def union(self, one: int, other: int, veto: Callable[[Traits, Traits], str] | None = None) -> str:
        """Why not, or "" when the two are one group now; `veto` stands in for the usual one."""
        left, right = sorted((self.find(one), self.find(other)))
        if left == right:
            return ""
        obstacle = (veto or self._veto)(self._traits[left], self._traits[right])
        if not obstacle:
            self._parent[right] = left
            self._traits[left] = self._join(self._traits[left], self._traits[right])
            self._members[left] += self._members[right]
            self._members[right] = []
        return obstacle

    def groups(self) -> Iterator[Sequence[int]]:
        return (members for members in self._members if members)
