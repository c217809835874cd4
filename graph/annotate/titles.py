"""A parsed Doc in, with offices parted from the country before a name and joined to whoever holds several of them, out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OFFICE_OF = frozenset({"of", "to"})
OFFICE = frozenset({"NN", "NNP"})
SAID_OF = frozenset({"appos", "attr"})
COUNTRY_AND_NAME = 3


def mend_titles(doc: Doc, titles: Collection[str], countries: Collection[str]) -> None:
    """Changes the parse of the Doc."""
    for word in doc:
        if word.dep_ == "conj" and word.tag_ in OFFICE and word.lower_ in titles and not _is_new(word):
            _mend_second_office(word, titles)
    for name in doc:
        _mend_country(name, titles, countries)
        if name.dep_ == "conj" and name.ent_type_ == "PERSON":
            _mend_shared_name(name, titles)
        elif name.dep_ == "appos" and name.ent_type_ == "PERSON":
            _mend_beside_office(name, titles)


def _mend_country(name: Token, titles: Collection[str], countries: Collection[str]) -> None:
    """ "Ambassador to Bolivia Angel Ruiz": the country is the object of the preposition, the person stands beside the office."""
    preposition = name.head
    if name.dep_ == "pobj" and name.ent_type_ == "PERSON" and preposition.lower_ in OFFICE_OF:
        office = preposition.head
        country = name.doc[preposition.i + 1]
        if office.lower_ in titles and country.text in countries and _is_before(country, name):
            country.head, country.dep_ = preposition, "pobj"
            name.head, name.dep_ = office, "appos"


def _mend_second_office(office: Token, titles: Collection[str]) -> None:
    """ "Ruiz, chairman and head of the bank", "is founder and head of it": both are said of one person, as is what a comma
    parts from a name: "Ruiz, thinker and head of the front"."""
    first = _office_before(office, titles)
    if first.dep_ in SAID_OF and first.tag_ in OFFICE:
        office.head, office.dep_ = first.head, first.dep_
    named = first.head if first.dep_ == "conj" and first.tag_ == "NN" and not _is_new(first) else first
    beside = office if named is first else first
    if named.ent_type_ == "PERSON" and beside.dep_ == "conj" and office.doc[beside.left_edge.i - 1].text == ",":
        for word in (beside, office):
            word.head, word.dep_ = named, "appos"


def _office_before(office: Token, titles: Collection[str]) -> Token:
    """What the office is joined to, or the one before that: "economist at the bank and professor"."""
    joined = office.head
    if joined.dep_ != "pobj" or joined.lower_ in titles or joined.ent_type_ == "PERSON":
        return joined
    return next((above for above in joined.ancestors if above.dep_ in SAID_OF and above.tag_ == "NN"), joined)


def _mend_shared_name(name: Token, titles: Collection[str]) -> None:
    """ "Head and co-founder Omar Ruiz left": one man, who left."""
    office, beside = name.head, name.doc[name.left_edge.i]
    between = name.doc[office.i + 1 : name.i]
    if office.lower_ not in titles or office.tag_ not in OFFICE or _is_new(office):
        return
    if beside.ent_type_ == "PERSON" or not any(word.lower_ in titles for word in between):
        return
    name.head, name.dep_ = (name, "ROOT") if office.head == office else (office.head, office.dep_)
    office.head, office.dep_ = name, "appos"


def _mend_beside_office(name: Token, titles: Collection[str]) -> None:
    """ "The head of the league, Omar Ruiz, left": he stands beside the head, not the league."""
    body, first = name.head, name.left_edge
    if body.dep_ != "pobj" or body.ent_type_ == "PERSON" or body.lower_ in titles or name.doc[first.i - 1].text != ",":
        return
    nouns = (word for word in body.ancestors if word.dep_ != "prep")
    office = next((word for word in nouns if word.dep_ != "pobj" or word.lower_ in titles), body)
    if office.lower_ in titles and office.tag_ in OFFICE and _is_new(office):
        name.head = office


def _is_new(noun: Token) -> bool:
    """ "A dean and a bishop" may be two."""
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def _is_before(country: Token, name: Token) -> bool:
    return country.dep_ == "compound" and name in country.ancestors and name.i - country.i + 1 >= COUNTRY_AND_NAME
