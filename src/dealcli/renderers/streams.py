"""What a stream has room for: its columns, the width of text in them, and its characters."""

import os
from typing import TextIO
from unicodedata import category, east_asian_width

PIPE = 80
"""Columns of a page on a stream that has no width of its own."""


def columns(stream: TextIO) -> int:
    """Return `COLUMNS` if it is a number of columns, else the terminal's width, else `PIPE`."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given[:9]):
        return int(given[:9])
    try:
        return os.get_terminal_size(stream.fileno()).columns or PIPE
    except (OSError, ValueError):
        return PIPE


def writes(encoding: str, signs: str) -> bool:
    """Return whether an encoding has all of some characters."""
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width(text: str) -> int:
    """Return the columns that a text takes: 2 for a wide character, 0 for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if category(character) in ("Mn", "Me")
        else 2
        if east_asian_width(character) in "FW"
        else 1
        for character in text
    )
