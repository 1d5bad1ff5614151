"""The joint ventures and holdings: who holds what; with a party, its position in each."""

from dealcli.model import Deal, Facility, Holding, JointVenture, Party, Record, Stake
from dealcli.report import Block, Report, Row, Section, Table, Text, dim, joined, plain, strong
from dealcli.views import wording
from dealcli.views.caveats import applying
from dealcli.views.dossier import Dossier
from dealcli.views.equity import basis, holding_text, leads, share, stakes_table, standing
from dealcli.views.rows import (
    facts,
    fields,
    figures,
    nothing,
    page,
    row,
    steps,
    term_text,
    title,
    words_of,
)


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a venture or holding; for a party, also what it gets and gives beside them."""
    sections = [venture_section(dossier, one, party) for one in deal.joint_ventures]
    sections += [holding_section(dossier, one) for one in deal.holdings]
    if not sections:
        whom = f" with {party.short}" if party else ""
        sections = [nothing(dossier, f"joint venture or holding{whom}")]
    elif party and (given := terms(dossier, deal, party)):
        sections.append(Section(given, Row((strong("Beside the shares"),))))
    general = facts(dossier, (one for one in deal.caveats if not one.applies_to), "caveats")
    if general:
        sections.append(Section(tuple(general), Row((strong("For the whole deal"),))))
    name = f"{party.name}: its position" if party else "Joint ventures"
    return page(dossier, name, sections)


def venture_section(dossier: Dossier, venture: JointVenture, party: Party | None) -> Section:
    """One venture: its shares, its facilities, what hedges it, and the words."""
    facilities = dossier.facilities_of(venture.id)
    blocks = position(dossier, venture, party) if party else []
    blocks += stakes_table(dossier, "shares", venture.stakes)
    blocks += implied(venture.stakes)
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
    blocks += facts(dossier, applying(dossier.deal, concerned), "caveats")
    blocks += words_of(dossier, venture, with_steps(venture.stakes), venture.investment)
    return Section(tuple(blocks), title(dossier, venture, venture.name))


def implied(stakes: tuple[Stake, ...]) -> list[Block]:
    """Why a share that is not stated is taken to be so."""
    rows = tuple(Row((dim(stake.because),)) for stake in stakes if stake.because)
    return [Table("implied", rows)] if rows else []


def position(dossier: Dossier, venture: JointVenture, party: Party) -> list[Block]:
    """A party's place in a venture: its share, majority or minority, who leads, with whom."""
    stakes = [stake for stake in venture.stakes if stake.holder == party.id]
    lead = leads(dossier, venture) if venture.lead != party.id else "leads"
    rows = []
    for stake in stakes:
        held = joined([strong(share(stake)), basis(stake)], " ")
        size = standing(stake) if len(stakes) == 1 else ""
        rows.append(row(dossier, stake, joined([held, plain(size), plain(lead)])))
    if not stakes:
        rows.append(row(dossier, venture, joined([plain("no share given"), plain(lead)])))
    others = dict.fromkeys(one.holder for one in venture.stakes if one.holder != party.id)
    names = [one.name if (one := dossier.party(holder)) else holder for holder in others]
    label = "partner" if len(names) == 1 else "partners"
    return [Table("position", tuple(rows)), *fields(((label, wording.listed(names)),))]


def facility_text(facility: Facility) -> Text:
    """A facility in one line."""
    parts = [
        wording.words(facility.horizon) if facility.horizon else "",
        facility.status or "",
        wording.place(facility.place),
    ]
    return joined([strong(facility.name), *map(plain, parts)])


def holding_section(dossier: Dossier, holding: Holding) -> Section:
    """A stake in a company that is itself a party."""
    blocks = [*stakes_table(dossier, "share", (holding,)), *implied((holding,))]
    name = holding_text(dossier, holding)
    blocks += words_of(dossier, holding, holding.steps)
    return Section(tuple(blocks), title(dossier, holding, name))


def with_steps(stakes: tuple[Stake, ...]) -> list[Record]:
    """Stakes, each followed by what it can become."""
    return [record for stake in stakes for record in (stake, *stake.steps)]


def terms(dossier: Dossier, deal: Deal, party: Party) -> tuple[Block, ...]:
    """What a party receives, gives or shares in, term by term."""
    blocks = []
    for term in deal.terms:
        takes = party.short in dossier.names_of(term.to)
        gives = party.short in dossier.names_of(term.from_)
        label = "shares in" if takes == gives else "receives" if takes else "gives"
        rows = (row(dossier, term, term_text(dossier, term)), *steps(dossier, term))
        blocks.append(Table(label, rows))
    return tuple(blocks)
