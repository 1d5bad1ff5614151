"""A chart's layout: everything on it, nothing over anything else, whatever is linked to what."""

from itertools import combinations, pairwise

import pytest
from charts import CHARTS, any_chart
from hypothesis import example, given
from hypothesis import strategies as st
from viewing import said

from dealcli.renderers.charting.layout import MOST, layout
from dealcli.renderers.charting.pen import Pen
from dealcli.renderers.charting.places import Drawing, Edge
from dealcli.renderers.charting.spreading import spread
from dealcli.renderers.charting.words import Piece, folded
from dealcli.renderers.ink import Ink
from dealcli.report import Box, Chart, Link, Span

Area = tuple[int, int, int, int]
EVERY = pytest.mark.parametrize("name", CHARTS)


def meet(one: Area, other: Area) -> bool:
    """Whether two areas have a cell in common."""
    return all(
        one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2]
        for side in (0, 1)
    )


def cells(edge: Edge) -> dict[tuple[int, int], set[str]]:
    """The cells of a line, and which ways it goes through each; at a corner both."""
    found: dict[tuple[int, int], set[str]] = {}
    for path in edge.paths:
        for (x, y), (last_x, last_y) in pairwise(path):
            assert x == last_x or y == last_y
            for at in range(min(x, last_x), max(x, last_x) + 1):
                found.setdefault((at, y), set()).update("-" if x != last_x else "")
            for at in range(min(y, last_y), max(y, last_y) + 1):
                found.setdefault((x, at), set()).update("|" if y != last_y else "")
    return found


def is_clear(drawing: Drawing) -> None:
    """Fail where something stands over something else, or beyond the edges."""
    boxes = [(box.x, box.y, box.width, box.height) for box in drawing.boxes]
    labels = [
        (one.x, one.y, one.width, len(one.lines)) for edge in drawing.edges if (one := edge.label)
    ]
    for x, y, width, height in (*boxes, *labels):
        assert x >= 0
        assert y >= 0
        assert x + width <= drawing.width
        assert y + height <= drawing.height
    assert not any(meet(*pair) for pair in combinations([*boxes, *labels], 2))
    taken: dict[tuple[int, int, str], Edge] = {}
    for edge in drawing.edges:
        ends = {point for path in edge.paths for point in (path[0], path[-1])}
        for point, ways in cells(edge).items():
            inside = [area for area in (*boxes, *labels) if meet((*point, 1, 1), area)]
            assert not inside or point in ends
            for way in ways:
                assert taken.setdefault((*point, way), edge) is edge
        for head in edge.heads:
            assert (head.x, head.y) in cells(edge)


def texts(drawing: Drawing) -> str:
    """The words of a drawing."""
    lines = [line for box in drawing.boxes for line in box.lines]
    lines += [line for edge in drawing.edges if edge.label for line in edge.label.lines]
    return "".join(piece.text for line in lines for piece in line).replace(" ", "")


def is_whole(chart: Chart, drawing: Drawing, hand: Pen | Ink) -> None:
    """Fail where a box, a link or its words are missing."""
    assert [one.box.id for one in drawing.boxes] == [box.id for box in chart.boxes]
    drawn = {id(link) for edge in drawing.edges for link in edge.links}
    assert all(link.start == link.end or id(link) in drawn for link in chart.links)
    told = texts(drawing)
    wanted = [[Span(box.name)] for box in chart.boxes]
    wanted += [list(detail) for box in chart.boxes for detail in box.details]
    wanted += [list(link.label) for link in chart.links]
    for spans in wanted:
        text = "".join("\n" if one.text == "\n" else hand.words(one) for one in spans)
        for part in text.split("\n"):
            assert part.replace(" ", "") in told


@EVERY
def test_nothing_stands_over_anything(name):
    drawing = layout(CHARTS[name], Pen())
    assert drawing
    is_clear(drawing)
    is_whole(CHARTS[name], drawing, Pen())


@EVERY
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_within_a_width(name, width):
    ink = Ink("utf-8")
    if drawing := layout(CHARTS[name], ink, width):
        assert drawing.width <= width
        is_clear(drawing)
        is_whole(CHARTS[name], drawing, ink)


def shares(*pairs: tuple[int, int], name: str) -> Chart:
    """A chart of boxes of one name, and of shares by the numbers of their ends."""
    count = max(end for pair in pairs for end in pair) + 1
    return Chart(
        "",
        "",
        tuple(Box(f"b{number}", "party", name) for number in range(count)),
        tuple(Link(f"b{start}", f"b{end}", "share") for start, end in pairs),
    )


# Two links pass a row in one column: one comes from the row above, the other goes on below.
PASSING = shares(
    *((0, 3), (0, 4), (1, 0), (1, 2), (2, 3), (4, 2)),
    name="山茱萸電池科技股份有限公司與其全資附屬公司",
)


