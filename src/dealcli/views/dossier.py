"""A deal with what views look up in it: names behind ids, and the paragraph behind a quote."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from dealcli.loading import DealFile
from dealcli.model import (
    Deal,
    Facility,
    Id,
    Ids,
    Party,
    Quote,
    Quotes,
    ids_of,
    passage_of,
    quotes_of,
)
from dealcli.nodes import Node, walk
from dealcli.report import Citation


class Dossier:
    """One deal file, for reading.

    A reference to a record that the file does not hold is shown as the id that was written.
    """

    def __init__(self, file: DealFile) -> None:
        self.file = file
        self.deal: Deal = file.deal

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name behind each id; the first record of an id wins.

        Parties that share a short name go by their whole names, terms of one kind by what they are
        about, and holdings of one holder in one company by their class, so as not to be mistaken.
        """
        deal = self.deal
        shorts = Counter(party.short for party in deal.parties)
        named = [
            (party.id, party.short if shorts[party.short] == 1 else party.name)
            for party in deal.parties
        ]
        parties = dict(reversed(named))
        named += [(one.id, one.name) for one in deal.joint_ventures]
        named += self._holdings(parties)
        named += [(one.id, one.name) for one in deal.facilities]
        kinds = Counter(term.kind for term in deal.terms)
        named += [
            (term.id, term.kind if kinds[term.kind] == 1 else term.what or term.id)
            for term in deal.terms
        ]
        named += [(one.id, one.what or one.form or one.id) for one in deal.payments if one.id]
        return dict(reversed(named))

    def _holdings(self, parties: dict[str, str]) -> list[tuple[str, str]]:
        """The name behind each holding's id, given those of the parties."""
        holdings = self.deal.holdings
        alike = Counter((one.holder, one.in_) for one in holdings)
        named = []
        for one in holdings:
            if one.id:
                holder, company = (parties.get(each, each) for each in (one.holder, one.in_))
                which = f" ({one.class_ or one.id})" if alike[one.holder, one.in_] > 1 else ""
                named.append((one.id, f"{holder} in {company}{which}"))
        return named

    def name(self, record_id: Id) -> str:
        """The short name of a party, or of another record that has an id."""
        return self.names.get(record_id, record_id)

    def names_of(self, ids: Ids | None) -> list[str]:
        """The short names behind one id, several or none."""
        return [self.name(one) for one in ids_of(ids)]

    @cached_property
    def _addresses(self) -> dict[int, str]:
        return {id(node.part): node.address for node in walk(Node("", self.deal))}

    def address(self, record: object) -> str:
        """The address of a record of the deal file; the deal itself has `/`."""
        return self._addresses.get(id(record), "") or ("/" if record is self.deal else "")

    def number(self, record: object) -> int:
        """Return the number of a record in its list of the deal file, from 1."""
        return int(self.address(record).rpartition("/")[2]) + 1

    def quotes(self, record: object) -> Iterator[tuple[Quote, str]]:
        """The quotes of a record, each with its own address."""
        quote = getattr(record, "quote", None)
        at = f"{self.address(record)}/quote"
        for index, one in enumerate(quotes_of(quote)):
            yield one, f"{at}/{index}" if isinstance(quote, tuple) else at

    def party(self, party_id: Id | None) -> Party | None:
        """The party with an id."""
        return next((party for party in self.deal.parties if party.id == party_id), None)

    def facilities_of(self, venture_id: Id) -> tuple[Facility, ...]:
        """The facilities of a venture."""
        return tuple(one for one in self.deal.facilities if one.venture == venture_id)

    def cite(self, quote: Quotes | None) -> Citation:
        """Where a record's words stand: the paragraphs of all its quotes, source by source.

        One quote that is not in its source makes the whole record's words missing.
        """
        found: dict[int, set[int]] = {}
        passages = [passage_of(one) for one in quotes_of(quote)]
        words = tuple(one.exact for one in passages)
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
