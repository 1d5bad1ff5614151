"""The numbers that a text prints, in digits or spelled, with their bounds and percent signs."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, group, last_words, named_groups
from dealcli.language.signs import CURRENCY_SIGNS
from dealcli.reading.word_starts import matches, starts_of

_REMEMBERED = 1024
"""Texts whose numbers are kept: the quotes of one record are read by several checks."""

_BEFORE = 40
"""Characters before a number in which its bound is looked for."""
_AFTER = 30
_BETWEEN = 40
"""The most characters between the two ends of a range."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOKEN = re.compile(r"[^\s(\"\u201c]+")
CURRENCY = (
    rf"(?-i:(?:[A-Z]{{2,3}}\s)?[A-Z]{{0,3}}[{CURRENCY_SIGNS}]\s?|(?:[A-Z]\.){{1,2}}[{CURRENCY_SIGNS}]"
    r"|[A-Z]{3}\s?)?"
)
"""The expression for a currency that may stand right before a number."""


class Number(Struct, frozen=True):
    """A printed number.

    Attributes:
        start: where it starts in the text, without a currency.
        end: where it ends, without a percent sign.
        value: the number itself, without a multiple such as million.
        bounds: `about`, `above`, `below`, `at_least`, `up_to`, and `from` and `to` in a range.
        percent: whether it is so many of a hundred.
    """

    start: int
    end: int
    value: Decimal
    bounds: frozenset[str] = frozenset()
    percent: bool = False


class _Forms(Struct, frozen=True):
    """The patterns of a language."""

    digits: re.Pattern[str]
    values: dict[str, int]
    words: frozenset[str]
    fractions: frozenset[str]
    before: re.Pattern[str]
    last_words: frozenset[str]
    symbols: re.Pattern[str]
    after: re.Pattern[str]
    percent: re.Pattern[str]
    repeated: re.Pattern[str]
    between: re.Pattern[str]
    opener: re.Pattern[str]
    joints: dict[str, re.Pattern[str]]
    middle: re.Pattern[str]
    changes: re.Pattern[str]
    marks: re.Pattern[str]


@lru_cache(_REMEMBERED)
def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """Return the numbers of a text in its order.

    The two ends of a range know each other: both have its percent sign, and the bounds `from` and
    `to`, unless the words before it speak of a change ("increases from 5 to 10").
    """
    forms = _forms(language)
    spans = sorted((*_digits(text, forms, language), *_spelled(text, forms, language)))
    found = [_number(text, span, forms) for span in spans]
    for at in range(len(found) - 1):
        found[at : at + 2] = _together(text, found[at], found[at + 1], forms)
    return tuple(found)


@lru_cache(_REMEMBERED)
def values(text: str, language: Language) -> frozenset[Decimal]:
    """Return the values of the numbers of a text, without looking at the words around them."""
    forms = _forms(language)
    spans = (*_digits(text, forms, language), *_spelled(text, forms, language))
    return frozenset(value for _, _, value in spans)


def _digits(text: str, forms: _Forms, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    thousands, point = language.thousands_mark, language.decimal_mark
    for found in forms.digits.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        if before[-1:] == thousands or (before[-1:] == point and not before[0].isalpha()):
            continue  # the rest of "1,50" or "2.5.7"
        yield *found.span(), Decimal(found[0].replace(thousands, "").replace(point, "."))


def _spelled(text: str, forms: _Forms, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers in words; those of one number are joined: "one hundred and twenty-five"."""
    start, end, value = 0, -1, 0
    for word in matches(_WORD, text, starts_of(text, forms.words)):
        known = forms.values.get(word[0].lower())
        if known is None:  # "five2"
            continue
        joined = _sum(value, known, text[end : word.start()], language) if end >= 0 else None
        if joined is None:
            if end >= 0 and _is_alone(text, start, end, value, forms):
                yield start, end, Decimal(value)
            start, joined = word.start(), known
        end, value = word.end(), joined
    if end >= 0 and _is_alone(text, start, end, value, forms):
        yield start, end, Decimal(value)


def _sum(value: int, word: int, gap: str, language: Language) -> int | None:
    """What a number and the next word of it make; None if that is no part of it."""
    joint = gap.strip(" -\n")
    if len(gap) > 8 or (joint and joint not in language.number_joints):
        return None
    if word in language.number_scales.values():
        return value * word if 0 < value < 100 and not joint else None
    place = 100 if value and value % 100 == 0 else 10 if value >= 20 and value % 10 == 0 else 1
    return value + word if 0 < word < place and (place == 100 or not joint) else None


def _is_alone(text: str, start: int, end: int, value: int, forms: _Forms) -> bool:
    """Whether a spelled number is one: not in `someone`, `one-off`, `two-thirds`, `two thirds`."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in ("-", "_") or after.isalnum() or after == "_":
        return False
    if not after or after not in "- ":
        return True
    following = _WORD.match(text, end + 1)
    if following and following[0].lower() in forms.fractions:
        return False
    return after == " " or value != 1


def _number(text: str, span: tuple[int, int, Decimal], forms: _Forms) -> Number:
    start, end, value = span
    near = forms.marks.sub("", text[max(0, start - _BEFORE) : start])
    bounds = _bounds_before(near, forms)
    far = text[end : end + _AFTER]
    if after := forms.after.match(far):
        bounds |= _kinds(after)
    return Number(start, end, value, bounds, forms.percent.match(far) is not None)


def _bounds_before(near: str, forms: _Forms) -> frozenset[str]:
    """The bounds that a text ends with, right before a number."""
    words = _TOKEN.findall(near.lower())[-4:]  # Few numbers have a bound: most are done here.
    if forms.last_words.isdisjoint(words) and not forms.symbols.search(near):
        return frozenset()
    found = forms.before.search(near)
    return _kinds(found) if found else frozenset()


def _kinds(found: re.Match[str]) -> frozenset[str]:
    return frozenset(kind for kind, words in found.groupdict().items() if words)


def _together(text: str, one: Number, other: Number, forms: _Forms) -> tuple[Number, Number]:
    """Two neighbours with what they have of each other: "sixty (60) days", "5 to 7 GWh"."""
    gap = text[one.end : other.start]
    if not 0 < len(gap) <= _BETWEEN or gap == " ":
        return one, other
    if one.value == other.value and forms.repeated.fullmatch(gap):
        percent = one.percent or other.percent
        return (
            replace(one, percent=percent),
            replace(other, percent=percent, bounds=one.bounds | other.bounds),
        )
    found = forms.between.fullmatch(gap)
    if _YEAR.fullmatch(text, other.start, other.end) and other.value > 2 * one.value:
        return one, other  # "$16 billion through 2029"
    return _as_range(text, one, other, found, forms) if found else (one, other)


def _as_range(
    text: str, low: Number, high: Number, found: re.Match[str], forms: _Forms
) -> tuple[Number, Number]:
    """Two numbers with what they have of each other, if the words between them make a range."""
    near = text[max(0, low.start - _BEFORE) : low.start]
    opener = forms.opener.search(near)
    opened = opener["opener"].lower() if opener else ""
    if not forms.joints[opened].fullmatch(found["joint"]):
        return low, high
    if not opened and not _is_bare_range(text, low, high, found, forms):
        return low, high
    if high.percent and not found["middle"]:
        low = replace(low, percent=True)
    if opener and forms.changes.search(near, 0, opener.start()):
        return low, high
    return (
        replace(low, bounds=low.bounds | {"from"}),
        replace(high, bounds=high.bounds | {"to"}),
    )


def _is_bare_range(text: str, low: Number, high: Number, gap: re.Match[str], forms: _Forms) -> bool:
    """Whether two numbers with only a joint between them are a range: not a telephone number."""
    before, after = text[low.start - 1 : low.start], text[high.end : high.end + 2]
    if before in ("-", "/", "+", "\u2013") or re.match(r"[-/\u2013:]\d", after):
        return False
    middle = gap["middle"].strip()
    if middle and not forms.middle.fullmatch(middle):
        return len(middle) > 1 and text[high.end : high.end + _AFTER].lstrip().startswith(middle)
    return low.value < high.value or (bool(middle) and not low.percent)  # "60% to 40%" is a split


@cache
def _forms(language: Language) -> _Forms:
    point, thousands = re.escape(language.decimal_mark), re.escape(language.thousands_mark)
    percent = rf"(?:%|{group(language.per_cent)})"
    multiple = group(tuple(form for forms in language.multiples.values() for form in forms))
    joints = {opener: group(words) for opener, words in language.range_joints.items()}
    bounds = tuple(phrase for phrases in language.bounds_before.values() for phrase in phrases)
    ends = last_words(bounds)
    values = dict(language.number_words) | dict(language.number_scales)
    articles = group(language.indefinite_articles)
    return _Forms(
        digits=re.compile(
            rf"[\d{point}](?:(?<=\d)(?:\d{{0,2}}(?:{thousands}\d{{3}})+|\d*)(?:{point}\d+)?"
            rf"|(?<={point})(?<!\w{point})\d+)"
        ),
        values=values,
        words=frozenset(values),
        fractions=frozenset(language.fractions),
        before=re.compile(
            rf"(?<!\w)(?:{named_groups(language.bounds_before)})\s*(?:{articles}\s)?{CURRENCY}\Z",
            re.IGNORECASE,
        ),
        last_words=ends,
        symbols=re.compile(group(tuple(word for word in ends if not word.isalpha()))),
        after=re.compile(
            rf"[\s-]?{percent}?[\s-]?(?:{multiple}\s)?(?:{named_groups(language.bounds_after)})",
            re.IGNORECASE,
        ),
        percent=re.compile(rf"\)?[\s-]?{percent}", re.IGNORECASE),
        repeated=re.compile(rf"(?:\s?{percent})?\s?\(", re.IGNORECASE),
        between=re.compile(
            rf"(?P<middle>(?:[\s-]?[^\W\d_]+|\s?%){{0,2}}?)\s?"
            rf"(?P<joint>{'|'.join(joints.values())})\s?{CURRENCY}",
            re.IGNORECASE,
        ),
        opener=re.compile(
            rf"(?<!\w)(?P<opener>{group(tuple(filter(None, joints)))})\s{CURRENCY}\Z", re.IGNORECASE
        ),
        joints={opener: re.compile(words, re.IGNORECASE) for opener, words in joints.items()},
        middle=re.compile(rf"{percent}|-?{multiple}", re.IGNORECASE),
        changes=compiled(language.changes),
        marks=re.compile(f"[{re.escape(''.join(map(''.join, language.speech_marks)))}]"),
    )
