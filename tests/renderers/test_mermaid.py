"""Charts in Mermaid's language: Mermaid itself reads them, and every name as it is."""

import io
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from charts import CHARTS
from running import ROOT

from dealcli.page import Page
from dealcli.renderers import mermaid
from dealcli.renderers.charting.layers import ranks_of
from dealcli.renderers.charting.plain_text import box_lines, link_lines, note_lines
from dealcli.report import Chart, Report, Row, Run, Section, Table

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
    return mermaid.render(Page(id="a-deal", report=report(chart)), io.StringIO())


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


def parsed(name: str) -> tuple[dict[str, dict], list[dict]]:
    """The boxes that Mermaid reads, by their ids, and the lines between them."""
    answer = answers()[name]
    assert "error" not in answer, answer["error"]
    return {one["id"]: one for one in answer["vertices"]}, answer["edges"]


def strokes(line: dict) -> str:
    """How a line is broken: strokes and gaps in pixels."""
    return "".join(re.findall("stroke-dasharray:([0-9 ]+)", line["style"]))


def names(chart: Chart) -> dict[str, str]:
    return {box.id: f"n{number}" for number, box in enumerate(chart.boxes, start=1)}


@needs_mermaid
@EVERY
def test_mermaid_reads_every_word_as_it_is(name):
    chart = CHARTS[name]
    boxes, lines = parsed(name)
    for box in chart.boxes:
        assert boxes[names(chart)[box.id]]["text"] == "<br/>".join(box_lines(box))
    said = [one["text"] for one in (*boxes.values(), *lines)]
    for link in chart.links:
        assert any("<br/>".join(link_lines([link])) in text for text in said)
    assert boxes["note"]["text"] == "<br/>".join(note_lines(chart))


@needs_mermaid
@EVERY
def test_lines_and_boxes_tell_how_firm_they_are(name):
    chart = CHARTS[name]
    boxes, lines = parsed(name)
    for box in chart.boxes:
        dashed = "dashed" in boxes[names(chart)[box.id]]["classes"]
        assert dashed == (box.firmness not in ("", "stated"))
    drawn = Counter((one["start"], one["end"], strokes(one)) for one in lines)
    for link in chart.links:
        if link.kind != "flow":
            style = "" if link.firmness in ("", "stated") else "6 4"
            style = "1 6" if link.implied else style
            drawn[names(chart)[link.start], names(chart)[link.end], style] -= 1
    assert min(drawn.values()) >= 0


@needs_mermaid
@EVERY
def test_a_flow_ranks_nobody_below_anybody(name):
    """Mermaid puts the end of a line below its start."""
    chart = CHARTS[name]
    _, lines = parsed(name)
    rows = ranks_of(chart.boxes, chart.links)
    ranked = {f"n{number}": rows[box.id] for number, box in enumerate(chart.boxes, start=1)}
    flows = [one for one in lines if one["stroke"] == "thick"]
    assert bool(flows) == any(link.kind == "flow" for link in chart.links)
    for one in flows:
        assert one["start"] not in ranked or ranked[one["start"]] < ranked[one["end"]]
        assert one["end"] in ranked
    hubs = {one["start"] for one in flows} - set(ranked)
    assert not hubs & {one["end"] for one in lines}


@needs_mermaid
def test_a_flow_leads_from_who_gives_to_who_takes():
    _, lines = parsed("deal")
    flows = [one for one in lines if one["stroke"] == "thick"]
    assert [(one["start"], one["end"], one["type"]) for one in flows] == [
        ("f1", "n2", "arrow_point"),
        ("f1", "n1", "arrow_open"),
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
    shape = (
        r"    (n\d+(\[\]|\(\)|\[\[\]\])|f\d+\(\[\]\)|note\[\])"
        r"|    n\d+ (---|==>)(\|\|)? n\d+|    f\d+ ==[=>] n\d+|    n\d+ ~~~ note"
        r"|    class [nf,\d]+ dashed|    class note note"
        r"|    classDef (dashed|note) [-a-z:, 0-9]+|    linkStyle [,\d]+ [-a-z:, 0-9]+"
    )
    assert [line for line in bare if not re.fullmatch(shape, line)] == []


def test_nothing_active_is_left_in_a_label():
    quoted = re.findall(r'"([^"]*)"', "\n".join(body(CHARTS["hostile"])))
    for text in quoted:
        left = re.sub(r"#\d+;|<br/>|<i></i>", " ", text)
        assert not re.search(r"[<>&\"#;`*_\[\]{}|$%~\\]|--|fa:", left)


def test_a_page_without_a_chart_is_a_box_that_says_so():
    page = report(Table("", (Row(((Run("x has no structure."),),)),)))
    text = mermaid.render(Page(id="a-deal", report=page), io.StringIO())
    assert text == 'flowchart TB\n    n1["Structure chart<br/>x has no structure."]\n'


def test_a_title_that_mermaid_would_not_show_as_it_is_is_left_out():
    assert 'title: "Structure chart: CBAK Energy' in rendered(CHARTS["deal"])
    assert "title:" not in rendered(CHARTS["hostile"])
