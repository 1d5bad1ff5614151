"""The whole deal on one screen."""

from shlex import quote

from dealcli.loading import STDIN, STDIN_NAME, default
from dealcli.model import Deal, Facility, Party
from dealcli.report import (
    Block,
    Group,
    Report,
    Row,
    Section,
    SideBySide,
    Table,
    Text,
    dim,
    joined,
    plain,
    strong,
)
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.equity import leads, stakes_table
from dealcli.views.facilities import HORIZONS
from dealcli.views.rows import (
    figure_rows,
    milestone_rows,
    row,
    source_text,
    sourced,
    sources,
    steps,
    term_text,
    whose,
    year,
)
from dealcli.views.terms import payment_text

COUNTED = (
    ("parties", "party", "parties"),
    ("joint_ventures", "venture", "ventures"),
    ("holdings", "holding", "holdings"),
    ("facilities", "facility", "facilities"),
    ("terms", "term", "terms"),
    ("payments", "payment", "payments"),
    ("market", "market", "markets"),
    ("aims", "aim", "aims"),
    ("statements", "statement", "statements"),
    ("caveats", "caveat", "caveats"),
    ("open_questions", "open question", "open questions"),
)


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """The summary: each part of the deal that there is, every line with its source."""
    parts = (
        parties(dossier, deal),
        ventures(dossier, deal),
        facilities(dossier, deal),
        terms(dossier, deal),
        payments(dossier, deal),
        market(dossier, deal),
        caveats(dossier, deal),
    )
    sections = tuple(Section(tuple(blocks)) for blocks in parts if blocks)
    hints = tuple(map(dim, next_commands(dossier)))
    return Report(deal.title, heading(dossier, deal), sections, footer(deal), hints)


def heading(dossier: Dossier, deal: Deal) -> tuple[Row, ...]:
    """What, when, at which stage and from which source; several sources on lines of their own."""
    facts = [
        wording.words(deal.kind) if deal.kind else "",
        f"announced {wording.period(deal.announced)}" if deal.announced else "",
        f"stage: {wording.words(deal.stage)}" if deal.stage else "",
    ]
    if len(deal.sources) == 1:
        facts.append(source_text(deal.sources[0], deal.announced))
    rows = [row(dossier, deal, joined(list(map(plain, facts))))] if any(facts) else []
    notes = filter(None, (deal.note, *(source.note for source in deal.sources)))
    return (*rows, *sources(dossier), *(Row((dim(note),)) for note in notes))


def parties(dossier: Dossier, deal: Deal) -> list[Block]:
    """Each party with its tickers and its role."""
    rows = []
    for party in deal.parties:
        listings = "; ".join(
            ": ".join(filter(None, (listing.exchange, listing.ticker)))
            for listing in party.listings
        )
        kind = "" if party.kind in (None, "company") else wording.words(party.kind or "")
        cells = (strong(party.name), plain(listings or kind), plain(party.role or ""))
        rows.append(row(dossier, party, *cells))
    return [Table("parties", tuple(rows), grow=2)] if rows else []


def ventures(dossier: Dossier, deal: Deal) -> list[Block]:
    """Each venture with a bar of its split, then the stakes in parties."""
    blocks: list[Block] = []
    for venture in deal.joint_ventures:
        text = joined([strong(venture.name), plain(leads(dossier, venture))])
        blocks.append(sourced(dossier, venture, "" if blocks else "ventures", text))
        if venture.investment:
            blocks.append(Table("", tuple(figure_rows(dossier, venture.investment))))
        blocks += stakes_table(dossier, "", venture.stakes)
    for number, holding in enumerate(deal.holdings):
        text = strong(f"in {dossier.name(holding.in_)}")
        blocks.append(sourced(dossier, holding, "" if number else "holdings", text))
        blocks += stakes_table(dossier, "", (holding,))
    return blocks


def facilities(dossier: Dossier, deal: Deal) -> list[Block]:
    """Near-term beside longer-term facilities."""
    groups = []
    for horizon in HORIZONS:
        rows = [
            row_
            for facility in deal.facilities
            if facility.horizon == horizon
            for row_ in facility_rows(dossier, facility)
        ]
        if rows:
            title = wording.words(horizon) if horizon else "no horizon given"
            groups.append(Group(title, tuple(rows)))
    return [SideBySide("facilities", tuple(groups))] if groups else []


def facility_rows(dossier: Dossier, facility: Facility) -> list[Row]:
    """A facility: its name, and below it what is known of it."""
    details = [
        wording.place(facility.place),
        whose(dossier, facility),
        facility.status or "",
    ]
    rows = [row(dossier, facility, strong(facility.name))]
    text = joined(list(map(dim, details)), "; ")
    rows += (
        [Row((text,), "", dossier.cite(facility.quote), dossier.address(facility))] if text else []
    )
    rows += figure_rows(dossier, facility.capacity + facility.investment)
    return [*rows, *milestone_rows(dossier, facility)]


def terms(dossier: Dossier, deal: Deal) -> list[Block]:
    """What was agreed beyond equity."""
    blocks: list[Block] = []
    for term in deal.terms:
        kind = strong(term.kind.capitalize())
        rows = (row(dossier, term, joined([kind, term_text(dossier, term)])), *steps(dossier, term))
        blocks.append(Table("" if blocks else "terms", rows))
    return blocks


def payments(dossier: Dossier, deal: Deal) -> list[Block]:
    """Who pays whom."""
    rows = tuple(row(dossier, one, payment_text(dossier, one)) for one in deal.payments)
    return [Table("payments", rows)] if rows else []


def market(dossier: Dossier, deal: Deal) -> list[Block]:
    """The figures about the market, and who is said to have made them."""
    blocks: list[Block] = []
    for one in deal.market:
        named = ", ".join(part for part in (one.what, one.region) if part)
        rows = [row(dossier, one, plain(named))]
        for point in one.points:
            text = f"{year(point)}: {wording.amount(point.amount)}"
            rows.append(row(dossier, point, plain(text)))
        if one.attribution:
            rows.append(row(dossier, one, dim(f"according to {one.attribution}")))
        blocks.append(Table("" if blocks else "market", tuple(rows)))
    return blocks


def caveats(dossier: Dossier, deal: Deal) -> list[Block]:
    """The caveats, one line each."""
    rows = tuple(row(dossier, one, plain(one.text)) for one in deal.caveats)
    return [Table("caveats", rows)] if rows else []


def footer(deal: Deal) -> tuple[Text, ...]:
    """What there is, counted."""
    counts = (
        wording.counted(len(getattr(deal, key)), one, many)
        for key, one, many in COUNTED
        if getattr(deal, key)
    )
    return tuple(map(plain, counts))


def next_commands(dossier: Dossier) -> list[str]:
    """The commands that show more of this deal, as they can be typed."""
    deal = dossier.deal
    who = next((one.lead for one in deal.joint_ventures if dossier.party(one.lead)), None)
    commands = [f"dealcli jv --who {who}"] if who else []
    commands += ["dealcli caveats"] if deal.caveats or deal.open_questions else []
    named = argument(dossier.file.name)
    return [*(f"{command}{named}" for command in commands), "dealcli --help", "--json with any"]


def argument(name: str) -> str:
    """What to type after a command so that it reads the same deal; nothing for the default one."""
    if name == default():
        return ""
    return f" {STDIN if name == STDIN_NAME else quote(name)}"
