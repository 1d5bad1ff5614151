"""Problems as lines: where, what, the line itself, carets under what is wrong, what to do."""

import pytest

from dealcli.characters import UNSEEN
from dealcli.problems import Place, Problem
from dealcli.renderers import diagnostics


def told(excerpt: str, column: int, length: int = 1, hint: str = "") -> list[str]:
    problem = Problem(Place(3, column, length), "a-code", "what", hint, "/a/0", excerpt)
    return diagnostics.render("deal.yaml", [problem]).split("\n")


def test_all_that_is_told_of_a_problem():
    assert told("  key: value", 8, 5, "what to do") == [
        "deal.yaml:3:8: error[a-code]: what",
        "  3 |   key: value",
        "    |        ^^^^^",
        "  hint: what to do",
    ]


def test_without_an_excerpt_or_a_hint_there_is_one_line():
    assert told("", 1) == told("  ", 1) == ["deal.yaml:3:1: error[a-code]: what"]


def test_on_a_terminal_severity_and_carets_are_coloured():
    error = Problem(Place(1, 3, 2), "a", "\x1b[1mx", "do", "", "a bc")
    warning = Problem(Place(2, 1), "b", "second", severity="warning")
    assert diagnostics.render("d", [error, warning], terminal=True).split("\n") == [
        "d:1:3: \x1b[1;31merror[a]\x1b[0m: \\x1b[1mx",
        "  1 | a bc",
        "    |   \x1b[1;31m^^\x1b[0m",
        "  hint: do",
        "",
        "d:2:1: \x1b[1;33mwarning[b]\x1b[0m: second",
    ]


def test_problems_stand_one_after_another():
    one = Problem(Place(1, 1), "a", "first")
    two = Problem(Place(2, 1), "b", "second")
    assert diagnostics.render("d", [one, two]) == "d:1:1: error[a]: first\nd:2:1: error[b]: second"
    assert diagnostics.render("d", []) == ""


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
    marked = "".join(
        letter for letter, caret in zip(shown[6:], carets[6:], strict=False) if caret == "^"
    )
    assert marked == line[column - 1 :][:5]
    assert len(shown) <= 106


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202e", "\x00", "\x9b"])
def test_nothing_in_it_acts_on_a_terminal(text):
    problem = Problem(Place(1, 1), "code", f"what {text}", f"hint {text}", "", f"excerpt {text}")
    assert not UNSEEN.search(diagnostics.render(f"name {text}", [problem]))
