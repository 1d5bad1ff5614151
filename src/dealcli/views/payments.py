"""Payments as rows: who pays whom how much, and the parts of a payment under their total."""

from collections.abc import Iterable

from msgspec.structs import replace

from dealcli.characters import beginning
from dealcli.index import DealIndex
from dealcli.model import Id, Payment, Quantity
from dealcli.report import Column, Row, Run, Runs, Table, dim, joined, plain
from dealcli.views import phrasing
from dealcli.views.rows import between, row

PAYMENT = (Column("From → to"), Column("Amount", right=True), Column("Form"), Column("For"))
"""The columns of payments; the first three stay on a line."""


def payments_table(index: DealIndex, label: str, payments: Iterable[Payment]) -> Table:
    """Who pays whom how much in which form, and for what, on what, when.

    The parts of a payment follow it as what it consists of, and are not added to it.
    """
    rows: list[Row] = []
    homes: dict[int, Row] = {}
    for payment, total in under_totals(tuple(payments)):
        outer = homes[id(total)] if total else None
        home = row(index, payment, *_cells(index, payment, total), outer=outer)
        homes[id(payment)] = home
        rows.append(home)
    return Table(label, tuple(rows), PAYMENT, 3)


def under_totals(payments: tuple[Payment, ...]) -> list[tuple[Payment, Payment | None]]:
    """Payments in their order, but the parts of one right after it.

    Each comes with the outermost payment of which it is a part; None where that is not among them.
    Of payments that are parts of each other in a circle, the first counts as the total.
    """
    by_id = {payment.id: payment for payment in reversed(payments) if payment.id}
    tops: list[Payment] = []
    parts: dict[Id, list[Payment]] = {}
    for payment in payments:
        if payment.part_of in by_id:
            parts.setdefault(payment.part_of, []).append(payment)
        else:
            tops.append(payment)
    found: dict[int, tuple[Payment, Payment | None]] = {}
    for top in (*tops, *payments):  # those in a circle are below no top
        waiting = [top]
        while waiting:
            payment = waiting.pop()
            if id(payment) not in found:
                found[id(payment)] = payment, None if payment is top else top
                if payment.id and by_id[payment.id] is payment:
                    waiting += reversed(parts.get(payment.id, []))
    return list(found.values())


def total_of(index: DealIndex, payment: Payment) -> str:
    """The payment of which one is a part: its amount, or else its name; empty for none.

    A long one is cut, since many parts may repeat it.
    """
    if not payment.part_of:
        return ""
    node = index.by_id.get(payment.part_of)
    if not node or not isinstance(node.part, Payment):
        return index.name(payment.part_of)
    amount = node.part.amount
    return beginning(index.name(payment.part_of) if amount is None else phrasing.amount(amount))


def _cells(index: DealIndex, payment: Payment, total: Payment | None) -> tuple[Runs, ...]:
    """A payment's cells; the same amount in other units is in the cell of the purpose."""
    who = between(index, payment)
    if payment.from_ and not payment.to:
        who = (Run("from "), *who)
    if total:
        alike = (payment.from_, payment.to) == (total.from_, total.to)
        who = joined([dim("of which"), () if alike else who], " ")
    amount = payment.amount
    also: tuple[Quantity, ...] = ()
    if isinstance(amount, Quantity):
        amount, also = replace(amount, also=()), amount.also
    direct = total is not None and payment.part_of == total.id
    details = [
        f"({'; '.join(map(phrasing.amount, also))})" if also else "",
        payment.what or "",
        f"trigger: {payment.on}" if payment.on else "",
        phrasing.when(payment.when) if payment.when else "",
        f"part of {total_of(index, payment)}" if payment.part_of and not direct else "",
    ]
    return (
        who,
        plain("amount not given" if amount is None else phrasing.amount(amount)),
        plain(phrasing.words(payment.form) if payment.form else ""),
        joined(list(map(plain, details))),
    )
