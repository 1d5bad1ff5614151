"""What one command prints of one deal, before it has a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealcli.report import Appendix, Report


def _nothing() -> None:
    """The chart of a page that has none."""


class Page(NamedTuple):
    """A page as data, as a report, and with what stands behind it; made when they are asked for.

    `chart` is the report of the structure chart that goes with the page, for formats that show
    pictures.
    """

    document: dict[str, Any]
    report: Callable[[], Report]
    appendix: Callable[[], Appendix]
    chart: Callable[[], Report | None] = _nothing
