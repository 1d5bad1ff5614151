"""The layers of a chart: which boxes stand in which row, in what order, and what joins them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct, field

from dealcli.renderers.charting.drawing import Label, Placed
from dealcli.renderers.charting.links import Bundle, bundles_of, ends_of, pattern_of, starts_of
from dealcli.report import Box, Chart, Link

ABREAST = 6
"""Maximum number of holders, or of subsidiaries, of one box alone that stand side by side."""

HIGH = 8
"""Maximum number of boxes in a stack."""

ROUNDS = 4
"""Maximum number of times that the rows are sorted."""

Interval = tuple[int, int]
"""The first and the last of some columns."""


class Node(Struct, eq=False):
    """What has a place of its own in a row: a box, a stack of boxes, or a line that passes by.

    A stack may hang on the node's own box; `indent` is how far to the right its boxes stand.
    """

    row: int
    own: Placed | None = None
    stack: list[Placed] = field(default_factory=list)
    above: list["Line"] = field(default_factory=list)
    below: list["Line"] = field(default_factory=list)
    hyperedges: list["Line"] = field(default_factory=list)
    x: int = 0
    y: int = 0
    width: int = 1
    indent: int = 0

    @property
    def boxes(self) -> list[Placed]:
        """The boxes from the top."""
        return [self.own, *self.stack] if self.own else self.stack

    @property
    def middle(self) -> float:
        """Where the node's middle is."""
        return self.x + self.width / 2

    @property
    def paired(self) -> bool:
        """Whether it is two boxes, one right below the other."""
        return self.own is not None and len(self.stack) == 1

    @property
    def arriving(self) -> list["Line"]:
        """The lines that meet the node at its top."""
        return [*self.above, *self.hyperedges]

    def pull(self, *, upwards: bool) -> float:
        """The middle of the neighbours above or below; without any, the node's own."""
        lines = self.above if upwards else self.below
        middles = [(line.upper if upwards else line.lower).middle for line in lines]
        return sum(middles) / len(middles) if middles else self.middle


class Line(Struct, eq=False):
    """A line from a row to the next, or a hyperedge: flows between boxes of one row, over them.

    A line over several rows is in pieces, of which the last has the label. `ports` holds the
    columns in which it meets its nodes, `track` the line of the grid on which it goes across.
    """

    starts: tuple[Node, ...]
    ends: tuple[Node, ...]
    links: Bundle
    number: int
    ports: dict[Node, int] = field(default_factory=dict)
    track: int = -1
    label: Label = Label()

    @property
    def upper(self) -> Node:
        """The node that a line comes down from."""
        return self.starts[0]

    @property
    def lower(self) -> Node:
        """The node that it comes down to; the label is beside it."""
        return self.ends[0]

    @property
    def top(self) -> int:
        """The column in which a line leaves the upper node."""
        return self.ports[self.upper]

    @property
    def bottom(self) -> int:
        """The column in which it arrives at the lower node."""
        return self.ports[self.lower]

    @property
    def span(self) -> Interval:
        """The first and the last column of the line."""
        return min(self.ports.values()), max(self.ports.values())

    def reach(self, node: Node) -> int:
        """How far the words beside the line reach to its right, where it meets a node."""
        return 1 + self.label.width if self.label.lines and self.lower is node else 0


class Layer(Struct):
    """A row of nodes, the lines that come down to it, and the hyperedges over it."""

    nodes: list[Node] = field(default_factory=list)
    wires: list[Line] = field(default_factory=list)
    hyperedges: list[Line] = field(default_factory=list)


class Stack(NamedTuple):
    """Boxes one below another, on one line to the box that each of them is linked to alone."""

    owner: str
    above: bool
    boxes: list[Placed]


def apart(first: Interval, second: Interval) -> bool:
    """Whether there is a column between two intervals."""
    return first[1] + 1 < second[0] or second[1] + 1 < first[0]


def nodes_of(layers: Iterable[Layer]) -> list[Node]:
    """The nodes of all rows."""
    return [node for layer in layers for node in layer.nodes]


def layers_of(chart: Chart) -> list[Layer]:
    """Rows from the top: what nobody holds, then each below the lowest of what holds it.

    Boxes that no other is linked to are in none of them.
    """
    links = [link for link in chart.links if link.start != link.end]
    linked = {*starts_of(links), *ends_of(links)}
    boxes = {box.id: box for box in chart.boxes if box.id in linked}
    rows = ranks_of(boxes.values(), links)
    stacks = list(_stacks(boxes, links))
    leaves = {placed.box.id for stack in stacks for placed in stack.boxes}
    layers = [Layer() for _ in range(max(rows.values(), default=-1) + 1)]
    nodes = {
        box_id: Node(row, Placed(boxes[box_id]))
        for box_id, row in rows.items()
        if box_id not in leaves
    }
    for node in nodes.values():
        layers[node.row].nodes.append(node)
    joined = [link for link in links if not leaves & {link.start, link.end}]
    for number, links_ in enumerate(bundles_of(joined, rows)):
        _join(layers, nodes, links_, number)
    owners = Counter(stack.owner for stack in stacks)
    for stack in stacks:
        _hang(layers, nodes[stack.owner], stack, single=owners[stack.owner] == 1)
    while layers and not layers[-1].nodes:
        layers.pop()
    _order(layers)
    return layers


