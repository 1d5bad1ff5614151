"""Links: what is said to belong together is said together."""

from collections.abc import Iterator

from dealcli.checks.naming import named_in
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import Reference
from dealcli.model import Caveat, Facility, Id, JointVenture, Party, Payment, Term, in_words
from dealcli.reading.text import unmatched_in
from dealcli.yamltree import pointer


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
            hint = "quote the sentence that ties them with both records"
            if closest:
                hint += f"; it shares more with {', '.join(closest)}"
            address = pointer(node.address, "venture")
            yield Issue(address=address, code="unlinked", message=message, hint=hint)


def flows(index: DealIndex) -> Iterator[Issue]:
    """`unlinked`: a term or a payment of one venture, whose quotes are about another one.

    A record is about a venture with which it shares a sentence, or of whose name it has the words.
    """
    near: dict[tuple[int, int], list[Id]] = {}
    names: dict[Id, str] = {}
    for venture in index.of(JointVenture):
        names[venture.part.id] = venture.part.name
        for sentence in index.sentences[venture.address]:
            near.setdefault(sentence, []).append(venture.part.id)
    for node, evidence in index.grounded:
        if not isinstance(node.part, (Term, Payment)):
            continue
        for key, address, value, _ in node.values(Reference):
            if key not in ("from", "to") or value not in names:
                continue
            others = {other for at in index.sentences[node.address] for other in near.get(at, ())}
            if others and value not in others and unmatched_in(names[value], evidence):
                yield Issue(
                    address=address,
                    code="unlinked",
                    message=f"nothing quoted ties this {in_words(type(node.part))} to '{value}'",
                    hint=f"it shares more with {', '.join(sorted(others))}",
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


CHECKS = (ventures, flows, caveats)
