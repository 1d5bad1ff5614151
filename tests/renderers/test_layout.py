"""A chart's layout: everything on it, nothing over anything else, whatever is linked to what."""

from collections import Counter
from itertools import combinations, pairwise

import pytest
from charts import CHARTS, any_chart
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from viewing import said

from dealcli.renderers.charting.columns import spread
from dealcli.renderers.charting.drawing import Drawing, Edge, Label
from dealcli.renderers.charting.layers import ABREAST
from dealcli.renderers.charting.layout import BROAD, LEAST, MOST, abreast, layout
from dealcli.renderers.charting.plain_text import PlainText
from dealcli.renderers.charting.words import Piece, folded, label
from dealcli.renderers.theme import Theme
from dealcli.report import Box, Chart, Link, Run

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


def labels_of(drawing: Drawing) -> list[Label]:
    """Everything that is said outside the boxes."""
    return [one for one in (*(edge.label for edge in drawing.edges), drawing.named) if one.lines]


def is_clear(drawing: Drawing) -> None:
    """Fail where something stands over something else, or beyond the edges."""
    boxes = [(box.x, box.y, box.width, box.height) for box in drawing.boxes]
    labels = [(one.x, one.y, one.width, len(one.lines)) for one in labels_of(drawing)]
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
    lines += [line for one in labels_of(drawing) for line in one.lines]
    return "".join(piece.text for line in lines for piece in line).replace(" ", "")


def is_whole(chart: Chart, drawing: Drawing, writer: PlainText | Theme) -> None:
    """Fail where a box, a link or its words are missing."""
    assert [one.box.id for one in drawing.boxes] == [box.id for box in chart.boxes]
    drawn = {id(link) for edge in drawing.edges for link in edge.links}
    assert all(link.start == link.end or id(link) in drawn for link in chart.links)
    told = texts(drawing)
    wanted = [[Run(box.name)] for box in chart.boxes]
    wanted += [list(detail) for box in chart.boxes for detail in box.details]
    wanted += [list(link.label) for link in chart.links]
    for spans in wanted:
        text = "".join("\n" if one.text == "\n" else writer.words(one) for one in spans)
        for part in text.split("\n"):
            assert part.replace(" ", "") in told


@EVERY
@pytest.mark.parametrize("width", [None, 70, 80, 100, 120])
def test_nothing_stands_over_anything(name, width):
    writer = Theme("utf-8") if width else PlainText()
    if drawing := abreast(CHARTS[name], writer, width):
        assert drawing.width <= (width or BROAD)
        is_clear(drawing)
        is_whole(CHARTS[name], drawing, writer)


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


@given(any_chart(), st.none() | st.integers(LEAST, 200))
@example(PASSING, None)
def test_any_chart(chart, width):
    drawing = abreast(chart, PlainText(), width)
    if drawing is None:
        return
    assert drawing.width <= (width or BROAD)
    is_clear(drawing)
    is_whole(chart, drawing, PlainText())


@given(any_chart(), st.none() | st.integers(20, 200))
def test_any_chart_has_a_drawing(chart, width):
    drawing = layout(chart, PlainText(), width)
    assert width is None or drawing.width <= width
    areas = [(box.x, box.y, box.width, box.height) for box in drawing.boxes]
    areas += [(one.x, one.y, one.width, len(one.lines)) for one in labels_of(drawing)]
    assert not any(meet(*pair) for pair in combinations(areas, 2))
    assert all(y + height <= drawing.height for _, y, _, height in areas)
    assert {box.box.id for box in drawing.boxes} == {box.id for box in chart.boxes}


@pytest.mark.parametrize(
    "name", ["deal", "mizunami", "starplus-2022", "starplus-2023", "acquisition"]
)
def test_deals_that_eighty_columns_hold(name):
    assert abreast(CHARTS[name], Theme("utf-8"), 80)


def chart(boxes: str, *links: tuple[str, str, str]) -> Chart:
    """A chart of boxes by their names, and of links by their ends and kind."""
    kinds = {"f": "facility", "c": "company", "p": "party"}
    return Chart(
        "",
        "",
        tuple(Box(name, kinds[name[0]], name) for name in boxes.split()),
        tuple(Link(start, end, kind, (Run(f"{start}{end}"),)) for start, end, kind in links),
    )


def placed(made: Chart) -> Drawing:
    """A chart side by side, as it is in a picture."""
    drawing = abreast(made, PlainText())
    assert drawing
    is_clear(drawing)
    is_whole(made, drawing, PlainText())
    return drawing


def heights(made: Chart) -> dict[str, int]:
    return {one.box.id: one.y for one in placed(made).boxes}


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


