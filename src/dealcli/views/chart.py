"""The structure chart: parties, what they hold, the plants below, and what goes between them."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from dealcli.index import DealIndex, in_reference
from dealcli.model import (
    Deal,
    Facility,
    Id,
    JointVenture,
    Party,
    Payment,
    Stake,
    StakeStep,
    Term,
    ids_of,
)
from dealcli.report import MARKS, Box, Chart, Link, Report, Run, Runs, Section, joined, plain
from dealcli.views import phrasing
from dealcli.views.equity import purchase, run_by, share, unstated
from dealcli.views.payments import total_of
from dealcli.views.rows import nothing, part_report

SHORT = 80
"""Maximum length of what a term or payment is about on an arrow; `terms` has it in full."""

BRIEF = 40
"""Maximum length of the condition of a step."""

MANY = 24
"""Maximum number of pairs of parties between each of which a term or payment is drawn."""

Record = Party | JointVenture | Facility | Stake | Term | Payment
Shown = TypeVar("Shown", Box, Link)
Known = dict[Id, str]
"""The name of the box for each id."""


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """The chart in a section of its own."""
    drawn = chart(index, deal)
    if drawn is None:
        whom = f" that concerns {party.short}" if party else ""
        return part_report(index, "Structure chart", [nothing(index, f"structure to draw{whom}")])
    return part_report(index, "Structure chart", [Section((drawn,))])


def chart(index: DealIndex, deal: Deal) -> Chart | None:
    """The structure of a deal, or of what is left of one; None where there is nothing to draw."""
    structure = _Structure(index, deal)
    structure.draw()
    linked = {end for link in structure.links for end in (link.start, link.end)}
    boxes: list[Box] = []
    named: list[Box] = []
    for box in structure.boxes.values():
        (boxes if box.id in linked or box.kind != "party" else named).append(box)
    if not boxes:
        return None
    title = f"Structure chart: {deal.title}"
    return Chart("", title, tuple(boxes), tuple(structure.links), tuple(named))


class _Structure:
    """A deal's records as boxes and links, each box under an id of its own."""

    def __init__(self, index: DealIndex, deal: Deal) -> None:
        self.index = index
        self.deal = deal
        self.boxes: dict[str, Box] = {}
        self.links: list[Link] = []
        self.parties: Known = {}
        self.ventures: Known = {}
        self.facilities: Known = {}
        self.repeated: Counter[str] = Counter()
        self.held = {holding.in_ for holding in deal.holdings}
        self.subsidiaries = {
            party.id for party in deal.parties if party.parent and party.parent != party.id
        }

    def draw(self) -> None:
        """Put up everything, the parties first."""
        deal = self.deal
        same = self.companies_of_ventures()
        for party in deal.parties:
            if party.id not in same:
                self.party(party)
        companies = [self.venture(venture) for venture in deal.joint_ventures]
        self.parties |= {
            party_id: self.ventures[venture_id] for party_id, venture_id in same.items()
        }
        for party in deal.parties:
            self.parent(party)
        for venture, company in zip(deal.joint_ventures, companies, strict=True):
            for stake in venture.stakes:
                self.share(stake, company)
        for holding in deal.holdings:
            self.share(holding, self.place(holding.in_, self.parties, self.ventures))
        for facility in deal.facilities:
            self.facility(facility)
        for term in deal.terms:
            self.flow(term, term.kind, _given_of(term))
        for payment in deal.payments:
            kind = phrasing.words(payment.form or "payment")
            self.flow(payment, kind, _paid(payment, total_of(self.index, payment)))

    def companies_of_ventures(self) -> dict[Id, Id]:
        """The parties that have the same name as a venture, and the venture of each, by their ids.

        Release and file name such a company twice, as a party and as a venture; two boxes for it
        would look like two companies.
        """
        names = Counter(party.name for party in self.deal.parties)
        names.update(venture.name for venture in self.deal.joint_ventures)
        ventures = {venture.name: venture.id for venture in self.deal.joint_ventures}
        return {
            party.id: ventures[party.name]
            for party in self.deal.parties
            if party.name in ventures and names[party.name] == 2
        }

    def box(self, record: Party | JointVenture | Facility, box: Box, known: Known) -> str:
        """Put a box up; of records that share an id, the first is the one that is meant by it."""
        number = self.repeated[box.id] = self.repeated[box.id] + 1
        name = box.id if number == 1 else f"{box.id}--{number}"  # no id has two hyphens in a row
        self.boxes[name] = self.sourced(record, replace(box, id=name))
        known.setdefault(record.id, name)
        return name

    def link(self, record: Record, link: Link) -> None:
        """Put a link up."""
        self.links.append(self.sourced(record, link))

    def sourced(self, record: Record, shown: Shown) -> Shown:
        """A box or a link with its record, and how firm that is."""
        return replace(
            shown,
            firmness=record.firmness or "",
            citation=self.index.cite(record.quote),
            record=self.index.address(record),
        )

    def place(self, record_id: Id, *known: Known) -> str:
        """The box of an id; added if this part of the deal, or the whole file, has no such box."""
        for boxes in known:
            if record_id in boxes:
                return boxes[record_id]
        node = self.index.by_id.get(record_id)
        if node and isinstance(node.part, Party):
            return self.party(node.part)
        if node and isinstance(node.part, JointVenture):
            return self.venture(node.part)
        name = self.parties[record_id] = f"unknown-{record_id}"
        self.boxes[name] = Box(name, "party", record_id)
        return name

    def party(self, party: Party) -> str:
        """A party with its listings, and what it is where it is no company."""
        held = party.id in self.held
        details = [plain(listing.printed) for listing in party.listings if listing.printed]
        kind = party.kind or "company"
        if party.parent and party.id not in self.subsidiaries:
            details.append(plain(f"subsidiary of {self.index.name(party.parent)}"))
        elif kind != "company" and not (kind == "subsidiary" and party.parent):
            details.append(plain("not named" if kind == "unnamed" else phrasing.words(kind)))
        if party.affiliate_of:
            details.append(plain(f"affiliate of {self.index.name(party.affiliate_of)}"))
        box = Box(
            f"party-{party.id}",
            "company" if held else "party",
            in_reference(party.name),
            tuple(details),
        )
        return self.box(party, box, self.parties)

    def venture(self, venture: JointVenture) -> str:
        """A venture, who leads and operates it and how far it is."""
        stage = phrasing.words(venture.stage) if venture.stage else ""
        lead = joined([plain(run_by(self.index, venture)), plain(stage)])
        box = Box(f"venture-{venture.id}", "company", in_reference(venture.name), _given(lead))
        return self.box(venture, box, self.ventures)

    def facility(self, facility: Facility) -> None:
        """A facility below its venture, or else below its owner."""
        horizon = phrasing.words(facility.horizon) if facility.horizon else ""
        status = joined([plain(horizon), plain(facility.status or "")])
        inputs = f"inputs: {facility.inputs}" if facility.inputs else ""
        parts = (facility.makes or "", inputs, phrasing.place(facility.place))
        details = _given(status, *map(plain, parts))
        if facility.venture and facility.owner:
            details += (plain(f"owner: {self.index.name(facility.owner)}"),)
        if facility.operator:
            details += (plain(f"{self.index.name(facility.operator)} operates"),)
        box = Box(f"facility-{facility.id}", "facility", in_reference(facility.name), details)
        below = self.box(facility, box, self.facilities)
        if facility.venture:
            above = self.place(facility.venture, self.ventures, self.parties)
        elif facility.owner:
            above = self.place(facility.owner, self.parties, self.ventures)
        else:
            return
        self.link(facility, Link(above, below, "facility"))

    def parent(self, party: Party) -> None:
        """A party below its parent, where that is drawn."""
        if party.parent and party.id in self.subsidiaries:
            above = self.place(party.parent, self.parties, self.ventures)
            self.link(party, Link(above, self.parties[party.id], "share", plain("subsidiary")))

    def share(self, stake: Stake, company: str) -> None:
        """What a holder has, or is to have, of a company."""
        holder = self.place(stake.holder, self.parties, self.ventures)
        parts = [
            joined([plain(share(stake)), unstated(stake)], " "),
            plain(stake.class_ or ""),
            plain(f"through {self.index.name(stake.through)}" if stake.through else ""),
            *map(plain, purchase(self.index, stake)),
        ]
        steps = [(Run("→ ", "separator"), *plain(_step(step))) for step in stake.steps]
        label = joined([joined(parts, ", "), *steps], "\n")
        implied = stake.percent is None or stake.basis != "stated"
        self.link(stake, Link(holder, company, "share", label, implied))

    def flow(self, record: Term | Payment, kind: str, what: str) -> None:
        """What goes from each that gives or pays to each that takes."""
        label = plain(f"{kind}: {what}" if what else kind)
        everyone = (self.parties, self.ventures, self.facilities)
        for giver, taker in _pairs(
            [*dict.fromkeys(ids_of(record.from_))], [*dict.fromkeys(ids_of(record.to))]
        ):
            ends = self.place(giver, *everyone), self.place(taker, *everyone)
            self.link(record, Link(*ends, "flow", label))


