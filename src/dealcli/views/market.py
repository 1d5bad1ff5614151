"""Figures about the market, never about the deal, and whom they are attributed to."""

from dealcli.index import DealIndex
from dealcli.model import Deal, Market, Party
from dealcli.report import Block, Column, Report, Section, Table, plain
from dealcli.views import phrasing
from dealcli.views.rows import fields, nothing, part_report, row, title, under, words_of, year


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a market."""
    sections = tuple(section(index, market) for market in deal.market)
    return part_report(index, "Market", sections or (nothing(index, "market figure"),))


def section(index: DealIndex, market: Market) -> Section:
    """A market's figures, year by year."""
    heading = title(index, market, market.what)
    blocks: list[Block] = fields((("region", market.region), ("attributed", market.attribution)))
    dated = any(point.year is not None for point in market.points)
    columns = (Column("Year"), Column("Amount")) if dated else ()
    rows = tuple(
        row(index, point, *cells[0 if dated else 1 :], outer=under(heading))
        for point in market.points
        for cells in [(plain(year(point)), plain(phrasing.amount(point.amount)))]
    )
    blocks += [Table("figures", rows, columns)] if rows else []
    return Section((*blocks, *words_of(index, market, market.points)), heading)
