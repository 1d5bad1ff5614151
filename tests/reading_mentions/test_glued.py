"""Glued words: two words without the space between them."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.glued import glued

GLUED = [
    ("Mr Roe works atNordvik. Nordvik is", ["at|Nordvik"]),
    ("Contact DetailsNordvik and Nordvik", ["Details|Nordvik"]),
    ("About NordvikNordvik makes cells; Nordvik", ["Nordvik|Nordvik"]),
    ("TheEuropean lender, a European bank", ["The|European"]),
    ("pay with PayPal", []),
    ("we pay a pal with PayPal and PayPal again", []),
    ("eBay in the bay, McDonald and Donald", []),
    ("a GmbH makes 5 kWh", []),
    ("LinkedIn is linked in", []),
    ("StarPlus Energy, a Star in Plus", ["Star|Plus"]),
    ("StarPlus Energy: StarPlus, a Star in Plus", []),
    ("Alder in Alderman", []),
]


@pytest.mark.parametrize(("text", "words"), GLUED)
def test_words_are_glued_where_both_halves_are_words(text: str, words: list[str]) -> None:
    found = glued(text, ENGLISH)
    assert [f"{text[one.start : one.split]}|{text[one.split : one.end]}" for one in found] == words
