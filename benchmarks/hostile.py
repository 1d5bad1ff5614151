"""Measures what hostile files take: `python benchmarks/hostile.py [--write]`. By hand.

Each large shape of a deal file, of a source text and of a deal with one thing in every field goes
through some commands, in processes of their own. CPU seconds and peak memory are over what a
command takes for a deal of three lines. `--write` puts the tables into docs/hostile.md; the exit
code is 1 where the promise was broken.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile import filled, measuring, promise, source_shapes  # noqa: E402 -- found in the tests
from hostile.shapes import NAME, OUTSIDE, RELEASE, SHAPES  # noqa: E402

DOCUMENT = ROOT / "docs" / "hostile.md"
CALLS = (
    ("summary",),
    ("summary", "--json"),
    ("summary", "--format", "html"),
    ("summary", "--format", "markdown"),
    ("caveats",),
    ("chart", "--format", "svg"),
    ("source",),
    ("source", "--json"),
    ("check",),
    ("check", "--json"),
)
SLOWEST = 12
"""Runs that the second table shows."""

Files = dict[str, bytes]
"""The files of one trial by name; the first is the deal."""


class Trial(NamedTuple):
    """One run: what it was given, the call, and what it took."""

    area: str
    shape: str
    call: str
    seconds: float
    memory: float
    violations: tuple[str, ...]


def areas() -> dict[str, tuple[str, dict[str, Files]]]:
    """What is tried: by area, how, and the files of each shape."""
    release = RELEASE.read_bytes()
    deals = {name: {"deal.yaml": make(), NAME: release} for name, make in SHAPES.items()}
    sources = {
        name: {"deal.yaml": made.deal, NAME: made.text}
        for name, made in ((name, make()) for name, make in source_shapes.SHAPES.items())
    }
    fields = {name: filled.filled(unit) for name, unit in filled.UNITS.items()}
    return {
        "deal files": ("shapes of a deal file, each as large as it may be", deals),
        "source texts": (
            "shapes of a source text, as large as they may be, and of quotes",
            sources,
        ),
        "fields": ("one thing again and again in every field of every record", fields),
    }


def trials() -> Iterator[Trial]:
    """Every shape through every call."""
    start = {call: measuring.start(*call) for call in CALLS}
    for area, (_, shapes) in areas().items():
        for shape, files in shapes.items():
            with tempfile.TemporaryDirectory() as folder:
                for name, data in files.items():
                    Path(folder, name).write_bytes(data)
                for call in CALLS:
                    run = measuring.measure(*call, str(Path(folder, "deal.yaml")))
                    yield _trial(area, shape, call, run, start[call])
            print(".", end="", file=sys.stderr, flush=True)


def _trial(
    area: str, shape: str, call: tuple[str, ...], run: measuring.Measure, start: measuring.Measure
) -> Trial:
    seconds, memory = max(run.cpu - start.cpu, 0), max(run.memory - start.memory, 0)
    broken = []
    if run.code not in ((0, 1, 2) if call[0] == "check" else (0, 2)):
        broken.append(f"exit code {run.code}")
    if b"Traceback" in run.err or b"internal error" in run.err:
        broken.append("a traceback")
    if run.code == 0 and run.err and shape != OUTSIDE:
        broken.append("complains of what it shows")
    if seconds > promise.CPU:
        broken.append(f"{seconds:.2f} s")
    if memory > promise.MEMORY:
        broken.append(f"{memory:.0f} MiB")
    return Trial(area, shape, " ".join(call), seconds, memory, tuple(broken))


def summary(done: list[Trial]) -> str:
    """A row for each area."""
    lines = ["| area | tried | violations | how |", "| --- | --: | --: | --- |"]
    for area, (how, shapes) in areas().items():
        ours = [trial for trial in done if trial.area == area]
        broken = sum(len(trial.violations) for trial in ours)
        most = f"at most {max(one.seconds for one in ours):.2f} s of CPU and "
        most += f"{max(one.memory for one in ours):.0f} MiB over start"
        lines.append(
            f"| {area} | {len(ours):,} | {broken} | {len(shapes)} {how}, "
            f"through {len(CALLS)} calls; {most} |"
        )
    return "\n".join(lines) + "\n"


def slowest(done: list[Trial]) -> str:
    """The runs that took longest."""
    lines = ["| area | shape | call | CPU, s | MiB |", "| --- | --- | --- | --: | --: |"]
    for one in sorted(done, key=lambda trial: -trial.seconds)[:SLOWEST]:
        cells = one.area, one.shape, f"`{one.call}`", f"{one.seconds:.2f}", f"{one.memory:.0f}"
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the command line; the exit code."""
    done = list(trials())
    tables = {"files": summary(done), "slowest": slowest(done)}
    print("\n" + "\n".join(tables.values()))
    for trial in done:
        for violation in trial.violations:
            print(f"{trial.area}: {trial.shape}: {trial.call}: {violation}", file=sys.stderr)
    if sys.argv[1:] == ["--write"]:
        text = DOCUMENT.read_text(encoding="utf-8")
        for name, table in tables.items():
            marked = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)", re.DOTALL)
            text = marked.sub(lambda _, made=table: made, text, count=1)
        DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if any(trial.violations for trial in done) else 0


if __name__ == "__main__":
    sys.exit(main())
