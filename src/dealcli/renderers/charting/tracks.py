"""In which line of the grid each row of a chart stands, and each line goes across between rows."""

from itertools import pairwise

from dealcli.renderers.charting.drawing import Label
from dealcli.renderers.charting.layers import Interval, Layer, Line, Node, apart
from dealcli.renderers.charting.sizes import Sizes

NARROW = 10
"""Cells that words over a hyperedge have at the least."""

BROAD = 36
"""Cells that they may have where the hyperedge is shorter, as far as nothing is in their way."""


def down(sizes: Sizes, layers: list[Layer], width: int) -> int:
    """Give each box, track and label its line of the grid; how many lines there are."""
    y = 0
    for number, layer in enumerate(layers):
        if number:
            y = _between(layer, y)
        elif layer.hyperedges:
            y = _overhead(sizes, layer.hyperedges, width) + 1
        y = max((_stand(node, y) for node in layer.nodes), default=y)
    return y


def _stand(node: Node, y: int) -> int:
    """Put the boxes of a node below one another; the line below them."""
    node.y = y
    for placed in node.boxes:
        placed.x, placed.y = node.x + (0 if placed is node.own else node.indent), y
        y += placed.height + (1 if placed is node.own and node.paired else 0)
    return y


def _between(layer: Layer, y: int) -> int:
    """Give the tracks above a row and the labels their lines; the line that the row begins on."""
    lines = [*layer.wires, *layer.hyperedges]
    count = _assign(layer, y + 1)
    stubs = 2 if layer.hyperedges or any(line.links[0].kind == "flow" for line in lines) else 1
    y += 1 + count + max([stubs, *(len(line.label.lines) for line in lines)])
    for line in lines:
        line.label = line.label._replace(x=line.bottom + 2, y=y - len(line.label.lines))
    return y


def _assign(layer: Layer, y: int) -> int:
    """Give each line that goes across its track, hyperedges the lowest; how many there are.

    Of lines to the right the rightmost goes first, of lines to the left the leftmost: so those that
    leave one box side by side do not cross.
    """
    right = sorted(
        (wire for wire in layer.wires if wire.top < wire.bottom), key=lambda wire: -wire.top
    )
    left = sorted(
        (wire for wire in layer.wires if wire.top > wire.bottom), key=lambda wire: wire.top
    )
    tracks: list[list[Interval]] = []
    for lines in ([*right, *left], layer.hyperedges):
        first = len(tracks)
        for line in lines:
            line.track = y + _take(tracks, first, line.span)
    return len(tracks)


def _take(tracks: list[list[Interval]], first: int, span: Interval) -> int:
    """The first track that is free from one column to another; from now on it is taken."""
    for number, taken in enumerate(tracks[first:], start=first):
        if all(apart(span, other) for other in taken):
            taken.append(span)
            return number
    tracks.append([span])
    return len(tracks) - 1


def _overhead(sizes: Sizes, hyperedges: list[Line], width: int) -> int:
    """Lay the hyperedges over the topmost row, the short ones lowest, each under its words."""
    ranked = sorted(hyperedges, key=lambda line: line.span[1] - line.span[0])
    levels: dict[Line, int] = {}
    heights: list[int] = []
    for at, line in enumerate(ranked):
        line.label = _label(sizes, line, ranked[at + 1 :], width)
        below = [level for other, level in levels.items() if common(_reach(line), _reach(other))]
        level = levels[line] = max(below, default=-1) + 1
        heights += [0] * (level + 1 - len(heights))
        heights[level] = max(heights[level], len(line.label.lines) + 1)
    for line, level in levels.items():
        line.track = sum(heights[level:]) - 1
        line.label = line.label._replace(y=line.track - len(line.label.lines))
    return sum(heights)


def _reach(hyperedge: Line) -> Interval:
    """The columns that a hyperedge and its words take, and one beside them."""
    (start, end), label = hyperedge.span, hyperedge.label
    if not label.lines:
        return start, end + 1
    return min(start, label.x), max(end, label.x + label.width - 1) + 1


def _label(sizes: Sizes, hyperedge: Line, higher: list[Line], width: int) -> Label:
    """The words over a hyperedge, where none of the higher ones goes up through them."""
    start, end = hyperedge.span
    bounds = [-1, *sorted(x for line in higher for x in line.ports.values()), width]
    gaps = [(left + 2, right - 2) for left, right in pairwise(bounds)]
    left, right = max(gaps, key=lambda gap: _fitness(gap, hyperedge.span))
    most = min(max(common((left, right), hyperedge.span), BROAD), right - left + 1)
    label = sizes.label(hyperedge.links, max(most, NARROW))
    middle = (max(left, start) + min(right, end) - label.width) // 2 + 1
    return label._replace(x=min(max(middle, left), max(right - label.width + 1, left)))


def _fitness(gap: Interval, span: Interval) -> tuple[bool, int, int]:
    """The rank of a gap for a label: whether it has room, then how far it is over its hyperedge."""
    width = gap[1] - gap[0] + 1
    return width >= NARROW, common(gap, span), width


def common(first: Interval, second: Interval) -> int:
    """The number of columns that two spans have in common."""
    return max(min(first[1], second[1]) - max(first[0], second[0]) + 1, 0)


def stands_over(hyperedge: Line) -> bool:
    """Whether the label of a hyperedge is above it, and not beside the line of another."""
    label = hyperedge.label
    words = label.x, label.x + label.width - 1
    return not label.lines or common(words, hyperedge.span) > 0
