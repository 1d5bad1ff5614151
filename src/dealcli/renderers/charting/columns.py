"""In which column each node of a chart stands, and each line meets the nodes at its ends.

Lines leave a row in columns that are 0 modulo 3, arrive in columns that are 1, and pass a row in
columns that are 2. A line that passes a row where another has come down from the row above arrives
in a column that is 1 and moves over beside the boxes. So no two lines between the same rows ever
share a column, except for the two ends of a straight line.
"""

from collections.abc import Sequence

from dealcli.renderers.charting.layers import Layer, Line, Node
from dealcli.renderers.charting.sizes import ARRIVING, PASSING, slots

SWEEPS = 4
"""Times that the rows are moved, each as near as can be to the rows above and below."""

NEARLY = 2
"""Columns by which a line is bent straight."""


def spread(wanted: Sequence[float], sizes: Sequence[int], low: int, high: int) -> list[int]:
    """Where things of some sizes begin, in their order, none over another, from `low` to `high`.

    What cannot stand where it wants to makes way by the same amount as what stands in its way: the
    squares of the ways are least (the pool-adjacent-violators algorithm).
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
    for _ in range(SWEEPS):
        for row in rows[1:]:
            _settle(*row, width, upwards=True)
        for row in rows[-2::-1]:
            _settle(*row, width, upwards=False)
    for row in rows[1:]:
        _settle(*row, width, upwards=True)
    left = min((node.x for layer in layers for node in layer.nodes), default=0)
    for layer in layers:
        for node in layer.nodes:
            node.x -= left


def _settle(layer: Layer, gap: int, width: int, *, upwards: bool) -> None:
    wanted = [node.pull(upwards=upwards) - node.width / 2 for node in layer.nodes]
    places = spread(wanted, [node.width + gap for node in layer.nodes], 0, width + gap)
    for node, place in zip(layer.nodes, places, strict=True):
        node.x = place


def connect(layers: list[Layer]) -> None:
    """Give every line its columns."""
    for number, layer in enumerate(layers):
        for node in layer.nodes:
            if node.box:
                _arrive(node)
            else:
                _pass(node, layers[number - 1])
    for layer in layers:
        for node in layer.nodes:
            if node.box:
                _leave(node)
    for layer in layers:
        for wire in layer.wires:
            _straighten(wire)


def _pass(node: Node, above: Layer) -> None:
    """The lines of a stack, or of a place where one passes."""
    column = _column(node.x + 2, 2)
    for wire in node.above:
        taken = any(
            other is not wire.upper and other.passing and _column(other.x + 2, 2) == column
            for other in above.nodes
        )
        wire.ports[node] = _column(node.x + 2, 1) if node.stack or taken else column
    for wire in node.below:
        wire.ports[node] = _column(node.x + 2, 0) if node.stack else column


def _arrive(node: Node) -> None:
    """The lines at a box's top, each as near as can be below where it comes from.

    The only line of a box comes from the side to its middle.
    """
    lines = [
        (line, _source(line, node), slot)
        for line, slot in zip(node.arriving, slots(node), strict=True)
    ]
    if len(lines) == 1 and abs(lines[0][1] - node.middle) > node.width / 2:
        lines = [(lines[0][0], node.middle, lines[0][2])]
    lines.sort(key=lambda one: _rank(one[0], one[1], node))
    # A line with words beside it is so far left that both are in the middle.
    wanted = [source - (slot - ARRIVING) // 4 for _, source, slot in lines]
    places = spread(wanted, [slot for *_, slot in lines], node.x + 4, node.x + node.width + 1)
    for (line, *_), place in zip(lines, places, strict=True):
        line.ports[node] = _column(place, 1)


def _source(line: Line, node: Node) -> float:
    """The middle of where a line comes from."""
    others = line.ends if node in line.starts else line.starts
    return sum(one.middle for one in others) / len(others)


def _rank(line: Line, source: float, node: Node) -> tuple[bool, float, int]:
    """By what lines are sorted from the left: by where they come from.

    Over the topmost row they lie within one another: of those to the right the farthest leads, of
    those to the left the nearest.
    """
    if node.row:
        return False, source, line.number
    right = source > node.middle
    return right, -source, line.number if right else -line.number


def _leave(node: Node) -> None:
    """The lines at a box's bottom, each as near as can be above where it goes to."""
    wires = sorted(node.below, key=lambda one: (one.bottom, one.number))
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
    if upper.box and lower.box and upper.below == lower.arriving == [wire]:
        last = lower.x + lower.width - 2 - wire.label.reach
        middle = min(lower.x + lower.width // 2, last)
        if max(upper.x, lower.x) + 1 < middle < upper.x + upper.width - 2:
            wire.ports = {upper: middle, lower: middle}
    if not 0 < abs(wire.top - wire.bottom) <= NEARLY:
        return
    if _may_arrive(wire, wire.top):
        wire.ports[lower] = wire.top
    elif upper.box and _may_leave(wire, wire.bottom):
        wire.ports[upper] = wire.bottom


def _may_arrive(wire: Line, x: int) -> bool:
    """Whether a line may arrive in a column, its words beside it."""
    node = wire.lower
    if node.box is None:
        return bool(node.stack) and node.x <= x <= node.x + 2
    end = x + wire.label.reach
    others = [other for other in node.arriving if other is not wire]
    return (
        node.x + 1 < x
        and end <= node.x + node.width - 2
        and not any(
            x <= other.ports[node] + (other.label.reach if other.lower is node else 0) + 1
            and other.ports[node] <= end + 1
            for other in others
        )
    )


def _may_leave(wire: Line, x: int) -> bool:
    """Whether a line may leave its box in a column: no other is beside it."""
    node = wire.upper
    others = [other.top for other in node.below if other is not wire]
    return node.x + 1 < x < node.x + node.width - 2 and all(abs(other - x) > 1 for other in others)
