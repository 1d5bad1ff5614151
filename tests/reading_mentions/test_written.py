"""How a text may write a period of the deal file."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.times import written

WRITTEN = {
    "2027": ["2027", "in 2027.", "(2027)", "FY-2027", "late-2027,"],
    "2024-Q1": ["the first quarter of 2024", "1st quarter 2024", "Q1 2024", "1Q 2024", "2024 Q1"],
    "2024-Q2": ["second quarter of the year 2024", "2nd-quarter of 2024", "Second Quarter, 2024"],
    "2024-Q3": ["third-quarter 2024", "3rd quarter of 2024", "Q3, 2024", "2024-Q3", "q3 of 2024"],
    "2024-Q4": ["fourth quarter of 2024", "4th quarter 2024", "last quarter of 2024", "4Q 2024"],
    "2024-H1": ["first half of 2024", "1st half 2024", "H1 2024", "1H 2024", "2024-H1"],
    "2024-H2": [
        "second half of 2024",
        "2nd half of 2024",
        "last half of 2024",
        "2024 H2",
        "2H 2024",
    ],
    "2024-06": ["June 2024", "June of 2024", "Jun 2024", "Jun. 2024", "June, 2024", "2024-06"],
    "2024-09": ["September 2024", "Sept. 2024", "Sep 2024", "sept 2024", "09/2024"],
    "2024-12": ["December of the year 2024", "12/2024", "DECEMBER 2024"],
    "2025-01": ["January 2025", "Jan. 2025"],
    "2025-04-14": [
        "April 14, 2025",
        "April 14 2025",
        "Apr. 14, 2025",
        "Apr 14th, 2025",
        "14 April 2025",
        "14. April 2025",
        "14th of April, 2025",
        "the 14th of April 2025",
        "2025-04-14",
        "April 14 of 2025",
    ],
    "2025-03-02": ["March 2, 2025", "March 02, 2025", "2 Mar 2025", "2nd March 2025", "2025-03-02"],
    "2025-05-03": ["May 3rd, 2025", "3rd of May, 2025"],
    "2025-08-01": ["August 1st, 2025", "1st August 2025", "01 Aug 2025"],
}

NOT_WRITTEN = {
    "2027": ["12027", "20270", "2,027", "v.2027", "2027th"],
    "2024-Q1": [
        "first quarter of 2023",
        "second quarter of 2024",
        "Q11 2024",
        "first half of 2024",
    ],
    "2024-Q2": ["last quarter of 2024", "Q2 20245"],
    "2024-Q3": ["the quarter of 2024", "third quarters of 2024"],
    "2024-H1": ["last half of 2024", "the first quarter of 2024", "H2 2024"],
    "2024-06": ["July 2024", "June 2023", "June 6, 2024", "Jun", "2024-06th"],
    "2025-04-14": ["April 2025", "April 4, 2025", "April 14, 2024", "May 14, 2025", "2025-04-141"],
    "2025-03-02": ["March 12, 2025", "22 March 2025", "March 20, 2025", "2025-3-2"],
}


@pytest.mark.parametrize(
    ("period", "text"), [(period, text) for period, forms in WRITTEN.items() for text in forms]
)
def test_a_period_as_a_source_may_write_it(period, text):
    assert written(period, text, ENGLISH)


@pytest.mark.parametrize(
    ("period", "text"), [(period, text) for period, forms in NOT_WRITTEN.items() for text in forms]
)
def test_what_is_another_period(period, text):
    assert not written(period, text, ENGLISH)
