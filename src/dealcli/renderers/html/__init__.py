"""A page with its sources: one file that needs no other, to be opened, mailed or printed."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dealcli.characters import visible
from dealcli.page import Page
from dealcli.quotation import nested
from dealcli.renderers import svg
from dealcli.renderers.charting.links import SHARES, lines_of
from dealcli.renderers.symbols import SEGMENTS, SHAPES, STATES, citations_in, cited, marks_in
from dealcli.report import (
    MARKS,
    Appendix,
    Bar,
    Block,
    Cell,
    Chart,
    Mention,
    Report,
    Row,
    SideBySide,
    charts_of,
    rows_in,
    rows_of,
)

BROAD = 12
"""Maximum number of boxes of a chart that is scaled to the page; a larger one scrolls sideways."""

LONG = 24
"""Maximum number of characters of a word that is kept in one piece."""

_HERE = Path(__file__).parent
# Latin letters, digits and ASCII punctuation; browsers break other scripts where they may break.
_LATIN = "[!-~\u00c0-\u024f]"
_LONG_WORD = re.compile(f"({_LATIN}{{{LONG + 1},}})")
_PIECE = re.compile(f"{_LATIN}{{1,{LONG // 4}}}")


def render(page: Page, stream: TextIO) -> str:
    """Return one HTML document, in UTF-8 whatever the stream; it makes no request."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["breakable"] = breakable
    environment.filters["nested"] = nested
    style = Markup((_HERE / "page.css").read_text(encoding="utf-8") + svg.stylesheet())
    script = Markup((_HERE / "page.js").read_text(encoding="utf-8"))
    text: str = environment.get_template("page.html").render(
        layout=_Layout(page.report, page.appendix),
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        marks=MARKS,
        shapes=SHAPES,
        cited=cited,
        states=STATES,
        segments=SEGMENTS,
    )
    return text.lstrip()


def breakable(text: str) -> str:
    """Return text in which a browser may break long words, so that none widens a table.

    A table cell that may break anywhere makes columns narrower than their words; so only words of
    more than `LONG` characters get places where they may break.
    """
    parts = _LONG_WORD.split(visible(text))
    parts[1::2] = (Markup("<wbr>").join(_PIECE.findall(word)) for word in parts[1::2])
    return Markup("").join(parts)


def _finalize(value: Any) -> Any:
    """Show the invisible characters of whatever the template prints."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    """Return the source expression with which a content security policy allows this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _rows_shown(report: Report) -> Iterator[Row]:
    """Yield the rows below the title that the page shows as rows; a chart is drawn instead."""
    for section in report.sections:
        for block in section.blocks:
            yield from () if isinstance(block, Chart) else rows_in(block)


