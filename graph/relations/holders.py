"""A phrase that says what somebody is in, everybody it is said of and what body it names behind it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..modality import status
from ..model import Chain, Polarity
from ..parse import Doc, Token
from .chain_index import ChainIndex, after_preposition
from .offices import COPULAS, given

BEFORE_NAME, OTHERWISE, ITSELF = 0.93, 0.78, 0.68


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `doc[start:end]` that say what somebody is; `head` is its noun."""

    doc: Doc
    start: int
    end: int
    head: Token

    @property
    def words(self) -> tuple[Token, ...]:
        return tuple(self.doc[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is said to be it: by a name right behind, an apposition, a copula, a verb, or nothing but the phrase itself."""

    chain: Chain
    token: Token
    confidence: float
    polarity: Polarity = "positive"
    itself: bool = False
    former: bool = False


def holders(index: ChainIndex, phrase: Phrase) -> tuple[Holder, ...]:
    """Everyone the phrase is said of; the phrase itself only if nobody else."""
    said = _name_behind(index, phrase) or _name_around(index, phrase) or _name_after_body(index, phrase)
    said = said or [*_apposed(index, phrase.head), *_equated(index, phrase.head)]
    office = given(phrase.head, index.ontology) if not said else None
    if office is not None:
        chains = ((index.chain(each.token), each) for each in office)
        said = [Holder(chain, each.token, OTHERWISE, former=each.over) for chain, each in chains if chain is not None]
    if said or office is not None:
        return tuple({holder.chain.id: holder for holder in reversed(said)}.values())
    return _itself(index, phrase)


def _itself(index: ChainIndex, phrase: Phrase) -> tuple[Holder, ...]:
    mention = index.headed.get(phrase.head.i)
    chain = index.chain_of(mention)
    if chain is None or mention is None or mention.kind != "nominal":
        return ()
    return (Holder(chain, phrase.head, ITSELF, itself=True),)


def _name_behind(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """ "Prime Minister Adel Abdul-Mahdi", "Foreign Minister Sheikh Mohammed"."""
    honorifics = index.ontology.words("honorific")
    at = phrase.end
    while at < len(phrase.doc) and at not in index.starting and phrase.doc[at].lower_.rstrip(".") in honorifics:
        at += 1
    mention = index.starting.get(at)
    chain = index.chain_of(mention)
    if mention is None or chain is None or phrase.doc[phrase.end - 1].is_sent_end:
        return []
    last = index.tokens(mention)[-1]
    if _is_apart(phrase.head, last):
        return []
    others = last.conjuncts if phrase.head.lower_.endswith("s") else ()
    named = ((index.chain_of(index.named.get(token.i)), token) for token in (last, *others))
    return [Holder(found, token, BEFORE_NAME) for found, token in named if found is not None]


def _is_apart(head: Token, name: Token) -> bool:
    """ "told the minister Trump would come": the name begins a clause of its own."""
    return head.dep_ in ("pobj", "dobj", "dative") and name.dep_ in ("nsubj", "nsubjpass") and name.head is not head


def _name_around(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """A name that was read together with its title."""
    mention = index.starting.get(phrase.start)
    chain = index.chain_of(mention)
    if mention is None or chain is None or chain.type != "Person":
        return []
    tokens = index.tokens(mention)
    first = tokens[0].text
    if len(tokens) == 2 and index.gazetteer.sex(first) and first.lower() not in index.ontology.words("honorific"):
        return []
    return [Holder(chain, tokens[-1], BEFORE_NAME)] if tokens[-1].i >= phrase.end else []


def _name_after_body(index: ChainIndex, phrase: Phrase) -> list[Holder]:
    """ "the head of the council, Mohammed Suweysi": the name hangs on whatever noun the parser chose."""
    body = body_behind(index, phrase, "of")
    mention = index.mention(body[1]) if body is not None else None
    if body is None or mention is None or index.is_a(body[0], "Person"):
        return []
    at = index.tokens(mention)[-1].i + 1
    name = index.starting.get(at + 1) if at < len(phrase.doc) and phrase.doc[at].text == "," else None
    chain = index.chain_of(name)
    if name is None or chain is None or chain.type != "Person" or _goes_on(index.tokens(name)[-1]):
        return []
    return [Holder(chain, index.tokens(name)[-1], OTHERWISE)]


def _goes_on(name: Token) -> bool:
    """ "Under the head of the council, Suweysi rose": the name is of the clause that goes on, not beside the head."""
    after = name.nbor() if name.i + 1 < len(name.doc) else name
    return name.dep_ == "nsubj" and not after.is_punct and name.head.i > name.i and name.sent[0].dep_ == "prep"


def _apposed(index: ChainIndex, head: Token) -> Iterator[Holder]:
    near = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        near.append(head.head)
    near = [token for token in near if not any(t.is_quote for t in head.doc[min(token.i, head.i) : max(token.i, head.i)])]
    for token in near:
        chain = index.chain(token) if smaller_unit(index, token) is None else None
        if chain is not None and index.mention(token) is not index.headed.get(head.i):
            yield Holder(chain, token, OTHERWISE)


def smaller_unit(index: ChainIndex, token: Token) -> Token | None:
    """ "3rd Battalion", right behind which the name of a larger unit stands: "3rd Battalion, 21st Regiment"."""
    name = index.named.get(token.i)
    first = index.tokens(name)[0].i if name is not None else 0
    before = index.named.get(first - 2) if first > 1 and index.words[first - 1].text == "," else None
    if name is None or before is None:
        return None
    sizes = dict(pair.split("=") for pair in index.ontology.words("unit_size"))
    small, large = index.tokens(before)[-1], index.tokens(name)[-1]
    return small if sizes.get(small.lower_, "9") < sizes.get(large.lower_, "0") else None


def _equated(index: ChainIndex, head: Token) -> Iterator[Holder]:
    """ "X is a member of the PMF": the verb's subject."""
    verb = head.head
    if head.dep_ != "attr" or verb.lemma_.lower() not in COPULAS:
        return
    told = status(verb, index.ontology)
    for subject in (child for child in verb.children if child.dep_ == "nsubj"):
        chain = index.chain(subject)
        if chain is not None and told.modality == "actual":
            yield Holder(chain, subject, OTHERWISE, told.polarity)


def body_beside(index: ChainIndex, phrase: Phrase) -> tuple[Chain, Token] | None:
    """ "Ann Ruiz, president, Acme Corp., said": a body between commas behind what somebody is."""
    doc, name = phrase.doc, index.starting.get(phrase.end + 1)
    chain = index.chain_of(name)
    if phrase.head.dep_ != "appos" or name is None or chain is None or doc[phrase.end].text != ",":
        return None
    last = index.tokens(name)[-1]
    beside = last.head == phrase.head and index.is_a(chain, "Organization") and doc[phrase.start - 1].text == ","
    return (chain, last) if beside and (last.i + 1 == len(doc) or doc[last.i + 1].is_punct) else None


def body_behind(index: ChainIndex, phrase: Phrase, *prepositions: str) -> tuple[Chain, Token] | None:
    """ "the president of Iran", "spokesman for the ministry"."""
    last = phrase.doc[phrase.end - 1]
    for token in dict.fromkeys([*after_preposition(phrase.head, *prepositions), *after_preposition(last, *prepositions)]):
        chain = index.chain(token)
        if chain is not None and token.i >= phrase.end:
            return chain, token
    return None
