"""Issues as lines: where, what, the line itself, carets under what is wrong, what to do."""

import pytest

from dealcli.characters import UNSEEN
from dealcli.issues import Issue, Place
from dealcli.renderers import diagnostics
from dealcli.renderers.diagnostics import Screen
from dealcli.renderers.streams import width


def told(excerpt: str, column: int, length: int = 1, hint: str = "") -> list[str]:
    issue = Issue(code="a-code", message="what", hint=hint, place=Place(3, column, length))
    return diagnostics.render("deal.yaml", [issue], {"": ["", "", excerpt]}).split("\n")


def rendered(place: Place, excerpt: str, screen: Screen) -> list[str]:
    """The lines of an issue without a hint in the first lines of a file, which are all alike."""
    issue = Issue(code="c", message="m", place=place)
    return diagnostics.render("d", [issue], {"": [excerpt] * place.line}, screen).split("\n")


def test_all_that_is_told_of_an_issue():
    assert told("  key: value", 8, 5, "what to do") == [
        "deal.yaml:3:8: error[a-code]: what",
        "  3 |   key: value",
        "    |        ^^^^^",
        "  hint: what to do",
    ]


def test_without_an_excerpt_or_a_hint_there_is_one_line():
    assert told("", 1) == told("  ", 1) == ["deal.yaml:3:1: error[a-code]: what"]


def test_on_a_terminal_severity_and_carets_are_coloured():
    error = Issue(code="a", message="\x1b[1mx", hint="do", place=Place(1, 3, 2))
    warning = Issue(code="b", message="second", severity="warning", place=Place(2, 1))
    screen = Screen(80, coloured=True)
    assert diagnostics.render("d", [error, warning], {"": ["a bc"]}, screen).split("\n") == [
        "d:1:3: \x1b[1;31merror[a]\x1b[0m: \\x1b[1mx",
        "  1 | a bc",
        "    |   \x1b[1;31m^^\x1b[0m",
        "  hint: do",
        "",
        "d:2:1: \x1b[1;33mwarning[b]\x1b[0m: second",
    ]


def test_issues_stand_one_after_another():
    one = Issue(code="a", message="first", place=Place(1, 1))
    two = Issue(code="b", message="second", place=Place(2, 1))
    told = "d:1:1: error[a]: first\nd:2:1: error[b]: second"
    assert diagnostics.render("d", [one, two], {}) == told
    assert diagnostics.render("d", [], {}) == ""


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "shown", "carets"),
    [
        ("山茱萸: x", 6, 1, "山茱萸: x", "        ^"),
        ("a: 山茱", 4, 2, "a: 山茱", "   ^^^^"),
        ("\tkey: x", 7, 1, " key: x", "      ^"),
        ("a\x1bb: x", 6, 1, "a\\x1bb: x", "        ^"),
        ("a: \u202eb", 4, 1, "a: \\u202eb", "   ^^^^^^"),
        ("end", 4, 1, "end", "   ^"),
        ("short", 1, 90, "short", "^^^^^"),
    ],
)
def test_carets_stand_under_what_is_wrong(excerpt, column, length, shown, carets):
    assert told(excerpt, column, length)[1:] == [f"  3 | {shown}", f"    | {carets}"]


@pytest.mark.parametrize("column", [1, 40, 100, 101, 5000, 9991])
def test_of_a_long_line_what_is_around_the_place_is_shown(column):
    line = "".join(f"{number:05}" for number in range(2000))
    _, shown, carets = told(line, column, 5)
    assert marked(shown, carets) == line[column - 1 :][:5]
    assert len(shown) <= 106
    assert shown.startswith("  3 | …") == (column > 50)
    assert shown.endswith("…") == (column < 9950)


def marked(shown: str, carets: str) -> str:
    """What the carets are under; every character is one column wide."""
    return "".join(one for one, caret in zip(shown, carets, strict=False) if caret == "^")


LONG = "  quote: " + " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 600])
@pytest.mark.parametrize("column", [1, 3, 30, 200, len(LONG) - 5, len(LONG) + 1])
def test_no_excerpt_is_wider_than_the_terminal(columns, column):
    _, shown, carets = rendered(Place(12345, column, 5), LONG, Screen(columns))
    assert len(shown) <= columns
    assert len(carets) <= columns
    assert marked(f"{shown} ", carets) == (LONG + " ")[column - 1 :][:5]
    assert ("…" in shown) == (columns < 500)