class _Layout:
    """A report, the details behind it, and where each record is on the page."""

    def __init__(self, report: Report, appendix: Appendix) -> None:
        self.report = report
        self.parts = [part for part in appendix.parts if _has_records(part)]
        self.source_views = appendix.source_views
        self.sources = {original.record for original in appendix.source_views}
        self.party_filters = appendix.party_filters
        self.reasons = {reason.record: reason.text for reason in appendix.reasons}
        self.reports = (report, *self.parts)

    @cached_property
    def homes(self) -> dict[str, Row]:
        """The row where each record is at home, and where links to it lead.

        The title of a record's section comes before its rows, and a part before the summary.
        """
        titles = [
            section.title for report in self.reports for section in report.sections if section.title
        ]
        rows = [row for report in (*self.parts, self.report) for row in _rows_shown(report)]
        rows += self.report.subtitle
        found: dict[str, Row] = {}
        for row in (*titles, *rows):
            if row.record:
                found.setdefault(row.record, row)
        return found

    def home(self, row: Row) -> bool:
        """Whether a row is where its record is at home."""
        return self.homes.get(row.record) is row

    def anchored(self, row: Row) -> bool:
        """Whether a row has the anchor of its record; that of a source is above its text."""
        return self.home(row) and row.record not in self.sources

    def reason(self, row: Row) -> str:
        """Return why the value of a row was inferred, if its record is at home there."""
        return self.reasons.get(row.record, "") if self.home(row) else ""

    @cached_property
    def _firmness(self) -> dict[str, str]:
        """The firmness of each record that the page shows."""
        found: dict[str, str] = {}
        for report in self.reports:
            for row in rows_of(report):
                found[row.record] = found.get(row.record) or row.firmness
        return found

    def differs(self, row: Row) -> bool:
        """Whether a row's firmness differs from that of the nearest record around its own."""
        outer = row.record.rpartition("/")[0]
        while outer and outer not in self._firmness:
            outer = outer.rpartition("/")[0]
        return not outer or self._firmness[outer] != row.firmness

    @cached_property
    def mentions(self) -> list[list[list[Mention]]]:
        """The records that quote each paragraph of each source."""
        return [list(self._mentions(number)) for number in range(len(self.source_views))]

    def _mentions(self, number: int) -> Iterator[list[Mention]]:
        original = self.source_views[number]
        known = [
            mention
            for mention in original.mentions
            if mention.record in self.homes or mention.quote in self.homes
        ]
        first = at = 0
        for segments in original.paragraphs:
            first += len(segments)
            upto = at
            while upto < len(known) and known[upto].first < first:
                upto += 1
            yield known[at:upto]
            at = upto

    @cached_property
    def quoted(self) -> set[tuple[int, int]]:
        """The segments that a record quotes: the number of the source and of the segment."""
        found = set()
        for number, original in enumerate(self.source_views, start=1):
            segments = list(chain.from_iterable(original.paragraphs))
            changes = [0] * (len(segments) + 1)
            for mention in chain.from_iterable(self.mentions[number - 1]):
                changes[mention.first] += 1
                changes[mention.last + 1] -= 1
            quotes = accumulate(changes)
            found |= {
                (number, at)
                for at, (segment, count) in enumerate(zip(segments, quotes, strict=False))
                if count and not segment.text.isspace()
            }
        return found

    @cached_property
    def _passages(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, original in enumerate(self.source_views, start=1):
            for mention in original.mentions:
                for address in (mention.record, mention.quote):
                    found.setdefault(address, f"w{number}-{mention.first}")
        return found

    def passage(self, row: Row) -> str:
        """Return the anchor of the first words that a row's record quotes; empty without text."""
        return self._passages.get(row.record, "")

    @cached_property
    def set_aside_anchors(self) -> set[tuple[int, int]]:
        """The source and the number of the first segment of each passage that is set aside."""
        found: dict[str, tuple[int, int]] = {}
        for number, original in enumerate(self.source_views, start=1):
            for count, segment in enumerate(chain.from_iterable(original.paragraphs)):
                if segment.record:
                    found.setdefault(segment.record, (number, count))
        return set(found.values())

    def concerned(self, record: str) -> str | None:
        """Return the numbers of the parties that a record concerns; None for the whole deal."""
        outermost = "/".join(record.split("/", 3)[:3])
        if not record or record.count("/") < 2 or not self.party_filters:
            return None
        numbers = [n for n, side in enumerate(self.party_filters) if outermost in side.records]
        return " ".join(map(str, numbers))

    @property
    def readable(self) -> bool:
        """Whether the text of a source is available."""
        return any(original.paragraphs for original in self.source_views)

    @property
    def firmness(self) -> list[str]:
        """The kinds of firmness that occur, in the order of the legend."""
        return [
            key for key, _ in marks_in(row for report in self.reports for row in rows_of(report))
        ]

    @cached_property
    def bars(self) -> list[tuple[str, str]]:
        """The kinds of bars, each with its meaning."""
        bars = [cell for cell in self._cells() if isinstance(cell, Bar)]
        solid = any(bar.solid and not bar.implied for bar in bars)
        dotted = any(bar.soft or (bar.solid and bar.implied) for bar in bars)
        kinds = [kind for kind, shown in (("solid", solid), ("dotted", dotted)) if shown]
        return [(kind, SHARES[kind]) for kind in kinds]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The kinds of lines in the charts that no bar explains, each with its meaning."""
        charts = [chart for report in self.reports for chart in charts_of(report)]
        found = dict.fromkeys(line for chart in charts for line in lines_of(chart))
        return [line for line in found if line not in self.bars]

    @property
    def citations(self) -> list[tuple[str, str]]:
        """The signs of the citations that occur, each with what it says."""
        return citations_in(row for report in self.reports for row in rows_of(report))

    @property
    def uses(self) -> list[str]:
        """The roles of segments that occur and that the legend explains."""
        found = {
            segment.role
            for original in self.source_views
            for segments in original.paragraphs
            for segment in segments
        }
        found |= {run.role for cell in self._cells() if isinstance(cell, tuple) for run in cell}
        return [role for role in SEGMENTS if role in found]

    def _cells(self) -> Iterator[Any]:
        rows = (row for report in self.reports for row in _rows_shown(report))
        return (cell for row in chain(self.report.subtitle, rows) for cell in row.cells)

    @staticmethod
    def drawn(report: Report) -> bool:
        """Whether a report is a chart."""
        blocks = (block for section in report.sections for block in section.blocks)
        return any(isinstance(block, Chart) for block in blocks)

    @staticmethod
    def is_bar(cell: object) -> bool:
        """Whether a cell is a bar."""
        return isinstance(cell, Bar)

    @staticmethod
    def kind(block: object) -> str:
        """Return the kind of a block: chart, beside or table."""
        if isinstance(block, Chart):
            return "chart"
        return "beside" if isinstance(block, SideBySide) else "table"

    @staticmethod
    def rows(block: Block) -> tuple[Row, ...]:
        """Return the rows of a block."""
        return rows_in(block)

    @staticmethod
    def depths(rows: tuple[Row, ...]) -> list[int]:
        """Return for each row of a table how many rows above it in the table it is part of."""
        known: dict[str, int] = {}
        found = []
        for row in rows:
            found.append(known.get(row.outer.record, -1) + 1 if row.outer else 0)
            known[row.record] = found[-1]
        return found

    @staticmethod
    def columns(rows: tuple[Row, ...]) -> int:
        """Return the number of columns of a table, or of tables side by side.

        There is one if no row has more than two cells, unless the table is of two columns: then
        it has several rows, all of two cells.
        """
        lengths = {len(_together(row.cells)) for row in rows}
        if max(lengths) > 2 or (lengths == {2} and len(rows) > 1):
            return max(lengths)
        return 1

    @staticmethod
    def cells(row: Row, columns: int) -> list[tuple[Cell, ...]]:
        """Return the cells of a row as a table of some columns has them, each of some parts.

        A row of two cells is a name with details; with more columns, or in one, they stay together.
        """
        cells = _together(row.cells)
        if len(cells) == 2 and columns != 2:
            return [tuple(cell for at, cell in enumerate(row.cells) if at == 0 or _says(cell))]
        return cells

    @staticmethod
    def broad(chart: Chart) -> bool:
        """Whether a chart has too many boxes to be scaled to the page."""
        return len(chart.boxes) > BROAD

    @staticmethod
    def drawing(chart: Chart) -> Markup:
        """Return a chart as SVG in the colours of the page."""
        return Markup(svg.drawing(chart, style=False))


def _together(cells: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """Return cells one by one; those after a bar say more of it and stay together."""
    bar = next((at for at, cell in enumerate(cells) if isinstance(cell, Bar)), len(cells))
    after = tuple(cell for cell in cells[bar + 1 :] if _says(cell))
    return [*((cell,) for cell in cells[: bar + 1]), *([after] if cells[bar + 1 :] else [])]


def _says(cell: Cell) -> bool:
    """Whether a cell shows anything."""
    return isinstance(cell, Bar) or any(run.text for run in cell)


def _has_records(part: Report) -> bool:
    """Whether a part shows any record; one that only says that there is none is left out."""
    blocks = [block for section in part.sections for block in section.blocks]
    titles = (section.title for section in part.sections if section.title)
    return any(row.record for row in chain(titles, *map(rows_in, blocks)))
