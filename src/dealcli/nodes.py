"""A deal's parts with their addresses: what names a record in messages, in JSON and on a page."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from dealcli.model import Part
from dealcli.yamltree import pointer


class Node(NamedTuple):
    """A part of a deal: where it is, and the parts around it, the nearest first."""

    address: str
    part: Any
    around: tuple["Node", ...] = ()

    def values(self) -> Iterator[tuple[str, str, Any]]:
        """What the part says itself: the file's key, the address and the value of each."""
        for key, value in _fields(self.part):
            below = pointer(self.address, key)
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    if not isinstance(item, Part):
                        yield key, pointer(below, index), item
            elif value is not None and not isinstance(value, Part):
                yield key, below, value


def _fields(part: Part) -> Iterator[tuple[str, Any]]:
    """The values of a part under the file's keys; `quote` has a reading of its own."""
    for name, key in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
        if name != "quote":
            yield key, getattr(part, name)


def walk(node: Node) -> Iterator[Node]:
    """A part and every part in it, outer ones first, in the order of the model."""
    yield node
    around = (node, *node.around)
    for key, value in _fields(node.part):
        below = pointer(node.address, key)
        if isinstance(value, Part):
            yield from walk(Node(below, value, around))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(Node(pointer(below, index), item, around))
