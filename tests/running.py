"""Runs of the program: in this process for what it prints, in one of its own where that matters."""

import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from dealcli import cli

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-m", "dealcli"]
DEALS = sorted(path.stem for path in (ROOT / "tests" / "deals").glob("*.yaml"))
_OURS = ("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE")
_ALIKE = ("TTY_INTERACTIVE", "DEALCLI_DEAL", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED")
IN_COLOUR = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}


class Run(NamedTuple):
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str


def deal(name: str) -> str:
    """The path of one of the deals in `tests/deals`, from the repository's root."""
    return f"tests/deals/{name}.yaml"


def environment(**variables: str) -> dict[str, str]:
    """The environment, without what the program looks at but for these variables."""
    return {key: each for key, each in os.environ.items() if key not in _OURS + _ALIKE} | variables


def run(
    *arguments: str,
    columns: int | str = 80,
    stdin: str = "",
    encoding: str = "utf-8",
    reads: str = "",
    **variables: str,
) -> Run:
    """A run in this process, its output into a pipe, from the repository's root.

    `encoding` is what standard output says of itself, `reads` what it is taken for here.
    """
    out, err, given = (
        io.TextIOWrapper(io.BytesIO(content), coding, newline="")
        for content, coding in ((b"", encoding), (b"", "utf-8"), (stdin.encode(), "utf-8"))
    )
    with (
        chdir(ROOT),
        patch.dict(os.environ, environment(COLUMNS=str(columns), **variables), clear=True),
        patch.multiple(sys, argv=["dealcli", *arguments], stdout=out, stderr=err, stdin=given),
    ):
        try:
            code = cli.main()
        except SystemExit as end:  # the way out of shell completion
            code = int(end.code or 0)
        out.flush()
        err.flush()
    return Run(
        code, out.buffer.getvalue().decode(reads or encoding), err.buffer.getvalue().decode()
    )


def shown(*arguments: str, **settings: Any) -> str:
    """What a run prints that succeeds and has nothing to complain of."""
    result = run(*arguments, **settings)
    assert (result.code, result.err) == (0, "")
    return result.out


def refused(*arguments: str, **settings: Any) -> str:
    """What a run complains of that prints nothing and ends with 2."""
    result = run(*arguments, **settings)
    assert (result.code, result.out) == (2, "")
    return result.err


def process(*arguments: str, python: tuple[str, ...] = (), stdin: str = "", **settings: Any) -> Run:
    """A run in a process of its own, its output into pipes; upper-case settings are variables."""
    variables = {key: settings.pop(key) for key in list(settings) if key.isupper()}
    done = subprocess.run(
        [sys.executable, *python, *PROGRAM[1:], *arguments],
        cwd=ROOT,
        env=environment(**variables),
        input=stdin.encode(),
        stdout=settings.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        check=False,
        **settings,
    )
    return Run(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


def in_terminal(
    *arguments: str,
    columns: int = 80,
    stdout: int | None = None,
    reads: str = "utf-8",
    **variables: str,
) -> Run:
    """A run in a process of its own, in a terminal as wide as is said.

    With a `stdout` only the other streams are the terminal's; `reads` is the terminal's encoding.
    """
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(**{"TERM": "xterm-256color", **variables}),
        stdin=its,
        stdout=stdout or its,
        stderr=its if stdout else subprocess.PIPE,
    ) as program:
        os.close(its)
        on_screen = b"".join(iter(lambda: _read(ours), b"")).decode(reads).replace("\r\n", "\n")
        piped = (program.stdout or program.stderr).read().decode()  # type: ignore[union-attr]
    os.close(ours)
    return Run(program.returncode, *((piped, on_screen) if stdout else (on_screen, piped)))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def waiting_in(pipe: int) -> int:
    """How many bytes of a pipe nobody has read yet."""
    count: int = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0]
    return count
