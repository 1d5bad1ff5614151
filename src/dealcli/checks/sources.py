"""Sources: the text that a deal file was encoded from is available, and is the same text."""

import hashlib
from collections.abc import Iterator

from dealcli.boundary import RULE
from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.language.packs import known
from dealcli.yamltree import pointer


def at_hand(index: DealIndex) -> Iterator[Issue]:
    """`unverified`, `unreadable-source`, `source-outside`: a source without an available text."""
    for text in index.file.texts.values():
        address = pointer("/sources", text.number - 1)
        if text.outside:
            yield Issue(
                address=pointer(address, "file"),
                code="source-outside",
                message=f"{text.source.file}: {text.reason}",
                hint=RULE,
            )
        elif text.reason:
            yield Issue(
                address=pointer(address, "file"),
                code="unreadable-source",
                message=f"{text.source.file}: {text.reason}",
                hint="the path is relative to the deal file; without its text nothing is proved",
            )
        elif text.release is None:
            message = (
                f"the text of '{text.source.id}' is not at hand: what rests on it is unverified"
            )
            yield _unverified(address, message)
    if index.records[1:] and not index.file.texts:
        yield _unverified("", "the deal names no source: nothing in it is verified")


def _unverified(address: str, message: str) -> Issue:
    return Issue(
        address=address,
        code="unverified",
        message=message,
        hint="save the text beside the deal file and name it under the source's 'file'",
        severity="warning",
    )


def language(index: DealIndex) -> Iterator[Issue]:
    """`unsupported-language`: a source in a language whose words the checks do not know."""
    for text in index.file.texts.values():
        if text.release is None or text.release.language is not None:
            continue
        address = pointer("/sources", text.number - 1)
        only = f"only {' and '.join(one.name for one in known())} is read"
        message = (
            f"the text of '{text.source.id}' does not look "
            f"{' or '.join(one.name for one in known())}: {only}"
        )
        hint = (
            "quotes, references and arithmetic are checked; compare the rest with the text yourself"
        )
        if tag := text.source.language:
            address = pointer(address, "language")
            message = f"the text of '{text.source.id}' is in '{tag}': {only}"
        else:
            tags = (f"'language: {one.tag}' if it is {one.name}" for one in known())
            hint += f", or write {' or '.join(tags)}"
        yield Issue(
            address=address,
            code="unsupported-language",
            message=message,
            hint=hint,
            severity="warning",
        )


def unchanged(index: DealIndex) -> Iterator[Issue]:
    """`changed-source`: a source whose bytes are not those that were encoded."""
    for text in index.file.texts.values():
        given = text.source.sha256
        if given is None or text.release is None:
            continue
        found = hashlib.sha256(text.data).hexdigest()
        if found != given:
            yield Issue(
                address=pointer(pointer("/sources", text.number - 1), "sha256"),
                code="changed-source",
                message=f"{text.source.file} is not the text that was encoded",
                hint=f"its SHA-256 is {found}; read what changed before you write it here",
            )


CHECKS = (at_hand, language, unchanged)
