"""The figures of a text: numbers with currency, multiple, unit and rate."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.figures import Figure, figures

NAMES = ("currencies", "sign", "multiple", "unit", "rate", "percent", "bounds")


def shown(figure: Figure) -> dict[str, object]:
    """What a figure has besides its place."""
    values = {name: getattr(figure, name) for name in NAMES if getattr(figure, name)}
    value = f"{figure.low} to {figure.high}" if figure.high is not None else str(figure.value)
    if "currencies" in values:
        values["currencies"] = " ".join(figure.currencies)
    if "bounds" in values:
        values["bounds"] = " ".join(sorted(figure.bounds))
    return {"value": value, **values}


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "some 5 GWh of cells",
            "5 GWh of cells",
            {"unit": "GWh", "rate": "of cells", "bounds": "about"},
        ),
        ("10,000 tonnes a year", None, {"value": "10000", "unit": "tonnes", "rate": "a year"}),
        ("5 GWh per year", None, {"unit": "GWh", "rate": "per year"}),
        ("5 square kilometres", None, {"unit": "square kilometres"}),
        (
            "€5 million annually",
            None,
            {"currencies": "EUR", "sign": "€", "multiple": "million", "rate": "annually"},
        ),
        ("a fee of US$5bn", "US$5bn", {"currencies": "USD", "sign": "US$", "multiple": "billion"}),
        (
            "A$5m each",
            None,
            {"currencies": "AUD", "sign": "A$", "multiple": "million", "rate": "each"},
        ),
        ("RMB 5 million", None, {"currencies": "CNY", "sign": "RMB", "multiple": "million"}),
        ("¥5 billion", None, {"currencies": "JPY CNY", "sign": "¥", "multiple": "billion"}),
        (
            "$1.20 per share",
            None,
            {"value": "1.20", "currencies": "USD", "sign": "$", "rate": "per share"},
        ),
        (
            "5 million dollars",
            None,
            {"currencies": "USD", "sign": "dollars", "multiple": "million"},
        ),
        (
            "a 5-million-euro loan",
            "5-million-euro",
            {"currencies": "EUR", "sign": "euro", "multiple": "million"},
        ),
        ("5% of net sales", None, {"percent": True, "rate": "of net sales"}),
        ("5% per annum", None, {"percent": True, "rate": "per annum"}),
        (
            "from $5 trillion to 7 trillion",
            "$5 trillion to 7 trillion",
            {"value": "5 to 7", "currencies": "USD", "sign": "$", "multiple": "trillion"},
        ),
        ("5-7% of output", None, {"value": "5 to 7", "percent": True, "rate": "of output"}),
        ("sixty (60) days", None, {"value": "60", "unit": "days"}),
        ("5 m deep", "5 m deep", {"unit": "m deep"}),
        ("three old plants", None, {"value": "3", "unit": "old plants"}),
        ("a 28-storey tower", "28-storey tower", {"value": "28", "unit": "storey tower"}),
        (
            "over 5 million homes",
            "5 million homes",
            {"multiple": "million", "unit": "homes", "bounds": "above"},
        ),
        (
            "Around 30 turbines",
            "30 turbines",
            {"value": "30", "unit": "turbines", "bounds": "about"},
        ),
        ("2027 tonnes", None, {"value": "2027", "unit": "tonnes"}),
    ],
)
def test_figures(text, printed, expected):
    (figure,) = figures(text, ENGLISH)
    assert shown(figure) == {"value": "5", **expected}
    assert text[figure.start : figure.end] == (printed or text)


@pytest.mark.parametrize(
    "text",
    [
        "in 2027 and on 6 May 2027",
        "in the third quarter of 2027",
        "Form 8 and Level 5 of it",
        "Phase 2 begins",
        "the Alder-1 wells",
        "see (3) there",
        "+1 555 0100",
        "one of them",
        "one grand plan",
        "5.",
    ],
)
def test_no_figures(text):
    assert figures(text, ENGLISH) == ()


def test_what_a_text_speaks_of_tells_currencies_of_one_sign_apart():
    (figure,) = figures("A Japanese fund pays ¥5 billion", ENGLISH)
    assert figure.currencies == ("JPY",)
    (figure,) = figures("A Chinese fund pays ¥5 billion", ENGLISH)
    assert figure.currencies == ("CNY",)
