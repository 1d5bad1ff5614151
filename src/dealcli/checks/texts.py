"""Grounding of the encoder's sentences: no number, name or quotation that the source has not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dealcli.checks.naming import named_in, names_of
from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue, Severity
from dealcli.meanings import Meaning, Paraphrase, Remark
from dealcli.model import Party, Stake, StakeStep
from dealcli.nodes import PartNode
from dealcli.reading.durations import unit_after
from dealcli.reading.hedges import denied_words, denies, without_denied
from dealcli.reading.numbers import numbers, values
from dealcli.reading.proper_names import proper_names
from dealcli.reading.quoted import quotations
from dealcli.reading.text import Words, unmatched_in
from dealcli.reading.vocabulary import loaded_words, without_negatives
from dealcli.reading.words import WORD, unify_aliases, words_of
from dealcli.searching import fold, occurrences

_RANGE = frozenset({"from", "to"})
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def texts(index: DealIndex) -> Iterator[Issue]:
    """`ungrounded-text`: a number, a name or a quotation in a sentence of the encoder's.

    Words in quotation marks are in the source verbatim; a number and a party are in the words that
    the record quotes. A capital may be a name or only the encoder's way of writing: a warning.
    """
    for node in index.nodes if index.releases else ():
        for _, address, value, meaning in node.values(Paraphrase, Remark):
            evidence = _evidence(index, node, meaning)
            if evidence and isinstance(value, str):
                text = Words(fold(value), evidence[0].language)
                yield from _text(index, address, text, evidence)
                if isinstance(meaning, Paraphrase):
                    yield from _bounds(address, text, evidence)
                    yield from _loaded(address, text, evidence)
                    yield from _denied(address, text, evidence)


def _evidence(index: DealIndex, node: PartNode, meaning: Meaning) -> Evidence | None:
    """The words that a sentence may draw on: all of the sources for a remark, else the quotes.

    These are the quotes of the record and of those that it is in; None where it has none, or where
    they cannot all be read.
    """
    if isinstance(meaning, Remark):
        if len(index.everything) < len(index.releases):
            return None
        return (*index.everything, *_shares(index))
    found = [index.evidence(record) for record in (node, *node.around[:-1])]
    return tuple(words for evidence in found for words in evidence or ()) if found[0] else None


def _shares(index: DealIndex) -> Evidence:
    """The shares of the deal, which a remark may speak of though they are only implied."""
    language = index.everything[0].language
    return tuple(Words(f"{node.part.percent}%", language) for node in index.of(Stake, StakeStep))


def _text(index: DealIndex, address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    for quotation in quotations(text.text, text.language):
        if not any(words.has(quotation) for words in evidence):
            message = f'"{quotation}" is quoted here, but not in the words it rests on'
            yield _ungrounded(address, message, quotation)
    for number in numbers(text.text, text.language):
        if number.value != 1 and not any(
            number.value in values(words.text, words.language) for words in evidence
        ):
            printed = text.text[number.start : number.end]
            message = f"{printed} does not stand in the words that this rests on"
            yield _ungrounded(address, message, printed)
    yield from _names(index, address, text, evidence)


def _bounds(address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    """A number in a sentence that has not the bound of the source: "70" for "more than 70"."""
    bounds: dict[Decimal, set[frozenset[str]]] = {}
    lasting = set()
    for words in evidence:
        for number in numbers(words.text, words.language):
            bounds.setdefault(number.value, set()).add(number.bounds - _RANGE)
            if found := unit_after(words.text, number.end, words.language):
                lasting.add((number.value, found[0]))
    for number in numbers(text.text, text.language):
        if number.value not in bounds:
            continue
        found = unit_after(text.text, number.end, text.language)
        if found and (number.value, found[0]) not in lasting:
            printed = text.text[number.start : found[1]]
            message = f"'{printed}' does not stand in the words that this rests on"
            yield _ungrounded(address, message, printed)
        if number.bounds - _RANGE not in bounds[number.value]:
            printed = text.text[number.start : number.end]
            known = {bound for alternatives in bounds[number.value] for bound in alternatives}
            source = " or ".join(sorted(known) or ["exact"])
            here = " and ".join(sorted(number.bounds)) or "exact"
            message = f"{printed} is '{here}' here; the words it rests on have it as '{source}'"
            yield _ungrounded(address, message, printed, "warning")


def _denied(address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    """A word that the source only has with a "not", in a sentence that denies nothing."""
    if denies(text.text, text.language):
        return
    denied: set[str] = set()
    known: set[str] = set()
    for words in evidence:
        denied.update(denied_words(words.text, words.language))
        known.update(words_of(without_denied(words.text, words.language), words.language))
    for found in _LONG_WORD.finditer(text.text):
        if found[0].lower() in denied - known:
            message = f"the words that this rests on have '{found[0]}' only with a 'not'"
            yield _ungrounded(address, message, found[0], "warning")


def _loaded(address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    """A word that makes a deal firmer or wider than the source does."""
    loaded = loaded_words(text.text, text.language)
    passages = tuple(
        Words(without_negatives(words.text, words.language), words.language)
        for words in (evidence if loaded else ())
    )
    for found in loaded:
        if unmatched_in(found[0], passages):
            message = f"'{found[0]}' does not stand in the words that this rests on"
            yield _ungrounded(address, message, found[0], "warning")


def _names(index: DealIndex, address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    rest = unify_aliases(text.text, text.language)
    for party in (node.part for node in index.of(Party)):
        here = [name for name in names_of(party) if any(True for _ in occurrences(text.text, name))]
        if here and not any(named_in(party, words.text) for words in evidence):
            message = f"'{party.id}' is named here, but not in the words that this rests on"
            yield _ungrounded(address, message, here[0])
        for name in sorted(here, key=len, reverse=True):
            rest = rest.replace(name, " " * len(name))
    yield from _strange_names(address, Words(rest, text.language), evidence)


def _strange_names(address: str, text: Words, evidence: Evidence) -> Iterator[Issue]:
    """The names in a text that are not in the words of the source."""
    names = proper_names(text.text, text.language)
    strange = set(unmatched_in("\n".join(names), evidence))
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
