"""A file that is written with -o: whole or not at all, and never over what is read."""

import os
import re
import signal
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from running import PROGRAM, ROOT, deal, environment, process, run, shown, waiting_in

posix = pytest.mark.skipif(os.name != "posix", reason="has no /dev and no named pipes")
BARE, WIDE = deal("bare"), deal("wide")
SUMMARY = "summary", "data/deal.yaml"


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("form", ["table", "json", "markdown", "html"])
def test_a_file_holds_what_a_pipe_gets(form, tmp_path):
    path = tmp_path / "page"
    assert run(*SUMMARY, "--format", form, "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == shown(*SUMMARY, "--format", form)
    assert left(tmp_path) == ["page"]


def test_several_deals_stand_one_after_another(tmp_path):
    path = tmp_path / "page"
    assert run("jv", BARE, WIDE, "--output", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == shown("jv", BARE, WIDE)


def test_a_source_can_be_written_to_a_file(tmp_path):
    path = tmp_path / "page"
    assert run("source", "us-cells", "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == shown("source", "us-cells")


def test_a_dash_is_standard_output():
    assert shown(*SUMMARY, "-o", "-") == shown(*SUMMARY)


def test_what_cannot_be_shown_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "page"
    path.write_text("as it was")
    result = run("jv", BARE, "no-such-file.yaml", "-o", str(path))
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "dealcli: cannot read 'no-such-file.yaml': No such file or directory",
        f"dealcli: {str(path)!r} was not written",
    ]
    assert path.read_text() == "as it was"
    assert left(tmp_path) == ["page"]


def test_what_was_there_keeps_its_permissions(tmp_path):
    path = tmp_path / "page"
    path.write_text("as it was")
    path.chmod(0o640)
    assert run(*SUMMARY, "-o", str(path)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_are_usual(tmp_path):
    path, other = tmp_path / "page", tmp_path / "other"
    assert run(*SUMMARY, "-o", str(path)).code == 0
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "page", tmp_path / "link"
    path.write_text("as it was")
    link.symlink_to("page")
    assert run(*SUMMARY, "-o", str(link)).code == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == shown(*SUMMARY)


@pytest.mark.parametrize("name", ["deal.yaml", "release.txt", "link.yaml"])
def test_it_is_not_written_over_what_is_read(name, tmp_path):
    given = tmp_path / "deal.yaml"
    given.write_text(
        "format: 1\nid: a\ntitle: A\nsources: [{id: one, title: T, file: release.txt}]"
    )
    (tmp_path / "release.txt").write_text("Words.")
    (tmp_path / "link.yaml").symlink_to(given)
    before = {one: one.read_text() for one in tmp_path.iterdir()}
    path = tmp_path / name
    result = run("summary", str(given), "--json", "-o", str(path))
    assert (result.code, result.out) == (2, "")
    assert f"-o {str(path)!r} would write over" in result.err
    assert {one: one.read_text() for one in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no-such-folder/page", "No such file or directory"),
        (".", "Is a directory"),
        ("no-such-folder/", "Is a directory"),
        ("page\0", "embedded null"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_written_is_told(name, reason, tmp_path):
    path = f"{tmp_path}/{name}"
    result = run(*SUMMARY, "-o", path)
    assert (result.code, result.out) == (74, "")
    assert result.err.startswith("dealcli: cannot write ")
    assert reason in result.err
    assert left(tmp_path) == []


def test_a_name_is_needed():
    assert run(*SUMMARY, "-o", "") == (2, "", "dealcli: -o needs the name of a file\n")


@posix
def test_standard_output_by_its_name_may_be_a_pipe():
    result = process(*SUMMARY, "-o", "/dev/stdout")
    assert result == (0, shown(*SUMMARY), "")


@posix
def test_what_comes_in_on_standard_input_is_not_written_over(tmp_path):
    given = tmp_path / "deal.yaml"
    given.write_text("format: 1\nid: a\ntitle: A\n")
    command = [*PROGRAM, "summary", "-", "-o", str(given)]
    with given.open() as stream:
        done = subprocess.run(
            command, cwd=ROOT, env=environment(), stdin=stream, capture_output=True, check=False
        )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"would write over '/dev/stdin', which it reads" in done.stderr
    assert given.read_text() == "format: 1\nid: a\ntitle: A\n"


@contextmanager
def waiting(folder: Path, path: Path, *before: str) -> Iterator[subprocess.Popen[bytes]]:
    """A run that has begun to write a file and waits for the deal, which it gets at the end."""
    fifo, names = folder / "deal", left(path.parent)
    os.mkfifo(fifo)
    writer = os.open(fifo, os.O_RDWR)
    command = [*before, *PROGRAM, "summary", str(fifo), "-o", str(path)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE) as program:
        while {*left(path.parent)} <= {*names, fifo.name}:
            assert program.poll() is None
        yield program
        os.write(writer, (ROOT / BARE).read_bytes())
        while program.poll() is None and waiting_in(writer):
            pass  # closed earlier, the pipe would be empty for a run that has yet to open it
        os.close(writer)
    fifo.unlink()


def code_after(program: subprocess.Popen[bytes], number: int) -> int:
    """The exit code of a run that gets a signal until it ends.

    Python handles a signal between two instructions: one that comes just before the run waits for
    its input is handled when the wait ends, which the next signal brings about.
    """
    for _ in range(100):
        program.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            return program.wait(timeout=0.3)
    raise AssertionError(f"signal {number} did not end the run")


@posix
@pytest.mark.parametrize(
    "name", ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGALRM", "SIGXCPU"]
)
def test_a_signal_leaves_nothing_behind(name, tmp_path):
    path = tmp_path / "folder" / "page"
    path.parent.mkdir()
    path.write_text("as it was")
    with waiting(tmp_path, path) as program:
        assert len(left(path.parent)) == 2
        assert code_after(program, getattr(signal, name)) == 128 + getattr(signal, name)
        assert program.stderr
        assert program.stderr.read() == b""
    assert left(path.parent) == ["page"]
    assert path.read_text() == "as it was"


@posix
def test_a_hangup_that_is_ignored_stays_ignored(tmp_path):
    path = tmp_path / "page"
    nohup = ("sh", "-c", "trap '' HUP; exec \"$@\"", "sh")
    with waiting(tmp_path, path, *nohup) as program:
        program.send_signal(signal.SIGHUP)
    assert program.returncode == 0
    assert path.read_text(encoding="utf-8") == shown("summary", BARE)


@posix
def test_a_run_that_was_killed_does_not_block_the_next(tmp_path):
    path = tmp_path / "page"
    for _ in range(2):
        with waiting(tmp_path, path) as program:
            program.kill()
            assert program.wait() == -signal.SIGKILL
    names = left(tmp_path)
    assert len(names) == 2
    assert all(re.fullmatch(r"\.dealcli-[0-9a-f]{16}\.tmp", name) for name in names)
    assert run(*SUMMARY, "-o", str(path)) == (0, "", "")
    assert left(tmp_path) == [*names, "page"]


def unprivileged() -> list[str]:
    """What makes a command obey permissions where root runs the tests."""
    if os.geteuid():
        return []
    dropped = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}"]


def refused(path: Path) -> str:
    """What is said of a path that cannot be written for want of permission."""
    command = [*unprivileged(), *PROGRAM, *SUMMARY, "-o", str(path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (74, "")
    return done.stderr


@posix
def test_a_folder_that_takes_no_new_files_is_the_reason(tmp_path):
    path = tmp_path / "page"
    path.write_text("as it was")
    tmp_path.chmod(0o555)
    told = refused(path)
    tmp_path.chmod(0o755)
    reason = f"the folder {str(tmp_path)!r} takes no new files"
    assert told == f"dealcli: cannot write {str(path)!r}: {reason}\n"
    assert left(tmp_path) == ["page"]


@posix
def test_a_file_that_is_read_only_stays_as_it_was(tmp_path):
    path = tmp_path / "page"
    path.write_text("as it was")
    path.chmod(0o444)
    assert refused(path) == f"dealcli: cannot write {str(path)!r}: it may not be written to\n"
    assert path.read_text() == "as it was"
    assert left(tmp_path) == ["page"]


def test_a_source_that_no_file_can_be_is_not_written_over(tmp_path):
    given, path = tmp_path / "deal.yaml", tmp_path / "page"
    source = f"{{id: one, title: T, file: {'x' * 300}.txt}}"
    given.write_text(f"format: 1\nid: a\ntitle: A\nsources: [{source}]")
    path.touch()
    assert run("summary", str(given), "-o", str(path)) == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_told():
    result = run(*SUMMARY, "-o", "/dev/full")
    assert result == (74, "", "dealcli: cannot write '/dev/full': No space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes are in the file system on POSIX only")
def test_a_device_is_written_to_as_it_is():
    assert run(*SUMMARY, "-o", os.devnull) == (0, "", "")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("form", ["html"])
def test_a_document_of_one_deal_holds_one(form, tmp_path):
    path = tmp_path / "page"
    result = run("summary", BARE, WIDE, "--format", form, "-o", str(path))
    assert result == (
        2,
        "",
        f"dealcli: --format {form} makes a document of one deal: call it once for each\n",
    )
    assert left(tmp_path) == []


def test_two_formats_are_one_too_many():
    result = run("summary", "--json", "--format", "html")
    assert result.code == 2
    assert result.err == ("dealcli: --json and --format html are two formats: give one of them\n")
    assert shown("summary", "--json", "--format", "json") == shown("summary", "--json")


def test_a_format_that_there_is_not_is_told_with_those_that_there_are():
    result = run("summary", "--format", "telepathy")
    assert result.code == 2
    for form in ("table", "json", "markdown", "html"):
        assert form in result.err
