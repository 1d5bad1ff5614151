"""libyaml's events and PyYAML's own give the same answers."""

from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import HEAD, SAMPLE
from test_dialect import REFUSED

from dealcli import yamltree
from dealcli.problems import Problem, UnreadableDealError
from dealcli.yamltree import Tree, parse

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML is without libyaml")


def answer(text: str, scanner: type) -> tuple[Tree | None, list[Problem]]:
    """The tree that a text is read as, if any, and what is told of it."""
    with patch.object(yamltree, "_Events", scanner):
        try:
            tree = parse(text.encode(), "deal.yaml")
        except UnreadableDealError as error:
            return None, error.problems
    return tree, tree.problems


def answers(text: str) -> list[tuple[Tree | None, list[Problem]]]:
    return [answer(text, yaml.CSafeLoader), answer(text, yaml.SafeLoader)]


def told(problems: list[Problem]) -> list[tuple[str, int]]:
    """What must be the same: syntax errors have a column of each scanner's own."""
    return [(problem.code, problem.place.line) for problem in problems]


GOOD = [
    SAMPLE,
    "a: b\n",
    "a:\r\n  b: c\r\nd: e",
    "- a\n-\n  - b\n- c: d\n  e:\n",
    "a: |\n  b\n   c\n\nd: >-\n  e\n  f\n",
    "a: |2-\n   b\n\n",
    "a: >\n\n   \n  b\n",
    "a: 'b\n\n  c'\nd: \"e\\\n  f\"",
    'a: "\\0\\e\\x41\\u00e9\\U0001f50b\\/\\_"',
    '{"a":"b","c":[1,{"d":null}],"e":{}}',
    "{a, b: c, 'd' : e}",
    "[a: b, c, {d: e}]",
    "? a\n: b\n? c\nd: e",
    "a: {b: ,c: \n}",
    "a: b # c\n# d\n",
    "a b: c:d e#f -g ?h",
    "é😀: 北 # ü\n",
    "--- # x\na: b\n...\n",
    "a: *x\nb: &y c\nd: !z e\n<<: f\na: g\nh: i #j\n",
    "",
    "---",
    "# a",
]
BAD = [
    "a: [b\nc: d\n",
    "a: b\nc",
    "a: b: c",
    "a: 'b",
    "a: @b\n",
    "a:\n  b: c\n d: e\n",
    "{a: b",
    "[a}",
    "[a:]",
    "{a:,b}",
    "{a :, b}",
    "[a?]",
    "[a ?b,\nc]",
    "[? : b]",
    "{: a}",
    '"\\z"',
    '"\\U00110000"',
    '"\\UFFFFFFFF"',
    '"a\nb \\ud83d"',
    "a: |#x\n  b",
    "%FOO\n---\na: 1",
    "%YAML 1.3\n---\na: 1",
    "a: 1\n%FOO\n",
    "!x",
    "a: ! 12",
    "a: 1\n---\nb: 2",
    "a: 1\n...\nb: 2",
    f"{'a' * 1030}: b",
    "a: |\n b\n  c\n d\ne",
    "[" * 40,
]


@pytest.mark.parametrize("text", [*GOOD, *BAD, *(HEAD + row[0] for row in REFUSED)])
def test_the_catalogue(text):
    (tree, problems), (other_tree, other_problems) = answers(text)
    assert told(problems) == told(other_problems)
    assert tree == other_tree


TOKENS = st.sampled_from(
    [
        *("a", "key", "é", "😀", "1", '"x"', "'y'", '"\\n"', '"\\u0041"', "null", "~", "a: b\n"),
        *(" ", "  ", "\n", "\n  ", "\n    ", "\r\n", "\r", "\xa0", "# c\n", " # c\n", "#"),
        *(": ", ":", ":\n", "- ", "- a\n", "\n- ", "\na: ", "-", "? ", "?", "<<: "),
        *(", ", ",", "[", "]", "{", "}", "|", ">", "|-", ">+", "|2", '"', "'", "\\"),
        *("&a ", "*a", "&", "*", "%", "@", "---", "---\n", "...\n"),
    ]
)


@settings(deadline=None, max_examples=500)
@given(st.lists(TOKENS, max_size=14).map("".join))
def test_any_text(text):
    (tree, problems), (other_tree, other_problems) = answers(text)
    codes = {problem.code for problem in problems + other_problems}
    if codes & {"syntax", "key-not-text"}:
        # Each scanner reads ahead of its events in its own way: of two refusals in one place,
        # either may end the run.
        assert problems
        assert other_problems
    else:
        assert problems == other_problems
        assert tree == other_tree


@pytest.mark.parametrize(
    ("text", "codes", "other_codes"),
    [
        # The empty value of a pair in a list ends after the comment for libyaml, before it for
        # PyYAML, which so sees that a comment may have cut it.
        ("[a: #x\n]", [], ["cut-value"]),
        # A tag ends at a comma for libyaml only.
        ("[!x,a]", ["tag"], ["tag", "syntax"]),
        # libyaml refuses an escape for half a character as it scans, ahead of the tag's event.
        ('!x "\\ud83d"', ["syntax"], ["tag", "syntax"]),
    ],
)
def test_known_differences(text, codes, other_codes):
    (_, problems), (_, other_problems) = answers(text)
    assert [problem.code for problem in problems] == codes
    assert [problem.code for problem in other_problems] == other_codes
