"""A page as JSON: the deal file's own shape, so that what is saved is itself a deal file."""

from typing import TextIO

import msgspec

from dealcli.characters import json_visible
from dealcli.page import Page

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def render(page: Page, stream: TextIO) -> str:
    """One document: two spaces of indent, UTF-8 whatever the stream, numbers as written."""
    encoded = msgspec.json.format(_ENCODER.encode(page.document), indent=2)
    return json_visible(encoded.decode()) + "\n"
