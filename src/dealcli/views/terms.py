"""What was agreed beyond equity, and who pays whom."""

from dealcli.index import DealIndex
from dealcli.model import Deal, Party, Payment, Term
from dealcli.report import Report, Section, Table
from dealcli.views import phrasing
from dealcli.views.payments import total_of, under_totals
from dealcli.views.rows import (
    fields,
    general,
    hedges,
    nothing,
    part_report,
    steps,
    title,
    under,
    words_of,
)


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """One section a term, then one a payment, its parts after it."""
    sections = [term_section(index, term) for term in deal.terms]
    sections += [payment_section(index, payment) for payment, _ in under_totals(deal.payments)]
    whom = f" of {party.short}" if party else ""
    none = nothing(index, f"term or payment{whom}")
    return part_report(index, "Terms", [*(sections or [none]), *general(index)])


def term_section(index: DealIndex, term: Term) -> Section:
    """Everything about one term."""
    price = term.price
    share = term.share
    blocks = fields(
        (
            ("from", phrasing.listed(index.names_of(term.from_))),
            ("to", phrasing.listed(index.names_of(term.to))),
            ("what", term.what),
            ("amount", None if term.amount is None else phrasing.amount(term.amount)),
            ("price", price if price is None or isinstance(price, str) else phrasing.amount(price)),
            ("share", None if share is None else phrasing.percent(share)),
            ("when", phrasing.when(term.when) if term.when else None),
        )
    )
    heading = title(index, term, term.kind.capitalize())
    stages = steps(index, term, under(heading))
    blocks += [Table("steps", tuple(stages))] if stages else []
    blocks += hedges(index, {term.id})
    return Section((*blocks, *words_of(index, term, term.steps)), heading)


def payment_section(index: DealIndex, payment: Payment) -> Section:
    """Everything about one payment."""
    blocks = fields(
        (
            ("from", phrasing.listed(index.names_of(payment.from_))),
            ("to", phrasing.listed(index.names_of(payment.to))),
            ("amount", None if payment.amount is None else phrasing.amount(payment.amount)),
            ("part of", total_of(index, payment)),
            ("for", payment.what),
            ("trigger", payment.on),
            ("when", phrasing.when(payment.when) if payment.when else None),
        )
    )
    blocks += hedges(index, {payment.id} if payment.id else set())
    name = f"Payment: {phrasing.words(payment.form)}" if payment.form else "Payment"
    return Section((*blocks, *words_of(index, payment)), title(index, payment, name))
