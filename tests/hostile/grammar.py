"""Deals made after the grammar of the model, each with the text of its source, as chance has it.

Unlike damaged files these read, mostly: so they reach the checks, the views and the renderers.
"""

import json
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from msgspec import inspect

from dealcli.characters import json_visible
from dealcli.model import Deal, Moment, Quantity
from hostile.shapes import NAME

TEXT = NAME
_IDS = ("alder", "birch", "plant", "venture", "s1", "s2")
_WORDS = (
    *("Alder", "Birch", "Alder plc", "the Company", "joint venture", "plant", "cells", "license"),
    *("will", "may", "if", "when", "subject to", "plans to", "not", "until", "is", "at least"),
    *("up to", "about", "51%", "49 percent", "$1.5 billion", "2,000", "2030", "Q3 2027", "half"),
    *("hold", "lead", "supply", "pay", "acquire", "led by", "NYSE: ALD", "U.S.", "Inc.", "e.g."),
    *(
        "“we",
        "said”",
        "'s",
        "(the",
        ")",
        "non-",
        "/",
        "\u2013",
        "山茱",
        "e\u0301",
        "\u202e",
        "\x1b[1m",
    ),
    *(
        "[red]",
        "<b>",
        "*",
        "`",
        "|",
        "\\",
        "http://x.example",
        "👩\u200d🔬",
        "\xa0",
        "\u3000",
        "\t",
    ),
)
_ENDS = (". ", ".\n", "; ", "! ", "? ", ": ", ".\n\n", "\r\n\r\n", " ", "", "\n \n", "。", "…")
_REPEATED = (*_WORDS, *_ENDS, "a", "1 ", "[", "a b ", "x\u0301", '"', "A.", "may will ", "\n", " ")
_NUMBERS = ("0", "10", "49", "51", "90", "100", "0.5", "33.333", "1234567", "-1", "1.5", "2000")
_NOUNS: dict[str, tuple[str, ...]] = {
    "an id": _IDS,
    "a word": ("supply", "offtake", "licence", "option", "non-compete"),
    "a date": ("2025-04-14", "2024-02-29"),
    "a time": ("2027", "2030", "2024-Q3", "2024-H2", "2024-06", "2025-12-31"),
    "a SHA-256": ("0123456789abcdef" * 4,),
}
_SINGLE = ("exact", "about", "above", "below", "at_least", "up_to")


class Pair(NamedTuple):
    """A deal file and the text of its sources."""

    deal: bytes
    text: bytes


def pair(random: Random) -> Pair:
    """A deal and the text that its sources name; of a hundred texts, some are very long."""
    text = _text(random)
    made = _Maker(random, text).mapping(inspect.type_info(Deal), 4)
    made |= {"format": 1, "sources": _sources(random)}
    if random.random() < 0.3:
        _damage(random, made)
    deal = json_visible(json.dumps(made, ensure_ascii=False, indent=1))
    return Pair(deal.encode(errors="replace"), text.encode())


def _sources(random: Random) -> list[dict[str, str]]:
    names = random.choices((TEXT, TEXT, TEXT, "no.txt", "../out.txt", "/proc/self/environ"), k=2)
    return [
        {"id": each, "title": "T", "file": name} for each, name in zip(_IDS[4:], names, strict=True)
    ]


def _text(random: Random) -> str:
    parts = []
    for _ in range(random.choice((0, 1, 5, 40, 200))):
        parts += random.choices(_WORDS, k=random.randint(1, 12))
        parts.append(random.choice(_ENDS))
    text = " ".join(parts)
    if random.random() < 0.1:
        text += _long(random, random.choice((1_000, 30_000, 1_100_000)))
    return text


