"""A deal with every record and key, each text in it filled with one thing."""

import json
from typing import Any

import every_record
import msgspec

from dealcli.decoding import MAX_BYTES

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def filled(unit: str) -> bytes:
    """The deal, with as much of one thing in each text as a file may hold, as JSON that reads."""
    deal = json.loads(_ENCODER.encode(every_record.deal(*every_record.places())))
    texts = len(list(_texts(deal)))
    room = MAX_BYTES - len(json.dumps(_with(deal, "", 0), indent=1, ensure_ascii=False).encode())
    each = room // texts // len(json.dumps(unit, ensure_ascii=False)[1:-1].encode())
    return json.dumps(_with(deal, unit, each), indent=1, ensure_ascii=False).encode()


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if _is_text(value) else []


def _is_text(value: Any) -> bool:
    """Whether a value is a text whose content is free: it names its own place."""
    return (isinstance(value, str) and "." in value) or value in ("title", "note", "quote")


def _with(value: Any, unit: str, times: int) -> Any:
    if isinstance(value, dict):
        return {key: _with(one, unit, times) for key, one in value.items()}
    if isinstance(value, list):
        return [_with(one, unit, times) for one in value]
    return f"a{unit * times}b" if _is_text(value) else value
