"""What the look of a box or a line on a chart says: its pattern, its weight, and their legend."""

from dealcli.report import Box, Chart, Link

LINES = {
    "dashed": "not yet a fact",
    "dotted": "implied or not stated",
    "flow": "supply, right or payment",
}
"""What a legend says of each kind of line; a plain line needs no words."""

SHARES = {"solid": "stated share", "dotted": LINES["dotted"]}
"""What a legend says of each kind of bar."""


def pattern_of(shown: Box | Link) -> str:
    """Return the pattern of a box or line.

    It is `dotted` for a share that the source does not state, `dashed` for what is not yet a fact,
    and `solid` for everything else, also for what has no firmness.
    """
    if isinstance(shown, Link) and shown.implied and shown.kind != "flow":
        return "dotted"
    return "solid" if shown.firmness in ("", "stated") else "dashed"


def lines_of(chart: Chart) -> list[tuple[str, str]]:
    """Return the kinds of lines on a chart that a legend explains, each with its words."""
    kinds = {*map(pattern_of, chart.boxes), *map(pattern_of, chart.links)}
    kinds |= {link.kind for link in chart.links}
    return [(kind, words) for kind, words in LINES.items() if kind in kinds]
