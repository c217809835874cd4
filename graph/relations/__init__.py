"""A parsed article with its mentions and chains in, the lasting ties it tells of out, with the positions people hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..gazetteer import Gazetteer
from ..model import Chain, Mention, Relation, Span
from ..ontology import Ontology
from ..parse import Doc
from .chain_index import ChainIndex, Tie, after_preposition
from .company import company_ties
from .locations import place_ties
from .nationality import membership_ties, nationality_ties
from .positions import Held, find_positions
from .relation_words import compound_ties, noun_ties, verb_ties

ROLE = "Role"
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class RelationFinding:
    """The relations, and the mentions and chains of positions to add to those of the article."""

    relations: tuple[Relation, ...]
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()


def find_relations(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], ontology: Ontology, gazetteer: Gazetteer
) -> RelationFinding:
    """Relations in text order, each once a stretch of text; ids of new mentions and chains go on from those given."""
    index = ChainIndex(doc, mentions, {chain.id: chain for chain in chains}, ontology, gazetteer)
    roles = _Roles(mentions, chains)
    ties = [*_position_ties(index, roles)]
    for find in (compound_ties, noun_ties, verb_ties, nationality_ties, membership_ties, place_ties, company_ties):
        ties += find(index)
    return RelationFinding(tuple(_relations(index, ties)), tuple(roles.mentions), tuple(roles.chains.values()))


class _Roles:
    """Makes one chain a position of the article, and a mention each time it is named."""

    def __init__(self, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.next_mention = _last_number(mention.id for mention in mentions) + 1
        self.next_chain = _last_number(chain.id for chain in chains) + 1
        self.chains: dict[str, Chain] = {}
        self.mentions: list[Mention] = []
        self._at: dict[Span, Mention] = {}

    def chain(self, held: Held, text: str) -> Chain:
        chain = self.chains.get(held.label)
        if chain is None:
            chain = Chain(f"e{self.next_chain}", ROLE, held.label)
            self.next_chain += 1
        self.chains[held.label] = replace(chain, aliases=tuple(sorted({*chain.aliases, text})))
        self._mention(held, text, chain.id)
        return chain

    def _mention(self, held: Held, text: str, chain: str) -> None:
        if held.span not in self._at:
            mention = Mention(f"m{self.next_mention}", held.span, text, "nominal", ROLE, held.head.idx, chain)
            self.next_mention += 1
            self._at[held.span] = mention
            self.mentions.append(mention)


def _last_number(ids: Iterable[str]) -> int:
    return max((int(each[1:]) for each in ids if each[1:].isdigit()), default=0)


def _position_ties(index: ChainIndex, roles: _Roles) -> Iterator[Tie]:
    for held in find_positions(index):
        role = roles.chain(held, held.span.of(index.text))
        holder = held.holder
        rule = "title:positionHeld"
        yield Tie("positionHeld", holder.chain, role, held.words, holder.confidence, rule, holder.polarity, held.former)
        yield from held.ties


def _relations(index: ChainIndex, ties: Iterable[Tie]) -> list[Relation]:
    """What fits the vocabulary; of ties with the same ends in the same stretch of text the surest."""
    best: dict[tuple[object, ...], Relation] = {}
    for tie in ties:
        if index.fits(tie):
            relation = _relation(tie)
            key = (relation.property, relation.subject, relation.object, index.sentences[tie.words[0].i], relation.polarity)
            if key not in best or relation.confidence > best[key].confidence:
                best[key] = relation
    return sorted(best.values(), key=lambda r: (r.evidence, r.property, r.subject, r.object))


def _relation(tie: Tie) -> Relation:
    first, last = min(tie.words, key=lambda t: t.i), max(tie.words, key=lambda t: t.i)
    return Relation(
        property=tie.property,
        subject=tie.subject.id,
        object=tie.object.id,
        evidence=Span(first.idx, last.idx + len(last)),
        polarity=tie.polarity,
        confidence=tie.confidence,
        former=tie.former,
        valid_from=_year(tie, "since", "from"),
        valid_until=_year(tie, "until", "till", "to"),
        rule=tie.rule,
    )


def _year(tie: Tie, *prepositions: str) -> str | None:
    """The year after such a preposition on a word that tells the tie: "president since 2013"."""
    places = {token.i: token for word in tie.words for token in (word, word.head)}
    after = (noun for _, token in sorted(places.items()) for noun in after_preposition(token, *prepositions))
    return next((noun.text for noun in after if YEAR.fullmatch(noun.text)), None)
