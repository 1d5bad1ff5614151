"""A deal file's bytes as text in which a reader sees every character that a program does."""

import re
from collections.abc import Iterator
from itertools import islice

from dealcli.characters import UNSEEN, UNSEEN_ASTRAL, escape
from dealcli.problems import Code, Place, Problem, UnreadableDealError

MAX_BYTES = 1024 * 1024
MAX_PROBLEMS = 100

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, name: str) -> str:
    """The text of a deal file, without its byte order mark.

    Args:
        data: the whole file.
        name: what to call the file in messages.

    Raises:
        UnreadableDealError: when it is too large, not UTF-8, or holds what cannot be seen.
    """
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES:,} bytes"
        raise UnreadableDealError(name, [Problem(Place(1, 1), "too-large", message)])
    hint = "save the file as UTF-8"
    if data[:2] in _WIDE_MARKS or b"\0" in data[:4]:
        message = "the file is UTF-16 or UTF-32, or not text"
        raise UnreadableDealError(name, [Problem(Place(1, 1), "encoding", message, hint)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDealError(name, [_undecodable(error, hint)]) from None
    unseen = list(islice(_unseen(text), MAX_PROBLEMS))
    if unseen:
        raise UnreadableDealError(name, unseen)
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text, as YAML and editors count them."""
    return _LINE_END.split(text)


def _undecodable(error: UnicodeDecodeError, hint: str) -> Problem:
    data, start = error.object, error.start  # without the byte order mark, unlike the file
    before = lines_of(data[:start].decode())
    after = lines_of(data[start:].decode(errors="backslashreplace"))
    message = f"byte 0x{data[start]:02x} is not UTF-8"
    place = Place(len(before), len(before[-1]) + 1)
    return Problem(place, "encoding", message, hint, "", before[-1] + after[0])


def _unseen(text: str) -> Iterator[Problem]:
    """Every character that a reader of the file could not see, or not tell from a space."""
    if "\t" not in text and not UNSEEN.search(text):
        return
    unseen_or_tab = re.compile(f"\t|{UNSEEN.pattern}")  # compiled for the few files that need it
    for number, line in enumerate(lines_of(text), start=1):
        for match in unseen_or_tab.finditer(line):
            place = Place(number, match.start() + 1)
            yield Problem(place, *_told(match[0]), "", line)


def _told(character: str) -> tuple[Code, str, str]:
    """Code, message and hint for a character that cannot be seen."""
    if character == "\t":
        return "tab", "a tab looks like spaces", "use spaces"
    shown = escape(character)
    hint = f'if it belongs to the words, write it as "{shown}", in double quotes'
    if UNSEEN_ASTRAL.match(character):
        hint = "take it out"
    return "invisible-character", f"{shown} is a control or an invisible character", hint
