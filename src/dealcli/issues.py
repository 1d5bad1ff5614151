"""An issue: what is wrong in a file and where; its codes and severities."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

Code = Literal[
    # the file
    "too-large",
    "encoding",
    "empty",
    "tab",
    "invisible-character",
    # YAML
    "syntax",
    "directive",
    "second-document",
    "anchor",
    "alias",
    "tag",
    "merge-key",
    "key-not-text",
    "duplicate-key",
    "cut-value",
    "too-deep",
    "too-many-values",
    # structure
    "missing-key",
    "unknown-key",
    "no-value",
    "wrong-type",
    "unknown-word",
    "bad-number",
    "bad-date",
    "bad-text",
    "incomplete",
    # references
    "unknown-id",
    "wrong-kind",
    "duplicate-id",
    "circular-parent",
    "circular-part",
    "same-party",
    # arithmetic
    "not-a-share",
    "wrong-sum",
    "duplicate-holder",
    "duplicate-point",
    "reversed-range",
    "wrong-order",
    # quotes
    "no-quote",
    "quote-not-found",
    "ambiguous-quote",
    # grounding
    "ungrounded-name",
    "ungrounded-number",
    "ungrounded-date",
    "ungrounded-text",
    "wrong-unit",
    "wrong-bound",
    "party-not-named",
    "wrong-side",
    "wrong-holder",
    "unsupported-word",
    "unlinked",
    # firmness
    "too-firm",
    "too-weak",
    # coverage
    "unaccounted",
    "left-out-hedge",
    # sources
    "source-outside",
    "unreadable-source",
    "unverified",
    "unsupported-language",
    "changed-source",
]
"""What can be wrong, each explained in docs/checks.md and shown by tests/invalid/CODE.yaml."""

Severity = Literal["error", "warning"]
"""An error is a claim that the source does not support; a warning is for a person to look at."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning")


class Place(Struct, frozen=True, order=True):
    """A place in a text: line and column from 1, in characters; `length` characters long."""

    line: int
    column: int
    length: int = 1


class Issue(Struct, frozen=True, kw_only=True):
    """One thing wrong with a deal file or a source.

    Attributes:
        address: the JSON Pointer (RFC 6901) of the record or value in the deal file.
        code: what is wrong, as a stable name.
        message: what is wrong, in words.
        hint: what to do.
        at: the part of the value to point at; only until the issue is located.
        of_key: whether to point at the value's key; only until the issue is located.
        place: where; None until the issue is located.
        file: the file that `place` is in, if it is another one than the deal file: a source.
    """

    code: Code
    message: str
    hint: str = ""
    address: str = ""
    severity: Severity = "error"
    at: str = ""
    of_key: bool = False
    place: Place | None = None
    file: str = ""

    @property
    def where(self) -> Place:
        """The place of a located issue."""
        assert self.place is not None, "the issue is not located"
        return self.place


Lines = Mapping[str, Sequence[str]]
"""The lines of each file that issues point into, by `Issue.file`."""


def excerpt(issue: Issue, lines: Lines) -> str:
    """The line that a located issue points into; empty if the file has no such line."""
    of_file = lines.get(issue.file, ())
    number = issue.where.line
    return of_file[number - 1] if number <= len(of_file) else ""
