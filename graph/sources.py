"""Articles with their publishers and copies in, how many of them speak independently out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sources:
    """Who publishes each article and when, and which articles carry the same text."""

    copies: Iterable[tuple[str, str]] = ()
    publisher: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    _lineage: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for left, right in self.copies:
            one, other = sorted((self._root(left), self._root(right)))
            self._lineage[other] = one

    def add(self, article: str, publisher: str | None, published: str | None) -> None:
        if publisher:
            self.publisher[article] = publisher
        if published:
            self.published[article] = published

    def lineage(self, article: str) -> str:
        """The same for all copies of one text."""
        return self._root(article)

    def outlet(self, article: str) -> str:
        """The publisher, or the article itself where none is known."""
        return self.publisher.get(article) or f"article {article}"

    def independent(self, articles: Collection[str]) -> int:
        """Texts of different origin from different publishers: the smaller of both counts."""
        return min(len({self.lineage(article) for article in articles}), len({self.outlet(article) for article in articles}))

    def _root(self, article: str) -> str:
        trail = []
        while (above := self._lineage.get(article, article)) != article:
            trail.append(article)
            article = above
        self._lineage.update(dict.fromkeys(trail, article))
        return article
