"""A deal with fewer records in its lists: those that concern a party, or that are selected."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from dealcli.errors import AbsentPartyError, DealcliError
from dealcli.model import Deal, Facility, Id, Party, Payment, Stake, ids_of
from dealcli.nodes import PartNode, walk
from dealcli.views.selection import Selection


def find_party(deal: Deal, wanted: str) -> Party:
    """The party with an id, `aka`, ticker or name, whatever its case.

    Raises:
        AbsentPartyError: when no party matches; names the closest and all.
        DealcliError: when several match.
    """
    folded = _fold(wanted)
    matches = [party for party in deal.parties if folded in map(_fold, _answers(party))]
    exact = [party for party in matches if party.id == wanted]
    if len(exact or matches) == 1:
        return (exact or matches)[0]
    ids = ", ".join(party.id for party in deal.parties) or "none"
    if matches:
        several = ", ".join(party.id for party in matches)
        raise DealcliError(f"--who {wanted!r} fits {several}: use an id ({ids})")
    closest = _closest(deal, folded)
    message = f"no party {wanted!r} in {deal.id}{closest} (ids: {ids})"
    raise AbsentPartyError(message, closest)


def known_as(party: Party) -> list[str]:
    """The names by which a party can be found."""
    tickers = [listing.ticker for listing in party.listings if listing.ticker]
    return [party.id, *party.aka, *tickers, party.name]


def _answers(party: Party) -> list[str]:
    """What a party is known as, and its listings as they are printed: `NASDAQ: CBAT`."""
    return [*known_as(party), *(listing.printed for listing in party.listings)]


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _closest(deal: Deal, folded: str) -> str:
    from difflib import get_close_matches  # only a wrong name needs it

    answers = {_fold(name): party.id for party in deal.parties for name in known_as(party)}
    close = get_close_matches(folded, answers, 1, 0.6)
    return f"; did you mean {answers[close[0]]!r}?" if close else ""


def family_of(deal: Deal, party: Party) -> frozenset[Id]:
    """A party, its subsidiaries and theirs, however `parent` leads there."""
    children: dict[Id, list[Id]] = {}
    for member in deal.parties:
        if member.parent:
            children.setdefault(member.parent, []).append(member.id)
    family: set[Id] = set()
    found = {party.id}
    while found:  # none is found twice, so the loop ends even if parents form a circle
        family |= found
        found = {child for parent in found for child in children.get(parent, ())} - family
    return frozenset(family)


def select(deal: Deal, selection: Selection) -> Deal:
    """The deal with only the selected records.

    Raises:
        DealcliError: when the deal has no record of one of the ids.
    """
    shown = deal
    if selection.horizon is not None:
        kept = tuple(
            facility for facility in deal.facilities if facility.horizon == selection.horizon
        )
        shown = replace(deal, facilities=kept)
    shown = narrow(shown, *selection.parties)
    return _about(shown, selection.records, deal) if selection.records else shown


def narrow(deal: Deal, *parties: Party | None) -> Deal:
    """The deal with only the records that concern one of some parties.

    Without a party, and for None, nothing is left out. What concerns a party's subsidiary concerns
    the party. A record that names no party concerns all of them, but for a statement, which is then
    somebody else's. Market figures concern nobody in particular and stay.
    """
    families = [family_of(deal, party) for party in parties if party is not None]
    return _Concern(deal, frozenset().union(*families)).narrowed() if families else deal


def _about(deal: Deal, wanted: Sequence[Id], whole: Deal) -> Deal:
    """The deal with only the caveats and open questions about some records or the whole deal.

    Args:
        deal: what is left of the deal.
        wanted: the ids of the records; that of a caveat leaves the caveat.
        whole: the deal with all its records.

    Raises:
        DealcliError: when the whole deal has no record of such an id.
    """
    ids = {getattr(node.part, "id", None) for node in list(walk(PartNode("", whole)))[1:]}
    for record_id in wanted:
        if record_id not in ids:
            from dealcli.validation import nearest

            close = nearest(record_id, sorted(filter(None, ids)))
            hint = f"; did you mean {close!r}?" if close else "; `dealcli source` shows them all"
            raise DealcliError(
                f"no file {record_id!r}, and no record {record_id!r} in {whole.id}{hint}"
            )
    named = set(wanted)
    return replace(
        deal,
        caveats=tuple(
            caveat
            for caveat in deal.caveats
            if caveat.id in named
            or not caveat.applies_to
            or not named.isdisjoint(caveat.applies_to)
        ),
        open_questions=tuple(
            question
            for question in deal.open_questions
            if not question.about or not named.isdisjoint(question.about)
        ),
    )


class _Concern:
    """Which records of a deal concern some parties with their subsidiaries."""

    def __init__(self, deal: Deal, family: frozenset[Id]) -> None:
        self.deal = deal
        self.family = family
        self.payments = {payment.id: payment for payment in reversed(deal.payments)}
        self.ours = family
        ventures = self.keep(deal.joint_ventures, self.venture)
        self.ours = family.union(venture.id for venture in ventures)

    def narrowed(self) -> Deal:
        deal = self.deal
        parties = tuple(party for party in deal.parties if party.id in self.family)
        kept = {
            "joint_ventures": self.keep(deal.joint_ventures, self.venture),
            "holdings": self.keep(
                deal.holdings, lambda holding: (holding.in_, *self.sides_of(holding))
            ),
            "facilities": self.keep(deal.facilities, self.facility),
            "terms": self.keep(deal.terms, lambda term: ids_of(term.from_) + ids_of(term.to)),
            "payments": self.keep(deal.payments, self.payment),
            "aims": self.keep(deal.aims, lambda aim: ids_of(aim.party)),
            "statements": tuple(
                statement
                for statement in deal.statements
                if not self.family.isdisjoint(ids_of(statement.party))
            ),
        }
        named = self.named_in(parties, kept)
        return replace(
            deal,
            parties=parties,
            **kept,
            caveats=tuple(
                caveat for caveat in deal.caveats if self.touches(caveat.applies_to, named)
            ),
            open_questions=tuple(
                question for question in deal.open_questions if self.touches(question.about, named)
            ),
        )

    def keep(
        self, records: tuple[Any, ...], names: Callable[[Any], tuple[Id | None, ...]]
    ) -> tuple[Any, ...]:
        """The records that name one of the family, a venture of theirs, or nobody at all."""
        return tuple(
            record
            for record in records
            if not any(named := names(record)) or not self.ours.isdisjoint(named)
        )

    @staticmethod
    def venture(venture: Any) -> tuple[Id | None, ...]:
        sides = (party for stake in venture.stakes for party in _Concern.sides_of(stake))
        return (venture.lead, venture.operator, *sides)

    @staticmethod
    def sides_of(stake: Stake) -> tuple[Id, ...]:
        """Who holds a share, and from whom it is bought."""
        return (stake.holder, *ids_of(stake.from_))

    @staticmethod
    def facility(facility: Facility) -> tuple[Id | None, ...]:
        return (facility.owner, facility.operator, facility.venture)

    def payment(self, payment: Payment) -> tuple[Id | None, ...]:
        """Who pays and is paid; of a part that does not say so, those of its total."""
        named: tuple[Id, ...] = ()
        seen: set[int] = set()
        found: Payment | None = payment
        while found and not named and id(found) not in seen:
            seen.add(id(found))
            named = ids_of(found.from_) + ids_of(found.to)
            found = self.payments.get(found.part_of) if found.part_of else None
        return named

    @staticmethod
    def named_in(parties: tuple[Party, ...], kept: dict[str, tuple[Any, ...]]) -> set[Id | None]:
        records = (*parties, *(record for records in kept.values() for record in records))
        return {getattr(record, "id", None) for record in records}

    @staticmethod
    def touches(ids: tuple[Id, ...], named: set[Id | None]) -> bool:
        return not ids or not named.isdisjoint(ids)
