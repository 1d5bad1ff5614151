"""The lines of a chart, from edge to edge of its boxes."""

from dealcli.renderers.charting.places import Edge, Head, Label, Point
from dealcli.renderers.charting.sizes import SPINE, Sizes
from dealcli.renderers.charting.structure import Node, Rail, Wire
from dealcli.renderers.charting.words import Words, widest


def routes(sizes: Sizes, overhead: dict[int, Label]) -> tuple[Edge, ...]:
    """Every line; `overhead` holds the words over the rails of the topmost row."""
    structure = sizes.structure
    edges = [_hanging(sizes, node) for row in structure.rows for node in row if node.stack]
    for number, wires in enumerate(structure.wires):
        edges += [_route(sizes, wire) for wire in wires if wire.last and wire.lower.box]
        for rail in structure.rails[number]:
            edges.append(_rail(sizes, rail, None if number else overhead[rail.number]))
    return tuple(edges)


def _down(sizes: Sizes, wire: Wire) -> list[Point]:
    """The way down to where a line arrives, through every row that it passes."""
    pieces = [wire]
    while pieces[-1].upper.box is None:
        pieces.append(pieces[-1].upper.above[0])
    pieces.reverse()
    top = sizes.boxes[_id(pieces[0].upper)]
    points = [(pieces[0].top, top.y + top.height - 1)]
    for before, piece in zip([pieces[0], *pieces], pieces, strict=False):
        if piece.upper.box is None and before.bottom != piece.top:
            points += [(before.bottom, piece.upper.y), (piece.top, piece.upper.y)]
        if piece.top != piece.bottom:
            points += [(piece.top, piece.track), (piece.bottom, piece.track)]
    return [*points, (wire.bottom, wire.lower.y)]


def _id(node: Node) -> str:
    assert node.box is not None
    return node.box.id


def _route(sizes: Sizes, wire: Wire) -> Edge:
    points = _down(sizes, wire)
    upwards = wire.link.start == _id(wire.lower)
    heads: tuple[Head, ...] = ()
    if upwards:  # a flow, or a share that closes a circle
        heads = (Head(points[0][0], points[0][1] + 1, "up"),)
    elif wire.link.kind == "flow":
        heads = (Head(points[-1][0], points[-1][1] - 1, "down"),)
    label = _beside(sizes, wire.words, wire.bottom, wire.lower.y)
    return Edge((wire.link,), (tuple(points),), heads, label)


def _beside(sizes: Sizes, words: list[Words], x: int, y: int) -> Label | None:
    """Words to the right of a line, right above the box that it arrives at."""
    if not words:
        return None
    return Label(x + 2, y - len(words), widest(sizes.hand, words), tuple(words))


def _rail(sizes: Sizes, rail: Rail, label: Label | None) -> Edge:
    """A line over the heads of boxes: from the first that gives to each, and from each other."""
    first = rail.starts[0]
    here = rail.ports[id(first)]
    paths: list[tuple[Point, ...]] = []
    heads = []
    for end in rail.ends:
        there = rail.ports[id(end)]
        paths.append(((here, first.y), (here, rail.track), (there, rail.track), (there, end.y)))
        heads.append(Head(there, end.y - 1, "down"))
    last = rail.ports[id(rail.ends[0])]
    for start in rail.starts[1:]:
        x = rail.ports[id(start)]
        down = (last, rail.ends[0].y)
        paths.append(((x, start.y), (x, rail.track), (last, rail.track), down))
    if label is None:
        label = _beside(sizes, rail.words, last, rail.ends[0].y)
    return Edge(rail.links, tuple(paths), tuple(heads), label if label and label.lines else None)


def _hanging(sizes: Sizes, node: Node) -> Edge:
    """The line that a stack of boxes hangs on, and a branch to each of them."""
    if node.box:
        x = node.x + node.indent - SPINE
        own = sizes.boxes[node.box.id]
        points = [(x, own.y + own.height - 1)]
    else:
        points = _down(sizes, node.above[0])[:-1]
        x = node.above[0].bottom
    links = tuple(sizes.structure.hung[box.id] for box in node.stack)
    paths = []
    for box in node.stack:
        placed = sizes.boxes[box.id]
        y = placed.y + (1 if placed.height < 4 else placed.height // 2)
        paths.append((*points, (x, y), (placed.x, y)))
        points = [(x, y)]
    return Edge(links, tuple(paths))
