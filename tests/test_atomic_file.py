"""The file that is complete in its place or absent, without the command line around it."""

import os
import signal
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest

from dealcli import atomic_file
from dealcli.atomic_file import AtomicFile

posix = pytest.mark.skipif(os.name != "posix", reason="has other permissions and no named pipes")
root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away"
)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def write(path: Path, meanwhile: Callable[[], object]) -> None:
    """Write a file in two parts, and do something between them."""
    with AtomicFile(str(path)) as file:
        file.write(b"some ")
        meanwhile()
        file.write(b"words")


@pytest.fixture
def open_mask():
    """A umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize("before", [None, "as it was"])
def test_the_target_gets_the_content_at_the_end(before, tmp_path):
    path = tmp_path / "page"
    if before:
        path.write_text(before)
    with AtomicFile(str(path)) as file:
        file.write(b"some ")
        file.write(b"words")
        assert (path.read_text() if path.exists() else None) == before
    assert path.read_bytes() == b"some words"
    assert names(tmp_path) == ["page"]


@pytest.mark.parametrize("before", [None, "as it was"])
def test_an_exception_leaves_the_target_as_it_was(before, tmp_path):
    path = tmp_path / "page"
    if before:
        path.write_text(before)
    with suppress(ZeroDivisionError), AtomicFile(str(path)) as file:
        file.write(b"some words")
        raise ZeroDivisionError
    assert (path.read_text() if path.exists() else None) == before
    assert names(tmp_path) == (["page"] if before else [])


def test_what_cannot_be_moved_is_removed(tmp_path):
    path = tmp_path / "page"
    with pytest.raises(IsADirectoryError):
        write(path, path.mkdir)  # another program is faster
    assert names(tmp_path) == ["page"]
    assert names(path) == []


def test_two_runs_at_a_time_do_not_meet(tmp_path):
    path = tmp_path / "page"
    with AtomicFile(str(path)) as one, AtomicFile(str(path)) as other:
        assert len(set(names(tmp_path))) == 2
        one.write(b"one")
        other.write(b"other")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["page"]


@pytest.mark.parametrize("name", ["x" * 255, "山" * 85])
def test_a_name_can_be_as_long_as_the_system_allows(name, tmp_path):
    assert len(os.fsencode(name)) == 255
    with AtomicFile(str(tmp_path / name)) as file:
        file.write(b"some words")
    assert names(tmp_path) == [name]


def test_the_file_is_closed_before_it_is_moved(tmp_path):
    """Windows cannot move a file that is open."""
    moved = []
    real = Path.replace

    def replace(path: Path, target: Path) -> None:
        moved.append(file._file.closed)
        real(path, target)

    with patch.object(Path, "replace", replace), AtomicFile(str(tmp_path / "page")) as file:
        file.write(b"some words")
    assert moved == [True]


@posix
def test_file_and_folder_are_stored_in_this_order(tmp_path):
    stored = []

    def fsync(descriptor: int) -> None:
        of_folder = os.path.samestat(os.fstat(descriptor), tmp_path.stat())
        stored.append(("folder" if of_folder else "file", (tmp_path / "page").exists()))

    with patch.object(os, "fsync", fsync), AtomicFile(str(tmp_path / "page")):
        pass
    assert stored == [("file", False), ("folder", True)]


def test_a_folder_that_cannot_be_stored_is_no_error(tmp_path):
    real = os.open

    def windows(path: object, flags: int, *mode: int) -> int:
        if path == tmp_path:
            raise PermissionError
        return real(path, flags, *mode)  # type: ignore[arg-type]

    with patch.object(os, "open", windows), AtomicFile(str(tmp_path / "page")):
        pass
    assert names(tmp_path) == ["page"]


def created(path: Path) -> tuple[int, int]:
    """The permissions of the temporary file when it is created, and when it can be written to."""
    modes = []
    real = os.open

    def create(name: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(name, flags, mode)
        if flags & os.O_CREAT:
            modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    with patch.object(os, "open", create), AtomicFile(str(path)) as file:
        modes.append(permissions(file._temporary))
    return modes[0], modes[1]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o604, 0o755, 0o222])
def test_it_is_never_open_to_more_users_than_the_file_that_it_replaces(mode, open_mask, tmp_path):
    path = tmp_path / "page"
    path.touch()
    path.chmod(mode)
    first, then = created(path)
    assert (first, then) == (mode & 0o700, mode)
    assert permissions(path) == mode


@posix
@pytest.mark.parametrize("mask", [0, 0o22, 0o27, 0o77])
def test_a_new_file_has_the_permissions_of_the_umask(mask, open_mask, tmp_path):
    os.umask(mask)
    assert created(tmp_path / "page") == (0o666 & ~mask, 0o666 & ~mask)
    assert permissions(tmp_path / "page") == 0o666 & ~mask


@posix
@root
def test_the_file_keeps_its_owner(tmp_path):
    path = tmp_path / "page"
    path.touch()
    os.chown(path, 12345, 23456)
    path.chmod(0o6755)
    with AtomicFile(str(path)) as file:
        file.write(b"some words")
    found = path.stat()
    assert (found.st_uid, found.st_gid, permissions(path)) == (12345, 23456, 0o6755)


@posix
def test_a_file_that_cannot_be_given_away_is_written_all_the_same(tmp_path):
    path = tmp_path / "page"
    path.touch(0o600)
    with patch.object(os, "fchown", side_effect=PermissionError), AtomicFile(str(path)) as file:
        file.write(b"some words")
    assert path.read_bytes() == b"some words"
    assert permissions(path) == 0o600


@posix
def test_a_link_is_followed_even_where_it_leads_nowhere_yet(tmp_path):
    (tmp_path / "link").symlink_to("page")
    with AtomicFile(str(tmp_path / "link")) as file:
        file.write(b"some words")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "page").read_bytes() == b"some words"
    assert names(tmp_path) == ["link", "page"]


@posix
def test_a_named_pipe_is_written_to_directly(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with AtomicFile(str(pipe)) as file:
        assert file.is_direct
        assert not file.replaces(pipe)
        file.write(b"some words")
        assert os.read(reader, 100) == b"some words"
    os.close(reader)
    assert names(tmp_path) == ["pipe"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="has no names for open files")
def test_a_file_that_has_lost_its_name_is_written_to_directly(tmp_path):
    path = tmp_path / "page"
    with path.open("w+b") as stream:
        path.unlink()
        with AtomicFile(f"/proc/self/fd/{stream.fileno()}") as file:
            file.write(b"some words")
        assert stream.read() == b"some words"
    assert names(tmp_path) == []


def test_it_replaces_only_the_file_itself(tmp_path):
    path, other = tmp_path / "page", tmp_path / "other"
    path.touch()
    other.touch()
    (tmp_path / "same").hardlink_to(path)
    with AtomicFile(str(path)) as file:
        assert file.replaces(path)
        assert file.replaces(tmp_path / "same")
        assert not file.replaces(other)
        assert not file.replaces(tmp_path / "none")
        assert not file.replaces(tmp_path / ("x" * 300))
        assert not file.replaces(tmp_path / "\0")


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("none/page", FileNotFoundError),
        (".", IsADirectoryError),
        ("new/", IsADirectoryError),
        ("page/", IsADirectoryError),
        ("page/page", NotADirectoryError),
        ("x" * 256, OSError),
        ("山" * 86, OSError),
        ("\0", ValueError),
    ],
)
def test_a_path_that_cannot_be_written(name, error, tmp_path):
    (tmp_path / "page").touch()
    with pytest.raises(error), AtomicFile(f"{tmp_path}/{name}"):
        pass
    assert names(tmp_path) == ["page"]


def test_a_folder_that_takes_no_new_files_is_the_reason(tmp_path):
    real = os.open

    def refused(path: object, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, flags, *mode)  # type: ignore[arg-type]

    reason = f"the folder {str(tmp_path)!r} takes no new files"
    with (
        patch.object(os, "open", refused),
        pytest.raises(PermissionError, match=reason),
        AtomicFile(str(tmp_path / "page")),
    ):
        pass


def handlers() -> list[object]:
    return [signal.getsignal(number) for number in atomic_file._TERMINATING]


@pytest.mark.parametrize("name", ["page", "none/page", "."])
def test_the_handlers_of_signals_are_put_back(name, tmp_path):
    before = handlers()
    with suppress(OSError), AtomicFile(str(tmp_path / name)):
        assert handlers() != before
    assert handlers() == before


@pytest.mark.parametrize("handler", [signal.SIG_IGN, None], ids=["ignored", "foreign"])
def test_an_ignored_signal_stays_ignored(handler, tmp_path):
    with (
        patch.object(signal, "getsignal", return_value=handler),
        patch.object(signal, "signal") as handle,
        AtomicFile(str(tmp_path / "page")),
    ):
        pass
    handle.assert_not_called()


def test_the_handlers_are_in_place_before_the_file_is(tmp_path):
    before = handlers()
    real = os.open

    def create(path: Path, flags: int, mode: int = 0o777) -> int:
        assert all(now != then for now, then in zip(handlers(), before, strict=True))
        return real(path, flags, mode)

    with patch.object(os, "open", create), AtomicFile(str(tmp_path / "page")):
        pass


@posix
def test_a_handler_of_the_program_is_called_when_the_file_is_gone(tmp_path):
    seen = []

    def handler(number: int, frame: object) -> None:
        seen.append((number, names(tmp_path)))

    before = signal.signal(signal.SIGUSR1, handler)
    try:
        with pytest.raises(ValueError, match="closed"):
            write(tmp_path / "page", lambda: os.kill(os.getpid(), signal.SIGUSR1))
        assert signal.getsignal(signal.SIGUSR1) is handler
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert seen == [(signal.SIGUSR1, [])]


@posix
def test_a_signal_ends_the_process_when_the_file_is_gone(tmp_path):
    seen = []
    with (
        patch.object(os, "_exit", lambda code: seen.append((code, names(tmp_path)))),
        pytest.raises(ValueError, match="closed"),
    ):
        write(tmp_path / "page", lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert seen == [(143, [])]


@posix
def test_ctrl_c_is_a_keyboard_interrupt_in_a_program_that_handles_it_so(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "page", lambda: os.kill(os.getpid(), signal.SIGINT))
    assert names(tmp_path) == []
