"""An article's words and what they stand for in, which place lies in which and where bodies have their seat, out."""

from __future__ import annotations

from collections.abc import Iterator

from ..mentions.nominals import is_plural
from ..model import Chain, Mention
from ..parse import Token
from ..predicates.words import expand
from .chain_index import CLITICS, STATE_BODIES, ChainIndex, Tie, after_preposition, head_modifiers

SURE, FAIR, GUESSED = 0.9, 0.78, 0.76
WITHIN = ("in", "across", "throughout", "inside")
FOREIGN = ("Embassy", "MilitaryBase")
PLACE_SIZE = ("Facility", "City", "Region", "Country")


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
            yield from _among(index, chain, head)
        elif index.is_a(chain, "Organization"):
            yield from _seat(index, mention, chain, head)
        elif mention.kind == "nominal" and index.is_a(chain, "Group") and head.lemma_.lower() in index.ontology.words("dweller"):
            yield from _home(index, chain, head)


def _behind(index: ChainIndex, mention: Mention, chain: Chain, head: Token) -> Iterator[Tie]:
    if _is_bare_place(index, head):
        return
    end = index.tokens(mention)[-1].i
    for last in dict.fromkeys((head.i, end)):
        places = list(_places_after(index, last))
        for token in places if len(places) == 1 or not is_plural(head) else ():
            around = index.chain(token)
            if around is not None and can_lie_in(index, chain, around):
                joined = index.words[last + 1].text == ","
                yield Tie("locatedIn", chain, around, (head, token), SURE, "place, place" if joined else "place in place")


def _is_bare_place(index: ChainIndex, noun: Token) -> bool:
    """ "Took place in Rome", "the scene in Queens" name no place inside it; "a place of worship in Berlin" does."""
    kind = any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.rights)
    return noun.lemma_.lower() in index.ontology.words("bare_place") and not kind


def _places_after(index: ChainIndex, last: int) -> Iterator[Token]:
    """The place named after "in" or a comma right behind a word."""
    doc = index.words
    if last + 2 >= len(doc) or doc[last].is_sent_end:
        return
    link, at = doc[last + 1], last + 2
    if link.lower_ == "in":
        while at < len(doc) - 1 and at not in index.starting and doc[at].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
            at += 1
    elif link.text != ",":
        return
    name = index.starting.get(at)
    if name is not None and (link.text != "," or not _is_listed(index, name)):
        last_of_name = index.tokens(name)[-1]
        yield from expand(last_of_name) if link.lower_ == "in" else (last_of_name,)


def _is_listed(index: ChainIndex, name: Mention) -> bool:
    """As "Lahore" in "in Karachi, Lahore and Peshawar", not as "Iraq" in "in Kirkuk, Iraq, and Kabul"."""
    at, kind = index.tokens(name)[-1].i + 1, name.type
    while at + 1 < len(index.words) and index.words[at].text == "," and (following := index.starting.get(at + 1)) is not None:
        if following.type != kind:
            return False
        at = index.tokens(following)[-1].i + 1
    at += at < len(index.words) and index.words[at].text == ","
    if at + 1 >= len(index.words) or index.words[at].lower_ not in ("and", "or"):
        return False
    last = index.starting.get(at + 1)
    return last is not None and last.type == kind


def can_lie_in(index: ChainIndex, inner: Chain, outer: Chain) -> bool:
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
    for modifier in head_modifiers(head):
        around = index.chain(modifier)
        if around is None or not index.is_a(around, "Place") or not can_lie_in(index, chain, around):
            continue
        if index.is_toward(modifier) or _only_bears(index, head, modifier) or is_between(index, head, modifier):
            continue
        country = index.is_a(around, "Country")
        possessed = any(c.text in CLITICS for c in modifier.children)
        if not (country and (index.is_a(chain, *FOREIGN) or not possessed)):
            yield Tie("locatedIn", chain, around, (modifier, head), FAIR, "place before place")


def is_between(index: ChainIndex, head: Token, modifier: Token) -> bool:
    """ "The Ukrainian border", "the Syria-Turkey highway": what is between two countries lies in neither."""
    return head.lemma_.lower() in index.ontology.words("between_countries") or any(
        other is not None and index.is_a(other, "Country") for other in _joined_by_hyphen(index, modifier)
    )


