"""A page's charts as Mermaid flowcharts, for documents that draw them."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers.charting.lines import kind_of
from dealcli.renderers.charting.pen import Pen, box_lines, charts_of, lines_of_page, link_lines
from dealcli.report import Box, Chart, Link

_SHAPES = {"party": ("[", "]"), "company": ("(", ")"), "facility": ("([", "])")}
_ARROWS = {"solid": "---", "dashed": "-.-", "double": "==>"}

# What Mermaid, or the Markdown and HTML in its labels, would take for more than text.
_ACTIVE = re.compile(
    r"[\x00-\x1f!-&*;-@\[-`{-~]"  # all signs of ASCII but '()+,-./:
    r"|(?<=[-.])[-.]|^[-+]|^\d+[.)]|\bfa[a-z]?:|(?<=:)/|\bwww\."
)


def render(page: Page, stream: TextIO) -> str:
    """The page's charts, each as a flowchart of its own; without any, what the page says."""
    report = page.report()
    charts = charts_of(report)
    if not charts:
        return f'flowchart TB\n    n1["{_label(lines_of_page(report))}"]\n'
    return "\n".join(map(drawing, charts))


def drawing(chart: Chart) -> str:
    """A chart as a flowchart."""
    return "".join(f"{line}\n" for line in _lines(chart))


def _lines(chart: Chart) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(Pen().shown(chart.description), ensure_ascii=False)}"
    yield "---"
    yield "flowchart TB"
    names = {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}
    for box in chart.boxes:
        yield f"    {names[box.id]}{_box(box)}"
    for link in chart.links:
        yield f"    {names[link.start]} {_link(link)} {names[link.end]}"


def _box(box: Box) -> str:
    opening, closing = _SHAPES[box.kind]
    return f'{opening}"{_label(box_lines(box))}"{closing}'


def _link(link: Link) -> str:
    arrow = _ARROWS[kind_of(link)]
    label = _label(link_lines(link))
    return f'{arrow}|"{label}"|' if label else arrow


def _label(lines: list[str]) -> str:
    return "<br/>".join(_ACTIVE.sub(_entities, line) for line in lines)


def _entities(match: re.Match[str]) -> str:
    """Each character as Mermaid writes one that it is not to act on."""
    return "".join(f"#{ord(character)};" for character in match[0])
