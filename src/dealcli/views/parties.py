"""The parties: names, listings, role, background."""

from dealcli.model import Deal, Party
from dealcli.report import Block, Report, Section, plain
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.rows import facts, fields, hedges, nothing, page, sourced, title, under, words_of


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a party."""
    sections = tuple(section(dossier, one) for one in deal.parties)
    return page(dossier, "Parties", sections or (nothing(dossier, "party"),))


def section(dossier: Dossier, party: Party) -> Section:
    """Everything about one party."""
    heading = title(dossier, party, party.name)
    outer = under(heading)
    blocks: list[Block] = fields(
        (
            ("kind", wording.words(party.kind) if party.kind else None),
            ("known as", ", ".join(party.aka)),
            ("called", ", ".join(party.called)),
        )
    )
    for listing in party.listings:
        if text := ": ".join(filter(None, (listing.exchange, listing.ticker))):
            blocks.append(sourced(dossier, listing, "listed", plain(text), outer))
    blocks += fields(
        (
            ("parent", dossier.name(party.parent) if party.parent else None),
            ("based in", party.headquarters),
            ("role", party.role),
        )
    )
    blocks += facts(dossier, party.facts, "background", outer)
    blocks += hedges(dossier, {party.id})
    return Section((*blocks, *words_of(dossier, party, party.listings, party.facts)), heading)
