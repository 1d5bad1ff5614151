"""The shapes and words of a chart's picture, in SVG: a cell of its grid is 8 pixels by 18."""

from itertools import pairwise
from unicodedata import combining, east_asian_width
from xml.sax.saxutils import escape

from dealcli.characters import visible
from dealcli.renderers.charting.lines import kind_of
from dealcli.renderers.charting.pen import Pen
from dealcli.renderers.charting.places import Edge, Head, Placed, Point
from dealcli.renderers.charting.words import Piece, Words
from dealcli.report import MARKS

CELL, LINE = 8, 18
"""Pixels of a cell: across and down."""

BASE = 13
"""Pixels from the top of a line to where its letters stand; and the height of the type."""

ROUND = 5
"""Pixels of a corner's radius."""

_NARROW = set("fijlrt.,:;'|!()[]/\\ \u2018\u2019“”·")
_BROAD = set("mwMW@%—…")


def xml(text: str) -> str:
    """Text as it stands in a document, with nothing in it that could not be seen there."""
    return escape(visible(text), {'"': "&quot;"})


def box(placed: Placed) -> str:
    """A box with its words; its whole name is what a pointer is told that rests on it."""
    left, top = _middle((placed.x, placed.y))
    right, bottom = _middle((placed.x + placed.width - 1, placed.y + placed.height - 1))
    room = (placed.width - 4) * CELL
    x = (placed.x + 2) * CELL + (room // 2 if placed.centred else 0)
    lines = "".join(
        line(x, (placed.y + 1 + number) * LINE, words, room, centred=placed.centred)
        for number, words in enumerate(placed.lines)
    )
    return (
        f'<g class="{placed.box.kind}"{_record(placed.box.record)}>\n'
        f"<title>{xml(Pen().shown(placed.box.name))}</title>\n"
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="4"/>\n'
        f"{lines}</g>\n"
    )


def label(drawn: Edge) -> str:
    """The words beside a line, where it has some."""
    if drawn.label is None:
        return ""
    placed = drawn.label
    room = (placed.width + 1) * CELL
    lines = "".join(
        line(placed.x * CELL, (placed.y + number) * LINE, words, room)
        for number, words in enumerate(placed.lines)
    )
    return f"<g{_shown(drawn)}>\n{lines}</g>\n"


def line(x: int, y: int, words: Words, room: int = 0, *, centred: bool = False) -> str:
    """Words in a line; pressed together where they might have no room."""
    fitted = ""
    if room and width(words) > room:
        fitted = f' textLength="{room}" lengthAdjust="spacingAndGlyphs"'
    anchor = ' text-anchor="middle"' if centred else ""
    text = "".join(map(_piece, words))
    return f'<text x="{x}" y="{y + BASE}"{anchor}{fitted}>{text}</text>\n'


def _piece(piece: Piece) -> str:
    if piece.look == "plain":
        return xml(piece.text)
    word = f"<title>{MARKS[piece.look].word}</title>" if piece.look in MARKS else ""
    return f'<tspan class="{piece.look}">{word}{xml(piece.text)}</tspan>'


def width(words: Words) -> int:
    """The pixels that a line takes at most in the usual fonts, rounded up.

    Computed in integers: the sum of floats differs between Python 3.11 and 3.12.
    """
    thousandths = sum(
        _width(character) * (108 if piece.look == "strong" else 100)
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


def edge(drawn: Edge) -> str:
    """A line with its branches and its arrow's heads."""
    ways = " ".join(_path([_middle(point) for point in path]) for path in drawn.paths)
    heads = "".join(map(_head, drawn.heads))
    return (
        f'<g{_shown(drawn)}>\n<path class="{kind_of(drawn.links[0])}" d="{ways}"/>\n{heads}</g>\n'
    )


def _shown(drawn: Edge) -> str:
    """The record that a line shows, where it is one."""
    records = {link.record for link in drawn.links}
    return _record(records.pop()) if len(records) == 1 else ""


def _record(address: str) -> str:
    return f' data-record="{xml(address)}"' if address else ""


def _middle(point: Point) -> Point:
    """The middle of a cell, in pixels."""
    return point[0] * CELL + CELL // 2, point[1] * LINE + LINE // 2


def _path(points: list[Point]) -> str:
    """A line with its corners rounded."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (before, here), (_, after) in pairwise(pairwise(points)):
        start, end = _towards(here, before), _towards(here, after)
        parts.append(f"L{start[0]} {start[1]}Q{here[0]} {here[1]} {end[0]} {end[1]}")
    parts.append(f"L{points[-1][0]} {points[-1][1]}")
    return "".join(parts)


def _towards(start: Point, end: Point) -> Point:
    """A little way from a corner."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = max(abs(x), abs(y), 1)
    way = min(ROUND, length // 2)
    return start[0] + x * way // length, start[1] + y * way // length


def _head(head: Head) -> str:
    x, y = _middle((head.x, head.y))
    down = 1 if head.to == "down" else -1
    tip, back = y + down * (LINE - 1), y + down * (LINE - 11)
    return f'<path class="head" d="M{x} {tip}L{x - 6} {back}L{x + 6} {back}Z"/>\n'
