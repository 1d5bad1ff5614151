"""Text becomes values with a place for each, every leaf as it was written."""

import pytest
import yaml
from reading import issues, told

from dealcli.errors import DealcliError, UnreadableDealError
from dealcli.issues import Place
from dealcli.yamltree import MAX_DEPTH, MAX_NODES, Tree, parse, pointer


def tree(text: str) -> Tree:
    return parse(text.encode(), "deal.yaml")


def refusal(text: str) -> tuple[str, int, int]:
    with pytest.raises(UnreadableDealError) as caught:
        tree(text)
    issue = caught.value.issues[-1]
    return issue.code, issue.place.line, issue.place.column


@pytest.mark.parametrize(
    "written",
    ["148.10", "007", "1e5", "NO", "yes", "true", ".inf", "2025-04-14", "90:10", "1_000", "nUll"],
)
def test_a_leaf_is_the_text_that_was_written(written):
    assert tree(f"a: {written}").root == {"a": written}
    assert tree(f"[{written}, '{written}']").root == [written, written]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing(written):
    found = tree(f"a: {written}\nb: '{written}'\nc:\n- {written}\n")
    assert found.root == {"a": None, "b": written, "c": [None]}
    assert found.has_nulls
    assert found.leaves == [written]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\n c\n\n d", "b c\nd"),
        ("a: |\n  b\n   c\n", "b\n c\n"),
        ("a: >-\n  b\n  c\n", "b c"),
        ("a: 'b''c'", "b'c"),
        ('a: "b\\tc\\n\\u00e9"', "b\tc\né"),
        ('{"a":"b"}', "b"),
        ("a: '🔋 90%'", "🔋 90%"),
    ],
)
def test_text_in_every_style(text, value):
    assert tree(text).root == {"a": value}


def test_values_and_keys_have_places():
    found = tree("a: 1\nb:\n- c: é x\n  'd/e~f': [2,\n    {g: 3}]\n")
    assert found.values == {
        "": Place(1, 1, 1),
        "/a": Place(1, 4, 1),
        "/b": Place(3, 1, 1),
        "/b/0": Place(3, 3, 1),
        "/b/0/c": Place(3, 6, 3),
        "/b/0/d~1e~0f": Place(4, 12, 1),
        "/b/0/d~1e~0f/0": Place(4, 13, 1),
        "/b/0/d~1e~0f/1": Place(5, 5, 1),
        "/b/0/d~1e~0f/1/g": Place(5, 9, 1),
    }
    assert found.keys["/b/0/d~1e~0f"] == Place(4, 3, 7)
    assert found.place("/b/0/d~1e~0f", of_key=True) == Place(4, 3, 7)


def test_the_place_of_a_value_that_is_not_there_is_its_key():
    assert tree("a: 1\nbc:\n").values["/bc"] == Place(2, 1, 2)


def test_the_place_of_an_unknown_address_is_the_nearest_around_it():
    found = tree("a:\n  b: 1\n")
    assert found.place("/a/x/y") == found.values["/a"] == Place(2, 3, 1)
    assert found.place("/x") == Place(1, 1, 1)
    assert found.place("/a/b/c", of_key=True) == found.keys["/a/b"] == Place(2, 3, 1)


