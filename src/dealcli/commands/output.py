"""The way out: text to standard output, whole and checked, and messages to standard error."""

import os
import sys
from typing import TextIO

from dealcli.characters import visible
from dealcli.problems import DealcliError, OutputError, ReaderGoneError, UnreadableDealError


def write(text: str, encoding: str | None = None) -> None:
    """Write text to standard output and see that it arrives.

    Characters that the stream's encoding lacks are written as escapes. `encoding` overrides the
    stream's own.

    Raises:
        ReaderGoneError: when the reader went away.
        OutputError: when the text could not be written.
    """
    stream = sys.stdout
    data = text.encode(encoding or stream.encoding or "ascii", "backslashreplace")
    try:
        _write_all(stream, data)
    except BrokenPipeError:
        _forget(stream)
        raise ReaderGoneError from None
    except (OSError, ValueError) as error:
        _forget(stream)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(f"cannot write the output: {reason}") from None


def _write_all(stream: TextIO, data: bytes) -> None:
    stream.flush()
    rest = memoryview(data)
    while rest:  # under `python -u` the stream is raw and may take a part only
        rest = rest[stream.buffer.write(rest) :]
    stream.buffer.flush()


def _forget(stream: TextIO) -> None:
    """Give the interpreter nothing to flush at exit, where it would fail again, and loudly."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())


def complain(text: str) -> None:
    """Write a message to standard error, where there is one; nothing in it acts on a terminal."""
    stream = sys.stderr
    if stream is None:
        return
    data = f"{visible(text)}\n".encode(stream.encoding or "ascii", "backslashreplace")
    try:
        _write_all(stream, data)
    except (OSError, ValueError):
        _forget(stream)  # there is nowhere left to say so


def tell(error: DealcliError) -> None:
    """Say on standard error what went wrong."""
    if isinstance(error, UnreadableDealError):
        from dealcli.renderers import diagnostics

        complain(diagnostics.render(error.name, error.problems))
    else:
        complain(f"dealcli: {error.message}")
