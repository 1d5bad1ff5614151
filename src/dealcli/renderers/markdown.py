"""A page as Markdown, as GitHub renders it, with the words behind each line as footnotes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO
from zlib import crc32

from dealcli.characters import visible
from dealcli.page import Page
from dealcli.quotation import nested
from dealcli.renderers import mermaid
from dealcli.renderers.symbols import cited
from dealcli.report import (
    MARKS,
    Bar,
    Block,
    Chart,
    Column,
    Report,
    Row,
    Run,
    Runs,
    Section,
    Shares,
    SideBySide,
    Table,
    charts_of,
    rows_in,
)

# What Markdown would act on in any position: CommonMark 2.4, and what GitHub has beside it, its
# tables, strike-through, mathematics and addresses.
_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>~|&$]|(?<=\w)@"
    r"|(?i:(?<=www)\.|(?<=http):|(?<=https):|(?<=ftp):|(?<=mailto):|(?<=xmpp):)"
)
_LEADING = re.compile(r"\A(?:[#+=:-]|\d+(?=[.)]))")
# GitHub puts links, names and pictures for these after Markdown is done: only a comment parts them.
_LATER = re.compile(r"(?:(?<!\w)@(?=\w)|#(?=\d)|:(?=[\w+-]+:))")


def render(page: Page, stream: TextIO) -> str:
    """One document, in UTF-8 whatever the stream; footnotes are named after deal and words."""
    return "\n".join(_Document(page.report, page.chart, page.id).lines()) + "\n"


def escaped(text: str) -> str:
    """Text of a deal as Markdown that shows it literally, in one line."""
    line = " ".join(visible(text).split("\n"))
    line = _ACTIVE.sub(lambda match: f"\\{match[0]}", " ".join(line.split("\t")))
    line = _LEADING.sub(
        lambda match: match[0] + "\\" if match[0].isdigit() else f"\\{match[0]}", line
    )
    return _LATER.sub(lambda match: f"{match[0]}<!-- -->", line)


HOLDERS = ("Holder", "Share", "Basis", "How sure")


class _Document:
    """A report as Markdown, with its structure chart; `name` is what its footnotes are called."""

    def __init__(self, report: Report, chart: Report | None, name: str) -> None:
        self.report = report
        self.chart = chart
        self.name = name
        self.title: Row | None = None
        self.notes: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """The whole document."""
        yield f"# {escaped(self.report.title)}"
        for row in self.report.subtitle:
            yield from ("", self.row(row))
        for section in self.report.sections:
            yield from self.section(section) if section.title else self.untitled(section)
        charts = charts_of(self.chart) if self.chart else []
        yield from ("", f"## {escaped(self.chart.title)}") if self.chart and charts else ()
        for chart in charts:
            yield from self.drawn(chart)
        footer = [self.text(line) for line in self.report.footer]
        yield from ("", " · ".join(footer)) if footer else ()
        for name, note in self.notes.items():
            yield from ("", f"[^{name}]: {note}")

    def section(self, section: Section) -> Iterator[str]:
        """A section under its title; the labels of its blocks are in bold."""
        self.title = section.title
        yield from ("", f"## {self.row(section.title)}".replace("**", "")) if section.title else ()
        listing = False
        for block in filter(rows_in, section.blocks):
            lines = list(self.block(block, escaped(block.label)))
            goes_on = listing and lines[1].startswith("- ")
            yield from lines[1:] if goes_on else lines
            listing = lines[-1].lstrip().startswith("- ")

    def untitled(self, section: Section) -> Iterator[str]:
        """A section whose blocks are under their labels; all who hold shares are in one table."""
        self.title = None
        shares = [block for block in section.blocks if isinstance(block, Shares)]
        for block in section.blocks:
            if isinstance(block, Shares):
                if block is shares[0]:
                    yield from ("", f"## {escaped(block.label.capitalize())}")
                    yield from self.companies(shares)
            elif rows_in(block):
                yield from ("", f"## {escaped(block.label.capitalize())}") if block.label else ()
                yield from self.block(block, "")

    def block(self, block: Block, label: str) -> Iterator[str]:
        match block:
            case Chart():
                yield from self.drawn(block)
            case SideBySide():
                yield from self.beside(block)
            case Shares():
                yield from ("", f"**{label}:**") if label else ()
                yield from self.headed(HOLDERS, self.holders(block))
            case Table() if block.columns:
                yield from ("", f"**{label}:**") if label else ()
                yield from self.table(block)
            case Table():
                yield from self.listed(block, label)

    def drawn(self, chart: Chart) -> Iterator[str]:
        """A chart, which GitHub draws."""
        yield from ("", "```mermaid", mermaid.drawing(chart).rstrip("\n"), "```")

    def listed(self, block: Table, label: str) -> Iterator[str]:
        """Rows as a list; under a label where they have one."""
        if not label:
            yield ""
            yield from map(self.item, block.rows)
        elif len(block.rows) == 1:
            yield from ("", f"- **{label}:** {self.row(block.rows[0])}")
        else:
            yield from ("", f"- **{label}:**")
            yield from (f"  {self.item(row)}" for row in block.rows)

    def item(self, row: Row) -> str:
        return f"{'  ' * self.depth(row)}- {self.row(row)}"

    def depth(self, row: Row) -> int:
        """How many rows below the title of its section a row is part of."""
        outer = row.outer
        if outer is None or (self.title and outer.cells == self.title.cells):
            return 0
        return 1 + self.depth(outer)

    def companies(self, blocks: list[Shares]) -> Iterator[str]:
        """The companies as a list, each with its details, and their holders in one table."""
        rows = [row for block in blocks for row in rows_in(block) if len(_texts(row)) < 3]
        shown = [row for row in rows if row.record and self.depth(row) < 2]
        yield from ("", *map(self.item, shown)) if shown else ()
        holders = [
            [self.text(_texts(block.whole)[0]).replace("**", "") if block.whole else "", *cells]
            for block in blocks
            for cells in self.holders(block)
        ]
        kind = blocks[0].label.removesuffix("s").capitalize()
        yield from self.headed((escaped(kind), *HOLDERS), holders)

    def holders(self, block: Shares) -> Iterator[list[str]]:
        """Who holds what, each followed by what it can become."""
        for row in block.rows:
            texts = _texts(row)
            if len(texts) > 1:
                holder, share, basis, remark = map(self.text, texts)
                name = f"{holder} ({remark})" if remark else holder
                yield [name, share, basis, self.mark(row.firmness, row)]
            elif row.outer and len(row.outer.cells) > 3:
                name = self.text(_texts(row.outer)[0])
                yield [name, self.text(texts[0]), "", self.mark(row.firmness, row)]

    def table(self, block: Table) -> Iterator[str]:
        """Rows of several cells under the names of their columns."""
        sure = any(row.firmness for row in block.rows)
        names = [column.name for column in block.columns]
        cells = []
        for row in block.rows:
            texts = list(map(self.text, _texts(row)))
            if sure:
                cells.append([*texts, self.mark(row.firmness, row)])
            else:
                cells.append([f"{texts[0]}{self.note(row)}", *texts[1:]])
        yield from self.headed([*names, "How sure"] if sure else names, cells, block.columns)

    def headed(
        self,
        names: Sequence[str],
        rows: Iterable[Sequence[str]],
        columns: Sequence[Column] = (),
    ) -> Iterator[str]:
        """A table under the names of its columns; without rows there is none."""
        lines = list(map(_line, rows))
        right = [column.right for column in columns] + [False] * (len(names) - len(columns))
        rule = ["---:" if is_right else "---" for is_right in right]
        yield from ("", _line(names), _line(rule), *lines) if lines else ()

    def beside(self, block: SideBySide) -> Iterator[str]:
        """Groups beside each other: a column each."""
        titles = [escaped(group.title).capitalize() for group in block.groups]
        yield from self.headed(
            titles, [["<br>".join(map(self.row, group.rows)) for group in block.groups]]
        )

    def row(self, row: Row) -> str:
        """A row in one line: its cells, how firm it is, its footnote."""
        name, *details = map(self.text, _texts(row))
        text = ": ".join(filter(None, (name, " · ".join(filter(None, details)))))
        return " ".join(filter(None, (text, self.mark(row.own_firmness, row))))

    def text(self, text: Runs) -> str:
        return "".join(map(_run, text)).strip()

    def mark(self, firmness: str, row: Row) -> str:
        """How firm a row is, in a sign and a word, and its footnote."""
        mark = MARKS.get(firmness)
        return (f"{mark.sign} {mark.word}" if mark else "") + self.note(row)

    def note(self, row: Row) -> str:
        """The footnote of a row; where the row is a quote itself, its paragraph is enough."""
        citation = row.citation
        if citation is None or citation.state == "none":
            return ""
        sign = cited(citation)
        if any(run.role == "quote" for cell in _texts(row) for run in cell):
            return sign
        quotes = " … ".join(f"“{escaped(nested(words))}”" for words in citation.words)
        note = f"{sign}: {quotes}"
        # Named after its text: parts of one deal can be put into one document, and a change in one
        # place changes no other line.
        name = f"{self.name}-{crc32(note.encode()):08x}"
        while self.notes.setdefault(name, note) != note:
            name += "x"
        return f"[^{name}]"


def _texts(row: Row) -> list[Runs]:
    """The cells of a row that are text: a bar repeats the cell beside it."""
    return [cell for cell in row.cells if not isinstance(cell, Bar)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _run(run: Run) -> str:
    own = run.role == "separator" and not any(map(str.isalnum, run.text))
    words = nested(run.text) if run.role == "quote" else run.text
    text = words if own else escaped(words)
    kept = text.strip()
    if not kept:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    around = {
        "strong": ("**", "**"),
        "implied": ("*", "*"),
        "quote": ("“", "”"),
        "passage": ("**»", "«**"),
        "set-aside": ("{", "}"),
        "unaccounted": ("**\\[\\[", "\\]\\]**"),
    }
    opening, closing = around.get(run.role, ("", ""))
    return f"{before}{opening}{kept}{closing}{after}"
