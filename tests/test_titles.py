"""Who holds an office is parted from the country of it, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.annotate.titles import mend_titles

from parsed import parsed

TABLE = (
    "The/the/DT/det/2 {office}/{office}/NN/nsubj/7 {of}/{of}/IN/prep/2 {country}/{country}/NNP/compound/6"
    " Omar/Omar/NNP/compound/6 Vale/Vale/NNP/pobj/3 left/leave/VBD/ROOT/0"
)


@pytest.mark.parametrize(
    ("office", "of", "country", "expected"),
    [
        ("ambassador", "to", "Bolivia", ("to", "ambassador")),
        ("president", "of", "Chad", ("of", "president")),
        ("ambassador", "to", "Jules", ("Vale", "to")),
        ("letter", "to", "Bolivia", ("Vale", "to")),
        ("ambassador", "with", "Bolivia", ("Vale", "with")),
    ],
)
def test_a_country_between_an_office_and_a_name_belongs_to_the_office(office, of, country, expected):
    doc = parsed(TABLE.format(office=office, of=of, country=country))
    doc.set_ents([doc.char_span(doc.text.index(country), doc.text.index(" left"), label="PERSON")])

    mend_titles(doc, {"ambassador", "president"}, {"Bolivia", "Chad"})

    heads = {token.text: token.head.text for token in doc}
    assert (heads[country], heads["Vale"]) == expected
