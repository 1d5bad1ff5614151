"""The structure of a chart: which boxes stand in which row, what hangs below what, what crosses."""

from collections.abc import Iterable

from msgspec import Struct, field

from dealcli.renderers.charting.words import Words
from dealcli.report import Box, Chart, Link


class Node(Struct, eq=False):
    """What has a place of its own in a row: a box, a stack of them, or a line that passes by."""

    row: int
    box: Box | None = None
    stack: tuple[Box, ...] = ()
    above: list["Wire"] = field(default_factory=list)
    below: list["Wire"] = field(default_factory=list)
    rails: list["Rail"] = field(default_factory=list)
    x: int = 0
    y: int = 0
    width: int = 1
    height: int = 0
    indent: int = 0

    @property
    def middle(self) -> float:
        """Where the node's middle is."""
        return self.x + self.width / 2


class Wire(Struct, eq=False):
    """A piece of a link that leads from one row to the next; its last piece has the label."""

    upper: Node
    lower: Node
    link: Link
    number: int
    last: bool = False
    top: int = 0
    bottom: int = 0
    track: int = -1
    words: list[Words] = field(default_factory=list)


class Rail(Struct, eq=False):
    """Flows of one kind between boxes of one row, over their heads."""

    starts: tuple[Node, ...]
    ends: tuple[Node, ...]
    links: tuple[Link, ...]
    number: int
    ports: dict[int, int] = field(default_factory=dict)
    track: int = -1
    words: list[Words] = field(default_factory=list)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that it leads to or from."""
        return self.starts + self.ends


class Structure(Struct):
    """A chart's nodes row by row, what links them, and the boxes that nothing is linked to."""

    rows: list[list[Node]]
    wires: list[list[Wire]]
    rails: list[list[Rail]]
    alone: list[Box]
    inner: dict[str, list[Link]]
    hung: dict[str, Link]


def structure_of(chart: Chart) -> Structure:
    """Rows from the top: what nobody holds, then each below the lowest of what holds it."""
    linked = [link for link in chart.links if link.start != link.end]
    inner: dict[str, list[Link]] = {}
    for link in chart.links:
        if link.start == link.end:
            inner.setdefault(link.start, []).append(link)
    hung = _hung(chart, linked)
    standing = [link for link in linked if link.end not in hung]
    ends = {end for link in linked for end in (link.start, link.end)}
    boxes = [box for box in chart.boxes if box.id in ends and box.id not in hung]
    rows = _ranks([box.id for box in boxes], standing)
    nodes = {box.id: Node(rows[box.id], box) for box in boxes}
    alone = [box for box in chart.boxes if box.id not in ends]
    found = Structure([], [], [], alone, inner, hung)
    stacks = _stacks(chart, hung, nodes, standing)
    count = max((node.row for node in (*nodes.values(), *(one for one, _ in stacks))), default=-1)
    found.rows = [[] for _ in range(count + 1)]
    found.wires = [[] for _ in range(count + 1)]
    found.rails = [[] for _ in range(count + 1)]
    for node in (*nodes.values(), *(one for one, _ in stacks)):
        found.rows[node.row].append(node)
    for node, link in stacks:
        _wire(found, nodes[link.start], node, link, len(linked))
    _link(found, nodes, standing)
    return found


def _hung(chart: Chart, links: list[Link]) -> dict[str, Link]:
    """The facilities that hang below one box and have nothing else to do with the others."""
    counts: dict[str, int] = {}
    for link in links:
        for end in (link.start, link.end):
            counts[end] = counts.get(end, 0) + 1
    facilities = {box.id for box in chart.boxes if box.kind == "facility"}
    return {
        link.end: link
        for link in links
        if link.kind == "facility"
        and link.end in facilities
        and link.start not in facilities
        and counts[link.end] == 1
    }


def _ranks(ids: Iterable[str], links: list[Link]) -> dict[str, int]:
    """The row of each box: one below the lowest above it; a circle is cut where it closes."""
    above: dict[str, list[str]] = {one: [] for one in ids}
    for link in links:
        if link.kind != "flow":
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


def _stacks(
    chart: Chart, hung: dict[str, Link], nodes: dict[str, Node], links: list[Link]
) -> list[tuple[Node, Link]]:
    """The facilities below each box: right below one that has nothing else below it.

    Others have theirs as a node of its own, in the next row, with the link that leads there.
    """
    boxes: dict[str, list[Box]] = {}
    for box in chart.boxes:
        if box.id in hung:
            boxes.setdefault(hung[box.id].start, []).append(box)
    busy = {
        end
        for link in links
        for end, other in ((link.start, link.end), (link.end, link.start))
        if nodes[end].row < nodes[other].row
    }
    apart = []
    for owner, below in boxes.items():
        node = nodes[owner]
        if owner not in busy and (node.row or not busy):
            node.stack = tuple(below)
        else:
            apart.append((Node(node.row + 1, None, tuple(below)), hung[below[0].id]))
    return apart


def _link(found: Structure, nodes: dict[str, Node], links: list[Link]) -> None:
    """Wire what stands in different rows, and lay rails over what stands in the same."""
    bundles: dict[object, list[Link]] = {}
    for number, link in enumerate(links):
        upper, lower = nodes[link.start], nodes[link.end]
        if upper.row == lower.row:
            told = (link.label, link.firmness, link.citation, link.record, upper.row)
            bundles.setdefault(told, []).append(link)
            continue
        if upper.row > lower.row:
            upper, lower = lower, upper
        _wire(found, upper, lower, link, number)
    for bundle in bundles.values():
        for rail in _rails(nodes, bundle):
            rail.number = len(found.rails[rail.starts[0].row])
            found.rails[rail.starts[0].row].append(rail)
            for node in rail.nodes:
                node.rails.append(rail)


def _wire(found: Structure, upper: Node, lower: Node, link: Link, number: int) -> None:
    """Lead a link down, through a place of its own in each row that it passes."""
    while True:
        last = upper.row + 1 == lower.row
        below = lower if last else Node(upper.row + 1)
        if not last:
            found.rows[below.row].append(below)
        wire = Wire(upper, below, link, number, last)
        upper.below.append(wire)
        below.above.append(wire)
        found.wires[below.row].append(wire)
        if last:
            return
        upper = below


def _rails(nodes: dict[str, Node], links: list[Link]) -> list[Rail]:
    """One rail for links from each of some boxes to each of some others; else one for each link."""
    starts = tuple(dict.fromkeys(link.start for link in links))
    ends = tuple(dict.fromkeys(link.end for link in links))
    pairs = {(link.start, link.end) for link in links}
    together = len(pairs) == len(links) == len(starts) * len(ends) and not set(starts) & set(ends)
    bundles = [links] if together else [[link] for link in links]
    return [
        Rail(
            tuple(nodes[one] for one in dict.fromkeys(link.start for link in bundle)),
            tuple(nodes[one] for one in dict.fromkeys(link.end for link in bundle)),
            tuple(bundle),
            0,
        )
        for bundle in bundles
    ]
