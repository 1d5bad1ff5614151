"""The order of what stands in a row: such that few lines cross."""

from bisect import bisect_left, insort

from dealcli.renderers.charting.structure import Node, Structure

ROUNDS = 4


def order(structure: Structure) -> None:
    """Sort each row by where its neighbours stand, and keep the best of some rounds."""
    rows = structure.rows
    best = [list(row) for row in rows]
    least = _crossings(structure)
    for _ in range(ROUNDS):
        for row in rows[1:]:
            _sort(row, upwards=True)
        if (crossings := _crossings(structure)) < least:
            best, least = [list(row) for row in rows], crossings
        if not least:
            break
        for row in reversed(rows[:-1]):
            _sort(row, upwards=False)
    structure.rows = best
    _number(best)


def _number(rows: list[list[Node]]) -> None:
    for row in rows:
        for number, node in enumerate(row):
            node.x = number


def _sort(row: list[Node], *, upwards: bool) -> None:
    """By the middle of the neighbours above or below; without any a node stays where it is."""

    def wanted(node: Node) -> float:
        wires = node.above if upwards else node.below
        places = [(wire.upper if upwards else wire.lower).x for wire in wires]
        return sum(places) / len(places) if places else node.x

    row.sort(key=wanted)
    for number, node in enumerate(row):
        node.x = number


def _crossings(structure: Structure) -> int:
    _number(structure.rows)
    count = 0
    for wires in structure.wires:
        seen: list[int] = []
        for wire in sorted(wires, key=lambda one: (one.upper.x, one.lower.x)):
            at = bisect_left(seen, wire.lower.x + 1)
            count += len(seen) - at
            insort(seen, wire.lower.x)
    return count
