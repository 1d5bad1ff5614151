"""How each piece of a report looks on a stream: its colours, and signs that it can write."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from dealcli.characters import visible
from dealcli.quotation import nested
from dealcli.renderers.folding import SPACED
from dealcli.renderers.grid import GLUE, Line, Lines
from dealcli.renderers.streams import writes
from dealcli.renderers.symbols import (
    NO_QUOTE,
    SEGMENTS,
    UNQUOTED,
    Shown,
    citations_in,
    cited,
    marks_in,
)
from dealcli.report import MARKS, Bar, Cell, Role, Row, Run, Runs

_DIM = Style(dim=True)
_BOLD = Style(bold=True)
_ROLES: dict[Role, Style | None] = {
    "plain": None,
    "strong": _BOLD,
    "dim": _DIM,
    "quote": Style(italic=True),
    "usual": None,
    "implied": Style(italic=True),
    "separator": _DIM,
    "passage": _BOLD,
    "set-aside": _DIM,
    "unaccounted": Style(bold=True, underline=True),
}
# Colour says how firm something is, and nothing else.
_FIRMNESS: dict[str, Style] = {
    "stated": Style(color="green"),
    "planned": Style(color="cyan"),
    "conditional": Style(color="yellow"),
    "under-evaluation": Style(color="magenta"),
    "aspiration": Style(color="blue"),
    "projection": Style(color="blue"),
}
_LOOKS: dict[str, Style] = {
    **{str(role): style or Style() for role, style in _ROLES.items()},
    **_FIRMNESS,
    "cited": _DIM,
}
_IN_ASCII = (("·", "-"), ("→", "->"), ("←", "<-"), ("¶", "p"))
_AROUND: dict[Role, tuple[str, str]] = {
    "passage": ("»", "«"),
    "set-aside": ("{", "}"),
    "unaccounted": ("[[", "]]"),
}


LONG = 14
"""Characters of a citation that is not parted from the word before it."""


class Theme:
    """The looks of one stream: in drawn signs where its encoding has them all, else in ASCII."""

    draws = False
    """Whether a chart's signs are drawn: they are characters."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.drawn = writes(encoding, "●◇◐○△↗¶━┉·→←»«“”")
        self.dot = "·" if self.drawn else "-"
        self.paragraph = "¶" if self.drawn else "p"
        self.solid, self.soft = "━┉" if self.drawn else "=:"
        self.opening, self.closing = "“”" if self.drawn else '""'

    def line(self, runs: Runs, *, faint: bool = False) -> Line:
        """A text, `faint` where it may be passed over; at a dot between items it may be parted."""
        usual = _DIM if faint else None
        found = []
        for run in runs:
            text = self.words(run)
            style = _ROLES[run.role] or usual
            if run.role == "separator" and text.strip() == self.dot:
                text = SPACED.format(self.dot)
            elif run.role == "separator" and run.text.isascii():
                style = usual  # a comma is part of the text
            if text:
                found.append(Segment(text, style))
        return found

    def items(self, items: Iterable[Line], between: str | None = None) -> Line:
        """Items in a row, a sign between them, a dot unless another is given; no empty ones."""
        space = Segment(SPACED.format(self.dot if between is None else between), _DIM)
        line: Line = []
        for item in filter(None, items):
            line += [space, *item] if line else item
        return line

    def heading(self, text: str) -> Line:
        """The heading above or beside rows."""
        return [Segment(visible(text).upper(), _BOLD)]

    def label(self, text: str) -> Line:
        """The label beside the rows of a titled section."""
        return [Segment(visible(text).replace("¶", self.paragraph), _DIM)]

    def words(self, run: Run) -> str:
        """A run's text, with nothing in it that a terminal would act on."""
        text = visible(
            nested(run.text, straight=not self.drawn) if run.role == "quote" else run.text
        )
        for space in "\t\r\n":
            text = text.replace(space, " ")
        if run.role == "separator" and not self.drawn:
            for sign, plain in _IN_ASCII:
                text = text.replace(sign, plain)
        if not writes(self.encoding, text):  # laid out as it will be written
            text = text.encode(self.encoding, "backslashreplace").decode(self.encoding)
        opening, closing = self._around(run.role)
        return f"{opening}{text}{closing}"

    def _around(self, role: Role) -> tuple[str, str]:
        """The signs around a piece of text, so that its role is visible without colour."""
        if role == "passage" and not self.drawn:
            return ">>", "<<"
        return (self.opening, self.closing) if role == "quote" else _AROUND.get(role, ("", ""))

    def bar(self, bar: Bar, firmness: str, width: int) -> Line:
        """A share as a bar in the colour of its firmness; the whole is `width` columns.

        What is stated and exact is solid, what is implied or not exact is dotted.
        """
        style = _FIRMNESS.get(firmness)
        ends = (bar.start, bar.start + bar.solid, bar.start + bar.solid + bar.soft)
        start, firm, end = (round(end * width) for end in ends)
        return [
            Segment(" " * start),
            Segment((self.soft if bar.implied else self.solid) * (firm - start), style),
            Segment(self.soft * (end - firm), style),
        ]

    def firm(self, firmness: str) -> Line:
        """How firm something is: a sign in its colour, and the word in the terminal's own."""
        if not firmness:
            return []
        return [
            Segment(self.sign(firmness), _FIRMNESS[firmness]),
            Segment(f"{GLUE}{MARKS[firmness].word}"),
        ]

    def citation(self, row: Row) -> Line:
        """The paragraphs that a row cites, or that it has no quote, to follow its text."""
        citation = row.own_citation
        if citation is None:
            return []
        if citation.state == "none":
            return [Segment(f" {NO_QUOTE.replace(' ', GLUE)}", _DIM)]
        paragraphs = cited(citation, self.paragraph)
        # A long one may be parted.
        return [
            Segment(
                GLUE + (paragraphs if len(paragraphs) > LONG else paragraphs.replace(" ", GLUE)),
                _DIM,
            )
        ]

    def style(self, look: str) -> Style:
        """The style of a piece of a chart."""
        return _LOOKS[look]

    def width(self, text: str) -> int:
        """How many columns a text takes."""
        return cell_len(text)

    def sign(self, firmness: str) -> str:
        """The character of a firmness."""
        mark = MARKS[firmness]
        return mark.sign if self.drawn else mark.ascii

    def legend(
        self,
        rows: Sequence[Row],
        charted: Iterable[Shown] = (),
        *,
        hinted: bool = False,
    ) -> Lines:
        """The meanings of the signs that have no word beside them.

        Args:
            rows: the rows of a page that are shown as such.
            charted: what charts show.
            hinted: whether the page has said what paragraphs are.
        """
        drawn = list(charted)
        citations = citations_in([*rows, *drawn], self.paragraph)
        entries: list[tuple[str, Style | None, str]] = [
            (self.sign(key), _FIRMNESS[key], mark.word) for key, mark in marks_in(drawn)
        ]
        entries += [
            (sign, None, meaning)
            for sign, meaning in citations
            if not (hinted and sign == self.paragraph)
        ]
        if any(row.citation and row.citation.state == "none" for row in rows):
            entries.append((f"no {self.paragraph}:" if citations else "", None, UNQUOTED))
        roles = {run.role for row in rows for cell in row.cells for run in _runs(cell)}
        entries += [
            ("...".join(self._around(role)), _ROLES[role], word)
            for role, word in SEGMENTS.items()
            if role in roles
        ]
        return [
            [Segment(sign, style), Segment(f" {word}" if sign else word)]
            for sign, style, word in entries
        ]


def _runs(cell: Cell) -> Runs:
    return () if isinstance(cell, Bar) else cell
