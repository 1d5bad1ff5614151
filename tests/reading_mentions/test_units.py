"""Whether a number has a unit: ranges, currencies of one sign, and what is printed beside it."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.numbers import numbers
from dealcli.reading.units import has_unit


def having(text: str, unit: str, context: str | None = None) -> list[str]:
    """The numbers of a text that have a unit."""
    return [
        text[one.start : one.end]
        for one in numbers(text, ENGLISH)
        if has_unit(text, one, unit, ENGLISH, context)
    ]


@pytest.mark.parametrize(
    ("text", "unit", "values"),
    [
        ("from $5 trillion to 7 trillion", "$ trillion", ["5", "7"]),
        ("from $5 trillion to 7 trillion", "USD trillion", ["5", "7"]),
        ("from $5 trillion to 7 trillion", "EUR trillion", []),
        ("$5 to $7 billion", "$ billion", ["5", "7"]),
        ("$5-7 billion", "USD billion", ["5", "7"]),
        ("$5m-7m", "USD million", ["5", "7"]),
        ("2-3% of output", "% of output", ["2", "3"]),
        ("up to sixty (60) days", "days", ["sixty", "60"]),
        ("5 tonnes a year", "tonnes per year", ["5"]),
        ("5 GWh a year", "tonnes a year", []),
        ("5% of net sales", "% of net sales", ["5"]),
        ("5% of net profit", "% of net sales", []),
        ("A$5 million", "AUD million", ["5"]),
        ("A$5 million", "A$ million", ["5"]),
        ("A$5 million", "USD million", []),
        ("5 million Canadian dollars", "CAD million", ["5"]),
        ("5 million Canadian dollars", "USD million", []),
        ("U.S.$5 million", "USD million", ["5"]),
        ("RMB5 million", "RMB million", ["5"]),
        ("5 km2", "km2", ["5"]),
        ("$5 each", "", []),
        ("5 each", "", ["5"]),
        ("5 m", "", ["5"]),
        ("5 m", "m", ["5"]),
        ("$5 m", "", []),
        ("5 of net sales", "% of net sales", []),
    ],
)
def test_units(text, unit, values):
    assert having(text, unit) == values


@pytest.mark.parametrize(
    ("context", "units"),
    [
        ("A fund pays ¥5 billion", {"JPY", "CNY", "RMB", "¥"}),
        ("A Japanese fund pays ¥5 billion", {"JPY", "¥"}),
        ("A fund in Japan pays ¥5 billion", {"JPY", "¥"}),
        ("A fund pays ¥5 billion, in yen", {"JPY", "¥"}),
        ("A Chinese fund pays ¥5 billion", {"CNY", "RMB", "¥"}),
        ("A Chinese fund pays ¥5 billion in Japan", {"JPY", "CNY", "RMB", "¥"}),
    ],
)
def test_a_sign_of_two_currencies_is_that_of_the_country(context, units):
    all_ = ("JPY", "CNY", "RMB", "¥", "USD")
    assert {unit for unit in all_ if having(context, f"{unit} billion")} == units
    assert {unit for unit in all_ if having("¥5 billion", f"{unit} billion", context)} == units
