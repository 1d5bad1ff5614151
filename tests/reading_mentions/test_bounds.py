"""The bounds of numbers and times, and the shares that words give."""

from decimal import Decimal

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading import numbers as reading
from dealcli.reading import shares, times


def printed_numbers(text):
    return reading.numbers(text, ENGLISH)


def shares_in_words(text, value):
    return shares.shares_in_words(text, value, ENGLISH)


def time_bounds(text, start, end):
    return times.time_bounds(text, start, end, ENGLISH)


def bounds_in(text: str) -> set[str]:
    """The bounds of the only number in some words."""
    (number,) = printed_numbers(text)
    return set(number.bounds)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("no number", []),
        ("5", ["5"]),
        ("a 90% stake", ["90"]),
        ("$16.7 billion in 2024", ["16.7", "2024"]),
        ("$1,234,567.50", ["1234567.50"]),
        ("1,500 or 1500", ["1500", "1500"]),
        ("1,50 units", ["1"]),
        ("2.5.7", ["2.5"]),
        ("c.25,000 tonnes, or .5 of it", ["25000", "0.5"]),
        ("5.", ["5"]),
        ("10, 20", ["10", "20"]),
        ("in 2024,", ["2024"]),
        ("two plants", ["2"]),
        ("Two and THREE", ["2", "3"]),
        ("twenty of ninety", ["20", "90"]),
        ("zero, one, nineteen", ["0", "1", "19"]),
        ("someone, atwo, twos", []),
        ("twenty-five one-off", ["25"]),
        ("three, then 4", ["3", "4"]),
    ],
)
def test_the_numbers_in_some_words(text, values):
    assert [str(number.value) for number in printed_numbers(text)] == values


def test_where_a_number_stands():
    text = "about 1,500.5 units or twelve"
    assert [text[one.start : one.end] for one in printed_numbers(text)] == ["1,500.5", "twelve"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("90%", True),
        ("90 %", True),
        ("90 per cent", True),
        ("90 percent of it", True),
        ("ninety percent", True),
        ("90 pct", True),
        ("90 PERCENT", True),
        ("90", False),
        ("90 units%", False),
        ("90  %", False),
        ("90 percentage points", False),
    ],
)
def test_whether_a_number_is_so_many_of_a_hundred(text, percent):
    assert [number.percent for number in printed_numbers(text)] == [percent]


BEFORE = {
    "about": ["about", "approximately", "approx.", "approx", "around", "roughly", "some", "nearly"],
    "above": ["over", "more than", "above", "exceeding", "in excess of", "excess of"],
    "below": ["under", "less than", "below", "fewer than"],
    "at_least": ["at least", "no less than", "not less than", "no fewer than", "a minimum of"],
    "up_to": ["up to", "no more than", "not more than", "as much as", "as many as", "at most"],
}


@pytest.mark.parametrize(
    ("bound", "words"), [(bound, words) for bound, all_ in BEFORE.items() for words in all_]
)
@pytest.mark.parametrize("number", ["5", "$5", "US$ 5", "USD 5", "€5", "five"])
def test_a_bound_before_a_number(bound, words, number):
    assert bounds_in(f"It is {words} {number} units") == {bound}
    assert bounds_in(f"{words.capitalize()} {number}") == {bound}


@pytest.mark.parametrize(
    "text",
    [
        "5 units",
        "hangover 5",
        "about the 5 units",
        "over all 5 units",
        "over and above it, 5",
        "a lot more than that is 5",
        "5 about",
    ],
)
def test_what_is_no_bound(text):
    assert bounds_in(text) == set()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("~5", {"about"}),
        ("~ 5", {"about"}),
        ("an estimated 5", {"about"}),
        ("an estimated $5", {"about"}),
        ("maximum of 5", {"up_to"}),
        ("a maximum 5", {"up_to"}),
        ("exceeds 5", {"above"}),
        ("5 or more", {"at_least"}),
        ("5% or more", {"at_least"}),
        ("5 per cent or above", {"at_least"}),
        ("5 or less", {"up_to"}),
        ("5 or fewer", {"up_to"}),
        ("5+", {"above"}),
        ("5% plus", {"above"}),
        ("“up to” 5%", {"up_to"}),
        ('"more than" 5%', {"above"}),
        ("5 OR MORE", {"at_least"}),
        ("5 units or more", set()),
        ("about 5 or more", {"about", "at_least"}),
    ],
)
def test_bounds_on_either_side_of_a_number(text, bounds):
    assert bounds_in(text) == bounds


def test_each_number_has_bounds_of_its_own():
    first, second, third = printed_numbers("about 5, over 6 and 7")
    assert (first.bounds, second.bounds, third.bounds) == ({"about"}, {"above"}, frozenset())


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("all of it", 100, True),
        ("the entire company", 100, True),
        ("its wholly owned subsidiary", 100, True),
        ("The Whole", 100, True),
        ("half of it", 50, True),
        ("equal shares", 50, True),
        ("held equally", 50, True),
        ("a 50/50 venture", 50, True),
        ("a 50:50 venture", 50, True),
        ("a 50-50 venture", 50, True),
        ("all of it", 50, False),
        ("half of it", 100, False),
        ("half of it", 25, False),
        ("behalf, tall", 50, False),
        ("overall", 100, False),
    ],
)
def test_shares_in_words(text, value, said):
    assert shares_in_words(text, Decimal(value)) is said


@pytest.mark.parametrize(
    ("before", "bounds"),
    [
        ("", set()),
        ("in ", set()),
        ("by ", {"by"}),
        ("By ", {"by"}),
        ("by the ", {"by"}),
        ("by the end of ", {"by"}),
        ("by end of ", {"by"}),
        ("before ", {"by"}),
        ("no later than ", {"by"}),
        ("through ", {"by"}),
        ("to the end of ", {"by"}),
        ("not before ", {"not_before"}),
        ("after ", {"not_before"}),
        ("no earlier than ", {"not_before"}),
        ("about ", {"about"}),
        ("around the middle of ", {"about"}),
        ("mid-", {"about"}),
        ("late ", {"about"}),
        ("by then, in ", set()),
        ("nearby ", set()),
        ("standby of ", set()),
    ],
)
def test_the_bounds_of_a_time_stand_right_before_it(before, bounds):
    text = f"It opens {before}2030, after 2031"
    start = text.index("2030")
    assert time_bounds(text, start, start + 4) == bounds


@pytest.mark.parametrize(
    ("after", "bounds"),
    [
        (" at the earliest", {"not_before"}),
        (", or later", {"not_before"}),
        (" onwards", {"not_before"}),
        (" at the latest", {"by"}),
        (" or earlier", {"by"}),
        (" or so at the latest", set()),
    ],
)
def test_the_bounds_of_a_time_may_stand_right_after_it(after, bounds):
    assert time_bounds(f"in 2030{after}", 3, 7) == bounds
    assert time_bounds(f"about 2030{after}", 6, 10) == bounds | {"about"}


@pytest.mark.parametrize(
    "text",
    [
        "between 5 and 7",
        "between 5% and 7%",
        "Between USD 5 million and USD 7 million",
        "between $5 and $7",
    ],
)
def test_the_bounds_of_a_range(text):
    low, high = printed_numbers(text)
    assert (low.bounds, high.bounds) == ({"from"}, {"to"})
    assert [number.bounds for number in printed_numbers("among 5 and 7")] == [set(), set()]
