"""What the tests of views and renderers share: from a deal to its reports and the words in them."""

from itertools import count
from pathlib import Path

from reading import HEAD, read

from dealcli.commands.parts import VIEWS
from dealcli.index import DealIndex
from dealcli.loading import DealFile
from dealcli.model import Deal
from dealcli.release import Release
from dealcli.report import (
    Bar,
    Cell,
    Hints,
    Report,
    Row,
    Run,
    Runs,
    Section,
    SideBySide,
    Table,
    rows_in,
    rows_of,
)
from dealcli.source_texts import SourceText
from dealcli.views.narrowing import find_party
from dealcli.views.selection import Selection
from dealcli.yamltree import Tree


class Given(DealFile):
    """A deal file whose sources have their texts here: one each, or none."""

    def __init__(self, deal: Deal, *releases: str) -> None:
        self.tree = Tree("deal.yaml", "", None, [], {}, {}, [])
        self.deal = deal
        self.folder = Path()
        given = [*map(Release, releases), *[None] * len(deal.sources)]
        self._texts = {}
        for text in map(SourceText, count(1), deal.sources, given):
            self._texts.setdefault(text.source.id, text)


def index_of(text: str, *releases: str) -> DealIndex:
    """The index of a deal that is given without its first three lines."""
    return DealIndex(Given(read(HEAD + text), *releases))


def report_of(name: str, text: str, *releases: str, who: str | None = None) -> Report:
    """What a command shows of a deal that is given without its first three lines."""
    deal = read(HEAD + text)
    return VIEWS[name].page(Given(deal, *releases), ["report"], asked(deal, who)).report


def asked(deal: Deal, who: str | None, horizon: str | None = None) -> Selection:
    """What a command is asked for: a party, if any, and a horizon."""
    return Selection([] if who is None else [find_party(deal, who)], horizon)


def said(cell: Cell) -> str:
    """The words of a cell, white space folded."""
    return "" if isinstance(cell, Bar) else " ".join("".join(span.text for span in cell).split())


def line(row: Row) -> str:
    """The words of a row."""
    return " ".join(filter(None, map(said, row.cells)))


def lines(report: Report) -> list[str]:
    """The words of a report's rows, in order."""
    return list(map(line, rows_of(report)))


def labelled(report: Report) -> list[tuple[str, str]]:
    """Each row below a title, after the label that it stands beside."""
    return [
        (block.label, line(row))
        for section in report.sections
        for block in section.blocks
        for row in rows_in(block)
    ]


def one_row(*cells: Cell | str, firmness: str = "") -> Report:
    """A report of one row, between its cells and the page nothing but a renderer."""
    made: tuple[Cell, ...] = tuple(
        (Run(cell),) if isinstance(cell, str) else cell for cell in cells
    )
    row = Row(made, firmness)
    return Report("", (), (Section((Table("", (row,)),)),))


def texts(report: Report) -> list[Runs]:
    """Every text of a report that stands in no row: titles, labels, the closing lines."""
    found: list[Runs] = [(Run(report.title, "strong"),)]
    for section in report.sections:
        for block in section.blocks:
            if rows_in(block) or isinstance(block, Hints):
                found.append((Run(block.label),))
            if isinstance(block, Hints):
                found += block.texts
            if isinstance(block, SideBySide):
                found += [(Run(group.title),) for group in block.groups]
    return [*found, *report.footer]


def hints(report: Report) -> list[str]:
    """What a report tells its reader to look at next."""
    return [
        said(text)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Hints)
        for text in block.texts
    ]
