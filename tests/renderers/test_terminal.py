"""A page at any width: everything on it, nothing that acts, no line too wide."""

import io
import os
import re
from collections import Counter
from decimal import Decimal
from itertools import chain
from unittest.mock import patch

import pytest
from generating import TEXTS, deals
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from reading import HEAD, read
from rich.cells import cell_len
from running import IN_COLOUR, environment, shown
from viewing import VIEWS, Given, one_row

from dealcli.commands import PARTS
from dealcli.page import Page
from dealcli.release import Release
from dealcli.renderers import terminal
from dealcli.renderers.grid import Line, written
from dealcli.renderers.theme import Theme
from dealcli.report import (
    MARKS,
    Bar,
    Citation,
    Column,
    Group,
    Hints,
    Report,
    Row,
    Run,
    Section,
    Shares,
    SideBySide,
    Table,
    joined,
    plain,
    rows_in,
    rows_of,
    strong,
)

TABLES = [name for name in PARTS if name != "chart"]  # which has tests of its own
BETWEEN = "·:(),-"
"""What is put between texts or left out there."""

FOUND = Citation("found", (1, 4))
any_width = st.integers(1, 300)
thorough = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


def drawn(report: Report, columns: int | str, encoding: str = "utf-8", **more: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    with patch.dict(os.environ, environment(COLUMNS=str(columns), **more), clear=True):
        return terminal.render(Page(id="a-deal", report=report), stream)


def text(line: Line) -> str:
    return "".join(segment.text for segment in written(line))


def pieces(report: Report, theme: Theme) -> list[str]:
    """Every text of a report as it is to be printed, bars left out."""
    lines = [theme.line(strong(report.title))]
    blocks = [(section, block) for section in report.sections for block in section.blocks]
    for section, block in blocks:
        if rows_in(block) or isinstance(block, Hints):
            lines.append(theme.label(block.label) if section.title else theme.heading(block.label))
        if isinstance(block, SideBySide):
            lines += [theme.heading(group.title) for group in block.groups]
        if isinstance(block, Hints):
            lines += map(theme.line, block.texts)
    for row in rows_of(report):
        lines += [theme.line(cell) for cell in row.cells if not isinstance(cell, Bar)]
        lines += [theme.citation(row), theme.firm(row.own_firmness)]
    hinted = any(isinstance(block, Hints) for _, block in blocks)
    lines += theme.legend(rows_of(report), hinted=hinted)
    return list(map(text, lines))


def said_once(report: Report, theme: Theme) -> Counter[str]:
    """What is not printed: that a share is stated, and what two shares have in common twice."""
    blocks = [block for section in report.sections for block in section.blocks]
    rows = [row for block in blocks if isinstance(block, Shares) for row in block.rows]
    stakes = [row for row in rows if len(row.cells) == 5]
    usual = [span.text for row in stakes for span in row.cells[3] if span.role == "usual"]
    marks = [[*theme.citation(row), *theme.firm(row.own_firmness)] for row in stakes]
    return characters([*usual, *map(text, marks)], theme)


def characters(texts: list[str], theme: Theme) -> Counter[str]:
    """What is left of texts when layout, bars and what stands between texts are undone."""
    found = Counter(chain.from_iterable("".join(text.split()) for text in texts))
    for one in (theme.solid, theme.soft, *BETWEEN):
        del found[one]
    return found


def in_order(text: str, page: str) -> bool:
    rest = iter(page)
    return all(one in rest for one in "".join(text.split()) if one not in BETWEEN)


class Everywhere(Given):
    """A deal whose words are found in paragraph after paragraph of its source."""

    def release(self, source):
        class Found(Release):
            def find(self, exact, prefix="", suffix=""):
                words = super().find("word")
                return words[: len(exact) % (len(words) + 1)]

        return Found("\n\n".join(["word"] * 14))


def is_whole(report: Report, columns: int, encoding: str = "utf-8") -> None:
    page = drawn(report, columns, encoding)
    page = page.encode(encoding, "backslashreplace").decode(encoding)  # as it is written
    theme = Theme(encoding)
    texts = pieces(report, theme)
    found, expected = characters([page], theme), characters(texts, theme)
    assert found - expected == Counter()
    assert expected - found <= said_once(report, theme)
    usual = {"stated"} if expected - found else set()
    assert all(in_order(one, "".join(page.split())) for one in texts if one not in usual)
    for line in page.split("\n"):
        assert cell_len(line) <= max(20, min(columns, 100))
        assert line == line.rstrip()
        assert "\x1b" not in line


@thorough
@given(deals(), st.sampled_from(TABLES), any_width, st.sampled_from([Given, Everywhere]))
def test_any_page_is_whole_at_any_width(deal, name, columns, kind):
    is_whole(VIEWS[name].page(kind(deal), ["report"]).report, columns)


@thorough
@given(deals(), any_width)
def test_any_page_is_whole_in_ascii(deal, columns):
    is_whole(VIEWS["summary"].page(Everywhere(deal), ["report"]).report, columns, "ascii")


citations = st.builds(
    Citation,
    st.sampled_from(["found", "missing", "unverified", "none"]),
    st.lists(st.integers(1, 40), max_size=20, unique=True).map(tuple),
    st.integers(1, 12),
)
texts = TEXTS.map(lambda text: (Run(text),))
firm = st.sampled_from(["", *MARKS])
outer = st.none() | st.builds(Row, st.just((strong("outer"),)), firm, st.none() | citations)
rows = st.builds(
    Row,
    st.lists(texts, min_size=1, max_size=4).map(tuple),
    firm,
    st.none() | citations,
    st.sampled_from(["", "/a"]),
    outer,
)
shares = st.builds(
    Row,
    st.tuples(
        texts,
        texts,
        st.builds(
            Bar,
            st.just(Decimal("0.2")),
            st.sampled_from([Decimal(0), Decimal("0.5")]),
            st.just(Decimal("0.1")),
            st.booleans(),
        ),
        st.sampled_from([(Run("stated", "usual"),), (Run("implied", "implied"),), ()]),
        texts | st.just(()),
    ),
    firm,
    st.none() | citations,
    st.just("/a"),
)


def of(*blocks: Table | Shares | SideBySide, title: Row | None = None) -> Report:
    return Report("title", (), (Section(blocks, title),))


@thorough
@given(st.lists(rows, min_size=1, max_size=3), st.booleans(), any_width)
def test_any_rows_are_whole_at_any_width(rows, titled, columns):
    title = Row((strong("section"),)) if titled else None
    is_whole(of(Table("label", tuple(rows)), title=title), columns)


@thorough
@given(st.data(), st.integers(2, 4), st.integers(1, 3), st.booleans(), any_width)
def test_any_table_is_whole_at_any_width(data, width, head, right, columns):
    cells = st.lists(texts, min_size=width, max_size=width).map(tuple)
    row = st.builds(Row, cells, firm, st.none() | citations)
    rows = data.draw(st.lists(row, min_size=1, max_size=3))
    names = tuple(Column("name", right and at == 1, secondary=at > 1) for at in range(width))
    is_whole(of(Table("label", tuple(rows), names, min(head, width - 1))), columns)


@thorough
@given(st.lists(shares, min_size=1, max_size=3), st.booleans(), st.none() | rows, any_width)
def test_any_shares_are_whole_at_any_width(stakes, complete, whole, columns):
    bars = (
        [Bar(Decimal("0"), Decimal("0.7")), Bar(Decimal("0.7"), Decimal("0.3"), Decimal("0"), True)]
        if complete
        else [row.cells[2] for row in stakes]
    )
    stakes = [
        replace(row, cells=(*row.cells[:2], bar, *row.cells[3:]))
        for row, bar in zip(stakes, bars, strict=False)
    ]
    is_whole(of(Shares("label", tuple(stakes), whole, complete)), columns)


@thorough
@given(st.lists(st.lists(rows, min_size=1, max_size=3), min_size=1, max_size=4), any_width)
def test_any_groups_are_whole_at_any_width(groups, columns):
    is_whole(of(SideBySide("label", tuple(Group("title", tuple(one)) for one in groups))), columns)


def test_a_facility_that_many_paragraphs_name_has_room_beside_another():
    release = "\n\n".join(["The cells are made here."] * 12)
    deal = read(f"""{HEAD}
sources: [{{id: release, title: T}}]
facilities:
- {{id: one, name: Cell manufacturing, horizon: near-term, quote: cells}}
- {{id: two, name: Pack assembly, horizon: longer-term}}
""")
    for columns in (60, 80, 100, 120):
        is_whole(VIEWS["summary"].page(Given(deal, release), ["report"]).report, columns)


@pytest.mark.parametrize("columns", [1, 5, 19, 20])
def test_a_stream_has_at_least_twenty_columns(columns):
    report = one_row("five words of four characters")
    assert drawn(report, columns) == drawn(report, 20)


@pytest.mark.parametrize("columns", [100, 101, 300, 100_000])
def test_text_has_at_most_a_hundred(columns):
    report = one_row("x" * 500, firmness="stated")
    assert drawn(report, columns) == drawn(report, 100)


@pytest.mark.parametrize("columns", ["", "0", "abc", "-5", "40.5", "²", "1e2"])
def test_columns_that_are_no_number_of_columns_count_as_unset(columns):
    report = one_row("x" * 500, firmness="stated")
    assert drawn(report, columns) == drawn(report, 80)


def block(report: Report, columns: int = 100) -> list[str]:
    """The lines of a page of one block without a label, without their margin and the legend."""
    body = drawn(report, columns).split("\n\n")[1].rstrip("\n")
    return [line[12 if columns >= 70 else 2 :] for line in body.split("\n")]


def test_a_label_is_beside_what_it_labels_where_there_is_room_and_else_above():
    report = of(Table("label", (Row((plain("text"),)),)))
    assert drawn(report, 70) == "title\n\nLABEL       text\n"
    assert drawn(report, 69) == "title\n\nLABEL\n  text\n"


def test_below_a_title_a_narrow_page_has_the_label_before_a_single_text():
    one, two = Row((plain("text"),)), Row((plain("more"),))
    blocks = (Table("one", (one,)), Table("two", (one, two)))
    report = of(*blocks, title=Row((strong("Section"),)))
    assert drawn(report, 69) == "title\n\nSection\none: text\ntwo\n  text\n  more\n"


def test_labels_of_one_section_have_a_space_between_them_where_they_are_above():
    blocks = [Table(label, (Row((plain("text"),)),)) for label in ("one", "", "two")]
    assert drawn(of(*blocks), 69) == "title\n\nONE\n  text\n  text\n\nTWO\n  text\n"


SURE = (
    Row((plain("One word"),), "planned", Citation("found", (4,)), "/a"),
    Row((plain("and a text that is too long for its line"),), "conditional", None, "/b"),
    Row((plain("and one with the whole width of the page for itself"),), "", None, "/c"),
)


def test_how_firm_something_is_has_a_column_at_the_right_edge():
    assert block(of(Table("", SURE)), 66) == [
        "One word ¶4                                        ◇ planned",
        "and a text that is too long for its line           ◐ conditional",
        "and one with the whole width of the page for itself",
    ]
    assert block(of(Table("", SURE[1:])), 57) == [
        "and a text that is too long for its line  ◐ conditional",
        "and one with the whole width of the page for itself",
    ]


def test_how_firm_something_is_follows_its_text_where_a_column_has_no_room():
    assert block(of(Table("", SURE[:2])), 55) == [
        "One word ¶4 ◇ planned",
        "and a text that is too long for its line",
        "  ◐ conditional",
    ]


def test_what_is_part_of_a_record_is_below_it_and_says_only_what_differs():
    found = Citation("found", (1, 4))
    home = Row((strong("Home"), plain("a place")), "planned", found, "/a")
    inner = Row((plain("as firm"),), "planned", found, "/a/b/0", home)
    other = Row((plain("less firm"),), "conditional", Citation("found", (5,)), "/a/b/1", inner)
    assert block(of(Table("", (home, inner, other))), 60) == [
        "Home: a place ¶1 4                           ◇ planned",
        "  as firm",
        "    less firm ¶5                             ◐ conditional",
    ]
    assert block(of(Table("", (inner, other)), title=home), 60)[1:] == [
        "as firm",
        "  less firm ¶5                               ◐ conditional",
    ]


NAMED = (
    Row((strong("First"), joined([plain("a place"), plain("its owner")])), "", None, "/a"),
    Row((strong("Second"), ()), "planned", None, "/b"),
)


def test_details_follow_their_names_where_all_have_room():
    assert block(of(Table("", NAMED)), 58) == [
        "First: a place · its owner",
        "Second                                         ◇ planned",
    ]
    long = Row((strong("Third"), plain("details " * 6)), "", None, "/c")
    assert block(of(Table("", (NAMED[0], long))), 50) == [
        "First",
        "  a place · its owner",
        "Third",
        "  details details details details details",
        "  details",
    ]


COLUMNS = (Column("Who"), Column("How much", right=True), Column("Form"), Column("For"))
PAID = (
    Row((plain("A → B"), plain("EUR 5"), plain("cash"), plain("a part")), "", FOUND),
    Row((plain("A → C"), plain("about EUR 50"), (), plain("another part of it")), "", FOUND),
)


def test_a_table_has_columns_where_its_last_cell_has_room():
    assert block(of(Table("", PAID, COLUMNS, 3)), 60) == [
        "A → B         EUR 5  cash  a part ¶1 4",
        "A → C  about EUR 50        another part of it ¶1 4",
    ]


def test_a_table_has_its_last_cells_below_where_they_have_no_room():
    assert block(of(Table("", PAID, COLUMNS, 3)), 50) == [
        "A → B         EUR 5  cash",
        "  a part ¶1 4",
        "A → C  about EUR 50",
        "  another part of it ¶1 4",
    ]
    assert block(of(Table("", PAID, COLUMNS, 3)), 22) == [
        "A → B · EUR 5",
        "cash ¶1 4",
        "  a part",
        "A → C",
        "about EUR 50 ¶1 4",
        "  another part of it",
    ]


def test_the_last_cell_of_a_table_is_folded_where_it_has_some_room():
    rows = (
        Row((plain("Alpha"), plain("an explanation that goes on for a while")), "", FOUND),
        Row((plain("Beta"), ()), "", FOUND),
    )
    assert block(of(Table("", rows, (COLUMNS[0], COLUMNS[3]))), 36) == [
        "Alpha  an explanation that goes on",
        "       for a while ¶1 4",
        "Beta   ¶1 4",
    ]


def test_a_column_in_which_nothing_is_said_takes_no_room():
    rows = tuple(Row((one.cells[0], (), one.cells[3])) for one in PAID)
    assert block(of(Table("", rows, COLUMNS[1:])), 60) == [
        "A → B  a part",
        "A → C  another part of it",
    ]


def test_only_what_is_an_aside_is_faint_below_a_name():
    columns = (Column("Name"), Column("Listed", secondary=True))
    rows = (Row((strong("Name"), plain("NYSE: N and a text that is long"))),)
    painted = drawn(of(Table("", rows, columns)), 30, **IN_COLOUR)
    assert "\x1b[2mNYSE: N and a text that is\x1b[0m" in painted
    assert "\x1b[2m" not in drawn(of(Table("", rows)), 30, **IN_COLOUR)


def stake(name, share, bar, basis="stated", remark="", firmness="", outer=None) -> Row:
    role = "usual" if basis == "stated" else "implied"
    cells = (plain(name), plain(share), bar, (Run(basis, role),), plain(remark))
    return Row(cells, firmness, FOUND if not outer else outer.citation, "/a", outer)


WHOLE = Row((strong("Venture"),), "planned", FOUND, "/v")
NINETY = stake(
    "Kandi",
    "90%",
    Bar(Decimal("0"), Decimal("0.9")),
    remark="leads",
    firmness="planned",
    outer=WHOLE,
)
TEN = stake(
    "CBAK",
    "10%",
    Bar(Decimal("0.9"), Decimal("0.1"), Decimal("0"), True),
    "implied",
    firmness="planned",
    outer=WHOLE,
)


def test_two_shares_that_make_up_the_whole_are_one_bar():
    assert block(of(Shares("", (NINETY, TEN), WHOLE, True)), 70) == [
        "Venture ¶1 4                                     ◇ planned",
        "  Kandi (leads) 90% ━━━━━━━━━━━━━━━━━┉┉ 10% CBAK (implied)",
    ]


def test_bars_of_one_page_start_and_end_at_the_same_place():
    other = Row((strong("Other"),), "planned", FOUND, "/w")
    half = stake("A", "50%", Bar(Decimal("0"), Decimal("0.5")), firmness="planned", outer=other)
    rest = stake("B", "50%", Bar(Decimal("0.5"), Decimal("0.5")), firmness="planned", outer=other)
    blocks = (Shares("", (NINETY, TEN), WHOLE, True), Shares("", (half, rest), other, True))
    assert [line for line in block(of(*blocks), 70) if "━" in line] == [
        "  Kandi (leads) 90% ━━━━━━━━━━━━━━━━━┉┉ 10% CBAK (implied)",
        "  A 50%             ━━━━━━━━━ ━━━━━━━━━ 50% B",
    ]


@pytest.mark.parametrize(
    ("stakes", "complete"),
    [
        ((NINETY, TEN), False),
        ((NINETY, replace(TEN, firmness="conditional")), True),
        ((NINETY, Row((plain("→ more"),), "", None, "/s", NINETY), TEN), True),
        ((NINETY, TEN, TEN), True),
    ],
)
def test_shares_that_one_bar_cannot_show_have_a_row_each(stakes, complete):
    lines = block(of(Shares("", stakes, WHOLE, complete)), 80)
    shown_ = [line for line in lines if "%" in line]
    assert len(shown_) == sum(len(row.cells) == 5 for row in stakes)
    assert re.fullmatch(r"  Kandi  90%  ━{20,} +leads", shown_[0])
    assert re.fullmatch(r"  CBAK   10% {20,}┉+  \(implied\)(?: ◐ conditional)?", shown_[1])


def test_shares_say_what_is_not_exact_not_disclosed_and_of_which_class():
    stakes = (
        stake(
            "Alder",
            "30%",
            Bar(Decimal("0"), Decimal("0.3")),
            remark="leads, ordinary, through Alder B.V.",
            outer=WHOLE,
        ),
        Row((plain("→ 51%: spends"),), "conditional", None, "/s", NINETY),
        stake(
            "Birch",
            "up to 20%",
            Bar(Decimal("0.3"), Decimal("0"), Decimal("0.2")),
            outer=WHOLE,
            firmness="planned",
        ),
        stake(
            "A fund",
            "not disclosed",
            Bar(Decimal("0.5"), Decimal("0")),
            "basis not given",
            outer=WHOLE,
        ),
    )
    assert block(of(Shares("", stakes, WHOLE)), 80) == [
        "Venture ¶1 4                                           ◇ planned",
        "  Alder             30%  ━━━",
        "    leads, ordinary, through Alder B.V.",
        "    → 51%: spends                                      ◐ conditional",
        "  Birch       up to 20%     ┉┉",
        "  A fund  not disclosed              (basis not given)",
    ]


def test_a_short_remark_is_beside_the_bar_where_a_long_one_is_below():
    stakes = (
        stake(
            "Alder",
            "30%",
            Bar(Decimal("0"), Decimal("0.3")),
            remark="leads, through Alder B.V.",
            outer=WHOLE,
        ),
        stake("Birch", "20%", Bar(Decimal("0.3"), Decimal("0.2")), remark="preferred", outer=WHOLE),
    )
    assert block(of(Shares("", stakes, WHOLE)), 56)[1:] == [
        "  Alder  30%  ━━━━━━",
        "    leads, through Alder B.V.",
        "  Birch  20%        ━━━━           preferred",
    ]


def test_where_nothing_is_disclosed_there_are_no_bars():
    stakes = (
        stake(
            "Stella",
            "not disclosed",
            Bar(Decimal("0"), Decimal("0")),
            outer=WHOLE,
            firmness="planned",
        ),
        stake(
            "Sam", "not disclosed", Bar(Decimal("0"), Decimal("0")), outer=WHOLE, firmness="planned"
        ),
    )
    assert block(of(Shares("", stakes, WHOLE)), 70)[1:] == [
        "  Stella  not disclosed",
        "  Sam     not disclosed",
    ]


def test_a_narrow_page_has_the_shares_as_text():
    assert block(of(Shares("", (NINETY, TEN), WHOLE, True)), 40)[1:] == [
        "  Kandi  90%  ━━━━━━━━━━━━   leads",
        "  CBAK   10%              ┉  (implied)",
    ]
    assert block(of(Shares("", (NINETY, TEN), WHOLE, True)), 30)[1:] == [
        "  90% Kandi (leads)",
        "  10% CBAK (implied)",
    ]


def test_groups_are_below_each_other_under_their_titles():
    groups = (Group("", NAMED[:1]), Group("near term", NAMED[1:]))
    assert block(of(SideBySide("", groups)), 70) == [
        "First: a place · its owner",
        "NEAR TERM",
        "Second                                           ◇ planned",
    ]


def test_hints_explain_paragraphs_and_the_legend_is_with_them():
    rows = (Row((plain("a"),), "", FOUND), Row((plain("b"),), "", Citation("none")))
    hint = (Run("¶", "separator"), Run(" a hint"))
    report = of(Table("", rows), Hints("more", (hint, plain("another"))))
    assert drawn(report, 80).split("\n")[2:] == [
        "            a ¶1 4",
        "            b",
        "MORE        ¶ a hint · another · no ¶: nothing quoted",
        "",
    ]
    assert "p a hint" in drawn(report, 80, "ascii")


def test_the_paragraphs_of_the_deal_are_with_its_title():
    whole = Row((joined([plain("item"), plain("another long item")]),), "", FOUND, "/")
    assert drawn(Report("title", (whole,), ()), 80).split("\n")[:2] == [
        "title ¶1 4",
        "item · another long item",
    ]
    assert drawn(Report("title", (whole,), ()), 20).split("\n")[1:3] == [
        "item",
        "another long item",
    ]


def test_a_label_without_rows_is_not_printed():
    report = Report("T", (), (Section((Table("empty", ()),)),))
    assert "EMPTY" not in drawn(report, 80)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", PARTS)
def test_colour_changes_no_letter_and_no_place(name, columns):
    plain = shown(name, columns=columns)
    painted = shown(name, columns=columns, **IN_COLOUR)
    assert "\x1b[" in painted
    bare = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    assert [line.rstrip() for line in bare.split("\n")] == plain.split("\n")


def test_a_cell_without_a_width_is_not_lost():
    rows = (Row(((Run("a"),), (Run("🏻"),))),)
    is_whole(of(Table("", rows)), 80)
    is_whole(of(Table("", rows, COLUMNS[:2])), 80)
