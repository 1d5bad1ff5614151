"""The registry of formats, and one page that goes through all of them: nothing of it is lost."""

import html
import io
import re
from decimal import Decimal

import pytest
from reading import SAMPLE, read
from viewing import VIEWS, Given

from dealcli.page import Page
from dealcli.renderers import FORMATS, renderer
from dealcli.renderers.symbols import SHAPES
from dealcli.report import (
    MARKS,
    Appendix,
    Bar,
    Box,
    Chart,
    Citation,
    Column,
    Group,
    Hints,
    Link,
    Mention,
    PartyFilter,
    Reason,
    Report,
    Row,
    Run,
    Section,
    Segment,
    Shares,
    SideBySide,
    SourceView,
    Table,
    plain,
    strong,
)

ROLES = ("plain", "strong", "dim", "quote", "implied", "passage", "set-aside", "unaccounted")
BAR = Bar(Decimal(0), Decimal("0.9"), Decimal("0.1"))
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
        Link("a", "b", "share", (Run("wordimplied", "implied"),), True, "planned"),
        Link("b", "c", "facility"),
        Link("a", "b", "flow", plain("wordsupply"), False, "aspiration"),
    ),
)
PAID = Row((plain("wordgiver"), plain("wordamount")), "planned", FOUND, "/p")
VENTURE = Row((strong("wordcompany"), plain("wordpurpose")), "planned", FOUND, "/v")
HELD = Row(
    (
        plain("wordholder"),
        plain("wordshare"),
        Bar(Decimal("0.0"), Decimal("0.9"), Decimal("0.1"), implied=True),
        (Run("wordbasis", "implied"),),
        plain("wordremark"),
    ),
    "conditional",
    FOUND,
    "/v/0",
    VENTURE,
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
                        Row((strong(f"wordname{n}"), plain(f"wordmore{n}")), key)
                        for n, key in enumerate(MARKS)
                    ),
                ),
                Table("wordtable", (PAID,), (Column("First"), Column("Second", right=True)), 1),
                Shares("wordshares", (HELD, Row((plain("wordstep"),), outer=HELD)), VENTURE),
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
                    "", tuple(Row(((Run(f"wordrole{n}", role),),)) for n, role in enumerate(ROLES))
                ),
            ),
            Row((strong("wordsection"),), "stated", FOUND, "/b/0"),
        ),
        Section((CHART,)),
        Section((Hints("wordhints", (plain("wordhint"),)),)),
    ),
    (plain("wordfooter"),),
)
HINTED = {"wordhints", "wordhint"}
BACKING = Appendix(
    source_views=(
        SourceView(
            "/sources/0",
            plain("wordsource"),
            (
                (
                    Segment("wordstretch "),
                    Segment("wordaside", "set-aside", "wordwhy", "/set_aside/0"),
                ),
            ),
            (Mention("/a/0", "/a/0/quote", "wordmention", 0, 0),),
        ),
    ),
    party_filters=(
        PartyFilter("wordalpha", frozenset({"/a/0"})),
        PartyFilter("wordbeta", frozenset({"/b/0"})),
    ),
    reasons=(Reason("/b/0", "wordbecause"),),
)
WORD = re.compile(r"word(?!s\b)[a-z0-9]+")


def said(value: object) -> set[str]:
    """Every word of a report, or of what stands behind it."""
    return set(WORD.findall(repr(value)))


PAGE = Page(
    id="a-deal",
    document={"words": sorted(said(REPORT))},
    report=REPORT,
    appendix=BACKING,
    chart=None,
)
WANTED = {
    "table": said(REPORT) - {"wordcited", "worddescription", "wordfooter"},
    "json": said(REPORT),
    "markdown": said(REPORT) - HINTED,
    "html": (said(REPORT) | said(BACKING)) - HINTED,
    "svg": said(CHART) - {"wordcited"},
    "mermaid": said(CHART) - {"wordcited"},
    "dot": said(CHART) - {"wordcited"},
}


def rendered(name: str) -> str:
    parts = {part: getattr(PAGE, part) for part in FORMATS[name].parts}
    return renderer(name)(Page(id=PAGE.id, **parts), io.TextIOWrapper(io.BytesIO(), "utf-8"))


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
        shapes = SHAPES[key] if key and name in ("html", "svg") else ()
        assert not key or shapes or MARKS[key].sign in text
        assert all(f'd="{path}"' in text for _, path in shapes)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_renders_a_page_of_a_deal(name):
    page = VIEWS["chart"].page(Given(read(SAMPLE)), FORMATS[name].parts)
    text = renderer(name)(page, io.TextIOWrapper(io.BytesIO(), "utf-8"))
    assert "Sample" in text
    assert text.endswith("\n")


def test_a_format_that_is_not_there():
    with pytest.raises(KeyError):
        renderer("telepathy")
