"""A parsed article with its mentions and chains in, what each of its words stands for out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from ..gazetteer import Gazetteer
from ..model import Chain, Mention, Polarity
from ..ontology import Ontology
from ..parse import Doc, Token
from ..predicates.words import expand

CLITICS = frozenset({"'s", "'"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
STATE_BODIES = ("MilitaryForce", "SecurityForce", "Government", "GovernmentAgency", "Court")
RELATIVE = frozenset({"WDT", "WP"})
ALSO_KNOWN = frozenset({"know", "call", "name", "dub"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as the words tell it, before it is checked against the vocabulary; `words` are its evidence."""

    property: str
    subject: Chain
    object: Chain
    words: tuple[Token, ...]
    confidence: float
    rule: str
    polarity: Polarity = "positive"
    former: bool = False


@dataclass(frozen=True, eq=False)
class ChainIndex:
    """What words stand for; every question is asked by token."""

    doc: Doc
    mentions: Sequence[Mention]
    chains: Mapping[str, Chain] = field(repr=False)
    ontology: Ontology
    gazetteer: Gazetteer

    @cached_property
    def headed(self) -> Mapping[int, Mention]:
        """Token index → the longest mention it heads, names before nominals."""
        by_head = {m.head: m for m in sorted(self.mentions, key=lambda m: (m.kind == "name", m.span.end - m.span.start, m.id))}
        return {token.i: by_head[token.idx] for token in self.words if token.idx in by_head}

    @cached_property
    def named(self) -> Mapping[int, Mention]:
        """Token index → the smallest name it stands in."""
        found: dict[int, Mention] = {}
        for mention in sorted((m for m in self.mentions if m.kind == "name"), key=lambda m: m.span.start - m.span.end):
            found |= dict.fromkeys((token.i for token in self.tokens(mention)), mention)
        return found

    @cached_property
    def starting(self) -> Mapping[int, Mention]:
        """Token index → the longest name that starts there."""
        names = sorted((m for m in self.mentions if m.kind == "name"), key=lambda m: m.span.end - m.span.start)
        return {self.tokens(mention)[0].i: mention for mention in names}

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The article's tokens, made once: iterating a Doc makes them anew."""
        return tuple(self.doc)

    @cached_property
    def text(self) -> str:
        """Its text, joined once."""
        return self.doc.text

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Token index → the number of its sentence."""
        return tuple(accumulate(int(bool(token.is_sent_start)) for token in self.words))

    @cached_property
    def _stretches(self) -> Mapping[str, tuple[Token, ...]]:
        starts = [token.idx for token in self.words]
        return {m.id: self.words[bisect_right(starts, m.span.start) - 1 : bisect_left(starts, m.span.end)] for m in self.mentions}

    def tokens(self, mention: Mention) -> tuple[Token, ...]:
        return self._stretches[mention.id]

    def head(self, mention: Mention) -> Token:
        tokens = self.tokens(mention)
        return next((token for token in tokens if token.idx == mention.head), tokens[-1])

    def mention(self, token: Token) -> Mention | None:
        return self.headed.get(token.i) or self.named.get(token.i)

    def chain_of(self, mention: Mention | None) -> Chain | None:
        return self.chains.get(mention.entity or "") if mention is not None else None

    def chain(self, token: Token) -> Chain | None:
        """Of the mention that the word heads or stands in; "the coalition known as the PMF" is the PMF."""
        other = _other_name(token)
        return self.chain_of(self.mention(other if other is not None and self.mention(other) else antecedent(token)))

    def is_a(self, chain: Chain, *classes: str) -> bool:
        return any(self.ontology.is_a(chain.type, cls) for cls in classes)

    def fits(self, tie: Tie) -> bool:
        """Whether the vocabulary lets the relation hold between things of these classes, and they are two."""
        return tie.subject.id != tie.object.id and self.ontology.joins(tie.property, tie.subject.type, tie.object.type)

    def is_a_noun_for(self, token: Token, cls: str) -> bool:
        """ "city" is a noun for places."""
        return self.ontology.is_a(self.ontology.nouns.get(token.lemma_.lower(), ""), cls)

    def is_subject(self, token: Token) -> bool:
        """ "India manager": the country stands for what the work is about; "Indian" and "U.S." say whose somebody is."""
        bare = token.dep_ == "compound" and token.text[1:].islower()
        return bare and self.gazetteer.demonym(token.text) is None

    def is_toward(self, token: Token) -> bool:
        """ "Pro-Syrian fighters", "anti-American protesters": for or against a country, not of it."""
        name = self.named.get(token.i)
        first = self.tokens(name)[0].i if name is not None else token.i
        hyphened = first > 1 and self.words[first - 1].text == "-"
        return hyphened and self.words[first - 2].lower_ in self.ontology.words("toward")

    def is_named(self, chain: Chain) -> bool:
        """Whether the article calls it by a name."""
        return chain.known is not None or any(m.kind == "name" and m.entity == chain.id for m in self.mentions)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the word itself."""
    if token.tag_ not in RELATIVE:
        return token
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else token


def _other_name(token: Token) -> Token | None:
    clause = next((c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in ALSO_KNOWN), None)
    after = next((c for c in clause.children if c.dep_ in ("prep", "oprd")), None) if clause is not None else None
    if after is None or after.dep_ == "oprd":
        return after
    return next((c for c in after.children if c.dep_ == "pobj"), None)


def after_preposition(token: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns after a preposition that hangs on a word or stands right behind it."""
    places = [c for c in token.children if c.dep_ in ("prep", "agent", "dative")]
    if token.i + 1 < len(token.doc) and token.nbor().dep_ == "prep":
        places.append(token.nbor())
    for place in dict.fromkeys(places):
        if place.lower_ in prepositions:
            yield from (t for c in place.children if c.dep_ == "pobj" for t in expand(c))


def head_modifiers(head: Token) -> Iterator[Token]:
    """Adjectives, nouns and possessors before a noun."""
    yield from (child for child in head.lefts if child.dep_ in MODIFIERS)
