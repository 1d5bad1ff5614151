"""Glued words: two words of a text between which the capture of a page has lost the space."""

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language

_WORD = re.compile(r"[^\W\d_]+")
_BOUNDARY = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[^\W\d_a-zß-öø-ÿ])")
_SUSPECT = re.compile(r"(?<![^\W\d_])[^\W\d_]?[a-zß-öø-ÿ]++[^\W\d_a-zß-öø-ÿ][^\W\d_]*+")
"""A word with a capital after its first small letters."""
_SHORTEST = 3
"""Letters of the second word of two capitalised ones: shorter ones are parts of brands."""


class Glued(Struct, frozen=True):
    """Two words without a space between them.

    Attributes:
        start: where the first starts.
        split: where the second starts.
        end: where it ends.
    """

    start: int
    split: int
    end: int


def glued(text: str, language: Language) -> tuple[Glued, ...]:
    """Return the glued words of a text, in its order.

    Words are glued where a capital follows a small letter and both halves are words: of the same
    text elsewhere, or known ones. A brand such as `PayPal` that the text has more than once is
    none, nor is anything that is no two words.
    """
    suspects = [found.span() for found in _SUSPECT.finditer(text)]
    if not suspects:
        return ()
    counts = Counter(_WORD.findall(text))
    known = _known(language)
    return tuple(
        Glued(start, start + split, end)
        for start, end in suspects
        if (split := _split(text[start:end], counts, known))
    )


def _split(word: str, counts: Counter[str], known: frozenset[str]) -> int:
    """Where a word is two, or 0."""
    boundaries = [found.start() for found in _BOUNDARY.finditer(word)]
    if len(boundaries) != 1:
        return 0
    first, second = word[: boundaries[0]], word[boundaries[0] :]
    if first[0].islower():
        is_first, is_second = first in known or first in counts, second in counts
    elif len(second) < _SHORTEST or (counts[word] > 1 and first.lower() not in known):
        return 0
    else:
        is_first = first in counts or first.lower() in known
        is_second = second in counts or second.lower() in known
    return boundaries[0] if is_first and is_second else 0


@cache
def _known(language: Language) -> frozenset[str]:
    """Words that every text of the language may have: small ones, and those of headings."""
    phrases = [phrase for group in language.headings.values() for phrase in group]
    headings = {
        word
        for phrase in phrases
        if isinstance(phrase, str)
        for word in re.findall(r"[^\W\d_]+", phrase.lower())
    }
    return language.stop_words | language.small_words | headings
