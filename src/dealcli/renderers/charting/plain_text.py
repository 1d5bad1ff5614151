"""A chart's words for formats that are files: in any character, but for those not to be seen."""

import re
from collections.abc import Iterable, Iterator

from dealcli.characters import visible
from dealcli.quotation import nested
from dealcli.renderers.charting.flows import told_once
from dealcli.renderers.charting.lines import lines_of
from dealcli.renderers.charting.words import BREAK, Piece, Words, named_words
from dealcli.renderers.streams import width
from dealcli.renderers.symbols import STATES, cited
from dealcli.report import MARKS, Box, Chart, Citation, Link, Report, Run, Runs, rows_of

_SAID = {"dashed": "dashed", "dotted": "dotted", "flow": "thick"}
"""The kinds of lines in words."""


class PlainText:
    """How a picture writes: in any character, but for those that cannot be seen."""

    draws = False

    def words(self, span: Run) -> str:
        """A piece of a report; a quote in quotation marks."""
        quote = span.role == "quote"
        text = self.shown(nested(span.text) if quote else span.text)
        return f"“{text}”" if quote else text

    def shown(self, text: str) -> str:
        """Text in one line, with nothing in it that a reader could not see."""
        return re.sub(r"\s", " ", visible(text))

    def signs(self, firmness: str, citation: Citation | None) -> list[Words]:
        """The sign of a firmness, then the paragraphs."""
        signs = [Piece(MARKS[firmness].sign, firmness)] if firmness else []
        if citation is not None and citation.state != "none":
            signs.append(Piece((" " if signs else "") + cited(citation), "cited"))
        return [tuple(signs)] if signs else []

    def width(self, text: str) -> int:
        """The cells of a text."""
        return width(text)


class Brush(PlainText):
    """How a picture writes that draws the signs."""

    draws = True

    def signs(self, firmness: str, citation: Citation | None) -> list[Words]:
        """The paragraphs."""
        return super().signs("", citation)


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
    return [
        line
        for line in (PlainText().shown(box.name), *map(text_of, box.details), signed(box))
        if line
    ]


def link_lines(link: Link) -> list[str]:
    """The lines beside a link; without words of its own it has none."""
    first, *others = parts_of(link)
    return [line for line in (first, signed(link), *others) if line] if first else []


def way_lines(links: Iterable[Link]) -> list[str]:
    """The lines beside links that are drawn as one."""
    return [line for link in told_once(links) for line in link_lines(link)]


def note_lines(chart: Chart) -> list[str]:
    """What stands below a chart that others lay out: who is also named, and the legend in words."""
    named = [piece.text for piece in named_words(PlainText(), chart)] if chart.named else []
    entries = list(legend_of(chart))
    lines = [f"{_SAID[sign.text]}: {words}" for sign, words in entries if sign.look == "sample"]
    signs = [f"{sign.text} {words}" for sign, words in entries if sign.look == "cited"]
    return [line for line in ("".join(named), "; ".join(lines), "; ".join(signs)) if line]


def legend_of(chart: Chart) -> Iterator[tuple[Piece, str]]:
    """The lines and signs that occur on a chart, each with its words; a line's look is `sample`."""
    for kind, words in lines_of(chart):
        yield Piece(kind, "sample"), words
    shown: list[Box | Link] = [*chart.boxes, *chart.links]
    firmness = {one.firmness for one in shown}
    for key, mark in MARKS.items():
        if key in firmness:
            yield Piece(mark.sign, key), mark.word
    states = {one.citation.state for one in (*shown, *chart.named) if one.citation}
    for state, (sign, words) in STATES.items():
        if state in states and state != "none":
            yield Piece(sign.format("¶"), "cited"), words


def parts_of(link: Link) -> list[str]:
    """What is said beside a link, in the lines that it is given in."""
    parts: list[list[Run]] = [[]]
    for span in link.label:
        if span.text == BREAK:
            parts.append([])
        else:
            parts[-1].append(span)
    return [text_of(tuple(part)) for part in parts]


def signed(one: Box | Link) -> str:
    """The sign and the word of a firmness, and the paragraphs of the words behind it."""
    mark = MARKS[one.firmness] if one.firmness else None
    cites = [piece.text for sign in PlainText().signs("", one.citation) for piece in sign]
    return " ".join([*([mark.sign, mark.word] if mark else []), *cites])


def told(chart: Chart) -> Iterator[str]:
    """The chart in words, for who does not see it."""
    for row in chart.rows:
        texts = [text_of(cell) for cell in row.cells if isinstance(cell, tuple)]
        firm = MARKS[row.firmness].word if row.firmness else ""
        where = cited(row.citation) if row.citation and row.citation.state != "none" else ""
        yield ", ".join(filter(None, [" - ".join(filter(None, texts)), firm, where]))