def test_a_mark_without_room_is_cut_at_its_end():
    _, shown, carets = rendered(Place(1, 3, 300), LONG, Screen(40))
    assert shown == "  1 |   quote: word0 word1 word2 word3…"
    assert carets == "    |   " + "^" * 30


@pytest.mark.parametrize("columns", [20, 33, 34, 60])
def test_wide_characters_count_as_two_columns(columns):
    line = "山茱萸" * 30 + "x" + "山茱萸" * 30
    _, shown, carets = rendered(Place(1, 91), line, Screen(columns))
    before = shown[: shown.index("x")]
    assert width(shown) <= columns
    assert width(shown) > columns - 5
    assert carets.index("^") == width(before)


def test_a_combining_mark_takes_no_column():
    assert told("e\u0301: x", 5)[2] == "    |    ^"
    assert told("e\u0301: x", 2)[2] == "    |  ^"


def test_an_excerpt_in_ascii():
    line = "é" * 200
    _, shown, carets = rendered(Place(1, 100), line, Screen(40, "ascii"))
    assert shown == "  1 | ..." + "\\xe9" * 7 + "..."
    assert carets == "    |    " + " " * 12 + "^^^^"


def issues(*places: tuple[int, int], line: int = 3) -> list[Issue]:
    """Issues in one line, named after their number."""
    return [
        Issue(code="a", message=f"m{at}", hint=f"h{at}", place=Place(line, column, length))
        for at, (column, length) in enumerate(places)
    ]


def test_issues_in_one_line_share_its_excerpt():
    found = issues((1, 2), (4, 1), (4, 3))
    assert diagnostics.render("d", found, {"": ["", "", "ab cde f"]}).split("\n") == [
        "d:3:1: error[a]: m0",
        "  hint: h0",
        "d:3:4: error[a]: m1",
        "  hint: h1",
        "d:3:4: error[a]: m2",
        "  3 | ab cde f",
        "    | ^^ ^^^",
        "  hint: h2",
    ]


def test_an_empty_line_follows_an_excerpt_on_a_terminal():
    found = [*issues((1, 1), (3, 1)), *issues((1, 1), line=4)]
    told = diagnostics.render("d", found, {"": ["", "", "a b", "c"]}, Screen(80))
    assert [line[:5] for line in told.split("\n")] == [
        "d:3:1", "  hin", "d:3:3", "  3 |", "    |", "  hin", "", "d:4:1", "  4 |", "    |", "  hin"
    ]  # fmt: skip


def test_in_one_line_an_error_hides_a_warning_in_the_same_place():
    error, other = issues((1, 3), (3, 3))
    warning = Issue(code="b", message="m", severity="warning", place=other.place)
    lines = {"": ["", "", "ab cd f"]}
    told = diagnostics.render("d", [error, warning], lines, Screen(80, coloured=True)).split("\n")
    assert told[-1] == "    | \x1b[1;31m^^^\x1b[0m\x1b[1;33m^^\x1b[0m"


@pytest.mark.parametrize(
    ("places", "excerpts"),
    [
        (((10, 5), (60, 5)), 1),
        (((10, 5), (200, 5)), 2),
        (((10, 300), (30, 5)), 1),
        (((10, 300), (10, 300)), 1),
        (((10, 300), (60, 300)), 2),
    ],
)
def test_every_place_is_visible_in_an_excerpt(places, excerpts):
    lines = diagnostics.render("d", issues(*places), {"": ["", "", LONG]}).split("\n")
    assert sum(line.startswith("  3 |") for line in lines) == excerpts


def test_lines_of_two_files_are_two():
    (one,) = issues((1, 1))
    two = Issue(code="a", message="m", place=one.place, file="s.txt")
    told = diagnostics.render("d", [one, two], {"": ["", "", "x"], "s.txt": ["", "", "y"]})
    assert [line for line in told.split("\n") if "|" in line and "^" not in line] == [
        "  3 | x",
        "  3 | y",
    ]


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202e", "\x00", "\x9b"])
def test_nothing_in_it_acts_on_a_terminal(text):
    issue = Issue(code="code", message=f"what {text}", hint=f"hint {text}", place=Place(1, 1))
    lines = {"": [f"excerpt {text}"]}
    told = diagnostics.render(f"name {text}", [issue], lines)
    assert "excerpt" in told
    assert not UNSEEN.search(told)
