"""What was agreed beyond equity, and who pays whom."""

from dealcli.model import Deal, Party, Payment, Term
from dealcli.report import Report, Section, Table
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.rows import (
    fields,
    general,
    hedges,
    nothing,
    page,
    steps,
    title,
    under,
    words_of,
)


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a term, then one a payment."""
    sections = [term_section(dossier, one) for one in deal.terms]
    sections += [payment_section(dossier, one) for one in deal.payments]
    whom = f" of {party.short}" if party else ""
    none = nothing(dossier, f"term or payment{whom}")
    return page(dossier, "Terms", [*(sections or [none]), *general(dossier)])


def term_section(dossier: Dossier, term: Term) -> Section:
    """Everything about one term."""
    price = term.price
    share = term.share
    blocks = fields(
        (
            ("from", wording.listed(dossier.names_of(term.from_))),
            ("to", wording.listed(dossier.names_of(term.to))),
            ("what", term.what),
            ("price", price if price is None or isinstance(price, str) else wording.amount(price)),
            ("share", None if share is None else wording.percent(share)),
            ("when", wording.when(term.when) if term.when else None),
        )
    )
    heading = title(dossier, term, term.kind.capitalize())
    stages = steps(dossier, term, under(heading))
    blocks += [Table("steps", tuple(stages))] if stages else []
    blocks += hedges(dossier, {term.id})
    return Section((*blocks, *words_of(dossier, term, term.steps)), heading)


def payment_section(dossier: Dossier, payment: Payment) -> Section:
    """Everything about one payment."""
    blocks = fields(
        (
            ("from", wording.listed(dossier.names_of(payment.from_))),
            ("to", wording.listed(dossier.names_of(payment.to))),
            ("amount", None if payment.amount is None else wording.amount(payment.amount)),
            ("for", payment.what),
            ("trigger", payment.on),
            ("when", wording.when(payment.when) if payment.when else None),
        )
    )
    blocks += hedges(dossier, {payment.id} if payment.id else set())
    name = f"Payment: {wording.words(payment.form)}" if payment.form else "Payment"
    return Section((*blocks, *words_of(dossier, payment)), title(dossier, payment, name))
