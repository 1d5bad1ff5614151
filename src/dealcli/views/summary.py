"""The whole deal on one screen."""

import re
from collections import Counter
from shlex import quote

from msgspec.structs import replace

from dealcli.index import DealIndex
from dealcli.loading import STDIN, STDIN_NAME, default
from dealcli.model import (
    Deal,
    Facility,
    Holding,
    JointVenture,
    Location,
    Market,
    Moment,
    Party,
    Point,
    When,
)
from dealcli.nodes import PartNode, walk
from dealcli.report import (
    MARKS,
    Block,
    Column,
    Group,
    Hints,
    Report,
    Row,
    Run,
    Runs,
    Section,
    SideBySide,
    Table,
    joined,
    plain,
    strong,
)
from dealcli.views import phrasing
from dealcli.views.equity import run_by, shares
from dealcli.views.facilities import HORIZONS
from dealcli.views.payments import payments_table
from dealcli.views.rows import (
    Sourced,
    figure_rows,
    milestone_text,
    nothing,
    row,
    sources,
    term_rows,
    term_text,
    whose,
    year,
)

PARTY = (Column("Party"), Column("Listed", secondary=True), Column("Role", secondary=True))

LEFT_OUT = (
    ("aims", "aim"),
    ("statements", "statement"),
    ("open_questions", "open question"),
)
"""The lists of a deal that the summary only counts."""


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """The summary: each part of the deal that there is, every line with its source."""
    agreed = [part for part in (terms(index, deal), payments(index, deal)) if part]
    # The market is no part of the deal: it follows what was agreed, without a space of its own.
    *others, last = agreed or [[]]
    parts = (
        parties(index, deal),
        [*ventures(index, deal), *holdings(index, deal)],
        facilities(index, deal),
        *others,
        [*last, *markets(index, deal)],
        [*caveats(index, deal), *hints(index)],
    )
    sections = tuple(Section(tuple(blocks)) for blocks in parts if blocks)
    sections = sections or (nothing(index, "records yet"),)
    return Report(deal.title, heading(index, deal), sections, footer(deal))


def heading(index: DealIndex, deal: Deal) -> tuple[Row, ...]:
    """When, at which stage, by whom and how sure; dates; several sources on lines of their own."""
    placed = ", ".join(filter(None, (announcement(deal), publisher(deal))))
    first = joined([plain(placed), *map(plain, counts(deal))])
    rows = [row(index, deal, first)] if first else []
    notes = dict.fromkeys(filter(None, (deal.note, *(source.note for source in deal.sources))))
    return (*rows, *dates(index, deal), *sources(index), *(Row((plain(note),)) for note in notes))


def announcement(deal: Deal) -> str:
    """What kind of deal it is where its parts do not show it, its stage, and its day."""
    ventures = deal.kind == "joint-venture" and deal.joint_ventures
    announced = deal.stage == "announced" and deal.announced
    parts = [
        phrasing.words(deal.kind) if deal.kind and not ventures else "",
        phrasing.words(deal.stage) if deal.stage and not announced else "",
        f"announced {phrasing.period(deal.announced)}" if deal.announced else "",
    ]
    text = ", ".join(filter(None, dict.fromkeys(parts)))  # an option may be at its option stage
    return text[:1].upper() + text[1:]


def publisher(deal: Deal) -> str:
    """Who published the only source, and when, unless that is the day of the announcement."""
    if len(deal.sources) != 1 or not deal.sources[0].publisher:
        return ""
    (source,) = deal.sources
    later = source.published if source.published != deal.announced else None
    return ", ".join(filter(None, (source.publisher, phrasing.period(later) if later else "")))


def counts(deal: Deal) -> list[str]:
    """How firm the ventures and holdings are, and how many shares are not stated."""
    parts = [firmnesses(deal.joint_ventures, "venture"), firmnesses(deal.holdings, "holding")]
    stakes = [stake for venture in deal.joint_ventures for stake in venture.stakes]
    stakes += deal.holdings
    whole = phrasing.counted(len(stakes), "share")
    implied = sum(stake.percent is not None and stake.basis == "implied" for stake in stakes)
    parts.append(f"{implied} of {whole} implied" if implied else "")
    disclosed = sum(stake.percent is not None for stake in stakes)
    known = f"{disclosed} of {whole}" if disclosed else "no share"
    parts.append(f"{known} disclosed" if disclosed < len(stakes) else "")
    return parts


def firmnesses(records: tuple[JointVenture | Holding, ...], noun: str) -> str:
    """`1 venture planned, 2 conditional`; of records that do not all have a firmness, how many."""
    found = Counter(record.firmness for record in records)
    if None in found:
        return phrasing.counted(len(records), noun)
    words = [(MARKS[key].word, number) for key, number in found.items() if key]
    ordered = [entry for mark in MARKS.values() for entry in words if entry[0] == mark.word]
    first = [f"{phrasing.counted(number, noun)} {word}" for word, number in ordered[:1]]
    return ", ".join([*first, *(f"{number} {word}" for word, number in ordered[1:])])


