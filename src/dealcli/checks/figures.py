"""Grounding of figures and times: the quotes give each, with its bound and its unit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dealcli.checks.matching import (
    PrintedNumber,
    printed_numbers,
    shares_in_words,
    time_bounds,
)
from dealcli.checks.periods import written
from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue
from dealcli.meanings import Number, Time
from dealcli.model import Deal, Part, Quantity, Stake, StakeStep, percent_sign
from dealcli.nodes import PartNode
from dealcli.reading.vocabulary import today
from dealcli.yamltree import pointer

_CURRENCIES = {
    "usd": r"US\$|U\.S\.\$|\$|USD|(?:U\.?S\.? )?dollars?",
    "us$": r"US\$|U\.S\.\$|\$|USD|U\.?S\.? dollars?",
    "$": r"US\$|U\.S\.\$|\$|USD|(?:U\.?S\.? )?dollars?",
    "eur": r"EUR|€|euros?",
    "€": r"EUR|€|euros?",
    "gbp": r"GBP|£|pounds?(?: sterling)?",
    "£": r"GBP|£|pounds?(?: sterling)?",
    "jpy": r"JPY|JP¥|¥|yen",
    "¥": r"JPY|JP¥|CNY|RMB|¥|yen|yuan",
    "cny": r"CNY|RMB|CN¥|¥|yuan",
    "rmb": r"CNY|RMB|CN¥|¥|yuan",
    "krw": r"KRW|₩|won",
    "inr": r"INR|₹|Rs\.?|rupees?",
}
"""How a source may write a currency that the deal file gives by its code or its sign."""

_MULTIPLES = {
    "thousand": r"thousand|k",
    "million": r"million|mio\.?|mln|mn|mm|m",
    "billion": r"billion|bln|bn|b",
    "trillion": r"trillion|tn",
}
"""How a source may write a power of a thousand."""

_MULTIPLE_OF = {
    word: name
    for name, words in _MULTIPLES.items()
    for word in words.replace("\\.?", "").split("|")
}
_UNIT_WORD = re.compile(r"[^\W\d_]*[$€£¥₩₹]|[^\W\d_]+")
_RATES = {
    "year": (r"years?|annum|p\.\s?a", "annual(?:ly)?|yearly"),
    "month": ("months?", "monthly"),
    "week": ("weeks?", "weekly"),
    "day": ("days?", "daily"),
}
"""How a source may write the time of a rate: after the number, and before or after it."""

_JOINING = frozenset(("a", "an", "per", "of", "the", "p"))
_SIGN = r"[^\W\d_]{0,3}\.?[$€£¥₩₹]"
_MONEY_BEFORE = re.compile(rf"(?<![^\W\d_])({_SIGN}|[A-Z]{{3}})\s?\Z")
_RANGE_MATE = re.compile(
    r"\s?(?:%|per\s?cent)?\s?(?:[-\u2013]|to|and)\s?(?:[^\W\d_]{0,3}[$€£¥₩₹]\s?|[A-Z]{3}\s)?\d[\d,.]*\d?(?=\D)"
)
_RANGE_BEFORE = re.compile(
    rf"(?<![^\W\d_])({_SIGN}|[A-Z]{{3}})\s?[\d,.]+(?:\s?(?:m|mn|million|bn|billion))?"
    r"\s?(?:[-\u2013]|to|and)\s?\Z"
)
_MULTIPLE_AFTER = re.compile(
    rf"\s?-?(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _MULTIPLES.items())})"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_UNIT_AFTER = 60
"""Number of characters after a number in which its unit is looked for."""


def figures(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-number`, `wrong-unit`, `wrong-bound`: a figure that differs from the quotes.

    An implied share is checked against its `because` instead.
    """
    for node, evidence in index.grounded:
        words = tuple(passage.text for passage in evidence)
        for _, address, value, meaning in node.values(Number):
            if isinstance(value, Decimal) and not _is_implied(node, address):
                yield from _figure(address, value, meaning.bound, _unit(node, meaning), words)


def _is_implied(node: PartNode, address: str) -> bool:
    """Whether a figure is a share that the deal file infers: of a stake, or of a step of one."""
    for outer in (node, *node.around):
        part = outer.part
        if isinstance(part, Stake | StakeStep):
            inferred = part.because if isinstance(part, StakeStep) else part.basis == "implied"
            at = pointer(outer.address, "percent")
            return bool(inferred) and f"{address}/".startswith(f"{at}/")
    return False


def _unit(node: PartNode, meaning: Number) -> str:
    """The unit of a figure: its own, else that of the field that it is in."""
    if isinstance(node.part, Quantity):
        if node.part.unit:
            return node.part.unit
        return node.meaning.unit if isinstance(node.meaning, Number) else ""
    return meaning.unit


