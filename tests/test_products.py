"""Names of makes and models, and what is one thing with them, on parses written by hand."""

from __future__ import annotations

import pytest

from readings import chains, mentions

FLEW = " flew/fly/VBD/ROOT/0"


def models(table: str, **entities: str) -> list[str]:
    return [text for kind, cls, text in mentions(table, **entities) if (kind, cls) == ("name", "Product")]


def test_a_model_takes_in_its_maker_who_stays_a_name():
    table = "The/the/DT/det/3 Acme/Acme/NNP/compound/3 B20/B20/NNP/nsubj/4" + FLEW
    assert mentions(table, ORG="Acme", PRODUCT="B20") == [("name", "Product", "Acme B20"), ("name", "Organization", "Acme")]


def test_whose_plane_it_is_did_not_make_it():
    table = "An/a/DT/det/4 Acme/Acme/NNP/compound/4 Airlines/Airlines/NNPS/compound/4 B20/B20/NNP/nsubj/5" + FLEW
    assert models(table, ORG="Acme Airlines", PRODUCT="B20") == ["B20"]


def test_its_words_are_its_name_wherever_they_stand():
    table = (
        "The/the/DT/det/3 B20/B20/NNP/compound/3 Stormer/Stormer/NNP/nsubj/4 flew/fly/VBD/ROOT/0 and/and/CC/cc/4"
        " two/two/CD/nummod/7 Stormers/Stormer/NNPS/nsubj/8 landed/land/VBD/conj/4 near/near/IN/prep/8 B20s/B20/NNPS/pobj/9"
    )
    assert models(table, PRODUCT="B20 Stormer", ORG="Stormers") == ["B20 Stormer", "Stormers", "B20s"]
    assert chains(table, PRODUCT="B20 Stormer") == [["B20 Stormer", "Stormers", "B20s"]]


@pytest.mark.parametrize(
    ("noun", "found"),
    [("airliner/airliner/NN", ["707"]), ("project/project/NN", [])],
)
def test_a_bare_number_is_a_model_only_with_a_word_that_tells_it(noun, found):
    table = f"The/the/DT/det/3 707/707/CD/nummod/3 {noun}/nsubj/4" + FLEW
    assert models(table, PRODUCT="707") == found


@pytest.mark.parametrize(
    "told",
    [
        "Flight/flight/NNP/compound/2 B20/B20/NNP/nsubj/3",
        "Terminal/terminal/NNP/nmod/2 3/3/CD/nsubj/3",
        "Stormer/Stormer/NNP/compound/2 Maker/Maker/NNP/nsubj/3",
    ],
)
def test_what_only_has_a_number_or_a_capital_is_none(told):
    assert models(told + FLEW, PRODUCT=" ".join(cell.split("/")[0] for cell in told.split())) == []


def test_a_number_parted_by_a_dash_goes_with_what_stands_before():
    rifle = "An/a/DT/det/4 AK/AK/NNP/compound/4 -/-/HYPH/punct/4 47/47/CD/nsubj/5" + FLEW
    variant = "The/the/DT/det/4 707/707/CD/compound/4 -/-/HYPH/punct/4 20X/20X/NNP/nsubj/5" + FLEW
    assert models(rifle, PRODUCT="47") == ["AK - 47"]
    assert models(variant, PRODUCT="20X") == ["707 - 20X"]


def test_what_a_noun_calls_it_is_it():
    table = (
        "The/the/DT/det/3 B20/B20/NNP/compound/3 airliner/airliner/NN/nsubj/4 landed/land/VBD/ROOT/0 ./././punct/4"
        " The/the/DT/det/7 aircraft/aircraft/NN/nsubj/8 left/leave/VBD/ROOT/0 when/when/WRB/advmod/11 it/it/PRP/nsubj/11"
        " was/be/AUX/ROOT/0"
    ).replace("was/be/AUX/ROOT/0", "crashed/crash/VBD/advcl/8")
    assert chains(table, PRODUCT="B20") == [["B20 airliner", "B20", "aircraft", "it"]]


def test_another_make_of_the_number_is_another_thing():
    table = "The/the/DT/det/2 B20/B20/NNP/nsubj/3 met/meet/VBD/ROOT/0 the/the/DT/det/6 B20/B20/NNP/compound/6 XR/XR/NNP/dobj/3"
    assert chains(table, PRODUCT="B20 XR|B20") == [["B20"], ["B20 XR"]]
