"""Merged reports and who takes part in them in, unnamed people who are the one named person of their part out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Local
from .names import singular

if TYPE_CHECKING:
    from .entities import Merging
    from .events import Happenings

_BY = "rule:same-part"
_SCORE = 0.8
_PARTS = (("target", "single_victim"), ("agent", "single_doer"))


@dataclass(frozen=True, slots=True)
class SameParts:
    """ "A woman was killed in Queens on Friday" and "Jane Roe was killed": who was killed is Jane Roe, if it was one."""

    merging: Merging
    happenings: Happenings

    def run(self) -> bool:
        """Whether any were joined."""
        groups = [group for group in self.happenings.clusters.groups() if len(group) > 1]
        joined = [self._join(group, part) for part, classes in _PARTS for group in groups if self._of_one(group, classes)]
        return any(joined)

    def _of_one(self, group: Sequence[int], classes: str) -> bool:
        """Is it told as a fact, and of a class in which that part is one person's?"""
        reports = [self.happenings.reports[number] for number in group]
        one = self.merging.corpus.tools.ontology.words(classes)
        plain = all(report.polarity == "positive" and report.modality == "actual" for report in reports)
        return plain and all(report.type in one and not report.many for report in reports)

    def _join(self, group: Sequence[int], part: str) -> bool:
        parts = self._parts(group, part)
        named = {root for root, locals_ in parts.items() if self._is_named(root)}
        if len(named) > 1 or len(parts) < 2 or any(self._is_many(local) for locals_ in parts.values() for local in locals_):
            return False
        name = min(named or parts)
        theirs = {local.article for local in parts[name]}
        others = [root for root in sorted(parts) if root != name and not theirs & {local.article for local in parts[root]}]
        return sum(self._merge(name, root) for root in others) > 0

    def _merge(self, name: int, other: int) -> bool:
        label = self.merging.corpus.chains[other].label
        return self.merging.merge(name, other, f"{label}: the one of that part", _BY, _SCORE)

    def _parts(self, group: Sequence[int], part: str) -> Mapping[int, Collection[Local]]:
        """The chains in the part, by the cluster they are of."""
        found: dict[int, set[Local]] = defaultdict(set)
        for local in self._fillers(group, part):
            found[self.merging.clusters.find(self.merging.corpus.at[local])].add(local)
        return found

    def _fillers(self, group: Sequence[int], part: str) -> Iterator[Local]:
        corpus = self.merging.corpus
        for number in group:
            for role, local in self.happenings.reports[number].fillers:
                if role == part and local in corpus.at:
                    yield local

    def _is_named(self, root: int) -> bool:
        corpus = self.merging.corpus
        return any(corpus.keys(corpus.chains[member]) for member in self.merging.clusters.members(root))

    def _is_many(self, local: Local) -> bool:
        """Is it anything but one person?"""
        chain = self.merging.corpus.chains[self.merging.corpus.at[local]]
        heads = [noun.casefold() for _, noun in chain.nominals if noun]
        alone = not chain.is_named and bool(heads) and all(singular(head) == head for head in heads)
        return chain.type != "Person" or not (chain.is_named or alone)
