"""References: every id that is named exists, is of the right kind, and is given once."""

from collections.abc import Iterator

from dealcli import model
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.meanings import Identifier, Reference
from dealcli.model import Id, Part, Party, Payment, Source, Stake, Term, ids_of, in_words
from dealcli.validation import nearest, noun
from dealcli.yamltree import pointer

_COMPARED = 100
"""Unknown ids that are compared with all that are known: each comparison takes its time."""


def kinds_named(meaning: Reference) -> tuple[type[Part], ...]:
    """The kinds of record whose id a reference can hold; Part is any."""
    return tuple(getattr(model, name) for name in meaning.to.split(" | "))


def unknown_ids(index: DealIndex) -> Iterator[Issue]:
    """`unknown-id`, `wrong-kind`: an id that no record has, or that another kind of record has."""
    missed = 0
    for node in index.nodes:
        for key, address, value, meaning in node.values(Reference):
            kinds = kinds_named(meaning)
            found = index.by_id.get(value)
            if found is None:
                missed += 1
                near = missed <= _COMPARED
                yield _unknown(value, _ids(index, kinds), kinds, address, near=near)
            elif not isinstance(found.part, kinds):
                named = " or ".join(map(noun, kinds))
                message = f"'{value}' is {noun(type(found.part))}; '{key}' names {named}"
                hint = _known(_ids(index, kinds))
                yield Issue(address=address, code="wrong-kind", message=message, hint=hint)


def unknown_sources(index: DealIndex) -> Iterator[Issue]:
    """`unknown-id`: a quote from a source that the file does not have."""
    missed = 0
    for quotes in index.quoted.values():
        for quote in quotes:
            if quote.passage.source and quote.passage.source not in index.file.texts:
                missed += 1
                near = missed <= _COMPARED
                ids = [source.id for source in index.deal.sources]
                address = pointer(quote.address, "source")
                yield _unknown(quote.passage.source, ids, (Source,), address, near=near)


def _ids(index: DealIndex, kinds: tuple[type[Part], ...]) -> list[str]:
    return [record_id for record_id, node in index.by_id.items() if isinstance(node.part, kinds)]


def _unknown(
    value: str, ids: list[str], kinds: tuple[type[Part], ...], address: str, *, near: bool
) -> Issue:
    what = "record" if Part in kinds else " or ".join(map(in_words, kinds))
    message = f"no {what} has the id '{value}'"
    close = nearest(value, ids) if near else None
    hint = f"did you mean '{close}'?" if close else _known(ids)
    return Issue(address=address, code="unknown-id", message=message, hint=hint)


def _known(ids: list[str]) -> str:
    more = ", ..." if len(ids) > 12 else ""
    return f"there is: {', '.join(ids[:12])}{more}" if ids else "there is none"


def duplicate_ids(index: DealIndex) -> Iterator[Issue]:
    """`duplicate-id`: an id that two records share; what names it could mean either."""
    first: dict[str, str] = {}
    for node in index.nodes[1:]:
        for _, address, value, _ in node.values(Identifier):
            if value in first:
                line = index.file.tree.place(first[value]).line
                message = f"the id '{value}' is given again; {noun(type(node.part))} has it here"
                hint = f"the first is on line {line}: give each record an id of its own"
                yield Issue(address=address, code="duplicate-id", message=message, hint=hint)
            else:
                first[value] = address


def circular_parents(index: DealIndex) -> Iterator[Issue]:
    """`circular-parent`: a party that is its own affiliate, or its own parent, however."""
    in_circles = _in_circles(index, "parent")
    for node in index.of(Party):
        if node.part.affiliate_of == node.part.id:
            address = pointer(node.address, "affiliate_of")
            message = f"'{node.part.id}' is its own affiliate"
            yield Issue(address=address, code="circular-parent", message=message)
        if node.part.id in in_circles:
            address = pointer(node.address, "parent")
            message = f"'{node.part.id}' is its own parent"
            yield Issue(address=address, code="circular-parent", message=message)


def circular_parts(index: DealIndex) -> Iterator[Issue]:
    """`circular-part`: a payment that is a part of itself, directly or through others."""
    in_circles = _in_circles(index, "part_of")
    for node in index.of(Payment):
        if node.part.id in in_circles:
            yield Issue(
                address=pointer(node.address, "part_of"),
                code="circular-part",
                message=f"'{node.part.id}' is a part of itself",
                hint="remove 'part_of' from the payment that is the total",
            )


def _in_circles(index: DealIndex, key: str) -> set[Id]:
    """The ids of the records that a key leads back to, from one record to the next.

    Each record is looked at once, however long a chain is.
    """
    seen: set[Id] = set()
    found: set[Id] = set()
    for start in index.by_id:
        path: dict[Id, int] = {}
        at: Id | None = start
        while at in index.by_id and at not in seen:
            seen.add(at)
            path[at] = len(path)
            at = getattr(index.by_id[at].part, key, None)
        if at in path:
            found.update(list(path)[path[at] :])
    return found


def same_party(index: DealIndex) -> Iterator[Issue]:
    """`same-party`: a term or payment from a party to itself, or a share from its holder."""
    for node in index.of(Stake):
        if node.part.holder in ids_of(node.part.from_):
            message = f"'{node.part.holder}' holds this share and is whom it is bought from"
            hint = "'holder' buys and 'from' sells; leave 'from' out where nobody sells"
            address = pointer(node.address, "from")
            at = node.part.holder
            yield Issue(address=address, code="same-party", message=message, hint=hint, at=at)
    for node in index.of(Term, Payment):
        both = set(ids_of(node.part.from_)) & set(ids_of(node.part.to))
        for party_id in sorted(both):
            message = (
                f"'{party_id}' stands on both sides of this {noun(type(node.part)).split()[-1]}"
            )
            hint = "'from' gives and 'to' takes; leave one out where the source does not say"
            address = pointer(node.address, "to")
            yield Issue(address=address, code="same-party", message=message, hint=hint, at=party_id)


CHECKS = (
    unknown_ids,
    unknown_sources,
    duplicate_ids,
    circular_parents,
    circular_parts,
    same_party,
)
