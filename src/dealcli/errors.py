"""The errors that end a run, and what each ends it with: a message and an exit code.

It imports nothing at the start, so that it is there when an import fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealcli.issues import Issue, Lines

FOUND = 1
"""Exit code: `check` found something."""
USAGE = 2
"""Exit code: a usage error, or a file that cannot be read."""
BUG = 70
"""Exit code: an error of the program itself (``EX_SOFTWARE`` in sysexits.h)."""
UNWRITTEN = 74
"""Exit code: the output could not be written (``EX_IOERR`` in sysexits.h)."""
INTERRUPTED = 130
"""Exit code: Ctrl-C, as shells expect (128 + SIGINT)."""
CLOSED_PIPE = 141
"""Exit code: the reader went away, as shells expect (128 + SIGPIPE)."""


class DealcliError(Exception):
    """An error that is reported to the user in one line."""

    exit_code = USAGE

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(DealcliError):
    """A wrong command line; the message may have more than one line."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class AbsentPartyError(DealcliError):
    """No party of a deal has the name that was asked for.

    `closest` is what the message says of the name that was meant, which may be nothing.
    """

    def __init__(self, message: str, closest: str) -> None:
        super().__init__(message)
        self.closest = closest


class UnreadableDealError(DealcliError):
    """A deal file that cannot be read as a deal, with every issue found in it.

    Attributes:
        name: what to call the file in messages.
        issues: what is wrong with it, each located.
        lines: the lines of the file, as far as it is text.
    """

    def __init__(self, name: str, issues: list[Issue], lines: Sequence[str] = ()) -> None:
        super().__init__(f"{name} cannot be read as a deal file")
        self.name = name
        self.issues = issues
        self.lines: Lines = {"": lines}


class OutputError(DealcliError):
    """The output could not be written."""

    exit_code = UNWRITTEN


class ReaderGoneError(Exception):
    """The reader of the output has closed it: a quiet end, without a message."""


def outcome(error: BaseException) -> tuple[str, int]:
    """The message of an error, empty for a quiet end, and the exit code of a run that it ends."""
    if isinstance(error, UsageError):
        return f"dealcli: {error.message}", error.exit_code
    if isinstance(error, DealcliError):
        from dealcli.characters import in_one_line

        return f"dealcli: {in_one_line(error.message)}", error.exit_code
    if isinstance(error, ReaderGoneError):
        return "", CLOSED_PIPE
    if isinstance(error, KeyboardInterrupt):
        return "", INTERRUPTED
    if isinstance(error, MemoryError):
        return "dealcli: out of memory", BUG
    what = f"{type(error).__name__}: {str(error)[:200]!a}"
    message = (
        f"dealcli: internal error ({what}). This is a bug: please report it with the command "
        "and the output that DEALCLI_DEBUG=1 adds"
    )
    return message, BUG
