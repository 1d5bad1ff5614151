"""The structure of a chart: which boxes stand in which row, what is stacked, what crosses."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct, field

from dealcli.renderers.charting.flows import ways_of
from dealcli.renderers.charting.geometry import Label
from dealcli.renderers.charting.lines import pattern_of
from dealcli.report import Box, Chart, Link

ABREAST = 6
"""Maximum number of holders, or of subsidiaries, of one box alone that stand side by side."""

HIGH = 8
"""Maximum number of boxes in a stack."""


class Node(Struct, eq=False):
    """What has a place of its own in a row: a box, a stack of boxes, or a line that passes by.

    A stack may hang on the box of its node; `indent` is how far to the right its boxes stand.
    """

    row: int
    box: Box | None = None
    stack: tuple[Box, ...] = ()
    above: list["Wire"] = field(default_factory=list)
    below: list["Wire"] = field(default_factory=list)
    hyperedges: list["Hyperedge"] = field(default_factory=list)
    x: int = 0
    y: int = 0
    width: int = 1
    height: int = 0
    indent: int = 0

    @property
    def middle(self) -> float:
        """Where the node's middle is."""
        return self.x + self.width / 2

    @property
    def paired(self) -> bool:
        """Whether it is two boxes, one right below the other."""
        return self.box is not None and len(self.stack) == 1


class Wire(Struct, eq=False):
    """A piece of a line that leads from one row to the next; its last piece has the label.

    It stands for one link, for flows that go the same way, or for a stack, whose boxes say it.
    """

    upper: Node
    lower: Node
    links: tuple[Link, ...]
    number: int
    last: bool = False
    top: int = 0
    bottom: int = 0
    track: int = -1
    label: Label = Label()


