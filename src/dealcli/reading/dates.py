"""How a text prints a day, a month, a quarter, a half or a year, and the period that it names."""

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group, named_groups

_SHORTEST_ABBREVIATION, _LONGEST_ABBREVIATION = 3, 4
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
_NUMBER = r"(?P<number>0?[1-9]|1[0-2])(?!\d)"
_SHORT = r"(?P<short>Q[1-4]|[1-4]Q|H[12]|[12]H)"
_DIGIT_FIRST = r"(?P<short>[1-4]Q|[12]H)"
_YEAR_OF_CENTURY = r"(?P<short_year>\d\d)(?!\d)"
_SHORT_STARTS = (*"0123456789", "q1", "q2", "q3", "q4", "h1", "h2")
_FIRST_OF_CENTURY = 70
"""Years of two digits from this one on are those of the last century."""
_NOT_INSIDE, _NO_MORE = r"(?<![/-])", r"(?![./-]\d)"
_SLASHES_OR_POINTS = r"(?=\d\d?(?:/\d\d?/|\.\d\d?\.))"
_GROUP = re.compile(r"\(\?P<\w+>")


class Date(NamedTuple):
    """A date that is more than a year alone, as it is printed.

    Attributes:
        kind: `day`, `month`, `season`, `quarter`, `half`, `year` or `decade`.
        period: in the notation of the deal file; None where its year is not printed, or where its
            day may be its month. A season has the period of its year.
    """

    kind: str
    period: str | None


class Dates(Struct, frozen=True):
    """The forms of dates in a language.

    Attributes:
        expression: finds each of them as a group with the name of the form; no edges.
        forms: each form by itself, with groups for its parts.
        months: the number of each month by its names in small letters.
        ordinals: the number of each ordinal in small letters; of a half, `last` is the second.
        listed: finds an ordinal before another one, at the end of what is before that; `joint` is
            what joins them, beside a comma.
        prefixes: what the words begin with that dates begin with, beside months, ordinals, seasons.
    """

    expression: str
    forms: dict[str, re.Pattern[str]]
    months: dict[str, int]
    ordinals: dict[str, int]
    listed: re.Pattern[str]
    prefixes: tuple[str, ...]

    def read(self, form: str, printed: str) -> Date | None:
        """Return what a form says that was found; None if it is no date after all."""
        found = self.forms[form].fullmatch(printed)
        parts = {name: text for name, text in (found.groupdict() if found else {}).items() if text}
        year = parts.get("year") or _with_century(parts.get("short_year"))
        if form in ("decade", "season", "year"):
            return Date(form, year)
        if "short" in parts:
            letter, number = sorted(parts["short"].upper(), reverse=True)
            return _part(year, letter, int(number))
        if "ordinal" in parts:
            letter = "Q" if "Q" in parts else "H"
            return _part(year, letter, self.ordinals[parts["ordinal"].lower()])
        if "number" in parts:
            return _day(year, int(parts["number"]), int(parts["day"]), form)
        month = parts.get("month", "")
        if month and not year and not month[0].isupper():  # "5 may be"
            return None
        number = int(month) if month.isdigit() else self.months.get(month.lower().rstrip("."), 0)
        if "day" in parts:
            return Date("day", f"{year}-{number:02}-{int(parts['day']):02}" if year else None)
        return Date("month", f"{year}-{number:02}" if year else None)

    def with_ordinal(self, date: Date, ordinal: str) -> Date:
        """Return another quarter or half of the year of one: `second` in "second and third"."""
        year = date.period.partition("-")[0] if date.period else None
        return _part(year, "Q" if date.kind == "quarter" else "H", self.ordinals[ordinal.lower()])


def _part(year: str | None, letter: str, number: int) -> Date:
    kind = "quarter" if letter == "Q" else "half"
    number = min(number, 4 if letter == "Q" else 2)
    return Date(kind, f"{year}-{letter}{number}" if year else None)


def _day(year: str | None, month: int, day: int, form: str) -> Date:
    """A day in digits: one that may be its month as well has no period."""
    is_known = form == "number_day" or day > 12 or day == month
    return Date("day", f"{year}-{month:02}-{day:02}" if is_known else None)


def _with_century(year: str | None) -> str | None:
    return year and f"{19 if int(year) >= _FIRST_OF_CENTURY else 20}{year}"


