"""The numbers of a text: their values, bounds, percent signs and places."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.numbers import numbers


def read(text: str) -> list[str]:
    """Each number of a text as its value, its percent sign and its bounds."""
    return [
        " ".join([f"{one.value}{'%' * one.percent}", *sorted(one.bounds)])
        for one in numbers(text, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no number, and nobody", []),
        ("1,400 and 6.0", ["1400", "6.0"]),
        ("1,50 and 2.5.7", ["1", "2.5"]),
        ("at $.05 and .5", ["0.05", "0.5"]),
        ("three, then 4", ["3", "4"]),
        ("twenty-five plants", ["25"]),
        ("Twenty Five plants", ["25"]),
        ("one hundred plants", ["100"]),
        ("one hundred and twenty-five", ["125"]),
        ("two hundred five", ["205"]),
        ("three dozen", ["36"]),
        ("ten five", ["10", "5"]),
        ("twenty and five", ["20", "5"]),
        ("twenty, five", ["20", "5"]),
        ("twenty eleven", ["20", "11"]),
        ("a five-year term", ["5"]),
        ("a one-off, a one-third share, two thirds, three-quarters", []),
        ("someone atwo twos six_ pre-five", []),
        ("one of them", ["1"]),
    ],
)
def test_values(text, values):
    assert read(text) == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 10 units", ["10 up_to"]),
        ("up to an estimated US$ 10", ["10 about"]),
        ("more than USD $10", ["10 above"]),
        ("approximately DKK 10", ["10 about"]),
        ("(about €10)", ["10 about"]),
        ("~ 10", ["10 about"]),
        ("c.25,000 tonnes", ["25000 about"]),
        ("about the 10", ["10"]),
        ("10 million or more", ["10 at_least"]),
        ("10 plus the tax", ["10"]),
        ("10+", ["10 above"]),
        ("up to sixty (60) days", ["60 up_to", "60 up_to"]),
        ("fifty percent (50%)", ["50%", "50%"]),
        ("fifty (50) per cent", ["50%", "50%"]),
    ],
)
def test_bounds(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 5 and 10", ["5 from", "10 to"]),
        ("between $5 million and $10 million", ["5 from", "10 to"]),
        ("from 5 to 10", ["5 from", "10 to"]),
        ("from $5 trillion to 7 trillion", ["5 from", "7 to"]),
        ("5-10%", ["5% from", "10% to"]),
        ("5% to 10%", ["5% from", "10% to"]),
        ("5 to 10 percent", ["5% from", "10% to"]),
        ("5 to 10 million", ["5 from", "10 to"]),
        ("5 GWh to 7 GWh", ["5 from", "7 to"]),
        ("$500 million to $1 billion", ["500 from", "1 to"]),
        ("5 and 10", ["5", "10"]),
        ("among 5 and 10", ["5", "10"]),
        ("10 to 5", ["10", "5"]),
        ("90-10", ["90", "10"]),
        ("$40 billion through 2031", ["40", "2031"]),
        ("1500 to 2000 units", ["1500 from", "2000 to"]),
        ("5 plants to 7 buyers", ["5", "7"]),
        ("raised from 5% to 10%", ["5%", "10%"]),
        ("call 1-800-5550-9000", ["1", "800", "5550", "9000"]),
        ("3 to 5, 6 to 8", ["3 from", "5 to", "6 from", "8 to"]),
    ],
)
def test_ranges(text, expected):
    assert read(text) == expected


def test_places():
    text = "Some\n1,400.5 units or\ttwenty-two and one hundred and five"
    assert [text[one.start : one.end] for one in numbers(text, ENGLISH)] == [
        "1,400.5",
        "twenty-two",
        "one hundred and five",
    ]
