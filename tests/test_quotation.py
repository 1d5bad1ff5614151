"""Quotation marks inside a quotation alternate; apostrophes and single marks stay."""

# ruff: noqa: RUF001

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import shown

from dealcli.quotation import nested
from dealcli.renderers.charting.plain_text import PlainText
from dealcli.renderers.markdown import _run
from dealcli.renderers.theme import Theme
from dealcli.report import Run

MARKS = "“”‘’\"'"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("He said, “Yes.”", "He said, ‘Yes.’"),
        ("“A” and “B”", "‘A’ and ‘B’"),
        ("“He said “yes” to us”", "‘He said “yes” to us’"),
        ("“He said ‘yes’ to us”", "‘He said “yes” to us’"),
        ("“He said ‘the “yes”’ to us”", "‘He said “the ‘yes’” to us’"),
        ("the ‘Company’ and ‘we’", "the ‘Company’ and ‘we’"),
        ("‘he said “yes” now’", "‘he said “yes” now’"),
        ('"Storage is it," she said.', "'Storage is it,' she said."),
        ('("Halden," "we" or "our")', "('Halden,' 'we' or 'our')"),
        ("\"He said 'yes' to us\"", "'He said \"yes\" to us'"),
        ('“a "b" c”', '‘a "b" c’'),
    ],
)
def test_marks_that_belong_together_alternate(words, printed):
    assert nested(words) == printed


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Kandi’s and the parties’ plants",
        "the parties' plants in '24",
        "“Our expertise is key.",
        "is key to us.”",
        "” before “",
        '5" by 3" steel',
        'a " b " c',
        "„Wort“",
    ],
)
def test_apostrophes_and_marks_without_a_partner_stay(words):
    assert nested(words) == nested(words, straight=True) == words


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("“We’re sure of the parties’ plans,” said", "‘We’re sure of the parties’ plans,’ said"),
        ("“the ‘parties’ plans’ are”", "‘the ‘parties’ plans’ are’"),
        ("“‘tis the parties’ own ‘plan’ here”", "‘“tis the parties” own “plan” here’"),
        ("\"we're in '24 at the parties' plant\"", "'we're in '24 at the parties' plant'"),
        ("“A. “B” C", "“A. ‘B’ C"),
        ("“a” b” c", "‘a’ b” c"),
        ("“the ‘best” and worst’ of", "‘the ‘best’ and worst’ of"),
        ("“a” ‘b’ “c ‘d’ e”", "‘a’ ‘b’ ‘c “d” e’"),
    ],
)
def test_what_may_be_an_apostrophe_stays(words, printed):
    assert nested(words) == printed


def test_in_straight_marks():
    assert nested("“He’s ‘in’ it”", straight=True) == "'He’s \"in\" it'"
    assert nested("the ‘Company’s’ plan", straight=True) == "the 'Company’s' plan"


@given(st.text(alphabet=f"ab .5{MARKS}"), st.booleans())
def test_nothing_but_marks_changes(words, straight):
    printed = nested(words, straight=straight)
    assert len(printed) == len(words)
    for one, other in zip(words, printed, strict=True):
        assert one == other or {one, other} <= set(MARKS)


def test_every_format_that_puts_marks_around_a_quote():
    quote = Run("said, “Kandi’s *plan*”", "quote")
    assert Theme("utf-8").words(quote) == PlainText().words(quote) == "“said, ‘Kandi’s *plan*’”"
    assert Theme("ascii").words(quote) == "\"said, 'Kandi\\u2019s *plan*'\""
    assert Theme("cp1252").words(quote) == "\"said, 'Kandi’s *plan*'\""
    assert _run(quote) == r"“said, ‘Kandi’s \*plan\*’”"
    note = shown("parties", "--format", "markdown").partition("]: ")[2]
    assert note.startswith("¶1 4: “CBAK Energy Technology, Inc. (NASDAQ: CBAT) (‘CBAK Energy,’ or")
    plain = Run("said, “Kandi’s”")
    assert Theme("utf-8").words(plain) == PlainText().words(plain) == _run(plain) == plain.text
