"""Grounding of names: each name is in the words that the record quotes."""

import re
from collections.abc import Iterator

from dealcli.checks.naming import named_in
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import SourceWords, Verbatim
from dealcli.model import Listing, Part, Party
from dealcli.reading.listings import listings as read_listings
from dealcli.reading.quoted import without_marks
from dealcli.reading.text import unmatched_in
from dealcli.searching import contains_phrase
from dealcli.yamltree import pointer


def names(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`: a name, ticker, exchange or place that no quote of its record has."""
    for node, evidence in index.grounded:
        for key, address, value, meaning in node.values(Verbatim, SourceWords):
            if not isinstance(value, str):
                continue
            if isinstance(meaning, SourceWords) or _is_unnamed(node.part, key):
                for strange in unmatched_in(value, evidence)[:1]:
                    match = re.search(rf"\b{re.escape(strange)}\b", value, re.IGNORECASE)
                    word = match[0] if match else value
                    message = f"no quote of this record has '{word}'"
                    yield _ungrounded(address, message, at=word)
            elif not meaning.anywhere and not any(words.has(value) for words in evidence):
                message = f"'{value}' does not stand in the quotes of this record"
                yield _ungrounded(address, message)


def _is_unnamed(part: Part, key: str) -> bool:
    """Whether a name is the encoder's, for a party that the source does not name."""
    return isinstance(part, Party) and part.kind == "unnamed" and key == "name"


def _ungrounded(address: str, message: str, at: str = "") -> Issue:
    hint = "quote the words that say so, or use the source's own"
    return Issue(address=address, code="ungrounded-name", message=message, hint=hint, at=at)


def called(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`: a reference to a party that no source ever makes, nor defines."""
    texts = [
        without_marks(release.folded, release.language) if release.language else release.folded
        for release in index.releases
    ]
    for node in index.nodes if texts else ():
        for _, address, value, meaning in node.values(Verbatim):
            if meaning.anywhere and not any(contains_phrase(value, text) for text in texts):
                yield _ungrounded(address, f"no source calls anyone '{value}'")


def listings(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-name`, `party-not-named`: a ticker of another exchange, or of nobody named."""
    for node, evidence in index.grounded:
        if not isinstance(node.part, Listing):
            continue
        party, ticker, exchange = node.around[0].part, node.part.ticker, node.part.exchange
        if not any(named_in(party, words.text) for words in evidence):
            message = f"no quote of this listing names '{party.id}'"
            hint = "quote the words that print the ticker with the name"
            yield Issue(address=node.address, code="party-not-named", message=message, hint=hint)
        printed = {
            listing.exchange
            for words in evidence
            for listing in read_listings(words.text, words.language)
            if listing.ticker == ticker
        }
        if printed and exchange and exchange not in printed:
            message = f"the source does not print '{exchange}: {ticker}'"
            yield _ungrounded(pointer(node.address, "exchange"), message)


CHECKS = (names, called, listings)
