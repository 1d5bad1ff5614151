"""Rows as lines of one width: texts, tables, and who holds what of a company."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from rich.segment import Segment

from dealcli.renderers.grid import GLUE, Line, Lines, beside, fold, margin, width_of, written
from dealcli.renderers.theme import Theme
from dealcli.report import Bar, Cell, Column, Report, Row, Shares, rows_of

GAP = 2
"""Columns between two cells."""

INDENT = 2
"""Columns that what belongs to a record is indented, and that the lines of its text hang."""

TEXT = 40
"""Columns of text beside which the firmness has a column; with fewer it follows the text."""

FIRST, LAST = 20, 24
"""Columns that the first and the last cell of a row have at least, if their texts are as long."""

SHORTEST = 10
"""Columns that a bar has at least."""

NAME = 12
"""Columns that a holder's name has at least beside a bar; a longer one is folded."""

REMARK = 16
"""Columns of a remark that is beside a bar where a longer one goes below."""

Draw = Callable[[Row], Lines]


class Tables:
    """The rows of a report in a width, with a column at its right edge for how firm they are.

    `title` is the row of the current section: what is part of it is not indented.
    """

    def __init__(self, report: Report, width: int, theme: Theme) -> None:
        self.width = width
        self.theme = theme
        self.title: Row | None = None
        words = _widest(theme.firm(word) for word in {row.own_firmness for row in rows_of(report)})
        self.sign = words + 1 if words and width - words - 1 >= TEXT else 0
        blocks = [block for section in report.sections for block in section.blocks]
        pairs = [pair for block in blocks if isinstance(block, Shares) and (pair := _pair(block))]
        self.left = _widest(self.left_side(left_row) for left_row, _ in pairs)
        self.right = _widest(self.right_side(right_row) for _, right_row in pairs)
        self.cited = _widest(self.pair_citation(*pair) for pair in pairs)

    def table(self, rows: Sequence[Row], columns: Sequence[Column] = (), head: int = 1) -> Lines:
        """Rows in columns, or names with their details; a row of one cell is a text."""
        several = [row for row in rows if len(row.cells) > 1]
        draw = self.columned(several, columns, head) if columns else self.named(several)
        return self.drawn(rows, draw)

    def shares(self, block: Shares) -> Lines:
        """A company's row, and its shares: two that make up the whole in one bar, or a bar each."""
        whole = self.table((block.whole,)) if block.whole else []
        stakes = [row for row in block.rows if len(row.cells) > 1]
        return whole + self.drawn(block.rows, self.one_bar(_pair(block)) or self.bars(stakes))

    def drawn(self, rows: Sequence[Row], draw: Draw) -> Lines:
        """Rows of several cells as `draw` has them, those of one cell as texts."""
        found: Lines = []
        for row in rows:
            found += draw(row) if len(row.cells) > 1 else self.text(row)
        return found

    def text(
        self, row: Row, width: int | None = None, label: Line | None = None, *, cited: bool = True
    ) -> Lines:
        """A row of one cell, after a label where it has one."""
        line = [*(label or ()), *self.line(row.cells[0])]
        return self.placed([*line, *(self.marks(row) if cited else ())], row, width)

    def placed(self, line: Line, row: Row, width: int | None = None) -> Lines:
        """The text of a row, with how firm it is beside its first line."""
        hang = INDENT if row is self.title or row.record not in ("", "/") else 0
        indent = INDENT * self.depth(row)
        room = (width or self.width) - indent
        first, *others = fold(line, room - self.sign if row.own_firmness else room, hang)
        return margin(indent, [self.signed(first, row, room), *margin(hang, others)])

    def marks(self, row: Row) -> Line:
        """What follows the text of a row: its paragraphs, and without a column how firm it is."""
        firm = self.theme.firm("" if self.sign else row.own_firmness)
        return [*self.theme.citation(row), *([Segment(" ")] if firm else []), *firm]

    def signed(self, line: Line, row: Row, width: int) -> Line:
        """A line with how firm its row is, where there is a column for that."""
        firm = self.theme.firm(row.own_firmness if self.sign else "")
        if not firm:
            return line
        return [*line, Segment(" " * (width - self.sign + 1 - width_of(line))), *written(firm)]

    def depth(self, row: Row) -> int:
        """How many rows below the title of its section a row is part of."""
        outer = row.outer
        if outer is None or (self.title and outer.cells == self.title.cells):
            return 0
        return 1 + self.depth(outer)

    def room(self, rows: Iterable[Row]) -> int:
        """The columns of some rows without that for how firm they are, if any of them needs it."""
        return self.width - (self.sign if any(row.own_firmness for row in rows) else 0)

    def line(self, cell: Cell, *, faint: bool = False) -> Line:
        """The text of a cell; a bar has none."""
        return [] if isinstance(cell, Bar) else self.theme.line(cell, faint=faint)

    # Names with details.

    def named(self, rows: Sequence[Row]) -> Draw:
        """How to draw names with details: after the name where every row has room for that."""
        room = self.room(rows)
        if all(width_of(self.after(row)) <= room - INDENT * self.depth(row) for row in rows):
            return lambda row: self.placed(self.after(row), row)
        return partial(self.below, head=1)

    def after(self, row: Row) -> Line:
        """A name, a colon, and the details."""
        name, *cells = map(self.line, row.cells)
        details = self.theme.items(cells)
        return [*name, *([Segment(": ")] if details else []), *details, *self.marks(row)]

    def below(self, row: Row, head: int, columns: Sequence[Column] = ()) -> Lines:
        """The first cells as items of a text, and the others below."""
        first = self.theme.items(map(self.line, row.cells[:head]))
        lines = self.placed([*first, *self.marks(row)], row)
        return lines + self.details(row, head, columns)

    def details(
        self, row: Row, head: int, columns: Sequence[Column] = (), *, marked: bool = False
    ) -> Lines:
        """The cells of a row from `head` on, below the others."""
        faint = [column.secondary for column in columns] or [False] * len(row.cells)
        cells = zip(row.cells[head:], faint[head:], strict=True)
        line = self.theme.items(self.line(cell, faint=is_faint) for cell, is_faint in cells)
        if marked:
            line += self.marks(row) if line else _stripped(self.marks(row))
        indent = INDENT * (self.depth(row) + 1)
        return margin(indent, fold(line, self.width - indent)) if line else []

    # Columns.

    def columned(self, rows: Sequence[Row], columns: Sequence[Column], head: int) -> Draw:
        """How to draw rows in columns; where the last has no room, it goes below the others."""
        widths = [_widest(self.line(row.cells[at]) for row in rows) for at in range(len(columns))]
        last = max((at for at, width in enumerate(widths) if width), default=0)
        tail = _widest(self.last(row, last) for row in rows)
        room = self.room(rows)
        left = room - sum(width + GAP for width in widths[:last] if width)
        if left >= min(tail, LAST):
            return partial(self.across, columns=columns, widths=[*widths[:last], left])
        first, *others = widths[:head]
        first = min(first, room - sum(width + GAP for width in others if width))
        if head == 1 or first < min(widths[0], FIRST):
            return partial(self.below, head=head, columns=columns)
        return partial(self.headed, columns=columns, heads=[first, *others])

    def headed(self, row: Row, columns: Sequence[Column], heads: Sequence[int]) -> Lines:
        """The first cells of a row in columns, the others and the paragraphs below."""
        below = self.details(row, len(heads), columns, marked=True)
        return self.across(row, columns, heads, marked=False) + below

    def across(
        self, row: Row, columns: Sequence[Column], widths: Sequence[int], *, marked: bool = True
    ) -> Lines:
        """The first cells of a row in columns; one without a width is left out."""
        end = len(widths) - 1 if marked else -1
        cells: list[Lines] = []
        for at, width in enumerate(widths):
            line = self.last(row, at) if at == end else self.line(row.cells[at])
            lines = fold(line, max(width, 1))
            cells.append(
                [_aligned(text_line, width) for text_line in lines] if columns[at].right else lines
            )
        lines = _columns(cells, widths) or [[]]  # the first cells of a row may all be empty
        lines[0] = self.signed(lines[0], row, self.width)
        return lines

    def last(self, row: Row, at: int) -> Line:
        """A cell with what follows the text of the row."""
        line, marks = self.line(row.cells[at]), self.marks(row)
        return [*line, *(marks if line else _stripped(marks))]

    # Shares.

    def one_bar(self, pair: tuple[Row, Row] | None) -> Draw | None:
        """How to draw two shares in one bar with a holder at either end, where it has room."""
        if pair is None:
            return None
        left_row, right_row = pair
        indent = INDENT * self.depth(left_row)
        taken = indent + self.left + self.right + 2 + self.cited
        rooms = [self.width - self.sign, *([] if left_row.own_firmness else [self.width])]
        bar = next((room - taken for room in rooms if room - taken >= SHORTEST), 0)
        if not bar or (left_row.own_firmness and not self.sign):
            return None
        left, right = self.left_side(left_row), self.right_side(right_row)
        space = Segment(" " * (self.left - width_of(left) + 1))
        # Two that look alike need a gap, or nobody sees where one ends; halves are to be halves.
        gap = 1 + (bar - 1) % 2 if _alike(left_row, right_row) else 0
        bars = [
            *self.bar(left_row, bar - gap),
            Segment(" " * gap),
            *self.bar(right_row, bar - gap)[1:],
        ]
        cited = self.pair_citation(left_row, right_row)
        line = written([*left, space, *bars, Segment(" "), *right, *cited])
        drawn = margin(indent, [self.signed(line, left_row, self.width - indent)])
        return lambda row: drawn if row is left_row else []

    def pair_citation(self, left_row: Row, right_row: Row) -> Line:
        """The citations of two shares; one where they are the same."""
        first, second = self.theme.citation(left_row), self.theme.citation(right_row)
        return first if first == second else [*first, *second]

    def left_side(self, row: Row) -> Line:
        """`Kandi (leads) 90%`."""
        holder, share = map(self.line, row.cells[:2])
        return [*holder, *self.bracketed(row), Segment(" "), *share]

    def right_side(self, row: Row) -> Line:
        """`10% CBAK (implied)`."""
        holder, share = map(self.line, row.cells[:2])
        return [*share, Segment(" "), *holder, *self.bracketed(row)]

    def bracketed(self, row: Row) -> Line:
        """The remarks on a share, in brackets."""
        remarks = self.remarks(row)
        return [Segment(" ("), *remarks, Segment(")")] if remarks else []

    def remarks(self, row: Row, limit: int | None = None) -> Line:
        """That a share is not stated, and its remark where that fits in `limit` columns."""
        basis, remark = row.cells[3:]
        texts = [] if _usual(basis) else self.line(basis)
        more = self.line(remark)
        if limit is not None and width_of(more) > limit:
            more = []
        return [*texts, *([Segment(", ")] if texts and more else []), *more]

    def bar(self, row: Row, width: int) -> Line:
        """The bar of a row in the colour of how firm it is."""
        bar = row.cells[2]
        assert isinstance(bar, Bar)
        return self.theme.bar(bar, row.firmness, width)

    def bars(self, rows: Sequence[Row]) -> Draw:
        """How to draw shares with a row and a bar each; a remark without room goes below."""
        room = self.width - self.sign - INDENT * max(map(self.depth, rows), default=0)
        drawn = any(bar.solid + bar.soft for row in rows if isinstance(bar := row.cells[2], Bar))
        least = SHORTEST + GAP if drawn else 0
        name, share = (_widest(self.line(row.cells[at]) for row in rows) for at in (0, 1))
        for limit in (None, REMARK, 0):
            tail = _widest(self.tail(row, limit) for row in rows)
            left = room - share - GAP - (tail + GAP if tail else 0)
            if left - name >= least or (limit == 0 and left - least >= NAME):
                name = min(name, left - least)
                widths = (name, share, left - name - GAP if drawn else 0, tail)
                return partial(self.held, widths=widths, limit=limit)
        return lambda row: self.placed([*self.right_side(row), *self.marks(row)], row)

    def tail(self, row: Row, limit: int | None) -> Line:
        """The text that follows a bar."""
        remarks, marks = self.remarks(row, limit), self.marks(row)
        if not _usual(row.cells[3]) and self.line(row.cells[3]):
            remarks = [Segment("("), *remarks, Segment(")")]
        return [*remarks, *(marks if remarks else _stripped(marks))]

    def held(self, row: Row, widths: Sequence[int], limit: int | None) -> Lines:
        """A share in columns: the holder, how much, the bar, the remarks."""
        name, share, bar, _ = widths
        cells: list[Lines] = [
            fold(self.line(row.cells[0]), name),
            [_aligned(written(self.line(row.cells[1])), share)],
            [self.bar(row, bar)] if bar else [],
            [written(self.tail(row, limit))],
        ]
        lines = _columns(cells, widths)
        indent = INDENT * self.depth(row)
        lines[0] = self.signed(lines[0], row, self.width - indent)
        more = self.line(row.cells[4])
        if limit is None or width_of(more) <= limit:
            return margin(indent, lines)
        below = fold(more, self.width - indent - INDENT)
        return margin(indent, [*lines, *margin(INDENT, below)])


