"""A page as Markdown, as GitHub renders it, with the words behind each line as footnotes."""

import re
from collections.abc import Iterator
from typing import TextIO
from zlib import crc32

from dealcli.characters import visible
from dealcli.page import Page
from dealcli.renderers import mermaid
from dealcli.renderers.signs import cited
from dealcli.report import (
    MARKS,
    Bar,
    Block,
    Chart,
    Report,
    Row,
    Section,
    SideBySide,
    Span,
    Table,
    Text,
    rows_in,
    rows_of,
)

# What Markdown would act on wherever it stands: CommonMark 2.4, and what GitHub has beside it, its
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
    return "\n".join(_Document(page.report(), str(page.document.get("id", "deal"))).lines()) + "\n"


def escaped(text: str) -> str:
    """Text of a deal as Markdown that shows it as it stands, in one line."""
    line = " ".join(visible(text).split("\n"))
    line = _ACTIVE.sub(lambda match: f"\\{match[0]}", " ".join(line.split("\t")))
    line = _LEADING.sub(
        lambda match: match[0] + "\\" if match[0].isdigit() else f"\\{match[0]}", line
    )
    return _LATER.sub(lambda match: f"{match[0]}<!-- -->", line)


class _Document:
    """A report as Markdown; `name` is what its footnotes are called."""

    def __init__(self, report: Report, name: str) -> None:
        self.report = report
        self.name = name
        self.notes: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """The whole document."""
        yield f"# {escaped(self.report.title)}"
        for row in self.report.subtitle:
            yield from ("", self.row(row))
        for section in self.report.sections:
            yield from self.section(section)
        for closing in (self.legend(), [self.text(one) for one in self.report.footer]):
            yield from ("", " · ".join(closing)) if closing else ()
        for name, told in self.notes.items():
            yield from ("", f"[^{name}]: {told}")

    def legend(self) -> list[str]:
        """The signs that occur, each with its word."""
        used = {row.firmness for row in rows_of(self.report)}
        return [f"{mark.sign} {mark.word}" for key, mark in MARKS.items() if key in used]

    def section(self, section: Section) -> Iterator[str]:
        if section.title:
            told = self.row(section.title).replace("**", "")
            yield from ("", f"## {told}")
        listing = False
        for block in filter(rows_in, section.blocks):
            if block.label and not section.title:
                yield from ("", f"## {escaped(block.label.capitalize())}")
                listing = False
            lines = list(self.block(block, escaped(block.label) if section.title else ""))
            goes_on = listing and lines[1].startswith("- ")
            yield from lines[1:] if goes_on else lines
            listing = lines[-1].lstrip().startswith("- ")

    def block(self, block: Block, label: str) -> Iterator[str]:
        if isinstance(block, Chart):
            yield from ("", "```mermaid", mermaid.drawing(block).rstrip("\n"), "```")
        elif isinstance(block, SideBySide):
            yield from self.beside(block)
        elif all(len(_told(row)) == 1 for row in block.rows):
            yield from self.listed(block, label)
        else:
            yield from ("", f"**{label}:**") if label else ()
            yield from self.table(block)

    def listed(self, block: Table, label: str) -> Iterator[str]:
        """Rows of one cell as a list; under a label where they have one."""
        if not label:
            yield ""
            yield from (f"- {self.row(row)}" for row in block.rows)
        elif len(block.rows) == 1:
            yield from ("", f"- **{label}:** {self.row(block.rows[0])}")
        else:
            yield from ("", f"- **{label}:**")
            yield from (f"  - {self.row(row)}" for row in block.rows)

    def table(self, block: Table) -> Iterator[str]:
        """Rows of several cells; a table of GitHub's needs a heading, so it has an empty one."""
        width = max(len(_told(row)) for row in block.rows) + 1
        yield from ("", _line([""] * width), _line(["---"] * width))
        for row in block.rows:
            cells = [self.cell(cell) for cell in _told(row)]
            yield _line([*cells, *[""] * (width - 1 - len(cells)), self.mark(row)])

    def beside(self, block: SideBySide) -> Iterator[str]:
        """Groups beside each other: a column each."""
        titles = [escaped(group.title).capitalize() for group in block.groups]
        yield from ("", _line(titles), _line(["---"] * len(titles)))
        yield _line(["<br>".join(map(self.row, group.rows)) for group in block.groups])

    def row(self, row: Row) -> str:
        """A row in one line: its cells, how firm it is, its footnote."""
        told = " ".join(filter(None, (self.cell(cell) for cell in _told(row))))
        return f"{told} {self.mark(row)}".strip()

    def cell(self, cell: Text) -> str:
        return self.text(cell)

    def text(self, text: Text) -> str:
        return "".join(map(_span, text)).strip()

    def mark(self, row: Row) -> str:
        sign = MARKS[row.firmness].sign if row.firmness else ""
        return " ".join(filter(None, (sign, self.note(row))))

    def note(self, row: Row) -> str:
        """The footnote of a row; where the row is a quote itself, its paragraph is enough."""
        citation = row.citation
        if citation is None or citation.state == "none":
            return ""
        sign = cited(citation)
        if any(span.role == "quote" for cell in _told(row) for span in cell):
            return sign
        quotes = " … ".join(f"“{escaped(one)}”" for one in citation.words)
        told = f"{sign}: {quotes}"
        # Named after what it says: parts of one deal can stand in one document, and a change in one
        # place changes no other line.
        name = f"{self.name}-{crc32(told.encode()):08x}"
        while self.notes.setdefault(name, told) != told:
            name += "x"
        return f"[^{name}]"


def _told(row: Row) -> list[Text]:
    """The cells of a row that are text: a bar says again what stands beside it."""
    return [cell for cell in row.cells if not isinstance(cell, Bar)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _span(span: Span) -> str:
    text = escaped(span.text)
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
    opening, closing = around.get(span.role, ("", ""))
    return f"{before}{opening}{kept}{closing}{after}"
