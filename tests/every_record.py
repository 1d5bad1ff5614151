"""A deal with every record and value that the model has, each text naming its own place."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect

from dealcli.model import Deal, Moment, Quantity

_ALONE = ("exact", "about", "above", "below", "at_least", "up_to", "from", "to", "not_before")
_FORMS = {
    "an id": "alpha",
    "a word": "supply",
    "a date": "2025-04-14",
    "a time that exists": "2027",
    "a year of": "2030",
    "a SHA-256": "0" * 64,
}


def deal(*given: str) -> Deal:
    """The deal; of the notes, quotes and firmnesses in it only those whose places are given."""
    return msgspec.convert(_mapping(inspect.type_info(Deal), "", given), Deal, strict=False)


def places() -> list[str]:
    """The places of all records that a command shows."""
    return list(_records(inspect.type_info(Deal), ""))


def _records(kind: Any, place: str) -> Iterator[str]:
    if place and {"quote", "firmness", "note"} <= {field.encode_name for field in kind.fields}:
        yield place
    for field in kind.fields:
        inner = _chosen(field.type)
        below = f"{place}.{field.encode_name}".lstrip(".")
        apart = below in ("sources", "set_aside") or below.endswith("also.also")
        if isinstance(inner, inspect.StructType) and not apart:
            yield from _records(inner, below)


def _chosen(kind: Any) -> Any:
    """What a value is made as: the fullest of what its type allows, one item of a list."""
    if isinstance(kind, inspect.Metadata) and not (kind.extra or {}).get("noun"):
        return _chosen(kind.type)
    if isinstance(kind, inspect.UnionType):
        options = [_chosen(each) for each in kind.types if not isinstance(each, inspect.NoneType)]
        structs = [each for each in options if isinstance(each, inspect.StructType)]
        return (structs or options)[0]
    return _chosen(kind.item_type) if isinstance(kind, inspect.VarTupleType) else kind


def _mapping(kind: inspect.StructType, place: str, given: tuple[str, ...]) -> dict[str, Any]:
    made = {}
    for field in kind.fields:
        key = field.encode_name
        below = f"{place}.{key}".lstrip(".")
        if key in ("note", "quote", "firmness") and place != "set_aside":
            if below in given:
                made[key] = "projection" if key == "firmness" else below
        elif not below.endswith("also.also") and not (
            issubclass(kind.cls, Quantity | Moment) and key in _ALONE and key != "up_to"
        ):
            made[key] = _value(field.type, below, given)
    return made


def _value(kind: Any, place: str, given: tuple[str, ...]) -> Any:
    if any(isinstance(each, inspect.VarTupleType) for each in getattr(kind, "types", [kind])):
        return [_one(_chosen(kind), place, given)]
    return _one(_chosen(kind), place, given)


def _one(kind: Any, place: str, given: tuple[str, ...]) -> Any:
    if isinstance(kind, inspect.StructType):
        return _mapping(kind, place, given)
    if isinstance(kind, inspect.LiteralType):
        return str(kind.values[0])
    if isinstance(kind, inspect.DecimalType):
        return "5"
    noun = kind.extra["noun"]
    return next((form for start, form in _FORMS.items() if noun.startswith(start)), place)
