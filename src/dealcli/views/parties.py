"""The parties: names, listings, role, background."""

from dealcli.index import DealIndex
from dealcli.model import Deal, Party
from dealcli.report import Block, Report, Section, plain
from dealcli.views import phrasing
from dealcli.views.rows import (
    facts,
    fields,
    hedges,
    nothing,
    part_report,
    sourced,
    title,
    under,
    words_of,
)


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a party."""
    sections = tuple(section(index, shown) for shown in deal.parties)
    return part_report(index, "Parties", sections or (nothing(index, "party"),))


def section(index: DealIndex, party: Party) -> Section:
    """Everything about one party."""
    heading = title(index, party, party.name)
    outer = under(heading)
    blocks: list[Block] = fields(
        (
            ("kind", phrasing.words(party.kind) if party.kind else None),
            ("known as", ", ".join(party.aka)),
            ("called", ", ".join(party.called)),
        )
    )
    for listing in party.listings:
        if listing.printed:
            blocks.append(sourced(index, listing, "listed", plain(listing.printed), outer))
    blocks += fields(
        (
            ("parent", index.name(party.parent) if party.parent else None),
            ("affiliate", f"of {index.name(party.affiliate_of)}" if party.affiliate_of else None),
            ("based in", party.headquarters),
            ("role", party.role),
        )
    )
    blocks += facts(index, party.facts, "background", outer)
    blocks += hedges(index, {party.id})
    return Section((*blocks, *words_of(index, party, party.listings, party.facts)), heading)
