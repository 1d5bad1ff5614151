"""What the views build their rows from: a record's facts with its firmness and its citation."""

import re
from collections.abc import Iterable, Set
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from dealcli.characters import beginning
from dealcli.index import DealIndex
from dealcli.model import (
    Caveat,
    Deal,
    Facility,
    Fact,
    Figure,
    Id,
    Listing,
    Milestone,
    Payment,
    Point,
    Quote,
    Record,
    SetAside,
    Source,
    Stake,
    StakeStep,
    Term,
    TermStep,
    passage_of,
)
from dealcli.report import (
    Block,
    Cell,
    Report,
    Row,
    Run,
    Runs,
    Section,
    Table,
    dim,
    joined,
    plain,
    quoted,
    strong,
)
from dealcli.views import phrasing

Sourced = Record | Figure | Point | Deal | SetAside

_MOST_REPEATED = 100_000
"""Characters that one caveat takes beside all the records that it concerns."""


def row(index: DealIndex, record: Sourced, *cells: Cell, outer: Row | None = None) -> Row:
    """A record's row: with its firmness, its citation, and the row it is part of."""
    return Row(
        cells,
        getattr(record, "firmness", None) or "",
        index.cite(record.quote),
        index.address(record),
        outer,
    )


def line(label: str, text: Runs) -> Table:
    """One labelled line."""
    return Table(label, (Row((text,)),))


def sourced(index: DealIndex, record: Sourced, label: str, text: Runs, outer: Row) -> Table:
    """One labelled line with the firmness and the citation of a record."""
    return Table(label, (row(index, record, text, outer=outer),))


def title(index: DealIndex, record: Sourced, name: str, *more: str) -> Row:
    """The heading of a record's section; with the id by which a command can name the record."""
    named = getattr(record, "id", None) or ""
    return row(index, record, joined([strong(name), *map(plain, more), dim(named)]))


def under(heading: Row) -> Row:
    """The outer row for the rows below a heading, where each has its own paragraphs."""
    return replace(heading, citation=None)


def fields(pairs: Iterable[tuple[str, str | None]]) -> list[Block]:
    """Labelled lines of what a record gives; what it does not give is left out."""
    return [line(label, plain(text)) for label, text in pairs if text]


def words_of(index: DealIndex, record: Sourced, *parts: Iterable[Any]) -> list[Block]:
    """The words that a record and its `parts` quote, each once, with its own paragraph.

    After them the encoder's notes on the record and its parts.
    """
    records = [record, *(inner for part in parts for inner in part)]
    found: dict[Quote, str] = {}
    for item in records:
        for quote, address in index.quotes(item):
            found.setdefault(quote, address)
    rows = tuple(
        Row((quoted(passage_of(quote).exact),), "", index.cite(quote), address)
        for quote, address in found.items()
    )
    blocks: list[Block] = [Table("words", rows)] if rows else []
    return blocks + notes_of(index, records, whole=record)


def notes_of(index: DealIndex, records: Iterable[Any], whole: Sourced | None = None) -> list[Block]:
    """The encoder's notes on some records; but for the one on the `whole`, each says on which."""
    rows = []
    for record in records:
        if note := getattr(record, "note", None):
            name = "" if record is whole else inner_name(index, record)
            rows.append(Row((plain(f"{name}: {note}" if name else note),)))
    return [Table("note", tuple(rows))] if rows else []


def inner_name(index: DealIndex, inner: Any) -> str:
    """The name of a record within another; a fact, being a sentence, has none."""
    name: str | None = None
    match inner:
        case Stake():
            name = holder(index, inner)
        case StakeStep():
            name = inner.on if inner.percent is None else phrasing.reached(inner.percent)
        case Figure():
            name = inner.what or phrasing.amount(inner)
        case Listing():
            name = inner.ticker or inner.exchange
        case Milestone():
            name = inner.event
        case Point():
            name = year(inner) or phrasing.amount(inner.amount)
        case TermStep():
            name = inner.text
    return name or ""


def general(index: DealIndex) -> list[Section]:
    """What hedges the whole deal, and so every part of it."""
    caveats = (caveat for caveat in index.deal.caveats if not caveat.applies_to)
    blocks = facts(index, caveats, "caveats")
    return [Section(tuple(blocks), Row((strong("For the whole deal"),)))] if blocks else []


def hedges(index: DealIndex, ids: Set[Id]) -> list[Block]:
    """The caveats that name one of some records."""
    named = (caveat for caveat in index.deal.caveats if not ids.isdisjoint(caveat.applies_to))
    rows = tuple(row(index, caveat, plain(_repeated(caveat))) for caveat in named)
    return [Table("caveats", rows)] if rows else []


def _repeated(caveat: Caveat) -> str:
    """The text of a caveat, or its beginning where all the records that it concerns repeat much."""
    repeated = len(caveat.text) * len(caveat.applies_to)
    return caveat.text if repeated <= _MOST_REPEATED else beginning(caveat.text)


def facts(
    index: DealIndex, records: Iterable[Any], label: str, outer: Row | None = None
) -> list[Block]:
    """Records that are one text each, under one label; a fact with its figure and its time."""
    rows = tuple(
        row(
            index,
            record,
            plain(fact_text(record) if isinstance(record, Fact) else record.text),
            outer=outer,
        )
        for record in records
    )
    return [Table(label, rows)] if rows else []


def fact_text(fact: Fact) -> str:
    """A fact with its figure and its time, where its text does not have them already."""
    values = (
        "" if fact.amount is None else phrasing.amount(fact.amount),
        "" if fact.when is None else phrasing.when(fact.when),
    )
    more = [value for value in values if value and not _has_value(fact.text, value)]
    return f"{fact.text.rstrip('.')}: {', '.join(more)}" if more else fact.text


