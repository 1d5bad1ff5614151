"""A page's charts in Graphviz's language, for whoever lays them out otherwise."""

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

_SHAPES = {
    "party": ("filled", "#ffffff"),
    "company": ("rounded,filled", "#eaf1f8"),
    "facility": ("rounded,filled", "#f4f6f8"),
}
"""The style and the colour of each kind of box."""


def render(page: Page, stream: TextIO) -> str:
    """The page's charts, each as a graph of its own; without any, what the page says."""
    report = page.report
    charts = charts_of(report)
    if not charts:
        return f"digraph {{\n    n1 [shape=plain, label={_label(lines_of_page(report))}];\n}}\n"
    return "\n".join("".join(f"{line}\n" for line in _lines(chart)) for chart in charts)


def _lines(chart: Chart) -> Iterator[str]:
    graph = graph_of(chart)
    below = {link.end for link in chart.links if link.kind != "flow"}
    top = [name for name, box in graph.boxes.items() if box.id not in below]
    yield "digraph {"
    title = _label([PlainText().shown(chart.description)])
    yield f"    graph [label={title}, labelloc=t, rankdir=TB,"
    yield '        fontname="Helvetica,Arial,sans-serif"];'
    yield '    node [shape=box, fontname="Helvetica,Arial,sans-serif", fontsize=11];'
    yield '    edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];'
    for name, box in graph.boxes.items():
        yield f"    {name} [{_box(box)}];"
    for name, links in graph.hubs.items():
        yield f"    {name} [shape=plain, label={_label(link_lines(links))}];"
    if top:
        yield f"    {{ rank=same; {'; '.join(top)}; }}"
    for arrow in graph.arrows:
        yield f"    {arrow.start} -> {arrow.end} [{_arrow(arrow)}];"
    yield f"    {{ rank=sink; note [shape=plain, label={_label(note_lines(chart))}]; }}"
    yield "}"


def _box(box: Box) -> str:
    style, colour = _SHAPES[box.kind]
    style += ",dashed" if pattern_of(box) == "dashed" else ""
    return f'style="{style}", fillcolor="{colour}", label={_label(box_lines(box))}'


def _arrow(arrow: Arrow) -> str:
    parts = [f"style={pattern_of(arrow.links[0])}"]
    parts += [] if arrow.head else ["dir=none"]
    parts += ["penwidth=2.5"] if arrow.links[0].kind == "flow" else []
    parts += [] if arrow.label is None else [f"label={_label(arrow.label)}"]
    return ", ".join(parts)


def _label(lines: list[str]) -> str:
    """Text that Graphviz takes as it is: it reads backslashes, and HTML's entities."""
    escaped = (
        line.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for line in lines
    )
    return '"' + "\\n".join(escaped) + '"'
