"""Links as they are drawn: flows of one record together, and those that go the same way."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dealcli.renderers.charting.lines import pattern_of
from dealcli.report import Chart, Link


class Way(NamedTuple):
    """A line from each of some boxes to each of some others, and the links it stands for."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    links: tuple[Link, ...]


def ways_of(links: Iterable[Link], rows: Mapping[str, int] | None = None) -> list[Way]:
    """Draw links together: flows of one record, then all flows between the same boxes.

    Only flows of one pattern share a line; any other link has a line of its own. Where boxes have
    rows, flows of one record share a line only within a row, and only if each leads to each.
    """
    records: dict[object, list[Link]] = {}
    for number, link in enumerate(links):
        row, last = (rows[link.start], rows[link.end]) if rows else (0, 0)
        together = link.kind == "flow" and row == last
        records.setdefault((_told(link), row) if together else number, []).append(link)
    ways: dict[object, list[Link]] = {}
    for number, bundle in enumerate(records.values()):
        for part in [[link] for link in bundle] if rows and not _complete(bundle) else [bundle]:
            ends = _starts(part), _ends(part), pattern_of(part[0])
            ways.setdefault(ends if part[0].kind == "flow" else number, []).extend(part)
    return [Way(_starts(way), _ends(way), tuple(way)) for way in ways.values()]


class Arrow(NamedTuple):
    """A line between two boxes, by their ids, with or without a head and a label."""

    start: str
    end: str
    links: tuple[Link, ...]
    head: bool = False
    labelled: bool = True


def ranked(chart: Chart, rows: Mapping[str, int]) -> tuple[dict[str, Way], list[Arrow]]:
    """A chart's lines for programs that put the end of each line below its start.

    A flow that does not lead down is a box above all its ends, so that it ranks none of them below
    another: the boxes by their ids, then the lines.
    """
    hubs: dict[str, Way] = {}
    arrows: list[Arrow] = []
    for number, way in enumerate(ways_of(chart.links)):
        flow = way.links[0].kind == "flow"
        single = len(way.starts) == len(way.ends) == 1
        if not flow or (single and rows[way.starts[0]] < rows[way.ends[0]]):
            arrows.append(Arrow(way.starts[0], way.ends[0], way.links, flow))
            continue
        hub = f"flow-{number}"
        hubs[hub] = way
        arrows += [Arrow(hub, one, way.links, True, False) for one in way.ends]
        arrows += [Arrow(hub, one, way.links, False, False) for one in way.starts]
    return hubs, arrows


def told_once(links: Iterable[Link]) -> list[Link]:
    """One link for each record, since a record of several ends is said once."""
    return list({_told(link): link for link in links}.values())


def _told(link: Link) -> object:
    return link.label, link.firmness, link.citation, link.record


def _complete(links: list[Link]) -> bool:
    """Whether links lead from each of some boxes to each of some others."""
    starts, ends = set(_starts(links)), set(_ends(links))
    return len(links) == len(starts) * len(ends) and not starts & ends


def _starts(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.start for link in links))


def _ends(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.end for link in links))
