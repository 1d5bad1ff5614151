"""What a view is: the part of a deal that it shows, as data and as a report."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from dealcli.page import Page
from dealcli.views.selection import Selection

if TYPE_CHECKING:
    from dealcli.index import DealIndex
    from dealcli.loading import DealFile
    from dealcli.model import Deal, Party
    from dealcli.report import Appendix, Report


EVERYTHING = Selection()

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

    def page(
        self,
        file: DealFile,
        selection: Selection = EVERYTHING,
    ) -> Page:
        """What the view shows of the selected records of a deal.

        For one party the report tells its position; for several, the records of each.

        Raises:
            DealcliError: when the deal has no record of a selected id.
        """
        shown, party = file.deal, selection.party
        if any(selection):
            from dealcli.views.narrowing import select

            shown = select(file.deal, selection)
        document = {key: getattr(shown, key) for key in ("format", "id", "title", *self.keys)}

        @cache  # The report, the chart and the rest of a page look things up in one index.
        def index() -> DealIndex:
            from dealcli.index import DealIndex

            return DealIndex(file)

        return Page(
            {key: value for key, value in document.items() if value is not None},
            lambda: _report(self.module, index(), shown, party),
            lambda: self._backing(index(), shown, party, party_filters=not selection.parties),
            lambda: _report(CHART, index(), shown, party) if CHART in self.parts else None,
        )

    def _backing(
        self, index: DealIndex, shown: Deal, party: Party | None, *, party_filters: bool
    ) -> Appendix:
        from dealcli.views.appendix import appendix

        parts = tuple(_report(module, index, shown, party) for module in self.parts)
        return appendix(index, parts, party_filters=party_filters)


def _report(module: str, index: DealIndex, shown: Deal, party: Party | None) -> Report:
    """The part of a deal that is shown, as a report; `party` is whose position it is."""
    report: Report = import_module(f"dealcli.views.{module}").report(index, shown, party)
    return report
