"""A page's charts as Mermaid flowcharts, for documents that draw them."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers.charting.lines import kind_of
from dealcli.renderers.charting.pen import Pen, box_lines, charts_of, lines_of_page, link_lines
from dealcli.report import Box, Chart, Link

_SHAPES = {"party": ("[", "]"), "company": ("(", ")"), "facility": ("[[", "]]")}
_ARROWS = {"solid": "---", "dashed": "-.-", "double": "==>"}

# What Mermaid, or the Markdown and HTML in its labels, would take for more than text.
_ACTIVE = re.compile(
    r"[\x00-\x1f!-&*;-@\[-`{-~]"  # all signs of ASCII but '()+,-./:
    r"|(?<=[-.])[-.]|^[-+]|^\d+[.)]|(?<=:)/|\bwww\."
)

_TOGETHER = re.compile(r"\\(?=n)|\$(?=\$)|\bfa[a-z]?(?=:)")
"""What Mermaid takes for a line's end, a formula or an icon even if it is written as entities."""

_MISREAD = re.compile("[&<>]|%%")
"""What Mermaid does not show in a title as it is."""


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
    title = Pen().shown(chart.description)
    if not _MISREAD.search(title):
        yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---")
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
    return "<br/>".join(_escaped(line) for line in lines)


def _escaped(line: str) -> str:
    """A line as Mermaid takes it: entities for what it would act on, an empty tag amid some."""
    parts = _TOGETHER.sub("\\g<0>\n", line).split("\n")
    return "<i></i>".join(_ACTIVE.sub(_entities, part) for part in parts)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"#{ord(one)};" for one in match[0])
