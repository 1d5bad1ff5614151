"""The route of each line of a chart, from edge to edge of its boxes."""

from collections.abc import Iterable, Iterator

from dealcli.renderers.charting.drawing import Edge, Head, Placed, Position
from dealcli.renderers.charting.layers import Layer, Line, Node, nodes_of

SPINE = 2
"""Cells from the line that a stack hangs on to its left edge, right below a box."""

Path = tuple[Position, ...]


def routes(layers: list[Layer]) -> Iterator[Edge]:
    """Yield every line; nodes and tracks have their places."""
    for node in nodes_of(layers):
        if node.own and node.stack:
            yield _hanging(node, node.own)
    for layer in layers:
        yield from (_wire(wire) for wire in layer.wires if wire.lower.boxes)
        yield from map(_hyperedge, layer.hyperedges)


def _wire(wire: Line) -> Edge:
    """A line down through every row that it passes; at one end there may be a stack."""
    pieces = [wire]
    while not pieces[0].upper.boxes:
        pieces.insert(0, pieces[0].upper.above[0])
    upper, lower = pieces[0].upper, wire.lower
    x = pieces[0].top
    points: list[Position] = [(x, upper.own.y + upper.own.height - 1)] if upper.own else []
    for piece in pieces:
        for column, y in ((piece.top, piece.upper.y), (piece.bottom, piece.track)):
            points += [(x, y), (column, y)] if column != x else []
            x = column
    points += [(x, lower.y)] if lower.own else []
    if upper.own is None:
        return Edge(wire.links, _branches(upper.stack[::-1], pieces[0].top, points[::-1]))
    if lower.own is None:
        return Edge(wire.links, _branches(lower.stack, x, points))
    heads: tuple[Head, ...] = ()
    if wire.links[0].start == lower.own.box.id:  # a flow, or a share that closes a circle
        heads = (Head(points[0][0], points[0][1] + 1, "up"),)
    elif wire.links[0].kind == "flow":
        heads = (Head(x, lower.y - 1, "down"),)
    return Edge(wire.links, (tuple(points),), heads, wire.label)


def _hanging(node: Node, own: Placed) -> Edge:
    """The line from a box down to the stack below it."""
    links = tuple(placed.leaf for placed in node.stack if placed.leaf)
    bottom = own.y + own.height - 1
    if node.paired:
        x = node.x + node.width // 2
        return Edge(links, (((x, bottom), (x, node.stack[0].y)),))
    x = node.x + node.indent - SPINE
    return Edge(links, _branches(node.stack, x, [(x, bottom)]))


def _branches(stack: Iterable[Placed], x: int, points: list[Position]) -> tuple[Path, ...]:
    """The line through a stack, from the box nearest to where it comes from, in a column."""
    paths = []
    for placed in stack:
        y = placed.y + (1 if placed.height < 4 else placed.height // 2)
        paths.append((*points, (x, y), (placed.x, y)))
        points = [(x, y)]
    return tuple(paths)


def _hyperedge(line: Line) -> Edge:
    """A line over the heads of boxes: from the first that gives to each, and from each other."""
    pairs = [(line.upper, end) for end in line.ends]
    pairs += [(start, line.lower) for start in line.starts[1:]]
    paths = tuple(_over(line, start, end) for start, end in pairs)
    heads = tuple(Head(line.ports[end], end.y - 1, "down") for end in line.ends)
    return Edge(line.links, paths, heads, line.label)


def _over(line: Line, start: Node, end: Node) -> Path:
    """The way from one box up to the track of a line and down to another box."""
    here, there = line.ports[start], line.ports[end]
    return (here, start.y), (here, line.track), (there, line.track), (there, end.y)
