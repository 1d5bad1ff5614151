"""The spaces of a text, made plain without moving anything in it."""

import re

REMEMBERED = 8
"""Texts whose mentions of a kind are kept, since other kinds are read from them."""

_ODD = re.compile(r"[\t\r\f\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")


def with_plain_spaces(text: str) -> str:
    """Return a text with every odd space, tab or unseen joint as a space, each in its place."""
    return _ODD.sub(" ", text)
