"""By what names a source may refer to a party."""

import pytest

from dealcli.checks.naming import named_in, names_of
from dealcli.model import Listing, Party

ALPHA = Party(
    id="alpha",
    name="Alpha, Inc.",
    aka=("Alpha", "ALF"),
    called=("the Company",),
    listings=(Listing(exchange="NYSE"), Listing(ticker="ALP")),
)


def test_everything_by_which_a_source_may_refer_to_a_party():
    assert names_of(ALPHA) == ("Alpha, Inc.", "Alpha", "ALF", "the Company", "ALP")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Alpha, Inc. said", True),
        ("Alpha said", True),
        ("The Company said", True),
        ("(NYSE: ALP)", True),
        ("alpha said", False),
        ("Alphabet said", False),
        ("NYSE", False),
    ],
)
def test_whether_a_text_names_a_party(text, named):
    assert named_in(ALPHA, text) is named
