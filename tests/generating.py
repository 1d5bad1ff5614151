"""Deals made after the model: one walk over its types, and what each use of the walk chooses.

Chance comes from a `Random`, which Hypothesis supplies as well; `Everything` needs none.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from random import Random
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeVar

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from dealcli import model
from dealcli.characters import UNSEEN_ASTRAL, json_visible
from dealcli.meanings import Meaning, Number, Unit
from dealcli.model import Deal, Moment, Part, Quantity, Record, SetAside, Source, meanings_of
from dealcli.nodes import PartNode, walk

T = TypeVar("T")

IDS = ("alpha", "beta", "gamma", "delta", "a-much-longer-id-than-a-column-is-wide")
NUMBERS = ("0", "10", "49", "51", "90", "100", "0.5", "33.333", "148.10", "2000", "1234567", "-1")
UNITS = ("%", "% of net sales", "GWh", "USD billion", "$ billion", "US$", "円")
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
"""Texts that are hard to print."""

_BLOCKS: tuple[Sequence[int], ...] = (
    range(ord("0"), 0x7F),
    [*map(ord, " #:-?'\"[]{},&*!|>%@`\\\n")],
    range(0xA0),
    range(0xA0, 0x370),
    range(0x590, 0x700),
    range(0x2000, 0x2070),
    range(0x3000, 0xA000),
    range(0xE000, 0x10000),
    range(0x1F300, 0x1FB00),
    range(0x10000, 0xE0000),
    range(0xE0000, 0x110000),
    range(0xD800),
)
"""Characters of all kinds, those that mean something to YAML second; together, all there are."""


def _pattern(kind: Any) -> str:
    """The pattern of a type of the model whose text has a form."""
    return str(kind.__metadata__[0].extra_json_schema["pattern"])


_SAMPLES = {
    _pattern(model.Id): IDS,
    _pattern(model.Word): ("supply", "offtake", "licence", "option", "non-compete"),
    _pattern(model.Date): ("2025-04-14", "2024-02-29"),
    _pattern(model.Period): ("2027", "2030", "2024-Q3", "2024-H2", "2024-06", "2025-12-31"),
    _pattern(model.Sha256): ("0123456789abcdef" * 4,),
    _pattern(model.Tag): ("en", "de", "zh-Hant"),
}
"""Texts of each form, few enough that the same ones meet."""


class Field(NamedTuple):
    """A field of a mapping.

    Attributes:
        part: the type of the mapping.
        key: the key in the deal file.
        kind: the type of the value.
        required: whether the mapping needs it.
        meaning: what the model declares that it means.
        place: the keys that lead to it: `parties.facts.text`.
    """

    part: type[Part]
    key: str
    kind: Any
    required: bool
    meaning: Meaning
    place: str


@cache
def fields(part: type[Part], place: str = "") -> tuple[Field, ...]:
    """The fields of a part that is at a place."""
    return tuple(
        Field(
            part,
            one.encode_name,
            one.type,
            one.required,
            meanings_of(part)[one.encode_name],
            f"{place}.{one.encode_name}".lstrip("."),
        )
        for one in inspect.type_info(part).fields  # type: ignore[attr-defined]
    )


class Choices:
    """What is chosen while a deal is made: here any value that the model allows.

    What shrinks most comes first: no optional field, no item, the first option.
    """

    depth = 4
    """How many mappings deep optional fields are made."""
    rarity = 4
    """An optional field is made once in so many times."""
    most = 2
    """How many items a list has at most."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def present(self, optional: Sequence[Field]) -> set[str]:
        """The keys of the optional fields that a mapping has."""
        if not optional or optional[0].place.count(".") >= self.depth:
            return set()
        last = self.rarity - 1
        return {one.key for one in optional if self.random.randint(0, last) == last}

    def items(self, field: Field) -> int:
        """How many items the list of a field has."""
        return self.random.randint(0, self.most)

    def one(self, options: Sequence[T]) -> T:
        """One of some words, samples or bounds."""
        return options[0] if len(options) == 1 else self.random.choice(options)

    def kind(self, kinds: Sequence[Any], field: Field) -> Any:
        """One of the types that a field can have."""
        return self.one(kinds)

    def number(self, field: Field) -> str:
        """A number."""
        return matching(self.random, model.PLAIN_NUMBER)

    def form(self, pattern: str) -> str:
        """A text whose form is given by a pattern."""
        return matching(self.random, pattern)

    def text(self, field: Field) -> str:
        """A text whose content is free; a file may have it as an escape, if not as it is."""
        return UNSEEN_ASTRAL.sub("", odd_text(self.random)) or "x"


