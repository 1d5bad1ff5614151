"""Sides: who gives, who takes and who holds is not the other way round in the words."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from dealcli.checks.naming import names_of
from dealcli.checks.parties import named
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import Holding, Id, Part, Payment, Stake, Term, ids_of
from dealcli.nodes import PartNode
from dealcli.reading.names import Known, names
from dealcli.reading.numbers import numbers
from dealcli.reading.roles import givers, takers
from dealcli.reading.text import Words
from dealcli.reading.vocabulary import respectively
from dealcli.yamltree import pointer


def sides(index: DealIndex) -> Iterator[Issue]:
    """`wrong-side`: a term, payment or share whose taker is said to give, or giver to take."""
    parties = named(index)
    for node, evidence in index.grounded:
        kind, taker = _exchange(node.part)
        if not taker:
            continue
        from_, to = set(ids_of(node.part.from_)), set(ids_of(getattr(node.part, taker)))
        ventures = frozenset(index.ventures) & (from_ | to)
        finder = named(index, ventures) if ventures else parties
        gives, takes = (
            {
                party
                for words in evidence
                for party in find(words.text, kind, finder, words.language, ventures)
            }
            for find in (givers, takers)
        )
        if not gives & from_:
            yield from _wrong(node, taker, to & gives - takes, "gives")
        if not takes & to:
            yield from _wrong(node, "from", from_ & takes - gives, "takes")


def _exchange(part: Part) -> tuple[str, str]:
    """What a part has somebody give, and the key of who takes it; nothing where nobody gives."""
    match part:
        case Term():
            return part.kind, "to"
        case Payment():
            return part.form or "", "to"
        case Stake() if part.from_:
            return "stake", "holder"
    return "", ""


def _wrong(node: PartNode, key: str, parties: set[Id], does: str) -> Iterator[Issue]:
    taker = "holder" if isinstance(node.part, Stake) else "to"
    for party_id in sorted(parties):
        yield Issue(
            address=pointer(node.address, key),
            code="wrong-side",
            message=f"'{party_id}' stands under '{key}', but the quotes say that it {does}",
            hint=f"'from' gives and '{taker}' takes",
            severity="warning",
            at=party_id,
        )


def shareholders(index: DealIndex) -> Iterator[Issue]:
    """`wrong-holder`: a share that the quotes give to another holder.

    Where a quote has several holders and several shares, a share is of the holder named last before
    it, or of the one named after it and before the next.
    """
    for stakes in _companies(index):
        known = tuple(
            (party.id, names_of(party))
            for node in stakes
            if (party := index.party(node.part.holder))
        )
        for node in stakes:
            stake = node.part
            if not isinstance(stake.percent, Decimal) or stake.basis == "implied":
                continue
            evidence = index.evidence(node) or ()
            owners = {owner for words in evidence for owner in _owners(words, known, stake.percent)}
            if owners and stake.holder not in owners:
                yield Issue(
                    address=pointer(node.address, "percent"),
                    code="wrong-holder",
                    message=f"the quotes give {stake.percent}% to {', '.join(sorted(owners))}",
                    hint="give each share to the holder that the source names with it",
                    severity="warning",
                )


def _companies(index: DealIndex) -> list[list[PartNode]]:
    """The stakes in each venture, and the holdings in each company."""
    companies: dict[str, list[PartNode]] = {}
    for node in index.of(Stake):
        holding = isinstance(node.part, Holding)
        company = node.part.in_ if holding else node.around[0].address
        companies.setdefault(company, []).append(node)
    return list(companies.values())


def _owners(words: Words, known: Known, share: Decimal) -> set[Id]:
    """The ids of those to whom some words give a share; none where they do not say."""
    named = names(words.text, known)
    shares = [
        (number.start, number.value)
        for number in numbers(words.text, words.language)
        if number.percent
    ]
    several = len({name.party for name in named}) > 1 and len({value for _, value in shares}) > 1
    if not several or respectively(words.text, words.language):
        return set()
    found = set()
    for (at, value), (end, _) in pairwise([*shares, (len(words.text), share)]):
        if value == share:
            found.update([name.party for name in named if name.start < at][-1:])
            found.update([name.party for name in named if at < name.start < end][:1])
    return found


CHECKS = (sides, shareholders)
