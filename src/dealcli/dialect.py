"""The part of YAML that a deal file uses: what an event, or a text, has beyond it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dealcli.characters import UNSEEN_ASTRAL, beginning, escape
from dealcli.decoding import lines_of
from dealcli.problems import Code, Place

GLUED_COMMENT = re.compile(" #[^\\s#]")
"""Where a value may be cut short; a text without it need not be looked at value by value."""

_CUT = re.compile(" +#[^\\s#]")

_WRITE_OUT = "write it out where it belongs"
_KEY = "write 'key: value'; text that has ': ' in it goes in quotes"


class Refusal(NamedTuple):
    """Something that a deal file may not have, and where."""

    place: Place
    code: Code
    message: str
    hint: str = ""


def place_of(event: Any) -> Place:
    """Where the text of a YAML event stands."""
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(length, 1))


def directives(text: str) -> Iterator[Refusal]:
    """The first line that starts with %: a directive, or text that YAML wants further in."""
    if text.startswith("%"):
        starts = [0]
    else:
        starts = [text.find(start) + 1 for start in ("\n%", "\r%") if start in text]
    if starts:
        message = "a line that starts with % is a YAML directive; a deal file has none"
        hint = "take the line out; or, where it belongs to some text, indent it"
        yield Refusal(_place_at(text, min(starts)), "directive", message, hint)


def alias(event: Any) -> Refusal:
    """What to say of an alias."""
    message = f"'*{beginning(event.anchor)}' stands for what is written elsewhere"
    return Refusal(place_of(event), "alias", message, _WRITE_OUT)


def marks(event: Any) -> Iterator[Refusal]:
    """An anchor and a tag, which any value can have."""
    if event.anchor is not None:
        message = f"'&{beginning(event.anchor)}' marks a value to be used again"
        yield Refusal(place_of(event), "anchor", message, "take the mark out")
    if event.tag is not None:
        message = f"'{beginning(event.tag)}' gives a value a type"
        yield Refusal(place_of(event), "tag", message, "take it out: the key says the type")


def merge(event: Any) -> Refusal:
    """What to say of the key that merges another mapping into its own."""
    return Refusal(place_of(event), "merge-key", "'<<' merges another mapping", _WRITE_OUT)


def not_text(event: Any) -> Refusal:
    """What to say of a key that is a mapping, a list or nothing."""
    return Refusal(place_of(event), "key-not-text", "a key is a word; this one is not", _KEY)


def cut(event: Any, text: str) -> Iterator[Refusal]:
    """A plain value cut short by a # that may well belong to it."""
    rest = _CUT.match(text, event.end_mark.index)
    if rest:
        place = Place(event.end_mark.line + 1, event.end_mark.column + len(rest[0]) - 1)
        message = "YAML takes the rest of this line for a comment, and the value stops short"
        hint = "put the value in quotes; or, for a comment, a space after the #"
        yield Refusal(place, "cut-value", message, hint)


def unseen(event: Any) -> Iterator[Refusal]:
    """An escape for a character that JSON can only write in two halves, which YAML cannot read."""
    hidden = UNSEEN_ASTRAL.search(event.value)
    if hidden:
        message = f"{escape(hidden[0])} is a control or an invisible character"
        yield Refusal(place_of(event), "invisible-character", message, "take it out")


def _place_at(text: str, index: int) -> Place:
    before = lines_of(text[:index])
    return Place(len(before), len(before[-1]) + 1)
