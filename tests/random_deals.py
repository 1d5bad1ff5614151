"""Hypothesis strategies: deals of every record there is, whose texts are hard to print."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from dealcli import model
from dealcli.model import Deal


class Words(str):
    """Free text, to be told from ids and words of a vocabulary."""


class Digits(str):
    """A number."""


IDS = ("alpha", "beta", "gamma", "delta", "a-much-longer-id-than-a-column-is-wide")
ODD = (
    "山茱萸電池科技股份有限公司與其全資附屬公司",
    "\uff57\uff49\uff44\uff45\u3000\uff53\uff50\uff41\uff43\uff45",
    "חברת הערבה בע״מ",
    "شركة الصفصاف",
    "👩\u200d🔬❤\ufe0f🇪🇺👍🏽",
    "e\u0301\u0327",
    "[red]Rowan[/red] [/] [link=https://example.org]",
    ":smile: *a* `b` <b>&amp;</b> {0} %s \\n \\",
    "\x1b[31m\x1b]0;title\x07\x9b2J",
    "\u202eevil\u202c\u200b\u2028\ufeff\u00ad",
    " a  b\tc\nd\r\ne ",
    "\xa0\u3000\u2003",
    "●◇◐○△↗¶━┉·→“” 90% up to",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
    "a sentence of many short words, which is to be folded at a space and nowhere else.",
)
TEXTS = (
    st.sampled_from(ODD)
    | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    | st.lists(st.sampled_from(("Kandi", "to", "acquire", *ODD)), max_size=6).map(" ".join)
)
UNITS = ("%", "% of net sales", "GWh", "USD billion", "$ billion", "US$", "円")
_NOUNS: dict[str, st.SearchStrategy[str]] = {
    "text": TEXTS.map(Words),
    "an id": st.sampled_from(IDS),
    "a word": st.sampled_from(("supply", "non-compete", "licence")),
    "a date": st.sampled_from(("2025-04-14", "2024-02-29")),
    "a time": st.sampled_from(("2027", "2024-Q3", "2024-H2", "2024-06", "2025-12-31")),
    "a SHA-256": st.just("0123456789abcdef" * 4),
}
_NUMBERS = st.sampled_from(("0", "10", "90", "100", "0.5", "33.333", "1234567", "-1", "148.10"))
_SINGLE = ("exact", "about", "above", "below", "at_least", "up_to")
_TYPES = inspect.type_info(Deal)


def deals() -> st.SearchStrategy[Deal]:
    """Deals whose free texts and numbers are all different, so that each can be looked for."""
    return (
        _mappings(_TYPES, 4)
        .map(_marked)
        .map(lambda data: msgspec.convert(data, Deal, strict=False))
    )


def _marked(value: Any, count: Iterator[int] | None = None) -> Any:
    """Plain data with a mark of its own at the end of every text and number."""
    count = count or iter(range(100_000, 1_000_000))
    if isinstance(value, dict):
        return {key: _marked(each, count) for key, each in value.items()}
    if isinstance(value, list):
        return [_marked(each, count) for each in value]
    if isinstance(value, Words):
        return f"{value}<{next(count)}>"
    if isinstance(value, Digits):
        return f"{value}{'' if '.' in value else '.'}{next(count)}"
    return str(value)


def _noun(kind: Any) -> tuple[Any, str]:
    """A type without what is said about it, and what its text is, as messages name it."""
    noun = ""
    while isinstance(kind, inspect.Metadata):
        noun = (kind.extra or {}).get("noun", noun)
        kind = kind.type
    return kind, noun


def _values(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    kind, noun = _noun(kind)
    if isinstance(kind, inspect.UnionType):
        kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return st.one_of([_values(each, depth) for each in kinds])
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(st.deferred(lambda: _values(kind.item_type, depth)), max_size=3)
    if isinstance(kind, inspect.StructType):
        return st.deferred(lambda: _mappings(kind, depth - 1))
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from([str(word) for word in kind.values])
    if isinstance(kind, inspect.DecimalType):
        return _NUMBERS.map(Digits)
    if isinstance(kind, inspect.IntType):
        return st.sampled_from(("1000", "2030", "9999"))
    return next(each for start, each in _NOUNS.items() if noun.startswith(start))


def _mappings(kind: inspect.StructType, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings of a type; below some depth with only what they need."""
    values = {field.encode_name: _values(field.type, depth) for field in kind.fields}
    if issubclass(kind.cls, model.Quantity):
        values["unit"] = st.sampled_from(UNITS) | st.just(Words("tonnes a year"))
    required = {field.encode_name for field in kind.fields if field.required}
    optional = set(values) - required if depth > 0 else set()
    return st.fixed_dictionaries(
        {key: values[key] for key in sorted(required)},
        optional={key: values[key] for key in sorted(optional)},
    ).flatmap(lambda value: _whole(kind.cls, value))


def _whole(cls: type, value: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping made to keep what the model asks of it as a whole."""
    if issubclass(cls, model.Quantity):
        rest = {key: each for key, each in value.items() if key not in (*_SINGLE, "from", "to")}
        number = _NUMBERS.map(Digits)
        single = st.tuples(st.sampled_from(_SINGLE), number).map(lambda pair: dict([pair]))
        return (single | st.fixed_dictionaries({"from": number, "to": number})).map(rest.__or__)
    if issubclass(cls, model.Moment):
        given = {key: each for key, each in value.items() if key not in ("from", "to")}
        both = {key: value[key] for key in ("from", "to")} if {"from", "to"} <= set(value) else {}
        return st.just(given | both or {"text": Words("near term")})
    if issubclass(cls, model.Facility) and "venture" in value:
        return st.just({key: each for key, each in value.items() if key != "owner"})
    if issubclass(cls, model.Stake) and value.get("basis") == "implied":
        return st.just({"because": Words("the rest")} | value)
    return st.just(value)


class Leaf(NamedTuple):
    """A value of a deal: the record that it stands in, its field, what it is."""

    record: msgspec.Struct
    field: str
    noun: str
    value: Any


def leaves(record: msgspec.Struct) -> Iterator[Leaf]:
    """Every value in a record, those of records in it too."""
    for field in inspect.type_info(type(record)).fields:  # type: ignore[attr-defined]
        yield from _leaves(record, field.name, field.type, getattr(record, field.name))


def _leaves(record: msgspec.Struct, name: str, kind: Any, value: Any) -> Iterator[Leaf]:
    kind, noun = _noun(kind)
    if value is None:
        return
    if isinstance(value, msgspec.Struct):
        yield from leaves(value)
    elif isinstance(value, tuple):
        items = [
            each.item_type
            for each in getattr(kind, "types", [kind])
            if isinstance(each, inspect.VarTupleType)
        ]
        for each in value:
            yield from _leaves(record, name, items[0], each)
    elif isinstance(kind, inspect.UnionType):
        fitting = [each for each in kind.types if _fits(_noun(each)[0], value)]
        yield from _leaves(record, name, fitting[0], value)
    else:
        yield Leaf(record, name, noun, value)


def _fits(kind: Any, value: Any) -> bool:
    if isinstance(value, Decimal):
        return isinstance(kind, inspect.DecimalType)
    if isinstance(value, str):
        return isinstance(kind, inspect.StrType | inspect.LiteralType)
    return isinstance(kind, inspect.IntType)
