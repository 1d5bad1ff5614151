"""The part of YAML that a deal file uses: what an event, or a text, has beyond it."""

import re
from collections.abc import Iterator
from typing import Any

from dealcli.characters import UNSEEN_ASTRAL, beginning, escape
from dealcli.decoding import lines_of
from dealcli.issues import Issue, Place

GLUED_COMMENT = re.compile(" #[^\\s#]")
"""Where a value may be cut short; a text without it need not be looked at value by value."""

_CUT = re.compile(" +#[^\\s#]")

_WRITE_OUT = "write it out where it belongs"
_KEY = "write 'key: value'; text that has ': ' in it goes in quotes"


def place_of(event: Any) -> Place:
    """The place of the text of a YAML event."""
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(length, 1))


def directives(text: str) -> Iterator[Issue]:
    """The first line that starts with %: a directive, or text that YAML wants further in."""
    if text.startswith("%"):
        starts = [0]
    else:
        starts = [text.find(start) + 1 for start in ("\n%", "\r%") if start in text]
    if starts:
        message = "a line that starts with % is a YAML directive; a deal file has none"
        hint = "take the line out; or, where it belongs to some text, indent it"
        yield Issue(
            code="directive", message=message, hint=hint, place=_place_at(text, min(starts))
        )


def alias(event: Any) -> Issue:
    """What to say of an alias."""
    message = f"'*{beginning(event.anchor)}' stands for what is written elsewhere"
    return Issue(code="alias", message=message, hint=_WRITE_OUT, place=place_of(event))


def marks(event: Any) -> Iterator[Issue]:
    """An anchor and a tag, which any value can have."""
    if event.anchor is not None:
        message = f"'&{beginning(event.anchor)}' marks a value to be used again"
        hint = "take the mark out"
        yield Issue(code="anchor", message=message, hint=hint, place=place_of(event))
    if event.tag is not None:
        message = f"'{beginning(event.tag)}' gives a value a type"
        hint = "take it out: the key says the type"
        yield Issue(code="tag", message=message, hint=hint, place=place_of(event))


def merge(event: Any) -> Issue:
    """What to say of the key that merges another mapping into its own."""
    message = "'<<' merges another mapping"
    return Issue(code="merge-key", message=message, hint=_WRITE_OUT, place=place_of(event))


def not_text(event: Any) -> Issue:
    """What to say of a key that is a mapping, a list or nothing."""
    message = "a key is a word; this one is not"
    return Issue(code="key-not-text", message=message, hint=_KEY, place=place_of(event))


def cut(event: Any, text: str) -> Iterator[Issue]:
    """A plain value cut short by a # that may well belong to it."""
    rest = _CUT.match(text, event.end_mark.index)
    if rest:
        place = Place(event.end_mark.line + 1, event.end_mark.column + len(rest[0]) - 1)
        message = "YAML takes the rest of this line for a comment, and the value stops short"
        hint = "put the value in quotes; or, for a comment, a space after the #"
        yield Issue(code="cut-value", message=message, hint=hint, place=place)


def unseen(event: Any) -> Iterator[Issue]:
    """An escape for a character that JSON can only write in two halves, which YAML cannot read."""
    hidden = UNSEEN_ASTRAL.search(event.value)
    if hidden:
        message = f"{escape(hidden[0])} is a control or an invisible character"
        hint, place = "take it out", place_of(event)
        yield Issue(code="invisible-character", message=message, hint=hint, place=place)


def _place_at(text: str, index: int) -> Place:
    before = lines_of(text[:index])
    return Place(len(before), len(before[-1]) + 1)
