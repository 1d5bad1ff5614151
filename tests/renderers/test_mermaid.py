"""Charts in Mermaid's language: Mermaid itself reads them, and every name as it is."""

import io
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from charts import CHARTS
from running import ROOT

from dealcli.page import Page
from dealcli.renderers import mermaid
from dealcli.renderers.charting.pen import box_lines, link_lines
from dealcli.report import Backing, Chart, Report, Row, Section, Span, Table

EVERY = pytest.mark.parametrize("name", CHARTS)
PLACES = (os.environ.get("DEALCLI_MERMAID", ""), str(ROOT / "tests" / "mermaid"), str(ROOT))
INSTALLED = next((one for one in PLACES if Path(one, "node_modules", "mermaid").is_dir()), None)
needs_mermaid = pytest.mark.skipif(
    not (INSTALLED and shutil.which("node")),
    reason="no node with mermaid: npm ci --prefix tests/mermaid",
)


def report(*blocks: Chart | Table) -> Report:
    return Report("Structure chart", (), (Section(blocks),))


def rendered(chart: Chart) -> str:
    return mermaid.render(Page({}, lambda: report(chart), Backing), io.StringIO())


def body(chart: Chart) -> list[str]:
    """The lines below the title and the kind of the diagram."""
    lines = rendered(chart).splitlines()
    return lines[lines.index("flowchart TB") + 1 :]


@cache
def answers() -> dict[str, dict]:
    """What Mermaid makes of every chart."""
    texts = [rendered(chart) for chart in CHARTS.values()]
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "mermaid" / "parse.mjs")],
        input=json.dumps(texts),
        env={**os.environ, "DEALCLI_MERMAID": str(INSTALLED)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return dict(zip(CHARTS, json.loads(done.stdout), strict=True))


@needs_mermaid
@EVERY
def test_mermaid_reads_every_word_as_it_is(name):
    answer = answers()[name]
    assert "error" not in answer, answer["error"]
    chart = CHARTS[name]
    assert answer["vertices"] == ["<br/>".join(box_lines(box)) for box in chart.boxes]
    assert [text for text, _ in answer["edges"]] == [
        "<br/>".join(link_lines(link)) for link in chart.links
    ]


@needs_mermaid
@EVERY
def test_the_kind_of_a_line_is_told_apart(name):
    strokes = [stroke for _, stroke in answers()[name]["edges"]]
    assert strokes == [
        "thick" if link.kind == "flow" else "dotted" if link.implied else "normal"
        for link in CHARTS[name].links
    ]


@needs_mermaid
def test_the_parser_tells_what_is_wrong():
    """Else the other tests would prove nothing."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "mermaid" / "parse.mjs")],
        input=json.dumps(['flowchart TB\n    n1["a"b"]']),
        env={**os.environ, "DEALCLI_MERMAID": str(INSTALLED)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "error" in json.loads(done.stdout)[0]


@EVERY
def test_nothing_of_the_data_is_outside_quotation_marks(name):
    lines = body(CHARTS[name])
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]
    shape = r"    n\d+(?:\[\]|\(\)|\[\[\]\])|    n\d+ (?:---|-\.-|==>)(?:\|\|)? n\d+"
    assert [line for line in bare if not re.fullmatch(shape, line)] == []


def test_nothing_active_is_left_in_a_label():
    quoted = re.findall(r'"([^"]*)"', "\n".join(body(CHARTS["hostile"])))
    for text in quoted:
        left = re.sub(r"#\d+;|<br/>|<i></i>", " ", text)
        assert not re.search(r"[<>&\"#;`*_\[\]{}|$%~\\]|--|fa:", left)


def test_a_page_without_a_chart_is_a_box_that_says_so():
    page = report(Table("", (Row(((Span("x has no structure."),),)),)))
    text = mermaid.render(Page({}, lambda: page, Backing), io.StringIO())
    assert text == 'flowchart TB\n    n1["Structure chart<br/>x has no structure."]\n'


def test_a_title_that_mermaid_would_not_show_as_it_is_is_left_out():
    assert 'title: "Structure chart: CBAK Energy' in rendered(CHARTS["deal"])
    assert "title:" not in rendered(CHARTS["hostile"])
