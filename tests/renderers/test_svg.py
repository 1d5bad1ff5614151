"""Charts as pictures: well formed, every word in them as text, to be read in light and in dark."""

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from charts import CHARTS, any_chart
from hypothesis import given

from dealcli.characters import UNSEEN
from dealcli.page import Page
from dealcli.renderers import svg, svg_elements
from dealcli.renderers.charting.drawing import Edge
from dealcli.renderers.charting.plain_text import PlainText, parts_of, text_of
from dealcli.renderers.charting.words import Piece
from dealcli.renderers.symbols import SHAPES
from dealcli.report import (
    MARKS,
    Box,
    Chart,
    Citation,
    Link,
    Report,
    Row,
    Run,
    Section,
    Table,
)

EVERY = pytest.mark.parametrize("name", CHARTS)
SVG = "{http://www.w3.org/2000/svg}"
FOURTH = Citation("found", (4,))


def picture(chart: Chart, *, style: bool = True) -> ET.Element:
    return ET.fromstring(svg.drawing(chart, style=style))


def said(root: ET.Element) -> str:
    """The text that is drawn, without spaces."""
    return "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).replace(" ", "")


def is_whole(chart: Chart, root: ET.Element) -> None:
    shown = said(root)
    details = [detail for box in chart.boxes for detail in box.details]
    texts = [*((Run(box.name),) for box in chart.boxes), *details]
    wanted = [text_of(text) for text in texts]
    wanted += [part for link in chart.links for part in parts_of(link)]
    for text in wanted:
        assert text.replace(" ", "") in shown


@EVERY
def test_every_word_is_text(name):
    is_whole(CHARTS[name], picture(CHARTS[name]))


@given(any_chart())
def test_any_chart(chart):
    root = picture(chart)
    is_whole(chart, root)
    assert not UNSEEN.search("".join(root.itertext()))


@EVERY
def test_every_name_is_whole_where_a_pointer_rests(name):
    titles = {title.text for title in picture(CHARTS[name]).iter(f"{SVG}title")}
    assert {PlainText().shown(box.name) for box in CHARTS[name].boxes} <= titles


@EVERY
def test_it_is_told_in_words(name):
    root = picture(CHARTS[name])
    assert root.get("role") == "img"
    told = root.findtext(f"{SVG}desc") or ""
    for link in CHARTS[name].links:
        assert text_of(link.label) in told


@EVERY
def test_nothing_of_the_data_is_markup_and_nothing_is_fetched(name):
    text = svg.drawing(CHARTS[name], style=True)
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(text).iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "text", "tspan"}
    attributes = {key for element in ET.fromstring(text).iter() for key in element.attrib}
    assert not attributes & {"style", "href", "onload", "id"}
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_without_a_style_for_a_page_that_has_one():
    plain = svg.drawing(CHARTS["deal"], style=False)
    assert "<style" not in plain
    assert 'class="ground"' not in plain
    assert svg.stylesheet() in svg.drawing(CHARTS["deal"], style=True)


def test_a_record_is_named_where_it_is_known():
    boxes = (Box("a", "party", "A", record="/parties/0"), Box("b", "company", "B"))
    root = picture(Chart("", "", boxes, (Link("a", "b", "share", record="/holdings/0"),)))
    found = [group.get("data-record") for group in root.iter(f"{SVG}g")]
    assert sorted(filter(None, found)) == ["/holdings/0", "/parties/0"]


def test_lines_and_boxes_tell_what_is_implied_and_how_firm_they_are():
    root = picture(CHARTS["deal"])
    looks = Counter(group.get("class") for group in root.iter(f"{SVG}g"))
    assert looks["line dotted planned"] == looks["line dotted conditional"] == 1
    assert looks["line dashed planned"] == looks["line dashed conditional"] + 1 == 3
    assert looks["flow dashed planned"] == 1
    assert looks["party"] == 2
    assert looks["company dashed planned"] == looks["company dashed conditional"] == 1
    assert looks["facility dashed planned"] == 2
    samples = [path.get("class") for path in root.findall(f"{SVG}g[@class='key']/{SVG}path")]
    assert samples == ["dashed", "dotted", "flow", "head"]
    implied = [tspan.text for tspan in root.iter(f"{SVG}tspan") if tspan.get("class") == "implied"]
    assert implied == ["(implied)", "(implied)"]


def test_a_line_hops_over_one_that_goes_down():
    across, down = Edge((), (((0, 2), (4, 2)),)), Edge((), (((2, 0), (2, 4)),))
    assert svg_elements.hops_of([across, down]) == {(20, 45)}
    assert '<path d="M4 45L16 45M24 45L36 45"/>' in svg_elements.edge(across, {(20, 45)})
    assert 'class="hop" d="M16 45a4 4 0 0 1 8 0"' in svg_elements.edge(across, {(20, 45)})
    assert "hop" not in svg_elements.edge(down, {(20, 45)})
    for end in (((2, 2), (2, 4)), ((4, 0), (4, 4)), ((2, 3), (2, 4))):
        assert not svg_elements.hops_of([across, Edge((), (end,))])
    assert not svg_elements.hops_of([Edge((), (*across.paths, *down.paths))])


