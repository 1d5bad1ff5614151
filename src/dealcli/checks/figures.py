"""Grounding of figures and times: the quotes give each, with its bound and its unit."""

from collections.abc import Iterator
from decimal import Decimal

from dealcli.checks.arithmetic import numbers_of
from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue
from dealcli.meanings import Number, Time
from dealcli.model import Deal, Part, Quantity, Stake, StakeStep
from dealcli.nodes import PartNode
from dealcli.reading.numbers import numbers
from dealcli.reading.shares import gives_share
from dealcli.reading.times import written
from dealcli.reading.units import has_unit
from dealcli.reading.vocabulary import today
from dealcli.searching import fold
from dealcli.yamltree import pointer


def figures(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-number`, `wrong-unit`, `wrong-bound`: a figure that differs from the quotes.

    An implied share is checked against its `because` instead.
    """
    for node, evidence in index.grounded:
        for _, address, value, meaning in node.values(Number):
            if isinstance(value, Decimal) and not _is_implied(node, address):
                yield from _figure(address, value, meaning.bound, _unit(node, meaning), evidence)


def _is_implied(node: PartNode, address: str) -> bool:
    """Whether a figure is a share that the deal file infers: of a stake, or of a step of one."""
    for outer in (node, *node.around):
        part = outer.part
        if isinstance(part, Stake | StakeStep):
            inferred = part.because if isinstance(part, StakeStep) else part.basis == "implied"
            at = pointer(outer.address, "percent")
            return bool(inferred) and f"{address}/".startswith(f"{at}/")
    return False


def increments(index: DealIndex) -> Iterator[Issue]:
    """`wrong-sum`: an inferred share after a step that the shares in its `because` do not make.

    They may be all that it is the sum of, what is added to a share before it, or what is left over.
    """
    for node, evidence in index.grounded:
        step = node.part
        if not isinstance(step, StakeStep) or not step.because or step.percent is None:
            continue
        after, named = numbers_of(step.percent), _percentages(step.because, evidence)
        if len(after) != 1 or not named:
            continue
        total = sum(named)
        added = {after[0], *(after[0] - share for share in _before(node))}
        if after[0] != 100 - total and added.isdisjoint({*named, total}):
            yield Issue(
                address=pointer(node.address, "percent"),
                code="wrong-sum",
                message=f"the shares in 'because' and before this step do not make {after[0]}%",
                hint="'percent' is the whole share after the step",
                severity="warning",
            )


def _percentages(because: str, evidence: Evidence) -> list[Decimal]:
    """The percentages that a reason names, read in the language of the quotes."""
    found = numbers(fold(because), evidence[0].language) if evidence else []
    return [number.value for number in found if number.percent]


def _before(step: PartNode) -> list[Decimal]:
    """The shares before a step: of its stake, and after the steps before it."""
    stake = step.around[0].part
    earlier = stake.steps[: int(step.address.rpartition("/")[2])]
    shares = [held.percent for held in (stake, *earlier) if held.percent is not None]
    return [number for share in shares for number in numbers_of(share)]


def _unit(node: PartNode, meaning: Number) -> str:
    """The unit of a figure: its own, else that of the field that it is in."""
    if isinstance(node.part, Quantity):
        if node.part.unit:
            return node.part.unit
        return node.meaning.unit if isinstance(node.meaning, Number) else ""
    return meaning.unit


def _figure(
    address: str, value: Decimal, bound: str, unit: str, evidence: Evidence
) -> Iterator[Issue]:
    if unit == "%" and any(gives_share(words.text, value, words.language) for words in evidence):
        return
    given = [
        (words, number) for words in evidence for number in numbers(words.text, words.language)
    ]
    found = [(words, number) for words, number in given if number.value == value]
    in_unit = [
        number.bounds
        for words, number in found
        if has_unit(words.text, number, unit, words.language, words.context)
    ]
    if not found:
        message = f"{value} does not stand in the quotes of this record"
        others = ", ".join(dict.fromkeys(str(number.value) for _, number in given))
        hint = f"they have {others}" if others else "they have no number"
        yield Issue(address=address, code="ungrounded-number", message=message, hint=hint)
    elif not in_unit:
        mismatch = f"not in '{unit}'" if unit else "in a unit that is left out here"
        message = f"the quotes have {value}, but {mismatch}"
        hint = "a unit is as the source prints it, beside the number"
        yield Issue(address=address, code="wrong-unit", message=message, hint=hint)
    elif bound not in ("from", "to") and not any(_is_so(bound, bounds) for bounds in in_unit):
        yield _misbound(address, value, bound, in_unit)


def _is_so(bound: str, bounds: frozenset[str]) -> bool:
    return bound in bounds if bound != "exact" else not bounds


def _misbound(address: str, value: Decimal | str, bound: str, found: list[frozenset[str]]) -> Issue:
    words = " or ".join(sorted({word for bounds in found for word in bounds}) or ["exact"])
    message = f"{value} stands here as '{bound}'; the source has it as '{words}'"
    hint = "write the bound that the source gives, and no other"
    return Issue(address=address, code="wrong-bound", message=message, hint=hint)


def times(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-date`, `wrong-bound`: a time that the quotes do not give, or not so bounded."""
    for node, evidence in index.grounded:
        for _, address, value, meaning in node.values(Time):
            if not _is_today(index, node.part, evidence):
                yield from _time(address, str(value), meaning.bound, evidence)


def _is_today(index: DealIndex, part: Part, evidence: Evidence) -> bool:
    """Whether a deal is announced "today", by a source of that day."""
    is_quoted = any(today(words.text, words.language) for words in evidence)
    return (
        isinstance(part, Deal) and part.announced == index.deal.sources[0].published and is_quoted
    )


def _time(address: str, value: str, bound: str, evidence: Evidence) -> Iterator[Issue]:
    found = [
        time.bounds for words in evidence for time in written(value, words.text, words.language)
    ]
    if not found:
        message = f"no quote of this record gives the time {value}"
        hint = "quote the words that do; what is said without a date goes in {text: ...}"
        yield Issue(address=address, code="ungrounded-date", message=message, hint=hint)
    elif bound not in ("from", "to") and not any(_is_so(bound, bounds) for bounds in found):
        yield _misbound(address, value, bound, found)


CHECKS = (figures, increments, times)
