"""Quotation marks inside a quotation: single inside double marks, and so on in turn."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_DOUBLE = re.compile(r"[“”\"]")
_OPENS = re.compile(r"(?<!\w)(?:\u2018(?=\S)|'(?=[^\W\d]))")
_CLOSES = re.compile(r"(?<=\S)[\u2019'](?!\w)")
_STRAIGHT = [("'", "'"), ('"', '"')]
_CURLY = [("\u2018", "\u2019"), ("“", "”")]


class _Pair(NamedTuple):
    """Two marks that belong together: their places in a text."""

    start: int
    end: int


def nested(words: str, *, straight: bool = False) -> str:
    """Return the words of a quotation that is printed in double marks.

    Marks in them that belong together alternate with their depth: the outermost become single,
    those inside these double. Apostrophes and marks without a partner stay as they are.

    Args:
        words: the words, without the marks around them.
        straight: whether marks that belong together are written as `'` and `"`.
    """
    doubles = sorted(_doubles(words))
    if not (doubles or straight):
        return words  # single marks are right already
    marks = list(words)
    enclosing: list[int] = []
    for start, end in sorted([*doubles, *_singles(words, doubles)]):
        while enclosing and enclosing[-1] < start:
            enclosing.pop()
        enclosing.append(end)
        in_turn = _STRAIGHT if straight or words[start] in "\"'" else _CURLY
        marks[start], marks[end] = in_turn[(len(enclosing) - 1) % 2]
    return "".join(marks)


def _doubles(words: str) -> Iterator[_Pair]:
    """The double marks that belong together: `“` with `”`, `"` before a word with `"` after one."""
    opened: list[tuple[str, int]] = []
    open_of: Counter[str] = Counter()
    for match in _DOUBLE.finditer(words):
        mark, at = match[0], match.start()
        before, after = words[at - 1 : at], words[at + 1 : at + 2]
        kind = '"' if mark == '"' else "“"
        closes = mark == "”" or (mark == '"' and not before.isspace() and not after.isalnum())
        if closes and open_of[kind]:
            while True:  # what is still open inside has no partner
                found, start = opened.pop()
                open_of[found] -= 1
                if found == kind:
                    break
            yield _Pair(start, at)
        elif mark == "“" or (mark == '"' and not before.isalnum() and after.strip()):
            opened.append((kind, at))
            open_of[kind] += 1


def _singles(words: str, doubles: list[_Pair]) -> Iterator[_Pair]:
    """The single marks that belong together, between the same double marks.

    A mark at the end of a word may be an apostrophe. It closes only if it is the one such mark
    between an opening mark and the next.
    """
    places = [(match.start(), True) for match in _OPENS.finditer(words)]
    places += [(match.start(), False) for match in _CLOSES.finditer(words)]
    found: dict[_Pair | None, tuple[int, list[int]]] = {}
    enclosing: list[_Pair] = []
    left = iter(doubles)
    following = next(left, None)
    for at, opens in sorted(places):
        while following and following.start < at:
            enclosing.append(following)
            following = next(left, None)
        while enclosing and enclosing[-1].end < at:
            enclosing.pop()
        around = enclosing[-1] if enclosing else None
        if opens:
            yield from _certain(*found.get(around, (at, [])))
            found[around] = at, []
        elif around in found:
            found[around][1].append(at)
    for start, ends in found.values():
        yield from _certain(start, ends)


def _certain(start: int, ends: list[int]) -> Iterator[_Pair]:
    if len(ends) == 1:
        yield _Pair(start, ends[0])