def ranks_of(boxes: Iterable[Box], links: Iterable[Link]) -> dict[str, int]:
    """The row of each box: one below the lowest above it; a circle is cut where it closes.

    A flow puts nobody below anybody.
    """
    above: dict[str, list[str]] = {box.id: [] for box in boxes}
    for link in links:
        if link.kind != "flow" and link.start != link.end:
            above[link.end].append(link.start)
    rows: dict[str, int] = {}
    for box_id in above:
        path = {} if box_id in rows else {box_id: None}
        while path:
            last = next(reversed(path))
            missing = [owner for owner in above[last] if owner not in rows and owner not in path]
            if missing:
                path[missing[0]] = None
            else:
                rows[last] = max(
                    (rows[owner] + 1 for owner in above[last] if owner in rows), default=0
                )
                del path[last]
    return rows


def _stacks(boxes: dict[str, Box], links: list[Link]) -> Iterator[Stack]:
    """The boxes that are linked to one other box only: plants, and others in large numbers.

    The lines of a stack have one pattern.
    """
    counts = Counter(end for link in links for end in (link.start, link.end))
    groups: dict[tuple[str, bool, bool], list[Placed]] = {}
    for link in links:
        above = counts[link.start] == 1
        if link.kind != "flow" and (above or counts[link.end] == 1):
            owner, leaf = (link.end, link.start) if above else (link.start, link.end)
            plant = boxes[leaf].kind == "facility"
            groups.setdefault((owner, above, plant), []).append(Placed(boxes[leaf], link))
    for (owner, above, plants), group in groups.items():
        if len(group) <= (0 if plants and not above else ABREAST):
            continue
        for pattern in ("solid", "dashed", "dotted"):
            alike = [box for box in group if box.leaf and pattern_of(box.leaf) == pattern]
            count = -(-len(alike) // HIGH)
            for part in range(count):
                first, end = (len(alike) * at // count for at in (part, part + 1))
                yield Stack(owner, above, alike[first:end])


def _join(layers: list[Layer], nodes: dict[str, Node], links: Bundle, number: int) -> None:
    """Wire nodes in different rows, and lay a hyperedge over nodes in the same row."""
    starts, ends = (tuple(nodes[box_id] for box_id in ids(links)) for ids in (starts_of, ends_of))
    upper, lower = sorted((starts[0], ends[0]), key=lambda node: node.row)
    if upper.row < lower.row:
        _wire(layers, upper, lower, links, number)
        return
    layer = layers[upper.row]
    hyperedge = Line(starts, ends, links, len(layer.hyperedges))
    layer.hyperedges.append(hyperedge)
    for node in (*starts, *ends):
        node.hyperedges.append(hyperedge)


def _hang(layers: list[Layer], owner: Node, stack: Stack, *, single: bool) -> None:
    """Add a stack to the node of its owner, or to the row above or below.

    The owner takes it if nothing else is below the owner; in a row, a stack of one box is a box.
    """
    alone = single and not stack.above and not owner.below
    if alone and (owner.row or not any(layer.wires for layer in layers)):
        owner.stack = stack.boxes
        return
    links = tuple(box.leaf for box in stack.boxes if box.leaf)
    node = Node(owner.row + (-1 if stack.above else 1), None, stack.boxes)
    if len(stack.boxes) == 1:
        node.own, node.stack = Placed(stack.boxes[0].box), []
    layers[node.row].nodes.append(node)
    _wire(layers, *((node, owner) if stack.above else (owner, node)), links, 0)


def _wire(layers: list[Layer], upper: Node, lower: Node, links: Bundle, number: int) -> None:
    """Lead a line down, through a place of its own in each row that it passes."""
    while upper is not lower:
        below = lower
        if upper.row + 1 < lower.row:
            below = Node(upper.row + 1)
            layers[below.row].nodes.append(below)
        wire = Line((upper,), (below,), links, number)
        upper.below.append(wire)
        below.above.append(wire)
        layers[below.row].wires.append(wire)
        upper = below


def _order(layers: list[Layer]) -> None:
    """Sort each row by where its neighbours stand, and keep the order with the fewest crossings."""
    for layer in layers:
        _number(layer)
    best, least = [list(layer.nodes) for layer in layers], _crossings(layers)
    for _ in range(ROUNDS):
        for layer in layers[1:]:
            _sort(layer, upwards=True)
        if (crossings := _crossings(layers)) < least:
            best, least = [list(layer.nodes) for layer in layers], crossings
        if not least:
            break
        for layer in reversed(layers[:-1]):
            _sort(layer, upwards=False)
    for layer, nodes in zip(layers, best, strict=True):
        layer.nodes = nodes


def _sort(layer: Layer, *, upwards: bool) -> None:
    layer.nodes.sort(key=lambda node: node.pull(upwards=upwards))
    _number(layer)


def _number(layer: Layer) -> None:
    for number, node in enumerate(layer.nodes):
        node.x = number


def _crossings(layers: list[Layer]) -> int:
    """The number of crossings between all rows."""
    return sum(left > right for layer in layers for left, right in combinations(_ends(layer), 2))


def _ends(layer: Layer) -> list[int]:
    """The places of the lower ends of the lines that come down to a row, by their upper ends."""
    return [lower for _, lower in sorted((wire.upper.x, wire.lower.x) for wire in layer.wires)]
