"""Listings: the exchange and the ticker under which shares trade, in every printed form."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group
from dealcli.reading.spaces import REMEMBERED, with_plain_spaces

_TICKER = r"[A-Z0-9]{1,8}(?:[.\-/][A-Z0-9]{1,4})?(?![\w%]|[.,]\d)"
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{3,300})[)\]]")
_COLON = re.compile(r"(?<=\w) ?: ?(?=\w)")
_LONGEST = 60
"""Characters of an exchange, at most."""
_NEAR = 120
"""Characters between a ticker in quotation marks and its exchange, at most."""


class Listing(Struct, frozen=True):
    """A listing as printed.

    Attributes:
        start: where the exchange or the ticker starts, whichever is first.
        end: where the other ends.
        ticker: the ticker.
        ticker_start: where it starts.
        exchange: the exchange; empty where none is printed.
        exchange_start: where it starts; -1 where none is printed.
    """

    start: int
    end: int
    ticker: str
    ticker_start: int
    exchange: str = ""
    exchange_start: int = -1


@lru_cache(REMEMBERED)
def listings(text: str, language: Language) -> tuple[Listing, ...]:
    """Return the listings that a text prints, in its order.

    The forms are `NASDAQ: ABC`, `(FRA: 1A2)`, `SEHK stock code: 607`, `ABC: Tel Aviv`, and
    `under the symbol “ABC”` with an exchange in the same sentence.
    """
    text = with_plain_spaces(text)
    found: dict[int, Listing] = {}
    for one in (*_labelled(text, language), *_paired(text, language), *_bracketed(text, language)):
        found.setdefault(one.ticker_start, one)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def prints(text: str, language: Language, ticker: str | None, exchange: str | None) -> bool:
    """Whether a text prints a ticker and an exchange together; None asks for neither of the two."""
    return any(
        (ticker is None or one.ticker.casefold() == ticker.casefold())
        and (exchange is None or one.exchange.casefold() == exchange.casefold())
        for one in listings(text, language)
    )


def _paired(text: str, language: Language) -> Iterator[Listing]:
    """A known exchange, a colon and a ticker, anywhere; or the other way round."""
    pair = _pair(language)
    reach = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        if at >= reach:
            start, reach = max(reach, at - _LONGEST), at + _LONGEST
            for found in pair.finditer(text, start, reach):
                yield _listing(found)


def _bracketed(text: str, language: Language) -> Iterator[Listing]:
    """Pairs in brackets, where any capitals before a colon are an exchange."""
    pair = _any_pair(language)
    for bracket in _BRACKET.finditer(text):
        if ":" in bracket[1]:
            for found in pair.finditer(text, bracket.start(), bracket.end()):
                yield _listing(found)


def _labelled(text: str, language: Language) -> Iterator[Listing]:
    """A ticker after a label: `stock code: 607`, `symbol “ABC”`; the exchange is near it."""
    labels = [*_label(language).finditer(text)]
    exchanges = [found.span() for found in _exchange(language).finditer(text)] if labels else []
    starts = [start for start, _ in exchanges]
    for found in labels:
        kind = "quoted" if found["quoted"] else "plain"
        at, end = found.span(kind)
        number = bisect_left(starts, found.start())
        before, after = exchanges[max(0, number - 1) : number], exchanges[number : number + 1]
        near = [one for one in before if _is_near(text, one[1], found.start(), kind)]
        if kind == "quoted" and not near:
            near = [one for one in after if _is_near(text, found.end(), one[0], kind)]
        for first, last in near:
            span = min(first, at), max(last, end)
            yield Listing(*span, found[kind], at, text[first:last], first)
        if not near:
            yield Listing(at, end, found[kind], at)


def _is_near(text: str, start: int, end: int, kind: str) -> bool:
    """Whether an exchange is near enough to a ticker: right before it if that is plain."""
    between = text[start:end] if end - start <= _NEAR else "\n"
    return "\n" not in between if kind == "quoted" else not between.strip(" :,-")


def _listing(found: re.Match[str]) -> Listing:
    exchange = "exchange" if found["exchange"] else "market"
    ticker = "ticker" if found["ticker"] else "symbol"
    start = min(found.start(exchange), found.start(ticker))
    end = max(found.end(exchange), found.end(ticker))
    return Listing(
        start, end, found[ticker], found.start(ticker), found[exchange], found.start(exchange)
    )


@cache
def _exchange(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){group(language.exchanges)}(?![\w-])", re.IGNORECASE)


@cache
def _pair(language: Language) -> re.Pattern[str]:
    known = rf"(?i:{group(language.exchanges)})(?![\w-])"
    return re.compile(
        rf"(?<![\w-])(?:(?P<exchange>{known}) ?: ?(?P<ticker>{_TICKER})"
        rf"|(?P<symbol>[A-Z]{{2,6}}) ?: ?(?P<market>{known}))"
    )


@cache
def _any_pair(language: Language) -> re.Pattern[str]:
    known = rf"(?i:{group(language.exchanges)})(?![\w-])(?: [A-Z][\w]*)?"
    words = r"[A-Z]{2,6}"
    return re.compile(
        rf"(?<![\w-])(?:(?P<exchange>{known}|{words}) ?: ?(?P<ticker>{_TICKER})"
        rf"(?= ?[)\];,|/]|\s{group(language.and_)}))"
    )


@cache
def _label(language: Language) -> re.Pattern[str]:
    label = rf"(?i:{group(language.ticker_labels)})"
    joints = group(language.ticker_joints)
    return re.compile(
        rf"(?<!\w){label}(?:(?: {joints})?[:,]? ?[“\"'\u2018](?P<quoted>{_TICKER})[.,]?[”\"'\u2019]"
        rf"|(?:: ?| (?=\d))(?P<plain>{_TICKER}))"
    )