def _joined_by_hyphen(index: ChainIndex, modifier: Token) -> Iterator[Chain | None]:
    for step in (-1, 1):
        dash, other = modifier.i + step, modifier.i + 2 * step
        if min(dash, other) >= 0 and max(dash, other) < len(index.words) and index.words[dash].text == "-":
            yield index.chain(index.words[other])


def _only_bears(index: ChainIndex, head: Token, modifier: Token) -> bool:
    """ "The Bolivar square" bears the name, while "a Lima street" is in Lima; what is short for a state is in no town."""
    if head.text.endswith("."):
        return True
    one = any(child.lower_ in ("a", "an") for child in head.lefts)
    return modifier.dep_ == "compound" and not one and head.lemma_.lower() in index.ontology.words("named_after")


def _inside(index: ChainIndex, mention: Mention, chain: Chain) -> Iterator[Tie]:
    """ "northern Iraq" as one name lies in Iraq."""
    tokens = index.tokens(mention)
    inner = index.named.get(tokens[-1].i)
    around = index.chain_of(inner)
    if around is None or inner is None or around.id == chain.id:
        return
    if tokens[0].lower_ in index.ontology.words("compass") and index.tokens(inner)[0].i == tokens[0].i + 1:
        yield Tie("locatedIn", chain, around, (tokens[0], tokens[-1]), SURE, "part of place")


def _among(index: ChainIndex, chain: Chain, head: Token) -> Iterator[Tie]:
    """ "towns in the north including Zumar", "a quarter of Iraqi territory, such as Tikrit": the example lies where they do."""
    around = [other for token in _nouns_after(head, *WITHIN) if (other := index.chain(token)) is not None]
    for token in _nouns_after(head, "including", "as", "like"):
        example = index.chain(token)
        for whole in (chain, *around) if example is not None else ():
            if example is not None and can_lie_in(index, example, whole):
                yield Tie("locatedIn", example, whole, (head, token), FAIR, "place among places")


def _home(index: ChainIndex, chain: Chain, head: Token) -> Iterator[Tie]:
    """ "refugees in Jordan", "the rebels in the north"; but "killed people in Kerman" says where they were killed."""
    if _befallen(head):
        return
    for token in _nouns_after(head, *WITHIN):
        place = index.chain(token)
        if place is not None and index.is_a(place, "Place"):
            yield Tie("basedIn", chain, place, (head, token), GUESSED, "people in place")


def _nouns_after(head: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns after a preposition that the parser hangs on a word."""
    after = (child for child in head.children if child.dep_ == "prep" and child.lower_ in prepositions)
    yield from (token for child in after for noun in child.children if noun.dep_ == "pobj" for token in expand(noun))


def _seat(index: ChainIndex, mention: Mention, chain: Chain, head: Token) -> Iterator[Tie]:
    """ "a militia group in Iraq", "the University of Passau in Bavaria", "MOL of Hungary", "London's High Court"."""
    for token, inside in _around(index, mention, head):
        place = index.chain(token)
        if inside and mention.kind == "name" and _befallen(head):
            continue
        if place is None or index.named.get(token.i) is mention or not _is_seat(index, mention, place, inside=inside):
            continue
        tie = "partOf" if not inside and index.is_a(chain, *STATE_BODIES) else "basedIn"
        yield Tie(tie, chain, place, (head, token), GUESSED, "body in place")


def _befallen(noun: Token) -> bool:
    """ "Killed members of the PKK in Kirkuk" says where they were killed."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun.dep_ in ("dobj", "nsubjpass")


def _around(index: ChainIndex, mention: Mention, head: Token) -> Iterator[tuple[Token, bool]]:
    """Nouns after "in" (True), and for a name those after "of" or possessing it (False)."""
    ends = dict.fromkeys((index.tokens(mention)[-1], head))
    yield from ((token, True) for end in ends for token in after_preposition(end, "in"))
    if mention.kind == "name":
        yield from ((token, False) for end in ends for token in after_preposition(end, "of"))
        yield from ((each, False) for each in head_modifiers(head) if each.dep_ == "poss")


def _is_seat(index: ChainIndex, mention: Mention, place: Chain, *, inside: bool) -> bool:
    """A named body "in" a country may only be at work there: "Boeing in India"."""
    towns_only = inside and mention.kind == "name"
    return index.is_a(place, "City") if towns_only else index.is_a(place, "City", "Region", "Country")
