"""Words with annotations written by hand in, spaCy Docs out: rule tests need no model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "%", "'s", "'", "n't"})
NO_SPACE_AFTER = frozenset({"("})


@lru_cache(maxsize=1)
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def doc(  # one argument a layer of annotation
    words: Sequence[str],
    heads: Sequence[int] | None = None,
    deps: Sequence[str] | None = None,
    pos: Sequence[str] | None = None,
    tags: Sequence[str] | None = None,
    lemmas: Sequence[str] | None = None,
    ents: Sequence[str] | Sequence[tuple[int, int, str]] | None = None,
    spaces: Sequence[bool] | None = None,
) -> Doc:
    """`heads` are absolute token indexes; a root points at itself.

    `ents` are IOB tags ("B-GPE"), one a word, or (first token, end token, label) triples. Without `lemmas` each word's
    lower-case form is its lemma; without `spaces` the usual typography is used (no space before a comma).
    """
    made = Doc(
        vocab(),
        words=list(words),
        spaces=list(spaces) if spaces is not None else _spaces(words),
        heads=list(heads) if heads is not None else None,
        deps=list(deps) if deps is not None else None,
        pos=list(pos) if pos is not None else None,
        tags=list(tags) if tags is not None else None,
        lemmas=list(lemmas) if lemmas is not None else [word.lower() for word in words],
        ents=[tag for tag in ents or () if isinstance(tag, str)] or None,
    )
    triples = [entity for entity in ents or () if not isinstance(entity, str)]
    if triples:
        made.set_ents([Span(made, first, end, label=label) for first, end, label in triples])
    return made


def _spaces(words: Sequence[str]) -> list[bool]:
    following = [*words[1:], "."]
    return [word not in NO_SPACE_AFTER and after not in NO_SPACE_BEFORE for word, after in zip(words, following, strict=True)]
