"""An article's words and what they stand for in, whose people and bodies are whose and what lies where, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from .chain_index import CLITICS, ChainIndex, Tie, after_preposition
from .model import Chain, Mention
from .positions import Holder, Phrase, holders

SURE, FAIR, GUESSED = 0.85, 0.8, 0.7
PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PART"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
STATE_BODIES = ("MilitaryForce", "SecurityForce", "Government", "GovernmentAgency", "Court")
FOREIGN = ("Embassy", "MilitaryBase")
PLACE_SIZE = ("Facility", "City", "Region", "Country")


# ----------------------------------------------------------------------------------------------- people and their country
def nationality_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "U.S. troops", "Iraqi officials", "an American contractor", "the Russian energy giant Gazprom"."""
    for mention in index.mentions:
        chain, head = index.chain_of(mention), index.head(mention)
        if chain is None or mention.kind == "pronoun":
            continue
        if mention.kind == "name":
            yield from _of_country(index, mention, Holder(chain, head, FAIR), _before_name(index, index.tokens(mention)))
        for holder in holders(index, Phrase(index.doc, head.i, head.i + 1, head)) if mention.kind == "nominal" else ():
            yield from _of_country(index, mention, holder, _modifiers(head))


def _of_country(index: ChainIndex, mention: Mention, holder: Holder, modifiers: Iterator[Token]) -> Iterator[Tie]:
    for modifier in modifiers:
        country, name = index.chain(modifier), index.named.get(modifier.i)
        if country is None or name is None or name is mention or not index.is_a(country, "Country"):
            continue
        tie, confidence = _belonging(index, mention, holder.chain, modifier)
        if tie and (tie != "locatedIn" or _can_lie_in(index, holder.chain, country)):
            rule = f"nationality:{tie}"
            yield Tie(tie, holder.chain, country, (modifier, holder.token), confidence, rule, holder.polarity)


def _before_name(index: ChainIndex, name: Sequence[Token]) -> Iterator[Token]:
    """A country inside a name, or before it with any nouns between that are no title: "German aid worker Anne Weiss"."""
    yield from (token for token in name[:-1] if token.dep_ in MODIFIERS)
    doc, at = index.doc, name[0].i - 1
    if at > 0 and doc[at].lower_ == "of" and index.is_a_noun_for(doc[at - 1], "Place"):
        at -= 1
    while at >= 0 and doc[at].pos_ in PREMODIFIERS and not doc[at].is_sent_end and not _is_title(index, doc[at]):
        if at in index.named:
            yield doc[at]
            return
        at -= 1


def _is_title(index: ChainIndex, token: Token) -> bool:
    return token.lower_ in index.ontology.titles or token.lower_.removesuffix("s") in index.ontology.titles


def _modifiers(head: Token) -> Iterator[Token]:
    yield from (child for child in head.lefts if child.dep_ in MODIFIERS)


def _belonging(index: ChainIndex, mention: Mention, chain: Chain, modifier: Token) -> tuple[str, float]:
    if mention.kind == "name" and index.is_a(chain, "Person", "Group"):
        return ("citizenOf", FAIR) if modifier.dep_ != "poss" and chain.type == "Person" else ("", 0.0)
    if index.is_a(chain, "Person", "Group"):
        return _of_people(index, mention)
    if index.is_a(chain, *STATE_BODIES):
        return "partOf", SURE
    if index.is_a(chain, "Organization"):
        whose = index.head(mention).lemma_.lower() in index.ontology.words("of_nation")
        return ("", 0.0) if whose else ("basedIn", GUESSED)
    return ("locatedIn", FAIR) if index.is_a(chain, "Region", "City", "GeographicFeature") else ("", 0.0)


def _of_people(index: ChainIndex, mention: Mention) -> tuple[str, float]:
    head = index.head(mention)
    lemma = head.lemma_.lower()
    names = {lemma, f"{head.nbor(-1).lower_} {lemma}" if head.i else lemma}
    forces, servants = (index.ontology.words(name) for name in ("state_force", "state_servant"))
    if lemma in index.ontology.titles and mention.type == "Person" and lemma not in servants:
        return "", 0.0
    if mention.type == "Group" and names & forces:
        return "partOf", SURE
    return ("worksFor", FAIR) if names & (forces | servants) else ("citizenOf", FAIR)


