"""Links: what is said to belong together is said together."""

from collections.abc import Iterable, Iterator

from dealcli.checks.naming import named_in
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import Reference
from dealcli.model import Caveat, Facility, Id, JointVenture, Party, Payment, Term, in_words
from dealcli.nodes import PartNode
from dealcli.reading.text import unmatched_in
from dealcli.yamltree import pointer

MANY = 12
"""Maximum number of records that a hint names."""

TIE = "quote the sentence that ties them with both records"


def ventures(index: DealIndex) -> Iterator[Issue]:
    """`unlinked`: a facility of a venture with which it shares no sentence, or fewer than another.

    What ties the two is in the source, so both quote the sentence that does.
    """
    founded = {node.part.id: index.sentences[node.address] for node in index.of(JointVenture)}
    for node, _ in index.grounded:
        part = node.part
        if not isinstance(part, Facility) or part.venture not in founded:
            continue
        ours = index.sentences[node.address]
        shared = {venture: len(ours & theirs) for venture, theirs in founded.items()}
        most = max(shared.values())
        if shared[part.venture] < max(most, 1):
            message = f"nothing quoted ties '{part.id}' to '{part.venture}'"
            closest = [venture for venture in shared if most and shared[venture] == most]
            hint = TIE
            if closest:
                hint += f"; it shares more with {', '.join(closest)}"
            address = pointer(node.address, "venture")
            yield Issue(address=address, code="unlinked", message=message, hint=hint)


def flows(index: DealIndex) -> Iterator[Issue]:
    """`unlinked`: a term or a payment of one venture, whose quotes are about another one.

    A record is about a venture with which it shares a sentence, or of whose name it has the words.
    """
    names = {node.part.id: node.part.name for node in index.of(JointVenture)}
    near = _by_sentence(index, index.of(JointVenture))
    for node, evidence in index.grounded:
        for key, address, value, _ in node.values(Reference):
            named = isinstance(node.part, (Term, Payment)) and key in ("from", "to")
            if named and value in names and unmatched_in(names[value], evidence):
                yield from _elsewhere(index, node, near, address, value)


def parts(index: DealIndex) -> Iterator[Issue]:
    """`unlinked`: a part of one payment, whose quotes are about another one."""
    totals = [node for node in index.of(Payment) if node.part.id and not node.part.part_of]
    near = _by_sentence(index, totals)
    for node, _ in index.grounded:
        named = node.part.part_of if isinstance(node.part, Payment) else None
        total = index.by_id.get(named) if named else None
        if total is None or not isinstance(total.part, Payment):
            continue
        if named and not index.sentences[node.address] & index.sentences[total.address]:
            yield from _elsewhere(index, node, near, pointer(node.address, "part_of"), named)


Near = dict[tuple[int, int], list[Id]]
"""The ids of some records by the sentences that they quote."""


def _by_sentence(index: DealIndex, nodes: Iterable[PartNode]) -> Near:
    near: Near = {}
    for node in nodes:
        for sentence in index.sentences[node.address]:
            near.setdefault(sentence, []).append(node.part.id)
    return near


def _elsewhere(
    index: DealIndex, node: PartNode, near: Near, address: str, named: Id
) -> Iterator[Issue]:
    """An issue where a record shares a sentence with others, and not with the one that it names."""
    others = {other for at in index.sentences[node.address] for other in near.get(at, ())}
    if others and named not in others:
        closest = ", ".join(sorted(others)[:MANY])
        yield Issue(
            address=address,
            code="unlinked",
            message=f"nothing quoted ties this {in_words(type(node.part))} to '{named}'",
            hint=f"{TIE}; it shares more with {closest}",
            severity="warning",
        )


def caveats(index: DealIndex) -> Iterator[Issue]:
    """`unlinked`: a caveat on a record that it shares no sentence with, or a party unnamed."""
    for node, evidence in index.grounded:
        if not isinstance(node.part, Caveat):
            continue
        ours = index.sentences[node.address]
        for number, record_id in enumerate(node.part.applies_to):
            about = index.by_id.get(record_id)
            if about is None:
                continue
            party = about.part if isinstance(about.part, Party) else None
            named = party is not None and any(named_in(party, words.text) for words in evidence)
            if not named and not ours & index.sentences[about.address]:
                message = f"nothing quoted ties this caveat to '{record_id}'"
                hint = "quote with the caveat a sentence that the record quotes too"
                address = pointer(pointer(node.address, "applies_to"), number)
                yield Issue(
                    address=address,
                    code="unlinked",
                    message=message,
                    hint=hint,
                    severity="warning",
                )


CHECKS = (ventures, flows, parts, caveats)
