"""Proper names: words with a capital that no sentence gives them."""

import re
from functools import cache

from dealcli.language.pack import Language

_WORD = re.compile(r"(?<![\w.])[^\W\d_a-z]\w*(?:[&.][A-Z]+)*")
"""A word that begins with a letter which is no plain small one: `Ørsted`, also `über`."""
_BEGINNING = re.compile(r"[.!?:;]\s++|[\"“(]\s*+")
"""What a sentence or a bracket begins after."""


def proper_names(text: str, language: Language) -> list[str]:
    """Return the words of a text that are written as names are.

    The first word of a sentence is one where it has more capitals or a possessive's ending; where
    every noun has a capital, so is any other word.
    """
    begins = {0, *(found.end() for found in _BEGINNING.finditer(text))}
    return [
        found[0]
        for found in _WORD.finditer(text)
        if len(found[0]) > 1
        and found[0][0].isupper()
        and (
            (found.start() not in begins and not language.capital_nouns)
            or _of_a_name(language).match(text, found.end())
            or found[0][1].isupper()
        )
    ]


@cache
def _of_a_name(language: Language) -> re.Pattern[str]:
    """What follows the first word of a sentence where that word is a name."""
    endings = [re.escape(ending) for ending in language.possessives if ending[-1:].isalpha()]
    return re.compile(rf"(?:{'|'.join(endings) or '(?!)'})\b")
