"""A page at any width: everything on it, nothing that acts, no line too wide."""

import io
import os
import re
from collections import Counter
from decimal import Decimal
from itertools import chain
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_deals import TEXTS, deals
from reading import HEAD, read
from rich.cells import cell_len
from running import IN_COLOUR, environment, shown
from viewing import VIEWS, Given, one_row

from dealcli.commands import PARTS
from dealcli.page import Page
from dealcli.release import Release
from dealcli.renderers import terminal
from dealcli.renderers.ink import Ink
from dealcli.report import (
    MARKS,
    Backing,
    Bar,
    Citation,
    Group,
    Report,
    Row,
    Section,
    SideBySide,
    Span,
    Table,
    rows_in,
    rows_of,
    strong,
)

TABLES = [name for name in PARTS if name != "chart"]  # which has tests of its own
any_width = st.integers(1, 300)
thorough = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


def drawn(report: Report, columns: int | str, encoding: str = "utf-8", **more: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    with patch.dict(os.environ, environment(COLUMNS=str(columns), **more), clear=True):
        return terminal.render(Page({}, lambda: report, Backing), stream)


def pieces(report: Report, ink: Ink) -> list[str]:
    """Every text and mark of a report, bars left out."""
    lines = [ink.line(strong(report.title))]
    for section in report.sections:
        for block in section.blocks:
            if rows_in(block):
                lines.append(ink.line(strong(block.label)))
            if not section.title:
                lines[-1] = ink.label(block.label) if rows_in(block) else lines[-1]
            if isinstance(block, SideBySide):
                lines += [ink.line(strong(group.title.upper())) for group in block.groups]
    for row in rows_of(report):
        lines += [ink.line(cell) for cell in row.cells if not isinstance(cell, Bar)]
        lines.append(ink.mark(row))
    lines += chain(ink.legend(rows_of(report)), map(ink.line, chain(report.footer, report.hints)))
    return [line.plain for line in lines]


def characters(texts: list[str], ink: Ink) -> Counter[str]:
    """What is left of texts when layout and bars are undone."""
    found = Counter(chain.from_iterable("".join(text.split()) for text in texts))
    del found[ink.solid], found[ink.soft]
    return found


def in_order(text: str, page: str) -> bool:
    rest = iter(page)
    return all(character in rest for character in "".join(text.split()))


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
    ink = Ink(encoding)
    expected = pieces(report, ink)
    assert characters([page], ink) == characters(expected, ink)
    assert all(in_order(text, "".join(page.split())) for text in expected)
    for line in page.split("\n"):
        assert cell_len(line) <= max(20, min(columns, 120))
        assert line == line.rstrip()
        assert "\x1b" not in line


@thorough
@given(deals(), st.sampled_from(TABLES), any_width, st.sampled_from([Given, Everywhere]))
def test_any_page_is_whole_at_any_width(deal, name, columns, kind):
    is_whole(VIEWS[name].page(kind(deal)).report(), columns)


@thorough
@given(deals(), any_width)
def test_any_page_is_whole_in_ascii(deal, columns):
    is_whole(VIEWS["summary"].page(Everywhere(deal)).report(), columns, "ascii")


citations = st.builds(
    Citation,
    st.sampled_from(["found", "missing", "unverified", "none"]),
    st.lists(st.integers(1, 40), max_size=20, unique=True).map(tuple),
    st.integers(1, 12),
)
cells = TEXTS.map(lambda text: (Span(text),)) | st.just(Bar(Decimal("0.2"), Decimal("0.5")))
rows = st.builds(
    Row,
    st.lists(cells, min_size=1, max_size=4).map(tuple),
    st.sampled_from(["", *MARKS]),
    st.none() | citations,
)


@thorough
@given(rows, st.integers(0, 3), any_width)
def test_any_row_is_whole_at_any_width(row, grow, columns):
    table = Table("label", (row,), min(grow, len(row.cells) - 1))
    is_whole(Report("title", (), (Section((table,)),)), columns)


@thorough
@given(st.lists(st.lists(rows, min_size=1, max_size=3), min_size=1, max_size=4), any_width)
def test_any_groups_are_whole_at_any_width(groups, columns):
    block = SideBySide(
        "label",
        tuple(
            Group("title", tuple(Row(row.cells[:1], row.firmness, row.citation) for row in group))
            for group in groups
        ),
    )
    is_whole(Report("title", (), (Section((block,)),)), columns)


def test_a_facility_that_many_paragraphs_name_has_room_beside_another():
    release = "\n\n".join(["The cells are made here."] * 12)
    deal = read(f"""{HEAD}
sources: [{{id: release, title: T}}]
facilities:
- {{id: one, name: Cell manufacturing, horizon: near-term, quote: cells}}
- {{id: two, name: Pack assembly, horizon: longer-term}}
""")
    for columns in (60, 80, 100, 120):
        is_whole(VIEWS["summary"].page(Given(deal, release)).report(), columns)


@pytest.mark.parametrize("columns", [1, 5, 19, 20])
def test_a_stream_has_at_least_twenty_columns(columns):
    report = one_row("five words of four characters")
    assert drawn(report, columns) == drawn(report, 20)


@pytest.mark.parametrize("columns", [120, 121, 300, 100_000])
def test_a_page_has_at_most_a_hundred_and_twenty(columns):
    report = one_row("x" * 500, firmness="stated")
    assert drawn(report, columns) == drawn(report, 120)


@pytest.mark.parametrize("columns", ["", "0", "abc", "-5", "40.5", "²", "1e2"])
def test_columns_that_are_no_number_of_columns_count_as_unset(columns):
    report = one_row("x" * 500, firmness="stated")
    assert drawn(report, columns) == drawn(report, 80)


def test_cells_stand_in_columns_where_there_is_room_and_else_fold():
    rows = (
        Row(((Span("Kandi"),), (Span("90%"),), Bar(Decimal(0), Decimal(1)))),
        Row(((Span("CBAK"),), (), Bar(Decimal(0), Decimal(0)))),
    )
    report = Report("T", (), (Section((Table("shares", rows, grow=2),)),))
    assert drawn(report, 60).split("\n")[2:4] == [
        "SHARES      Kandi  90%  " + "━" * 34,
        "            CBAK",
    ]
    assert drawn(report, 40).split("\n")[2:6] == [
        "SHARES",
        "  Kandi  90%",
        "  " + "━" * 38,
        "  CBAK",
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
    report = Report("T", (), (Section((Table("", (Row(((Span("a"),), (Span("🏻"),))),)),)),))
    is_whole(report, 80)
