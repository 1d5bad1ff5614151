"""What the views build their rows from: a record's facts with its firmness and its citation."""

from collections.abc import Iterable, Set
from decimal import Decimal
from typing import Any

from dealcli.model import (
    Deal,
    Facility,
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
    Section,
    Span,
    Table,
    Text,
    dim,
    joined,
    plain,
    quoted,
    strong,
)
from dealcli.views import wording
from dealcli.views.dossier import Dossier

Sourced = Record | Figure | Deal | SetAside


def row(dossier: Dossier, record: Sourced, *cells: Cell) -> Row:
    """A row that rests on a record: with how firm it is, and where its words stand."""
    return Row(
        cells,
        getattr(record, "firmness", None) or "",
        dossier.cite(record.quote),
        dossier.address(record),
    )


def line(label: str, text: Text) -> Table:
    """One labelled line."""
    return Table(label, (Row((text,)),))


def sourced(dossier: Dossier, record: Sourced, label: str, text: Text) -> Table:
    """One labelled line that rests on a record."""
    return Table(label, (row(dossier, record, text),))


def title(dossier: Dossier, record: Sourced, name: str, *more: str) -> Row:
    """The heading of a record's section."""
    return row(dossier, record, joined([strong(name), *map(plain, more)]))


def fields(pairs: Iterable[tuple[str, str | None]]) -> list[Block]:
    """Labelled lines of what a record gives; what it does not give is left out."""
    return [line(label, plain(text)) for label, text in pairs if text]


def words_of(dossier: Dossier, record: Sourced, *parts: Iterable[Any]) -> list[Block]:
    """The words that a record and its `parts` rest on, each once, with its own paragraph.

    After them the encoder's notes on the record and its parts.
    """
    records = [record, *(one for part in parts for one in part)]
    found: dict[Quote, str] = {}
    for one in records:
        for quote, address in dossier.quotes(one):
            found.setdefault(quote, address)
    rows = tuple(
        Row((quoted(passage_of(quote).exact),), "", dossier.cite(quote), address)
        for quote, address in found.items()
    )
    blocks: list[Block] = [Table("words", rows)] if rows else []
    return blocks + notes_of(dossier, records, whole=record)


def notes_of(dossier: Dossier, records: Iterable[Any], whole: Sourced | None = None) -> list[Block]:
    """The encoder's notes on some records; but for the one on the `whole`, each says on which."""
    rows = []
    for one in records:
        if note := getattr(one, "note", None):
            name = "" if one is whole else inner_name(dossier, one)
            rows.append(Row((dim(f"{name}: {note}" if name else note),)))
    return [Table("note", tuple(rows))] if rows else []


def inner_name(dossier: Dossier, inner: Any) -> str:
    """What a record within another goes by; a fact, being a sentence, by nothing."""
    name: str | None = None
    match inner:
        case Stake():
            name = holder(dossier, inner)
        case StakeStep():
            name = inner.on if inner.percent is None else f"to {wording.percent(inner.percent)}"
        case Figure():
            name = inner.what or wording.amount(inner)
        case Listing():
            name = inner.ticker or inner.exchange
        case Milestone():
            name = inner.event
        case Point():
            name = year(inner)
        case TermStep():
            name = inner.text
    return name or ""


def general(dossier: Dossier) -> list[Section]:
    """What hedges the whole deal, and so every part of it."""
    caveats = (caveat for caveat in dossier.deal.caveats if not caveat.applies_to)
    blocks = facts(dossier, caveats, "caveats")
    return [Section(tuple(blocks), Row((strong("For the whole deal"),)))] if blocks else []


def hedges(dossier: Dossier, ids: Set[Id]) -> list[Block]:
    """The caveats that name one of some records."""
    named = (one for one in dossier.deal.caveats if not ids.isdisjoint(one.applies_to))
    return facts(dossier, named, "caveats")


def facts(dossier: Dossier, records: Iterable[Any], label: str) -> list[Block]:
    """Records that are one text each, under one label."""
    rows = tuple(row(dossier, record, plain(record.text)) for record in records)
    return [Table(label, rows)] if rows else []


def figure_rows(dossier: Dossier, values: tuple[Decimal | Figure, ...]) -> list[Row]:
    """Capacities or investments, one row each: of what, how much, when."""
    return [
        Row((plain(wording.amount(value)),))
        if isinstance(value, Decimal)
        else row(dossier, value, plain(figure(value)))
        for value in values
    ]


