"""A page for people: tables in a terminal or a pipe, at any width, nothing cut."""

import os
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TextIO, cast

from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text as Line

from dealcli import report as neutral
from dealcli.page import Page
from dealcli.renderers import drawing
from dealcli.renderers.charting.layout import layout
from dealcli.renderers.grid import Grid, Renderable, lines_of
from dealcli.renderers.ink import DrawnBar, Ink
from dealcli.report import Bar, Block, Box, Cell, Chart, Group, Link, Report, Row, SideBySide, Table

LEAST, MOST = 20, 120
"""Columns: a narrower stream is written to as if it had these, of a wider one the rest is empty."""

PIPE = 80
"""Columns of a stream that has none of its own."""

TABLES_FROM = 60
"""Columns from which rows are laid out as tables; below, their cells fold under one another."""

LABEL, GAP = 10, 2
"""Columns of a label, and between two cells."""

SIDE = 32
"""Columns that each group needs in order to stand beside another."""

MARK = 14
"""Columns of a row's firmness and citation, at the most."""

NARROW, GROWN = 8, 20
"""Columns that a cell keeps when room is scarce: as wide as its text, and the one that grows."""

Placed = tuple[int, Renderable | drawing.DrawnChart]
"""What stands on lines of its own, and how far it is indented."""


def render(page: Page, stream: TextIO) -> str:
    """The page as wide as the stream, in its colours and with signs that it can write."""
    # Drawn in memory, since what writes is to see that it arrives. Rich asks other streams for a
    # width and stumbles over odd values of COLUMNS: it is told.
    console = Console(
        file=StringIO(),
        force_terminal=stream.isatty() or None,
        width=_columns(stream),
        height=25,
        highlight=False,
        markup=False,
        emoji=False,
    )
    drawn = draw(page.report(), console, stream.encoding)
    return "\n".join(line.rstrip() for line in drawn.split("\n"))


def draw(report: Report, console: Console, encoding: str = "utf-8") -> str:
    """Print a report to a console in memory, as wide as it is within bounds; what was printed."""
    console.width = min(max(console.width, LEAST), MOST)
    segments = []
    for indent, what in _Layout(report, console.width, Ink(encoding)).lines():
        for line in lines_of(console, what, console.width, indent):
            segments += [*line, Segment.line()]
    console.print(Segments(segments), crop=False, end="")
    return cast(StringIO, console.file).getvalue()