def dates(index: DealIndex, deal: Deal) -> list[Row]:
    """The times of the plants' milestones and of what payments wait for, in one line, in order."""
    found: list[tuple[When, Runs, Sourced]] = []
    for facility in deal.facilities:
        name = f"{facility.name}, " if len(deal.facilities) > 1 else ""
        for milestone in facility.milestones:
            if milestone.when:
                hedge = hedged(milestone.firmness)
                text = plain(f"{name}{milestone.event}: {phrasing.when(milestone.when)}{hedge}")
                found.append((milestone.when, text, milestone))
    for payment in deal.payments:
        timed = payment.when and moment(payment.when) < LAST
        if payment.on and payment.when and timed and " " not in payment.on:
            text = plain(f"{payment.on.capitalize()}: {phrasing.when(payment.when)}")
            found.append((payment.when, text, payment))
    found.sort(key=lambda item: moment(item[0]))
    quotes = tuple(quote for _, _, record in found for quote, _ in index.quotes(record))
    texts = list({text: None for _, text, _ in found})
    return [Row((joined(texts),), "", index.cite(quotes))] if texts else []


def hedged(firmness: str | None) -> str:
    """The firmness of a future event, in brackets, unless it is simply planned."""
    usual = firmness in (None, "stated", "planned")
    return "" if usual else f" ({MARKS[str(firmness)].word})"


LAST = "9999"
_FIRST_MONTHS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}


def moment(when: When) -> str:
    """A time as text that sorts by when it begins; without a date of its own it comes last."""
    if isinstance(when, Moment):
        when = when.from_ or when.not_before or when.about or when.by or LAST
    first, _, rest = when.partition("-")
    return f"{first}-{_FIRST_MONTHS.get(rest, rest)}"


def parties(index: DealIndex, deal: Deal) -> list[Block]:
    """Each party with its tickers, or what it is where it has none, and its role."""
    rows = []
    for party in deal.parties:
        listings = "; ".join(listing.printed for listing in party.listings)
        kind = "" if party.kind in (None, "company") else phrasing.words(party.kind or "")
        known = plain(listings or kind or ("affiliate" if party.affiliate_of else ""))
        cells = (party_name(index, party), known, plain(party.role or ""))
        rows.append(row(index, party, *cells))
    return [Table("parties", tuple(rows), PARTY)] if rows else []


def party_name(index: DealIndex, party: Party) -> Runs:
    """A party's name, and what the page calls it where that is not how the name begins."""
    called = index.name(party.id)
    begins = party.name.casefold().startswith(called.casefold())
    return (*strong(party.name), *plain("" if begins else f" ({called})"))


def ventures(index: DealIndex, deal: Deal) -> list[Block]:
    """Each venture with what it is for, its capacity, the money that goes in, and its shares."""
    blocks: list[Block] = []
    for venture in deal.joint_ventures:
        holders = [stake.holder for stake in venture.stakes]
        details = joined([plain(venture.purpose or ""), plain(run_by(index, venture, holders))])
        whole = row(index, venture, strong(venture.name), details)
        label = "" if blocks else "ventures"
        held = shares(index, label, venture.stakes, outer=whole, venture=venture)
        figures = figure_rows(index, venture.capacity + venture.investment, whole)
        blocks.append(replace(held, rows=(*figures, *held.rows), whole=whole))
    return blocks


def holdings(index: DealIndex, deal: Deal) -> list[Block]:
    """The stakes in parties, those in one company together."""
    found: dict[str, list[Holding]] = {}
    for holding in deal.holdings:
        found.setdefault(holding.in_, []).append(holding)
    blocks: list[Block] = []
    for company, held in found.items():
        name = strong(f"in {index.name(company)}")
        whole = row(index, held[0], name) if len(held) == 1 else Row((name,))
        label = "" if blocks else "holdings"
        blocks.append(replace(shares(index, label, tuple(held), outer=whole), whole=whole))
    return blocks


def facilities(index: DealIndex, deal: Deal) -> list[Block]:
    """Near-term against longer-term facilities; those without a horizon come last.

    Where no facility has a horizon there is no heading.
    """
    groups = []
    for horizon in HORIZONS:
        rows = [
            row_
            for facility in deal.facilities
            if facility.horizon == horizon
            for row_ in facility_rows(index, facility)
        ]
        if rows:
            groups.append(
                Group(phrasing.words(horizon) if horizon else "no horizon given", tuple(rows))
            )
    if not groups:
        return []
    if all(facility.horizon is None for facility in deal.facilities):
        return [Table("facilities", groups[0].rows)]
    return [SideBySide("facilities", tuple(groups))]


