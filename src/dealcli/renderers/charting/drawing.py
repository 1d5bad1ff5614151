"""A drawing: the boxes, lines and words of a chart, each in its place on a grid of cells."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from dealcli.renderers.charting.links import Bundle, pattern_of
from dealcli.renderers.charting.words import Words, Writer, widest
from dealcli.report import Box, Link

Position = tuple[int, int]


class Label(NamedTuple):
    """Words that stand beside a line; `parts` are the records in it, each with its lines."""

    x: int = 0
    y: int = 0
    width: int = 0
    lines: tuple[Words, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()


def label_of(writer: Writer, texts: Iterable[tuple[str, list[Words]]]) -> Label:
    """Make a label of texts: pairs of a record's address and its lines."""
    lines: list[Words] = []
    parts = []
    for record, words in texts:
        lines += words
        parts.append((record, len(words)))
    return Label(0, 0, widest(writer, lines), tuple(lines), tuple(parts))


class Placed(Struct, eq=False):
    """A box and the words in it: centred or as a list from the left; bare words have no frame.

    `leaf` is the only link of a box in a stack, whose words are in the box.
    """

    box: Box
    leaf: Link | None = None
    look: Literal["centred", "listed", "bare"] = "centred"
    lines: list[Words] = []
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0

    @property
    def words(self) -> tuple[int, int, int]:
        """The column and line where the words begin, and how many cells they may take."""
        if self.look == "bare":
            return self.x, self.y, self.width
        return self.x + 2, self.y + 1, self.width - 4


class Head(NamedTuple):
    """An arrow's head: where it is and where it points."""

    x: int
    y: int
    to: Literal["up", "down", "right"]


class Edge(NamedTuple):
    """A line with all its branches, from edge to edge of boxes, and the links it stands for.

    All its links have the same pattern; a line without links only guides the eye.
    """

    links: Bundle
    paths: tuple[tuple[Position, ...], ...]
    heads: tuple[Head, ...] = ()
    label: Label = Label()

    @property
    def pattern(self) -> str:
        """How the line is broken."""
        return pattern_of(self.links[0]) if self.links else "solid"

    @property
    def firmness(self) -> str:
        """How firm all its links are, where they are equally firm."""
        found = {link.firmness for link in self.links}
        return found.pop() if len(found) == 1 else ""

    @property
    def flow(self) -> bool:
        """Whether the line is a flow, which is heavier than the others."""
        return bool(self.links) and self.links[0].kind == "flow"


class Drawing(NamedTuple):
    """A chart in its place on a grid; `named` is the line of the parties that nothing links."""

    width: int
    height: int
    boxes: tuple[Placed, ...]
    edges: tuple[Edge, ...]
    named: Label = Label()


def drawing_of(boxes: Iterable[Placed], edges: Iterable[Edge], height: int) -> Drawing:
    """Make a drawing as wide as what is on it."""
    boxes, edges = tuple(boxes), tuple(edges)
    ends = [box.x + box.width for box in boxes]
    ends += [edge.label.x + edge.label.width for edge in edges]
    return Drawing(max(ends, default=0), height, boxes, edges)
