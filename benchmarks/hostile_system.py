"""Tries what the system can do to a run: `python benchmarks/hostile_system.py [AREA]...`. By hand.

Prints a row of Markdown for each area, and what was violated on standard error; the exit code is
then 1. The same seed makes the same trials. `--write` puts the rows into docs/hostile.md.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import versions  # noqa: E402 -- found in the tests
from hostile import signals, sinks, system  # noqa: E402
from hostile.trials import Area  # noqa: E402

DOCUMENT = ROOT / "docs" / "hostile.md"
HEAD = "| area | tried | violations | how |\n| --- | --: | --: | --- |\n"
MARKED = re.compile(rf"(?<=<!-- system -->\n{re.escape(HEAD)}).*(?=<!-- end -->)", re.DOTALL)
ALL = 1_000_000
SHOWN = 20
"""Violations of an area that are printed; the others are counted."""


class Trials(NamedTuple):
    """An area, how many trials it gets, and how they are made, for a reader."""

    area: Area
    count: int
    how: str


AREAS = {
    "sinks": Trials(
        sinks.trials,
        ALL,
        f"{len(sinks.TEXTS)} texts that a terminal, a browser, Markdown, a diagram or a CI service "
        "could act on, in every text of a deal, through every command, format and encoding",
    ),
    "signals, any moment": Trials(
        signals.random_moments,
        1000,
        "one or two of 9 signals to `summary --format html`: with `-o` to a new file, an existing "
        "one or a link; with the signal ignored; and without `-o`",
    ),
    "signals, any instruction": Trials(
        signals.instructions,
        ALL,
        "one of 5 signals at each bytecode instruction of the code that writes `-o`",
    ),
    "full streams": Trials(
        system.full_streams, ALL, "`/dev/full` as standard output, also as standard error"
    ),
    "file size": Trials(
        system.file_size_limit, ALL, "`RLIMIT_FSIZE` from nothing to just enough, `-o` and `>`"
    ),
    "full disk": Trials(
        system.full_disk, ALL, "a tmpfs with too few bytes or inodes, `-o` and `>`; as root"
    ),
    "closed streams": Trials(
        system.closed_streams,
        ALL,
        "any of the standard streams, for each command, help, mistakes, deals from `-`, and `-o`",
    ),
    "memory": Trials(
        system.memory_limit,
        1000,
        "`RLIMIT_AS` of 0 to 32 MiB more than Python takes at its start; what Python's own "
        "`hashlib` logs is not counted",
    ),
    "open files": Trials(
        system.open_file_limit, ALL, "`RLIMIT_NOFILE` of 3 to 15, standard streams included"
    ),
    "many files": Trials(
        system.many_files,
        10_000,
        "10,000 deal files in one call with `RLIMIT_NOFILE` of 16; at most 8 MiB more than for 10",
    ),
    "versions of Python": Trials(
        versions.trials,
        ALL,
        "every command and format prints the same bytes on each other supported version here",
    ),
}


def row(name: str, seed: int, count: int | None) -> tuple[str, int]:
    """The row of an area, and its number of violations; these go to standard error."""
    area, usual, how = AREAS[name]
    tried = violations = 0
    for broken in area(Random(seed), usual if count is None else count):
        tried += 1
        violations += bool(broken)
        if broken and violations <= SHOWN:
            print(f"{name}: {broken}", file=sys.stderr, flush=True)
    return f"| {name} | {tried:,} | {violations:,} | {how} |", violations


def write(row: str) -> None:
    """Put a row into the document, in the place of the area's row or after the others."""
    text = DOCUMENT.read_text(encoding="utf-8")
    found = MARKED.search(text)
    assert found, f"{DOCUMENT} has no place for the table"
    area = row[: row.index("|", 1)]
    old = found[0].splitlines()
    new = [row if line.startswith(area) else line for line in old]
    new += [row] if row not in new else []
    table = "".join(f"{line}\n" for line in new)
    DOCUMENT.write_text(MARKED.sub(lambda _: table, text), encoding="utf-8")


def main() -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of: {'; '.join(AREAS)}")
    parser.add_argument("--trials", type=int, help="of each area; files, where it is about files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    if unknown := set(wanted.areas) - set(AREAS):
        parser.error(f"no such area: {', '.join(sorted(unknown))}")
    total = 0
    print(HEAD, end="", flush=True)
    for name in wanted.areas or AREAS:
        try:
            made, violations = row(name, wanted.seed, wanted.trials)
        except subprocess.CalledProcessError as error:
            print(f"{name}: not tried: {error}", file=sys.stderr)
            continue
        print(made, flush=True)
        total += violations
        if wanted.write:
            write(made)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
