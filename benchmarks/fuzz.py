"""Reads damaged files in bulk: `python benchmarks/fuzz.py N [--seed S] [--workers W]`. By hand.

An input is made from the seed and its number alone: `--show NUMBER` writes one to standard output.
Exits with 1 when a promise is broken; the input is then saved as `fuzz-SEED-NUMBER.yaml`.
"""

import argparse
import gc
import os
import resource
import signal
import sys
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

from hostile import promise  # noqa: E402 -- found in the tests
from hostile.mutations import mutated, noise  # noqa: E402
from hostile.shapes import SHAPES  # noqa: E402

CHUNK = 10_000
"""Inputs that one worker reads before another takes its place."""

PAGES = list(promise.PAGES.values())

HANGS = 60
"""Seconds after which a worker that is still at one input is stopped by a signal."""


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


def input_of(seed: int, number: int) -> bytes:
    """One input: noise, a deal or a hostile file with damage; of a thousand, one is large."""
    random = Random(f"{seed} {number}")
    kind = random.random()
    if kind < 0.001:
        return mutated(random, random.choice(list(SHAPES.values()))(), snippets())
    if kind < 0.25:
        return noise(random)
    return mutated(random, random.choice(deals() if kind < 0.9 else snippets()), snippets())


def outcome(data: bytes, number: int) -> str:
    """What became of an input: `reads`, or the first code that it was refused for."""
    file, codes = promise.answer(data)
    if file is None:
        return codes[0]
    page = PAGES[number % len(PAGES)](file)
    promise.document(page)
    os.environ["COLUMNS"] = ("80", "20", "120", "abc")[number // 7 % 4]
    promise.table(page, promise.ENCODINGS[number // 5 % len(promise.ENCODINGS)])
    if number % 10 == 0:
        promise.verdict(file)
    return "reads"


def work(seed: int, numbers: range, at: Any, out: Connection) -> None:
    """Read some inputs; `at` tells the parent where this process died, if it does."""
    tally = Tally()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in numbers:
        at.value = number
        data = input_of(seed, number)
        signal.alarm(HANGS)
        start = time.process_time()
        try:
            tally.outcomes[outcome(data, number)] += 1
        except Exception as error:
            tally.outcomes["broken promise"] += 1
            tally.broken.append((number, repr(error)[:300]))
        used = time.process_time() - start
        tally.slowest = max(tally.slowest, (used, number))
        if used > promise.CPU:
            tally.broken.append((number, f"took {used:.2f} s"))
    signal.alarm(0)
    tally.memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    out.send(tally)


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
    parser.add_argument("--show", type=int, metavar="NUMBER")
    wanted = parser.parse_args()
    if wanted.show is not None:
        sys.stdout.buffer.write(input_of(wanted.seed, wanted.show))
        return 0
    snippets()  # made once, before the workers are
    gc.freeze()
    whole, start = Tally(), time.monotonic()
    for tally in run(wanted.seed, wanted.count, wanted.workers):
        whole.add(tally)
        for number, what in tally.broken:
            Path(f"fuzz-{wanted.seed}-{number}.yaml").write_bytes(input_of(wanted.seed, number))
            print(f"input {number}: {what}", file=sys.stderr, flush=True)
        print(f"{whole.outcomes.total():,}", file=sys.stderr, flush=True)
    print(report(whole, time.monotonic() - start))
    return 1 if whole.broken or whole.memory > promise.MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
