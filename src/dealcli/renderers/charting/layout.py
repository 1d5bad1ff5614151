"""The layout: where on a grid of cells each box, line and word of a chart stands."""

from msgspec.structs import replace

from dealcli.renderers.charting.channels import assign, overhead, stands_over
from dealcli.renderers.charting.ordering import order
from dealcli.renderers.charting.places import Drawing, Label
from dealcli.renderers.charting.ports import connect
from dealcli.renderers.charting.routes import routes
from dealcli.renderers.charting.sizes import Room, Sizes
from dealcli.renderers.charting.spreading import spread
from dealcli.renderers.charting.structure import Node, Rail, Wire, structure_of
from dealcli.renderers.charting.words import Hand
from dealcli.report import Box, Chart, Span

ROOMS = (
    Room(30, 24, 4),
    Room(26, 20, 3),
    Room(22, 16, 3),
    Room(18, 12, 2),
    Room(15, 9, 2),
    Room(12, 8, 2),
    Room(12, 10, 2, word=12),
    Room(12, 8, 2, word=9),
)
"""The room for words, roomiest first: what fits is taken."""

MOST = 120
"""Boxes and links, at the most, that are drawn as a chart: of more it cannot be read."""

BROAD = 100
"""Cells that boxes which nothing leads to may take side by side, where there is no width."""

SWEEPS = 4


def layout(chart: Chart, hand: Hand, width: int | None = None) -> Drawing | None:
    """Lay a chart out, within a width where one is given; None where it has no room in it.

    Of more than can be read as a chart, only the boxes are drawn, and what leads to each is told
    in it; but not within a width.
    """
    if len(chart.boxes) + len(chart.links) > MOST:
        return None if width else _laid_out(_told(chart), hand, ROOMS[0], None)
    for room in ROOMS:
        if drawing := _laid_out(chart, hand, room, width):
            return drawing
    return None


def _told(chart: Chart) -> Chart:
    """A chart without links: each box tells what leads to it."""
    names = {box.id: box.name for box in chart.boxes}
    told: dict[str, list[tuple[Span, ...]]] = {}
    for link in chart.links:
        words = (*link.label, Span(" · " if link.label else "", "separator"))
        told.setdefault(link.end, []).append((*words, Span(names[link.start], "strong")))
    boxes = tuple(
        replace(box, details=(*box.details, *told.get(box.id, ()))) for box in chart.boxes
    )
    return Chart(chart.label, chart.description, boxes, ())


def _laid_out(chart: Chart, hand: Hand, room: Room, width: int | None) -> Drawing | None:
    structure = structure_of(chart)
    order(structure)
    sizes = Sizes(structure, hand, room)
    gaps = [
        room.overhead if rails and not at else room.gap for at, rails in enumerate(structure.rails)
    ]
    needed = max(map(_packed, structure.rows, gaps), default=0)
    if width is not None and needed > width:
        return None
    _across(structure.rows, gaps, width or needed * 5 // 4)
    connect(sizes)
    height, labels = _down(sizes, max(needed, width or 0))
    rails = structure.rails[0] if labels else []
    if width is not None and not all(stands_over(labels[one.number], one) for one in rails):
        return None
    edges = routes(sizes, labels)
    bottom = _alone(sizes, structure.alone, height, width or max(needed, BROAD))
    boxes = tuple(sizes.boxes[box.id] for box in chart.boxes)
    ends = [box.x + box.width for box in boxes]
    ends += [edge.label.x + edge.label.width for edge in edges if edge.label]
    right = max(ends, default=0)
    if width is not None and right > width:
        return None
    return Drawing(right, bottom, boxes, edges)


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
    """Give each row and track its line; how many lines there are, and the words over the rails."""
    structure = sizes.structure
    labels: dict[int, Label] = {}
    y = 0
    for number, row in enumerate(structure.rows):
        rails = structure.rails[number]
        if number:
            y = _between(sizes, number, y)
        elif rails:
            labels, lines = overhead(sizes, rails, width)
            y = lines + 1
        for node in row:
            _stand(sizes, node, y)
        y += max((node.height for node in row), default=0)
    return y, labels


def _between(sizes: Sizes, number: int, y: int) -> int:
    """Give the tracks above a row their lines; the line that the row begins on."""
    wires, rails = sizes.structure.wires[number], sizes.structure.rails[number]
    count = assign(wires, rails)
    lines: list[Wire | Rail] = [*wires, *rails]
    for line in lines:
        line.track += y + 1
    words = [line.words for line in lines]
    stubs = 2 if rails or any(wire.link.kind == "flow" for wire in wires) else 1
    return y + 1 + count + max(max(map(len, words), default=0), stubs)


def _stand(sizes: Sizes, node: Node, y: int) -> None:
    """Put the boxes of a node below one another."""
    node.y = y
    if node.box:
        y += sizes.move(node.box, node.x, y).height
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
