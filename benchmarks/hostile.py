"""Measures the promise about hostile files: `python benchmarks/hostile.py [--write]`. By hand.

Each large shape goes through some commands in processes of their own; CPU seconds and peak memory
are over what a command takes for a deal of three lines. `--write` puts the table into
docs/hostile.md.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile import measuring, promise  # noqa: E402 -- found in the tests
from hostile.shapes import NAME, RELEASE, SHAPES  # noqa: E402

DOCUMENT = ROOT / "docs" / "hostile.md"
MARKED = re.compile(r"(?<=<!-- shapes -->\n).*(?=<!-- end -->)", re.DOTALL)
CALLS = (
    ("summary",),
    ("summary", "--json"),
    ("summary", "--format", "html"),
    ("chart", "--format", "svg"),
    ("source",),
    ("check",),
)


def rows() -> Iterator[tuple[str, ...]]:
    """The cells of the table, a shape a row: how it ended, and what each call took."""
    start = {call: measuring.start(*call) for call in CALLS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.yaml"
        shutil.copy(RELEASE, path.with_name(NAME))
        for name, make in SHAPES.items():
            path.write_bytes(data := make())
            runs = {call: measuring.measure(*call, str(path)) for call in CALLS}
            seconds = [f"{max(run.cpu - start[call].cpu, 0):.2f}" for call, run in runs.items()]
            memory = max(run.memory - start[call].memory for call, run in runs.items())
            told = runs[CALLS[0]].err.decode()
            ended = " ".join(sorted(set(promise.refusals(told)))) if told else "reads"
            yield name, f"{len(data) / 1024:,.0f}", ended, *seconds, f"{max(memory, 0):.0f}"
            print(".", end="", file=sys.stderr, flush=True)


def table() -> str:
    """The table as Markdown."""
    calls = (" ".join(call).replace("--format ", "") for call in CALLS)
    head = ("shape", "KiB", "outcome", *(f"`{call}`, s" for call in calls), "MiB")
    lines = [head, ("---",) * 3 + ("--:",) * (len(CALLS) + 1), *rows()]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


if __name__ == "__main__":
    made = table()
    print(made)
    if sys.argv[1:] == ["--write"]:
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(MARKED.sub(lambda _: made, text), encoding="utf-8")
