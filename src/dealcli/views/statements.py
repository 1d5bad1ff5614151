"""What people are quoted as saying."""

from dealcli.index import DealIndex
from dealcli.model import Deal, Party, Statement
from dealcli.report import Block, Report, Section, plain
from dealcli.views import phrasing
from dealcli.views.rows import line, nothing, part_report, title, words_of


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a statement."""
    sections = tuple(section(index, statement) for statement in deal.statements)
    whom = f" of {party.short}" if party else ""
    none = nothing(index, f"statement{whom}")
    return part_report(index, "Statements", sections or [none])


def section(index: DealIndex, statement: Statement) -> Section:
    """Who speaks, the gist, and the words."""
    post = (statement.title, phrasing.listed(index.names_of(statement.party)))
    place = ", ".join(part for part in post if part)
    blocks: list[Block] = [line("gist", plain(statement.text))] if statement.text else []
    heading = title(index, statement, statement.speaker, place)
    return Section((*blocks, *words_of(index, statement)), heading)
