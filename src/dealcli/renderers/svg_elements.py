"""The shapes and words of a chart's picture, in SVG: a cell of its grid is 8 pixels by 18."""

from collections.abc import Iterable
from itertools import chain, islice, pairwise
from unicodedata import combining, east_asian_width
from xml.sax.saxutils import escape

from dealcli.characters import visible
from dealcli.renderers.charting.drawing import Edge, Head, Label, Placed, Position
from dealcli.renderers.charting.links import pattern_of
from dealcli.renderers.charting.plain_text import PlainText
from dealcli.renderers.charting.words import Piece, Words
from dealcli.renderers.symbols import SHAPES
from dealcli.report import MARKS

CELL, LINE = 8, 18
"""Pixels of a cell: across and down."""

BASE = 13
"""Pixels from the top of a line to where its letters stand; and the height of the type."""

ROUND = 5
"""Pixels of a corner's radius."""

SIGN = 2 * CELL
"""Pixels of a sign and the space after it."""

HOP = 4
"""Pixels of the radius of the arc in which a line hops over another."""

_NARROW = set("fijlrt.,:;'|!()[]/\\ \u2018\u2019“”·")
_BROAD = set("mwMW@%—…")
_BREADTHS = {"strong": 108, "cited": 85}  # in percent of plain text


def xml(text: str) -> str:
    """Text as it stands in a document, with nothing in it that could not be seen there."""
    return escape(visible(text), {'"': "&quot;"})


