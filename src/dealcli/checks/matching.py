"""What words say: numbers with their bounds, names, and words of one stem."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dealcli.model import JointVenture, Party
from dealcli.searching import contains_phrase

_BOUNDS = {
    "about": r"about|approximately|approx\.?|around|roughly|some|nearly|almost|circa|ca?\.|~"
    r"|(?:an\s)?estimated(?:\sat)?|on the order of",
    "above": r"over(?!\san?\s)|more than|above|exceed(?:s|ed|ing)?|(?:in )?excess of"
    r"|greater than|upwards of",
    "below": r"under(?!\san?\s)|less than|below|fewer than",
    "at_least": r"at least|(?:no|not) (?:less|fewer) than|a minimum of|minimum",
    "up_to": r"up to|(?:no|not) more than|as (?:much|many) as|(?:a )?maximum(?: of)?|at most",
}
_BOUND_AFTER = {
    "at_least": r"or more|or above",
    "up_to": r"or less|or fewer",
    "above": r"\+|plus",
}
_RANGES = {
    "from": r"between\s{money}\Z",
    "to": r"between\s{money}[\d,.]+(?:\s?[^\W\d_]+|\s?%){{0,2}}\sand\s{money}\Z",
}
_CURRENCY = r"(?-i:[A-Z]{0,3}[$€£¥₩₹]\s?|[A-Z]{3}\s)?"
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _BOUNDS.items())
    + rf")\s*(?:an?\s)?{_CURRENCY}\Z",
    re.IGNORECASE,
)
_IN_RANGE = re.compile(
    "|".join(rf"(?P<{kind}_>\b{words})" for kind, words in _RANGES.items()).format(money=_CURRENCY),
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(
    r"\s?(?:%|per ?cent)?\s?(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _BOUND_AFTER.items())
    + ")",
    re.IGNORECASE,
)
_TIME_BOUNDS = {
    "by": r"by|until|till|before|no later than|not later than|through|to(?: the)? end of",
    "not_before": r"not before|after|no earlier than|not earlier than",
    "about": r"about|around|approximately|circa|ca?\.|mid-?|late|early",
    "from": r"between",
}
_BEFORE_TIME = re.compile(
    r"(?<!\w)(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _TIME_BOUNDS.items())
    + r")\s?(?:the\s)?(?:(?:end|start|beginning|middle)\sof\s)?\Z",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(
    r",?\s(?:(?P<not_before>at the earliest|or later|onwards?)"
    r"|(?P<by>at the latest|or (?:earlier|sooner)))",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|pct\b)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d,])(?<![^A-Za-z]\.)(?<!^\.)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELLED = {word: Decimal(value) for value, word in enumerate(_UNITS)} | {
    word: Decimal(10 * tens) for tens, word in enumerate(_TENS, start=2)
}
"""Numbers written as words."""

_SPELLED = re.compile(rf"(?<![\w-])(?:{'|'.join(SPELLED)})(?![\w-])", re.IGNORECASE)
_SHARES = {
    Decimal(100): r"\b(?:all|entire|whole|wholly)\b",
    Decimal(50): r"\b(?:half|equal|equally|50[/:-]50)\b",
}
_REMEMBERED = 1024
"""Texts whose reading is kept: the quotes of one record are read by several checks."""


class PrintedNumber(NamedTuple):
    """A number in some words: its value, the bounds beside it, whether a % follows."""

    value: Decimal
    bounds: frozenset[str]
    percent: bool
    start: int
    end: int


@lru_cache(_REMEMBERED)
def printed_numbers(text: str) -> tuple[PrintedNumber, ...]:
    """The numbers in some words, in digits or spelled."""
    digits = (
        _printed_number(text, Decimal(found[0].replace(",", "")), found.start(), found.end())
        for found in _NUMBER.finditer(text)
    )
    spelled = (
        _printed_number(text, SPELLED[found[0].lower()], found.start(), found.end())
        for found in _SPELLED.finditer(text)
    )
    return (*digits, *spelled)


@lru_cache(_REMEMBERED)
def numbers_in(text: str) -> frozenset[Decimal]:
    """The values of the numbers in some words, without the words around them."""
    digits = {found.replace(",", "") for found in _NUMBER.findall(text)}
    spelled = {found.lower() for found in _SPELLED.findall(text)}
    return frozenset(map(Decimal, digits)) | {SPELLED[word] for word in spelled}


def _printed_number(text: str, value: Decimal, start: int, end: int) -> PrintedNumber:
    near, far = text[max(0, start - 40) : start], text[end : end + 20]
    after = _AFTER_NUMBER.match(far)
    bounds = _bounds_before(near) | (_kinds(after) if after else set())
    return PrintedNumber(value, bounds, bool(_PERCENT.match(far)), start, end)


def _bounds_before(text: str) -> frozenset[str]:
    """The bounds that a text ends with, right before a number."""
    if text.rstrip()[-1:].isdigit():  # No bound ends in a digit; a list of numbers is read fast.
        return frozenset()
    found = _BEFORE_NUMBER.search(text)
    bounds = _kinds(found) if found else set()
    if (found := _IN_RANGE.search(text)) and found.lastgroup:
        bounds.add(found.lastgroup.rstrip("_"))
    return frozenset(bounds)


def _kinds(found: re.Match[str]) -> set[str]:
    """The names of the groups that matched something."""
    return {kind for kind, words in found.groupdict().items() if words}


def shares_in_words(text: str, value: Decimal) -> bool:
    """Whether some words say a share without its number: all of it, or half."""
    return value in _SHARES and re.search(_SHARES[value], text, re.IGNORECASE) is not None


def time_bounds(text: str, start: int, end: int) -> frozenset[str]:
    """The bounds next to a time: "by 2030", "2030 at the earliest"."""
    before = _BEFORE_TIME.search(text[max(0, start - 40) : start])
    after = _AFTER_TIME.match(text, end)
    return frozenset(
        kind
        for found in (before, after)
        for kind, words in (found.groupdict() if found else {}).items()
        if words
    )


def names_of(party: Party | JointVenture) -> tuple[str, ...]:
    """Everything by which a source may refer to a party or a venture."""
    if isinstance(party, JointVenture):
        return (party.name,)
    tickers = [listing.ticker for listing in party.listings if listing.ticker]
    return (party.name, *party.aka, *party.called, *tickers)


def named_in(party: Party, text: str) -> bool:
    """Whether a text names a party, or refers to it in a way that the deal file declares."""
    return any(contains_phrase(name, text) for name in names_of(party))
