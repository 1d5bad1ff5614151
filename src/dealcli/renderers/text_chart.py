"""A chart drawn with characters: boxes, lines and words as lines of a terminal."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from dealcli.renderers.charting.drawing import Drawing, Edge, Label, Placed, Position
from dealcli.renderers.charting.links import lines_of, pattern_of
from dealcli.renderers.charting.words import Words
from dealcli.renderers.grid import Lines
from dealcli.renderers.streams import writes
from dealcli.renderers.theme import Theme
from dealcli.report import Chart

_WAYS = {(0, -1): "u", (1, 0): "r", (0, 1): "d", (-1, 0): "l"}

# By which ways a line goes from a cell: up, right, down, left.
_SHAPES = ("u d", "l r", "d r", "d l", "r u", "l u", "d r u", "d l u", "d l r", "l r u", "d l r u")
_STROKES = {
    "solid": ("│─┌┐└┘├┤┬┴┼", "|-+++++++++"),
    "dashed": ("╎╌┌┐└┘├┤┬┴┼", "!~+++++++++"),
    "dotted": (":·┌┐└┘├┤┬┴┼", ":.+++++++++"),
    "solid flow": ("┃━┏┓┗┛┣┫┳┻╋", "#=+++++++++"),
    "dashed flow": ("╏╍┏┓┗┛┣┫┳┻╋", "**+++++++++"),
}
_SIGNS = {"down": "▼v", "up": "▲^", "right": "►>", "edge d": "┰+", "edge u": "┸+"}


def strokes(encoding: str) -> dict[str, str]:
    """The characters of lines by their pattern and the ways that they go, as an encoding has them.

    A heavy line is a flow; `edge d` and `edge u` are where one leaves a box.
    """
    drawn = "".join(signs for signs, _ in _STROKES.values()) + "▼▲►┰┸"
    at = 0 if writes(encoding, drawn) else 1
    found = {name: signs[at] for name, signs in _SIGNS.items()}
    for name, signs in _STROKES.items():
        found |= {f"{name} {ways}": sign for ways, sign in zip(_SHAPES, signs[at], strict=True)}
    return found


def legend(chart: Chart, theme: Theme) -> Lines:
    """The kinds of lines on a chart, each with its words."""
    signs = strokes(theme.encoding)
    samples = {
        "dashed": signs["dashed u d"] + signs["dashed l r"] * 2,
        "dotted": signs["dotted u d"] + signs["dotted l r"] * 2,
        "flow": signs["solid flow l r"] * 2 + signs["right"],
    }
    return [[Segment(f"{samples[kind]} {words}")] for kind, words in lines_of(chart)]


class DrawnChart:
    """A chart on a grid of characters."""

    def __init__(self, drawing: Drawing, theme: Theme) -> None:
        self.theme = theme
        self.strokes = strokes(theme.encoding)
        self.cells: list[dict[int, Segment]] = [{} for _ in range(drawing.height)]
        self.ways: dict[Position, tuple[bool, set[str]]] = {}
        heads = [head for edge in drawing.edges for head in edge.heads]
        self.pointed = {(x, y + (1 if to == "down" else -1)) for x, y, to in heads}
        for edge in drawing.edges:
            self.edge(edge)
        for box in drawing.boxes:
            self.box(box)
        for edge in drawing.edges:
            self.heads(edge)
            self.label(edge.label)
        self.label(drawing.named)

    def lines(self) -> Iterator[list[Segment]]:
        """The drawing, line by line."""
        for cells in self.cells:
            line = []
            at = 0
            for x in sorted(cells):
                if at < x:
                    line.append(Segment(" " * (x - at)))
                line.append(cells[x])
                at = max(at, x) + self.theme.width(cells[x].text)
            yield line

    def edge(self, edge: Edge) -> None:
        """A line with its branches: the cells that it goes through, and which ways from each."""
        stroke = f"{edge.pattern} flow" if edge.flow else edge.pattern
        for point, ways in _walked(edge.paths).items():
            before = self.ways.get(point)
            if before and "u" in before[1] and "d" in before[1]:
                continue  # what goes across passes below what goes down
            self.ways[point] = (edge.flow, ways)
            self.put(point, f"{stroke} {_named(ways)}", self.style(edge))

    def heads(self, edge: Edge) -> None:
        """The heads of an arrow."""
        for x, y, to in edge.heads:
            self.put((x, y), to, self.style(edge))

    def style(self, edge: Edge) -> Style:
        """The look of a line: how firm it is, or that it only guides the eye."""
        return self.theme.style(edge.firmness or "plain" if edge.links else "separator")

    def box(self, box: Placed) -> None:
        """A box, with what leaves and what arrives at its edges, and its words."""
        if box.look != "bare":
            self.frame(box)
        left, y, room = box.words
        for words in box.lines:
            spare = room - sum(self.theme.width(piece.text) for piece in words)
            self.write(left + (spare // 2 if box.look == "centred" else 0), y, words)
            y += 1

    def frame(self, box: Placed) -> None:
        """The edges of a box, joined with each line that leaves there and does not point at it."""
        right, bottom = box.x + box.width - 1, box.y + box.height - 1
        corners = ((box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom))
        pattern = pattern_of(box.box)
        style = self.theme.style(box.box.firmness or "plain")
        for point, ways in _walked([(*corners, corners[0])]).items():
            flow, ended = self.ways.get(point, (False, set()))
            if point in self.pointed:
                flow, ended = False, set()
            name = f"{pattern} {_named(ways | ended)}"
            self.put(point, f"edge {min(ended)}" if flow else name, style)

    def label(self, label: Label) -> None:
        """Words beside a line."""
        for y, words in enumerate(label.lines, start=label.y):
            self.write(label.x, y, words)

    def write(self, x: int, y: int, words: Words) -> None:
        """Words in a line."""
        for text, look in words:
            self.cells[y][x] = Segment(text, self.theme.style(look))
            x += self.theme.width(text)

    def put(self, point: Position, stroke: str, style: Style) -> None:
        """A character in a cell."""
        self.cells[point[1]][point[0]] = Segment(self.strokes[stroke], style)


def _walked(paths: Iterable[Iterable[Position]]) -> dict[Position, set[str]]:
    """The cells that lines go through from corner to corner, and which ways from each."""
    ways: dict[Position, set[str]] = {}
    for path in paths:
        for (x, y), (last_x, last_y) in pairwise(path):
            step = ((last_x > x) - (last_x < x), (last_y > y) - (last_y < y))
            while (x, y) != (last_x, last_y):
                ways.setdefault((x, y), set()).add(_WAYS[step])
                x, y = x + step[0], y + step[1]
                ways.setdefault((x, y), set()).add(_WAYS[-step[0], -step[1]])
    return ways


def _named(ways: set[str]) -> str:
    """The name of a character by which ways it goes; one that ends goes on."""
    if ways <= {"u", "d"}:
        return "u d"
    if ways <= {"l", "r"}:
        return "l r"
    return " ".join(sorted(ways))
