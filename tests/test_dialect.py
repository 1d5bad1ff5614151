"""What YAML offers and a deal file does not use is refused, with a place and a way out."""

import pytest
from reading import HEAD, excerpts, issues, read, told

REFUSED = [
    # text, code, line, column, words of the message, words of the hint
    ("note: &a x", "anchor", 4, 7, "'&a'", "take the mark out"),
    ("&a note: x", "anchor", 4, 1, "'&a'", "take the mark out"),
    ("parties: &all []", "anchor", 4, 10, "'&all'", "take the mark out"),
    ("note: *a", "alias", 4, 7, "'*a' stands for", "write it out"),
    ("parties: [*a]", "alias", 4, 11, "'*a' stands for", "write it out"),
    ("*a : x", "alias", 4, 1, "'*a' stands for", "write it out"),
    ("note: !!str x", "tag", 4, 7, "'tag:yaml.org,2002:str'", "take it out"),
    ("note: ! 12", "tag", 4, 7, "'!'", "take it out"),
    ("note: !<x> 12", "tag", 4, 7, "'x'", "take it out"),
    ("parties: !set []", "tag", 4, 10, "'!set'", "take it out"),
    ("!x note: x", "tag", 4, 1, "'!x'", "take it out"),
    ("<<: {note: x}", "merge-key", 4, 1, "merges another mapping", "write it out"),
    ("parties: [{<<: x}]", "merge-key", 4, 12, "merges another mapping", "write it out"),
    ("...\n---\nnote: x", "second-document", 5, 1, "a second document", "'---' or '...'"),
    ("---\nnote: x", "second-document", 4, 1, "a second document", "'---' or '...'"),
    ("...\nnote: x", "syntax", 5, 1, "document start", ""),
    ("[a]: x", "key-not-text", 4, 1, "a key is a word", "key: value"),
    ("{a: b}: x", "key-not-text", 4, 1, "a key is a word", "key: value"),
    ("? - a\n: x", "key-not-text", 4, 3, "a key is a word", "key: value"),
    ("? : x", "key-not-text", 4, 3, "a key is a word", "key: value"),
    ("?\n: x", "key-not-text", 4, 2, "a key is a word", "key: value"),
    (": x", "syntax", 4, 1, "expected key", ""),
    ("note: a #1 supplier", "cut-value", 4, 9, "stops short", "put the value in quotes"),
    ("note: a  #x", "cut-value", 4, 10, "stops short", "put the value in quotes"),
    ("note: a\n  b #x", "cut-value", 5, 5, "stops short", "put the value in quotes"),
    ("parties: [a #x\n]", "cut-value", 4, 13, "stops short", "put the value in quotes"),
    ("note: #CBAT", "cut-value", 4, 7, "stops short", "put the value in quotes"),
    ("parties:\n- #1", "cut-value", 5, 3, "stops short", "put the value in quotes"),
    ('note: "\\ud83d\\ude00"', "syntax", 4, 10, "", ""),
    ('note: "\\U00110000"', "syntax", 4, 10, "", ""),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "message", "hint"), REFUSED)
def test_refused(text, code, line, column, message, hint):
    number, first = next(each for each in enumerate(issues(HEAD + text)) if each[1].code == code)
    assert (first.place.line, first.place.column) == (line, column)
    assert message in first.message
    assert hint in first.hint
    assert excerpts(HEAD + text)[number] == (HEAD + text).splitlines()[line - 1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("%YAML 1.1\n---\n", 1),
        ("# c\n\n%TAG ! x:\n---\n", 3),
        ("%ENCODER me\n", 1),
        ("\r%YAML 1.2\r---\r", 2),
        ("title: >\n  a\n%b\n", 3),
        ("title: 'a\n%b'\n", 2),
    ],
)
def test_a_directive(text, line):
    (issue,) = issues(text + HEAD)
    assert (issue.code, issue.place.line, issue.place.column) == ("directive", line, 1)
    assert "starts with %" in issue.message


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("note: a # an ordinary comment", "a"),
        ("note: a # x", "a"),
        ("note: a ##", "a"),
        ("note: a ## b #c", "a"),
        ("note: a#1", "a#1"),
        ("note: 'a #1'", "a #1"),
        ('note: "a #1" # quoted', "a #1"),
        ("note: |\n  a #1", "a #1"),
        ("note: a\n# a comment\n#and another", "a"),
        ("note: a\n #indented", "a"),
        ("note: 90% of it", "90% of it"),
        ("note: |\n  %a", "%a"),
        ("note: a & b * c ! d", "a & b * c ! d"),
        ("note: <<", "<<"),
        ("note: Why? Because: b", None),
        ("note: Why? a:b", "Why? a:b"),
        ("note: '*a'", "*a"),
        ('note: "\\u00e9\\/"', "é/"),
        ("note: x\n...", "x"),
        ("note: x\n...\n# the end", "x"),
    ],
)
def test_what_only_looks_like_it(text, note):
    if note is None:
        assert told(HEAD + text) == [("syntax", 4, 19)]
    else:
        assert read(HEAD + text).note == note


@pytest.mark.parametrize("text", ["kind: {[b]: c}", "kind: {*b : c}", "kind: {? : c}"])
def test_a_key_that_is_refused_is_told_of_what_it_stands_in(text):
    assert [each.address for each in issues(text)] == ["/kind"]


def test_a_mark_of_the_whole_file_is_told_of_it():
    assert [each.address for each in issues(f"&a {{{HEAD.replace(chr(10), ', ')}}}")] == [""]


def test_an_explicit_document_start_is_fine():
    assert read(f"# A deal\n---\n{HEAD}") == read(HEAD)


def test_a_merge_key_in_quotes_is_a_key_like_any_other():
    assert told(f'{HEAD}"<<": x') == [("unknown-key", 4, 1)]


def test_one_run_tells_all():
    text = f"note: &a x\nkind: *b\ntitle: !!str y #z\n<<: q\n{HEAD}stge: signed\n"
    assert told(text) == [
        ("anchor", 1, 7),
        ("alias", 2, 7),
        ("tag", 3, 8),
        ("cut-value", 3, 16),
        ("merge-key", 4, 1),
        ("duplicate-key", 7, 1),
        ("unknown-key", 8, 1),
    ]


def test_what_a_refused_file_holds_reaches_the_message_as_text():
    (issue,) = (
        each for each in issues('"\\x1b[31m": 1\n"\\x1b[31m": 2') if each.code == "duplicate-key"
    )
    assert "'\\x1b[31m'" in issue.message


def test_an_alias_for_a_key_ends_the_reading():
    assert told("*a : x\nb: &c d") == [("alias", 1, 1)]


@pytest.mark.parametrize("mark", ["&", "*", "!"])
def test_a_long_mark_is_shown_by_its_beginning(mark):
    assert all(len(each.message) < 120 for each in issues(f"note: {mark}{'a' * 9999} x"))
