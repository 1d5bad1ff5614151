"""Where words occur in a text: as whole words, whatever white space is between them."""

from collections.abc import Iterator
from functools import lru_cache

_INSIDE = 100
"""Places inside longer words after which a search for some words is given up.

Each search takes as long as the words are long, so a place counts once more per `_LONG` characters.
"""
_LONG = 50

_REMEMBERED = 1024
"""Searches for a phrase that are kept: several checks ask the same."""

_POINTS = (".", ",")
_UNSPACED = "\u0e00"
"""From Thai on, most scripts are written without spaces."""


def fold(text: str) -> str:
    """The text with every run of white space as one space; nothing else is folded."""
    return " ".join(text.split())


def _parts_word(text: str, at: int) -> bool:
    """Whether a place in a text is inside a word or a number: 5% does not occur in 95% or 1.5%.

    Scripts that write without spaces, from Thai on, part words anywhere.
    """
    before, after = text[at - 1 : at], text[at : at + 1]
    if before == " " or after == " ":
        return False
    if after in _POINTS and before.isdigit():
        return text[at + 1 : at + 2].isdigit()
    if before in _POINTS and after.isdigit():
        return text[at - 2 : at - 1].isdigit()
    return (
        at > 0 and before.isalnum() and after.isalnum() and before < _UNSPACED and after < _UNSPACED
    )


def occurrences(text: str, words: str, before: str = "", after: str = "") -> Iterator[int]:
    """Where words start in a folded text; they neither begin nor end inside a word of it.

    Text right `before` and `after` them may be asked for too. Words that are found again and again
    inside longer words are given up: who quotes "a" has to quote more of the sentence.
    """
    sought = f"{before}{words}{after}"
    inside = 0
    at = text.find(sought) if words else -1
    while at >= 0 and inside < _INSIDE:
        start = at + len(before)
        if _parts_word(text, start) or _parts_word(text, start + len(words)):
            inside += 1 + len(sought) // _LONG
        else:
            yield start
        at = text.find(sought, at + 1)


@lru_cache(_REMEMBERED)
def contains_phrase(words: str, text: str) -> bool:
    """Whether a text contains words verbatim, but for a capital at their beginning."""
    heads = {words[:1], words[:1].upper()}
    return any(next(occurrences(text, f"{head}{words[1:]}"), -1) >= 0 for head in heads)
