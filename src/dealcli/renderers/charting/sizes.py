"""How large each node of a chart is: its words folded, and room for the lines at its edges."""

import re
from typing import NamedTuple

from dealcli.renderers.charting.drawing import Label, Placed, label_of
from dealcli.renderers.charting.layers import Line, Node
from dealcli.renderers.charting.links import Bundle, records_of
from dealcli.renderers.charting.words import (
    Writer,
    box_end,
    folded,
    label,
    parts,
    pieces_of,
    widest,
)
from dealcli.report import Chart, Runs, strong

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
    """How wide words may stand: in a box, and beside a line; and the gap between boxes.

    With hyperedges and their words over them, the gap between boxes is `overhead`.
    """

    box: int
    label: int
    gap: int
    overhead: int


class Sizes:
    """The words of one chart, folded to a room."""

    def __init__(self, chart: Chart, writer: Writer, room: Room) -> None:
        self.writer = writer
        self.room = room
        self.inner = [link for link in chart.links if link.start == link.end]

    def node(self, node: Node) -> None:
        """Give a node its size, and each line that arrives at it its words."""
        node.width = PASSING
        if own := node.own:
            for line in node.arriving:
                if line.lower is node:
                    line.label = self.beside(line)
            above = sum(ARRIVING + line.reach(node) for line in node.arriving)
            least = max(above + 3, PASSING * len(node.below) + 6)
            self.box(own, least)
            if node.stack:
                self.stack(node, min(own.width, BROAD))
                self.box(own, max(least, node.width))
                node.indent += (own.width - node.width) // 2
            node.width = own.width
        elif node.stack:
            self.stack(node)

    def stack(self, node: Node, within: int = 0) -> None:
        """Give the boxes of a stack their size, and a node the room that they need."""
        for placed in node.stack:
            self.box(placed, within=within)
        broadest = max(placed.width for placed in node.stack)
        for placed in node.stack:
            placed.width, placed.look = broadest, "centred" if node.paired else "listed"
        node.indent = 0 if node.paired else INDENT
        node.width = node.indent + broadest

    def beside(self, line: Line) -> Label:
        """The label beside a line; empty where the boxes of a stack have the words.

        The label of a hyperedge over the topmost row is placed above it instead.
        """
        stacked = line.upper.stack and not line.upper.own
        return Label() if stacked or not line.lower.row else self.label(line.links)

    def label(self, links: Bundle, width: int = 0) -> Label:
        """The words of some links, folded to a width or to the room beside a line."""
        texts = []
        for link in records_of(links):
            if link.label:
                longest = min(max(map(self.longest, parts(link.label))), WORD)
                room = width or max(self.room.label, longest)
                texts.append((link.record, label(self.writer, link, room)))
        return label_of(self.writer, texts)

    def box(self, placed: Placed, least: int = 0, within: int = 0) -> None:
        """Give a box its lines, and the size that they need.

        The box is at least `least` cells wide; its text may fill `least` or `within` cells. The
        width is odd, so that each box has a middle and can be centred below another.
        """
        writer, box, leaf = self.writer, placed.box, placed.leaf
        texts = [strong(box.name), *box.details]
        longest = min(max(map(self.longest, texts)), LONG)
        width = max(self.room.box, longest, least - 4, within - 4)
        lines = [line for text in texts for line in folded(writer, pieces_of(writer, text), width)]
        for link in self.inner:
            lines += label(writer, link, width) if link.end == box.id else []
        placed.lines = box_end(writer, lines, box, width)
        placed.lines += label(writer, leaf, width) if leaf and leaf.label else []
        placed.width = max(widest(writer, placed.lines) + 4, least) | 1
        placed.height = len(placed.lines) + 2

    def longest(self, text: Runs) -> int:
        """The cells of the longest word."""
        words = "".join(piece.text for piece in pieces_of(self.writer, text))
        return max(map(self.writer.width, re.split("(?<=-)| ", words)))
