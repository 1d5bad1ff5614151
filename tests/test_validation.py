"""Every way in which a tree is not a deal is told in one run, each at its place."""

import pytest
from reading import HEAD, excerpts, issues, read, the_issue, told

from dealcli.validation import given, nearest
from dealcli.validation import issues as structural_issues
from dealcli.yamltree import parse


def venture(text: str) -> str:
    return f"{HEAD}joint_ventures:\n- id: v\n  name: V\n  {text}"


def stake(text: str) -> str:
    return venture(f"stakes: [{{holder: a, {text}}}]")


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        (HEAD + "annouced: x", 4, 1, "a deal has no key 'annouced'", "did you mean 'announced'?"),
        (HEAD + "joint-ventures: []", 4, 1, "'joint-ventures'", "did you mean 'joint_ventures'?"),
        (HEAD + "Caveats: []", 4, 1, "'Caveats'", "did you mean 'caveats'?"),
        (venture("led: a"), 7, 3, "a joint venture has no key 'led'", "did you mean 'lead'?"),
        (stake("class_: x"), 7, 24, "a stake has no key 'class_'", "did you mean 'class'?"),
        (HEAD + "zzz: 1", 4, 1, "a deal has no key 'zzz'", "its keys: format, id, title, kind"),
        (HEAD + "'': 1", 4, 1, "a deal has no key ''", "its keys: "),
        (HEAD + '"a\\x1bb": 1', 4, 1, "'a\\x1bb'", "its keys: "),
        (HEAD + "parties: [{a/b: 1, id: x, name: y}]", 4, 12, "a party has no key 'a/b'", "keys: "),
    ],
)
def test_an_unknown_key(text, line, column, message, hint):
    issue = the_issue(text)
    assert (issue.code, issue.place.line, issue.place.column) == ("unknown-key", line, column)
    assert message in issue.message
    assert hint in issue.hint


@pytest.mark.parametrize(
    ("text", "places", "message"),
    [
        ("id: a\ntitle: b", [(1, 1)], "a deal needs the key 'format'"),
        (HEAD + "parties:\n- name: a", [(5, 3)], "a party needs the key 'id'"),
        (HEAD + "parties:\n- {}", [(5, 3)] * 2, "a party needs the key 'id'"),
        (HEAD + "set_aside: [{quote: a}]", [(4, 13)], "a set aside needs the key 'why'"),
        (HEAD + "holdings: [{holder: a}]", [(4, 12)], "a holding needs the key 'in'"),
        (HEAD + "quote: {prefix: a}", [(4, 8)], "a passage needs the key 'exact'"),
        (HEAD + "quote: [a, {prefix: a}]", [(4, 12)], "a passage needs the key 'exact'"),
    ],
)
def test_a_missing_key(text, places, message):
    assert told(text) == [("missing-key", *place) for place in places]
    assert issues(text)[0].message == message


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a", 1, 1, "the file is text; it should be a deal, as 'key: value'"),
        ("[]", 1, 1, "the file is a list; it should be a deal, as 'key: value'"),
        (HEAD + "parties: a", 4, 10, "'parties' is text; it should be a list"),
        (HEAD + "parties: {a: b}", 4, 10, "'parties' is a mapping; it should be a list"),
        (HEAD + "parties: [a]", 4, 11, "item 1 of 'parties' is text; it should be a party, as"),
        (HEAD + "parties: [[a]]", 4, 11, "item 1 of 'parties' is a list; it should be a party, as"),
        (HEAD + "note: [a]", 4, 7, "'note' is a list; it should be text"),
        (HEAD + "note: {a: b}", 4, 7, "'note' is a mapping; it should be text"),
        (HEAD + "kind: [a]", 4, 7, "'kind' is a list; it should be one word"),
        (HEAD + "announced: {a: b}", 4, 12, "'announced' is a mapping; it should be a date"),
        (HEAD + "quote: [[a]]", 4, 9, "item 1 of 'quote' is a list; it should be text"),
        (stake("percent: [1]"), 7, 33, "'percent' is a list; it should be a number"),
        (stake("percent: {exact: [1]}"), 7, 41, "'exact' is a list; it should be a number"),
        (HEAD + "payments: [{from: {a: b}}]", 4, 19, "'from' is a mapping; it should be an id"),
    ],
)
def test_a_wrong_type(text, line, column, message):
    issue = the_issue(text)
    assert (issue.code, issue.place.line, issue.place.column) == ("wrong-type", line, column)
    assert issue.message.startswith(message)


