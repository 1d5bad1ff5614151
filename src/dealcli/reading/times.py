"""The times that a text prints: days, months, quarters, halves, years, durations and horizons."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from dealcli.language.pack import Language
from dealcli.language.phrases import beginnings, group, last_words, named_groups
from dealcli.reading.dates import Date, Dates, dates
from dealcli.reading.money import money_before
from dealcli.reading.numbers import numbers
from dealcli.reading.word_starts import matches, starts_of

_NEAR = 40
"""Characters before and after a time in which its bounds and its unit are looked for."""
_BETWEEN = 12
"""The most characters between the two ends of a range."""
_ORDINALS = ("ordinal_part", "ordinal_parts")
_LISTED = 3
"""The most ordinals before another one."""
_FOUR_DIGITS = re.compile(r"[12](?=\d{3})")
"""Where a year may start that is glued to a word."""
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LETTERS_AFTER = re.compile(r"[^\W\d_]+")

_REMEMBERED = 256
"""Texts whose reading is kept: the same quotes and releases are read again and again."""


class Time(Struct, frozen=True):
    """A printed time.

    Attributes:
        start: where it starts in the text, without the words of a bound.
        end: where it ends.
        kind: that of a date (`day`, `month`, `year`, ...), `duration`, `horizon` or `relative`.
        period: the time in the notation of the deal file (`2027`, `2024-Q3`, `2024-H2`, `2024-06`,
            `2025-04-14`), or the horizon (`near-term`); None where neither is known.
        bounds: `by`, `not_before`, `about`, and `from` and `to` in a range.
    """

    start: int
    end: int
    kind: str
    period: str | None = None
    bounds: frozenset[str] = frozenset()


class _Forms(Struct, frozen=True):
    """The patterns of a language."""

    dates: Dates
    times: re.Pattern[str]
    words: frozenset[str]
    prefixes: tuple[str, ...]
    horizons: dict[str, re.Pattern[str]]
    unit_after: re.Pattern[str]
    year_before: re.Pattern[str]
    ticker_label: re.Pattern[str]
    month_before: re.Pattern[str]
    glued: frozenset[str]
    before: re.Pattern[str]
    last_words: frozenset[str]
    after: re.Pattern[str]
    joints: dict[str, re.Pattern[str]]
    opener: re.Pattern[str]
    lasting: re.Pattern[str]
    within: re.Pattern[str]


@lru_cache(_REMEMBERED)
def times(text: str, language: Language) -> tuple[Time, ...]:
    """Return the times of a text in its order.

    A year without more is no time where it is part of a number with a unit: "2027 tonnes".
    """
    forms = _forms(language)
    found = [*_dated(text, forms, language), *_durations(text, forms, language)]
    found.sort(key=lambda time: time.start)
    for at in range(len(found) - 1):
        found[at : at + 2] = _as_range(text, found[at], found[at + 1], forms)
    return tuple(found)


def written(period: str, text: str, language: Language) -> tuple[Time, ...]:
    """Return the times of a text that give a period; a year is given by any time in it too."""
    found = (time for time in times(text, language) if time.period)
    if period.isdigit():
        return tuple(time for time in found if str(time.period).partition("-")[0] == period)
    return tuple(time for time in found if time.period == period)


def time_bounds(text: str, start: int, end: int, language: Language) -> frozenset[str]:
    """Return the bounds next to a time: "by 2030", "2030 at the earliest"."""
    forms = _forms(language)
    near = text[max(0, start - _NEAR) : start]
    words = near.lower().replace("-", " ").split()[-5:]  # Most times are done here.
    before = None if forms.last_words.isdisjoint(words) else forms.before.search(near)
    after = forms.after.match(text, end, end + _NEAR)
    return frozenset(
        kind
        for found in (before, after)
        for kind, words in (found.groupdict() if found else {}).items()
        if words
    )


def _dated(text: str, forms: _Forms, language: Language) -> Iterator[Time]:
    """Every time but a duration."""
    starts = {*starts_of(text, forms.words, forms.prefixes)}
    starts.update(found.start() for found in _FOUR_DIGITS.finditer(text))
    for found in matches(forms.times, text, sorted(starts)):
        start, end = found.span()
        form = str(found.lastgroup)
        if form in ("horizon", "relative"):
            kind, period = form, _horizon(found[0], forms) if form == "horizon" else None
        elif form == "alone":
            if not _is_year(text, start, end, forms, language):
                continue
            kind, period = "year", found[0]
        elif form == "month" and not forms.month_before.search(text[max(0, start - _NEAR) : start]):
            continue
        elif date := forms.dates.read(form, found[0]):
            kind, period = date
            listed = _listed(text, start, date, forms, language) if form in _ORDINALS else ()
            if form == "ordinal_parts" and not listed:
                continue
            yield from listed
        else:
            continue
        yield Time(start, end, kind, period, time_bounds(text, start, end, language))


def _listed(text: str, start: int, date: Date, forms: _Forms, language: Language) -> list[Time]:
    """The ordinals before a quarter or a half: "the first, second and third quarters"."""
    listed: list[Time] = []
    while len(listed) < _LISTED:
        found = forms.dates.listed.search(text, max(0, start - _NEAR), start)
        if not found or not (listed or found["joint"]):  # "at last, third quarter sales"
            break
        start, end = found.span("ordinal")
        kind, period = forms.dates.with_ordinal(date, found["ordinal"])
        listed.append(Time(start, end, kind, period, time_bounds(text, start, end, language)))
    return listed


def _horizon(printed: str, forms: _Forms) -> str | None:
    found = next(name for name, words in forms.horizons.items() if words.match(printed))
    return found if found != "other" else None


def _is_year(text: str, start: int, end: int, forms: _Forms, language: Language) -> bool:
    """Whether four digits are a year: beside no unit, and glued to nothing but small words."""
    near, far = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    around = (_LETTERS_BEFORE.search(near), _LETTERS_AFTER.match(far))
    if any(found and found[0].lower() not in forms.glued for found in around):
        return False
    money = money_before(text, start, language)
    if money and (money.is_sign or money.codes):
        return False
    if forms.ticker_label.search(near):
        return False
    return not forms.unit_after.match(far) or forms.year_before.search(near) is not None


def _durations(text: str, forms: _Forms, language: Language) -> Iterator[Time]:
    """Every number of days, months, years; the two ends of a range are one time."""
    start = done = 0
    for number in numbers(text, language):
        start = start if "to" in number.bounds else number.start
        unit = forms.lasting.match(text, number.end, number.end + _NEAR)
        if unit and not number.percent and number.start >= done:
            near = text[max(0, start - _NEAR) : start]
            bounds = number.bounds | ({"by"} if forms.within.search(near) else frozenset())
            done = unit.end()
            yield Time(start, done, "duration", None, bounds - {"from", "to"})


def _as_range(text: str, low: Time, high: Time, forms: _Forms) -> tuple[Time, Time]:
    """Two neighbours with the bounds of a range, if they are its ends."""
    gap = text[low.end : high.start]
    if len(gap) > _BETWEEN or "duration" in (low.kind, high.kind):
        return low, high
    opener = forms.opener.search(text[max(0, low.start - _NEAR) : low.start])
    opened = opener["opener"].lower() if opener else ""
    if not forms.joints[opened].fullmatch(gap):
        return low, high
    return (
        replace(low, bounds=low.bounds - {"not_before"} | {"from"}),
        replace(high, bounds=high.bounds | {"to"}),
    )


@cache
def _forms(language: Language) -> _Forms:
    known = dates(language)
    horizons = tuple(phrase for phrases in language.horizons.values() for phrase in phrases)
    bounds = tuple(phrase for some in language.time_bounds_before.values() for phrase in some)
    multiples = tuple(form for forms in language.multiples.values() for form in forms)
    the = rf"(?:{group(language.articles)}\s)?"
    edges = rf"{the}(?:{group(language.time_edges)}\s)?(?:{group(language.fiscal)}[\s-])?"
    of_year = rf",?(?:\s{group(language.year_openers)})?\s(?:19|20)\d\d(?!\d)"
    lasting = tuple(phrase for phrases in language.lasting.values() for phrase in phrases)
    words, prefixes = beginnings(
        (*horizons, *language.relative_times, *language.seasons, *chain(*language.ordinals))
    )
    return _Forms(
        dates=known,
        times=re.compile(
            rf"(?<![\w.])(?=\w)(?:{known.expression}|(?P<horizon>{group(horizons)})"
            rf"|(?P<relative>{group(language.relative_times)})(?!{of_year}))(?!\w)"
            r"|(?<![\d.,])(?P<alone>(?:19|20)\d\d)(?!\d|[.,]\d)",
            re.IGNORECASE,
        ),
        words=words | known.months.keys(),
        prefixes=(*prefixes, *known.prefixes),
        horizons={
            name: re.compile(group(phrases), re.IGNORECASE)
            for name, phrases in language.horizons.items()
        },
        unit_after=re.compile(
            rf"[\s-]?(?:%|{group(language.per_cent)}|{group(multiples)}|{group(language.units)})",
            re.IGNORECASE,
        ),
        ticker_label=re.compile(
            rf"(?<!\w){group(language.ticker_labels)}[:,]?\s?\Z", re.IGNORECASE
        ),
        year_before=re.compile(rf"(?<!\w){group(language.before_years)}\s\Z", re.IGNORECASE),
        month_before=re.compile(rf"(?<!\w){group(language.before_months)}[\s-]\Z", re.IGNORECASE),
        glued=language.small_words | {*last_words(language.fiscal)},
        before=re.compile(
            rf"(?<!\w)(?:{named_groups(language.time_bounds_before)})[\s-]?{edges}\Z",
            re.IGNORECASE,
        ),
        last_words=last_words(bounds),
        after=re.compile(rf",?\s(?:{named_groups(language.time_bounds_after)})", re.IGNORECASE),
        joints={
            opener: re.compile(rf"\s?{group(words)}\s?{the}", re.IGNORECASE)
            for opener, words in language.range_joints.items()
        },
        opener=re.compile(
            rf"(?<!\w)(?P<opener>{group(tuple(filter(None, language.range_joints)))})\s{the}\Z",
            re.IGNORECASE,
        ),
        lasting=re.compile(rf"(?:\s?\(\d+\))?\)?[\s-]{group(lasting)}", re.IGNORECASE),
        within=re.compile(rf"(?<!\w){group(language.within)}\s(?:\w+\s)?\Z", re.IGNORECASE),
    )
