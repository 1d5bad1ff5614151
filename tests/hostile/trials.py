"""What the trials of the system share: runs that are disturbed, and what is promised of each."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from running import PROGRAM, ROOT, Run, environment

from dealcli.commands import COMMANDS

Found = Iterator[str]
"""What each trial found wrong; an empty text where the promise was kept."""
Area = Callable[[Random, int], Found]
"""Makes so many trials, or all there are; the same ones with the same random numbers."""
Case = TypeVar("Case")

DEAL = "data/deal.yaml"
PAGE = ("summary", DEAL, "--format", "html")
"""The call that writes the largest file and imports the most."""
CALLS = tuple((name,) if name == "schema" else (name, DEAL) for name in COMMANDS)
"""Each command with the bundled deal."""
TO_FILE = (PAGE, *(call for call in CALLS if call[0] not in ("check", "schema")))
"""Those that take -o."""

UNREADABLE, BUG, UNWRITTEN = 2, 70, 74
OLD, MODE = b"as it was\n", 0o640
HASHLIB = re.compile(r"ERROR:root:code for hash ")
BROKEN = re.compile(r"Traceback|Exception ignored|Fatal Python error")


class Target:
    """A file to write with -o, alone in a folder, or with a link to it; `name` is for -o."""

    def __init__(self, folder: str | Path, *, exists: bool = True, link: bool = False) -> None:
        self.folder = Path(folder)
        self.path = self.folder / "page.html"
        self.name = self.folder / "link" if link else self.path
        if exists:
            self.path.write_bytes(OLD)
            self.path.chmod(MODE)
        if link:
            self.name.symlink_to(self.path.name)
        self.before = self.content()

    def content(self) -> bytes | None:
        """What is in the file; None where there is none."""
        return self.path.read_bytes() if self.path.exists() else None

    def leftovers(self) -> list[str]:
        """The other files in its folder."""
        names = {one.name for one in self.folder.iterdir()}
        return sorted(names - {self.path.name, self.name.name})

    def wrong(self, code: int, whole: bytes) -> Iterator[str]:
        """What is wrong here after a run that ended with `code` and had `whole` to write."""
        content = self.content()
        if content not in (self.before, whole):
            yield f"half a file: {len(content or b'')} of {len(whole)} bytes"
        elif code == 0 and content != whole:
            yield "exit code 0, but nothing is written"
        if self.before is not None and self.path.stat().st_mode & 0o777 != MODE:
            yield "other permissions"
        if self.name != self.path and not self.name.is_symlink():
            yield "the link is gone"
        if self.leftovers():
            yield f"left behind: {self.leftovers()}"


@contextmanager
def target(**settings: bool) -> Iterator[Target]:
    """A target in a temporary folder."""
    with TemporaryDirectory() as folder:
        yield Target(folder, **settings)


def wrapped(first: str, *arguments: str) -> list[str]:
    """A command line that runs some code in the program's process just before the program."""
    imports = "import sys\nfrom dealcli.__main__ import main"
    code = f"{imports}\n{first}\nsys.argv[0] = 'dealcli'\nmain()"
    return [sys.executable, "-c", code, *arguments]


def unmeasured() -> dict[str, str]:
    """The environment without coverage, whose own file would suffer what the program is to."""
    variables = environment(COLUMNS="80")
    return {key: one for key, one in variables.items() if not key.startswith("COVERAGE_")}


def ended(command: Sequence[str], **streams: Any) -> Run:
    """How a command ends; its output goes into pipes, unless other streams are given."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=unmeasured(),
        check=False,
        **{**pipes, **streams},  # type: ignore[call-overload]
    )
    return Run(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())


@cache
def undisturbed(call: tuple[str, ...]) -> Run:
    """How a call ends that nothing disturbs."""
    return ended([*PROGRAM, *call])


def chosen(random: Random, cases: Iterable[Case], count: int) -> list[Case]:
    """As many of some cases, or all where they are fewer."""
    every = list(cases)
    return every if count >= len(every) else random.sample(every, count)


def failure_wrong(run: Run, *codes: int) -> Iterator[str]:
    """What is wrong with a failure: it has one of some codes, and is reported in one line.

    That the file of -o was not written is another line. What Python's hashlib logs when it cannot
    be loaded, before it raises an exception, is not the program's.
    """
    err = run.err[run.err.rfind("\ndealcli: ") + 1 :] if HASHLIB.match(run.err) else run.err
    lines = [line for line in err.splitlines() if not line.endswith(" was not written")]
    if BROKEN.search(err):
        yield f"a traceback: {err.strip().splitlines()[-1]}"
    elif len(lines) != 1 or not lines[0].startswith("dealcli: "):
        yield f"not one line: {err[-200:]!r}"
    if run.code not in codes:
        yield f"exit code {run.code}"


def found(what: str, wrong: Iterable[str]) -> str:
    """What was wrong with a trial, after what was tried; empty where nothing was."""
    wrongs = "; ".join(wrong)
    return f"{what}: {wrongs}" if wrongs else ""
