"""Figures about the market, never about the deal, and who is said to have made them."""

from dealcli.model import Deal, Market, Party
from dealcli.report import Block, Column, Report, Section, Table, plain
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.rows import fields, nothing, page, row, title, under, words_of, year


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a market."""
    sections = tuple(section(dossier, one) for one in deal.market)
    return page(dossier, "Market", sections or (nothing(dossier, "market figure"),))


def section(dossier: Dossier, market: Market) -> Section:
    """A market's figures, year by year."""
    heading = title(dossier, market, market.what)
    blocks: list[Block] = fields((("region", market.region), ("attributed", market.attribution)))
    rows = tuple(
        row(
            dossier,
            point,
            plain(year(point)),
            plain(wording.amount(point.amount)),
            outer=under(heading),
        )
        for point in market.points
    )
    columns = (Column("Year"), Column("Amount"))
    blocks += [Table("figures", rows, columns)] if rows else []
    return Section((*blocks, *words_of(dossier, market, market.points)), heading)
