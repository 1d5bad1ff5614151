"""Where each line meets the boxes at its ends.

Lines leave a row in columns that are 0 modulo 3, arrive in columns that are 1, and pass a row in
columns that are 2. A line that passes a row where another has come down from the row above arrives
in a column that is 1 and moves over beside the boxes. So no two lines between the same rows ever
share a column, except for the two ends of a straight line.
"""

from dealcli.renderers.charting.geometry import Label
from dealcli.renderers.charting.placement import spread
from dealcli.renderers.charting.sizes import PASSING, Sizes
from dealcli.renderers.charting.structure import Hyperedge, Node, Wire

NEARLY = 2
"""Columns by which a line is bent straight."""


def connect(sizes: Sizes) -> None:
    """Give every line its columns."""
    rows = sizes.structure.rows
    for row in rows:
        for node in row:
            _arrive(sizes, node)
    for row in rows:
        for node in row:
            _leave(sizes, node)
    for wires in sizes.structure.wires:
        for wire in wires:
            _straighten(sizes, wire)


def _arrive(sizes: Sizes, node: Node) -> None:
    """The lines at a node's top, each as near as can be below where it comes from.

    The only line of a box comes from the side to its middle.
    """
    if node.box is None:
        for wire in node.above:
            taken = node.stack or _passes(sizes, wire, _passing(node))
            wire.bottom = _snapped(node.x + 2, 1) if taken else _passing(node)
        return
    lines: list[Wire | Hyperedge] = [*node.above, *node.hyperedges]
    wanted = [_source(one, node) for one in lines]
    if len(lines) == 1 and abs(wanted[0] - node.middle) > node.width / 2:
        wanted = [node.middle]
    slots = sizes.arriving(node)
    keys = [_key(one, at, node) for one, at in zip(lines, wanted, strict=True)]
    ranked = sorted(range(len(lines)), key=keys.__getitem__)
    own = sizes.boxes[node.box.id]
    places = spread(
        [wanted[at] - _lean(slots[at]) for at in ranked],
        [slots[at] for at in ranked],
        node.x + 4,
        node.x + own.width + 1,
    )
    for at, place in zip(ranked, places, strict=True):
        line, x = lines[at], _snapped(place, 1)
        if isinstance(line, Wire):
            line.bottom = x
        else:
            line.ports[id(node)] = x


def _passing(node: Node) -> int:
    """The column in which a line passes a row."""
    return _snapped(node.x + 2, 2)


def _passes(sizes: Sizes, wire: Wire, column: int) -> bool:
    """Whether another line passes the row above in a column."""
    return any(
        node is not wire.upper and node.box is None and not node.stack and _passing(node) == column
        for node in sizes.structure.rows[wire.upper.row]
    )


def _key(line: Wire | Hyperedge, source: float, node: Node) -> tuple[bool, float, int]:
    """By what lines are sorted from the left: wires by where they come from.

    Rails lie within one another: of those to the right the farthest leads, to the left the nearest.
    """
    if isinstance(line, Wire) or node.row:
        return False, source, line.number
    right = source > node.middle
    return right, -source, line.number if right else -line.number


def _lean(slot: int) -> int:
    """How far left a line stands that has words beside it, for both to be in the middle."""
    return (slot - 4) // 4


def _source(line: Wire | Hyperedge, node: Node) -> float:
    if isinstance(line, Wire):
        return line.upper.middle
    others = line.ends if node in line.starts else line.starts
    return sum(one.middle for one in others) / len(others)


def _leave(sizes: Sizes, node: Node) -> None:
    """The lines at a node's bottom, each as near as can be above where it goes to."""
    if node.box is None:
        for wire in node.below:
            wire.top = _snapped(node.x + 2, 0) if node.stack else _passing(node)
        return
    wires = sorted(node.below, key=lambda one: (one.bottom, one.number))
    own = sizes.boxes[node.box.id]
    places = spread(
        [wire.bottom + 1 for wire in wires],
        [PASSING] * len(wires),
        node.x + 4,
        node.x + own.width - 1,
    )
    for wire, place in zip(wires, places, strict=True):
        wire.top = _snapped(place, 0)


def _snapped(place: int, remainder: int) -> int:
    """The next column to the left that leaves a remainder modulo 3, or this one."""
    return place - (place - remainder) % 3


def _straighten(sizes: Sizes, wire: Wire) -> None:
    """Put the only line between two boxes in their middle; make straight what nearly is."""
    upper, lower = wire.upper, wire.lower
    if upper.box and lower.box and upper.below == lower.above == [wire] and not lower.hyperedges:
        last = lower.x + lower.width - 2 - _reach(wire.label)
        middle = min(lower.x + lower.width // 2, last)
        if max(upper.x, lower.x) + 1 < middle < upper.x + upper.width - 2:
            wire.top = wire.bottom = middle
    if not 0 < abs(wire.top - wire.bottom) <= NEARLY:
        return
    if lower.box:
        straight = _free(sizes, wire, wire.top)
    else:
        straight = bool(lower.stack) and lower.x <= wire.top <= lower.x + 2
    if straight:
        wire.bottom = wire.top
    if wire.top != wire.bottom and upper.box and _alone(sizes, wire):
        wire.top = wire.bottom


def _alone(sizes: Sizes, wire: Wire) -> bool:
    """Whether a line may leave its box where it arrives: no other is beside it."""
    node = wire.upper
    right = node.x + sizes.boxes[_id(node)].width - 1
    others = (other.top for other in node.below if other is not wire)
    return node.x + 1 < wire.bottom < right - 1 and all(
        abs(other - wire.bottom) > 1 for other in others
    )


def _id(node: Node) -> str:
    assert node.box is not None
    return node.box.id


def _free(sizes: Sizes, wire: Wire, x: int) -> bool:
    """Whether a line may arrive at its box in a column, its words beside it."""
    node = wire.lower
    own = sizes.boxes[_id(node)]
    end = x + _reach(wire.label)
    if x <= node.x + 1 or end > node.x + own.width - 2:
        return False
    others: list[Wire | Hyperedge] = [*node.above, *node.hyperedges]
    for other in others:
        if other is wire:
            continue
        at = other.bottom if isinstance(other, Wire) else other.ports[id(node)]
        own_words = isinstance(other, Wire) or other.ends[0] is node
        if x <= at + (_reach(other.label) if own_words else 0) + 1 and at <= end + 1:
            return False
    return True


def _reach(label: Label) -> int:
    """How far the words beside a line reach to its right."""
    return 1 + label.width if label.lines else 0
