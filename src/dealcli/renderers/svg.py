"""A page's chart as a picture: SVG, with real text, in light and in dark."""

from collections.abc import Iterator
from importlib.resources import files
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers import svg_elements
from dealcli.renderers.charting.layout import layout
from dealcli.renderers.charting.plain_text import (
    PlainText,
    described,
    legend_of,
    lines_of_page,
)
from dealcli.renderers.charting.words import Piece, Words, folded
from dealcli.renderers.svg_elements import CELL, LINE, xml
from dealcli.report import Chart, Report, charts_of

MARGIN = 16
"""Pixels around a picture."""

LEAST = 44
"""Cells of the narrowest picture: a heading needs them."""

HEADING = 10
"""Pixels that a character of a heading takes, at the most but for the odd one."""

SAMPLE = 22
"""Pixels of the lines in a legend."""


def render(page: Page, stream: TextIO) -> str:
    """The page's chart, of which no page has two; without one, what the page says instead."""
    report = page.report
    charts = charts_of(report)
    return drawing(charts[0], style=True) if charts else _words_only(report)


def stylesheet() -> str:
    """The colours and type of every chart, for the page that holds one."""
    return files("dealcli.renderers").joinpath("chart.css").read_text(encoding="utf-8")


def drawing(chart: Chart, *, style: bool) -> str:
    """A chart as an `svg` element; without its style it is for a page that has the stylesheet.

    Only a standalone picture has a heading and a background.
    """
    drawn = layout(chart, PlainText(draws=True))
    hops = svg_elements.hops_of(drawn.edges)
    width = max(drawn.width, LEAST)
    heading = _heading(chart.description, width) if style else []
    top = len(heading) * LINE + (LINE // 2 if heading else 0)
    legend, lines = _legend(chart, top + (drawn.height + 1) * LINE, width * CELL)
    parts = [
        f'<g transform="translate(0 {top})">\n',
        *(svg_elements.edge(edge, hops) for edge in drawn.edges),
        *map(svg_elements.box, drawn.boxes),
        *(svg_elements.label(edge.label) for edge in drawn.edges),
        svg_elements.label(drawn.named),
        "</g>\n",
        legend,
    ]
    height = top + (drawn.height + 1 + lines) * LINE
    return _picture(
        (width * CELL, height), chart.description, described(chart), heading, parts, style=style
    )


def _heading(text: str, width: int) -> list[Words]:
    return folded(
        PlainText(), (Piece(PlainText().shown(text), "heading"),), width * CELL // HEADING
    )


def _picture(
    size: tuple[int, int],
    title: str,
    description: Iterator[str],
    heading: list[Words],
    parts: list[str],
    *,
    style: bool,
) -> str:
    width, height = (pixels + 2 * MARGIN for pixels in size)
    place = f'x="{-MARGIN}" y="{-MARGIN}" width="{width}" height="{height}"'
    ground = f'<rect class="ground" {place}/>\n'
    return "".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" class="structure" role="img" ',
            f'width="{width}" height="{height}" ',
            f'viewBox="{-MARGIN} {-MARGIN} {width} {height}">\n',
            f"<title>{xml(title)}</title>\n<desc>{xml(chr(10).join(description))}</desc>\n",
            f"<style>\n{stylesheet()}</style>\n{ground}" if style else "",
            *(svg_elements.line(0, number * LINE, words) for number, words in enumerate(heading)),
            *parts,
            "</svg>\n",
        ]
    )


def _legend(chart: Chart, y: int, width: int) -> tuple[str, int]:
    """What the signs and lines of a chart say, and in how many lines."""
    x = lines = 0
    parts = []
    for sign, words in legend_of(chart):
        taken = SAMPLE + 6 + svg_elements.width((Piece(words, "plain"),))
        if x and x + taken > width:
            x, lines = 0, lines + 1
        top = y + lines * LINE
        if sign.look == "sample":
            middle = top + LINE // 2
            parts.append(f'<path class="{sign.text}" d="M{x} {middle}L{x + SAMPLE} {middle}"/>\n')
            if sign.text == "flow":
                end = x + SAMPLE + 3
                arrow = f"M{end} {middle}L{end - 9} {middle - 5}L{end - 9} {middle + 5}Z"
                parts.append(f'<path class="head" d="{arrow}"/>\n')
            start = x + SAMPLE + 7
        else:
            parts.append(svg_elements.line(x, top, (sign,)))
            start = x + svg_elements.SIGN
        parts.append(svg_elements.line(start, top, (Piece(words, "plain"),)))
        x = start + taken - SAMPLE + 12
    return f'<g class="key">\n{"".join(parts)}</g>\n' if parts else "", lines + bool(parts)


def _words_only(report: Report) -> str:
    """What a page without a chart says."""
    first, *rest = lines_of_page(report)
    width = 80
    heading = _heading(first, width)
    lines = [
        words for text in rest for words in folded(PlainText(), (Piece(text, "plain"),), width)
    ]
    top = len(heading) * LINE + LINE // 2
    parts = [svg_elements.line(0, top + number * LINE, words) for number, words in enumerate(lines)]
    size = (width * CELL, top + len(lines) * LINE)
    return _picture(size, first, iter(rest), heading, parts, style=True)