def _columns(stream: TextIO) -> int:
    """`COLUMNS` where it is a number of columns, else the terminal's, else those of a pipe."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given[:9]):
        return int(given[:9])
    try:
        return os.get_terminal_size(stream.fileno()).columns or PIPE
    except (OSError, ValueError):
        return PIPE


class _Layout:
    """A report as lines and grids of one width."""

    def __init__(self, report: Report, width: int, ink: Ink) -> None:
        self.report = report
        self.width = width
        self.ink = ink
        self.rows = neutral.rows_of(report)
        self.mark_width = self.widest_mark(self.rows)

    def lines(self) -> Iterator[Placed]:
        report = self.report
        yield 0, self.ink.line(neutral.strong(report.title))
        yield from self.block(Line(), Table("", report.subtitle), indent=0)
        for section in report.sections:
            yield 0, Line()
            if section.title:
                yield from self.block(Line(), Table("", (section.title,)), indent=0)
            for block in section.blocks:
                yield from self.block(self.label(block, titled=section.title is not None), block)
        told = (map(self.ink.line, one) for one in (report.footer, report.hints))
        closing = [self.legend(), *told]
        yield 0, Line()
        for items in closing:
            yield from ((0, line) for line in self.packed(items))

    def legend(self) -> list[Line]:
        """The signs on the page; on a chart, that no words are quoted has none."""
        charts = neutral.charts_of(self.report)
        charted = [row for chart in charts for row in chart.rows]
        rows = [row for row in self.rows if row not in charted]
        for chart in charts:
            signed: list[Box | Link] = [*chart.boxes, *chart.links, *chart.named]
            for one in signed:
                found = one.citation and one.citation.state != "none"
                rows.append(Row((), one.firmness, one.citation if found else None))
        lines = [line for chart in charts for line in drawing.legend(chart, self.ink)]
        return [*lines, *self.ink.legend(rows)]

    def label(self, block: Block, *, titled: bool) -> Line:
        if titled:
            return self.ink.line(neutral.dim(block.label.replace("¶", self.ink.paragraph)))
        return self.ink.label(block.label)

    def packed(self, items: Iterable[Line]) -> Iterator[Line]:
        """Items in a row, as many on a line as fit, none of them parted."""
        line = Line(overflow="fold")
        for item in items:
            if line and line.cell_len + GAP + item.cell_len > self.width:
                yield line
                line = Line(overflow="fold")
            line = line.append(" " * GAP if line else "").append_text(item)
        if line:
            yield line

    def block(self, label: Line, block: Block, indent: int = LABEL + GAP) -> Iterator[Placed]:
        """A block beside its label; indented by nothing, it is what stands above blocks."""
        if not neutral.rows_in(block):
            return
        if isinstance(block, Chart):
            yield 0, drawing.DrawnChart(layout(block, self.ink, self.width), self.ink)
            return
        grid = None
        if self.width >= TABLES_FROM:
            grid = (
                self.beside(block) if isinstance(block, SideBySide) else self.table(block, indent)
            )
        if grid is None:
            yield from self.folded(label, block, indent=2 if indent else 0)
        elif indent:
            labelled = Grid((LABEL, self.width - indent), GAP)
            labelled.add(label, grid)
            yield 0, labelled
        else:
            yield 0, grid

    def table(self, table: Table, indent: int) -> Grid | None:
        """A table of the layout's width; None when its columns have no room in it."""
        return self.grid(table.rows, self.width - indent, self.mark_width, table.grow)

    def grid(self, rows: Sequence[Row], width: int, mark_width: int, grow: int = 0) -> Grid | None:
        """Rows with their marks at the right edge."""
        cells = [[self.cell(cell) for cell in row.cells] for row in rows]
        room = width - mark_width - GAP * len(cells[0])
        widths = _widths(cells, grow, room)
        if widths is None:
            return None
        grid = Grid((*widths, mark_width), GAP)
        for row, drawn in zip(rows, cells, strict=True):
            grid.add(*drawn, self.ink.mark(row))
        return grid

    def beside(self, block: SideBySide) -> Grid | None:
        """Groups in columns, or under one another; None where they have no room for either."""
        room = self.width - LABEL - GAP
        width = (room - GAP * (len(block.groups) - 1)) // len(block.groups)
        beside = self.groups(block, width) if width >= SIDE else None
        if beside:
            grid = Grid((width,) * len(block.groups), GAP)
            grid.add(*beside)
            return grid
        below = self.groups(block, room)
        if below is None:
            return None
        grid = Grid((room,), GAP)
        for one in below:
            grid.add(one)
        return grid

    def groups(self, block: SideBySide, width: int) -> list[Grid] | None:
        """Each group of a block in a width; None where one has no room in it."""
        grids = [self.group(group, width) for group in block.groups]
        return [grid for grid in grids if grid] if all(grids) else None

    def group(self, group: Group, width: int) -> Grid | None:
        title = Row((neutral.dim(group.title.upper()),))
        return self.grid([title, *group.rows], width, self.widest_mark(group.rows))

    def folded(self, label: Line, block: Block, indent: int) -> Iterator[Placed]:
        """A block for a narrow stream: its cells one after another, bars on lines of their own."""
        if label:
            yield 0, label
        groups = block.groups if isinstance(block, SideBySide) else (Group("", block.rows),)
        for group in groups:
            if group.title:
                yield indent, self.ink.line(neutral.dim(group.title.upper()))
            for row in group.rows:
                lines = [self.ink.line(cell) for cell in row.cells if not isinstance(cell, Bar)]
                told = Line("  ").join(line for line in [*lines, self.ink.mark(row)] if line)
                yield indent, told
                for cell in row.cells:
                    if isinstance(cell, Bar) and cell.solid + cell.soft:
                        yield indent, self.ink.bar(cell)

    def cell(self, cell: Cell) -> "Line | DrawnBar":
        return self.ink.bar(cell) if isinstance(cell, Bar) else self.ink.line(cell)

    def widest_mark(self, rows: Iterable[Row]) -> int:
        """As wide as the widest of some rows, within bounds: a row may rest on many paragraphs."""
        return min(max((self.ink.mark(row).cell_len for row in rows), default=0), MARK)


def _widths(rows: "list[list[Line | DrawnBar]]", grow: int, room: int) -> list[int] | None:
    """The width of each column: its text's, less where room is scarce, the rest to what grows.

    At least one, since a mark that joins the character before it has no width of its own. None
    when there is not even room for the narrowest.
    """
    widths = [
        max(max(cell.cell_len, 1) if isinstance(cell, Line) else GROWN for cell in column)
        for column in zip(*rows, strict=True)
    ]
    least = [min(width, GROWN if index == grow else NARROW) for index, width in enumerate(widths)]
    if sum(least) > room:
        return None
    while (over := sum(widths) - room) > 0:
        spare = [width - low for width, low in zip(widths, least, strict=True)]
        widest = spare.index(max(spare))
        widths[widest] -= min(over, (spare[widest] + 1) // 2)
    widths[grow] += room - sum(widths)
    return widths
