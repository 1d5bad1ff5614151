"""What the parties say that the deal is for."""

from dealcli.model import Aim, Deal, Party
from dealcli.report import Block, Report, Section, plain
from dealcli.views.dossier import Dossier
from dealcli.views.rows import line, nothing, page, title, words_of


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section an aim."""
    sections = tuple(section(dossier, one) for one in deal.aims)
    whom = f" of {party.short}" if party else ""
    return page(dossier, "Aims", sections or (nothing(dossier, f"aim{whom}"),))


def section(dossier: Dossier, aim: Aim) -> Section:
    """One aim with its number in the deal file, whose it is, and the words."""
    heading = title(dossier, aim, f"{dossier.number(aim)}. {aim.text}")
    blocks: list[Block] = [line("of", plain(dossier.name(aim.party)))] if aim.party else []
    return Section((*blocks, *words_of(dossier, aim)), heading)