def middles(drawing: Drawing) -> dict[str, int]:
    return {one.box.id: 2 * one.x + one.width for one in drawing.boxes}


@pytest.mark.parametrize(
    "links",
    [
        (("p1", "c1", "share"), ("c1", "f1", "facility")),
        (("p1", "c1", "share"), ("c1", "c2", "share"), ("p1", "f1", "facility")),
        (("p1", "f1", "facility"),),
    ],
)
def test_a_lone_child_stands_below_the_middle_of_its_owner(links):
    names = sorted({end for link in links for end in link[:2]})
    drawing = placed(chart(" ".join(names), *links))
    x = middles(drawing)
    children = Counter(start for start, _, _ in links)
    lone = [link[:2] for link in links if children[link[0]] == 1]
    assert lone
    for start, end in lone:
        assert x[start] == x[end]
        (edge,) = (
            one for one in drawing.edges if (one.links[0].start, one.links[0].end) == (start, end)
        )
        assert {2 * at + 1 for at, _ in edge.paths[0]} == {x[start]}


def test_a_plant_stands_right_below_its_owner_whatever_is_beside_that():
    made = chart(
        "p1 c1 c2 f1", *(("p1", c, "share") for c in ("c1", "c2")), ("c1", "f1", "facility")
    )
    tall = replace(made.boxes[2], details=tuple((Run(f"line {at}"),) for at in range(9)))
    made = replace(made, boxes=(*made.boxes[:2], tall, made.boxes[3]))
    boxes = {box.box.id: box for box in placed(made).boxes}
    assert boxes["c1"].y == boxes["c2"].y
    assert boxes["f1"].y == boxes["c1"].y + boxes["c1"].height + 1


def holders(count: int, **changes: object) -> Chart:
    """One company, and each holder of it with nothing else."""
    made = chart(
        " ".join(["c0", *(f"p{n}" for n in range(count))]),
        *((f"p{n}", "c0", "share") for n in range(count)),
    )
    links = tuple(
        replace(link, firmness="planned" if at % 2 else "stated", **changes)
        for at, link in enumerate(made.links)
    )
    return replace(made, links=links)


def test_few_holders_stand_side_by_side():
    drawing = placed(holders(ABREAST))
    assert len({box.y for box in drawing.boxes}) == 2
    assert all(edge.label.lines for edge in drawing.edges)


def test_many_holders_stand_in_stacks_of_one_pattern():
    made = holders(30)
    drawing = placed(made)
    assert drawing.width < 120
    assert all(len({link.firmness for link in edge.links}) == 1 for edge in drawing.edges)
    assert {len(edge.links) for edge in drawing.edges} == {7, 8}
    company, *others = drawing.boxes
    assert all(one.y + one.height <= company.y for one in others)
    first = "".join(piece.text for line in others[0].lines for piece in line)
    assert first == "p0p0c0 ●"


def test_stacked_shares_that_are_implied_have_a_line_of_their_own():
    made = holders(16)
    links = tuple(replace(one, implied=at < 5) for at, one in enumerate(made.links))
    drawing = placed(replace(made, links=links))
    dotted = [edge for edge in drawing.edges if edge.pattern == "dotted"]
    assert [len(edge.links) for edge in dotted] == [5]
    assert all(link.implied for link in dotted[0].links)


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
        tuple(Link(one.start, one.end, "flow", (Run("x"),)) for one in made.links),
    )
    drawing = placed(made)
    assert [len(edge.links) for edge in drawing.edges] == [2]
    assert len(drawing.edges[0].heads) == 1


def flows(*given: tuple[str, str, str, str]) -> Chart:
    """Three parties and what goes between them: from, to, what, how firm."""
    made = chart("p1 p2 p3")
    links = tuple(
        Link(start, end, "flow", (Run(what),), firmness=firm, record=f"/{what}")
        for start, end, what, firm in given
    )
    return replace(made, links=links)


def test_flows_that_go_the_same_way_share_a_line():
    made = flows(
        ("p1", "p2", "cells", "planned"),
        ("p1", "p2", "cash", "conditional"),
        ("p2", "p1", "packs", "planned"),
        ("p1", "p3", "cells", "stated"),
    )
    drawing = placed(made)
    told = [[link.record for link in edge.links] for edge in drawing.edges]
    assert told == [["/cells", "/cash"], ["/packs"], ["/cells"]]
    (shared, *_) = drawing.edges
    assert shared.label.parts == (("/cells", 1), ("/cash", 1))
    assert shared.firmness == ""


