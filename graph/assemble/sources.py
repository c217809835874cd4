"""Articles with their publishers and copies in, how many of them speak independently out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..resolve.copies import lineages


@dataclass(slots=True)
class Sources:
    """Who publishes each article and when, and which articles carry the same text."""

    copies: Collection[tuple[str, str]] = ()
    publisher: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    _lineage: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lineage = lineages({article for pair in self.copies for article in pair}, self.copies)

    def add(self, article: str, publisher: str | None, published: str | None) -> None:
        if publisher:
            self.publisher[article] = publisher
        if published:
            self.published[article] = published

    def lineage(self, article: str) -> str:
        """The same for all copies of one text."""
        return self._lineage.get(article, article)

    def outlet(self, article: str) -> str:
        """The publisher, or the article itself where none is known."""
        return self.publisher.get(article) or f"article {article}"

    def independent(self, articles: Collection[str]) -> int:
        """Texts of different origin from different publishers: the smaller of both counts."""
        return min(len({self.lineage(article) for article in articles}), len({self.outlet(article) for article in articles}))
