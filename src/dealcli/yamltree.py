"""A deal file's text as plain values with a position for each; the only importer of yaml.

The reader is strict: what YAML offers beyond mappings, lists and text (anchors, tags, merge keys,
several documents ...) is refused, since in a deal file it hides what is there. Every leaf stays the
text that was written, under the null of the YAML 1.2 core schema; the model gives it its type.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from dealcli import dialect
from dealcli.characters import beginning, visible
from dealcli.decoding import MAX_ISSUES, decode, lines_of
from dealcli.dialect import place_of
from dealcli.errors import DealcliError, UnreadableDealError
from dealcli.issues import Issue, Place

MAX_DEPTH = 32
MAX_NODES = 5_000
"""Keys and values: what can be printed in half a second, and several times the longest release."""

MAX_ADDRESSES = 16 * 1024 * 1024
"""What the addresses of all values may add up to: long keys around many values fill the memory."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Tree(Struct, dict=True):
    """A deal file as values: dicts, lists, text and None.

    `leaves` are the texts that are values, `has_nulls` says whether any value is None;
    `values[address]` is where a value starts and `keys[address]` where its key does, for the JSON
    Pointer of each; `issues` is what the reader refused on the way.
    """

    name: str
    text: str
    root: Any
    leaves: list[str]
    values: dict[str, Place]
    keys: dict[str, Place]
    issues: list[Issue]
    has_nulls: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; split when first needed, since most files have no issue."""
        return lines_of(self.text)

    def place(self, address: str, *, of_key: bool = False) -> Place:
        """The place of the value (or its key) at an address, else of the nearest one around it."""
        while address and address not in self.values:
            address = address.rpartition("/")[0]
        return self.keys[address] if of_key and address in self.keys else self.values[address]

    def located(self, issue: Issue) -> Issue:
        """An issue with its place in the file, unless it has one, and with text that can be seen.

        It points at `issue.at` if the lines of the value have that, else at the value or its key.
        """
        return replace(
            issue,
            message=visible(issue.message),
            hint=visible(issue.hint),
            place=issue.place or self._place_of(issue),
            at="",
            of_key=False,
        )

    def _place_of(self, issue: Issue) -> Place:
        place = self.place(issue.address, of_key=issue.of_key)
        if issue.at:
            ends = bisect_right(self._value_lines, place.line)
            last = self._value_lines[ends] if ends < len(self._value_lines) else None
            lines = self.lines[place.line - 1 : last - 1 if last else None]
            for number, line in enumerate(lines, start=place.line):
                at = line.find(issue.at, place.column - 1 if number == place.line else 0)
                if at >= 0:
                    return Place(number, at + 1, len(issue.at))
        return place

    @cached_property
    def _value_lines(self) -> list[int]:
        """The lines on which values start, each once."""
        return sorted({place.line for place in self.values.values()})


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
        The tree; its `issues` are the constructs that were refused on the way.

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
        if self.tree.root is None and not self.tree.issues:
            self.refuse([Issue(code="empty", message="the file holds nothing", place=Place(1, 1))])
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

    def note(self, issues: Iterable[Issue]) -> None:
        """Add issues after which the rest of the file can still be read."""
        found = self.tree.issues
        for issue in issues:
            address = self.stack[-1].next_address() if self.stack else ""
            place = self.inside(issue.where)
            found.append(self.tree.located(replace(issue, address=address, place=place)))
        if len(found) >= MAX_ISSUES:
            raise UnreadableDealError(self.tree.name, found, self.tree.lines)

    def refuse(self, issues: Iterable[Issue]) -> None:
        """Add issues after which the rest of the file cannot be read, if there are any."""
        known = len(self.tree.issues)
        self.note(issues)
        if len(self.tree.issues) > known:
            raise UnreadableDealError(self.tree.name, self.tree.issues, self.tree.lines)

    def inside(self, place: Place) -> Place:
        """A place, or the end of the file for one that libyaml sees on a line after the last."""
        lines = self.tree.lines
        return place if place.line <= len(lines) else Place(len(lines), len(lines[-1]) + 1)

    def refuse_syntax(self, error: Any) -> None:
        place = Place(error.problem_mark.line + 1, error.problem_mark.column + 1)
        hint = "text with ': ', ' #' or a leading quote, bracket or dash goes in quotes"
        message = f"this is not YAML: {error.problem}"
        self.refuse([Issue(code="syntax", message=message, hint=hint, place=place)])

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document starts here"
            hint = "one file holds one deal: take the line '---' or '...' out"
            place = place_of(event)
            self.refuse([Issue(code="second-document", message=message, hint=hint, place=place)])

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
            place = container.key_place
            self.note([Issue(code="duplicate-key", message=message, hint=hint, place=place)])

    def open(self, event: Any, items: dict[str, Any] | list[Any]) -> None:
        self.count(event)
        if self.stack and self.stack[-1].expects_key():
            self.refuse([dialect.not_text(event)])
        if len(self.stack) == MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            self.refuse([Issue(code="too-deep", message=message, place=place_of(event))])
        address = self.place_value(event, items)
        self.stack.append(_Open(items, address))

    def count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"more than {MAX_NODES:,} values"
            self.refuse([Issue(code="too-many-values", message=message, place=place_of(event))])
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
            message = "long keys stand around too many values"
            self.refuse([Issue(code="too-large", message=message, place=place)])
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
