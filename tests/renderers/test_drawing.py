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
from dealcli.renderers.ink import Ink
from dealcli.report import Backing, Chart, Report, Section

EVERY = pytest.mark.parametrize("name", CHARTS)
LINES = "│─┌┐└┘├┤┬┴┼╎╌║═╔╗╚╝╠╣╦╩╬╥╨▼▲"


def drawn(chart: Chart, columns: int, encoding: str = "utf-8") -> str:
    report = Report("Structure chart", (), (Section((chart,)),))
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    with patch.dict(os.environ, environment(COLUMNS=str(columns)), clear=True):
        return terminal.render(Page({}, lambda: report, Backing), stream)


def words(text: str) -> str:
    return re.sub(rf"[\s{LINES}]", "", text)


def is_whole(chart: Chart, columns: int, encoding: str = "utf-8") -> None:
    """Fail where a line of a box or a label is not on the page as it was laid out."""
    page = drawn(chart, columns, encoding)
    assert all(cell_len(line) <= max(columns, 20) for line in page.splitlines())
    assert "\x1b" not in page
    ink = Ink(encoding)
    drawing = layout(chart, ink, columns)
    if drawing is None:
        return
    lines = [line for box in drawing.boxes for line in box.lines]
    lines += [line for edge in drawing.edges if edge.label for line in edge.label.lines]
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
def test_where_there_is_no_room_the_chart_is_told_in_rows(name):
    page = words(drawn(CHARTS[name], 20))
    ink = Ink("utf-8")
    for link in CHARTS[name].links:
        for span in link.label:
            assert words(ink.words(span)) in page


def test_what_is_implied_differs_in_its_line_and_in_its_label():
    page = drawn(CHARTS["deal"], 120)
    assert page.count("10% implied") == 2
    assert "90% implied" not in page
    lines = page.splitlines()
    for label in ("10% implied", "90%"):
        found = [line[: line.index(label)].rstrip()[-1] for line in lines if label in line]
        assert set(found) == {"╎" if "implied" in label else "│"}
    ascii_ = drawn(CHARTS["deal"], 120, "ascii")
    assert re.search(r": 10% implied", ascii_)
    assert re.search(r"\| 90%", ascii_)


def test_a_flow_has_a_head():
    page = drawn(CHARTS["deal"], 80)
    assert "╔" in page
    assert page.count("▼") == 1 + 1  # and one in the legend
    assert "#" in drawn(CHARTS["deal"], 80, "ascii")


def test_the_legend_names_the_lines_that_there_are():
    legend = drawn(CHARTS["deal"], 120).splitlines()[-1]
    for told in ("─ stated", "╌ implied or not stated", "═▼ supply or right"):
        assert told in legend
    assert "implied" not in drawn(CHARTS["thornwick"], 120).splitlines()[-1]


def test_pictures_import_no_rich():
    names = ("svg", "mermaid", "dot", "charting.layout")
    imports = "; ".join(f"import dealcli.renderers.{name}" for name in names)
    script = f"{imports}; import sys; sys.exit('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 0
