"""The figures that a text prints: numbers with a currency, a multiple, a unit and a rate."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dealcli.language.pack import CURRENCY_SIGNS, Language
from dealcli.language.phrases import group
from dealcli.reading.money import Money, meant, money_after
from dealcli.reading.numbers import Number, numbers
from dealcli.reading.times import Time, times
from dealcli.reading.units import Printed, printed_beside

_NEAR = 40
_WORDS = 4
"""The most words of a unit."""
_RATE = 50
_NOT_DATED = ("duration", "relative", "horizon")
"""Kinds of times whose numbers are figures too, or that have none."""
_UNIT_WORD = re.compile(r"[\s-]?([^\W\d_](?:[\w\u2019'&/]|-(?=\w))*)")
_NAMED = re.compile(r"(\b[A-Z][\w.]*|[#\u00a7(/-]|\w[.:])\s?\Z")
_MONEY = re.compile(rf"[A-Z{CURRENCY_SIGNS}.]")
_MAY_MEASURE = re.compile(rf"[^\W\d_]|[({CURRENCY_SIGNS}]")
_GLUED = re.compile(r"[A-Za-z][-/]?\Z")


class Figure(Struct, frozen=True):
    """A number that measures, counts or prices something.

    Attributes:
        start: where it starts in the text, with its currency.
        end: where it ends, with its unit and its rate.
        value: the number as it is printed; in a range, the lower end.
        bounds: as of a number, without `from` and `to`.
        low: the lower end of a range; else None.
        high: the upper end of a range; else None.
        percent: whether it is so many of a hundred.
        currencies: the currencies that its sign or name may mean, as ISO 4217 codes.
        sign: the currency as it is printed.
        multiple: `thousand`, `million`, `billion` or `trillion`; or empty.
        unit: the words after it that say what it counts in, as they are printed.
        rate: what it is per or of, as it is printed: `per year`, `of net sales`, `each`.
    """

    start: int
    end: int
    value: Decimal
    bounds: frozenset[str] = frozenset()
    low: Decimal | None = None
    high: Decimal | None = None
    percent: bool = False
    currencies: tuple[str, ...] = ()
    sign: str = ""
    multiple: str = ""
    unit: str = ""
    rate: str = ""


class _Forms(Struct, frozen=True):
    ends: frozenset[str]
    end_phrase: re.Pattern[str]
    known_unit: re.Pattern[str]
    per: re.Pattern[str]
    of: re.Pattern[str]
    repeated: re.Pattern[str]
    capital_nouns: bool


def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Return the figures of a text in its order.

    A number in a date is none, nor one that only names something (Form 8, Level 5, telephone
    numbers). A range is one figure, and so is a number that is repeated in digits, "sixty (60)".
    """
    dated = [time for time in times(text, language) if time.kind not in _NOT_DATED]
    found = list(_outside(dated, numbers(text, language)))
    return tuple(_figures(text, found, language))


def _outside(dated: list[Time], found: tuple[Number, ...]) -> Iterator[Number]:
    """The numbers that are in no date."""
    at = 0
    for number in found:
        while at < len(dated) and dated[at].end <= number.start:
            at += 1
        if at == len(dated) or number.start < dated[at].start:
            yield number


def _figures(text: str, found: list[Number], language: Language) -> Iterator[Figure]:
    forms = _forms(language)
    low: Number | None = None
    done = -1
    for at, number in enumerate(found):
        if number.start < done:
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        if "from" in number.bounds and following and "to" in following.bounds:
            low = number
            continue
        if not low and not number.percent and _is_bare(text, number):
            continue
        first, low = (low if "to" in number.bounds else None), None
        if figure := _figure(text, first, number, forms, language):
            repeated = forms.repeated.match(text, number.end)
            done = repeated.end() if repeated else -1
            yield figure


def _is_bare(text: str, number: Number) -> bool:
    """Whether neither a currency is before a number nor anything that may be a unit after it."""
    near, far = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 3]
    return not (_MONEY.search(near) or _MAY_MEASURE.search(far))


