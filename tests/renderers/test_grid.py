"""Text folded to a width, and cells side by side: nothing lost, nothing parted without need."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from dealcli.renderers.folding import SPACED
from dealcli.renderers.grid import GLUE, beside, fold, margin, measure, width_of

DOT = SPACED.format("·")
WORDS = st.sampled_from(["a", "bb", "dddddd", "eeeeeeeeeeeee", "山茱萸", "é", "\\x1b", "🏻"])
TEXTS = st.lists(
    WORDS | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1
).map(" ".join)
ITEMS = st.lists(TEXTS, min_size=1, max_size=5)


def told(line: list[Segment]) -> str:
    return "".join(segment.text for segment in line)


def folded(text: str, width: int, hang: int = 0) -> list[str]:
    return [told(line) for line in fold([Segment(text)], width, hang)]


@given(ITEMS, st.integers(2, 30), st.integers(0, 3))
@example(["🏻", "a"], 2, 0)
def test_nothing_is_lost_and_no_line_is_too_wide(items, width, hang):
    lines = folded(DOT.join(items), width + hang, hang)
    assert "".join("".join(lines).replace("·", "").split()) == "".join(
        "".join(items).replace("·", "").split()
    )
    assert measure(lines[0]) <= width + hang
    assert all(measure(line) <= width for line in lines[1:])


@given(TEXTS, st.integers(2, 30))
def test_only_a_word_wider_than_a_line_is_parted(text, width):
    lines = folded(text, width)
    whole = [word for word in text.split(" ") if measure(word) <= width]
    found = [word for line in lines for word in line.split(" ")]
    assert all(found.count(word) >= whole.count(word) for word in set(whole))


@given(TEXTS, st.integers(2, 30))
def test_a_line_ends_only_where_the_next_word_has_no_room(text, width):
    lines = folded(text, width)
    for line, after in pairwise(lines):
        assert measure(f"{line} {after.split(' ')[0]}") > width or measure(line + after) > width


@given(ITEMS, st.integers(2, 30))
def test_an_item_that_fits_on_a_line_is_on_one(items, width):
    lines = folded(DOT.join(items), width)
    for item in items:
        if measure(item) <= width:
            assert any(item in line for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (f"one two{DOT}three", 15, ["one two · three"]),
        (f"one two{DOT}three", 14, ["one two", "three"]),
        (f"one{DOT}two three four", 10, ["one", "two three", "four"]),
        (f"one two{GLUE}¶4", 7, ["one", "two ¶4"]),
        ("one", 2, ["on", "e"]),
        (" one", 3, ["one"]),
        ("one   two", 7, ["one", "two"]),
        ("one   two", 8, ["one", "two"]),
        ("one   two", 9, ["one   two"]),
        ("", 5, [""]),
    ],
)
def test_where_a_text_is_parted(text, width, lines):
    assert folded(text, width) == lines


def test_the_first_line_has_room_for_what_the_others_hang():
    assert folded("abcd efg hij", 7, 4) == ["abcd", "efg", "hij"]
    assert folded("abcd ef ghij", 7, 2) == ["abcd ef", "ghij"]
    assert folded(f"abcdefg{DOT}hi", 7, 2) == ["abcdefg", "hi"]


def test_each_piece_keeps_its_style():
    bold, faint = Style(bold=True), Style(dim=True)
    line = [Segment("one two", bold), Segment(" three", faint), Segment(" four")]
    assert fold(line, 9) == [
        [Segment("one two", bold)],
        [Segment("three", faint)],
        [Segment("four")],
    ]
    assert fold(line, 30) == [line]


def test_cells_fill_their_columns():
    one, two = [[Segment("a")], [Segment("b")]], [[Segment("ccc")]]
    assert [told(line) for line in beside((one, two), (3, 3), 2)] == ["a    ccc", "b    "]


def test_a_margin_moves_lines_to_the_right():
    assert [told(line) for line in margin(2, [[Segment("a")], []])] == ["  a", "  "]
    assert margin(0, [[Segment("a")]]) == [[Segment("a")]]


def test_a_line_is_as_wide_as_its_pieces():
    assert width_of([Segment("a"), Segment("山"), Segment(DOT), Segment(GLUE)]) == 7
