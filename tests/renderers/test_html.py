"""The page as markup: every record has an anchor, every link leads somewhere, text is text."""

import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from generating import deals
from hypothesis import given
from reading import HEAD, SAMPLE, read
from running import DEALS, ROOT, deal
from viewing import VIEWS, Given, asked

from dealcli.characters import UNSEEN, visible
from dealcli.commands import PARTS
from dealcli.loading import DealFile, load
from dealcli.model import SetAside
from dealcli.nodes import PartNode, walk
from dealcli.page import Page
from dealcli.quotation import nested
from dealcli.renderers import FORMATS, html
from dealcli.report import (
    MARKS,
    Appendix,
    Bar,
    Group,
    Report,
    Row,
    Run,
    Section,
    SideBySide,
    plain,
    rows_of,
)

NEEDED = FORMATS["html"].parts
ALL = ["data/deal.yaml", *map(deal, DEALS)]
HOSTILE = [
    "<script>x()</script>", "javascript:x()", "\" onclick='x()'", "</style><b>", "&lt;b&gt;",
    "{{ 7 * 7 }}", "{% raw %}", "]]>", "<!--", "'><img src=x onerror=x()>",
    "</title><svg onload=x()>",
]  # fmt: skip


DRAWN = {"g", "rect", "path", "text", "tspan"}


