"""Grounding of parties: whom a record names, its quotes name too."""

from collections.abc import Iterator

from dealcli.checks.naming import names_of
from dealcli.checks.references import kinds_named
from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue
from dealcli.meanings import Reference
from dealcli.model import Facility, Id, JointVenture, Party, Stake, Statement
from dealcli.nodes import PartNode
from dealcli.reading.names import names
from dealcli.reading.quoted import quoted
from dealcli.reading.roles import Named, those_who
from dealcli.reading.text import Words
from dealcli.yamltree import pointer

_ROLES = {"lead": "leads", "operator": "operates"}
"""The keys of those who have a role in a venture or a facility, with the verb of each."""


def parties(index: DealIndex) -> Iterator[Issue]:
    """`party-not-named`: a party that a record names and its quotes do not.

    A quote may name it by its name, an `aka`, a ticker, or by what the deal file declares as
    `called`. The holder of an implied share is named by its `because`; the party of a statement
    where its speaker is.
    """
    finder = named(index)
    for node, evidence in index.grounded:
        for key, address, value, meaning in node.values(Reference):
            if Party not in kinds_named(meaning) or not (party := index.party(value)):
                continue
            where, description = _witnesses(node, key, evidence)
            if party.id not in {name.party for text in where for name in finder(text)}:
                yield _not_named(address, f"'{party.id}' is not named in {description}")


def _witnesses(node: PartNode, key: str, evidence: Evidence) -> tuple[tuple[str, ...], str]:
    """The words that must name a party, and how to call them."""
    part = node.part
    if isinstance(part, Stake) and part.basis == "implied" and key == "holder":
        return (part.because or "",), "the 'because' of this share"
    if isinstance(part, Statement):
        around = tuple(_around_speech(words) for words in evidence if words.has(part.speaker))
        return around, "the quote that names the speaker"
    return tuple(words.text for words in evidence), "the quotes of this record"


def _around_speech(words: Words) -> str:
    """Some words without what is said in them: a speaker calls anyone "we"."""
    around, start = [], 0
    for speech in quoted(words.text, words.language):
        around.append(words.text[start : speech.start])
        start = speech.end
    return " ".join([*around, words.text[start:]])


def roles(index: DealIndex) -> Iterator[Issue]:
    """`party-not-named`: a lead whom no quote has leading, or an operator whom none has operating.

    Who leads is the last one named before the word, or the first after "led by".
    """
    finder = named(index)
    for node, evidence in index.grounded:
        if not isinstance(node.part, JointVenture | Facility):
            continue
        for key, verb in _ROLES.items():
            party = index.party(getattr(node.part, key, None))
            if party and party.id not in {
                each
                for words in evidence
                for each in those_who(words.text, key, finder, words.language)
            }:
                kind = "venture" if isinstance(node.part, JointVenture) else "facility"
                message = f"no quote of this {kind} says that '{party.id}' {verb}"
                yield _not_named(pointer(node.address, key), message)


def named(index: DealIndex, ventures: frozenset[Id] = frozenset()) -> Named:
    """Return what finds the parties of a deal in a text, by every name that the file gives them.

    So are some ventures, by their ids, where no party has their name.
    """
    parties = [node.part for node in index.of(Party)]
    taken = {party.name for party in parties}
    extra = [index.ventures[one] for one in sorted(ventures)]
    known = tuple(
        (one.id, names_of(one))
        for one in (*parties, *(venture for venture in extra if venture.name not in taken))
    )
    return lambda text: names(text, known)


def _not_named(address: str, message: str) -> Issue:
    hint = "quote words that name it; other names go under 'aka', and 'the Company' under 'called'"
    return Issue(address=address, code="party-not-named", message=message, hint=hint)


CHECKS = (parties, roles)