def box(placed: Placed) -> str:
    """A box with its words; its full name is its tooltip."""
    if placed.look == "bare":
        left, top = placed.x * CELL, placed.y * LINE
        right, bottom = left + placed.width * CELL, top + placed.height * LINE
    else:
        left, top = _middle((placed.x, placed.y))
        right, bottom = _middle((placed.x + placed.width - 1, placed.y + placed.height - 1))
    centred = placed.look == "centred"
    x, y, cells = placed.words
    lines = "".join(
        line(x * CELL + (cells * CELL // 2 if centred else 0), at * LINE, words, cells, centred)
        for at, words in enumerate(placed.lines, start=y)
    )
    kind = placed.look if placed.look == "bare" else placed.box.kind
    looks = _classes(kind, pattern_of(placed.box), placed.box.firmness)
    return (
        f'<g class="{looks}"{_record(placed.box.record)}>\n'
        f"<title>{xml(PlainText().shown(placed.box.name))}</title>\n"
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="4"/>\n'
        f"{lines}</g>\n"
    )


def label(placed: Label) -> str:
    """Words beside a line, those of each record in a group of their own."""
    groups = []
    lines = enumerate(placed.lines, start=placed.y)
    for record, count in placed.parts:
        shown = "".join(
            line(placed.x * CELL, y * LINE, words, placed.width + 1)
            for y, words in islice(lines, count)
        )
        groups.append(f"<g{_record(record)}>\n{shown}</g>\n")
    return "".join(groups)


def line(x: int, y: int, words: Words, cells: int = 0, centred: bool = False) -> str:
    """Words in a line, after the sign that they begin with, if any.

    They are pressed together where they might have no room in some cells.
    """
    if words and words[0].look in MARKS:
        first, *rest = words
        left = x - (SIGN + width(tuple(rest))) // 2 if centred else x
        room = max(cells - SIGN // CELL, 0)
        after = line(left + SIGN, y, tuple(rest), room) if rest else ""
        return sign(left, y, first.look) + after
    fitted = ""
    if cells and width(words) > cells * CELL:
        fitted = f' textLength="{cells * CELL}" lengthAdjust="spacingAndGlyphs"'
    anchor = ' text-anchor="middle"' if centred else ""
    text = "".join(map(_piece, words))
    return f'<text x="{x}" y="{y + BASE}"{anchor}{fitted}>{text}</text>\n'


def sign(x: int, y: int, firmness: str) -> str:
    """The sign of a firmness at the start of a line, with its word for who does not see it."""
    paths = "".join(f'<path class="{kind}" d="{path}"/>' for kind, path in SHAPES[firmness])
    return (
        f'<g class="sign {firmness}" role="img" transform="translate({x} {y + 3})">'
        f"<title>{MARKS[firmness].word}</title>{paths}</g>\n"
    )


def _piece(piece: Piece) -> str:
    if piece.look == "plain":
        return xml(piece.text)
    return f'<tspan class="{piece.look}">{xml(piece.text)}</tspan>'


def width(words: Words) -> int:
    """The pixels that a line takes at most in the usual fonts, rounded up.

    Computed in integers: the sum of floats differs between Python 3.11 and 3.12.
    """
    thousandths = sum(
        _width(character) * _BREADTHS.get(piece.look, 100)
        for piece in words
        for character in piece.text
    )
    return -(-thousandths // 1000)


def _width(character: str) -> int:
    """The width of a character in tenths of a pixel."""
    if character in _NARROW:
        return 46
    if character in _BROAD or east_asian_width(character) in "FW":
        return 130
    if combining(character):
        return 0
    return 94 if character.isupper() or not character.isascii() else 76


def edge(drawn: Edge, hops: set[Position]) -> str:
    """A line with its branches and its arrow's heads; where it goes over another, it hops."""
    paths = [[_middle(point) for point in path] for path in drawn.paths]
    ways = " ".join(_path(path, hops) for path in paths)
    over = "".join(
        _hop(*hop) for path in paths for ends in pairwise(path) for hop in _hops(*ends, hops)
    )
    heads = "".join(map(_head, drawn.heads))
    looks = _classes("flow" if drawn.flow else "line", drawn.pattern, drawn.firmness)
    return (
        f'<g class="{looks}"{_record(_record_of(drawn))}>\n<path d="{ways}"/>\n{over}{heads}</g>\n'
    )


def hops_of(edges: Iterable[Edge]) -> set[Position]:
    """The cells, by the pixels of their middles, in which a line goes across one that goes down."""
    down: dict[Position, int] = {}
    across: dict[Position, int] = {}
    for number, edge in enumerate(edges):
        for (x, y), (last_x, last_y) in chain.from_iterable(map(pairwise, edge.paths)):
            down |= {(x, at): number for at in range(min(y, last_y) + 1, max(y, last_y))}
            across |= {(at, y): number for at in range(min(x, last_x) + 1, max(x, last_x))}
    return {_middle(cell) for cell in across.keys() & down.keys() if across[cell] != down[cell]}


def _record_of(drawn: Edge) -> str:
    """The record that a line shows, where it is one."""
    records = {link.record for link in drawn.links}
    return records.pop() if len(records) == 1 else ""


def _classes(kind: str, pattern: str, firmness: str) -> str:
    """What a shape is, its pattern where that is not solid, and how firm it is."""
    return " ".join(filter(None, (kind, "" if pattern == "solid" else pattern, firmness)))


def _record(address: str) -> str:
    return f' data-record="{xml(address)}"' if address else ""


def _middle(point: Position) -> Position:
    """The middle of a cell, in pixels."""
    return point[0] * CELL + CELL // 2, point[1] * LINE + LINE // 2


def _hops(start: Position, end: Position, hops: set[Position]) -> list[Position]:
    """Where a straight line hops, from its start to its end."""
    step = CELL if start[0] < end[0] else -CELL
    points = [(x, start[1]) for x in range(start[0] + step, end[0], step)]
    return [point for point in points if point in hops]


def _hop(x: int, y: int) -> str:
    """The arc of a hop, whole even where the line is broken."""
    return f'<path class="hop" d="M{x - HOP} {y}a{HOP} {HOP} 0 0 1 {2 * HOP} 0"/>\n'


def _path(points: list[Position], hops: set[Position]) -> str:
    """A line with its corners rounded, and a gap where it hops."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for at, ((x, y), (last, last_y)) in enumerate(pairwise(points), start=2):
        side = HOP if x < last else -HOP
        for over, _ in _hops((x, y), (last, last_y), hops):
            parts.append(f"L{over - side} {y}M{over + side} {y}")
        if at < len(points):
            start, end = _towards((last, last_y), (x, y)), _towards((last, last_y), points[at])
            parts.append(f"L{start[0]} {start[1]}Q{last} {last_y} {end[0]} {end[1]}")
    parts.append(f"L{points[-1][0]} {points[-1][1]}")
    return "".join(parts)


def _towards(start: Position, end: Position) -> Position:
    """A little way from a corner."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = max(abs(x), abs(y), 1)
    way = min(ROUND, length // 2)
    return start[0] + x * way // length, start[1] + y * way // length


def _head(head: Head) -> str:
    x, y = _middle((head.x, head.y))
    if head.to == "right":
        return f'<path class="head" d="M{x + 4} {y}L{x - 6} {y - 6}L{x - 6} {y + 6}Z"/>\n'
    down = 1 if head.to == "down" else -1
    tip, back = y + down * (LINE - 1), y + down * (LINE - 11)
    return f'<path class="head" d="M{x} {tip}L{x - 6} {back}L{x + 6} {back}Z"/>\n'