def _given_of(term: Term) -> str:
    """What a term is about, where it is short, or what share; and how much of it."""
    amount = "" if term.amount is None else phrasing.amount(term.amount)
    if term.what or term.share is None:
        return ", ".join(_non_empty(_short(term.what), amount))
    return ", ".join(_non_empty(phrasing.percent(term.share), amount))


def _paid(payment: Payment, total: str) -> str:
    """How much a payment is, of what total, and what for, where that is more than its form."""
    amount = "" if payment.amount is None else phrasing.amount(payment.amount)
    what = _short(payment.what)
    purpose = "" if what.casefold() == payment.form else what
    return ", ".join(_non_empty(amount, f"part of {total}" if total else "", purpose))


def _short(text: str | None) -> str:
    return text if text and len(text) <= SHORT else ""


def _pairs(givers: list[Id], takers: list[Id]) -> list[tuple[Id, Id]]:
    """Each that gives with each that takes; of many only so many pairs that everyone is in one."""
    if len(givers) * len(takers) <= MANY:
        return [(giver, taker) for giver in givers for taker in takers]
    return [(givers[0], taker) for taker in takers] + [(giver, takers[0]) for giver in givers[1:]]


def _given(*lines: Runs) -> tuple[Runs, ...]:
    return tuple(line for line in lines if any(run.text for run in line))


def _step(step: StakeStep) -> str:
    """What a share can become, on what condition, and how firm that is."""
    to = "" if step.percent is None else phrasing.percent(step.percent)
    by = ""
    if step.by is not None:
        by = f"by {phrasing.when(step.by)}" if isinstance(step.by, str) else phrasing.when(step.by)
    amount = "" if step.amount is None else phrasing.amount(step.amount)
    trigger = ", ".join(_non_empty(step.on, amount))
    condition = ", ".join(_non_empty(_first_words(trigger) if to else trigger, by))
    to = f"{to} (implied)" if to and step.because else to
    text = f"{to}: {condition}" if to and condition else to or condition or "more"
    return f"{text}, {MARKS[step.firmness].word}" if step.firmness else text


def _first_words(text: str) -> str:
    """A text in brief: where it is long, as many of its words as have room."""
    if len(text) <= BRIEF:
        return text
    start = text[: BRIEF + 1].rpartition(" ")[0] or text[:BRIEF]
    return f"{start.rstrip(',;:.')}..."


def _non_empty(*parts: str | None) -> Iterable[str]:
    return filter(None, parts)
