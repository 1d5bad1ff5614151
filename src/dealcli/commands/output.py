"""The way out: text to standard output or a file, checked, and messages to standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from dealcli.characters import in_one_line, visible
from dealcli.problems import DealcliError, OutputError, ReaderGoneError, UnreadableDealError


class Sink(Protocol):
    """Where pages go: standard output, or a file."""

    @property
    def stream(self) -> TextIO:
        """What a page is laid out for."""

    def write(self, text: str, encoding: str | None) -> None:
        """Write some text; see `output.write`."""

    def spare(self, paths: Iterable[Path]) -> None:
        """Refuse to write over one of the files that were read."""


class _Standard:
    """Standard output."""

    @property
    def stream(self) -> TextIO:
        return sys.stdout

    def write(self, text: str, encoding: str | None) -> None:
        write(text, encoding)

    def spare(self, paths: Iterable[Path]) -> None:
        pass  # it was opened before dealcli was


@contextmanager
def opened(path: str | None) -> Iterator[Sink]:
    """Standard output where no path or `-` is given, else a file that is written whole or not.

    Raises:
        DealcliError: when the path is empty.
        OutputError: when the file could not be written.
    """
    if path is None or path == "-":
        yield _Standard()
        return
    if not path:
        raise DealcliError("-o needs the name of a file")
    from dealcli.commands.draft import Draft

    with Draft(path) as draft:
        yield draft


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
        complain(f"dealcli: {in_one_line(error.message)}")
