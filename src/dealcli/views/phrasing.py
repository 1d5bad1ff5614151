"""The values of a deal file in words: figures, times, vocabularies."""

import re
from decimal import Decimal

from msgspec.structs import replace

from dealcli.language.pack import CURRENCY_SIGNS
from dealcli.model import Amount, Location, Moment, Quantity, When, percent_sign
from dealcli.quotation import nested

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_CURRENCY_CODES = (
    "AUD BRL CAD CHF CLP CNY CZK DKK EUR GBP HKD HUF IDR INR JPY KRW MXN MYR NOK NZD PLN RMB SAR "
    "SEK SGD THB TRY TWD USD VND ZAR"
)
_BOUNDS = (
    ("exact", ""),
    ("about", "about "),
    ("above", "over "),
    ("below", "under "),
    ("at_least", "at least "),
    ("up_to", "up to "),
)


def number(value: Decimal) -> str:
    """A number as it was written, with commas between thousands."""
    return f"{value:,f}"


def amount(value: Amount) -> str:
    """A quantity with its bound, unit, and the same figure in the source's other units."""
    if isinstance(value, Decimal):
        return number(value)
    unit = value.unit or ""
    sign = percent_sign(unit)
    before, after = ("", unit.removeprefix(sign)) if sign else _around(unit)
    if sign:
        text = _bounded(value, "", "%") + after
    elif before:
        text = _bounded(value, before, after)
    else:
        text = _bounded(value, "", "") + after
    return f"{text} ({'; '.join(map(amount, value.also))})" if value.also else text


def percent(value: Amount) -> str:
    """A share: `90%`, `over 50%`, `10% to 15%`, `2% of net sales`; another unit stays."""
    if isinstance(value, Decimal):
        return f"{number(value)}%"
    return amount(value if value.unit else replace(value, unit="%"))


def reached(value: Amount) -> str:
    """A share that another one grows to: `to 51%`, `up to 51%`."""
    limited = isinstance(value, Quantity) and value.up_to is not None
    return percent(value) if limited else f"to {percent(value)}"


def _bounded(value: Quantity, before: str, after: str) -> str:
    """The number or numbers of a quantity, each between `before` and `after`, after the bound."""
    for field, word in _BOUNDS:
        bound = getattr(value, field)
        if bound is not None:
            return f"{word}{before}{number(bound)}{after}"
    assert value.from_ is not None  # the model has one of the bounds, or both of these
    assert value.to is not None
    return f"{before}{number(value.from_)}{after} to {before}{number(value.to)}{after}"


def _around(unit: str) -> tuple[str, str]:
    """What a unit puts before a number and after it: `$`16.7` billion`, `US $`5, `£`185`m`."""
    first, _, rest = unit.partition(" ")
    if len(first) == 3 and first in _CURRENCY_CODES:
        return f"{first} ", f" {rest}" if rest else ""
    sign = re.match(rf"(?:[A-Z]{{2,3}} )?[A-Z]{{0,3}}[{CURRENCY_SIGNS}]", unit)
    if sign:
        return sign[0], unit[sign.end() :]
    return "", f" {unit}" if unit else ""


def when(value: When) -> str:
    """A time: `2027`, `Q3 2024`, `14 Apr 2025`, `by 2030`, or the source's own words."""
    if isinstance(value, str):
        return period(value)
    parts = _moment(value)
    if value.text is not None:
        parts.append(f'"{nested(value.text, straight=True)}"')
    return ", ".join(parts)


def _moment(value: Moment) -> list[str]:
    parts = []
    for bound, word in (
        (value.by, "by"),
        (value.not_before, "not before"),
        (value.about, "about"),
    ):
        if bound is not None:
            parts.append(f"{word} {period(bound)}")
    if value.from_ is not None and value.to is not None:
        parts.append(f"{period(value.from_)} to {period(value.to)}")
    return parts


def period(value: str) -> str:
    """A year, quarter, half, month or date, the day first and the month as a word."""
    year, *rest = value.split("-")
    if not rest:
        return year
    if rest[0][0] in "QH":
        return f"{rest[0]} {year}"
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def words(term: str) -> str:
    """A word of a vocabulary as it is read: `near-term`, near term."""
    return term.replace("-", " ")


def place(location: Location | None) -> str:
    """Where something is, from the site to the country; what the source leaves open is left out."""
    if location is None:
        return ""
    parts = (location.site, location.region, location.country)
    return ", ".join(part for part in parts if part)


def listed(items: list[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def counted(number_of: int, noun: str, plural: str = "") -> str:
    """A count with its noun: `1 party`, `2 parties`."""
    return f"{number_of} {noun if number_of == 1 else plural or noun + 's'}"
