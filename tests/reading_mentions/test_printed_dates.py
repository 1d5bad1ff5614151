"""Times that are printed with digits and marks, and those told without a number."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.times import times


def read(text: str) -> list[str]:
    """Each time of a text as its words, its period or else its kind, and its bounds."""
    return [
        " ".join([f"{text[one.start : one.end]}:", one.period or one.kind, *sorted(one.bounds)])
        for one in times(text, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 31.12.2025.", ["31.12.2025: 2025-12-31 by"]),
        ("on 31/12/2025, or", ["31/12/2025: 2025-12-31"]),
        ("12/31/2025", ["12/31/2025: 2025-12-31"]),
        ("on 5/17/2026", ["5/17/2026: 2026-05-17"]),
        ("on 4/4/2026", ["4/4/2026: 2026-04-04"]),
        ("on 04/05/2026", ["04/05/2026: day"]),
        ("on 3.1.2025", ["3.1.2025: day"]),
        ("(2025/12/31)", ["2025/12/31: 2025-12-31"]),
        ("15-Apr-2025", ["15-Apr-2025: 2025-04-15"]),
        ("5-April-2025", ["5-April-2025: 2025-04-05"]),
        (
            "from 31/12/2025 to 30/06/2026",
            ["31/12/2025: 2025-12-31 from", "30/06/2026: 2026-06-30 to"],
        ),
    ],
)
def test_days_in_digits(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. 607/2025", ["2025: 2025"]),
        ("open 24/7, at 2/1 debt to equity", []),
        ("32.12.2025, 13.13.2025, 31.2.20255", []),
        ("section 4.31.12.2025 or 31.12.2025.4", []),
        ("call 12/31/2025/6", ["2025: 2025"]),
        ("15-Apr-20255", []),
        ("31.12/2025", ["2025: 2025"]),
    ],
)
def test_marks_between_digits_that_are_no_day(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4Q2025 and 2Q26", ["4Q2025: 2025-Q4", "2Q26: 2026-Q2"]),
        ("in 1H26, 2H 2026", ["1H26: 2026-H1", "2H 2026: 2026-H2"]),
        ("FY26, FY2027", ["FY26: 2026", "2027: 2027"]),
        ("by FY99", ["FY99: 1999 by"]),
        ("in Q1 FY26", ["Q1 FY26: 2026-Q1"]),
        ("in 2H FY2026 and 3QFY27", ["2H FY2026: 2026-H2", "3QFY27: 2027-Q3"]),
        ("Q1 26 ships, 1H264", ["Q1: quarter"]),
        ("year end 2027", ["2027: 2027"]),
        (
            "in the second and third quarters of 2026",
            ["second: 2026-Q2", "third quarters of 2026: 2026-Q3"],
        ),
        (
            "the first, second and third quarter",
            ["first: quarter", "second: quarter", "third quarter: quarter"],
        ),
        (
            "the first to second half of 2027",
            ["first: 2027-H1 from", "second half of 2027: 2027-H2 to"],
        ),
        ("for three quarters", []),
        ("at last, third quarter sales", ["third quarter: quarter"]),
    ],
)
def test_parts_of_years(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the end of the year", ["end of the year: relative by"]),
        ("until the end of the quarter", ["end of the quarter: relative by"]),
        ("before the end of the month", ["end of the month: relative by"]),
        ("at the end of the decade", ["end of the decade: relative"]),
        ("by the end of the year 2027", ["2027: 2027 by"]),
        ("on the third anniversary of closing", ["third anniversary of: relative"]),
        ("until the 10th anniversary of it", ["10th anniversary of: relative by"]),
        ("celebrates its third anniversary", []),
    ],
)
def test_times_told_from_another(text, expected):
    assert read(text) == expected
