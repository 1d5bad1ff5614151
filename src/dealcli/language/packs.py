"""The languages that the program has packs for, and which of them a text is in."""

import re
from functools import cache
from importlib import import_module
from itertools import islice

from dealcli.language.pack import Language

TAGS = ("en",)
"""The languages with a pack, by the names of their modules."""

_ENOUGH = 2_000
"""Words of a text that are looked at."""
_FEW = 20
"""Words of a text that are too few for their share of stop words to be compared with `_SHARE`.

Letters that no language with a pack has decide instead.
"""
_SHARE = 0.15
"""How many of the words of a text are stop words where it is in the language.

Measured on 29 announcements in English: 0.25 to 0.37.
"""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def tagged(tag: str) -> Language | None:
    """Return the pack for a BCP 47 tag such as `en-GB`; None where there is none."""
    name = tag.lower().partition("-")[0]
    if name not in TAGS:
        return None
    return next(
        value
        for value in vars(import_module(f"dealcli.language.{name}")).values()
        if isinstance(value, Language) and value.tag == name
    )


def known() -> tuple[Language, ...]:
    """Return the packs of all languages that have one."""
    return tuple(filter(None, map(tagged, TAGS)))


def recognised(text: str) -> Language | None:
    """Return the pack of the language that a text is in, by its stop words; None where none is.

    Languages share some stop words: the one with the most in the text wins, the first of several.
    """
    words = [word[0].lower() for word in islice(_WORD.finditer(text), _ENOUGH)]
    most, language = -1, None
    for each in known():
        count = sum(word in each.stop_words for word in words)
        if count > most:
            most, language = count, each
    is_in_it = most >= _SHARE * len(words) if len(words) >= _FEW else _is_latin(words)
    return language if is_in_it else None


def _is_latin(words: list[str]) -> bool:
    """Whether most letters are those of the Latin alphabet without marks."""
    letters = "".join(words)
    return 2 * sum(letter < "\u0080" for letter in letters) >= len(letters)
