"""Links as lines: the pattern of each, what a legend says of it, and which links share a line."""

from collections.abc import Iterable, Mapping

from dealcli.report import Box, Chart, Link

LINES = {
    "dashed": "not yet a fact",
    "dotted": "implied or not stated",
    "flow": "supply, right or payment",
}
"""What a legend says of each kind of line; a plain line needs no words."""

SHARES = {"solid": "stated share", "dotted": LINES["dotted"]}
"""What a legend says of each kind of bar."""

Bundle = tuple[Link, ...]
"""Links that share a line, from each of their starts to each of their ends."""


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


def bundles_of(links: Iterable[Link], rows: Mapping[str, int] | None = None) -> list[Bundle]:
    """Bundle links: flows of one record, then all flows between the same boxes.

    Only flows of one pattern share a line; any other link has a line of its own. Where boxes have
    rows, flows of one record share a line only within a row, and only if each leads to each.
    """
    records: dict[object, list[Link]] = {}
    for number, link in enumerate(links):
        row, last = (rows[link.start], rows[link.end]) if rows else (0, 0)
        together = link.kind == "flow" and row == last
        records.setdefault((_record_key(link), row) if together else number, []).append(link)
    bundles: dict[object, list[Link]] = {}
    for number, record in enumerate(records.values()):
        for part in [[link] for link in record] if rows and not _complete(record) else [record]:
            way = starts_of(part), ends_of(part), pattern_of(part[0])
            bundles.setdefault(way if part[0].kind == "flow" else number, []).extend(part)
    return list(map(tuple, bundles.values()))


def starts_of(links: Iterable[Link]) -> tuple[str, ...]:
    """Return the boxes that links start from, each once."""
    return tuple(dict.fromkeys(link.start for link in links))


def ends_of(links: Iterable[Link]) -> tuple[str, ...]:
    """Return the boxes that links end at, each once."""
    return tuple(dict.fromkeys(link.end for link in links))


def records_of(links: Iterable[Link]) -> list[Link]:
    """Return one link for each record, since a record of several ends is labelled once."""
    return list({_record_key(link): link for link in links}.values())


def _record_key(link: Link) -> object:
    """What the links of one record have in common."""
    return link.label, link.firmness, link.citation, link.record


def _complete(links: list[Link]) -> bool:
    """Whether links lead from each of some boxes to each of some others."""
    starts, ends = set(starts_of(links)), set(ends_of(links))
    return len(links) == len(starts) * len(ends) and not starts & ends