def _figure(
    text: str, low: Number | None, number: Number, forms: _Forms, language: Language
) -> Figure | None:
    """The figure that a number is, or the upper end of a range with its lower one; or None."""
    first = low or number
    printed = printed_beside(text, number, language)
    money = _currency(text, printed, language)
    is_multiple = bool(printed.multiple) and (money is not None or not printed.letter)
    end = max(
        number.end, printed.words if is_multiple else printed.after, money.end if money else 0
    )
    unit, end = ("", end) if money or number.percent else _unit(text, end, forms)
    rate, end = _rate(text, end, number.percent or bool(unit), forms)
    if not (money or is_multiple or number.percent or _counts(text, first, unit, forms)):
        return None
    return Figure(
        start=min(first.start, money.start) if money else first.start,
        end=end,
        value=first.value,
        bounds=(first.bounds | number.bounds) - {"from", "to"},
        low=low.value if low else None,
        high=number.value if low else None,
        percent=number.percent,
        currencies=meant(money.codes, text, language) if money else (),
        sign=money.printed if money else "",
        multiple=printed.multiple if is_multiple else "",
        unit=unit,
        rate=rate,
    )


def _currency(text: str, printed: Printed, language: Language) -> Money | None:
    """The currency of a number; three capital letters before it may be anything else."""
    money = printed.money
    if money and (money.codes or money.is_sign):
        return money
    return money_after(text, printed.after, language)


def _unit(text: str, at: int, forms: _Forms) -> tuple[str, int]:
    """The words of a unit from a place on, and where they end."""
    start, end = at, at
    for _ in range(_WORDS):
        found = _UNIT_WORD.match(text, end, end + _NEAR)
        if not found or found[1].lower() in forms.ends or forms.end_phrase.fullmatch(found[1]):
            break
        if forms.per.match(text, end):
            break
        end = found.end()
    return text[start:end].strip(" -\n"), end


def _rate(text: str, at: int, measured: bool, forms: _Forms) -> tuple[str, int]:
    """What a figure is per or, where it has a unit or a percent sign, of; and where that ends."""
    found = forms.per.match(text, at, at + _RATE)
    if not found and measured:
        found = forms.of.match(text, at, at + _RATE)
    return (found[0].strip(), found.end()) if found else ("", at)


def _counts(text: str, number: Number, unit: str, forms: _Forms) -> bool:
    """Whether a number without currency, multiple and percent sign counts or measures something."""
    near = text[max(0, number.start - _NEAR) : number.start]
    if not unit or _GLUED.search(near):
        return False
    if forms.known_unit.match(unit):
        return True
    is_noun = unit[0].islower() or forms.capital_nouns
    if not text[number.start].isdigit():
        return number.value != 1 and is_noun
    named = _NAMED.search(near)
    if named and not number.bounds and named[1].lower() not in forms.ends:
        return False  # Form 8, Level 5, (3)
    return is_noun


@cache
def _forms(language: Language) -> _Forms:
    lasting = tuple(phrase for phrases in language.lasting.values() for phrase in phrases)
    articles = group(language.indefinite_articles)
    return _Forms(
        ends=language.small_words | language.stop_words,
        end_phrase=re.compile(group(language.unit_ends), re.IGNORECASE),
        known_unit=re.compile(group(language.units), re.IGNORECASE),
        per=re.compile(
            rf"\s?(?:{group(language.rate_openers)}\s?[^\W\d_]+|{articles}\s{group(lasting)}"
            rf"|{group(language.rate_words)})",
            re.IGNORECASE,
        ),
        of=re.compile(rf"\s{group(language.share_of)}(?:\s[\w\u2019'-]+){{1,5}}", re.IGNORECASE),
        repeated=re.compile(r"\s?\([^()]{0,12}\)"),
        capital_nouns=language.capital_nouns,
    )
