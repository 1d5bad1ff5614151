"""What the parties say that the deal is for."""

from dealcli.index import DealIndex
from dealcli.model import Aim, Deal, Party
from dealcli.report import Report, Section
from dealcli.views import phrasing
from dealcli.views.rows import fields, nothing, part_report, title, words_of


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section an aim."""
    sections = tuple(section(index, aim) for aim in deal.aims)
    whom = f" of {party.short}" if party else ""
    return part_report(index, "Aims", sections or (nothing(index, f"aim{whom}"),))


def section(index: DealIndex, aim: Aim) -> Section:
    """One aim with its number in the deal file, whose it is, and the words."""
    heading = title(index, aim, f"{index.number(aim)}. {aim.text}")
    blocks = fields(
        (
            ("of", index.name(aim.party) if aim.party else None),
            ("when", phrasing.when(aim.when) if aim.when else None),
        )
    )
    return Section((*blocks, *words_of(index, aim)), heading)
