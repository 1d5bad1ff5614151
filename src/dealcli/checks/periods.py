"""The days that a period of the deal file covers."""

from calendar import monthrange

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