@cache
def dates(language: Language) -> Dates:
    """Return the forms of dates in a language."""
    months = {
        name.lower(): number
        for number, month in enumerate(language.months, start=1)
        for name in _month_names(month)
    }
    ordinals = {word: number for number, words in enumerate(language.ordinals, 1) for word in words}
    forms = _expressions(language, months, ordinals)
    return Dates(
        expression="|".join(
            f"(?P<{name}>{_GROUP.sub('(?:', expression)})" for name, expression in forms.items()
        ),
        forms={name: re.compile(form, re.IGNORECASE) for name, form in forms.items()},
        months=months,
        ordinals=ordinals,
        listed=re.compile(
            rf"(?<!\w)(?P<ordinal>{'|'.join(map(re.escape, ordinals))})"
            rf"(?:,|,?\s?(?P<joint>{_joint(language)}))\s?(?:{group(language.articles)}\s)?\Z",
            re.IGNORECASE,
        ),
        prefixes=(*_SHORT_STARTS, *(mark.lower() for mark in language.fiscal_marks)),
    )


def _joint(language: Language) -> str:
    """The expression for what joins two ordinals."""
    joints = {joint: None for joints in language.range_joints.values() for joint in joints}
    return group(tuple(joints))


def _expressions(
    language: Language, months: dict[str, int], ordinals: dict[str, int]
) -> dict[str, str]:
    names = "|".join(sorted(months, key=len, reverse=True))
    month = rf"(?P<month>(?:{names})\b\.?)"
    of_year = rf",?\s(?:{group(language.year_openers)}\s)?{_YEAR}"
    ending = f"(?:{'|'.join(map(re.escape, language.day_endings))})?"
    ordinal = rf"(?P<ordinal>{'|'.join(map(re.escape, ordinals))})"
    of = rf"(?:{group(language.day_openers)}\s)?"
    part = named_groups(language.parts_of_year)
    parts = named_groups(language.parts_of_years)
    marks = "|".join(map(re.escape, language.fiscal_marks)) or "(?!)"
    in_fiscal = rf"\s?(?:{marks})(?:{_YEAR}|{_YEAR_OF_CENTURY})"
    numbered = rf"{_NOT_INSIDE}{_SLASHES_OR_POINTS}"
    return {
        "iso_day": rf"{_YEAR}(?:(?=-\d\d-)|(?=/\d\d/))[/-]{_MONTH}[/-]{_DAY}",
        "day_number": rf"{numbered}{_DAY}[./]{_NUMBER}[./]{_YEAR}{_NO_MORE}",
        "number_day": rf"{numbered}{_NUMBER}[./]{_DAY}[./]{_YEAR}{_NO_MORE}",
        "day_named_month": rf"{_DAY}-{month}-{_YEAR}",
        "month_day": rf"{month}\s{_DAY}{ending}(?:{of_year})?",
        "day_month": rf"{_DAY}{ending}\.?\s{of}{month}(?:{of_year})?",
        "year_part": rf"{_YEAR}[\s-]{_SHORT}",
        "ordinal_part": rf"{ordinal}[\s-](?:{part})(?:{of_year})?",
        "ordinal_parts": rf"{ordinal}[\s-](?:{parts})(?:{of_year})?",
        "fiscal_part": rf"{_SHORT}{in_fiscal}",
        "glued_part": rf"{_DIGIT_FIRST}(?:{_YEAR}|{_YEAR_OF_CENTURY})",
        "short_part": rf"{_SHORT}(?:{of_year})?",
        "year": rf"(?:{marks}){_YEAR_OF_CENTURY}",
        "iso_month": rf"{_YEAR}-{_MONTH}",
        "number_month": rf"{_MONTH}/{_YEAR}",
        "named_month": rf"{month}{of_year}",
        "month": rf"(?P<month>{'|'.join(language.months)})",
        "decade": rf"(?:19|20)\d0(?:{'|'.join(map(re.escape, language.decade_endings))})",
        "season": rf"{group(language.seasons)}{of_year}",
    }


def _month_names(month: str) -> tuple[str, ...]:
    return (month, month[:_SHORTEST_ABBREVIATION], month[:_LONGEST_ABBREVIATION])
