"""Full disks, closed streams and limits: a run succeeds, or fails in one line; -o is never half."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from running import PROGRAM, ROOT, Run

from hostile import measuring
from hostile.trials import (
    BUG,
    CALLS,
    DEAL,
    PAGE,
    TO_FILE,
    UNREADABLE,
    UNWRITTEN,
    Found,
    Target,
    chosen,
    ended,
    failure_wrong,
    found,
    target,
    undisturbed,
    wrapped,
)

HELP = (("--help",), ("--version",), ("summary", "--help"))
FORMATS = ("table", "json", "markdown", "html")
FULL = Path("/dev/full")
WAYS = ("-o new", "-o existing", ">")
"""To a file with -o, where there was none or one; or to one that is standard output."""


def full_streams(random: Random, count: int) -> Found:
    """Standard output is a full device, and standard error too or not."""
    calls = [
        *HELP,
        *CALLS,
        *([*call, "--format", form] for call in TO_FILE[1:] for form in FORMATS),
    ]
    for call, both in chosen(random, product(calls, (False, True)), count):
        with FULL.open("wb") as full:
            run = ended([*PROGRAM, *call], stdout=full, **({"stderr": full} if both else {}))
        wrong = [] if both and run.code == UNWRITTEN else failure_wrong(run, UNWRITTEN)
        yield found(" ".join([*call, ">/dev/full", *(["2>/dev/full"] if both else [])]), wrong)


def file_size_limit(random: Random, count: int) -> Found:
    """A file can have so many bytes, from none to all that are to be written."""
    for call, way, part in chosen(random, product(TO_FILE, WAYS, (0, 0.01, 0.5, 0.99, 1)), count):
        limit = int(part * len(undisturbed(call).out.encode()))
        first = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit},) * 2)"
        with target(exists=way != "-o new") as file:
            wrong = [*room_wrong(file, way, call, wrapped(first, *call), part == 1)]
        yield found(f"{' '.join(call)} {way}, at most {limit} bytes", wrong)


DISKS = {
    "size=4k": (),
    "size=16k": (),
    "size=64k": (),
    "size=4m": WAYS,
    "nr_inodes=2": ("-o new", ">"),
    "nr_inodes=3": WAYS,
}
"""The limits of a disk, whose root folder takes an inode, and the ways that have enough room."""


def full_disk(random: Random, count: int) -> Found:
    """A disk has too little room for the page, or no inode for another file; needs root."""
    for limit, way in chosen(random, product(DISKS, WAYS), count):
        with small_disk(limit) as folder:
            file = Target(folder, exists=way != "-o new")
            wrong = [*room_wrong(file, way, PAGE, [*PROGRAM, *PAGE], way in DISKS[limit])]
        yield found(f"{way}, {limit}", wrong)


@contextmanager
def small_disk(limit: str) -> Iterator[Path]:
    """A file system in memory.

    Raises:
        subprocess.CalledProcessError: for anybody but root.
    """
    with TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", limit, "tmpfs", folder]
        subprocess.run(mount, check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def room_wrong(
    file: Target, way: str, call: tuple[str, ...], command: list[str], enough: bool
) -> Iterator[str]:
    """What is wrong after a run that writes where there is enough room or not."""
    whole = undisturbed(call).out.encode()
    if way == ">":
        with file.path.open("wb") as stream:
            run = ended(command, stdout=stream)
        if not whole.startswith(file.path.read_bytes()):
            yield "other output"
    else:
        run = ended([*command, "-o", str(file.path)])
        yield from file.wrong(run.code, whole)
    if not enough:
        yield from failure_wrong(run, UNWRITTEN)
    elif run != (0, "", ""):
        yield f"it failed, but there was room: {run}"


class Call(NamedTuple):
    """A call, what it is given on standard input, and whether it writes to a file."""

    words: tuple[str, ...]
    given: str = ""
    to_file: bool = False

    def __str__(self) -> str:
        return " ".join([*self.words, *(["-o FILE"] if self.to_file else [])])

    def expected(self, closed: tuple[str, ...]) -> Run:
        """How it ends when some streams are closed, but for what a failure says."""
        whole = undisturbed((self.words[0], self.given) if self.given else self.words)
        if whole.code == 0 and self.given and "<&-" in closed:
            return Run(UNREADABLE, "", "")
        if whole.code == 0 and not self.to_file and ">&-" in closed:
            return Run(UNWRITTEN, "", "")
        return whole._replace(err="")


BARE = str(measuring.BARE)
CLOSED = [each for each in product(("", "<&-"), ("", ">&-"), ("", "2>&-")) if any(each)]
CLOSED_CALLS = [
    *map(Call, (*HELP, *CALLS)),
    *(Call(call, to_file=True) for call in TO_FILE),
    *(Call((call[0], "-"), given=BARE, to_file=both) for call in TO_FILE for both in (False, True)),
    *(Call((call[0], "no-such-file.yaml")) for call in CALLS if call[0] != "schema"),
    *map(Call, (("no-such-command",), ("jv", "--no-such-option"))),
]


def closed_streams(random: Random, count: int) -> Found:
    """Some of the standard streams are closed, whether the call needs them or not."""
    for call, closed in chosen(random, product(CLOSED_CALLS, CLOSED), count):
        with target() as file:
            wrong = [*closed_wrong(call, closed, file)]
        yield found(f"{call} {' '.join(filter(None, closed))}", wrong)


def closed_wrong(call: Call, closed: tuple[str, ...], file: Target) -> Iterator[str]:
    """What is wrong with a call whose standard streams are closed, or some of them."""
    expected = call.expected(closed)
    more = ("-o", str(file.path)) if call.to_file else ()
    shell = f'exec "$@" {" ".join(closed)}'
    with (ROOT / (call.given or DEAL)).open("rb") as given:
        run = ended(["sh", "-c", shell, "sh", *PROGRAM, *call.words, *more], stdin=given)
    if call.to_file:
        yield from file.wrong(run.code, expected.out.encode())
    elif ">&-" not in closed and run.out != expected.out:
        yield "other output"
    if expected.code and "2>&-" not in closed:
        lines = run.err.splitlines(keepends=True)
        usage = lines[-1].startswith("Try 'dealcli") if lines else False
        yield from failure_wrong(
            run._replace(err="".join(lines[: len(lines) - usage])), expected.code
        )
    elif (run.code, run.err) != (expected.code, ""):
        yield f"exit code {run.code} for {expected.code}, standard error {run.err[-200:]!r}"


MEMORY = """
import resource
with open("/proc/self/statm") as pages:
    now = int(pages.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + {},) * 2)
