"""A page with its sources: one file that needs no other, to be opened, mailed, printed."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dealcli.characters import visible
from dealcli.page import Page
from dealcli.renderers import svg
from dealcli.renderers.signs import STATES, STRETCHES, cited
from dealcli.report import (
    MARKS,
    Backing,
    Bar,
    Block,
    Chart,
    Mention,
    Report,
    Row,
    SideBySide,
    Table,
    rows_in,
    rows_of,
)

BROAD = 12
"""Boxes of a chart that is shown at its own size, to be moved sideways."""

_HERE = Path(__file__).parent


def render(page: Page, stream: TextIO) -> str:
    """One document in HTML, in UTF-8 whatever the stream; no request leaves it."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        finalize=_seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = Markup((_HERE / "page.css").read_text(encoding="utf-8") + svg.stylesheet())
    script = Markup((_HERE / "page.js").read_text(encoding="utf-8"))
    text: str = environment.get_template("page.html").render(
        layout=_Layout(page.report(), page.backing()),
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        marks=MARKS,
        cited=cited,
        states=STATES,
        stretches=STRETCHES,
    )
    return text.lstrip()


def _seen(value: Any) -> Any:
    """What is put into the page: text of a deal in characters that can be seen."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    """What the page's policy lets run: this text, and no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _told(report: Report) -> Iterator[Row]:
    """The rows of a report that stand in the page as such: what is drawn has a place of its own."""
    yield from report.subtitle
    for section in report.sections:
        for block in section.blocks:
            yield from () if isinstance(block, Chart) else rows_in(block)


class _Layout:
    """A report with what stands behind it, and what in a page leads where."""

    def __init__(self, report: Report, backing: Backing) -> None:
        self.report = report
        self.parts = backing.parts
        self.originals = backing.originals
        self.sides = backing.sides
        self.reports = (report, *backing.parts)

    @cached_property
    def homes(self) -> dict[str, Row]:
        """The row where each record is at home, for links to lead to.

        The title of its section before a row, and a part in full before what sums it up.
        """
        titles = [
            section.title for one in self.reports for section in one.sections if section.title
        ]
        rows = [row for one in (*self.parts, self.report) for row in _told(one)]
        found: dict[str, Row] = {}
        for row in (*titles, *rows):
            if row.record:
                found.setdefault(row.record, row)
        return found

    def home(self, row: Row) -> bool:
        """Whether a row is where its record is at home."""
        return self.homes.get(row.record) is row

    @cached_property
    def mentions(self) -> list[list[list[Mention]]]:
        """The records of the page that rest on each paragraph of each source."""
        return [list(self._mentions(number)) for number in range(len(self.originals))]

    def _mentions(self, number: int) -> Iterator[list[Mention]]:
        original = self.originals[number]
        known = [
            one for one in original.mentions if one.record in self.homes or one.quote in self.homes
        ]
        first = at = 0
        for stretches in original.paragraphs:
            first += len(stretches)
            upto = at
            while upto < len(known) and known[upto].first < first:
                upto += 1
            yield known[at:upto]
            at = upto

    @cached_property
    def _passages(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, original in enumerate(self.originals, start=1):
            for one in original.mentions:
                for address in (one.record, one.quote):
                    found.setdefault(address, f"w{number}-{one.first}")
        return found

    def passage(self, row: Row) -> str:
        """The anchor of the first words that a row's record rests on, where they are at hand."""
        return self._passages.get(row.record, "")

    @cached_property
    def asides(self) -> set[tuple[int, int]]:
        """The source and the number of the first stretch of each passage that is set aside."""
        found: dict[str, tuple[int, int]] = {}
        for number, original in enumerate(self.originals, start=1):
            for count, one in enumerate(chain.from_iterable(original.paragraphs)):
                if one.record:
                    found.setdefault(one.record, (number, count))
        return set(found.values())

    def concerned(self, record: str) -> str | None:
        """The numbers of the parties that a record concerns; None for what concerns the deal."""
        outermost = "/".join(record.split("/", 3)[:3])
        if not record or record.count("/") < 2 or not self.sides:
            return None
        numbers = [n for n, side in enumerate(self.sides) if outermost in side.records]
        return " ".join(map(str, numbers))

    @property
    def firmness(self) -> list[str]:
        """The kinds of firmness that occur, in the order of the legend."""
        found = {row.firmness for one in self.reports for row in rows_of(one)}
        return [key for key in MARKS if key in found]

    @property
    def bars(self) -> bool:
        """Whether there is a bar."""
        return any(
            isinstance(cell, Bar)
            for one in self.reports
            for row in rows_of(one)
            for cell in row.cells
        )

    @property
    def uses(self) -> list[str]:
        """What is made of stretches of the sources, where a sign tells it."""
        found = {
            stretch.role
            for original in self.originals
            for stretches in original.paragraphs
            for stretch in stretches
        }
        rows = (row for one in self.reports for row in _told(one))
        cells = (cell for row in rows for cell in row.cells if not isinstance(cell, Bar))
        found |= {span.role for cell in cells for span in cell}
        return [role for role in STRETCHES if role in found]

    @staticmethod
    def drawn(report: Report) -> bool:
        """Whether a report is a chart."""
        blocks = (block for section in report.sections for block in section.blocks)
        return any(isinstance(block, Chart) for block in blocks)

    @staticmethod
    def rows(block: Block) -> tuple[Row, ...]:
        """The rows of a block; hints have none, since a page has links."""
        return rows_in(block)

    @staticmethod
    def named(block: Block) -> bool:
        """Whether a row of two cells is a name and its details, in no columns of a table."""
        return not (isinstance(block, Table) and block.columns)

    @staticmethod
    def columns(rows: tuple[Row, ...], named: bool) -> int:
        """The cells of the row that has most; a name and its details are one."""
        return max(1 if named and len(row.cells) == 2 else len(row.cells) for row in rows)

    @staticmethod
    def is_bar(cell: object) -> bool:
        """Whether a cell is a bar."""
        return isinstance(cell, Bar)

    @staticmethod
    def kind(block: object) -> str:
        """Which of the blocks of a report a block is."""
        if isinstance(block, Chart):
            return "chart"
        return "beside" if isinstance(block, SideBySide) else "table"

    @staticmethod
    def broad(chart: Chart) -> bool:
        """Whether a chart is broader than can be read in the width of a page."""
        return len(chart.boxes) > BROAD

    @staticmethod
    def drawing(chart: Chart) -> Markup:
        """A chart as a picture that takes its colours from the page."""
        return Markup(svg.drawing(chart, style=False))
