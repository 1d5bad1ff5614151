"""Hypothesis strategies: good deals as plain data, one thing wrong in them, and mutated text."""

import copy
import json
from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from dealcli import model
from dealcli.characters import json_visible
from dealcli.model import Deal

_NUMBERS = st.from_regex(r"\A(?:0|-?[1-9][0-9]{0,5})(?:\.[0-9]{1,4})?\Z")
_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF)
    | st.sampled_from("😀🔋 #:-?'\""),
    min_size=1,
    max_size=8,
)
_SINGLE = ("exact", "about", "above", "below", "at_least", "up_to")


def _leaf(kind: Any, pattern: str) -> st.SearchStrategy[str]:
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from([str(word) for word in kind.values])
    if isinstance(kind, inspect.DecimalType):
        return _NUMBERS
    if isinstance(kind, inspect.IntType):
        return st.integers(kind.ge, kind.le).map(str)
    return st.from_regex(pattern, fullmatch=True) if pattern else _TEXT


def _values(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    pattern = ""
    while isinstance(kind, inspect.Metadata):
        pattern = (kind.extra_json_schema or {}).get("pattern", pattern)
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        options = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return st.one_of([_values(each, depth) for each in options])
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(st.deferred(lambda: _values(kind.item_type, depth)), max_size=2)
    if isinstance(kind, inspect.StructType):
        return st.deferred(lambda: _mappings(kind, depth - 1))
    return _leaf(kind, pattern)


def _mappings(kind: inspect.StructType, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings of a type with a few of their keys; below some depth with what they need only."""
    values = {field.encode_name: _values(field.type, depth) for field in kind.fields}
    required = {field.encode_name for field in kind.fields if field.required}
    optional = sorted(set(values) - required) if depth > 0 else []
    some = st.lists(st.sampled_from(optional), max_size=3, unique=True) if optional else st.just([])
    return some.flatmap(
        lambda keys: st.fixed_dictionaries({key: values[key] for key in {*required, *keys}})
    ).flatmap(lambda value: _hanging_together(kind.cls, value))


def _hanging_together(cls: type, value: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping made to keep what the model asks of it as a whole."""
    if issubclass(cls, model.Quantity):
        rest = {key: each for key, each in value.items() if key not in (*_SINGLE, "from", "to")}
        single = st.sampled_from(_SINGLE).flatmap(
            lambda key: st.fixed_dictionaries({key: _NUMBERS})
        )
        both = st.fixed_dictionaries({"from": _NUMBERS, "to": _NUMBERS})
        return (single | both).map(lambda figure: rest | figure)
    if issubclass(cls, model.Moment):
        rest = {key: each for key, each in value.items() if key not in ("from", "to")}
        return st.just(rest or {"text": "near term"})
    if issubclass(cls, model.Stake) and value.get("basis") == "implied":
        return st.just({"because": "of the rest"} | value)
    return st.just(value)


def deals() -> st.SearchStrategy[dict[str, Any]]:
    """Good deals, as mappings, lists and text."""
    return _mappings(inspect.type_info(Deal), 4)


_WRONG: list[Any] = [
    *(
        "",
        " ",
        "null",
        "Null",
        "NaN",
        "i_nf",
        "1e5",
        "+1",
        "_1",
        "1_0",
        " 1",
        "1\n",
        "٣",
        "1.",
        "007",
    ),
    *("2027.0", "0999", "12345", "true", "x", "A b", "1-2", "2025-02-30", "2024-Q5", "1" * 25),
    *(
        None,
        [],
        {},
        ["x"],
        [None],
        ["1e5"],
        {"x": "y"},
        {"exact": "1"},
        {"from": "1"},
        {"text": ""},
    ),
]


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in a value with each of its keys or indices."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for step, item in items:
        found.append((value, step))
        if isinstance(item, dict | list):
            found += _places(item)
    return found


@st.composite
def spoilt_deals(draw: st.DrawFn) -> dict[str, Any]:
    """Deals with up to two places changed to what may well be wrong."""
    deal = copy.deepcopy(draw(deals()))
    for _ in range(draw(st.integers(0, 2))):
        container, step = draw(st.sampled_from(_places(deal)))
        change = draw(st.sampled_from(["replace", "add", "drop"]))
        if change == "replace":
            container[step] = copy.deepcopy(draw(st.sampled_from(_WRONG)))
        elif isinstance(container, list):
            container.append(copy.deepcopy(draw(st.sampled_from(_WRONG))))
        elif change == "add":
            key = draw(st.sampled_from(["x", "quote", "note", "from", "exact", "basis", "when"]))
            container[key] = copy.deepcopy(draw(st.sampled_from(_WRONG)))
        elif len(deal) > 1:
            del container[step]
    return deal


def as_text(deal: dict[str, Any]) -> str:
    """Plain data as the text of a deal file, in JSON."""
    return json_visible(json.dumps(deal, ensure_ascii=False))


_SNIPPETS = st.sampled_from(
    [
        *(
            "\n",
            "\n  ",
            " ",
            "  ",
            "- ",
            ": ",
            ":",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "? ",
            "|",
            ">",
            "#",
            " #x",
        ),
        *(
            "&a ",
            "*a",
            "!x ",
            "<<: ",
            "%Y",
            "---\n",
            "...\n",
            "'",
            '"',
            "\\",
            "\t",
            "\x00",
            "\u200b",
        ),
        *("\r", "\r\n", "~", "null", "1e5", "é", "😀", "\ud800", "\xa0", "\ufeff", "x" * 70),
    ]
)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> bytes:
    """A text with a few places cut, doubled or written over, as bytes that may be no text."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(_SNIPPETS | st.just(text[start:end] * 2)) + text[end:]
    return text.encode("utf-8", "surrogatepass")
