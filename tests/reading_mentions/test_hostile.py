"""Texts made to be slow are read to their end, and every span of a mention is in its text.

A reader whose time grew with the square of the length would not end before the limit of the run;
how long each takes is measured by benchmarks, since a test would also time what else runs.
"""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.boilerplate import boilerplate
from dealcli.reading.clauses import clauses
from dealcli.reading.figures import figures
from dealcli.reading.glued import glued
from dealcli.reading.hedges import hedges, negations
from dealcli.reading.listings import listings
from dealcli.reading.numbers import numbers
from dealcli.reading.parties import parties
from dealcli.reading.people import people
from dealcli.reading.shares import shares
from dealcli.reading.speeches import speeches
from dealcli.reading.times import times

PIECES = (
    "1",
    "1234567890 ",
    "5% ",
    "¥5 to ",
    "5 of ",
    "(5) ",
    "May 5, 2027 ",
    "50/50 ",
    '"',
    "“",
    "$",
    "-",
    "A",
    "A ",
    "AB ",
    "Abc Inc. ",
    "Acme (“Ab”) ",
    "Bank of ",
    "CEO, ",
    "NYSE: ",
    "symbol “AB” ",
    "up to ",
    "between ",
    "one-",
    "all the ",
    "may if not ",
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
SIZE = 1 << 17


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_that_repeats_one_thing(piece):
    text = (piece * SIZE)[:SIZE]
    for read in (
        boilerplate,
        clauses,
        figures,
        glued,
        hedges,
        listings,
        negations,
        numbers,
        parties,
        people,
        shares,
        speeches,
        times,
    ):
        assert all(0 <= one.start <= one.end <= SIZE for one in read(text, ENGLISH)), read
