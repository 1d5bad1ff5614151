"""The registry of formats, and one page that goes through all of them: nothing of it is lost."""

import html
import io
import re

import pytest
from reading import SAMPLE, read
from viewing import VIEWS, Given

from dealcli.page import Page
from dealcli.renderers import FORMATS, renderer
from dealcli.report import (
    MARKS,
    Backing,
    Bar,
    Box,
    Chart,
    Citation,
    Group,
    Link,
    Mention,
    Original,
    Reason,
    Report,
    Row,
    Section,
    Side,
    SideBySide,
    Span,
    Stretch,
    Table,
    plain,
    strong,
)

ROLES = ("plain", "strong", "dim", "quote", "implied", "passage", "set-aside", "unaccounted")
FOUND = Citation("found", (1, 4), words=("wordcited",))
CHART = Chart(
    "",
    "worddescription",
    (
        Box("a", "party", "wordparty", (plain("wordlisting"),), "stated", FOUND),
        Box("b", "company", "wordventure", (), "planned", FOUND),
        Box("c", "facility", "wordplant", (plain("wordstatus"),), "conditional"),
    ),
    (
        Link("a", "b", "share", plain("wordstated"), False, "stated", FOUND),
        Link("a", "b", "share", (Span("wordimplied", "implied"),), True, "planned"),
        Link("b", "c", "facility"),
        Link("a", "b", "flow", plain("wordsupply"), False, "aspiration"),
    ),
)
REPORT = Report(
    "wordtitle",
    (Row((plain("wordplace"),), "", FOUND, "/"),),
    (
        Section(
            (
                Table(
                    "wordlabel",
                    tuple(
                        Row(
                            (strong(f"wordname{n}"), Bar(0.0, 0.9, 0.1), plain(f"wordmore{n}")), key
                        )
                        for n, key in enumerate(MARKS)
                    ),
                ),
                SideBySide(
                    "wordbeside",
                    (
                        Group("wordleft", (Row((plain("wordin"),), "", FOUND, "/a/0"),)),
                        Group("wordright", (Row((plain("wordout"),)),)),
                    ),
                ),
            )
        ),
        Section(
            (
                Table(
                    "", tuple(Row(((Span(f"wordrole{n}", role),),)) for n, role in enumerate(ROLES))
                ),
            ),
            Row((strong("wordsection"),), "stated", FOUND, "/b/0"),
        ),
        Section((CHART,)),
    ),
    (plain("wordfooter"),),
)
BACKING = Backing(
    originals=(
        Original(
            "/sources/0",
            plain("wordsource"),
            (
                (
                    Stretch("wordstretch "),
                    Stretch("wordaside", "set-aside", "wordwhy", "/set_aside/0"),
                ),
            ),
            (Mention("/a/0", "/a/0/quote", "wordmention", 0, 0),),
        ),
    ),
    sides=(Side("wordalpha", frozenset({"/a/0"})), Side("wordbeta", frozenset({"/b/0"}))),
    reasons=(Reason("/b/0", "wordbecause"),),
)
WORD = re.compile(r"word(?!s\b)[a-z0-9]+")


def said(value: object) -> set[str]:
    """Every word of a report, or of what stands behind it."""
    return set(WORD.findall(repr(value)))


PAGE = Page({"id": "a-deal", "words": sorted(said(REPORT))}, lambda: REPORT, lambda: BACKING)
WANTED = {
    "table": said(REPORT) - {"wordcited", "worddescription"},
    "json": said(REPORT),
    "markdown": said(REPORT),
    "html": said(REPORT) | said(BACKING),
    "svg": said(CHART) - {"wordcited"},
    "mermaid": said(CHART) - {"wordcited"},
    "dot": said(CHART) - {"wordcited"},
}


def rendered(name: str) -> str:
    return renderer(name)(PAGE, io.TextIOWrapper(io.BytesIO(), "utf-8"))


@pytest.mark.parametrize("name", FORMATS)
def test_one_page_goes_through_every_format_whole(name):
    text = html.unescape(rendered(name))
    found = {word.casefold() for word in WORD.findall(text.casefold())}
    assert WANTED[name] <= found


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_ends_its_lines_and_shows_what_cannot_be_seen(name):
    text = rendered(name)
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("name", ["table", "markdown", "html", "svg", "mermaid", "dot"])
def test_every_firmness_of_a_drawn_thing_has_its_sign(name):
    text = rendered(name)
    for key in {box.firmness for box in CHART.boxes} | {link.firmness for link in CHART.links}:
        assert not key or MARKS[key].sign in text


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_renders_a_page_of_a_deal(name):
    page = VIEWS["chart"].page(Given(read(SAMPLE)))
    text = renderer(name)(page, io.TextIOWrapper(io.BytesIO(), "utf-8"))
    assert "Sample" in text
    assert text.endswith("\n")


def test_a_format_that_is_not_there():
    with pytest.raises(KeyError):
        renderer("telepathy")
