"""Those who are counted among the dead and wounded, on parses written by hand."""

from __future__ import annotations

import pytest
from graph.events.victims import named_victims

from scenes import ground, told

CLASSES = {"nurses": "Group", "guard": "Person", "names": "Equipment"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "The/the/DT/det/2 dead/dead/NN/nsubj/3 included/include/VBD/ROOT/0 nurses/nurse/NNS/dobj/3 and/and/CC/cc/4"
            " a/a/DT/det/7 guard/guard/NN/conj/4",
            [("Death", {"target": ["nurses", "guard"]})],
        ),
        (
            "Two/two/CD/nummod/2 nurses/nurse/NNS/nsubj/3 were/be/VBD/ROOT/0 among/among/IN/prep/3 the/the/DT/det/6"
            " wounded/wounded/JJ/pobj/4",
            [("Injury", {"target": ["nurses"]})],
        ),
        (
            "Among/among/IN/prep/4 the/the/DT/det/3 dead/dead/JJ/pobj/1 were/be/VBD/ROOT/0 nurses/nurse/NNS/attr/4",
            [("Death", {"target": ["nurses"]})],
        ),
        (
            "Two/two/CD/nsubj/5 of/of/IN/prep/1 the/the/DT/det/4 wounded/wound/VBN/pobj/2 were/be/VBD/ROOT/0"
            " nurses/nurse/NNS/attr/5",
            [("Injury", {"target": ["nurses"]})],
        ),
        ("The/the/DT/det/2 dead/dead/NN/nsubj/3 included/include/VBD/ROOT/0 names/name/NNS/dobj/3", []),
        ("The/the/DT/det/2 guard/guard/NN/nsubj/3 included/include/VBD/ROOT/0 nurses/nurse/NNS/dobj/3", []),
        ("The/the/DT/det/2 dead/dead/NN/nsubj/3 left/leave/VBD/ROOT/0 nurses/nurse/NNS/dobj/3", []),
    ],
)
def test_who_is_counted_among_the_dead_or_wounded_died_or_was_hurt(table: str, expected: list[tuple[str, dict[str, list[str]]]]):
    scene = ground(table, CLASSES)
    found = list(named_victims(list(scene.reading.event_words.values()), scene))

    assert expected == [told(draft) for draft in found]
    assert not any(draft.figures for draft in found)
