"""Arithmetic: shares are valid and add up, ranges ascend, dates are in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dealcli.checks.periods import days
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import (
    Amount,
    JointVenture,
    Market,
    Moment,
    Payment,
    Quantity,
    Source,
    Stake,
    StakeStep,
    When,
    ids_of,
    is_percent,
)
from dealcli.yamltree import pointer

_WHOLE = Decimal(100)


def numbers_of(amount: Amount) -> list[Decimal]:
    """The numbers of a quantity, those in its other units left out."""
    if isinstance(amount, Decimal):
        return [amount]
    values = (getattr(amount, field) for field in Quantity.__struct_fields__)
    return [value for value in values if isinstance(value, Decimal)]


def shares(index: DealIndex) -> Iterator[Issue]:
    """`not-a-share`: a stake of less than 0 or more than 100 percent."""
    for node in index.of(Stake, StakeStep):
        percent = node.part.percent
        if percent is None or not is_percent(percent):
            continue
        for number in numbers_of(percent):
            if not 0 <= number <= _WHOLE:
                address = pointer(node.address, "percent")
                message = f"a share of {number}% cannot be"
                hint = (
                    "a share is from 0 to 100; say another unit, such as shares, as {exact, unit}"
                )
                yield Issue(address=address, code="not-a-share", message=message, hint=hint)


def venture_sums(index: DealIndex) -> Iterator[Issue]:
    """`wrong-sum`: stakes of a venture that are all exact and do not add up to 100.

    Shares of several classes may be shares of their class: then each class adds up to 100. Where a
    share is a bound, an estimate or not disclosed, the sum only must not exceed 100.
    """
    for node in index.of(JointVenture):
        stakes = node.part.stakes
        address = pointer(node.address, "stakes")
        if not stakes or None in map(_exact, stakes):
            yield from _over(stakes, address)
        elif not _is_whole(stakes):
            classes = {stake.class_ for stake in stakes}
            by_class = [[stake for stake in stakes if stake.class_ == name] for name in classes]
            if len(classes) == 1 or not all(map(_is_whole, by_class)):
                total = sum(map(_least, stakes))
                message = f"the stakes come to {total}%, not 100%"
                hint = "a share that is not exact is {about: ...}; one not disclosed has no percent"
                yield _wrong_sum(address, message, hint)


def holding_sums(index: DealIndex) -> Iterator[Issue]:
    """`wrong-sum`: stakes in one company that add up to more than 100.

    What a seller holds is left out: it may be what it had before the sale.
    """
    for company in dict.fromkeys(holding.in_ for holding in index.deal.holdings):
        stakes = [stake for stake in index.deal.holdings if stake.in_ == company]
        sellers = {seller for stake in stakes for seller in ids_of(stake.from_)}
        yield from _over([stake for stake in stakes if stake.holder not in sellers], "/holdings")


def payment_sums(index: DealIndex) -> Iterator[Issue]:
    """`wrong-sum`: parts of a payment that are more than it, all in one unit and exact.

    The parts may be less than the total, since a source need not name all of them.
    """
    parts: dict[str, list[Payment]] = {}
    for payment in index.deal.payments:
        if payment.part_of:
            parts.setdefault(payment.part_of, []).append(payment)
    for total, given in parts.items():
        node = index.by_id.get(total)
        if node is None or not isinstance(node.part, Payment):
            continue
        exact = [_exact_by_unit(payment.amount) for payment in given]
        for unit, whole in _exact_by_unit(node.part.amount).items():
            numbers = [amounts[unit] for amounts in exact if unit in amounts]
            if sum(numbers) - whole > _rounding([*numbers, whole]):
                of_unit = f" {unit}" if unit else ""
                message = f"the parts come to {sum(numbers)}{of_unit}, more than {whole}{of_unit}"
                hint = "look at each part, and whether it is a part of this payment"
                yield _wrong_sum(pointer(node.address, "amount"), message, hint)


def _rounding(numbers: Sequence[Decimal]) -> Decimal:
    """How much rounding can have changed a sum of numbers; whole numbers alone are not rounded."""
    places = list(map(_places, numbers))
    return sum((Decimal(5).scaleb(-1 - each) for each in places if any(places)), Decimal(0))


def _exact_by_unit(amount: Amount | None) -> dict[str, Decimal]:
    """The exact number of a quantity in each of its units."""
    if amount is None:
        return {}
    if isinstance(amount, Decimal):
        return {"": amount}
    found = {(each.unit or ""): each.exact for each in (*amount.also, amount)}
    return {unit: number for unit, number in found.items() if number is not None}


def _over(stakes: Sequence[Stake], address: str) -> Iterator[Issue]:
    """Stakes whose minimum adds up to more than 100; shares of a class are left out."""
    least = sum(map(_least, stakes))
    if least > _WHOLE and not any(stake.class_ for stake in stakes):
        yield _wrong_sum(address, f"the stakes come to {least}% at least", "look at each share")


def _wrong_sum(address: str, message: str, hint: str) -> Issue:
    return Issue(address=address, code="wrong-sum", message=message, hint=hint, of_key=True)


def _exact(stake: Stake) -> Decimal | None:
    percent = stake.percent
    if percent is None or isinstance(percent, Decimal):
        return percent
    return percent.exact if is_percent(percent) else None


def _is_whole(stakes: Sequence[Stake]) -> bool:
    """Whether exact shares add up to 100 within the rounding of their last decimals."""
    numbers = [_exact(stake) or Decimal(0) for stake in stakes]
    decimals = [places for places in map(_places, numbers) if places]
    slack = len(numbers) * Decimal(5).scaleb(-min(decimals) - 1) if decimals else 0
    return abs(sum(numbers) - _WHOLE) <= slack


def _places(number: Decimal) -> int:
    return len(f"{number:f}".partition(".")[2])


def _least(stake: Stake) -> Decimal:
    """The minimum of a stake, in percent."""
    percent = stake.percent
    if percent is None or not is_percent(percent):
        return Decimal(0)
    if isinstance(percent, Decimal):
        return percent
    given = (percent.exact, percent.above, percent.at_least, percent.from_)
    return next((number for number in given if number is not None), Decimal(0))


def duplicate_holders(index: DealIndex) -> Iterator[Issue]:
    """`duplicate-holder`: a party with two stakes of one class from one seller."""
    for node in index.of(JointVenture):
        seen = Counter[tuple[str, str | None, tuple[str, ...]]]()
        for number, stake in enumerate(node.part.stakes):
            held = stake.holder, stake.class_, ids_of(stake.from_)
            seen[held] += 1
            if seen[held] > 1:
                message = f"'{stake.holder}' has a stake in this venture already"
                hint = "say the class of each where there are two; or name the other holder"
                address = f"{node.address}/stakes/{number}/holder"
                yield Issue(address=address, code="duplicate-holder", message=message, hint=hint)


def ranges(index: DealIndex) -> Iterator[Issue]:
    """`reversed-range`: a figure or a time whose `from` does not come before its `to`."""
    for node in index.of(Quantity, Moment):
        low, high = node.part.from_, node.part.to
        if low is None:
            continue
        down = days(low)[0] > days(high)[1] if isinstance(node.part, Moment) else low > high
        if down or low == high:
            message = f"this runs from {low} {'down ' if down else ''}to {high}"
            yield Issue(
                address=pointer(node.address, "from"),
                code="reversed-range",
                message=message,
                hint="'from' is the lower figure or the earlier time",
            )


def dates(index: DealIndex) -> Iterator[Issue]:
    """`wrong-order`: a deal announced after its first source, a source fetched before its day."""
    deal = index.deal
    for node in index.of(Source):
        published, retrieved = node.part.published, node.part.retrieved
        if published and retrieved and retrieved < published:
            address = pointer(node.address, "retrieved")
            message = f"retrieved on {retrieved}, before it was published, on {published}"
            hint = "a text is fetched on the day it was published, or later"
            yield Issue(address=address, code="wrong-order", message=message, hint=hint)
    days_ = [source.published for source in deal.sources if source.published]
    if deal.announced and days_ and deal.announced > days_[0]:
        message = f"announced on {deal.announced}, after its first source, of {days_[0]}"
        hint = "what a source says was announced by the day it was published"
        yield Issue(address="/announced", code="wrong-order", message=message, hint=hint)


def step_order(index: DealIndex) -> Iterator[Issue]:
    """`wrong-order`: a step that a share takes before it is held."""
    for node in index.of(StakeStep):
        stake = node.around[0].part
        held, taken = _first_day(stake.when), _last_day(node.part.by)
        if held and taken and taken < held:
            yield Issue(
                address=pointer(node.address, "by"),
                code="wrong-order",
                message=f"this step is taken by {taken}, before the share is held, from {held}",
                hint="'when' is the time of the share itself, 'by' that of what it becomes",
            )


def _first_day(when: When | None) -> str:
    """The first day that a time can be, as a date; empty where the time does not say."""
    if isinstance(when, Moment):
        when = when.from_ or when.not_before
    return days(when)[0] if when else ""


def _last_day(when: When | None) -> str:
    """The last day that a time can be, as a date; empty where the time does not say."""
    if isinstance(when, Moment):
        when = when.to or when.by
    return days(when)[1] if when else ""


def points(index: DealIndex) -> Iterator[Issue]:
    """`duplicate-point`: two figures of a market for one time."""
    for node in index.of(Market):
        years = Counter[object]()
        for number, point in enumerate(node.part.points):
            years[point.year] += 1
            if point.year is not None and years[point.year] > 1:
                yield Issue(
                    address=f"{node.address}/points/{number}/year",
                    code="duplicate-point",
                    message="this market has a figure of that time already",
                    hint="other units go under 'also'; another figure, in a market of its own",
                )


CHECKS = (
    shares,
    venture_sums,
    holding_sums,
    payment_sums,
    duplicate_holders,
    ranges,
    points,
    dates,
    step_order,
)