class Hyperedge(Struct, eq=False):
    """Flows of one kind between boxes of one row, over their heads."""

    starts: tuple[Node, ...]
    ends: tuple[Node, ...]
    links: tuple[Link, ...]
    number: int
    ports: dict[int, int] = field(default_factory=dict)
    track: int = -1
    label: Label = Label()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that it leads to or from."""
        return self.starts + self.ends


class Stack(NamedTuple):
    """Boxes one below another, on one line to the box that each of them is linked to alone."""

    owner: str
    above: bool
    links: tuple[Link, ...]

    @property
    def leaves(self) -> dict[str, Link]:
        """The link of each box in the stack."""
        return {link.start if self.above else link.end: link for link in self.links}


class Structure(Struct):
    """A chart's nodes row by row, what links them, and the boxes that nothing is linked to.

    `inner` holds the links from a box to itself, `leaves` those of boxes in stacks.
    """

    rows: list[list[Node]]
    wires: list[list[Wire]]
    hyperedges: list[list[Hyperedge]]
    alone: list[Box]
    inner: dict[str, list[Link]]
    leaves: dict[str, Link]


def structure_of(chart: Chart) -> Structure:
    """Rows from the top: what nobody holds, then each below the lowest of what holds it."""
    linked = [link for link in chart.links if link.start != link.end]
    inner: dict[str, list[Link]] = {}
    for link in chart.links:
        if link.start == link.end:
            inner.setdefault(link.start, []).append(link)
    ends = {end for link in linked for end in (link.start, link.end)}
    boxes = {box.id: box for box in chart.boxes}
    ranks = ranks_of([box for box in chart.boxes if box.id in ends], linked)
    stacks = _stacks(boxes, linked)
    leaves = {one: link for stack in stacks for one, link in stack.leaves.items()}
    nodes = {one: Node(row, boxes[one]) for one, row in ranks.items() if one not in leaves}
    alone = [box for box in chart.boxes if box.id not in ends]
    found = Structure([], [], [], alone, inner, leaves)
    for lists in (found.rows, found.wires, found.hyperedges):
        lists += [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    for one in nodes.values():
        found.rows[one.row].append(one)
    _link(found, nodes, [one for one in linked if not {one.start, one.end} & leaves.keys()])
    owners = Counter(stack.owner for stack in stacks)
    for stack in stacks:
        owner, hanging = nodes[stack.owner], tuple(boxes[one] for one in stack.leaves)
        single = owners[stack.owner] == 1 and not stack.above and not owner.below
        if single and (owner.row or not any(found.wires)):
            owner.stack = hanging
        else:
            _hang(found, owner, stack, hanging)
    while found.rows and not found.rows[-1]:
        for lists in (found.rows, found.wires, found.hyperedges):
            lists.pop()
    return found


def _stacks(boxes: dict[str, Box], links: list[Link]) -> list[Stack]:
    """The boxes that are linked to one other box only: plants, and others in large numbers.

    The lines of a stack have one pattern.
    """
    counts = Counter(end for link in links for end in (link.start, link.end))
    groups: dict[tuple[str, bool, bool], list[Link]] = {}
    for link in links:
        above = counts[link.start] == 1
        if link.kind != "flow" and (above or counts[link.end] == 1):
            owner, leaf = (link.end, link.start) if above else (link.start, link.end)
            groups.setdefault((owner, above, boxes[leaf].kind == "facility"), []).append(link)
    stacks = []
    for (owner, above, plants), group in groups.items():
        if len(group) <= (0 if plants and not above else ABREAST):
            continue
        for pattern in ("solid", "dashed", "dotted"):
            alike = [link for link in group if pattern_of(link) == pattern]
            parts = -(-len(alike) // HIGH)
            for part in range(parts):
                first, end = (len(alike) * at // parts for at in (part, part + 1))
                stacks.append(Stack(owner, above, tuple(alike[first:end])))
    return stacks


def _hang(found: Structure, owner: Node, stack: Stack, boxes: tuple[Box, ...]) -> None:
    """Put a stack into the row above or below its owner; a box by itself is a box like others."""
    row = owner.row + (-1 if stack.above else 1)
    node = Node(row, None, boxes)
    if len(boxes) == 1:
        node = Node(row, boxes[0])
        del found.leaves[boxes[0].id]
    found.rows[row].append(node)
    _wire(found, *((node, owner) if stack.above else (owner, node)), stack.links, 0)


def ranks_of(boxes: Iterable[Box], links: Iterable[Link]) -> dict[str, int]:
    """The row of each box: one below the lowest above it; a circle is cut where it closes.

    A flow puts nobody below anybody.
    """
    above: dict[str, list[str]] = {box.id: [] for box in boxes}
    for link in links:
        if link.kind != "flow" and link.start != link.end:
            above[link.end].append(link.start)
    rows: dict[str, int] = {}
    open_: set[str] = set()
    for one in above:
        path = [one]
        while path:
            last = path[-1]
            if last in rows:
                path.pop()
                continue
            open_.add(last)
            missing = [each for each in above[last] if each not in rows and each not in open_]
            if missing:
                path += missing[:1]
                continue
            known = [rows[each] + 1 for each in above[last] if each in rows]
            rows[last] = max(known, default=0)
            open_.discard(last)
            path.pop()
    return rows


def _link(found: Structure, nodes: dict[str, Node], links: list[Link]) -> None:
    """Wire what stands in different rows, and lay hyperedges over what stands in the same."""
    rows = {one: node.row for one, node in nodes.items()}
    for number, way in enumerate(ways_of(links, rows)):
        starts, ends = (tuple(nodes[one] for one in ids) for ids in (way.starts, way.ends))
        upper, lower = sorted((starts[0], ends[0]), key=lambda one: one.row)
        if upper.row < lower.row:
            _wire(found, upper, lower, way.links, number)
            continue
        hyperedge = Hyperedge(starts, ends, way.links, len(found.hyperedges[upper.row]))
        found.hyperedges[upper.row].append(hyperedge)
        for node in hyperedge.nodes:
            node.hyperedges.append(hyperedge)


def _wire(found: Structure, upper: Node, lower: Node, links: tuple[Link, ...], number: int) -> None:
    """Lead a line down, through a place of its own in each row that it passes."""
    while True:
        last = upper.row + 1 == lower.row
        below = lower if last else Node(upper.row + 1)
        if not last:
            found.rows[below.row].append(below)
        wire = Wire(upper, below, links, number, last)
        upper.below.append(wire)
        below.above.append(wire)
        found.wires[below.row].append(wire)
        if last:
            return
        upper = below
