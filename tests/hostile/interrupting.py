"""Interrupts a run with -o at chosen instructions: `python -m hostile.interrupting SEED COUNT`.

Prints, for each of COUNT instructions of the code that writes files, what a signal there broke: an
empty line where nothing was. Each run is forked from this process, which has imported everything.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from random import Random
from tempfile import TemporaryFile
from types import FrameType
from typing import Any

from running import ROOT

import dealcli.__main__
from dealcli import atomic_file, cli
from dealcli.commands import output
from hostile.trials import PAGE, Target, found, target

FILES = {atomic_file.__file__, output.__file__}
SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGUSR1, signal.SIGALRM)


def trace(count: Callable[[], None]) -> None:
    """Call a function at each line and instruction of the watched files."""

    def enter(frame: FrameType, event: str, argument: Any) -> Any:
        if frame.f_code.co_filename not in FILES:
            return None
        frame.f_trace_opcodes = True  # Python 3.12 does not always start with it, but with lines
        return step

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        count()
        return step

    sys.settrace(enter)


def run(path: str, number: int, sent: signal.Signals) -> tuple[int, int, str]:
    """A run in a fork that gets a signal at an instruction, counted from 1; 0 for none.

    Returns:
        How it ended, how many instructions there were, and its standard error.
    """
    read, write = os.pipe()
    with TemporaryFile() as errors:
        if not (child := os.fork()):
            os.dup2(errors.fileno(), 2)
            _child(path, number, sent, write)
        os.close(write)
        _, status = os.waitpid(child, 0)
        with os.fdopen(read) as counted:
            steps = int(counted.read() or 0)
        errors.seek(0)
        return os.waitstatus_to_exitcode(status), steps, errors.read().decode()


def _child(path: str, number: int, sent: signal.Signals, write: int) -> None:
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1
        if steps == number:
            os.kill(os.getpid(), sent)

    sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 -- a descriptor, for good
    sys.argv = ["dealcli", *PAGE, "-o", path]
    trace(count)
    code: Any = 70
    with suppress(SystemExit):
        try:
            dealcli.__main__.main()
        except SystemExit as end:
            code = end.code
    sys.settrace(None)
    os.write(write, str(steps).encode())
    sys.stderr.flush()
    os._exit(code)


def wrong(file: Target, code: int, err: str, sent: signal.Signals, whole: bytes) -> list[str]:
    """What a signal broke."""
    ends = (0, 128 + sent) if sent == signal.SIGINT else (0, -sent, 128 + sent)
    return [
        *file.wrong(code, whole),
        *([] if code in ends else [f"exit code {code}"]),
        *([f"standard error: {err.strip()[-200:]!r}"] if err else []),
    ]


def main() -> None:
    """Try as many instructions as are asked for, or all where they are fewer."""
    seed, count = map(int, sys.argv[1:])
    os.chdir(ROOT)
    random = Random(seed)
    with target() as file:
        sys.argv = ["dealcli", *PAGE, "-o", str(file.path)]
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            cli.main()
        whole = file.content() or b""
        _, steps, _ = run(str(file.path), 0, SIGNALS[0])
    numbers = range(1, steps + 1)
    for number in numbers if count >= steps else random.sample(numbers, count):
        sent = random.choice(SIGNALS)
        with target(exists=random.random() < 0.5) as file:
            code, _, err = run(str(file.path), number, sent)
            what = f"{sent.name} at instruction {number} of {steps}"
            sys.stdout.write(f"{found(what, wrong(file, code, err, sent, whole))}\n")


if __name__ == "__main__":
    main()
