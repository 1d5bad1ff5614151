"""Grounding of the encoder's sentences: no number, name or quotation that the source has not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dealcli.checks.matching import (
    WORD,
    contains_phrase,
    named_in,
    names_of,
    numbers_in,
    printed_numbers,
    unify_aliases,
    unmatched_words,
    words_of,
)
from dealcli.index import DealIndex
from dealcli.issues import Issue, Severity
from dealcli.meanings import Meaning, Paraphrase, Remark
from dealcli.model import Party, Stake, StakeStep
from dealcli.nodes import PartNode
from dealcli.release import fold, occurrences

_LOADED = re.compile(
    r"(?<![\w-])(?:approved|approval|binding|closed|closing|commissioning|completed|completion|entire|every"
    r"|everything|exclusive|exclusively|final|guaranteed?|guarantees|largest|obliged|secured"
    r"|signed|signing|sole|solely|unconditional(?:ly)?|wholly)(?![\w-])",
    re.IGNORECASE,
)
"""Words that a sentence of the encoder's uses only where the source does."""

_QUOTATION = re.compile(r'(?<!\w)["“]([^"“”]+)["”](?!\w)')
_NEGATED = re.compile(r"\bnon-\w+", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|none|nothing|without|un\w+)\b|n't\b", re.IGNORECASE
)
_NOT_SO = re.compile(r"\b(?:not|never)\s(?:(?:yet|be|been|to)\s)?([^\W\d_]{4,})", re.IGNORECASE)
_LASTING = re.compile(r"[\s-](days?|weeks?|months?|years?)\b", re.IGNORECASE)
_RANGE = frozenset({"from", "to"})
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][\w]*(?:[&.][A-Z]+)*")
_BEGINNING = re.compile(r"[.!?:;]\s++|[\"“(]\s*+")
"""What a sentence or a bracket begins after."""
_OF_A_NAME = re.compile(r"[\u2019']s\b")
"""What follows the first word of a sentence where that word is a name."""


def texts(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-text`: a number, a name or a quotation in a sentence of the encoder's.

    Words in quotation marks are in the source verbatim; a number and a party are in the words that
    the record quotes. A capital may be a name or only the encoder's way of writing: a warning.
    """
    for node in index.nodes if index.releases else ():
        for _, address, value, meaning in node.values(Paraphrase, Remark):
            words = _evidence(index, node, meaning)
            if words is not None and isinstance(value, str):
                yield from _text(index, address, fold(value), words)
                if isinstance(meaning, Paraphrase):
                    yield from _bounds(address, fold(value), words)
                    yield from _loaded(address, fold(value), words)
                    yield from _denied(address, fold(value), words)


def _evidence(index: DealIndex, node: PartNode, meaning: Meaning) -> tuple[str, ...] | None:
    """The words that a sentence may draw on: all of the sources for a remark, else the quotes.

    These are the quotes of the record and of those that it is in; None where it has none.
    """
    if isinstance(meaning, Remark):
        return (*index.everything, *_shares(index))
    found = [index.evidence(record) for record in (node, *node.around[:-1])]
    return tuple(text for words in found for text in words or ()) if found[0] else None


def _shares(index: DealIndex) -> tuple[str, ...]:
    """The shares of the deal, which a remark may speak of though they are only implied."""
    return tuple(f"{node.part.percent}%" for node in index.of(Stake, StakeStep))


def _text(index: DealIndex, address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    for quotation in _QUOTATION.findall(text):
        if not any(contains_phrase(quotation, passage) for passage in words):
            message = f'"{quotation}" is quoted here, but not in the words it rests on'
            yield _ungrounded(address, message, quotation)
    for number in printed_numbers(text):
        if number.value != 1 and not any(number.value in numbers_in(passage) for passage in words):
            printed = text[number.start : number.end]
            message = f"{printed} does not stand in the words that this rests on"
            yield _ungrounded(address, message, printed)
    yield from _names(index, address, text, words)


def _bounds(address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    """A number in a sentence that has not the bound of the source: "70" for "more than 70"."""
    bounds: dict[Decimal, set[frozenset[str]]] = {}
    for passage in words:
        for number in printed_numbers(passage):
            bounds.setdefault(number.value, set()).add(number.bounds - _RANGE)
    lasting = {
        (number.value, found[1].lower().rstrip("s"))
        for passage in words
        for number in printed_numbers(passage)
        if (found := _LASTING.match(passage, number.end))
    }
    for number in printed_numbers(text):
        found = _LASTING.match(text, number.end)
        if (
            found
            and number.value in bounds
            and (number.value, found[1].lower().rstrip("s")) not in lasting
        ):
            printed = text[number.start : found.end()]
            yield _ungrounded(
                address, f"'{printed}' does not stand in the words that this rests on", printed
            )
        if number.bounds - _RANGE not in bounds.get(number.value, {number.bounds - _RANGE}):
            printed = text[number.start : number.end]
            source = " or ".join(
                sorted({w for alternatives in bounds[number.value] for w in alternatives})
                or ["exact"]
            )
            here = " and ".join(sorted(number.bounds)) or "exact"
            message = f"{printed} is '{here}' here; the words it rests on have it as '{source}'"
            yield _ungrounded(address, message, printed, "warning")


def _denied(address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    """A word that the source only has with a "not", in a sentence that denies nothing."""
    if _NOT.search(text):
        return
    known = {word for passage in words for word in words_of(_NOT_SO.sub(" ", passage))}
    denied = {found[1].lower() for passage in words for found in _NOT_SO.finditer(passage)} - known
    for found in re.finditer(r"[^\W\d_]{4,}", text):
        if found[0].lower() in denied:
            message = f"the words that this rests on have '{found[0]}' only with a 'not'"
            yield _ungrounded(address, message, found[0], "warning")


def _loaded(address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    """A word that makes a deal firmer or wider than the source does."""
    passages = [_NEGATED.sub(" ", passage) for passage in words]
    for found in _LOADED.finditer(text):
        if unmatched_words(found[0], passages):
            message = f"'{found[0]}' does not stand in the words that this rests on"
            yield _ungrounded(address, message, found[0], "warning")


def _names(index: DealIndex, address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    rest = unify_aliases(text)
    for party in (node.part for node in index.of(Party)):
        here = [name for name in names_of(party) if any(True for _ in occurrences(text, name))]
        if here and not any(named_in(party, passage) for passage in words):
            message = f"'{party.id}' is named here, but not in the words that this rests on"
            yield _ungrounded(address, message, here[0])
        for name in sorted(here, key=len, reverse=True):
            rest = rest.replace(name, " " * len(name))
    yield from _strange_names(address, rest, words)


def _strange_names(address: str, text: str, words: tuple[str, ...]) -> Iterator[Issue]:
    """The names in a text that are not in the words of the source."""
    begins = {0, *(found.end() for found in _BEGINNING.finditer(text))}
    names = [
        found[0]
        for found in _CAPITAL.finditer(text)
        if len(found[0]) > 1
        and (
            found.start() not in begins
            or _OF_A_NAME.match(text, found.end())
            or found[0][1].isupper()
        )
    ]
    strange = set(unmatched_words("\n".join(names), words))
    for name in names:
        if not strange.isdisjoint(WORD.findall(name.lower())):
            message = f"'{name}' does not stand in the words that this rests on"
            yield _ungrounded(address, message, name, "warning")


def _ungrounded(address: str, message: str, at: str, severity: Severity = "error") -> Issue:
    return Issue(
        address=address,
        code="ungrounded-text",
        message=message,
        hint="quote the words that have it, or leave it out",
        severity=severity,
        at=at,
    )


CHECKS = (texts,)