@pytest.mark.parametrize("text", ["2025-4-14", "2025-02-29", "2025-13-01", "14 April 2025", "2025"])
def test_a_bad_date(text):
    issue = the_issue(f"{HEAD}announced: {text}")
    assert (issue.code, issue.place.line, issue.place.column) == ("bad-date", 4, 12)
    assert issue.message == f"'{text}' is not a date that exists, written as 2025-04-14"


@pytest.mark.parametrize("text", ["2025-Q5", "2024-H3", "Q1 2024", "2025-00", "24", "2023-02-29"])
def test_a_bad_period(text):
    issue = the_issue(f"{HEAD}payments: [{{when: {text}}}]")
    assert (issue.code, issue.place.line, issue.place.column) == ("bad-date", 4, 19)
    assert "written as 2027, 2024-Q3, 2024-H2, 2024-06" in issue.message


@pytest.mark.parametrize("text", ["2025", "2024-Q3", "2024-H2", "2024-06", "2024-02-29"])
def test_a_good_period(text):
    assert read(f"{HEAD}payments: [{{when: {text}}}]").payments[0].when == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("join-venture", "did you mean 'joint-venture'? it can be: acquisition"),
        ("Joint_Venture", "did you mean 'joint-venture'?"),
        ("license", "did you mean 'licence'?"),
        ("zzz", "it can be: acquisition, collaboration, disposal, financing"),
        ("''", "it can be: "),
    ],
)
def test_a_word_outside_the_vocabulary(text, hint):
    issue = the_issue(f"{HEAD}kind: {text}")
    assert (issue.code, issue.place.line, issue.place.column) == ("unknown-word", 4, 7)
    assert issue.message == f"'{text.strip(chr(39))}' is not a word that 'kind' can have"
    assert issue.hint.startswith(hint)


@pytest.mark.parametrize("text", ["2", "1.0", "01", "one"])
def test_another_format(text):
    issue = the_issue(f"format: {text}\nid: a\ntitle: b")
    assert (issue.code, issue.place.column) == ("unknown-word", 9)
    assert issue.hint.endswith("it can be: 1")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("90%", "without the % sign"),
        ("'1,000'", "1000, 16.7"),
        ("1_000", "digits"),
        ("1e5", "digits"),
        ("+5", "digits"),
        (".5", "digits"),
        ("5.", "digits"),
        ("05", "digits"),
        ("NaN", "digits"),
        ("-Infinity", "digits"),
        ("n_an", "digits"),
        ("' 5'", "digits"),
        ('"5\\n"', "digits"),
        ("90:10", "digits"),
        ("'٣'", "digits"),
        ("about 5", "digits"),
        ("'null'", "digits"),
        ("'1" + "0" * 20 + "'", "digits"),
    ],
)
def test_a_bad_number(text, hint):
    for whole, column in (("percent: {}", 33), ("percent: {{exact: {}}}", 41)):
        issue = the_issue(stake(whole.format(text)))
        assert (issue.code, issue.place.line) == ("bad-number", 7)
        assert issue.place.column == column
        assert hint in issue.hint


@pytest.mark.parametrize(
    "text", ["0999", "2027.0", "2.027e3", "+2027", "10000", "02027", "'null'", "2025-06"]
)
def test_a_bad_year(text):
    issue = the_issue(f"{HEAD}market: [{{what: a, points: [{{year: {text}, amount: 1}}]}}]")
    assert (issue.code, issue.place.column) == ("bad-number", 36)
    assert issue.message.endswith("is not a year of four digits")


@pytest.mark.parametrize(
    ("text", "column", "code", "message"),
    [
        ("id: A b", 5, "bad-text", "'A b' is not an id"),
        ("id: |\n  a\n", 5, "bad-text", "'a\\n' is not an id"),
        ("id: a--b", 5, "bad-text", "'a--b' is not an id"),
        ("title: ''", 8, "no-value", "'title' is empty text"),
        ("sources: [{id: a, title: b, sha256: 0f}]", 37, "bad-text", "'0f' is not a SHA-256"),
        ("terms: [{id: a, kind: Big deal}]", 23, "bad-text", "'Big deal' is not a word"),
        ("payments: [{to: [a, B]}]", 21, "bad-text", "'B' is not an id"),
        ("parties: [{id: a, name: b, aka: ['']}]", 34, "no-value", "item 1 of 'aka' is empty text"),
    ],
)
def test_text_of_the_wrong_form(text, column, code, message):
    head = "".join(f"{line}\n" for line in HEAD.splitlines() if line[:3] != text[:3])
    issue = the_issue(head + text)
    assert (issue.code, issue.place.column) == (code, column)
    assert issue.message.startswith(message)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("note:", 4, 1),
        ("note: ~", 4, 1),
        ("kind: null", 4, 1),
        ("announced:\nnote: x", 4, 1),
        ("parties:\n-", 5, 2),
        ("quote: [a, ~]", 4, 12),
        ("quote:", 4, 1),
        ("payments: [{amount: }]", 4, 13),
        ("facilities: [{id: a, name: b, place: }]", 4, 31),
    ],
)
def test_no_value(text, line, column):
    issue = the_issue(HEAD + text)
    assert (issue.code, issue.place.line, issue.place.column) == ("no-value", line, column)
    assert issue.message.endswith("has no value")
    assert issue.hint == "write one, or leave the key out"