class Samples(Choices):
    """Ids, words, times and numbers of which there are few, so that records refer to each other."""

    rarity = 2
    most = 3

    def number(self, field: Field) -> str:
        return self.one(NUMBERS)

    def form(self, pattern: str) -> str:
        return self.one(_SAMPLES[pattern])


class Marked(Samples):
    """Odd texts; each text and number is unlike all others, so that each can be looked for."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.marks = count(100_000)

    def number(self, field: Field) -> str:
        number = super().number(field)
        return f"{number}{'' if '.' in number else '.'}{next(self.marks)}"

    def text(self, field: Field) -> str:
        if not isinstance(field.meaning, Unit):
            return f"{odd_text(self.random)}<{next(self.marks)}>"
        return self.one((*UNITS, f"tonnes a year<{next(self.marks)}>"))


_ANNOTATIONS = Record.__struct_fields__
"""What every record can have: words of the source, how firm it is, a note."""


class Everything(Samples):
    """Every part and key, with one item in each list; a text is its own place.

    Attributes:
        annotated: the places of the notes, quotes and firmnesses that are made; None for all.
    """

    def __init__(self, annotated: Collection[str] | None) -> None:
        self.annotated = annotated

    def present(self, optional: Sequence[Field]) -> set[str]:
        return {
            one.key
            for one in optional
            if not one.place.endswith(f".{one.key}.{one.key}")  # no part in its own kind for ever
            and (
                self.annotated is None or one.key not in _ANNOTATIONS or one.place in self.annotated
            )
        }

    def items(self, field: Field) -> int:
        return 1

    def one(self, options: Sequence[T]) -> T:
        return options[0]

    def kind(self, kinds: Sequence[Any], field: Field) -> Any:
        """The last, which is the fullest; of a record's quote the first, which is its words."""
        return kinds[0 if field.key in _ANNOTATIONS and field.part is not SetAside else -1]

    def number(self, field: Field) -> str:
        return "5"

    def text(self, field: Field) -> str:
        return field.place


def mapping(choices: Choices, part: type[Part] = Deal, place: str = "") -> dict[str, Any]:
    """A valid mapping of a part that is at a place, as plain data: mappings, lists and texts."""
    every = fields(part, place)
    keys = _valid(part, choices.present([one for one in every if not one.required]), choices)
    made = {
        one.key: _value(one.kind, one, choices) for one in every if one.required or one.key in keys
    }
    if made.get("basis") == "implied" and "because" not in made:
        made["because"] = choices.text(next(one for one in every if one.key == "because"))
    return made


def _valid(part: type[Part], keys: set[str], choices: Choices) -> set[str]:
    """Some keys of a part, changed to what the model asks of the mapping as a whole."""
    if issubclass(part, Quantity):
        return keys.difference(*_figures(part)) | choices.one(_figures(part))
    if issubclass(part, Moment):
        keys = keys if keys >= _RANGE else keys - _RANGE
        return keys or {choices.one([key for key in meanings_of(part) if key not in _RANGE])}
    return keys


_RANGE = {"from", "to"}
"""Bounds that go with each other."""


