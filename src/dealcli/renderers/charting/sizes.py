"""How large each node of a chart is: its words folded, and room for the lines at its edges."""

import re
from typing import NamedTuple

from dealcli.renderers.charting.drawing import Label, Placed, label_of
from dealcli.renderers.charting.layers import Line, Node
from dealcli.renderers.charting.links import Bundle, records_of
from dealcli.renderers.charting.words import Words, Writer, box_end, folded, label, said, widest
from dealcli.report import Box, Chart, Link, strong

INDENT = 4
"""Cells from the left edge of a stack to its boxes; the line that they hang on is in between."""

PASSING = 3
"""Cells that a line takes which passes a row, or leaves a box at its bottom."""

ARRIVING = 4
"""Cells that a line without words takes which arrives at the top of a box."""

BROAD = 34
"""Maximum number of cells of a box below another one that is wider."""

LONG, WORD = 18, 13
"""Cells up to which a word is never cut: in a box, and beside a line."""


class Room(NamedTuple):
    """How wide words may stand: in a box, and beside a line; and the gap between boxes."""

    box: int
    label: int
    gap: int

    @property
    def overhead(self) -> int:
        """The gap between boxes with hyperedges over them: more, if there is room, for words."""
        return self.gap * 4 if self.gap > 2 else self.gap


class Sizes:
    """The words of one chart, folded to a room."""

    def __init__(self, chart: Chart, writer: Writer, room: Room) -> None:
        self.writer = writer
        self.room = room
        self.inner: dict[str, list[Link]] = {}
        for link in chart.links:
            if link.start == link.end:
                self.inner.setdefault(link.start, []).append(link)

    def node(self, node: Node) -> None:
        """Give a node its size, and each line that arrives at it its words."""
        node.own, node.hung, node.width = None, [], PASSING
        if node.box:
            for line in node.arriving:
                if line.lower is node:
                    line.label = self.beside(line)
            least = max(sum(slots(node)) + 3, PASSING * len(node.below) + 6)
            own = node.own = self.box(node.box, least)
            if node.stack:
                self.stack(node, min(own.width, BROAD))
                own = node.own = self.box(node.box, max(least, node.width))
                node.indent += (own.width - node.width) // 2
            node.width = own.width
        elif node.stack:
            self.stack(node)

    def stack(self, node: Node, within: int = 0) -> None:
        """Give the boxes of a stack their size, and a node the room that they need."""
        node.hung = [self.box(box, within=within, leaf=link) for box, link in node.stack]
        broadest = max(one.width for one in node.hung)
        for one in node.hung:
            one.width, one.look = broadest, "centred" if node.paired else "listed"
        node.indent = 0 if node.paired else INDENT
        node.width = node.indent + broadest

    def beside(self, line: Line) -> Label:
        """What stands beside a line; nothing where the boxes of a stack say it.

        The words of a hyperedge over the topmost row are to stand over it instead.
        """
        stacked = line.upper.stack and not line.upper.box
        return Label() if stacked or not line.lower.row else self.label(line.links)

    def label(self, links: Bundle, width: int = 0) -> Label:
        """The words of some links, folded to a width or to the room beside a line."""
        told = []
        for link in records_of(links):
            if link.label:
                longest = min(self.longest(said(self.writer, link.label)), WORD)
                room = width or max(self.room.label, longest)
                told.append((link.record, label(self.writer, link, room)))
        return label_of(self.writer, told)

    def box(self, box: Box, least: int = 0, within: int = 0, leaf: Link | None = None) -> Placed:
        """A box as large as its words, at least as wide as is said; they may fill what is there.

        An odd number of cells, so that each box has a middle and can stand right below another.
        """
        writer = self.writer
        texts = [said(writer, each) for each in (strong(box.name), *box.details)]
        longest = max(self.longest(text) for text in texts)
        width = max(self.room.box, min(longest, LONG), least - 4, within - 4)
        lines = [line for text in texts for line in folded(writer, text, width)]
        for link in self.inner.get(box.id, ()):
            lines += label(writer, link, width)
        lines = box_end(writer, lines, box, width)
        if leaf and leaf.label:
            lines += label(writer, leaf, width)
        size = max(widest(writer, lines) + 4, least) | 1
        return Placed(box, size, len(lines) + 2, lines)

    def longest(self, words: Words) -> int:
        """The cells of the longest word."""
        text = "".join(piece.text for piece in words)
        return max(map(self.writer.width, re.split(r"(?<=-)| |\n", text)))


def slots(node: Node) -> list[int]:
    """The cells that each line at a node's top takes, with the words beside it."""
    return [ARRIVING + (line.label.reach if line.lower is node else 0) for line in node.arriving]
