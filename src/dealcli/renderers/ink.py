"""How each piece of a report looks on a stream: its colours, and signs that it can write."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Line

from dealcli.characters import visible
from dealcli.renderers.charting.words import Piece, Words
from dealcli.renderers.signs import STATES, STRETCHES, cited
from dealcli.report import MARKS, Bar, Cell, Citation, Role, Row, Span, Text

_DIM = Style(dim=True)
_ROLES: dict[Role, Style] = {
    "plain": Style(),
    "strong": Style(bold=True),
    "dim": _DIM,
    "quote": Style(italic=True),
    "implied": Style(italic=True, color="yellow"),
    "separator": _DIM,
    "passage": Style(bold=True, color="green"),
    "set-aside": _DIM,
    "unaccounted": Style(bold=True, color="red"),
}
_FIRMNESS = {
    "stated": Style(color="green"),
    "planned": Style(color="cyan"),
    "conditional": Style(color="yellow"),
    "under-evaluation": Style(color="magenta"),
    "aspiration": Style(color="blue"),
    "projection": Style(color="blue"),
}
_LOOKS: dict[str, Style] = {
    **{str(role): style for role, style in _ROLES.items()},
    **_FIRMNESS,
    "cited": _DIM,
}
_SOLID, _SOFT = Style(color="cyan"), Style(color="yellow")
_AROUND: dict[Role, tuple[str, str]] = {
    "passage": ("»", "«"),
    "set-aside": ("{", "}"),
    "unaccounted": ("[[", "]]"),
}


class Ink:
    """The looks of one stream: in drawn signs where its encoding has them all, else in ASCII."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.drawn = writes(encoding, "●◇◐○△↗¶━╍·→←»«“”")
        self.paragraph = "¶" if self.drawn else "p"
        self.solid, self.soft = "━╍" if self.drawn else "=:"
        self.opening, self.closing = "“”" if self.drawn else '""'

    def line(self, spans: Text) -> Line:
        """A cell's text on one line, which is folded where it must be and never cut."""
        line = Line(overflow="fold")
        for span in spans:
            line.append(self.words(span), _ROLES[span.role])
        return line

    def words(self, span: Span) -> str:
        """A span's text, with nothing in it that a terminal would act on."""
        text = visible(span.text)
        for space in "\t\r\n":
            text = text.replace(space, " ")
        if span.role == "separator" and not self.drawn:
            text = text.replace("·", "-").replace("→", "->").replace("←", "<-")
        if not writes(self.encoding, text):  # laid out as it will be written
            text = text.encode(self.encoding, "backslashreplace").decode(self.encoding)
        opening, closing = self._around(span.role)
        return f"{opening}{text}{closing}"

    def _around(self, role: Role) -> tuple[str, str]:
        """What stands around a piece of text, so that it can be told apart without colour."""
        if role == "passage" and not self.drawn:
            return ">>", "<<"
        return (self.opening, self.closing) if role == "quote" else _AROUND.get(role, ("", ""))

    def label(self, text: str) -> Line:
        """What stands beside rows that have no title above them."""
        return Line(visible(text).upper(), Style(bold=True, color="cyan"))

    def bar(self, bar: Bar) -> "DrawnBar":
        """A share as a bar that fills its column."""
        soft = (self.soft, _SOFT)
        return DrawnBar(bar, soft if bar.implied else (self.solid, _SOLID), soft)

    def mark(self, row: Row) -> Line:
        """A row's firmness and the paragraphs that it rests on."""
        line = Line(overflow="fold")
        if row.firmness:
            line.append(self._sign(row.firmness), _FIRMNESS[row.firmness])
        if row.citation is not None:
            line.append(" " if row.firmness else "  ")
            line.append(cited(row.citation, self.paragraph), _DIM)
        return line

    def signs(self, firmness: str, citation: Citation | None) -> list[Words]:
        """What `mark` says, for words on a chart; that no words are quoted is not said there."""
        signs = [Piece(self._sign(firmness), firmness)] if firmness else []
        if citation is not None and citation.state != "none":
            space = " " if signs else ""
            signs.append(Piece(space + cited(citation, self.paragraph), "cited"))
        return [tuple(signs)] if signs else []

    def style(self, look: str) -> Style:
        """The style of a piece of a chart."""
        return _LOOKS[look]

    def width(self, text: str) -> int:
        """How many columns a text takes."""
        return cell_len(text)

    def _sign(self, firmness: str) -> str:
        mark = MARKS[firmness]
        return mark.sign if self.drawn else mark.ascii

    def legend(self, rows: Sequence[Row]) -> list[Line]:
        """The signs that occur in some rows, each with its word."""
        firmness = {row.firmness for row in rows}
        states = {row.citation.state for row in rows if row.citation}
        bars = [cell for row in rows for cell in row.cells if isinstance(cell, Bar)]
        sure = any(bar.solid and not bar.implied for bar in bars)
        unsure = any(bar.soft or (bar.solid and bar.implied) for bar in bars)
        entries = [
            (self._sign(key), _FIRMNESS[key], mark.word)
            for key, mark in MARKS.items()
            if key in firmness
        ]
        entries += [(self.solid, _SOLID, "stated share")] if sure else []
        entries += [(self.soft, _SOFT, "implied or not exact")] if unsure else []
        entries += [
            (sign.format(self.paragraph), _DIM, told)
            for state, (sign, told) in STATES.items()
            if state in states
        ]
        roles = {span.role for row in rows for cell in row.cells for span in _spans(cell)}
        entries += [
            ("...".join(self._around(role)), _ROLES[role], word)
            for role, word in STRETCHES.items()
            if role in roles
        ]
        return [
            Line().append(sign, style).append(f" {word}", _DIM) for sign, style, word in entries
        ]


class DrawnBar:
    """A share as a bar: what is sure of it, then what is not."""

    def __init__(self, bar: Bar, solid: tuple[str, Style], soft: tuple[str, Style]) -> None:
        self.bar = bar
        self.solid = solid
        self.soft = soft

    def segments(self, width: int) -> list[Segment]:
        """Draw it as wide as the column; the whole of a venture is the column's width."""
        bar = self.bar
        ends = (bar.start, bar.start + bar.solid, bar.start + bar.solid + bar.soft)
        start, firm, end = (round(end * width) for end in ends)
        return [
            Segment(" " * start),
            Segment(self.solid[0] * (firm - start), self.solid[1]),
            Segment(self.soft[0] * (end - firm), self.soft[1]),
        ]


def _spans(cell: Cell) -> Text:
    return () if isinstance(cell, Bar) else cell


def writes(encoding: str, signs: str) -> bool:
    """Whether an encoding has some signs."""
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
