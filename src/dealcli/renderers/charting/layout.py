"""The layout: where on a grid of cells each box, line and word of a chart stands."""

from dealcli.renderers.charting.columns import across, connect, packed
from dealcli.renderers.charting.drawing import Drawing, Placed, drawing_of, label_of
from dealcli.renderers.charting.layers import Layer, layers_of, nodes_of
from dealcli.renderers.charting.routes import routes
from dealcli.renderers.charting.sizes import Room, Sizes
from dealcli.renderers.charting.tracks import down, stands_over
from dealcli.renderers.charting.tree import tree
from dealcli.renderers.charting.words import Writer, folded, named_words
from dealcli.report import Chart

ROOMS = (
    Room(30, 24, 4, 16),
    Room(26, 20, 3, 12),
    Room(22, 16, 3, 12),
    Room(18, 12, 2, 2),
    Room(15, 9, 2, 2),
    Room(12, 8, 2, 2),
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


def layout(chart: Chart, writer: Writer, width: int | None = None) -> Drawing:
    """Lay a chart out, within a width where one is given: as boxes, else as an indented tree.

    Below the boxes stand, in one line, the parties that nothing is linked to.
    """
    drawing = abreast(chart, writer, width) or tree(chart, writer, width or READ)
    if not chart.named:
        return drawing
    words = folded(writer, named_words(writer, chart), width or max(drawing.width, READ))
    named = label_of(writer, [("", words)])._replace(y=drawing.height + 1)
    height = named.y + len(words)
    return drawing._replace(width=max(drawing.width, named.width), height=height, named=named)


def abreast(chart: Chart, writer: Writer, width: int | None = None) -> Drawing | None:
    """Put the boxes side by side, in the roomiest way that fits; None where none does."""
    if len(chart.boxes) + len(chart.links) > MOST or (width or LEAST) < LEAST:
        return None
    layers = layers_of(chart)
    for room in ROOMS:
        drawing = _laid_out(chart, layers, Sizes(chart, writer, room), width)
        if drawing and drawing.width <= (width or BROAD):
            return drawing
    return None


def _laid_out(chart: Chart, layers: list[Layer], sizes: Sizes, width: int | None) -> Drawing | None:
    """Lay a chart out in a room; None where it has no room within the width, or is hard to read."""
    for node in nodes_of(layers):
        sizes.node(node)
    gaps = [sizes.room.gap] * len(layers)
    if layers and layers[0].hyperedges:
        gaps[0] = sizes.room.overhead
    needed = max(map(packed, layers, gaps), default=0)
    if width is not None and (needed > width or _tallest(layers) > TALL):
        return None
    across(layers, gaps, width or needed * 5 // 4)
    connect(layers)
    height = down(sizes, layers, max(needed, width or 0))
    if width is not None and layers and not all(map(stands_over, layers[0].hyperedges)):
        return None
    by_id = {placed.box.id: placed for node in nodes_of(layers) for placed in node.boxes}
    alone = [Placed(box) for box in chart.boxes if box.id not in by_id]
    by_id |= {placed.box.id: placed for placed in alone}
    for placed in alone:
        sizes.box(placed)
    height = _below(alone, height, width or max(needed, READ), sizes.room.gap)
    return drawing_of((by_id[box.id] for box in chart.boxes), routes(layers), height)


def _tallest(layers: list[Layer]) -> int:
    labels = (wire.label.lines for layer in layers for wire in layer.wires)
    return max(map(len, labels), default=0)


def _below(boxes: list[Placed], y: int, width: int, gap: int) -> int:
    """Put boxes that nothing leads to below the others, side by side; the line below them."""
    y += 1 if y and boxes else 0
    x = height = 0
    for placed in boxes:
        if x and x + placed.width > width:
            x, y, height = 0, y + height, 0
        placed.x, placed.y = x, y
        x += placed.width + gap
        height = max(height, placed.height)
    return y + height
