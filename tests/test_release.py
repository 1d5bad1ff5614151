"""The release's text: folded, in paragraphs, and searched for words."""

import pytest

from dealcli.release import Release, Span
from dealcli.searching import fold

TEXT = """\
Alpha and Beta
agree.  Alpha\u00a0leads.
  \t
Beta, too, leads;\r\nBeta leads.\r\n\r\nThe end
"""


@pytest.fixture
def release() -> Release:
    return Release(TEXT)


def words(release: Release, span: Span) -> str:
    return release.folded[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        (" a\n\t b ", "a b"),
        ("", ""),
        (" \n", ""),
        ("a\u00a0\u2009b\x85c", "a b c"),
        ("“a”—b", "“a”—b"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_paragraphs_are_what_blank_lines_part(release):
    assert release.paragraphs == [
        "Alpha and Beta agree. Alpha leads.",
        "Beta, too, leads; Beta leads.",
        "The end",
    ]
    assert release.folded == " ".join(release.paragraphs)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_paragraphs_do_not_depend_on_how_lines_end(end):
    assert Release(f"a{end}b{end}{end}{end}c{end}").paragraphs == ["a b", "c"]


@pytest.mark.parametrize("text", ["", "\n \n", "\r\n"])
def test_a_release_of_nothing(text):
    empty = Release(text)
    assert (empty.paragraphs, empty.folded, empty.find("a")) == ([], "", ())


@pytest.mark.parametrize(
    ("exact", "starts", "paragraphs"),
    [
        ("Alpha", [0, 22], [1, 1]),
        ("Beta\n agree", [10], [1]),
        ("leads", [28, 46, 58], [1, 2, 2]),
        ("leads. Beta", [28], [1]),
        ("The end", [65], [3]),
        ("alpha", [], []),
        ("Alpha leads", [22], [1]),
        ("", [], []),
        (" \n", [], []),
    ],
)
def test_find(release, exact, starts, paragraphs):
    found = release.find(exact)
    assert [span.start for span in found] == starts
    assert [span.first for span in found] == paragraphs
    assert all(words(release, span) == fold(exact) for span in found)


@pytest.mark.parametrize(
    ("prefix", "suffix", "starts"),
    [
        ("", "", [28, 46, 58]),
        ("too,", "", [46]),
        ("too, ", "", [46]),
        ("Alpha", "", [28]),
        ("Beta", "", [58]),
        ("", ".", [28, 58]),
        ("", ". The\nend", [58]),
        ("", "; Beta", [46]),
        ("Beta", ". The", [58]),
        ("Alpha and Beta agree. Alpha", "", [28]),
        ("before it all Alpha and Beta agree. Alpha", "", []),
        ("", ". The end and more", []),
        ("no", "", []),
    ],
)
def test_find_with_what_stands_around(release, prefix, suffix, starts):
    assert [span.start for span in release.find("leads", prefix, suffix)] == starts


def test_places_may_overlap():
    assert [span.start for span in Release("a a a a").find("a a")] == [0, 2, 4]


def test_words_across_paragraphs_are_in_both(release):
    (span,) = release.find("leads. Beta")
    assert (span.first, span.last) == (1, 2)


@pytest.mark.parametrize(
    ("text", "exact", "found"),
    [
        ("They hold 95%.", "5%", False),
        ("They hold 95%.", "95%", True),
        ("They hold 1.5%.", "5%", False),
        ("They hold 5.1%.", "5", False),
        ("They hold 5.", "5", True),
        ("USD 1,500 million", "500 million", False),
        ("They will nothold.", "will not", False),
        ("They will not.", "will not", True),
        ("In 2024, two", "2024", True),
        ("market reports1, said", "market reports", False),
        ("“Words” here", "Words", True),
        ("Die Übernahme", "bernahme", False),
        ("持有電池公司", "電池", True),
        ("a", "a", True),
    ],
)
def test_words_stand_whole(text, exact, found):
    assert bool(Release(text).find(exact)) is found


def test_words_that_stand_very_often_are_found_in_one_pass():
    found = Release("a " * 200_000).find("a", prefix="a", suffix="a")
    assert [span.start for span in found] == list(range(2, 44, 2))


def test_words_inside_longer_words_are_given_up():
    assert Release("ab " * 100 + "b").find("b") == ()
    assert len(Release("ab " * 99 + "b").find("b")) == 1


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [
        ("a non-binding term sheet", "binding term sheet", 0),
        ("a Non-binding term sheet", "binding term sheet", 0),
        ("a non-binding and a binding offer", "binding", 1),
        ("a U.S.-based plant", "based plant", 1),
        ("a long-term supply", "term supply", 1),
        ("the Alder-Birch venture", "Birch venture", 1),
    ],
)
def test_a_negative_prefix_is_part_of_its_word(text, quote, places):
    assert len(Release(text).find(quote)) == places
