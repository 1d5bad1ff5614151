"""Sides: who gives, who takes and who holds is not the other way round in the words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dealcli.checks.matching import printed_numbers
from dealcli.checks.parties import Name, named_places
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import Id, JointVenture, Part, Party, Payment, Stake, Term, ids_of
from dealcli.nodes import PartNode
from dealcli.release import sentences_of
from dealcli.yamltree import pointer

_SUPPLY = (
    "supply|sell|deliver",
    "supplied|sold|delivered",
    "buy|purchase|take|procure|receive",
)
_BUYING = "acquire|buy|purchase|earn"
_GIVING = {
    "supply": _SUPPLY,
    "offtake": _SUPPLY,
    "licence": ("licen[cs]e|grant", "licen[cs]ed|granted", ""),
    "royalty": (r"pay\b(?=.{0,60}royalt)", r"paid\b(?=.{0,60}royalt)", "receive"),
    "option": ("grant", "granted", "acquire|buy|purchase"),
    "cash": ("pay", "paid", "receive"),
    "shares": ("issue", "issued", "receive"),
    "loan": ("lend|provide", "lent|provided", "borrow|draw"),
    "contribution": ("contribute|invest|inject", "contributed|invested|injected", "receive"),
    "milestone": ("pay", "paid", "receive"),
    "subsidy": ("grant|provide|award", "granted|provided|awarded|approved", "receive"),
    "stake": ("sell|transfer|divest|assign", "sold|transferred|divested|assigned", _BUYING),
    "letter-of-credit": ("issue|provide", "issued|provided", "receive"),
}
"""What the giver of a term, payment or share is said to do, and to have done; and the taker."""

_BY = (
    r"\b(?:(?:payable|paid|issued|granted|supplied|provided|contributed|licen[cs]ed) by"
    r"|loan from)\b"
)
_FROM = re.compile(r"\bfrom\s(?:the\s)?")
_AND = re.compile(r"\band\s\Z")
_AHEAD = r"\b(?:will|shall|would|must|may|to)\s(?:(?:also|each|both|initially)\s)?"
_BEHIND = r"\b(?:has|have)\s(?:(?:also|each|both|already)\s)?"


def sides(index: DealIndex) -> Iterator[Issue]:
    """`wrong-side`: a term, payment or share whose taker is said to give, or giver to take."""
    known = [node.part for node in index.of(Party)]
    for node, words in index.grounded:
        kind, taker = _exchange(node.part)
        if not taker:
            continue
        give, given, take = _GIVING.get(kind, ("", "", ""))
        givers = {giver for text in words for giver in _givers(text, known, give, given)}
        if isinstance(node.part, Stake):
            givers |= {seller for text in words for seller in _sellers(text, known)}
        takers = {taker for text in words for taker in _subjects(text, known, take, "received")}
        from_, to = set(ids_of(node.part.from_)), set(ids_of(getattr(node.part, taker)))
        if not givers & from_:
            yield from _wrong(node, taker, to & givers - takers, "gives")
        if not takers & to:
            yield from _wrong(node, "from", from_ & takers - givers, "takes")


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


def _givers(text: str, known: list[Party], ahead: str, behind: str) -> Iterator[Id]:
    """The ids of those who are said to give: as a verb's subject, or after "paid by"."""
    yield from _subjects(text, known, ahead, behind)
    for clause in _clauses(text) if ahead else ():
        named = named_places(known, clause)
        for found in re.finditer(_BY, clause):
            yield from [name.party for name in named if name.start >= found.end()][:1]


def _sellers(text: str, known: list[Party]) -> Iterator[Id]:
    """The ids of those whom some words name right after "from"."""
    ends = {found.end() for found in _FROM.finditer(text)}
    yield from (name.party for name in named_places(known, text) if name.start in ends)


def _subjects(text: str, known: list[Party], ahead: str, behind: str) -> Iterator[Id]:
    """The ids of those whom some words have doing something, yet to come or done."""
    verb = re.compile(rf"(?:{_AHEAD}(?:{ahead})|{_BEHIND}(?:{behind}))\b")
    for clause in _clauses(text) if ahead else ():
        named = named_places(known, clause)
        subject: list[Id] = []
        for found in re.finditer(rf"{_AHEAD}|{_BEHIND}", clause):
            if not _AND.search(clause, max(0, found.start() - 5), found.start()):
                subject = list(_subject(named, clause, found.start()))
            if verb.match(clause, found.start()):
                yield from subject


def _clauses(text: str) -> Iterator[str]:
    """The sentences of a text, and the parts of each between semicolons."""
    for start, end in sentences_of(text):
        yield from text[start:end].split("; ")


def _subject(named: Sequence[Name], sentence: str, at: int) -> Iterator[Id]:
    """Those named last before a verb, and who is joined to them: "A and B will ..."."""
    then = None
    for number in range(bisect_left(named, at, key=lambda name: name.start) - 1, -1, -1):
        name = named[number]
        if then and not re.search(r"(?:,|\band)\s\Z", sentence[name.end : then]):
            break
        yield name.party
        then = name.start


def shareholders(index: DealIndex) -> Iterator[Issue]:
    """`wrong-holder`: a share that the quotes give to another holder.

    Where a quote has several holders and several shares, a share is of the holder named last before
    it, or of the one named after it and before the next.
    """
    for venture in index.of(JointVenture):
        stakes = venture.part.stakes
        holders = [party for holding in stakes if (party := index.party(holding.holder))]
        for number, stake in enumerate(stakes):
            if not isinstance(stake.percent, Decimal) or stake.basis == "implied":
                continue
            node = PartNode(f"{venture.address}/stakes/{number}", stake)
            words = index.evidence(node) or ()
            owners = {owner for text in words for owner in _owners(text, holders, stake.percent)}
            if owners and stake.holder not in owners:
                yield Issue(
                    address=pointer(node.address, "percent"),
                    code="wrong-holder",
                    message=f"the quotes give {stake.percent}% to {', '.join(sorted(owners))}",
                    hint="give each share to the holder that the source names with it",
                    severity="warning",
                )


def _owners(text: str, holders: list[Party], share: Decimal) -> set[Id]:
    """The ids of those to whom some words give a share; none where they do not say."""
    named = named_places(holders, text)
    shares = sorted(
        (number.start, number.value) for number in printed_numbers(text) if number.percent
    )
    several = len({name.party for name in named}) > 1 and len({value for _, value in shares}) > 1
    if not several or "respectively" in text:
        return set()
    found = set()
    for (at, value), (end, _) in pairwise([*shares, (len(text), share)]):
        if value == share:
            found.update([name.party for name in named if name.start < at][-1:])
            found.update([name.party for name in named if at < name.start < end][:1])
    return found


CHECKS = (sides, shareholders)
