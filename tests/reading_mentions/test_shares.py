"""The shares of a text: their values, and whether they are of ownership."""

from decimal import Decimal

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.shares import shares, shares_in_words


def read(text: str) -> list[str]:
    """Each share of a text as its value, its bounds and what it is of."""
    return [
        " ".join([f"{one.value:.5g}", *sorted(one.bounds), one.of or "?"])
        for one in shares(text, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme takes a 90% equity stake", ["90 ownership"]),
        ("Acme takes up to 30 per cent of the shares", ["30 up_to ownership"]),
        ("the remaining 49%", ["49 ownership"]),
        ("Alder holds 70% and Birch 30%", ["70 ownership", "30 ownership"]),
        ("can earn a further 5% by drilling", ["5 ownership"]),
        ("acquire a 20% interest on signing", ["20 ownership"]),
        ("a 2% royalty", ["2 other"]),
        ("10% of net sales", ["10 other"]),
        ("the owner pays 10% of net sales", ["10 other"]),
        ("an interest in 10% of the total net sales", ["10 other"]),
        ("holds a new 5% quarterly royalty", ["5 other"]),
        ("interest at 5% per annum", ["5 other"]),
        ("an interest rate of 5%", ["5 other"]),
        ("200% of the shares", ["200 other"]),
        ("It is 5% there.", ["5 ?"]),
        ("It is 5% there. Shares rose.", ["5 ?"]),
        ("a 50/50 joint venture", ["50 ownership", "50 ownership"]),
        ("held 60:40", ["60 ownership", "40 ownership"]),
        ("a 90-10 split", ["90 ownership", "10 ownership"]),
        ("a 40/30/30 venture", ["40 ownership", "30 ownership", "30 ownership"]),
        ("open 24/7 or 50/40", []),
        ("on 50/50/2025", []),
        ("one-third of Acme", ["33.333 ?"]),
        ("a two-thirds stake", ["66.667 ownership"]),
        ("a quarter of the shares", ["25 ownership"]),
        ("a half interest", ["50 ownership"]),
        ("half of its output", []),
        ("its third shareholder", []),
        ("the third quarter, the first half of the shares", []),
        ("a wholly-owned subsidiary", ["100 ownership"]),
        ("all issued and outstanding shares", ["100 ownership"]),
        ("all of us, and the entire team", []),
        ("in equal shares", ["50 ownership"]),
        ("sells a third of the company", ["33.333 ownership"]),
        ("20% of the company, for cash", ["20 ownership"]),
        ("buys a fifth of the business from Alder", ["20 ownership"]),
        ("a third of the company's vans and of the company workforce", []),
        ("a 1/3 interest", ["33.333 ownership"]),
        ("a 1/3 undivided interest", ["33.333 ownership"]),
        ("3/5 of the issued shares", ["60 ownership"]),
        ("a 1/4 share and 2/1 debt", ["25 ownership"]),
        ("on 5/6 the shares fell, 3/5 of its output", []),
        ("607/2025 shares, 4/5/2026 shares, $1/3 shares, 5/3 interest", []),
        ("as equal partners", ["50 ownership"]),
        ("three equal partners", ["33.333 ownership"]),
        ("held in equal parts", ["50 ownership"]),
        ("will own equally the plant", ["50 ownership"]),
        ("an equally good plant", []),
        ("holds seventy-five percent (75%) of the shares", ["75 ownership"]),
        ("holds about 75% (seventy-five per cent)", ["75 about ownership"]),
        ("holds seventy-five (75) percent", ["75 ownership"]),
        ("owned 60% to 40%", ["60 ownership", "40 ownership"]),
        ("a 60%-40% joint venture", ["60 ownership", "40 ownership"]),
        ("holds 40% to 60%", ["40 from ownership", "60 to ownership"]),
        ("majority owned by Acme", ["50 above ownership"]),
        ("sells a minority stake", ["50 below ownership"]),
        ("stays the majority shareholder", ["50 above ownership"]),
        ("which owns all of Birch Ltd", ["100 ownership"]),
        ("all shareholders agree", []),
    ],
)
def test_shares(text, expected):
    assert read(text) == expected


def test_places():
    text = (
        "A 50/50 venture, 30 percent and one-third held, wholly owned, held ten percent (10%), "
        "a 1/3 interest, equal partners"
    )
    assert [text[one.start : one.end] for one in shares(text, ENGLISH)] == [
        "50",
        "50",
        "30 percent",
        "one-third",
        "wholly",
        "ten percent (10%)",
        "1/3",
        "equal partners",
    ]


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("The Whole of it", 100, True),
        ("in equal parts", 50, True),
        ("a 50-50 venture", 50, True),
        ("behalf, overall", 50, False),
        ("half of it", 25, False),
    ],
)
def test_shares_in_words(text, value, said):
    assert shares_in_words(text, Decimal(value), ENGLISH) is said
