"""EDTF strings as first and last days."""

from datetime import date

import pytest
from graph.edtf import days, overlap


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-12-29", date(2019, 12, 29), date(2019, 12, 29)),
        ("2019-12-28/2019-12-29", date(2019, 12, 28), date(2019, 12, 29)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-XX", date(2020, 2, 1), date(2020, 2, 29)),
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2019-12-29~", date(2019, 12, 29), date(2019, 12, 29)),
        ("2019-12-29T10:00", date(2019, 12, 29), date(2019, 12, 29)),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31)),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
        ("2018/..", date(2018, 1, 1), date.max),
        ("../2018", date.min, date(2018, 12, 31)),
    ],
)
def test_first_and_last_day(edtf, first, last):
    assert days(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["", "soon", "2019-13", "2019-02-30", "0000", "2019/2018", "2019/soon"])
def test_what_names_no_days(edtf):
    assert days(edtf) is None


def test_overlap():
    christmas = (date(2019, 12, 24), date(2019, 12, 26))
    assert overlap(christmas, (date(2019, 12, 26), date(2019, 12, 31)))
    assert not overlap(christmas, (date(2019, 12, 27), date(2019, 12, 31)))