def figure(value: Figure) -> str:
    """A capacity or an investment in words."""
    text = f"{value.what}: {wording.amount(value)}" if value.what else wording.amount(value)
    return f"{text}, {wording.when(value.when)}" if value.when else text


def figures(dossier: Dossier, label: str, values: tuple[Decimal | Figure, ...]) -> list[Block]:
    """Capacities or investments under a label."""
    rows = tuple(figure_rows(dossier, values))
    return [Table(label, rows)] if rows else []


def year(point: Point) -> str:
    """The year of a figure: `2024`, `by 2030`."""
    return str(point.year) if isinstance(point.year, int) else wording.when(point.year)


def milestone_rows(dossier: Dossier, facility: Facility) -> list[Row]:
    """The events of a facility's life, one row each."""
    rows = []
    for one in facility.milestones:
        when = f": {wording.when(one.when)}" if one.when else ""
        rows.append(row(dossier, one, plain(one.event + when)))
    return rows


def whose(dossier: Dossier, facility: Facility) -> str:
    """The venture that a facility belongs to, the party that owns it, or both."""
    owners = dossier.names_of(facility.venture) + dossier.names_of(facility.owner)
    return wording.listed(owners)


def holder(dossier: Dossier, stake: Stake) -> str:
    """Who holds a stake, in which class and through which vehicle."""
    through = f"through {dossier.name(stake.through)}" if stake.through else ""
    parts = ", ".join(part for part in (stake.class_, through) if part)
    name = dossier.name(stake.holder)
    return f"{name} ({parts})" if parts else name


def between(dossier: Dossier, given: Term | Payment) -> str:
    """Who gives to whom."""
    giver = wording.listed(dossier.names_of(given.from_))
    taker = wording.listed(dossier.names_of(given.to))
    return (
        " to ".join(part for part in (giver, taker) if part) if giver else taker and f"to {taker}"
    )


def term_text(dossier: Dossier, term: Term) -> Text:
    """A term in one line: who gives what to whom, at which price."""
    parties = between(dossier, term)
    text = f"{parties}: {term.what}" if parties and term.what else parties or term.what or ""
    parts = [plain(text)]
    if term.price is not None:
        price = term.price if isinstance(term.price, str) else wording.amount(term.price)
        parts.append(plain(f"price: {price}"))
    if term.share is not None:
        parts.append(plain(f"share: {wording.percent(term.share)}"))
    if term.when is not None:
        parts.append(plain(wording.when(term.when)))
    return joined(parts, "; ")


def steps(dossier: Dossier, term: Term) -> list[Row]:
    """The stages of a term, one row each."""
    rows = []
    for step in term.steps:
        when = f" ({wording.when(step.when)})" if step.when else ""
        rows.append(row(dossier, step, (Span("→ ", "separator"), Span(f"{step.text}{when}"))))
    return rows


def page(dossier: Dossier, name: str, sections: Iterable[Section]) -> Report:
    """The report of one part of a deal, under the part's name and the deal's title."""
    subtitle = (Row((dim(dossier.deal.title),)), *sources(dossier))
    return Report(name, subtitle, tuple(sections))


def sources(dossier: Dossier) -> list[Row]:
    """The sources, where there are several, and why the text of one is not at hand."""
    deal = dossier.deal
    rows = []
    for number, source in enumerate(deal.sources, start=1):
        if len(deal.sources) > 1:
            text = f"source [{number}]: {source_text(source)}"
            rows.append(row(dossier, source, dim(text)))
        given = dossier.file.texts[source.id]
        if given.reason and given.number == number:
            told = f"{source.file}: {given.reason}; nothing quoted from it could be looked up"
            rows.append(Row(((Span(told, "implied"),),)))
    return rows


def source_text(source: Source, known: str | None = None) -> str:
    """Who published a source, where and when, unless its date is the one that is known."""
    published = source.published if source.published != known else None
    named = [source.publisher or source.title, source.place]
    return ", ".join(filter(None, [*named, wording.period(published) if published else None]))


def nothing(dossier: Dossier, what: str) -> Section:
    """What a command says of a part that the deal file does not have."""
    return Section((line("", plain(f"{dossier.deal.id} has no {what.rstrip('.')}.")),))
