"""A deal with fewer records in its lists: those that concern a party, or that are selected."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from dealcli.errors import AbsentPartyError, DealcliError
from dealcli.model import Deal, Facility, Id, Party, ids_of
from dealcli.nodes import Node, walk
from dealcli.views.selection import Selection


def find_party(deal: Deal, wanted: str) -> Party:
    """The party with an id, `aka`, ticker or name, whatever its case.

    Raises:
        AbsentPartyError: when no party answers to it; names the closest and all.
        DealcliError: when more than one does.
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
    """Everything that a party answers to."""
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
    for one in deal.parties:
        if one.parent:
            children.setdefault(one.parent, []).append(one.id)
    family: set[Id] = set()
    found = {party.id}
    while found:  # none is found twice, so parents in a circle come to an end
        family |= found
        found = {child for one in found for child in children.get(one, ())} - family
    return frozenset(family)


def select(deal: Deal, selection: Selection) -> Deal:
    """The deal with only the selected records.

    Raises:
        DealcliError: when the deal has no record of one of the ids.
    """
    shown = deal
    if selection.horizon is not None:
        kept = tuple(one for one in deal.facilities if one.horizon == selection.horizon)
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
    ids = {getattr(node.part, "id", None) for node in list(walk(Node("", whole)))[1:]}
    for one in wanted:
        if one not in ids:
            from dealcli.validation import nearest

            close = nearest(one, sorted(filter(None, ids)))
            hint = f"; did you mean {close!r}?" if close else "; `dealcli source` shows them all"
            raise DealcliError(f"no file {one!r}, and no record {one!r} in {whole.id}{hint}")
    named = set(wanted)
    return replace(
        deal,
        caveats=tuple(
            one
            for one in deal.caveats
            if one.id in named or not one.applies_to or not named.isdisjoint(one.applies_to)
        ),
        open_questions=tuple(
            one for one in deal.open_questions if not one.about or not named.isdisjoint(one.about)
        ),
    )


class _Concern:
    """Which records of a deal concern some parties with their subsidiaries."""

    def __init__(self, deal: Deal, family: frozenset[Id]) -> None:
        self.deal = deal
        self.family = family
        self.ours = family
        ventures = self.keep(deal.joint_ventures, self.venture)
        self.ours = family.union(one.id for one in ventures)

    def narrowed(self) -> Deal:
        deal = self.deal
        parties = tuple(one for one in deal.parties if one.id in self.family)
        kept = {
            "joint_ventures": self.keep(deal.joint_ventures, self.venture),
            "holdings": self.keep(deal.holdings, lambda one: (one.in_, one.holder)),
            "facilities": self.keep(deal.facilities, self.facility),
            "terms": self.keep(deal.terms, lambda one: ids_of(one.from_) + ids_of(one.to)),
            "payments": self.keep(deal.payments, lambda one: ids_of(one.from_) + ids_of(one.to)),
            "aims": self.keep(deal.aims, lambda one: ids_of(one.party)),
            "statements": tuple(one for one in deal.statements if one.party in self.family),
        }
        named = self.named_in(parties, kept)
        return replace(
            deal,
            parties=parties,
            **kept,
            caveats=tuple(one for one in deal.caveats if self.touches(one.applies_to, named)),
            open_questions=tuple(
                one for one in deal.open_questions if self.touches(one.about, named)
            ),
        )

    def keep(
        self, records: tuple[Any, ...], names: Callable[[Any], tuple[Id | None, ...]]
    ) -> tuple[Any, ...]:
        """The records that name one of the family, a venture of theirs, or nobody at all."""
        return tuple(
            one
            for one in records
            if not any(named := names(one)) or not self.ours.isdisjoint(named)
        )

    @staticmethod
    def venture(venture: Any) -> tuple[Id | None, ...]:
        return (venture.lead, *(stake.holder for stake in venture.stakes))

    @staticmethod
    def facility(facility: Facility) -> tuple[Id | None, ...]:
        return (facility.owner, facility.venture)

    @staticmethod
    def named_in(parties: tuple[Party, ...], kept: dict[str, tuple[Any, ...]]) -> set[Id | None]:
        records = (*parties, *(one for records in kept.values() for one in records))
        return {getattr(one, "id", None) for one in records}

    @staticmethod
    def touches(ids: tuple[Id, ...], named: set[Id | None]) -> bool:
        return not ids or not named.isdisjoint(ids)
