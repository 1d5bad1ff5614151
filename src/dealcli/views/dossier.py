"""A deal with what views look up in it: names behind ids, and the paragraph behind a quote."""

from collections import Counter
from functools import cached_property

from msgspec.structs import replace

from dealcli.loading import DealFile
from dealcli.model import (
    Deal,
    Facility,
    Id,
    Ids,
    Party,
    Passage,
    Quotes,
    Source,
    ids_of,
    quotes_of,
)
from dealcli.problems import DealcliError
from dealcli.release import Release
from dealcli.report import Citation


class Dossier:
    """One deal file, for reading.

    A reference to a record that the file does not hold is shown as the id that was written.
    """

    def __init__(self, file: DealFile) -> None:
        self.file = file
        self.deal: Deal = file.deal
        self._unread: dict[str, str] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name behind each id; the first record of an id wins.

        Parties that share a short name go by their whole names, and terms of one kind by what they
        are about, so as not to be mistaken.
        """
        deal = self.deal
        shorts = Counter(party.short for party in deal.parties)
        named = [
            (party.id, party.short if shorts[party.short] == 1 else party.name)
            for party in deal.parties
        ]
        named += [(one.id, one.name) for one in deal.joint_ventures]
        named += [(one.id, one.name) for one in deal.facilities]
        kinds = Counter(term.kind for term in deal.terms)
        named += [
            (term.id, term.kind if kinds[term.kind] == 1 else term.what or term.id)
            for term in deal.terms
        ]
        named += [(one.id, one.what or one.form or one.id) for one in deal.payments if one.id]
        return dict(reversed(named))

    def name(self, record_id: Id) -> str:
        """The short name of a party, venture, facility or term."""
        return self.names.get(record_id, record_id)

    def names_of(self, ids: Ids | None) -> list[str]:
        """The short names behind one id, several or none."""
        return [self.name(one) for one in ids_of(ids)]

    def party(self, party_id: Id | None) -> Party | None:
        """The party with an id."""
        return next((party for party in self.deal.parties if party.id == party_id), None)

    def facilities_of(self, venture_id: Id) -> tuple[Facility, ...]:
        """The facilities of a venture."""
        return tuple(one for one in self.deal.facilities if one.venture == venture_id)

    @cached_property
    def releases(self) -> dict[str, tuple[int, Release | None]]:
        """Each source's number from 1 and its text, by id; the first source of an id wins."""
        found: dict[str, tuple[int, Release | None]] = {}
        for number, source in enumerate(self.deal.sources, start=1):
            if source.id not in found:
                found[source.id] = number, self._release(source)
        return found

    def _release(self, source: Source) -> Release | None:
        try:
            return self.file.release(source)
        except DealcliError as error:
            self._unread[source.id] = error.message
            return None

    def unreadable(self, source: Source) -> str:
        """Why the file that a source names could not be read; nothing when it could."""
        return self._unread.get(source.id, "") if self.releases else ""

    def cite(self, quote: Quotes | None) -> Citation:
        """Where a record's words stand: the paragraphs of all its quotes, source by source.

        One quote that is not in its source makes the whole record's words missing.
        """
        found: dict[int, set[int]] = {}
        for one in quotes_of(quote):
            passage = Passage(exact=one) if isinstance(one, str) else one
            number, release = self.releases.get(passage.source or self._first, (1, None))
            if release is None:
                return Citation("unverified", (), number)
            spans = release.find(passage.exact, passage.prefix or "", passage.suffix or "")
            if not spans:
                return Citation("missing", (), number)
            paragraphs = (n for span in spans for n in range(span.first, span.last + 1))
            found.setdefault(number, set()).update(paragraphs)
        cited = [Citation("found", tuple(sorted(all_)), number) for number, all_ in found.items()]
        return replace(cited[0], also=tuple(cited[1:])) if cited else Citation()

    @property
    def _first(self) -> str:
        """The source of a quote that names none."""
        return self.deal.sources[0].id if self.deal.sources else ""
