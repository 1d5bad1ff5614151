"""Charts in a terminal: whole, no wider than it is, and told apart without colour."""

import io
import os
import re
import subprocess
import sys
from unittest.mock import patch

import pytest
from charts import CHARTS, any_chart
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from running import environment

from dealcli.page import Page
from dealcli.renderers import terminal
from dealcli.renderers.charting.layout import layout
from dealcli.renderers.theme import Theme
from dealcli.report import Box, Chart, Link, Report, Section

TREE = """
Stellantis N.V.
NYSE: STLA
└··· not disclosed
     StarPlus Energy
     signed ●
     └╌╌╌ Plant 1
          announced · Kokomo, Indiana, US ◇
Samsung SDI Co., Ltd.
└··· not disclosed
     StarPlus Energy (above)

╎╌╌ not yet a fact  :·· implied or not stated  ● reported
◇ planned
"""
EVERY = pytest.mark.parametrize("name", CHARTS)
LINES = "│─┌┐└┘├┤┬┴┼╎╌:·┃━┏┓┗┛┣┫┳┻╋╏╍┰┸▼▲►"


def drawn(chart: Chart, columns: int, encoding: str = "utf-8") -> str:
    report = Report("Structure chart", (), (Section((chart,)),))
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    with patch.dict(os.environ, environment(COLUMNS=str(columns)), clear=True):
        return terminal.render(Page(id="a-deal", report=report), stream)


def words(text: str) -> str:
    return re.sub(rf"[\s{LINES}]", "", text)


def is_whole(chart: Chart, columns: int, encoding: str = "utf-8") -> None:
    """Fail where a line of a box or a label is not on the page as it was laid out."""
    page = drawn(chart, columns, encoding)
    assert all(cell_len(line) <= max(columns, 20) for line in page.splitlines())
    assert "\x1b" not in page
    theme = Theme(encoding)
    drawing = layout(chart, theme, max(columns, 20))
    lines = [line for box in drawing.boxes for line in box.lines]
    lines += [line for edge in drawing.edges for line in edge.label.lines]
    for line in lines:
        assert "".join(piece.text for piece in line).rstrip() in page


@EVERY
@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_page_is_whole(name, columns, encoding):
    is_whole(CHARTS[name], columns, encoding)


@given(any_chart(), st.integers(20, 120), st.sampled_from(["utf-8", "ascii", "cp437", "gb18030"]))
def test_any_page_is_whole(chart, columns, encoding):
    is_whole(chart, columns, encoding)


@EVERY
def test_in_ascii_only_ascii_is_written(name):
    assert drawn(CHARTS[name], 120, "ascii").isascii()


@EVERY
def test_where_there_is_no_room_the_chart_is_a_tree(name):
    page = words(drawn(CHARTS[name], 20))
    theme = Theme("utf-8")
    for link in CHARTS[name].links:
        for span in link.label:
            assert words(theme.words(span)) in page


def test_a_flow_without_words_has_a_line_of_its_own():
    boxes = (Box("a", "party", "", ()), *(Box(f"b{n}", "party", "Birch", ()) for n in range(9)))
    chart = Chart("", "Birch", boxes, (Link("a", "a", "flow", ()),))
    assert "━━►" in drawn(chart, 20)


def test_a_tree_as_it_is_printed():
    assert drawn(CHARTS["starplus-2022"], 60).splitlines()[2:] == TREE.splitlines()[1:]
    two = "├─── Northvolt Ett\n│    Sweden\n└─── Recycling plant\n"
    assert two in drawn(CHARTS["northvolt"], 60)
    assert "╍╍╍► supply: battery cells" in drawn(CHARTS["deal"], 60)


def beside(page: str, label: str) -> set[str]:
    """The characters of the lines that a label stands beside."""
    return {line[: line.index(label)].rstrip()[-1] for line in page.splitlines() if label in line}


@pytest.mark.parametrize(
    ("encoding", "dashed", "dotted", "solid"), [("utf-8", "╎", ":", "│"), ("ascii", "!", ":", "|")]
)
def test_lines_tell_a_plan_from_what_is_implied_and_from_a_fact(encoding, dashed, dotted, solid):
    page = drawn(CHARTS["deal"], 120, encoding)
    assert page.count("10% (implied)") == 2
    assert "90% implied" not in page
    assert beside(page, "10% (implied)") == {dotted}
    assert beside(page, "90%") == {dashed}
    assert beside(drawn(CHARTS["acquisition"], 120, encoding), "subsidiary") == {solid}


def test_the_edges_of_a_box_tell_how_firm_it_is():
    page = drawn(CHARTS["deal"], 120)
    assert re.search(r"╎ +Battery pack venture +╎", page)
    assert re.search(r"│ +CBAK Energy .*│ +Kandi Technologies .*│", page)
    assert re.search(r"│ +Marram works +│", drawn(CHARTS["acquisition"], 120))


def test_flows_are_heavy_and_broken_where_they_are_no_fact():
    planned, stated = (drawn(CHARTS[name], 100) for name in ("deal", "acquisition"))
    assert "┏╍" in planned
    assert "┏━" not in planned
    assert "┏━" in stated
    assert planned.count("▼") == 1
    assert "+****" in drawn(CHARTS["deal"], 100, "ascii")


def test_a_line_goes_across_below_one_that_goes_down():
    assert "╌╎╌" in drawn(CHARTS["deal"], 100)


def test_nothing_leaves_a_box_where_an_arrow_points_at_it():
    lines = drawn(CHARTS["deal"], 100).splitlines()
    at = next(number for number, line in enumerate(lines) if "▼" in line)
    assert lines[at + 1][lines[at].index("▼")] == "─"


def test_the_legend_names_the_lines_that_there_are():
    legend = " ".join(drawn(CHARTS["deal"], 120).splitlines()[-2:])
    for told in ("╎╌╌ not yet a fact", ":·· implied or not stated", "━━► supply, right or payment"):
        assert told in legend
    assert "implied" not in drawn(CHARTS["thornwick"], 120)
    assert "not yet a fact" not in drawn(CHARTS["northvolt"], 120)


def test_pictures_import_no_rich():
    names = ("svg", "mermaid", "dot", "charting.layout")
    imports = "; ".join(f"import dealcli.renderers.{name}" for name in names)
    script = f"{imports}; import sys; sys.exit('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 0
