"""How each piece looks: what differs in how firm it is never looks alike, coloured or not."""

from decimal import Decimal

import pytest
from generating import ODD, TEXTS
from hypothesis import given
from hypothesis import strategies as st

from dealcli.characters import UNSEEN, visible
from dealcli.model import Basis, Firmness
from dealcli.quotation import nested
from dealcli.renderers.grid import Line, written
from dealcli.renderers.theme import Theme
from dealcli.report import MARKS, Bar, Citation, Role, Row, Run, State

DRAWN, ASCII = Theme("utf-8"), Theme("ascii")
ZERO, HALF = Decimal(0), Decimal("0.5")
BOTH = pytest.mark.parametrize("theme", [DRAWN, ASCII], ids=["drawn", "ascii"])


def words(kind: object) -> list[str]:
    return list(kind.__args__)  # type: ignore[attr-defined]


def told(line: Line) -> str:
    """A line without its styles."""
    return "".join(segment.text for segment in written(line))


def colours(line: Line) -> set[object]:
    return {segment.style.color for segment in line if segment.style}


def citation(theme: Theme, given: Citation | None, outer: Citation | None = None) -> str:
    around = Row((), "", outer, "/outer") if outer else None
    return told(theme.citation(Row((), "", given, "/record", around)))


def bar_of(theme: Theme, bar: Bar, width: int = 20) -> str:
    return told(theme.bar(bar, "planned", width))


def test_there_is_a_sign_for_each_firmness_and_for_nothing_else():
    assert list(MARKS) == words(Firmness)


@BOTH
def test_how_firm_a_row_is_has_a_sign_and_a_word_of_its_own(theme):
    marks = [told(theme.firm(firmness)) for firmness in MARKS]
    assert len({mark.partition(" ")[0] for mark in marks}) == len(MARKS)
    assert [mark.partition(" ")[2] for mark in marks] == [mark.word for mark in MARKS.values()]
    assert len({mark.word for mark in MARKS.values()}) == len(MARKS)
    assert theme.firm("") == []


@BOTH
def test_the_word_needs_no_colour(theme):
    for firmness in MARKS:
        sign, word = theme.firm(firmness)
        assert sign.style.color
        assert word.style is None


def test_colour_says_how_firm_something_is_and_nothing_else():
    for role in words(Role):
        assert colours(DRAWN.line((Run("text", role),))) <= {None}
    assert colours([*DRAWN.heading("a"), *DRAWN.label("b")]) == {None}
    assert DRAWN.style("cited").color is None
    assert colours(DRAWN.bar(Bar(Decimal("0"), Decimal("1")), "planned", 9)) == colours(
        DRAWN.firm("planned")
    )
    assert colours(DRAWN.bar(Bar(Decimal("0"), Decimal("1")), "", 9)) == set()


def test_ascii_signs_are_ascii():
    assert all(mark.ascii.isascii() and len(mark.ascii) == 1 for mark in MARKS.values())
    assert all(told(ASCII.firm(firmness)).isascii() for firmness in MARKS)
    assert citation(ASCII, Citation("found", (1, 2), 3)).isascii()


