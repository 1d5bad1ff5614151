"""In which column each node of a chart stands, and each line meets the nodes at its ends.

Lines leave a row in columns that are 0 modulo 3, arrive in columns that are 1, and pass a row in
columns that are 2. A line that passes a row where another has come down from the row above arrives
in a column that is 1 and moves over beside the boxes. So no two lines between the same rows ever
share a column, except for the two ends of a straight line.
"""

from collections.abc import Sequence

from dealcli.renderers.charting.layers import Layer, Line, Node, apart, nodes_of
from dealcli.renderers.charting.sizes import ARRIVING, PASSING

SWEEPS = 9
"""Times that the rows are moved, each as near as can be to the row above and, in turn, below."""

NEARLY = 2
"""Columns by which a line is bent straight."""


def spread(wanted: Sequence[float], sizes: Sequence[int], low: int, high: int) -> list[int]:
    """Where things of some sizes begin, in their order, none over another, from `low` to `high`.

    Things that would overlap are moved so that the sum of the squared distances from the wanted
    places is least (the pool-adjacent-violators algorithm).
    """
    before = [0]
    for size in sizes:
        before.append(before[-1] + size)
    pools: list[tuple[float, int]] = []  # the sum of what is wanted, by how many
    for place, offset in zip(wanted, before, strict=False):
        total, count = place - offset, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    most = max(high - before[-1], low)
    found: list[int] = []
    for total, count in pools:
        start = min(max(round(total / count), low), most)
        found += [start + before[len(found) + number] for number in range(count)]
    return found


def packed(layer: Layer, gap: int) -> int:
    """The width of a row with gaps between its nodes."""
    return sum(node.width + gap for node in layer.nodes) - gap if layer.nodes else 0


def across(layers: list[Layer], gaps: list[int], width: int) -> None:
    """Give each node its column: near the middle of what it is linked to, in the row's order."""
    rows = list(zip(layers, gaps, strict=True))
    for layer, gap in rows:
        x = (width - packed(layer, gap)) // 2
        for node in layer.nodes:
            node.x = x
            x += node.width + gap
    for sweep in range(SWEEPS):
        upwards = sweep % 2 == 0
        for layer, gap in rows[1:] if upwards else rows[-2::-1]:
            _settle(layer, gap, width, upwards=upwards)
    left = min((node.x for node in nodes_of(layers)), default=0)
    for node in nodes_of(layers):
        node.x -= left


def _settle(layer: Layer, gap: int, width: int, *, upwards: bool) -> None:
    wanted = [node.pull(upwards=upwards) - node.width / 2 for node in layer.nodes]
    places = spread(wanted, [node.width + gap for node in layer.nodes], 0, width + gap)
    for node, place in zip(layer.nodes, places, strict=True):
        node.x = place


def connect(layers: list[Layer]) -> None:
    """Give every line its columns."""
    for node in nodes_of(layers):
        if node.own:
            _arrive(node)
        else:
            _pass(node, layers[node.row - 1])
    for node in nodes_of(layers):
        if node.own:
            _leave(node)
    for layer in layers:
        for wire in layer.wires:
            _straighten(wire)


def _pass(node: Node, above: Layer) -> None:
    """The lines of a stack, or of a place where one passes."""
    column = _column(node.x + 2, 2)
    for wire in node.above:
        taken = any(
            other is not wire.upper and not other.boxes and _column(other.x + 2, 2) == column
            for other in above.nodes
        )
        wire.ports[node] = _column(node.x + 2, 1) if node.stack or taken else column
    for wire in node.below:
        wire.ports[node] = _column(node.x + 2, 0) if node.stack else column


def _arrive(node: Node) -> None:
    """The lines at a box's top, each as near as can be below where it comes from."""
    lines = sorted(node.arriving, key=lambda line: _rank(line, node))
    # A line with words beside it is so far left that both are in the middle.
    wanted = [_source(line, node) - line.reach(node) // 4 for line in lines]
    sizes = [ARRIVING + line.reach(node) for line in lines]
    places = spread(wanted, sizes, node.x + 4, node.x + node.width + 1)
    for line, place in zip(lines, places, strict=True):
        line.ports[node] = _column(place, 1)


def _source(line: Line, node: Node) -> float:
    """The mean middle of the nodes at a line's other end.

    For the only line of a node, if it comes from the side, the middle of the node itself.
    """
    others = line.ends if node in line.starts else line.starts
    middle = sum(other.middle for other in others) / len(others)
    aside = abs(middle - node.middle) > node.width / 2
    return node.middle if aside and len(node.arriving) == 1 else middle


def _rank(line: Line, node: Node) -> tuple[bool, float, int]:
    """By what lines are sorted from the left: by where they come from.

    Over the topmost row they lie within one another: of those to the right the farthest leads, of
    those to the left the nearest.
    """
    source = _source(line, node)
    if node.row:
        return False, source, line.number
    right = source > node.middle
    return right, -source, line.number if right else -line.number


def _leave(node: Node) -> None:
    """Give each line that leaves a box its column, as near as possible to its lower end."""
    wires = sorted(node.below, key=lambda wire: (wire.bottom, wire.number))
    wanted = [wire.bottom + 1 for wire in wires]
    places = spread(wanted, [PASSING] * len(wires), node.x + 4, node.x + node.width - 1)
    for wire, place in zip(wires, places, strict=True):
        wire.ports[node] = _column(place, 0)


def _column(place: int, remainder: int) -> int:
    """The next column to the left that leaves a remainder modulo 3, or this one."""
    return place - (place - remainder) % 3


def _straighten(wire: Line) -> None:
    """Put the only line between two boxes in their middle; make straight what nearly is."""
    upper, lower = wire.upper, wire.lower
    if upper.own and lower.own and upper.below == lower.arriving == [wire]:
        last = lower.x + lower.width - 2 - wire.reach(lower)
        middle = min(lower.x + lower.width // 2, last)
        if max(upper.x, lower.x) + 1 < middle < upper.x + upper.width - 2:
            wire.ports = {upper: middle, lower: middle}
    if not 0 < abs(wire.top - wire.bottom) <= NEARLY:
        return
    if _free(wire, lower, wire.top):
        wire.ports[lower] = wire.top
    elif _free(wire, upper, wire.bottom):
        wire.ports[upper] = wire.bottom


def _free(wire: Line, node: Node, x: int) -> bool:
    """Whether a line may meet a node in a column: no other line is beside it or its words."""
    if node.own is None:
        return bool(node.stack) and node is wire.lower and node.x <= x <= node.x + 2
    arrives = node is wire.lower
    end = x + wire.reach(node)
    last = node.x + node.width - (2 if arrives else 3)  # none leaves right beside a corner
    return (
        node.x + 1 < x
        and end <= last
        and all(
            apart((x, end), (other.ports[node], other.ports[node] + other.reach(node)))
            for other in (node.arriving if arrives else node.below)
            if other is not wire
        )
    )
