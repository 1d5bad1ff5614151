"""Where a text has names that are known."""

from functools import lru_cache

from msgspec import Struct

from dealcli.searching import occurrences

_REMEMBERED = 64
"""Texts whose names are kept: several checks ask for one text."""

Known = tuple[tuple[str, tuple[str, ...]], ...]
"""Ids, each with the names by which a text may call it."""


class Name(Struct, frozen=True, order=True):
    """Where some words name someone, by the id of the one who is named."""

    start: int
    end: int
    party: str


@lru_cache(_REMEMBERED)
def names(text: str, known: Known) -> tuple[Name, ...]:
    """Return where a folded text has known names, in its order.

    A name that is inside a longer one names nobody; one name may be that of several.
    """
    found = {
        Name(at, at + len(spelling), party)
        for party, spellings in known
        for spelling in spellings
        for head in {spelling[:1], spelling[:1].upper()}
        for at in occurrences(text, f"{head}{spelling[1:]}")
    }
    outer, reach = set(), 0
    for start, end in sorted(
        {(name.start, name.end) for name in found}, key=lambda at: (at[0], -at[1])
    ):
        if end > reach:  # else it is inside one that starts no later
            outer.add((start, end))
            reach = end
    return tuple(sorted(name for name in found if (name.start, name.end) in outer))