def _long(random: Random, size: int) -> str:
    """A few things again and again."""
    unit = "".join(random.choices(_REPEATED, k=random.choice((1, 1, 2, 5)))) or " "
    return unit * (size // len(unit.encode()))


class _Maker:
    """Makes values of the model's types; quotes are mostly taken from the text."""

    def __init__(self, random: Random, text: str) -> None:
        self.random = random
        self.words = text[:20_000].split() or ["x"]
        self.room = 900
        """Records that may still be made."""

    def mapping(self, kind: inspect.StructType, depth: int) -> dict[str, Any]:
        """A mapping of a type; below some depth with only what it needs."""
        random = self.random
        self.room -= 1
        made = {
            field.encode_name: self.value(field.type, field.encode_name, depth - 1)
            for field in kind.fields
            if field.required or (depth > 0 and self.room > 0 and random.random() < 0.4)
        }
        if issubclass(kind.cls, Quantity):
            single = {random.choice(_SINGLE): random.choice(_NUMBERS)}
            return {key: made[key] for key in ("unit",) if key in made} | single
        if issubclass(kind.cls, Moment):
            return {random.choice(("by", "from", "not_before", "about")): "2030"}
        if made.get("basis") == "implied":
            made.setdefault("because", self.text())
        if "venture" in made:
            made.pop("owner", None)
        return made

    def value(self, kind: Any, key: str, depth: int) -> Any:
        """A value of a type."""
        noun, random = "", self.random
        while isinstance(kind, inspect.Metadata):
            noun = (kind.extra or {}).get("noun", noun)
            kind = kind.type
        if isinstance(kind, inspect.UnionType):
            options = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
            return self.value(random.choice(options), key, depth)
        if isinstance(kind, inspect.VarTupleType):
            most = random.choice((0, 1, 1, 2, 3, 3, 200 if random.random() < 0.03 else 1))
            return [self.value(kind.item_type, key, depth) for _ in range(min(most, self.room))]
        if isinstance(kind, inspect.StructType):
            return self.mapping(kind, depth)
        if isinstance(kind, inspect.LiteralType):
            return str(random.choice(kind.values))
        if isinstance(kind, inspect.DecimalType):
            return random.choice(_NUMBERS)
        if isinstance(kind, inspect.IntType):
            return random.choice(("1000", "2030", "9999"))
        words = next((words for start, words in _NOUNS.items() if noun.startswith(start)), None)
        if words:
            return random.choice(words)
        return self.quote() if key in ("quote", "exact") else self.text()

    def quote(self) -> str:
        """Words of the text, now and then one changed; or any words."""
        random = self.random
        if random.random() < 0.2:
            return self.text()
        start = random.randrange(len(self.words))
        words = self.words[start : start + random.choice((1, 3, 8, 30))]
        if random.random() < 0.1:
            words[random.randrange(len(words))] = random.choice(_WORDS)
        return " ".join(words) or "x"

    def text(self) -> str:
        """Some words, now and then very many."""
        random = self.random
        if random.random() < 0.005:
            return _long(random, random.choice((2_000, 60_000))) or "x"
        return " ".join(random.choices(_WORDS, k=random.choice((1, 1, 3, 9)))) or "x"


def _damage(random: Random, value: dict[str, Any]) -> None:
    """One or two values exchanged, taken out or of another type."""
    for _ in range(random.randint(1, 2)):
        holder, key = random.choice(_slots(value))
        change = random.choice(_CHANGES)
        change(random, value, holder, key)


def _slots(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a value: the mapping or list that it is in, and its key or index."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = [(value, key) for key, _ in pairs]
    for holder, key in tuple(found):
        if isinstance(holder[key], dict | list):
            found += _slots(holder[key])
    return found


def _take_out(random: Random, whole: Any, holder: Any, key: Any) -> None:
    del holder[key]


def _retype(random: Random, whole: Any, holder: Any, key: Any) -> None:
    holder[key] = random.choice((None, [], {}, "", "x", [[]], {"a": 1}, 5, True, ["x"] * 30))


def _exchange(random: Random, whole: Any, holder: Any, key: Any) -> None:
    other, place = random.choice(_slots(whole))
    holder[key], other[place] = json.loads(json.dumps((other[place], holder[key])))


_CHANGES: tuple[Callable[[Random, Any, Any, Any], None], ...] = (_take_out, _retype, _exchange)
