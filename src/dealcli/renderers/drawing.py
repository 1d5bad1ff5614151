"""A chart drawn with characters: boxes, lines and words as lines of a terminal."""

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment

from dealcli.renderers.charting.lines import LINES, kind_of
from dealcli.renderers.charting.places import Drawing, Edge, Placed, Point
from dealcli.renderers.charting.words import Words
from dealcli.renderers.ink import Ink

_WAYS = {(0, -1): "u", (1, 0): "r", (0, 1): "d", (-1, 0): "l"}


class DrawnChart:
    """A chart on a grid of characters."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self.ink = ink
        self.cells: list[dict[int, Segment]] = [{} for _ in range(drawing.height)]
        self.ways: dict[Point, tuple[str, set[str]]] = {}
        for edge in drawing.edges:
            self.edge(edge)
        for box in drawing.boxes:
            self.box(box)
        for edge in drawing.edges:
            self.ends(edge)

    def lines(self) -> Iterator[list[Segment]]:
        """The drawing, line by line."""
        for cells in self.cells:
            line = []
            at = 0
            for x in sorted(cells):
                if at < x:
                    line.append(Segment(" " * (x - at)))
                line.append(cells[x])
                at = max(at, x) + self.ink.width(cells[x].text)
            yield line

    def edge(self, edge: Edge) -> None:
        """A line with its branches: the cells that it goes through, and which ways from each."""
        through: dict[Point, set[str]] = {}
        for path in edge.paths:
            for start, end in pairwise(path):
                _walk(through, start, end)
        kind = kind_of(edge.links[0])
        look = LINES[kind][0]
        for point, ways in through.items():
            before = self.ways.get(point)
            if before and "u" in before[1] and "d" in before[1]:
                continue  # what goes across passes below what goes down
            self.ways[point] = (kind, ways)
            self.put(point, self.ink.lines[f"{kind} {_named(ways)}"], look)

    def ends(self, edge: Edge) -> None:
        """The arrow's heads and the words beside a line."""
        for head in edge.heads:
            self.put((head.x, head.y), self.ink.lines[head.to], LINES[kind_of(edge.links[0])][0])
            self.pointed((head.x, head.y + (1 if head.to == "down" else -1)))
        if edge.label:
            for number, words in enumerate(edge.label.lines):
                self.write(edge.label.x, edge.label.y + number, words)

    def box(self, box: Placed) -> None:
        """A box, with what leaves and what arrives at its edges, and its words."""
        look = box.box.kind
        right, bottom = box.x + box.width - 1, box.y + box.height - 1
        for y in range(box.y + 1, bottom):
            self.border((box.x, y), "u d", look)
            self.border((right, y), "u d", look)
        for x in range(box.x + 1, right):
            self.border((x, box.y), "l r", look)
            self.border((x, bottom), "l r", look)
        for point, ways in (
            ((box.x, box.y), "d r"),
            ((right, box.y), "d l"),
            ((box.x, bottom), "r u"),
            ((right, bottom), "l u"),
        ):
            self.border(point, ways, look)
        for number, words in enumerate(box.lines):
            spare = box.width - 4 - sum(self.ink.width(piece.text) for piece in words)
            x = box.x + 2 + (spare // 2 if box.centred else 0)
            self.write(x, box.y + 1 + number, words)

    def border(self, point: Point, ways: str, look: str) -> None:
        """A piece of a box's edge, joined with the line that ends there."""
        kind, ended = self.ways.get(point, ("solid", set()))
        name = (
            f"edge {min(ended)}" if kind == "double" else f"solid {_named({*ways.split(), *ended})}"
        )
        self.put(point, self.ink.lines[name], look)

    def pointed(self, point: Point) -> None:
        """The place on a box's edge that an arrow points at, which nothing leaves."""
        before = self.cells[point[1]][point[0]]
        self.cells[point[1]][point[0]] = Segment(self.ink.lines["solid l r"], before.style)

    def write(self, x: int, y: int, words: Words) -> None:
        """Words in a line."""
        for text, look in words:
            if text:
                self.cells[y][x] = Segment(text, self.ink.style(look))
                x += self.ink.width(text)

    def put(self, point: Point, character: str, look: str) -> None:
        """A character in a cell."""
        self.cells[point[1]][point[0]] = Segment(character, self.ink.style(look))


def _walk(through: dict[Point, set[str]], start: Point, end: Point) -> None:
    """The cells from one corner of a line to the next, and which ways it goes from each."""
    (x, y), (last_x, last_y) = start, end
    step = ((last_x > x) - (last_x < x), (last_y > y) - (last_y < y))
    if step == (0, 0):
        return
    back = (-step[0], -step[1])
    while True:
        ways = through.setdefault((x, y), set())
        if (x, y) != start:
            ways.add(_WAYS[back])
        if (x, y) == end:
            return
        ways.add(_WAYS[step])
        x, y = x + step[0], y + step[1]


def _named(ways: set[str]) -> str:
    """The name of a character by which ways it goes; one that ends goes on."""
    if ways <= {"u", "d"}:
        return "u d"
    if ways <= {"l", "r"}:
        return "l r"
    return " ".join(sorted(ways))
