"""A deal file's text as plain values with a position for each; the only importer of yaml.

The reader is strict: what YAML offers beyond mappings, lists and text (anchors, tags, merge keys,
several documents ...) is refused, since in a deal file it hides what is there. Every leaf stays the
text that was written, under the null of the YAML 1.2 core schema; the model gives it its type.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from msgspec import Struct

from dealcli import dialect
from dealcli.characters import beginning, visible
from dealcli.decoding import MAX_PROBLEMS, decode, lines_of
from dealcli.dialect import Refusal, place_of
from dealcli.problems import DealcliError, Place, Problem, UnreadableDealError

MAX_DEPTH = 32
MAX_NODES = 5_000
"""Keys and values: what can be printed in half a second, and several times the longest release."""

MAX_ADDRESSES = 16 * 1024 * 1024
"""What the addresses of all values may add up to: long keys around many values fill the memory."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Tree(Struct):
    """A deal file as values: dicts, lists, text and None.

    `leaves` are the texts that are values, `has_nulls` tells whether any value is None;
    `values[address]` is where a value starts and `keys[address]` where its key does, for the JSON
    Pointer of each; `problems` is what the reader refused on the way.
    """

    name: str
    text: str
    root: Any
    leaves: list[str]
    values: dict[str, Place]
    keys: dict[str, Place]
    problems: list[Problem]
    has_nulls: bool = False
    _lines: list[str] = []

    def excerpt(self, place: Place) -> str:
        """The line of the file that a place is in."""
        lines = self.lines()
        return lines[place.line - 1] if place.line <= len(lines) else ""

    def lines(self) -> list[str]:
        """The lines of the file; split when first asked for, since most files have no problem."""
        self._lines = self._lines or lines_of(self.text)
        return self._lines

    def place(self, address: str, *, of_key: bool = False) -> Place:
        """Where the value (or its key) at an address stands; the nearest one around it if none."""
        while address and address not in self.values:
            address = address.rpartition("/")[0]
        return self.keys[address] if of_key and address in self.keys else self.values[address]


def pointer(address: str, step: str | int) -> str:
    """The JSON Pointer one step below an address (RFC 6901, section 4)."""
    if type(step) is str and ("~" in step or "/" in step):
        step = step.replace("~", "~0").replace("/", "~1")
    return f"{address}/{step}"


def parse(data: bytes, name: str) -> Tree:
    """Read the bytes of a deal file.

    Args:
        data: the whole file.
        name: what to call the file in messages.

    Returns:
        The tree; its `problems` are the constructs that were refused on the way.

    Raises:
        UnreadableDealError: when no tree can be had at all: not UTF-8, not YAML, or beyond a limit.
    """
    return _Builder(name, decode(data, name)).build()


class _Open:
    """A mapping or list that is being read; `key` is the key whose value comes next."""

    __slots__ = ("address", "items", "key", "key_place")

    def __init__(self, items: dict[str, Any] | list[Any], address: str) -> None:
        self.items = items
        self.address = address
        self.key: str | None = None
        self.key_place: Place

    def expects_key(self) -> bool:
        return self.key is None and type(self.items) is dict

    def next_address(self) -> str:
        """The address of the value that comes next; where a key does, the mapping's own."""
        if type(self.items) is list:
            return f"{self.address}/{len(self.items)}"
        return self.address if self.key is None else pointer(self.address, self.key)


