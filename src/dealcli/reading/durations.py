"""Durations: the unit of time that a number is of."""

import re
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import named_groups


def unit_after(text: str, at: int, language: Language) -> tuple[str, int] | None:
    """Return the unit of time right after a place in a text, such as `day`, and where it ends."""
    found = _unit(language).match(text, at)
    return (found.lastgroup, found.end()) if found and found.lastgroup else None


@cache
def _unit(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{named_groups(language.lasting)})", re.IGNORECASE)
