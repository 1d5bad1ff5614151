"""The details behind a view: the deal in full, its whole sources, the parties it concerns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from dealcli.accounting import Sentence, sentences
from dealcli.characters import beginning
from dealcli.index import DealIndex
from dealcli.model import Deal, SetAside, in_words
from dealcli.nodes import PartNode
from dealcli.release import Release, Span
from dealcli.report import (
    Appendix,
    Mention,
    PartyFilter,
    Reason,
    Report,
    Role,
    Segment,
    SourceView,
)
from dealcli.source_texts import SourceText
from dealcli.views.narrowing import narrow
from dealcli.views.rows import inner_name, source_heading

PLACES = 3
"""Maximum number of occurrences of a quote that are shown in its source."""

SIDES = 20
"""Maximum number of parties that get a filter; a longer list of names is of no use."""


def appendix(index: DealIndex, parts: tuple[Report, ...], *, party_filters: bool) -> Appendix:
    """What a page adds to a report of a deal, of which `parts` are the reports in full.

    `party_filters` asks for what concerns each party: not where the report is of one party.
    """
    source_views = tuple(_source_view(index, text) for text in index.file.texts.values())
    filters = tuple(_party_filters(index)) if party_filters else ()
    return Appendix(parts, source_views, filters, tuple(_reasons(index)))


def _reasons(index: DealIndex) -> Iterator[Reason]:
    """The reason for each value that the encoder inferred, by the address of its record."""
    for node in index.nodes:
        if because := getattr(node.part, "because", None):
            yield Reason(node.address, because)


def _party_filters(index: DealIndex) -> Iterator[PartyFilter]:
    """What of a deal concerns each of its parties, where they are not too many."""
    parties = index.deal.parties
    for party in parties if len(parties) <= SIDES else ():
        narrowed = narrow(index.deal, party)
        lists = (getattr(narrowed, field) for field in Deal.__struct_fields__)
        records = (record for items in lists if isinstance(items, tuple) for record in items)
        yield PartyFilter(index.name(party.id), frozenset(map(index.address, records)))


class _Occurrence(NamedTuple):
    """A place of a quote in a source, and the record that quotes it."""

    span: Span
    node: PartNode
    quote: str


def _source_view(index: DealIndex, text: SourceText) -> SourceView:
    """A source, cut where a quote begins or ends and where the use of its words changes."""
    title = source_heading(text.source)
    record = index.address(text.source)
    if text.release is None:
        reason = f"{text.source.file}: {text.reason}" if text.reason else "its text is not at hand"
        return SourceView(record, title, reason=reason)
    occurrences = tuple(_occurrences(index, text))
    segments = _Segments(text.release, occurrences, sentences(index, text))
    return SourceView(record, title, segments.paragraphs(), tuple(segments.mentions(index)))


def _occurrences(index: DealIndex, text: SourceText) -> Iterator[_Occurrence]:
    for node in index.records:
        for quote in index.quoted.get(node.address, ()):
            if quote.text is text:
                yield from (_Occurrence(span, node, quote.address) for span in quote.spans[:PLACES])


class _Segments:
    """A source in segments, each of one use and one set of quotes, numbered from 0."""

    def __init__(
        self, release: Release, occurrences: tuple[_Occurrence, ...], covered: tuple[Sentence, ...]
    ) -> None:
        self.release = release
        self.occurrences = occurrences
        self.covered = [segment for sentence in covered for segment in sentence.segments]
        cuts = {*release.starts, *(span.start for span, _ in self.covered)}
        cuts |= {
            cut
            for occurrence in occurrences
            for cut in (occurrence.span.start, occurrence.span.end)
        }
        self.starts = sorted(cuts - {len(release.folded)})

    def numbers(self, span: Span) -> range:
        """The segments that some words are made of."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def mentions(self, index: DealIndex) -> Iterator[Mention]:
        """The records that quote the segments, by where their words start."""
        for occurrence in sorted(self.occurrences, key=lambda occurrence: occurrence.span.start):
            if not isinstance(occurrence.node.part, SetAside):
                numbers = self.numbers(occurrence.span)
                record = occurrence.node.address or "/"
                name = _name(index, occurrence.node)
                yield Mention(record, occurrence.quote, name, numbers.start, numbers.stop - 1)

    def paragraphs(self) -> tuple[tuple[Segment, ...], ...]:
        """The segments, paragraph by paragraph."""
        asides = {
            number: occurrence.node
            for occurrence in self.occurrences
            if isinstance(occurrence.node.part, SetAside)
            for number in self.numbers(occurrence.span)
        }
        span_starts = [span.start for span, _ in self.covered]
        ends = [*self.starts[1:], len(self.release.folded)]
        found: list[list[Segment]] = [[] for _ in self.release.paragraphs]
        for number, (start, end) in enumerate(zip(self.starts, ends, strict=True)):
            use = self.covered[bisect_right(span_starts, start) - 1][1]
            words = self.release.folded[start:end]
            role: Role = "plain" if use == "quoted" or words.isspace() else use
            aside = asides.get(number) if role == "set-aside" else None
            why = (aside.part.why, aside.address) if aside else ()
            paragraph = bisect_right(self.release.starts, start) - 1
            found[paragraph].append(Segment(words, role, *why))
        return tuple(map(tuple, found))


def _name(index: DealIndex, node: PartNode) -> str:
    """What to call a record: by its name, with that of the record around it, or by what it says."""
    named = [
        _own_name(index, record.part) for record in (*node.around[-2::-1], node) if record.address
    ]
    return ": ".join(filter(None, named)) or "the deal"


def _own_name(index: DealIndex, part: Any) -> str:
    if name := getattr(part, "name", None) or inner_name(index, part):
        return str(name)
    if getattr(part, "id", None) in index.names and not hasattr(part, "text"):
        return index.name(part.id)
    text = next(filter(None, (getattr(part, key, None) for key in ("text", "what", "title"))), "")
    kind = in_words(type(part)).capitalize()
    return beginning(f"{kind}: {text}" if text else kind)
