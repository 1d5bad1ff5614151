"""Grounding of parties: whom a record names, its quotes name too."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dealcli.checks.matching import contains_phrase, names_of
from dealcli.checks.references import kinds_named
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import Reference
from dealcli.model import Id, JointVenture, Party, Stake, Statement
from dealcli.nodes import PartNode
from dealcli.release import occurrences
from dealcli.yamltree import pointer

_SPEECH = re.compile(r'"[^"]*(?:"|\Z)|“[^”]*(?:”|\Z)')
"""What a speaker says, who there calls anyone "we"."""

_LEADS = re.compile(r"\b(?:leads?|leading role|operates?|manages?|operator|manager)\b")
_LED_BY = re.compile(r"\b(?:led|operated|managed|run) by\b")


def parties(index: DealIndex) -> Iterator[Issue]:
    """`party-not-named`: a party that a record names and its quotes do not.

    A quote may name it by its name, an `aka`, a ticker, or by what the deal file declares as
    `called`. The holder of an implied share is named by its `because`; the party of a statement
    where its speaker is.
    """
    known = [node.part for node in index.of(Party)]
    for node, words in index.grounded:
        for key, address, value, meaning in node.values(Reference):
            if Party not in kinds_named(meaning) or not (party := index.party(value)):
                continue
            where, description = _witnesses(node, key, words)
            named = {name.party for text in where for name in named_places(known, text)}
            if party.id not in named:
                yield _not_named(address, f"'{party.id}' is not named in {description}")


def _witnesses(node: PartNode, key: str, words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words that must name a party, and how to call them."""
    part = node.part
    if isinstance(part, Stake) and part.basis == "implied" and key == "holder":
        return (part.because or "",), "the 'because' of this share"
    if isinstance(part, Statement):
        spoken = tuple(
            _SPEECH.sub(" ", text) for text in words if contains_phrase(part.speaker, text)
        )
        return spoken, "the quote that names the speaker"
    return words, "the quotes of this record"


def leads(index: DealIndex) -> Iterator[Issue]:
    """`party-not-named`: a lead whom no quote has leading.

    Who leads is the last one named before the word, or the first after "led by".
    """
    known = [node.part for node in index.of(Party)]
    for node, words in index.grounded:
        lead = index.party(node.part.lead) if isinstance(node.part, JointVenture) else None
        if lead and lead.id not in {leader for text in words for leader in _leaders(text, known)}:
            message = f"no quote of this venture says that '{lead.id}' leads"
            yield _not_named(pointer(node.address, "lead"), message)


def _leaders(text: str, known: list[Party]) -> Iterator[str]:
    """The ids of those whom some words have leading."""
    named = named_places(known, text)
    for found in _LED_BY.finditer(text):
        yield from [name.party for name in named if name.start >= found.end()][:1]
    for found in _LEADS.finditer(text):
        yield from [name.party for name in named if name.start < found.start()][-1:]


_REMEMBERED = 64
"""Texts whose named parties are kept."""


class Name(NamedTuple):
    """Where some words name a party."""

    start: int
    end: int
    party: Id


def named_places(known: Sequence[Party | JointVenture], text: str) -> tuple[Name, ...]:
    """Where a text names parties, in its order; a name inside a longer one names nobody."""
    return _named_places(tuple((party.id, names_of(party)) for party in known), text)


@lru_cache(_REMEMBERED)
def _named_places(known: tuple[tuple[Id, tuple[str, ...]], ...], text: str) -> tuple[Name, ...]:
    """As `named_places`, of ids with their names: several checks ask for one text."""
    found = {
        Name(at, at + len(spelling), party)
        for party, spellings in known
        for spelling in spellings
        for head in {spelling[:1], spelling[:1].upper()}
        for at in occurrences(text, f"{head}{spelling[1:]}")
    }
    outer, reach = set(), 0
    for start, end in sorted(
        {(name.start, name.end) for name in found}, key=lambda at: (at[0], -at[1])
    ):
        if end > reach:  # else it is inside one that starts no later
            outer.add((start, end))
            reach = end
    return tuple(sorted(name for name in found if (name.start, name.end) in outer))


def _not_named(address: str, message: str) -> Issue:
    hint = "quote words that name it; other names go under 'aka', and 'the Company' under 'called'"
    return Issue(address=address, code="party-not-named", message=message, hint=hint)


CHECKS = (parties, leads)