"""
OPEN_FILES = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({},) * 2)"


def memory_limit(random: Random, count: int) -> Found:
    """The program can have up to 32 MiB of address space over what Python takes at its start."""
    yield from under_limits(random, count, MEMORY, range(0, 32 << 20, 1 << 17))


def open_file_limit(random: Random, count: int) -> Found:
    """The program can have 0 to 12 files open besides the three standard streams."""
    yield from under_limits(random, count, OPEN_FILES, range(3, 16))


def under_limits(random: Random, count: int, first: str, limits: Iterable[int]) -> Found:
    """Each limit, for each command, to standard output and to a file."""
    calls = [*map(Call, (PAGE, *CALLS)), *(Call(call, to_file=True) for call in TO_FILE)]
    for call, limit in chosen(random, product(calls, limits), count):
        with target() as file:
            more = ("-o", str(file.path)) if call.to_file else ()
            run = ended(wrapped(first.format(limit), *call.words, *more))
            wrong = [*limit_wrong(run, call, file)]
        yield found(f"{call}, limit {limit:,}", wrong)


def limit_wrong(run: Run, call: Call, file: Target) -> Iterator[str]:
    """What is wrong with a run under a limit: it ends as without one, or it fails in one line."""
    whole = undisturbed(call.words)
    if call.to_file:
        yield from file.wrong(run.code, whole.out.encode())
        whole = Run(0, "", "")
    if run.code or run.err:
        yield from failure_wrong(run, UNREADABLE, BUG, UNWRITTEN)
    elif run.out != whole.out:
        yield "exit code 0, but other output"


MANY = (("jv", "--json"), ("check",), ("summary",), ("jv", "--format", "markdown", "-o", "page"))
GROWTH = 8
"""MiB that many files can take more than ten."""


def many_files(random: Random, count: int) -> Found:
    """So many deal files in one call, of which only a few can be open at a time."""
    program = wrapped(OPEN_FILES.format(16))
    with TemporaryDirectory() as name:
        folder = Path(name)
        names = [f"{number}.yaml" for number in range(count)]
        for one in names:
            shutil.copy(ROOT / measuring.BARE, folder / one)
        for call in MANY:
            few, many = (
                measuring.measure(*call, *given, program=program, folder=folder, seconds=20 + count)
                for given in (names[:10], names)
            )
            wrong = [f"exit code {one.code}: {one.err[-200:]!r}" for one in (few, many) if one.code]
            if many.memory - few.memory > GROWTH:
                wrong.append(f"{many.memory:.0f} MiB, {few.memory:.0f} for ten")
            if {one.name for one in folder.iterdir()} - {*names, "page"}:
                wrong.append("something is left behind")
            yield found(f"{' '.join(call)}, {count:,} files", wrong)
