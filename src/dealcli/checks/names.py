"""Grounding of names: what is named is named so by the words that the record rests on."""

import re
from collections.abc import Iterator

from dealcli.checks.wording import contains_phrase, named_in, unmatched_words
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import (
    Facility,
    JointVenture,
    Listing,
    Location,
    Market,
    Moment,
    Part,
    Party,
    Source,
    Stake,
    Statement,
    Term,
)
from dealcli.release import occurrences
from dealcli.yamltree import pointer

VERBATIM: frozenset[tuple[type[Part], str]] = frozenset(
    {
        (Source, "publisher"),
        (Source, "place"),
        (Party, "name"),
        (Party, "aka"),
        (Party, "headquarters"),
        (Listing, "exchange"),
        (Listing, "ticker"),
        (Stake, "through"),
        (Statement, "speaker"),
        (Statement, "title"),
        (Moment, "text"),
    }
)
"""Keys whose text is the source's own, word by word."""

IN_ITS_WORDS: frozenset[tuple[type[Part], str]] = frozenset(
    {
        (JointVenture, "name"),
        (Stake, "class"),
        (Facility, "name"),
        (Facility, "makes"),
        (Location, "country"),
        (Location, "region"),
        (Location, "site"),
        (Term, "price"),
        (Market, "region"),
    }
)
"""Keys whose text may be the encoder's, made of the source's words."""


def names(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`: a name, ticker, exchange or place that no quote of its record has."""
    for node, words in index.grounded:
        for key, address, value in node.values():
            if not isinstance(value, str):
                continue
            if is_listed(VERBATIM, node.part, key) and not _is_unnamed(node.part, key):
                if not any(contains_phrase(value, one) for one in words):
                    message = f"'{value}' does not stand in the quotes of this record"
                    yield _ungrounded(address, message)
            elif is_listed(IN_ITS_WORDS, node.part, key) or _is_unnamed(node.part, key):
                for strange in unmatched_words(value, words)[:1]:
                    said = re.search(rf"\b{re.escape(strange)}\b", value, re.IGNORECASE)
                    word = said[0] if said else value
                    message = f"no quote of this record has '{word}'"
                    yield _ungrounded(address, message, at=word)


def is_listed(table: frozenset[tuple[type[Part], str]], part: Part, key: str) -> bool:
    """Whether a table has a key of a part, or of a type that the part derives from."""
    return any((cls, key) in table for cls in type(part).__mro__)


def _is_unnamed(part: Part, key: str) -> bool:
    """Whether a name is the encoder's, for a party that the source does not name."""
    return isinstance(part, Party) and part.kind == "unnamed" and key == "name"


def _ungrounded(address: str, message: str, at: str = "") -> Issue:
    hint = "quote the words that say so, or use the source's own"
    return Issue(address=address, code="ungrounded-name", message=message, hint=hint, at=at)


def called(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`: a reference to a party that no source ever makes."""
    for node in index.of(Party) if index.releases else ():
        for number, value in enumerate(node.part.called):
            if not any(contains_phrase(value, text) for text in index.everything):
                address = pointer(pointer(node.address, "called"), number)
                yield _ungrounded(address, f"no source calls anyone '{value}'")


def listings(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`, `party-not-named`: a ticker of another exchange, or of nobody named."""
    for node, words in index.grounded:
        if not isinstance(node.part, Listing):
            continue
        party, ticker, exchange = node.around[0].part, node.part.ticker, node.part.exchange
        if not any(named_in(party, one) for one in words):
            message = f"no quote of this listing names '{party.id}'"
            hint = "quote the words that print the ticker with the name"
            yield Issue(address=node.address, code="party-not-named", message=message, hint=hint)
        paired = [one for one in words if ticker and f": {ticker}" in one]
        printed = f"{exchange}: {ticker}"
        if paired and exchange and not any(_prints(printed, one) for one in paired):
            message = f"the source does not print '{printed}'"
            yield _ungrounded(pointer(node.address, "exchange"), message)


def _prints(printed: str, text: str) -> bool:
    """Whether a listing stands in a text as a whole: not GS: KNDI for NASDAQ GS: KNDI."""
    places = occurrences(text, printed)
    return any(not re.search(r"\b[^\W_a-z]\w*\s?\Z", text[max(0, at - 40) : at]) for at in places)


CHECKS = (names, called, listings)
