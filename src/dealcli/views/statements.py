"""What people are quoted as saying."""

from dealcli.model import Deal, Party, Statement
from dealcli.report import Block, Report, Section, plain
from dealcli.views.dossier import Dossier
from dealcli.views.rows import line, nothing, page, title, words_of


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a statement."""
    sections = tuple(section(dossier, one) for one in deal.statements)
    whom = f" of {party.short}" if party else ""
    none = nothing(dossier, f"statement{whom}")
    return page(dossier, "Statements", sections or [none])


def section(dossier: Dossier, statement: Statement) -> Section:
    """Who speaks, the gist, and the words."""
    post = [statement.title or "", dossier.name(statement.party) if statement.party else ""]
    place = ", ".join(part for part in post if part)
    blocks: list[Block] = [line("gist", plain(statement.text))] if statement.text else []
    heading = title(dossier, statement, statement.speaker, place)
    return Section((*blocks, *words_of(dossier, statement)), heading)