@cache
def _figures(part: type[Quantity]) -> tuple[set[str], ...]:
    """The keys that a quantity can give its figure with: one bound, or both of a range."""
    bounds = [key for key, one in meanings_of(part).items() if isinstance(one, Number)]
    return (_RANGE, *({key} for key in bounds if key not in _RANGE))


def _value(kind: Any, field: Field, choices: Choices) -> Any:
    """A value of a type, for a field."""
    pattern = ""
    while isinstance(kind, inspect.Metadata):
        pattern = (kind.extra_json_schema or {}).get("pattern", pattern)
        kind = kind.type
    match kind:
        case inspect.UnionType():
            kinds = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
            return _value(choices.kind(kinds, field), field, choices)
        case inspect.VarTupleType():
            return [_value(kind.item_type, field, choices) for _ in range(choices.items(field))]
        case inspect.StructType():
            return mapping(choices, kind.cls, field.place)
        case inspect.LiteralType():
            return str(choices.one(kind.values))
        case inspect.IntType():
            return str(choices.one((2030, kind.ge, kind.le)))
        case inspect.DecimalType():
            return choices.number(field)
    return choices.form(pattern) if pattern else choices.text(field)


def matching(random: Random, pattern: str) -> str:
    """A text that a pattern of the model matches."""
    while not re.fullmatch(pattern, text := "".join(_written(random, _parsed(pattern)))):
        pass  # what the pattern looks ahead for is not followed
    return text


_parsed = cache(_parser.parse)


def _written(random: Random, pattern: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    for operation, operand in pattern:
        match str(operation):
            case "LITERAL":
                yield chr(operand)
            case "RANGE":
                yield chr(random.randint(*operand))
            case "IN":
                yield from _written(random, [random.choice(operand)])
            case "MAX_REPEAT":
                least, most, repeated = operand
                for _ in range(random.randint(least, min(most, least + 5))):
                    yield from _written(random, repeated)
            case "SUBPATTERN":
                yield from _written(random, operand[-1])
            case "BRANCH":
                yield from _written(random, random.choice(operand[1]))
            case "AT" | "ASSERT_NOT":
                pass
            case _:
                raise NotImplementedError(operation)


def odd_text(random: Random) -> str:
    """A text that may be hard to print: characters of all kinds, or what is known to be odd."""
    form = random.randint(0, 2)
    if form == 0:
        codes = [random.choice(random.choice(_BLOCKS)) for _ in range(random.randint(1, 10))]
        return "".join(map(chr, codes))
    if form == 1:
        return random.choice(ODD)
    return " ".join(
        random.choice(("Kandi", "to", "acquire", *ODD)) for _ in range(random.randint(0, 5))
    )


def deal_of(choices: Choices) -> Deal:
    """A deal of what is chosen."""
    return msgspec.convert(mapping(choices), Deal, strict=False)


def everything(*annotated: str) -> Deal:
    """A deal with every part and key; of its notes, quotes and firmnesses those at some places."""
    return deal_of(Everything(annotated))


def record_places() -> list[str]:
    """The places of all records in it that a command shows."""
    nodes = walk(PartNode("", everything()))
    return [
        re.sub(r"/\d+", "", node.address).strip("/").replace("/", ".")
        for node in nodes
        if hasattr(node.part, "firmness") and not isinstance(node.part, Source)
    ]


def as_text(plain: Any, indent: int | None = None) -> str:
    """Plain data as the text of a deal file, in JSON."""
    return json_visible(json.dumps(plain, ensure_ascii=False, indent=indent))


def texts_in(value: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


RANDOMS = st.randoms(use_true_random=False)
"""Random numbers that Hypothesis draws and shrinks."""
TEXTS = RANDOMS.map(odd_text)


def plain_deals() -> st.SearchStrategy[dict[str, Any]]:
    """Valid deals as plain data."""
    return RANDOMS.map(lambda random: mapping(Choices(random)))


def deals() -> st.SearchStrategy[Deal]:
    """Valid deals whose texts and numbers are all different."""
    return RANDOMS.map(lambda random: deal_of(Marked(random)))
