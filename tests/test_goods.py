"""What is made, ordered, handed over and flown, on parses written by hand and the shipped vocabulary."""

from __future__ import annotations

import pytest

from scenes import drafts, links, told

CLASSES = {
    "Acme": "Company",
    "Norland": "Country",
    "B20": "Product",
    "jets": "AirUnit",
    "plane": "Vehicle",
    "munitions": "Munition",
    "Lima": "City",
    "staff": "Group",
}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Acme/Acme/NNP/nsubj/2 delivered/deliver/VBD/ROOT/0 B20/B20/NNP/dobj/2 to/to/IN/dative/2 Norland/Norland/NNP/pobj/4",
            ("Delivery", {"target": ["B20"], "agent": ["Acme"], "recipient": ["Norland"]}),
        ),
        (
            "Norland/Norland/NNP/nsubj/2 received/receive/VBD/ROOT/0 jets/jet/NNS/dobj/2 from/from/IN/prep/2"
            " Acme/Acme/NNP/pobj/4",
            ("Delivery", {"target": ["jets"], "recipient": ["Norland"], "agent": ["Acme"]}),
        ),
        (
            "Norland/Norland/NNP/nsubj/2 ordered/order/VBD/ROOT/0 B20/B20/NNP/dobj/2",
            ("Trade", {"target": ["B20"], "agent": ["Norland"]}),
        ),
        (
            "Norland/Norland/NNP/nsubj/2 ordered/order/VBD/ROOT/0 staff/staff/NN/dobj/2",
            ("Order", {"recipient": ["staff"], "agent": ["Norland"]}),
        ),
        (
            "Acme/Acme/NNP/nsubj/2 builds/build/VBZ/ROOT/0 B20/B20/NNP/dobj/2",
            ("Manufacture", {"target": ["B20"], "agent": ["Acme"]}),
        ),
        (
            "B20/B20/NNP/nsubj/2 flew/fly/VBD/ROOT/0 to/to/IN/prep/2 Lima/Lima/NNP/pobj/3",
            ("Flight", {"agent": ["B20"], "destination": ["Lima"]}),
        ),
        (
            "B20/B20/NNP/nsubj/2 made/make/VBD/ROOT/0 its/its/PRP$/poss/5 maiden/maiden/JJ/amod/5 flight/flight/NN/dobj/2",
            ("Flight", {"agent": ["B20"]}),
        ),
        (
            "staff/staff/NN/nsubj/2 flew/fly/VBD/ROOT/0 jets/jet/NNS/dobj/2",
            ("Flight", {"target": ["jets"], "agent": ["staff"]}),
        ),
        (
            "staff/staff/NN/nsubj/2 walked/walk/VBD/ROOT/0 out/out/IN/prep/2 of/of/IN/prep/3 Lima/Lima/NNP/pobj/4",
            ("Departure", {"agent": ["staff"], "origin": ["Lima"]}),
        ),
        (
            "Acme/Acme/NNP/nsubj/2 unveiled/unveil/VBD/ROOT/0 B20/B20/NNP/dobj/2",
            ("ProductLaunch", {"target": ["B20"], "agent": ["Acme"]}),
        ),
        (
            "B20/B20/NNP/nsubj/2 enters/enter/VBZ/ROOT/0 service/service/NN/dobj/2",
            ("ProductLaunch", {"target": ["B20"]}),
        ),
        ("B20/B20/NNP/nsubjpass/2 delivered/deliver/VBN/ROOT/0", ("Delivery", {"target": ["B20"]})),
        ("B20/B20/NNP/nsubj/2 delivered/deliver/VBN/ROOT/0", ("Delivery", {"target": ["B20"]})),
    ],
)
def test_who_makes_orders_gets_and_flies_what(table, expected):
    assert [told(draft) for draft in drafts(table, CLASSES)] == [expected]


def test_munitions_that_strikes_deliver_are_no_goods():
    table = "Acme/Acme/NNP/nsubj/2 delivered/deliver/VBD/ROOT/0 munitions/munition/NNS/dobj/2"
    assert [draft.type for draft in drafts(table, CLASSES)] == ["Event"]


def test_two_things_of_one_model_are_not_one_delivery():
    table = (
        "Acme/Acme/NNP/nsubj/2 delivered/deliver/VBD/ROOT/0 B20/B20/NNP/dobj/2 ././././2"
        " B20/B20/NNP/nsubjpass/7 was/be/AUX/auxpass/7 delivered/deliver/VBN/ROOT/0"
    )
    assert links(table, CLASSES)[1].same == {}


def test_a_flight_of_no_aircraft_is_none():
    assert (
        drafts("staff/staff/NN/nsubj/2 left/leave/VBD/ROOT/0 a/a/DT/det/4 flight/flight/NN/dobj/2", CLASSES)[0].type != "Flight"
    )


def test_whose_name_stands_before_a_statement_makes_it():
    table = "The/the/DT/det/3 {0}/{0}/NNP/compound/3 statement/statement/NN/ROOT/0"

    assert [told(draft) for draft in drafts(table.format("Acme"), CLASSES)] == [("Statement", {"agent": ["Acme"]})]
    assert [told(draft) for draft in drafts(table.format("B20"), CLASSES)] == [("Statement", {})]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Staff/staff/NNS/nsubj/2 drove/drive/VBD/ROOT/0 the/the/DT/det/4 truck/truck/NN/dobj/2 to/to/IN/prep/2"
            " Lima/Lima/NNP/pobj/5",
            ("Movement", {"agent": ["Staff"], "instrument": ["truck"], "destination": ["Lima"]}),
        ),
        (
            "Staff/staff/NNS/nsubj/2 fled/flee/VBD/ROOT/0 in/in/IN/prep/2 a/a/DT/det/5 truck/truck/NN/pobj/3",
            ("Escape", {"agent": ["Staff"], "instrument": ["truck"]}),
        ),
        (
            "Staff/staff/NNS/nsubj/2 towed/tow/VBD/ROOT/0 the/the/DT/det/4 truck/truck/NN/dobj/2 from/from/IN/prep/2"
            " Lima/Lima/NNP/pobj/5",
            ("Movement", {"agent": ["Staff"], "target": ["truck"], "origin": ["Lima"]}),
        ),
    ],
)
def test_what_people_move_in_is_the_instrument(table: str, expected: tuple[str, dict[str, list[str]]]):
    assert [expected] == [told(draft) for draft in drafts(table, {"Staff": "Group", "truck": "Vehicle", "Lima": "City"})]