def facility_rows(index: DealIndex, facility: Facility) -> list[Row]:
    """A facility with what is known of it; what is firmer or less firm has a row of its own."""
    home = row(index, facility, strong(facility.name))
    inner = figure_rows(index, facility.capacity + facility.investment, home)
    inner += [
        row(index, milestone, plain(milestone_text(milestone)), outer=home)
        for milestone in facility.milestones
        if not milestone.when  # the others are in the line of dates
    ]
    details = [
        plain(where(facility.place, facility.name)),
        plain(whose(index, facility)),
        plain(f"{index.name(facility.operator)} operates" if facility.operator else ""),
        plain("" if facility.status in (None, "announced") else str(facility.status)),
    ]
    alike = [
        inner_row for inner_row in inner if not (inner_row.own_firmness or inner_row.own_citation)
    ]
    details += [text for inner_row in alike for text in inner_row.cells if isinstance(text, tuple)]
    apart = [inner_row for inner_row in inner if inner_row.own_firmness or inner_row.own_citation]
    return [replace(home, cells=(*home.cells, joined(details))), *apart]


def where(place: Location | None, name: str) -> str:
    """A place without what the facility's name already says, in whole words."""
    parts = phrasing.place(place).split(", ") if place else []
    return ", ".join(
        part
        for part in parts
        if not re.search(rf"(?<!\w){re.escape(part)}(?!\w)", name, re.IGNORECASE)
    )


def terms(index: DealIndex, deal: Deal) -> list[Block]:
    """What was agreed beyond equity."""
    rows: list[Row] = []
    for term in deal.terms:
        rows += term_rows(index, term, term_text(index, term, term.kind.capitalize()))
    return [Table("terms", tuple(rows))] if rows else []


def payments(index: DealIndex, deal: Deal) -> list[Block]:
    """Who pays whom."""
    return [payments_table(index, "payments", deal.payments)] if deal.payments else []


def caveats(index: DealIndex, deal: Deal) -> list[Block]:
    """The caveats, one line each; or that no condition is stated."""
    rows = [row(index, caveat, plain(caveat.text)) for caveat in deal.caveats]
    agreed = any((deal.joint_ventures, deal.holdings, deal.terms, deal.payments))
    if agreed and not conditional(deal):
        rows.insert(0, Row((plain("no condition stated"),)))
    return [Table("caveats", tuple(rows))] if rows else []


def conditional(deal: Deal) -> bool:
    """Whether a deal states a condition: as a caveat, by its stage, or by how firm a record is."""
    stages = [deal.stage, *(venture.stage for venture in deal.joint_ventures)]
    if "conditional" in stages or any(caveat.kind == "condition" for caveat in deal.caveats):
        return True
    parts = (node.part for node in walk(PartNode("", deal)))
    return any(getattr(part, "firmness", None) == "conditional" for part in parts)


def markets(index: DealIndex, deal: Deal) -> list[Block]:
    """The figures about the market."""
    rows = [row(index, market, *market_cells(market)) for market in deal.market]
    return [Table("market", tuple(rows))] if rows else []


def market_cells(market: Market) -> tuple[Runs, Runs]:
    """A market, and its figures year by year."""
    named = ", ".join(part for part in (market.what, market.region) if part)
    points = [plain(f"{point_text(point)}{hedged(point.firmness)}") for point in market.points]
    return plain(named), joined(points)


def point_text(point: Point) -> str:
    """A figure after its year, where it has one."""
    return ": ".join(filter(None, (year(point), phrasing.amount(point.amount))))


def footer(deal: Deal) -> tuple[Runs, ...]:
    """What the summary leaves out, counted."""
    counted = (
        phrasing.counted(len(getattr(deal, key)), noun)
        for key, noun in LEFT_OUT
        if getattr(deal, key)
    )
    return tuple(map(plain, counted))


def hints(index: DealIndex) -> list[Block]:
    """What is left open, and where the words are: the commands that show it, as they are typed."""
    deal = index.deal
    named = argument(index.file.name)
    lines: list[Runs] = []
    if deal.open_questions:
        count = phrasing.counted(len(deal.open_questions), "open question")
        lines.append(plain(f"{count}: dealcli caveats{named}"))
    record = example(deal)
    if record and any(text.release for text in index.file.texts.values()):
        words = f" paragraph of the source: dealcli source{named} {record}"
        lines.append((Run("¶", "separator"), Run(words)))
    return [Hints("more", tuple(lines))] if lines else []


def example(deal: Deal) -> str:
    """The id of a record that has a quote: one that is conditional, or else any; or nothing."""
    parts = (deal.facilities, deal.joint_ventures, deal.terms, deal.parties)
    found = [(record.firmness, record.id) for part in parts for record in part if record.quote]
    ids = [name for firmness, name in found if firmness == "conditional"]
    return next(iter(ids or [name for _, name in found]), "")


def argument(name: str) -> str:
    """What to type after a command so that it reads the same deal; nothing for the default one."""
    if name == default():
        return ""
    return f" {STDIN if name == STDIN_NAME else quote(name)}"
