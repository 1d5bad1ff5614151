"""The sentences of a text, and the clauses of a sentence between its semicolons."""

import re
from collections.abc import Iterator
from functools import cache

from dealcli.language.pack import Language
from dealcli.reading.word_starts import matches

_END = re.compile(
    r"(?<=[^\s.!?])([.!?]++[\"'”\u2019)\]]*+) (?=[“\"'\u2018(]?[^\W_a-z])"
    r"|(?<=[^\s\u3002\uff01\uff1f])([\u3002\uff01\uff1f]++[”\u2019\u300d\u300f\uff09]*+) ?(?=.)"
)
"""Full stops: those of alphabets need a space and a capital after them, those of Chinese do not."""

_STOP = re.compile(r"[.!?\u3002\uff01\uff1f]")
"""What a full stop begins with; found first, since most characters are none."""

_LONGEST_ABBREVIATION = 20
_POINT = "."


def sentences_of(text: str, language: Language | None) -> Iterator[tuple[int, int]]:
    """Where each sentence of a folded text starts and ends.

    A point after an abbreviation ends no sentence, so two sentences are sometimes taken as one;
    the end of a sentence is followed by white space and anything but a small letter. Without a
    language only initials are known as abbreviations.
    """
    abbreviation = _abbreviation(language)
    start = 0
    stops = (found.start() for found in _STOP.finditer(text))
    for end in matches(_END, text, stops):
        at = end.start()
        near = max(0, at - _LONGEST_ABBREVIATION)
        if text[at] != "." or not abbreviation.search(text, near, at):
            yield start, end.end(end.lastindex or 0)
            start = end.end()
    yield start, len(text)


@cache
def _abbreviation(language: Language | None) -> re.Pattern[str]:
    """What a point belongs to that ends no sentence: company forms, titles, months, initials.

    Where a day is written with a point ("14. April"), small numbers too.
    """
    words = language.abbreviations if language else ()
    known = "".join(rf"\b{re.escape(word)}|" for word in words)
    if language and _POINT in language.day_endings:
        known += r"(?<![\w.,])\d{1,2}|"
    return re.compile(rf"(?:{known}\b(?:[A-Za-z]\.)*[A-Z])\Z")
