"""The mentions of one article in, the same with the chain each belongs to, and these chains, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..gazetteer import Candidate, Gazetteer
from ..model import Chain, Mention
from ..ontology import Ontology
from ..parse import Doc
from .discourse import Board, Item, lay_out
from .metonyms import mark_metonyms
from .naming import join_names
from .nominal_links import join_nominals
from .pronoun_links import join_pronouns


def resolve_mentions(
    doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer, ontology: Ontology
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Chains are numbered in the order of their first mention; a pronoun nobody is found for has no entity."""
    board = lay_out(doc, mentions, gazetteer, ontology)
    mark_metonyms(board)
    join_names(board)
    join_nominals(board)
    join_pronouns(board)
    chains = {root: _chain(board, root, f"e{number}") for number, root in enumerate(_spoken_roots(board), 1)}
    return tuple(_resolved(item, chains.get(board.root(item.rank))) for item in board.items), tuple(chains.values())


def _spoken_roots(board: Board) -> Iterator[int]:
    """Things that some name or noun phrase stands for."""
    return (root for root in board.roots() if any(item.mention.kind != "pronoun" for item in board.members(root)))


def _resolved(item: Item, chain: Chain | None) -> Mention:
    if chain is None:
        return item.mention
    cls = item.mention.type if item.mention.kind == "nominal" else chain.type
    return replace(item.mention, entity=chain.id, type=cls)


def _chain(board: Board, root: int, identifier: str) -> Chain:
    key = board.key(root)
    known = board.gazetteer.get(key) if key else None
    spellings = _spellings(board, root)
    return Chain(
        id=identifier,
        type=known.type if known else board.type(root),
        label=known.label if known else spellings[0],
        aliases=tuple(sorted({" ".join(item.mention.text.split()) for item in _spoken(board, root)})),
        same_as=_external(known),
        known=key,
    )


def _external(known: Candidate | None) -> str | None:
    return (known.wikidata or known.geonames) if known else None


def _spellings(board: Board, root: int) -> list[str]:
    """What the thing is called, names before descriptions, the longest first."""
    named = {" ".join(item.text.split()) for item in _spoken(board, root) if item.is_name}
    described = {" ".join(item.text.split()) for item in _spoken(board, root)} - named
    return [text for texts in (named, described) for text in sorted(texts, key=lambda each: (-len(each), each))]


def _spoken(board: Board, root: int) -> list[Item]:
    return [item for item in board.members(root) if item.mention.kind != "pronoun"]
