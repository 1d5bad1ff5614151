"""Where known names occur in a text."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dealcli.searching import occurrences

_REMEMBERED = 64
"""Texts whose names are kept: several checks ask for one text."""

Known = Mapping[str, tuple[str, ...]] | Iterable[tuple[str, tuple[str, ...]]]
"""Ids with the names that each has."""


class Name(NamedTuple):
    """Where some words of a text are a name."""

    start: int
    end: int
    of: str
    """The id whose name it is."""


def named_places(known: Known, text: str) -> tuple[Name, ...]:
    """Return where known names occur in a folded text, in its order.

    Names are whole words, and a small first letter may be a capital at the start of a sentence. A
    name inside a longer one names nobody: `Acme` is not named in "Acme Holdings" where both are
    known.
    """
    pairs = known.items() if isinstance(known, Mapping) else known
    return _named_places(tuple(pairs), text)


@lru_cache(_REMEMBERED)
def _named_places(known: tuple[tuple[str, tuple[str, ...]], ...], text: str) -> tuple[Name, ...]:
    found = {
        Name(at, at + len(spelling), name)
        for name, spellings in known
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
