"""The passage of a source that a quote was most likely meant to be."""

import pytest

from dealcli.checks.closest import NearMiss, closest
from dealcli.release import Release

RELEASE = Release("""\
Alpha and Beta announced a partnership today.

Alpha will hold a 90% equity stake in the venture, and Beta the rest.

The cells are made in Asia; the packs are made in Nevada.
""")


@pytest.mark.parametrize(
    ("exact", "paragraph", "text", "differences"),
    [
        (
            "Alpha will hold a 95% equity stake",
            2,
            "Alpha will hold a [90%] equity stake",
            (("95%", "90%"),),
        ),
        (
            "Alpha will hold a equity stake",
            2,
            "Alpha will hold a [90%] equity stake",
            (("", "90%"),),
        ),
        (
            "Alpha will now hold a 90% equity stake",
            2,
            "Alpha will hold a 90% equity stake",
            (("now", ""),),
        ),
        (
            "Beta will hold a 90% equity stake",
            2,
            "[Alpha] will hold a 90% equity stake",
            (("Beta", "Alpha"),),
        ),
        (
            "will hold a 90% equity share",
            2,
            "will hold a 90% equity [stake]",
            (("share", "stake"),),
        ),
        (
            "Alpha or Beta announced",
            1,
            "Alpha [and] Beta announced",
            (("or", "and"),),
        ),
        (
            "the packs were made in Texas.",
            3,
            "the packs [are] made in [Nevada.]",
            (("were", "are"), ("Texas.", "Nevada.")),
        ),
        (
            "partnership yesterday. Alpha will hold",
            1,
            "partnership [today.] Alpha will hold",
            (("yesterday.", "today."),),
        ),
        (
            "and gamma announced a partnership today",
            1,
            "and [Beta] announced a partnership today",
            (("gamma", "Beta"),),
        ),
        ("Beta the resting", 2, "Beta the [rest.]", (("resting", "rest."),)),
    ],
)
def test_the_closest_passage_and_where_it_differs(exact, paragraph, text, differences):
    assert closest(RELEASE, exact) == NearMiss(paragraph, text, differences)


@pytest.mark.parametrize(
    "exact",
    [
        "nothing like it anywhere here",
        "partnership but of entirely different companies",
        "",
    ],
)
def test_nothing_is_shown_where_less_than_half_is_alike(exact):
    assert closest(RELEASE, exact) is None


def test_half_of_the_words_are_enough():
    release = Release("one two three four five six seven eight")
    assert closest(release, "two three other words") == NearMiss(
        1, "two three [four five]", (("other words", "four five"),)
    )
    assert closest(release, "two other words again three") is None


def test_a_release_of_nothing_is_like_nothing():
    assert closest(Release(""), "some words") is None


def test_of_several_passages_the_one_that_has_most():
    release = Release("a b c x x x. A b c d e x. a b y y y")
    assert closest(release, "a b c d e f") == NearMiss(
        1, "[A] b c d e [x.]", (("a", "A"), ("f", "x."))
    )


@pytest.mark.parametrize("stop", list(".,;:!?"))
def test_a_point_after_the_last_word_is_no_difference(stop):
    release = Release(f"They agree on the whole{stop} Then")
    assert closest(release, "They agreed on the whole") == NearMiss(
        1, "They [agree] on the whole", (("agreed", "agree"),)
    )


def test_of_a_long_quote_the_beginning_is_looked_for():
    words = [f"w{number}" for number in range(600)]
    found = closest(Release(" ".join(["before", *words, "after"])), " ".join(["x", *words[1:]]))
    assert found is not None
    assert found.text == " ".join(["[w0]", *words[1:60]])
    assert found.differences == (("x", "w0"),)


def test_words_that_stand_everywhere_do_not_hide_the_place():
    release = Release("the " * 1000 + "end of the long release " + "the " * 1000)
    found = closest(release, "end of a long release")
    assert found is not None
    assert found.text == "end of [the] long release"


def test_words_that_come_again_and_again_are_compared_too():
    release = Release("so it is now " * 100)
    found = closest(release, "so it was now " + "so it is now " * 99)
    assert found is not None
    assert found.text == "so it [is] now " + " ".join(["so it is now"] * 14)
    assert found.differences == (("was", "is"),)


def test_words_more_than_once_left_out_do_not_hide_the_place():
    less, other = "a b c d g h i j k", "a b c x d y g h o o o"
    found = closest(Release(f"{other}. z z z {less}"), "a b c x d y g h i j k")
    assert found is not None
    assert found.text == less


def test_the_paragraph_of_a_passage_is_that_of_its_first_word():
    found = closest(Release("one two\n\nthree four five\n\nsix"), "three for five six")
    assert found == NearMiss(2, "three [four] five six", (("for", "four"),))
    found = closest(Release("one two\n\nthree four five\n\nsix"), "two three for five")
    assert found == NearMiss(1, "two three [four] five", (("for", "four"),))
