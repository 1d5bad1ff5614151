"""The joint ventures and holdings: who holds what; with a party, its position in each."""

from collections.abc import Collection, Iterable, Set
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
from dealcli.views.equity import (
    holding_text,
    roles,
    run_by,
    share,
    shares,
    standing,
    unstated,
)
from dealcli.views.narrowing import family_of
from dealcli.views.payments import payments_table, under_totals
from dealcli.views.rows import (
    fields,
    figures,
    general,
    hedges,
    holder,
    inner_name,
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
        blocks.append(shares(index, "shares", venture.stakes, outer=outer, venture=venture))
    blocks += implied(index, venture.stakes)
    holders = [stake.holder for stake in venture.stakes]
    blocks += fields(
        (
            ("lead", unshown(index, venture.lead, holders, party)),
            ("operator", unshown(index, venture.operator, holders, party)),
            ("purpose", venture.purpose),
            ("stage", phrasing.words(venture.stage) if venture.stage else None),
        )
    )
    blocks += figures(index, "capacity", venture.capacity, outer)
    blocks += figures(index, "investment", venture.investment, outer)
    if facilities:
        label = "facility" if len(facilities) == 1 else "facilities"
        rows = [row(index, facility, *facility_cells(facility)) for facility in facilities]
        blocks.append(Table(label, tuple(rows)))
    blocks += beside(index, flows, {venture.id})
    concerned = {venture.id, *(facility.id for facility in facilities)}
    blocks += hedges(index, concerned)
    blocks += words_of(
        index, venture, with_steps(venture.stakes), venture.capacity, venture.investment
    )
    return Section(tuple(blocks), heading)


def unshown(
    index: DealIndex, leader: Id | None, holders: Collection[Id], party: Party | None
) -> str | None:
    """The name of who leads or operates a venture, where no line of a holder or party says so."""
    return index.name(leader) if leader and not party and leader not in holders else None


def implied(index: DealIndex, stakes: tuple[Stake, ...]) -> list[Block]:
    """Why a share, or what it can become, is taken to be what the source does not state."""
    rows = []
    for stake in stakes:
        if stake.because:
            rows.append(Row((plain(f"{holder(index, stake)}: {stake.because}"),)))
        for step in stake.steps:
            if step.because:
                name = joined([plain(holder(index, stake)), plain(inner_name(index, step))], " ")
                rows.append(Row((joined([name, plain(step.because)], ": "),)))
    return [Table("implied", tuple(rows))] if rows else []


def position(index: DealIndex, venture: JointVenture, party: Party, outer: Row) -> list[Block]:
    """A party's place in a venture: its share, majority or minority, who leads, with whom.

    What its subsidiaries hold is its own, under their names; what it sells is not.
    """
    if not (roles(venture) or venture.stakes):
        return []  # nobody's in particular
    family = family_of(index.deal, party)
    stakes = [stake for stake in venture.stakes if stake.holder in family]
    rows = []
    for stake in stakes:
        lead = leading(index, venture, stake.holder)
        text = held(index, stake, party, lead, alone=len(stakes) == 1)
        rows.append(row(index, stake, text, outer=outer))
    rows += given_up(index, venture.stakes, family, outer)
    if not rows:
        lead = leading(index, venture, party.id)
        text = joined([plain("no share given"), plain(lead)])
        rows.append(row(index, venture, text, outer=outer))
    others = dict.fromkeys(stake.holder for stake in venture.stakes if stake.holder not in family)
    names = [partner.name if (partner := index.party(holder)) else holder for holder in others]
    label = "partner" if len(names) == 1 else "partners"
    return [Table("position", tuple(rows)), *fields(((label, phrasing.listed(names)),))]


def leading(index: DealIndex, venture: JointVenture, holder_id: Id) -> str:
    """Who leads and operates a venture, for one of its holders."""
    ours = roles(venture).get(holder_id, "")
    return ", ".join(filter(None, (ours, run_by(index, venture, [holder_id]))))


def given_up(index: DealIndex, stakes: Iterable[Stake], family: Set[Id], outer: Row) -> list[Row]:
    """The shares that others buy from a family."""
    rows = []
    for stake in stakes:
        if stake.holder not in family and not family.isdisjoint(ids_of(stake.from_)):
            text = joined([strong(share(stake)), plain(f"goes to {index.name(stake.holder)}")], " ")
            rows.append(row(index, stake, text, outer=outer))
    return rows


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
    family = family_of(index.deal, party) if party else frozenset[Id]()
    if party and holding.holder in family:
        text = held(index, holding, party, "", alone=True)
        blocks.append(Table("position", (row(index, holding, text, outer=outer),)))
    elif sold := given_up(index, (holding,), family, outer):
        blocks.append(Table("position", tuple(sold)))
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
