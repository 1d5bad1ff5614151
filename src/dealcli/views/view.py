"""What a view is: the part of a deal that it shows, as data and as a report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from dealcli.page import Page

if TYPE_CHECKING:
    from dealcli.loading import DealFile
    from dealcli.model import Deal, Party
    from dealcli.report import Backing, Report


CHART = "chart"
"""The part that shows how a deal is structured."""


class View(NamedTuple):
    """One part of a deal.

    Attributes:
        module: the module of `dealcli.views` whose `report` makes the part's report; it is
            imported when a report is asked for, and not for the data alone.
        keys: the lists of the deal file that the part is made of.
        parts: the modules whose reports tell in full what this one sums up.
    """

    module: str
    keys: tuple[str, ...]
    parts: tuple[str, ...] = ()

    def page(self, file: DealFile, who: str | None = None, horizon: str | None = None) -> Page:
        """What the view shows of a deal: all, or what concerns a party or a horizon.

        Raises:
            DealcliError: when no party of the deal answers to `who`.
        """
        shown, party = file.deal, None
        if who is not None or horizon is not None:
            from dealcli.views.narrowing import find_party, narrow

            party = None if who is None else find_party(file.deal, who)
            shown = narrow(file.deal, party, horizon)
        document = {key: getattr(shown, key) for key in ("format", "id", "title", *self.keys)}
        return Page(
            {key: value for key, value in document.items() if value is not None},
            lambda: _report(self.module, file, shown, party),
            lambda: self._backing(file, shown, party),
            lambda: _report(CHART, file, shown, party) if CHART in self.parts else None,
        )

    def _backing(self, file: DealFile, shown: Deal, party: Party | None) -> Backing:
        from dealcli.views.backing import backing

        parts = tuple(_report(module, file, shown, party) for module in self.parts)
        return backing(file, parts, sides=party is None)


def _report(module: str, file: DealFile, shown: Deal, party: Party | None) -> Report:
    """The part of a deal that is shown, as a report; `party` is whose position it is."""
    from dealcli.views.dossier import Dossier

    report: Report = import_module(f"dealcli.views.{module}").report(Dossier(file), shown, party)
    return report