def test_a_flow_that_is_a_fact_shares_no_line_with_one_that_is_not():
    drawing = placed(flows(("p1", "p2", "a", "stated"), ("p1", "p2", "b", "planned")))
    assert [edge.pattern for edge in drawing.edges] == ["solid", "dashed"]


def test_flows_rank_nobody_below_anybody():
    made = flows(("p1", "p2", "a", ""), ("p2", "p3", "b", ""), ("p3", "p1", "c", ""))
    assert len(set(heights(made).values())) == 1


def test_a_chart_with_much_beside_a_line_is_a_tree_within_a_width():
    made = chart("p1 c1", ("p1", "c1", "share"))
    words = (Run("word " * 70),)
    made = replace(made, links=(replace(made.links[0], label=words),))
    assert abreast(made, PlainText(), 100) is None
    assert abreast(made, PlainText())


def told(drawing: Drawing) -> list[str]:
    """Each line of a tree: its words where they stand."""
    lines = [""] * drawing.height
    placed = [(box.x, box.y, box.lines) for box in drawing.boxes]
    placed += [(one.x, one.y, one.lines) for one in labels_of(drawing)]
    for x, y, found in placed:
        for number, words in enumerate(found):
            lines[y + number] = " " * x + "".join(piece.text for piece in words)
    return lines


def test_more_than_can_be_read_is_a_tree():
    made = chart(
        " ".join(f"p{n}" for n in range(MOST)), *(("p0", f"p{n}", "share") for n in range(1, MOST))
    )
    assert abreast(made, PlainText()) is None
    lines = told(layout(made, PlainText()))
    assert lines[:3] == ["p0", "     p0p1", "     p1"]
    assert len(lines) == 2 * MOST - 1


def test_in_a_tree_each_box_stands_below_the_first_that_holds_it():
    made = chart(
        "p1 p2 c1 f1",
        ("p1", "c1", "share"),
        ("p2", "c1", "share"),
        ("c1", "f1", "facility"),
    )
    made = replace(made, named=(Box("p9", "party", "p9", ((Run("bank"),),)),))
    assert told(layout(made, PlainText(), LEAST - 1)) == [
        "p1",
        "     p1c1",
        "     c1",
        "          c1f1",
        "          f1",
        "p2",
        "     p2c1",
        "     c1 (above)",
        "",
        "Also named: p9 (bank)",
    ]


def test_in_a_tree_a_flow_names_its_ends_and_everyone_that_gives_is_told_once():
    made = flows(("p1", "p3", "loan", "planned"), ("p2", "p3", "loan", "planned"))
    assert told(layout(made, PlainText(), LEAST - 1)) == [
        "p1",
        "p2",
        "p3",
        "",
        "     loan ◇",
        "     p1; p2 → p3",
    ]


def test_in_a_tree_a_circle_is_told_once():
    made = chart("p1 p2", ("p1", "p2", "share"), ("p2", "p1", "share"))
    assert told(layout(made, PlainText(), LEAST - 1)) == [
        "p1",
        "     p1p2",
        "     p2",
        "          p2p1",
        "          p1 (above)",
    ]


def test_a_tree_that_would_be_too_deep_begins_again_at_the_left():
    names = [f"p{n}" for n in range(9)]
    made = chart(" ".join(names), *((*pair, "share") for pair in pairwise(names)))
    lines = told(layout(made, PlainText(), 40))
    assert "     " * 5 + "p5 (below)" in lines
    assert lines[lines.index("p5") + 2] == "     p6"


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
    folds = folded(PlainText(), (Piece(text, "plain"),), width)
    assert ["".join(piece.text for piece in line) for line in folds] == lines


def test_a_long_word_is_parted_after_its_hyphen_whatever_follows_in_another_look():
    words = (Piece("free-carried", "strong"), Piece(",", "separator"))
    first, second = folded(PlainText(), words, 12)
    assert first == (Piece("free-", "strong"),)
    assert second == (Piece("carried", "strong"), Piece(",", "separator"))


def test_a_line_ends_where_it_is_said_to():
    text = (Run("a"), Run("\n", "separator"), Run("b"))
    lines = label(PlainText(), Link("", "", "share", text), 20)
    assert lines == [(Piece("a", "plain"),), (Piece("b", "plain"),)]


def test_how_firm_a_share_is_stands_before_what_it_can_become():
    (link,) = (one for one in CHARTS["thornwick"].links if "51%" in said(one.label))
    drawing = abreast(CHARTS["thornwick"], PlainText())
    assert drawing
    (edge,) = (one for one in drawing.edges if link in one.links)
    first = "".join(piece.text for piece in edge.label.lines[0])
    assert first == "51% ◇ ¶7"
