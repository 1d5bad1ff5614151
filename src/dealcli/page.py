"""What one command prints of one deal, before it has a format."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from dealcli.report import Appendix, Report

Part = Literal["document", "report", "appendix", "chart"]
ALL_PARTS: frozenset[Part] = frozenset(get_args(Part))


class Page(SimpleNamespace):
    """The parts of a page that its format needs; the others are not built, and are no attributes.

    Attributes:
        id: the deal's.
        document: the page as data.
        report: the page as a report.
        appendix: the rest of the deal, its sources and its parties.
        chart: the report of the structure chart that goes with the page, if it has one.
    """

    id: str
    document: dict[str, Any]
    report: Report
    appendix: Appendix
    chart: Report | None
