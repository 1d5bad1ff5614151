"""The joint ventures and holdings: who holds what; with a party, its position in each."""

from collections.abc import Set
from typing import NamedTuple

from dealcli.index import DealIndex
from dealcli.model import (
    Deal,
    Facility,
    Holding,
    Id,
    JointVenture,
    Party,
    Payment,
    Record,
    Stake,
    Term,
    ids_of,
)
from dealcli.report import Block, Report, Row, Runs, Section, Table, joined, plain, strong
from dealcli.views import phrasing
from dealcli.views.equity import holding_text, leads, share, shares, standing, unstated
from dealcli.views.narrowing import family_of
from dealcli.views.payments import payments_table, under_totals
from dealcli.views.rows import (
    fields,
    figures,
    general,
    hedges,
    holder,
    nothing,
    part_report,
    row,
    term_rows,
    term_text,
    title,
    under,
    words_of,
)


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a venture or holding; for a party, also what it gets and gives beside them."""
    flows = flows_of(deal)
    sections = [
        venture_section(index, venture, party, flows.get(venture.id, Flows()))
        for venture in deal.joint_ventures
    ]
    sections += [holding_section(index, holding, party) for holding in deal.holdings]
    if not sections:
        whom = f" with {party.short}" if party else ""
        sections = [nothing(index, f"joint venture or holding{whom}")]
    if party and (given := beside(index, flows[None], family_of(index.deal, party))):
        sections.append(Section(given, Row((strong("Beside the shares"),))))
    name = f"{party.name}: its position" if party else heading(deal)
    return part_report(index, name, [*sections, *general(index)])


def heading(deal: Deal) -> str:
    """What the page is called: by what it holds."""
    if not deal.holdings:
        return "Joint ventures"
    return "Joint ventures and holdings" if deal.joint_ventures else "Holdings"


class Flows(NamedTuple):
    """Terms and payments."""

    terms: tuple[Term, ...] = ()
    payments: tuple[Payment, ...] = ()


SHARED = 2
"""Maximum number of ventures that each list the same term or payment; one of more is in `terms`."""


def flows_of(deal: Deal) -> dict[Id | None, Flows]:
    """The terms and payments from and to each venture, by its id; under None those of no venture.

    A part of a payment that names no venture goes with its total.
    """
    founded = {venture.id for venture in deal.joint_ventures}
    terms: dict[Id | None, list[Term]] = {}
    payments: dict[Id | None, list[Payment]] = {}
    homes: dict[int, list[Id | None]] = {}

    def listed(given: Term | Payment, total: Payment | None = None) -> list[Id | None]:
        sides = dict.fromkeys(ids_of(given.from_) + ids_of(given.to))
        own: list[Id | None] = [one for one in sides if one in founded]
        if not 0 < len(own) <= SHARED:
            own = homes[id(total)] if total else [None]
        homes[id(given)] = own
        return own

    for term in deal.terms:
        for home in listed(term):
            terms.setdefault(home, []).append(term)
    for payment, total in under_totals(deal.payments):
        for home in listed(payment, total):
            payments.setdefault(home, []).append(payment)
    return {
        home: Flows(tuple(terms.get(home, ())), tuple(payments.get(home, ())))
        for home in (None, *founded)
    }


def venture_section(
    index: DealIndex, venture: JointVenture, party: Party | None, flows: Flows
) -> Section:
    """One venture: its shares, facilities, what it gives and gets, what hedges it, the words."""
    heading = title(index, venture, venture.name)
    outer = under(heading)
    facilities = index.facilities_of(venture.id)
    blocks = position(index, venture, party, outer) if party else []
    if venture.stakes:
        blocks.append(shares(index, "shares", venture.stakes, outer=outer, lead=venture.lead))
    blocks += implied(index, venture.stakes)
    lead_shown = party or venture.lead in [stake.holder for stake in venture.stakes]
    blocks += fields(
        (
            ("lead", index.name(venture.lead) if venture.lead and not lead_shown else None),
            ("purpose", venture.purpose),
            ("stage", phrasing.words(venture.stage) if venture.stage else None),
        )
    )
    blocks += figures(index, "investment", venture.investment, outer)
    if facilities:
        label = "facility" if len(facilities) == 1 else "facilities"
        rows = [row(index, facility, *facility_cells(facility)) for facility in facilities]
        blocks.append(Table(label, tuple(rows)))
    blocks += beside(index, flows, {venture.id})
    concerned = {venture.id, *(facility.id for facility in facilities)}
    blocks += hedges(index, concerned)
    blocks += words_of(index, venture, with_steps(venture.stakes), venture.investment)
    return Section(tuple(blocks), heading)


def implied(index: DealIndex, stakes: tuple[Stake, ...]) -> list[Block]:
    """Why a share that is not stated is taken to be so."""
    rows = tuple(
        Row((plain(f"{holder(index, stake)}: {stake.because}"),))
        for stake in stakes
        if stake.because
    )
    return [Table("implied", rows)] if rows else []


def position(index: DealIndex, venture: JointVenture, party: Party, outer: Row) -> list[Block]:
    """A party's place in a venture: its share, majority or minority, who leads, with whom.

    What its subsidiaries hold is its own, under their names.
    """
    if not (venture.lead or venture.stakes):
        return []  # nobody's in particular
    family = family_of(index.deal, party)
    stakes = [stake for stake in venture.stakes if stake.holder in family]
    rows = []
    for stake in stakes:
        lead = leading(index, venture, stake.holder)
        text = held(index, stake, party, lead, alone=len(stakes) == 1)
        rows.append(row(index, stake, text, outer=outer))
    if not stakes:
        lead = leading(index, venture, party.id)
        text = joined([plain("no share given"), plain(lead)])
        rows.append(row(index, venture, text, outer=outer))
    others = dict.fromkeys(stake.holder for stake in venture.stakes if stake.holder not in family)
    names = [partner.name if (partner := index.party(holder)) else holder for holder in others]
    label = "partner" if len(names) == 1 else "partners"
    return [Table("position", tuple(rows)), *fields(((label, phrasing.listed(names)),))]


def leading(index: DealIndex, venture: JointVenture, holder_id: Id) -> str:
    """Who leads a venture, for one of its holders."""
    return "leads" if venture.lead == holder_id else leads(index, venture)


def held(index: DealIndex, stake: Stake, party: Party, lead: str, *, alone: bool) -> Runs:
    """One stake as a party's position; only a party's single stake is called a majority or less."""
    whose = "" if stake.holder == party.id else f"{index.name(stake.holder)}:"
    figure = joined([plain(whose), strong(share(stake)), unstated(stake)], " ")
    size = standing(stake) if alone else ""
    parts = [figure, plain(stake.class_ or ""), plain(size), plain(lead)]
    return joined(parts)


def facility_cells(facility: Facility) -> tuple[Runs, Runs]:
    """A facility's name and what is known of it."""
    parts = [
        phrasing.words(facility.horizon) if facility.horizon else "",
        facility.status or "",
        phrasing.place(facility.place),
    ]
    return strong(facility.name), joined(list(map(plain, parts)))


