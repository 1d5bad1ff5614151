"""A page's charts in Graphviz's language, for whoever lays them out otherwise."""

from collections.abc import Iterator
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers.charting.lines import kind_of
from dealcli.renderers.charting.pen import Pen, box_lines, charts_of, lines_of_page, link_lines
from dealcli.report import Box, Chart, Link

_SHAPES = {
    "party": "shape=box",
    "company": 'shape=box, style="rounded,filled", fillcolor="#e7f0fa"',
    "facility": 'shape=box, style=rounded, color="#8c959f"',
}
_LINES = {
    "solid": "dir=none",
    "dashed": "dir=none, style=dashed",
    "double": 'constraint=false, color="#1a6b37", penwidth=2',
}


def render(page: Page, stream: TextIO) -> str:
    """The page's charts, each as a graph of its own; without any, what the page says."""
    report = page.report()
    charts = charts_of(report)
    if not charts:
        return f"digraph {{\n    n1 [shape=plain, label={_label(lines_of_page(report))}];\n}}\n"
    return "\n".join("".join(f"{line}\n" for line in _lines(chart)) for chart in charts)


def _lines(chart: Chart) -> Iterator[str]:
    names = {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}
    below = {link.end for link in chart.links if link.kind != "flow"}
    top = [names[box.id] for box in chart.boxes if box.id not in below]
    yield "digraph {"
    yield f"    graph [label={_label([Pen().shown(chart.description)])}, labelloc=t, rankdir=TB];"
    yield '    node [fontname="Helvetica,Arial,sans-serif", fontsize=11];'
    yield '    edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];'
    for box in chart.boxes:
        yield f"    {names[box.id]} [{_box(box)}];"
    if top:
        yield f"    {{ rank=same; {'; '.join(top)}; }}"
    for link in chart.links:
        yield f"    {names[link.start]} -> {names[link.end]} [{_link(link)}];"
    yield "}"


def _box(box: Box) -> str:
    return f"{_SHAPES[box.kind]}, label={_label(box_lines(box))}"


def _link(link: Link) -> str:
    return f"{_LINES[kind_of(link)]}, label={_label(link_lines(link))}"


def _label(lines: list[str]) -> str:
    """Text that Graphviz takes as it is: it reads backslashes, and HTML's entities."""
    escaped = (
        line.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for line in lines
    )
    return '"' + "\\n".join(escaped) + '"'
