"""Hedges and negations, with the words that they govern."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.hedges import hedges, negations, weakest


def hedged(text):
    """The hedges of a text: their words, their firmness, what they govern."""
    return [
        (text[one.start : one.end], one.firmness, text[slice(*one.governs)])
        for one in hedges(text, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They own it.", []),
        ("A will build a plant.", [("will", "planned", "A will build a plant.")]),
        (
            "A signed an agreement to form a venture.",
            [("to form", "planned", "to form a venture.")],
        ),
        (
            "A owns a plant, which may close; B pays.",
            [("may", "under-evaluation", "which may close")],
        ),
        (
            "Subject to approval, A pays, and B sells.",
            [("Subject to", "conditional", "Subject to approval, A pays, and B sells.")],
        ),
        ("A agreed. B pays.", [("agreed", "planned", "A agreed.")]),
        ("The price is subject to a floor.", []),
        ("They signed a definitive agreement.", []),
        ("A non-definitive agreement", []),
        (
            "A may earn 5%",
            [("may earn", "conditional", "A may earn 5%")],
        ),
        ("It opens in May", []),
        ("a new plant", []),
        (
            "no decision on the site has yet been made",
            [],
        ),
        (
            "a decision has not yet been made",
            [
                (
                    "decision has not yet been made",
                    "under-evaluation",
                    "a decision has not yet been made",
                )
            ],
        ),
    ],
)
def test_hedges(text, expected):
    assert hedged(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They own it", ("stated", "")),
        ("A may earn 5%", ("conditional", "may earn")),
        ("A may wait", ("under-evaluation", "may")),
        ("aims to do what it will, once it will; plans", ("aspiration", "aims")),
    ],
)
def test_the_weakest_hedge_and_its_first_words(text, expected):
    assert weakest(text, ENGLISH) == expected


def test_negations():
    text = "Neither A nor B is obliged to buy, but C is not released; D isn\u2019t."
    assert [
        (text[one.start : one.end], text[slice(*one.governs)]) for one in negations(text, ENGLISH)
    ] == [
        ("Neither", "Neither A nor B is obliged to buy"),
        ("nor", "nor B is obliged to buy"),
        ("not", "not released"),
        ("isn\u2019t", "isn\u2019t."),
    ]
