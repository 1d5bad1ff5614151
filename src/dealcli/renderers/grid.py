"""Text folded to a width, and cells side by side, as lines of Rich's segments.

Rich's own tables do more than that, and a page of ten thousand rows took them ten seconds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.segment import Segment

Line = list[Segment]
Lines = list[Line]

GLUE = "\x1e"
"""A space at which no line ends. Text of a deal never has it: `visible` escapes controls."""

SPACED = "\x1f{}\x1f"
"""What is between two items: a sign, or two spaces. An item that has no room on a line begins a new
one, and the sign is left out."""

_SPACED = re.compile("\x1f.?\x1f")
_WORD = re.compile("[^ ]+")
_WRITTEN = str.maketrans("\x1e\x1f", "  ")


def measure(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else cell_len(text.translate(_WRITTEN))


def width_of(line: Line) -> int:
    """How many columns a line takes."""
    return sum([measure(segment.text) for segment in line])


def fold(line: Line, width: int, hang: int = 0) -> Lines:
    """A text in lines no wider than `width`, all but the first `hang` columns narrower.

    It is parted between items, in an item wider than a line between words, and only in a word wider
    than a line anywhere. The time is linear in the length of the text.
    """
    if width_of(line) <= width:
        return [written(line)]
    text = "".join([segment.text for segment in line])
    return list(_cut(line, _stops(text, width, width - hang)))


def written(line: Line) -> Line:
    """A line as it is printed."""
    return [Segment(text.translate(_WRITTEN), style) for text, style, _ in line if text]


_Unit = tuple[int, int, int, bool]
"""What is not parted: where it starts and ends, its width, and whether it begins a line.

It is an item, a word of one that is wider than a line, or a piece of such a word.
"""


def _stops(text: str, first: int, others: int) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends: the first is `first` columns wide, the others `others`."""
    start = end = -1
    left = first
    for begin, stop, width, opens in _units(text, others):
        if start < 0:
            start, left = begin, first - width
        else:
            left -= begin - end + width  # what parts them is as wide as it is long
            if left < 0 or opens:
                yield start, end
                start, left = begin, others - width
        end = stop
    yield max(start, 0), max(end, 0)


def _units(text: str, room: int) -> Iterator[_Unit]:
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
                width = wide(word[0])
                if width <= room:
                    yield start, start + len(word[0]), width, opens
                else:
                    yield from _pieces(word[0], start, room, opens)
                opens = False
        at = sign.end() if sign else at


def _pieces(word: str, at: int, width: int, opens: bool) -> Iterator[_Unit]:
    for piece in chop_cells(word.translate(_WRITTEN), width):
        yield at, at + len(piece), measure(piece), opens
        at += len(piece)
        opens = False


def _cut(line: Line, stops: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """The segments of a line, each as it is printed."""
    segments = iter(line)
    text, style, _ = next(segments)
    at = 0  # where the current segment begins
    for start, end in stops:
        found = []
        while True:
            if part := text[max(start - at, 0) : end - at]:
                found.append(Segment(part.translate(_WRITTEN), style))
            if at + len(text) >= end:
                break
            at += len(text)
            text, style, _ = next(segments)
        yield found


def beside(cells: Iterable[Iterable[Line]], widths: Sequence[int], gap: int) -> Lines:
    """Cells side by side, each of some lines, in columns of the given widths."""
    lines = []
    for row in zip_longest(*cells, fillvalue=()):
        line: Line = []
        for part, width in zip(row, widths, strict=True):
            line += part
            line.append(Segment(" " * (width - width_of(list(part)) + gap)))
        lines.append(line[:-1])
    return lines


def margin(width: int, lines: Iterable[Line]) -> Lines:
    """Lines moved to the right."""
    space = Segment(" " * width)
    return [[space, *line] for line in lines] if width else list(lines)
