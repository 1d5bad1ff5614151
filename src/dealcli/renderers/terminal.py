"""A page for people: tables in a terminal or a pipe, at any width, nothing cut."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Line

from dealcli import report as neutral
from dealcli.characters import visible
from dealcli.page import Page
from dealcli.report import MARKS, Bar, Cell, Group, Report, Row, SideBySide, Table

LEAST, MOST = 20, 120
"""Columns: what is narrower is laid out as if it were this wide, what is wider is left empty."""

TABLES_FROM = 60
"""Columns from which rows are laid out as tables; below, they fold under one another."""

SIDE_FROM = 30
"""Columns that each group needs in order to stand beside another."""

LABEL = 12

_ROLES = {
    "plain": Style(),
    "strong": Style(bold=True),
    "dim": Style(dim=True),
    "quote": Style(italic=True),
    "implied": Style(italic=True, color="yellow"),
    "separator": Style(dim=True),
}
_SIGNS = {
    "stated": Style(color="green"),
    "planned": Style(color="cyan"),
    "conditional": Style(color="yellow"),
    "under-evaluation": Style(color="magenta"),
    "aspiration": Style(color="blue"),
    "projection": Style(color="blue"),
}
_DIM = _ROLES["dim"]
_LABEL = Style(bold=True, color="cyan")
_SOLID = Style(color="cyan")
_SOFT = Style(color="yellow")

_STATES = {
    "found": ("{}", "paragraph of the source"),
    "missing": ("{}!", "words that are not in the source"),
    "unverified": ("{}?", "no source text to find the words in"),
    "none": ("-", "no words quoted"),
}
"""How a citation is shown, by its state, and what the legend says of it."""


def render(page: Page, stream: TextIO) -> str:
    """The page as wide as the stream, in its colours and with signs that it can write."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        draw(page.report(), console)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def draw(report: Report, console: Console) -> None:
    """Print a report to a console, as wide as it is within bounds."""
    width = min(max(console.width, LEAST), MOST)
    for line in _Layout(report, width, _Ink(console.encoding)).lines():
        console.print(line, width=width, crop=False, overflow="fold")


class _Ink:
    """The signs that an encoding has: drawn ones, or ASCII."""

    def __init__(self, encoding: str) -> None:
        self.drawn = _can_write(encoding, "●◇◐○△↗¶█▒·→“”")
        self.paragraph = "¶" if self.drawn else "p"
        self.solid, self.soft, self.quotes = ("█", "▒", "“”") if self.drawn else ("#", ":", '""')

    def sign(self, firmness: str) -> str:
        mark = MARKS[firmness]
        return mark.sign if self.drawn else mark.ascii

    def text(self, span: neutral.Span) -> str:
        """A span's text on one line, with nothing in it that a terminal would act on."""
        text = " ".join(visible(span.text).split("\n")) if "\n" in span.text else visible(span.text)
        if span.role == "quote":
            text = f"{self.quotes[0]}{text}{self.quotes[1]}"
        if span.role == "separator" and not self.drawn:
            text = text.replace("·", "-").replace("→", "->")
        return text.replace("\t", " ").replace("\r", " ")


