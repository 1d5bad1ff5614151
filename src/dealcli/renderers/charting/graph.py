"""A chart as a graph of named nodes, for programs that lay it out themselves."""

from typing import NamedTuple

from dealcli.renderers.charting.layers import ranks_of
from dealcli.renderers.charting.links import Bundle, bundles_of, ends_of, starts_of
from dealcli.renderers.charting.plain_text import link_lines
from dealcli.report import Box, Chart


class Arrow(NamedTuple):
    """A line between two nodes, by their names; a line from a hub has no label."""

    start: str
    end: str
    links: Bundle
    head: bool
    label: list[str] | None = None


class Graph(NamedTuple):
    """Boxes and hubs by their names, and the lines between them.

    A hub stands for flows that do not lead down. It is above all their ends, so that a program that
    puts the end of each line below its start ranks none of them below another.
    """

    boxes: dict[str, Box]
    hubs: dict[str, Bundle]
    arrows: list[Arrow]


def graph_of(chart: Chart) -> Graph:
    """Make a graph of a chart; its lines lead down."""
    rows = ranks_of(chart.boxes, chart.links)
    names = {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}
    graph = Graph({names[box.id]: box for box in chart.boxes}, {}, [])
    for links in bundles_of(chart.links):
        flow = links[0].kind == "flow"
        starts, ends = starts_of(links), ends_of(links)
        single = len(starts) == len(ends) == 1
        if not flow or (single and rows[starts[0]] < rows[ends[0]]):
            label = link_lines(links)
            graph.arrows.append(Arrow(names[starts[0]], names[ends[0]], links, flow, label))
            continue
        hub = f"f{len(graph.hubs) + 1}"
        graph.hubs[hub] = links
        for ids, head in ((ends, True), (starts, False)):
            graph.arrows.extend(Arrow(hub, names[box_id], links, head) for box_id in ids)
    return graph