@pytest.mark.parametrize("nothing", ["", " []", " ~"])
def test_a_list_may_be_empty(nothing):
    assert read(f"{HEAD}parties:{nothing}\nterms:{nothing}\n") == read(HEAD)
    assert read(venture(f"stakes:{nothing}")).joint_ventures[0].stakes == ()


def test_a_value_without_the_keys_that_have_none():
    assert given({"a": None, "b": [{"c": None, "d": "e"}, None]}) == {"b": [{"d": "e"}, None]}


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("{exact: 1, about: 2}", 33, "a quantity has one of exact, about"),
        ("{unit: GWh}", 33, "a quantity has one of exact, about"),
        ("{from: 1}", 33, "a quantity has one of exact, about"),
        ("{from: 1, to: 2, exact: 1}", 33, "a quantity has one of exact, about"),
        ("{}", 33, "a quantity has one of exact, about"),
        ("{exact: 1, also: [{unit: x}]}", 51, "a quantity has one of exact, about"),
        ("1, basis: implied", 12, "an implied share needs 'because'"),
        ("1, steps: [{by: {from: 2024}}]", 49, "a time has by, not_before, about"),
        ("1, steps: [{by: {}}]", 49, "a time has by, not_before, about"),
    ],
)
def test_a_mapping_that_does_not_hang_together(text, column, message):
    issue = the_issue(stake(f"percent: {text}"))
    assert (issue.code, issue.place.line, issue.place.column) == ("incomplete", 7, column)
    assert issue.message.startswith(message)


def test_all_in_one_run_by_place():
    text = """\
format: 2
id: A b
annouced: x
kind: join-venture
parties:
- id: a
  aka: b
joint_ventures:
- id: v
  name: V
  stakes:
  - {holder: a, percent: 90%}
  - {holder: a, percent: {exact: 1, about: 1}}
payments:
- when: 2025-02-30
  amount: #x
statements: *s
"""
    assert told(text) == [
        ("missing-key", 1, 1),
        ("unknown-word", 1, 9),
        ("bad-text", 2, 5),
        ("unknown-key", 3, 1),
        ("unknown-word", 4, 7),
        ("missing-key", 6, 3),
        ("wrong-type", 7, 8),
        ("bad-number", 12, 26),
        ("incomplete", 13, 26),
        ("bad-date", 15, 9),
        ("cut-value", 16, 11),
        ("alias", 17, 13),
    ]
    lines = text.splitlines()
    assert excerpts(text) == [lines[issue.place.line - 1] for issue in issues(text)]


def test_an_address_is_the_json_pointer_of_what_is_wrong():
    addresses = [each.address for each in issues(venture("stakes: [{percent: x}, {a/b: c}]"))]
    base = "/joint_ventures/0/stakes"
    assert addresses == [f"{base}/0", f"{base}/0/percent", f"{base}/1", f"{base}/1/a~1b"]


def test_of_very_many_issues_the_first_are_told():
    found = issues(f"{HEAD}parties: [{'x, ' * 4_000}]")
    assert len(found) == 100
    assert found[0].message.startswith("item 1 of")


@pytest.mark.parametrize("text", [f"? {'k' * 9999}\n: 1", f"kind: {'k' * 9999}"])
def test_long_text_is_shown_by_its_beginning(text):
    assert f"'{'k' * 57}...'" in the_issue(HEAD + text).message


@pytest.mark.parametrize(
    ("word", "close"),
    [("near_term", "near-term"), ("Near-Term", "near-term"), ("nearterm", "near-term"), ("x", "")],
)
def test_nearest(word, close):
    assert nearest(word, ["near-term", "longer-term"]) == close


def test_a_good_tree_has_no_issues():
    assert structural_issues(parse(HEAD.encode(), "deal.yaml")) == []