def test_what_has_no_key_is_its_value():
    found = tree("  a:\n  - b\n")
    assert found.place("/a/0", of_key=True) == Place(2, 5, 1)
    assert found.place("", of_key=True) == Place(1, 3, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_how_lines_end(end):
    text = f"# x{end}{end}a: 1{end}b:{end}  - c # d{end}"
    found = tree(text)
    assert found.root == {"a": "1", "b": ["c"]}
    assert found.values["/b/0"] == Place(5, 5, 1)
    assert found.lines[4] == "  - c # d"


@pytest.mark.parametrize(
    ("step", "whole"), [("a/b", "/x/a~1b"), ("a~b", "/x/a~0b"), (3, "/x/3"), ("", "/x/")]
)
def test_pointer(step, whole):
    assert pointer("/x", step) == whole


@pytest.mark.parametrize("text", ["", "\n \n", "# only a comment", "---", "---\n...\n", "~"])
def test_a_file_that_holds_nothing(text):
    assert told(text) == [("empty", 1, 1)]


def test_a_key_that_stands_twice_is_told_with_both_places():
    found = tree("a: 1\nb: {c: 1,\n  c: 2}\n")
    (issue,) = found.issues
    assert (issue.code, issue.place, issue.address) == (
        "duplicate-key",
        Place(3, 3, 1),
        "/b/c",
    )
    assert issue.message == "the key 'c' stands here again; the first is at line 2, column 5"
    assert found.lines[issue.place.line - 1] == "  c: 2}"


def test_a_long_key_is_shown_by_its_beginning():
    key = "k" * 500
    (issue,) = tree(f"{key}: 1\n{key}: 2").issues
    assert issue.message.startswith(f"the key '{'k' * 57}...' stands here again")


def test_a_key_that_stands_thrice_keeps_its_first_value():
    found = tree("a: 1\n'a': {b: c}\n\"a\": [3]\n")
    assert [issue.place.line for issue in found.issues] == [2, 3]
    assert found.root == {"a": "1"}
    assert found.values["/a"] == Place(1, 4, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b\nc: d\n", (2, 2)),
        ("a: b\nc", (2, 2)),
        ("a: b: c", (1, 5)),
        ("a: 'b", (1, 6)),
        ("a: @b", (1, 4)),
        ("a:\n  b: c\n d: e\n", (3, 2)),
        ("a: }", (1, 4)),
        ("{a: b", (1, 6)),
    ],
)
def test_what_is_not_yaml(text, place):
    (issue,) = issues(text)
    assert (issue.code, issue.place.line, issue.place.column) == ("syntax", *place)
    assert issue.message.startswith("this is not YAML: ")
    assert "goes in quotes" in issue.hint


def test_without_libyaml_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(DealcliError, match=r"without libyaml.*pip install"):
        tree("a: b")


@pytest.mark.parametrize(
    ("opener", "closer"), [("[", "]"), ("{a: ", "}"), ('{"a":', "}"), ("- ", ""), ("[{a: ", "}]")]
)
def test_depth(opener, closer):
    levels = MAX_DEPTH // len(closer or "x")
    tree(opener * levels + "x" + closer * levels)
    text = opener * (levels + 1) + "x" + closer * (levels + 1)
    assert refusal(text) == ("too-deep", 1, 1 + len(opener) * levels)


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", '{"a":', "[["])
def test_a_bottomless_file(opener):
    assert refusal(opener * 100_000)[0] in ("too-deep", "key-not-text")


def test_how_many_values_a_file_may_have():
    items = "- x\n" * (MAX_NODES - 1)
    assert len(tree(items).root) == MAX_NODES - 1
    assert refusal(items + "- x\n") == ("too-many-values", MAX_NODES, 3)


def test_keys_count_as_values():
    half = "".join(f"{number}: x\n" for number in range(MAX_NODES // 2))
    assert refusal(half) == ("too-many-values", MAX_NODES // 2, len(f"{MAX_NODES // 2 - 1}: x"))


def test_long_keys_around_many_values():
    (issue,) = issues(f"? {'k' * 10_000}\n: [{'x,' * 40_000}]")
    assert issue.code == "too-large"
    assert issue.message == "long keys stand around too many values"


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("- &a x\n", "anchor"),
        ("- *a\n", "alias"),
        ("- !a x\n", "tag"),
        ("a: x\n", "duplicate-key"),
        ("- a #x\n", "cut-value"),
        ("- <<: x\n", "merge-key"),
    ],
)
def test_of_very_many_issues_the_first_are_told(unit, code):
    with pytest.raises(UnreadableDealError, match=r"^deal\.yaml ") as caught:
        tree(unit * 10_000)
    assert [issue.code for issue in caught.value.issues] == [code] * 100
