"""What a view is: the part of a deal that it shows, as data and as a report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from dealcli.page import Page, Part
from dealcli.views.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Collection

    from dealcli.index import DealIndex
    from dealcli.loading import DealFile
    from dealcli.model import Deal, Party
    from dealcli.report import Report


EVERYTHING = Selection()

CHART = "chart"
"""The part that shows how a deal is structured."""


class View(NamedTuple):
    """One part of a deal.

    Attributes:
        module: the module of `dealcli.views` whose `report` makes the part's report; it is
            imported when a report is asked for, and not for the data alone.
        keys: the lists of the deal file that the part is made of.
        details: the modules whose reports show in full what this one sums up.
    """

    module: str
    keys: tuple[str, ...]
    details: tuple[str, ...] = ()

    def page(
        self,
        file: DealFile,
        parts: Collection[Part],
        selection: Selection = EVERYTHING,
    ) -> Page:
        """Some parts of a page with what the view shows of a deal.

        For one party the report shows its position; for several, the records of each.

        Args:
            file: the deal file.
            parts: the parts to build.
            selection: which records to show.

        Raises:
            DealcliError: when the deal has no record of a selected id.
        """
        shown = file.deal
        if any(selection):
            from dealcli.views.narrowing import select

            shown = select(file.deal, selection)
        page = Page(id=shown.id)
        if "document" in parts:
            page.document = self._document(shown)
        if any(part != "document" for part in parts):
            self._add_reports(page, parts, file, shown, selection)
        return page

    def _document(self, shown: Deal) -> dict[str, Any]:
        document = {key: getattr(shown, key) for key in ("format", "id", "title", *self.keys)}
        return {key: value for key, value in document.items() if value is not None}

    def _add_reports(
        self,
        page: Page,
        parts: Collection[Part],
        file: DealFile,
        shown: Deal,
        selection: Selection,
    ) -> None:
        """Add the parts that are reports; they look things up in one index."""
        from dealcli.index import DealIndex

        index, party = DealIndex(file), selection.party
        if "report" in parts:
            page.report = _report(self.module, index, shown, party)
        if "appendix" in parts:
            from dealcli.views.appendix import appendix

            whole = tuple(_report(module, index, shown, party) for module in self.details)
            page.appendix = appendix(index, whole, party_filters=not selection.parties)
        if "chart" in parts:
            has_chart = CHART in self.details
            page.chart = _report(CHART, index, shown, party) if has_chart else None


def _report(module: str, index: DealIndex, shown: Deal, party: Party | None) -> Report:
    """The part of a deal that is shown, as a report; `party` is whose position it is."""
    report: Report = import_module(f"dealcli.views.{module}").report(index, shown, party)
    return report
