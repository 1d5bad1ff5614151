"""Grounding of parties: whom a record names, its quotes name too."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from dealcli.checks.matching import contains_phrase, names_of
from dealcli.checks.references import kind_named
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import Reference
from dealcli.model import Facility, Id, JointVenture, Party, Stake, Statement
from dealcli.nodes import PartNode
from dealcli.release import occurrences
from dealcli.yamltree import pointer

_SPEECH = re.compile(r'"[^"]*(?:"|\Z)|“[^”]*(?:”|\Z)')
"""What a speaker says, who there calls anyone "we"."""


_GROUP_OF = re.compile(r"\b(?:affiliate|subsidiary|unit|arm|division)\sof\s(?:the\s)?\Z")


class _Role(NamedTuple):
    """What a source says of who has a role: before the words, after them, and in a message."""

    does: re.Pattern[str]
    done_by: re.Pattern[str]
    verb: str


_ROLES = {
    "lead": _Role(
        re.compile(r"\b(?:leads?|leading role|operates?|manages?|operator|manager)\b"),
        re.compile(r"\b(?:led|operated|managed|run) by\b"),
        "leads",
    ),
    "operator": _Role(
        re.compile(r"(?i)\b(?:operates?|operating partner|operator(?:ship)?|manage[sr]?|runs?)\b"),
        re.compile(
            r"(?i)\b(?:(?:operated|managed|run) by|operator (?:is|will be|shall be)"
            r"|operatorship (?:passes )?to)\b"
        ),
        "operates",
    ),
}
"""For the key of each role, the words for it.

Format 1 had `lead` before `operator`, so what an operator does is still enough for a lead.
"""


def parties(index: DealIndex) -> Iterator[Issue]:
    """`party-not-named`: a party that a record names and its quotes do not.

    A quote may name it by its name, an `aka`, a ticker, or by what the deal file declares as
    `called`. The holder of an implied share is named by its `because`; the party of a statement
    where its speaker is.
    """
    known = [node.part for node in index.of(Party)]
    for node, words in index.grounded:
        for key, address, value, meaning in node.values(Reference):
            if kind_named(meaning) is not Party or not (party := index.party(value)):
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
    """`party-not-named`: a lead whom no quote has leading, or an operator whom none has operating.

    Who leads is the last one named before the word, or the first after "led by".
    """
    known = [node.part for node in index.of(Party)]
    for node, words in index.grounded:
        if not isinstance(node.part, JointVenture | Facility):
            continue
        for key, role in _ROLES.items():
            party = index.party(getattr(node.part, key, None))
            if party and party.id not in {
                each for text in words for each in _has(role, text, known)
            }:
                kind = "venture" if isinstance(node.part, JointVenture) else "facility"
                message = f"no quote of this {kind} says that '{party.id}' {role.verb}"
                yield _not_named(pointer(node.address, key), message)


def _has(role: _Role, text: str, known: list[Party]) -> Iterator[str]:
    """The ids of those who have a role in some words.

    Of "A, an affiliate of B, operates" both are meant: who is between the commas may be beside it.
    """
    named = named_places(known, text)
    starts = [name.start for name in named]
    for found in role.done_by.finditer(text):
        after = bisect_left(starts, found.end())
        yield from (name.party for name in named[after : after + 1])
    runs = [next(names) for _, names in groupby(named, attrgetter("party"))]
    firsts = [name.start for name in runs]
    for found in role.does.finditer(text):
        last = bisect_left(firsts, found.start()) - 1
        if last >= 0:
            yield runs[last].party
        if last > 0 and _GROUP_OF.search(text, max(0, firsts[last] - 40), firsts[last]):
            yield runs[last - 1].party


_REMEMBERED = 64
"""Texts whose named parties are kept."""


class Name(NamedTuple):
    """Where some words name a party."""

    start: int
    end: int
    party: Id


def named_places(known: list[Party], text: str) -> tuple[Name, ...]:
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
