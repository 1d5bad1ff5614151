"""The joint ventures and holdings: who holds what; with a party, its position in each."""

from collections.abc import Set

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
from dealcli.report import Block, Report, Row, Section, Table, Text, dim, joined, plain, strong
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.equity import (
    basis,
    holding_text,
    leads,
    share,
    stakes_table,
    standing,
)
from dealcli.views.narrowing import family_of
from dealcli.views.rows import (
    fields,
    figures,
    general,
    hedges,
    holder,
    nothing,
    page,
    row,
    steps,
    term_text,
    title,
    words_of,
)
from dealcli.views.terms import payment_text


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a venture or holding; for a party, also what it gets and gives beside them."""
    sections = [venture_section(dossier, one, party) for one in deal.joint_ventures]
    sections += [holding_section(dossier, one, party) for one in deal.holdings]
    if not sections:
        whom = f" with {party.short}" if party else ""
        sections = [nothing(dossier, f"joint venture or holding{whom}")]
    if party and (given := beside(dossier, deal, party)):
        sections.append(Section(given, Row((strong("Beside the shares"),))))
    name = f"{party.name}: its position" if party else heading(deal)
    return page(dossier, name, [*sections, *general(dossier)])


def heading(deal: Deal) -> str:
    """What the page is called: by what it holds."""
    if not deal.holdings:
        return "Joint ventures"
    return "Joint ventures and holdings" if deal.joint_ventures else "Holdings"


def venture_section(dossier: Dossier, venture: JointVenture, party: Party | None) -> Section:
    """One venture: its shares, its facilities, what hedges it, and the words."""
    facilities = dossier.facilities_of(venture.id)
    blocks = position(dossier, venture, party) if party else []
    blocks += stakes_table(dossier, "shares", venture.stakes)
    blocks += implied(dossier, venture.stakes)
    blocks += fields(
        (
            ("lead", dossier.name(venture.lead) if venture.lead and not party else None),
            ("purpose", venture.purpose),
            ("stage", wording.words(venture.stage) if venture.stage else None),
        )
    )
    blocks += figures(dossier, "investment", venture.investment)
    if facilities:
        label = "facility" if len(facilities) == 1 else "facilities"
        rows = [row(dossier, one, facility_text(one)) for one in facilities]
        blocks.append(Table(label, tuple(rows)))
    concerned = {venture.id, *(one.id for one in facilities)}
    blocks += hedges(dossier, concerned)
    blocks += words_of(dossier, venture, with_steps(venture.stakes), venture.investment)
    return Section(tuple(blocks), title(dossier, venture, venture.name))


def implied(dossier: Dossier, stakes: tuple[Stake, ...]) -> list[Block]:
    """Why a share that is not stated is taken to be so."""
    rows = tuple(
        Row((dim(f"{holder(dossier, stake)}: {stake.because}"),))
        for stake in stakes
        if stake.because
    )
    return [Table("implied", rows)] if rows else []


def position(dossier: Dossier, venture: JointVenture, party: Party) -> list[Block]:
    """A party's place in a venture: its share, majority or minority, who leads, with whom.

    What its subsidiaries hold is its own, under their names.
    """
    if not (venture.lead or venture.stakes):
        return []  # nobody's in particular
    family = family_of(dossier.deal, party)
    stakes = [stake for stake in venture.stakes if stake.holder in family]
    rows = [
        held(dossier, stake, party, leading(dossier, venture, stake.holder), alone=len(stakes) == 1)
        for stake in stakes
    ]
    if not stakes:
        lead = leading(dossier, venture, party.id)
        rows.append(row(dossier, venture, joined([plain("no share given"), plain(lead)])))
    others = dict.fromkeys(one.holder for one in venture.stakes if one.holder not in family)
    names = [one.name if (one := dossier.party(holder)) else holder for holder in others]
    label = "partner" if len(names) == 1 else "partners"
    return [Table("position", tuple(rows)), *fields(((label, wording.listed(names)),))]


def leading(dossier: Dossier, venture: JointVenture, holder_id: Id) -> str:
    """Who leads a venture, for one of its holders."""
    return "leads" if venture.lead == holder_id else leads(dossier, venture)


def held(dossier: Dossier, stake: Stake, party: Party, lead: str, *, alone: bool) -> Row:
    """One stake as a party's position; only a stake that stands alone is weighed."""
    whose = "" if stake.holder == party.id else f"{dossier.name(stake.holder)}:"
    figure = joined([plain(whose), strong(share(stake)), basis(stake)], " ")
    size = standing(stake) if alone else ""
    parts = [figure, plain(stake.class_ or ""), plain(size), plain(lead)]
    return row(dossier, stake, joined(parts))


def facility_text(facility: Facility) -> Text:
    """A facility in one line."""
    parts = [
        wording.words(facility.horizon) if facility.horizon else "",
        facility.status or "",
        wording.place(facility.place),
    ]
    return joined([strong(facility.name), *map(plain, parts)])


def holding_section(dossier: Dossier, holding: Holding, party: Party | None) -> Section:
    """A stake in a company that is itself a party."""
    blocks: list[Block] = []
    if party and holding.holder in family_of(dossier.deal, party):
        blocks.append(Table("position", (held(dossier, holding, party, "", alone=True),)))
    blocks += stakes_table(dossier, "share", (holding,))
    blocks += implied(dossier, (holding,))
    blocks += hedges(dossier, {holding.id} if holding.id else set())
    blocks += words_of(dossier, holding, holding.steps)
    return Section(tuple(blocks), title(dossier, holding, holding_text(dossier, holding)))


def with_steps(stakes: tuple[Stake, ...]) -> list[Record]:
    """Stakes, each followed by what it can become."""
    return [record for stake in stakes for record in (stake, *stake.steps)]


def beside(dossier: Dossier, deal: Deal, party: Party) -> tuple[Block, ...]:
    """What a party receives, gives or agreed to, and what it pays and is paid."""
    family = family_of(dossier.deal, party)
    blocks = []
    for term in deal.terms:
        rows = (row(dossier, term, term_text(dossier, term)), *steps(dossier, term))
        blocks.append(Table(direction(term, family, ("agreed", "receives", "gives")), rows))
    for payment in deal.payments:
        rows = (row(dossier, payment, payment_text(dossier, payment)),)
        blocks.append(Table(direction(payment, family, ("payment", "is paid", "pays")), rows))
    return tuple(blocks)


def direction(given: Term | Payment, family: Set[Id], words: tuple[str, str, str]) -> str:
    """What to call something for a family: of the three words, the one for neither, to or from."""
    takes, gives = (not family.isdisjoint(ids_of(side)) for side in (given.to, given.from_))
    neither, to, from_ = words
    return neither if takes == gives else to if takes else from_
