"""Where words occur in a text."""

import pytest

from dealcli.searching import contains_phrase


@pytest.mark.parametrize(
    ("words", "text", "contained"),
    [
        ("the Company", "said the Company today", True),
        ("the Company", "The Company said", True),
        ("The Company", "said the Company", False),
        ("battery cells", "battery cell", False),
        ("cell", "cells", False),
        ("x", "a X b", True),
        ("", "words", False),
        ("Company", "", False),
    ],
)
def test_a_text_contains_words_but_for_a_capital_at_their_beginning(words, text, contained):
    assert contains_phrase(words, text) is contained
