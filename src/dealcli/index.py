"""One index of a deal: its parts by address and id, their names, and where their quotes are."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from dealcli.loading import DealFile
from dealcli.model import (
    Deal,
    Facility,
    Id,
    Ids,
    JointVenture,
    Party,
    Passage,
    Quote,
    Quotes,
    Source,
    ids_of,
    passage_of,
    quotes_of,
)
from dealcli.nodes import PartNode, walk
from dealcli.release import SHOWN, Release, Span
from dealcli.report import Citation
from dealcli.searching import fold
from dealcli.source_texts import SourceText
from dealcli.yamltree import pointer

if TYPE_CHECKING:
    from dealcli.reading.text import Words

Evidence = tuple["Words", ...]
"""The words that support a part, each quote with its language."""

_LONGEST_NAME = 300
"""Characters of a name that a reference to its record shows."""

MANY = SHOWN
"""Maximum number of occurrences of a quote that links records; further ones are not shown."""


class Quoted(NamedTuple):
    """A quote: its address and words, its source, and its places in that source."""

    address: str
    passage: Passage
    text: SourceText | None
    spans: tuple[Span, ...]

    @property
    def release(self) -> Release | None:
        """The text of its source, where there is one."""
        return self.text.release if self.text else None


def _words_of(quote: Quoted) -> "Words | None":
    """The words of a quote, where its source is available in a language with a pack."""
    from dealcli.reading.text import Words  # not needed by a command that reads no words

    if quote.release is None or quote.release.language is None:
        return None
    return Words(fold(quote.passage.exact), quote.release.language, quote.release.folded)


def in_reference(name: str) -> str:
    """Return a name as other records and charts show it: its beginning where it is very long."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 3]}..."


