"""The tables of keys in docs/deal-file.md, made from the model; `python tests/keys.py --write`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import inspect

from dealcli import model
from dealcli.checks.references import kinds_named
from dealcli.meanings import Meaning, Nested, Number, Reference, Verbatim
from dealcli.model import Deal, Part, Record, about, in_words, meanings_of

DOCUMENT = Path(__file__).parents[1] / "docs" / "deal-file.md"
MARKED = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)
FORMS = {f" {model.AMOUNT}": " A [quantity](#quantity).", f" {model.WHEN}": " A [time](#moment)."}
"""What a description says of the form of a value, and how a table says it."""


def made() -> str:
    """All tables: what each meaning is, then the keys of each part."""
    return "\n".join([*_meanings(), *(line for part in _shown() for line in _part(part))])


def _meanings() -> Iterator[str]:
    yield "| meaning | what it says of a value, and what `check` holds it against |"
    yield "|---|---|"
    for kind in Meaning.__subclasses__():
        yield f"| {in_words(kind)} | {about(kind)} |"
    yield ""


def _shown() -> list[type[Part]]:
    """The parts that have a table: the deal first, those that are values of others at the end."""
    parts = [part for part in model.parts() if part not in (Part, Record, Deal)]
    values = [part for part in parts if "note" not in part.__struct_fields__]
    return [Deal, *(part for part in parts if part not in values), *values]


def _part(part: type[Part]) -> Iterator[str]:
    yield f"### {in_words(part).capitalize()}"
    yield ""
    text = about(part)
    found = sorted(set(places(part)), key=lambda place: (place.count("."), place))
    if 0 < len(found) <= 4:
        text += f" In {', '.join(f'`{place}`' for place in found)}."
    base: Any = part.__base__
    if base not in (Part, Record):
        words = in_words(base)
        text += f" It has the keys of a [{words}](#{words.replace(' ', '-')}) and these:"
    yield text
    yield ""
    yield "| key | holds | meaning |"
    yield "|---|---|---|"
    known = [*meanings_of(base).values(), *meanings_of(Record).values()]
    for field in inspect.type_info(part).fields:  # type: ignore[attr-defined]
        key = field.encode_name
        meaning = meanings_of(part)[key]
        if meaning in known:
            continue
        key += "[]" * _is_list(field.type)
        shown = f"**`{key}`**" if field.required else f"`{key}`"
        yield f"| {shown} | {_holds(meaning, field.type)} | {_meaning(meaning, field.type)} |"
    yield ""


def _holds(meaning: Meaning, kind: Any) -> str:
    """What a key holds, and the words of its vocabulary."""
    text = meaning.description
    for said, short in FORMS.items():
        text = text.replace(said, short)
    text = re.sub(r"\{[^}]*\}", r"`\g<0>`", text)
    words = [
        word
        for each in _alternatives(kind)
        if isinstance(each, inspect.LiteralType)
        for word in each.values
    ]
    if words[1:]:
        text += f" {', '.join(f'`{word}`' for word in words)}."
    return text


def _meaning(meaning: Meaning, kind: Any) -> str:
    """What a key means, with what is special about it there."""
    name = in_words(type(meaning))
    if isinstance(meaning, Nested):
        (part,) = (each.cls for each in _parts(kind))
        words = in_words(part)
        return f"{name}: [{words}](#{words.replace(' ', '-')})"
    if isinstance(meaning, Reference):
        kinds = kinds_named(meaning)
        return f"{name}: {'any record' if Part in kinds else ' or '.join(map(in_words, kinds))}"
    if isinstance(meaning, Verbatim) and meaning.anywhere:
        return f"{name}, anywhere"
    return f"{name}, {meaning.unit}" if isinstance(meaning, Number) and meaning.unit else name


def _alternatives(kind: Any) -> Iterator[Any]:
    """The types that a value may have, those of a list's items too."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    for each in kind.types if isinstance(kind, inspect.UnionType) else (kind,):
        inner = each.item_type if isinstance(each, inspect.VarTupleType) else each
        yield from _alternatives(inner) if inner is not kind else (inner,)


def _is_list(kind: Any) -> bool:
    """Whether a value is a list and can be nothing else."""
    return isinstance(kind, inspect.VarTupleType)


def _parts(kind: Any) -> list[inspect.StructType]:
    found = {each.cls: each for each in _alternatives(kind) if isinstance(each, inspect.StructType)}
    return list(found.values())


def places(wanted: type[Part], part: type[Part] = Deal, place: str = "") -> Iterator[str]:
    """The keys that lead to a part, lists with `[]`."""
    for field in inspect.type_info(part).fields:  # type: ignore[attr-defined]
        below = f"{place}.{field.encode_name}".lstrip(".") + "[]" * _is_list(field.type)
        for each in _parts(field.type):
            if each.cls is wanted:
                yield below
            elif below.count(".") < 4 and field.encode_name != "also":
                yield from places(wanted, each.cls, below)


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/keys.py --write")
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda _: made(), text), encoding="utf-8")
