"""Links: what is said to belong together is said together."""

from collections.abc import Iterator

from dealcli.checks.matching import named_in
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import Caveat, Facility, JointVenture, Party
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


CHECKS = (ventures, caveats)
