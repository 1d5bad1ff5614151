"""The streams: text to standard output or to a file, checked; messages to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from io import BufferedIOBase, BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from dealcli.characters import visible
from dealcli.errors import (
    DealcliError,
    OutputError,
    ReaderGoneError,
    UnreadableDealError,
    outcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dealcli.atomic_file import AtomicFile
    from dealcli.renderers.diagnostics import Screen


class Sink(Protocol):
    """Where pages go: standard output, or a file."""

    @property
    def stream(self) -> TextIO:
        """What a page is laid out for."""

    def write(self, text: str, encoding: str | None) -> None:
        """Write some text; see `output.write`."""

    def refuse_overwrite(self, paths: Iterable[Path]) -> None:
        """Refuse to write over one of the files that were read.

        Raises:
            DealcliError: when the output is one of them.
        """


class _StandardOutput:
    """Standard output."""

    @property
    def stream(self) -> TextIO:
        return sys.stdout

    def write(self, text: str, encoding: str | None) -> None:
        write(text, encoding)

    def refuse_overwrite(self, paths: Iterable[Path]) -> None:
        pass  # it was opened before dealcli was


class _File:
    """A file, in UTF-8, whose errors are those of the output."""

    def __init__(self, path: str, file: AtomicFile) -> None:
        self.path = path
        self.file = file
        self.stream: TextIO = TextIOWrapper(BytesIO(), "utf-8")

    def write(self, text: str, encoding: str | None) -> None:
        with _reported(self.path):
            self.file.write(text.encode(encoding or "utf-8", "backslashreplace"))

    def refuse_overwrite(self, paths: Iterable[Path]) -> None:
        for path in filter(self.file.replaces, paths):
            raise DealcliError(f"-o {self.path!r} would write over {str(path)!r}, which it reads")


@contextmanager
def opened(path: str | None) -> Iterator[Sink]:
    """Standard output where no path or `-` is given, else a file that is written whole or not.

    Raises:
        DealcliError: when the path is empty.
        OutputError: when the output could not be written.
    """
    if path is None or path == "-":
        yield _StandardOutput()
    elif not path:
        raise DealcliError("-o needs the name of a file")
    else:
        with _file(path) as file:
            yield file


@contextmanager
def _file(path: str) -> Iterator[_File]:
    from dealcli.atomic_file import AtomicFile

    file = AtomicFile(path)
    try:
        with ExitStack() as stack:
            with _reported(path):
                stack.enter_context(file)
            yield _File(path, file)
            with _reported(path):
                stack.close()
    except (OutputError, ReaderGoneError):
        raise
    except Exception:
        if not file.is_direct:
            write_error(f"dealcli: {path!r} was not written")
        raise


@contextmanager
def _reported(path: str) -> Iterator[None]:
    """Turn an error of the system into one of the output."""
    try:
        yield
    except BrokenPipeError:
        raise ReaderGoneError from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"cannot write {path!r}: {reason}") from None


def write(text: str, encoding: str | None = None) -> None:
    """Write text to standard output, all of it.

    Characters that the stream's encoding lacks are written as escapes. `encoding` overrides the
    stream's own.

    Raises:
        ReaderGoneError: when the reader went away.
        OutputError: when the text could not be written.
    """
    stream = sys.stdout
    stream.buffer.write(text.encode(encoding or stream.encoding, "backslashreplace"))


@contextmanager
def checked() -> Iterator[None]:
    """Let every write to standard output raise the errors of `write`, even if it is closed.

    That includes what Typer writes itself: the scripts for shell completion.
    """
    stream = sys.stdout
    encoding = (stream and stream.encoding) or "ascii"
    text = TextIOWrapper(
        _CheckedOutput(stream), encoding, "backslashreplace", newline="", write_through=True
    )
    with redirect_stdout(text):
        yield


class _CheckedOutput(BufferedIOBase):
    """The bytes of standard output: a write arrives whole, or raises an error of the output."""

    name = "<stdout>"

    def __init__(self, stream: TextIO | None) -> None:
        self.stream = stream

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self.stream is not None and self.stream.isatty()

    def fileno(self) -> int:
        return self.stream.fileno() if self.stream else super().fileno()

    def write(self, data: Any) -> int:
        if self.stream is None:
            raise OutputError("cannot write the output: standard output is closed")
        try:
            _write_all(self.stream, data)
        except BrokenPipeError:
            raise ReaderGoneError from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise OutputError(f"cannot write the output: {reason}") from None
        return len(data)


def _write_all(stream: TextIO, data: bytes) -> None:
    # Without the buffer: it would keep what it could not write, and fail again at exit.
    raw = getattr(stream.buffer, "raw", stream.buffer)
    rest = memoryview(data)
    while rest:
        written = raw.write(rest)
        if written is None:  # another program has made the stream non-blocking
            from select import select

            select([], [raw], [])
        else:
            rest = rest[written:]


def takes_colour(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal whose user has not switched colour off."""
    off = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream is not None and stream.isatty() and not off


def screen(stream: TextIO) -> Screen:
    """Return what issues are printed on: the width, encoding and colours of a stream."""
    from dealcli.renderers.diagnostics import Screen
    from dealcli.renderers.streams import columns

    width = columns(stream) if stream.isatty() else None
    return Screen(width, stream.encoding or "ascii", takes_colour(stream))


def write_error(text: str) -> None:
    """Write a message to standard error, where there is one; nothing in it acts on a terminal."""
    _write_error(visible(text))


def _write_error(text: str) -> None:
    stream = sys.stderr
    if stream is None:
        return
    data = f"{text}\n".encode(stream.encoding or "ascii", "backslashreplace")
    with suppress(OSError, ValueError):  # there is nowhere left to say so
        _write_all(stream, data)


def report_skipped(count: int) -> None:
    """Say how many files in folders were passed over because they are no deals, if any."""
    if count:
        files = "1 YAML file" if count == 1 else f"{count:,} YAML files"
        write_error(f"dealcli: {files} without a top-level `format` key skipped")


def report(error: BaseException) -> int:
    """Write the message of an error to standard error, if it has one; the exit code it means."""
    message, code = outcome(error)
    if isinstance(error, UnreadableDealError):
        from dealcli.renderers import diagnostics

        on = screen(sys.stderr) if sys.stderr else diagnostics.PIPE
        _write_error(diagnostics.render(error.name, error.issues, error.lines, on))
    elif message:
        write_error(message)
    return code
