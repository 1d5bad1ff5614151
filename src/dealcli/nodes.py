"""A deal's parts and their addresses, which identify records in messages, JSON and on a page."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from dealcli.characters import beginning
from dealcli.meanings import Meaning
from dealcli.model import Part, meanings_of
from dealcli.yamltree import pointer


class Value(NamedTuple):
    """A value of a part: the file's key, the address, the value itself, what its field means."""

    key: str
    address: str
    value: Any
    meaning: Any


class PartNode(NamedTuple):
    """A part of a deal.

    Attributes:
        address: where it is in the file.
        part: the part itself.
        around: the parts that it is in, the nearest first.
        meaning: what the field that it is in means; None for the deal itself.
    """

    address: str
    part: Any
    around: tuple["PartNode", ...] = ()
    meaning: Meaning | None = None

    def values(self, *kinds: type[Meaning]) -> Iterator[Value]:
        """The part's own values, without the parts in it; `kinds` limits them to some meanings.

        A list yields each of its items, and a `quote` nothing.
        """
        for key, value, meaning in _fields(self.part):
            if kinds and not isinstance(meaning, kinds):
                continue
            below = pointer(self.address, key)
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    if not isinstance(item, Part):
                        yield Value(key, pointer(below, index), item, meaning)
            elif value is not None and not isinstance(value, Part):
                yield Value(key, below, value, meaning)


_SINGULAR = {
    "holdings": "holding",
    "payments": "payment",
    "market": "market",
    "aims": "aim",
    "statements": "statement",
    "open_questions": "open question",
    "set_aside": "passage set aside",
    "stakes": "stake",
    "steps": "step",
    "listings": "listing",
    "facts": "fact",
    "capacity": "capacity",
    "investment": "investment",
    "milestones": "milestone",
    "points": "figure",
}
"""What to call one record of a list whose records may have no id."""

_OWNERS = {"stakes": "holder", "statements": "speaker"}
"""The field that names a record of a list better than its number does."""


def label(node: PartNode) -> str:
    """Return what people call a record: its id, or its kind with its number in the deal file.

    `cell-venture`, `aim 7`, `statement of A. Person`; a record inside another follows that one:
    `pack-venture: stake of cbak`.
    """
    records = [record for record in reversed((node, *node.around)) if record.address] or [node]
    return ": ".join(map(_own_label, records))


def _own_label(node: PartNode) -> str:
    if named := getattr(node.part, "id", None):
        return str(named)
    list_address, _, index = node.address.rpartition("/")
    key = list_address.rpartition("/")[2]
    kind = _SINGULAR.get(key, key)
    owner = getattr(node.part, _OWNERS.get(key, ""), None)
    return f"{kind} of {beginning(owner)}" if owner else f"{kind} {int(index) + 1}"


def _fields(part: Part) -> Iterator[tuple[str, Any, Meaning]]:
    """The values of a part under the file's keys, and what the fields mean; none of `quote`."""
    meanings = meanings_of(type(part))
    for name, key in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
        if name != "quote":
            yield key, getattr(part, name), meanings[key]


def walk(node: PartNode) -> Iterator[PartNode]:
    """A part and every part in it, outer ones first, in the order of the model."""
    yield node
    around = (node, *node.around)
    for key, value, meaning in _fields(node.part):
        below = pointer(node.address, key)
        if isinstance(value, Part):
            yield from walk(PartNode(below, value, around, meaning))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(PartNode(pointer(below, index), item, around, meaning))
