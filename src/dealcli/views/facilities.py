"""The facilities, near-term ones first: what they make, whose they are, where, how large."""

from dealcli.index import DealIndex
from dealcli.model import Deal, Facility, Party
from dealcli.report import Report, Section, Table, plain
from dealcli.views import phrasing
from dealcli.views.narrowing import narrow
from dealcli.views.rows import (
    facts,
    fields,
    figures,
    general,
    hedges,
    milestone_text,
    nothing,
    part_report,
    row,
    title,
    under,
    whose,
    words_of,
)

HORIZONS = ("near-term", "longer-term", None)


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a facility."""
    ordered = sorted(deal.facilities, key=lambda facility: HORIZONS.index(facility.horizon))
    sections = [section(index, facility) for facility in ordered]
    if not sections:
        whom = f" of {party.short}" if party else ""
        others = narrow(index.deal, party).facilities
        asked = " with the horizon that was asked for" if others else ""
        sections = [nothing(index, f"facility{whom}{asked}")]
    return part_report(index, "Facilities", [*sections, *general(index)])


def section(index: DealIndex, facility: Facility) -> Section:
    """Everything about one facility."""
    heading = title(index, facility, facility.name)
    outer = under(heading)
    blocks = fields(
        (
            ("horizon", phrasing.words(facility.horizon) if facility.horizon else None),
            ("status", facility.status),
            ("makes", facility.makes),
            ("inputs", facility.inputs),
            ("belongs to", whose(index, facility)),
            ("operator", index.name(facility.operator) if facility.operator else None),
            ("place", phrasing.place(facility.place)),
        )
    )
    blocks += figures(index, "capacity", facility.capacity, outer)
    blocks += figures(index, "investment", facility.investment, outer)
    milestones = tuple(
        row(index, milestone, plain(milestone_text(milestone)), outer=outer)
        for milestone in facility.milestones
    )
    blocks += [Table("milestones", milestones)] if milestones else []
    blocks += facts(index, facility.facts, "facts", outer)
    blocks += hedges(index, {facility.id})
    blocks += words_of(
        index,
        facility,
        facility.capacity,
        facility.investment,
        facility.milestones,
        facility.facts,
    )
    return Section(tuple(blocks), heading)
