"""A page's charts in Graphviz's language, for whoever lays them out otherwise."""

from collections.abc import Iterator
from typing import TextIO

from dealcli.page import Page
from dealcli.renderers.charting.flows import Arrow, ranked
from dealcli.renderers.charting.lines import pattern_of
from dealcli.renderers.charting.plain_text import (
    PlainText,
    box_lines,
    lines_of_page,
    note_lines,
    way_lines,
)
from dealcli.renderers.charting.structure import ranks_of
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
    hubs, arrows = ranked(chart, ranks_of(chart.boxes, chart.links))
    names = {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}
    names |= {hub: f"f{number}" for number, hub in enumerate(hubs, start=1)}
    below = {link.end for link in chart.links if link.kind != "flow"}
    top = [names[box.id] for box in chart.boxes if box.id not in below]
    yield "digraph {"
    title = _label([PlainText().shown(chart.description)])
    yield f"    graph [label={title}, labelloc=t, rankdir=TB,"
    yield '        fontname="Helvetica,Arial,sans-serif"];'
    yield '    node [shape=box, fontname="Helvetica,Arial,sans-serif", fontsize=11];'
    yield '    edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];'
    for box in chart.boxes:
        yield f"    {names[box.id]} [{_box(box)}];"
    for hub, way in hubs.items():
        yield f"    {names[hub]} [shape=plain, label={_label(way_lines(way.links))}];"
    if top:
        yield f"    {{ rank=same; {'; '.join(top)}; }}"
    for arrow in arrows:
        yield f"    {names[arrow.start]} -> {names[arrow.end]} [{_arrow(arrow)}];"
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
    parts += [f"label={_label(way_lines(arrow.links))}"] if arrow.labelled else []
    return ", ".join(parts)


def _label(lines: list[str]) -> str:
    """Text that Graphviz takes as it is: it reads backslashes, and HTML's entities."""
    escaped = (
        line.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for line in lines
    )
    return '"' + "\\n".join(escaped) + '"'