class _Builder:
    """Builds a tree from YAML events with a stack of its own, so depth cannot exhaust Python's."""

    def __init__(self, name: str, text: str) -> None:
        self.tree = Tree(name, text, None, [], {}, {}, [])
        self.stack: list[_Open] = []
        self.nodes = 0
        self.documents = 0
        self.reach = 0
        # Most files hold no such comment at all: then no value needs to be looked at.
        self.may_be_cut = dialect.GLUED_COMMENT.search(text) is not None

    def build(self) -> Tree:
        self.refuse(dialect.directives(self.tree.text))
        try:
            for event in self.events():
                self.take(event)
        except yaml.MarkedYAMLError as error:  # decoding lets no character through for another
            self.refuse_syntax(error)
        if self.tree.root is None and not self.tree.problems:
            self.refuse([Refusal(Place(1, 1), "empty", "the file holds nothing")])
        return self.tree

    def events(self) -> Iterator[Any]:
        if not yaml.__with_libyaml__:
            raise DealcliError(
                "PyYAML was built without libyaml, which reads the deal files; install a wheel "
                "with it: pip install --force-reinstall --only-binary pyyaml pyyaml"
            )
        events = yaml.CSafeLoader(self.tree.text)
        try:
            while (event := events.get_event()) is not None:
                yield event
        finally:
            events.dispose()

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            self.open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self.open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.document(event)

    def note(self, refusals: Iterable[Refusal]) -> None:
        """Note problems after which the rest of the file can still be read."""
        problems = self.tree.problems
        for place, code, message, hint in refusals:
            place = self.inside(place)
            address = self.stack[-1].next_address() if self.stack else ""
            excerpt = self.tree.excerpt(place)
            problems.append(Problem(place, code, visible(message), hint, address, excerpt))
        if len(problems) >= MAX_PROBLEMS:
            raise UnreadableDealError(self.tree.name, problems)

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Note problems after which reading on makes no sense, if there are any."""
        known = len(self.tree.problems)
        self.note(refusals)
        if len(self.tree.problems) > known:
            raise UnreadableDealError(self.tree.name, self.tree.problems)

    def inside(self, place: Place) -> Place:
        """A place, or the end of the file for one that libyaml sees on a line after the last."""
        lines = self.tree.lines()
        return place if place.line <= len(lines) else Place(len(lines), len(lines[-1]) + 1)

    def refuse_syntax(self, error: Any) -> None:
        place = Place(error.problem_mark.line + 1, error.problem_mark.column + 1)
        hint = "text with ': ', ' #' or a leading quote, bracket or dash goes in quotes"
        self.refuse([Refusal(place, "syntax", f"this is not YAML: {error.problem}", hint)])

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document starts here"
            hint = "one file holds one deal: take the line '---' or '...' out"
            self.refuse([Refusal(place_of(event), "second-document", message, hint)])

    def alias(self, event: Any) -> None:
        if self.stack and self.stack[-1].expects_key():
            self.refuse([dialect.alias(event)])
        self.note([dialect.alias(event)])
        self.place_value(event, None)

    def scalar(self, event: Any) -> None:
        plain = not event.style
        value = event.value
        self.count(event)
        container = self.stack[-1] if self.stack else None
        if container and container.expects_key():
            self.key(container, event)
            return
        if plain:
            if self.may_be_cut:
                self.note(dialect.cut(event, self.tree.text))
            if value in _NULLS:
                self.tree.has_nulls = True
                self.place_value(event, None)
                return
        else:
            self.note(dialect.unseen(event))
        self.tree.leaves.append(value)
        self.place_value(event, value)

    def key(self, container: _Open, event: Any) -> None:
        key = event.value
        if not key and not event.style:
            self.refuse([dialect.not_text(event)])
        container.key = key
        container.key_place = place_of(event)
        if key == "<<" and not event.style:
            self.note([dialect.merge(event)])
        if key in container.items:
            first = self.tree.keys[container.next_address()]
            there = f"line {first.line}, column {first.column}"
            message = f"the key '{beginning(key)}' stands here again; the first is at {there}"
            hint = "keep one of them"
            self.note([Refusal(container.key_place, "duplicate-key", message, hint)])

    def open(self, event: Any, items: dict[str, Any] | list[Any]) -> None:
        self.count(event)
        if self.stack and self.stack[-1].expects_key():
            self.refuse([dialect.not_text(event)])
        if len(self.stack) == MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            self.refuse([Refusal(place_of(event), "too-deep", message)])
        address = self.place_value(event, items)
        self.stack.append(_Open(items, address))

    def count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"more than {MAX_NODES:,} values"
            self.refuse([Refusal(place_of(event), "too-many-values", message)])
        if event.anchor is not None or event.tag is not None:
            self.note(dialect.marks(event))

    def place_value(self, event: Any, value: Any) -> str:
        """Put a value where it belongs; its address."""
        tree = self.tree
        place = place_of(event)
        if not self.stack:
            tree.root = value
            tree.values[""] = place
            return ""
        container = self.stack[-1]
        address = container.next_address()
        self.reach += len(address)
        if self.reach > MAX_ADDRESSES:
            self.refuse([Refusal(place, "too-large", "long keys stand around too many values")])
        if isinstance(container.items, list):
            container.items.append(value)
        elif container.key is not None:
            if value is None:  # libyaml sees it where the next event starts
                place = container.key_place
            if container.key not in container.items:
                container.items[container.key] = value
                tree.keys.setdefault(address, container.key_place)
            container.key = None
        tree.values.setdefault(address, place)
        return address
