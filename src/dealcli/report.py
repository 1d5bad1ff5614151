"""What a view hands to a renderer: titled rows of cells, neutral of any deal and any format."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

Role = Literal[
    "plain",
    "strong",
    "dim",
    "quote",
    "usual",
    "implied",
    "separator",
    "passage",
    "set-aside",
    "unaccounted",
]
"""What a piece of text is: a renderer gives each its look, and a quote its quotation marks.

`usual` is the ordinary case, such as that a share is stated: a renderer that labels only the
exceptions leaves it out. The last three are segments of a source: the words behind a record, those
that the deal file sets aside, and those that it does not mention. They differ without colour.
"""

State = Literal["found", "missing", "unverified", "none"]
"""Whether a row's quotes are in the source: there, not there, no text to look in, no quote."""


class Mark(Struct, frozen=True):
    """How firm a row is: its sign, the sign in ASCII, and the word that goes with it."""

    sign: str
    ascii: str
    word: str


# Shapes that differ without colour: full for what is a fact, open for what is not yet one.
MARKS = {
    "stated": Mark("●", "#", "reported"),
    "planned": Mark("◇", ">", "planned"),
    "conditional": Mark("◐", "%", "conditional"),
    "under-evaluation": Mark("○", "o", "evaluating"),
    "aspiration": Mark("△", "^", "aspiration"),
    "projection": Mark("↗", "~", "projection"),
}
"""The one look of each firmness, everywhere. A row without a firmness has no sign."""


class Run(Struct, frozen=True):
    """A run of text with one role."""

    text: str
    role: Role = "plain"


class Bar(Struct, frozen=True):
    """A share of a whole as fractions: it starts at `start`, is firm for `solid`, may reach `soft`.

    `implied` marks a share that the source does not state.
    """

    start: Decimal
    solid: Decimal
    soft: Decimal = Decimal(0)
    implied: bool = False


Runs = tuple[Run, ...]
Cell = Runs | Bar


class Citation(Struct, frozen=True):
    """Where the words behind a row are: paragraphs from 1, of a source from 1.

    `also` holds the same for the other sources that have them, `words` the words themselves,
    those of all of them.
    """

    state: State = "none"
    paragraphs: tuple[int, ...] = ()
    source: int = 1
    also: tuple["Citation", ...] = ()
    words: tuple[str, ...] = ()

    def covers(self, other: "Citation") -> bool:
        """Whether this citation names every paragraph that the other one names."""
        if self.state != other.state or self.state not in ("found", "unverified"):
            return False
        own = {citation.source: citation.paragraphs for citation in (self, *self.also)}
        return all(
            citation.source in own and set(citation.paragraphs) <= set(own[citation.source])
            for citation in (other, *other.also)
        )


class Row(Struct, frozen=True):
    """One line of facts; `firmness` is a key of `MARKS`, or empty.

    `record` is the address of the record that the row shows, where it shows one. `outer` is the
    row of the record that this record is part of, such as a venture's row for a stake.
    """

    cells: tuple[Cell, ...]
    firmness: str = ""
    citation: Citation | None = None
    record: str = ""
    outer: "Row | None" = None

    @property
    def own_firmness(self) -> str:
        """The firmness, unless it is that of the outer row."""
        return "" if self.outer and self.outer.firmness == self.firmness else self.firmness

    @property
    def own_citation(self) -> Citation | None:
        """The citation, unless that of the outer row covers it.

        One without a quote only counts below an outer row whose words are found.
        """
        own, above = self.citation, self.outer and self.outer.citation
        if own is None or own.state == "none":
            return own if above and above.state == "found" else None
        return None if above and above.covers(own) else own


class Column(Struct, frozen=True):
    """A column of a table: its name, whether its cells are aligned at the right.

    `secondary` marks details that a renderer may make faint where they go below the first cell.
    """

    name: str
    right: bool = False
    secondary: bool = False


class Table(Struct, frozen=True):
    """Rows under one label.

    With `columns` the rows have a cell for each; where they do not fit side by side, the first
    `head` cells stay on a line. Without, a row is a text, or a name and details that follow it on
    the line or are below it. A row of one cell takes the whole width in either case.
    """

    label: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = ()
    head: int = 1


class Shares(Struct, frozen=True):
    """Who holds what of one company.

    A row has five cells: the holder, the share, its bar, whether it is stated or implied, a remark.
    A row of one cell says more of the row before it, or of the whole. `whole` is the row of the
    company. `complete` says that the shares are exact and make up the whole.
    """

    label: str
    rows: tuple[Row, ...]
    whole: Row | None = None
    complete: bool = False


class Group(Struct, frozen=True):
    """Rows under a title, or under none."""

    title: str
    rows: tuple[Row, ...]


class SideBySide(Struct, frozen=True):
    """Groups that are read against each other."""

    label: str
    groups: tuple[Group, ...]


class Hints(Struct, frozen=True):
    """What to look at next, with the commands, for a reader who can type them."""

    label: str
    texts: tuple[Runs, ...]


