"""A page for people: tables in a terminal or a pipe, at any width, nothing cut."""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TextIO, cast

from rich.console import Console
from rich.segment import Segment, Segments

from dealcli import report as neutral
from dealcli.page import Page
from dealcli.renderers import text_chart
from dealcli.renderers.charting.layout import layout
from dealcli.renderers.grid import Line, Lines, beside, fold, margin, written
from dealcli.renderers.streams import columns
from dealcli.renderers.symbols import Shown
from dealcli.renderers.tables import INDENT, Tables
from dealcli.renderers.theme import Theme
from dealcli.report import (
    Block,
    Chart,
    Hints,
    Report,
    Row,
    Section,
    Shares,
    SideBySide,
    Table,
)

LEAST, MOST = 20, 120
"""Columns: a narrower stream is written to as if it had these, of a wider one the rest is empty."""

MEASURE = 100
"""Maximum number of columns of text: in longer lines a name and its details are far apart."""

LABELS_FROM = 70
"""Minimum number of columns to put a label beside its content; with fewer it goes above."""

LABEL, GAP = 10, 2
"""Columns of a label, and after it."""


def render(page: Page, stream: TextIO) -> str:
    """The page as wide as the stream, in its colours and with signs that it can write."""
    # Drawn in memory, so that the caller writes the text and handles failures. The width is given,
    # since Rich asks other streams for one and fails on odd values of COLUMNS.
    console = Console(
        file=StringIO(),
        force_terminal=stream.isatty() or None,
        width=columns(stream),
        height=25,
        highlight=False,
        markup=False,
        emoji=False,
    )
    drawn = draw(page.report, console, stream.encoding)
    return "\n".join(line.rstrip() for line in drawn.split("\n"))


def draw(report: Report, console: Console, encoding: str = "utf-8") -> str:
    """Print a report to a console in memory, as wide as it is within bounds; what was printed."""
    console.width = min(max(console.width, LEAST), MOST)
    segments: Line = []
    for line in _Layout(report, console.width, Theme(encoding)).lines():
        segments += [*line, Segment.line()]
    console.print(Segments(segments), crop=False, end="")
    return cast(StringIO, console.file).getvalue()


class _Layout:
    """A report as lines of one width."""

    def __init__(self, report: Report, width: int, theme: Theme) -> None:
        self.report = report
        self.most = width
        self.width = min(width, MEASURE)
        self.theme = theme
        self.charts = neutral.charts_of(report)
        self.labelled = self.width >= LABELS_FROM
        self.indent = LABEL + GAP if self.labelled else INDENT
        self.tables = Tables(report, self.width - self.indent, theme)

    def lines(self) -> Iterator[Line]:
        """The whole page."""
        report = self.report
        # What is quoted for the deal as a whole supports the title.
        whole = [row for row in report.subtitle if row.record == "/"]
        title = self.theme.line(neutral.strong(report.title))
        title += [segment for row in whole for segment in self.theme.citation(row)]
        yield from fold(title, self.width)
        for row in report.subtitle:
            yield from self.tables.text(row, self.width, cited=row.record != "/")
        for section in report.sections:
            yield []
            yield from self.section(section)
        if legend := self.legend():
            width = self.most if self.charts else self.width
            yield from ([], *fold(self.theme.items(legend, ""), width))

    def section(self, section: Section) -> Iterator[Line]:
        self.tables.title = section.title
        if section.title:
            yield from self.tables.text(section.title, self.width)
        for number, block in enumerate(section.blocks):
            apart = section.spaced or (block.label and not (self.labelled or section.title))
            if number and apart:
                yield []
            yield from self.block(block, titled=section.title is not None)

    def block(self, block: Block, *, titled: bool) -> Iterator[Line]:
        """A block beside or below its label."""
        if isinstance(block, Chart):
            yield from self.chart(block)
            return
        label = self.theme.label(block.label) if titled else self.theme.heading(block.label)
        if titled and not self.labelled and block.label and (row := _single(block)):
            yield from self.tables.text(row, self.width, [*label, *self.theme.label(": ")])
            return
        lines = self.content(block)
        if self.labelled and lines:
            labels = fold(label, LABEL)
            yield from beside((labels, lines), (LABEL, self.width - self.indent), GAP)
        elif lines:
            yield from [written(label)] if block.label else []
            yield from margin(self.indent, lines)

    def content(self, block: Table | Shares | SideBySide | Hints) -> Lines:
        """What a block says, without its label."""
        match block:
            case Table():
                return self.tables.table(block.rows, block.columns, block.head)
            case Shares():
                return self.tables.shares(block)
            case Hints():
                items = [*map(self.theme.line, block.texts), *self.signs(hinted=True)]
                return fold(self.theme.items(items), self.width - self.indent)
        lines: Lines = []
        for group in block.groups:
            lines += [written(self.theme.heading(group.title))] if group.title else []
            lines += self.tables.table(group.rows)
        return lines

    def chart(self, chart: Chart) -> Iterable[Line]:
        """A chart, as wide as the stream."""
        return text_chart.DrawnChart(layout(chart, self.theme, self.most), self.theme).lines()

    def legend(self) -> Lines:
        """What the signs on the page say, where no hints do."""
        blocks = (block for section in self.report.sections for block in section.blocks)
        return [] if any(isinstance(block, Hints) for block in blocks) else self.signs()

    def signs(self, *, hinted: bool = False) -> Lines:
        """What the signs say whose word does not stand beside them; hints explain paragraphs."""
        charted: list[Shown] = []
        for chart in self.charts:
            charted += [*chart.boxes, *chart.links, *chart.named]
        shown = [row for chart in self.charts for row in chart.rows]
        rows = neutral.rows_of(self.report)
        rows = [row for row in rows if row not in shown] if shown else rows
        lines = [line for chart in self.charts for line in text_chart.legend(chart, self.theme)]
        return [*lines, *self.theme.legend(rows, charted, hinted=hinted)]


def _single(block: Block) -> Row | None:
    """The row of a block that is one text."""
    rows = neutral.rows_in(block)
    is_single = isinstance(block, Table) and len(rows) == 1 and len(rows[0].cells) == 1
    return rows[0] if is_single else None
