"""What can be wrong with a deal file and where, and the errors that end a run."""

from msgspec import Struct

USAGE = 2
"""Exit code: a usage error, or a file that cannot be read."""
UNWRITTEN = 74
"""Exit code: the output could not be written (``EX_IOERR`` in sysexits.h)."""
INTERRUPTED = 130
"""Exit code: Ctrl-C, as shells expect (128 + SIGINT)."""
CLOSED_PIPE = 141
"""Exit code: the reader went away, as shells expect (128 + SIGPIPE)."""


class Place(Struct, frozen=True, order=True):
    """A place in a text: line and column from 1, in characters; `length` characters long."""

    line: int
    column: int
    length: int = 1


class Problem(Struct, frozen=True):
    """One thing wrong with a deal file.

    `address` is the JSON Pointer of the record or value (RFC 6901), `code` a stable name,
    `excerpt` the line of the file that `place` points into.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    address: str = ""
    excerpt: str = ""


class DealcliError(Exception):
    """An error that a user is told in one line."""

    exit_code = USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


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
