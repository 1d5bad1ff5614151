"""Folding: where each line of a text starts and ends, so that none is wider than its room."""

import re
from collections.abc import Callable, Iterable, Iterator

SPACED = "\x1f{}\x1f"
"""What is between two items: a sign, or two spaces. An item that has no room on a line begins a new
one, and the sign is left out."""

Measure = Callable[[str], int]
"""Returns the columns that a text takes."""

Chop = Callable[[str, int], Iterable[str]]
"""Cuts a word into pieces no wider than some columns."""

_SPACED = re.compile("\x1f.?\x1f")
_WORD = re.compile("[^ ]+")

_Unit = tuple[int, int, int, bool]
"""What is not parted: where it starts and ends, its width, and whether it begins a line.

It is an item, a word of one that is wider than a line, or a piece of such a word.
"""


def stops(
    text: str, first: int, others: int, measure: Measure, chop: Chop
) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends, in `first` columns and then in `others`.

    A text is parted between items, in an item wider than a line between words, and only in a word
    wider than a line anywhere. The time is linear in the length of the text.
    """
    start = end = -1
    left = first
    for begin, stop, width, opens in _units(text, others, measure, chop):
        if start < 0:
            start, left = begin, first - width
        else:
            left -= begin - end + width  # what parts them is as wide as it is long
            if left < 0 or opens:
                yield start, end
                start, left = begin, others - width
        end = stop
    yield max(start, 0), max(end, 0)


def _units(text: str, room: int, measure: Measure, chop: Chop) -> Iterator[_Unit]:
    wide = len if text.isascii() else measure
    at = 0
    for sign in (*_SPACED.finditer(text), None):
        item = text[at : sign.start() if sign else len(text)]
        width = wide(item)
        if width <= room:
            yield at, at + len(item), width, False
        else:
            opens = at > 0
            for word in _WORD.finditer(item):
                start = at + word.start()
                for piece in [word[0]] if wide(word[0]) <= room else chop(word[0], room):
                    yield start, start + len(piece), wide(piece), opens
                    start += len(piece)
                    opens = False
        at = sign.end() if sign else at
