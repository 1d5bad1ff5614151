"""The layout: where on a grid of cells each box, line and word of a chart stands."""

from dealcli.renderers.charting.geometry import Drawing, Label
from dealcli.renderers.charting.ordering import order
from dealcli.renderers.charting.placement import spread
from dealcli.renderers.charting.ports import connect
from dealcli.renderers.charting.routes import routes
from dealcli.renderers.charting.sizes import Room, Sizes
from dealcli.renderers.charting.structure import Hyperedge, Node, Structure, Wire, structure_of
from dealcli.renderers.charting.tracks import assign, overhead, stands_over
from dealcli.renderers.charting.tree import tree
from dealcli.renderers.charting.words import Writer, folded, named_words, widest
from dealcli.report import Box, Chart

ROOMS = (
    Room(30, 24, 4),
    Room(26, 20, 3),
    Room(22, 16, 3),
    Room(18, 12, 2),
    Room(15, 9, 2),
    Room(12, 8, 2),
)
"""The room for words, roomiest first: what fits is taken."""

MOST = 120
"""Maximum number of boxes and links of a chart that has its boxes side by side."""

LEAST = 70
"""Minimum number of cells in which boxes stand side by side."""

BROAD = 200
"""Maximum number of cells that boxes take side by side, where there is no width."""

READ = 100
"""Maximum number of cells of text in a line, where there is no width."""

TALL = 12
"""Maximum number of lines beside a line, where there is a width: more are read better in a tree."""

SWEEPS = 4


def layout(chart: Chart, writer: Writer, width: int | None = None) -> Drawing:
    """Lay a chart out, within a width where one is given: as boxes, else as an indented tree.

    Below the boxes stand, in one line, the parties that nothing is linked to.
    """
    drawing = abreast(chart, writer, width) or tree(chart, writer, width or READ)
    if not chart.named:
        return drawing
    words = folded(writer, named_words(writer, chart), width or max(drawing.width, READ))
    named = Label(0, drawing.height + 1, widest(writer, words), tuple(words), (("", len(words)),))
    height = named.y + len(words)
    return drawing._replace(width=max(drawing.width, named.width), height=height, named=named)


def abreast(chart: Chart, writer: Writer, width: int | None = None) -> Drawing | None:
    """Put the boxes side by side, in the roomiest way that fits; None where none does."""
    if len(chart.boxes) + len(chart.links) > MOST or (width or LEAST) < LEAST:
        return None
    structure = structure_of(chart)
    order(structure)
    for room in ROOMS:
        drawing = _laid_out(chart, Sizes(structure, writer, room), width)
        if drawing and drawing.width <= (width or BROAD):
            return drawing
    return None


def _laid_out(chart: Chart, sizes: Sizes, width: int | None) -> Drawing | None:
    structure, room = sizes.structure, sizes.room
    gaps = [
        room.overhead if hyperedges and not at else room.gap
        for at, hyperedges in enumerate(structure.hyperedges)
    ]
    needed = max(map(_packed, structure.rows, gaps), default=0)
    if width is not None and (needed > width or _tallest(structure) > TALL):
        return None
    _across(structure.rows, gaps, width or needed * 5 // 4)
    connect(sizes)
    height, labels = _down(sizes, max(needed, width or 0))
    hyperedges = structure.hyperedges[0] if labels else []
    if width is not None and not all(stands_over(labels[one.number], one) for one in hyperedges):
        return None
    edges = routes(sizes, labels)
    bottom = _alone(sizes, structure.alone, height, width or max(needed, READ))
    boxes = tuple(sizes.boxes[box.id] for box in chart.boxes)
    ends = [box.x + box.width for box in boxes]
    ends += [edge.label.x + edge.label.width for edge in edges]
    return Drawing(max(ends, default=0), bottom, boxes, edges)


def _tallest(structure: Structure) -> int:
    lines = [wire.label.lines for wires in structure.wires for wire in wires]
    return max(map(len, lines), default=0)


def _packed(row: list[Node], gap: int) -> int:
    return sum(node.width + gap for node in row) - gap if row else 0


def _across(rows: list[list[Node]], gaps: list[int], width: int) -> None:
    """Give each node its column: near the middle of what it is linked to, in the row's order."""
    for row, gap in zip(rows, gaps, strict=True):
        x = (width - _packed(row, gap)) // 2
        for node in row:
            node.x = x
            x += node.width + gap
    numbers = range(len(rows))
    for _ in range(SWEEPS):
        for number in numbers[1:]:
            _settle(rows[number], width, gaps[number], upwards=True)
        for number in numbers[-2::-1]:
            _settle(rows[number], width, gaps[number], upwards=False)
    for number in numbers[1:]:
        _settle(rows[number], width, gaps[number], upwards=True)
    left = min((node.x for row in rows for node in row), default=0)
    for row in rows:
        for node in row:
            node.x -= left


def _settle(row: list[Node], width: int, gap: int, *, upwards: bool) -> None:
    wanted = []
    for node in row:
        wires = node.above if upwards else node.below
        middles = [(wire.upper if upwards else wire.lower).middle for wire in wires]
        middle = sum(middles) / len(middles) if middles else node.middle
        wanted.append(middle - node.width / 2)
    places = spread(wanted, [node.width + gap for node in row], 0, width + gap)
    for node, place in zip(row, places, strict=True):
        node.x = place


def _down(sizes: Sizes, width: int) -> tuple[int, dict[int, Label]]:
    """Give each row and track its line; how many there are, and the words over the hyperedges."""
    structure = sizes.structure
    labels: dict[int, Label] = {}
    y = 0
    for number, row in enumerate(structure.rows):
        hyperedges = structure.hyperedges[number]
        if number:
            y = _between(sizes, number, y)
        elif hyperedges:
            labels, lines = overhead(sizes, hyperedges, width)
            y = lines + 1
        for node in row:
            _stand(sizes, node, y)
        y += max((node.height for node in row), default=0)
    return y, labels


def _between(sizes: Sizes, number: int, y: int) -> int:
    """Give the tracks above a row their lines; the line that the row begins on."""
    wires, hyperedges = sizes.structure.wires[number], sizes.structure.hyperedges[number]
    count = assign(wires, hyperedges)
    lines: list[Wire | Hyperedge] = [*wires, *hyperedges]
    for line in lines:
        line.track += y + 1
    heights = [len(line.label.lines) for line in lines]
    stubs = 2 if hyperedges or any(one.links[0].kind == "flow" for one in wires) else 1
    return y + 1 + count + max(*heights, stubs)


def _stand(sizes: Sizes, node: Node, y: int) -> None:
    """Put the boxes of a node below one another."""
    node.y = y
    if node.box:
        y += sizes.move(node.box, node.x, y).height + (1 if node.paired else 0)
    for box in node.stack:
        y += sizes.move(box, node.x + node.indent, y).height


def _alone(sizes: Sizes, boxes: list[Box], y: int, width: int) -> int:
    """Put boxes that nothing leads to below the others, side by side; the line below them."""
    y += 1 if y and boxes else 0
    x = height = 0
    for box in boxes:
        own = sizes.box(box)
        if x and x + own.width > width:
            x, y, height = 0, y + height, 0
        sizes.move(box, x, y)
        x += own.width + sizes.room.gap
        height = max(height, own.height)
    return y + height
