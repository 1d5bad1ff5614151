"""The facilities, near-term ones first: what they make, whose they are, where, how large."""

from dealcli.model import Deal, Facility, Party
from dealcli.report import Report, Section, Table, plain
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.narrowing import narrow
from dealcli.views.rows import (
    facts,
    fields,
    figures,
    general,
    hedges,
    milestone,
    nothing,
    page,
    row,
    title,
    under,
    whose,
    words_of,
)

HORIZONS = ("near-term", "longer-term", None)


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a facility."""
    ordered = sorted(deal.facilities, key=lambda one: HORIZONS.index(one.horizon))
    sections = [section(dossier, one) for one in ordered]
    if not sections:
        whom = f" of {party.short}" if party else ""
        others = narrow(dossier.deal, party).facilities
        asked = " with the horizon that was asked for" if others else ""
        sections = [nothing(dossier, f"facility{whom}{asked}")]
    return page(dossier, "Facilities", [*sections, *general(dossier)])


def section(dossier: Dossier, facility: Facility) -> Section:
    """Everything about one facility."""
    heading = title(dossier, facility, facility.name)
    outer = under(heading)
    blocks = fields(
        (
            ("horizon", wording.words(facility.horizon) if facility.horizon else None),
            ("status", facility.status),
            ("makes", facility.makes),
            ("belongs to", whose(dossier, facility)),
            ("place", wording.place(facility.place)),
        )
    )
    blocks += figures(dossier, "capacity", facility.capacity, outer)
    blocks += figures(dossier, "investment", facility.investment, outer)
    milestones = tuple(
        row(dossier, one, plain(milestone(one)), outer=outer) for one in facility.milestones
    )
    blocks += [Table("milestones", milestones)] if milestones else []
    blocks += facts(dossier, facility.facts, "facts", outer)
    blocks += hedges(dossier, {facility.id})
    blocks += words_of(
        dossier,
        facility,
        facility.capacity,
        facility.investment,
        facility.milestones,
        facility.facts,
    )
    return Section(tuple(blocks), heading)
