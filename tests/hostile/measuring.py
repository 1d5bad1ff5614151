"""Runs of the program in processes of their own, and what they take."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from running import PROGRAM, ROOT, environment

BARE = "tests/deals/bare.yaml"
possible = pytest.mark.skipif(sys.platform != "linux", reason="memory is told in KiB on Linux only")

# A process starts with the peak of the one that it was forked from, and pytest is a large one: a
# small interpreter between the two reports what its child took, and keeps a bomb from the machine.
_BETWEEN = """
import os, resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]),) * 2)
child = subprocess.Popen(sys.argv[3:])
_, status, used = os.wait4(child.pid, 0)
code = os.waitstatus_to_exitcode(status)
os.write(int(sys.argv[1]), b"%d %f %d" % (code, used.ru_utime + used.ru_stime, used.ru_maxrss))
"""


class Measure(NamedTuple):
    """How a run ended, its CPU seconds, its peak memory in MiB, and what it wrote."""

    code: int
    cpu: float
    memory: float
    out: bytes
    err: bytes


def measure(
    *arguments: str, program: Sequence[str] = PROGRAM, folder: Path = ROOT, seconds: int = 20
) -> Measure:
    """A run of the program, which can use so many CPU seconds, with what it took."""
    read, write = os.pipe()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _BETWEEN, str(write), str(seconds), *program, *arguments],
        cwd=folder,
        env=environment(COLUMNS="80"),
        capture_output=True,
        pass_fds=[write],
        check=False,
    )
    os.close(write)
    with os.fdopen(read) as told:
        code, cpu, memory = told.read().split()
    return Measure(int(code), float(cpu), int(memory) / 1024, done.stdout, done.stderr)


def start(*command: str) -> Measure:
    """What a command takes for the smallest deal: the medians of some runs."""
    runs = [measure(*command, BARE) for _ in range(5)]
    cpu, memory = median(one.cpu for one in runs), median(one.memory for one in runs)
    return runs[0]._replace(cpu=cpu, memory=memory)
