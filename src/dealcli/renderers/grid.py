"""Text folded to a width, and cells side by side, as lines of Rich's segments.

Rich's own tables do more than that, and a page of ten thousand rows took them ten seconds.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.segment import Segment

from dealcli.renderers.folding import stops

Line = list[Segment]
Lines = list[Line]

GLUE = "\x1e"
"""A space at which no line ends. Text of a deal never has it: `visible` escapes controls."""

_WRITTEN = str.maketrans("\x1e\x1f", "  ")


def measure(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else cell_len(text.translate(_WRITTEN))


def width_of(line: Line) -> int:
    """How many columns a line takes."""
    return sum([measure(segment.text) for segment in line])


def fold(line: Line, width: int, hang: int = 0) -> Lines:
    """A text in lines no wider than `width`, all but the first `hang` columns narrower.

    `folding.stops` says where it is parted.
    """
    if width_of(line) <= width:
        return [written(line)]
    text = "".join([segment.text for segment in line])
    return list(_cut(line, stops(text, width, width - hang, measure, _chop)))


def written(line: Line) -> Line:
    """A line as it is printed."""
    return [Segment(text.translate(_WRITTEN), style) for text, style, _ in line if text]


def _chop(word: str, width: int) -> list[str]:
    """A word in pieces of a width."""
    return chop_cells(word.translate(_WRITTEN), width)


def _cut(line: Line, stops: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """The segments of each line, each as it is printed."""
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
