"""Names in, the pairs of names that may be spellings of one out: those whose words sound alike, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.fuzz import token_sort_ratio

from .names import sounds

_CROWDED = 60
_HOPELESS = 55.0


def pairs(names: Iterable[str], *, person: bool) -> Iterator[tuple[str, str]]:
    """People are blocked by their last name, organizations by each word that not too many share."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        words = sounds(name, person)
        if len(words) > 1:
            for word in {words[-1]} if person else set(words):
                blocks[word].append(name)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        for at, left in enumerate(block if len(block) <= _CROWDED else ()):
            seen.update((left, right) for right in block[at + 1 :] if token_sort_ratio(left, right) >= _HOPELESS)
    yield from sorted(seen)
