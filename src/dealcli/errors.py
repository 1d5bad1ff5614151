"""The errors that end a run, and the exit codes."""

from collections.abc import Sequence

from dealcli.issues import Issue, Lines

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


class DealcliError(Exception):
    """An error that is reported to the user in one line."""

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
    """Whoever read the output has stopped: a quiet end, not an error to tell."""
