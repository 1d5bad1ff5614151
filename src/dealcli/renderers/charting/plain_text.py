"""A chart's words for formats that are files: in any character, but for those not to be seen."""

import re
from collections.abc import Iterable, Iterator

from dealcli.characters import visible
from dealcli.quotation import nested
from dealcli.renderers.charting.links import lines_of, records_of
from dealcli.renderers.charting.words import Piece, named_words, paragraphs, parts
from dealcli.renderers.streams import width
from dealcli.renderers.symbols import citations_in, marks_in
from dealcli.report import MARKS, Box, Chart, Link, Report, Run, Runs, rows_of

_LINE_NAMES = {"dashed": "dashed", "dotted": "dotted", "flow": "thick"}
"""The name of each kind of line."""


class PlainText:
    """How a file is written: in any character, but for those that cannot be seen.

    `draws` says whether its signs are drawn.
    """

    paragraph = "¶"

    def __init__(self, *, draws: bool = False) -> None:
        self.draws = draws

    def words(self, run: Run) -> str:
        """A piece of a report; a quote in quotation marks."""
        quote = run.role == "quote"
        text = self.shown(nested(run.text) if quote else run.text)
        return f"“{text}”" if quote else text

    def shown(self, text: str) -> str:
        """Text in one line, with nothing in it that a reader could not see."""
        return re.sub(r"\s", " ", visible(text))

    def sign(self, firmness: str) -> str:
        """The sign of a firmness."""
        return MARKS[firmness].sign

    def width(self, text: str) -> int:
        """The cells of a text."""
        return width(text)


def lines_of_page(report: Report) -> list[str]:
    """What a page says that has no chart."""
    cells = [cell for row in rows_of(report) for cell in row.cells if isinstance(cell, tuple)]
    return [PlainText().shown(report.title), *filter(None, map(text_of, cells))]


def text_of(text: Runs) -> str:
    """A report's text in one line."""
    plain = PlainText()
    return " ".join("".join(map(plain.words, text)).split())


def box_lines(box: Box) -> list[str]:
    """The lines on a box, the last of them how firm it is."""
    lines = (PlainText().shown(box.name), *map(text_of, box.details), _signed(box))
    return list(filter(None, lines))


def link_lines(links: Iterable[Link]) -> list[str]:
    """The lines beside links that are drawn as one; a link without words of its own has none."""
    lines = []
    for link in records_of(links):
        first, *others = parts_of(link)
        lines += [first, _signed(link), *others] if first else []
    return list(filter(None, lines))


def note_lines(chart: Chart) -> list[str]:
    """The notes below a chart that another program lays out: parties without links, the legend."""
    named = [piece.text for piece in named_words(PlainText(), chart)] if chart.named else []
    entries = list(legend_of(chart))
    lines = [
        f"{_LINE_NAMES[sign.text]}: {words}" for sign, words in entries if sign.look == "sample"
    ]
    signs = [f"{sign.text} {words}" for sign, words in entries if sign.look == "cited"]
    return list(filter(None, ("".join(named), "; ".join(lines), "; ".join(signs))))


def legend_of(chart: Chart) -> Iterator[tuple[Piece, str]]:
    """The lines and signs that occur on a chart, each with its words; a line's look is `sample`."""
    shown: list[Box | Link] = [*chart.boxes, *chart.links]
    for kind, words in lines_of(chart):
        yield Piece(kind, "sample"), words
    for key, mark in marks_in(shown):
        yield Piece(mark.sign, key), mark.word
    for sign, words in citations_in([*shown, *chart.named]):
        yield Piece(sign, "cited"), words


def parts_of(link: Link) -> list[str]:
    """The lines of a link's label."""
    return list(map(text_of, parts(link.label)))


def _signed(shown: Box | Link) -> str:
    """The sign and the word of a firmness, and the paragraphs cited."""
    mark = f"{MARKS[shown.firmness].sign} {MARKS[shown.firmness].word}" if shown.firmness else ""
    return " ".join(filter(None, (mark, paragraphs(shown.citation))))


def described(chart: Chart) -> Iterator[str]:
    """The chart as text, a line for each of its rows, for screen readers."""
    for row in chart.rows:
        texts = [text_of(cell) for cell in row.cells if isinstance(cell, tuple)]
        firm = MARKS[row.firmness].word if row.firmness else ""
        phrases = (" - ".join(filter(None, texts)), firm, paragraphs(row.citation))
        yield ", ".join(filter(None, phrases))
