"""Phrases that are looked for only where one may begin are found as they are anywhere."""

import pytest

from dealcli.language.phrases import beginnings, compiled
from dealcli.reading.word_starts import sought, starts_of


@pytest.mark.parametrize(
    "phrase",
    ["option", "option*", "*option", "(an) option", "put|option", "=Option", "off-take", "N.V"],
)
def test_the_same_is_found(phrase):
    text = "An OPTION, no adoption; options off-take (Option) an option put\nN.V. Options"
    pattern = compiled((phrase,), negative=("no",))
    found = [one.span() for one in sought(pattern, (phrase,)).finditer(text)]
    assert found == [one.span() for one in pattern.finditer(text) if text[one.start()].isalnum()]
    assert found


def test_matches_do_not_overlap():
    found = sought(compiled(("up ... up",)), ("up",)).finditer("up to up to up")
    assert [one.span() for one in found] == [(0, 8)]


def test_the_words_that_phrases_begin_with():
    assert beginnings(("(the) End of", "=ABC", "a|co-op", "announc*")) == (
        {"the", "end", "abc", "a", "co"},
        ("announc",),
    )


def test_a_phrase_that_begins_with_a_mark_is_refused():
    with pytest.raises(ValueError, match="begins with a mark"):
        beginnings(("+ some",))


def test_where_words_start():
    text = "Two and two2 makes\nTwo"
    assert starts_of(text, frozenset({"two", "and"})) == [0, 4, 19]
    assert starts_of(text, frozenset(), ("tw", "m")) == [0, 8, 13, 19]
