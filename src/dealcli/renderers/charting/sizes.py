"""How large each node of a chart is: its words folded, and room for the lines at its edges."""

import re
from typing import NamedTuple

from dealcli.renderers.charting.places import Placed
from dealcli.renderers.charting.structure import Node, Structure
from dealcli.renderers.charting.words import BREAK, Hand, Words, folded, said, widest, width_of
from dealcli.report import Box, Link, strong

INDENT = 3
"""Cells from a box's left edge to those of the boxes that hang below it."""

SPINE = 2
"""Cells from the line that they hang on to their left edge."""

PASSING = 3
"""Cells that a line takes which passes a row, or leaves a box at its bottom."""

ARRIVING = 4
"""Cells that a line without words takes which arrives at the top of a box."""

BROAD = 34
"""Cells of a box below another one, however wide that is."""

LONG = 18
"""Cells up to which a word in a box is never cut."""


class Room(NamedTuple):
    """How wide words may stand: in a box, and beside a line; and the gap between boxes.

    Up to `word` cells a word beside a line is never cut.
    """

    box: int
    label: int
    gap: int
    word: int = 13

    @property
    def overhead(self) -> int:
        """The gap between boxes with rails over them: more, if there is room, for words."""
        return self.gap * 4 if self.gap > 2 else self.gap


class Sizes:
    """The words of one chart, folded to a room."""

    def __init__(self, structure: Structure, hand: Hand, room: Room) -> None:
        self.structure = structure
        self.hand = hand
        self.room = room
        self.boxes: dict[str, Placed] = {}
        for row in structure.rows:
            for node in row:
                self.node(node)

    def node(self, node: Node) -> None:
        """Give a node its size, and each line that arrives at it its words."""
        if node.box is None and not node.stack:
            node.width = PASSING
            return
        for wire in node.above:
            wire.words = self.label(wire.link) if node.box else []
        if node.row:
            for rail in node.rails:
                if rail.ends[0] is node:
                    rail.words = self.label(rail.links[0])
        node.width = node.height = 0
        if node.box:
            least = max(sum(self.arriving(node)) + 3, PASSING * len(node.below) + 6)
            own = self.box(node.box, least)
            node.width, node.height = own.width, own.height
        below = [self.box(one, within=min(node.width - INDENT, BROAD)) for one in node.stack]
        broadest = max((one.width for one in below), default=0)
        node.indent = max(INDENT, (node.width - broadest) // 2) if node.stack else 0
        node.height += sum(one.height for one in below)
        node.width = max(node.width, node.indent + broadest)

    def arriving(self, node: Node) -> list[int]:
        """The cells that each line at a node's top takes: wires, then rails."""
        lines = [wire.words for wire in node.above]
        lines += [rail.words if node.row and rail.ends[0] is node else [] for rail in node.rails]
        return [ARRIVING + (1 + widest(self.hand, each) if each else 0) for each in lines]

    def label(self, link: Link, width: int | None = None) -> list[Words]:
        """What stands beside a line; how firm that is stands at the end of its first part."""
        words = said(self.hand, link.label)
        width = width or max(self.room.label, min(self.longest(words), self.room.word))
        ends = [at for at, piece in enumerate(words) if piece.text == BREAK]
        end = ends[0] if ends else len(words)
        return self.fold(link, words[:end], width) + folded(self.hand, words[end + 1 :], width)

    def fold(self, record: Box | Link, words: Words, width: int) -> list[Words]:
        """Words, and after them how firm they are, beside the last line where it has room."""
        lines = folded(self.hand, words, width)
        for sign in self.hand.signs(record.firmness, record.citation):
            lines = self.signed(lines, sign, width)
        return lines

    def signed(self, lines: list[Words], sign: Words, width: int) -> list[Words]:
        """Lines with a sign after the last, or on one of its own."""
        needed = width_of(self.hand, sign)
        if lines and width_of(self.hand, lines[-1]) + 1 + needed <= width:
            space = sign[0]._replace(text=f" {sign[0].text}")
            return [*lines[:-1], (*lines[-1], space, *sign[1:])]
        return lines + folded(self.hand, sign, width)

    def box(self, box: Box, least: int = 0, within: int = 0) -> Placed:
        """A box as large as its words, at least as wide as is said; they may fill what is there."""
        texts = [said(self.hand, each) for each in (strong(box.name), *box.details)]
        longest = max(self.longest(text) for text in texts)
        width = max(self.room.box, min(longest, LONG), least - 4, within - 4)
        lines = folded(self.hand, texts[0], width)
        for text in texts[1:]:
            lines += folded(self.hand, text, width)
        for link in self.structure.inner.get(box.id, ()):
            lines += self.label(link, width)
        if link_ := self.structure.hung.get(box.id):
            lines += folded(self.hand, said(self.hand, link_.label), width)
        for sign in self.hand.signs(box.firmness, box.citation):
            lines = self.signed(lines, sign, width)
        size = max(widest(self.hand, lines) + 4, least)
        placed = self.boxes[box.id] = Placed(box, 0, 0, size, len(lines) + 2, tuple(lines))
        return placed

    def longest(self, words: Words) -> int:
        """The cells of the longest word."""
        text = "".join(piece.text for piece in words)
        return max(map(self.hand.width, re.split(r"(?<=-)| |\n", text)))

    def move(self, box: Box, x: int, y: int) -> Placed:
        """Put a box in its place."""
        placed = self.boxes[box.id] = self.boxes[box.id]._replace(x=x, y=y)
        return placed
