"""A chart as an indented tree, for where its boxes have no room side by side."""

from msgspec import Struct

from dealcli.renderers.charting.flows import Way, told_once, ways_of
from dealcli.renderers.charting.geometry import Drawing, Edge, Head, Label, Placed, Point
from dealcli.renderers.charting.words import Words, Writer, box_end, folded, label, said, widest
from dealcli.report import Box, Chart, Link, dim, joined, strong

STEP = 5
"""Cells by which a box is indented below the one that it hangs on."""

NARROW = 16
"""Minimum number of cells for words: a box that would have fewer begins at the left edge."""


def tree(chart: Chart, writer: Writer, width: int) -> Drawing:
    """Draw each box below the first that holds it, then the flows, each with its ends by name.

    So a flow makes nobody look like an owner. A box that is drawn elsewhere is only named.
    """
    return _Tree(chart, writer, width).drawn()


class _Trunk(Struct):
    """The line below a box: its column, how far down it is, its branches, and what remains."""

    x: int
    y: int
    remaining: list[Link]
    paths: list[tuple[Point, ...]] = []


class _Tree:
    """A tree that grows downwards, line by line."""

    def __init__(self, chart: Chart, writer: Writer, width: int) -> None:
        self.chart = chart
        self.writer = writer
        self.width = width
        self.known = {box.id: box for box in chart.boxes}
        self.links: dict[str, list[Link]] = {box.id: [] for box in chart.boxes}
        for link in reversed(chart.links):
            if link.kind != "flow":
                self.links[link.start].append(link)
        self.told: set[str] = set()
        self.boxes: list[Placed] = []
        self.guides: list[Edge] = []
        self.edges: list[Edge] = []
        self.y = 0

    def drawn(self) -> Drawing:
        """Draw what nobody holds, then what is left: circles, and what would be too deep."""
        held = {link.end for link in self.chart.links if link.kind != "flow"}
        for one in sorted(self.known, key=held.__contains__):
            trunks = [] if one in self.told else [self.grow(one, 0)]
            while trunks:
                trunk = trunks[-1]
                if trunk.remaining:
                    trunks += self.branch(trunk, trunk.remaining.pop())
                    continue
                trunks.pop()
                self.guides += [Edge((), tuple(trunk.paths))] if trunk.paths else []
        flows = [link for link in self.chart.links if link.kind == "flow"]
        self.y += 1 if flows else 0
        for way in ways_of(flows):
            self.flow(way)
        edges = (*self.guides, *self.edges)
        ends = [box.x + box.width for box in self.boxes]
        ends += [edge.label.x + edge.label.width for edge in edges]
        return Drawing(max(ends, default=0), self.y, tuple(self.boxes), edges)

    def branch(self, trunk: _Trunk, link: Link) -> list[_Trunk]:
        """Draw a link, and below its words the box that it leads to, or only that box's name."""
        x, y, left = trunk.x, self.y, trunk.x + STEP
        trunk.paths.append(((x, trunk.y), (x, y), (x + 1, y)))
        trunk.y = y
        words = label(self.writer, link, self.width - left) if link.label else []
        self.line((link,), x + 1, left, [(link, words)])
        told = link.end in self.told
        if not told and left <= self.width - NARROW:
            return [self.grow(link.end, left)]
        box = self.known[link.end]
        name = (*strong(box.name), *dim(" (above)" if told else " (below)"))
        self.place(box, left, folded(self.writer, said(self.writer, name), self.width - left))
        return []

    def flow(self, way: Way) -> None:
        """Draw flows that go the same way: what goes, then from whom to whom."""
        room = self.width - STEP
        words = [(one, label(self.writer, one, room)) for one in told_once(way.links)]
        giving, taking = (
            joined([strong(self.known[one].name) for one in ids], "; ")
            for ids in (way.starts, way.ends)
        )
        ends = folded(self.writer, said(self.writer, joined([giving, taking], " → ")), room)
        words[-1] = (words[-1][0], [*words[-1][1], *ends])
        least = self.y + 1
        self.line(way.links, 0, STEP, words)
        self.y = max(self.y, least)  # flows between boxes without names have no words

    def line(
        self, links: tuple[Link, ...], x: int, left: int, words: list[tuple[Link, list[Words]]]
    ) -> None:
        """Draw a line from a column, and the words of its links beside it."""
        y, end = self.y, left - 2
        lines = tuple(line for _, told in words for line in told)
        parts = tuple((link.record, len(told)) for link, told in words)
        beside = Label(left, y, widest(self.writer, lines), lines, parts)
        heads = (Head(end, y, "right"),) if links[0].kind == "flow" else ()
        self.edges.append(Edge(links, (((x, y), (end, y)),), heads, beside))
        self.y += len(lines)

    def grow(self, one: str, x: int) -> _Trunk:
        """Draw a box in full; what hangs on it is to follow."""
        self.told.add(one)
        box, writer, room = self.known[one], self.writer, self.width - x
        texts = (strong(box.name), joined(list(box.details)))
        lines = [line for text in texts for line in folded(writer, said(writer, text), room)]
        self.place(box, x, box_end(writer, lines, box, room))
        return _Trunk(x, self.y - 1, self.links[one])

    def place(self, box: Box, x: int, lines: list[Words]) -> None:
        """Put the words of a box below everything before them."""
        size = widest(self.writer, lines)
        self.boxes.append(Placed(box, x, self.y, size, len(lines), tuple(lines), "bare"))
        self.y += len(lines)
