"""Text folded to a width, and cells side by side.

Rich's own tables do more than that, and a page of ten thousand rows took them ten seconds.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Union

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Line

from dealcli.renderers.drawing import DrawnChart
from dealcli.renderers.ink import DrawnBar

_WORD = re.compile(r"\s*+\S++\s*+|\s++")
"""A word with the white space around it, or nothing but white space, in linear time."""

Segments = list[Segment]
"""One line, as Rich writes it."""

Renderable = Union[Line, DrawnBar, "Grid"]


class Grid:
    """Rows of cells in columns as wide as is said; every line fills its column."""

    def __init__(self, widths: Sequence[int], gap: int) -> None:
        self.widths = widths
        self.gap = Segment(" " * gap)
        self.rows: list[tuple[Renderable, ...]] = []

    def add(self, *cells: Renderable) -> None:
        """Put a row below the others: a cell for each column."""
        self.rows.append(cells)

    def lines(self, console: Console) -> Iterator[Segments]:
        """The grid's lines: of a row, as many as its highest cell has."""
        blanks = [[Segment(" " * width)] for width in self.widths]
        for row in self.rows:
            cells = [
                _filled(console, cell, width) for cell, width in zip(row, self.widths, strict=True)
            ]
            for beside in zip_longest(*cells):
                line: Segments = []
                for drawn, blank in zip(beside, blanks, strict=True):
                    line += drawn or blank
                    line.append(self.gap)
                yield line[:-1]


def lines_of(
    console: Console, renderable: Renderable | DrawnChart, width: int, indent: int = 0
) -> Iterator[Segments]:
    """What stands by itself, line by line: as wide as it is, and no wider than is said."""
    margin = [Segment(" " * indent)] if indent else []
    if isinstance(renderable, Line):
        for line in _folded(console, renderable, width - indent):
            yield margin + line
    elif isinstance(renderable, DrawnBar):
        yield margin + renderable.segments(width - indent)
    elif isinstance(renderable, DrawnChart):
        yield from renderable.lines()
    else:
        yield from renderable.lines(console)


def _filled(console: Console, cell: Renderable, width: int) -> list[Segments]:
    if isinstance(cell, Grid):
        return list(cell.lines(console))
    if isinstance(cell, DrawnBar):
        return [Segment.adjust_line_length(cell.segments(width), width)]
    if cell.cell_len <= width:
        padded = cell.copy()
        padded.pad_right(width - cell.cell_len)
        return [_segments(padded)]
    return [Segment.adjust_line_length(line, width) for line in _folded(console, cell, width)]


def _folded(console: Console, text: Line, width: int) -> Iterator[Segments]:
    """A text in lines no wider than is said."""
    if text.cell_len <= width:
        yield _segments(text)
    elif [(span.start, span.end) for span in text.spans] == [(0, len(text))]:
        style = text.spans[0].style
        for line in folded(text.plain, width):
            yield [_segment(line, style)]
    else:
        yield from map(_segments, text.wrap(console, width, overflow="fold"))


def folded(text: str, width: int) -> Iterator[str]:
    """A text of one style in lines no wider than is said, parted as Rich does it.

    Rich makes a text with its styles of every line, which a mebibyte of words waits for.
    """
    measure = len if text.isascii() else cell_len
    line, used = "", 0
    for word in _WORD.findall(text):
        needed = measure(word.rstrip())
        if needed > width - used:
            if line:
                yield _cropped(line, width)
            line, used = "", 0
            if needed > width:
                *full, word = chop_cells(word, width)
                yield from full
        line += word
        used += measure(word)
    yield _cropped(line, width)


def _cropped(line: str, width: int) -> str:
    """A line without the spaces at its end for which there is no room."""
    return line if len(line) <= width else line.rstrip().ljust(width)


def _segments(line: Line) -> Segments:
    """A line in its styles: Rich's own way allows for spans that lie over one another."""
    found = []
    at = 0
    for start, end, style in line.spans:
        if at < start:
            found.append(_segment(line.plain[at:start], line.style))
        found.append(_segment(line.plain[start:end], style))
        at = end
    if at < len(line):
        found.append(_segment(line.plain[at:], line.style))
    return found


def _segment(text: str, style: str | Style) -> Segment:
    return Segment(text, style if isinstance(style, Style) else None)
