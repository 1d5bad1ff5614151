"""Between two rows: on which of the tracks each line goes across, so that none covers another."""

from itertools import pairwise

from dealcli.renderers.charting.geometry import Label
from dealcli.renderers.charting.sizes import Sizes
from dealcli.renderers.charting.structure import Hyperedge, Wire

NARROW = 10
"""Cells that words over a hyperedge have at the least."""

BROAD = 36
"""Cells that they may have where the hyperedge is shorter, as far as nothing is in their way."""

Span = tuple[int, int]


class Tracks:
    """Tracks one below another, on each of which lines may go across that do not meet."""

    def __init__(self) -> None:
        self.taken: list[list[Span]] = []

    def find(self, span: Span) -> int:
        """The first track that is free from one column to another; from now on it is taken."""
        for number, spans in enumerate(self.taken):
            if all(span[1] + 1 < start or end + 1 < span[0] for start, end in spans):
                spans.append(span)
                return number
        self.taken.append([span])
        return len(self.taken) - 1


def assign(wires: list[Wire], hyperedges: list[Hyperedge]) -> int:
    """Give each line that goes across its track, hyperedges the lowest; how many there are.

    Of lines to the right the rightmost goes first, of lines to the left the leftmost: so those that
    leave one box side by side do not cross.
    """
    tracks = Tracks()
    right = sorted((one for one in wires if one.top < one.bottom), key=lambda one: -one.top)
    left = sorted((one for one in wires if one.top > one.bottom), key=lambda one: one.top)
    for wire in (*right, *left):
        wire.track = tracks.find((min(wire.top, wire.bottom), max(wire.top, wire.bottom)))
    own = Tracks()
    for hyperedge in hyperedges:
        hyperedge.track = len(tracks.taken) + own.find(_span(hyperedge))
    return len(tracks.taken) + len(own.taken)


def _span(hyperedge: Hyperedge) -> Span:
    return min(hyperedge.ports.values()), max(hyperedge.ports.values())


def overhead(sizes: Sizes, hyperedges: list[Hyperedge], width: int) -> tuple[dict[int, Label], int]:
    """Lay the hyperedges over the topmost row, the short ones lowest, each under its words.

    Returns each hyperedge's words, and how many lines there are; tracks count from the first.
    """
    ranked = sorted(hyperedges, key=lambda one: _span(one)[1] - _span(one)[0])
    labels = [_label(sizes, one, ranked[at + 1 :], width) for at, one in enumerate(ranked)]
    spans = [_reach(hyperedge, label) for hyperedge, label in zip(ranked, labels, strict=True)]
    levels: list[int] = []
    for at, span in enumerate(spans):
        below = [levels[other] for other in range(at) if _common(span, spans[other])]
        levels.append(max(below, default=-1) + 1)
    heights = [0] * (max(levels) + 1)
    for level, label in zip(levels, labels, strict=True):
        heights[level] = max(heights[level], len(label.lines) + 1)
    found = {}
    for hyperedge, label, level in zip(ranked, labels, levels, strict=True):
        hyperedge.track = sum(heights[level:]) - 1
        found[hyperedge.number] = label._replace(y=hyperedge.track - len(label.lines))
    return found, sum(heights)


def _reach(hyperedge: Hyperedge, label: Label) -> Span:
    """The columns that a hyperedge and its words take, and one beside them."""
    start, end = _span(hyperedge)
    if not label.lines:
        return start, end + 1
    return min(start, label.x), max(end, label.x + label.width - 1) + 1


def _label(sizes: Sizes, hyperedge: Hyperedge, higher: list[Hyperedge], width: int) -> Label:
    """The words over a hyperedge, where none of the higher ones goes up through them."""
    start, end = _span(hyperedge)
    bounds = [-1, *sorted(x for one in higher for x in one.ports.values()), width]
    gaps = [(left + 2, right - 2) for left, right in pairwise(bounds)]
    left, right = max(gaps, key=lambda one: _fitness(one, (start, end)))
    most = min(max(_common((left, right), (start, end)), BROAD), right - left + 1)
    label = sizes.label(hyperedge.links, max(most, NARROW))
    size = label.width
    middle = (max(left, start) + min(right, end) - size) // 2 + 1
    return label._replace(x=min(max(middle, left), max(right - size + 1, left)))


def stands_over(label: Label, hyperedge: Hyperedge) -> bool:
    """Whether words stand over their hyperedge, and not beside the line of another."""
    words = label.x, label.x + label.width - 1
    return not label.lines or _common(words, _span(hyperedge)) > 0


def _fitness(gap: Span, span: Span) -> tuple[bool, int, int]:
    """How well words stand in a gap: with room for them, then over their hyperedge."""
    width = gap[1] - gap[0] + 1
    return width >= NARROW, _common(gap, span), width


def _common(one: Span, other: Span) -> int:
    return max(min(one[1], other[1]) - max(one[0], other[0]) + 1, 0)
