"""The text of a source: its paragraphs, and where in it some words stand."""

import re
from bisect import bisect_right

from msgspec import Struct

_POINTS = (".", ",")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class Span(Struct, frozen=True, order=True):
    """Words of a release: start and end in its folded text, first and last paragraph."""

    start: int
    end: int
    first: int
    last: int


def fold(text: str) -> str:
    """The text with every run of white space as one space; nothing else is folded."""
    return " ".join(text.split())


def _parts_word(text: str, at: int) -> bool:
    """Whether a place in a text is inside a word or a number: 5% does not stand in 95% or 1.5%.

    Scripts that write without spaces, from Thai on, part words anywhere.
    """
    before, after = text[at - 1 : at], text[at : at + 1]
    if after in _POINTS and before.isdigit():
        return text[at + 1 : at + 2].isdigit()
    if before in _POINTS and after.isdigit():
        return text[at - 2 : at - 1].isdigit()
    return all(one.isalnum() and one < "\u0e00" for one in (before, after)) and at > 0


class Release:
    """A source's text. Paragraphs are what blank lines part, numbered from 1."""

    def __init__(self, text: str) -> None:
        unix = text.replace("\r\n", "\n").replace("\r", "\n")
        self.paragraphs = [fold(part) for part in _BLANK_LINE.split(unix) if part.strip()]
        self.folded = " ".join(self.paragraphs)
        self._starts = []
        start = 0
        for paragraph in self.paragraphs:
            self._starts.append(start)
            start += len(paragraph) + 1

    def find(self, exact: str, prefix: str = "", suffix: str = "") -> list[Span]:
        """Every place where words stand verbatim, with what must stand around them.

        White space in the arguments is folded as in the text; the prefix may be parted from the
        words by a space, and the suffix likewise. Words neither begin nor end inside a word.
        """
        words, before, after = fold(exact), fold(prefix), fold(suffix)
        found = []
        start = self.folded.find(words) if words else -1
        while start >= 0:
            end = start + len(words)
            # No more of the text than can matter: words may stand in it very often.
            near = self.folded[max(0, start - len(before) - 1) : start]
            far = self.folded[end : end + len(after) + 1]
            settled = near.rstrip().endswith(before) and far.lstrip().startswith(after)
            if settled and not any(_parts_word(self.folded, at) for at in (start, end)):
                first, last = (bisect_right(self._starts, at) for at in (start, end - 1))
                found.append(Span(start, end, first, last))
            start = self.folded.find(words, start + 1)
        return found
