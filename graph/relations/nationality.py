"""An article's words and what they stand for in, whose people and bodies are whose and what lies where, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Chain, Mention
from ..parse import Token
from .chain_index import MODIFIERS, STATE_BODIES, ChainIndex, Tie, after_preposition, head_modifiers
from .holders import Holder, Phrase, holders
from .locations import can_lie_in, is_between

SURE, FAIR, GUESSED = 0.9, 0.82, 0.66
EMPLOYERS = ("Company", "MediaOrganization", "GovernmentAgency", "MilitaryForce", "SecurityForce", "Court")
PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PART"})


# ----------------------------------------------------------------------------------------------- people and their country
def nationality_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "U.S. troops", "Iraqi officials", "an American contractor", "the Russian energy giant Gazprom"."""
    for mention in index.mentions:
        chain, head = index.chain_of(mention), index.head(mention)
        if chain is None or mention.kind == "pronoun":
            continue
        if mention.kind == "name":
            yield from _of_country(index, mention, Holder(chain, head, FAIR), _before_name(index, index.tokens(mention)))
        elif (demonym := index.gazetteer.demonym(head.text)) is not None and not _is_of_continent(index, head):
            countries = (each for each in index.chains.values() if each.known == demonym.key)
            yield from (Tie("citizenOf", chain, country, (head,), SURE, "nationality:citizenOf") for country in countries)
        for holder in holders(index, Phrase(index.doc, head.i, head.i + 1, head)) if mention.kind == "nominal" else ():
            yield from _of_country(index, mention, holder, head_modifiers(head))


def _of_country(index: ChainIndex, mention: Mention, holder: Holder, modifiers: Iterator[Token]) -> Iterator[Tie]:
    for modifier in modifiers:
        country, name = index.chain(modifier), index.named.get(modifier.i)
        if country is None or name is None or name is mention or not index.is_a(country, "Country"):
            continue
        if _is_of_continent(index, modifier) or index.is_toward(modifier):
            continue
        tie, confidence = _belonging(index, mention, holder.chain, modifier)
        if tie == "citizenOf" and _is_field(index, modifier):
            continue
        if tie and (tie != "locatedIn" or can_lie_in(index, holder.chain, country)):
            rule = f"nationality:{tie}"
            yield Tie(tie, holder.chain, country, (modifier, holder.token), confidence, rule, holder.polarity)


def _is_field(index: ChainIndex, country: Token) -> bool:
    """ "Syria expert", "an Iraq veteran": what somebody knows or was in, not whose citizen he is."""
    after = country.nbor().lemma_.lower() if country.i + 1 < len(country.doc) else ""
    return index.is_subject(country) and bool({after, country.head.lemma_.lower()} & index.ontology.words("of_field"))


def _is_of_continent(index: ChainIndex, word: Token) -> bool:
    """ "Central American presidents": a people of several countries."""
    near = word.nbor(-1) if word.i else word
    if near.text == "-" and near.i:
        near = near.nbor(-1)
    around = {near.lower_, word.head.lemma_.lower()}
    return word.lower_ in index.ontology.words("continental") and bool(around & index.ontology.words("part_of_continent"))


def _before_name(index: ChainIndex, name: Sequence[Token]) -> Iterator[Token]:
    """A country inside a name, or before it with any nouns between that are no title: "German aid worker Anne Weiss"."""
    yield from (token for token in name[:-1] if token.dep_ in MODIFIERS)
    doc, at = index.words, name[0].i - 1
    if at > 0 and doc[at].lower_ == "of" and index.is_a_noun_for(doc[at - 1], "Place"):
        at -= 1
    while at >= 0 and doc[at].pos_ in PREMODIFIERS and not doc[at].is_sent_end and not _is_title(index, doc[at]):
        if at in index.named:
            yield from (doc[at],) if _goes_with(doc[at], name) and doc[at].dep_ != "pobj" else ()
            return
        at -= 1


def _goes_with(country: Token, name: Sequence[Token]) -> bool:
    """Not so Sweden in "Sweden's NATO bid": the bid is Sweden's."""
    return country.dep_ != "poss" or country.head in name


def _is_title(index: ChainIndex, token: Token) -> bool:
    return token.lower_ in index.ontology.titles or token.lower_.removesuffix("s") in index.ontology.titles


def _belonging(index: ChainIndex, mention: Mention, chain: Chain, modifier: Token) -> tuple[str, float]:
    if mention.kind == "name" and index.is_a(chain, "Person", "Group"):
        return ("citizenOf", FAIR) if modifier.dep_ != "poss" and chain.type == "Person" else ("", 0.0)
    if index.is_a(chain, "Person", "Group"):
        return _of_people(index, mention)
    if index.is_a(chain, *STATE_BODIES):
        return "partOf", SURE
    if index.is_a(chain, "Organization"):
        whose = index.head(mention).lemma_.lower() in index.ontology.words("of_nation")
        return ("", 0.0) if whose else ("basedIn", SURE)
    lies = index.is_a(chain, "Region", "City", "GeographicFeature") and not is_between(index, index.head(mention), modifier)
    return ("locatedIn", SURE) if lies else ("", 0.0)


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
    """ "Haydari of the Popular Mobilization Forces", "Wacker's Anke Suter", "an economist at the bank"."""
    for mention in index.mentions:
        chain = index.chain_of(mention)
        if mention.kind == "name" and chain is not None and chain.type == "Person":
            yield from _person_of(index, chain, mention)
        elif mention.kind == "nominal" and mention.type in ("Person", "Group"):
            head = index.head(mention)
            yield from _person_at(index, head, after_preposition(head, "at", "with")) if mention.type == "Person" else ()
            yield from _person_at(index, head, _sent_by(head))


def _person_of(index: ChainIndex, person: Chain, mention: Mention) -> Iterator[Tie]:
    last = index.tokens(mention)[-1]
    owners = [each for each in head_modifiers(index.head(mention)) if each.dep_ == "poss"]
    for token in (*after_preposition(last, "of"), *owners):
        body = index.chain(token)
        if body is not None and index.is_a(body, "Country") and token not in owners:
            yield Tie("citizenOf", person, body, (last, token), GUESSED, "name of country")
        elif body is not None and index.is_a(body, "Organization"):
            tie = "worksFor" if index.is_a(body, *EMPLOYERS) else "memberOf"
            yield Tie(tie, person, body, (last, token), FAIR, f"name of:{tie}")


def _sent_by(noun: Token) -> Iterator[Token]:
    """ "experts from the fund", where the parser hangs it on the noun: what is "taken from" a body is not of it."""
    after = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "from")
    yield from (body for child in after for body in child.children if body.dep_ == "pobj")


def _person_at(index: ChainIndex, noun: Token, bodies: Iterator[Token]) -> Iterator[Tie]:
    for token in bodies if noun.lemma_.lower() not in index.ontology.words("no_employee") else ():
        body = index.chain(token)
        if body is not None and index.is_a(body, "Organization"):
            tie = "memberOf" if index.is_a(body, "PoliticalParty") else "worksFor"
            for holder in holders(index, Phrase(index.doc, noun.i, noun.i + 1, noun)):
                words = (noun, token, holder.token)
                yield Tie(tie, holder.chain, body, words, GUESSED, "noun at body", holder.polarity)
