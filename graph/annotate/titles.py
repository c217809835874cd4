"""A parsed Doc in, with who holds an office parted from the country before his name ("ambassador to Bolivia Angel Ruiz"), out."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

OFFICE_OF = frozenset({"of", "to"})
COUNTRY_AND_NAME = 3


def mend_titles(doc: Doc, titles: Collection[str], countries: Collection[str]) -> None:
    """Changes the parse of the Doc: the country becomes the object of the preposition, the person stands beside the office."""
    for name in doc:
        preposition = name.head
        if name.dep_ == "pobj" and name.ent_type_ == "PERSON" and preposition.lower_ in OFFICE_OF:
            office = preposition.head
            country = doc[preposition.i + 1]
            if office.lower_ in titles and country.text in countries and _is_before(country, name):
                country.head, country.dep_ = preposition, "pobj"
                name.head, name.dep_ = office, "appos"


def _is_before(country: Token, name: Token) -> bool:
    return country.dep_ == "compound" and name in country.ancestors and name.i - country.i + 1 >= COUNTRY_AND_NAME