@given(any_chart(), st.none() | st.integers(20, 120))
@example(PASSING, None)
def test_any_chart(chart, width):
    drawing = layout(chart, Pen(), width)
    if drawing is None:
        assert width
        return
    assert width is None or drawing.width <= width
    is_clear(drawing)
    is_whole(chart, drawing, Pen())


@pytest.mark.parametrize("name", ["deal", "thornwick", "calloway", "no-venture", "acquisition"])
def test_deals_that_eighty_columns_hold(name):
    assert layout(CHARTS[name], Ink("utf-8"), 80)


def chart(boxes: str, *links: tuple[str, str, str]) -> Chart:
    """A chart of boxes by their names, and of links by their ends and kind."""
    kinds = {"f": "facility", "c": "company", "p": "party"}
    return Chart(
        "",
        "",
        tuple(Box(name, kinds[name[0]], name) for name in boxes.split()),
        tuple(Link(start, end, kind, (Span(f"{start}{end}"),)) for start, end, kind in links),
    )


def heights(made: Chart) -> dict[str, int]:
    drawing = layout(made, Pen())
    assert drawing
    is_clear(drawing)
    return {one.box.id: one.y for one in drawing.boxes}


def test_what_is_held_stands_below_each_that_holds_it():
    y = heights(
        chart("p1 p2 c1 c2", ("p1", "c1", "share"), ("c1", "c2", "share"), ("p2", "c2", "share"))
    )
    assert y["p1"] == y["p2"] < y["c1"] < y["c2"]


def test_plants_stand_one_below_another():
    y = heights(
        chart(
            "p1 c1 f1 f2", ("p1", "c1", "share"), *((("c1", f, "facility")) for f in ("f1", "f2"))
        )
    )
    assert y["p1"] < y["c1"] < y["f1"] < y["f2"]


def test_holders_in_a_circle_are_drawn():
    y = heights(
        chart(
            "p1 p2 p3",
            *((a, b, "share") for a, b in (["p1", "p2"], ["p2", "p3"], ["p3", "p1"])),
        )
    )
    assert len(set(y.values())) == 3


def test_what_nothing_leads_to_stands_below():
    y = heights(chart("p1 p2 c1", ("p1", "c1", "share")))
    assert y["p2"] > y["c1"]


def test_a_flow_from_several_is_one_line_with_one_label():
    made = chart("p1 p2 p3", ("p1", "p3", "flow"), ("p2", "p3", "flow"))
    made = Chart(
        "",
        "",
        made.boxes,
        tuple(Link(one.start, one.end, "flow", (Span("x"),)) for one in made.links),
    )
    drawing = layout(made, Pen())
    assert drawing
    assert [len(edge.links) for edge in drawing.edges] == [2]
    assert len(drawing.edges[0].heads) == 1


def test_more_than_can_be_read_is_told_in_boxes():
    made = chart(
        " ".join(f"p{n}" for n in range(MOST)), *((f"p{n}", "p0", "share") for n in range(1, MOST))
    )
    assert layout(made, Pen(), 120) is None
    drawing = layout(made, Pen())
    assert drawing
    assert drawing.edges == ()
    is_clear(drawing)
    assert f"p{MOST - 1}p0" in texts(drawing)


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=9),
    st.integers(0, 60),
)
def test_what_is_spread_keeps_its_order_and_its_room(things, spare):
    wanted, sizes = zip(*things, strict=True)
    high = sum(sizes) + spare
    places = spread(wanted, sizes, 0, high)
    assert places[0] >= 0
    assert places[-1] + sizes[-1] <= high
    assert all(
        left + size <= right for (left, right), size in zip(pairwise(places), sizes, strict=False)
    )


def test_what_has_room_stands_where_it_wants_to():
    assert spread([3, 10, 20], [5, 5, 5], 0, 30) == [3, 10, 20]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("free-carried", 8, ["free-", "carried"]),
        ("山茱萸電池", 5, ["山茱", "萸電", "池"]),
        ("a  b", 9, ["a b"]),
        ("a\u0301\u0301b", 1, ["a\u0301\u0301", "b"]),
    ],
)
def test_folding(text, width, lines):
    folds = folded(Pen(), (Piece(text, "plain"),), width)
    assert ["".join(piece.text for piece in line) for line in folds] == lines


def test_a_line_ends_where_it_is_said_to():
    words = (Piece("a", "plain"), Piece("\n", "separator"), Piece("b", "plain"))
    assert len(folded(Pen(), words, 20)) == 2


def test_how_firm_a_share_is_stands_before_what_it_can_become():
    (link,) = (one for one in CHARTS["thornwick"].links if "51%" in said(one.label))
    drawing = layout(CHARTS["thornwick"], Pen())
    assert drawing
    (edge,) = (one for one in drawing.edges if link in one.links)
    assert edge.label
    first = "".join(piece.text for piece in edge.label.lines[0])
    assert first == "51% ◇ ¶7"