def holding_section(index: DealIndex, holding: Holding, party: Party | None) -> Section:
    """A stake in a company that is itself a party."""
    heading = title(index, holding, holding_text(index, holding))
    outer = under(heading)
    blocks: list[Block] = []
    if party and holding.holder in family_of(index.deal, party):
        text = held(index, holding, party, "", alone=True)
        blocks.append(Table("position", (row(index, holding, text, outer=outer),)))
    blocks.append(shares(index, "share", (holding,), outer=outer))
    blocks += implied(index, (holding,))
    blocks += hedges(index, {holding.id} if holding.id else set())
    blocks += words_of(index, holding, holding.steps)
    return Section(tuple(blocks), heading)


def with_steps(stakes: tuple[Stake, ...]) -> list[Record]:
    """Stakes, each followed by what it can become."""
    return [record for stake in stakes for record in (stake, *stake.steps)]


def beside(index: DealIndex, flows: Flows, family: Set[Id]) -> tuple[Block, ...]:
    """What a party with its family, or a venture, receives and gives, pays and is paid.

    Terms and payments that name no party are listed as such: the source does not say whose they
    are.
    """
    blocks: list[Block] = []
    for term in flows.terms:
        text = term_text(index, term, term.kind.capitalize())
        if not (term.from_ or term.to):
            text = joined([text, plain("no party named")], "; ")
        label = direction(term, family, ("terms", "agreed", "receives", "gives"))
        blocks.append(Table(label, term_rows(index, term, text)))
    paid: dict[str, list[Payment]] = {}
    for payment, total in under_totals(flows.payments):
        label = direction(
            total or payment, family, ("no party named", "payments", "is paid", "pays")
        )
        paid.setdefault(label, []).append(payment)
    return (*blocks, *(payments_table(index, label, given) for label, given in paid.items()))


def direction(given: Term | Payment, family: Set[Id], words: tuple[str, str, str, str]) -> str:
    """What to call something for a family.

    Args:
        given: a term or a payment.
        family: the ids of a party and its subsidiaries, or that of a venture.
        words: what to call one that names nobody, one that goes both ways or between others, one
            that goes to the family, one that comes from it.
    """
    nobody, neither, to, from_ = words
    takers, givers = ids_of(given.to), ids_of(given.from_)
    if not (takers or givers):
        return nobody
    takes, gives = (not family.isdisjoint(side) for side in (takers, givers))
    return neither if takes == gives else to if takes else from_
