"""The lines of a chart, from edge to edge of its boxes."""

from dealcli.renderers.charting.geometry import Edge, Head, Label, Point
from dealcli.renderers.charting.sizes import SPINE, Sizes
from dealcli.renderers.charting.structure import Hyperedge, Node, Wire
from dealcli.report import Box


def routes(sizes: Sizes, overhead: dict[int, Label]) -> tuple[Edge, ...]:
    """Every line; `overhead` holds the words over the hyperedges of the topmost row."""
    structure = sizes.structure
    nodes = [node for row in structure.rows for node in row]
    edges = [_hanging(sizes, node) for node in nodes if node.box and node.stack]
    for number, wires in enumerate(structure.wires):
        edges += [_route(sizes, wire) for wire in wires if wire.last]
        for hyperedge in structure.hyperedges[number]:
            edges.append(
                _hyperedge(sizes, hyperedge, None if number else overhead[hyperedge.number])
            )
    return tuple(edges)


def _route(sizes: Sizes, wire: Wire) -> Edge:
    """A line down through every row that it passes; at one end there may be a stack."""
    pieces = [wire]
    while not pieces[0].upper.box and not pieces[0].upper.stack:
        pieces.insert(0, pieces[0].upper.above[0])
    points: list[Point] = []
    for before, piece in zip([pieces[0], *pieces], pieces, strict=False):
        if before is not piece and before.bottom != piece.top:
            points += [(before.bottom, piece.upper.y), (piece.top, piece.upper.y)]
        if piece.top != piece.bottom:
            points += [(piece.top, piece.track), (piece.bottom, piece.track)]
    upper, lower, top, bottom = pieces[0].upper, wire.lower, pieces[0].top, wire.bottom
    if upper.box is None:
        points = [(bottom, lower.y), *reversed(points)]
        return Edge(wire.links, _branches(sizes, upper.stack[::-1], top, points))
    points.insert(0, (top, upper.y + upper.height - 1))
    if lower.box is None:
        return Edge(wire.links, _branches(sizes, lower.stack, bottom, points))
    points.append((bottom, lower.y))
    heads: tuple[Head, ...] = ()
    if wire.links[0].start == lower.box.id:  # a flow, or a share that closes a circle
        heads = (Head(top, points[0][1] + 1, "up"),)
    elif wire.links[0].kind == "flow":
        heads = (Head(bottom, lower.y - 1, "down"),)
    label = _beside(wire.label, bottom, lower.y)
    return Edge(wire.links, (tuple(points),), heads, label)


def _hanging(sizes: Sizes, node: Node) -> Edge:
    """The line from a box down to what hangs on it alone."""
    links = tuple(sizes.structure.leaves[box.id] for box in node.stack)
    first = sizes.boxes[node.stack[0].id]
    x = node.x + (node.width // 2 if node.paired else node.indent - SPINE)
    start = (x, first.y - (2 if node.paired else 1))
    if node.paired:
        return Edge(links, ((start, (x, first.y)),))
    return Edge(links, _branches(sizes, node.stack, x, [start]))


def _branches(
    sizes: Sizes, stack: tuple[Box, ...], x: int, points: list[Point]
) -> tuple[tuple[Point, ...], ...]:
    """The line through a stack, from the box nearest to where it comes from, in a column."""
    paths = []
    for box in stack:
        placed = sizes.boxes[box.id]
        y = placed.y + (1 if placed.height < 4 else placed.height // 2)
        paths.append((*points, (x, y), (placed.x, y)))
        points = [(x, y)]
    return tuple(paths)


def _beside(label: Label, x: int, y: int) -> Label:
    """Words to the right of a line, right above the box that it arrives at."""
    return label._replace(x=x + 2, y=y - len(label.lines))


def _hyperedge(sizes: Sizes, hyperedge: Hyperedge, label: Label | None) -> Edge:
    """A line over the heads of boxes: from the first that gives to each, and from each other."""
    first = hyperedge.starts[0]
    here = hyperedge.ports[id(first)]
    paths: list[tuple[Point, ...]] = []
    heads = []
    for end in hyperedge.ends:
        there = hyperedge.ports[id(end)]
        paths.append(
            ((here, first.y), (here, hyperedge.track), (there, hyperedge.track), (there, end.y))
        )
        heads.append(Head(there, end.y - 1, "down"))
    last = hyperedge.ports[id(hyperedge.ends[0])]
    for start in hyperedge.starts[1:]:
        x = hyperedge.ports[id(start)]
        down = (last, hyperedge.ends[0].y)
        paths.append(((x, start.y), (x, hyperedge.track), (last, hyperedge.track), down))
    if label is None:
        label = _beside(hyperedge.label, last, hyperedge.ends[0].y)
    return Edge(hyperedge.links, tuple(paths), tuple(heads), label)
