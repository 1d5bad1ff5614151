"""A deal with what views look up in it: names behind ids, and the paragraph behind a quote."""

from functools import cached_property

from dealcli.loading import DealFile
from dealcli.model import Deal, Facility, Id, Party, Passage, Quotes, quotes_of
from dealcli.release import Release
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
        """The short name behind each id; the first record of an id wins."""
        deal = self.deal
        names: dict[str, str] = {}
        for party in deal.parties:
            names.setdefault(party.id, party.short)
        for venture in deal.joint_ventures:
            names.setdefault(venture.id, venture.name)
        for facility in deal.facilities:
            names.setdefault(facility.id, facility.name)
        for term in deal.terms:
            names.setdefault(term.id, term.what or term.kind)
        return names

    def name(self, record_id: Id) -> str:
        """The short name of a party, venture, facility or term."""
        return self.names.get(record_id, record_id)

    def names_of(self, ids: Id | tuple[Id, ...] | None) -> list[str]:
        """The short names behind one id, several or none."""
        if ids is None:
            return []
        return [self.name(one) for one in ((ids,) if isinstance(ids, str) else ids)]

    def party(self, party_id: Id | None) -> Party | None:
        """The party with an id."""
        return next((party for party in self.deal.parties if party.id == party_id), None)

    def facilities_of(self, venture_id: Id) -> tuple[Facility, ...]:
        """The facilities of a venture."""
        return tuple(one for one in self.deal.facilities if one.venture == venture_id)

    @cached_property
    def releases(self) -> dict[str, tuple[int, Release | None]]:
        """Each source's number from 1 and its text, by id."""
        return {
            source.id: (number, self.file.release(source))
            for number, source in reversed(list(enumerate(self.deal.sources, start=1)))
        }

    def cite(self, quote: Quotes | None) -> Citation:
        """Where a record's words stand: the paragraphs of all its quotes, of one source.

        One quote that is not in its source makes the whole record's words missing. Where quotes
        come from several sources, the first one's is named.
        """
        quotes = quotes_of(quote)
        if not quotes:
            return Citation()
        first = self.deal.sources[0].id if self.deal.sources else ""
        cited = [
            Passage(exact=one, source=first or None) if isinstance(one, str) else one
            for one in quotes
        ]
        source = cited[0].source or first
        number = self.releases.get(source, (1, None))[0]
        paragraphs: set[int] = set()
        for passage in cited:
            release = self.releases.get(passage.source or first, (1, None))[1]
            if release is None:
                return Citation("unverified", (), number)
            spans = release.find(passage.exact, passage.prefix or "", passage.suffix or "")
            if not spans:
                return Citation("missing", (), number)
            if (passage.source or first) == source:
                paragraphs.update(span.paragraph for span in spans)
        return Citation("found", tuple(sorted(paragraphs)), number)
