"""Reads made and damaged files in bulk: `python benchmarks/fuzz.py N [--seed S] [--workers W]`.

An input is a deal and the text of its source, made from the seed and its number alone: `--save
NUMBER` puts one into the folder `fuzz-SEED-NUMBER`. Exits with 1 when a promise is broken; the
input is then saved likewise. CI runs some thousand; a million are run by hand.
"""

import argparse
import gc
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import Pipe, Process, Value
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from damage import damaged, noise  # noqa: E402 -- found in the tests
from hostile import promise  # noqa: E402
from hostile.pairs import Pair, pair  # noqa: E402
from hostile.shapes import NAME, RELEASE, SHAPES  # noqa: E402

from dealcli.page import ALL_PARTS  # noqa: E402

CHUNK = 10_000
"""Inputs that one worker reads before another takes its place."""

PAGES = list(promise.PAGES.values())

HANGS = 60
"""Seconds of CPU after which a worker that is still at one input is stopped by a signal."""


@dataclass
class Tally:
    """What was seen in some inputs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, -1)
    memory: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count what was seen in other inputs too."""
        self.outcomes += other.outcomes
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        self.broken += other.broken


@cache
def deals() -> list[bytes]:
    """The files that are damaged."""
    paths = [ROOT / "data" / "deal.yaml", *sorted((ROOT / "tests" / "deals").glob("*.yaml"))]
    return [path.read_bytes() for path in paths]


@cache
def snippets() -> list[bytes]:
    """What is put into them: deals, hostile files, and the beginnings of the large shapes."""
    small = sorted((ROOT / "tests" / "hostile" / "files").iterdir())
    return [
        *deals(),
        *(path.read_bytes() for path in small),
        *(make()[:4000] for make in SHAPES.values()),
    ]


def input_of(seed: int, number: int) -> Pair:
    """One input: of three, one is made after the model, with a text of its own.

    The others are noise, or a deal or a hostile file with damage; of a thousand, one is large.
    """
    random = Random(f"{seed} {number}")
    kind = random.random()
    if kind < 0.33:
        return pair(random)
    return Pair(_damaged(random), RELEASE.read_bytes())


def _damaged(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.001:
        return damaged(random, random.choice(list(SHAPES.values()))(), snippets())
    if kind < 0.25:
        return noise(random)
    return damaged(random, random.choice(deals() if kind < 0.9 else snippets()), snippets())


def collection(folder: Path) -> Path:
    """A collection with the texts that the deals of the tests name; the folder of its deals."""
    (folder / "dealcli.toml").touch()
    for name in ("data", RELEASE.parent.name):
        (folder / name).mkdir()
    shutil.copy(RELEASE, folder / RELEASE.parent.name)
    for path in (ROOT / "tests" / "deals").glob("*.txt"):
        shutil.copy(path, folder / "data")
    return folder / "data"


def outcome(given: Pair, number: int, folder: Path) -> str:
    """What became of an input: `reads`, or the first code that it was refused for."""
    (folder / NAME).write_bytes(given.text)
    file, codes = promise.answer(given.deal, folder)
    if file is None:
        return codes[0]
    page = PAGES[number % len(PAGES)](file, ALL_PARTS)
    promise.document(page)
    os.environ["COLUMNS"] = ("80", "20", "120", "abc")[number // 7 % 4]
    promise.table(page, promise.ENCODINGS[number // 5 % len(promise.ENCODINGS)])
    promise.other(page, promise.OTHERS[number // 3 % len(promise.OTHERS)])
    if number % 3 == 0:
        promise.result(file)
    return "reads"


def work(seed: int, numbers: range, at: Any, out: Connection) -> None:
    """Read some inputs; `at` tells the parent where this process died, if it does."""
    tally = Tally()
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as temporary:
        folder = collection(Path(temporary))
        for number in numbers:
            at.value = number
            _try(seed, number, folder, tally)
    signal.setitimer(signal.ITIMER_PROF, 0)
    tally.memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    out.send(tally)


def _try(seed: int, number: int, folder: Path, tally: Tally) -> None:
    """Read one input and count what became of it."""
    given = input_of(seed, number)
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    start = time.process_time()
    try:
        tally.outcomes[outcome(given, number, folder)] += 1
    except Exception as error:
        tally.outcomes["broken promise"] += 1
        tally.broken.append((number, repr(error)[:300]))
    used = time.process_time() - start
    tally.slowest = max(tally.slowest, (used, number))
    if used > promise.CPU:
        tally.broken.append((number, f"took {used:.2f} s"))


def save(seed: int, number: int) -> Path:
    """Put an input into a folder of its own: the deal and the text of its source."""
    given = input_of(seed, number)
    folder = Path(f"fuzz-{seed}-{number}")
    folder.mkdir(exist_ok=True)
    (folder / "deal.yaml").write_bytes(given.deal)
    (folder / NAME).write_bytes(given.text)
    return folder


def run(seed: int, count: int, workers: int) -> Iterator[Tally]:
    """What each chunk of inputs gave, as they are done."""
    left = [range(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK)]
    left.reverse()
    running: dict[Connection, tuple[range, Any, Process]] = {}
    while left or running:
        while left and len(running) < workers:
            numbers, at = left.pop(), Value("q", -1)
            ours, its = Pipe(duplex=False)
            worker = Process(target=work, args=(seed, numbers, at, its))
            worker.start()
            its.close()
            running[ours] = numbers, at, worker
        for done in wait(list(running)):
            numbers, at, worker = running.pop(done)  # type: ignore[index]
            try:
                yield done.recv()  # type: ignore[union-attr]
                worker.join()
            except EOFError:
                worker.join()
                died = at.value
                left += [range(died + 1, numbers.stop), range(numbers.start, died)]
                yield Tally(Counter(died=1), broken=[(died, f"ended with {worker.exitcode}")])


def report(tally: Tally, seconds: float) -> str:
    """What was seen, as lines."""
    lines = [f"{tally.outcomes.total():,} inputs in {seconds:,.0f} s"]
    lines += [f"  {code:<22}{count:>12,}" for code, count in tally.outcomes.most_common()]
    lines.append(f"slowest: {tally.slowest[0]:.2f} s, input {tally.slowest[1]}")
    lines.append(f"peak memory over start: {tally.memory} MiB")
    if tally.memory > promise.MEMORY:
        lines.append(f"broken promise: more than {promise.MEMORY} MiB")
    lines += [f"broken promise: input {number}: {what}" for number, what in tally.broken[:100]]
    return "\n".join(lines)


def main() -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--save", type=int, metavar="NUMBER")
    wanted = parser.parse_args()
    if wanted.save is not None:
        print(save(wanted.seed, wanted.save))
        return 0
    snippets()  # made once, before the workers are
    gc.freeze()
    whole, start = Tally(), time.monotonic()
    for tally in run(wanted.seed, wanted.count, wanted.workers):
        whole.add(tally)
        for number, what in tally.broken:
            print(f"{save(wanted.seed, number)}: {what}", file=sys.stderr, flush=True)
        print(f"{whole.outcomes.total():,}", file=sys.stderr, flush=True)
    print(report(whole, time.monotonic() - start))
    return 1 if whole.broken or whole.memory > promise.MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
