"""What a layout comes to: boxes, lines and words, each in its place on a grid of cells."""

from typing import Literal, NamedTuple

from dealcli.renderers.charting.words import Words
from dealcli.report import Box, Link

Point = tuple[int, int]


class Label(NamedTuple):
    """Words that stand beside a line."""

    x: int
    y: int
    width: int
    lines: tuple[Words, ...]


class Placed(NamedTuple):
    """A box and the words in it, two cells from its edges; those of a facility stand to the left.

    What hangs on a line is read as a list, the others as a tree.
    """

    box: Box
    x: int
    y: int
    width: int
    height: int
    lines: tuple[Words, ...]

    @property
    def centred(self) -> bool:
        """Whether the words stand in the middle."""
        return self.box.kind != "facility"


class Head(NamedTuple):
    """An arrow's head: where it is and where it points."""

    x: int
    y: int
    to: Literal["up", "down"]


class Edge(NamedTuple):
    """A line with all its branches, from edge to edge of boxes, and the links it stands for."""

    links: tuple[Link, ...]
    paths: tuple[tuple[Point, ...], ...]
    heads: tuple[Head, ...] = ()
    label: Label | None = None


class Drawing(NamedTuple):
    """A chart in its place on a grid."""

    width: int
    height: int
    boxes: tuple[Placed, ...]
    edges: tuple[Edge, ...]
