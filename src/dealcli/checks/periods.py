"""Times: the days that a period covers, and how a source may write it."""

import re
from calendar import monthrange

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = ("first|1st", "second|2nd", "third|3rd", "fourth|4th|last")
_MONTHS_OF = {"Q": 3, "H": 6}


def days(period: str) -> tuple[str, str]:
    """The first and the last day of a period (`2027`, `2024-Q3`, `2024-06`, ...), as dates."""
    year, _, rest = period.partition("-")
    first, last = 1, 12
    if rest[:1] in _MONTHS_OF:
        length = _MONTHS_OF[rest[0]]
        first, last = (int(rest[1]) - 1) * length + 1, int(rest[1]) * length
    elif rest:
        first = last = int(rest[:2])
    if len(rest) == 5:
        return period, period
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"


def written(period: str) -> re.Pattern[str]:
    """How a source may write a period: `2025-04-14` as April 14, 2025 or 14 Apr 2025."""
    year, _, rest = period.partition("-")
    of_year = rf",?\s(?:of\s)?(?:the\syear\s)?{year}"
    if not rest:
        forms = [rf"{year}"]
    elif rest[0] in _MONTHS_OF:
        name, number = ("quarter", rest[1]) if rest[0] == "Q" else ("half", rest[1])
        ordinal = _ORDINALS[int(number) - 1] + ("|last" if rest == "H2" else "")
        short = f"(?:{rest[0]}{number}|{number}{rest[0]})"
        forms = [
            rf"(?:{ordinal})[\s-]{name}{of_year}",
            rf"{short}{of_year}",
            rf"{year}[\s-]{short}",
        ]
    else:
        forms = _months(year, rest, of_year)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _months(year: str, rest: str, of_year: str) -> list[str]:
    """The forms of a month, and of a day in it."""
    number, _, day = rest.partition("-")
    name = _MONTHS[int(number) - 1]
    month = rf"(?:{name}|{name[:3]}\.?|{name[:4]}\.?)"
    if not day:
        return [rf"{month}{of_year}", rf"{year}-{number}", rf"{number}/{year}"]
    day = rf"0?{int(day)}"
    return [
        rf"{month}\s{day}(?:st|nd|rd|th)?{of_year}",
        rf"(?:the\s)?{day}(?:st|nd|rd|th)?\.?\s(?:of\s)?{month}{of_year}",
        rf"{year}-{number}-{rest[3:]}",
    ]
