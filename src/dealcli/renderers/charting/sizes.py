"""How large each node of a chart is: its words folded, and room for the lines at its edges."""

import re
from typing import NamedTuple

from dealcli.renderers.charting.flows import told_once
from dealcli.renderers.charting.geometry import Label, Look, Placed
from dealcli.renderers.charting.structure import Node, Structure
from dealcli.renderers.charting.words import Words, Writer, box_end, folded, label, said, widest
from dealcli.report import Box, Link, strong

INDENT = 4
"""Cells from the left edge of a stack to its boxes; the line that they hang on is in between."""

SPINE = 2
"""Cells from the line that they hang on to their left edge, right below a box."""

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

    def __init__(self, structure: Structure, writer: Writer, room: Room) -> None:
        self.structure = structure
        self.writer = writer
        self.room = room
        self.boxes: dict[str, Placed] = {}
        for row in structure.rows:
            for node in row:
                self.node(node)

    def node(self, node: Node) -> None:
        """Give a node its size, and each line that arrives at it its words."""
        node.width, node.height = PASSING, 0
        if node.box:
            for wire in node.above:
                wire.label = self.label(wire.links)
            for hyperedge in node.hyperedges if node.row else ():
                if hyperedge.ends[0] is node:
                    hyperedge.label = self.label(hyperedge.links)
            least = max(sum(self.arriving(node)) + 3, PASSING * len(node.below) + 6)
            own = self.box(node.box, least)
            if node.stack:
                self.stack(node, min(own.width, BROAD))
                own = self.box(node.box, max(least, node.width))
                node.indent += (own.width - node.width) // 2
            node.width = own.width
            node.height += own.height + (1 if node.paired else 0)
        elif node.stack:
            self.stack(node)

    def stack(self, node: Node, within: int = 0) -> None:
        """Give the boxes of a stack their size, and a node the room that they need."""
        boxes = [self.box(one, within=within) for one in node.stack]
        broadest = max(one.width for one in boxes)
        for one in boxes:
            look: Look = "centred" if node.paired else "listed"
            self.boxes[one.box.id] = one._replace(width=broadest, look=look)
        node.indent = 0 if node.paired else INDENT
        node.width, node.height = node.indent + broadest, sum(one.height for one in boxes)

    def arriving(self, node: Node) -> list[int]:
        """The cells that each line at a node's top takes: wires, then hyperedges."""
        labels = [wire.label for wire in node.above]
        labels += [
            hyperedge.label if hyperedge.ends[0] is node else Label()
            for hyperedge in node.hyperedges
        ]
        return [ARRIVING + (1 + one.width if one.lines else 0) for one in labels]

    def label(self, links: tuple[Link, ...], width: int = 0) -> Label:
        """What stands beside a line; nothing where the boxes of a stack say it."""
        lines: list[Words] = []
        parts = []
        for link in told_once(links):
            if link.label and not {link.start, link.end} & self.structure.leaves.keys():
                longest = min(self.longest(said(self.writer, link.label)), WORD)
                told = label(self.writer, link, width or max(self.room.label, longest))
                lines += told
                parts.append((link.record, len(told)))
        return Label(0, 0, widest(self.writer, lines), tuple(lines), tuple(parts))

    def box(self, box: Box, least: int = 0, within: int = 0) -> Placed:
        """A box as large as its words, at least as wide as is said; they may fill what is there.

        An odd number of cells, so that each box has a middle and can stand right below another.
        """
        writer = self.writer
        texts = [said(writer, each) for each in (strong(box.name), *box.details)]
        longest = max(self.longest(text) for text in texts)
        width = max(self.room.box, min(longest, LONG), least - 4, within - 4)
        lines = [line for text in texts for line in folded(writer, text, width)]
        for link in self.structure.inner.get(box.id, ()):
            lines += label(writer, link, width)
        lines = box_end(writer, lines, box, width)
        if (leaf := self.structure.leaves.get(box.id)) and leaf.label:
            lines += label(writer, leaf, width)
        size = max(widest(writer, lines) + 4, least) | 1
        placed = self.boxes[box.id] = Placed(box, 0, 0, size, len(lines) + 2, tuple(lines))
        return placed

    def longest(self, words: Words) -> int:
        """The cells of the longest word."""
        text = "".join(piece.text for piece in words)
        return max(map(self.writer.width, re.split(r"(?<=-)| |\n", text)))

    def move(self, box: Box, x: int, y: int) -> Placed:
        """Put a box in its place."""
        placed = self.boxes[box.id] = self.boxes[box.id]._replace(x=x, y=y)
        return placed
