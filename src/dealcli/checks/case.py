"""What the checks look at: a deal's parts with their addresses, and the words each rests on."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import Struct

from dealcli.characters import visible
from dealcli.loading import DealFile
from dealcli.model import Deal, Id, Party, Passage, Source, passage_of, quotes_of
from dealcli.nodes import Node, walk
from dealcli.problems import Code, Place, Problem, Severity
from dealcli.release import SHOWN, Release, Span, fold
from dealcli.source_texts import SourceText
from dealcli.yamltree import pointer

MANY = SHOWN
"""Places of a quote beyond which it ties nothing to anything, and the others are not shown."""


class Quoted(NamedTuple):
    """A quote: its address, its words, the source it is from and where it stands in it."""

    address: str
    passage: Passage
    text: SourceText | None
    spans: tuple[Span, ...]

    @property
    def release(self) -> Release | None:
        """The text of its source, where there is one."""
        return self.text.release if self.text else None


class Finding(Struct, frozen=True, kw_only=True):
    """Something a check found, before it has a place.

    `at` is the part of the value that is wrong, to be pointed at; `of_key` points at the value's
    key instead. `place`, `excerpt` and `file` are given where it stands in another file than the
    deal's.
    """

    address: str
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "error"
    at: str = ""
    of_key: bool = False
    place: Place | None = None
    excerpt: str = ""
    file: str = ""


class Case:
    """A deal file and what the checks look up in it, each once."""

    def __init__(self, file: DealFile) -> None:
        self.file = file
        self.deal: Deal = file.deal
        self.coverage: dict[int, tuple[Any, ...]] = {}
        """The sentences of each source by its number, as `coverage.sentences` found them."""
        self._of: dict[tuple[type, ...], tuple[Node, ...]] = {}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every part of the deal, the deal itself first, in the order of the model."""
        return tuple(walk(Node("", self.deal)))

    @cached_property
    def records(self) -> tuple[Node, ...]:
        """The parts that may carry quotes."""
        return tuple(node for node in self.nodes if hasattr(node.part, "quote"))

    def of(self, *kinds: type) -> tuple[Node, ...]:
        """The parts of some types."""
        if kinds not in self._of:
            self._of[kinds] = tuple(node for node in self.nodes if isinstance(node.part, kinds))
        return self._of[kinds]

    @cached_property
    def quoted(self) -> dict[str, tuple[Quoted, ...]]:
        """The quotes of each record that has some, by the record's address."""
        found = {}
        for node in self.records:
            if node.part.quote is not None:
                found[node.address] = tuple(self._quoted(node))
        return found

    def _quoted(self, node: Node) -> Iterator[Quoted]:
        quote = node.part.quote
        below = pointer(node.address, "quote")
        for index, one in enumerate(quotes_of(quote)):
            passage = passage_of(one)
            text = self.file.text_of(passage)
            spans: tuple[Span, ...] = ()
            if text and text.release:
                around = passage.prefix or "", passage.suffix or ""
                spans = text.release.find(passage.exact, *around)
            address = pointer(below, index) if isinstance(quote, tuple) else below
            yield Quoted(address, passage, text, spans)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The texts that are at hand."""
        return tuple(one.release for one in self.file.texts.values() if one.release)

    def evidence(self, node: Node) -> tuple[str, ...] | None:
        """The words that a part rests on: its own quotes, or those of the record around it.

        None when they cannot be held against anything: no quote, or no text of the source at hand.
        """
        for one in (node, *node.around):
            if hasattr(one.part, "quote"):
                quotes = self.quoted.get(one.address)
                if not quotes or any(quote.release is None for quote in quotes):
                    return None
                return tuple(fold(quote.passage.exact) for quote in quotes)
        return None

    @cached_property
    def grounded(self) -> tuple[tuple[Node, tuple[str, ...]], ...]:
        """The parts that can be held against words, each with its evidence."""
        found = ((node, self.evidence(node)) for node in self.nodes)
        return tuple((node, words) for node, words in found if words is not None)

    @cached_property
    def everything(self) -> tuple[str, ...]:
        """All words of all sources."""
        return tuple(release.folded for release in self.releases)

    @cached_property
    def sentences(self) -> dict[str, set[tuple[int, int]]]:
        """By a record's address the sentences that it and the records in it quote.

        A sentence is the number of its source and its index there.
        """
        found: dict[str, set[tuple[int, int]]] = {}
        for node in self.records:
            sentences = {
                each
                for quote in self.quoted.get(node.address, ())
                for each in self._sentences_of(quote)
            }
            for one in (node, *node.around):
                found.setdefault(one.address, set()).update(sentences)
        return found

    def _sentences_of(self, quote: Quoted) -> set[tuple[int, int]]:
        """The sentences that a quote stands in; one that stands in very many tells nothing."""
        if not quote.text or not quote.release or len(quote.spans) > MANY:
            return set()
        return {
            (quote.text.number, index)
            for span in quote.spans
            for index in quote.release.sentences_at(span)
        }

    @cached_property
    def by_id(self) -> dict[Id, Node]:
        """The record behind each id; the first of an id wins. Sources have ids of their own."""
        found: dict[Id, Node] = {}
        for node in self.records[1:]:
            record_id = getattr(node.part, "id", None)
            if record_id and not isinstance(node.part, Source):
                found.setdefault(record_id, node)
        return found

    def party(self, party_id: Id | None) -> Party | None:
        """The party with an id."""
        node = self.by_id.get(party_id or "")
        return node.part if node and isinstance(node.part, Party) else None

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place in the file, and the line there."""
        place, excerpt = finding.place, finding.excerpt
        if place is None:
            place = self._place(finding)
            excerpt = self.file.tree.excerpt(place)
        return Problem(
            place,
            finding.code,
            visible(finding.message),
            visible(finding.hint),
            finding.address,
            excerpt,
            finding.severity,
            finding.file,
        )

    def _place(self, finding: Finding) -> Place:
        """Where a value stands; where a part of it is wrong, that part, on whichever line."""
        tree = self.file.tree
        place = tree.place(finding.address, of_key=finding.of_key)
        if finding.at:
            ends = bisect_right(self._value_lines, place.line)
            last = self._value_lines[ends] if ends < len(self._value_lines) else None
            lines = tree.lines()[place.line - 1 : last - 1 if last else None]
            for number, line in enumerate(lines, start=place.line):
                at = line.find(finding.at, place.column - 1 if number == place.line else 0)
                if at >= 0:
                    return Place(number, at + 1, len(finding.at))
        return place

    @cached_property
    def _value_lines(self) -> list[int]:
        """The lines on which values start, each once."""
        return sorted({place.line for place in self.file.tree.values.values()})
