"""Sides: who gives, who takes and who holds is not the other way round in the words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dealcli.checks.matching import printed_numbers
from dealcli.checks.parties import Name, named_places
from dealcli.checks.vocabulary import STEMS
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import Id, JointVenture, Party, Payment, Term, ids_of
from dealcli.nodes import PartNode
from dealcli.release import sentences_of
from dealcli.yamltree import pointer

_SUPPLY = (
    "supply|sell|deliver",
    "supplied|sold|delivered",
    "buy|purchase|take|procure|receive",
)
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
    "letter-of-credit": ("issue|provide", "issued|provided", "receive"),
}
"""What the giver of a term or a payment is said to do, and to have done; and what the taker is."""

_BY = (
    r"\b(?:(?:payable|paid|issued|granted|supplied|provided|contributed|licen[cs]ed) by"
    r"|loan from)\b"
)
_AND = re.compile(r"\band\s\Z")
_AHEAD = r"\b(?:will|shall|would|must|may|to)\s(?:(?:also|each|both|initially)\s)?"
_BEHIND = r"\b(?:has|have)\s(?:(?:also|each|both|already)\s)?"
_VENTURE = re.compile(STEMS["deal-kind"]["joint-venture"], re.IGNORECASE)

Known = list[Party | JointVenture]
"""Those whom the words of a record may name: the parties, and the ventures of the record."""


def sides(index: DealIndex) -> Iterator[Issue]:
    """`wrong-side`: a term or a payment whose taker is said to give, or whose giver to take."""
    parties = [node.part for node in index.of(Party)]
    names = {party.name for party in parties}
    ventures = [node.part for node in index.of(JointVenture) if node.part.name not in names]
    for node, words in index.grounded:
        if not isinstance(node.part, (Term, Payment)):
            continue
        kind = node.part.kind if isinstance(node.part, Term) else node.part.form
        give, given, take = _GIVING.get(kind or "", ("", "", ""))
        from_, to = set(ids_of(node.part.from_)), set(ids_of(node.part.to))
        known = [*parties, *(venture for venture in ventures if venture.id in from_ | to)]
        givers = {giver for text in words for giver in _givers(text, known, give, given)}
        takers = {taker for text in words for taker in _subjects(text, known, take, "received")}
        if not givers & from_:
            yield from _wrong(node, "to", to & givers - takers, "gives")
        if not takers & to:
            yield from _wrong(node, "from", from_ & takers - givers, "takes")


def _wrong(node: PartNode, key: str, parties: set[Id], does: str) -> Iterator[Issue]:
    for party_id in sorted(parties):
        yield Issue(
            address=pointer(node.address, key),
            code="wrong-side",
            message=f"'{party_id}' stands under '{key}', but the quotes say that it {does}",
            hint="'from' gives and 'to' takes",
            severity="warning",
            at=party_id,
        )


def _givers(text: str, known: Known, ahead: str, behind: str) -> Iterator[Id]:
    """The ids of those who are said to give: as a verb's subject, or after "paid by"."""
    yield from _subjects(text, known, ahead, behind)
    for clause in _clauses(text) if ahead else ():
        named = named_places(known, clause)
        for found in re.finditer(_BY, clause):
            yield from [name.party for name in named if name.start >= found.end()][:1]


def _subjects(text: str, known: Known, ahead: str, behind: str) -> Iterator[Id]:
    """The ids of those whom some words have doing something, yet to come or done.

    Where the record names a venture, a verb after the words for one may be the venture's, although
    they name its parties: "the joint venture of A and B will supply ...".
    """
    ventures = {one.id for one in known if isinstance(one, JointVenture)}
    verb = re.compile(rf"(?:{_AHEAD}(?:{ahead})|{_BEHIND}(?:{behind}))\b")
    for clause in _clauses(text) if ahead else ():
        named = named_places(known, clause)
        venture = _VENTURE.search(clause) if ventures else None
        subject: list[Id] = []
        for found in re.finditer(rf"{_AHEAD}|{_BEHIND}", clause):
            if not _AND.search(clause, max(0, found.start() - 5), found.start()):
                subject = list(_subject(named, clause, found.start()))
                if venture and venture.start() < found.start():
                    subject = [one for one in subject if one in ventures]
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
