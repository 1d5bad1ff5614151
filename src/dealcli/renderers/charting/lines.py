"""The kinds of lines on a chart, and what each says."""

from collections.abc import Iterable

from dealcli.report import Link

LINES = {
    "solid": ("line", "stated"),
    "dashed": ("implied line", "implied or not stated"),
    "double": ("flow", "supply or right"),
}
"""By the kind of a line: its look, and what a legend says of it."""


def kind_of(link: Link) -> str:
    """How the line of a link is drawn."""
    if link.kind == "flow":
        return "double"
    return "dashed" if link.implied else "solid"


def kinds_of(links: Iterable[Link]) -> set[str]:
    """The kinds of lines that a legend is to tell: that a plant hangs on its owner says itself."""
    return {kind_of(link) for link in links if link.kind != "facility"}
