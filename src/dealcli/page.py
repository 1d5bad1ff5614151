"""What one command prints of one deal, before it has a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealcli.report import Report


class Page(NamedTuple):
    """A page as data, and as a report that is made only when it is asked for."""

    document: dict[str, Any]
    report: Callable[[], Report]
