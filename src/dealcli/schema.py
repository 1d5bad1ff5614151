"""The JSON Schema of the deal file, made from the model, in the draft that editors read: draft-07.

An editor types a value before it looks at the key, where the reader takes the text that is written:
`007` is a number to the one and may be an id to the other. The schema is to refuse nothing that the
reader takes, so it lists for each form of text what else an editor may see in it.

`errorMessage` is no keyword of JSON Schema, which ignores such; editors show it for a pattern.
"""

import json
from typing import Any, cast

from msgspec import inspect

from dealcli.model import (
    PLAIN_NUMBER,
    Deal,
    Moment,
    Part,
    Quantity,
    Stake,
    about,
    in_words,
    meanings_of,
)

_Schema = dict[str, Any]

_YEARS: _Schema = {"minimum": 1000, "maximum": 9999}
_FORMS: dict[str, _Schema] = {
    "text": {"type": ["string", "number", "boolean"], "minLength": 1},
    "an id": {"type": ["string", "number", "boolean"], "minimum": 0},
    "a word": {"type": ["string", "boolean"]},
    "a language tag": {"type": ["string", "boolean"]},
    "a date": {"type": "string"},
    "a time": {"type": ["string", "integer"], **_YEARS},
    "a year": {"type": ["integer", "string"], **_YEARS, "pattern": "^[1-9][0-9]{3}$"},
    "a SHA-256": {"type": ["string", "number"]},
}
"""Of a form of text, by how its noun begins: as what an editor may see it."""

_NUMBER: _Schema = {
    "type": ["number", "string"],
    "pattern": f"^{PLAIN_NUMBER}$",
    "errorMessage": (
        "This should be a number in digits, such as 90 or 16.7; "
        "more is said as {about: 10, unit: $ million}."
    ),
}

_SINGLE = ("exact", "about", "above", "below", "at_least", "up_to")
_RANGE: _Schema = {"dependencies": {"from": ["to"], "to": ["from"]}}
_WHOLE: dict[type, _Schema] = {
    Quantity: {
        "oneOf": [*({"required": [key]} for key in _SINGLE), {"required": ["from", "to"]}],
        **_RANGE,
    },
    Moment: {
        "anyOf": [{"required": [key]} for key in ("by", "not_before", "about", "text", "from")],
        **_RANGE,
    },
    Stake: {
        "if": {"properties": {"basis": {"const": "implied"}}, "required": ["basis"]},
        "then": {"required": ["because"]},
    },
}
"""What the model's `__post_init__` asks of a mapping as a whole."""


def text() -> str:
    """The schema as a file has it: JSON, in the same order every time."""
    return f"{json.dumps(schema(), indent=2, ensure_ascii=False)}\n"


def schema() -> _Schema:
    """The schema as plain data."""
    definitions: _Schema = {}
    deal = _part(Deal, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:dealcli:deal:1",
        **deal,
        "definitions": dict(sorted(definitions.items())),
    }


def _part(cls: type[Part], definitions: _Schema) -> _Schema:
    """The schema of a mapping; the parts that its keys refer to are added to the definitions."""
    fields = inspect.type_info(cls).fields  # type: ignore[attr-defined]
    description = _description(cls)
    return {
        "title": in_words(cls).capitalize(),
        **({"description": description} if description else {}),
        "type": "object",
        "properties": {
            field.encode_name: {
                "description": meanings_of(cls)[field.encode_name].description,
                **_of_key(field.type, definitions),
            }
            for field in fields
        },
        "required": [field.encode_name for field in fields if field.required],
        "additionalProperties": False,
        **next((_WHOLE[base] for base in cls.__mro__ if base in _WHOLE), {}),
    }


def _description(cls: type[Part]) -> str:
    """The first line of a record's documentation.

    Nothing of a part that is one value of a key: an editor shows the innermost text, which is to
    be the key's own.
    """
    return about(cls) if "note" in cls.__struct_fields__ else ""


def _of_key(kind: inspect.Type, definitions: _Schema) -> _Schema:
    """The schema of a key's value, without its description."""
    made = _value(kind, definitions)
    if isinstance(kind, inspect.VarTupleType):  # an empty list may be written as nothing
        return made | {"type": ["array", "null"]}
    return {"type": "object", "allOf": [made]} if "$ref" in made else made


def _value(kind: inspect.Type, definitions: _Schema) -> _Schema:
    """The schema of a value."""
    if isinstance(kind, inspect.UnionType):
        return _union(kind, definitions)
    if isinstance(kind, inspect.VarTupleType):
        return {"type": "array", "items": _value(kind.item_type, definitions)}
    if isinstance(kind, inspect.LiteralType):
        return {"enum": _words(kind)}
    if isinstance(kind, inspect.StructType):
        return _named(cast(type[Part], kind.cls), definitions)
    return _form(kind)


def _union(kind: inspect.UnionType, definitions: _Schema) -> _Schema:
    """The schema of alternatives, of which no two are of one type.

    The keywords of JSON Schema for text, numbers and lists ignore values of other types, so they
    are merged; with `anyOf` editors guess which alternative was meant, and often wrongly.
    """
    kinds = [
        alternative for alternative in kind.types if not isinstance(alternative, inspect.NoneType)
    ]
    made = [_value(alternative, definitions) for alternative in kinds]
    if len(made) == 1:
        return made[0]
    types: list[str] = []
    joined: _Schema = {"type": types}
    for alternative in made:
        if "$ref" in alternative:
            alternative = {"type": "object", "if": {"type": "object"}, "then": alternative}
        types += (
            alternative["type"] if isinstance(alternative["type"], list) else [alternative["type"]]
        )
        joined = alternative | joined
    return joined


def _named(cls: type[Part], definitions: _Schema) -> _Schema:
    """A reference to the schema of a part, which is put into the definitions."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # a quantity has quantities in it
        definitions[name] = _part(cls, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _words(kind: inspect.LiteralType) -> list[Any]:
    """The words of a vocabulary; a number may be quoted as well."""
    return [*kind.values, *(str(word) for word in kind.values if isinstance(word, int))]


def _form(kind: inspect.Type) -> _Schema:
    """The schema of text, or of a number, of some form."""
    if isinstance(kind, inspect.DecimalType):
        return _NUMBER
    assert isinstance(kind, inspect.Metadata)
    noun = (kind.extra or {})["noun"]
    seen_as = next(form for start, form in _FORMS.items() if noun.startswith(start))
    pattern = kind.extra_json_schema or {}
    return {**seen_as, **pattern, "errorMessage": f"This should be {noun}."}