class Box(Struct, frozen=True):
    """Someone or something in a chart; `id` is its own in the chart, `details` are lines on it."""

    id: str
    kind: Literal["party", "company", "facility"]
    name: str
    details: tuple[Runs, ...] = ()
    firmness: str = ""
    citation: Citation | None = None
    record: str = ""


class Link(Struct, frozen=True):
    """What leads from one box of a chart to another.

    `kind` says what it is: a share of a company, a facility that belongs to its owner, or a flow of
    goods, rights or money from one to the other. `implied` marks a share that the source does not
    state.
    """

    start: str
    end: str
    kind: Literal["share", "facility", "flow"]
    label: Runs = ()
    implied: bool = False
    firmness: str = ""
    citation: Citation | None = None
    record: str = ""


class Chart(Struct, frozen=True):
    """A structure chart: who holds what, what belongs to it, and what goes from one to another.

    `named` holds the parties that nothing is linked to.
    """

    label: str
    description: str
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    named: tuple[Box, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The chart in words: a row for each link, then one for each box without a link."""
        names = {box.id: box.name for box in self.boxes}
        linked = {end for link in self.links for end in (link.start, link.end)}
        rows = [
            Row(
                (strong(names[link.start]), link.label or dim(link.kind), plain(names[link.end])),
                link.firmness,
                link.citation,
                link.record,
            )
            for link in self.links
        ]
        rows += [
            Row((strong(box.name), (), ()), box.firmness, box.citation, box.record)
            for box in (*self.boxes, *self.named)
            if box.id not in linked
        ]
        return tuple(rows)


Block = Table | Shares | SideBySide | Chart | Hints


class Section(Struct, frozen=True):
    """Blocks that belong together, under a title of their own where there is one.

    `spaced` asks a terminal for an empty line between the blocks.
    """

    blocks: tuple[Block, ...]
    title: Row | None = None
    spaced: bool = False


class Report(Struct, frozen=True):
    """A page: a title, lines that place it, sections.

    `footer` counts what the page leaves out, for formats that have no hints.
    """

    title: str
    subtitle: tuple[Row, ...]
    sections: tuple[Section, ...]
    footer: tuple[Runs, ...] = ()


class Segment(Struct, frozen=True):
    """Words of a source with one use: `role` is plain where records quote them.

    `why` is the reason for which they are set aside, `record` the address of what does so.
    """

    text: str
    role: Role = "plain"
    why: str = ""
    record: str = ""


class Mention(Struct, frozen=True):
    """A record that quotes some words: `first` to `last` of the segments of a source, from 0.

    `quote` is the address of those words in the record, `name` what to call the record.
    """

    record: str
    quote: str
    name: str
    first: int
    last: int


class SourceView(Struct, frozen=True):
    """A source from end to end: paragraphs of segments, and the records that quote them.

    `record` is its own address; `reason` says why there are no paragraphs.
    """

    record: str
    title: Runs
    paragraphs: tuple[tuple[Segment, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    reason: str = ""


class PartyFilter(Struct, frozen=True):
    """What of a deal concerns one of its parties: the addresses of the outermost records."""

    name: str
    records: frozenset[str]


class Reason(Struct, frozen=True):
    """Why the encoder inferred a value that the source does not state; `record` is an address."""

    record: str
    text: str


class Appendix(Struct, frozen=True):
    """The details behind a report: the parts of the deal in full, its sources, its parties.

    `reasons` holds the reason for each inferred value.
    """

    parts: tuple[Report, ...] = ()
    source_views: tuple[SourceView, ...] = ()
    party_filters: tuple[PartyFilter, ...] = ()
    reasons: tuple[Reason, ...] = ()


def plain(text: str) -> Runs:
    """Text with no role of its own."""
    return (Run(text),)


def strong(text: str) -> Runs:
    """Text that names what a row is about."""
    return (Run(text, "strong"),)


def dim(text: str) -> Runs:
    """Text that may be passed over."""
    return (Run(text, "dim"),)


def quoted(words: str) -> Runs:
    """Words of a source."""
    return (Run(words, "quote"),)


def joined(texts: list[Runs], separator: str = " · ") -> Runs:
    """Texts in a row, what is empty left out."""
    runs: list[Run] = []
    for text in texts:
        if not any(run.text for run in text):
            continue
        if runs:
            runs.append(Run(separator, "separator"))
        runs += text
    return tuple(runs)


def rows_in(block: Block) -> tuple[Row, ...]:
    """The rows of a block, in order."""
    match block:
        case Hints():
            return ()
        case SideBySide():
            return tuple(row for group in block.groups for row in group.rows)
        case Shares():
            return (block.whole, *block.rows) if block.whole else block.rows
        case _:
            return block.rows


def rows_of(report: Report) -> list[Row]:
    """Every row of a report, in order."""
    rows = list(report.subtitle)
    for section in report.sections:
        rows += [section.title] if section.title else []
        for block in section.blocks:
            rows += rows_in(block)
    return rows


def charts_of(report: Report) -> list[Chart]:
    """The charts on a page."""
    blocks = (block for section in report.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Chart)]
