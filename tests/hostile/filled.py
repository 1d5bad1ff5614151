"""A deal with every record and key, each text in it filled with one thing."""

import json
from typing import Any

import every_record
import msgspec

from dealcli.characters import json_visible
from dealcli.decoding import MAX_BYTES
from hostile.shapes import NAME

UNITS = {
    "spaces": " ",
    "line ends": "\n",
    "tabs": "\t",
    "no-break spaces": "\xa0",
    "ideographic spaces": "\u3000",
    "words": "word ",
    "one word": "x",
    "wide": "山",
    "combining marks": "\u0301",
    "flags": "🇩🇪",
    "markup": "[red]",
    "HTML": "<b>&",
    "lines": "\na",
    "Markdown": "* _`|",
    "sentences": "Ab. ",
    "quotation marks": '"',
    "brackets": "“",
    "numbers": "1 ",
    "numbers in words": "two% ",
    "escapes": "\x1b",
    "direction": "\u202e",
    "loaded words": "final ",
}
"""What a deal is filled with, by name."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def filled(unit: str, times: int | None = None) -> dict[str, bytes]:
    """The deal, with one thing in each text, and its source's text.

    Without `times` it is there as often as a file may hold.

    The text has what each quote has, once. Both by name, the deal first; it is JSON that reads.
    """
    deal = json.loads(_ENCODER.encode(every_record.deal(*every_record.places())))
    deal["sources"][0]["file"] = NAME
    texts = len(_texts(deal))
    room = MAX_BYTES - len(_written(_with(deal, "", 0)))
    times = times or room // texts // len(_written(unit)[1:-1])
    text = f"It says: a{unit * times}b, and no more.\n"
    return {"deal.yaml": _written(_with(deal, unit, times)), NAME: text.encode()}


def _written(value: Any) -> bytes:
    return json_visible(json.dumps(value, indent=1, ensure_ascii=False)).encode()


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if _is_text(value) else []


def _is_text(value: Any) -> bool:
    """Whether a value is a text whose content is free: it names its own place."""
    if not isinstance(value, str) or value == NAME:
        return False
    return "." in value or value in ("title", "note", "quote")


def _with(value: Any, unit: str, times: int) -> Any:
    if isinstance(value, dict):
        return {key: _with(one, unit, times) for key, one in value.items()}
    if isinstance(value, list):
        return [_with(one, unit, times) for one in value]
    return f"a{unit * times}b" if _is_text(value) else value
