"""A text of a million characters that was made to be slow is read in a moment."""

import time
from collections.abc import Callable

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.figures import figures
from dealcli.reading.numbers import numbers
from dealcli.reading.shares import shares
from dealcli.reading.times import times

SIZE = 1 << 20
SECONDS = 1.0


@pytest.mark.parametrize("read", [numbers, figures, shares, times])
@pytest.mark.parametrize(
    "piece",
    ["1", "A", "AB ", "\u201c", "$", "%", "-", "up to ", "between ", "one-", "all the "],
)
def test_no_text_takes_long(read: Callable[..., object], piece: str):
    text = (piece * SIZE)[:SIZE]
    start = time.process_time()
    read(text, ENGLISH)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("read", [figures, shares])
@pytest.mark.parametrize("piece", ["5% ", "\u00a55 to ", "5 of ", "(5) ", "May 5, 2027 ", "50/50 "])
def test_the_time_grows_as_the_text_does(read: Callable[..., object], piece: str):
    def taken(size: int) -> float:
        text = (piece * size)[:size]
        start = time.process_time()
        read(text, ENGLISH)
        return time.process_time() - start

    read(piece, ENGLISH)
    assert taken(SIZE // 16) < 8 * 4 * max(taken(SIZE // 128), 0.005)
