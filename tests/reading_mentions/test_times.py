"""The times of a text: their periods, kinds and bounds."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.times import time_bounds, times, written


def read(text: str) -> list[str]:
    """Each time of a text as its period or else its kind, and its bounds."""
    return [" ".join([one.period or one.kind, *sorted(one.bounds)]) for one in times(text, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 6 May 2027", ["2027-05-06"]),
        ("on May 6th, 2027", ["2027-05-06"]),
        ("2027-05-06", ["2027-05-06"]),
        ("in Sept. 2027", ["2027-09"]),
        ("09/2027", ["2027-09"]),
        ("the third quarter of 2027", ["2027-Q3"]),
        ("3Q 2027 and 2027-H2", ["2027-Q3", "2027-H2"]),
        ("in the second half of 2027", ["2027-H2"]),
        ("in the last half of 2027 or its last quarter", ["2027-H2", "quarter"]),
        ("in Q4", ["quarter"]),
        ("fiscal 2027 and FY2028", ["2027", "2028"]),
        ("summer 2027", ["2027"]),
        ("the 2030s and the 1990's", ["decade", "decade"]),
        ("on June 30", ["day"]),
        ("in June", ["month"]),
        ("it may, 5 may, March on", []),
        ("signed in2019and2020", ["2019", "2020"]),
        ("v2019 or 2019x", []),
        ("in the near term, longer-term", ["near-term", "longer-term"]),
        ("now, later and no later than that", ["longer-term"]),
        ("next year, the past few years", ["relative", "relative"]),
        ("a multi-year supply, after some years", ["relative", "relative not_before"]),
        ("more than a century", ["relative"]),
        ("SEHK stock code: 1908", []),
        ("24 months or a five-year term", ["duration", "duration"]),
        ("within sixty (60) days", ["duration by"]),
        ("up to 60 days", ["duration up_to"]),
        ("10 to 15 years", ["duration"]),
    ],
)
def test_times(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 2027", ["2027 by"]),
        ("by the end of 2027", ["2027 by"]),
        ("by year-end 2027", ["2027 by"]),
        ("no later than June 30, 2027", ["2027-06-30 by"]),
        ("from 2033", ["2033 not_before"]),
        ("from the first quarter of 2033", ["2033-Q1 not_before"]),
        ("not before 2033", ["2033 not_before"]),
        ("mid-2027, late 2028", ["2027 about", "2028 about"]),
        ("2027 at the earliest", ["2027 not_before"]),
        ("from 2026 to 2027", ["2026 from", "2027 to"]),
        ("from 2026 through 2027", ["2026 from", "2027 by to"]),
        ("between 2026 and 2027", ["2026 from", "2027 to"]),
        ("(2014-2020, 2022)", ["2014 from", "2020 to", "2022"]),
        ("in 2026 and 2027", ["2026", "2027"]),
    ],
)
def test_bounds(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027 tonnes", []),
        ("$2027", []),
        ("2027 million", []),
        ("2,027 or 2027.5", []),
        ("2027% more", []),
        ("in 2027 employees joined", ["2027"]),
        ("in 2027, 5 plants", ["2027"]),
        ("the 2027 share plan", ["2027"]),
    ],
)
def test_a_year_is_no_part_of_a_number_with_a_unit(text, expected):
    assert read(text) == expected


def test_places():
    text = "By the end of\n2027 or on May 6, 2028, within 60 to 90 days"
    assert [text[one.start : one.end] for one in times(text, ENGLISH)] == [
        "2027",
        "May 6, 2028",
        "60 to 90 days",
    ]


def test_a_year_is_written_in_any_time_of_it():
    text = "by June 30, 2027, or in 2027, not in June 2028"
    assert [one.bounds for one in written("2027", text, ENGLISH)] == [{"by"}, frozenset()]
    assert [one.kind for one in written("2028-06", text, ENGLISH)] == ["month"]
    assert written("2027-06", text, ENGLISH) == ()


def test_the_bounds_of_a_place():
    assert time_bounds("opens around the middle of 2030", 27, 31, ENGLISH) == {"about"}
    assert time_bounds("opens standby of 2030", 17, 21, ENGLISH) == frozenset()
