"""What every format for people says of a row and of a source in the same signs and words."""

from collections.abc import Iterable

from dealcli.report import MARKS, Box, Citation, Link, Mark, Role, Row, State

Shown = Box | Link | Row

STATES: dict[State, tuple[str, str]] = {
    "found": ("{}", "paragraph of the source"),
    "missing": ("{}!", "words that are not in the source"),
    "unverified": ("{}?", "no source text to find the words in"),
    "none": ("", "nothing quoted"),
}
"""How a citation is shown, by its state, and what the legend says of it."""

_CIRCLE = "M1 6a5 5 0 0 0 10 0a5 5 0 0 0-10 0Z"

SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "stated": (("full", _CIRCLE),),
    "planned": (("open", "M6 1 11 6 6 11 1 6Z"),),
    "conditional": (("open", _CIRCLE), ("full", "M6 1a5 5 0 0 0 0 10Z")),
    "under-evaluation": (("open", _CIRCLE),),
    "aspiration": (("open", "M6 1.5 11 10.5H1Z"),),
    "projection": (("open", "M2 10 10 2M4 2h6v6"),),
}
"""The sign of each firmness as SVG paths in a square of 12, each `open` or `full`.

Formats that can draw use these: common fonts lack some of the characters in `MARKS`.
"""

UNQUOTED = STATES["none"][1]
"""The legend of a page with lines that quote nothing."""

NO_QUOTE = "no quote"
"""The text of a line that quotes nothing, below one that quotes something."""

SEGMENTS: dict[Role, str] = {
    "passage": "quoted by the record",
    "set-aside": "set aside",
    "unaccounted": "unaccounted for",
}
"""What the legend says of a segment of a source."""


def cited(citation: Citation, paragraph: str = "¶") -> str:
    """A citation in signs: `¶1 4`, `[2]¶3` of the second source, `¶!` where words are missing."""
    source = f"[{citation.source}]" if citation.source > 1 else ""
    sign = STATES[citation.state][0].format(paragraph)
    own = f"{source}{sign}{' '.join(map(str, citation.paragraphs))}"
    return " ".join([own, *(cited(other, paragraph) for other in citation.also)])


def marks_in(shown: Iterable[Shown]) -> list[tuple[str, Mark]]:
    """What a legend says of the kinds of firmness that occur: each with its mark."""
    firmness = {element.firmness for element in shown}
    return [(key, mark) for key, mark in MARKS.items() if key in firmness]


def citations_in(shown: Iterable[Shown], paragraph: str = "¶") -> list[tuple[str, str]]:
    """What a legend says of the citations that occur: the sign of each kind, and its words."""
    states = {element.citation.state for element in shown if element.citation} - {"none"}
    return [
        (sign.format(paragraph), words)
        for state, (sign, words) in STATES.items()
        if state in states
    ]
