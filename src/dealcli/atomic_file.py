"""A file that is complete in its place or absent: it is written beside it, then moved there."""

import errno
import os
import signal
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Self

_NAMES = "SIGINT SIGTERM SIGHUP SIGQUIT SIGUSR1 SIGUSR2 SIGALRM SIGVTALRM SIGPROF SIGXCPU SIGBREAK"
_TERMINATING = [getattr(signal, name) for name in _NAMES.split() if hasattr(signal, name)]
"""The signals that end a process by default, can be handled, and do not report a crash."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class AtomicFile:
    """A file to write in a `with` block: its target gets the whole content, or is left as it was.

    The content goes to a temporary file in the target's folder, which replaces the target when
    the block ends without an exception. If it ends with one, or a signal ends the process, the
    temporary file is removed. A symbolic link is followed, and permissions are kept. A device, a
    named pipe, and a file without a name are written to directly. Only the main thread can handle
    signals, so only the main thread can use this class.

    Attributes:
        is_direct: whether the target is written to directly.

    Raises:
        OSError: when the block is entered or left, or in `write`.
        ValueError: when the block is entered, for a path that no file can have.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.is_direct = False
        self._file: BinaryIO = BytesIO()  # until there is one
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Self:
        self._existing = _existing(self._path)
        self._target = Path(os.path.realpath(self._path))
        self.is_direct = self._existing is not None and not self._is_replaceable(self._existing)
        with ExitStack() as stack:
            if self.is_direct:
                self._file = stack.enter_context(Path(self._path).open("wb", buffering=0))
            else:
                # A random name: the process id may be that of a run that was killed.
                name = f".dealcli-{os.urandom(8).hex()}.tmp"
                self._temporary = self._target.with_name(name)
                stack.enter_context(self._handled_signals())  # before there is a file
                stack.callback(self._discard)
                self._file = os.fdopen(self._create(), "wb", buffering=0)
            self._cleanup = stack.pop_all()
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        with self._cleanup:
            if kind is None and not self.is_direct:
                self._commit()

    def write(self, data: bytes) -> None:
        """Append some bytes."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]

    def replaces(self, path: Path) -> bool:
        """Whether `path` is the file that this one replaces."""
        with suppress(OSError, ValueError):
            return not self.is_direct and self._target.samefile(path)
        return False

    def _is_replaceable(self, existing: os.stat_result) -> bool:
        """Whether the target is a regular file that still has its name."""
        with suppress(OSError):
            return stat.S_ISREG(existing.st_mode) and os.path.samestat(
                existing, self._target.stat()
            )
        return False

    def _create(self) -> int:
        """Create the temporary file, at no time open to more users than at the end."""
        existing = self._existing
        mode = 0o666 if existing is None else existing.st_mode & stat.S_IRWXU
        try:
            descriptor = os.open(self._temporary, _NEW, mode)
        except PermissionError as error:
            reason = f"the folder {str(self._target.parent)!r} takes no new files"
            raise PermissionError(error.errno, reason) from None
        if existing is not None and hasattr(os, "fchown"):
            with suppress(OSError):  # only root can give a file to another user
                os.fchown(descriptor, existing.st_uid, existing.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(existing.st_mode))
        return descriptor

    def _commit(self) -> None:
        os.fsync(self._file.fileno())
        self._file.close()  # Windows cannot move an open file
        self._temporary.replace(self._target)
        _sync(self._target.parent)

    def _discard(self) -> None:
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._temporary.unlink()

    @contextmanager
    def _handled_signals(self) -> Iterator[None]:
        """Handle the terminating signals, except those that are ignored, as under `nohup`."""
        for number in _TERMINATING:
            handler = signal.getsignal(number)
            if handler not in (signal.SIG_IGN, None):
                self._handlers[number] = handler
                signal.signal(number, self._end)
        try:
            yield
        finally:
            for number, handler in self._handlers.items():
                signal.signal(number, handler)

    def _end(self, number: int, frame: Any) -> None:
        """Remove the temporary file and end the process.

        No exception is raised, since that could interrupt the cleanup of the block.
        """
        self._discard()
        handler = self._handlers[number]
        if callable(handler):
            handler(number, frame)
        else:
            os._exit(128 + number)


def _existing(path: str) -> os.stat_result | None:
    """The file that a path leads to; None where there is none yet.

    Raises:
        OSError: when it cannot be written.
    """
    if path.endswith(("/", os.sep)):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    try:
        existing = Path(path).stat()
    except FileNotFoundError:
        return None
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it may not be written to")
    return existing


def _sync(folder: Path) -> None:
    """Ask the system to store the entries of a folder, where the platform can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
