"""A deal file's bytes as text in which a reader sees every character that a program does."""

import re
from collections.abc import Iterator
from itertools import islice

from dealcli.characters import UNSEEN, UNSEEN_ASTRAL, escape
from dealcli.errors import UnreadableDealError
from dealcli.issues import Code, Issue, Place

MAX_BYTES = 1024 * 1024
MAX_ISSUES = 100

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
        raise UnreadableDealError(name, [_at_start("too-large", message)])
    hint = "save the file as UTF-8"
    if data[:2] in _WIDE_MARKS or b"\0" in data[:4]:
        message = "the file is UTF-16 or UTF-32, or not text"
        raise UnreadableDealError(name, [_at_start("encoding", message, hint)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(name, error, hint) from None
    unseen = list(islice(_unseen(text), MAX_ISSUES))
    if unseen:
        raise UnreadableDealError(name, unseen, lines_of(text))
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text, as YAML and editors count them."""
    return _LINE_END.split(text)


def _at_start(code: Code, message: str, hint: str = "") -> Issue:
    return Issue(code=code, message=message, hint=hint, place=Place(1, 1))


def _undecodable(name: str, error: UnicodeDecodeError, hint: str) -> UnreadableDealError:
    data, start = error.object, error.start  # without the byte order mark, unlike the file
    before = lines_of(data[:start].decode())
    message = f"byte 0x{data[start]:02x} is not UTF-8"
    place = Place(len(before), len(before[-1]) + 1)
    issue = Issue(code="encoding", message=message, hint=hint, place=place)
    return UnreadableDealError(name, [issue], lines_of(data.decode(errors="backslashreplace")))


def _unseen(text: str) -> Iterator[Issue]:
    """Every character that is invisible to a reader of the file, or looks like a space."""
    if "\t" not in text and not UNSEEN.search(text):
        return
    unseen_or_tab = re.compile(f"\t|{UNSEEN.pattern}")  # compiled for the few files that need it
    for number, line in enumerate(lines_of(text), start=1):
        for match in unseen_or_tab.finditer(line):
            place = Place(number, match.start() + 1)
            code, message, hint = _described(match[0])
            yield Issue(code=code, message=message, hint=hint, place=place)


def _described(character: str) -> tuple[Code, str, str]:
    """Code, message and hint for a character that cannot be seen."""
    if character == "\t":
        return "tab", "a tab looks like spaces", "use spaces"
    shown = escape(character)
    hint = f'if it belongs to the words, write it as "{shown}", in double quotes'
    if UNSEEN_ASTRAL.match(character):
        hint = "take it out"
    return "invisible-character", f"{shown} is a control or an invisible character", hint