class Markup(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.told: list[tuple[str, str]] = []
        self.within = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.within = tag
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        self.within = ""

    def handle_data(self, data):
        self.told.append((self.within, data))

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [one[name] or "" for _, one in self.tags if name in one]

    def inside(self, tag: str) -> str:
        """What stands in the elements of a kind."""
        return "".join(data for within, data in self.told if within == tag)

    @property
    def text(self) -> str:
        """Everything that is there to be read, white space folded."""
        told = (data for within, data in self.told if within not in ("style", "script"))
        return " ".join("".join(told).split())


VENTURE = """\
sources: [{id: release, title: Announcement}]
parties:
- {id: alpha, name: Alpha}
- {id: beta, name: Beta}
joint_ventures:
- id: venture
  name: Venture
  firmness: planned
  stakes:
  - {holder: alpha, percent: 90, basis: stated, firmness: planned}
  - {holder: beta, percent: 10, basis: implied, because: "it <i>is</i>", firmness: conditional}
"""


def page(file: DealFile, name: str = "summary", who: str | None = None) -> Markup:
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    page = VIEWS[name].page(file, NEEDED, asked(file.deal, who))
    return Markup(html.render(page, stream))


@pytest.mark.parametrize("path", ALL)
def test_every_record_has_one_anchor(path):
    file = load(str(ROOT / path))
    anchors = page(file).values("id")
    assert len(anchors) == len(set(anchors))
    texts = any(text.release for text in file.texts.values())
    for node in walk(PartNode("", file.deal)):
        shown = texts or not isinstance(node.part, SetAside)
        if hasattr(node.part, "quote") and node.address and shown:
            assert node.address in anchors


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", ALL)
def test_every_link_leads_to_a_place_in_the_page(path, name):
    made = page(load(str(ROOT / path)), name)
    links = [href for href in made.values("href") if href != "data:,"]
    assert {href[:1] for href in links} <= {"#"}
    assert {href[1:] for href in links} <= set(made.values("id"))


@pytest.mark.parametrize("path", ALL)
def test_every_row_is_there_with_its_words(path):
    file = load(str(ROOT / path))
    for name in PARTS:
        shown = page(file, name).text.replace(" ", "")
        for row in rows_of(VIEWS[name].page(file, ["report"]).report):
            for cell in row.cells:
                if not isinstance(cell, Bar):
                    told = visible("".join(map(printed, cell)))
                    assert "".join(told.split()) in shown


def printed(run: Run) -> str:
    """The text of a run; the marks inside a quote alternate with those around it."""
    return nested(run.text) if run.role == "quote" else run.text


def test_nothing_but_its_own_style_and_script_is_let_in():
    made = page(Given(read(SAMPLE)))
    policy = next(one for _, one in made.tags if one.get("http-equiv"))["content"]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(sha256(made.inside(tag).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not {"src", "style", "action", "srcset"} & {key for _, one in made.tags for key in one}
    assert [one["href"] for tag, one in made.tags if tag == "link"] == ["data:,"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_deal_is_text(text):
    plain = page(Given(hostile("T")))
    made = page(Given(hostile(text)))
    for one in (made, plain):  # of a chart's lines there are as many as its words need
        one.tags = [(tag, told) for tag, told in one.tags if tag not in DRAWN]
    assert [tag for tag, _ in made.tags] == [tag for tag, _ in plain.tags]
    assert [list(one) for _, one in made.tags] == [list(one) for _, one in plain.tags]
    assert made.inside("h1") == text
    assert made.inside("title").startswith(text)


def hostile(text: str):
    """A deal that says the same wherever it says something."""
    said_ = text.replace("'", "''")
    return read(
        f"format: 1\nid: a-deal\ntitle: '{said_}'\nnote: '{said_}'\n"
        f"sources: [{{id: one, title: '{said_}'}}]\n"
        f"parties: [{{id: alpha, name: '{said_}', role: '{said_}', quote: '{said_}'}}, "
        f"{{id: beta, name: '{said_}'}}]\n"
        f"joint_ventures: [{{id: jv, name: '{said_}', stakes: [{{holder: alpha, percent: 50, "
        f"basis: implied, because: '{said_}'}}]}}]\n"
        f"caveats: [{{id: c, kind: timing, text: '{said_}', quote: '{said_}'}}]\n"
    )


@given(deals())
def test_any_deal_is_a_whole_page(deal_):
    made = page(Given(deal_))
    assert not UNSEEN.search(made.text)
    assert made.tags[0] == ("html", {"lang": "en"})
    assert len(made.values("id")) == len(set(made.values("id")))


def test_a_word_that_cannot_be_seen_is_shown_as_it_is_escaped():
    made = page(Given(read(f'{HEAD}note: "a\\u202eb"\n')))
    assert "a\\u202eb" in made.text


def test_a_source_has_one_anchor_above_its_text():
    made = page(Given(read(f"{HEAD}sources: [{{id: a, title: A}}, {{id: b, title: B}}]\n")))
    places = [tag for tag, one in made.tags if one.get("id", "").startswith("/sources/")]
    assert places == ["h2", "h2"]


def test_a_page_without_a_source_has_no_place_for_one():
    made = page(Given(read(HEAD)))
    assert "source" not in made.values("id")
    assert made.inside("script") == ""


def test_every_firmness_has_a_sign_that_is_drawn():
    made = page(Given(read(SAMPLE)))
    symbols = [one["id"] for tag, one in made.tags if tag == "symbol"]
    assert symbols == [f"sign-{key}" for key in MARKS]


def test_the_legend_has_what_occurs():
    assert legend(SAMPLE) == [
        "planned", "stated share", "implied or not stated", "not yet a fact",
        "supply, right or payment",
        "¶? no source text to find the words in",
    ]  # fmt: skip
    assert legend(HEAD) == []


def test_a_figure_of_a_facility_is_indented_below_it():
    text = (
        "facilities: [{id: a, name: A, firmness: stated,"
        " capacity: [{exact: 2, unit: GWh, firmness: planned}]}]"
    )
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    made = html.render(VIEWS["summary"].page(Given(read(HEAD + text)), NEEDED), stream)
    assert '<tr class="depth-1" data-record="/facilities/0/capacity/0"' in made


def test_nothing_parts_a_cell_without_words_from_the_next():
    stakes = "stakes: [{holder: a, class: voting}]"
    text = HEAD + f"parties: [{{id: a, name: A}}]\njoint_ventures: [{{id: v, name: V, {stakes}}}]"
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    made = html.render(VIEWS["summary"].page(Given(read(text)), NEEDED), stream)
    assert "<td>voting</td>" in made
    assert '<span class="separator"> · </span></td>' not in made


def test_the_legend_has_the_kinds_of_bars_that_occur():
    shares = HEAD + (
        "parties: [{id: a, name: A}]\n"
        "joint_ventures: [{id: one, name: One, stakes: [{holder: a, percent: %s}]}]"
    )
    stated, implied = "40, basis: stated", "40, basis: implied, because: it is"
    assert legend(shares % stated)[:1] == ["stated share"]
    assert legend(shares % implied)[:1] == ["implied or not stated"]
    assert legend(shares % "{up_to: 40}, basis: stated")[:1] == ["implied or not stated"]
    assert legend(shares % "{from: 20, to: 40}, basis: stated")[:2] == [
        "stated share",
        "implied or not stated",
    ]


def legend(text: str) -> list[str]:
    """The entries of the legend of a deal's page."""
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    made = html.render(VIEWS["summary"].page(Given(read(text)), NEEDED), stream)
    entries = made.partition('aria-label="Legend">')[2].partition("</ul>")[0].split("<li")[1:]
    return [" ".join(re.sub("<[^>]*>", "", f"<li{one}").split()) for one in entries]


def test_a_share_that_is_implied_has_its_reason_at_its_anchor():
    made = page(Given(read(HEAD + VENTURE)))
    reasons = {one["id"]: one["data-because"] for _, one in made.tags if "data-because" in one}
    assert reasons == {"/joint_ventures/0/stakes/1": "it <i>is</i>"}
    leading = [one["href"] for _, one in made.tags if one.get("class") == "cite"]
    assert set(leading) == {"#/joint_ventures/0/stakes/1"}


def test_firmness_is_in_words_where_it_is_not_that_of_the_record_around():
    """The venture is planned, as is one stake; the other stake is conditional."""
    made = page(Given(read(HEAD + VENTURE)), "jv")
    words = {"firm": [], "unseen": []}
    for tag, one in made.tags:
        if tag == "span" and one.get("class") in words:
            words[one["class"]].append(one)
    assert len(words["unseen"]) == 1
    signs = [one["href"] for tag, one in made.tags if tag == "use"]
    assert signs == [
        "#sign-planned", "#sign-conditional",  # of the legend
        "#sign-planned", "#sign-conditional",
    ]  # fmt: skip


def test_a_part_without_records_is_left_out():
    made = page(Given(read(HEAD + VENTURE)))
    headings = made.inside("h2")
    assert "Joint ventures" in headings
    assert "Facilities" not in headings


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Alpha", ["Alpha"]),
        ("x" * html.LONG, ["x" * html.LONG]),
        ("<" * (html.LONG + 1), ["&lt;" * 6] * 4 + ["&lt;"]),
        ("a b " + "Ä" * 26, ["a b " + "Ä" * 6, "Ä" * 6, "Ä" * 6, "Ä" * 6, "ÄÄ"]),
        ("ab " * 20, ["ab " * 20]),
        ("電" * 40, ["電" * 40]),
    ],
)
def test_only_a_long_word_may_break(text, pieces):
    assert html.breakable(text) == "<wbr>".join(pieces)


def test_a_record_has_one_citation_in_each_part_of_the_page():
    plant = "facilities: [{id: plant, name: Plant, status: announced, quote: the plant}]\n"
    file = Given(read(HEAD + "sources: [{id: release, title: R}]\n" + plant), "Here is the plant.")
    made = page(file)
    rows = [one for tag, one in made.tags if tag == "tr" and one.get("data-record")]
    assert [one["data-record"] for one in rows].count("/facilities/0") == 1
    cites = [one for _, one in made.tags if one.get("class") == "cite"]
    assert len(cites) == 3  # in the summary, of the record and of its words


NAME, MORE, BAR = plain("name"), plain("more"), Bar(0.0, 0.9)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([[NAME]], [[1]]),
        ([[NAME, MORE]], [[2]]),
        ([[NAME, MORE], [NAME]], [[2], [1]]),
        ([[NAME, MORE], [NAME, MORE]], [[1, 1], [1, 1]]),
        ([[NAME, MORE, MORE], [NAME, MORE]], [[1, 1, 1], [2]]),
        ([[NAME, MORE, BAR, MORE, MORE], [NAME]], [[1, 1, 1, 2], [1]]),
        ([[NAME, MORE, BAR, (), MORE]], [[1, 1, 1, 1]]),
        ([[NAME, MORE, BAR, ()]], [[1, 1, 1, 0]]),
    ],
)
def test_cells_that_belong_together_are_one_cell_of_the_table(rows, cells):
    """Details stay with a name unless they have a column; so does what follows a bar."""
    layout, given_ = html._Layout, tuple(Row(tuple(one)) for one in rows)
    columns = layout.columns(given_)
    assert [[len(parts) for parts in layout.cells(row, columns)] for row in given_] == cells


def test_tables_side_by_side_have_the_same_columns():
    row = Row((NAME, MORE))
    groups = (Group("one", (row, row)), Group("other", (row,)))
    report = Report("", (), (Section((SideBySide("", groups),)),))
    made = Markup(html.render(Page(id="a-deal", report=report, appendix=Appendix()), io.StringIO()))
    cells = [tag for tag, one in made.tags if tag == "td" and "class" not in one]
    assert len(cells) == 6
