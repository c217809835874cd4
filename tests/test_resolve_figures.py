import pytest
from graph.resolve.figures import Figure, Reconciled, disagreement, reconcile, relation_of
from hypothesis import given
from hypothesis import strategies as st

FIGURES = st.lists(
    st.builds(
        Figure,
        st.integers(0, 500),
        st.sampled_from(["exact", "lower", "upper", "approximate"]),
        st.none(),
        st.none() | st.sampled_from(["2020-01-01", "2020-01-02"]),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Figure(24, "lower"), Figure(25, "lower"), "differs"),
        (Figure(24, "lower"), Figure(24, "lower"), "same"),
        (Figure(24), Figure(31), "contradicts"),
        (Figure(24, "lower"), Figure(19), "contradicts"),
        (Figure(24, "lower"), Figure(24), "differs"),
        (Figure(40, high=99), Figure(50), "differs"),
        (Figure(100, "approximate"), Figure(104), "differs"),
        (Figure(10, "upper"), Figure(12), "contradicts"),
    ],
)
def test_two_figures_are_the_same_or_can_both_hold_or_cannot(one, other, expected):
    assert expected == relation_of(one, other) == relation_of(other, one)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([Figure(24), Figure(24)], None),
        ([Figure(24, "lower"), Figure(25, "lower")], "compatible"),
        ([Figure(15, as_of="2020-01-01"), Figure(19, as_of="2020-01-02")], "update"),
        ([Figure(24, as_of="2020-01-01"), Figure(31, as_of="2020-01-01")], "dispute"),
        ([Figure(24), Figure(31)], "dispute"),
    ],
)
def test_disagreements_have_a_kind(figures, expected):
    assert expected == disagreement(figures)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([Figure(24, "lower"), Figure(25, "lower")], Reconciled(24, 25, 25)),
        ([Figure(15, as_of="2020-01-01"), Figure(19, as_of="2020-01-02")], Reconciled(19, 19, 19)),
        ([Figure(24), Figure(31), Figure(31)], Reconciled(24, 31, 31)),
        ([Figure(40, high=99)], Reconciled(40, 70, 99)),
        ([Figure(25, "lower"), Figure(24)], Reconciled(24, 24, 25)),
        ([Figure(47, "lower", as_of="2020-01-01"), Figure(34, "lower", as_of="2020-01-02")], Reconciled(34, 47, 47)),
        ([Figure(47, "lower", as_of="2020-01-01"), Figure(34, as_of="2020-01-02")], Reconciled(34, 34, 34)),
        ([Figure(28, "lower", as_of="2020-01-01"), Figure(34, "lower", as_of="2020-01-02")], Reconciled(34, 34, 34)),
        ([], None),
    ],
)
def test_low_best_and_high_follow_the_rules(figures, expected):
    assert expected == reconcile(figures)


@given(FIGURES)
def test_best_lies_between_low_and_high_in_any_order(figures):
    found = reconcile(figures)
    assert found.low <= found.best <= found.high
    assert found == reconcile(reversed(figures))
