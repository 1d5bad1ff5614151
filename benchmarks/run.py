"""Measures dealcli against the floor: `python benchmarks/run.py [pairs]`. Run by hand.

Figures are CPU seconds (user and system) of whole processes. The two sides of a ratio run in
turns, and the ratio is the median of the pairs' ratios: machines are noisy, ratios less so.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
DEAL = ROOT / "data" / "deal.yaml"
FLOOR = [sys.executable, "-c", "import floor; floor.app()"]
DEALCLI = [sys.executable, "-c", "from dealcli.__main__ import main; main()"]
# Both sides run from compiled modules, as an installed program does.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "benchmarks")}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)

COMMANDS = (
    ("summary", ["summary", str(DEAL)], ["summary", str(DEAL)], 1.25),
    ("summary --json", ["summary", str(DEAL), "--json"], ["summary", str(DEAL), "--json"], 1.2),
    ("jv --who kandi", ["jv", str(DEAL), "--who", "kandi"], ["jv", str(DEAL)], 1.25),
)

FORMATS = (
    ("summary, html", ["summary", str(DEAL), "--format", "html"], 2.0),
    ("summary, markdown", ["summary", str(DEAL), "--format", "markdown"], 2.0),
    ("chart", ["chart", str(DEAL)], 2.0),
    ("chart, svg", ["chart", str(DEAL), "--format", "svg"], 2.0),
)
"""What is held against `summary` as text."""


def cpu(command: list[str]) -> float:
    """CPU milliseconds of one process, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used * 1000


def paired(ours: Callable[[], float], floor: Callable[[], float], pairs: int) -> tuple[float, ...]:
    """Medians of ours, of the floor, and of the ratios pair by pair."""
    ours(), floor()  # the first run of each fills the caches
    measured = [(ours(), floor()) for _ in range(pairs)]
    return (
        statistics.median(one for one, _ in measured),
        statistics.median(two for _, two in measured),
        statistics.median(one / two for one, two in measured),
    )


def starts(pairs: int) -> None:
    """Whole processes on the bundled deal."""
    print(f"{'command':<18}{'dealcli ms':>12}{'floor ms':>10}{'ratio':>8}{'aim':>8}")
    for name, ours, floor, aim in COMMANDS:
        one, two, ratio = paired(
            lambda ours=ours: cpu([*DEALCLI, *ours]),
            lambda floor=floor: cpu([*FLOOR, *floor]),
            pairs,
        )
        print(f"{name:<18}{one:>12.0f}{two:>10.0f}{ratio:>8.2f}{aim:>8.2f}")


def formats(pairs: int) -> None:
    """Other formats against the summary as text."""
    print(f"{'format':<18}{'dealcli ms':>12}{'text ms':>10}{'ratio':>8}{'aim':>8}")
    text = [*DEALCLI, "summary", str(DEAL)]
    for name, ours, aim in FORMATS:
        one, two, ratio = paired(lambda ours=ours: cpu([*DEALCLI, *ours]), lambda: cpu(text), pairs)
        print(f"{name:<18}{one:>12.0f}{two:>10.0f}{ratio:>8.2f}{aim:>8.2f}")


def loop(files: list[Path]) -> float:
    """CPU milliseconds of a bare loop over files: C load, JSON dump."""
    start = time.process_time()
    for path in files:
        json.dumps(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), default=str)
    return (time.process_time() - start) * 1000


def peak(files: list[Path]) -> int:
    """Peak memory, in MiB, of one `jv --json` over files."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-c", code, *DEALCLI, "jv", "--json", *map(str, files)]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def many(pairs: int) -> None:
    """A thousand deal files in one call."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:04}.yaml" for number in range(1000)]
        for path in files:
            path.write_bytes(DEAL.read_bytes())
        command = [*DEALCLI, "jv", "--json", *map(str, files)]
        one, two, ratio = paired(lambda: cpu(command), lambda: loop(files), pairs)
        print(f"\n1,000 files, jv --json: {one:.0f} ms, bare loop {two:.0f} ms", end="")
        print(f", ratio {ratio:.2f}, aim 2.00")
        print(f"peak memory: {peak(files[:10])} MiB with 10 files, {peak(files)} MiB with 1,000")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    starts(count)
    print()
    formats(count)
    many(3)