def test_crossings_of_a_chart_hop():
    paths = [path.get("class") for path in picture(CHARTS["deal"]).iter(f"{SVG}path")]
    assert paths.count("hop") == 1


def test_each_record_beside_a_line_is_named():
    boxes = tuple(Box(name, "party", name) for name in "ab")
    links = tuple(
        Link("a", "b", "flow", (Run(what),), record=f"/terms/{at}")
        for at, what in enumerate(("cells", "packs"))
    )
    root = picture(Chart("", "", boxes, links))
    told = {
        group.get("data-record"): "".join(group.itertext()).strip()
        for group in root.iter(f"{SVG}g")
        if group.get("data-record")
    }
    assert told == {"/terms/0": "cells", "/terms/1": "packs"}


def test_parties_that_nothing_is_linked_to_are_named_in_one_line():
    named = Box("b", "party", "Birch", ((Run("bank"),),), "planned", FOURTH)
    root = picture(Chart("", "", (Box("a", "party", "Alder"),), (), (named,)))
    assert "Alsonamed:Birch(bank,planned)¶4" in said(root)
    assert not signs(root)
    assert len(root.findall(f".//{SVG}rect")) == 1 + 1  # and the ground


def test_a_chart_that_would_be_too_broad_is_a_tree():
    made = Chart(
        "",
        "",
        tuple(Box(f"b{at}", "party", f"Box {at}") for at in range(60)),
        tuple(Link(f"b{at}", f"b{at + 30}", "share", (Run("7%"),)) for at in range(30)),
    )
    root = picture(made)
    assert int(root.get("width") or 0) < 1000
    looks = Counter(group.get("class") for group in root.iter(f"{SVG}g"))
    assert looks["bare"] == 60
    assert all(path.get("d") for path in root.iter(f"{SVG}path"))
    is_whole(made, root)


def signs(root: ET.Element) -> list[ET.Element]:
    """The signs of firmness."""
    return [one for one in root.iter(f"{SVG}g") if (one.get("class") or "").startswith("sign ")]


def test_signs_are_shapes_with_their_words_and_no_characters():
    root = picture(CHARTS["deal"])
    assert not set(said(root)) & {mark.sign for mark in MARKS.values()}
    drawn = signs(root)
    assert {one.get("class") for one in drawn} == {"sign planned", "sign conditional"}
    for one in drawn:
        key = (one.get("class") or "").removeprefix("sign ")
        assert (one.get("role"), one.findtext(f"{SVG}title")) == ("img", MARKS[key].word)
        paths = [(path.get("class"), path.get("d")) for path in one.iter(f"{SVG}path")]
        assert paths == list(SHAPES[key])


def test_there_is_a_shape_for_every_sign():
    assert SHAPES.keys() == MARKS.keys()


def test_a_sign_is_before_the_words_beside_a_line_and_has_its_word_in_a_box():
    boxes = (Box("a", "party", "A"), Box("b", "company", "B", firmness="conditional"))
    link = Link("a", "b", "share", (Run("90%"),), firmness="planned", citation=FOURTH)
    root = picture(Chart("", "", boxes, (link,)))
    company, share, *_ = signs(root)
    texts = [
        ("".join(text.itertext()), text.get("x"), text.get("y")) for text in root.iter(f"{SVG}text")
    ]
    for sign, words in ((share, "90% ¶4"), (company, "conditional")):
        x, y = map(int, re.findall(r"\d+", sign.get("transform") or ""))
        assert (words, str(x + svg_elements.SIGN), str(y + svg_elements.BASE - 3)) in texts


def test_a_sign_and_its_word_are_in_the_middle_of_a_box():
    chart = Chart("", "", (Box("a", "company", "A", firmness="planned"),), ())
    root = picture(chart)
    (box,) = [one for one in root.iter(f"{SVG}rect") if one.get("rx")]
    sign = int(re.findall(r"\d+", signs(root)[0].get("transform") or "")[0])
    end = sign + svg_elements.SIGN + svg_elements.width((Piece("planned", "plain"),))
    left, width = int(box.get("x") or 0), int(box.get("width") or 0)
    assert abs((sign - left) - (left + width - end)) <= 1


def test_text_that_might_be_too_wide_is_fitted():
    wide = Chart("", "", (Box("a", "party", "W" * 30),), ())
    assert [text.get("textLength") for text in picture(wide).iter(f"{SVG}text")] == ["248"]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def schemes() -> list[dict[str, str]]:
    light, dark = svg.stylesheet().split("@media", 1)[0], svg.stylesheet().split("@media", 1)[1]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in (light, dark)]


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast(scheme):
    colours = schemes()[scheme]
    assert set(colours) == set(schemes()[0])
    grounds = [colours[name] for name in ("ground", "party", "company", "facility")]
    for name in set(colours) - {"ground", "party", "company", "facility", "facility-edge"}:
        for ground in grounds:
            high, low = sorted((luminance(colours[name]), luminance(ground)), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (name, ground)


def test_a_page_without_a_chart_says_so():
    table = Table("", (Row(((Run("x has no structure."),),)),))
    page = Page(id="a-deal", report=Report("Structure chart", (), (Section((table,)),)))
    root = ET.fromstring(svg.render(page, io.StringIO()))
    assert said(root) == "Structurechartxhasnostructure."
