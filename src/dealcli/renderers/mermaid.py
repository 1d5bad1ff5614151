"""A page's charts as Mermaid flowcharts, for documents that draw them."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers.charting.graph import Arrow, graph_of
from dealcli.renderers.charting.links import pattern_of
from dealcli.renderers.charting.plain_text import (
    PlainText,
    box_lines,
    lines_of_page,
    link_lines,
    note_lines,
)
from dealcli.report import Box, Chart, charts_of

_SHAPES = {"party": ("[", "]"), "company": ("(", ")"), "facility": ("[[", "]]")}
_STROKES = {"dashed": "stroke-dasharray:6 4", "dotted": "stroke-dasharray:1 6,stroke-width:3px"}

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
    report = page.report
    charts = charts_of(report)
    if not charts:
        return f'flowchart TB\n    n1["{_label(lines_of_page(report))}"]\n'
    return "\n".join(map(drawing, charts))


def drawing(chart: Chart) -> str:
    """A chart as a flowchart."""
    return "".join(f"{line}\n" for line in _lines(chart))


def _lines(chart: Chart) -> Iterator[str]:
    title = PlainText().shown(chart.description)
    if not _MISREAD.search(title):
        yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---")
    yield "flowchart TB"
    graph = graph_of(chart)
    for name, box in graph.boxes.items():
        yield f"    {name}{_box(box)}"
    for name, links in graph.hubs.items():
        yield f'    {name}(["{_label(link_lines(links)) or " "}"])'
    yield f'    note["{_label(note_lines(chart))}"]'
    for arrow in graph.arrows:
        yield f"    {arrow.start} {_arrow(arrow)} {arrow.end}"
    yield f"    {[*graph.boxes][-1]} ~~~ note"
    yield "    classDef note fill:none,stroke:none"
    yield "    class note note"
    dashed = [name for name, box in graph.boxes.items() if pattern_of(box) == "dashed"]
    dashed += [name for name, links in graph.hubs.items() if pattern_of(links[0]) == "dashed"]
    if dashed:
        yield f"    classDef dashed {_STROKES['dashed']}"
        yield f"    class {','.join(dashed)} dashed"
    patterns = [pattern_of(arrow.links[0]) for arrow in graph.arrows]
    for pattern, stroke in _STROKES.items():
        if pattern in patterns:
            numbers = (
                str(at) for at, line_pattern in enumerate(patterns) if line_pattern == pattern
            )
            yield f"    linkStyle {','.join(numbers)} {stroke}"


def _arrow(arrow: Arrow) -> str:
    line = "==>" if arrow.head else "===" if arrow.links[0].kind == "flow" else "---"
    return f'{line}|"{_label(arrow.label)}"|' if arrow.label else line


def _box(box: Box) -> str:
    opening, closing = _SHAPES[box.kind]
    return f'{opening}"{_label(box_lines(box))}"{closing}'


def _label(lines: list[str]) -> str:
    return "<br/>".join(_escaped(line) for line in lines)


def _escaped(line: str) -> str:
    """A line as Mermaid takes it: entities for what it would act on, an empty tag amid some."""
    parts = _TOGETHER.sub("\\g<0>\n", line).split("\n")
    return "<i></i>".join(_ACTIVE.sub(_entities, part) for part in parts)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"#{ord(character)};" for character in match[0])
