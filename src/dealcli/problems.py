"""What can be wrong with a deal file and where, and the errors that end a run."""

from typing import Literal

from msgspec import Struct

FOUND = 1
"""Exit code: `check` found something."""
USAGE = 2
"""Exit code: a usage error, or a file that cannot be read."""
UNWRITTEN = 74
"""Exit code: the output could not be written (``EX_IOERR`` in sysexits.h)."""
INTERRUPTED = 130
"""Exit code: Ctrl-C, as shells expect (128 + SIGINT)."""
CLOSED_PIPE = 141
"""Exit code: the reader went away, as shells expect (128 + SIGPIPE)."""


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
    "changed-source",
]
"""What can be wrong, each explained in docs/checks.md and shown by tests/invalid/CODE.yaml."""

Severity = Literal["error", "warning"]
"""An error is a claim that the source does not bear; a warning is what a person should look at."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning")


class Place(Struct, frozen=True, order=True):
    """A place in a text: line and column from 1, in characters; `length` characters long."""

    line: int
    column: int
    length: int = 1


class Problem(Struct, frozen=True):
    """One thing wrong with a deal file.

    `address` is the JSON Pointer of the record or value (RFC 6901), `code` a stable name,
    `excerpt` the line of the file that `place` points into; `file` is named only where that is
    another one than the deal file: a source.
    """

    place: Place
    code: Code
    message: str
    hint: str = ""
    address: str = ""
    excerpt: str = ""
    severity: Severity = "error"
    file: str = ""


class DealcliError(Exception):
    """An error that a user is told in one line."""

    exit_code = USAGE

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class AbsentPartyError(DealcliError):
    """No party of a deal has the name that was asked for.

    `closest` is what the message says of the name that was meant, which may be nothing.
    """

    def __init__(self, message: str, closest: str) -> None:
        super().__init__(message)
        self.closest = closest


class UnreadableDealError(DealcliError):
    """A deal file that does not read, with every problem found in it."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        super().__init__(f"{name} cannot be read as a deal file")
        self.name = name
        self.problems = problems


class OutputError(DealcliError):
    """The output could not be written."""

    exit_code = UNWRITTEN


class ReaderGoneError(Exception):
    """Whoever read the output has stopped: a quiet end, not an error to tell."""