class DealIndex:
    """A deal file and what checks and views look up in it, each found once.

    A reference to a record that the file does not hold has the id that was written as its name.
    """

    def __init__(self, file: DealFile) -> None:
        self.file = file
        self.deal: Deal = file.deal
        self.source_sentences: dict[int, tuple[Any, ...]] = {}
        """The sentences of each source by its number, as `accounting.sentences` found them."""
        self._of: dict[tuple[type, ...], tuple[PartNode, ...]] = {}

    @cached_property
    def nodes(self) -> tuple[PartNode, ...]:
        """Every part of the deal, the deal itself first, in the order of the model."""
        return tuple(walk(PartNode("", self.deal)))

    @cached_property
    def records(self) -> tuple[PartNode, ...]:
        """The parts that may carry quotes."""
        return tuple(node for node in self.nodes if hasattr(node.part, "quote"))

    def of(self, *kinds: type) -> tuple[PartNode, ...]:
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

    def _quoted(self, node: PartNode) -> Iterator[Quoted]:
        quotes = node.part.quote
        below = pointer(node.address, "quote")
        for number, quote in enumerate(quotes_of(quotes)):
            passage = passage_of(quote)
            text = self.file.text_of(passage)
            spans: tuple[Span, ...] = ()
            if text and text.release:
                around = passage.prefix or "", passage.suffix or ""
                spans = text.release.find(passage.exact, *around)
            address = pointer(below, number) if isinstance(quotes, tuple) else below
            yield Quoted(address, passage, text, spans)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The source texts that are available."""
        return tuple(text.release for text in self.file.texts.values() if text.release)

    def evidence(self, node: PartNode) -> Evidence | None:
        """The words that support a part: its own quotes, or those of the record around it.

        None when nothing can be compared: no quote, no text of the source, or a language that the
        program cannot read.
        """
        for record in (node, *node.around):
            if hasattr(record.part, "quote"):
                return self._words.get(record.address)
        return None

    @cached_property
    def _words(self) -> dict[str, Evidence]:
        """The words that each record quotes, by its address, where they can be read."""
        found = {}
        for address, quotes in self.quoted.items():
            words = [_words_of(quote) for quote in quotes]
            if words and all(words):
                found[address] = tuple(filter(None, words))
        return found

    @cached_property
    def grounded(self) -> tuple[tuple[PartNode, Evidence], ...]:
        """The parts that can be compared with words, each with its evidence."""
        found = ((node, self.evidence(node)) for node in self.nodes)
        return tuple((node, words) for node, words in found if words is not None)

    @cached_property
    def everything(self) -> Evidence:
        """All words of the sources that can be read."""
        from dealcli.reading.text import Words  # as in `_words_of`

        return tuple(
            Words(release.folded, release.language)
            for release in self.releases
            if release.language is not None
        )

    @cached_property
    def sentences(self) -> dict[str, set[tuple[int, int]]]:
        """The sentences that a record and the records in it quote, by the record's address.

        A sentence is the number of its source and its index there.
        """
        found: dict[str, set[tuple[int, int]]] = {}
        for node in self.records:
            sentences = {
                sentence
                for quote in self.quoted.get(node.address, ())
                for sentence in self._sentences_of(quote)
            }
            for record in (node, *node.around):
                found.setdefault(record.address, set()).update(sentences)
        return found

    def _sentences_of(self, quote: Quoted) -> set[tuple[int, int]]:
        """The sentences that contain a quote; none for a quote with more than MANY places."""
        if not quote.text or not quote.release or len(quote.spans) > MANY:
            return set()
        return {
            (quote.text.number, index)
            for span in quote.spans
            for index in quote.release.sentences_at(span)
        }

    @cached_property
    def by_id(self) -> dict[Id, PartNode]:
        """The record behind each id; the first of an id wins. Sources have ids of their own."""
        found: dict[Id, PartNode] = {}
        for node in self.records[1:]:
            record_id = getattr(node.part, "id", None)
            if record_id and not isinstance(node.part, Source):
                found.setdefault(record_id, node)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name behind each id; the first record of an id wins.

        Parties that share a short name go by their whole names, terms of one kind by what they are
        about, and holdings of one holder in one company by their class, so as not to be mistaken.
        A name is as long as a reference may be; the record itself shows it whole.
        """
        deal = self.deal
        shorts = Counter(party.short for party in deal.parties)
        named = [
            (party.id, party.short if shorts[party.short] == 1 else party.name)
            for party in deal.parties
        ]
        parties = dict(reversed(named))
        named += [(venture.id, venture.name) for venture in deal.joint_ventures]
        named += self._holdings(parties)
        named += [(facility.id, facility.name) for facility in deal.facilities]
        kinds = Counter(term.kind for term in deal.terms)
        named += [
            (term.id, term.kind if kinds[term.kind] == 1 else term.what or term.id)
            for term in deal.terms
        ]
        named += [
            (payment.id, payment.what or payment.form or payment.id)
            for payment in deal.payments
            if payment.id
        ]
        return {record_id: in_reference(name) for record_id, name in reversed(named)}

    def _holdings(self, parties: dict[str, str]) -> list[tuple[str, str]]:
        """The name behind each holding's id, given those of the parties."""
        holdings = self.deal.holdings
        alike = Counter((holding.holder, holding.in_) for holding in holdings)
        named = []
        for holding in holdings:
            if holding.id:
                holder, company = (
                    parties.get(party_id, party_id) for party_id in (holding.holder, holding.in_)
                )
                which = (
                    f" ({holding.class_ or holding.id})"
                    if alike[holding.holder, holding.in_] > 1
                    else ""
                )
                named.append((holding.id, f"{holder} in {company}{which}"))
        return named

    def name(self, record_id: Id) -> str:
        """The short name of a party, or of another record that has an id."""
        return self.names.get(record_id, record_id)

    def names_of(self, ids: Ids | None) -> list[str]:
        """The short names behind one id, several or none."""
        return [self.name(record_id) for record_id in ids_of(ids)]

    @cached_property
    def _addresses(self) -> dict[int, str]:
        return {id(node.part): node.address for node in self.nodes}

    def address(self, record: object) -> str:
        """The address of a record of the deal file; the deal itself has `/`."""
        return self._addresses.get(id(record), "") or ("/" if record is self.deal else "")

    def number(self, record: object) -> int:
        """Return the number of a record in its list of the deal file, from 1."""
        return int(self.address(record).rpartition("/")[2]) + 1

    def quotes(self, record: object) -> Iterator[tuple[Quote, str]]:
        """The quotes of a record, each with its own address."""
        quotes = getattr(record, "quote", None)
        at = f"{self.address(record)}/quote"
        for number, quote in enumerate(quotes_of(quotes)):
            yield quote, f"{at}/{number}" if isinstance(quotes, tuple) else at

    @cached_property
    def ventures(self) -> dict[Id, JointVenture]:
        """The ventures by their ids; the first of an id wins."""
        return {venture.id: venture for venture in reversed(self.deal.joint_ventures)}

    def party(self, party_id: Id | None) -> Party | None:
        """The party with an id."""
        node = self.by_id.get(party_id or "")
        return node.part if node and isinstance(node.part, Party) else None

    def facilities_of(self, venture_id: Id) -> tuple[Facility, ...]:
        """The facilities of a venture."""
        return tuple(
            facility for facility in self.deal.facilities if facility.venture == venture_id
        )

    def cite(self, quotes: Quotes | None) -> Citation:
        """Where a record's quotes occur: their paragraphs, source by source.

        One quote that is not in its source makes the whole record's words missing.
        """
        found: dict[int, set[int]] = {}
        passages = [passage_of(quote) for quote in quotes_of(quotes)]
        words = tuple(passage.exact for passage in passages)
        for passage in passages:
            text = self.file.text_of(passage)
            if text is None or text.release is None:
                return Citation("unverified", (), text.number if text else 1, (), words)
            spans = text.release.find(passage.exact, passage.prefix or "", passage.suffix or "")
            if not spans:
                return Citation("missing", (), text.number, (), words)
            paragraphs = (n for span in spans for n in range(span.first, span.last + 1))
            found.setdefault(text.number, set()).update(paragraphs)
        cited = [Citation("found", tuple(sorted(all_)), number) for number, all_ in found.items()]
        return replace(cited[0], also=tuple(cited[1:]), words=words) if cited else Citation()