def _columns(cells: Sequence[Lines], widths: Sequence[int]) -> Lines:
    """Cells side by side, those left out that have no width."""
    shown = [at for at, width in enumerate(widths) if width]
    return beside([cells[at] for at in shown], [widths[at] for at in shown], GAP)


def _widest(lines: Iterable[Line]) -> int:
    """The width of the widest line; a text of no width, such as a joining mark, has one."""
    return max((width_of(line) or bool(line) for line in lines), default=0)


def _stripped(line: Line) -> Line:
    """A line without the space that it begins with."""
    text = "".join([segment.text for segment in line[:1]]).lstrip(f" {GLUE}")
    return [Segment(text, line[0].style), *line[1:]] if text else line[1:]


def _usual(cell: Cell) -> bool:
    """Whether a cell says only the usual case."""
    return not isinstance(cell, Bar) and all(run.role == "usual" for run in cell)


def _alike(left_row: Row, right_row: Row) -> bool:
    """Whether the bars of two exact shares are drawn with the same sign."""
    kinds = {
        cell.implied for row in (left_row, right_row) for cell in row.cells if isinstance(cell, Bar)
    }
    return len(kinds) == 1


def _aligned(line: Line, width: int) -> Line:
    """A line at the right of its column."""
    return [Segment(" " * (width - width_of(line))), *line]


def _pair(block: Shares) -> tuple[Row, Row] | None:
    """The two rows of shares that one bar can show: exact, as firm, and without more to say."""
    stakes = [row for row in block.rows if len(row.cells) > 1]
    if not block.complete or len(stakes) != 2:
        return None
    left_row, right_row = stakes
    more = any(row.outer in (left_row, right_row) for row in block.rows)
    return (
        None if more or left_row.own_firmness != right_row.own_firmness else (left_row, right_row)
    )