def _figure(
    address: str, value: Decimal, bound: str, unit: str, words: tuple[str, ...]
) -> Iterator[Issue]:
    if unit == "%" and any(shares_in_words(text, value) for text in words):
        return
    given = [(text, number) for text in words for number in printed_numbers(text)]
    found = [(text, number) for text, number in given if number.value == value]
    in_unit = [number.bounds for text, number in found if _has_unit(text, number, unit)]
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


def _has_unit(text: str, number: PrintedNumber, unit: str) -> bool:
    """Whether a printed number has a unit: its currency, its multiple, and the words after it."""
    sign = percent_sign(unit)
    if sign and not number.percent:
        return False
    words = _UNIT_WORD.findall(unit.removeprefix(sign).lower())
    currency = next((word for word in words if word in _CURRENCIES), None)
    multiple = next((_MULTIPLE_OF[word] for word in words if word in _MULTIPLE_OF), None)
    after = text[number.end : number.end + _UNIT_AFTER]
    after = after[mate.end() :] if (mate := _RANGE_MATE.match(after)) else after
    printed = _MULTIPLE_AFTER.match(after)
    before = text[max(0, number.start - 40) : number.start]
    money = _MONEY_BEFORE.search(before) or _RANGE_BEFORE.search(before)
    if currency and not _is_money(_CURRENCIES[currency], money, after):
        return False
    if not sign and not _is_multiple(multiple, printed, money is not None):
        return False
    if money and not words and not sign:
        return re.fullmatch(_SIGN, money[1]) is None
    other = money[1].lower() if money else None
    rest = [word for word in words if word not in (currency, other) and word not in _JOINING]
    rest = [word for word in rest if _MULTIPLE_OF.get(word, "") != multiple]
    near = re.split(r"\d", after)[0].lower(), re.split(r"\d", before)[-1].lower()
    return all(_is_near(word, *near) for word in rest)


def _is_near(word: str, after: str, before: str) -> bool:
    """Whether a word of a unit is after a number; "annual" may be before it for "a year"."""
    forms, early = re.escape(word), ""
    for noun, adverb in _RATES.values():
        if re.fullmatch(f"{noun}|{adverb}", word):
            forms, early = f"{noun}|{adverb}", adverb
    whole = r"(?<![^\W\d_])(?:{})(?:e?s)?(?![^\W\d_])"
    return bool(
        re.search(whole.format(forms), after) or (early and re.search(whole.format(early), before))
    )


def _is_money(forms: str, before: re.Match[str] | None, after: str) -> bool:
    """Whether a number is in a currency, by the sign before it or the name after it."""
    if before:
        return re.fullmatch(forms, before[1], re.IGNORECASE) is not None
    return re.match(rf"\s?(?:\w+\s)?(?:{forms})(?!\w)", after, re.IGNORECASE) is not None


def _is_multiple(wanted: str | None, printed: re.Match[str] | None, money: bool) -> bool:
    """Whether a number has the multiple of a unit, such as millions, or none if the unit has none.

    A letter alone may be another unit, such as metres, but not after money.
    """
    found = printed.lastgroup if printed else None
    if printed and found != wanted and len(printed[0].strip(" -")) == 1 and not money:
        return wanted is None
    return found == wanted


def _misbound(address: str, value: Decimal | str, bound: str, found: list[frozenset[str]]) -> Issue:
    words = " or ".join(sorted({word for bounds in found for word in bounds}) or ["exact"])
    message = f"{value} stands here as '{bound}'; the source has it as '{words}'"
    hint = "write the bound that the source gives, and no other"
    return Issue(address=address, code="wrong-bound", message=message, hint=hint)


def times(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-date`, `wrong-bound`: a time that the quotes do not give, or not so bounded."""
    for node, evidence in index.grounded:
        words = tuple(passage.text for passage in evidence)
        for _, address, value, meaning in node.values(Time):
            if not _is_today(index, node.part, evidence):
                yield from _time(address, str(value), meaning.bound, words)


def _is_today(index: DealIndex, part: Part, evidence: Evidence) -> bool:
    """Whether a deal is announced "today", by a source of that day."""
    is_quoted = any(today(words.text, words.language) for words in evidence)
    return (
        isinstance(part, Deal) and part.announced == index.deal.sources[0].published and is_quoted
    )


def _time(address: str, value: str, bound: str, words: tuple[str, ...]) -> Iterator[Issue]:
    form = written(value)
    found = [
        time_bounds(text, match.start(), match.end())
        for text in words
        for match in form.finditer(text)
    ]
    if not found:
        message = f"no quote of this record gives the time {value}"
        hint = "quote the words that do; what is said without a date goes in {text: ...}"
        yield Issue(address=address, code="ungrounded-date", message=message, hint=hint)
    elif bound not in ("from", "to") and not any(_is_so(bound, bounds) for bounds in found):
        yield _misbound(address, value, bound, found)


CHECKS = (figures, times)
