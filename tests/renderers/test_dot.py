"""Charts in Graphviz's language: Graphviz itself reads them, and every name as it is."""

import io
import json
import re
import shutil
import subprocess

import pytest
from charts import CHARTS

from dealcli.page import Page
from dealcli.renderers import dot
from dealcli.renderers.charting.pen import box_lines, link_lines
from dealcli.report import Backing, Chart, Report, Row, Section, Span, Table

EVERY = pytest.mark.parametrize("name", CHARTS)
needs_graphviz = pytest.mark.skipif(
    not shutil.which("dot"), reason="no dot: apt-get install graphviz"
)


def rendered(*blocks: Chart | Table) -> str:
    report = Report("Structure chart", (), (Section(blocks),))
    return dot.render(Page({}, lambda: report, Backing), io.StringIO())


def drawn(text: str, form: str) -> str:
    done = subprocess.run(
        ["dot", f"-T{form}"], input=text.encode(), capture_output=True, check=True
    )
    assert b"Error" not in done.stderr
    return done.stdout.decode()


def label(lines: list[str]) -> str:
    """A label as Graphviz keeps it, lines and backslashes still as they are written."""
    return "\\n".join(line.replace("\\", "\\\\").replace("&", "&amp;") for line in lines)


@needs_graphviz
@EVERY
def test_graphviz_reads_every_word_as_it_is(name):
    chart = CHARTS[name]
    graph = json.loads(drawn(rendered(chart), "dot_json"))
    nodes = {one["name"]: one["label"] for one in graph["objects"] if re.match(r"n\d", one["name"])}
    assert list(nodes.values()) == [label(box_lines(box)) for box in chart.boxes]
    edges = sorted(graph.get("edges", ()), key=lambda one: one["_gvid"])
    assert sorted(one["label"] for one in edges) == sorted(
        label(link_lines(link)) for link in chart.links
    )


@needs_graphviz
@EVERY
def test_graphviz_draws_it(name):
    picture = drawn(rendered(CHARTS[name]), "svg")
    assert picture.count('class="node"') == len(CHARTS[name].boxes)
    assert "<script" not in picture


@EVERY
def test_the_kind_of_a_line_is_told_apart(name):
    lines = [line for line in rendered(CHARTS[name]).splitlines() if " -> " in line]
    for line, link in zip(lines, CHARTS[name].links, strict=True):
        assert ("constraint=false" in line) == (link.kind == "flow")
        assert ("[dir=none, style=dashed" in line) == (link.implied and link.kind != "flow")


def test_a_page_without_a_chart_is_a_box_that_says_so():
    text = rendered(Table("", (Row(((Span("x has no structure."),),)),)))
    assert 'label="Structure chart\\nx has no structure."' in text