def _can_write(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class _DrawnBar:
    """A share as a bar as wide as its column."""

    def __init__(self, bar: Bar, ink: _Ink) -> None:
        self.bar = bar
        self.ink = ink

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(10, options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, 60)
        start = round(self.bar.start * width)
        firm = round((self.bar.start + self.bar.solid) * width)
        end = round((self.bar.start + self.bar.solid + self.bar.soft) * width)
        solid = self.ink.soft if self.bar.implied else self.ink.solid
        style = _SOFT if self.bar.implied else _SOLID
        yield Segment(" " * start)
        yield Segment(solid * (firm - start), style)
        yield Segment(self.ink.soft * (end - firm), _SOFT)


class _Layout:
    """A report as lines and grids of one width."""

    def __init__(self, report: Report, width: int, ink: _Ink) -> None:
        self.report = report
        self.width = width
        self.ink = ink
        self.rows = neutral.rows_of(report)
        self.mark_width = max((self.mark(row).cell_len for row in self.rows), default=0)

    def lines(self) -> Iterator[RenderableType]:
        yield Line(visible(self.report.title), style="bold")
        for row in self.report.subtitle:
            yield from self.wide_or_folded("", row)
        for section in self.report.sections:
            yield ""
            if section.title:
                yield from self.wide_or_folded("", section.title)
            for block in section.blocks:
                yield from self.block(block, titled=section.title is not None)
        closing = [self.legend(), *(list(map(self.line, items)) for items in self.report.footer)]
        if any(closing):
            yield ""
        for items in closing:
            yield from self.packed(items)

    def packed(self, items: list[Line]) -> Iterator[Line]:
        """Items in a row, as many on a line as fit, none of them parted."""
        line = Line()
        for item in items:
            if line and line.cell_len + 3 + item.cell_len > self.width:
                yield line
                line = Line()
            line = line.append("   ").append_text(item) if line else item
        if line:
            yield line

    def block(self, block: neutral.Block, *, titled: bool) -> Iterator[RenderableType]:
        label = Line(block.label if titled else block.label.upper(), _DIM if titled else _LABEL)
        if self.width < TABLES_FROM:
            yield from self.folded(label, block)
        elif isinstance(block, Table):
            yield self.grid(label, block)
        else:
            yield self.beside(label, block)

    def wide_or_folded(self, label: str, row: Row) -> Iterator[RenderableType]:
        if self.width < TABLES_FROM:
            yield from self.folded_row(row, indent=0)
        else:
            yield self.marked([row], self.width)

    def grid(self, label: Line, table: Table) -> Grid:
        grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=LABEL)
        for grow in table.grow:
            grid.add_column(ratio=grow or None, overflow="fold")
        grid.add_column(width=self.mark_width)
        for number, row in enumerate(table.rows):
            cells = [self.cell(cell) for cell in row.cells]
            cells += [""] * (len(table.grow) - len(cells))
            grid.add_row(label if not number else "", *cells, self.mark(row))
        return grid

    def marked(self, rows: list[Row], width: int) -> Grid:
        """Rows of one cell with their marks at the right edge."""
        grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(width=self.mark_width)
        for row in rows:
            grid.add_row(*(self.cell(cell) for cell in row.cells), self.mark(row))
        return grid

    def beside(self, label: Line, block: SideBySide) -> Grid:
        grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=LABEL)
        room = (self.width - LABEL) // len(block.groups)
        if room < SIDE_FROM:
            grid.add_column(ratio=1)
            for number, group in enumerate(block.groups):
                grid.add_row("" if number else label, self.group(group))
            return grid
        for _ in block.groups:
            grid.add_column(ratio=1)
        grid.add_row(label, *(self.group(group) for group in block.groups))
        return grid

    def group(self, group: Group) -> Grid:
        title = Row((neutral.dim(group.title.upper()),))
        return self.marked([title, *group.rows], 0)

    def folded(self, label: Line, block: neutral.Block) -> Iterator[RenderableType]:
        if label.plain:
            yield label
        if isinstance(block, Table):
            for row in block.rows:
                yield from self.folded_row(row)
            return
        for group in block.groups:
            yield Padding(Line(group.title.upper(), _DIM), (0, 0, 0, 2))
            for row in group.rows:
                yield from self.folded_row(row)

    def folded_row(self, row: Row, indent: int = 2) -> Iterator[RenderableType]:
        parts = [self.line(cell) for cell in row.cells if not isinstance(cell, Bar)]
        mark = self.mark(row)
        line = Line("  ").join(part for part in [*parts, mark] if part.plain)
        yield Padding(line, (0, 0, 0, indent))
        for cell in row.cells:
            if isinstance(cell, Bar):
                yield Padding(_DrawnBar(cell, self.ink), (0, 0, 0, indent))

    def cell(self, cell: Cell) -> RenderableType:
        return _DrawnBar(cell, self.ink) if isinstance(cell, Bar) else self.line(cell)

    def line(self, spans: neutral.Text) -> Line:
        line = Line(overflow="fold")
        for span in spans:
            line.append(self.ink.text(span), _ROLES[span.role])
        return line

    def mark(self, row: Row) -> Line:
        """A row's firmness and the paragraphs that it rests on."""
        line = Line()
        if row.firmness:
            line.append(self.ink.sign(row.firmness), _SIGNS[row.firmness])
        if row.citation is None:
            return line
        cited = self.cited(row.citation)
        return line.append(f" {cited}" if row.firmness else f"  {cited}", _DIM)

    def cited(self, citation: neutral.Citation) -> str:
        if citation.state != "found":
            return _STATES[citation.state][0].format(self.ink.paragraph)
        source = f"[{citation.source}]" if citation.source > 1 else ""
        return f"{source}{self.ink.paragraph}{' '.join(map(str, citation.paragraphs))}"

    def legend(self) -> list[Line]:
        """The signs that occur on the page, each with its word."""
        firmness = {row.firmness for row in self.rows}
        states = {row.citation.state for row in self.rows if row.citation}
        bars = [cell for row in self.rows for cell in row.cells if isinstance(cell, Bar)]
        sure = any(bar.solid and not bar.implied for bar in bars)
        unsure = any(bar.implied or bar.soft for bar in bars)
        entries = [
            (self.ink.sign(key), _SIGNS[key], mark.word)
            for key, mark in MARKS.items()
            if key in firmness
        ]
        entries += [(self.ink.solid, _SOLID, "stated share")] if sure else []
        entries += [(self.ink.soft, _SOFT, "implied or not exact")] if unsure else []
        entries += [
            (sign.format(self.ink.paragraph), _DIM, told)
            for state, (sign, told) in _STATES.items()
            if state in states
        ]
        return [Line(sign, style).append(f" {word}", _DIM) for sign, style, word in entries]
