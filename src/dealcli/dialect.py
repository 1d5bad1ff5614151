"""The part of YAML that a deal file uses: what an event, or a text, has beyond it.

What libyaml and PyYAML's own scanner read differently is beyond it too, rare as it is: a deal file
reads alike with either.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dealcli.characters import UNSEEN_ASTRAL, beginning, escape
from dealcli.decoding import lines_of
from dealcli.problems import Code, Place

GLUED_COMMENT = re.compile(" #[^\\s#]")
"""Where a value may be cut short; a text without it need not be looked at value by value."""

_CUT = re.compile(" +#[^\\s#]")
_GLUED_HEADER = re.compile(r"[|>][-+0-9]*#")
_FLOW_COLON = re.compile(r" *(?=:[,?\[\]{}])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\(?:u|U0000)(?=[dD][89a-fA-F])")

_WRITE_OUT = "write it out where it belongs"
_QUOTE_IT = "put the text in double quotes"
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


def ambiguous(event: Any, text: str, *, in_flow: bool) -> Iterator[Refusal]:
    """What one of the two scanners reads and the other does not."""
    start, end = event.start_mark.index, event.end_mark.index
    if not event.style:
        if not in_flow:
            return
        colon = _FLOW_COLON.match(text, end)
        at = text.find("?", start, end) if "?" in event.value else colon.end() if colon else -1
        message, hint = "an unquoted '?' or ':' between brackets", _QUOTE_IT
    elif event.style in ("|", ">"):
        header = _GLUED_HEADER.match(text, start)
        at = header.end() - 1 if header else -1
        message, hint = f"a '#' right after '{event.style}'", "put a space before the #"
    else:
        half = _SURROGATE.search(event.value) and _SURROGATE_ESCAPE.search(text, start)
        at = half.end() if half else -1
        message, hint = "half a character, written as an escape", "write the character itself"
    if at >= 0:
        yield Refusal(_place_at(text, at), "syntax", f"this is not YAML: {message}", hint)


def _place_at(text: str, index: int) -> Place:
    before = lines_of(text[:index])
    return Place(len(before), len(before[-1]) + 1)
