"""Charts in Graphviz's language: Graphviz itself reads them, and every name as it is."""

import io
import json
import re
import shutil
import subprocess
from collections import Counter

import pytest
from charts import CHARTS

from dealcli.page import Page
from dealcli.renderers import dot
from dealcli.renderers.charting.plain_text import box_lines, link_lines, note_lines
from dealcli.report import Chart, Report, Row, Run, Section, Table

EVERY = pytest.mark.parametrize("name", CHARTS)
needs_graphviz = pytest.mark.skipif(
    not shutil.which("dot"), reason="no dot: apt-get install graphviz"
)


def rendered(*blocks: Chart | Table) -> str:
    report = Report("Structure chart", (), (Section(blocks),))
    return dot.render(Page(id="a-deal", report=report), io.StringIO())


def drawn(text: str, form: str) -> str:
    done = subprocess.run(
        ["dot", f"-T{form}"], input=text.encode(), capture_output=True, check=True
    )
    assert b"Error" not in done.stderr
    return done.stdout.decode()


def label(lines: list[str]) -> str:
    """A label as Graphviz keeps it, lines and backslashes still as they are written."""
    return "\\n".join(line.replace("\\", "\\\\").replace("&", "&amp;") for line in lines)


def graph(name: str) -> tuple[dict[str, dict], list[tuple[str, str, dict]]]:
    """The boxes that Graphviz reads, by their names, and the lines between them."""
    read = json.loads(drawn(rendered(CHARTS[name]), "json"))
    known = {one["_gvid"]: one["name"] for one in read["objects"]}
    lines = [(known[one["tail"]], known[one["head"]], one) for one in read.get("edges", ())]
    return {one["name"]: one for one in read["objects"]}, lines


def names(chart: Chart) -> dict[str, str]:
    return {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}


@needs_graphviz
@EVERY
def test_graphviz_reads_every_word_as_it_is(name):
    chart = CHARTS[name]
    boxes, lines = graph(name)
    for box in chart.boxes:
        assert boxes[names(chart)[box.id]]["label"] == label(box_lines(box))
    said = [one.get("label", "") for one in (*boxes.values(), *(line for _, _, line in lines))]
    for link in chart.links:
        assert any(label(link_lines([link])) in text for text in said)
    assert boxes["note"]["label"] == label(note_lines(chart))


@needs_graphviz
@EVERY
def test_graphviz_draws_it(name):
    picture = drawn(rendered(CHARTS[name]), "svg")
    titles = set(re.findall("<title>(n[0-9]+)</title>", picture))
    assert titles == set(names(CHARTS[name]).values())
    assert "<script" not in picture


@needs_graphviz
@EVERY
def test_lines_and_boxes_tell_how_firm_they_are(name):
    chart = CHARTS[name]
    boxes, lines = graph(name)
    for box in chart.boxes:
        dashed = "dashed" in boxes[names(chart)[box.id]]["style"]
        assert dashed == (box.firmness not in ("", "stated"))
    drawn = Counter((start, end, line["style"]) for start, end, line in lines)
    for link in chart.links:
        if link.kind != "flow":
            style = "solid" if link.firmness in ("", "stated") else "dashed"
            style = "dotted" if link.implied else style
            drawn[names(chart)[link.start], names(chart)[link.end], style] -= 1
    assert min(drawn.values(), default=0) >= 0


@needs_graphviz
@EVERY
def test_what_nobody_holds_stands_at_one_height(name):
    chart = CHARTS[name]
    boxes, lines = graph(name)
    held = {link.end for link in chart.links if link.kind != "flow"}
    top = [names(chart)[box.id] for box in chart.boxes if box.id not in held]
    assert len({boxes[one]["pos"].split(",")[1] for one in top}) <= 1
    flows = [(start, end) for start, end, line in lines if line.get("penwidth")]
    assert bool(flows) == any(link.kind == "flow" for link in chart.links)


def test_a_page_without_a_chart_is_a_box_that_says_so():
    text = rendered(Table("", (Row(((Run("x has no structure."),),)),)))
    assert 'label="Structure chart\\nx has no structure."' in text


def test_the_word_is_beside_the_sign():
    """Graphviz and Mermaid write with fonts that may lack the sign."""
    text = rendered(CHARTS["deal"])
    for sign, word in (("◇", "planned"), ("◐", "conditional")):
        assert text.count(sign) == text.count(f"{sign} {word}") > 1


def test_all_text_has_one_kind_of_font():
    text = rendered(CHARTS["deal"])
    assert text.count('fontname="Helvetica,Arial,sans-serif"') == len(["graph", "node", "edge"])
