"""Texts made to be slow: what is read of them takes time in proportion to their length."""

import time

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.boilerplate import boilerplate
from dealcli.reading.glued import glued
from dealcli.reading.listings import listings
from dealcli.reading.parties import parties
from dealcli.reading.people import people
from dealcli.reading.speeches import speeches

PIECES = (
    "1234567890 ",
    '"',
    "“",
    "A",
    "A ",
    "Abc Inc. ",
    "Acme (“Ab”) ",
    "Bank of ",
    "CEO, ",
    "NYSE: ",
    "symbol “AB” ",
    "up to ",
    "(",
    "aB",
    "said ",
    "About Abc\n",
    " ",
    "\n",
    "a@",
    "+1 ",
    "A & B, ",
)
SIZE = 100_000
SECONDS = 2.0
"""Ten times what the slowest takes; a time in proportion to the square is above it."""


@pytest.mark.parametrize("read", [boilerplate, glued, listings, parties, people, speeches])
@pytest.mark.parametrize("piece", PIECES)
def test_reading_is_linear(piece: str, read: object) -> None:
    text = piece * (SIZE // len(piece))
    start = time.process_time()
    read(text, ENGLISH)  # type: ignore[operator]
    assert time.process_time() - start < SECONDS
