"""Reading a file that a stranger may have named: it never blocks and never exceeds a limit."""

import os
import stat

# O_NONBLOCK: a named pipe or a device must not hang the program. O_NOCTTY: a terminal must not
# become its controlling terminal. O_BINARY, on Windows: bytes as they are.
_SAFELY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def require_path(name: str) -> None:
    """Refuse a name that can be no path, in the same words on every version of Python.

    Raises:
        ValueError: when there is a null character in it.
    """
    if "\0" in name:
        raise ValueError("embedded null byte")


def read_regular(path: str, limit: int) -> bytes:
    """The bytes of a regular file, at most `limit` and one more.

    The file is looked at after it was opened, so it cannot be exchanged for another in between; a
    symbolic link is refused, since the caller has resolved them all.

    Raises:
        OSError: when the file cannot be opened or read.
        ValueError: when it is not a regular file, or its name cannot be a path.
    """
    handle = os.open(path, _SAFELY | getattr(os, "O_NOFOLLOW", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("not a regular file")
        return _up_to(handle, limit + 1)
    finally:
        os.close(handle)


def read_named(path: str, limit: int) -> bytes:
    """The bytes of a file or device that the user named, at most `limit` and one more.

    A pipe that something writes to is read to its end (`dealcli summary <(make-deal)`); one that
    nothing writes to is empty. A terminal is waited for.

    Raises:
        OSError: when the file cannot be opened or read.
        ValueError: when its name cannot be a path.
    """
    require_path(path)
    handle = os.open(path, _SAFELY)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            try:
                first = os.read(handle, limit + 1)
            except BlockingIOError:
                first = None  # something will write: wait for it
            if first == b"":
                return first
            os.set_blocking(handle, True)
            return (first or b"") + _up_to(handle, limit + 1 - len(first or b""))
        return _up_to(handle, limit + 1)
    finally:
        os.close(handle)


def _up_to(handle: int, size: int) -> bytes:
    """What is left to read, at most some bytes."""
    parts = []
    while size > 0 and (part := os.read(handle, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be read, in words."""
    return getattr(error, "strerror", None) or str(error)