def membership_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "This is Mohammed al-Haydari of the Popular Mobilization Forces"."""
    for mention in index.mentions:
        chain = index.chain_of(mention)
        if mention.kind == "name" and chain is not None and chain.type == "Person":
            last = index.tokens(mention)[-1]
            yield from _person_of(index, chain, last)


def _person_of(index: ChainIndex, person: Chain, last: Token) -> Iterator[Tie]:
    for token in after_preposition(last, "of"):
        body = index.chain(token)
        if body is not None and index.is_a(body, "Organization", "Country"):
            employs = index.is_a(body, "Company", "MediaOrganization", "GovernmentAgency", "MilitaryForce", "SecurityForce")
            tie = "citizenOf" if index.is_a(body, "Country") else "worksFor" if employs else "memberOf"
            yield Tie(tie, person, body, (last, token), FAIR if tie != "citizenOf" else GUESSED, f"name of:{tie}")


# -------------------------------------------------------------------------------------------------------------- places
def place_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "the U.S. Embassy in Baghdad", "Kirkuk, Iraq", "Baghdad's Green Zone", "northern Iraq"."""
    for mention in index.mentions:
        chain, head = index.chain_of(mention), index.head(mention)
        if chain is None or mention.kind == "pronoun":
            continue
        if index.is_a(chain, "Place"):
            yield from _behind(index, mention, chain, head)
            yield from _before(index, chain, head)
            yield from _inside(index, mention, chain)
        elif index.is_a(chain, "Organization") and mention.kind == "nominal":
            yield from _seat(index, chain, head)


def _behind(index: ChainIndex, mention: Mention, chain: Chain, head: Token) -> Iterator[Tie]:
    end = index.tokens(mention)[-1].i
    for last in dict.fromkeys((head.i, end)):
        for token in _places_after(index, last):
            around = index.chain(token)
            if around is not None and _can_lie_in(index, chain, around):
                joined = index.doc[last + 1].text == ","
                yield Tie("locatedIn", chain, around, (head, token), SURE, "place, place" if joined else "place in place")


def _places_after(index: ChainIndex, last: int) -> Iterator[Token]:
    """The place named after "in" or a comma right behind a word."""
    doc = index.doc
    if last + 2 >= len(doc) or doc[last].is_sent_end:
        return
    link, at = doc[last + 1], last + 2
    if link.lower_ == "in":
        while at < len(doc) - 1 and at not in index.starting and doc[at].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
            at += 1
    elif link.text != ",":
        return
    name = index.starting.get(at)
    if name is not None and (link.text != "," or _closes(index, name)):
        yield index.tokens(name)[-1]


def _closes(index: ChainIndex, name: Mention) -> bool:
    """A place after a comma stands for itself, not as one of a list."""
    last = index.tokens(name)[-1]
    after = index.doc[last.i + 1] if last.i + 1 < len(index.doc) else None
    return last.dep_ in ("appos", "npadvmod") or after is None or after.lower_ not in ("and", "or")


def _can_lie_in(index: ChainIndex, inner: Chain, outer: Chain) -> bool:
    """Smaller in larger; where the gazetteer knows both, only if it says so."""
    if inner.id == outer.id or not index.is_a(outer, "City", "Region", "Country"):
        return False
    if inner.known and outer.known and not index.is_a(inner, "Facility"):
        return outer.known in index.gazetteer.within(inner.known)
    return _size(index, inner) < _size(index, outer) or (inner.type, outer.type) == ("Region", "Region")


def _size(index: ChainIndex, place: Chain) -> int:
    return next((size for size, cls in enumerate(PLACE_SIZE) if index.is_a(place, cls)), 0)


def _before(index: ChainIndex, chain: Chain, head: Token) -> Iterator[Tie]:
    """ "Baghdad's Green Zone", "Baghdad airport"; a country before an embassy or base owns it and says not where it is."""
    for modifier in _modifiers(head):
        around = index.chain(modifier)
        if around is None or not index.is_a(around, "Place") or not _can_lie_in(index, chain, around):
            continue
        country = index.is_a(around, "Country")
        possessed = any(c.text in CLITICS for c in modifier.children)
        if not (country and (index.is_a(chain, *FOREIGN) or not possessed)):
            yield Tie("locatedIn", chain, around, (modifier, head), FAIR, "place before place")


def _inside(index: ChainIndex, mention: Mention, chain: Chain) -> Iterator[Tie]:
    """ "northern Iraq" as one name lies in Iraq."""
    tokens = index.tokens(mention)
    inner = index.named.get(tokens[-1].i)
    around = index.chain_of(inner)
    if len(tokens) > 1 and tokens[0].lower_ in index.ontology.words("compass") and around is not None and around.id != chain.id:
        yield Tie("locatedIn", chain, around, (tokens[0], tokens[-1]), SURE, "part of place")


def _seat(index: ChainIndex, chain: Chain, head: Token) -> Iterator[Tie]:
    """ "a militia group in Iraq"."""
    inside = (c for c in head.children if c.dep_ == "prep" and c.lower_ == "in")
    for token in (t for preposition in inside for t in preposition.children if t.dep_ == "pobj"):
        around = index.chain(token)
        if around is not None and index.is_a(around, "City", "Region", "Country"):
            yield Tie("basedIn", chain, around, (head, token), GUESSED, "body in place")
