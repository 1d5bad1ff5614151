"""A file that is written whole or not at all: beside its place first, then put there at once."""

import io
import os
import signal
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Self, TextIO

from dealcli.commands import output
from dealcli.problems import DealcliError, OutputError, ReaderGoneError


def _stopped(number: int, frame: Any) -> None:
    """End as a signal asks for, but with what was begun cleared away."""
    raise SystemExit(128 + number)


class Draft:
    """A file in the making. Left by an error, it leaves what stood in its place as it was."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.stream: TextIO = io.TextIOWrapper(io.BytesIO(), "utf-8")

    def __enter__(self) -> Self:
        try:
            if "\0" in self.path:  # Python's own message for this differs between its versions
                raise ValueError("embedded null byte")
            self.place = self.beside = Path(self.path)
            self.mode = self._mode()
            if self.mode is None or stat.S_ISREG(self.mode):
                self.place = Path(os.path.realpath(self.path))  # a link stays a link
                self.beside = self.place.with_name(f".{self.place.name[:200]}.{os.getpid()}.part")
            self.before = signal.signal(signal.SIGTERM, _stopped)
            self.file: BinaryIO = self.beside.open("wb" if self.beside == self.place else "xb")
        except (OSError, ValueError) as error:
            raise self._unwritten(error) from None
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        try:
            if kind is None:
                self._keep()
            elif self.beside != self.place:
                output.complain(f"dealcli: {self.path!r} was not written")
        except (OSError, ValueError) as failure:
            raise self._unwritten(failure) from None
        finally:
            with suppress(OSError):  # what it could not hold was told above
                self.file.close()
            if self.beside != self.place:
                self.beside.unlink(missing_ok=True)
            signal.signal(signal.SIGTERM, self.before)

    def write(self, text: str, encoding: str | None) -> None:
        """Add some text, in UTF-8.

        Raises:
            OutputError: when it could not be written.
        """
        try:
            self.file.write(text.encode(encoding or "utf-8", "backslashreplace"))
        except OSError as error:
            raise self._unwritten(error) from None

    def spare(self, paths: Iterable[Path]) -> None:
        """Refuse to write over one of the files that were read.

        Raises:
            DealcliError: when the file is one of them.
        """
        for path in paths:
            if self.mode is not None and path.exists() and path.samefile(self.place):
                raise DealcliError(
                    f"-o {self.path!r} would write over {str(path)!r}, which it reads"
                )

    def _mode(self) -> int | None:
        """What stands in the place: its type and permissions; None for nothing."""
        try:
            mode = self.place.stat().st_mode
        except FileNotFoundError:
            return None
        if not os.access(self.place, os.W_OK):
            raise PermissionError(None, "it may not be written to")
        return mode

    def _keep(self) -> None:
        self.file.flush()
        if self.beside == self.place:
            return
        os.fsync(self.file.fileno())
        if self.mode is not None:
            self.beside.chmod(stat.S_IMODE(self.mode))
        self.beside.replace(self.place)

    def _unwritten(self, error: OSError | ValueError) -> OutputError | ReaderGoneError:
        if isinstance(error, BrokenPipeError):
            return ReaderGoneError()
        reason = getattr(error, "strerror", None) or str(error)
        return OutputError(f"cannot write {self.path!r}: {reason}")
