"""Bytes that are not plain UTF-8 text are refused, with a place."""

import pytest
from reading import HEAD, excerpts, issues, read, the_issue, told

from dealcli.decoding import MAX_BYTES, MAX_ISSUES, decode, lines_of


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xef\xbb\xbfa: 1", "x") == "a: 1"
    assert read(b"\xef\xbb\xbf" + HEAD.encode()) == read(HEAD)
    assert told(b"\xef\xbb\xbf" + HEAD.encode() + b"nte: x") == [("unknown-key", 4, 1)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_wide_encodings(encoding):
    issue = the_issue(HEAD.encode(encoding))
    assert (issue.code, issue.place.line, issue.place.column) == ("encoding", 1, 1)
    assert "UTF-16" in issue.message
    assert issue.hint == "save the file as UTF-8"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte", "excerpt"),
    [
        (b"a: b\nc: Soci\xe9t\xe9\nd: e", 2, 8, "0xe9", r"c: Soci\xe9t\xe9"),
        ("é: ".encode() + b"\xff", 1, 4, "0xff", r"é: \xff"),
        (b"\xef\xbb\xbf\xc3\xa9\xe9", 1, 2, "0xe9", r"é\xe9"),
        (b"a\r\nb\rc\n\x80", 4, 1, "0x80", r"\x80"),
        (b"a: \xed\xa0\x80", 1, 4, "0xed", r"a: \xed\xa0\x80"),
        (b"a: \xc3", 1, 4, "0xc3", r"a: \xc3"),
    ],
    ids=["latin-1", "after-two-bytes", "after-mark", "line-ends", "surrogate", "cut"],
)
def test_a_byte_that_is_not_utf_8(data, line, column, byte, excerpt):
    issue = the_issue(data)
    assert (issue.code, issue.place.line, issue.place.column) == ("encoding", line, column)
    assert issue.message == f"byte {byte} is not UTF-8"
    assert excerpts(data) == [excerpt]


def test_one_file_is_at_most_a_mebibyte():
    full = HEAD + "note: " + "x" * (MAX_BYTES - len(HEAD) - 6)
    assert read(full)
    issue = the_issue(full + "x")
    assert (issue.code, issue.message) == (
        "too-large",
        "the file is larger than 1,048,576 bytes",
    )


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x00", "x00"),
        ("\x1b", "x1b"),
        ("\x85", "x85"),
        ("\u200b", "u200b"),
        ("\u2028", "u2028"),
        ("\u202e", "u202e"),
        ("\ufeff", "ufeff"),
    ],
)
def test_an_invisible_character(character, shown):
    text = f"{HEAD}note: é{character}x\nurl: y"
    issue = the_issue(text)
    assert (issue.code, issue.place.line, issue.place.column) == ("invisible-character", 4, 8)
    assert issue.message == f"\\{shown} is a control or an invisible character"
    assert f'write it as "\\{shown}", in double quotes' in issue.hint
    assert excerpts(text) == [f"note: é{character}x"]


@pytest.mark.parametrize("written", [r"\x1b", r"\u202e", r"\u200b", r"\0"])
def test_an_invisible_character_as_an_escape_is_data(written):
    assert read(f'{HEAD}note: "a{written}b"').note == f"a{written}b".encode().decode(
        "unicode_escape"
    )


@pytest.mark.parametrize("written", ["\U000e0041", r'"\U000e0041"'], ids=["raw", "escape"])
def test_an_invisible_character_that_json_could_not_hold(written):
    issue = the_issue(f"{HEAD}note: {written}")
    assert (issue.code, issue.place.line, issue.place.column) == ("invisible-character", 4, 7)
    assert issue.message == "\\U000e0041 is a control or an invisible character"
    assert issue.hint == "take it out"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a:\tb", 1, 3), ("a: b\n\tc: d", 2, 1), ('a: "b\tc"', 1, 6), ("# c\r\n#\tc", 2, 2)],
)
def test_a_tab(text, line, column):
    issue = the_issue(text)
    assert (issue.code, issue.place.line, issue.place.column) == ("tab", line, column)
    assert issue.hint == "use spaces"


def test_every_unseen_character_is_told_up_to_a_limit():
    assert told("a\u200b\u200b\n\tb") == [
        ("invisible-character", 1, 2),
        ("invisible-character", 1, 3),
        ("tab", 2, 1),
    ]
    assert len(issues("\u200b\n" * 500)) == len(issues("\t" * 500)) == MAX_ISSUES


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_yaml(end):
    assert lines_of(f"a{end}b{end}{end}") == ["a", "b", "", ""]


def test_other_separators_end_no_line():
    assert lines_of("a\x0bb\x0cc\x1cd\x85e\u2028f") == ["a\x0bb\x0cc\x1cd\x85e\u2028f"]
