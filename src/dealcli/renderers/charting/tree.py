"""A chart as an indented tree, for where its boxes have no room side by side."""

from dealcli.renderers.charting.drawing import (
    Drawing,
    Edge,
    Head,
    Placed,
    drawing_of,
    label_of,
)
from dealcli.renderers.charting.links import Bundle, bundles_of, ends_of, records_of, starts_of
from dealcli.renderers.charting.words import (
    Words,
    Writer,
    box_end,
    folded,
    label,
    pieces_of,
    widest,
)
from dealcli.report import Box, Chart, Link, Runs, dim, joined, strong

STEP = 5
"""Cells by which a box is indented below its parent."""

NARROW = 16
"""Minimum number of cells for words: a box that would have fewer begins at the left edge."""


def tree(chart: Chart, writer: Writer, width: int) -> Drawing:
    """Draw each box below the first that holds it, then the flows, each with its ends by name.

    So a flow makes nobody look like an owner. A box that is drawn elsewhere is only named.
    """
    grown = _Tree(chart, writer, width)
    held = {link.end for link in chart.links if link.kind != "flow"}
    for box_id in sorted(grown.known, key=held.__contains__):  # last circles, and what is too deep
        if box_id not in grown.drawn:
            grown.grow(box_id, 0)
    flows = bundles_of(link for link in chart.links if link.kind == "flow")
    grown.y += 1 if flows else 0
    for bundle in flows:
        grown.flow(bundle)
    return drawing_of(grown.boxes, (*grown.guides, *grown.edges), grown.y)


class _Tree:
    """A tree that grows downwards, line by line."""

    def __init__(self, chart: Chart, writer: Writer, width: int) -> None:
        self.writer = writer
        self.width = width
        self.known = {box.id: box for box in chart.boxes}
        self.links: dict[str, list[Link]] = {box.id: [] for box in chart.boxes}
        for link in chart.links:
            if link.kind != "flow":
                self.links[link.start].append(link)
        self.drawn: set[str] = set()
        self.boxes: list[Placed] = []
        self.guides: list[Edge] = []
        self.edges: list[Edge] = []
        self.y = 0

    def grow(self, box_id: str, x: int) -> None:
        """Draw a box in full, and its subtree below it; `NARROW` bounds the depth."""
        self.drawn.add(box_id)
        box, room = self.known[box_id], self.width - x
        lines = self.folded(strong(box.name), room) + self.folded(joined(list(box.details)), room)
        self.place(box, x, box_end(self.writer, lines, box, room))
        y, paths = self.y - 1, []
        for link in self.links[box_id]:
            paths.append(((x, y), (x, self.y), (x + 1, self.y)))
            y = self.y
            self.branch(link, x + STEP)
        self.guides += [Edge((), tuple(paths))] if paths else []

    def branch(self, link: Link, x: int) -> None:
        """Draw a link, and below its words the box that it leads to, or only that box's name."""
        words = label(self.writer, link, self.width - x) if link.label else []
        self.line((link,), x - STEP + 1, x, [(link.record, words)])
        drawn = link.end in self.drawn
        if not drawn and x <= self.width - NARROW:
            self.grow(link.end, x)
            return
        box = self.known[link.end]
        name = (*strong(box.name), *dim(" (above)" if drawn else " (below)"))
        self.place(box, x, self.folded(name, self.width - x))

    def flow(self, bundle: Bundle) -> None:
        """Draw flows that go the same way: what goes, then from whom to whom."""
        room = self.width - STEP
        texts = [(link.record, label(self.writer, link, room)) for link in records_of(bundle)]
        giving, taking = (
            joined([strong(self.known[box_id].name) for box_id in ids], "; ")
            for ids in (starts_of(bundle), ends_of(bundle))
        )
        texts[-1][1].extend(self.folded(joined([giving, taking], " → "), room))
        least = self.y + 1
        self.line(bundle, 0, STEP, texts)
        self.y = max(self.y, least)  # flows between boxes without names have no words

    def line(self, links: Bundle, x: int, left: int, texts: list[tuple[str, list[Words]]]) -> None:
        """Draw a line from a column, and the words of its links beside it."""
        y, end = self.y, left - 2
        beside = label_of(self.writer, texts)._replace(x=left, y=y)
        heads = (Head(end, y, "right"),) if links[0].kind == "flow" else ()
        self.edges.append(Edge(links, (((x, y), (end, y)),), heads, beside))
        self.y += len(beside.lines)

    def folded(self, text: Runs, width: int) -> list[Words]:
        """A text in lines of a width."""
        return folded(self.writer, pieces_of(self.writer, text), width)

    def place(self, box: Box, x: int, lines: list[Words]) -> None:
        """Put the words of a box below everything before them."""
        size = widest(self.writer, lines), len(lines)
        self.boxes.append(Placed(box, None, "bare", lines, x, self.y, *size))
        self.y += len(lines)
