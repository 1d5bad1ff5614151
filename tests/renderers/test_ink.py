"""How each piece looks: what differs in how firm it is never looks alike, coloured or not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_deals import ODD, TEXTS
from rich.console import Console

from dealcli.characters import UNSEEN, visible
from dealcli.model import Basis, Firmness
from dealcli.renderers.ink import Ink
from dealcli.report import MARKS, Bar, Citation, Role, Row, Span, State

DRAWN, ASCII = Ink("utf-8"), Ink("ascii")
ZERO, HALF = Decimal(0), Decimal("0.5")
BOTH = pytest.mark.parametrize("ink", [DRAWN, ASCII], ids=["drawn", "ascii"])


def words(kind: object) -> list[str]:
    return list(kind.__args__)  # type: ignore[attr-defined]


def painted(renderable: object, width: int = 20) -> str:
    console = Console(
        width=width, force_terminal=True, color_system="truecolor", legacy_windows=False
    )
    with console.capture() as capture:
        console.print(renderable, end="")
    return capture.get()


def bar_of(ink: Ink, bar: Bar, width: int = 20) -> str:
    return "".join(segment.text for segment in ink.bar(bar).segments(width))


def test_there_is_a_sign_for_each_firmness_and_for_nothing_else():
    assert list(MARKS) == words(Firmness)


@BOTH
def test_no_two_firmnesses_have_one_sign(ink):
    signs = [ink.mark(Row((), firmness)).plain for firmness in MARKS]
    assert len(set(signs)) == len(MARKS)
    assert "" not in signs
    assert len({mark.word for mark in MARKS.values()}) == len(MARKS)


def test_ascii_signs_are_ascii():
    assert all(mark.ascii.isascii() and len(mark.ascii) == 1 for mark in MARKS.values())
    for row in (Row((), "stated", Citation("found", (1, 2), 3)), Row((), "", Citation("none"))):
        assert ASCII.mark(row).plain.isascii()


@BOTH
def test_a_row_without_a_firmness_has_no_sign(ink):
    signs = {ink.mark(Row((), firmness)).plain for firmness in MARKS}
    for state in words(State):
        assert not signs & set(ink.mark(Row((), "", Citation(state, (1,)))).plain)


@BOTH
def test_no_two_citations_look_alike(ink):
    told = [
        Citation("none"),
        Citation("missing"),
        Citation("unverified"),
        Citation("found", (1,)),
        Citation("found", (1, 2)),
        Citation("found", (12,)),
        Citation("found", (1,), 2),
        Citation("missing", (), 2),
        Citation("found", (1, 4), 1, (Citation("found", (3,), 2),)),
        Citation("unverified", (), 2),
    ]
    assert len({ink.mark(Row((), "", citation)).plain for citation in told}) == len(told)


@BOTH
@pytest.mark.parametrize("basis", [*words(Basis), None])
def test_only_a_stated_share_is_drawn_with_the_solid_sign(ink, basis):
    """A share of which nothing is known but how firm it would be is not firm."""
    drawn = bar_of(ink, Bar(ZERO, HALF, ZERO, implied=basis != "stated"))
    assert drawn == (ink.solid if basis == "stated" else ink.soft) * 10


@BOTH
def test_the_solid_sign_and_the_other_differ(ink):
    assert ink.solid != ink.soft
    assert not {ink.solid, ink.soft} & {ink.mark(Row((), firmness)).plain for firmness in MARKS}


shares = st.decimals(0, 1, allow_nan=False, places=20)


@given(shares, shares, shares, st.booleans(), st.integers(1, 120))
def test_a_bar_is_never_longer_than_its_share(start, solid, soft, implied, width):
    solid = min(solid, 1 - start)
    soft = min(soft, 1 - start - solid)
    for ink in (DRAWN, ASCII):
        drawn = bar_of(ink, Bar(start, solid, soft, implied), width)
        assert len(drawn) <= width
        assert set(drawn) <= {" ", ink.soft} | (set() if implied else {ink.solid})
        assert abs(drawn.count(ink.solid) - (0 if implied else solid * width)) <= 1
        assert abs(len(drawn.strip()) - (solid + soft) * width) <= 1
        assert drawn.find(ink.soft) == -1 or drawn.rfind(ink.solid) < drawn.find(ink.soft)


@BOTH
def test_an_implied_share_differs_without_colour_and_in_words(ink):
    stated, implied = ink.line((Span("stated"),)), ink.line((Span("implied", "implied"),))
    assert painted(stated) != painted(implied).replace("implied", "stated")


@BOTH
def test_the_legend_explains_what_occurs_and_nothing_else(ink):
    rows = [
        Row((Bar(ZERO, HALF),), "planned", Citation("found", (1,))),
        Row(((Span("no bar"),),), "", Citation("none")),
    ]
    told = [entry.plain.partition(" ") for entry in ink.legend(rows)]
    assert [(sign, word) for sign, _, word in told] == [
        (MARKS["planned"].sign if ink is DRAWN else MARKS["planned"].ascii, "planned"),
        (ink.solid, "stated share"),
        (ink.paragraph, "paragraph of the source"),
        ("-", "no words quoted"),
    ]
    assert ink.legend([]) == []


@BOTH
def test_the_legend_tells_all_signs_apart(ink):
    rows = [Row((Bar(ZERO, HALF, HALF),), firmness) for firmness in MARKS]
    rows += [Row((), "", Citation(state, (1,))) for state in words(State)]
    signs = [entry.plain.partition(" ")[0] for entry in ink.legend(rows)]
    assert len(set(signs)) == len(signs) == len(MARKS) + 2 + len(words(State))


@BOTH
@pytest.mark.parametrize(
    ("bar", "told"),
    [
        (Bar(ZERO, HALF), {"stated share"}),
        (Bar(ZERO, HALF, ZERO, implied=True), {"implied or not exact"}),
        (Bar(ZERO, ZERO, HALF), {"implied or not exact"}),
        (Bar(ZERO, HALF, HALF), {"stated share", "implied or not exact"}),
        (Bar(ZERO, ZERO), set()),
    ],
)
def test_the_legend_explains_the_bars_that_there_are(ink, bar, told):
    assert {entry.plain.partition(" ")[2] for entry in ink.legend([Row((bar,))])} == told


def test_words_of_a_source_stand_in_quotation_marks():
    assert DRAWN.line((Span('a "b"', "quote"),)).plain == '“a "b"”'
    assert ASCII.line((Span("a", "quote"),)).plain == '"a"'


@pytest.mark.parametrize("role", words(Role))
@pytest.mark.parametrize("text", ODD)
def test_text_never_acts(text, role):
    """Not as markup, not as an emoji's name, not as a terminal's escape."""
    line = DRAWN.line((Span(text, role),)).plain
    assert not UNSEEN.search(line)
    assert set("\t\r\n").isdisjoint(line)
    before, after = DRAWN.line((Span("\0", role),)).plain.split("\\x00")
    assert visible(text).split() == line.removeprefix(before).removesuffix(after).split()


@given(TEXTS)
def test_a_label_never_acts(text):
    assert not UNSEEN.search(DRAWN.label(text).plain)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "koi8-r", "unknown"])
def test_signs_are_ascii_where_the_encoding_lacks_any_of_them(encoding):
    assert not Ink(encoding).drawn


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "UTF8", "gb18030"])
def test_signs_are_drawn_where_the_encoding_has_them(encoding):
    assert Ink(encoding).drawn


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_character_that_the_encoding_lacks_is_measured_as_it_is_written(encoding):
    """What is laid out is what arrives, so that no line grows after it was measured."""
    line = Ink(encoding).line((Span("山茱萸 \xd7 電池"),))
    line.plain.encode(encoding)


def test_separators_are_written_in_ascii_too():
    spans = (Span("Kandi"), Span(" · ", "separator"), Span("é"), Span("→ ", "separator"))
    assert Ink("ascii").line(spans).plain == "Kandi - \\xe9-> "
    assert Ink("utf-8").line(spans).plain == "Kandi · é→ "