@BOTH
def test_no_two_citations_look_alike(theme):
    given_ = [
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
    assert len({citation(theme, one) for one in given_}) == len(given_)


FOUND = Citation("found", (1, 4))


@pytest.mark.parametrize(
    ("inner", "outer", "shown"),
    [
        (FOUND, None, " ¶1 4"),
        (FOUND, FOUND, ""),
        (Citation("found", (4,)), FOUND, ""),
        (Citation("found", (4, 5)), FOUND, " ¶4 5"),
        (Citation("found", (4,), 2), FOUND, " [2]¶4"),
        (
            Citation("found", (4,), 2),
            Citation("found", (1,), also=(Citation("found", (4,), 2),)),
            "",
        ),
        (Citation("missing"), Citation("missing"), " ¶!"),
        (Citation("missing"), FOUND, " ¶!"),
        (Citation("unverified"), Citation("unverified"), ""),
        (Citation("unverified"), FOUND, " ¶?"),
        (Citation("none"), None, ""),
        (Citation("none"), Citation("none"), ""),
        (Citation("none"), Citation("unverified"), ""),
        (Citation("none"), FOUND, " no quote"),
        (None, FOUND, ""),
    ],
)
def test_a_row_cites_what_the_row_it_is_part_of_does_not(inner, outer, shown):
    assert citation(DRAWN, inner, outer) == shown


def test_a_short_citation_is_not_parted_from_its_text():
    assert " " not in "".join(one.text for one in DRAWN.citation(Row((), "", FOUND)))
    long = Citation("found", tuple(range(1, 9)))
    assert " " in "".join(one.text for one in DRAWN.citation(Row((), "", long)))


@BOTH
@pytest.mark.parametrize("basis", [*words(Basis), None])
def test_only_a_stated_share_is_drawn_with_the_solid_sign(theme, basis):
    """A share of which nothing is known but how firm it would be is not firm."""
    drawn = bar_of(theme, Bar(ZERO, HALF, ZERO, implied=basis != "stated"))
    assert drawn == (theme.solid if basis == "stated" else theme.soft) * 10


@BOTH
def test_the_solid_sign_and_the_other_differ(theme):
    assert theme.solid != theme.soft
    assert not {theme.solid, theme.soft} & {told(theme.firm(firmness))[0] for firmness in MARKS}


shares = st.decimals(0, 1, allow_nan=False, places=20)


@given(shares, shares, shares, st.booleans(), st.integers(1, 120))
def test_a_bar_is_never_longer_than_its_share(start, solid, soft, implied, width):
    solid = min(solid, 1 - start)
    soft = min(soft, 1 - start - solid)
    for theme in (DRAWN, ASCII):
        drawn = bar_of(theme, Bar(start, solid, soft, implied), width)
        assert len(drawn) <= width
        assert set(drawn) <= {" ", theme.soft} | (set() if implied else {theme.solid})
        assert abs(drawn.count(theme.solid) - (0 if implied else solid * width)) <= 1
        assert abs(len(drawn.strip()) - (solid + soft) * width) <= 1
        assert drawn.find(theme.soft) == -1 or drawn.rfind(theme.solid) < drawn.find(theme.soft)


@BOTH
def test_an_implied_share_differs_without_colour_and_in_words(theme):
    (stated,), (implied,) = (
        theme.line((Run("stated", "usual"),)),
        theme.line((Run("implied", "implied"),)),
    )
    assert stated.text != implied.text
    assert stated.style != implied.style


ROWS = [
    Row((Bar(Decimal("0"), Decimal("0.9")),), "planned", Citation("found", (1,))),
    Row(((Run("no bar"),),), "", Citation("none")),
]


@BOTH
def test_the_legend_explains_what_has_no_word_beside_it(theme):
    sign = MARKS["planned"].sign if theme is DRAWN else MARKS["planned"].ascii
    paragraph = f"{theme.paragraph} paragraph of the source"
    unquoted = f"no {theme.paragraph}: nothing quoted"
    assert list(map(told, theme.legend(ROWS))) == [paragraph, unquoted]
    assert list(map(told, theme.legend(ROWS, hinted=True))) == [unquoted]
    assert list(map(told, theme.legend(ROWS[1:]))) == ["nothing quoted"]
    assert list(map(told, theme.legend([], ROWS))) == [f"{sign} planned", paragraph]
    assert theme.legend([]) == []


@BOTH
def test_the_legend_tells_all_signs_apart(theme):
    charted = [Row((), firmness) for firmness in MARKS]
    rows = [Row((), "", Citation(state, (1,))) for state in words(State)]
    signs = [told(entry).partition(" ")[0] for entry in theme.legend(rows, charted)]
    assert len(set(signs)) == len(signs) == len(MARKS) + len(words(State))


@BOTH
def test_the_legend_is_not_faint(theme):
    for entry in theme.legend(ROWS):
        assert not any(segment.style and segment.style.dim for segment in entry)


def test_words_of_a_source_stand_in_quotation_marks():
    assert told(DRAWN.line((Run('a "b"', "quote"),))) == "“a 'b'”"
    assert told(ASCII.line((Run("a “b”", "quote"),))) == "\"a 'b'\""


@pytest.mark.parametrize("role", words(Role))
@pytest.mark.parametrize("text", ODD)
def test_text_never_acts(text, role):
    """Not as markup, not as an emoji's name, not as a terminal's escape."""
    line = told(DRAWN.line((Run(text, role),)))
    assert not UNSEEN.search(line)
    assert set("\t\r\n").isdisjoint(line)
    before, after = told(DRAWN.line((Run("\0", role),))).split("\\x00")
    words = nested(text) if role == "quote" else text
    assert visible(words).split() == line.removeprefix(before).removesuffix(after).split()


@given(TEXTS)
def test_a_label_never_acts(text):
    assert not UNSEEN.search(told([*DRAWN.label(text), *DRAWN.heading(text)]))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "koi8-r", "unknown"])
def test_signs_are_ascii_where_the_encoding_lacks_any_of_them(encoding):
    assert not Theme(encoding).drawn


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "UTF8", "gb18030"])
def test_signs_are_drawn_where_the_encoding_has_them(encoding):
    assert Theme(encoding).drawn


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_character_that_the_encoding_lacks_is_measured_as_it_is_written(encoding):
    """What is laid out is what arrives, so that no line grows after it was measured."""
    told(Theme(encoding).line((Run("山茱萸 \xd7 電池"),))).encode(encoding)


def test_separators_are_written_in_ascii_too():
    spans = (Run("Kandi"), Run(" · ", "separator"), Run("é"), Run("→ ", "separator"))
    assert told(Theme("ascii").line(spans)) == "Kandi - \\xe9-> "
    assert told(Theme("utf-8").line(spans)) == "Kandi · é→ "


def test_details_are_faint_where_they_may_be_passed_over():
    (plain_, bold) = DRAWN.line((Run("a"), Run("b", "strong")), faint=True)
    assert plain_.style.dim
    assert not bold.style.dim