def _has_value(text: str, value: str) -> bool:
    """Whether a text has a value as a whole: not the 5 of 15, 2.5 or 5,000."""
    return re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w|[.,]\d)", text) is not None


def figure_rows(
    index: DealIndex, values: tuple[Decimal | Figure, ...], outer: Row | None = None
) -> list[Row]:
    """Capacities or investments, one row each: of what, how much, when."""
    return [
        Row((plain(figure(value)),), outer=outer)
        if isinstance(value, Decimal)
        else row(index, value, plain(figure(value)), outer=outer)
        for value in values
    ]


def figure(value: Decimal | Figure) -> str:
    """A capacity or an investment in words."""
    if isinstance(value, Decimal):
        return phrasing.amount(value)
    text = f"{value.what}: {phrasing.amount(value)}" if value.what else phrasing.amount(value)
    return f"{text}, {phrasing.when(value.when)}" if value.when else text


def figures(
    index: DealIndex, label: str, values: tuple[Decimal | Figure, ...], outer: Row
) -> list[Block]:
    """Capacities or investments under a label."""
    rows = tuple(figure_rows(index, values, outer))
    return [Table(label, rows)] if rows else []


def year(point: Point) -> str:
    """The year of a figure: `2024`, `by 2030`; nothing where it has none."""
    if point.year is None:
        return ""
    return str(point.year) if isinstance(point.year, int) else phrasing.when(point.year)


def milestone_text(milestone: Milestone) -> str:
    """An event and its time."""
    return (
        f"{milestone.event}: {phrasing.when(milestone.when)}" if milestone.when else milestone.event
    )


def whose(index: DealIndex, facility: Facility) -> str:
    """The venture that a facility belongs to, the party that owns it, or both."""
    owners = index.names_of(facility.venture) + index.names_of(facility.owner)
    return phrasing.listed(owners)


def holder(index: DealIndex, stake: Stake) -> str:
    """Who holds a stake, in which class and through which vehicle."""
    through = f"through {index.name(stake.through)}" if stake.through else ""
    parts = ", ".join(part for part in (stake.class_, through) if part)
    name = index.name(stake.holder)
    return f"{name} ({parts})" if parts else name


def between(index: DealIndex, given: Term | Payment) -> Runs:
    """Who gives to whom: `A → B`, `A`, `to B`, or nothing."""
    giver = phrasing.listed(index.names_of(given.from_))
    taker = phrasing.listed(index.names_of(given.to))
    if giver:
        return joined([plain(giver), plain(taker)], " → ")
    return plain(f"to {taker}" if taker else "")


def term_text(index: DealIndex, term: Term, kind: str = "") -> Runs:
    """A term in one line: of which kind, who gives what to whom, at which price."""
    who = joined([strong(kind), between(index, term)], ", ")
    parts = [joined([who, plain(term.what or "")], ": ")]
    if term.amount is not None:
        parts.append(plain(f"amount: {phrasing.amount(term.amount)}"))
    if term.price is not None:
        price = term.price if isinstance(term.price, str) else phrasing.amount(term.price)
        parts.append(plain(f"price: {price}"))
    if term.share is not None:
        parts.append(plain(f"share: {phrasing.percent(term.share)}"))
    if term.when is not None:
        parts.append(plain(phrasing.when(term.when)))
    return joined(parts, "; ")


def term_rows(index: DealIndex, term: Term, text: Runs) -> tuple[Row, ...]:
    """A term in one row, and one for each of its stages."""
    home = row(index, term, text)
    return (home, *steps(index, term, home))


def steps(index: DealIndex, term: Term, outer: Row | None = None) -> list[Row]:
    """The stages of a term, one row each."""
    rows = []
    for step in term.steps:
        when = f" ({phrasing.when(step.when)})" if step.when else ""
        text = (Run("→ ", "separator"), Run(f"{step.text}{when}"))
        rows.append(row(index, step, text, outer=outer))
    return rows


def part_report(index: DealIndex, name: str, sections: Iterable[Section]) -> Report:
    """The report of one part of a deal, under the part's name and the deal's title."""
    subtitle = (Row((dim(index.deal.title),)), *sources(index))
    return Report(name, subtitle, tuple(sections))


def sources(index: DealIndex) -> list[Row]:
    """The sources, where there are several, and why the text of a source is not available."""
    deal = index.deal
    rows = []
    for number, source in enumerate(deal.sources, start=1):
        if len(deal.sources) > 1:
            text = f"source [{number}]: {source_text(source)}"
            rows.append(row(index, source, dim(text)))
        given = index.file.texts[source.id]
        if given.reason and given.number == number:
            notice = f"{source.file}: {given.reason}; nothing quoted from it could be looked up"
            rows.append(Row(((Run(notice, "implied"),),)))
    return rows


def source_text(source: Source, known: str | None = None) -> str:
    """Who published a source, where and when, unless its date is the one that is known."""
    published = source.published if source.published != known else None
    named = [source.publisher or source.title, source.place]
    return ", ".join(filter(None, [*named, phrasing.period(published) if published else None]))


def source_heading(source: Source) -> Runs:
    """The title of a source, who published it, where and when, its language, and its retrieval."""
    published = source_text(source).removeprefix(source.title).removeprefix(", ")
    fetched = f"retrieved {phrasing.period(source.retrieved)}" if source.retrieved else ""
    language = f"language {source.language}" if source.language else ""
    return joined([strong(source.title), plain(published), plain(language), plain(fetched)])


def nothing(index: DealIndex, what: str) -> Section:
    """What a command says of a part that the deal file does not have."""
    return Section((line("", plain(f"{index.deal.id} has no {what.rstrip('.')}.")),))
