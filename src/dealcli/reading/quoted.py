"""Passages of a text in quotation marks."""

import re
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language


class Quoted(Struct, frozen=True):
    """A passage in quotation marks.

    Attributes:
        start: where the opening mark is.
        end: what follows the closing mark; or the end of the paragraph where none closes it.
        is_closed: whether a mark closes it.
    """

    start: int
    end: int
    is_closed: bool


def quoted(text: str, language: Language) -> tuple[Quoted, ...]:
    """Return the passages in quotation marks of a text, in its order.

    A mark of one kind may be closed by another, as texts mix straight and curly ones. A passage
    that no mark closes ends at the next opening mark, at the bracket in which it was opened, or at
    the end of its paragraph.
    """
    opening, closing = map("".join, zip(*language.speech_marks, strict=True))
    found = []
    start = -1
    bracket = False
    for mark in _marks(language).finditer(text):
        at = mark.start()
        if mark["end"] or (mark["bracket"] and bracket):
            if start >= 0:
                found.append(_unclosed(text, start, at))
            start, bracket = -1, False
        elif mark["bracket"]:
            continue
        elif start >= 0 and _closes(text, mark, opening, closing):
            found.append(Quoted(start, mark.end(), is_closed=True))
            start, bracket = -1, False
        elif _opens(text, mark, opening, closing):
            if start >= 0:
                found.append(_unclosed(text, start, at))
            start, bracket = at, text[at - 1 : at] == "("
    if start >= 0:
        found.append(_unclosed(text, start, len(text)))
    return tuple(found)


def quotations(text: str, language: Language) -> list[str]:
    """Return the words inside each pair of quotation marks of a text, in its order."""
    return [text[one.start + 1 : one.end - 1] for one in quoted(text, language) if one.is_closed]


def without_marks(text: str, language: Language) -> str:
    """Return a text without its quotation marks: `the Company` for the “Company”."""
    signs = {sign for pair in language.speech_marks for sign in pair}
    return text.translate(dict.fromkeys(map(ord, signs)))


def _unclosed(text: str, start: int, end: int) -> Quoted:
    return Quoted(start, start + len(text[start:end].rstrip()), is_closed=False)


def _closes(text: str, mark: re.Match[str], opening: str, closing: str) -> bool:
    """Whether a mark closes: a closing one, or one of both kinds that is not before a word."""
    sign = mark[0]
    if sign not in closing or sign not in opening:
        return sign in closing
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return not (before.isspace() and after.isalnum())


def _opens(text: str, mark: re.Match[str], opening: str, closing: str) -> bool:
    """Whether a mark opens; one of both kinds does not after a word, as in a 20" screen."""
    after_word = text[mark.start() - 1 : mark.start()].isalnum()
    return mark[0] in opening and not (mark[0] in closing and after_word)


@cache
def _marks(language: Language) -> re.Pattern[str]:
    """A quotation mark, the end of a paragraph, or a closing bracket."""
    signs = re.escape("".join({sign for pair in language.speech_marks for sign in pair}))
    return re.compile(rf"[{signs}]|(?P<end>\n[ \t\r]*\n)|(?P<bracket>\))")
